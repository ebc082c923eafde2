"""The way of our Python to the browser: the trimmed run-time is complete, small, the same every time, and never evaluates text."""
import gzip
import http.server
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from macros.brython import compiler, runtime
from macros import widget_script
from macros.brython.bundle import bundle, package_modules
from macros.brython.testing import PythonError, V8Session, run_in_v8

ROOT = Path(__file__).parent.parent
POLICY = "default-src 'none'; script-src 'self'"

# Name -> body of a function; what it returns must have the same repr under CPython and under both run-times.
CASES = {
    "f_strings": '''a = {"k": "v"}; n = 7; return f"{n:03d}|{n!r:>4}|{a['k']!s:^5}|{n=}|{{}}|{'x' * 2}"''',
    "format_int": 'return ["{:+d}".format(5), f"{1234567:,}", f"{255:x}", f"{255:#b}", "%03d %s" % (7, "x"), f"{-5:>6}"]',
    "division": "return [7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2, 6 / 3, divmod(-7, 3), 2 ** 10, 2 ** 70]",
    "int_text": 'return [int("12"), int("-3"), int("ff", 16), str(10 ** 20), abs(-3), min(3, 1), max([2, 5]), sum([1, 2])]',
    "closures": """
        total = 0
        def add(n):
            nonlocal total
            total += n
            return lambda: total
        read = add(3)
        add(4)
        return read()""",
    "classes": """
        class Animal:
            count = 0
            def __init__(self, name):
                self.name = name
                Animal.count += 1
            def __repr__(self):
                return f"{type(self).__name__}({self.name!r})"
            @property
            def loud(self):
                return self.name.upper()
            @classmethod
            def make(cls):
                return cls("made")
            @staticmethod
            def two():
                return 2
        class Dog(Animal):
            def __init__(self, name, age=1):
                super().__init__(name)
                self.age = age
            def __eq__(self, other):
                return self.age == other.age
            def __lt__(self, other):
                return self.age < other.age
        dogs = sorted([Dog("b", 3), Dog("a", age=2)])
        return [dogs, dogs[0].loud, Dog.make() == Dog("x"), Dog.two(), Animal.count, isinstance(dogs[0], Animal)]""",
    "generators": """
        def count(n):
            for i in range(n):
                got = yield i
                if got:
                    yield got
            return "end"
        def outer():
            result = yield from count(2)
            yield result
        g = count(3)
        return [list(outer()), next(g), g.send("sent"), next(g), list(x * x for x in range(4)), next(iter([]), "none")]""",
    "sorting": """
        words = ["peer", "Appel", "aap", "noot", "mies"]
        pairs = [("b", 2), ("a", 2), ("c", 1)]
        return [sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True),
                sorted(pairs, key=lambda pair: pair[1]), list(reversed(words))]""",
    "exceptions": """
        class Wrong(ValueError):
            pass
        seen = []
        for action in (lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: 1 // 0, lambda: None.a, lambda: len(5)):
            try:
                action()
            except (LookupError, ArithmeticError) as error:
                seen.append(type(error).__name__)
            except Exception as error:
                seen.append((type(error).__name__, str(error)))
        try:
            try:
                raise Wrong("inner")
            except Wrong as error:
                raise KeyError("outer") from error
        except KeyError as error:
            seen.append((str(error), str(error.__cause__)))
        return seen""",
    "try_finally": """
        trail = []
        def run(fail):
            try:
                if fail:
                    raise ValueError
                trail.append("body")
            except ValueError:
                trail.append("except")
                return "returned"
            else:
                trail.append("else")
            finally:
                trail.append("finally")
            return "end"
        return [run(False), run(True), trail]""",
    "with_block": """
        trail = []
        class Guard:
            def __enter__(self):
                trail.append("in")
                return self
            def __exit__(self, kind, error, traceback):
                trail.append(kind.__name__)
                return True
        with Guard():
            raise KeyError
        return trail""",
    "dict_order": """
        d = {"z": 1, "a": 2}
        d["m"] = 3
        d["z"] = 9
        del d["a"]
        d["a"] = 4
        return [d, list(d), list(d.items()), {**d, "q": 0}, d | {"r": 1}, d.get("x", 5), d.pop("m"), d.setdefault("s", []), "z" in d]""",
    "sets_tuples": "return [sorted({3, 1} | {2}), {1, 2} & {2}, (1, 2) + (3,), (1, 2) < (1, 3), {(0, 'a'): 1}[0, 'a'], frozenset([1]) <= {1, 2}]",
    "text": """
        s = "  Een zin, met woorden.  "
        return [s.strip(), s.split(), "a,b,,c".split(","), "-".join(["x", "y"]), s.replace("e", "E"), s.find("met"),
                "abc".startswith(("x", "a")), "abc".endswith("bc"), "ABC".lower(), "a b".title(), "aab".count("a"),
                "7".zfill(3), "x".center(5, "*"), "a=b=c".partition("="), "a=b=c".rsplit("=", 1), "één".upper(), "12".isdigit(),
                "a\\nb\\n".splitlines(), "pesten".removeprefix("pe"), "ab".ljust(4) + "|", "abc".rfind("z"), "%".isalnum()]""",
    "unicode": """
        s = "Zoë — ‘geëiste’ € ĳ 😀"
        return [s, len(s), s.upper(), [ord(c) for c in "é€😀"], chr(8364), s.encode("utf-8")[:6], "naïef" < "nb", repr("\\t\\x00'")]""",
    "slices": """
        l = list(range(10))
        l[2:4] = ["x"]
        del l[-1]
        return [l, l[1:-1:3], l[::-1], "abcdef"[-3:], "abcdef"[::2], (1, 2, 3)[1:], l[100:], l.index("x")]""",
    "comprehensions": """
        return [[x for x in range(5) if x % 2], {x: x * x for x in (1, 2)} == {1: 1, 2: 4}, sorted({c for c in "hallo"}),
                [(a, b) for a in "ab" for b in (1, 2)], [[y for y in range(x)] for x in range(3)]]""",
    "arguments": """
        def f(a, b=2, *rest, c, d=4, **more):
            return (a, b, rest, c, d, more)
        def g(a, /, b):
            return a, b
        wrong = []
        for call in (lambda: f(), lambda: g(a=1, b=2), lambda: g(1, 2, 3)):
            try:
                call()
            except TypeError:
                wrong.append("TypeError")
        return [f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3}), g(1, b=2), wrong]""",
    "unpacking": """
        first, *rest = [1, 2, 3]
        (a, b), c = (1, 2), 3
        a, b = b, a
        return [first, rest, a, b, c, [*rest, *"xy"], (y := 5) + y]""",
    "match": """
        def kind(x):
            match x:
                case ("answered", step, answer): return f"{step}={answer}"
                case {"soort": "einde", **rest}: return rest
                case [1, *others]: return others
                case "a" | "b": return "letter"
                case int() if x > 5: return "big"
                case _: return "other"
        return [kind(x) for x in (("answered", "s", "j"), {"soort": "einde", "q": 1}, [1, 2, 3], "b", 9, None)]""",
    "iteration": """
        return [list(zip("ab", (1, 2))), list(enumerate("ab", 1)), list(map(str, (1, 2))), list(filter(None, [0, 1])),
                any(x > 1 for x in (1, 2)), all([]), list(range(5, 0, -2)), [x for x in {"a": 1}.values()], list({"a": 1}.keys())]""",
    "decorator": """
        def twice(function):
            def inner(*args):
                return function(*args) * 2
            return inner
        @twice
        def say(word):
            return word
        return say("ha")""",
    "truth": "return [bool(''), bool([0]), not None, 1 == 1.0, 'a' and 0, '' or 'x', None is None, 1 < 2 < 3, 3 if [] else 4, True + 1]",
    "attributes": """
        class Bag: pass
        b = Bag()
        setattr(b, "x", 1)
        return [hasattr(b, "x"), getattr(b, "y", "none"), b.__dict__, callable(len), type(b).__name__, repr(type(5))]""",
    "builtin_names": "return [round(5), pow(2, 5, 7), hex(255), bin(5), ascii('é'), repr('é'), chr(97), hash('a') == hash('a'), sum(range(101))]",
}


