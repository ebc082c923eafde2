"""The small mistakes that can be made in a file: each is one place in its syntax tree with something else in it."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

BOUNDARY = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITE = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitXor: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_WORDS = 110


@dataclass
class Mutant:
    """One mistake: `owner.field` (at `index`, when that is a list) becomes `new`; `before` and `after` say it in code.

    `text` is the line as it stands in the file, without the spaces around it.
    """

    file: str
    line: int
    text: str
    function: str
    before: str
    after: str
    tree: ast.Module
    owner: ast.AST
    field: str
    index: int | None
    new: ast.AST | None

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """By which it is known in explained.yaml, also when lines move."""
        return self.file, self.function, self.text, self.before, self.after

    @property
    def words(self) -> str:
        return f"{self.before}  →  {self.after}"

    def code(self, path: Path):
        """The compiled file with the mistake in it. The tree keeps it: to be called in a process of its own."""
        if self.index is None:
            setattr(self.owner, self.field, self.new)
        else:
            getattr(self.owner, self.field)[self.index] = self.new
        return compile(ast.fix_missing_locations(self.tree), str(path), "exec")


def mutants(source: str, file: str) -> list[Mutant]:
    """Every mistake that can be made in a source, in the order of the file."""
    tree, lines = ast.parse(source), source.split("\n")
    found = []
    for function, owner, field, index, node in _places(tree, ""):
        for new, after in _changes(node, owner, field):
            before = _words(node)
            after = after or _words(new)
            if before != after:
                found.append(
                    Mutant(
                        file, node.lineno, lines[node.lineno - 1].strip(), function, before, after, tree, owner, field, index, new
                    )
                )
    return sorted(found, key=lambda mutant: mutant.line)  # stable: in a line as they stand in the tree


def _words(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 2] + " …"


def _places(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST, str, int | None, ast.AST]]:
    """(the function around it, owner, field, index, node) of every expression and statement that runs."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, (ast.expr, ast.stmt)):
                if isinstance(child, ast.AST):  # arguments, comprehensions, keywords
                    yield from _places(child, function)
                continue
            if _is_no_code(child):
                continue
            inside = function
            if isinstance(child, (*FUNCTIONS, ast.ClassDef)):
                inside = f"{function}.{child.name}".strip(".")
            yield inside, node, field, index, child
            yield from _places(child, inside)


