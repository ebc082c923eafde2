"""Keeping a case outside the page: a file on the own disk, or a link whose part after # holds it.

A file is plain data (dicts, lists, texts, ints), so that the page can write it as JSON. What comes back may be
anything: it is checked piece by piece, and either all of it is right or nothing changes.
"""

from widgets.core import dates
from widgets.core.case import TEXTS, case_name, clean_label, empty_record, has_case, label_words, would_lose
from widgets.core.case_check import DAMAGED, FORMAT, FORMAT_VERSION, KEYS, LONGEST_TEXT, NO_CASE, trouble
from widgets.core.changes import with_changes
from widgets.core.route import find_exit, index_steps, visited_step, walk

DAMAGED_LINK = "Deze link is geen zaak van deze site, of hij is niet compleet. Er is niets veranderd. Vraag om een nieuwe link."


# ---- writing ----


def case_data(content, model, with_texts):
    """The case as plain data. Without texts (for a link) there are no words in it but the letter of the case."""
    steps = index_steps(content)
    records = {}
    seen = {}
    for visit in list(model["answers"]) + [place["visit"] for place in walk(content, model["answers"])]:
        step = steps[visited_step(visit)]
        way = find_exit(step, model["answers"][visit]) if visit in model["answers"] else None
        if with_texts:
            seen[visit] = [step["title"], way["label"] if way else "", step["deadline"]]
    for visit in model["records"]:
        record = dict(model["records"][visit])
        if not with_texts:
            for name in TEXTS:
                record[name] = ""
        records[visit] = record
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "protocol": content["id"],
        "version": content["version"],
        "reported": model["reported"],
        "label": model["label"],
        "id": model["id"],
        "agenda": model["agenda"] if with_texts else without_titles(model["agenda"]),
        "answers": dict(model["answers"]),
        "records": records,
        "seen": seen,
        "former": model["former"] if with_texts else [],
    }


def without_titles(agenda):
    events = {}
    for uid in agenda["events"]:
        events[uid] = [agenda["events"][uid][0], ""]
    return {"sequence": agenda["sequence"], "events": events}


def file_name(content, model):
    """A name for the file without anything about a person."""
    return case_name(model).replace(" ", "-").lower() + "-" + content["id"] + ".json"


def too_long(content, model):
    """Why this case cannot be kept as a file, in words; "" when it can."""
    steps = index_steps(content)
    for visit in model["records"]:
        for name in TEXTS:
            more = len(model["records"][visit][name]) - LONGEST_TEXT
            if more > 0:
                return (
                    "Bij ‘"
                    + steps[visited_step(visit)]["title"]
                    + "’ staat een tekst die te lang is voor een bestand. Maak hem "
                    + str(more)
                    + " tekens korter."
                )
    return ""


# ---- reading ----


def opened(content, model, data, certain, linked=False):
    """The model after opening `data` (anything). A case that is not right changes only the notice.

    With `certain` False the page asks first, because the case in hand would be lost. `linked`: it comes from a link, so that it
    stands in no file.
    """
    wrong = trouble(content, data)
    if wrong:
        wrong = DAMAGED_LINK if linked and wrong in (NO_CASE, DAMAGED) else wrong
        return with_changes(model, {"notice": [wrong], "panel": "keep", "focus": "panel", "news": "", "waiting": None})
    if not certain:
        return with_changes(
            model, {"waiting": data, "linked": linked, "notice": [], "panel": "keep", "focus": "waiting", "news": ""}
        )
    notice = ["De zaak is geopend. In een link staan alleen antwoorden en datums." if linked else "De zaak is geopend."]
    answers, renamed = _answers(content, data, notice)
    records = {}
    for visit in data["records"]:
        if visit in renamed:
            records[renamed[visit]] = {name: data["records"][visit][name] for name in empty_record()}
    former = [dict(old) for old in data["former"]] + _former(data, renamed)
    if data["version"] != content["version"]:
        notice = notice + _changes(content, data, renamed)
    if len(former) > len(data["former"]):
        notice.append("Wat daar stond, staat onder aan het verslag.")
    notice = notice + _left_out(data)
    agenda = data["agenda"] if "agenda" in data else {"sequence": 0, "events": {}}
    # Back to what is on the way, with one place to go on; a mark of what was there already stays as it is.
    return with_changes(
        model,
        {
            "answers": answers,
            "at": "",
            "look": "",
            "news": "",
            "records": records,
            "former": former,
            "notice": notice,
            "reported": data["reported"],
            "label": clean_label(data["label"]),
            "id": data["id"],
            "agenda": {"sequence": agenda["sequence"], "events": dict(agenda["events"])},
            "unread": {},
            "waiting": None,
            "panel": "" if data["reported"] is not None else "keep",
            "focus": "next" if data["reported"] is not None else "panel",
            "unsaved": linked,
            "talk": None,
            "catch": None,
            "undo": None,
        },
    )


