"""In which order the steps of a route are read, and which of its ways lead back up."""

from collections.abc import Mapping
from typing import Any

import networkx


def pairs(route: Mapping[str, Any]) -> list[tuple[str, str]]:
    """All (from, to) of a route (see `draw` for its form), also where it goes on when a limit is reached.

    Raises ValueError when an exit leads to a step that does not exist.
    """
    known = {step["id"] for step in route["steps"]}
    found = []
    for step in route["steps"]:
        for leaving in step["exits"]:
            for target in targets(leaving):
                if target not in known:
                    raise ValueError(f"exit {leaving['key']!r} of step {step['id']!r} leads to {target!r}, which is not a step")
                found.append((step["id"], target))
    return found


def targets(leaving: dict) -> list[str]:
    """The steps that an exit leads to: one, or two when it has a limit."""
    return [leaving["to"], leaving["then"]] if leaving.get("limit") and leaving.get("then") else [leaving["to"]]


def reading_order(route: Mapping[str, Any]) -> tuple[list[str], set[tuple[str, str]]]:
    """The ids of all steps from top to bottom, and the (from, to) that lead back up.

    The start comes first, every step after all that lead to it, and where that leaves a choice the file decides. Ways
    that go up in the file and close a loop do not count for this, and neither do ways to the start.
    """
    place = {step["id"]: number for number, step in enumerate(route["steps"])}
    place[route["start"]] = -1
    ways = [(source, target) for source, target in pairs(route) if target != route["start"]]
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(place)
    graph.add_edges_from(ways)
    loop = {step: number for number, found in enumerate(networkx.strongly_connected_components(graph)) for step in found}
    graph.remove_edges_from(
        [(source, target) for source, target in ways if loop[source] == loop[target] and place[target] <= place[source]]
    )
    order = list(networkx.lexicographical_topological_sort(graph, key=place.get))
    row = {step: number for number, step in enumerate(order)}
    return order, {(source, target) for source, target in pairs(route) if row[target] <= row[source]}
