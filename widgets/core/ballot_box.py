"""The ballot box: sheets go in, only counters are kept, and figures exist only after closing.

box: {"id", "boxes": ids of all boxes in it (sorted), "instrument", "number", "major", "minor", "fingerprint",
"month": "2026-11", "group": name of the class, "present": pupils present, fixed before the first sheet, "n": sheets,
"state": "open" or "closed", "closed_n": n at the last close (0: never), "seen": whether somebody saw a report,
"counters": see ballot_count, "marks": what tells doubles (only while open), "shown": what the last close gave, see
`settled`; None for a box that is closed for the first time: `figures` makes it from the counters}.

Protection against subtracting two reports: figures come only at a close, a next close needs 5 new sheets, and the new
sheets count as a group of which nothing may be seen that a report of them alone would hide (see `_question`).
"""
from widgets.core.ballot_count import (NO_SCORE, added, counted, empty_counters, is_sheet, items_of, regular_class,
                                       risky_high)
from widgets.core.disclosure import combined, joined, limits, summary, total
from widgets.core.invisible import without_invisible

MOST_PRESENT = 2000
LONGEST_MARK = 60
LONGEST_GROUP = 30
DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz" + DIGITS


# ---- opening ----

def castable(instrument):
    """Whether sheets of this instrument may be counted: it has a ballot box, and number 0 is for practice."""
    return instrument["ballot"] and instrument["number"] > 0


def new_box(instrument, present, month, box_id, group=""):
    """An open, empty box. Raises ValueError for a practice instrument and for values that make no sense."""
    if not castable(instrument):
        raise ValueError("an instrument for practice has no ballot box")
    if not is_number(present, limits(instrument)["section"], MOST_PRESENT):
        raise ValueError("number of pupils present")
    if not is_month(month) or not is_id(box_id):
        raise ValueError("month or id of the box")
    return {"id": box_id, "boxes": [box_id], "instrument": instrument["id"], "number": instrument["number"],
            "major": instrument["major"], "minor": instrument["minor"], "fingerprint": instrument["fingerprint"],
            "month": month, "group": clean_group(group), "present": present, "n": 0, "state": "open", "closed_n": 0,
            "seen": False, "counters": empty_counters(instrument), "marks": [], "shown": None}


def is_number(value, lowest, highest):
    return isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest


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
    """Whether the box is of exactly this instrument."""
    return (box["instrument"] == instrument["id"] and box["number"] == instrument["number"]
            and box["major"] == instrument["major"] and box["fingerprint"] == instrument["fingerprint"])


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
    return changed(box, {"counters": counted(instrument, box["counters"], sheet), "n": box["n"] + 1, "marks": marks}), \
        "Je antwoorden zijn opgeteld. Er zijn nu " + str(box["n"] + 1) + " ingevuld.", True


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
        return "Dit formulier is al geteld. Het telt één keer."
    if box["n"] >= box["present"]:
        return "Er zijn al " + str(box["n"]) + " formulieren, net zoveel als er leerlingen zijn. Dit telt niet mee."
    return ""


# ---- closing ----

def close_trouble(instrument, box):
    """Why the box cannot close, in Dutch; empty when it can."""
    allowed = limits(instrument)
    if box["state"] != "open":
        return "De stembus is al dicht."
    if box["n"] < allowed["section"]:
        return "Er zijn nog geen " + str(allowed["section"]) + " formulieren. Zo kan de stembus niet dicht."
    if 0 < box["n"] - box["closed_n"] < allowed["delta"] and box["closed_n"] > 0:
        return ("De stembus was al dicht. Hij kan pas weer dicht met " + str(allowed["delta"])
                + " nieuwe formulieren. De vorige uitslag blijft staan.")
    return ""


def close(instrument, box):
    """(box, message): the closed box with its figures made; refused, the same box and why."""
    trouble = close_trouble(instrument, box)
    if trouble:
        return box, trouble
    former = box["shown"]
    return changed(box, {"state": "closed", "closed_n": box["n"], "marks": [],
                         "shown": settled(instrument, box["counters"], box["n"], former) if former else None}), \
        "De stembus is dicht."


def reopen_trouble(instrument, box):
    """Why the box cannot open again, in Dutch; empty when it can."""
    needed = limits(instrument)["delta"]
    if box["state"] != "closed":
        return "De stembus is al open."
    if len(box["boxes"]) > 1:
        return "Een samengevoegde stembus kan niet meer open."
    if box["present"] - box["n"] < needed:
        return "Er kunnen geen " + str(needed) + " formulieren meer bij. De stembus blijft dicht."
    return ""


def reopen(instrument, box):
    """(box, message): the box open again; its former figures stay until it closes again."""
    trouble = reopen_trouble(instrument, box)
    if trouble:
        return box, trouble
    return changed(box, {"state": "open", "shown": figures(instrument, box)}), "De stembus is weer open."


def reveal(box):
    """The box with the note that its report was shown: from then on merging takes that into account."""
    return changed(box, {"seen": True})


# ---- figures at a close ----

def figures(instrument, box):
    """What the last close gave, see `settled`; None when the box never closed."""
    if box["shown"] or not box["closed_n"]:
        return box["shown"]
    return settled(instrument, box["counters"], box["n"], None)


