"""The policy of the school in at most twelve pages: what it is about, by stage; the whole of it stands in the long document."""

import datetime

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names
from macros.render import parts as page_parts
from macros.render.contacts import contacts
from macros.render.danger import STAFF, emergency
from macros.render.decisions import decision_sections
from macros.render.document import Chapter, Part, document, from_markdown
from macros.render.policy import colophon
from macros.render.role_sheets import FIRST
from macros.render.shared import bullets, capital, checked_line
from macros.render.stages import stage_overview
from widgets.core.html import el, to_html

TITLE = "Ons beleid tegen pesten, in het kort"
TERMS = ("pesten", "plagen", "ruzie")
ROLES = (*FIRST, "vertrouwenspersoon", "schoolleiding", "bestuur")
HELP = ("direct", "zelfdoding", "praten", "ouders", "klacht")
PRINCIPLES, MEASURES = "uitgangspunten", "maatregelen"


def short_policy_page(content: Content, links: Links, today: datetime.date | None = None) -> str:
    """The document as one block of HTML. `today`: as in the long one."""
    protocol = content.protocols[content.school.protocol]
    chapters = [
        _chapter("Waar we voor staan", PRINCIPLES, _principles(content)),
        _chapter("Wat is pesten?", "begrippen", _terms(content)),
        _chapter("Nu gevaar?", "nu-gevaar", _dangers(content)),
        _chapter(
            "Zo gaan we te werk",
            f"protocollen/{protocol.id}",
            to_html(el("p", None, protocol.summary)) + to_html(stage_overview(protocol, content)) + checked_line(protocol),
        ),
        _chapter("Wie doet wat?", "rollen", _roles(content)),
        _chapter("Wie beslist over een maatregel?", MEASURES, _measures(content)),
        _chapter("Bij ons op school", "bij-ons", contacts(content)),
        _chapter("Hulp van buiten", "hulplijnen", page_parts.helplines(content, list(HELP), headings=False)),
    ]
    html = document(content, TITLE, [chapter for chapter in chapters if chapter], colophon(content), today)
    return f'<div class="policy-short">{html}</div>'


def _chapter(title: str, path: str, html: str) -> Chapter | None:
    return Chapter(title, [Part(path, "", html)]) if html else None


def _principles(content: Content) -> str:
    found = content.collections.get(PRINCIPLES)
    return to_html(bullets([entry.text for group in found.groups for entry in group.entries])) if found else ""


def _terms(content: Content) -> str:
    found = [content.terms[name] for name in TERMS if name in content.terms]
    return to_html(
        el(
            "dl",
            {"class": "terms"},
            [part for term in found for part in (el("dt", None, term.term), el("dd", None, term.meaning))],
        )
    )


def _dangers(content: Content) -> str:
    found = [danger for danger in content.dangers if danger.reader == STAFF]
    items = [el("li", None, el("strong", None, f"{danger.situation}: "), danger.do[0]) for danger in found]
    return emergency(content) + to_html(el("p", None, content.danger_intro)) + to_html(el("ul", None, items))


def _roles(content: Content) -> str:
    found = [content.roles[name] for name in ROLES if name in content.roles]
    parts = [
        part
        for role in found
        if role.tasks
        for part in (el("h3", None, capital(role_names([role.id], content))), bullets(role.tasks))
    ]
    return to_html(el("div", {"class": "roles-page"}, parts))


def _measures(content: Content) -> str:
    found = content.collections.get(MEASURES)
    return from_markdown("\n\n".join(decision_sections(found, content, letters=False))) if found else ""
