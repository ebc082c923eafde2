"""Reports of the file version before this one, as reports of now. Their figures were shown; nothing is added to them.

Before, a section had a median with quartiles, a cell no number of pupils, and "odd" told of one or two sheets as well.
"""
from widgets.core.ballot_box import is_number
from widgets.core.disclosure import FLOORS, pupils_behind
from widgets.core.figures import RANGES
from widgets.core.spans import span_between, unknown

FORMER_VERSION = 1
FIGURE = ("shown", "why", "of", "cells", "range", "almost", "answered", "skips")
CELL = ("from", "to", "label", "pct", "share", "pupils")
MOST = 400


def of_now(report):
    """The report of now out of one of before (anything), or None. What it gives is still to be checked whole."""
    if not isinstance(report, dict) or not _lists(report, ("sections", "items")) or "odd" not in report:
        return None
    found = dict(report)
    found["boxes"] = []
    found["odd"] = {"0": "", "1–2": "", "3 of meer": "3 of meer"}.get(report["odd"]) if isinstance(report["odd"], str) else None
    found["sections"] = [_section(section) for section in report["sections"]]
    found["items"] = [_item(item) for item in report["items"]]
    if "groups" in report:
        if not _lists(report, ("groups",)):
            return None
        found["groups"] = [_group(group) for group in report["groups"]]
    return found


def _lists(value, names):
    for name in names:
        if name not in value or not isinstance(value[name], list) or len(value[name]) > MOST:
            return False
    return True


def _has(value, names):
    if not isinstance(value, dict):
        return False
    for name in names:
        if name not in value:
            return False
    return True


def _without(value, names):
    return {name: value[name] for name in value if name not in names}


def _section(section):
    if not _has(section, ("median", "low", "high", "regular")):
        return None
    found = _without(section, ("median", "low", "high"))
    known = is_number(section["median"], 0, 10)
    found["level"] = section["median"]
    found["measure"] = "middle" if known else ""
    if section["regular"] is not None:
        found["regular"] = _figure(section["regular"], 2, True)
    return found


def _item(item):
    if not _has(item, ("sensitive", "polarity", "figure")):
        return None
    found = dict(item)
    found["figure"] = _figure(item["figure"], 2 if item["sensitive"] is True else 3, item["polarity"] == "high-is-bad")
    return found


def _figure(figure, bins, is_risky_high):
    if not _has(figure, FIGURE) or not is_number(figure["of"], FLOORS["section"], 10 ** 6) or not _lists(figure, ("cells", "range")):
        return None
    found = _without(figure, ("answered",))
    cells = []
    places = []
    for cell in figure["cells"]:
        if not _has(cell, CELL) or not is_number(cell["pct"], 0, 100) or cell["pct"] % 5:
            return None
        places.append([_bin(cell["from"], 0, bins), _bin(cell["to"], 1, bins)])
    if [place for place in places if -1 in place]:
        return None
    behind = pupils_behind([cell["pct"] for cell in figure["cells"]], figure["of"]) if places else []
    for number in range(len(places)):
        cell = dict(figure["cells"][number])
        cell["low"], cell["high"] = behind[number]
        cells.append(cell)
    found["cells"] = cells
    found["span"] = unknown(figure["of"], bins)
    if len(cells) > 1:
        found["span"] = span_between(figure["of"], [[places[number][0], places[number][1], cells[number]["low"],
                                                     cells[number]["high"]] for number in range(len(cells))], bins, is_risky_high)
    elif figure["almost"] and len(figure["range"]) == 2:
        first, last = _bin(figure["range"][0], 0, bins), _bin(figure["range"][1], 1, bins)
        if first >= 0 and last >= 0:
            found["span"] = span_between(figure["of"], [[first, last, 0, figure["of"]]], bins, is_risky_high)
    return found


def _bin(answer, end, bins):
    """The bin that begins (`end` 0) or ends (1) with this answer, or -1."""
    for place in range(bins):
        if answer == RANGES[bins][place][end] and not isinstance(answer, bool):
            return place
    return -1


def _group(group):
    if not _has(group, ("cells",)) or not _lists(group, ("cells",)):
        return None
    found = dict(group)
    cells = []
    for cell in group["cells"]:
        if not _has(cell, ("median",)):
            return None
        one = _without(cell, ("median",))
        one["level"] = cell["median"]
        cells.append(one)
    found["cells"] = cells
    return found
