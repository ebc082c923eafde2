"""The whole policy of the school as one document to print: the parts are the pages of the site, drawn by the same code.

Every part keeps its own ids behind the name of the part, so that ids stay unique in the document. Links between
parts stay inside the document; links to other pages lead to the site.
"""

import datetime
import os
import re
import tomllib
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import get_args

from markdown import Markdown

from macros.content.model import Content
from macros.content.reviews import said_of
from macros.publish.links import Links
from macros.publish.phrases import date_text, month_text
from macros.publish.routes import route_data
from macros.render import parts as page_parts
from macros.render.contacts import contacts
from macros.render.danger import dangers
from macros.render.list import collection_page
from macros.render.route import roles_table
from macros.render.shared import bullets, checked_line, fact_list, lead
from macros.render.steps import step_list
from macros.render.talk import guide_page
from macros.schema.collection import Collection
from macros.source.code_folder import CODE
from widgets.core.html import VOID_TAGS, el, escape, to_html

_INSIDE = "in-document:"  # stands before a link to a part, until the part is placed
_REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True)
class _DocumentLinks(Links):
    """Links that know which pages are parts of the document."""

    parts: frozenset[str] = frozenset()

    def to(self, target: str) -> str:
        page, _, step = target.rpartition("/")
        if page in self.parts:  # the page of a step: here it is a place in its route
            return f"{_INSIDE}{page}#stap-{step}"
        return _INSIDE + target if target.partition("#")[0] in self.parts else super().to(target)


@dataclass
class _Part:
    """One page of the site inside the document. `path` is its place in the site: "gesprekken/x"."""

    path: str
    title: str
    html: str
    name: str = "page"
    entries: list[tuple[str, str]] = field(default_factory=list)  # (title, id in the part), for the contents


@dataclass
class _Chapter:
    title: str
    parts: list[_Part]


def policy_page(content: Content, links: Links, today: datetime.date | None = None) -> str:
    """The document as one block of HTML. `today` is the date on the cover; SOURCE_DATE_EPOCH replaces it."""
    protocol = content.protocols[content.school.protocol]
    parts = frozenset(
        [
            "nu-gevaar",
            "rollen",
            "hulplijnen",
            "begrippen",
            f"protocollen/{protocol.id}",
            *(f"gesprekken/{name}" for name in content.guides),
            *(f"lijsten/{name}" for name in content.collections),
        ]
    )
    inside = _DocumentLinks(links.page, links.directory_urls, links.own, parts)
    chapters = _chapters(content, inside)
    body = [_chapter_html(number, chapter) for number, chapter in enumerate(chapters, 1)]
    return "".join(
        [
            '<div class="policy">',
            to_html(_cover(content, _build_date(today))),
            to_html(_contents(chapters)),
            *body,
            to_html(_colophon(content)),
            "</div>",
        ]
    )


def _build_date(today: datetime.date | None) -> datetime.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return today or datetime.date.today()


def _chapters(content: Content, links: Links) -> list[_Chapter]:
    protocol = content.protocols[content.school.protocol]
    data = route_data(protocol, content, links)
    steps = _Part(
        f"protocollen/{protocol.id}",
        protocol.title,
        lead(protocol.summary)
        + to_html(step_list(data))
        + to_html(el("h3", {"id": "wie-doet-wat"}, "Wie doet wat"))
        + to_html(roles_table(protocol, content, lambda step: f"#stap-{step.id}"))
        + checked_line(protocol),
        "steps-part",
        [(f"{step['number']}. {step['title']}", f"stap-{step['id']}") for step in data["steps"]]
        + [("Wie doet wat", "wie-doet-wat")],
    )
    guides = [
        _Part(f"gesprekken/{guide.id}", guide.title, _from_markdown(guide_page(guide, content, links)), "guide-part")
        for guide in content.guides.values()
    ]
    chapters = [
        _Chapter("Nu gevaar?", [_Part("nu-gevaar", "", dangers(content))]),
        _Chapter("Ons protocol", [steps]),
        _Chapter("Rollen", [_Part("rollen", "", page_parts.roles(content))]),
        _Chapter("Gesprekken", guides),
    ]
    for menu in get_args(Collection.model_fields["menu"].annotation):
        chapters.append(
            _Chapter(
                menu.capitalize(),
                [
                    _Part(f"lijsten/{item.id}", item.title, _from_markdown(collection_page(item, content)), "list-part")
                    for item in content.collections.values()
                    if item.menu == menu
                ],
            )
        )
    chapters.append(
        _Chapter(
            "Hulp",
            [
                _Part("bij-ons", "Bij ons op school", contacts(content)),
                _Part("hulplijnen", "Hulplijnen", page_parts.helplines(content)),
            ],
        )
    )
    chapters.append(_Chapter("Begrippen", [_Part("begrippen", "", page_parts.terms(content))]))
    return [chapter for chapter in chapters if chapter.parts]


def _chapter_html(number: int, chapter: _Chapter) -> str:
    body = "".join(_part_html(part) for part in chapter.parts)
    title = to_html(el("h2", {"id": _chapter_id(number)}, f"{number}. {chapter.title}"))
    return f'<section class="policy-chapter">{title}{body}</section>'


def _part_html(part: _Part) -> str:
    """A part. Its own title comes at the third level; without a title, its highest headings do."""
    prefix = _part_id(part.path)
    own_title = "<h1" in part.html
    highest = min((int(level) for level in re.findall(r"<h([1-6])", part.html)), default=3)
    wanted = 4 if part.title and not own_title else 3
    placed = _Placed(prefix, wanted - highest)
    placed.feed(part.html)
    placed.close()
    title = to_html(el("h3", None, part.title)) if wanted == 4 else ""
    return f'<section class="policy-part {part.name}" id="{prefix}">{title}{"".join(placed.pieces)}</section>'


def _part_id(path: str) -> str:
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
            return f"#{_part_id(path)}" + (f"--{anchor}" if anchor else "")
        return value


def _from_markdown(text: str) -> str:
    """The HTML of a page that is made as Markdown around blocks of HTML."""
    return Markdown(extensions=["attr_list"]).convert(text)


def _cover(content: Content, today: datetime.date) -> tuple:
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
        el("h1", None, "Zo pakken wij pesten aan"),
        el("p", {"class": "lead"}, protocol.summary),
        el("p", {"class": "notice"}, "Dit is een voorbeeld. Vul eerst de gegevens van de school in.") if school.example else None,
        fact_list(facts),
    )


def _contents(chapters: list[_Chapter]) -> tuple:
    items = []
    for number, chapter in enumerate(chapters, 1):
        lines = []
        for part in chapter.parts:
            prefix = _part_id(part.path)
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


def _colophon(content: Content) -> tuple:
    pages = [content.protocols[content.school.protocol], *content.guides.values(), *content.collections.values()]
    site = content.school.site
    return el(
        "section",
        {"class": "policy-colophon"},
        el("h2", {"id": "colofon"}, "Colofon"),
        bullets(
            [
                f"Dit is het beleid tegen pesten van {content.school.name}.",
                "Onder elk onderdeel staat wanneer de tekst is bijgewerkt. De oudste tekst is van "
                f"{month_text(min(page.checked for page in pages))}.",
                "De nieuwste versie staat altijd op de site. Gooi een oude afdruk weg.",
                "De teksten mag je overnemen en aanpassen, met naam van de bron: Veiligwijzer, licentie CC BY 4.0.",
            ]
        ),
        el("p", None, "De website van de school: ", el("a", {"href": site}, site)) if site else None,
    )
