"""The page of a route: summary, danger first, guide, list of steps, map, roles, examples."""

from macros import diagram
from macros.content.model import Content
from macros.content.own_scenarios import fitting
from macros.content.scenarios import walk_scenario
from macros.publish.cases import protocol_data
from macros.publish.links import Links
from macros.publish.routes import diagram_data, role_names, route_data
from macros.publish.shapes import ProtocolData, RouteData, RouteStepData
from macros.render.shared import as_json, capital, checked_line, danger_notice, lead, markdown_section, raw
from macros.schema.route import Route, Scenario
from widgets.core import guide
from widgets.core.html import el, to_html
from widgets.core.route import find_exit, index_steps


def route_page(route: Route, content: Content, links: Links) -> str:
    """The whole page in Markdown, with blocks of HTML."""
    data: RouteData | ProtocolData = (protocol_data if route.id in content.protocols else route_data)(route, content, links)
    sections = [
        f"# {raw(route.title)}",
        lead(route.summary),
        danger_notice(links),
        markdown_section("Stap voor stap", "stap-voor-stap", _widget(data)),
        markdown_section("Alle stappen op een rij", "stappen", to_html(_step_index(data)) + to_html(step_list(data))),
        markdown_section("De route als tekening", "tekening", diagram.draw(diagram_data(route, content, links))),
    ]
    if any(step.who for step in route.steps):
        sections.append(markdown_section("Wie doet wat", "wie-doet-wat", to_html(roles_table(route, content))))
    scenarios = fitting(route)
    if scenarios:
        sections.append(markdown_section("Voorbeelden", "voorbeelden", to_html(_scenarios(scenarios, data))))
    sections.append(checked_line(route))
    return "\n\n".join(sections)


def _widget(data: RouteData | ProtocolData) -> str:
    """The guide with its first view, ready to be taken over. The talks stand apart: read only when somebody opens one."""
    content = {name: value for name, value in data.items() if name != "talks"}
    talks = data.get("talks")
    return to_html(
        el(
            "div",
            {
                "data-widget": "guide",
                "class": "widget",
                "data-content": as_json(content),
                "data-talks": as_json(talks) if talks else None,
            },
            guide.view(data, guide.init(data)),
        )
    )


def _step_index(data: RouteData | ProtocolData) -> tuple:
    """A short way to each step: the list below it is long on a phone."""
    return el(
        "details",
        {"class": "step-index no-print"},
        el("summary", None, f"Ga naar een stap ({len(data['steps'])})"),
        el("ul", None, [el("li", None, _link(step)) for step in data["steps"]]),
    )


def step_list(data: RouteData | ProtocolData) -> tuple:
    """Every step with its facts, where it leads and where you come from."""
    steps = index_steps(data)
    entries: dict[str, list[RouteStepData]] = {}
    for step in data["steps"]:
        for way in step["exits"]:
            for target in {way["to"], way["then"]} - {""}:
                if step not in entries.setdefault(target, []):
                    entries[target].append(step)
    return el("div", {"class": "steps"}, [_step(step, steps, entries.get(step["id"], [])) for step in data["steps"]])


def _step(step: RouteStepData, steps: dict, entries: list[RouteStepData]) -> tuple:
    return el(
        "article",
        {"class": f"step step-{step['kind']}", "data-step": step["id"]},
        el("h3", {"id": f"stap-{step['id']}"}, f"{step['number']}. {step['title']}"),
        guide.step_facts(step),
        _ways_on(step, steps),
        el("p", {"class": "step-entries"}, "Hier kom je vanaf: ", _link_list(entries)) if entries else None,
    )


def _ways_on(step: RouteStepData, steps: dict) -> tuple:
    if not step["exits"]:
        return el("p", {"class": "step-end"}, "Hier eindigt deze route.")
    return el(
        "ul",
        {"class": "step-exits"},
        [
            el(
                "li",
                None,
                el("span", {"class": "exit-label"}, way["label"]),
                " → ",
                _link(steps[way["to"]]),
                [f" (hoogstens {way['limit']} keer, daarna ", _link(steps[way["then"]]), ")"] if way["then"] else None,
            )
            for way in step["exits"]
        ],
    )


def _link(step: RouteStepData) -> tuple:
    return el("a", {"href": f"#stap-{step['id']}"}, f"{step['number']}. {step['title']}")


def _link_list(steps: list[RouteStepData]) -> list:
    parts: list = []
    for step in steps:
        parts += [" · "] if parts else []
        parts.append(_link(step))
    return parts


def roles_table(route: Route, content: Content) -> tuple:
    """Per role: the steps it does, joins or hears about."""
    parts = (("Doet", "who"), ("Praat mee", "with_"), ("Krijgt bericht", "inform"))
    rows = []
    for role_id in content.roles:
        found = [[step for step in route.steps if role_id in getattr(step, part)] for _, part in parts]
        if not any(found):
            continue
        cells = [
            el("td", {"role": "cell", "data-label": label, "class": None if steps else "nothing"}, _step_links(steps))
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


def _step_links(steps: list) -> tuple | str:
    return el("ul", None, [el("li", None, el("a", {"href": f"#stap-{step.id}"}, step.title)) for step in steps]) if steps else "–"


def _scenarios(scenarios: list[Scenario], data: RouteData | ProtocolData) -> tuple:
    steps = index_steps(data)
    items = []
    for scenario in scenarios:
        choices = [
            el("li", None, _link(steps[place["step"]]), f" → {find_exit(steps[place['step']], place['answer'])['label']}")
            for place in walk_scenario(data, scenario)
            if place["answer"] and len(steps[place["step"]]["exits"]) > 1
        ]
        items.append(
            el(
                "details",
                None,
                el("summary", None, scenario.name),
                el("ol", None, choices),
                el("p", None, "Dit eindigt bij: ", _link(steps[scenario.end])),
            )
        )
    return el("div", {"class": "scenarios"}, items)
