"""By when a step is due at the latest, in any course that a route can take.

The same rules as widgets.core.plan, but with terms instead of days: no holiday and no weekend, so that the answer holds
on every calendar. A course is a way along the route in which everything happens on its last day: every way back as
often as it may, every question with the time it takes, every fixed day to come back.

A length is (school days, of which named as school days). A week counts as five school days and a month as 23: what the
planner gives is never later than that, and what is counted in school days adds up on every calendar, in any order.
ENDLESS is the length of what has no end: a step without a term, or "elk trimester".
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from math import inf

import networkx

from macros.content.graph import graph
from macros.schema.durations import AT_ONCE, UNITS, counted
from macros.schema.route import PREVIOUS, Route, Step

Length = tuple[float, float]
NOTHING: Length = (0, 0)
ENDLESS: Length = (inf, inf)
PACE = "1 maand"
MOST_STATES = 50_000  # of a route with more than this no sum is told


def length(within: str) -> Length:
    """A term of an author as a length."""
    if within in AT_ONCE:
        return NOTHING
    found = counted(within)
    if found is None:
        return ENDLESS
    return _counted(*found)


def waiting(not_before: str | None) -> Length:
    """How long something has to wait, at most, as a length."""
    if not_before is None or not_before in AT_ONCE:
        return NOTHING
    found = counted(not_before)
    return _counted(*found, whole=False) if found else ENDLESS


def _counted(amount: int, unit: str, whole: bool = True) -> Length:
    """Of hours only whole days count; when not `whole`, also the day that they begin."""
    kind = UNITS[unit]
    number = amount // kind.in_a_day if whole else -(-amount // kind.in_a_day)
    return number * kind.most, number * kind.named


def longest(route: Route, targets: set[str], ways: networkx.DiGraph | None = None) -> Length | None:
    """The latest that any of these steps is due in any course, counted from the report; None when that has no end.

    With `ways` only courses along those count.
    """
    if any(route.step(target).kind == "einde" for target in targets):  # an end has no term
        return None
    due = _Courses(route, targets, ways).walk()
    found = [due.get(target, ENDLESS) for target in targets] if due is not None else [ENDLESS]
    return max(found) if max(found) < ENDLESS else None


def comes_back_after(step: Step) -> bool:
    """Whether the fixed days of a step count from the day it was done: see widgets.core.plan."""
    if not step.deadline or not step.follow_up:
        return False
    deadline = step.deadline
    return deadline.after != PREVIOUS or deadline.within != step.follow_up[0] or deadline.not_before is not None


def takes_time(step: Step) -> bool:
    """Whether later terms count from the end of this step: all but a question without a term."""
    return step.kind != "vraag" or bool(step.deadline or step.follow_up)


def _plus(one: Length, other: Length) -> Length:
    return one[0] + other[0], one[1] + other[1]


# (number of ways back taken, place in the order of the route, visits of the step in a row, ways back taken per exit)
State = tuple[int, int, int, tuple[int, ...]]


class _Courses:
    """All courses at once. What leads to the same state is put together: of each day that can still count, the latest."""

    def __init__(self, route: Route, targets: set[str], ways: networkx.DiGraph | None = None) -> None:
        whole = graph(route)
        self.targets = targets
        self.steps = {step.id: step for step in route.steps}
        self.near = targets.union(*[networkx.ancestors(whole, target) for target in targets])
        self.start, self.ways = route.start, ways
        self.anchors = {step.deadline.after for step in route.steps if step.deadline} - {PREVIOUS}
        self.limits = [
            (step.id, way.key, way.limit)
            for step in route.steps
            for way in step.exits
            if way.limit is not None and step.id in self.near
        ]
        self.numbers = {(step_id, key): number for number, (step_id, key, _) in enumerate(self.limits)}
        self.order = list(networkx.topological_sort(ways if ways is not None else graph(route, limited=False)))
        self.places = {step_id: place for place, step_id in enumerate(self.order)}

    def walk(self) -> dict[str, Length] | None:
        """Per step that comes before the targets, or is one: when it is due at the latest.

        None as soon as a target has no end, and when there are too many courses.
        """
        first: State = (0, self.places[self.start], 0, (0,) * len(self.limits))
        days: dict[State, dict[str, Length]] = {first: {"": NOTHING}}
        waiting = [first]
        due: dict[str, Length] = {}
        passed = 0
        while waiting:
            passed += 1
            if passed > MOST_STATES:
                return None
            state = heappop(waiting)
            step = self.steps[self.order[state[1]]]
            own, after = self._visit(step, state[2], days.pop(state))
            if step.kind != "einde":
                due[step.id] = max(due.get(step.id, NOTHING), own)
                if step.id in self.targets and own == ENDLESS:
                    return None
            for following in self._following(step, state):
                if following not in days:
                    heappush(waiting, following)
                    days[following] = dict(after)
                for name, day in after.items():
                    days[following][name] = max(days[following].get(name, NOTHING), day)
        return due

    def _visit(self, step: Step, again: int, before: dict[str, Length]) -> tuple[Length, dict[str, Length]]:
        """When this visit is due, and the days that can count after it: of the step itself (""), of steps that are
        named with `na`, and of the begin of a series of fixed days (" ")."""
        day, series = before[""], before.get(" ", NOTHING)
        due = self._due(step, again, day, before)
        takes = due if due is not None else ENDLESS if takes_time(step) else day
        after = {name: known for name, known in before.items() if name != " "}
        after[""] = max(day, takes)
        if step.id in self.anchors:
            after[step.id] = after[""]
        if step.follow_up:
            after[" "] = series if again else after[""] if comes_back_after(step) else day
        return due if due is not None else ENDLESS, after

    def _due(self, step: Step, again: int, day: Length, before: dict[str, Length]) -> Length | None:
        if step.follow_up and (again or not comes_back_after(step)):
            return self._moment(step, again - comes_back_after(step), day, before[" "] if again else day)
        if not step.deadline:
            return None
        takes = max(length(step.deadline.within), waiting(step.deadline.not_before))
        return _plus(before.get(step.deadline.after, day), takes)

    def _moment(self, step: Step, index: int, day: Length, begin: Length) -> Length:
        """A fixed day to come back. Holidays can make two of them one, and then the next is a later one of the list."""
        lengths = [length(text) for text in step.follow_up]
        if index == 0:
            return _plus(begin, lengths[0])
        pace = next((text for text in step.follow_up if length(text) < ENDLESS), PACE)
        return max([_plus(day, length(pace)), *(_plus(begin, later) for later in lengths[index:])])

    def _following(self, step: Step, state: State) -> Iterator[State]:
        taken, _, again, counts = state
        if self.ways is not None:
            yield from (
                (taken, self.places[target], 0, counts) for target in self.ways.successors(step.id) if target in self.near
            )
            return
        for way in step.exits:
            number, used, passed = self.numbers.get((step.id, way.key)), taken, counts
            target: str | None = way.to
            if number is not None and way.limit is not None and counts[number] >= way.limit:
                target = way.then
            elif number is not None:
                used, passed = taken + 1, (*counts[:number], counts[number] + 1, *counts[number + 1 :])
            if target in self.near:
                row = min(again + 1, len(step.follow_up) + 1) if target == step.id and step.follow_up else 0
                yield used, self.places[target], row, passed
