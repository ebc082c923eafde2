"""Scenarios: examples that walk a route."""

from collections.abc import Mapping
from typing import Any

from macros.schema.route import Route, Scenario
from widgets.core.route import index_steps, walk


def stored_answers(scenario: Scenario) -> dict[str, str]:
    """The answers of a scenario by visit: a list of answers belongs to the first, second, … visit of a step."""
    answers = {}
    for step_id, given in scenario.answers.items():
        for number, key in enumerate([given] if isinstance(given, str) else given, 1):
            answers[step_id if number == 1 else f"{step_id}#{number}"] = key
    return answers


def ways_of(route: Route) -> dict:
    """The steps and ways of a route, as much as widgets.core.route needs to walk it."""
    return {
        "start": route.start,
        "steps": [
            {
                "id": step.id,
                "exits": [{"key": way.key, "to": way.to, "limit": way.limit or 0, "then": way.then or ""} for way in step.exits],
            }
            for step in route.steps
        ],
    }


def walk_scenario(data: Mapping[str, Any], scenario: Scenario) -> list[dict]:
    """The visits of a scenario along a route, as `ways_of` makes it. The only way out of a step goes by itself."""
    steps = index_steps(data)
    answers = stored_answers(scenario)
    while True:
        trail = walk(data, answers)
        last = trail[-1]
        exits = steps[last["step"]]["exits"]
        if len(exits) != 1 or last["visit"] in answers:
            return trail
        answers[last["visit"]] = exits[0]["key"]
