"""Where everything in the picture of a route goes: sizes from our own text measure, places from Graphviz (dot).

A label on an edge is a node of its own for dot: it keeps its place free, other lines go around it, and it lies on its
own line, so that nobody has to guess which label belongs to which arrow.
"""
from dataclasses import dataclass

import pygraphviz

from macros.diagram.measure import Box, problems
from macros.diagram.text import width, wrap

TITLE_SIZE, TITLE_LINE = 14, 18
LABEL_SIZE, LABEL_LINE = 13, 16
TITLE_LIMIT = 178       # about 23 characters
LABEL_LIMIT = 142       # about 20 characters
MARGIN = 12

_PADDING = {"do": (12, 11), "ask": (24, 12), "end": (20, 11)}
_LEAST_WIDTH = {"do": 150, "ask": 170, "end": 130}
# Distance between neighbours, between rows, and the kind of line. The later ones are only tried when an earlier one
# leaves a problem: dot sometimes leads a curve through a box when it is tight.
_TRIES = ((30, 32, "true"), (36, 36, "true"), (44, 36, "true"), (24, 40, "true"), (30, 32, "polyline"),
          (44, 40, "polyline"))


@dataclass(frozen=True)
class Node:
    """One step in the picture."""
    step: str
    kind: str
    lines: tuple[str, ...]
    box: Box
    is_start: bool


@dataclass(frozen=True)
class Edge:
    """One arrow: pieces of cubic Bézier curves, each of 1 + 3n points, from the step to the tip of the arrow."""
    source: str
    target: str
    exit: str
    after: bool                     # only taken when the limit of the exit is reached
    back: bool                      # leads up again
    lines: tuple[str, ...]
    label: Box | None
    curves: tuple[tuple[tuple[float, float], ...], ...]
    tip: tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """Everything placed, in pixels from the top left corner."""
    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class _Way:
    """One arrow that has to be drawn, before it has a place."""
    source: str
    target: str
    exit: str
    after: bool
    back: bool
    lines: tuple[str, ...]


def place(route: dict) -> Layout:
    """The layout of a route (see `draw` for its form). The same route always gives the same layout.

    Raises ValueError when an exit leads to a step that does not exist.
    """
    ways = _ways(route)
    best, fewest = None, None
    for nodesep, ranksep, splines in _TRIES:
        layout = _run_dot(route, ways, nodesep, ranksep, splines)
        count = len(problems(layout))
        if fewest is None or count < fewest:
            best, fewest = layout, count
        if count == 0:
            break
    return best


def caption(step: dict) -> str:
    """What stands in the node: the number and the title."""
    number = str(step.get("number") or "")
    return f"{number}. {step['title']}" if number else step["title"]


def _ways(route: dict) -> list[_Way]:
    known = {step["id"] for step in route["steps"]}
    found = []
    for step in route["steps"]:
        limited = [leaving for leaving in step["exits"] if leaving.get("max")]
        for leaving in step["exits"]:
            found.append((step["id"], leaving["to"], leaving["id"], False, leaving.get("label") or ""))
            if leaving.get("max") and leaving.get("then"):
                text = f"na {leaving['max']} keer"
                if len(limited) > 1:        # otherwise nobody knows which of them
                    text += f" ‘{leaving['label']}’"
                found.append((step["id"], leaving["then"], leaving["id"], True, text))
    for source, target, name, *_ in found:
        if target not in known:
            raise ValueError(f"exit {name!r} of step {source!r} leads to {target!r}, which is not a step")
    back = _back_ways(route, [(source, target) for source, target, *_ in found])
    return [
        _Way(source, target, name, after, (source, target) in back, tuple(wrap(text, LABEL_SIZE, LABEL_LIMIT)))
        for source, target, name, after, text in found
    ]


