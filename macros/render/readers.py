"""All steps of the school's own protocol, told to parents exactly as they are. The moments alone: macros/render/when.py.

There is no second protocol: every line comes from `voor_ouders` of a step, with the deadline and the roles of that same step.
What the team calls it, an order to itself, is only the name of the link. The order comes from the route itself.
"""

from typing import Callable

from macros.content.graph import surely_first
from macros.content.languages import say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.publish.links import Links
from macros.publish.routes import role_names, step_path
from macros.render import parts as page_parts
from macros.render.deadlines import (
    deadline_line,
    look_back_line,
)
from macros.render.first_contacts import first_contacts_view, home_roles
from macros.render.reading_order import reading_order, ways_in
from macros.render.shared import checked_line, fact_list, markdown_section, partly_dutch
from macros.schema.route import Route, Step
from widgets.core.html import el, to_html

# What a phase holds follows from the route alone, so its heading says no more than that.
HEADINGS = {
    "begin": "Wat de school doet",
    "volgen": "Hoe de school erop terugkomt",
    "verder": "Wat er verder kan gebeuren",
    "einde": "Hoe het kan aflopen",
}


def for_parents(content: Content, links: Links) -> str:
    """“Wat gebeurt er wanneer?”: Markdown with blocks of HTML, from the protocol of the school.

    Raises KeyError when the school follows a protocol that it does not have (the content check says so first).
    """
    route = content.protocols[content.school.protocol]
    first = markdown_section(
        say(content, "Wanneer hoort u iets?"), "wanneer-hoort-u-iets", to_html(first_contacts_view(route, content, links))
    )
    phases = _phases(route, content, links, lambda step: step.for_parents, _for_parents)
    parts = [first, *phases, checked_line(route, content)]
    if any(' lang="nl"' in part for part in parts):
        parts.insert(0, partly_dutch(content))
    return "\n\n".join(parts)


def help_first(content: Content, links: Links) -> str:
    """What stands on top of every page for pupils: thoughts of death, and danger now."""
    notice = el(
        "p",
        {"class": "danger-notice"},
        el("strong", None, "Wil je niet meer leven, of wil je jezelf pijn doen? "),
        "Zeg het nu tegen een volwassene, of bel het nummer hieronder. Ben je nu in gevaar? ",
        el("a", {"href": links.to("nu-gevaar")}, "Kijk dan hier"),
        ".",
    )
    return to_html(notice) + page_parts.helplines(content, ["zelfdoding"], headings=False)


# ---- phases ----


def _phases(
    route: Route,
    content: Content,
    links: Links,
    line: Callable[[Step], str | None],
    item: Callable[[Step, Route, Content, dict], list],
) -> list[str]:
    """Per phase with something to tell: a heading and its steps."""
    told = {step.id for step in route.steps if line(step)}
    first = surely_first(route)  # these come under no condition, although the route may come back to them
    sections = []
    for anchor, steps in reading_order(route):
        items = []
        before = ""
        for step in steps:
            if step.id in told:
                sure = step.id in first or ways_in(route, step, told) <= {(before, False)}
                items.append(
                    el(
                        "li",
                        {"class": "reader-step", "id": f"stap-{step.id}"},
                        item(step, route, content, links.attributes(step_path(route, step.id, content))),
                        None if sure else el("p", {"class": "reader-condition"}, say(content, "Dit is niet altijd nodig.")),
                    )
                )
                before = step.id
        if items:
            sections.append(
                markdown_section(say(content, HEADINGS[anchor]), anchor, to_html(el("ol", {"class": "reader-steps"}, items)))
            )
    return sections


# ---- one step ----


def _for_parents(step: Step, route: Route, content: Content, link: dict) -> list:
    home = home_roles(content)
    remark = step.deadline.remark if step.deadline else None
    return [
        el("p", {"class": "reader-line", **(dutch_part(step, "voor_ouders") or {})}, step.for_parents),
        fact_list(
            [
                (say(content, "Wie doet het"), role_names(step.who, content)),
                (say(content, "Uiterlijk"), deadline_line(step, route, content) if step.deadline else ""),
                (say(content, "Afspraak erbij"), el("span", dutch_part(step.deadline, "let_op"), remark) if remark else ""),
                (say(content, "Terugkijken na"), look_back_line(step, content)),
                (say(content, "Praat met"), role_names([role for role in step.with_ if role in home], content)),
                (say(content, "Bericht aan"), role_names([role for role in step.inform if role in home], content)),
                (say(content, "In het protocol"), el("a", {**link, **(dutch_part(step, "titel") or {})}, step.title)),
            ]
        ),
    ]
