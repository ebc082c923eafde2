"""The figures of a report as 100 % stacked bars: drawn, in words beside it, and as a table. Only what may be shown.

A figure is made by widgets.core.disclosure and holds nothing but shown shares; a bar is drawn from those shares alone,
so its widths, names and table say no more than its text. Each kind of cell has a colour, a pattern and words:
Heiberger & Robbins (2014) and "The case against diverging stacked bars": with a scale from never to always, the outer
shares are read best on a fixed edge.
"""

from widgets.core.disclosure import share_text
from widgets.core.html import el

PATTERNS = (
    ("safe", "Effen", "de veilige kant"),
    ("middle", "Stippen", "het midden"),
    ("risky", "Strepen", "de kant die aandacht vraagt"),
    ("mixed", "Ruitjes", "antwoorden samen, omdat een deel ervan te klein is om apart te tonen"),
)
GUESSED = "Staat er ‘tot’, ‘minstens’ of ‘hoogstens’ bij? Dan weten we het niet precies, en is de balk een schatting."


def patterns():
    """The patterns of all bars on the page: once, before the first bar."""

    def shape(name, *marks):
        return el("pattern", {"id": "patroon-" + name, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}, *marks)

    def line(path):
        return el("path", {"class": "stack-ink", "d": path})

    return el(
        "svg",
        {"class": "stack-patterns", "width": "0", "height": "0", "aria-hidden": "true", "focusable": "false"},
        el(
            "defs",
            None,
            shape("middle", el("circle", {"class": "stack-dot", "cx": "4", "cy": "4", "r": "1.4"})),
            shape("risky", line("M-2 2 2 -2M0 8 8 0M6 10 10 6")),
            shape("mixed", line("M-2 2 2 -2M0 8 8 0M6 10 10 6M-2 6 2 10M0 0 8 8M6 -2 10 2")),
        ),
    )


def legend(figures=()):
    """What the patterns mean, in words; and that a bar is a guess, where one of these figures is only known from … to."""
    shown = el(
        "ul",
        {"class": "stack-legend"},
        [el("li", None, swatch(kind), el("strong", None, name), ": " + words + ".") for kind, name, words in PATTERNS],
    )
    guessed = [figure for figure in figures if is_guess(figure)]
    return el("div", None, shown, el("p", None, GUESSED)) if guessed else shown


def is_guess(figure):
    """Whether a share of a figure is told as "from … to", "at least" or "at most"."""
    return len([cell for cell in figure["cells"] if cell["share"] != share_text(cell["pct"])]) > 0


def swatch(kind):
    """A small square with the colour and the pattern of a kind of cell."""
    return el(
        "svg",
        {"class": "swatch", "width": "16", "height": "16", "aria-hidden": "true", "focusable": "false"},
        _rectangles(kind, "0", "16"),
    )


def kind_of(cell, polarity):
    """Where a cell lies: "safe", "middle", "risky" or "mixed" (cells that were put together)."""
    if cell["from"] > 1 and cell["to"] < 4:
        return "middle"
    if cell["to"] < 2:
        return "risky" if polarity == "high-is-good" else "safe"
    if cell["from"] > 3:
        return "safe" if polarity == "high-is-good" else "risky"
    return "mixed"


def bar(figure, polarity, name):
    """A figure as a drawing with its values as text; only text when there is nothing to draw. `name` is an id on the page."""
    if not figure["shown"]:
        return el("p", {"class": "figure-hidden"}, figure["why"])
    if figure["almost"]:
        return el("p", {"class": "figure-almost"}, figure["almost"][0:1].upper() + figure["almost"][1:] + ".")
    shapes = []
    values = []
    left = 0
    for cell in figure["cells"]:
        kind = kind_of(cell, polarity)
        shapes += _rectangles(kind, str(left) + "%", str(cell["pct"]) + "%")
        left = left + cell["pct"]
        if left < 100:
            shapes.append(el("rect", {"class": "stack-gap", "x": str(left) + "%", "y": "0", "width": "2", "height": "100%"}))
        values.append(el("li", None, swatch(kind), _value(cell)))
    return el(
        "div",
        {"class": "figure"},
        el(
            "svg",
            {"class": "stack", "width": "100%", "height": "24", "role": "img", "aria-labelledby": name, "focusable": "false"},
            shapes,
        ),
        el("ul", {"class": "stack-values", "id": name}, values),
    )


def _rectangles(kind, left, width):
    shapes = [el("rect", {"x": left, "y": "0", "width": width, "height": "100%", "class": "stack-" + kind})]
    if kind != "safe":
        shapes.append(el("rect", {"x": left, "y": "0", "width": width, "height": "100%", "fill": "url(#patroon-" + kind + ")"}))
    return shapes


def _value(cell):
    return cell["label"] + ": " + cell["share"] + (" (" + cell["pupils"] + ")" if cell["pupils"] else "")


def table(title, lines):
    """The same figures as a table. `lines` is a list of (text, figure)."""
    rows = []
    for text, figure in lines:
        if not figure["shown"]:
            shown = [figure["why"]]
        elif figure["almost"]:
            shown = [figure["almost"]]
        else:
            shown = [_value(cell) for cell in figure["cells"]]
        rows.append(
            el(
                "tr",
                None,
                el("th", {"scope": "row"}, text),
                el("td", None, "; ".join(shown)),
                el("td", None, figure["skips"] if figure["shown"] else "–"),
            )
        )
    return el(
        "details",
        {"class": "figure-table"},
        el("summary", None, "Als tabel: " + title),
        el(
            "div",
            {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": "Tabel: " + title},
            el(
                "table",
                None,
                el(
                    "thead",
                    None,
                    el(
                        "tr",
                        None,
                        el("th", {"scope": "col"}, "Vraag"),
                        el("th", {"scope": "col"}, "Antwoorden"),
                        el("th", {"scope": "col"}, "Overgeslagen"),
                    ),
                ),
                el("tbody", None, rows),
            ),
        ),
    )
