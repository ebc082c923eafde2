"""A protocol for the wall, on one A3: a row per kind of person, a column per stage, each step with who does it first.

Only for a route with stages. On a screen it is a table that can be scrolled.
"""

import math

from macros.content.model import Content
from macros.content.stages import Part, parts
from macros.diagram.text import breakable
from macros.publish.links import Links
from macros.publish.routes import role_names, route_path, step_path, within_text
from macros.render.shared import capital, lead, raw
from macros.schema.route import Route, Step
from widgets.core.html import el, to_html

TITLE = "Wandplaat"
# The rows: the role that gives its name, and the roles whose steps stand there as well. Anybody else stands with the first.
ROWS = (
    ("medewerker", ()),
    ("mentor", ()),
    ("coordinator", ()),
    ("leiding", ("schoolleiding", "bestuur")),
)
HOME, HOME_TITLE = "thuis", "Thuis"
WIDTH, LETTER, PADDING = 376, 1.8, 3.5  # millimetres on paper: of all stages, of a letter, and beside the text of a cell
POINTS, FIRST = 12, 92  # pixels on paper: the type, and the room for the name of a row
MARKS = {"doen": "", "vraag": "◇", "einde": "■"}
SUM = "Wie doet wat in welke fase? Lees van links naar rechts. Achter → staat met welke stap het verdergaat."


def path(route: Route) -> str:
    """The path of the sheet of a protocol in the site, as Links.to takes it."""
    return f"wandplaten/{route.id}"


def offered(content: Content) -> list[Route]:
    """The protocols that have a sheet."""
    return [route for route in content.protocols.values() if parts(route)]


def wall_sheet(route: Route, content: Content, links: Links) -> str:
    """The page with the sheet of a protocol, in Markdown."""
    back = el("a", {"href": links.to(route_path(route, content))}, route.title)
    button = el(
        "button", {"type": "button", "class": "md-button no-print", "data-print-page": True, "hidden": True}, "Print op A3"
    )
    return "\n\n".join(
        [
            f"# {TITLE}: {raw(route.title)}",
            lead(SUM),
            to_html(el("p", {"class": "no-print"}, "Protocol: ", back, ". ", button)),
            f'<div class="block">{to_html(_table(route, content, links))}</div>',
        ]
    )


def _table(route: Route, content: Content, links: Links) -> tuple:
    found = parts(route)
    widths = _widths(found, route, content)
    columns = [el("col", {"width": f"{round(93 * width / sum(widths), 1)}%"}) for width in widths]
    usual = [part for part in found if not part.stage.when]
    head = [el("th", {"scope": "col"}, _heading(part, usual)) for part in found]
    rows = [
        el(
            "tr",
            None,
            el("th", {"scope": "row"}, breakable(capital(content.spoken.name(role, article=False)), POINTS, FIRST)),
            [
                el("td", None, _steps([step for step in part.steps if row_of(step) == role], role, route, content, links))
                for part in found
            ],
        )
        for role, _ in ROWS
    ]
    home = el(
        "tr",
        {"class": "wall-home"},
        el("th", {"scope": "row"}, HOME_TITLE),
        [el("td", None, _at_home(part, route, content)) for part in found],
    )
    return el(
        "div",
        {"class": "table-scroll wall-frame", "tabindex": "0", "role": "region", "aria-label": f"{TITLE}: {route.title}"},
        el(
            "table",
            {"class": "wall-sheet"},
            el("colgroup", None, el("col", {"width": "7%"}), columns),
            el("thead", None, el("tr", None, el("td", None), head)),
            el("tbody", None, rows, home),
        ),
    )


def row_of(step: Step) -> str:
    """The row in which a step stands: that of who is named first."""
    first = step.who[0] if step.who else ""
    return next((role for role, others in ROWS if first in (role, *others)), ROWS[0][0])