def case_module() -> str:
    """One module with a function per case."""
    functions = []
    for name, body in CASES.items():
        lines = [line[8:] if line.startswith(" " * 8) else line for line in body.strip("\n").splitlines()]
        functions.append(f"def {name}():\n" + "".join(f"    {line}\n" for line in _wrapped(lines)))
    return "\n".join(functions)


def _wrapped(lines: list[str]) -> list[str]:
    return ["def case():", *("    " + line for line in lines), "return repr(case())"]


@pytest.fixture(scope="module")
def sessions():
    modules = {"cases": case_module()}
    return {kind: V8Session(modules, kind) for kind in ("trimmed", "full")}


@pytest.mark.parametrize("name", CASES)
def test_language_is_the_same_everywhere(name, sessions):
    namespace = {}
    exec(compile(case_module(), "cases.py", "exec"), namespace)
    expected = namespace[name]()
    assert sessions["full"].call("cases", name) == expected
    assert sessions["trimmed"].call("cases", name) == expected


PACKAGE = {
    "app": "",
    "app.core": "STAMP = 'core'",
    "app.core.html": "from . import words\nfrom .words import hello\ndef to_html(): return f'<p>{hello()}{words.NAME}</p>'",
    "app.core.words": "NAME = 'Zoë'\ndef hello(): return 'Dag '",
    "app.page": (
        "from app.core import html\nfrom app.core.html import to_html as draw\nimport app.core.html\nimport app.core.words as w\n"
        "from .core import words, STAMP\nfrom javascript import JSON\n"
        "def same(): return html.to_html() == draw() == app.core.html.to_html() and words is w\n"
        "def where(): return [__name__, __package__, app.core.__package__, html.__name__, app.core.html is html, STAMP]\n"
        "def fail():\n    return html.missing\n"
        "def typo():\n    return undefined_name\n"
        "def unknown():\n    import json\n"
        "def unknown_part():\n    from app.core import nothing\n"
        "def unknown_sub():\n    import app.core.nothing\n"
        "def by_eval():\n    return eval('1')\n"
        "def data(): return JSON.parse('{\"b\": [1, null], \"a\": \"é\"}')\n"
    ),
}


