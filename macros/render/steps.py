"""All steps of a route in full, one after the other: for paper, where nothing can be tapped."""

from macros.publish.shapes import ProtocolData, RouteData, RouteStepData
from widgets.core import guide
from widgets.core.html import el
from widgets.core.route import index_steps


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
        el("p", {"class": "step-entries"}, "Dit kwam ervoor: ", _link_list(entries)) if entries else None,
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
