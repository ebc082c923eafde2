"""Keeping a case outside the page: a file on the own disk, or a link whose part after # holds it.

A file is plain data (dicts, lists, texts, ints), so that the page can write it as JSON. What comes back may be
anything: it is checked piece by piece, and either all of it is right or nothing changes.
"""
from widgets.core import dates
from widgets.core.case import DAYS, LONGEST_TEXT, TEXTS, case_name, clean_label, empty_record, has_case
from widgets.core.changes import with_changes
from widgets.core.route import find_exit, index_steps, visited_step, walk

FORMAT = "veiligwijzer-zaak"
FORMAT_VERSION = 1
MOST_VISITS = 400
LONGEST_ID = 400
NO_CASE = "Dit bestand is geen zaak van deze site. Er is niets veranderd."
DAMAGED = "Dit bestand is niet heel. Er is niets veranderd. Vraag om een nieuw bestand."


# ---- writing ----

def case_data(content, model, with_texts):
    """The case as plain data. Without texts (for a link) nothing that somebody typed is in it."""
    steps = index_steps(content)
    records = {}
    seen = {}
    for visit in list(model["answers"]) + [place["visit"] for place in walk(content, model["answers"])]:
        step = steps[visited_step(visit)]
        way = find_exit(step, model["answers"][visit]) if visit in model["answers"] else None
        seen[visit] = [step["title"], way["label"] if way else "", step["deadline"]]
    for visit in model["records"]:
        record = dict(model["records"][visit])
        if not with_texts:
            for name in TEXTS:
                record[name] = ""
        records[visit] = record
    return {"format": FORMAT, "format_version": FORMAT_VERSION, "protocol": content["id"], "version": content["version"],
            "reported": model["reported"], "label": model["label"], "id": model["id"], "sent": model["sent"],
            "answers": dict(model["answers"]), "records": records, "seen": seen,
            "former": model["former"] if with_texts else []}


def file_name(content, model):
    """A name for the file without anything about a person."""
    return case_name(model).replace(" ", "-").lower() + "-" + content["id"] + ".json"


# ---- reading ----

def opened(content, model, data):
    """The model after opening `data` (anything). A case that is not right changes only the notice."""
    trouble = _trouble(content, data)
    if trouble:
        return with_changes(model, {"notice": [trouble], "panel": "keep", "focus": "panel", "news": ""})
    notice = ["De zaak is geopend."]
    answers, renamed = _answers(content, data, notice)
    records = {}
    former = [dict(old) for old in data["former"]]
    for visit in data["records"]:
        record = data["records"][visit]
        if visit in renamed:
            records[renamed[visit]] = with_changes(empty_record(), record)
        else:
            former.append({"title": _seen(data, visit)[0] or visited_step(visit), "lines": _as_lines(record)})
    if data["version"] != content["version"]:
        notice = notice + _changes(content, data, renamed)
    if len(former) > len(data["former"]):
        notice.append("Wat daar stond, staat onder aan het verslag.")
    # Back to what is on the way, with one place to go on; a mark of what was there already stays as it is.
    return with_changes(model, {"answers": answers, "at": "", "news": "", "records": records, "former": former, "notice": notice,
                                "reported": data["reported"], "label": clean_label(data["label"]), "id": data["id"],
                                "sent": data["sent"], "panel": "keep", "focus": "panel", "unsaved": False, "talk": None})


def _trouble(content, data):
    if not isinstance(data, dict) or _get(data, "format") != FORMAT:
        return NO_CASE
    if not is_count(_get(data, "format_version")) or data["format_version"] > FORMAT_VERSION:
        return "Dit bestand komt van een nieuwere site. Er is niets veranderd. Ververs deze pagina en probeer het opnieuw."
    protocol = _get(data, "protocol")
    if protocol != content["id"]:
        name = protocol if isinstance(protocol, str) else ""
        return ("Deze zaak hoort bij een ander protocol (" + name[0:60] + "). Er is niets veranderd. "
                "Ga naar de pagina van dat protocol en open het bestand daar.")
    return "" if _is_whole(data) else DAMAGED


