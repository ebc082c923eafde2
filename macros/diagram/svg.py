"""The picture of a route as SVG text. Looks come from diagram.css alone: no style attributes, no style element."""
from html import escape

from macros.diagram.layout import LABEL_LINE, LABEL_SIZE, TITLE_LINE, TITLE_SIZE, Edge, Layout, Node
from macros.diagram.measure import Box
from macros.diagram.text import SAFETY, width

DESCRIPTION = "De stappen staan ook als lijst op deze pagina."
_POINT = 12         # how far the sides of a question stick out
_HALO = 5           # the second border, shown by diagram.css at the step you are at and at keyboard focus


def to_svg(route_id: str, title: str, layout: Layout) -> str:
    """One <svg> element. Every step is a link to `#stap-<id>`; lines and labels are for the eye alone."""
    name, explanation = f"tekening-{route_id}-titel", f"tekening-{route_id}-uitleg"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="group" data-route="{_safe(route_id)}"'
        f' viewBox="0 0 {_number(layout.width)} {_number(layout.height)}"'
        f' width="{_number(layout.width)}" height="{_number(layout.height)}"'
        f' aria-labelledby="{_safe(name)}" aria-describedby="{_safe(explanation)}">',
        f'<title id="{_safe(name)}">{_safe(title)}</title>',
        f'<desc id="{_safe(explanation)}">{DESCRIPTION}</desc>',
        '<g class="edges" aria-hidden="true">',
        *(_edge(edge) for edge in layout.edges),
        "</g>",
        '<g class="nodes">',
        *(_node(node) for node in layout.nodes),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts)


def _node(node: Node) -> str:
    classes = f"node node-{node.kind}" + (" node-start" if node.is_start else "")
    around = Box(node.box.x, node.box.y, node.box.width + 2 * _HALO, node.box.height + 2 * _HALO)
    return (f'<a href="#stap-{_safe(node.step)}" data-step="{_safe(node.step)}" class="{classes}">'
            f"{_shape('halo', node.kind, around)}{_shape('shape', node.kind, node.box)}"
            f"{_text(node.lines, node.box, TITLE_SIZE, TITLE_LINE)}</a>")


def _shape(name: str, kind: str, box: Box) -> str:
    if kind == "ask":
        left, right = box.left + _POINT, box.right - _POINT
        corners = ((left, box.top), (right, box.top), (box.right, box.y), (right, box.bottom), (left, box.bottom),
                   (box.left, box.y))
        return f'<polygon class="{name}" points="{" ".join(_pair(corner) for corner in corners)}"/>'
    return _rectangle(name, box, min(box.height / 2, 22) if kind == "end" else 6)


def _rectangle(name: str, box: Box, round_by: float) -> str:
    return (f'<rect class="{name}" x="{_number(box.left)}" y="{_number(box.top)}" width="{_number(box.width)}"'
            f' height="{_number(box.height)}" rx="{_number(round_by)}"/>')


def _text(lines: tuple[str, ...], box: Box, size: float, line: float) -> str:
    """One <text> whose content, white space collapsed, is the text itself."""
    first = box.y - line * (len(lines) - 1) / 2 + 0.35 * size
    half_space = width(" ", size) / SAFETY / 2      # the space at the end of a line counts when it is centred
    spans = []
    for number, text in enumerate(lines):
        x = box.x + (half_space if text.endswith(" ") else 0)
        spans.append(f'<tspan x="{_number(x)}" y="{_number(first + number * line)}">{_safe(text)}</tspan>')
    return f"<text>{''.join(spans)}</text>"


def _edge(edge: Edge) -> str:
    classes = "edge" + (" edge-after" if edge.after else "") + (" edge-back" if edge.back else "")
    label = ""
    if edge.label:
        label = (f'<g class="edge-label">{_rectangle("edge-label-back", edge.label, 3)}'
                 f"{_text(edge.lines, edge.label, LABEL_SIZE, LABEL_LINE)}</g>")
    return (f'<g class="{classes}" data-from="{_safe(edge.source)}" data-to="{_safe(edge.target)}"'
            f' data-exit="{_safe(edge.exit)}"><path class="edge-line" d="{_path(edge)}"/>'
            f'<path class="edge-arrow" d="{_arrow(edge)}"/>{label}</g>')


def _path(edge: Edge) -> str:
    """The whole line in one path: it runs on behind the label."""
    words = []
    for number, curve in enumerate(edge.curves):
        words.append(("L" if number else "M") + _pair(curve[0]))
        words.extend(f"C{_pair(a)} {_pair(b)} {_pair(c)}" for a, b, c in zip(curve[1::3], curve[2::3], curve[3::3]))
    return "".join(words)


def _arrow(edge: Edge) -> str:
    """A triangle from the end of the line to the tip."""
    (x, y), (tip_x, tip_y) = edge.curves[-1][-1], edge.tip
    side_x, side_y = (tip_y - y) * 0.45, (x - tip_x) * 0.45
    return f"M{_pair((tip_x, tip_y))}L{_pair((x + side_x, y + side_y))}L{_pair((x - side_x, y - side_y))}Z"


def _pair(point: tuple[float, float]) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{round(value, 1):g}" if abs(value) < 1000 else f"{value:.1f}".removesuffix(".0")


def _safe(text: str) -> str:
    """Escaped for HTML, and so that a template engine that reads the page again finds nothing to do."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
