"""Every address outside the site that a page or a line of content names, with the places where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.model import Content
from macros.schema.walk import texts
from macros.upkeep.facts import FILE, facts, links_of_facts, page_lines

_ADDRESS = re.compile(r"https?://[^\s)\"'<>\]]+")
# Addresses that belong to nobody, for examples.
_EXAMPLE = re.compile(r"https?://(?:[^/]*\.)?(?:example|invalid|localhost|127\.0\.0\.1)\b")
_FENCE = re.compile(r"^(```|~~~)")


@dataclass(frozen=True, order=True)
class Place:
    """Where an address stands: file from the project, line, and the title of the page or part."""

    file: str
    line: int
    title: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} ({self.title})"


def external_links(content: Content, root: Path) -> dict[str, list[Place]]:
    """Address -> places, in order of address: of what this school shows, in content and on pages."""
    found: dict[str, set[Place]] = {}
    named = {fact.source for fact in facts(content, root)}
    for number, addresses in links_of_facts(root).items():
        if number in named:
            for address in addresses:
                found.setdefault(address, set()).add(Place(FILE, 1, number))
    for address, place in [*_in_content(content), *_on_pages(root, content)]:
        if not _EXAMPLE.match(address):
            found.setdefault(address, set()).add(place)
    return {address: sorted(found[address]) for address in sorted(found)}


def _in_content(content: Content) -> Iterator[tuple[str, Place]]:
    tops = [content.school, *content.terms.values(), *content.helplines.values(), *content.dangers, *content.pages]
    for top in tops:
        title = getattr(top, "title", None) or getattr(top, "name", None) or getattr(top, "situation", None) or top.term
        for owner, _, place, text in texts(top):
            for address in _ADDRESS.findall(text):
                yield address.rstrip(".,;:’"), Place(owner._document.file, owner._document.line(owner._path + place), title)


def _on_pages(root: Path, content: Content) -> Iterator[tuple[str, Place]]:
    fence = ""  # an example of code names addresses that need not exist
    for file, number, line, title in page_lines(root, content.school):
        mark = _FENCE.match(line)
        if mark and fence in ("", file):
            fence = "" if fence else file
        elif fence != file:
            fence = ""
            for address in _ADDRESS.findall(re.sub(r"`[^`]*`", "", line)):
                yield address.rstrip(".,;:’"), Place(file, number, title)
