"""Whether plain data from anywhere is a whole case: checked piece by piece, before anything of it is used."""

from widgets.core import dates
from widgets.core.case import DAYS, TEXTS, empty_record

FORMAT = "veiligwijzer-zaak"
FORMAT_VERSION = 1
MOST_VISITS = 400
LONGEST_ID = 400
# Characters. A text of a step is far shorter; a file with a longer one is not opened, so it is not made either.
LONGEST_TEXT = 1000000
LONGEST_TITLE = 5000
LONGEST_UID = 200
HIGHEST = 2147483647  # what a calendar takes as SEQUENCE
# What a file of today holds; "sent" stands in older ones.
KEYS = (
    "format",
    "format_version",
    "protocol",
    "version",
    "reported",
    "label",
    "id",
    "agenda",
    "answers",
    "records",
    "seen",
    "former",
    "sent",
)
NO_CASE = "Dit bestand is geen zaak van deze site. Er is niets veranderd."
DAMAGED = "Dit bestand is beschadigd of niet compleet. Er is niets veranderd. Vraag om een nieuw bestand."


def trouble(content, data):
    """Why `data` cannot be opened on the page of this protocol, in words; "" when it can."""
    if not isinstance(data, dict) or _get(data, "format") != FORMAT:
        return NO_CASE
    if not is_count(_get(data, "format_version")) or data["format_version"] > FORMAT_VERSION:
        return "Dit bestand komt van een nieuwere site. Er is niets veranderd. Ververs deze pagina en probeer het opnieuw."
    protocol = _get(data, "protocol")
    if protocol != content["id"]:
        name = protocol if isinstance(protocol, str) else ""
        return (
            "Deze zaak hoort bij een ander protocol" + (" (" + name[0:60] + ")" if name else "") + ". Er is niets veranderd. "
            "Ga naar de pagina van dat protocol en open het bestand daar."
        )
    return "" if _is_whole(data) else DAMAGED


def _is_whole(data):
    for name in ("version", "reported", "label", "id", "answers", "records", "seen", "former"):
        if name not in data:
            return False
    return (
        is_text(data["version"], 60)
        and is_day(data["reported"])
        and is_text(data["label"], 20)
        and is_code(data["id"])
        and ("agenda" not in data or _is_agenda(data["agenda"]))
        and _is_dict_of(data["answers"], lambda key: is_text(key, 80))
        and _is_dict_of(data["records"], _is_record)
        and _is_dict_of(data["seen"], _is_seen)
        and _is_list_of(data["former"], _is_former)
    )


def _get(data, name):
    return data[name] if name in data else None


def is_text(value, longest):
    return isinstance(value, str) and len(value) <= longest


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100000


def is_day(value):
    """A day number of 1970 to 2100, or None."""
    return value is None or (is_count(value) and value <= dates.day_number(dates.LAST_YEAR, 12, 31))


def is_code(value):
    """What the page makes as id: letters and digits. Each new start in the page adds one."""
    if not is_text(value, LONGEST_ID):
        return False
    for character in value:
        if character not in "abcdefghijklmnopqrstuvwxyz0123456789":
            return False
    return True


def _is_dict_of(value, rule):
    if not isinstance(value, dict) or len(value) > MOST_VISITS:
        return False
    for name in value:
        if not is_text(name, LONGEST_UID) or not rule(value[name]):
            return False
    return True


def _is_list_of(value, rule):
    if not isinstance(value, list) or len(value) > MOST_VISITS:
        return False
    for item in value:
        if not rule(item):
            return False
    return True


def _is_record(value):
    if not isinstance(value, dict):
        return False
    for name in empty_record():
        if name not in value:
            return False
    for name in DAYS:
        if not is_day(value[name]):
            return False
    for name in TEXTS:
        if not is_text(value[name], LONGEST_TEXT):
            return False
    return isinstance(value["skipped"], bool)


def _is_seen(value):
    return _is_list_of(value, lambda text: is_text(text, LONGEST_TITLE)) and len(value) == 3


def _is_former(value):
    return (
        isinstance(value, dict)
        and sorted(value) == ["lines", "title"]
        and is_text(value["title"], LONGEST_TITLE)
        and _is_list_of(value["lines"], lambda text: is_text(text, LONGEST_TEXT + 40))
    )


def _is_agenda(value):
    """{"sequence": number, "events": {uid: [day, title]}}; a uid goes into a calendar file as it is."""
    return (
        isinstance(value, dict)
        and sorted(value) == ["events", "sequence"]
        and isinstance(value["sequence"], int)
        and not isinstance(value["sequence"], bool)
        and 0 <= value["sequence"] < HIGHEST
        and _is_dict_of(value["events"], _is_event)
        and all([_is_uid(uid) for uid in value["events"]])
    )


def _is_event(value):
    return (
        isinstance(value, list)
        and len(value) == 2
        and value[0] is not None
        and is_day(value[0])
        and is_text(value[1], LONGEST_TITLE)
    )


def _is_uid(text):
    return is_text(text, LONGEST_UID) and all([letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in text])
