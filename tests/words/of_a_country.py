"""Words of another country or another kind of school on a page: `python -m tests.words.of_a_country` prints where.

The words are content: `landen` in protocol/taal.yaml. Every page is made as it would be for each kind of school, and
read whole: headings, lists, names of buttons and pictures, and the data from which a widget draws what comes later.
Left out: addresses, ids and search words.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from macros.commands.plain_pages import FRONT_MATTER, content_for, expanded
from macros.content.model import Content
from macros.schema.countries import COUNTRIES, KINDS
from macros.schema.language import Language
from macros.site.pages import menu, nav
from tests.words.house_style import matches, plain, read_rules
from tests.words.readability import sentences

_PLACE = re.compile(r"(?<=\.yaml):\d+(?: \(en [\d, ]+\))?")  # a line in a file is no number to call
# These do not end a piece of text; every other element does.
_INLINE = {"a", "b", "strong", "em", "i", "span", "small", "abbr", "cite", "mark", "sub", "sup", "tspan"}
_SPOKEN = ("aria-label", "alt", "title", "placeholder")
_ID = re.compile(r"[a-z0-9_-]*(?:/[a-z0-9_#-]+)*")
_MARKDOWN_ADDRESS = re.compile(r"(?<=\])\([^)\s]*(?: \"[^\"]*\")?\)|\{[:#.][^}\n]*\}")
_HEAD_TEXT = re.compile(r"^(?:title|description): *(.*)$", re.MULTILINE)
_NEW_LINE = re.compile(r"\n\s*(?:\n|[-*#|>!:]|\d+\.)")


@dataclass(frozen=True, order=True)
class Misplaced:
    """A word that does not belong on a page: for which kind of school, where, in which sentence, and what to write."""

    country: str
    school_type: str
    page: str
    word: str
    sentence: str
    instead: str

    def __str__(self) -> str:
        return (
            f"{COUNTRIES[self.country].name} ({self.school_type}), {self.page}: ‘{self.word}’ hoort hier niet. "
            f"Schrijf: {self.instead}. In: {self.sentence}"
        )


class _Texts(HTMLParser):
    """All texts in a page of Markdown and HTML, the data of widgets included."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._text = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in _SPOKEN and value]
        if tag not in _INLINE:
            self._flush()
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._flush()
            self._inside = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        if self._inside == "script":
            self.found += _strings(json.loads(self._text))
        elif self._inside != "style":
            self.found += _NEW_LINE.split(_MARKDOWN_ADDRESS.sub("", self._text))
        self._text = ""


def _strings(value: Any) -> Iterator[str]:
    """All texts in data, at any depth; ids and paths are none."""
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
    elif isinstance(value, str) and not _ID.fullmatch(value):
        yield value


def texts(page: str) -> list[str]:
    """Every piece of text that a reader of this page may see or hear, each once."""
    front = FRONT_MATTER.match(page)
    head = front.group(0) if front else ""
    parser = _Texts()
    parser.feed(page[len(head) :])
    parser.close()
    found = [*_HEAD_TEXT.findall(head), *parser.found]
    return list(dict.fromkeys(text for text in (" ".join(part.split()) for part in found) if text))


def misplaced(pages: dict[str, list[str]], rules: Language, country: str, school_type: str) -> list[Misplaced]:
    """Words that do not belong on these pages (path without .md -> its texts) of a school of this kind."""
    places = [rule for rule in rules.places if rule.audience.includes(country, school_type)]
    free = tuple(path for group in rules.both for path in group.pages)
    every = [word for rule in places for word in rule.avoid]
    found = set()
    for page, parts in pages.items():
        if page in free or page.startswith(tuple(f"{path}/" for path in free)):
            continue
        for text in (plain(_PLACE.sub("", part)) for part in parts):
            if matches(text, every):
                found |= {
                    Misplaced(country, school_type, page, word, sentence, rule.instead)
                    for sentence in sentences(text)
                    for rule in places
                    for word in matches(sentence, rule.avoid, rule.allowed)
                }
    return sorted(found)


def site_texts(root: Path, content: Content) -> dict[str, list[str]]:
    """The texts of all pages for the school of `content`, and those of the menu."""
    found = {path.removesuffix(".md"): texts(page) for path, page in expanded(root, content)}
    return {**found, "menu": list(_titles(nav(content, menu(content.root))))}


def _titles(menu: list) -> Iterator[str]:
    for item in menu:
        if isinstance(item, dict):
            for title, below in item.items():
                yield title
                yield from _titles(below) if isinstance(below, list) else ()


def main(root: Path) -> int:
    rules, problems = read_rules(root)
    if rules is None:
        print("\n".join(map(str, problems)))
        return 1
    found = [word for kind in KINDS for word in misplaced(site_texts(root, content_for(root, *kind)), rules, *kind)]
    print("\n".join(map(str, found)) or "Elk woord past bij het land en het onderwijs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
