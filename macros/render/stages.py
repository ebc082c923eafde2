"""What the map of a route says beside its stations: of each stage and each step who does it and by when, on one line."""

from macros.content.courses import length
from macros.content.model import Content
from macros.content.stages import Part, first_done, parts, sure_steps
from macros.publish.links import Links
from macros.publish.routes import diagram_data, role_names, within_text
from macros.render.shared import capital
from macros.schema.route import Route, Step
from widgets.core.html import el

SIDE = "Alleen als het nodig is"


def map_data(route: Route, content: Content, links: Links) -> dict:
    """A route as macros.diagram draws it with its stages: those that are seldom needed have no number."""
    data = diagram_data(route, content, links)
    steps = [
        {**plain, "stage": step.stage, "facts": capital(" · ".join(_row_facts(step, content)))}
        for plain, step in zip(data["steps"], route.steps)
    ]
    found = parts(route)
    usual = [part for part in found if not part.stage.when]
    stages = [_stage(part, str(usual.index(part) + 1) if part in usual else "", route, content) for part in found]
    return {**data, "steps": steps, "stages": stages}


def _stage(part: Part, number: str, route: Route, content: Content) -> dict:
    facts = [fact for fact in (_when(part, route), _who(part, content)) if fact]
    return {
        "id": part.stage.id,
        "title": part.stage.title,
        "number": number,
        "when": _sentence(part.stage.when or ""),
        "facts": _sentence(capital(" · ".join(facts))),
        "what": _sentence(part.stage.what),
    }


def _sentence(text: str) -> str:
    return text.removesuffix(".") + "." if text else ""


def stage_overview(route: Route, content: Content) -> tuple:
    """The stages with the titles of their steps, to read on paper; without stages the steps alone."""
    found = parts(route)
    usual = [part for part in found if not part.stage.when]
    if not found:
        return el("ol", None, [el("li", None, step.title) for step in route.steps])
    return el(
        "div",
        {"class": "stage-overview"},
        [_overview(f"{number}. {part.stage.title}", part, route, content) for number, part in enumerate(usual, 1)],
        el("p", {"class": "stages-side"}, SIDE),
        [_overview(part.stage.title, part, route, content) for part in found if part not in usual],
    )


def _overview(title: str, part: Part, route: Route, content: Content) -> tuple:
    facts = capital(" · ".join(fact for fact in (_when(part, route), _who(part, content)) if fact))
    return el(
        "section",
        None,
        el("h4", None, title),
        el("p", None, el("em", None, f"{part.stage.when.removesuffix('.')}. ") if part.stage.when else None, part.stage.what),
        el("p", {"class": "stage-facts"}, facts) if facts else None,
        el("ul", None, [el("li", None, f"{route.steps.index(step) + 1}. {step.title}") for step in part.steps]),
    )


def _row_facts(step: Step, content: Content) -> list[str]:
    return [fact for fact in (within_text(step.deadline) if step.deadline else "", role_names(step.who, content)) if fact]


def _when(part: Part, route: Route) -> str:
    """By when a stage begins, and on which fixed days somebody comes back when that is sure to happen in it."""
    back = next((step for step in sure_steps(route, part) if step.follow_up), None)
    days = f"vragen hoe het gaat na {_listed(back.follow_up, 'en')}" if back else ""
    soon = {
        step.deadline.within: within_text(step.deadline)
        for step in first_done(route, part)
        if step.deadline and not (step is back and step.deadline.within == back.follow_up[0])
    }
    first = _listed([soon[within] for within in sorted(soon, key=length)], "of")
    return ", ".join(text for text in (first, days) if text)


def _who(part: Part, content: Content) -> str:
    roles = dict.fromkeys(role for step in part.steps for role in step.who if role in content.roles)
    return _listed([content.spoken.name(role, article=False) for role in roles], "en")


def _listed(texts: list[str], last: str) -> str:
    return f" {last} ".join(text for text in (", ".join(texts[:-1]), *texts[-1:]) if text)
