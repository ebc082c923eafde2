"""Pages that a text names between quotes: "de pagina ‘Maatregelen en straf’" becomes a link beside that text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from macros.content.model import Content
from macros.schema.route import Step
from macros.schema.walk import texts

# Pages with a title of their own that are written as Markdown in docs/: title -> path.
WRITTEN = {
    "Nu gevaar?": "nu-gevaar",
    "Hulplijnen": "hulplijnen",
    "De school doet niets?": "ouders/komt-u-er-niet-uit",
}
_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
_QUOTED = re.compile(r"‘([^‘’]+)’")


def titles(content: Content) -> dict[str, str]:
    """The title of every page that a text may name, with its path as Links.to takes it."""
    return WRITTEN | {page.title: f"{folder}/{page.id}" for folder, pages in content.folders.items() for page in pages.values()}


def every_title(content: Content) -> set[str]:
    """The titles of all pages that were read, also of those that are hidden or for another kind of school, and of docs/."""
    documents = [*content.project.base.values(), *content.project.documents.values()]
    read = {document.root.text("titel") for document in documents if document.root is not None and document.root.get("titel")}
    return read | _written_titles(content.root)


@lru_cache(maxsize=8)
def _written_titles(root: Path) -> frozenset[str]:
    """The titles that the pages of docs/ give themselves."""
    pages = (root / "docs").rglob("*.md")
    found = (_TITLE.search(page.read_text(encoding="utf-8", errors="replace")[:400]) for page in pages)
    return frozenset(match[1].strip("\"' ") for match in found if match)


def mentioned(step: Step, content: Content) -> list[tuple[str, str]]:
    """(title, path) of the pages that the texts of a step name, each once, as they are named."""
    known = titles(content)
    found = [title for _, text in texts_of(step) for title in _QUOTED.findall(text) if title in known]
    return [(title, known[title]) for title in dict.fromkeys(found)]


def texts_of(step: Step) -> list[tuple[tuple, str]]:
    """The texts of a step in which pages are named, with their places in the file."""
    return [(written.place, written.text) for written in texts(step, lambda field: field.mark.names_pages)]
