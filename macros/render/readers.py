"""The steps of the school's own protocol, told to parents and to pupils.

There is no second protocol: every line comes from `voor_ouders` or `voor_leerlingen` of a step, with the
deadline, the roles and the ways in of that same step. The order comes from the route itself.
"""
from dataclasses import dataclass
from typing import Callable

import networkx

from macros.content import Content
from macros.languages import duration, say
from macros.links import Links
from macros.publish import role_names, route_path
from macros.render import lists
from macros.render.moments import deadline_line, forward, latest, rounds_before
from macros.render.shared import capital, checked_line, fact_list, markdown_section, partly_dutch
from macros.schema.route import Exit, Route, Step
from macros.translation import dutch_part
from widgets.core.html import el, to_html

PARENTS = (("begin", "Eerst: luisteren, praten en helpen"), ("volgen", "Daarna: vragen of het is gestopt"),
           ("verder", "Wat er verder kan gebeuren"), ("einde", "Hoe het kan aflopen"))
PUPILS = (("begin", "Als je iets vertelt"), ("volgen", "We vragen of het is gestopt"),
          ("verder", "Wat er verder kan gebeuren"), ("einde", "Hoe het kan aflopen"))


def for_parents(content: Content, links: Links) -> str:
    """“Wat gebeurt er wanneer?”: Markdown with blocks of HTML, from the protocol of the school.

    Raises KeyError when the school follows a protocol that it does not have (the content check says so first).
    """
    route = content.protocols[content.school.protocol]
    first = markdown_section(say(content, "Wanneer hoort u iets?"), "wanneer-hoort-u-iets",
                             to_html(_first_contacts(route, content, links)))
    phases = _phases(route, content, links, PARENTS, lambda step: step.for_parents, _for_parents)
    parts = [first, *phases, checked_line(route, content)]
    if any(' lang="nl"' in part for part in parts):
        parts.insert(0, partly_dutch(content))
    return "\n\n".join(parts)


def for_pupils(content: Content, links: Links) -> str:
    """“Dit mag je van ons verwachten”: Markdown with blocks of HTML. Raises KeyError as `for_parents` does."""
    route = content.protocols[content.school.protocol]
    phases = _phases(route, content, links, PUPILS, lambda step: step.for_pupils, _for_pupils)
    return "\n\n".join([*phases, checked_line(route)])


def help_first(content: Content, links: Links) -> str:
    """What stands on top of every page for pupils: thoughts of death, and danger now."""
    notice = el("p", {"class": "danger-notice"},
                el("strong", None, "Wil je niet meer leven, of wil je jezelf pijn doen? "),
                "Zeg het nu tegen een volwassene, of bel. Loop je nu gevaar? ",
                el("a", {"href": links.to("nu-gevaar")}, "Kijk dan hier"), ".")
    return to_html(notice) + lists.helplines(content, ["zelfdoding"], headings=False)


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


def _phases(route: Route, content: Content, links: Links, titles: tuple, line: Callable[[Step], str | None],
            item: Callable[[Step, Route, Content, dict], list]) -> list[str]:
    """Per phase with something to tell: a heading and its steps."""
    told = {step.id for step in route.steps if line(step)}
    path = route_path(route, content)
    sections = []
    for (_, steps), (anchor, title) in zip(reading_order(route), titles):
        items = []
        before: Step | None = None
        for step in steps:
            if step.id in told:
                only, folded = _conditions(ways_in(route, step, told), before, content)
                items.append(el("li", {"class": "reader-step"}, only,
                                item(step, route, content, links.attributes(f"{path}#stap-{step.id}")), folded))
                before = step
        if items:
            sections.append(markdown_section(say(content, title), anchor, to_html(el("ol", {"class": "reader-steps"}, items))))
    return sections


# ---- when a step is there ----