def not_opened(model):
    """The model when somebody keeps the case in hand."""
    return with_changes(
        model,
        {
            "waiting": None,
            "panel": "keep",
            "focus": "panel",
            "news": "",
            "notice": ["Je zaak staat er nog. De andere zaak is niet geopend."],
        },
    )


def _former(data, renamed):
    """What stands at steps that this protocol does not have, as it goes under the note."""
    found = []
    for visit in list(data["answers"]) + [visit for visit in data["records"] if visit not in data["answers"]]:
        if visit in renamed:
            continue
        lines = ["Keuze: " + _seen(data, visit)[1]] if visit in data["answers"] and _seen(data, visit)[1] else []
        if visit in data["records"]:
            lines = lines + _as_lines(data["records"][visit])
        if lines:
            found.append({"title": _seen(data, visit)[0] or visited_step(visit), "lines": lines})
    return found


def _left_out(data):
    """What of a file is not taken over, in words: nothing goes without a word."""
    unknown = [name for name in data if name not in KEYS]
    for visit in data["records"]:
        unknown = unknown + [name for name in data["records"][visit] if name not in empty_record() and name not in unknown]
    lines = []
    if unknown:
        lines.append(
            "In het bestand staat ook iets dat deze pagina niet kent (‘"
            + "’, ‘".join([name[0:40] for name in unknown])
            + "’). Dat is niet overgenomen. Bewaar het oude bestand nog even."
        )
    words = label_words(data["label"], clean_label(data["label"]))
    return lines + [words] if words else lines


# ---- from an older version of the protocol ----


def step_names(content):
    """{name of a step, also one of before: its name now}."""
    names = {}
    for step in content["steps"]:
        for name in [step["id"]] + step["was"]:
            if name not in names or name == step["id"]:
                names[name] = step["id"]
    return names


def _answers(content, data, notice):
    """(answers, {old visit: visit now}) with what this protocol still knows; steps and exits may have new names."""
    steps = index_steps(content)
    names = step_names(content)
    answers = {}
    renamed = {}
    for visit in list(data["answers"]) + [visit for visit in data["records"] if visit not in data["answers"]]:
        old = visited_step(visit)
        number = visit[len(old) :]
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
                chosen = _seen(data, visit)[1]
                notice.append(
                    "Bij ‘"
                    + steps[names[old]]["title"]
                    + "’ bestaat je antwoord "
                    + ("‘" + chosen + "’ " if chosen else "")
                    + "niet meer. Kies daar opnieuw."
                )
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
    if not [visit for visit in renamed if _seen(data, visit)[0]]:  # a link
        return lines + ["Kijk of wat je koos nog klopt."]
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
            lines.append(
                "Bij ‘"
                + step["title"]
                + "’ geldt nu: "
                + (step["deadline"] or "geen termijn")
                + " (eerst: "
                + (deadline or "geen termijn")
                + ")."
            )
    if len(lines) == 1:
        lines.append("Aan de stappen die jij al had gezet is niets anders geworden.")
    return lines


def _as_lines(record):
    lines = ["Niet gedaan."] if record["skipped"] else []
    for name, word in (("facts", "Feiten"), ("agreement", "Afgesproken"), ("reason", "Reden")):
        if record[name].strip():
            lines.append(word + ": " + " ".join(record[name].split()))
    for name, word in (("day", "Datum"), ("planned", "Gepland op"), ("next", "Volgende afspraak")):
        if record[name] is not None:
            lines.append(word + ": " + dates.long_date(record[name]))
    return lines


def describe(model):
    """Whether the case was kept, in words."""
    if not has_case(model):
        return "Je hebt nog niets ingevuld."
    if would_lose(model):
        return "Wat je invulde, staat alleen op deze pagina. Bewaar het voor je weggaat."
    return "Alles wat je invulde, is bewaard."
