"""Leaves out of a script what no module in it names: a page carries only the functions that can be called on it."""

import ast
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class _Statement:
    """A statement of a module, with the names that it gives something and all names that stand in it."""

    tree: ast.stmt
    defined: frozenset[str]
    names: frozenset[str]


def without_unused(modules: dict[str, str], kept: Collection[str] = ()) -> dict[str, str]:
    """The same modules without functions and constants that nothing in any of them names; lines keep their numbers.

    modules: dotted name -> source. A name counts as used when it stands anywhere as a name, an attribute, an import or a text,
    so nothing that is looked up by name is lost. `kept`: names that are used from outside.
    """
    bodies = {name: _statements(source) for name, source in modules.items()}
    unused = True
    while unused:
        used = set(kept)
        for body in bodies.values():
            for statement in body:
                if not isinstance(statement.tree, ast.ImportFrom):
                    used |= statement.names - statement.defined
        unused = False
        for name, body in bodies.items():
            bodies[name] = [statement for statement in body if not statement.defined or statement.defined & used]
            unused = unused or len(bodies[name]) < len(body)
    return {name: _only(source, bodies[name], used) for name, source in modules.items()}


@lru_cache(maxsize=512)  # most modules stand in more than one script
def _statements(source: str) -> list[_Statement]:
    return [_Statement(tree, frozenset(_defined(tree)), frozenset(_names(tree))) for tree in ast.parse(source).body]


def _defined(statement: ast.stmt) -> set[str]:
    """The names that a statement of a module gives a function or a constant; empty for anything that also does something."""
    if isinstance(statement, ast.FunctionDef):
        return {statement.name}
    if (
        isinstance(statement, ast.Assign)
        and all(isinstance(target, ast.Name) for target in statement.targets)
        and not any(isinstance(node, ast.Call) for node in ast.walk(statement.value))
    ):
        return {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return set()


def _names(statement: ast.stmt) -> set[str]:
    found = set()
    for node in ast.walk(statement):
        match node:
            case (
                ast.Name(id=name)
                | ast.Attribute(attr=name)
                | ast.Constant(value=str(name))
                | ast.FunctionDef(name=name)
                | ast.alias(name=name)
            ):
                found.add(name)
    return found


def _only(source: str, body: list[_Statement], used: set[str]) -> str:
    """The lines of the statements that stay; of an import only the names that are used."""
    lines = source.split("\n")
    stays = [""] * len(lines)
    for statement in (each.tree for each in body):
        first = min([statement.lineno, *(node.lineno for node in getattr(statement, "decorator_list", []))])
        if isinstance(statement, ast.ImportFrom):
            names = [ast.unparse(alias) for alias in statement.names if (alias.asname or alias.name) in used]
            if names:
                stays[first - 1] = f"from {statement.module} import {', '.join(names)}"
            continue
        for number in range(first - 1, statement.end_lineno or first):
            stays[number] = lines[number]
    return "\n".join(stays)
