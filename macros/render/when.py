"""“Wat gebeurt er wanneer?”: the moments of the school's own protocol on one screen, for parents and for pupils.

There is no second protocol: every line is `voor_ouders` or `voor_leerlingen` of a step, under the moment that step is due at
the latest. What goes along the way as it goes when nothing special happens stands in sight; what concerns only the home of a
pupil who bullies stands apart; the rest is folded. No title of a step and no label of a way is shown.
"""

from collections.abc import Callable

from macros.content.courses import longest
from macros.content.languages import say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.publish.cases import core_calendar
from macros.publish.routes import role_names
from macros.publish.shapes import WhenData, WhenLine, WhenList, WhenMoment
from macros.render.deadlines import expected_way, has_exceptions, in_words, rounds_before, usually
from macros.render.first_contacts import home_roles
from macros.render.reading_order import reading_order
from macros.render.shared import checked_line, markdown_section, partly_dutch, widget
from macros.schema.route import Route, Step
from widgets.core import when
from widgets.core.html import el, to_html

HOME_OF_WHO_BULLIES = "ouders-pest"
NO_DAY = -1
Telling = Callable[[Step], str | None]
# What is said of a moment: as a promise on the day itself and later, then as what is usual, on the day itself and later.
TO_PARENTS = (
    "Op de dag dat u het vertelt",
    "Uiterlijk {1} nadat u het hebt verteld",
    "Meestal op de dag dat u het vertelt",
    "Meestal binnen {1} nadat u het hebt verteld",
)
# To the home of a pupil who bullies, which told nothing itself.
TO_OTHER_HOME = (
    "Op de dag dat de school het hoort",
    "Uiterlijk {1} nadat de school het heeft gehoord",
    "Meestal op de dag dat de school het hoort",
    "Meestal binnen {1} nadat de school het heeft gehoord",
)
TO_PUPILS = (
    "Op de dag dat je het vertelt",
    "Uiterlijk {1} nadat je het hebt verteld",
    "Meestal op de dag dat je het vertelt",
    "Meestal binnen {1} nadat je het hebt verteld",
)


def when_for_parents(content: Content) -> str:
    """The moments with a field for the day of the report, and what is folded: Markdown with blocks of HTML.

    Raises KeyError when the school follows a protocol that it does not have (the content check says so first).
    """
    route = content.protocols[content.school.protocol]
    own, apart, rare = _sorted_out(route, content, lambda step: step.for_parents)
    line = _line_for_parents(content)
    lists: list[WhenList] = [{"id": "school", "title": "", "moments": _moments(route, own, content, line, TO_PARENTS)}]
    if apart:
        title = say(content, "Heeft uw kind gepest?")
        lists.append({"id": "kind-pest", "title": title, "moments": _moments(route, apart, content, line, TO_OTHER_HOME)})
    data: WhenData = {"calendar": core_calendar(content), "lists": lists}
    if content.translation and content.translation.site:
        data["texts"] = {words: say(content, words) for words in when.WORDS}
    title = say(content, "Dit mag u van de school verwachten")
    parts = [markdown_section(title, "verwachten", widget("when", data, when))]
    if rare:
        title = say(content, "Soms gaat het anders")
        parts.append(markdown_section(title, "soms", _folded(say(content, "Wat er dan kan gebeuren"), rare, line)))
    parts.append(checked_line(route, content))
    if any(' lang="nl"' in part for part in parts):
        parts.insert(0, partly_dutch(content))
    return "\n\n".join(parts)


def when_for_pupils(content: Content) -> str:
    """The same for pupils, without days. Raises KeyError as `when_for_parents` does."""
    route = content.protocols[content.school.protocol]
    own, apart, rare = _sorted_out(route, content, lambda step: step.for_pupils)

    def line(step: Step) -> WhenLine:
        return {"text": step.for_pupils or "", "who": "", "dutch": False}

    shown = [
        el(
            "li",
            {"class": "when-moment when-sure" if moment["sure"] else "when-moment"},
            el("p", {"class": "when-words"}, el("strong", None, moment["when"]) if moment["sure"] else moment["when"]),
            [el("p", {"class": "when-line"}, told["text"]) for told in moment["lines"]],
        )
        for moment in _moments(route, own, content, line, TO_PUPILS)
    ]
    parts = [to_html(el("div", {"class": "when"}, el("ol", None, shown)))]
    if apart or rare:
        parts.append(_folded("Soms gaat het anders", [*apart, *rare], line))
    return "\n\n".join(f'<div class="block">{part}</div>' for part in parts) + "\n\n" + checked_line(route)


# ---- which steps ----


def _sorted_out(route: Route, content: Content, telling: Telling) -> tuple[list[Step], list[Step], list[Step]]:
    """The steps with something to tell: those that come when nothing special happens, those for the home of a pupil who
    bullies only, and the others. Each in the order of reading."""
    ordinary, home = expected_way(route), set(home_roles(content))
    own: list[Step] = []
    apart: list[Step] = []
    rare: list[Step] = []
    for step in [step for _, steps in reading_order(route) for step in steps if telling(step)]:
        if {*step.with_, *step.inform} & home == {HOME_OF_WHO_BULLIES}:
            apart.append(step)
        else:
            (own if step.id in ordinary else rare).append(step)
    return own, apart, rare


# ---- moments ----


def _moments(
    route: Route, steps: list[Step], content: Content, line: Callable[[Step], WhenLine], words: tuple[str, ...]
) -> list[WhenMoment]:
    """The steps under the moments at which they are due. One without a term of its own stands with the one before it."""
    found: list[WhenMoment] = []
    after_series = False
    for step in steps:
        moment = _moment(route, step, content, words) if not after_series else None
        if step.follow_up and not after_series:
            after_series = True
            moment = {"when": say(content, "Daarna"), "sure": False, "days": NO_DAY, "lines": []}
        if moment is None and not found:
            moment = {"when": say(content, "Zonder vaste dag"), "sure": False, "days": NO_DAY, "lines": []}
        if moment is not None and (not found or moment["when"] != found[-1]["when"]):
            found.append(moment)
        found[-1]["lines"].append(line(step))
    return found


def _moment(route: Route, step: Step, content: Content, words: tuple[str, ...]) -> WhenMoment | None:
    """By when a step is done: as a promise only when no course takes longer and no exception makes it later.

    None for a step without a term, and for one that only comes after a series of days to come back: nobody can say when.
    """
    if not step.deadline and not step.follow_up:
        return None
    total = None if has_exceptions({step.id}, route) else longest(route, {step.id})
    found = total or (usually(step, route) if not rounds_before(route)[step.id] else None)
    if found is None:
        return None
    pattern = words[(0 if total else 2) + (1 if found[0] else 0)]
    return {
        "when": say(content, pattern, in_words(found, content)),
        "sure": total is not None,
        "days": int(found[0]),
        "lines": [],
    }


# ---- lines ----


def _line_for_parents(content: Content) -> Callable[[Step], WhenLine]:
    def line(step: Step) -> WhenLine:
        return {
            "text": step.for_parents or "",
            "who": role_names(step.who, content),
            "dutch": dutch_part(step, "voor_ouders") is not None,
        }

    return line


def _folded(summary: str, steps: list[Step], line: Callable[[Step], WhenLine]) -> str:
    told = [line(step) for step in steps]
    return to_html(
        el(
            "details",
            {"class": "when-rare"},
            el("summary", None, summary),
            el("ul", None, [el("li", {"lang": "nl", "dir": "ltr"} if one["dutch"] else None, one["text"]) for one in told]),
        )
    )
