"""The school's own part of the site: its pages, files, logo and colour, and the pages it leaves out."""

import json
import posixpath
import re
from pathlib import Path

from macros.content.colours import style_sheet
from macros.content.languages import say
from macros.content.model import Content
from macros.content.own_site import FILES, IN_SITE, OWN_PART, PLACES, OwnPage
from macros.content.vocabulary import PLACEHOLDER
from macros.render.shared import raw
from widgets.core.html import escape

STYLE = "assets/css/eigen.css"
NOT_HERE = "Onze school gebruikt deze pagina niet."
_ANCHOR = r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>'
_ITEM = re.compile(rf"<li>\s*(?:<p>)?\s*{_ANCHOR}\s*\.?(?:</p>)?\s*</li>", re.DOTALL)
_LINKS = re.compile(_ANCHOR, re.DOTALL)
_DOOR = re.compile(r'<a\b[^>]*\bclass="[^"]*\b(?:door|md-button)\b')


def site_name(content: Content) -> str:
    """The name of the site: the one that the school chose, else "Veilig op De Linde"."""
    look = content.own.look
    return look.name if look and look.name else say(content, "Veilig op {1}", content.school.name)


def pages(content: Content) -> list[tuple[str, str]]:
    """The pages of the school: (path under docs, Markdown)."""
    return [(f"{IN_SITE}/{page.name}.md", _markdown(page, content)) for page in content.own.pages]


def _markdown(page: OwnPage, content: Content) -> str:
    def word(match: re.Match) -> str:
        return content.vocabulary.replace(match.group(1)) or match.group(0)

    title, summary = (json.dumps(escape(text).replace("{", "&#123;"), ensure_ascii=False) for text in (page.title, page.summary))
    text = PLACEHOLDER.sub(word, page.text).replace("{{", "&#123;&#123;").replace("{%", "&#123;%").replace("{#", "&#123;#")
    heading = "" if re.search(r"^# ", text, re.MULTILINE) else f"# {raw(page.title)}\n\n"
    return f"---\ntitle: {title}\ndescription: {summary}\n---\n\n{heading}{text}"


def files(content: Content) -> dict[str, Path]:
    """The files that go along: place in the site -> the file itself."""
    found = {f"{IN_SITE}/{FILES}/{path.name}": path for path in content.own.files}
    return found if not content.translation else {logo(content): path for path in [content.own.logo] if path}


def logo(content: Content) -> str:
    """The place of the logo in the site; "" when the school has none of its own."""
    return f"{IN_SITE}/{FILES}/{content.own.logo.name}" if content.own.logo else ""


def style(content: Content) -> str:
    """The style sheet with the colour of the school, or ""."""
    look = content.own.look
    return style_sheet(look.colour) if look and look.colour else ""


def left_out(content: Content) -> list[tuple[str, str]]:
    """A short page at the address of each page that the school leaves out, so that no link to it is dead."""
    front = f"---\ntitle: {json.dumps(NOT_HERE)}\nsearch: {{exclude: true}}\n---\n\n"
    text = f"{front}# {NOT_HERE}\n\nZoek hierboven, of kies een ander onderdeel in het menu.\n"
    return [(f"{name}.md", text) for name in content.own.left_out]


def menu(nav: list, content: Content) -> list:
    """The menu without what is left out, with the pages of the school in their places."""
    gone = {f"{name}.md" for name in content.own.left_out}
    kept = [part for item in nav if (part := _without(item, gone)) is not None]
    own = [page for page in content.own.pages if PLACES[page.place] == ""]
    for item in kept:
        if isinstance(item, dict):
            for title, below in item.items():
                added = [_entry(page) for page in content.own.pages if PLACES[page.place] == title]
                item[title] = [*(below if isinstance(below, list) else [below]), *added] if added else below
    return [*kept, {OWN_PART: [_entry(page) for page in own]}] if own else kept


def _entry(page: OwnPage) -> str:
    return f"{IN_SITE}/{page.name}.md"


def _without(item: object, gone: set[str]) -> object:
    """An item of the menu without the pages that are gone; None when nothing is left."""
    if isinstance(item, str):
        return None if item in gone else item
    if isinstance(item, list):
        return [part for one in item if (part := _without(one, gone)) is not None]
    if isinstance(item, dict):
        kept = {title: part for title, below in item.items() if (part := _without(below, gone))}
        return kept or None
    return item


def without_links(html: str, page: str, content: Content) -> str:
    """The text of a page without links to what is left out. `page`: its address in the site, "ouders/".

    A line of a list or a door that is only such a link goes too; elsewhere the words stay.
    """
    gone = {_address(name) for name in content.own.left_out}
    if not gone:
        return html

    def leads_away(target: str) -> bool:
        if "://" in target or target.startswith(("#", "mailto:", "tel:")):
            return False
        folder = page if page.endswith("/") else posixpath.dirname(page)
        path = posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0]))
        return path.strip("/").removesuffix(".html").removesuffix("/index") in gone

    html = _ITEM.sub(lambda match: "" if leads_away(match[1]) else match[0], html)
    return _LINKS.sub(
        lambda match: match[0] if not leads_away(match[1]) else "" if _DOOR.match(match[0]) else match[2],
        html,
    )


def _address(name: str) -> str:
    return name.removesuffix("/index")
