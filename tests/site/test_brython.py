"""The way of our Python to the browser: the trimmed run-time is complete, small, the same every time, and never evaluates
text."""

import gzip
import http.server
import re
import threading
from functools import partial

import pytest

from macros.site import scripts
from macros.site.brython import bundle as bundling
from macros.site.brython import compiler, runtime
from macros.site.brython.bundle import bundle, package_modules
from tests.brython_cases import CASES
from tests.brython_in_v8 import PythonError, V8Session, run_in_v8
from tests.processes import python

POLICY = "default-src 'none'; script-src 'self'"


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
        'def data(): return JSON.parse(\'{"b": [1, null], "a": "é"}\')\n'
    ),
}


@pytest.mark.parametrize("kind", ["trimmed", "full"])
def test_loader_imports_like_python(kind):
    session = V8Session(PACKAGE, kind)
    assert session.call("app.core.html", "to_html") == "<p>Dag Zoë</p>"
    assert session.call("app.page", "same") == "True"
    assert session.call("app.page", "where") == "['app.page', 'app', 'app.core', 'app.core.html', True, 'core']"
    assert session.call("app.page", "data") == "{'b': [1, None], 'a': 'é'}"


@pytest.mark.parametrize(
    "function, last_line",
    [
        ("fail", "AttributeError: module 'app.core.html' has no attribute 'missing'"),
        ("typo", "NameError: name 'undefined_name' is not defined"),
        ("unknown", "ModuleNotFoundError: No module named 'json'"),
        ("unknown_part", "ImportError: cannot import name 'nothing'"),
        ("unknown_sub", "ModuleNotFoundError: No module named 'app.core.nothing'"),
        ("by_eval", "NotImplementedError: eval needs the compiler, which is not shipped"),
    ],
)
def test_errors_come_back_with_a_python_traceback(function, last_line):
    with pytest.raises(PythonError) as caught:
        run_in_v8(PACKAGE, "app.page", function)
    lines = str(caught.value).strip().splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].startswith('  File "app/page.py", line ') and lines[1].endswith(f", in {function}")
    assert lines[-1].startswith(last_line)


SHADOWED = """
def told():
    return [first(2), second([1, 2]), third(3), fourth(4), later(5), missing(0)]
def first(n):
    return later(n)
def second(later):
    return [len(later), [later for later in "ab"]]
def third(n):
    add = lambda n: n + later(n)
    def inner():
        nonlocal n
        n = n + 1
        return n
    return [add(n), inner(), n, sum(n + m for m in [n, 1]), {n: m for m in [n]}]
def fourth(n):
    total = 0
    for other in [other * n for other in [1, 2]]:
        total += other
    return [total, other]
def later(n):
    return n * 10
def missing(n):
    try:
        return nowhere
    except NameError as error:
        return str(error)
"""


def test_a_name_stands_for_the_same_in_the_shorter_text():
    """Compiled functions take the functions of their module at once, and have one name for their own names."""
    names: dict = {}
    exec(SHADOWED, names)
    for lines in (True, False):
        assert V8Session({"app": "", "app.names": SHADOWED}, lines=lines).call("app.names", "told") == str(names["told"]())
    text = compiler.to_javascript(SHADOWED, "app/names.py", "app.names", False)
    assert "resolve_in_scopes('first'" not in text and "resolve_in_scopes('later'" in text, "that name is also another thing"
    assert "locals_app_names_fourth" not in text and "locals_app_names_third" in text


KEPT_NAMES = """
w = "outside"
def first(values):
    doubled = [each * 2 for each in values]
    return [each + more for each in doubled for more in (1, 2)]
def second(values):
    found = [w for w in values if w]
    for w in found:
        pass
    return w
def third(values):
    return [w for w in values], fourth([])
def fourth(values):
    found = [one for one in values]
    return found, w
def told():
    try:
        missing = second([])
    except UnboundLocalError as error:
        missing = type(error).__name__
    return [first([1, 2]), second([3, 0]), missing, third([5]), w]
"""


def test_names_of_a_comprehension_may_stay_where_nothing_else_has_them():
    names: dict = {}
    exec(KEPT_NAMES, names)
    for lines in (True, False):
        assert V8Session({"app": "", "app.names": KEPT_NAMES}, lines=lines).call("app.names", "told") == str(names["told"]())
    text = compiler.to_javascript(KEPT_NAMES, "app/names.py", "app.names", False)
    assert ".each" in text and not re.search(r"delete \w+\.(each|more|one)\b", text)
    assert re.search(r"delete \w+\.w\b", text), "that name is another thing in the same function"


