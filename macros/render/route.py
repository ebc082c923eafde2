"""The page of a route: summary, danger first, the guide with the map in it, roles, examples.

A step stands there as a station of the map; all of it has a page of its own (macros/render/step_page.py).
"""

from collections.abc import Callable

from macros import diagram
from macros.content.model import Content
from macros.content.own_scenarios import fitting
from macros.content.scenarios import walk_scenario
from macros.publish.cases import protocol_data
from macros.publish.links import Links
from macros.publish.routes import role_names, route_data, step_path
from macros.publish.shapes import ProtocolData, RouteData
from macros.render import wall_sheet
from macros.render.shared import as_json, capital, checked_line, danger_notice, lead, markdown_section, raw
from macros.render.stages import map_data, stage_overview
from macros.schema.route import Route, Scenario, Step
from widgets.core import guide
from widgets.core.html import el, to_html
from widgets.core.route import find_exit, index_steps

# A button that prints; not there without JavaScript.
PRINT = {"type": "button", "class": "quiet-button print-button", "hidden": True}


def route_page(route: Route, content: Content, links: Links) -> str:
    """The whole page in Markdown, with blocks of HTML."""

    def address(step: Step) -> str:
        return links.to(step_path(route, step.id, content))

    data: RouteData | ProtocolData = (protocol_data if route.id in content.protocols else route_data)(route, content, links)
    sections = [
        f"# {raw(route.title)}",
        lead(route.summary),
        danger_notice(links),
        markdown_section("Stap voor stap", "stap-voor-stap", _widget(data, map_data(route, content, links))),
        _overview(route, content),
        *_whole(route, data, content, links, address),
    ]
    sections.append(checked_line(route))
    return "\n\n".join(sections)


def _overview(route: Route, content: Content) -> str:
    """The stages with their steps on one sheet, for the button that prints it: on the screen the map says the same."""
    if not route.stages:
        return ""
    sheet = el("div", {"class": "overview-sheet", "data-search-exclude": True}, stage_overview(route, content))
    return f'<div class="block">{to_html(sheet)}</div>'


def _whole(
    route: Route, data: RouteData | ProtocolData, content: Content, links: Links, address: Callable[[Step], str]
) -> list[str]:
    """The whole route in other ways: by who does it, with examples. Folded: these are long."""
    found = []
    if any(step.who for step in route.steps):
        found.append(("wie-doet-wat", "Wie doet wat", to_html(roles_table(route, content, address))))
    scenarios = fitting(route)
    if scenarios:
        found.append(("voorbeelden", "Voorbeelden", to_html(_scenarios(scenarios, route, data, address))))
    folds = "".join(
        f'<details class="fold" id="{anchor}">{to_html(el("summary", None, el("h3", None, title)))}{html}</details>'
        for anchor, title, html in found
    )
    sheets = [
        el("a", {"href": links.to(wall_sheet.path(route))}, "Voor aan de muur, op één A3")
        if route in wall_sheet.offered(content)
        else None,
        " ",
        el("button", PRINT | {"data-print-page": "overzicht"}, "Print het overzicht, 1 A4") if route.stages else None,
    ]
    on_paper = to_html(el("p", {"class": "no-print paper-line"}, sheets)) if route.stages else ""
    return [markdown_section("De hele route", "hele-route", folds + on_paper)] if folds else []


def _widget(data: RouteData | ProtocolData, drawn: dict) -> str:
    """The guide with its first view, ready to be taken over: the map in it, and in the map the card of the first step.

    The talks come with a script (macros/site/talk_script.py).
    """
    content = {name: value for name, value in data.items() if name != "talks"}
    shown = guide.view(data, guide.init(data))
    root = el(
        "div",
        {"data-widget": "guide", "class": "widget", "data-content": as_json(content), "data-talks": bool(data.get("talks"))},
        shown,
    )
    html, card = to_html(root), to_html(_step_part(shown))
    return html.replace(card, "", 1).replace(to_html(guide.MAP), f'<div data-map="">{diagram.draw(drawn, card)}</div>', 1)


def _step_part(shown: tuple) -> tuple:
    """The part of the view of a guide with the step on screen."""
    body = shown[2][-1]
    return next(part for part in body[2] if part[1].get("class") == guide.STEP)


def roles_table(route: Route, content: Content, address: Callable[[Step], str]) -> tuple:
    """Per role: the steps it does, joins or hears about. `address`: where a step stands."""
    parts = (("Doet", "who"), ("Praat mee", "with_"), ("Krijgt bericht", "inform"))
    rows = []
    for role_id in content.roles:
        found = [[step for step in route.steps if role_id in getattr(step, part)] for _, part in parts]
        if not any(found):
            continue
        cells = [
            el("td", {"role": "cell", "data-label": label, "class": None if steps else "nothing"}, _step_links(steps, address))
            for (label, _), steps in zip(parts, found)
        ]
        rows.append(
            el(
                "tr",
                {"role": "row"},
                el("th", {"scope": "row", "role": "rowheader"}, capital(role_names([role_id], content))),
                cells,
            )
        )
    head = [el("th", {"scope": "col", "role": "columnheader"}, text) for text in ("Wie", *(label for label, _ in parts))]
    # The roles say again what a table is: on a phone the rows stand as blocks, and a browser then forgets it.
    return el(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": "Wie doet wat"},
        el(
            "table",
            {"class": "roles", "role": "table"},
            el("thead", {"role": "rowgroup"}, el("tr", {"role": "row"}, head)),
            el("tbody", {"role": "rowgroup"}, rows),
        ),
    )


def _step_links(steps: list[Step], address: Callable[[Step], str]) -> tuple | str:
    return el("ul", None, [el("li", None, el("a", {"href": address(step)}, step.title)) for step in steps]) if steps else "–"


def _scenarios(scenarios: list[Scenario], route: Route, data: RouteData | ProtocolData, address: Callable[[Step], str]) -> tuple:
    steps = index_steps(data)

    def link(step_id: str) -> tuple:
        step = route.step(step_id)
        return el("a", {"href": address(step)}, f"{steps[step_id]['number']}. {step.title}")

    items = []
    for scenario in scenarios:
        choices = [
            el("li", None, link(place["step"]), f" → {find_exit(steps[place['step']], place['answer'])['label']}")
            for place in walk_scenario(data, scenario)
            if place["answer"] and len(steps[place["step"]]["exits"]) > 1
        ]
        items.append(
            el(
                "details",
                None,
                el("summary", None, scenario.name),
                el("ol", None, choices),
                el("p", None, "Dit eindigt bij: ", link(scenario.end)),
            )
        )
    return el("div", {"class": "scenarios"}, items)
