"""Reports of the file version before this one, as reports of now. Their figures were shown; nothing is added to them.

Before, a section had a median with quartiles, a cell no number of pupils, and "odd" told of one or two sheets as well. Who
skipped was in the number of pupils of a figure but not in its shares; now up to two stand at the safe end. In a school what a
group hid stood with its neighbours: of those cells nothing more is known than what was shown.
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
    is_class = "kind" in report and report["kind"] == "class"
    found["sections"] = [_section(section, is_class) for section in report["sections"]]
    found["items"] = [_item(item, is_class) for item in report["items"]]
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


def _section(section, is_class):
    if not _has(section, ("median", "low", "high", "regular")):
        return None
    found = _without(section, ("median", "low", "high"))
    known = is_number(section["median"], 0, 10)
    found["level"] = section["median"]
    found["measure"] = "middle" if known else ""
    if section["regular"] is not None:
        found["regular"] = _figure(section["regular"], 2, True, is_class)
    return found


def _item(item, is_class):
    if not _has(item, ("sensitive", "polarity", "figure")):
        return None
    found = dict(item)
    found["figure"] = _figure(item["figure"], 2 if item["sensitive"] is True else 3, item["polarity"] == "high-is-bad", is_class)
    return found


def _figure(figure, bins, is_risky_high, is_class):
    if not _has(figure, FIGURE) or not is_number(figure["of"], FLOORS["section"], 10**6):
        return None
    if not _lists(figure, ("cells", "range")):
        return None
    found = _without(figure, ("answered",))
    places = []
    for cell in figure["cells"]:
        if not _has(cell, CELL) or not is_number(cell["pct"], 0, 100) or cell["pct"] % 5:
            return None
        places.append([_bin(cell["from"], 0, bins), _bin(cell["to"], 1, bins)])
    if [place for place in places if -1 in place]:
        return None
    everybody = figure["of"]
    known = _known(figure, places, bins, is_risky_high) if is_class else []
    found["span"] = unknown(everybody, bins)
    found["cells"] = []
    for number in range(len(places)):
        cell = dict(figure["cells"][number])
        cell["low"] = min([behind[number][0] for _, behind in known]) if known else 0
        cell["high"] = max([behind[number][1] for _, behind in known]) if known else everybody
        found["cells"].append(cell)
    if known:
        found["span"]["low"] = [min(column) for column in zip(*[span["low"] for span, _ in known])]
        found["span"]["high"] = [max(column) for column in zip(*[span["high"] for span, _ in known])]
    return found


def _known(figure, places, bins, is_risky_high):
    """What the shares allow, for every number of pupils who may have answered: list of (span, pupils behind each cell)."""
    if len(places) == 0 and figure["almost"] and len(figure["range"]) == 2:
        places = [[_bin(figure["range"][0], 0, bins), _bin(figure["range"][1], 1, bins)]]
        if -1 in places[0]:
            return []
    if len(places) == 0:
        return []
    found = []
    for skipped in range(_most_skipped(figure["skips"]) + 1):
        answered = figure["of"] - skipped
        if answered < FLOORS["section"]:
            continue
        behind = [(0, answered)] if len(places) == 1 else pupils_behind(_shown(figure), answered, FLOORS["cell"])
        if not [low for low, high in behind if low > high]:
            cells = [places[number] + list(behind[number]) for number in range(len(places))]
            found.append((span_between(answered, cells, bins, is_risky_high), behind))
    return found


def _shown(figure):
    """The shares of the cells of a figure."""
    return [cell["pct"] for cell in figure["cells"]]


def _most_skipped(skips):
    """ "0–2" gives 2. Nothing is known of "3 of meer": -1."""
    if isinstance(skips, str) and len(skips) == 3 and skips[0:2] == "0–" and skips[2] in "123456789":
        return int(skips[2])
    return -1


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
