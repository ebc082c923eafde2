"""The lines beside one line of text: trunk, lanes and the shape of a station, as an <svg> of a fixed width.

The text decides how high a line gets; the <svg> is as high, and whatever is drawn too far is cut off. So nothing has to
be measured, no line can get into a text, and the lines of two rows always meet.
"""

from macros.diagram.rows import LANE, NEXT, Group, Lane, Map, Row, Way

STATION = 16  # how far the middle of the first line of a title is below the top of its row; as in diagram.css
EXIT = 12  # the same for an exit
PITCH = 11  # between two lanes
MOST = 6  # with more lanes than these they come closer, in the same room
COLOURS = 6
ENTRY, LEAVING = 11, 21  # where lanes reach and leave a stage that is folded, from the top of its heading
_SIDE = 12  # beside the trunk, half a station and its border
_INNER = 14  # from the trunk to the first lane
_EDGE = 4  # beside the outermost lane
_BEND = 6
_DOWN = 999  # further than any line of text is high


def lanes_shown(drawn: Map) -> int:
    """For how many lanes the gutter has its full room: the number in the class `map-…`."""
    return min(drawn.width, MOST)


def gutter(count: int) -> int:
    """The width in pixels of a gutter with its full room for `count` lanes."""
    return _trunk(count) + _SIDE


def lane_colour(lane: Lane) -> int:
    """The number of the colour of a lane, in the classes `lane-…` and `to-…`."""
    return lane.place % COLOURS + 1


def beside_station(drawn: Map, row: Row, is_entered: bool) -> str:
    """The <svg> beside the title of a station; `is_entered` when the trunk leads here from what stands above it."""
    x = _trunk(lanes_shown(drawn))
    parts = _passing(drawn, row.line)
    parts += [_arriving(drawn, lane, STATION) for lane in drawn.lanes if lane.last == row.line]
    top, bottom = 0 if is_entered else STATION, _DOWN if _trunk_end(row) > row.line else STATION
    if top < bottom:
        parts.append(f'<path class="trunk" d="M{x} {top}V{bottom}"/>')
    return _svg(drawn, [*parts, shape(row.step["kind"], x, STATION)])


def beside_exit(drawn: Map, row: Row, way: Way) -> str:
    """The <svg> beside the words of an exit, with its own line last; "" when nothing passes."""
    x, lane = _trunk(lanes_shown(drawn)), drawn.lane_of(way)
    parts = _passing(drawn, way.line)
    if way.line < _trunk_end(row):
        parts.append(f'<path class="trunk" d="M{x} 0V{_DOWN}"/>')
    if lane:
        parts.append(_departing(drawn, lane, f"M{x} 0V{EXIT - _BEND}q0 {_BEND}-{_BEND} {_BEND}"))
    return _svg(drawn, parts)


def beside_heading(drawn: Map, group: Group, is_entered: bool) -> str:
    """The <svg> beside the heading of a stage while its stations are in sight: the trunk goes on to the first of them."""
    x = _trunk(lanes_shown(drawn))
    trunk = f'<path class="trunk" d="M{x} {0 if is_entered else STATION}V{_DOWN}"/>'
    return _svg(drawn, [*_passing(drawn, group.line), trunk], "map-open")


def beside_folded(drawn: Map, group: Group, is_entered: bool, leads_on: bool) -> str:
    """The <svg> beside the heading of a stage that is folded: lanes lead to it and leave it as if it were one station."""
    x = _trunk(lanes_shown(drawn))
    targets = {way.target for row in group.rows for way in row.ways if way.kind == LANE}
    parts = [
        _path(lane, f"M{_x(drawn, lane)} 0V{_DOWN}") for lane in drawn.lanes if lane.first < group.line and lane.last > group.last
    ]
    parts += [_arriving(drawn, lane, ENTRY) for lane in drawn.lanes if lane.first < group.line <= lane.last <= group.last]
    parts += [
        _departing(drawn, lane, f"M{x} {LEAVING}") for lane in drawn.lanes if lane.target in targets and lane.last > group.last
    ]
    top, bottom = 0 if is_entered else STATION, _DOWN if leads_on else STATION
    if top < bottom:
        parts.append(f'<path class="trunk" d="M{x} {top}V{bottom}"/>')
    return _svg(drawn, parts, "map-shut")


def shape(kind: str, x: int, y: int) -> str:
    """What a station looks like: a circle to do something, a diamond to ask, a block to end."""
    if kind == "ask":
        return f'<path class="shape" d="M{x - 9} {y}l9-9 9 9-9 9z"/>'
    if kind == "end":
        return f'<path class="shape" d="M{x - 7} {y - 7}h14v14h-14z"/>'
    return f'<circle class="shape" cx="{x}" cy="{y}" r="7.5"/>'


def _svg(drawn: Map, parts: list[str], name: str = "") -> str:
    classes = f' class="{name}"' if name else ""
    return f'<svg{classes} width="{gutter(lanes_shown(drawn))}" aria-hidden="true">{"".join(parts)}</svg>' if parts else ""


def _arriving(drawn: Map, lane: Lane, height: int) -> str:
    """A lane from above that turns to the trunk so far below the top."""
    x = _trunk(lanes_shown(drawn))
    return _path(lane, f"M{_x(drawn, lane)} 0V{height - _BEND}q0 {_BEND} {_BEND} {_BEND}H{x}")


def _departing(drawn: Map, lane: Lane, begin: str) -> str:
    """What begins at the trunk, goes to the left and down along its lane."""
    return _path(lane, f"{begin}H{_x(drawn, lane, _BEND)}q-{_BEND} 0-{_BEND} {_BEND}V{_DOWN}")


def _trunk_end(row: Row) -> int:
    """The line where the trunk below a station turns into a lane; one more than all its lines when it leads to the next."""
    if any(way.kind == NEXT for way in row.ways):
        return row.line + len(row.ways) + 1
    return max((way.line for way in row.ways if way.kind == LANE), default=row.line)


def _passing(drawn: Map, line: int) -> list[str]:
    """The lanes that come from above this line and lead on below it."""
    return [_path(lane, f"M{_x(drawn, lane)} 0V{_DOWN}") for lane in drawn.lanes if lane.first < line < lane.last]


def _path(lane: Lane, drawing: str) -> str:
    return f'<path class="lane-{lane_colour(lane)}" d="{drawing}"/>'


def _trunk(count: int) -> int:
    """Where the trunk is, in pixels from the left."""
    return _EDGE + (count - 1) * PITCH + _INNER if count else _SIDE


def _x(drawn: Map, lane: Lane, further: int = 0) -> str:
    """Where a lane is, from the left."""
    pitch = PITCH if drawn.width <= MOST else PITCH * (MOST - 1) / (drawn.width - 1)
    return f"{round(_trunk(lanes_shown(drawn)) - _INNER - lane.place * pitch + further, 1):g}"