@pytest.mark.parametrize("kind", ["trimmed", "full"])
def test_loader_imports_like_python(kind):
    session = V8Session(PACKAGE, kind)
    assert session.call("app.core.html", "to_html") == "<p>Dag Zoë</p>"
    assert session.call("app.page", "same") == "True"
    assert session.call("app.page", "where") == "['app.page', 'app', 'app.core', 'app.core.html', True, 'core']"
    assert session.call("app.page", "data") == "{'b': [1, None], 'a': 'é'}"


@pytest.mark.parametrize("function, last_line", [
    ("fail", "AttributeError: module 'app.core.html' has no attribute 'missing'"),
    ("typo", "NameError: name 'undefined_name' is not defined"),
    ("unknown", "ModuleNotFoundError: No module named 'json'"),
    ("unknown_part", "ImportError: cannot import name 'nothing'"),
    ("unknown_sub", "ModuleNotFoundError: No module named 'app.core.nothing'"),
    ("by_eval", "NotImplementedError: eval needs the compiler, which is not shipped"),
])
def test_errors_come_back_with_a_python_traceback(function, last_line):
    with pytest.raises(PythonError) as caught:
        run_in_v8(PACKAGE, "app.page", function)
    lines = str(caught.value).strip().splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].startswith('  File "app/page.py", line ') and lines[1].endswith(f", in {function}")
    assert lines[-1].startswith(last_line)


def test_pinned_brython_is_installed():
    assert runtime.BRYTHON_VERSION == "3.15.0"
    assert runtime.full().splitlines()[1] == "// version [3, 15, 0, 'final', 0]"


def test_another_version_is_refused(monkeypatch):
    monkeypatch.setattr(runtime, "version", lambda name: "3.16.0")
    runtime.full.cache_clear()
    with pytest.raises(runtime.BrythonChanged, match="3.16.0 is installed"):
        runtime.full()


@pytest.mark.parametrize("cut", runtime.CUTS, ids=lambda cut: cut.what)
def test_every_cut_point_stands_once_and_is_guarded(cut):
    source = runtime.full()
    assert source.count(cut.start) == source.count(cut.end) == 1
    for text in (cut.start, cut.end):
        with pytest.raises(runtime.BrythonChanged, match="found 0 times"):
            runtime.cut(source.replace(text, ""))
    with pytest.raises(runtime.BrythonChanged, match="found 2 times"):
        runtime.cut(source + cut.start)


def test_forbidden_text_that_survives_the_cuts_is_refused():
    with pytest.raises(runtime.BrythonChanged, match="XMLHttpRequest"):
        runtime.cut(runtime.full() + "\nnew XMLHttpRequest()")


def test_run_time_is_small():
    assert len(gzip.compress(runtime.trimmed().encode(), 9, mtime=0)) < 190_000


@pytest.mark.parametrize("kind", widget_script.KINDS)
def test_script_of_a_page_is_small(kind):
    assert len(gzip.compress(widget_script.text((kind,)).encode(), 9, mtime=0)) < 230_000


def test_output_is_the_same_every_time():
    first = bundle(PACKAGE, "app.page")
    compiler.to_javascript(case_module(), "other.py", "other")
    assert bundle(dict(reversed(PACKAGE.items())), "app.page") == first
    compiler._context.cache_clear()
    runtime.trimmed.cache_clear()
    assert bundle(PACKAGE, "app.page") == first


def test_script_carries_the_licence():
    start = bundle(PACKAGE, "app.page")[:2500]
    assert start.startswith("/*!") and "Copyright (c) 2012, Pierre Quentel" in start
    assert "Redistributions in binary form must reproduce" in " ".join(start.split())
    assert "THE POSSIBILITY OF SUCH DAMAGE" in " ".join(start.split())


