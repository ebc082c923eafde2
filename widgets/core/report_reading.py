"""Reading a report file. It may be anything, so its whole shape is checked: figures that a report of this site would never
show (a share that is not a step of 5 %, fewer than 5 pupils) make the file wrong. Files of the version before are read too.
"""

from widgets.core.ballot_box import DIGITS, LONGEST_GROUP, MOST_PRESENT, is_id, is_month, is_number
from widgets.core.disclosure import FLOORS, few
from widgets.core.part_file import DAMAGED, NEWER, has_doubles, has_keys, is_text
from widgets.core.report_file import FORMAT, FORMAT_VERSION
from widgets.core.report_former import FORMER_VERSION, of_now
from widgets.core.reserved import RESERVED

NO_REPORT = "Dit bestand is geen uitslag van deze site. Er is niets veranderd."
LONGEST_TEXT = 400
MOST = 400
MOST_BOXES = 200
# Texts that were looked at before -> whether a dict can hold them as a name, and how many of them are kept. Each has a space
# in front here, for some are names that no dict can hold.
_KNOWN = {}
_RIGHT = {}
MOST_KNOWN = 5000
ENDS = (1, 3, 5)  # the last answers of the bins
RANGES = ([0, 1], [2, 5], [0, 3], [4, 5])
HEAD = (
    "kind",
    "instrument",
    "title",
    "number",
    "major",
    "minor",
    "fingerprint",
    "month",
    "group",
    "n",
    "present",
    "boxes",
    "strengths",
    "attention",
    "signals",
    "sections",
    "items",
    "odd",
    "next",
    "method",
)
POLARITIES = ("high-is-good", "high-is-bad")
# What is a text in each part of a report, and all its keys. Put together once: a browser is slow at it.
LINE_TEXTS = ("item", "section", "text", "label", "share", "pupils")
SECTION_TEXTS = ("id", "name", "title", "polarity", "direction", "measure", "words")
SECTION_KEYS = SECTION_TEXTS + ("top", "level", "regular")
ITEM_TEXTS = ("id", "section", "text")
ITEM_KEYS = ITEM_TEXTS + ("polarity", "sensitive", "figure")
FIGURE_TEXTS = ("why", "almost", "skips")
FIGURE_KEYS = FIGURE_TEXTS + ("shown", "of", "cells", "range", "span")
SPAN_KEYS = ("of", "low", "high")
CELL_TEXTS = ("label", "share", "pupils")
CELL_KEYS = CELL_TEXTS + ("from", "to", "pct", "low", "high")


def read_report(data):
    """(report, "") out of `data` (anything), or (None, one reason why not)."""
    if not isinstance(data, dict) or "format" not in data or data["format"] != FORMAT:
        return None, NO_REPORT
    if "format_version" in data and is_number(data["format_version"], FORMAT_VERSION + 1, 10000):
        return None, NEWER
    if not has_keys(data, ("format", "format_version", "report")) or isinstance(data["format_version"], bool):
        return None, DAMAGED
    report = data["report"]
    if data["format_version"] == FORMER_VERSION:
        report = of_now(report)
    elif data["format_version"] != FORMAT_VERSION:
        return None, DAMAGED
    return (report, "") if _is_report(report) else (None, DAMAGED)


def _is_report(report):
    if not isinstance(report, dict) or "kind" not in report or report["kind"] not in ("class", "school"):
        return False
    if not has_keys(report, HEAD + (("groups", "left_out") if report["kind"] == "school" else ())):
        return False
    most = MOST_PRESENT * MOST_BOXES
    whole = (
        _text(report["instrument"])
        and _text(report["title"])
        and is_number(report["number"], 1, 255)
        and is_number(report["major"], 0, 10000)
        and is_number(report["minor"], 0, 10000)
        and is_number(report["fingerprint"], 0, 2**30 - 1)
        and is_month(report["month"])
        and is_text(report["group"], LONGEST_GROUP)
        and is_number(report["present"], 1, most)
        and is_number(report["n"], FLOORS["section"], report["present"])
        and _all(report["strengths"], _line)
        and _all(report["attention"], _line)
        and _all(report["signals"], _signal)
        and _all(report["sections"], _section)
        and _all(report["items"], _item)
        and _is_odd(report["odd"])
        and _all(report["boxes"], is_id)
        and _all(report["next"], _text)
        and _all(report["method"], _text)
    )
    if not whole:
        return False
    sections = [section["id"] for section in report["sections"]]
    items = [item["id"] for item in report["items"]]
    if has_doubles(report["boxes"]) or has_doubles(sections) or has_doubles(items):
        return False
    if report["n"] < FLOORS["item"] and not _is_small(report):
        return False
    for entry in report["items"] + report["strengths"] + report["attention"]:
        if entry["section"] not in sections:
            return False
    for section in report["sections"]:
        if section["regular"] is not None and section["regular"]["of"] > report["n"]:
            return False
    for item in report["items"]:
        if item["figure"]["of"] > report["n"]:
            return False
    return report["kind"] == "class" or (
        _all(report["groups"], lambda group: _group(group, sections)) and _all(report["left_out"], _left_out)
    )


def _is_odd(value):
    """Nothing, or "3 of meer": the number is the smallest cell of the questionnaire."""
    if not isinstance(value, str) or value == "":
        return value == ""
    number = value.split(" ")[0]
    return (
        0 < len(number) < 5
        and number.strip(DIGITS) == ""
        and int(number) >= FLOORS["cell"]
        and value == few(int(number), int(number))
    )


