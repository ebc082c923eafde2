"""Two builds of the same pages side by side: `python -m macros.commands.compare FOLDER FOLDER` prints a table of what differs.

Counts pages, and in the main article of each page its headings and links. Says how alike two generators are, and no more.
"""

import posixpath
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOST_SHOWN = 10


@dataclass
class PageParts:
    """What is compared of a page: headings (level, text) in order, links inside the site and outside it."""

    headings: list[tuple[str, str]] = field(default_factory=list)
    inside: Counter = field(default_factory=Counter)
    outside: Counter = field(default_factory=Counter)


class _Article(HTMLParser):
    """Reads the main article. Links to a heading itself (¶, #) are of the generator and do not count."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts = PageParts()
        self._page, self._depth, self._heading, self._text, self._skipped = page, 0, "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        if tag == "article":
            self._depth += bool(self._depth) or "md-content__inner" in classes
        if not self._depth:
            return
        if tag in HEADINGS:
            self._heading, self._text = tag, ""
        if tag == "a":
            self._skipped = "headerlink" in classes
            address = attributes.get("href")
            if address and not self._skipped:
                self._link(address)

    def handle_endtag(self, tag: str) -> None:
        if tag == "article" and self._depth:
            self._depth -= 1
        if tag == "a":
            self._skipped = False
        if tag == self._heading:
            self.parts.headings.append((tag, " ".join(self._text.split())))
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if self._heading and not self._skipped:
            self._text += data

    def _link(self, address: str) -> None:
        split = urlsplit(address)
        if split.scheme or split.netloc:
            self.parts.outside[address] += 1
            return
        path = self._page
        if split.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self._page), unquote(split.path)))
        self.parts.inside[f"{path.removesuffix('/index.html').removesuffix('index.html') or '.'}#{split.fragment}"] += 1


def read_site(folder: Path) -> dict[str, PageParts]:
    """Every page of a built site: path of its file -> what is compared."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        page = path.relative_to(folder).as_posix()
        reader = _Article(page)
        reader.feed(path.read_text(encoding="utf-8"))
        found[page] = reader.parts
    return found


def compare(first: dict[str, PageParts], second: dict[str, PageParts]) -> list[str]:
    """A table of totals with what both have, and the pages that differ, as lines of text."""
    both = sorted(set(first) & set(second))
    rows = [
        ("pages", len(first), len(second), len(both)),
        (
            "pages with the same headings",
            len(first),
            len(second),
            sum(first[page].headings == second[page].headings for page in both),
        ),
        ("headings", *_totals(first, second, both, lambda parts: Counter(parts.headings))),
        ("links inside", *_totals(first, second, both, lambda parts: parts.inside)),
        ("links outside", *_totals(first, second, both, lambda parts: parts.outside)),
    ]
    lines = [f"{'':30}{'first':>9}{'second':>9}{'same':>9}"]
    lines += [f"{name:30}{one:>9}{two:>9}{same:>9}" for name, one, two, same in rows]
    missing = [f"only in the first: {page}" for page in sorted(set(first) - set(second))]
    missing += [f"only in the second: {page}" for page in sorted(set(second) - set(first))]
    other = [f"differs: {page} ({', '.join(what)})" for page in both if (what := _differences(first[page], second[page]))]
    shown = missing + other
    return [*lines, *shown[:MOST_SHOWN], *([f"and {len(shown) - MOST_SHOWN} more"] if len(shown) > MOST_SHOWN else [])]


def _totals(
    first: dict[str, PageParts], second: dict[str, PageParts], both: list[str], counted: Callable[[PageParts], Counter]
) -> tuple[int, int, int]:
    return (
        sum(counted(parts).total() for parts in first.values()),
        sum(counted(parts).total() for parts in second.values()),
        sum((counted(first[page]) & counted(second[page])).total() for page in both),
    )


def _differences(one: PageParts, two: PageParts) -> list[str]:
    return [name for name in ("headings", "inside", "outside") if getattr(one, name) != getattr(two, name)]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Zo gebruik je dit: python -m macros.commands.compare MAP MAP")
    print("\n".join(compare(read_site(Path(sys.argv[1])), read_site(Path(sys.argv[2])))))
