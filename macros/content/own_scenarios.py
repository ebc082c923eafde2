"""The examples of the base, on a route that a layer changed: adapted when that is easy, left out when they no longer fit."""

from macros.content.scenarios import walk_scenario, ways_of
from macros.schema.base import Strict
from macros.schema.route import Route, Scenario
from widgets.core.route import index_steps


def is_joined(route: Route) -> bool:
    """Did a layer change this route?"""
    return route._document is not None and bool(route._document.layers)


def stands_in_layer(model: Strict) -> bool:
    """Does this part of a joined document stand in a layer?"""
    return model._document.place(model._path)[0] != model._document.file


def fitting(route: Route) -> list[Scenario]:
    """The scenarios of a route that fit it: of a route that a layer changed, those of the base are adapted or left out.

    At a choice in a step of the layer they take the first way: that is the usual one. A scenario in the layer itself
    stays as it is: a mistake in it is told to its author.
    """
    if not is_joined(route):
        return route.scenarios
    data = ways_of(route)
    own = {step.id for step in route.steps if stands_in_layer(step)}
    adapted = [one if stands_in_layer(one) else _adapted(one, data, own) for one in route.scenarios]
    return [one for one in adapted if one]


def _adapted(scenario: Scenario, data: dict, own: set[str]) -> Scenario | None:
    """The scenario with an answer for every new step (`own`) on its way; None when it can no longer be walked."""
    steps = index_steps(data)
    keys = {step_id: {way["key"] for way in step["exits"]} for step_id, step in steps.items()}
    for step_id, given in scenario.answers.items():
        if not set([given] if isinstance(given, str) else given) <= keys.get(step_id, set()):
            return None
    trail = walk_scenario(data, scenario)
    while trail[-1]["step"] in own and steps[trail[-1]["step"]]["exits"] and trail[-1]["round"] < 10:
        here = trail[-1]["step"]
        before = scenario.answers.get(here, [])
        longer = [*([before] if isinstance(before, str) else before), steps[here]["exits"][0]["key"]]
        scenario = scenario.model_copy(update={"answers": {**scenario.answers, here: longer}})
        trail = walk_scenario(data, scenario)
    passed = [place["step"] for place in trail]
    needed = {step_id: 1 if isinstance(given, str) else len(given) for step_id, given in scenario.answers.items()}
    fits = (
        passed[-1] == scenario.end
        and set(scenario.via) <= set(passed)
        and all(passed.count(step_id) >= number for step_id, number in needed.items())
    )
    return scenario if fits else None
