"""The steps of the school's own protocol, told to parents and to pupils.

There is no second protocol: every line comes from `voor_ouders` or `voor_leerlingen` of a step, with the
deadline, the roles and the ways in of that same step. The order comes from the route itself.
"""

from dataclasses import dataclass
from typing import Callable

import networkx

from macros.content.courses import longest
from macros.content.graph import surely_first
from macros.content.languages import say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.publish.links import Links
from macros.publish.routes import role_names, route_path
from macros.render import parts as page_parts
from macros.render.deadlines import (
    deadline_line,
    expected_way,
    forward,
    has_exceptions,
    in_words,
    look_back_line,
    rounds_before,
    usually,
)
from macros.render.shared import capital, checked_line, fact_list, markdown_section, partly_dutch
from macros.schema.route import Exit, Route, Step
from widgets.core.html import el, to_html

# What a phase holds follows from the route alone, so its heading says no more than that.
HEADINGS = {
    "begin": "Wat de school doet",
    "volgen": "Hoe de school erop terugkomt",
    "verder": "Wat er verder kan gebeuren",
    "einde": "Hoe het kan aflopen",
}
DAYS_COUNT = "Dagen zonder school tellen niet mee, dus een week is hier vijf schooldagen."
FREE_DAY = "Komt de melding op een vrije dag, dan tellen we vanaf de eerste schooldag daarna."
FREE_DAY_PUPILS = "Vertel je het op een vrije dag, dan tellen we vanaf de eerste schooldag daarna."


def for_parents(content: Content, links: Links) -> str:
    """“Wat gebeurt er wanneer?”: Markdown with blocks of HTML, from the protocol of the school.

    Raises KeyError when the school follows a protocol that it does not have (the content check says so first).
    """
    route = content.protocols[content.school.protocol]
    first = markdown_section(
        say(content, "Wanneer hoort u iets?"), "wanneer-hoort-u-iets", to_html(_first_contacts(route, content, links))
    )
    phases = _phases(route, content, links, lambda step: step.for_parents, _for_parents)
    parts = [first, *phases, checked_line(route, content)]
    if any(' lang="nl"' in part for part in parts):
        parts.insert(0, partly_dutch(content))
    return "\n\n".join(parts)


def for_pupils(content: Content, links: Links) -> str:
    """“Dit mag je van ons verwachten”: Markdown with blocks of HTML. Raises KeyError as `for_parents` does."""
    route = content.protocols[content.school.protocol]
    phases = _phases(route, content, links, lambda step: step.for_pupils, _for_pupils)
    return "\n\n".join([to_html(el("p", None, DAYS_COUNT, " ", FREE_DAY_PUPILS)), *phases, checked_line(route)])


def help_first(content: Content, links: Links) -> str:
    """What stands on top of every page for pupils: thoughts of death, and danger now."""
    notice = el(
        "p",
        {"class": "danger-notice"},
        el("strong", None, "Wil je niet meer leven, of wil je jezelf pijn doen? "),
        "Zeg het nu tegen een volwassene, of bel. Loop je nu gevaar? ",
        el("a", {"href": links.to("nu-gevaar")}, "Kijk dan hier"),
        ".",
    )
    return to_html(notice) + page_parts.helplines(content, ["zelfdoding"], headings=False)


# ---- order and phases ----


def reading_order(route: Route) -> list[tuple[str, list[Step]]]:
    """All steps, in the phases begin, volgen, verder and einde.

    A phase follows from the route: what happens before the first fixed moments to look back (`opvolgen`), those
    moments, what can come after them, and the ends. Within a phase a step stands after the steps that lead to
    it; where the route leaves a choice, the order of the file counts. Ways back do not count.
    """
    place = {step.id: number for number, step in enumerate(route.steps)}
    rounds = rounds_before(route)
    phases: dict[str, list[Step]] = {"begin": [], "volgen": [], "verder": [], "einde": []}
    for step_id in networkx.lexicographical_topological_sort(forward(route), key=place.get):
        step = route.step(step_id)
        if step.kind == "einde":
            phases["einde"].append(step)
        elif rounds[step_id]:
            phases["verder"].append(step)
        else:
            phases["volgen" if step.follow_up else "begin"].append(step)
    return list(phases.items())


