"""A document to print, made of pages of the site that are drawn by the same code.

Every part keeps its own ids behind the name of the part, so that ids stay unique in the document. Links between
parts stay inside the document; links to other pages lead to the site.
"""

import datetime
import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown import Markdown

from macros.content.model import Content
from macros.content.reviews import said_of
from macros.publish.links import Links
from macros.publish.phrases import date_text
from macros.render.shared import fact_list
from macros.source.code_folder import CODE
from widgets.core.html import VOID_TAGS, el, escape, to_html

_INSIDE = "in-document:"  # stands before a link to a part, until the part is placed
_REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True)
class DocumentLinks(Links):
    """Links that know which pages are parts of the document."""

    parts: frozenset[str] = frozenset()

    def to(self, target: str) -> str:
        page, _, step = target.rpartition("/")
        if page in self.parts:  # the page of a step: here it is a place in its route
            return f"{_INSIDE}{page}#stap-{step}"
        return _INSIDE + target if target.partition("#")[0] in self.parts else super().to(target)


@dataclass
class Part:
    """One page of the site inside the document. `path` is its place in the site: "gesprekken/x"."""

    path: str
    title: str
    html: str
    name: str = "page"
    entries: list[tuple[str, str]] = field(default_factory=list)  # (title, id in the part), for the contents


@dataclass
class Chapter:
    title: str
    parts: list[Part]


def document(content: Content, title: str, chapters: Sequence[Chapter], last: tuple, today: datetime.date | None) -> str:
    """The document as one block of HTML: a cover, the contents, the chapters and `last`. `today` is the date on the cover;
    SOURCE_DATE_EPOCH replaces it."""
    body = [chapter_html(number, chapter) for number, chapter in enumerate(chapters, 1)]
    return "".join(
        [
            '<div class="policy">',
            to_html(_cover(content, title, build_date(today))),
            to_html(contents(chapters)),
            *body,
            to_html(last),
            "</div>",
        ]
    )


def build_date(today: datetime.date | None) -> datetime.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return today or datetime.date.today()


def chapter_html(number: int, chapter: Chapter) -> str:
    body = "".join(_part_html(part) for part in chapter.parts)
    title = to_html(el("h2", {"id": _chapter_id(number)}, f"{number}. {chapter.title}"))
    return f'<section class="policy-chapter">{title}{body}</section>'


def _part_html(part: Part) -> str:
    """A part. Its own title comes at the third level; without a title, its highest headings do."""
    prefix = part_id(part.path)
    own_title = "<h1" in part.html
    highest = min((int(level) for level in re.findall(r"<h([1-6])", part.html)), default=3)
    wanted = 4 if part.title and not own_title else 3
    placed = _Placed(prefix, wanted - highest)
    placed.feed(part.html)
    placed.close()
    title = to_html(el("h3", None, part.title)) if wanted == 4 else ""
    return f'<section class="policy-part {part.name}" id="{prefix}">{title}{"".join(placed.pieces)}</section>'


def part_id(path: str) -> str:
    return path.replace("/", "-")


def _chapter_id(number: int) -> str:
    return f"hoofdstuk-{number}"


class _Placed(HTMLParser):
    """Copies HTML with ids behind `prefix`, links made to fit, and headings `deeper` levels down."""

    def __init__(self, prefix: str, deeper: int) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._prefix = prefix
        self._deeper = deeper

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(
            f" {name}" if value is None else f' {name}="{escape(self._value(tag, name, value))}"' for name, value in attrs
        )
        self.pieces.append(f"<{self._tag(tag)}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID_TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{self._tag(tag)}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")

    def _tag(self, tag: str) -> str:
        return f"h{min(int(tag[1]) + self._deeper, 6)}" if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else tag

    def _value(self, tag: str, name: str, value: str) -> str:
        if name == "id":
            return f"{self._prefix}--{value}"
        if name in _REFERENCES:
            return " ".join(f"{self._prefix}--{token}" for token in value.split())
        if tag == "a" and name == "href" and value.startswith("#"):
            return f"#{self._prefix}--{value[1:]}"
        if tag == "a" and name == "href" and value.startswith(_INSIDE):
            path, _, anchor = value.removeprefix(_INSIDE).partition("#")
            return f"#{part_id(path)}" + (f"--{anchor}" if anchor else "")
        return value


def from_markdown(text: str) -> str:
    """The HTML of a page that is made as Markdown around blocks of HTML."""
    return Markdown(extensions=["attr_list"]).convert(text)


def _cover(content: Content, title: str, today: datetime.date) -> tuple:
    school, protocol = content.school, content.protocols[content.school.protocol]
    version = tomllib.loads((CODE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    facts = [
        ("Protocol", protocol.title),
        ("De tekst", said_of(protocol, "bijgewerkt")),
        ("Gemaakt op", date_text(today)),
        ("Versie van de bron", f"Veiligwijzer {version}"),
    ]
    return el(
        "header",
        {"class": "policy-cover"},
        el("p", {"class": "policy-school"}, school.name),
        el("h1", None, title),
        el("p", {"class": "lead"}, protocol.summary),
        el("p", {"class": "notice"}, "Dit is een voorbeeld. Vul eerst de gegevens van de school in.") if school.example else None,
        fact_list(facts),
    )


def contents(chapters: Sequence[Chapter]) -> tuple:
    items = []
    for number, chapter in enumerate(chapters, 1):
        lines = []
        for part in chapter.parts:
            prefix = part_id(part.path)
            steps = [el("li", None, el("a", {"href": f"#{prefix}--{anchor}"}, title)) for title, anchor in part.entries]
            if part.title:
                lines.append(
                    el("li", None, el("a", {"href": f"#{prefix}"}, part.title), el("ul", None, steps) if steps else None)
                )
        items.append(
            el(
                "li",
                None,
                el("a", {"href": f"#{_chapter_id(number)}"}, f"{number}. {chapter.title}"),
                el("ul", None, lines) if lines else None,
            )
        )
    return el(
        "nav",
        {"class": "policy-contents", "aria-labelledby": "inhoud"},
        el("h2", {"id": "inhoud"}, "Inhoud"),
        el("ul", None, items),
    )
