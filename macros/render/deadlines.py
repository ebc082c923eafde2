"""By when a step is done, in words: counted from the steps before it, and added up from the start.

The days themselves come from widgets.core.plan; what is told here is never earlier, see macros.content.courses.
"""

import networkx

from macros.content.courses import Length, comes_back_after, longest, takes_time
from macros.content.graph import always_before, edges, graph
from macros.content.languages import duration, say
from macros.content.model import Content
from macros.publish.routes import more_of
from macros.schema.durations import AT_ONCE, SPOKEN
from macros.schema.route import PREVIOUS, Route, Step

REPORT = ""  # stands among the ids of the steps from which a term counts
# What is said with no name of a step, with one, with two, and with more.
FROM_STEPS = ("{1} na de vorige stap", "{1} na ‘{2}’", "{1} na ‘{2}’ of ‘{3}’", "{1} na de vorige stap")
FROM_REPORT = ("{1} na de melding", "{1} na de melding of na ‘{2}’", "{1} na de melding of na de vorige stap")
# "The same school day" is not after a step, but on its day.
ON_THE_DAY = ("{1} als de vorige stap", "{1} als ‘{2}’", "{1} als ‘{2}’ of ‘{3}’", "{1} als de vorige stap")
MOST_WORDS = 12  # of two names together: with them a sentence for parents still has at most 22


def deadline_line(step: Step, route: Route, content: Content) -> str:
    """The deadline of a step without its exception; names the steps before it instead of “de vorige stap”.

    Without a deadline: the first of its fixed days to come back; "" when it has none of these either.
    """
    text = _how_soon(step, route, content)
    more = more_of(step.deadline) if step.deadline else []
    said = [say(content, words, *([duration(content, period)] if period else [])) for words, period in more]
    return say(content, ", ").join([text, *said])


def _how_soon(step: Step, route: Route, content: Content) -> str:
    within = step.deadline.within if step.deadline else "".join(step.follow_up[:1])
    found = counted_from(step, route)
    named = step.deadline is not None and step.deadline.after != PREVIOUS
    if within in ("", "elk trimester", *SPOKEN):
        return say(content, SPOKEN.get(within, within)) if within else ""
    if within in AT_ONCE and not named and (found == [REPORT] or step.id == route.start):
        return say(content, within)
    text = say(content, within) if within in AT_ONCE else say(content, "binnen {1}", duration(content, within))
    names = [route.step(earlier).title for earlier in found if earlier != REPORT]
    if within == "dezelfde schooldag" and not named:
        return _counted(text, ON_THE_DAY, [] if REPORT in found else names, content)
    return _counted(text, FROM_REPORT if REPORT in found else FROM_STEPS, names, content)


def _counted(text: str, patterns: tuple[str, ...], names: list[str], content: Content) -> str:
    """The text with the names of the steps from which it counts; when these are too much to read in one sentence, without."""
    readable = len(names) < len(patterns) and (len(names) < 2 or len(" ".join(names).split()) <= MOST_WORDS)
    pattern = patterns[len(names)] if readable else patterns[-1]
    return say(content, pattern, text, *(names if "{2}" in pattern else []))


def counted_from(step: Step, route: Route) -> list[str]:
    """The ids of the steps from which the term of `step` counts: the one it names, else every step that can come before it.

    A question without a term takes no time of its own, so what came before it counts. REPORT: the report itself.
    """
    if step.deadline and step.deadline.after != PREVIOUS:
        return [step.deadline.after]
    found: list[str] = []
    waiting, seen = [step.id], {step.id}
    ways = graph(route)
    while waiting:
        here = waiting.pop(0)
        if here == route.start:
            found.append(REPORT)
        for earlier in ways.predecessors(here):
            if not takes_time(route.step(earlier)):
                waiting += [earlier] if earlier not in seen else []
                seen.add(earlier)
            elif earlier not in found and not (earlier == step.id and step.follow_up):
                found.append(earlier)
    return found


def look_back_line(step: Step, content: Content) -> str:
    """The fixed days to come back, and from when they count when that is not the step before; "" without them."""
    days = say(content, ", ").join(duration(content, text) for text in step.follow_up)
    return say(content, "{1} (geteld vanaf de dag dat dit is gedaan)", days) if comes_back_after(step) else days


# ---- added up ----


def latest(step: Step, route: Route, content: Content) -> str | None:
    """The latest that this step is due in any course: "2 weken en 1 schooldag". None when that has no end."""
    found = longest(route, {step.id})
    return in_words(found, content) if found else None


def usually(step: Step, route: Route) -> Length | None:
    """The same without ways back, along the ways with the fewest fixed moments to look back: others wait for something else."""
    return longest(route, {step.id}, _ordinary(route))


def expected_way(route: Route) -> list[str]:
    """The ids of the steps as it goes when nothing special happens: the first exit of each step, as widgets.core.plan has it."""
    found = [route.start]
    while (exits := route.step(found[-1]).exits) and exits[0].to not in found:
        found.append(exits[0].to)
    return found


def in_words(found: Length, content: Content) -> str:
    """A length: "1 week en 1 schooldag", or "8 schooldagen" when no term on the way was longer than days."""
    days, named = (int(part) for part in found)
    if not days:
        return say(content, "dezelfde schooldag")
    weeks, rest = divmod(days, 5) if days > named else (0, days)
    parts = [
        duration(content, f"{number} {one if number == 1 else more}")
        for number, one, more in ((weeks, "week", "weken"), (rest, "schooldag", "schooldagen"))
        if number
    ]
    return parts[0] if len(parts) == 1 else say(content, "{1} en {2}", *parts)


def has_exceptions(targets: set[str], route: Route) -> bool:
    """Whether a term on the way to one of these steps may be passed: by an exception in words, or by somebody outside."""
    whole = graph(route)
    deadlines = [route.step(name).deadline for target in targets for name in networkx.ancestors(whole, target) | {target}]
    return any(deadline.outside or deadline.remark and not deadline.only_sooner for deadline in deadlines if deadline)


def _ordinary(route: Route) -> networkx.DiGraph:
    """The route without ways back, with only the ways that have the fewest fixed moments to look back."""
    rounds = rounds_before(route)
    result = forward(route)
    result.remove_edges_from(
        [
            (source, target)
            for source, target in result.edges
            if rounds[source] + bool(route.step(source).follow_up) > rounds[target]
        ]
    )
    return result


def forward(route: Route) -> "networkx.DiGraph[str]":
    """The route without its ways back, so that it has an order.

    A way back leads to a step that always came before. Where two steps can each come first, the exit with a
    limit is the way back.
    """
    before = always_before(route)
    result: networkx.DiGraph[str] = networkx.DiGraph()
    result.add_nodes_from(step.id for step in route.steps)
    for source, target, _ in sorted(edges(route), key=lambda edge: edge[2].limit is not None and edge[1] == edge[2].to):
        if source != target and target not in before[source] and not networkx.has_path(result, target, source):
            result.add_edge(source, target)
    return result


def rounds_before(route: Route) -> dict[str, int]:
    """Per step: the smallest number of steps with fixed moments to look back that come before it."""
    follows_up = {step.id: int(bool(step.follow_up)) for step in route.steps}
    found = networkx.single_source_dijkstra_path_length(
        graph(route), route.start, weight=lambda source, target, _: follows_up[source]
    )
    return {step_id: int(rounds) for step_id, rounds in found.items()}
