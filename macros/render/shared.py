"""Parts that several kinds of pages share."""
import datetime

from macros.links import Links
from macros.schema.base import Page
from widgets.core.html import el, escape, to_html

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")


def raw(text: str) -> str:
    """Text for a place where Markdown is read (a heading): shown as it is, never as markup."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()<>#+-.!|&\"'~^=:" else char for char in text)


def lead(text: str) -> str:
    """The first lines under a title."""
    return to_html(el("p", {"class": "lead"}, text))


def markdown_section(title: str, anchor: str, html: str) -> str:
    """A heading that gets into the contents of the page, with a block of HTML under it."""
    return f"## {raw(title)} {{ #{anchor} }}\n\n<div class=\"block\">{html}</div>"


def danger_notice(links: Links) -> str:
    """"Nu gevaar?": stands above every route."""
    return to_html(el("p", {"class": "danger-notice"},
                      el("strong", None, "Nu gevaar? "),
                      "Geweld, een wapen, gedachten aan de dood, seksuele dwang of een naaktbeeld: ",
                      el("a", {"href": links.to("nu-gevaar")}, "doe eerst dit"), "."))


def date_text(date: datetime.date) -> str:
    """21 november 2026."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def checked_line(page: Page) -> str:
    """When somebody last read this through."""
    return to_html(el("p", {"class": "checked"}, f"Laatst nagekeken op {date_text(page.checked)}."))


def paragraphs(text: str) -> list:
    """A text with blank lines as paragraphs."""
    return [el("p", None, " ".join(part.split())) for part in text.split("\n\n") if part.strip()]


def bullets(texts: list[str], name: str = "") -> tuple | None:
    """A list of texts, or nothing."""
    if not texts:
        return None
    return el("ul", {"class": name} if name else None, [el("li", None, text) for text in texts])


__all__ = ["bullets", "checked_line", "danger_notice", "date_text", "escape", "lead", "markdown_section", "paragraphs", "raw"]