def _widths(found: list[Part], route: Route, content: Content) -> list[int]:
    """The width of each stage in millimetres, so that the sheet is low: a row is as high as its fullest cell. From equal widths
    on, a little goes from one stage to another for as long as that helps."""
    texts = [_texts(part, route, content) for part in found]
    least = [max(len(word) for cell in column for text in cell for word in text.split()) * LETTER + PADDING for column in texts]
    widths = [WIDTH / len(found)] * len(found)

    def height(tried: list[float]) -> float:
        too_narrow = sum(max(0, need - width) for need, width in zip(least, tried))
        cells = [[_lines(cell, width) for cell in column] for column, width in zip(texts, tried)]
        # The sum of all cells breaks ties: one that is not the fullest yet may become so.
        return 100 * too_narrow + sum(max(row) for row in zip(*cells)) + sum(map(sum, cells)) / 1000

    for step in (12, 6, 3, 1):
        best, before = height(widths), float("inf")
        while best < before:
            before = best
            for giver in range(len(found)):
                for taker in range(len(found)):
                    tried = [width + step * ((place == taker) - (place == giver)) for place, width in enumerate(widths)]
                    if min(tried) > PADDING + LETTER and height(tried) < best:
                        widths, best = tried, height(tried)
    return [round(width) for width in widths]


def _texts(part: Part, route: Route, content: Content) -> list[list[str]]:
    """What stands in the cells of a stage: its heading, and a text per step in each row."""
    rows = [
        [f"{step.title} {_told(step, role, route, content)} 10. ◇" for step in part.steps if row_of(step) == role]
        for role, _ in ROWS
    ]
    return [[f"1 {part.stage.title} {part.stage.when or ''}"], *rows]


def _lines(texts: list[str], width: float) -> float:
    """How many lines these texts take below each other in a column so wide."""
    return sum(math.ceil(len(text) * LETTER / (width - PADDING)) + 0.35 for text in texts)


def _heading(part: Part, usual: list[Part]) -> list:
    stage = part.stage
    if not stage.when:
        return [f"{usual.index(part) + 1} {stage.title}"]
    return [stage.title, el("span", {"class": "wall-when"}, f" {stage.when.removesuffix('.')}.")]


def _steps(steps: list[Step], role: str, route: Route, content: Content, links: Links) -> list[tuple]:
    return [_step(step, role, route, content, links) for step in steps]


def _step(step: Step, role: str, route: Route, content: Content, links: Links) -> tuple:
    told = _told(step, role, route, content)
    return el(
        "p",
        {"class": f"wall-step wall-{step.kind}"},
        el("a", {"href": links.to(step_path(route, step.id, content))}, f"{_number(step.id, route)}. {step.title}"),
        [" ", el("b", None, MARKS[step.kind])] if MARKS[step.kind] else None,
        [" ", el("span", {"class": "wall-facts"}, told)] if told else None,
    )


def _told(step: Step, role: str, route: Route, content: Content) -> str:
    """Beside the title of a step: who does it when that is not simply the role of its row, by when, and where it goes on."""
    facts = [
        "" if step.who in ([role], []) else role_names(step.who, content),
        within_text(step.deadline) if step.deadline else "",
        _onward(step, route),
    ]
    return capital(" · ".join(fact for fact in facts if fact))


def _onward(step: Step, route: Route) -> str:
    """With which steps it goes on: "→ 3 of 6"; nothing when that is only the next one."""
    numbers = sorted({_number(target, route) for way in step.exits for target in (way.to, way.then) if target})
    return "" if numbers in ([], [_number(step.id, route) + 1]) else "→\N{NO-BREAK SPACE}" + _listed(numbers, "of")


def _at_home(part: Part, route: Route, content: Content) -> list[tuple]:
    """In which steps of a stage somebody at home has a part: in a conversation, or with a message."""
    found = []
    for words, field in (("Gesprek bij", "with_"), ("Bericht bij", "inform")):
        numbers = [
            _number(step.id, route)
            for step in part.steps
            if any(role in content.roles and content.roles[role].group == HOME for role in getattr(step, field))
        ]
        if numbers:
            found.append(el("p", {"class": "wall-step"}, f"{words} stap {_listed(numbers, 'en')}"))
    return found


def _listed(numbers: list[int], last: str) -> str:
    texts = [str(number) for number in numbers]
    return f" {last} ".join(text for text in (", ".join(texts[:-1]), texts[-1]) if text)


def _number(step_id: str, route: Route) -> int:
    return [step.id for step in route.steps].index(step_id) + 1
