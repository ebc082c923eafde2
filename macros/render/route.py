"""The page of a route: summary, danger first, steps by stage, guide, map, roles, examples; without stages the guide is first."""

from macros import diagram
from macros.content.model import Content
from macros.content.own_scenarios import fitting
from macros.content.scenarios import walk_scenario
from macros.content.stages import parts
from macros.publish.cases import protocol_data
from macros.publish.links import Links
from macros.publish.routes import diagram_data, role_names, route_data
from macros.publish.shapes import ProtocolData, RouteData, RouteStepData
from macros.render.shared import as_json, capital, checked_line, danger_notice, lead, markdown_section, raw
from macros.render.stages import stage_list
from macros.schema.route import Route, Scenario
from widgets.core import guide
from widgets.core.html import el, to_html
from widgets.core.route import find_exit, index_steps


def route_page(route: Route, content: Content, links: Links) -> str:
    """The whole page in Markdown, with blocks of HTML."""
    data: RouteData | ProtocolData = (protocol_data if route.id in content.protocols else route_data)(route, content, links)
    guided = markdown_section("Stap voor stap", "stap-voor-stap", _widget(data))
    sections = [
        f"# {raw(route.title)}",
        lead(route.summary),
        danger_notice(links),
        *([_by_stage(route, data, content), guided] if parts(route) else [guided, _in_a_row(data)]),
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


def _by_stage(route: Route, data: RouteData | ProtocolData, content: Content) -> str:
    return markdown_section("In grote lijnen", "stappen", to_html(stage_list(route, _articles(data, "h4"), content)))


def _in_a_row(data: RouteData | ProtocolData) -> str:
    return markdown_section("Alle stappen op een rij", "stappen", to_html(_step_index(data)) + to_html(step_list(data)))


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
    return el("div", {"class": "steps"}, list(_articles(data, "h3").values()))


def _articles(data: RouteData | ProtocolData, heading: str) -> dict[str, tuple]:
    """The id of each step -> all of it, under a heading of this rank."""
    steps = index_steps(data)
    entries: dict[str, list[RouteStepData]] = {}
    for step in data["steps"]:
        for way in step["exits"]:
            for target in {way["to"], way["then"]} - {""}:
                if step not in entries.setdefault(target, []):
                    entries[target].append(step)
    return {step["id"]: _step(step, steps, entries.get(step["id"], []), heading) for step in data["steps"]}


def _step(step: RouteStepData, steps: dict, entries: list[RouteStepData], heading: str) -> tuple:
    return el(
        "article",
        {"class": f"step step-{step['kind']}", "data-step": step["id"]},
        el(heading, {"id": f"stap-{step['id']}"}, f"{step['number']}. {step['title']}"),
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