def _back_ways(route: dict, pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """The (from, to) that close a loop when you walk from the start: drawn upwards."""
    following = {step["id"]: [] for step in route["steps"]}
    for source, target in pairs:
        following[source].append(target)
    back, finished, on_path = set(), set(), set()
    for first in [route["start"], *following]:
        stack = [(first, iter(following[first]))] if first not in finished else []
        on_path.update(step for step, _ in stack)
        while stack:
            step, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                stack.pop()
                on_path.discard(step)
                finished.add(step)
            elif target in on_path:
                back.add((step, target))
            elif target not in finished:
                on_path.add(target)
                stack.append((target, iter(following[target])))
    return back


def _size(lines: tuple[str, ...], size: float, line: float) -> tuple[float, float]:
    return max(width(text.rstrip(), size) for text in lines), line * len(lines)


def _run_dot(route: dict, ways: list[_Way], nodesep: float, ranksep: float, splines: str) -> Layout:
    graph = pygraphviz.AGraph(strict=False, directed=True)
    graph.graph_attr.update(rankdir="TB", nodesep=nodesep / 72, ranksep=ranksep / 72, splines=splines, mclimit=4)
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowsize=0.9, tailport="s", headport="n")
    texts = {}
    for number, step in enumerate(route["steps"]):
        texts[step["id"]] = lines = tuple(wrap(caption(step), TITLE_SIZE, TITLE_LIMIT)) or ("…",)
        across, down = _size(lines, TITLE_SIZE, TITLE_LINE)
        padding_x, padding_y = _PADDING[step["kind"]]
        _add_node(graph, f"n{number}", max(across, _LEAST_WIDTH[step["kind"]] - 2 * padding_x) + 2 * padding_x,
                  down + 2 * padding_y)
    names = {step["id"]: f"n{number}" for number, step in enumerate(route["steps"])}
    for number, way in enumerate(ways):
        _add_way(graph, number, way, names)
    graph.layout(prog="dot")
    left, bottom, right, top = (float(part) for part in graph.graph_attr["bb"].split(","))

    def point(text: str) -> tuple[float, float]:
        x, y = text.split(",")
        return round(float(x) - left + MARGIN, 1), round(top - float(y) + MARGIN, 1)

    def box(name: str) -> Box:
        node = graph.get_node(name)
        x, y = point(node.attr["pos"])
        return Box(x, y, round(float(node.attr["width"]) * 72, 1), round(float(node.attr["height"]) * 72, 1))

    nodes = tuple(
        Node(step["id"], step["kind"], texts[step["id"]], box(names[step["id"]]), step["id"] == route["start"])
        for step in route["steps"]
    )
    edges = tuple(_read_way(graph, number, way, names, point, box) for number, way in enumerate(ways))
    return Layout(round(right - left + 2 * MARGIN, 1), round(top - bottom + 2 * MARGIN, 1), nodes, edges)


def _add_node(graph: pygraphviz.AGraph, name: str, across: float, down: float) -> None:
    graph.add_node(name, width=round(across / 72, 4), height=round(down / 72, 4))


def _add_way(graph: pygraphviz.AGraph, number: int, way: _Way, names: dict) -> None:
    """Add one arrow, with its label as a node in the middle. A way back is added upside down, with its head above."""
    ends = [names[way.source], names[way.target]]
    if way.lines:
        across, down = _size(way.lines, LABEL_SIZE, LABEL_LINE)
        _add_node(graph, f"l{number}", across + 8, down + 4)
        ends.insert(1, f"l{number}")
    labels = ends[1:-1]
    pairs = list(zip(ends, ends[1:]))
    for place_of, (upper, lower) in enumerate(pairs):
        is_last = place_of == len(pairs) - 1
        # Heavier near the step that is left: a label belongs to the choice, not to where it leads.
        looks = {"weight": 1 if is_last and way.lines else 4}
        if way.back:
            upper, lower = lower, upper
            looks |= {"dir": "back" if is_last else "none", "weight": 1,        # on the steps: any free place
                      "tailport": "s" if upper in labels else "_", "headport": "n" if lower in labels else "_"}
        elif not is_last:
            looks["dir"] = "none"
        graph.add_edge(upper, lower, key=f"e{number}p{place_of}", **looks)


def _read_way(graph: pygraphviz.AGraph, number: int, way: _Way, names: dict, point, box) -> Edge:
    ends = [names[way.source], names[way.target]]
    if way.lines:
        ends.insert(1, f"l{number}")
    curves, tip = [], None
    for place_of, (upper, lower) in enumerate(zip(ends, ends[1:])):
        if way.back:
            upper, lower = lower, upper
        points = []
        for part in graph.get_edge(upper, lower, f"e{number}p{place_of}").attr["pos"].split():
            if part[:2] in ("e,", "s,"):
                tip = point(part[2:])
            else:
                points.append(point(part))
        curves.append(tuple(reversed(points) if way.back else points))
    return Edge(way.source, way.target, way.exit, way.after, way.back, way.lines,
                box(f"l{number}") if way.lines else None, tuple(curves), tip or curves[-1][-1])
