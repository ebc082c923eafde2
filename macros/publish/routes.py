"""What goes to the browser: the plain data of one widget, made from checked content."""

from __future__ import annotations

from macros.content.courses import comes_back_after, takes_time
from macros.content.languages import say
from macros.content.mentions import mentioned
from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.shapes import (
    Link,
    RouteData,
    RouteStepData,
    StepKind,
)
from macros.schema.durations import FIXED, SPOKEN, runs_on
from macros.schema.route import OWN_PROTOCOL, Deadline, Route, Step

STEP_KINDS: dict[str, StepKind] = {"doen": "do", "vraag": "ask", "einde": "end"}
DONE = "Gedaan, naar de volgende stap"


def route_data(route: Route, content: Content, links: Links) -> RouteData:
    """A route as widgets.core.route and widgets.core.guide read it, with addresses made by `links`."""
    return {
        "id": route.id,
        "title": route.title,
        "start": route.start,
        "calendar": None,
        "steps": [step_data(number, step, route, content, links) for number, step in enumerate(route.steps, 1)],
    }


def step_data(number: int, step: Step, route: Route, content: Content, links: Links) -> RouteStepData:
    """One step as widgets.core.guide reads it; `number` is its place in the route, from 1."""
    guide = content.guides.get(step.guide) if step.guide else None
    onward = onward_route(step, content)
    return {
        "id": step.id,
        "number": str(number),
        "kind": STEP_KINDS[step.kind],
        "title": step.title,
        "who": role_names(step.who, content),
        "with": role_names(step.with_, content),
        "inform": role_names(step.inform, content),
        "deadline": _deadline(step, route),
        "remark": (step.deadline.remark or "") if step.deadline else "",
        "why": step.why or "",
        "how": [*step.how, *(line.text for line in step.how_for)],
        "caution": step.caution,
        "record": step.record,
        "follow_up": _look_back(step),
        "terms": [{"title": content.terms[term].term, "href": links.to(f"begrippen#begrip-{term}")} for term in step.terms],
        "pages": [
            {"title": title, "href": links.to(path)}
            for title, path in mentioned(step, content)
            if path != route_path(route, content)
        ],
        "guide": {"title": guide.title, "href": links.to(f"gesprekken/{guide.id}")} if guide else None,
        "talk": "",
        "onward": _onward(step, onward, content, links) if onward else None,
        "exits": [
            {
                "key": way.key,
                "label": way.label or DONE,
                "to": way.to,
                "limit": way.limit or 0,
                "then": way.then or "",
                "was": way.former,
            }
            for way in step.exits
        ],
    }


def onward_route(step: Step, content: Content) -> Route | None:
    """The route with which an end goes on, if there is one for this school."""
    if not step.route:
        return None
    return content.route(content.school.protocol if step.route == OWN_PROTOCOL else step.route)


def _onward(step: Step, onward: Route, content: Content, links: Links) -> Link:
    """Where an end goes on: in the protocol of the school at a step of it, else at the page of the route."""
    if step.route != OWN_PROTOCOL:
        return {"title": onward.title, "href": links.to(route_path(onward, content))}
    at = onward_step(step, onward)
    number = onward.steps.index(at) + 1
    return {"title": f"stap {number} van ons protocol, {at.title}", "href": links.to(step_path(onward, at.id, content))}


def onward_step(step: Step, protocol: Route) -> Step:
    """The step of this protocol at which an end goes on: the one that it names, else the first."""
    named = dict(place.split("/") for place in step.at_step).get(protocol.id, protocol.start)
    found = {other.id: other for other in protocol.steps}
    return found.get(named) or protocol.step(protocol.start)


def route_path(route: Route, content: Content) -> str:
    """The path of a route's page in the site, as Links.to takes it."""
    return ("protocollen/" if route.id in content.protocols else "wegwijzers/") + route.id


def step_path(route: Route, step_id: str, content: Content) -> str:
    """The path of the page of one step, as Links.to takes it."""
    return f"{route_path(route, content)}/{step_id}"


def role_names(role_ids: list[str], content: Content) -> str:
    """The roles in words: "de mentor, de coördinator en de schoolleiding"; empty without roles."""
    names = [content.spoken.name(role_id, article=True) for role_id in role_ids if role_id in content.roles]
    if len(names) < 2:
        return "".join(names)
    return say(content, "{1} en {2}", say(content, ", ").join(names[:-1]), names[-1])


def deadline_text(deadline: Deadline | None, route: Route) -> str:
    """A deadline in words: "binnen 1 week na ‘Signaal’"; empty without a deadline."""
    return _whole(deadline, _from(deadline, route)) if deadline else ""


def _from(deadline: Deadline, route: Route) -> str:
    if _counts_from_previous(deadline, route):
        return within_text(deadline) + " na de vorige stap"
    named = [step.title for step in route.steps if step.id == deadline.after]
    return within_text(deadline) + (f" na ‘{named[0]}’" if named else "")


def within_text(deadline: Deadline) -> str:
    """How soon, without from when: "binnen 1 week", "dezelfde schooldag"."""
    return SPOKEN.get(deadline.within, deadline.within) if deadline.within in FIXED else f"binnen {deadline.within}"


# What else a deadline says, in words with {1} for a period.
NOT_BEFORE = "maar niet eerder dan {1} erna"
LASTS = "duurt hoogstens {1}"
RUNS_ON = "loopt door als de school dicht is"
OUTSIDE = "door iemand buiten de school"


def more_of(deadline: Deadline) -> list[tuple[str, str]]:
    """What a deadline says besides how soon: (words, period or "")."""
    said = [
        (NOT_BEFORE, deadline.not_before or "", deadline.not_before is not None),
        (RUNS_ON, "", runs_on(deadline.within)),
        (LASTS, deadline.lasts or "", deadline.lasts is not None),
        (OUTSIDE, "", deadline.outside),
    ]
    return [(words, period) for words, period, told in said if told]


def _whole(deadline: Deadline, text: str) -> str:
    return ", ".join([text, *(words.replace("{1}", period) for words, period in more_of(deadline))])


def _counts_from_previous(deadline: Deadline, route: Route) -> bool:
    """Does this count from the step before? A fixed period has no begin, and an author may name another step."""
    return deadline.within not in FIXED and all(step.id != deadline.after for step in route.steps)


def _deadline(step: Step, route: Route) -> str:
    """The same for one step of the route, as the planner counts: nothing stands before the start, a question moves nothing."""
    if not step.deadline or not _counts_from_previous(step.deadline, route):
        return deadline_text(step.deadline, route)
    if step.id == route.start:
        return _whole(step.deadline, within_text(step.deadline) + " na de melding")
    asked = any(not takes_time(earlier) for earlier in route.steps if any(step.id in (way.to, way.then) for way in earlier.exits))
    return _whole(step.deadline, _from(step.deadline, route) + (" (een vraag telt niet mee)" if asked else ""))


def _look_back(step: Step) -> list[str]:
    """The fixed days to come back, with from when they count where that is not the step before."""
    texts = list(step.follow_up)
    if comes_back_after(step):
        texts[-1] += " (geteld vanaf de dag dat dit is gedaan)"
    return texts


def diagram_data(route: Route, content: Content, links: Links) -> dict:
    """A route as macros.diagram reads it: a way on without words of its author has no label, a step knows its page."""
    data = route_data(route, content, links)
    for step, typed in zip(data["steps"], route.steps):
        for way, typed_way in zip(step["exits"], typed.exits):
            way["label"] = typed_way.label or ""
    return {**data, "steps": [{**step, "href": links.to(step_path(route, step["id"], content))} for step in data["steps"]]}
