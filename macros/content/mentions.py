"""Pages that a text names between quotes: "de pagina ‘Maatregelen en straf’" becomes a link beside that text."""

from __future__ import annotations

import re

from macros.content.model import Content
from macros.schema.route import Step
from macros.schema.walk import texts

# Pages with a title of their own that are written as Markdown in docs/: title -> path.
WRITTEN = {
    "Nu gevaar?": "nu-gevaar",
    "Hulplijnen": "hulplijnen",
    "De school doet niets?": "ouders/komt-u-er-niet-uit",
}
_QUOTED = re.compile(r"‘([^‘’]+)’")


def titles(content: Content) -> dict[str, str]:
    """The title of every page that a text may name, with its path as Links.to takes it."""
    return WRITTEN | {page.title: f"{folder}/{page.id}" for folder, pages in content.folders.items() for page in pages.values()}


def mentioned(step: Step, content: Content) -> list[tuple[str, str]]:
    """(title, path) of the pages that the texts of a step name, each once, as they are named."""
    known = titles(content)
    found = [title for _, text in texts_of(step) for title in _QUOTED.findall(text) if title in known]
    return [(title, known[title]) for title in dict.fromkeys(found)]


def texts_of(step: Step) -> list[tuple[tuple, str]]:
    """The texts of a step in which pages are named, with their places in the file."""
    return [(written.place, written.text) for written in texts(step, lambda field: field.mark.names_pages)]
