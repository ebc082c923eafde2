"""The map of a route as HTML. Looks come from diagram.css alone: no style attributes, no style element."""

from html import escape

from macros.diagram.gutter import (
    MOST,
    beside_exit,
    beside_folded,
    beside_heading,
    beside_station,
    gutter,
    lane_colour,
    lanes_shown,
    shape,
)
from macros.diagram.rows import BACK, END, LANE, NEXT, Group, Map, Row, Way
from macros.diagram.text import breakable

EXPLANATION = "Lees van boven naar beneden. Het nummer achter een keuze is de volgende stap."
LEGEND = (("do", "doen"), ("ask", "vraag"), ("end", "einde"))
SIGNS = {NEXT: "↓", LANE: "→", END: "■", BACK: "↺"}
TITLE_SIZE = 16  # pixels on a phone, as in diagram.css; exits are smaller
GAP = 6  # between gutter and text, as in diagram.css
NARROWEST = 320 - 2 * 16 - 15  # the smallest screen without the margins of the page and a scroll bar


KINDS = dict(LEGEND)
COUNTS = ("", "één uitgang", "twee uitgangen", "drie uitgangen", "vier uitgangen", "vijf uitgangen", "zes uitgangen")


def to_html(route_id: str, title: str, drawn: Map, card: str = "") -> str:
    """The whole map. Every station is a link to the "href" of its step, else to `#stap-<id>`; its exits stand under it.

    `card`: HTML that stands under the first station, before its exits.
    """
    explanation = f"tekening-{_safe(route_id)}-uitleg"
    classes = f"line-map map-{lanes_shown(drawn)}" + (" map-thin" if drawn.width > MOST else "")
    classes += " map-thinnest" if drawn.width > 2 * MOST else ""
    before = [None, *drawn.groups]
    return "\n".join(
        [
            f'<div class="{classes}" data-route="{_safe(route_id)}" role="group" aria-label="Tekening: {_safe(title)}"'
            f' aria-describedby="{explanation}">',
            *(_group(drawn, group, _leads_on(above), "" if above else card) for above, group in zip(before, drawn.groups)),
            f'<p class="map-explanation" id="{explanation}" data-search-exclude="">{EXPLANATION}</p>',
            _legend(),
            "</div>",
        ]
    )


def _legend() -> str:
    items = [
        f'<li class="map-{kind}"><svg width="20" height="20" aria-hidden="true">{shape(kind, 10, 10)}</svg>{word}</li>'
        for kind, word in LEGEND
    ]
    return f'<ul class="map-legend" data-search-exclude="">{"".join(items)}<li>{SIGNS[BACK]} terug</li></ul>'


def _leads_on(group: Group | None) -> bool:
    """Whether the trunk goes on below a group."""
    return group is not None and any(way.kind == NEXT for way in group.rows[-1].ways)


def _group(drawn: Map, group: Group, is_entered: bool, card: str) -> str:
    """The stations of a stage, folded under its heading except where the route begins; without a stage the stations alone."""
    before = [None, *group.rows]
    entered = [
        is_entered or group.stage is not None if above is None else any(way.kind == NEXT for way in above.ways)
        for above in before
    ]
    stations = "\n".join(
        _row(drawn, row, enters, "" if place else card) for place, (row, enters) in enumerate(zip(group.rows, entered))
    )
    listed = f'<ol class="map-stops" data-search-exclude="">\n{stations}\n</ol>'
    if group.stage is None:
        return listed
    lines = beside_heading(drawn, group, is_entered) + beside_folded(drawn, group, is_entered, _leads_on(group))
    opened = ' open=""' if group is drawn.groups[0] else ""
    side = "" if group.stage.get("number") else " stage-side"
    return (
        f'<details class="stage{side}"{opened}><summary class="map-head">{lines}{_heading(drawn, group)}</summary>\n'
        f"{listed}</details>"
    )


def _heading(drawn: Map, group: Group) -> str:
    """The title of a stage and what there is to say of it; spaces between, for who hears it or reads the text alone."""
    stage = group.stage or {}
    number = f'<span class="stage-number">{_safe(stage["number"])}</span> ' if stage.get("number") else ""
    title = _words(drawn, stage["title"]) + (" (vervolg)" if group.again else "")
    anchor = "" if group.again else f' id="fase-{_safe(stage["id"])}"'
    told = [
        f' <span class="stage-{name}">{_words(drawn, stage[name])}</span>'
        for name in ("when", "facts", "what")
        if stage.get(name) and not group.again
    ]
    return f"<h3{anchor}>{number}{title}</h3>{''.join(told)}"


def _row(drawn: Map, row: Row, is_entered: bool, card: str) -> str:
    step = row.step
    title = f"{step['number']}. {step['title']}" if step.get("number") else step["title"]
    href = step.get("href") or f"#stap-{step['id']}"
    ways = "".join(_way(drawn, row, way) for way in row.ways)
    facts = f' <span class="map-facts">{_words(drawn, step["facts"])}</span>' if step.get("facts") else ""
    return (
        f'<li id="stap-{_safe(step["id"])}"><a class="map-stop map-{step["kind"]}" href="{_safe(href)}"'
        f' data-step="{_safe(step["id"])}" data-message="looked {_safe(step["id"])}">'
        f"{beside_station(drawn, row, is_entered)}{_words(drawn, title)}{facts}{_heard(drawn, step)}</a>\n"
        + card
        + (f"<ul>{ways}</ul>" if ways else "")
        + "</li>"
    )


def _heard(drawn: Map, step: dict) -> str:
    """What the shape of a station and its place tell, for who hears it: "stap 4 van 31, vraag, twee uitgangen"."""
    count = len(step["exits"])
    exits = COUNTS[count] if count < len(COUNTS) else f"{count} uitgangen"
    told = [f"stap {step['number']} van {len(drawn.rows)}" if step.get("number") else "", KINDS[step["kind"]], exits]
    return f'<span class="unseen"> ({", ".join(text for text in told if text)})</span>'


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
