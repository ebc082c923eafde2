"""The shape of a route as a graph: what can be reached, what always comes first, where it loops."""

import networkx

from macros.schema.route import Exit, Route


def edges(route: Route, limited: bool = True) -> list[tuple[str, str, Exit]]:
    """All (from, to, exit). With `limited` False the ways back that have a limit are left out, their `dan` kept."""
    found = []
    for step in route.steps:
        for way in step.exits:
            if limited or way.limit is None:
                found.append((step.id, way.to, way))
            if way.then:
                found.append((step.id, way.then, way))
    return found


def graph(route: Route, limited: bool = True) -> "networkx.DiGraph[str]":
    """The route as a directed graph of step ids, with only edges between steps that exist."""
    known = [step.id for step in route.steps]  # in the order of the file, so that reports are always the same
    result: networkx.DiGraph[str] = networkx.DiGraph()
    result.add_nodes_from(known)
    result.add_edges_from((a, b) for a, b, _ in edges(route, limited) if b in known)
    return result


def reachable(route: Route) -> set[str]:
    """Ids of the steps that can be reached from the start."""
    return {route.start} | networkx.descendants(graph(route), route.start)


def reaching_an_end(route: Route) -> set[str]:
    """Ids of the steps from which an end can be reached."""
    backwards = graph(route).reverse(copy=False)
    found = set()
    for step in route.steps:
        if step.kind == "einde":
            found |= {step.id} | networkx.descendants(backwards, step.id)
    return found


def unlimited_loop(route: Route) -> list[str]:
    """The step ids of a loop that never has to end, or an empty list."""
    try:
        return [a for a, _ in networkx.find_cycle(graph(route, limited=False))]
    except networkx.NetworkXNoCycle:
        return []


def always_before(route: Route) -> dict[str, set[str]]:
    """Per reachable step id: the steps that lie on every path from the start to it (its dominators)."""
    parents = networkx.immediate_dominators(graph(route), route.start)
    result: dict[str, set[str]] = {route.start: set()}
    for step_id in parents:
        chain: set[str] = set()
        current = step_id
        while current != route.start:
            current = parents[current]
            chain.add(current)
        result[step_id] = chain
    return result


def surely_first(route: Route) -> list[str]:
    """Ids of the steps that every course begins with: the start, and what follows as long as nothing is chosen."""
    found = [route.start]
    while True:
        targets = {target for way in route.step(found[-1]).exits for target in (way.to, way.then) if target}
        if len(targets) != 1 or targets & set(found):
            return found
        found += targets


def always_on_the_way(route: Route) -> set[str]:
    """Ids of the steps that lie on every path from the start to every end that can be reached."""
    before = always_before(route)
    ends = [step.id for step in route.steps if step.kind == "einde" and step.id in before]
    return set.intersection(*[before[end] for end in ends]) if ends else set()
