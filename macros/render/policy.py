"""The whole policy of the school as one document to print: the parts are the pages of the site, drawn by the same code."""

import datetime
from typing import get_args

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.phrases import month_text
from macros.publish.routes import route_data
from macros.render import parts as page_parts
from macros.render.contacts import contacts
from macros.render.danger import dangers
from macros.render.document import Chapter, DocumentLinks, Part, document, from_markdown
from macros.render.list import collection_page
from macros.render.route import roles_table
from macros.render.shared import bullets, checked_line, lead
from macros.render.steps import step_list
from macros.render.talk import guide_page
from macros.schema.collection import Collection
from widgets.core.html import el, to_html

TITLE = "Zo pakken wij pesten aan"


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
    inside = DocumentLinks(links.page, links.directory_urls, links.own, parts)
    return document(content, TITLE, _chapters(content, inside), colophon(content), today)


def _chapters(content: Content, links: Links) -> list[Chapter]:
    protocol = content.protocols[content.school.protocol]
    data = route_data(protocol, content, links)
    steps = Part(
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
        Part(f"gesprekken/{guide.id}", guide.title, from_markdown(guide_page(guide, content, links)), "guide-part")
        for guide in content.guides.values()
    ]
    chapters = [
        Chapter("Nu gevaar?", [Part("nu-gevaar", "", dangers(content))]),
        Chapter("Ons protocol", [steps]),
        Chapter("Rollen", [Part("rollen", "", page_parts.roles(content))]),
        Chapter("Gesprekken", guides),
    ]
    for menu in get_args(Collection.model_fields["menu"].annotation):
        chapters.append(
            Chapter(
                menu.capitalize(),
                [
                    Part(f"lijsten/{item.id}", item.title, from_markdown(collection_page(item, content)), "list-part")
                    for item in content.collections.values()
                    if item.menu == menu
                ],
            )
        )
    chapters.append(
        Chapter(
            "Hulp",
            [
                Part("bij-ons", "Bij ons op school", contacts(content)),
                Part("hulplijnen", "Hulplijnen", page_parts.helplines(content)),
            ],
        )
    )
    chapters.append(Chapter("Begrippen", [Part("begrippen", "", page_parts.terms(content))]))
    return [chapter for chapter in chapters if chapter.parts]


def colophon(content: Content) -> tuple:
    """Whose policy this is, how old the texts are, and who may take them over."""
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
                "De teksten mag je overnemen en aanpassen als je de bron noemt: Veiligwijzer, licentie CC BY 4.0.",
            ]
        ),
        el("p", None, "De website van de school: ", el("a", {"href": site}, site)) if site else None,
    )