CALLED = """
from widgets.core.other import double, Own
from elsewhere.other import triple
def twice(call):
    return lambda value: call(call(value))
def plain(value):
    return value + 1
@twice
def decorated(value):
    return value + 1
def replaced(value):
    return value
replaced = Own
def told():
    return [plain(1), decorated(1), replaced(3).value, double(2), triple(2), Own(4).value, 3 - 5, 2 * -3, "a" + "b", [1] + [2],
            0 * -4, 2 ** 31 + 2 ** 31, 2 ** 40 * 3, 1.5 + 1, 2 * "ab", [1] == [1], 1 == 1.0, True == 1, 2 < 2.5, "a" < "b",
            (1, 2) >= (1, 1)]
"""
OTHER = "class Own:\n    def __init__(self, value):\n        self.value = value\ndef double(value):\n    return 2 * value\n"


def test_what_is_called_at_once_gives_the_same():
    """Functions of the module and of a core, and operators; not what is decorated, has another thing in its name, or a class."""
    modules = {
        "app": "",
        "app.calls": CALLED,
        "widgets": "",
        "widgets.core": "",
        "widgets.core.other": OTHER,
        "elsewhere": "",
        "elsewhere.other": "def triple(value):\n    return 3 * value\n",
    }
    told = (
        "[2, 3, 3, 4, 6, 4, -2, -6, 'ab', [1, 2], 0, 4294967296, 3298534883328, 2.5, 'abab', True, True, True, True, True, True]"
    )
    for runtime_kind in ("trimmed", "full"):
        assert V8Session(modules, runtime_kind, lines=False).call("app.calls", "told") == told
    text = compiler.to_javascript(CALLED, "app/calls.py", "app.calls", False)
    for name in ("plain", "double"):
        assert f"$call_with_position(locals_app_calls.{name}," not in text and f"locals_app_calls.{name}(" in text
    assert "rich_op" not in text.replace("rich_op('__pow__'", "")


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


@pytest.mark.parametrize("kind", scripts.KINDS)
def test_script_of_a_page_is_small(kind):
    """The ballot box does most: a sheet, a camera, files and a report, and it goes on after an error. Then comes the guide, with
    its map, the case and the talks."""
    most = {"ballot": 250_000, "guide": 245_000}
    assert len(gzip.compress(scripts.text((kind,)).encode(), 9, mtime=0)) < most.get(kind, 240_000)


def test_output_is_the_same_every_time():
    first = bundle(PACKAGE, "app.page")
    compiler.to_javascript(case_module(), "other.py", "other")
    assert bundle(dict(reversed(PACKAGE.items())), "app.page") == first
    compiler._context.cache_clear()
    bundling._javascript.cache_clear()
    runtime.trimmed.cache_clear()
    assert bundle(PACKAGE, "app.page") == first


def test_a_module_is_the_same_whatever_was_compiled_before_it():
    """So that a script can be kept, and has the same name in every build."""
    source = "def f(one, other):\n    return [lambda: one, lambda: (other, one)]\n"
    first = compiler.to_javascript(source, "app/x.py", "app.x")
    assert "lambda_" in first
    for _ in range(3):
        compiler.to_javascript(case_module(), "other.py", "other")
        assert compiler.to_javascript(source, "app/x.py", "app.x") == first


def test_what_is_told_of_a_plain_function_is_said_once():
    """The long form stays for a function that the loader cannot tell it of; what they do is in tests/brython_cases.py."""

    def told(source: str) -> str:
        return compiler.to_javascript(source, "app/x.py", "app.x")

    for plain in ("def f(a, b=2):\n    return a", "class A:\n    def f(self, *more, **named):\n        return more"):
        assert ("plain_function" in told(plain)) != ("$function_infos" in told(plain))
    assert "plain_function" in told("def f(a, b=2):\n    return a")
    assert "$function_infos" in told("def f(a, *, b=2):\n    return a")


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
    run = python("-c", _WITHOUT_EVAL, said=script)
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
<body><p id="out"></p><p id="count">0</p><p id="later"></p>
<button id="add">+</button><button id="break">x</button></body></html>"""
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
    page.wait_for_function("() => document.getElementById('later').textContent === 'later'")
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
