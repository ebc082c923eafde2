"""The signal list: tick what was seen, say where and in which week, and get a neutral summary. Never a score or a count.

content: {"id", "meeting" (with its article), "danger_href", "onward": [{"label", "href"}],
"places": [{"id", "text"}], "groups": [{"id", "title", "explanation" (texts), "danger" (bool), "blank" (int: own
lines), "entries": [{"id", "text", "explanation"}]}]}.
model: {"today": day number or None, "seen": {entry id: {"place": place id or "", "week": one of WEEKS}}, "own": {entry id:
text}, "unsaved": whether something changed since the summary was known to be copied or kept, "asking": whether wiping waits
for a yes, "news": text for the live region}. An own line counts as seen while it has text.
"""

from widgets.core import dates, effects, rescue
from widgets.core.changes import with_changes
from widgets.core.signals_summary import HELP_FIRST, STOP, WEEKS, in_danger, own_ids, seen_lines, summary, summary_text
from widgets.core.signals_view import parts, view

EFFECTS = ("copy", "save")


# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return {"today": None, "seen": {}, "own": {}, "unsaved": False, "asking": False, "news": ""}


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and texts.

    ("day-began", iso date), ("ticked", entry id, "ja" or ""), ("described", own line id, text), ("placed", entry id,
    place id or ""), ("dated", entry id, one of WEEKS), ("clear-asked",), ("clear-refused",), ("cleared",), ("effected", name).
    Raises ValueError for anything else, an unknown entry, place, week or date.
    """
    name = message[0]
    if name == "day-began" and len(message) == 2:
        today = dates.from_iso(message[1])
        if today is None:
            raise ValueError("no date: " + str(message[1]))
        return _on_day(model, today)
    if name == "ticked" and len(message) == 3:
        _check(message[1], [entry["id"] for group in content["groups"] for entry in group["entries"]])
        return _seen(content, model, message[1], message[2] != "")
    if name == "described" and len(message) == 3:
        _check(message[1], [own_id for group in content["groups"] for own_id in own_ids(group)])
        text = message[2].replace("\r", " ").replace("\n", " ").strip(" ")
        own = dict(model["own"])
        own[message[1]] = text
        return _seen(content, with_changes(model, {"news": "", "own": own}), message[1], text != "")
    if name == "placed" and len(message) == 3:
        if message[2] and message[2] not in [place["id"] for place in content["places"]]:
            raise ValueError("unknown place: " + message[2])
        return _detailed(model, message[1], "place", message[2])
    if name == "dated" and len(message) == 3:
        if message[2] not in WEEKS:
            raise ValueError("unknown week: " + message[2])
        return _detailed(model, message[1], "week", message[2])
    if name in ("clear-asked", "clear-refused") and len(message) == 1:
        return with_changes(model, {"news": "", "asking": name == "clear-asked"})
    if name == "cleared" and len(message) == 1:
        return with_changes(init(content), {"today": model["today"], "news": "Alles is gewist."})
    if name == "effected" and len(message) == 2:
        return with_changes(model, {"unsaved": model["unsaved"] and message[1] not in EFFECTS})
    raise ValueError("unknown message: " + str(message))


def _on_day(model, today):
    """The model on another day. What was seen "this week" was seen last week once a new week has begun."""
    weeks = 0 if model["today"] is None else (_week(today) - _week(model["today"]))
    seen = {}
    for entry_id in model["seen"]:
        old = model["seen"][entry_id]
        place = max(0, WEEKS.index(old["week"]) + weeks)
        later = old["week"] if old["week"] == WEEKS[-1] else WEEKS[min(place, len(WEEKS) - 1)]
        seen[entry_id] = with_changes(old, {"week": later})
    return with_changes(model, {"news": "", "today": today, "seen": seen})


def _week(day):
    """The number of the week of a day; a week begins on Monday."""
    return (day - dates.weekday(day)) // 7


def _check(entry_id, known):
    if entry_id not in known:
        raise ValueError("unknown entry: " + entry_id)


def _seen(content, model, entry_id, is_seen):
    """Tick or untick; what was said about an entry that stays ticked stays."""
    seen = dict(model["seen"])
    if is_seen and entry_id not in seen:
        seen[entry_id] = {"place": "", "week": WEEKS[0]}
    elif not is_seen and entry_id in seen:
        del seen[entry_id]
    changed = with_changes(model, {"news": "", "seen": seen, "unsaved": True})
    if in_danger(content, changed) and not in_danger(content, model):
        changed["news"] = STOP + " " + HELP_FIRST
    return changed


def _detailed(model, entry_id, key, value):
    if entry_id not in model["seen"]:
        raise ValueError("not ticked: " + entry_id)
    seen = dict(model["seen"])
    seen[entry_id] = dict(seen[entry_id])
    seen[entry_id][key] = value
    return with_changes(model, {"news": "", "seen": seen, "unsaved": True})


# ---- effects ----


def effect(content, model, name, clock):
    """What the page must do: copy the summary, or save it on the own disk. Raises ValueError for another name."""
    if name[0] == "copy":
        return effects.copy(summary_text(content, model), "De tekst is gekopieerd.")
    if name[0] == "save":
        return effects.save_text(
            content["id"] + ".txt", "text/plain;charset=utf-8", summary_text(content, model), {"confirm": True}
        )
    raise ValueError("unknown effect: " + str(name))


def would_lose(content, model):
    """Whether somebody who leaves now loses something that stands nowhere else."""
    return model["unsaved"] and len(model["seen"]) > 0


def rescued(content, model):
    """What can still be saved of a list that cannot be drawn any more: see widgets.core.rescue."""
    if not model["seen"]:
        return None
    return rescue.rescued([lambda: summary_text(content, model)], [list(model["own"].values()), list(model["seen"])])