def _is_whole(data):
    for name in ("version", "reported", "label", "id", "sent", "answers", "records", "seen", "former"):
        if name not in data:
            return False
    return (is_text(data["version"], 60) and is_day(data["reported"]) and is_text(data["label"], 20)
            and is_code(data["id"]) and is_count(data["sent"])
            and _is_dict_of(data["answers"], lambda key: is_text(key, 80))
            and _is_dict_of(data["records"], _is_record)
            and _is_dict_of(data["seen"], _is_seen)
            and _is_list_of(data["former"], _is_former))


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
        if not is_text(name, 80) or not rule(value[name]):
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
    if not isinstance(value, dict) or sorted(value) != sorted(empty_record()):
        return False
    for name in DAYS:
        if not is_day(value[name]):
            return False
    for name in TEXTS:
        if not is_text(value[name], LONGEST_TEXT):
            return False
    return isinstance(value["skipped"], bool)


def _is_seen(value):
    return _is_list_of(value, lambda text: is_text(text, 400)) and len(value) == 3


def _is_former(value):
    return (isinstance(value, dict) and sorted(value) == ["lines", "title"] and is_text(value["title"], 400)
            and _is_list_of(value["lines"], lambda text: is_text(text, LONGEST_TEXT + 40)))


# ---- from an older version of the protocol ----

def _answers(content, data, notice):
    """(answers, {old visit: visit now}) with what this protocol still knows; steps and exits may have new names."""
    steps = index_steps(content)
    names = {}
    for step in content["steps"]:
        for name in [step["id"]] + step["was"]:
            if name not in names or name == step["id"]:
                names[name] = step["id"]
    answers = {}
    renamed = {}
    for visit in list(data["answers"]) + [visit for visit in data["records"] if visit not in data["answers"]]:
        old = visited_step(visit)
        number = visit[len(old):]
        if old not in names or not is_round(number):
            notice.append("De stap ‘" + (_seen(data, visit)[0] or old) + "’ staat niet meer in dit protocol.")
            continue
        now = names[old] + number
        if now in renamed.values():
            continue
        renamed[visit] = now
        if visit in data["answers"]:
            key = _key_now(steps[names[old]], data["answers"][visit])
            if key:
                answers[now] = key
            else:
                notice.append("Bij ‘" + steps[names[old]]["title"] + "’ bestaat je antwoord niet meer. Kies daar opnieuw.")
    return answers, renamed


def is_round(text):
    """ "" or "#2" to "#99" """
    if text == "":
        return True
    digits = text[1:]
    if text[0] != "#" or len(digits) not in (1, 2) or digits[0] == "0" or digits == "1":
        return False
    return all([digit in "0123456789" for digit in digits])


def _key_now(step, key):
    for way in step["exits"]:
        if way["key"] == key:
            return key
    for way in step["exits"]:
        if key in way["was"]:
            return way["key"]
    return ""


def _seen(data, visit):
    return data["seen"][visit] if visit in data["seen"] else ["", "", ""]


def _changes(content, data, renamed):
    """What reads otherwise than when the case was kept."""
    steps = index_steps(content)
    lines = ["Het protocol is veranderd sinds deze zaak werd bewaard."]
    told = []
    for visit in renamed:
        step = steps[visited_step(renamed[visit])]
        title, _, deadline = _seen(data, visit)
        if step["id"] in told or not title:
            continue
        told.append(step["id"])
        if title != step["title"]:
            lines.append("‘" + title + "’ heet nu ‘" + step["title"] + "’.")
        if deadline != step["deadline"]:
            lines.append("Bij ‘" + step["title"] + "’ geldt nu: " + (step["deadline"] or "geen termijn")
                         + " (eerst: " + (deadline or "geen termijn") + ").")
    if len(lines) == 1:
        lines.append("Aan de stappen die jij al had gezet is niets anders geworden.")
    return lines


def _as_lines(record):
    lines = []
    for name, word in (("facts", "Feiten"), ("agreement", "Afgesproken"), ("reason", "Reden")):
        if record[name].strip():
            lines.append(word + ": " + " ".join(record[name].split()))
    if record["day"] is not None:
        lines.append("Datum: " + dates.long_date(record["day"]))
    return lines


def describe(model):
    """Whether the case was kept, in words."""
    if not has_case(model):
        return "Je hebt nog niets ingevuld."
    return "Je hebt dingen veranderd sinds je bewaarde." if model["unsaved"] else "Alles wat je invulde, is bewaard."
