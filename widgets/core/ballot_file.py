"""Two kinds of file, never one: the box file (exact counters, for merging only) and the report file (shown figures).

A box file exists only for a closed box. It holds the counters of the last close: no order, no time, no sheet; of
sensitive items only the totals 0-1 and 2-5. The counters are one text (ballot_count.as_text). What comes back may be
anything: it is checked whole, and either all of it is right or there is one reason why not.
"""
from widgets.core.ballot_box import (DIGITS, LONGEST_GROUP, MOST_PRESENT, fits, is_id, is_month, is_number)
from widgets.core.ballot_count import NO_SCORE, as_text, empty_counters, is_sensitive, items_of, layout
from widgets.core.disclosure import limits, total
from widgets.core.invisible import has_invisible

BOX_FORMAT = "veiligwijzer-stembus"
BOX_NOTE = "vertrouwelijk – na samenvoegen wissen"
FORMAT_VERSION = 1
MOST_BOXES = 200
MOST_COUNT = MOST_PRESENT * MOST_BOXES
NO_BOX = "Dit bestand is geen stembus van deze site. Er is niets veranderd."
NO_FIT = "Deze stembus is van een andere vragenlijst of een andere versie. Er is niets veranderd."
NEWER = "Dit bestand komt van een nieuwere site. Er is niets veranderd. Ververs deze pagina en probeer het opnieuw."
DAMAGED = "Dit bestand is niet heel. Er is niets veranderd. Vraag om een nieuw bestand."
LONGEST_COUNT = 6   # digits of MOST_COUNT
KEPT = ("id", "boxes", "instrument", "number", "major", "minor", "fingerprint", "month", "group", "present", "seen")
KEYS = ("format", "format_version", "note", "n", "counters", "shown") + KEPT


# ---- a box ----

def box_file(box):
    """The file of a closed box as plain data. Raises ValueError for a box that is open."""
    if box["state"] != "closed":
        raise ValueError("only a closed box can be kept")
    found = {"format": BOX_FORMAT, "format_version": FORMAT_VERSION, "note": BOX_NOTE, "n": box["n"],
             "counters": as_text(box["counters"]), "shown": box["shown"]}
    for name in KEPT:
        found[name] = box[name]
    return found


def box_file_name(box):
    return "stembus-" + box["month"] + "-" + box["id"] + ".json"


def prepared(instrument):
    """What reading needs of the questionnaire: made once for all files that are opened together.

    {"instrument", "limits", "layout" (see ballot_count), "signals": [item id], "sensitive": [ids of signals of which
    counters tell more], "numbers": {text: number met before}}
    """
    signals = [item for _, item in items_of(instrument) if item["signal"]]
    return {"instrument": instrument, "limits": limits(instrument), "layout": layout(empty_counters(instrument)),
            "signals": [item["id"] for item in signals],
            "sensitive": [item["id"] for item in signals if is_sensitive(item)], "numbers": {}}


def read_box(instrument, data):
    """(closed box, "") out of `data` (anything), or (None, one reason why not)."""
    return read_prepared(prepared(instrument), data)


def read_prepared(known, data):
    """The same as `read_box`, for many files of one questionnaire."""
    if not isinstance(data, dict) or "format" not in data or data["format"] != BOX_FORMAT:
        return None, NO_BOX
    if "format_version" in data and is_number(data["format_version"], FORMAT_VERSION + 1, 10000):
        return None, NEWER
    if not has_keys(data, KEYS):
        return None, DAMAGED
    if data["format_version"] != FORMAT_VERSION or data["note"] != BOX_NOTE:
        return None, DAMAGED
    if not fits(known["instrument"], data):
        return None, NO_FIT
    if not _is_head(known["limits"], data):
        return None, DAMAGED
    counters = _counters_in(known, data["counters"], data["n"])
    if counters is None or not (data["shown"] is None or _is_shown(known["limits"], data["shown"], data["n"], counters)):
        return None, DAMAGED
    box = {"state": "closed", "n": data["n"], "closed_n": data["n"], "marks": [], "counters": counters, "shown": data["shown"]}
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


def _is_head(allowed, data):
    ids = data["boxes"]
    if not (isinstance(ids, list) and 1 <= len(ids) <= MOST_BOXES):
        return False
    for box_id in ids:
        if not is_id(box_id):
            return False
    present = data["present"]
    if len(ids) > 1 and (ids != sorted(ids) or len(dict.fromkeys(ids)) < len(ids)):
        return False
    return (is_id(data["id"]) and data["id"] in ids and is_month(data["month"])
            and is_number(data["minor"], 0, 10000) and isinstance(data["seen"], bool)
            and is_text(data["group"], LONGEST_GROUP) and is_number(present, 1, MOST_PRESENT * MOST_BOXES)
            and is_number(data["n"], allowed["section"], present))


def is_text(value, longest):
    """Whether a value of a file is a text of at most so many characters, all of which can be seen."""
    return isinstance(value, str) and len(value) <= longest and not has_invisible(value)


def _counters_in(known, text, n):
    """The counters that a text tells (ballot_count.as_text), or None when n sheets can not have given them."""
    numbers = known["numbers"]
    if not isinstance(text, str):
        return None
    pieces = text.split(" ")
    for piece in pieces:
        if piece not in numbers:
            if not _is_count(piece):
                return None
            numbers[piece] = int(piece)
    counts = [numbers[piece] for piece in pieces]
    found = {"items": {}, "regular": {}, "sections": {}, "signals": {}}
    place = 0
    for kind, key, length in known["layout"]:
        row = counts[place:place + length]
        if sum(row) != n:
            return None
        found[kind][key] = row
        place = place + length
    if len(counts) != place + len(known["signals"]) + 1 or counts[-1] > n:
        return None
    found["odd"] = counts[-1]
    for key in known["signals"]:
        if counts[place] > 1:
            return None
        found["signals"][key] = counts[place]
        place = place + 1
    for key in known["sensitive"]:
        if found["items"][key][1] > 0 and not found["signals"][key]:
            return None
    return found


def _is_count(text):
    """Whether this is a whole number in the one way to write it, and not longer than any count can be."""
    return (0 < len(text) <= LONGEST_COUNT and text.strip(DIGITS) == "" and (text == "0" or text[0] != "0"))


def _is_shown(allowed, shown, n, counters):
    """What closes of a box with these counters can have given: no entry tells of more sheets than there are."""
    if not has_keys(shown, ("items", "regular", "sections", "signals", "odd")) or shown["odd"] != counters["odd"]:
        return False
    if shown["signals"] != counters["signals"]:
        return False
    fewest = allowed["section"]
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
