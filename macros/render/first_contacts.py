"""When home hears something for the first time, told to parents: per role, with the longest it can take."""

from macros.content.courses import longest
from macros.content.languages import say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.publish.links import Links
from macros.publish.routes import step_path
from macros.render.deadlines import (
    deadline_line,
    expected_way,
    has_exceptions,
    in_words,
    usually,
)
from macros.render.reading_order import reading_order
from macros.render.shared import capital
from macros.schema.route import Route, Step
from widgets.core.html import el

DAYS_COUNT = "Dagen zonder school tellen niet mee, dus een week is hier vijf schooldagen."
FREE_DAY = "Hoort de school het op een vrije dag, dan tellen we vanaf de eerste schooldag daarna."


def first_contacts(route: Route, content: Content) -> list[tuple[str, Step]]:
    """Per role at home that is informed or takes part: the first step in which it is reached.

    Where that depends on what happens: the one on the way as it goes when nothing special happens, else the first to read.
    """
    return [(role_id, steps[0]) for role_id, steps, _ in _reached_first(route, content)]


def _reached_first(route: Route, content: Content) -> list[tuple[str, list[Step], bool]]:
    """Per role at home: every step that can be the first in which it is reached, because no other such step came before,
    and whether each course comes to one of these.

    In the order of reading, but first the step on the ordinary way.
    """
    ordinary = expected_way(route)
    order = sorted(
        [step for _, steps in reading_order(route) for step in steps],
        key=lambda step: (step.kind == "einde", step.id not in ordinary),
    )
    found = []
    for role_id in home_roles(content):
        reaching = {step.id for step in route.steps if role_id in (*step.with_, *step.inform)}
        seen, waiting = {route.start}, [route.start]
        while waiting:
            here = waiting.pop()
            if here not in reaching:
                targets = {target for way in route.step(here).exits for target in (way.to, way.then) if target} - seen
                seen |= targets
                waiting += sorted(targets)
        if reaching & seen:
            always = not any(route.step(step_id).kind == "einde" for step_id in seen - reaching)
            found.append((role_id, [step for step in order if step.id in reaching & seen], always))
    return found


def first_contacts_view(route: Route, content: Content, links: Links) -> tuple:
    parts = [
        el(
            "div",
            {"class": "fact"},
            el("dt", None, capital(content.spoken.name(role_id, article=True))),
            el(
                "dd",
                None,
                _sum(steps, route, content),
                _how_and_when(steps[0], role_id, route, content),
                [say(content, "In het protocol"), ": ", _step_link(steps[0], route, content, links), "."],
                None if always else [" ", say(content, "Dit is niet altijd nodig.")],
                _otherwise(steps[1:], role_id, route, content, links),
            ),
        )
        for role_id, steps, always in _reached_first(route, content)
    ]
    if not parts:
        return el(
            "div",
            {"class": "reader-first"},
            el("p", None, say(content, "Het protocol noemt geen vast moment. Vraag de school wanneer u bericht krijgt.")),
        )
    return el(
        "div",
        {"class": "reader-first"},
        el("dl", {"class": "facts"}, parts),
        el("p", None, say(content, DAYS_COUNT), " ", say(content, FREE_DAY)),
    )


def _sum(steps: list[Step], route: Route, content: Content) -> list:
    """By when the school reaches home at the latest, added up; only as a promise when no course takes longer."""
    targets = {step.id for step in steps}
    total = None if has_exceptions(targets, route) else longest(route, targets)
    if total is not None:
        words = (
            say(content, "Uiterlijk {1} nadat de school het weet.", in_words(total, content))
            if total[0]
            else say(content, "Nog op de schooldag waarop de school het hoort.")
        )
        return [el("strong", None, words), " "]
    often = usually(steps[0], route) if steps[0].id in expected_way(route) else None
    if often is None:
        return []
    return [
        say(content, "Meestal binnen {1} nadat de school het weet.", in_words(often, content))
        if often[0]
        else say(content, "Meestal nog op de schooldag waarop de school het hoort."),
        " ",
    ]


def _how_and_when(step: Step, role_id: str, route: Route, content: Content) -> list:
    """A talk or a message, its term, and the exception to that."""
    talk, when = role_id in step.with_, deadline_line(step, route, content)
    if when:
        words = (
            say(content, "De school praat met u. Dat gebeurt {1}.", when)
            if talk
            else say(content, "U krijgt bericht. Dat gebeurt {1}.", when)
        )
    else:
        words = (
            say(content, "De school praat met u, zonder vaste termijn.")
            if talk
            else say(content, "U krijgt bericht, zonder vaste termijn.")
        )
    remark = step.deadline.remark if step.deadline else None
    return [words, " ", el("span", dutch_part(step.deadline, "let_op"), remark + " ") if remark else None]


def _otherwise(steps: list[Step], role_id: str, route: Route, content: Content, links: Links) -> list:
    """The other steps that can be the first, folded: what happens decides which one it is."""
    if not steps:
        return []
    name = say(content, "Gaat het anders? Dan hoort u voor het eerst iets bij:")
    return [
        el(
            "details",
            None,
            el("summary", {"aria-label": f"{capital(content.spoken.name(role_id, article=True))}: {name}"}, name),
            el("ul", None, [el("li", None, _step_link(step, route, content, links)) for step in steps]),
        )
    ]


def _step_link(step: Step, route: Route, content: Content, links: Links) -> tuple:
    address = links.attributes(step_path(route, step.id, content))
    return el("a", {**address, **(dutch_part(step, "titel") or {})}, step.title)


def home_roles(content: Content) -> list[str]:
    return [role_id for role_id, role in content.roles.items() if role.group == "thuis"]
