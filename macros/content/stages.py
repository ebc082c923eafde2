"""The stages of a route: which steps belong to each, what they begin with, and whether they stay together."""

from typing import NamedTuple

import networkx

from macros.content.graph import edges, graph
from macros.schema.route import Route, Stage, Step


class Part(NamedTuple):
    """A stage with its steps, in the order of the file."""

    stage: Stage
    steps: list[Step]


def parts(route: Route) -> list[Part]:
    """The stages of a route that have steps for this school, in their order; nothing for a route without stages."""
    found = [Part(stage, [step for step in route.steps if step.stage == stage.id]) for stage in route.stages]
    return [part for part in found if part.steps]


def entrances(route: Route, part: Part) -> list[Step]:
    """The steps of a stage to which a way from an earlier stage leads, in their order; also the start of the route."""
    place = {step.id: number for number, step in enumerate(route.steps)}
    inside = {step.id for step in part.steps}
    entered = {target for source, target, _ in edges(route) if source not in inside and place[source] < place[target]}
    return [step for step in part.steps if step.id in entered or step.id == route.start]


def first_done(route: Route, part: Part) -> list[Step]:
    """What is done first in a stage, in the order of its steps: the entrances, and past a question what follows on it."""
    here = {step.id: step for step in part.steps}
    waiting = [step.id for step in entrances(route, part)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen and here[name].kind == "vraag":
            waiting += [target for target in _targets(here[name]) if target in here]
        seen.add(name)
    return [step for step in part.steps if step.id in seen and step.kind != "vraag"]


def sure_steps(route: Route, part: Part) -> list[Step]:
    """The steps that come whenever the stage does: its entrance if it has one, and what follows as long as nothing is chosen."""
    here = {step.id: step for step in part.steps}
    found = entrances(route, part)
    if len(found) != 1:
        return []
    while True:
        targets = _targets(found[-1])
        following = here.get(targets.pop()) if len(targets) == 1 else None
        if following is None or following in found:
            return found
        found.append(following)


def _targets(step: Step) -> set[str]:
    return {target for way in step.exits for target in (way.to, way.then) if target}


def returning(route: Route, steps: list[Step]) -> list[Step]:
    """The steps among these to which the way leads back after it left them for another stage; ways back with a limit are no
    part of that. Only for a route without endless loops."""
    ways = graph(route, limited=False)
    inside = {step.id for step in steps}
    outside = {step.id for step in route.steps} - inside
    left = set().union(*(networkx.descendants(ways, name) for name in inside)) & outside
    back = set().union(*(networkx.descendants(ways, name) for name in left)) & inside
    return [step for step in steps if step.id in back]
