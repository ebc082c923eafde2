"""The page of one step: what to say, what to do and where it leads on one screen of a phone, the rest folded below it."""

from macros.content.model import Content
from macros.content.stages import Part, parts
from macros.publish.links import Links
from macros.publish.routes import STEP_KINDS, route_path, step_data, step_path
from macros.publish.shapes import Link, RouteStepData, Way
from macros.render.shared import bullets, capital, checked_line, fact_list, raw
from macros.schema.route import OWN_PROTOCOL, Route, Step
from widgets.core.case_view import TALK_PLACE
from widgets.core.html import el, to_html
from widgets.core.outcome import HEADING

KIND_WORDS = {"do": "Doen", "ask": "Vraag", "end": "Einde"}


def step_page(route: Route, step: Step, content: Content, links: Links) -> str:
    """The whole page in Markdown, with one block of HTML under its title."""
    data = step_data(route.steps.index(step) + 1, step, route, content, links)
    card = el(
        "div",
        {"class": f"step-card card-{STEP_KINDS[step.kind]}"},
        el(
            "p",
            {"class": "step-line"},
            _in_one_line(data, route),
            [". ", el("span", {"class": "step-remark"}, data["remark"])] if data["remark"] else None,
        ),
        _say(step, data, content),
        el("ol", {"class": "step-how"}, [el("li", None, text) for text in data["how"]]) if data["how"] else None,
        _ways_on(data, route, content, links),
        _reason(step, route, content),
        fact_list(
            [
                ("Met", data["with"]),
                ("Breng op de hoogte", data["inform"]),
                ("Vraag hoe het gaat", "na " + ", ".join(data["follow_up"]) if data["follow_up"] else ""),
            ],
            "step-people",
        ),
        _pages("Lees ook", data["pages"]),
        el("div", {"class": "step-folds"}, _folds(step, data, route, content, links)),
        # On paper there are no crumbs.
        el(
            "p",
            {"class": "step-of", "data-search-exclude": True},
            f"Stap {data['number']} van {len(route.steps)} in ‘{route.title}’.",
        ),
        _around(step, route, content, links),
    )
    return "\n\n".join([f"# {raw(step.title)}", f'<div class="block">{to_html(card)}</div>', checked_line(route)])


def crumbs(route: Route, step: Step, content: Content) -> list[tuple[str, str]]:
    """(title, page as Links.to takes it) of what stands above this page: the route, and the stage in it."""
    page = route_path(route, content)
    return [(route.title, page), *((title, f"{page}#fase-{part.stage.id}") for title, part in _stage(step, route))]


def _stage(step: Step, route: Route) -> list[tuple[str, Part]]:
    """The stage of a step with its title as the page of the route has it; nothing in a route without stages."""
    found = parts(route)
    usual = [part for part in found if not part.stage.when]
    return [
        (f"{usual.index(part) + 1}. {part.stage.title}" if part in usual else part.stage.title, part)
        for part in found
        if step in part.steps
    ]


# ---- the screen ----


def _in_one_line(data: RouteStepData, route: Route) -> str:
    """What it is, by when and who; another step from which the term counts by its number."""
    deadline = data["deadline"]
    for number, other in enumerate(route.steps, 1):
        deadline = deadline.replace(f"‘{other.title}’", f"stap {number}")
    facts = [f"{KIND_WORDS[data['kind']]}, stap {data['number']}", deadline, data["who"]]
    return " · ".join(fact for fact in facts if fact)


def _say(step: Step, data: RouteStepData, content: Content) -> tuple | None:
    """The sentence with which the talk of this step begins, and the way to the whole talk."""
    guide = content.guides.get(step.guide or "")
    if guide is None or data["guide"] is None:
        return None
    talk = {"class": "talk-open", "href": data["guide"]["href"] + TALK_PLACE}
    return el(
        "blockquote",
        {"class": "step-say"},
        el("p", None, el("b", None, "Zeg: "), f"{guide.opening} ", el("a", talk, "Voer het gesprek, deel voor deel")),
    )


def _pages(label: str, pages: list[Link]) -> tuple | None:
    linked: list = []
    for page in pages:
        linked += [" · " if linked else "", _link(page["title"], page)]
    return el("p", {"class": "step-more"}, f"{label}: ", linked) if linked else None


def _ways_on(data: RouteStepData, route: Route, content: Content, links: Links) -> tuple:
    """The ways out, with the word of the choice and the step that it leads to."""
    onward = data["onward"]
    items = [_way(way, route, content, links) for way in data["exits"]]
    if onward:
        items.append(
            el("li", None, el("a", {"class": "answer", "href": onward["href"]}, _label(f"Ga verder met: {onward['title']}")))
        )
    if not items:
        return el("p", {"class": "step-end"}, "Hier eindigt deze route.")
    return el("nav", {"class": "step-ways", "aria-label": "Hoe ga je verder?"}, el("ul", {"class": "answers"}, items))


