"""A section of a report as a strip of dots, each about a pupil. Made of shown figures only, so it tells no more than they do."""

from widgets.core.bars import swatch
from widgets.core.html import el

MOST_DOTS = 40
SIZE = 10
STEPS = 10000
KINDS = (("risky", "vraagt aandacht"), ("middle", "daartussen"), ("safe", "veilig"))


def dots_of(section, figures, dots):
    """{"risky", "middle", "safe"}: how many of so many dots, on average over the shown figures; None when too little is known.

    A question of which only one border is told (a sensitive one) says nothing of the middle: there its risky dots are middle.
    What is hidden lies halfway between the least and the most that it can be.
    """
    shown = [figure["span"] for figure in figures if figure["shown"]]
    if section["level"] < 0 or not shown:
        return None
    past = [0, 0]
    for span in shown:
        for border in range(len(span["low"])):
            past[border] = past[border] + STEPS * (span["low"][border] + span["high"][border]) // (2 * span["of"])
    beyond = [(dots * share + STEPS * len(shown) // 2) // (STEPS * len(shown)) for share in past]
    risky, rest = beyond[1], max(beyond)
    return {"risky": risky, "middle": rest - risky, "safe": dots - rest}


def strip_view(strip, name):
    """The dots as a drawing with its words."""
    shapes, place = [], 0
    for kind, _words in KINDS:
        for _dot in range(strip[kind]):
            centre = str(place * SIZE + SIZE // 2)
            shapes.append(el("circle", {"class": "stack-" + kind, "cx": centre, "cy": "5", "r": "4"}))
            if kind != "safe":
                shapes.append(el("circle", {"cx": centre, "cy": "5", "r": "4", "fill": "url(#patroon-" + kind + ")"}))
            place = place + 1
    words = name + ": " + ", ".join([str(strip[kind]) + " " + told for kind, told in KINDS])
    return el(
        "svg",
        {
            "class": "strip",
            "viewBox": "0 0 " + str(place * SIZE) + " 10",
            "role": "img",
            "aria-label": words,
            "focusable": "false",
        },
        shapes,
    )


def strip_legend():
    return el(
        "span",
        {"class": "strip-legend"},
        [part for kind, told in KINDS for part in (swatch(kind), told + " ")],
    )
