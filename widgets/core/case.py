"""The case: the day of report, what was done per step, and what else somebody keeps while the page is open.

Part of the model of the guide:
"reported", "today": days or None; "label": a letter for the case; "id": random text made by the page;
"records": {visit: record}; "panel": which panel is open, or ""; "role": role id or ""; "notice": lines
about the file that was opened; "former": records of an older version of the protocol that fit nowhere;
"unsaved": whether something changed since the case was last kept; "sent": how often a calendar was made.
A record: "day" (done on), "planned", "next" (days or None), "skipped" (bool), "reason", "facts",
"agreement" (texts).
"""
from widgets.core import dates
from widgets.core.changes import with_changes
from widgets.core.route import index_steps, visited_step, walk

PANELS = ("dates", "mine", "note", "parents", "keep")
TEXTS = ("reason", "facts", "agreement")
DAYS = ("day", "planned", "next")
LONGEST_TEXT = 2000
LONGEST_LABEL = 3


def empty_case():
    """The case of somebody who just arrived."""
    return {"reported": None, "today": None, "label": "", "id": "", "records": {}, "panel": "", "role": "", "notice": [],
            "former": [], "unsaved": False, "sent": 0}


def empty_record():
    return {"day": None, "planned": None, "next": None, "skipped": False, "reason": "", "facts": "", "agreement": ""}


def record_of(model, visit):
    """The record of a visit; an empty one when nothing was kept."""
    return model["records"][visit] if visit in model["records"] else empty_record()


def with_record(model, visit, changes):
    """The model with other values in the record of a visit."""
    records = dict(model["records"])
    records[visit] = with_changes(record_of(model, visit), changes)
    return with_changes(model, {"records": records, "unsaved": True})


def has_case(model):
    """Whether there is something to lose."""
    return model["reported"] is not None or len(model["records"]) > 0


def update(content, model, message):
    """The next model, or None when the message is not about the case.

    ("day-began", "2026-11-21", random text), ("reported-today",), ("reported", iso), ("labelled", text),
    ("dated", "day" | "planned" | "next", visit, iso), ("skipped", visit, "ja" or ""),
    ("noted", "facts" | "agreement" | "reason", visit, text), ("panel-chosen", name), ("role-chosen", role id),
    ("effected", name). Raises ValueError for a visit that is not on the path, and for an unknown name.
    """
    name = message[0]
    if name == "day-began" and len(message) == 3:
        return with_changes(model, {"today": dates.from_iso(message[1]), "id": model["id"] or message[2]})
    if name == "reported-today" and len(message) == 1:
        return with_changes(model, {"reported": model["today"], "unsaved": True, "focus": "next", "news": ""})
    if name == "reported" and len(message) == 2:
        return with_changes(model, {"reported": dates.from_iso(message[1]), "unsaved": True})
    if name == "labelled" and len(message) == 2:
        return with_changes(model, {"label": clean_label(message[1]), "unsaved": True})
    if name == "dated" and len(message) == 4:
        _check(content, model, message[2], message[1] in DAYS)
        return with_record(model, message[2], {message[1]: dates.from_iso(message[3])})
    if name == "noted" and len(message) == 4:
        _check(content, model, message[2], message[1] in TEXTS)
        return with_record(model, message[2], {message[1]: message[3][0:LONGEST_TEXT]})
    if name == "skipped" and len(message) == 3:
        _check(content, model, message[1], True)
        return with_record(model, message[1], {"skipped": message[2] == "ja"})
    if name == "panel-chosen" and len(message) == 2:
        if message[1] not in PANELS:
            raise ValueError("unknown panel: " + message[1])
        closing = model["panel"] == message[1]
        return with_changes(model, {"panel": "" if closing else message[1], "focus": "" if closing else "panel",
                                    "news": "", "notice": []})
    if name == "role-chosen" and len(message) == 2:
        if message[1] not in [""] + [role["id"] for role in content["roles"]]:
            raise ValueError("unknown role: " + message[1])
        return with_changes(model, {"role": message[1]})
    if name == "effected" and len(message) == 2:
        kept = message[1] == "case-saved"
        return with_changes(model, {"unsaved": model["unsaved"] and not kept,
                                    "sent": model["sent"] + (1 if message[1] == "calendar" else 0)})
    return None


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


def refused(content, model, visit):
    """Why a step cannot be left yet, in words; "" when it can.

    A step that lies on every way to the end can be passed over only with a reason.
    """
    record = record_of(model, visit)
    step = index_steps(content)[visited_step(visit)]
    if step["mandatory"] and record["skipped"] and not record["reason"].strip():
        return "Deze stap hoort altijd bij dit protocol. Schrijf eerst op waarom je hem overslaat."
    return ""


def answered(model, visit):
    """The model with the day on which a step was left: today, unless somebody filled in another day."""
    if model["reported"] is None or model["today"] is None or record_of(model, visit)["day"] is not None:
        return model
    return with_record(model, visit, {"day": model["today"]})


def case_name(model):
    """ "zaak A", or "deze zaak" without a letter."""
    return "zaak " + model["label"] if model["label"] else "deze zaak"