def _phases(
    route: Route,
    content: Content,
    links: Links,
    line: Callable[[Step], str | None],
    item: Callable[[Step, Route, Content, dict], list],
) -> list[str]:
    """Per phase with something to tell: a heading and its steps."""
    told = {step.id for step in route.steps if line(step)}
    path = route_path(route, content)
    first = surely_first(route)  # these come under no condition, although the route may come back to them
    sections = []
    for anchor, steps in reading_order(route):
        items = []
        before: Step | None = None
        for step in steps:
            if step.id in told:
                ways = [] if step.id in first else ways_in(route, step, told)
                only, folded = _conditions(ways, before, content)
                items.append(
                    el(
                        "li",
                        {"class": "reader-step"},
                        only,
                        item(step, route, content, links.attributes(f"{path}#stap-{step.id}")),
                        folded,
                    )
                )
                before = step
        if items:
            sections.append(
                markdown_section(say(content, HEADINGS[anchor]), anchor, to_html(el("ol", {"class": "reader-steps"}, items)))
            )
    return sections


# ---- when a step is there ----


@dataclass(frozen=True)
class WayIn:
    """How a reader gets to a step: through a labelled exit (`way`), or straight on from `source`."""

    source: Step
    way: Exit | None = None
    used_up: bool = False  # the step comes when the way back has been used as often as it may

    def text(self, content: Content) -> str:
        """When this is the way: the label of the exit, with its question, because an answer alone says too little."""
        if not self.way:
            return say(content, "Na ‘{1}’", self.source.title)
        label = self.way.label or ""
        if self.source.kind == "vraag":
            label = say(content, "‘{1}’ {2}", self.source.title, label)
        if self.used_up:
            return say(content, "Als: {1} (ook na {2} keer opnieuw kijken)", label, str(self.way.limit))
        return say(content, "Als: {1}", label)

    def dutch(self) -> dict | None:
        """The attributes of this text where it was not translated."""
        label = dutch_part(self.way, "als") if self.way else None
        return label or (dutch_part(self.source, "titel") if not self.way or self.source.kind == "vraag" else None)


def ways_in(route: Route, step: Step, told: set[str]) -> list[WayIn]:
    """All ways into `step`. Steps that the reader is not told about are skipped: it is what led to them that counts."""
    found: list[WayIn] = []
    seen = {step.id}

    def look_back(target: str) -> None:
        for source in route.steps:
            for way in source.exits:
                if target not in (way.to, way.then) or source.id == step.id:
                    continue
                if way.label:
                    found.append(WayIn(source, way, used_up=target == way.then))
                elif source.id in told:
                    found.append(WayIn(source))
                elif source.id not in seen:
                    seen.add(source.id)
                    look_back(source.id)

    look_back(step.id)
    return found


def _conditions(ways: list[WayIn], before: Step | None, content: Content) -> tuple[tuple | None, tuple | None]:
    """“Als …”: the only condition, to stand before the step, or all of them, folded to stand after it.

    Nothing when there is one way in and that is the step just told.
    """
    if not ways or [(way.source, way.way) for way in ways] == [(before, None)]:
        return None, None
    texts = {way.text(content): way.dutch() for way in sorted(ways, key=lambda way: way.way is None)}
    if len(texts) == 1:
        ((text, dutch),) = texts.items()
        return el("p", {"class": "reader-condition", **(dutch or {})}, text), None
    return None, el(
        "details",
        None,
        el("summary", None, say(content, "Wanneer komt dit aan de orde?")),
        el("ul", {"class": "reader-condition"}, [el("li", dutch, text) for text, dutch in texts.items()]),
    )