def _is_no_code(node: ast.AST) -> bool:
    """Texts that document, imports, and what is only read by people or by a checker of types."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        or isinstance(node, (ast.Import, ast.ImportFrom))
        or isinstance(node, ast.If)
        and ast.unparse(node.test) == "TYPE_CHECKING"
    )


# ---- what can go wrong at one place: (the other node, the words for it or "") ----


def _changes(node: ast.AST, owner: ast.AST, field: str) -> Iterator[tuple[ast.AST, str]]:
    name = type(node).__name__
    if name in _KINDS:
        yield from _KINDS[name](node)
    if isinstance(node, ast.stmt) and field in ("body", "orelse", "finalbody") and _can_go(node, owner):
        yield ast.Pass(lineno=node.lineno, col_offset=0), "(left out)"


def _compare(node: ast.Compare) -> Iterator[tuple[ast.AST, str]]:
    for place, operator in enumerate(node.ops):
        for table in (BOUNDARY, OPPOSITE):
            if type(operator) in table:
                new = copy.deepcopy(node)
                new.ops[place] = table[type(operator)]()
                yield new, ""


def _bool_op(node: ast.BoolOp) -> Iterator[tuple[ast.AST, str]]:
    new = copy.deepcopy(node)
    new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield new, ""
    for place in range(len(node.values)):
        kept = [value for other, value in enumerate(node.values) if other != place]
        yield (copy.deepcopy(kept[0]) if len(kept) == 1 else ast.BoolOp(node.op, copy.deepcopy(kept))), ""


def _unary_op(node: ast.UnaryOp) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node.op, (ast.Not, ast.USub)):
        yield copy.deepcopy(node.operand), ""


def _bin_op(node: ast.BinOp) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node.op, ast.Add) and _joins(node):  # to subtract texts or lists would only stop the program
        yield copy.deepcopy(node.left), ""
        yield copy.deepcopy(node.right), ""
    elif type(node.op) in ARITHMETIC:
        new = copy.deepcopy(node)
        new.op = ARITHMETIC[type(node.op)]()
        yield new, ""


def _joins(node: ast.expr) -> bool:
    """Whether this is surely a text or a list."""
    if isinstance(node, ast.BinOp):
        return _joins(node.left) or _joins(node.right)
    return (
        isinstance(node, (ast.List, ast.ListComp, ast.JoinedStr, ast.Tuple))
        or isinstance(node, ast.Constant)
        and isinstance(node.value, str)
    )


def _constant(node: ast.Constant) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value), ""
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1), ""
        yield ast.Constant(node.value - 1), ""


def _if_exp(node: ast.IfExp) -> Iterator[tuple[ast.AST, str]]:
    yield copy.deepcopy(node.body), ""
    yield copy.deepcopy(node.orelse), ""


def _if(node: ast.If) -> Iterator[tuple[ast.AST, str]]:
    new = copy.deepcopy(node)
    new.test = ast.UnaryOp(ast.Not(), new.test)
    yield new, "the other way round"


def _call(node: ast.Call) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node.func, ast.Name) and node.func.id in NAMES:
        new = copy.deepcopy(node)
        new.func.id = NAMES[node.func.id]
        new.keywords = [] if new.func.id == "list" else new.keywords
        yield new, ""
    if (
        isinstance(node.func, ast.Attribute)
        and not node.args
        and not node.keywords
        and node.func.attr in ("strip", "lower", "upper", "split", "copy")
    ):
        yield copy.deepcopy(node.func.value), ""


def _return(node: ast.Return) -> Iterator[tuple[ast.AST, str]]:
    value = node.value
    if value is None or isinstance(value, ast.Constant):
        return
    empty: ast.expr = ast.Constant(None)
    if isinstance(value, (ast.List, ast.ListComp)):
        empty = ast.List([], ast.Load())
    elif isinstance(value, (ast.Dict, ast.DictComp)):
        empty = ast.Dict([], [])
    elif isinstance(value, ast.JoinedStr):
        empty = ast.Constant("")
    yield ast.Return(empty), ""


def _subscript(node: ast.Subscript) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node.slice, ast.Slice):
        for end in ("lower", "upper"):
            given = getattr(node.slice, end)
            if given is not None and not (end == "lower" and isinstance(given, ast.Constant) and given.value == 0):
                new = copy.deepcopy(node)
                setattr(new.slice, end, None)
                yield new, ""


def _comprehension(node: ast.ListComp) -> Iterator[tuple[ast.AST, str]]:
    for place, generator in enumerate(node.generators):
        for number in range(len(generator.ifs)):
            new = copy.deepcopy(node)
            del new.generators[place].ifs[number]
            yield new, ""


def _boolean_loop(node: ast.While) -> Iterator[tuple[ast.AST, str]]:
    new = copy.deepcopy(node)
    new.test = ast.Constant(False)
    yield new, "never begun"


_KINDS = {
    "Compare": _compare,
    "BoolOp": _bool_op,
    "UnaryOp": _unary_op,
    "BinOp": _bin_op,
    "Constant": _constant,
    "If": _if,
    "IfExp": _if_exp,
    "Call": _call,
    "Return": _return,
    "Subscript": _subscript,
    "ListComp": _comprehension,
    "SetComp": _comprehension,
    "DictComp": _comprehension,
    "GeneratorExp": _comprehension,
    "While": _boolean_loop,
}


def _can_go(node: ast.stmt, owner: ast.AST) -> bool:
    """Whether the program still starts without this statement: a name that is set here must be set elsewhere too."""
    if isinstance(node, ast.Assign):
        return all(
            not isinstance(target, (ast.Name, ast.Tuple)) or not isinstance(owner, (*FUNCTIONS, ast.Module, ast.ClassDef))
            for target in node.targets
        )
    return isinstance(node, (ast.AugAssign, ast.Expr, ast.Raise, ast.Continue, ast.Break, ast.Delete, ast.If))