def _way(way: Way, route: Route, content: Content, links: Links) -> tuple:
    after = [f"Hoogstens {way['limit']} keer. Daarna: ", _to_step(way["then"], route, content, links)] if way["then"] else None
    return el(
        "li",
        None,
        el(
            "a",
            {"class": "answer", "href": links.to(step_path(route, way["to"], content))},
            _label(way["label"]),
            " ",
            el("span", {"class": "answer-next"}, f"→ {_numbered(way['to'], route)}"),
        ),
        el("p", {"class": "answer-after"}, after) if after else None,
    )


def _reason(step: Step, route: Route, content: Content) -> tuple | None:
    """At the end of a wayfinder: the outcome as a text for the report."""
    if step.kind != "einde" or route.id not in content.wayfinders or step.route != OWN_PROTOCOL:
        return None
    copy = {"type": "button", "class": "md-button", "data-copy-text": "reden", "hidden": True}
    return el(
        "div",
        {"class": "outcome-reason"},
        el("p", {"class": "record-title"}, HEADING),
        el(
            "div",
            {"id": "reden"},
            el("p", None, f"Wegwijzer: {route.title}"),
            el("p", None, f"Uitkomst: {step.title}{'' if step.title.endswith(('.', '?', '!')) else '.'}"),
            el("p", None, f"Waarom: {step.why}") if step.why else None,
        ),
        el("p", {"class": "button-row no-print"}, el("button", copy, "Kopieer dit")),
    )


def _label(text: str) -> tuple:
    return el("span", {"class": "answer-label"}, text)


# ---- folded ----


def _folds(step: Step, data: RouteStepData, route: Route, content: Content, links: Links) -> list[tuple | None]:
    return [
        _fold(f"Let op ({len(step.caution)})", bullets(data["caution"])),
        _fold("Schrijf op", bullets(data["record"], "checklist")),
        _fold("Waarom", el("p", None, data["why"]) if data["why"] else None),
        _fold("Begrippen", _link_list(data["terms"]), "no-print"),
        _fold("Dit kwam ervoor", _link_list(_entries(step, route, content, links)), "no-print"),
    ]


def _fold(title: str, body: tuple | None, name: str = "") -> tuple | None:
    return el("details", {"class": f"step-fold {name}".strip()}, el("summary", None, title), body) if body else None


def _link_list(pages: list[Link]) -> tuple | None:
    return el("ul", None, [el("li", None, _link(page["title"], page)) for page in pages]) if pages else None


def _entries(step: Step, route: Route, content: Content, links: Links) -> list[Link]:
    """The steps that lead to this one."""
    found = [other for other in route.steps if any(step.id in (way.to, way.then) for way in other.exits)]
    return [Link(title=_numbered(other.id, route), href=links.to(step_path(route, other.id, content))) for other in found]


# ---- around it ----


def _around(step: Step, route: Route, content: Content, links: Links) -> list:
    """The steps before and after it in the list, the guide, and paper."""
    place = route.steps.index(step)
    beside = [("Vorige", route.steps[place - 1 : place]), ("Volgende", route.steps[place + 1 : place + 2])]
    walk = "Open een nieuwe zaak, of ga verder met een zaak" if route.id in content.protocols else "Loop de vragen stap voor stap"
    return [
        el(
            "p",
            {"class": "step-walk no-print"},
            el("a", {"class": "md-button", "href": f"{links.to(route_path(route, content))}#stap-voor-stap"}, walk),
            " ",
            el("button", {"type": "button", "class": "md-button", "data-print-page": True, "hidden": True}, "Print deze stap"),
        ),
        el(
            "nav",
            {"class": "step-beside no-print", "aria-label": "Stappen ervoor en erna"},
            el(
                "ul",
                None,
                [
                    el("li", None, f"{capital(word)} in de lijst: ", _to_step(other.id, route, content, links))
                    for word, found in beside
                    for other in found
                ],
            ),
        ),
    ]


def _to_step(step_id: str, route: Route, content: Content, links: Links) -> tuple:
    return el("a", {"href": links.to(step_path(route, step_id, content))}, _numbered(step_id, route))


def _numbered(step_id: str, route: Route) -> str:
    step = route.step(step_id)
    return f"{route.steps.index(step) + 1}. {step.title}"


def _link(text: str, page: Link) -> tuple:
    return el("a", {"href": page["href"]}, text)
