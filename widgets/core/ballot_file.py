"""Two kinds of file, never one: the box file (exact counters, for merging only) and the report file (shown figures).

A box file exists only for a closed box. It holds the counters of the last close: no order, no time, no sheet; of
sensitive items only the totals 0-1 and 2-5. What comes back may be anything: it is checked whole, and either all of it
is right or there is one reason why not.
"""
from widgets.core.ballot_box import (LONGEST_GROUP, MOST_PRESENT, fits, is_id, is_month, is_number)
from widgets.core.ballot_count import NO_SCORE, empty_counters, is_sensitive, items_of
from widgets.core.disclosure import limits, total

BOX_FORMAT = "veiligwijzer-stembus"
BOX_NOTE = "vertrouwelijk – na samenvoegen wissen"
FORMAT_VERSION = 1
MOST_BOXES = 200
MOST_COUNT = MOST_PRESENT * MOST_BOXES
NO_BOX = "Dit bestand is geen stembus van deze site. Er is niets veranderd."
NO_FIT = "Deze stembus is van een andere vragenlijst of een andere versie. Er is niets veranderd."
NEWER = "Dit bestand komt van een nieuwere site. Er is niets veranderd. Ververs deze pagina en probeer het opnieuw."
DAMAGED = "Dit bestand is niet heel. Er is niets veranderd. Vraag om een nieuw bestand."
KEPT = ("id", "boxes", "instrument", "number", "major", "minor", "fingerprint", "month", "group", "present", "seen")


# ---- a box ----

def box_file(box):
    """The file of a closed box as plain data. Raises ValueError for a box that is open."""
    if box["state"] != "closed":
        raise ValueError("only a closed box can be kept")
    found = {"format": BOX_FORMAT, "format_version": FORMAT_VERSION, "note": BOX_NOTE, "n": box["n"],
             "counters": box["counters"], "shown": box["shown"]}
    for name in KEPT:
        found[name] = box[name]
    return found


def box_file_name(box):
    return "stembus-" + box["month"] + "-" + box["id"] + ".json"


def read_box(instrument, data):
    """(closed box, "") out of `data` (anything), or (None, one reason why not)."""
    if not isinstance(data, dict) or "format" not in data or data["format"] != BOX_FORMAT:
        return None, NO_BOX
    if "format_version" in data and is_number(data["format_version"], FORMAT_VERSION + 1, 10000):
        return None, NEWER
    if not has_keys(data, ("format", "format_version", "note", "n", "counters", "shown") + KEPT):
        return None, DAMAGED
    if data["format_version"] != FORMAT_VERSION or data["note"] != BOX_NOTE:
        return None, DAMAGED
    if not fits(instrument, data):
        return None, NO_FIT
    if not (_is_head(instrument, data) and _are_counters(instrument, data["counters"], data["n"])
            and _is_shown(instrument, data["shown"], data["n"], data["counters"])):
        return None, DAMAGED
    n = data["n"]
    box = {"state": "closed", "n": data["n"], "closed_n": data["n"], "marks": [], "counters": data["counters"],
           "shown": data["shown"]}
    for name in KEPT:
        box[name] = data[name]
    return box, ""


def has_keys(value, names):
    """Whether this is a dict with exactly these keys."""
    if not isinstance(value, dict) or len(value) != len(names):
        return False
    for name in names:
        if name not in value:
            return False
    return True


def _is_head(instrument, data):
    if not (isinstance(data["boxes"], list) and 1 <= len(data["boxes"]) <= MOST_BOXES):
        return False
    for box_id in data["boxes"]:
        if not is_id(box_id):
            return False
    present = data["present"]
    return (data["boxes"] == sorted(data["boxes"]) and len(dict.fromkeys(data["boxes"])) == len(data["boxes"])
            and is_id(data["id"]) and data["id"] in data["boxes"] and is_month(data["month"])
            and is_number(data["minor"], 0, 10000) and isinstance(data["seen"], bool)
            and is_text(data["group"], LONGEST_GROUP) and is_number(present, 1, MOST_PRESENT * MOST_BOXES)
            and is_number(data["n"], limits(instrument)["section"], present))


def is_text(value, longest):
    return isinstance(value, str) and len(value) <= longest


def _are_counters(instrument, counters, n):
    """Counters of this instrument that n sheets can have given."""
    empty = empty_counters(instrument)
    if not has_keys(counters, ("items", "regular", "sections", "signals", "odd")) or not is_number(counters["odd"], 0, n):
        return False
    for name in ("items", "regular", "sections"):
        if not has_keys(counters[name], list(empty[name])):
            return False
        for key in empty[name]:
            if not _are_counts(counters[name][key], len(empty[name][key])) or total(counters[name][key]) != n:
                return False
    if not has_keys(counters["signals"], list(empty["signals"])):
        return False
    for key in empty["signals"]:
        if not is_number(counters["signals"][key], 0, 1):
            return False
    for _, item in items_of(instrument):
        counts = counters["items"][item["id"]]
        if item["signal"] and is_sensitive(item) and counts[1] > 0 and not counters["signals"][item["id"]]:
            return False
    return True


def _is_shown(instrument, shown, n, counters):
    """What closes of a box with these counters can have given: no entry tells of more sheets than there are."""
    if not has_keys(shown, ("items", "regular", "sections", "signals", "odd")) or shown["odd"] != counters["odd"]:
        return False
    if shown["signals"] != counters["signals"]:
        return False
    fewest = limits(instrument)["section"]
    for name in ("items", "regular"):
        if not has_keys(shown[name], list(counters[name])):
            return False
        for key in counters[name]:
            if not _is_question(shown[name][key], counters[name][key], fewest, n):
                return False
    if not has_keys(shown["sections"], list(counters["sections"])):
        return False
    for key in counters["sections"]:
        if not _is_summary(shown["sections"][key], counters["sections"][key][0:NO_SCORE]):
            return False
    return True


def _is_question(entry, counts, fewest, n):
    return (has_keys(entry, ("of", "counts", "raw", "again")) and isinstance(entry["again"], bool)
            and is_number(entry["of"], fewest, n)
            and _are_counts(entry["counts"], len(counts)) and _are_counts(entry["raw"], len(counts))
            and _within(entry["raw"], counts)
            and total(entry["counts"]) == total(entry["raw"]) == entry["of"])


def _is_summary(entry, scores):
    if not has_keys(entry, ("of", "median", "low", "high", "raw")) or not _are_counts(entry["raw"], len(scores)):
        return False
    for name in ("median", "low", "high"):
        if not is_number(entry[name], -1, len(scores) - 1):
            return False
    return _within(entry["raw"], scores) and entry["of"] == total(entry["raw"])


def _within(earlier, later):
    """Whether counters can have grown from one to the other."""
    for place in range(len(later)):
        if earlier[place] > later[place]:
            return False
    return True


def _are_counts(value, length):
    if not isinstance(value, list) or len(value) != length:
        return False
    for count in value:    # a school has some hundred thousand of these: no call per count
        if type(count) is not int or count < 0 or count > MOST_COUNT:
            return False
    return True
