"""The case: the day of report, what was done per step, and what else somebody keeps while the page is open.

Part of the model of the guide:
"reported", "today": days or None; "label": a letter for the case; "id": random text made by the page;
"records": {visit: record}; "panel": which panel is open, or ""; "role": role id or ""; "notice": lines
about the file that was opened; "former": records of an older version of the protocol that fit nowhere;
"unsaved": whether something changed since the case was last known to be kept; "agenda": what is in the calendar files made
so far (widgets.core.agenda); "unread": {field: text} of dates that were typed and could not be read, the field as "reported"
or "day melding"; "waiting": None or the data of another case that was opened over one that was not kept, and "linked":
whether that is of a link; "catch": see widgets.core.catch_up; "undo": None or {"answers", "records", "at"} before a
change. A record: "day" (done on), "planned", "next" (days or None), "skipped" (bool), "reason", "facts", "agreement" (texts).
"""

from widgets.core import dates, typed_date
from widgets.core.changes import with_changes
from widgets.core.plan import plan
from widgets.core.route import index_steps, visited_step, walk

PANELS = ("dates", "mine", "note", "parents", "keep")
TEXTS = ("reason", "facts", "agreement")
DAYS = ("day", "planned", "next")
DAY_LABELS = {"day": "Gedaan op", "planned": "Later: gepland op", "next": "Volgende afspraak op"}
LONGEST_LABEL = 3


def empty_case():
    """The case of somebody who just arrived."""
    return {
        "reported": None,
        "today": None,
        "label": "",
        "id": "",
        "records": {},
        "panel": "",
        "role": "",
        "notice": [],
        "former": [],
        "unsaved": False,
        "agenda": {"sequence": 0, "events": {}},
        "unread": {},
        "waiting": None,
        "linked": False,
        "catch": None,
        "undo": None,
    }


def empty_record():
    return {"day": None, "planned": None, "next": None, "skipped": False, "reason": "", "facts": "", "agreement": ""}


def record_of(model, visit):
    """The record of a visit; an empty one when nothing was kept."""
    return model["records"][visit] if visit in model["records"] else empty_record()


def with_record(model, visit, changes):
    """The model with other values in the record of a visit."""
    before = record_of(model, visit)
    if with_changes(before, changes) == before:
        return model
    records = dict(model["records"])
    records[visit] = with_changes(before, changes)
    return with_changes(model, {"records": records, "unsaved": True})


def has_case(model):
    """Whether there is something to lose."""
    return model["reported"] is not None or len(model["records"]) > 0


def would_lose(model):
    """Whether there is something that stands nowhere else."""
    return model["unsaved"] and has_case(model)


def would_replace(model):
    """Whether opening another case takes something away that stands nowhere else: also choices without a case."""
    return would_lose(model) or len(model["unread"]) > 0 or (model["unsaved"] and len(model["answers"]) > 0)


def update(content, model, message):
    """The next model, or None when the message is not about the case.

    ("day-began", "2026-11-21", random text), ("reported-today",), ("reported", a date as typed), ("labelled", text),
    ("dated", "day" | "planned" | "next", visit, a date as typed), ("day-chosen", visit, iso date),
    ("skipped", visit, "ja" or ""),
    ("noted", "facts" | "agreement" | "reason", visit, text), ("panel-chosen", name), ("role-chosen", role id),
    ("effected", name). Raises ValueError for a visit that is not on the path, and for an unknown name.
    """
    name = message[0]
    if name == "day-began" and len(message) == 3:
        return with_changes(model, {"today": dates.from_iso(message[1]), "id": model["id"] or message[2]})
    if name == "reported-today" and len(message) == 1:
        return with_changes(_reported(_with_unread(model, "reported", ""), model["today"]), {"focus": "next", "news": ""})
    if name == "reported" and len(message) == 2:
        day, understood = typed_date.read(message[1])
        changed = _with_unread(model, "reported", "" if understood else message[1])
        return _reported(changed, day) if understood else changed
    if name == "labelled" and len(message) == 2:
        label = clean_label(message[1])
        return with_changes(
            model,
            {"label": label, "unsaved": model["unsaved"] or label != model["label"], "news": label_words(message[1], label)},
        )
    if name == "dated" and len(message) == 4:
        _check(content, model, message[2], message[1] in DAYS)
        day, understood = typed_date.read(message[3])
        changed = _with_unread(model, message[1] + " " + message[2], "" if understood else message[3])
        return with_record(changed, message[2], {message[1]: day}) if understood else changed
    if name == "day-chosen" and len(message) == 3:
        _check(content, model, message[1], dates.from_iso(message[2]) is not None)
        chosen = _with_unread(model, "day " + message[1], "")
        return with_changes(with_record(chosen, message[1], {"day": dates.from_iso(message[2])}), {"focus": "day", "news": ""})
    if name == "noted" and len(message) == 4:
        _check(content, model, message[2], message[1] in TEXTS)
        return with_record(model, message[2], {message[1]: message[3]})
    if name == "skipped" and len(message) == 3:
        _check(content, model, message[1], True)
        return with_record(model, message[1], {"skipped": message[2] == "ja"})
    if name == "panel-chosen" and len(message) == 2:
        if message[1] not in PANELS:
            raise ValueError("unknown panel: " + message[1])
        closing = model["panel"] == message[1]
        return with_changes(
            model, {"panel": "" if closing else message[1], "focus": "" if closing else "panel", "news": "", "notice": []}
        )
    if name == "role-chosen" and len(message) == 2:
        if message[1] not in [""] + [role["id"] for role in content["roles"]]:
            raise ValueError("unknown role: " + message[1])
        return with_changes(model, {"role": message[1]})
    if name == "effected" and len(message) == 2:
        return with_changes(model, {"unsaved": model["unsaved"] and message[1] != "case-saved"})
    return None


