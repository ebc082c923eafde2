"""The stages of a route on one screen: what happens in each, who does it and by when, with the steps folded behind it.

A step is one line with a link to its own page. It keeps the id that it had when all of it stood here, so that old links lead
to that line.
"""

from macros.content.courses import length
from macros.content.model import Content
from macros.content.stages import Part, first_done, parts, sure_steps
from macros.publish.links import Links
from macros.publish.routes import STEP_KINDS, role_names, step_path, within_text
from macros.render.shared import capital, print_element
from macros.schema.route import Route, Step
from widgets.core.html import el

SIDE = "Alleen als het nodig is"


def stage_list(route: Route, content: Content, links: Links) -> tuple:
    """All stages, the usual ones first and then those that are seldom needed."""
    found = parts(route)
    usual = [part for part in found if not part.stage.when]
    side = [part for part in found if part.stage.when]
    return el(
        "div",
        {"class": "steps stages"},
        print_element("Print het overzicht, 1 A4", "overzicht"),
        [_stage(part, str(number), route, content, links) for number, part in enumerate(usual, 1)],
        el("p", {"class": "stages-side"}, SIDE) if side else None,
        [_stage(part, "", route, content, links) for part in side],
    )


def _stage(part: Part, number: str, route: Route, content: Content, links: Links) -> tuple:
    stage = part.stage
    facts = [fact for fact in (_when(part, route), _who(part, content)) if fact]
    return el(
        "details",
        {"class": "stage" if number else "stage stage-side"},
        el(
            "summary",
            None,
            el(
                "h3",
                {"id": f"fase-{stage.id}"},
                [el("span", {"class": "stage-number"}, number), " "] if number else None,
                stage.title,
            ),
            _line("when", stage.when),
            _line("facts", capital(" · ".join(facts))),
            _line("what", stage.what),
        ),
        step_rows(part.steps, route, content, links),
    )


def step_rows(steps: list[Step], route: Route, content: Content, links: Links) -> tuple:
    """Steps of a route as lines: the number and title as a link, by when and who. The search finds the pages of the steps."""
    return el(
        "ul",
        {"class": "step-rows", "data-search-exclude": True},
        [
            el(
                "li",
                {"id": f"stap-{step.id}", "class": f"step-row row-{STEP_KINDS[step.kind]}", "data-step": step.id},
                el("a", {"href": links.to(step_path(route, step.id, content))}, f"{route.steps.index(step) + 1}. {step.title}"),
                " ",
                el("span", {"class": "row-facts"}, capital(" · ".join(_row_facts(step, content)))),
            )
            for step in steps
        ],
    )


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


def _line(name: str, text: str | None) -> list | None:
    """A sentence under a title; a space before it, because a summary cannot hold a paragraph and who hears it needs a pause."""
    return [" ", el("span", {"class": f"stage-{name}"}, text.removesuffix(".") + ".")] if text else None


def _when(part: Part, route: Route) -> str:
    """By when a stage begins, and on which fixed days somebody comes back when that is sure to happen in it."""
    back = next((step for step in sure_steps(route, part) if step.follow_up), None)
    days = f"terugkomen na {_listed(back.follow_up, 'en')}" if back else ""
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
