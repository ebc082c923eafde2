"""What is wrong with a picture, by its geometry alone: things that overlap or run through each other."""
from dataclasses import dataclass
from itertools import combinations

_STEPS = 24             # points looked at on each piece of a curve


@dataclass(frozen=True)
class Box:
    """A rectangle by its middle and its size."""
    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (abs(self.x - other.x) * 2 < self.width + other.width - 0.5
                and abs(self.y - other.y) * 2 < self.height + other.height - 0.5)

    def holds(self, x: float, y: float, inset: float = 0.0) -> bool:
        """Whether the point lies inside, at least `inset` from the border."""
        return (abs(x - self.x) * 2 < self.width - 2 * inset) and (abs(y - self.y) * 2 < self.height - 2 * inset)


def samples(points) -> list[tuple[float, float]]:
    """Points along a chain of cubic Bézier curves (1 + 3n control points)."""
    found = [points[0]]
    for start in range(0, len(points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[start:start + 4]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            found.append((u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
                          u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy))
    return found


def _around(line: list[tuple[float, float]]) -> "Box":
    """The box around a line, a little wider: what lies outside it cannot be touched."""
    across, down = [x for x, _ in line], [y for _, y in line]
    return Box((min(across) + max(across)) / 2, (min(down) + max(down)) / 2,
               max(across) - min(across) + 4, max(down) - min(down) + 4)


def problems(layout) -> list[tuple[str, str, str]]:
    """All (kind, one, other) in a layout: "node-node", "label-node", "label-label", "edge-node", "edge-label", "outside".

    An edge touches its own two steps and its own label; every other box it enters is a problem.
    """
    nodes = [(node.step, node.box) for node in layout.nodes]
    labels = [(number, edge.label) for number, edge in enumerate(layout.edges) if edge.label]

    def called(number: int) -> str:
        edge = layout.edges[number]
        return f"{edge.source}>{edge.target} ({edge.exit})"

    found = [("node-node", a, b) for (a, one), (b, other) in combinations(nodes, 2) if one.overlaps(other)]
    found += [("label-label", called(a), called(b))
              for (a, one), (b, other) in combinations(labels, 2) if one.overlaps(other)]
    found += [("label-node", called(a), b) for a, one in labels for b, other in nodes if one.overlaps(other)]
    for number, edge in enumerate(layout.edges):
        line = [point for curve in edge.curves for point in samples(curve)]
        around = _around(line)
        for step, box in nodes:
            if not around.overlaps(box):
                continue
            # On its own steps a line may touch the border, not run across the text.
            inset = 4 if step in (edge.source, edge.target) else -1
            if any(box.holds(x, y, inset) for x, y in line):
                found.append(("edge-node", called(number), step))
        for other, box in labels:
            if other != number and around.overlaps(box) and any(box.holds(x, y) for x, y in line):
                found.append(("edge-label", called(number), called(other)))
        if any(not (0 <= x <= layout.width and 0 <= y <= layout.height) for x, y in line):
            found.append(("outside", called(number), ""))
    return found