# ---- who, and when home hears something ----


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
    for role_id in _home_roles(content):
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


def _first_contacts(route: Route, content: Content, links: Links) -> tuple:
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
                _step_link(steps[0], route, content, links),
                None if always else [". ", say(content, "Dit is niet altijd nodig.")],
                _otherwise(steps[1:], route, content, links),
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
            say(content, "Samen uiterlijk {1} na de melding of het signaal.", in_words(total, content))
            if total[0]
            else say(content, "Uiterlijk dezelfde schooldag als de melding of het signaal.")
        )
        return [el("strong", None, words), " "]
    often = usually(steps[0], route) if steps[0].id in expected_way(route) else None
    if often is None:
        return []
    return [
        say(content, "Meestal binnen {1} na de melding of het signaal.", in_words(often, content))
        if often[0]
        else say(content, "Meestal dezelfde schooldag als de melding of het signaal."),
        " ",
    ]


def _how_and_when(step: Step, role_id: str, route: Route, content: Content) -> list:
    """A talk or a message, its term, and the exception to that."""
    talk, when = role_id in step.with_, deadline_line(step, route, content)
    if when:
        words = say(content, "De school praat met u: {1}.", when) if talk else say(content, "U krijgt bericht: {1}.", when)
    else:
        words = (
            say(content, "De school praat met u, zonder vaste termijn.")
            if talk
            else say(content, "U krijgt bericht, zonder vaste termijn.")
        )
    remark = step.deadline.remark if step.deadline else None
    return [words, " ", el("span", dutch_part(step.deadline, "let_op"), remark + " ") if remark else None]


def _otherwise(steps: list[Step], route: Route, content: Content, links: Links) -> list:
    """The other steps that can be the first, folded: what happens decides which one it is."""
    if not steps:
        return []
    return [
        el(
            "details",
            None,
            el("summary", None, say(content, "Gaat het anders? Dan hoort u voor het eerst iets bij:")),
            el("ul", None, [el("li", None, _step_link(step, route, content, links)) for step in steps]),
        )
    ]


def _step_link(step: Step, route: Route, content: Content, links: Links) -> tuple:
    address = links.attributes(f"{route_path(route, content)}#stap-{step.id}")
    return el("a", {**address, **(dutch_part(step, "titel") or {})}, step.title)


def _home_roles(content: Content) -> list[str]:
    return [role_id for role_id, role in content.roles.items() if role.group == "thuis"]


def _for_parents(step: Step, route: Route, content: Content, link: dict) -> list:
    home = _home_roles(content)
    remark = step.deadline.remark if step.deadline else None
    return [
        el("h3", {"id": f"stap-{step.id}"}, el("a", {**link, **(dutch_part(step, "titel") or {})}, step.title)),
        el("p", {"class": "reader-line", **(dutch_part(step, "voor_ouders") or {})}, step.for_parents),
        fact_list(
            [
                (say(content, "Wie doet het"), role_names(step.who, content)),
                (say(content, "Uiterlijk"), deadline_line(step, route, content) if step.deadline else ""),
                (say(content, "Afspraak erbij"), el("span", dutch_part(step.deadline, "let_op"), remark) if remark else ""),
                (say(content, "Terugkijken na"), look_back_line(step, content)),
                (say(content, "Praat met"), role_names([role for role in step.with_ if role in home], content)),
                (say(content, "Bericht aan"), role_names([role for role in step.inform if role in home], content)),
            ]
        ),
    ]


def _for_pupils(step: Step, route: Route, content: Content, link: dict) -> list:
    return [
        el("p", {"class": "reader-line", "id": f"stap-{step.id}"}, step.for_pupils),
        fact_list(
            [
                ("Wie", role_names(step.who, content)),
                ("Wanneer", deadline_line(step, route, content) if step.deadline else ""),
                ("Nog eens na", look_back_line(step, content)),
            ]
        ),
        el("p", {"class": "reader-source"}, "Wat de school precies doet: ", el("a", link, step.title)),
    ]