def _reported(model, day):
    return with_changes(model, {"reported": day, "unsaved": True}) if day != model["reported"] else model


def _with_unread(model, field, text):
    """The model that remembers (or, with "", forgets) what was typed in a date field and could not be read."""
    if not text and field not in model["unread"]:
        return model
    unread = {name: model["unread"][name] for name in model["unread"] if name != field}
    if text:
        unread[field] = text[0 : typed_date.LONGEST]
    return with_changes(model, {"unread": unread})


def _check(content, model, visit, known):
    if not known or visit not in [place["visit"] for place in walk(content, model["answers"])]:
        raise ValueError("unknown visit or field: " + visit)


def clean_label(text):
    """At most three letters and digits, so that no name fits in."""
    kept = ""
    for character in text.upper():
        if character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" and len(kept) < LONGEST_LABEL:
            kept = kept + character
    return kept


def label_words(text, label):
    """What to say when a letter for the case was not taken over as it was typed; "" when it was."""
    if text.upper().split() in ([label], []):
        return ""
    now = "De zaak heet nu ‘zaak " + label + "’." if label else "De zaak heeft nu geen letter."
    return "Gebruik hoogstens drie letters of cijfers, en geen naam. " + now


def refused(content, model, visit):
    """(why a step cannot be left yet, in words, what gets the focus); two empty texts when it can.

    A step that lies on every way to the end can be passed over only with a reason. A date that could not be read is
    never replaced by another one.
    """
    step = index_steps(content)[visited_step(visit)]
    for name in DAYS:
        if name + " " + visit in model["unread"]:
            label = day_label(step, name)
            place = "answers" if name == "day" and step["kind"] == "do" else "form"
            return "De datum bij ‘" + label + "’ is nog niet goed. Verbeter hem eerst, of maak het veld leeg.", place
    record = record_of(model, visit)
    if step["mandatory"] and record["skipped"] and not record["reason"].strip():
        return "Deze stap hoort altijd bij dit protocol. Schrijf eerst op waarom je hem overslaat.", "reason"
    return "", ""


def day_label(step, name):
    """The label of a date field of a step. A question is answered, not done."""
    return "Gekozen op" if name == "day" and step["kind"] == "ask" else DAY_LABELS[name]


def answered(content, model, visit):
    """The model with the day on which a step was left, unless somebody filled one in: today. A question without a time of its own
    takes the day of the step before it: to answer it late makes nothing late."""
    if model["reported"] is None or model["today"] is None or record_of(model, visit)["day"] is not None:
        return model
    day = model["today"]
    for line in plan(content, model):
        step = index_steps(content)[line["step"]]
        if line["visit"] == visit and step["kind"] == "ask" and line["due"] is None:
            day = min(day, line["from"])
    return with_record(model, visit, {"day": day})


def case_name(model):
    """ "zaak A", or "deze zaak" without a letter."""
    return "zaak " + model["label"] if model["label"] else "deze zaak"
