"""Python to JavaScript by Brython's own compiler, running in V8 (mini-racer): no Node, no browser."""

import ast
import atexit
import json
import re
from functools import lru_cache
from importlib.resources import files
from weakref import WeakSet

from py_mini_racer import MiniRacer

from macros.site.brython import runtime

# The counters behind the names of generated functions start again for every module, so that the text of a module
# does not depend on what was compiled before it.
_COUNTER = "function make_id(){uuid+=1"
# Where the compiler notes which columns an expression has. Nothing here tells of columns, and without their numbers the script
# of a page is a fifth smaller.
_COLUMNS = "function add_to_positions(scopes,ast_obj){"
_COMPILE = """
function compileModule(source, filename, name) {
  const $B = __BRYTHON__;
  try {
    $B.$py_UUID = 0;
    $B.restart_ids();
    $B.frame_obj = null;
    $B.url2name[filename] = name;
    return JSON.stringify({js: $B.py2js({src: source, filename: filename, imported: true}, name, name).to_js()});
  } catch (error) {
    return JSON.stringify({error: $B.error_trace($B.exception(error))});
  }
}
__BRYTHON__.$options = __BRYTHON__.parse_options({});
__BRYTHON__.stdlib_module_names = [];
"""


class CompileError(Exception):
    """Brython's compiler refused a module; the message is its Python traceback."""


def host() -> str:
    """The JavaScript that lets brython.js start in a bare V8."""
    return files(__package__).joinpath("host.js").read_text(encoding="utf-8")


def open_v8() -> MiniRacer:
    """A fresh V8 in which brython.js can start. It is closed at the latest when the program ends."""
    context = MiniRacer()
    _open.add(context)
    context.eval(host())
    return context


_open: WeakSet[MiniRacer] = WeakSet()


@atexit.register
def _close_all() -> None:
    # A V8 that is still open while the interpreter takes itself apart sometimes waits for ever for a thread that has
    # already gone, and the program never ends.
    for context in list(_open):
        context.close()


@lru_cache(maxsize=1)
def _context() -> MiniRacer:
    context = open_v8()
    context.eval(_brython() + _COMPILE)
    return context


def _brython() -> str:
    """brython.js in which the counter of its compiler can start again, and that gives every expression column 0. Raises
    BrythonChanged."""
    text = runtime.full()
    for mark, what in ((_COUNTER, "the counter of the compiler"), (_COLUMNS, "the columns of an expression")):
        if text.count(mark) != 1:
            raise runtime.BrythonChanged(f"brython {runtime.BRYTHON_VERSION}: {what} not found once")
    text = text.replace(_COUNTER, f"$B.restart_ids=function(){{uuid=0}}\n{_COUNTER}")
    return text.replace(_COLUMNS, f"{_COLUMNS}return ast_obj.inum=0\n").replace(", ${inum})`", ")`")


def to_javascript(source: str, filename: str, name: str, lines: bool = True) -> str:
    """JavaScript of one module: an expression, a function that runs the module and fills its namespace.

    `filename` is what tracebacks show. Without `lines` they name the line where the function begins, and the text is
    shorter and faster: it does not note each line that it comes to. Raises SyntaxError when it is no Python,
    CompileError when only Brython refuses.
    """
    compile(source, filename, "exec", dont_inherit=True)
    answer = json.loads(_context().call("compileModule", _without_docstrings(source), filename, name))
    if "error" in answer:
        raise CompileError(answer["error"])
    javascript = _with_one_name(_without_extras(answer["js"]), source, name)
    javascript = _straight(_without_search(_without_deletes(javascript, source), source), source, name)
    javascript = _PLAIN_FUNCTION.sub(_SHORTER, javascript)
    return "function(){\n" + (javascript if lines else _LINE_NUMBERS.sub("", javascript)) + "\n}"


def _without_docstrings(source: str) -> str:
    """The source with empty docstrings, on the same lines: nothing reads them on a page, and they are a tenth of a script."""
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None:
            docstring = node.body[0]
            last = docstring.end_lineno or docstring.lineno
            after = lines[last - 1].encode()[docstring.end_col_offset :].decode()
            lines[docstring.lineno - 1] = lines[docstring.lineno - 1].encode()[: docstring.col_offset].decode() + '""'
            for number in range(docstring.lineno, last):
                lines[number] = ""
            lines[last - 1] += after
    return "\n".join(lines)


_UNUSED = re.compile(
    r"^\s*(?:\$B\.js_this = this|\w+\.__annotate__ = _b_\.None|iterator_\d+\[\$B\.INUM\] = \d+);?$\n", re.MULTILINE
)
# What is told of a function without keyword-only arguments, annotations or closure, after _UNUSED: the loader knows the rest.
_PLAIN_FUNCTION = re.compile(
    r"""^(\s*)(\w+)\.\$function_infos = \['[\w.]+', '(\w+)', '([\w.<>]+)', __file__, (.+?), _b_\.None, (.+?), (\[[^\[\]]*\]),"""
    r""" null, null,\n\s*(\d+), (\d+), 3, \[\], 0, 0, (\[[^\[\]]*\]), false, \[\], frame\]\n"""
    r"""\s*\$B\.set_func_attrs\(\2, frame, '[\w.]+'\)\n\s*\2\.ob_type = \$B\.function$(?!\n\s*\2\.__annotate__)""",
    re.MULTILINE,
)
_SHORTER = r"\g<1>$B.plain_function(\g<2>, frame, __file__, '\g<3>', '\g<4>', \g<5>, \g<6>, \g<7>, \g<8>, \g<9>, \g<10>)"
_LINE_NUMBERS = re.compile(
    r"^\s*(?:\$B\.set_lineno\(frame, \d+\)|frame\.\$lineno = \d+);?$\n|\$B\.set_lineno\(frame, \d+\) && ", re.MULTILINE
)


