"""The file of one of several boxes of a group: what it released (release.part), to be joined with the others.

It holds cells of at least three pupils and nothing that crosses questions: no sheet, no order, no time. What comes back
may be anything: it is checked whole, and either all of it is right or there is one reason why not.
"""

from widgets.core.ballot_box import LONGEST_GROUP, MOST_PRESENT, fits, is_id, is_month, is_number
from widgets.core.ballot_count import items_of, questions_of
from widgets.core.disclosure import few, limits
from widgets.core.invisible import has_invisible
from widgets.core.release import ALMOST

FORMAT = "veiligwijzer-deel"
FORMAT_VERSION = 1
NOTE = "vertrouwelijk – na samenvoegen wissen"
FORMER = "veiligwijzer-stembus"  # of before: exact counters
NO_PART = "Dit bestand is geen deelbestand van deze site. Er is niets veranderd."
NO_FIT = "Dit deelbestand is van een andere vragenlijst of een andere versie. Er is niets veranderd."
NEWER = "Dit bestand komt van een nieuwere site. Er is niets veranderd. Ververs deze pagina en probeer het opnieuw."
DAMAGED = "Dit bestand is beschadigd of niet compleet. Er is niets veranderd. Vraag om een nieuw bestand."
TOO_EXACT = (
    "Dit is een dagbestand van een oudere versie van deze site. Daarin staan precieze aantallen, en die openen we niet "
    "meer. Wis het bestand. Een rapport dat je toen bewaarde, kun je wel openen."
)
HEAD = ("id", "instrument", "number", "major", "minor", "fingerprint", "month", "group", "present")
# Tables that were right, as they are written, and how many of them are kept.
_RIGHT = {}
MOST_RIGHT = 5000
TABLE_KEYS = ("of", "cells", "skips")
KEYS = ("format", "format_version", "note", "n", "items", "signals") + HEAD


def part_file(box, released):
    """The file of a closed box as plain data; `released` is what its close gave."""
    found = {"format": FORMAT, "format_version": FORMAT_VERSION, "note": NOTE}
    for name in HEAD:
        found[name] = box[name]
    for name in released:
        found[name] = released[name]
    return found


def part_file_name(part):
    return "deel-" + part["month"] + "-" + part["id"] + ".json"


def read_part(instrument, data):
    """(part, "") out of `data` (anything), or (None, one reason why not). A part is what `part_file` gives."""
    if isinstance(data, dict) and "format" in data and data["format"] == FORMER:
        return None, TOO_EXACT
    if not isinstance(data, dict) or "format" not in data or data["format"] != FORMAT:
        return None, NO_PART
    if "format_version" in data and is_number(data["format_version"], FORMAT_VERSION + 1, 10000):
        return None, NEWER
    if not has_keys(data, KEYS) or data["format_version"] != FORMAT_VERSION or data["note"] != NOTE:
        return None, DAMAGED
    if not fits(instrument, data):
        return None, NO_FIT
    allowed = limits(instrument)
    if not _is_head(allowed, data) or not _are_signals(instrument, allowed, data):
        return None, DAMAGED
    questions = questions_of(instrument)
    if not has_keys(data["items"], [question["id"] for question in questions]):
        return None, DAMAGED
    for question in questions:
        table = data["items"][question["id"]]
        if table is not None and not _is_known(table, question, data["n"], allowed):
            return None, DAMAGED
    return data, ""


def has_keys(value, names):
    """Whether this is a dict with exactly these keys."""
    if not isinstance(value, dict) or len(value) != len(names):
        return False
    for name in names:
        if name not in value:
            return False
    return True


def has_doubles(names):
    """Whether a name is in a list twice. None of them is one that no dict can hold (widgets.core.reserved)."""
    found = {}
    for name in names:
        found[name] = True
    return len(found) < len(names)


def is_text(value, longest):
    """Whether a value of a file is a text of at most so many characters, all of which can be seen."""
    return isinstance(value, str) and len(value) <= longest and not has_invisible(value)


def _is_head(allowed, data):
    return (
        is_id(data["id"])
        and is_month(data["month"])
        and is_number(data["minor"], 0, 10000)
        and is_text(data["group"], LONGEST_GROUP)
        and is_number(data["n"], allowed["section"], MOST_PRESENT)
        and is_number(data["present"], data["n"], MOST_PRESENT)
    )


def _are_signals(instrument, allowed, data):
    names = [item["id"] for _, item in items_of(instrument) if item["signal"]]
    found = data["signals"]
    if data["n"] < allowed["item"] or ("signals" in instrument and not instrument["signals"]):
        return found == {} and isinstance(found, dict)
    if not has_keys(found, names):
        return False
    for name in names:
        if not isinstance(found[name], bool):
            return False
    return True


def _is_known(table, question, n, allowed):
    """Whether this is a table of the question: each that was right is looked at once."""
    asked = repr([table, question["bins"], question["risky_high"], n, allowed["section"], allowed["cell"]])
    if asked not in _RIGHT:
        if not _is_table(table, question["bins"], question["risky_high"], n, allowed):
            return False
        if len(_RIGHT) >= MOST_RIGHT:
            _RIGHT.clear()
        _RIGHT[asked] = True
    return True


def _is_table(table, bins, is_risky_high, n, allowed):
    """What release.table_of can have given: whole runs of bins, no cell too small, and all pupils in them."""
    if not has_keys(table, TABLE_KEYS) or not is_number(table["of"], allowed["section"], n):
        return False
    cell = allowed["cell"]
    skipped = n - table["of"]
    if table["skips"] != few(skipped, cell) or 1 <= skipped < cell:
        return False
    cells = table["cells"]
    if not isinstance(cells, list) or not 1 <= len(cells) <= bins:
        return False
    following, pupils = 0, 0
    for one in cells:
        if not isinstance(one, list) or len(one) != 3:
            return False
        first, last, count = one
        if type(first) is not int or type(last) is not int or type(count) is not int:
            return False
        if len(cells) == 1:
            return count == ALMOST and _is_almost(first, last, bins, is_risky_high)
        if first != following or last < first or count < cell:
            return False
        following = last + 1
        pupils = pupils + count
    return following == bins and pupils == table["of"]


def _is_almost(first, last, bins, is_risky_high):
    """Whether one cell from this bin to that can stand for almost everybody: the safe bin, all but that one, or the risky bin of
    three."""
    start = first if is_risky_high else bins - 1 - last
    end = last if is_risky_high else bins - 1 - first
    return (start == end == 0) or (end == bins - 1 and 1 <= start <= end)
