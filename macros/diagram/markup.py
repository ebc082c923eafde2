"""The map of a route as HTML. Looks come from diagram.css alone: no style attributes, no style element."""

from html import escape

from macros.diagram.gutter import MOST, beside_exit, beside_station, gutter, lane_colour, lanes_shown, shape
from macros.diagram.rows import BACK, END, LANE, NEXT, Map, Row, Way
from macros.diagram.text import breakable

EXPLANATION = "Lees van boven naar beneden. Het cijfer achter een keuze is de stap die dan komt."
LEGEND = (("do", "doen"), ("ask", "vraag"), ("end", "einde"))
SIGNS = {NEXT: "↓", LANE: "→", END: "■", BACK: "↺"}
TITLE_SIZE = 16  # pixels on a phone, as in diagram.css; exits are smaller
GAP = 6  # between gutter and text, as in diagram.css
NARROWEST = 320 - 2 * 16 - 15  # the smallest screen without the margins of the page and a scroll bar


def to_html(route_id: str, title: str, drawn: Map) -> str:
    """The whole map. Every station is a link to the "href" of its step, else to `#stap-<id>`; its exits stand under it."""
    explanation = f"tekening-{_safe(route_id)}-uitleg"
    classes = f"line-map map-{lanes_shown(drawn)}" + (" map-thin" if drawn.width > MOST else "")
    classes += " map-thinnest" if drawn.width > 2 * MOST else ""
    return "\n".join(
        [
            f'<div class="{classes}" data-route="{_safe(route_id)}" role="group" aria-label="Tekening: {_safe(title)}"'
            f' aria-describedby="{explanation}" data-search-exclude="">',
            f'<p class="map-explanation" id="{explanation}">{EXPLANATION}</p>',
            _legend(),
            '<ol class="map-stops">',
            *(_row(drawn, row, before) for before, row in zip([None, *drawn.rows], drawn.rows)),
            "</ol>",
            "</div>",
        ]
    )


def _legend() -> str:
    items = [
        f'<li class="map-{kind}"><svg width="20" height="20" aria-hidden="true">{shape(kind, 10, 10)}</svg>{word}</li>'
        for kind, word in LEGEND
    ]
    return f'<ul class="map-legend">{"".join(items)}<li>{SIGNS[BACK]} terug</li></ul>'


def _row(drawn: Map, row: Row, before: Row | None) -> str:
    is_entered = before is not None and any(way.kind == NEXT for way in before.ways)
    step = row.step
    title = f"{step['number']}. {step['title']}" if step.get("number") else step["title"]
    href = step.get("href") or f"#stap-{step['id']}"
    ways = "".join(_way(drawn, row, way) for way in row.ways)
    return (
        f'<li><a class="map-stop map-{step["kind"]}" href="{_safe(href)}" data-step="{_safe(step["id"])}">'
        f"{beside_station(drawn, row, is_entered)}{_words(drawn, title)}</a>\n" + (f"<ul>{ways}</ul>" if ways else "") + "</li>"
    )


def _way(drawn: Map, row: Row, way: Way) -> str:
    """One exit in words. Where it goes on after its limit is a line of its own, and not the exit itself."""
    lane = drawn.lane_of(way)
    classes = f"map-way map-{way.kind}" + (f" to-{lane_colour(lane)}" if lane else "")
    exit_id = "" if way.after else f' data-exit="{_safe(way.exit)}"'
    limit = f", hoogstens {way.limit} keer" if way.limit and not way.after else ""
    return (
        f'<li class="{classes}" data-from="{_safe(way.source)}" data-to="{_safe(way.target)}"{exit_id}>'
        f"{beside_exit(drawn, row, way)}{_words(drawn, _label(row, way))} "
        f"<b>{SIGNS[way.kind]}\N{NO-BREAK SPACE}{_words(drawn, way.number)}</b>{limit}</li>\n"
    )


def _label(row: Row, way: Way) -> str:
    if not way.after:
        return way.label or ("Terug" if way.kind == BACK else "Verder")
    is_clear = len({other.exit for other in row.ways if other.after}) == 1  # otherwise nobody knows which limit is meant
    return f"Na {way.limit} keer" + ("" if is_clear else f" ‘{way.label}’")


def _words(drawn: Map, text: str) -> str:
    return _safe(breakable(text, TITLE_SIZE, NARROWEST - gutter(lanes_shown(drawn)) - GAP))


def _safe(text: str) -> str:
    """Escaped for HTML, and so that a template engine that reads the page again finds nothing to do."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
