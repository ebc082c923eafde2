"""Who may import whom: the rooms of the project stay apart. A breach names file and line."""

import ast
from pathlib import Path

import pytest

from tests.places import ROOT

PYTHON_FILES = sorted([*(ROOT / "macros").rglob("*.py"), *(ROOT / "widgets").rglob("*.py")])


def imports(path: Path) -> list[tuple[int, str]]:
    """(line, dotted module) of every import in a file, wherever it stands."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            prefix = "." * node.level + (node.module or "")
            found.append((node.lineno, prefix))
    return found


def breach(path: Path, line: int, module: str) -> str | None:
    """What is wrong with this import, or None."""
    place = path.relative_to(ROOT).as_posix()
    top = module.split(".")[0]
    if module.startswith("."):
        return "imports are absolute, so that every module says where a thing lives"
    if place.startswith("widgets/core/"):
        return (
            None
            if module == "widgets.core" or module.startswith("widgets.core.")
            else "the browser core imports nothing but itself"
        )
    if place == "widgets/page.py" or place.startswith("widgets/browser/"):
        allowed = top in ("browser", "javascript", "widgets")
        return None if allowed else "what runs on a page imports only the core and the browser"
    if top in ("browser", "javascript"):
        return "only widgets/page.py and widgets/browser/ import the browser"
    if top == "mkdocs" and place != "macros/hooks.py":
        return "only macros/hooks.py imports mkdocs"
    if top == "protocol":
        return "protocol/ is read, never imported"
    if top == "widgets" and not module.startswith("widgets.core") and module != "widgets.kinds":
        return "macros may use only the core of the widgets, and the list of kinds"
    return None


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports(path):
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {module}: {breach(path, line, module)}"
        for line, module in imports(path)
        if breach(path, line, module)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "oracles").glob("*.py")), ids=lambda path: path.name)
def test_an_oracle_shares_nothing_with_the_product(path):
    wrong = [
        module
        for _, module in imports(path)
        if module.split(".")[0] in ("macros", "widgets") or module.startswith("tests.") and not module.startswith("tests.oracles")
    ]
    assert wrong == []


def test_a_breach_is_found():
    assert breach(ROOT / "widgets/core/x.py", 1, "json")
    assert breach(ROOT / "macros/x.py", 1, "mkdocs.plugins")
    assert breach(ROOT / "macros/x.py", 1, "browser")
    assert breach(ROOT / "macros/x.py", 1, "widgets.page")
    assert not breach(ROOT / "macros/x.py", 1, "widgets.core.html")


def room(module: str) -> str:
    """The folder of a module of macros; a doorway is a room of its own."""
    return ".".join(module.split(".")[:2])


def test_the_rooms_stand_on_few_floors():
    """import-linter holds who may import whom (pyproject.toml); here: how many floors that gives, without a circle."""
    rooms: dict[str, set[str]] = {}
    for path in sorted((ROOT / "macros").rglob("*.py")):
        own = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
        below = {room(module) for _, module in imports(path) if module.startswith("macros.")}
        rooms.setdefault(own, set()).update(below - {own})
    floors = []
    while rooms:
        ready = {name for name, below in rooms.items() if not below & rooms.keys()}
        assert ready, f"these rooms import each other in a circle: {sorted(rooms)}"
        floors.append(ready)
        rooms = {name: below for name, below in rooms.items() if name not in ready}
    assert len(floors) <= 11, floors


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_stay_small(path):
    most = 300 if path.is_relative_to(ROOT / "macros") else 330
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize(
    "path",
    [path for path in PYTHON_FILES if path.is_relative_to(ROOT / "macros")],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_public_functions_say_what_goes_in_and_out(path):
    silent = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
            untyped = [
                argument.arg for argument in given if argument and argument.arg not in ("self", "cls") and not argument.annotation
            ]
            if untyped or node.returns is None:
                silent.append(f"{path.name}:{node.lineno}: {node.name}({', '.join(untyped)})")
    assert silent == []
