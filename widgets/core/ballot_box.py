"""The ballot box: sheets go in, only counters are kept, and closing releases them once and forgets them.

box: {"id", "instrument", "number", "major", "minor", "fingerprint", "month": "2026-11", "group": name of the class,
"present": pupils present, fixed before the first sheet, "alone": whether it is the only box of its group, "n": sheets,
"state": "open" or "closed", "counters": see ballot_count, None once closed, "marks": what tells doubles, while open}.

Sheets that come later go in another box, with a release of its own: nothing is ever counted again.
"""

from widgets.core import release
from widgets.core.ballot_count import counted, empty_counters, is_sheet, items_of
from widgets.core.disclosure import limits
from widgets.core.invisible import without_invisible

MOST_PRESENT = 2000
LONGEST_MARK = 60
# Two sheets can have the same mark, see NONCES of widgets.core.code: then the second is filled in here and counts after all.
ALREADY = "Dit formulier is al geteld, en het telt maar één keer. Klopt dat niet? Vul de lijst dan hier in."
LONGEST_GROUP = 30
DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz" + DIGITS


# ---- opening ----


def castable(instrument):
    """Whether sheets of this instrument may be counted: it has a ballot box, and number 0 is for practice."""
    return instrument["ballot"] and instrument["number"] > 0


def new_box(instrument, present, month, box_id, group="", alone=True):
    """An open, empty box. `alone`: there is no other box for this group.

    Raises ValueError for a practice instrument and for values that make no sense.
    """
    if not castable(instrument):
        raise ValueError("an instrument for practice has no ballot box")
    if not is_number(present, limits(instrument)["section"], MOST_PRESENT):
        raise ValueError("number of pupils present")
    if not is_month(month) or not is_id(box_id):
        raise ValueError("month or id of the box")
    return {
        "id": box_id,
        "instrument": instrument["id"],
        "number": instrument["number"],
        "major": instrument["major"],
        "minor": instrument["minor"],
        "fingerprint": instrument["fingerprint"],
        "month": month,
        "group": clean_group(group),
        "present": present,
        "alone": alone,
        "n": 0,
        "state": "open",
        "counters": empty_counters(instrument),
        "marks": [],
    }


def is_number(value, lowest, highest):
    return type(value) is int and lowest <= value <= highest


def is_month(value):
    """ "2026-11": nothing more precise is ever kept."""
    if not isinstance(value, str) or len(value) != 7 or value[4] != "-":
        return False
    return (value[0:4] + value[5:7]).strip(DIGITS) == "" and 2020 <= int(value[0:4]) <= 2100 and 1 <= int(value[5:7]) <= 12


def is_id(value):
    """Small letters and digits, 1 to 40, at least one letter."""
    if not isinstance(value, str) or not 1 <= len(value) <= 40:
        return False
    return value.strip(LETTERS) == "" and value.strip(DIGITS) != ""


def clean_group(text):
    """The name of a class without line ends and without what nobody sees, cut off."""
    return " ".join(without_invisible(" ".join(text.split())).split())[0:LONGEST_GROUP]


def clean_mark(text):
    """A code as it is compared: letter case, spaces and hyphens make no difference."""
    return "".join([letter for letter in text.lower() if letter not in " -\t\n\r"])


def fits(instrument, box):
    """Whether the box is of this instrument, in this version or an earlier one with the same questions and answers."""
    return (
        box["instrument"] == instrument["id"]
        and box["number"] == instrument["number"]
        and [box["major"], box["fingerprint"]] in versions(instrument)
    )


def versions(instrument):
    """[major version, fingerprint] of this version, and of the earlier ones that ask the same."""
    return [[instrument["major"], instrument["fingerprint"]]] + (instrument["former"] if "former" in instrument else [])


def changed(box, changes):
    """A copy of the box with other values."""
    found = dict(box)
    for name in changes:
        found[name] = changes[name]
    return found


# ---- casting ----


def cast(instrument, box, sheet, mark=""):
    """(box, message, counted): the box with this sheet counted, or the same box and why not.

    `mark` tells doubles apart: the same mark counts once. An empty mark is never a double.
    """
    trouble = _cast_trouble(instrument, box, sheet, mark)
    if trouble:
        return box, trouble, False
    marks = sorted(box["marks"] + [clean_mark(mark)]) if mark else box["marks"]
    return (
        changed(box, {"counters": counted(instrument, box["counters"], sheet), "n": box["n"] + 1, "marks": marks}),
        "Je antwoorden zijn opgeteld. Er zijn nu " + str(box["n"] + 1) + " ingevuld.",
        True,
    )


def _cast_trouble(instrument, box, sheet, mark):
    if not castable(instrument) or not fits(instrument, box):
        return "Deze vragenlijst hoort niet bij deze stembus. Er is niets geteld."
    if box["state"] != "open":
        return "De stembus is dicht. Er is niets geteld."
    if not isinstance(mark, str) or len(mark) > LONGEST_MARK or not is_sheet(instrument, sheet):
        return "Dit formulier klopt niet. Er is niets geteld."
    if 2 * len(sheet) < len(items_of(instrument)):
        return "Minder dan de helft is ingevuld. Dit formulier telt niet mee."
    if mark and clean_mark(mark) in box["marks"]:
        return ALREADY
    if box["n"] >= box["present"]:
        return "Er zijn al " + str(box["n"]) + " formulieren, net zoveel als er leerlingen zijn. Dit telt niet mee."
    return ""


# ---- closing ----


def close_trouble(instrument, box):
    """Why the box cannot close, in Dutch; empty when it can."""
    fewest = limits(instrument)["section"]
    if box["state"] != "open":
        return "De stembus is al dicht."
    if box["n"] < fewest:
        return "Er zijn nog geen " + str(fewest) + " lijsten. Zo kan de stembus niet dicht."
    return ""


def close(instrument, box):
    """(box, message, released): the closed box without its counters, and what they gave (widgets.core.release: `release`
    of a box that is alone, else `part`). Refused: the same box, why, and None."""
    trouble = close_trouble(instrument, box)
    if trouble:
        return box, trouble, None
    make = release.release if box["alone"] else release.part
    return (
        changed(box, {"state": "closed", "counters": None, "marks": []}),
        "De stembus is dicht.",
        make(instrument, box["counters"], box["n"]),
    )
