"""Our widgets as a page with ordinary Brython would have them: the whole brython.js, Python compiled in the browser."""

import ast
from graphlib import TopologicalSorter

RUNTIME = "brython.js"


def page_scripts(modules: dict[str, str]) -> str:
    """Inline scripts for all modules (dotted name -> source), each after the ones it imports.

    Brython finds inline scripts by their id, and only ids without a dot: the imports are rewritten to such names.
    """
    filled = {name: source for name, source in modules.items() if source.strip()}
    needed = {name: set() for name in filled}
    scripts = {name: _flat(source, filled, needed[name]) for name, source in filled.items()}
    return "\n".join(
        f'<script type="text/python" id="{_flat_name(name)}">\n{scripts[name]}</script>'
        for name in TopologicalSorter(needed).static_order()
    )


def _flat_name(name: str) -> str:
    return name.replace(".", "_")


def _flat(source: str, modules: dict[str, str], needed: set[str]) -> str:
    """The source with `from widgets.core.html import el` as `from widgets_core_html import el`."""
    lines = source.splitlines(keepends=True)
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    for node in sorted(imports, key=lambda node: node.lineno, reverse=True):
        statements = []
        for alias in node.names:
            submodule = f"{node.module}.{alias.name}"
            if submodule in modules:
                needed.add(submodule)
                statements.append(f"import {_flat_name(submodule)} as {alias.asname or alias.name}")
            elif node.module in modules:
                needed.add(node.module)
                renamed = f" as {alias.asname}" if alias.asname else ""
                statements.append(f"from {_flat_name(node.module)} import {alias.name}{renamed}")
        if statements:
            lines[node.lineno - 1 : node.end_lineno] = [" " * node.col_offset + "; ".join(statements) + "\n"]
    return "".join(lines)
