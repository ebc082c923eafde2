"""In which order the steps of a route are told, and which ways lead to a step."""

import networkx

from macros.render.deadlines import forward, rounds_before
from macros.schema.route import Route, Step


def reading_order(route: Route) -> list[tuple[str, list[Step]]]:
    """All steps, in the phases begin, volgen, verder and einde.

    A phase follows from the route: what happens before the first fixed moments to look back (`opvolgen`), those
    moments, what can come after them, and the ends. Within a phase a step stands after the steps that lead to
    it; where the route leaves a choice, the order of the file counts. Ways back do not count.
    """
    place = {step.id: number for number, step in enumerate(route.steps)}
    rounds = rounds_before(route)
    phases: dict[str, list[Step]] = {"begin": [], "volgen": [], "verder": [], "einde": []}
    for step_id in networkx.lexicographical_topological_sort(forward(route), key=place.get):
        step = route.step(step_id)
        if step.kind == "einde":
            phases["einde"].append(step)
        elif rounds[step_id]:
            phases["verder"].append(step)
        else:
            phases["volgen" if step.follow_up else "begin"].append(step)
    return list(phases.items())


# ---- when a step is there ----


def ways_in(route: Route, step: Step, told: set[str]) -> set[tuple[str, bool]]:
    """All ways into `step`: the id of the step before it, and whether a choice was made there.

    Steps that the reader is not told about are skipped: it is what led to them that counts.
    """
    found: set[tuple[str, bool]] = set()
    seen = {step.id}

    def look_back(target: str) -> None:
        for source in route.steps:
            for way in source.exits:
                if target not in (way.to, way.then) or source.id == step.id:
                    continue
                if way.label or source.id in told:
                    found.add((source.id, bool(way.label)))
                elif source.id not in seen:
                    seen.add(source.id)
                    look_back(source.id)

    look_back(step.id)
    return found