# What has names of its own inside a function.
_INNER = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef | ast.GeneratorExp | ast.SetComp | ast.DictComp


def _with_one_name(javascript: str, source: str, module: str) -> str:
    """The compiled text in which a function calls the place of its names `locals` throughout: the compiler also gives it a long
    name, for what stands inside. Only of functions in which nothing has names of its own."""
    for function in ast.parse(source).body:
        if isinstance(function, ast.FunctionDef) and not any(isinstance(node, _INNER) for node in list(ast.walk(function))[1:]):
            javascript = re.sub(rf"\blocals_{module.replace('.', '_')}_{function.name}\b", "locals", javascript)
    return javascript


# Where the text of a function of the module begins.
_FUNCTION = re.compile(r"^(?=  function (\w+?)\d+\()", re.MULTILINE)


def _without_deletes(javascript: str, source: str) -> str:
    """The compiled text in which a function keeps the names of its list comprehensions until it ends: a browser is slow at a
    place of names from which one was taken away. Only names that the function has for nothing else."""
    kept = {
        function.name: _only_in_comprehensions(function)
        for function in ast.parse(source).body
        if isinstance(function, ast.FunctionDef)
    }
    pieces = _FUNCTION.split(javascript)
    for place in range(1, len(pieces), 2):
        for name in kept.get(pieces[place], ()):
            pieces[place + 1] = re.sub(rf"^\s*delete \w+\.{name}\n", "", pieces[place + 1], flags=re.MULTILINE)
    return pieces[0] + "".join(pieces[2::2])


def _only_in_comprehensions(function: ast.FunctionDef) -> set[str]:
    """Names that stand for something in list comprehensions of a function, and nowhere else in it; none of a function in
    which something has names of its own."""
    if any(isinstance(node, _INNER) for node in list(ast.walk(function))[1:]):
        return set()
    inside: dict[str, set[ast.AST]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.ListComp):
            for each in [name for part in node.generators for name in _names(part.target)]:
                inside.setdefault(each.id, set()).update(name for name in _names(node) if name.id == each.id)
    elsewhere = {name.id for name in _names(function) if name not in inside.get(name.id, ())}
    return inside.keys() - elsewhere - {argument.arg for argument in function.args.args}


def _names(tree: ast.AST) -> list[ast.Name]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Name)]


# Where a function looks for a name of the module: among its own names, then in the module, then among those of Python.
_SEARCH = re.compile(r"\$B\.resolve_in_scopes\('(\w+)', \[\w+,(\w+),_b_\]\)")


def _without_search(javascript: str, source: str) -> str:
    """The compiled text in which a function of the module is taken from there at once. Not one whose name stands for something
    else somewhere in the module."""
    tree = ast.parse(source)
    others = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    others |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)} - others
    return _SEARCH.sub(lambda found: f"{found[2]}.{found[1]}" if found[1] in functions else found[0], javascript)


# An operator has a function of its own in loader.js: a browser is quicker at many small ones than at one that first looks what
# is asked.
_OPERATOR = re.compile(r"\$B\.rich_(?:op|comp)\('__(add|sub|mul|eq|ne|lt|le|gt|ge)__', ")
# What is called of these modules is a function when it begins with a small letter.
FUNCTIONS_ONLY = "widgets.core."
# Functions of Python that are functions of JavaScript too, and can be called at once.
_BUILT_IN = re.compile(r"\$B\.\$call_with_position\(_b_\.(len|isinstance|max|min|sum|all|any), 0, ")


def _straight(javascript: str, source: str, module: str) -> str:
    """The compiled text in which operators and functions of the module are called without a search for what they are."""
    tree = ast.parse(source)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.decorator_list}
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(FUNCTIONS_ONLY):
            functions |= {alias.asname or alias.name for alias in node.names if alias.name[0].islower()}
    names = f"locals_{module.replace('.', '_')}"
    functions -= stored
    if functions:
        own = "|".join(sorted(functions))
        javascript = re.sub(rf"\$B\.\$call_with_position\({names}\.({own}), 0, ", rf"{names}.\1(", javascript)
    javascript = javascript.replace("$B.$call_with_position(_b_.type, 0, ", "$B.type_of(")
    return _BUILT_IN.sub(r"_b_.\1(", _OPERATOR.sub(r"$B.\1(", javascript))


def _without_extras(javascript: str) -> str:
    """The compiled text without hashes worked out beforehand, the `this` of JavaScript and "no annotations", which no module
    asks for, and the column on each list of a loop. A traceback still names file, line and function."""
    return re.sub(r", \d{12,}\](?=[,\]])", "]", _UNUSED.sub("", javascript))
