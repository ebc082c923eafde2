"""The page "Dit hebben we geprobeerd": told by the tests themselves, so that it can never promise more than was tested.

A test in one of these files that belongs on the page has a docstring of lines "Aanval: …", "Uitkomst: …" and, when code
cannot stop it, "Blijft mogelijk: …". A text may go on over the next lines.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

from macros.render.shared import markdown_section
from widgets.core.html import el, to_html

FILES = (Path("tests/core/test_attacks.py"), Path("tests/browser/test_attacks_view.py"))
KEYS = ("Aanval", "Uitkomst", "Blijft mogelijk")
HOLDS = "Dit houdt stand"
REMAINS = "Dit kan code niet tegenhouden"


@dataclass(frozen=True)
class Attempt:
    """One attack: what was tried, what happened, and what remains possible ("" when nothing)."""

    attack: str
    outcome: str
    remains: str = ""


def read_attempts(source: str) -> list[Attempt]:
    """The attacks told in a module of tests, in order. Raises ValueError for one without an outcome."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        told = _told(ast.get_docstring(node) or "")
        if "Aanval" not in told:
            continue
        if not told.get("Uitkomst"):
            raise ValueError(f"line {node.lineno}: {node.name} tells an attack without an outcome")
        found.append(Attempt(told["Aanval"], told["Uitkomst"], told.get("Blijft mogelijk", "")))
    return found


def _told(docstring: str) -> dict[str, str]:
    """The texts after each key; a line without a key goes on with the one before it."""
    told: dict[str, str] = {}
    key = ""
    for line in docstring.splitlines():
        start, colon, rest = line.strip().partition(":")
        if colon and start in KEYS:
            key = start
            told[key] = rest.strip()
        elif key and line.strip():
            told[key] = f"{told[key]} {line.strip()}".strip()
    return {name: text[:1].upper() + text[1:] for name, text in told.items()}


def attempts_page(root: Path) -> str:
    """The two lists of attacks in Markdown with blocks of HTML; a sentence when this copy has no tests."""
    paths = [root / file for file in FILES if (root / file).is_file()]
    if not paths:
        return "De tests staan niet bij deze kopie van de site, en daarom is deze lijst leeg."
    found = [attempt for path in paths for attempt in read_attempts(path.read_text(encoding="utf-8"))]
    parts = []
    for title, anchor, chosen in (
        (HOLDS, "houdt-stand", [one for one in found if not one.remains]),
        (REMAINS, "blijft-mogelijk", [one for one in found if one.remains]),
    ):
        if chosen:
            parts.append(markdown_section(title, anchor, to_html(_list(chosen))))
    return "\n\n".join(parts)


def _list(attempts: list[Attempt]) -> tuple:
    items = []
    for attempt in attempts:
        remains = el("p", None, el("strong", None, "Wat mogelijk blijft: "), attempt.remains) if attempt.remains else None
        items.append(el("li", None, el("p", None, el("strong", None, attempt.attack)), el("p", None, attempt.outcome), remains))
    return el("ol", {"class": "attempts"}, items)
