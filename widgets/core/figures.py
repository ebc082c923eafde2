"""Figures of a report: shown cells in words, of one group or of several together. Made from a release, never from counters.

figure: {"shown", "why" (when not shown), "of": pupils in it, "cells": [{"from", "to", "label", "pct", "low", "high",
"share", "pupils"}], "range": [from, to] and "almost": "bijna iedereen: …" (then there are no cells), "skips", "span": see
widgets.core.spans: what a reader can know, for adding up and comparing}.
"""

from widgets.core import disclosure, spans

ALMOST = "bijna iedereen: "
RANGES = {3: [[0, 1], [2, 3], [4, 5]], 2: [[0, 1], [2, 5]]}
WIDEST = 30  # percent: a border of which less is known is not drawn
TOO_WIDE = "Er zijn te veel kleine groepjes om dit op te tellen."


def hidden(why, everybody, bins):
    """The figure of which nothing may be seen."""
    found = figure_of(everybody, spans.unknown(everybody, bins))
    found["why"] = why
    return found


def figure_of(everybody, span):
    """A figure that is still to be filled."""
    return {"shown": False, "why": "", "of": everybody, "cells": [], "range": [], "almost": "", "skips": "", "span": span}


def figure_of_table(table, bins, is_risky_high, labels, cell):
    """The figure of one group; `table` as widgets.core.release gives it."""
    everybody = table["of"]
    ranges = RANGES[bins]
    found = hidden("", everybody, bins)
    found["shown"] = True
    found["skips"] = table["skips"]
    if len(table["cells"]) == 1:
        first, last, _ = table["cells"][0]
        found["range"] = [ranges[first][0], ranges[last][1]]
        found["almost"] = ALMOST + label_of(labels, found["range"][0], found["range"][1])
        found["span"] = spans.span_between(everybody, [[first, last, 0, everybody]], bins, is_risky_high, cell)
        return found
    least = "least" in table and table["least"]
    parts = disclosure.shares([count for _, _, count in table["cells"]])
    behind = disclosure.pupils_behind(parts, everybody, cell)
    known = []
    for place in range(len(parts)):
        first, last, _ = table["cells"][place]
        low, high = behind[place]
        share = disclosure.share_text(parts[place])
        pupils = disclosure.margin_text(disclosure.about(parts[place], everybody, cell), everybody)
        if least:  # two bins: of the second it is only known that there are so many or more
            told = table["cells"][1][2]
            low, high = (told, everybody) if place else (0, everybody - told)
            share, pupils = ("minstens " + str(low) if place else "hoogstens " + str(high)) + " leerlingen", ""
        known.append([first, last, low, high])
        found["cells"].append(cell_of(ranges[first][0], ranges[last][1], labels, parts[place], low, high, share, pupils))
    found["span"] = spans.span_between(everybody, known, bins, is_risky_high, cell)
    return found


# What `figure_together` made before, by all that it is made of, and how many of them are kept: the groups of a school often
# tell the same of a question. Nobody changes a figure.
_MADE = {}
MOST_MADE = 5000


def figure_together(known, bins, is_risky_high, labels, skips):
    """The figure of several groups together, out of their spans, with what is told of who skipped."""
    span = spans.together(known)
    asked = repr([span, bins, is_risky_high, labels, skips])
    if asked not in _MADE:
        if len(_MADE) >= MOST_MADE:
            _MADE.clear()
        _MADE[asked] = figure_of_span(span, bins, is_risky_high, labels)
        _MADE[asked]["skips"] = skips
    return _MADE[asked]


