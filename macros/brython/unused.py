"""Leaves out of a script what no module in it names: a page carries only the functions that can be called on it."""
import ast


def without_unused(modules: dict[str, str], kept: set[str] = frozenset()) -> dict[str, str]:
    """The same modules without functions and constants that nothing in any of them names; lines keep their numbers.

    modules: dotted name -> source. A name counts as used when it stands anywhere as a name, an attribute, an import or a text,
    so nothing that is looked up by name is lost. `kept`: names that are used from outside.
    """
    trees = {name: ast.parse(source) for name, source in modules.items()}
    unused = True
    while unused:
        used = set(kept)
        for tree in trees.values():
            for statement in tree.body:
                if not isinstance(statement, ast.ImportFrom):
                    used |= _names(statement) - _defined(statement)
        unused = False
        for tree in trees.values():
            body = [statement for statement in tree.body if not _defined(statement) or _defined(statement) & used]
            unused = unused or len(body) < len(tree.body)
            tree.body = body
    return {name: _only(source, trees[name], used) for name, source in modules.items()}


def _defined(statement: ast.stmt) -> set[str]:
    """The names that a statement of a module gives a function or a constant; empty for anything that also does something."""
    if isinstance(statement, ast.FunctionDef):
        return {statement.name}
    if isinstance(statement, ast.Assign) and all(isinstance(target, ast.Name) for target in statement.targets) \
            and not any(isinstance(node, ast.Call) for node in ast.walk(statement.value)):
        return {target.id for target in statement.targets}
    return set()


def _names(statement: ast.stmt) -> set[str]:
    found = set()
    for node in ast.walk(statement):
        match node:
            case (ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)) | ast.FunctionDef(name=name)
                  | ast.alias(name=name)):
                found.add(name)
    return found


def _only(source: str, tree: ast.Module, used: set[str]) -> str:
    """The lines of the statements that stay; of an import only the names that are used."""
    lines = source.split("\n")
    stays = [""] * len(lines)
    for statement in tree.body:
        first = min([statement.lineno, *(node.lineno for node in getattr(statement, "decorator_list", []))])
        if isinstance(statement, ast.ImportFrom):
            names = [ast.unparse(alias) for alias in statement.names if (alias.asname or alias.name) in used]
            if names:
                stays[first - 1] = f"from {statement.module} import {', '.join(names)}"
            continue
        for number in range(first - 1, statement.end_lineno):
            stays[number] = lines[number]
    return "\n".join(stays)