def settled(instrument, counters, everybody, former):
    """What a report is made of; `former` is what the close before gave, or None."""
    allowed = limits(instrument)
    found = {"items": {}, "regular": {}, "sections": summaries(instrument, counters, former),
             "signals": counters["signals"], "odd": counters["odd"]}
    for section, item in items_of(instrument):
        name = item["id"]
        found["items"][name] = _question(allowed, item["class"], risky_high(section, item), counters["items"][name], everybody,
                                         former["items"][name] if former else None)
    for section in instrument["sections"]:
        name = section["id"]
        if name in counters["regular"]:
            found["regular"][name] = _question(allowed, regular_class(section), section["polarity"] == "high-is-bad",
                                               counters["regular"][name], everybody, former["regular"][name] if former else None)
    return found


def summaries(instrument, counters, former):
    """The sections of what `settled` gives."""
    allowed = limits(instrument)
    found = {}
    for section in instrument["sections"]:
        name = section["id"]
        found[name] = _section(allowed, section, counters["sections"][name], former["sections"][name] if former else None)
    return found


def answers_needed(allowed, item_class):
    """How many answers a question needs before it is shown."""
    return max(allowed["item"], allowed["sensitive"]) if item_class == "C" else allowed["item"]


def bins(counts):
    """The counters of a question without the skipped ones, as disclosure.collapse takes them."""
    if len(counts) == 3:
        return counts[0:2]
    safe, below, under, over, above, risky, _ = counts
    return [safe + below, under + over, above + risky]


def spread(found, skipped):
    """Bins as counters again."""
    return found + [skipped] if len(found) == 2 else [found[0], 0, found[1], 0, found[2], 0, skipped]


def _question(allowed, item_class, is_risky_high, counts, everybody, former):
    """The figures of one question after this close: {"of", "counts" (nothing hidden in them), "raw",
    "again" (made at more than one close)}.

    Whoever knows both reports can subtract. So after a close, new sheets are added as a group by itself, in cells of
    at least 3: five late pupils with one answer look like three with it and two without.
    """
    cell = allowed["cell"]
    if former is None:
        first = spread(joined([bins(counts)], is_risky_high, cell), counts[-1])
        return {"of": everybody, "counts": first, "raw": counts, "again": False}
    new = [counts[place] - former["raw"][place] for place in range(len(counts))]
    if total(bins(new)) < (2 * allowed["delta"] if item_class == "C" else allowed["delta"]):
        return former
    more = joined([bins(new)], is_risky_high, cell)
    known = bins(former["counts"])
    together = [known[place] + more[place] for place in range(len(more))]
    return {"of": everybody, "counts": spread(together, counts[-1]), "raw": counts, "again": True}


def _section(allowed, section, histogram, former):
    """The figures of one section after this close: a summary, and "raw"; new sheets count with their own summary.

    A section with only sensitive items keeps to the thresholds of a sensitive item.
    """
    scores = histogram[0:NO_SCORE]
    if regular_class(section) == "C":
        allowed = {"section": answers_needed(allowed, "C"), "item": answers_needed(allowed, "C"), "delta": 2 * allowed["delta"]}
    if former is None:
        found = summary(scores, allowed)
    else:
        new = [scores[place] - former["raw"][place] for place in range(NO_SCORE)]
        if total(new) < allowed["delta"]:
            return former
        found = combined([former, summary(new, {"section": allowed["delta"], "item": allowed["item"]})])
        if found["of"] < allowed["section"]:
            found = {"of": found["of"], "median": -1, "low": -1, "high": -1}
    found["raw"] = scores
    return found


# ---- merging ----

def merge(instrument, boxes):
    """(box, message): one closed box out of at least two, in any order the same; or (None, why not)."""
    trouble = _merge_trouble(instrument, boxes)
    if trouble:
        return None, trouble
    parts = sorted(boxes, key=lambda box: box["id"])
    counters = added(parts[0]["counters"], *[part["counters"] for part in parts[1:]])
    n = total([part["n"] for part in parts])
    seen = [part for part in parts if part["seen"]]
    groups = [part["group"] for part in parts]
    return changed(parts[0], {
        "boxes": sorted([box_id for part in parts for box_id in part["boxes"]]), "n": n, "closed_n": n,
        "minor": max([part["minor"] for part in parts]), "month": max([part["month"] for part in parts]),
        "group": groups[0] if groups.count(groups[0]) == len(groups) else "",
        "present": total([part["present"] for part in parts]), "seen": len(seen) > 0, "counters": counters,
        "shown": settled(instrument, counters, n, figures(instrument, seen[0])) if seen else None,
    }), "De " + str(len(parts)) + " stembussen zijn samengevoegd."


def _merge_trouble(instrument, boxes):
    if len(boxes) < 2:
        return "Kies minstens twee stembussen om samen te voegen."
    for box in boxes:
        if not fits(instrument, box):
            return "Deze stembussen zijn van verschillende vragenlijsten. Er is niets samengevoegd."
        if box["state"] != "closed":
            return "Sluit eerst elke stembus. Er is niets samengevoegd."
    ids = [box_id for box in boxes for box_id in box["boxes"]]
    if len(dict.fromkeys(ids)) < len(ids):
        return "Een stembus zit er dubbel in. Er is niets samengevoegd."
    if len([box for box in boxes if box["seen"]]) > 1:
        return ("Van meer dan één stembus is de uitslag al bekeken. Dan kan samenvoegen iets verraden. "
                "Gebruik het schoolbeeld.")
    return ""