def test_wrong_arguments_are_refused():
    with pytest.raises(ValueError, match="'app.nothing' is not in the bundle"):
        bundle(PACKAGE, "app.nothing")
    with pytest.raises(ValueError, match="'small'"):
        bundle(PACKAGE, "app.page", runtime="small")


def test_syntax_error_names_file_and_line():
    with pytest.raises(SyntaxError) as caught:
        bundle({"app.page": "x = 1\ny = (\n"}, "app.page")
    assert (caught.value.filename, caught.value.lineno) == ("app/page.py", 2)


def test_package_modules_reads_packages_and_modules(tmp_path):
    core = tmp_path / "widgets" / "core"
    core.mkdir(parents=True)
    (tmp_path / "widgets" / "__init__.py").write_text("")
    (core / "__init__.py").write_text("")
    (core / "html.py").write_text("A = 'é'", encoding="utf-8")
    assert package_modules(tmp_path) == {"widgets": "", "widgets.core": "", "widgets.core.html": "A = 'é'"}


# V8 itself refuses eval and Function here, as under a Content-Security-Policy without 'unsafe-eval'. The flag holds
# for a whole process, and the compiler needs Function: hence a process of its own.
_WITHOUT_EVAL = """
import sys
from py_mini_racer import DEFAULT_V8_FLAGS, MiniRacer, init_mini_racer
init_mini_racer(flags=[*DEFAULT_V8_FLAGS, "--disallow-code-generation-from-strings"])
with MiniRacer() as context:
    print(context.eval("try { eval('1'); 'allowed' } catch (error) { error.name }"))
    context.eval(sys.stdin.read())
    print(context.eval("globalThis.answer"))
"""
_ANSWER = {"app": "from javascript import JSON\nfrom browser import scope\nscope.answer = f'{sorted([2, 1])!r}'"}


@pytest.mark.parametrize("kind, works", [("trimmed", True), ("full", False)])
def test_start_without_code_from_text(kind, works):
    script = compiler.host() + bundle(_ANSWER, "app", kind)
    run = subprocess.run([sys.executable, "-c", _WITHOUT_EVAL], input=script, capture_output=True, text=True,
                         encoding="utf-8", timeout=60)
    assert run.stdout.startswith("EvalError")
    assert run.stdout.splitlines()[1:] == (["[1, 2]"] if works else []), run.stderr


PAGE_MAIN = """
from browser import console, document, window

def clicked(event):
    document["count"].text = str(int(document["count"].text) + 1)

def broken(event):
    return {"a": 1}["b"]

def later():
    document["later"].text = "later"

document["out"].text = f"Dag {'wereld'!r}"
document["add"].bind("click", clicked)
document["break"].bind("click", broken)
window.setTimeout(later, 1)
"""
PAGE_HTML = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>x</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script src="watch.js"></script><script src="app.js" defer></script></head>
<body><p id="out"></p><p id="count">0</p><p id="later"></p><button id="add">+</button><button id="break">x</button></body></html>"""
WATCH = "window.violations = []; document.addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))"


@pytest.fixture(scope="module")
def strict_page(tmp_path_factory):
    """A folder with one page under the strict policy, and its address on a local server."""
    folder = tmp_path_factory.mktemp("brython")
    (folder / "index.html").write_text(PAGE_HTML.format(policy=POLICY), encoding="utf-8")
    (folder / "watch.js").write_text(WATCH, encoding="utf-8")
    (folder / "app.js").write_text(bundle({"app": "", "app.page": PAGE_MAIN}, "app.page"), encoding="utf-8")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"file": (folder / "index.html").as_uri(), "http": f"http://127.0.0.1:{server.server_port}/index.html"}
    server.shutdown()
    server.server_close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_page_works_under_a_strict_policy(scheme, strict_page, browser):
    page = browser.new_page()
    errors, requests = [], []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: requests.append(request.url.rsplit("/", 1)[-1]))
    page.goto(strict_page[scheme])
    page.wait_for_function("document.getElementById('later').textContent === 'later'")
    assert page.text_content("#out") == "Dag 'wereld'"
    page.click("#add")
    page.click("#add")
    assert page.text_content("#count") == "2"
    assert errors == []
    page.click("#break")
    page.click("#add")
    assert page.text_content("#count") == "3"
    traceback = "\n".join(errors)
    assert "Traceback (most recent call last):" in traceback and "KeyError: 'b'" in traceback
    assert 'File "app/page.py", line 8, in broken' in traceback
    assert page.evaluate("window.violations") == []
    assert [name for name in requests if name != "favicon.ico"] == ["index.html", "watch.js", "app.js"]
    if scheme == "http":
        assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    page.close()
