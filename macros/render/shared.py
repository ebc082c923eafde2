"""Parts that several kinds of pages share."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType

from macros.content.languages import say
from macros.content.model import Content
from macros.content.reviews import checked_by_school
from macros.publish.links import Links
from macros.publish.phrases import date_text, month_text
from macros.schema.base import Page
from widgets.core.html import el, to_html


def raw(text: str) -> str:
    """Text for a place where Markdown is read (a heading): shown as it is, never as markup."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()<>#+-.!|&\"'~^=:" else char for char in text)


def running(text: str) -> str:
    """Text inside a line of Markdown that somebody wrote by hand: shown as it is, never as markup."""
    return "".join(f"&#{ord(char)};" if char in '\\`*_{}[]<>#|&"~^' else char for char in text)


def lead(text: str) -> str:
    """The first lines under a title."""
    return to_html(el("p", {"class": "lead"}, text))


def markdown_section(title: str, anchor: str, html: str) -> str:
    """A heading that gets into the contents of the page, with a block of HTML under it."""
    return f'## {raw(title)} {{ #{anchor} }}\n\n<div class="block">{html}</div>'


def print_element(text: str, part: str = "") -> tuple:
    """A button that prints the page, or one part of it (`part`: see print.css). Not there without JavaScript."""
    button = {"type": "button", "class": "md-button print-button", "data-print-page": part or True, "hidden": True}
    return el("p", {"class": "print-line no-print", "data-search-exclude": True}, el("button", button, text))


def print_button(text: str = "Print deze pagina") -> str:
    """The button that prints a page, as HTML."""
    return to_html(print_element(text))


def danger_notice(links: Links) -> str:
    """ "Nu gevaar?": stands above every route."""
    return to_html(
        el(
            "p",
            {"class": "danger-notice"},
            el("strong", None, "Nu gevaar? "),
            "Geweld, een wapen, gedachten aan zelfdoding, seksuele dwang of een naaktfoto: ",
            el("a", {"href": links.to("nu-gevaar")}, "doe eerst dit"),
            ".",
        )
    )


def checked_line(page: Page, content: Content | None = None) -> str:
    """When this text was brought up to date, in the language of `content`; with a day only when the school itself read it."""
    if checked_by_school(page):
        line, date = "De school heeft deze tekst nagelezen op {1}.", date_text(page.checked, content)
    else:
        line, date = "Deze tekst is voor het laatst bijgewerkt in {1}.", month_text(page.checked, content)
    return to_html(el("p", {"class": "checked"}, say(content, line, date) if content else line.replace("{1}", date)))


def partly_dutch(content: Content) -> str:
    """The notice above a page in another language on which some texts stayed Dutch."""
    return to_html(
        el(
            "p",
            {"class": "notice"},
            content.other_language.language.partly,
            " ",
            el("span", {"lang": "nl", "dir": "ltr"}, "Een deel van deze pagina is nog niet vertaald."),
        )
    )


def bullets(texts: list[str], name: str = "") -> tuple | None:
    """A list of texts, or nothing."""
    if not texts:
        return None
    return el("ul", {"class": name} if name else None, [el("li", None, text) for text in texts])


def fact_list(facts: Sequence[tuple[str, str | tuple | None]], name: str = "") -> tuple | None:
    """A list of what is said about something: (label, text or element). Without text a label is left out; None when all are."""
    rows = [el("div", {"class": "fact"}, el("dt", None, label), el("dd", None, text)) for label, text in facts if text]
    return el("dl", {"class": f"facts {name}".strip()}, rows) if rows else None


def capital(text: str) -> str:
    """The text with a capital at the front."""
    return text[:1].upper() + text[1:]


def as_json(data: object) -> str:
    """Data in the page itself, as short as it can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def widget(kind: str, data: Mapping[str, object], core: ModuleType, found: bool = True) -> str:
    """A widget with its first view, ready to be taken over. `found` False: the search finds its texts elsewhere on the page."""
    return to_html(
        el(
            "div",
            {"data-widget": kind, "class": "widget", "data-search-exclude": not found, "data-content": as_json(data)},
            core.view(data, core.init(data)),
        )
    )


def page_link(target: str, text: str, content: Content, links: Links, dutch: bool = False) -> str:
    """A link to a page; to one in Dutch it says so. `dutch`: to the Dutch page also when this site has it."""
    links = replace(links, own=frozenset()) if dutch else links
    told = " " + say(content, "(in het Nederlands)") if links.is_dutch(target) else ""
    return to_html(el("a", links.attributes(target), text + told))