def _is_small(report):
    """Whether a report of fewer than 10 pupils shows no questions and no signals, and nothing made of questions."""
    for item in report["items"]:
        if item["figure"]["shown"]:
            return False
    for section in report["sections"]:
        if section["measure"] == "mean" or (section["regular"] is not None and section["regular"]["shown"]):
            return False
    return not report["signals"] and not report["strengths"] and not report["attention"]


def _all(value, rule):
    if not isinstance(value, list) or len(value) > MOST:
        return False
    for entry in value:
        if not rule(entry):
            return False
    return True


def _text(value):
    """A text of a report. The reports of a school hold the same texts many times: each is looked at once."""
    if type(value) is not str:
        return False
    known = " " + value
    if known not in _KNOWN:
        if not is_text(value, LONGEST_TEXT):
            return False
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[known] = value not in RESERVED
    return True


def _texts(value, names):
    """Texts of a report; none of them is a name that no dict can hold in a browser, for some become names of a dict."""
    for name in names:
        text = value[name]
        if type(text) is not str:
            return False
        known = " " + text
        if known not in _KNOWN and not _text(text) or not _KNOWN[known]:
            return False
    return True


def _line(value):
    return has_keys(value, LINE_TEXTS) and _texts(value, LINE_TEXTS)


def _signal(value):
    return (
        has_keys(value, ("item", "text", "named", "words"))
        and _texts(value, ("item", "text", "words"))
        and isinstance(value["named"], bool)
    )


def _section(value):
    if not has_keys(value, SECTION_KEYS) or not _texts(value, SECTION_TEXTS):
        return False
    return (
        value["polarity"] in POLARITIES
        and value["top"] == 10
        and is_number(value["level"], -1, 10)
        and value["measure"] in (("",) if value["level"] < 0 else ("mean", "middle"))
        and (value["regular"] is None or _figure(value["regular"], 2))
    )


def _item(value):
    if not has_keys(value, ITEM_KEYS) or not _texts(value, ITEM_TEXTS):
        return False
    if value["polarity"] not in POLARITIES or not isinstance(value["sensitive"], bool):
        return False
    figure = value["figure"]
    if not _figure(figure, 2 if value["sensitive"] else 3):
        return False
    return not (value["sensitive"] and figure["shown"] and figure["of"] < FLOORS["sensitive"])


def _figure(value, bins):
    """Whether this is a figure of so many bins. A school has the same ones many times: what was right is looked at once, by how
    it is written."""
    asked = str(bins) + repr(value)
    if asked in _RIGHT:
        return True
    if not _is_figure(value, bins):
        return False
    if len(_RIGHT) >= MOST_KNOWN:
        _RIGHT.clear()
    _RIGHT[asked] = True
    return True


def _is_figure(value, bins):
    if not has_keys(value, FIGURE_KEYS) or not _texts(value, FIGURE_TEXTS):
        return False
    if not isinstance(value["shown"], bool) or not is_number(value["of"], FLOORS["section"], MOST_PRESENT * MOST_BOXES):
        return False
    if not _span(value["span"], value["of"], bins) or not isinstance(value["range"], list):
        return False
    if not value["shown"]:
        return value["cells"] == [] and value["range"] == [] and value["almost"] == "" and value["why"] != ""
    if value["almost"]:
        return value["cells"] == [] and value["range"] in RANGES and type(value["range"][0]) is int is type(value["range"][1])
    return value["range"] == [] and value["of"] >= FLOORS["item"] and _cells(value["cells"], value["of"])


def _span(value, everybody, bins):
    if not has_keys(value, SPAN_KEYS) or not is_number(value["of"], everybody, everybody):
        return False
    lows, highs = value["low"], value["high"]
    if not isinstance(lows, list) or not isinstance(highs, list) or len(lows) != bins - 1 or len(highs) != bins - 1:
        return False
    for place in range(bins - 1):
        low, high = lows[place], highs[place]
        if type(low) is not int or type(high) is not int or not 0 <= low <= high <= everybody:
            return False
    return True


def _cells(value, everybody):
    """Whether these are two or three cells, one after another from answer 0 to 5, with shares in steps of 5 % that make 100."""
    if not isinstance(value, list) or not 2 <= len(value) <= 3:
        return False
    following, together = 0, 0
    for cell in value:
        if not has_keys(cell, CELL_KEYS) or not _texts(cell, CELL_TEXTS):
            return False
        last, share, low, high = cell["to"], cell["pct"], cell["low"], cell["high"]
        if type(cell["from"]) is not int or type(last) is not int or type(share) is not int:
            return False
        if type(low) is not int or type(high) is not int or not 0 <= low <= high <= everybody:
            return False
        if cell["from"] != following or last not in ENDS or last < following or share < 0 or share % 5 != 0:
            return False
        following = last + 1
        together = together + share
    return following == 6 and together == 100


def _group(value, sections):
    if not has_keys(value, ("name", "n", "cells")) or not _text(value["name"]) or not _all(value["cells"], _heat):
        return False
    return (
        is_number(value["n"], FLOORS["item"], MOST_PRESENT * MOST_BOXES)
        and [cell["section"] for cell in value["cells"]] == sections
    )


def _heat(value):
    return (
        has_keys(value, ("section", "level", "words"))
        and _texts(value, ("section", "words"))
        and is_number(value["level"], -1, 10)
    )


def _left_out(value):
    return has_keys(value, ("name", "n")) and _text(value["name"]) and is_number(value["n"], FLOORS["section"], MOST_PRESENT)
