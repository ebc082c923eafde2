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
from widgets.core.fields import tick_box, unsent
from widgets.core.html import el
from widgets.core.signals_summary import (
    CAUTION,
    HELP_FIRST,
    STOP,
    WEEK_WORDS,
    WEEKS,
    in_danger,
    monday,
    own_ids,
    seen_lines,
    summary,
    summary_text,
    title,
    written_on,
)

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


# ---- view ----


def view(content, model):
    """The list as an element. The build draws `view(content, init(content))` with this same code."""
    return el(
        "div",
        {"class": "list-tool"},
        el("p", {"class": "list-news", "role": "status", "data-news": True}, model["news"]),
        el(
            "div",
            {"data-body": True},
            _danger(content, model),
            el(
                "p",
                {"class": "list-intro", "tabindex": "-1", "data-focus": not model["asking"]},
                "Kruis aan wat je zag of hoorde. Alles blijft op dit scherm. Ga je weg van deze pagina? Dan is het gewist.",
            ),
            [_group(content, model, group) for group in content["groups"]],
            _result(content, model),
        ),
    )


def parts(content, model, message):
    """The parts of the view (elements with data-part) that can differ after this message from a field."""
    return [_danger(content, model), _where_and_when(content, model, message[1]), _result(content, model)]


def _danger(content, model):
    notice = None
    if in_danger(content, model):
        notice = el(
            "p",
            {"class": "danger-notice"},
            el("strong", None, STOP),
            " ",
            el("a", {"class": "danger-door", "href": content["danger_href"]}, "Ga nu naar ‘Nu gevaar?’"),
        )
    return el("div", {"class": "list-danger", "data-part": "danger"}, notice)


def _group(content, model, group):
    title_id = "lijst-" + group["id"]
    inside = [el("p", None, text) for text in group["explanation"]]
    for entry in group["entries"]:
        inside.append(_tick(content, model, entry))
    own = own_ids(group)
    for number in range(len(own)):
        inside.append(_own_line(content, model, own[number], number))
    if group["danger"]:  # never folded: this must be seen
        return el(
            "fieldset", {"class": "list-group list-first", "data-group": group["id"]}, el("legend", None, group["title"]), inside
        )
    return el(
        "details",
        {"class": "list-group", "data-group": group["id"]},
        el("summary", {"id": title_id}, group["title"]),
        el("div", {"role": "group", "aria-labelledby": title_id}, inside),
    )


def _tick(content, model, entry):
    explained = "uitleg-" + entry["id"] if entry["explanation"] else None
    return el(
        "div",
        {"class": "list-line"},
        el(
            "label",
            {"class": "list-tick"},
            tick_box(
                {"checked": entry["id"] in model["seen"], "aria-describedby": explained, "data-field": "ticked " + entry["id"]}
            ),
            el("span", None, entry["text"]),
        ),
        el("p", {"class": "list-explanation", "id": explained}, entry["explanation"]) if explained else None,
        _where_and_when(content, model, entry["id"]),
    )


def _own_line(content, model, own_id, number):
    text = model["own"][own_id] if own_id in model["own"] else ""
    return el(
        "div",
        {"class": "list-line"},
        el(
            "label",
            {"class": "list-field"},
            el("span", None, "Wat zag of hoorde je? " + "Regel " + str(number + 1)),
            el("input", unsent({"type": "text", "value": text, "data-field": "described " + own_id})),
        ),
        _where_and_when(content, model, own_id),
    )


def _where_and_when(content, model, entry_id):
    """Two lists to choose from, once an entry is ticked."""
    choices = []
    if entry_id in model["seen"]:
        seen = model["seen"][entry_id]
        text = [line[1] for line in seen_lines(content, model) if line[0] == entry_id][0]
        places = [("", "Kies een plek")] + [(place["id"], place["text"]) for place in content["places"]]
        weeks = []
        for number in range(len(WEEKS)):
            first = monday(model, WEEKS[number])
            weeks.append((WEEKS[number], WEEK_WORDS[number] + (" (vanaf " + first + ")" if first else "")))
        choices = [
            _choice("Waar?", text, "placed " + entry_id, places, seen["place"]),
            _choice("Wanneer?", text, "dated " + entry_id, weeks, seen["week"]),
        ]
    return el("div", {"class": "list-details", "data-part": "details-" + entry_id}, choices)


def _choice(label, text, field, choices, chosen):
    return el(
        "label",
        {"class": "list-field"},
        el("span", None, label, el("span", {"class": "unseen"}, " " + text)),
        el(
            "select",
            {"autocomplete": "off", "data-field": field},
            [el("option", {"value": value, "selected": value == chosen}, words) for value, words in choices],
        ),
    )


def _result(content, model):
    found = summary(content, model)
    if found:
        shown = _summary(content, model, found)
    else:
        shown = el(
            "p", {"class": "list-empty"}, "Kruis je iets aan? Dan staat hier een samenvatting voor " + content["meeting"] + "."
        )
    return el("div", {"data-part": "summary"}, shown)


def _summary(content, model, found):
    blocks = []
    for heading, texts in found:
        blocks.append(el("p", {"class": "list-moment"}, heading + ":"))
        blocks.append(el("ul", None, [el("li", None, text) for text in texts]))
    onward = [el("li", None, el("a", {"href": way["href"]}, way["label"])) for way in content["onward"]]
    if in_danger(content, model):
        onward = [el("li", None, el("a", {"href": content["danger_href"]}, "Eerst: ‘Nu gevaar?’"))] + onward
    return el(
        "section",
        {"class": "list-result", "aria-labelledby": "lijst-samenvatting"},
        el("h3", {"id": "lijst-samenvatting"}, title(content)),
        el(
            "div",
            {"class": "list-summary"},
            el("p", None, written_on(model)) if model["today"] is not None else None,
            el("p", None, el("strong", None, HELP_FIRST)) if in_danger(content, model) else None,
            blocks,
            [el("p", None, text) for text in CAUTION],
        ),
        el(
            "p",
            {"class": "list-buttons"},
            _button("data-effect", "copy", "Kopieer de tekst"),
            _button("data-print", True, "Print de tekst"),
            _button("data-effect", "save", "Bewaar als bestand"),
        ),
        el("h3", None, "Wat doe je nu?"),
        el("ul", {"class": "list-onward"}, onward),
        _clearing(model),
    )


def _clearing(model):
    """Wiping asks first, as long as the summary stands nowhere else."""
    if not model["asking"]:
        return el(
            "p", {"class": "list-buttons"}, _button("data-message", "clear-asked" if model["unsaved"] else "cleared", "Wis alles")
        )
    return el(
        "div",
        {"class": "notice"},
        el("p", {"tabindex": "-1", "data-focus": True}, "Alles wat je aankruiste en opschreef, gaat dan weg. Wil je dat?"),
        el(
            "p",
            {"class": "list-buttons"},
            _button("data-message", "clear-refused", "Nee, laat staan"),
            _button("data-message", "cleared", "Ja, wis alles"),
        ),
    )


def _button(attribute, value, text):
    return el("button", {"type": "button", "class": "quiet-button", attribute: value}, text)
