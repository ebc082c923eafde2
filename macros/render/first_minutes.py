"""What somebody does in the first minutes after a pupil told something: on the page for staff, before all the rest.

There is no second protocol: whom to tell, by when and what to write down come from the first step of the protocol
that the school follows, and what follows from where its exits lead.
"""

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names, route_path
from macros.render.contacts import contact_list
from macros.render.deadlines import deadline_line
from macros.render.shared import capital
from macros.schema.route import Route, Step
from widgets.core.html import el, to_html


def first_minutes(content: Content, links: Links) -> str:
    """A box of HTML: tell whom, by when, write down, and what comes next.

    Raises KeyError when the school follows a protocol that it does not have (the content check says so first).
    """
    route = content.protocols[content.school.protocol]
    step = route.step(route.start)
    remark = (" " + step.deadline.remark) if step.deadline and step.deadline.remark else ""
    facts = [
        ("Vertel het aan", role_names(step.inform, content)),
        ("Bel of mail", _reached(step, content)),
        ("Wanneer", capital(deadline_line(step, route, content)) + "." + remark if step.deadline else ""),
        ("Schrijf op", el("ul", None, [el("li", None, line) for line in step.record]) if step.record else ""),
        ("Daarna", _next(route, content, links)),
    ]
    return to_html(
        el(
            "dl",
            {"class": "facts first-minutes"},
            [el("div", {"class": "fact"}, el("dt", None, label), el("dd", None, value)) for label, value in facts if value],
        )
    )


def _reached(step: Step, content: Content) -> tuple | None:
    """Those of whom has to be told that the school names, with numbers to tap and who stands in for them."""
    found = [contact for contact in content.school.contacts if contact.role in step.inform]
    return contact_list(found, content) if found else None


def first_talk(route: Route, content: Content) -> Step | None:
    """The nearest step after the start that has a conversation guide; of two that are as near, the first in the file."""
    seen, now = {route.start}, [route.step(route.start)]
    while now:
        for step in now:
            if step.guide in content.guides:
                return step
        ways = [target for step in now for way in step.exits for target in (way.to, way.then) if target]
        now = [route.step(target) for target in dict.fromkeys(ways) if target not in seen]
        seen |= {step.id for step in now}
    return None


def _next(route: Route, content: Content, links: Links) -> tuple:
    protocol = el("a", links.attributes(route_path(route, content)), "alle stappen")
    talk = first_talk(route, content)
    guide = content.guides.get(talk.guide or "") if talk else None
    if talk is None or guide is None:
        return el("span", None, "Bekijk ", protocol, ".")
    by = deadline_line(talk, route, content)
    when = f"; {by}" if by else ""
    return el(
        "span",
        None,
        el("a", links.attributes(f"gesprekken/{guide.id}"), guide.title),
        f" ({role_names(talk.who, content)}{when}). Of bekijk ",
        protocol,
        ".",
    )
