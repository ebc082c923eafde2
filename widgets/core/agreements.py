"""Class agreements: choose from a list, add own lines, and print the sheet to sign.

content: {"id", "title", "groups": [{"id", "title", "entries": [{"id", "text", "explanation"}]}],
"own": {"id", "title"}}.
model: {"left_out": [entry ids], "own": [texts], "for": name of the class or group, "seats": one of SEATS, "focus": "intro" or
"own", "unsaved": whether something changed since the agreements were known to be copied, "asking": whether starting over waits
for a yes, "news": text for the live region}. Somebody who just arrived has chosen everything.
"""

from widgets.core import effects, rescue
from widgets.core.changes import with_changes
from widgets.core.fields import tick_box, unsent
from widgets.core.html import el

SEATS = ("6", "12", "18", "24", "30")
MOST_OWN_LINES = 12
EFFECTS = ("copy",)


# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return {
        "left_out": [],
        "own": [""],
        "for": "",
        "seats": "30",
        "focus": "intro",
        "unsaved": False,
        "asking": False,
        "news": "",
    }


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and texts.

    ("chosen", entry id, "ja" or ""), ("named", text), ("written", "regel-1" and on, text), ("line-added",),
    ("seated", one of SEATS), ("clear-asked",), ("clear-refused",), ("cleared",), ("effected", name).
    Raises ValueError for anything else, an unknown entry, line or number of seats.
    """
    name = message[0]
    if name == "chosen" and len(message) == 3:
        return with_changes(
            model, {"news": "", "unsaved": True, "left_out": _left_out(content, model, message[1], message[2] == "")}
        )
    if name == "named" and len(message) == 2:
        return with_changes(model, {"news": "", "unsaved": True, "for": _one_line(message[1])})
    if name == "written" and len(message) == 3:
        return with_changes(model, {"news": "", "unsaved": True, "own": _written(model, message[1], message[2])})
    if name == "line-added" and len(message) == 1:
        if len(model["own"]) >= MOST_OWN_LINES:
            return model
        changed = with_changes(model, {"news": "", "own": model["own"] + [""]})
        changed["focus"] = "own"
        return changed
    if name == "seated" and len(message) == 2:
        if message[1] not in SEATS:
            raise ValueError("unknown number of seats: " + message[1])
        return with_changes(model, {"news": "", "seats": message[1]})
    if name in ("clear-asked", "clear-refused") and len(message) == 1:
        return with_changes(model, {"news": "", "asking": name == "clear-asked", "focus": "intro"})
    if name == "cleared" and len(message) == 1:
        fresh = init(content)
        fresh["news"] = "Je begint opnieuw. Alle afspraken van de lijst doen weer mee."
        return fresh
    if name == "effected" and len(message) == 2:
        return with_changes(model, {"unsaved": model["unsaved"] and message[1] not in EFFECTS})
    raise ValueError("unknown message: " + str(message))


def _left_out(content, model, entry_id, out):
    found = []
    known = False
    for group in content["groups"]:
        for entry in group["entries"]:
            if entry["id"] == entry_id:
                known = True
                if out:
                    found.append(entry_id)
            elif entry["id"] in model["left_out"]:
                found.append(entry["id"])
    if not known:
        raise ValueError("unknown entry: " + entry_id)
    return found


def _line_id(number):
    return "regel-" + str(number + 1)


def _written(model, line_id, text):
    own = list(model["own"])
    for number in range(len(own)):
        if _line_id(number) == line_id:
            own[number] = _one_line(text)
            return own
    raise ValueError("unknown line: " + line_id)


def _one_line(text):
    return text.replace("\r", " ").replace("\n", " ").strip(" ")


# ---- the sheet ----


def chosen(content, model):
    """What stands on the sheet: list of (title, [{"text", "explanation"}]), without groups of which nothing is chosen."""
    found = []
    for group in content["groups"]:
        entries = [entry for entry in group["entries"] if entry["id"] not in model["left_out"]]
        if entries:
            found.append((group["title"], entries))
    own = [{"text": text, "explanation": ""} for text in model["own"] if text]
    if own:
        found.append((content["own"]["title"], own))
    return found


def sheet_text(content, model):
    """The agreements as plain text."""
    paragraphs = [content["title"] + (" – " + model["for"] if model["for"] else "")]
    for title, entries in chosen(content, model):
        texts = [title]
        for entry in entries:
            texts.append("- " + entry["text"] + (" " + entry["explanation"] if entry["explanation"] else ""))
        paragraphs.append("\n".join(texts))
    return "\n\n".join(paragraphs) + "\n"


def effect(content, model, name, clock):
    """What the page must do: copy the agreements. Raises ValueError for another name."""
    if name[0] == "copy":
        return effects.copy(sheet_text(content, model), "De afspraken zijn gekopieerd.")
    raise ValueError("unknown effect: " + str(name))


def would_lose(content, model):
    """Whether somebody who leaves now loses something that stands nowhere else."""
    return model["unsaved"]


def rescued(content, model):
    """What can still be saved of a sheet that cannot be drawn any more: see widgets.core.rescue."""
    if not model["unsaved"]:
        return None
    return rescue.rescued([lambda: sheet_text(content, model)], [model["for"], model["own"]])


# ---- view ----


def view(content, model):
    """The sheet in the making, as an element. The build draws `view(content, init(content))` with this same code."""
    own = model["own"]
    return el(
        "div",
        {"class": "list-tool"},
        el("p", {"class": "list-news", "role": "status", "data-news": True}, model["news"]),
        el(
            "div",
            {"data-body": True},
            el(
                "p",
                {"class": "list-intro", "tabindex": "-1", "data-focus": model["focus"] == "intro" and not model["asking"]},
                "Haal weg wat niet past, schrijf eigen afspraken erbij en print het blad. "
                "Alles blijft op dit scherm, en is gewist zodra je weggaat van deze pagina.",
            ),
            _text_field("Voor welke klas of groep?", "named", model["for"], False),
            [_group(model, group) for group in content["groups"]],
            el(
                "fieldset",
                {"class": "list-group", "data-group": content["own"]["id"]},
                el("legend", None, content["own"]["title"]),
                [
                    _text_field(
                        "Eigen afspraak " + str(number + 1),
                        "written " + _line_id(number),
                        own[number],
                        model["focus"] == "own" and number == len(own) - 1,
                    )
                    for number in range(len(own))
                ],
                _button("data-message", "line-added", "Nog een eigen afspraak") if len(own) < MOST_OWN_LINES else None,
            ),
            _seats_field(model),
            _ready(content, model),
            _clearing(model),
            _sheet(content, model),
        ),
    )


def parts(content, model, message):
    """The parts of the view (elements with data-part) that can differ after this message from a field."""
    return [_ready(content, model), _clearing(model), _sheet(content, model)]


def _group(model, group):
    return el(
        "fieldset",
        {"class": "list-group", "data-group": group["id"]},
        el("legend", None, group["title"]),
        [
            el(
                "label",
                {"class": "list-tick"},
                tick_box({"checked": entry["id"] not in model["left_out"], "data-field": "chosen " + entry["id"]}),
                el("span", None, entry["text"], _explanation(entry)),
            )
            for entry in group["entries"]
        ],
    )


def _explanation(entry):
    return el("span", {"class": "list-explanation"}, " " + entry["explanation"]) if entry["explanation"] else None


def _text_field(label, field, value, focus):
    return el(
        "label",
        {"class": "list-field"},
        el("span", None, label),
        el("input", unsent({"type": "text", "value": value, "data-field": field, "data-focus": focus})),
    )


def _clearing(model):
    """Starting over asks first, as long as something stands nowhere else. The button follows every field that is filled in."""
    if not model["asking"]:
        asked = el(
            "p",
            {"class": "list-buttons"},
            _button("data-message", "clear-asked" if model["unsaved"] else "cleared", "Begin opnieuw"),
        )
    else:
        asked = el(
            "div",
            {"class": "notice"},
            el("p", {"tabindex": "-1", "data-focus": True}, "Wat je koos en opschreef, gaat dan weg. Wil je opnieuw beginnen?"),
            el(
                "p",
                {"class": "list-buttons"},
                _button("data-message", "clear-refused", "Nee, ga verder"),
                _button("data-message", "cleared", "Ja, begin opnieuw"),
            ),
        )
    return el("div", {"data-part": "clearing"}, asked)


def _seats_field(model):
    return el(
        "label",
        {"class": "list-field"},
        el("span", None, "Hoeveel plekken voor een handtekening?"),
        el(
            "select",
            {"autocomplete": "off", "data-field": "seated"},
            [el("option", {"value": seats, "selected": seats == model["seats"]}, seats) for seats in SEATS],
        ),
    )


def _ready(content, model):
    if chosen(content, model):
        shown = el(
            "p",
            {"class": "list-buttons"},
            el("button", {"type": "button", "class": "main-button", "data-print": True}, "Print het blad"),
            _button("data-effect", "copy", "Kopieer de afspraken"),
        )
    else:
        shown = el("p", {"class": "list-empty"}, "Kies eerst een afspraak, of schrijf er zelf een.")
    return el("div", {"data-part": "ready"}, shown)


def _button(attribute, value, text):
    return el("button", {"type": "button", "class": "quiet-button", attribute: value}, text)


def _sheet(content, model):
    """Only on paper."""
    inside = [el("p", {"class": "sheet-for"}, model["for"])] if model["for"] else []
    for title, entries in chosen(content, model):
        inside.append(el("h3", None, title))
        inside.append(el("ul", None, [el("li", None, entry["text"], _explanation(entry)) for entry in entries]))
    inside.append(el("p", {"class": "sheet-sign"}, "Hier tekenen wij voor. Datum: …………………………"))
    inside.append(el("p", None, "Naam en handtekening:"))
    inside.append(el("ul", {"class": "seats"}, [el("li", None) for _ in range(int(model["seats"]))]))
    return el("div", {"class": "list-sheet", "data-part": "sheet"}, inside)
