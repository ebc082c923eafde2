"""Parts that several kinds of pages share."""
import datetime

from macros.content import Content
from macros.languages import say
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


def date_text(date: datetime.date, content: Content | None = None) -> str:
    """21 november 2026, in the language of `content`."""
    month = MONTHS[date.month - 1]
    return f"{date.day} {say(content, month) if content else month} {date.year}"


def checked_line(page: Page, content: Content | None = None) -> str:
    """When somebody last read this through, in the language of `content`."""
    date = date_text(page.checked, content)
    line = say(content, "Laatst nagekeken op {1}.", date) if content else f"Laatst nagekeken op {date}."
    return to_html(el("p", {"class": "checked"}, line))


def partly_dutch(content: Content) -> str:
    """The notice above a page in another language on which some texts stayed Dutch."""
    return to_html(el("p", {"class": "notice"}, content.translation.site.partly, " ",
                      el("span", {"lang": "nl", "dir": "ltr"}, "Een deel van deze pagina is nog niet vertaald.")))


def paragraphs(text: str) -> list:
    """A text with blank lines as paragraphs."""
    return [el("p", None, " ".join(part.split())) for part in text.split("\n\n") if part.strip()]


def bullets(texts: list[str], name: str = "") -> tuple | None:
    """A list of texts, or nothing."""
    if not texts:
        return None
    return el("ul", {"class": name} if name else None, [el("li", None, text) for text in texts])


__all__ = ["bullets", "checked_line", "danger_notice", "date_text", "escape", "lead", "markdown_section", "paragraphs",
           "partly_dutch", "raw"]
