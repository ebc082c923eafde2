"""What stands on every line of the map of a route: a station with its exits under it, and the lanes beside them.

A station and each of its exits take a line, and so does the heading of a stage. A way to the next station runs along the
trunk. Other ways down run along a lane left of it: one lane for each step that is led to, shared by all ways to that step.
Ends and ways back get no lane, only a mark with the number: they would lead across the whole map.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from macros.diagram.order import reading_order, targets

NEXT, LANE, END, BACK = "next", "lane", "end", "back"


@dataclass(frozen=True)
class Lane:
    """A line beside the trunk, from the first exit to its station. `place` counts from the trunk, 0 is nearest."""

    target: str
    place: int
    first: int  # line of the first exit that leads there
    last: int  # line of the station


@dataclass(frozen=True)
class Way:
    """One exit, or where it goes on when its limit is reached (`after`)."""

    line: int
    source: str
    target: str
    number: str  # of the target
    exit: str
    label: str
    kind: str  # NEXT | LANE | END | BACK
    limit: int
    after: bool


@dataclass(frozen=True)
class Row:
    """A station and the ways that leave it."""

    line: int
    step: dict
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Group:
    """The rows of a stage that follow one another, under a heading that can fold them away."""

    line: int  # of the heading
    stage: dict | None  # None in a route without stages: then there is no heading, and `line` is that of the first row
    again: bool  # part of its steps stand higher up
    rows: tuple[Row, ...]

    @property
    def last(self) -> int:
        """The last line of its rows."""
        return self.rows[-1].line + len(self.rows[-1].ways)


@dataclass(frozen=True)
class Map:
    """All rows from top to bottom by stage, and the lanes beside them."""

    groups: tuple[Group, ...]
    lanes: tuple[Lane, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All stations with their exits."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def width(self) -> int:
        """The number of lanes beside each other."""
        return max((lane.place + 1 for lane in self.lanes), default=0)

    def lane_of(self, way: Way) -> Lane | None:
        """The lane that a way runs along, or None for the other kinds."""
        return next((lane for lane in self.lanes if lane.target == way.target), None) if way.kind == LANE else None


def rows(route: Mapping[str, Any]) -> Map:
    """The map of a route (see `draw` for its form). Raises ValueError when an exit leads to a step that does not exist."""
    order, back = reading_order(route)
    steps = {step["id"]: step for step in route["steps"]}
    stages = {stage["id"]: stage for stage in route.get("stages") or []}
    following = dict(zip(order, [*order[1:], ""]))
    groups: list[Group] = []
    line = 0
    for stage_id, names in groupby(order, key=lambda step: steps[step].get("stage") if stages else None):
        heading = line
        line += bool(stages)
        found = []
        for step in names:
            found.append(Row(line, steps[step], _ways(steps, step, following[step], back, line + 1)))
            line += 1 + len(found[-1].ways)
        stage = stages.get(stage_id)
        groups.append(Group(heading, stage, any(group.stage is stage for group in groups), tuple(found)))
    return Map(tuple(groups), _lanes([row for group in groups for row in group.rows]))


def _ways(steps: dict, step: str, following: str, back: set[tuple[str, str]], line: int) -> tuple[Way, ...]:
    """The ways that leave a step, on the lines from `line` on."""
    ways: list[Way] = []
    for leaving in steps[step]["exits"]:
        for turn, target in enumerate(targets(leaving)):
            kind = (
                BACK
                if (step, target) in back
                else NEXT
                if target == following
                else END
                if steps[target]["kind"] == "end"
                else LANE
            )
            ways.append(
                Way(
                    line + len(ways),
                    step,
                    target,
                    name(steps[target]),
                    leaving["key"],
                    leaving.get("label") or "",
                    kind,
                    leaving.get("limit") or 0,
                    turn > 0,
                )
            )
    return tuple(ways)


def name(step: dict) -> str:
    """How an exit calls a step: by its number, or else by its title."""
    return str(step.get("number") or "") or step["title"]


def _lanes(found: list[Row]) -> tuple[Lane, ...]:
    """A lane for every step that is led to from higher up. Short lanes first: they lie nearest to the trunk."""
    first: dict[str, int] = {}
    for row in found:
        for way in row.ways:
            if way.kind == LANE:
                first.setdefault(way.target, way.line)
    spans = [(first[row.step["id"]], row.line, row.step["id"]) for row in found if row.step["id"] in first]
    lanes: list[Lane] = []
    for begin, end, target in sorted(spans, key=lambda span: (span[1] - span[0], span[0])):
        taken = {lane.place for lane in lanes if begin <= lane.last and lane.first <= end}
        lanes.append(Lane(target, next(place for place in range(len(lanes) + 1) if place not in taken), begin, end))
    return tuple(lanes)
