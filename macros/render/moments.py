"""By when a step is done, in words: counted from the steps before it, and added up from the start."""
import networkx

from macros.content import Content
from macros.graph import always_before, edges, graph
from macros.languages import duration, say
from macros.schema.route import PREVIOUS, Route, Step

SAME_DAY = ("meteen", "dezelfde schooldag")


def deadline_line(step: Step, route: Route, content: Content) -> str:
    """The deadline of a step without its exception; names the steps before it instead of “de vorige stap”."""
    within = step.deadline.within
    counted = within not in (*SAME_DAY, "elk trimester")
    text = say(content, "binnen {1}", duration(content, within)) if counted else say(content, within)
    before = [earlier.title for earlier in _counted_from(step, route)]
    if step.deadline.after == PREVIOUS and not counted:
        return text
    if len(before) == 1:
        return say(content, "{1} na ‘{2}’", text, before[0])
    if len(before) == 2:
        return say(content, "{1} na ‘{2}’ of ‘{3}’", text, *before)
    return say(content, "{1} na de vorige stap", text)   # more steps would not be readable


def _counted_from(step: Step, route: Route) -> list[Step]:
    """The steps from which the deadline of `step` counts: the one it names, else every task before it."""
    if step.deadline.after != PREVIOUS:
        return [route.step(step.deadline.after)]
    found: list[Step] = []
    waiting, seen = [step.id], {step.id}
    ways = forward(route)
    while waiting:
        for earlier in ways.predecessors(waiting.pop(0)):
            if earlier not in seen:
                seen.add(earlier)
                if route.step(earlier).kind == "vraag":   # a question takes no time of its own
                    waiting.append(earlier)
                else:
                    found.append(route.step(earlier))
    return found


def latest(step: Step, route: Route, content: Content) -> str | None:
    """All deadlines from the start to `step` added up, along the longest way: "1 week en 1 schooldag".

    None when they do not add up, because a step on the way has no deadline in days. Only the ways with the fewest
    fixed moments to look back count: those are waiting times of another branch.
    """
    days = _school_days(step, route, rounds_before(route))
    if days is None:
        return None
    weeks, days = divmod(days, 5)
    parts = [duration(content, f"{number} {one if number == 1 else more}")
             for number, one, more in ((weeks, "week", "weken"), (days, "schooldag", "schooldagen")) if number]
    if not parts:
        return say(content, "dezelfde schooldag")
    return parts[0] if len(parts) == 1 else say(content, "{1} en {2}", *parts)


def _school_days(step: Step, route: Route, rounds: dict[str, int]) -> int | None:
    if step.id == route.start:
        return 0
    own = _length(step.deadline.within) if step.deadline else None
    if own is None:
        return None
    before = [_school_days(other, route, rounds) for other in _counted_from(step, route)
              if rounds[other.id] + bool(other.follow_up) <= rounds[step.id]]
    return None if not before or None in before else own + max(before)


def _length(within: str) -> int | None:
    """A deadline in school days."""
    amount, _, unit = within.partition(" ")
    if not amount.isdecimal():
        return 0 if within in SAME_DAY else None
    return int(amount) * {"w": 5, "m": 20, "s": 1}[unit[0]]


def forward(route: Route) -> networkx.DiGraph:
    """The route without its ways back, so that it has an order.

    A way back leads to a step that always came before. Where two steps can each come first, the exit with a
    limit is the way back.
    """
    before = always_before(route)
    result = networkx.DiGraph()
    result.add_nodes_from(step.id for step in route.steps)
    for source, target, _ in sorted(edges(route), key=lambda edge: edge[2].limit is not None and edge[1] == edge[2].to):
        if source != target and target not in before[source] and not networkx.has_path(result, target, source):
            result.add_edge(source, target)
    return result


def rounds_before(route: Route) -> dict[str, int]:
    """Per step: the smallest number of steps with fixed moments to look back that come before it."""
    follows_up = {step.id: int(bool(step.follow_up)) for step in route.steps}
    return networkx.single_source_dijkstra_path_length(graph(route), route.start,
                                                       weight=lambda source, target, _: follows_up[source])