def figure_of_span(span, bins, is_risky_high, labels):
    """The figure of several groups together: shares and pupils from "at least" to "at most"."""
    everybody = span["of"]
    ranges = RANGES[bins]
    found = figure_of(everybody, span)
    cells = _cells_of_span(span, bins)
    if len(cells) == 1:
        found["why"] = TOO_WIDE
        return found
    found["shown"] = True
    if not is_risky_high:
        cells = cells[::-1]
    parts = disclosure.shares([cell[2] + cell[3] for cell in cells])
    for place in range(len(cells)):
        first, last, low, high = cells[place]
        if not is_risky_high:
            first, last = bins - 1 - last, bins - 1 - first
        share = disclosure.share_text(parts[place]) if low == high else share_between(low, high, everybody)
        words = pupils_between(low, high, everybody)
        found["cells"].append(cell_of(ranges[first][0], ranges[last][1], labels, parts[place], low, high, share, words))
    return found


def _cells_of_span(span, bins):
    """[first bin, last bin, fewest, most pupils] between the borders of which enough is known, the safe end first."""
    everybody = span["of"]
    cells = []
    first, low, high = 0, everybody, everybody
    for border in range(bins - 1):
        least, most = span["low"][border], span["high"][border]
        if 100 * (most - least) <= WIDEST * everybody:
            cells.append([first, border, low - most if low > most else 0, high - least])
            first, low, high = border + 1, least, most
    cells.append([first, bins - 1, low, high])
    return cells


def cell_of(first, last, labels, percentage, low, high, share, words):
    return {
        "from": first,
        "to": last,
        "label": label_of(labels, first, last),
        "pct": percentage,
        "low": low,
        "high": high,
        "share": share,
        "pupils": words,
    }


def share_between(low, high, everybody):
    """ "15 tot 25 %", rounded outward to steps of 5 %; "hoogstens 10 %", "minstens 90 %". For `low` below `high`."""
    fewest = disclosure.UNITS * low // everybody * 5
    most = (disclosure.UNITS * high + everybody - 1) // everybody * 5
    if fewest == 0:
        return "hoogstens " + str(most) + " %"
    if most >= 100:
        return "minstens " + str(fewest) + " %"
    return str(fewest) + " tot " + str(most) + " %"


def pupils_between(low, high, everybody):
    if low == high:
        return disclosure.margin_text(low, everybody)
    if low == 0:
        return "hoogstens " + str(high) + " leerlingen"
    return "van " + str(low) + " tot en met " + str(high) + " leerlingen"


def at_least(cell, everybody, percentage):
    """Whether a shown cell is at least such a share, also at the fewest pupils that it can be (rounded to 5 %)."""
    return cell["pct"] >= percentage and 100 * cell["low"] >= (percentage - 5) * everybody and cell["low"] > 0


def label_of(labels, first, last):
    """A run of answers in words: "soms of vaak", "soms of vaker", "nooit tot en met vaak"."""
    if last == first + 1:
        return labels[first] + " of " + labels[last]
    return labels[first] + (" of vaker" if last == 5 else " tot en met " + labels[last])


def label_of_almost(found):
    """The answers in words of a figure with only "bijna iedereen"."""
    return found["almost"][len(ALMOST) :]


# ---- the level of a section ----

STEPS = 1000000


def level_of(found):
    """How much trouble the shown figures of a section tell of, from 0 to 10 half points; -1 when too little is known.

    About the mean answer: each bin counts as the middle of its answers (0-1 as one half point, 2-3 as five, 4-5 as nine, and
    2-5 as seven). Of what is hidden it takes the middle of what can be, and when that is wide (more than 3) there is no level.
    """
    shown = [figure for figure in found if figure["shown"]]
    if not shown or 2 * len(shown) < len(found):
        return -1
    low = high = STEPS * len(shown)
    for figure in shown:
        span = figure["span"]
        weight = STEPS * (4 if len(span["low"]) == 2 else 6)
        low = low + weight * disclosure.total(span["low"]) // span["of"]
        high = high + weight * disclosure.total(span["high"]) // span["of"]
    if high - low > 3 * STEPS * len(shown):
        return -1
    dropped = 2 * len(shown)  # by the divisions: halves go up
    return (low + high + STEPS * len(shown) + dropped) // (2 * STEPS * len(shown))


def halves(half_points):
    """ "3,5" """
    return str(half_points // 2) + (",5" if half_points % 2 else "")