@dataclass(frozen=True)
class WayIn:
    """How a reader gets to a step: through a labelled exit (`way`), or straight on from `source`."""
    source: Step
    way: Exit | None = None
    used_up: bool = False   # the step comes when the way back has been used as often as it may

    def text(self, content: Content) -> str:
        """When this is the way: the label of the exit, with its question, because an answer alone says too little."""
        if not self.way:
            return say(content, "Na ‘{1}’", self.source.title)
        label = say(content, "‘{1}’ {2}", self.source.title, self.way.label) if self.source.kind == "vraag" else self.way.label
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
        (text, dutch), = texts.items()
        return el("p", {"class": "reader-condition", **(dutch or {})}, text), None
    return None, el("details", None, el("summary", None, say(content, "Wanneer komt dit aan de orde?")),
                    el("ul", {"class": "reader-condition"}, [el("li", dutch, text) for text, dutch in texts.items()]))


# ---- who, and when home hears something ----

def first_contacts(route: Route, content: Content) -> list[tuple[str, Step]]:
    """Per role at home: the first step after the start in which the school talks with home first of all."""
    home = _home_roles(content)
    steps = [step for _, steps in reading_order(route) for step in steps
             if step.deadline and step.id != route.start and step.with_ and step.with_[0] in home]
    found = []
    for role_id in home:
        spoken = [step for step in steps if role_id in step.with_]
        if spoken:
            found.append((role_id, spoken[0]))
    return found


def _first_contacts(route: Route, content: Content, links: Links) -> tuple:
    path = route_path(route, content)
    parts: list = []
    for role_id, step in first_contacts(route, content):
        total = latest(step, route, content)
        remark = step.deadline.remark
        parts.append(el("div", {"class": "fact"},
                        el("dt", None, capital(content.spoken.name(role_id, article=True))),
                        el("dd", None,
                           el("strong", None, say(content, "Samen uiterlijk {1} na de melding of het signaal.", total), " ")
                           if total else None,
                           f"{capital(deadline_line(step, route, content))}. ",
                           el("span", dutch_part(step.deadline, "let_op"), remark + " ") if remark else None,
                           el("a", {**links.attributes(f"{path}#stap-{step.id}"), **(dutch_part(step, "titel") or {})},
                              step.title))))
    return el("div", {"class": "reader-first"}, el("dl", {"class": "facts"}, parts) if parts else
              el("p", None, say(content, "Het protocol noemt geen vast moment. Vraag de school wanneer u bericht krijgt.")))


def _home_roles(content: Content) -> list[str]:
    return [role_id for role_id, role in content.roles.items() if role.group == "thuis"]


def _for_parents(step: Step, route: Route, content: Content, link: dict) -> list:
    home = _home_roles(content)
    remark = step.deadline.remark if step.deadline else None
    return [el("h3", {"id": f"stap-{step.id}"}, el("a", {**link, **(dutch_part(step, "titel") or {})}, step.title)),
            el("p", {"class": "reader-line", **(dutch_part(step, "voor_ouders") or {})}, step.for_parents),
            fact_list([(say(content, "Wie doet het"), role_names(step.who, content)),
                        (say(content, "Uiterlijk"), deadline_line(step, route, content) if step.deadline else ""),
                        (say(content, "Afspraak erbij"),
                         el("span", dutch_part(step.deadline, "let_op"), remark) if remark else ""),
                        (say(content, "Terugkijken na"),
                         say(content, ", ").join(duration(content, text) for text in step.follow_up)),
                        (say(content, "Praat met"), role_names([role for role in step.with_ if role in home], content)),
                        (say(content, "Bericht aan"), role_names([role for role in step.inform if role in home], content))])]


def _for_pupils(step: Step, route: Route, content: Content, link: dict) -> list:
    return [el("p", {"class": "reader-line", "id": f"stap-{step.id}"}, step.for_pupils),
            fact_list([("Wie", role_names(step.who, content)),
                        ("Wanneer", deadline_line(step, route, content) if step.deadline else ""),
                        ("Nog eens na", ", ".join(step.follow_up))]),
            el("p", {"class": "reader-source"}, "Wat de school precies doet: ", el("a", link, step.title))]
