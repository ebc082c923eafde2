"""The parts of one conversation: what is on screen, one part at a time, on its own page and in the guide.

content: {"id", "title", "danger_href", "parts": [{"id", "title", "blocks": [{"kind", "items"}]}]}. Only parts and blocks
that hold something. The kind of a block says what its items are: texts for "note", "goal", "say", "tips" and "list";
{"id", "text"} to tick for "checks", "ask" and "more"; {"when", "then"} for "reactions"; {"avoid", "instead"} for "pitfalls".
model: {"at": index of the part on screen, "ticked": ids of what is ticked, in the order of the content, "notes": {part id: a few
words for the report}}.
"""

from widgets.core.fields import tick_box, unsent
from widgets.core.html import el

CUES = {"say": "Zeg:", "ask": "Vraag:", "tips": "Let op:"}
TO_TICK = ("checks", "ask", "more")

# ---- model ----


def init(content):
    """The model of somebody who opens the guide: the first part, nothing ticked."""
    return {"at": 0, "ticked": [], "notes": {}}


def tick_ids(part):
    """The ids (list of str) of all that can be ticked in a part, in order."""
    return [item["id"] for block in part["blocks"] if block["kind"] in TO_TICK for item in block["items"]]


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and values.

    ("went-on",), ("went-back",), ("jumped", part id), ("ticked", tick id, "ja" or ""), ("written", part id, text),
    ("effected", name).
    Raises ValueError for anything else, an unknown part and an unknown tick.
    """
    name = message[0]
    if name == "went-on" and len(message) == 1:
        return _at(model, min(model["at"] + 1, len(content["parts"]) - 1))
    if name == "went-back" and len(message) == 1:
        return _at(model, max(model["at"] - 1, 0))
    if name == "jumped" and len(message) == 2:
        for number in range(len(content["parts"])):
            if content["parts"][number]["id"] == message[1]:
                return _at(model, number)
        raise ValueError("unknown part: " + str(message[1]))
    if name == "ticked" and len(message) == 3:
        return _ticked(content, model, message[1], message[2])
    if name == "written" and len(message) == 3 and message[1] in [part["id"] for part in content["parts"]]:
        notes = {part: model["notes"][part] for part in model["notes"] if part != message[1]}
        if message[2].strip():
            notes[message[1]] = message[2]
        return {"at": model["at"], "ticked": model["ticked"], "notes": notes}
    if name == "effected" and len(message) == 2:
        return model
    raise ValueError("unknown message: " + str(message))


def _at(model, at):
    return {"at": at, "ticked": model["ticked"], "notes": model["notes"]}


def _ticked(content, model, tick, value):
    known = [name for part in content["parts"] for name in tick_ids(part)]
    if tick not in known or value not in ("ja", ""):
        raise ValueError("unknown tick: " + str(tick) + " " + str(value))
    ticked = [name for name in known if name == tick and value or name != tick and name in model["ticked"]]
    return {"at": model["at"], "ticked": ticked, "notes": model["notes"]}


def notes_text(content, model):
    """What was written for the report, in the order of the talk: "Bij ‘Vooraf’: rustig. Bij ‘Luister’: bang."."""
    notes = model["notes"]
    return " ".join(
        [
            "Bij ‘" + part["title"] + "’: " + " ".join(notes[part["id"]].split()).rstrip(".") + "."
            for part in content["parts"]
            if part["id"] in notes
        ]
    )


# ---- view ----


def view_body(content, model, prefix, more=None):
    """The part on screen, for a view that is its own or holds this one.

    `prefix` (str) goes before every message: with "talk " the messages are ("talk", "went-on") and so on. `more`: an element to
    stand above the buttons.
    """
    part = content["parts"][model["at"]]
    heading_id = "gespreksdeel-" + content["id"]
    return el(
        "section",
        {"class": "talk-part", "aria-labelledby": heading_id},
        _progress(content, model),
        el("h3", {"id": heading_id, "class": "talk-title", "tabindex": "-1", "data-focus": True}, part["title"]),
        [_block(block, model["ticked"], prefix) for block in part["blocks"]],
        _reactions_at_hand(content, part),
        _note_field(part, model, prefix),
        more,
        _controls(content, model, prefix),
        _jump_list(content, model, prefix),
    )


def progress_text(content, model):
    """Where somebody is: "Deel 3 van 9"."""
    return "Deel " + str(model["at"] + 1) + " van " + str(len(content["parts"]))


def cue(kind, *children):
    """What to say, to ask or to mind, under its label. `kind` is "say", "ask" or "tips"."""
    return el("div", {"class": "cue-block cue-" + kind}, el("p", {"class": "cue"}, CUES[kind]), list(children))


def said(texts):
    """Sentences to say, word for word."""
    return cue("say", *[el("blockquote", {"class": "say"}, el("p", None, text)) for text in texts])


def reaction_list(reactions):
    """What to do when something happens in the talk."""
    return el(
        "dl",
        {"class": "reactions"},
        [
            el("div", {"class": "reaction"}, el("dt", None, reaction["when"]), el("dd", None, reaction["then"]))
            for reaction in reactions
        ],
    )


def _progress(content, model):
    return el(
        "div",
        {"class": "progress"},
        el("p", None, progress_text(content, model)),
        el("progress", {"max": str(len(content["parts"])), "value": str(model["at"] + 1), "aria-label": "Hoe ver je bent"}),
    )


def _block(block, ticked, prefix):
    kind = block["kind"]
    items = block["items"]
    if kind == "say":
        return said(items)
    if kind == "ask":
        return cue("ask", _ticks(items, ticked, prefix))
    if kind == "tips":
        return cue("tips", _list(items))
    if kind == "checks":
        return _ticks(items, ticked, prefix)
    if kind == "more":
        return el(
            "details",
            {"class": "more"},
            el("summary", None, "Extra vragen (" + str(len(items)) + ")"),
            _ticks(items, ticked, prefix),
        )
    if kind == "reactions":
        return reaction_list(items)
    if kind == "pitfalls":
        return el("dl", {"class": "talk-pitfalls"}, [_pitfall(item) for item in items])
    if kind == "list":
        return _list(items)
    if kind == "goal" or kind == "note":
        return el("div", {"class": "talk-" + kind}, [el("p", None, text) for text in items])
    raise ValueError("unknown kind of block: " + kind)


def _list(texts):
    return el("ul", None, [el("li", None, text) for text in texts])


def _pitfall(item):
    return el(
        "div",
        {"class": "talk-pitfall"},
        el("dt", None, el("span", {"class": "cue"}, "Liever niet:"), " ", item["avoid"]),
        el("dd", None, el("span", {"class": "cue"}, "Wel:"), " ", item["instead"]),
    )


def _ticks(items, ticked, prefix):
    """A tick box per item. A real one: it keeps the focus while somebody ticks on."""
    return el(
        "ul",
        {"class": "talk-ticks"},
        [
            el(
                "li",
                None,
                el(
                    "label",
                    {"class": "talk-tick"},
                    tick_box({"checked": item["id"] in ticked, "data-field": prefix + "ticked " + item["id"]}),
                    el("span", None, item["text"]),
                ),
            )
            for item in items
        ],
    )


def _reactions_at_hand(content, part):
    """In every phase: something may happen at any moment, and then nobody has time to look for it."""
    if not part["id"].startswith("fase-"):
        return None
    for other in content["parts"]:
        if other["id"] == "wat-als":
            return el(
                "details",
                {"class": "talk-what-if"},
                el("summary", None, other["title"]),
                [_block(block, [], "") for block in other["blocks"]],
            )
    return None


def _note_field(part, model, prefix):
    """Room for a few words while they are fresh: no more than that, or nobody listens."""
    return el(
        "label",
        {"class": "talk-note-field needs-script"},
        el("span", None, "Twee woorden voor het verslag"),
        el(
            "input",
            unsent(
                {
                    "type": "text",
                    "data-field": prefix + "written " + part["id"],
                    "value": model["notes"][part["id"]] if part["id"] in model["notes"] else "",
                }
            ),
        ),
    )


def _controls(content, model, prefix):
    parts = content["parts"]
    at = model["at"]
    back = None
    onward = el("p", {"class": "talk-end"}, "Dit is het laatste deel.")
    if at > 0:
        back = el("button", {"type": "button", "class": "quiet-button", "data-message": prefix + "went-back"}, "Vorige")
    if at < len(parts) - 1:
        onward = el("button", {"type": "button", "class": "main-button", "data-message": prefix + "went-on"}, "Volgende")
    return el(
        "div",
        {"class": "talk-controls"},
        el("div", {"class": "talk-buttons"}, back, onward),
        el(
            "p",
            {"class": "talk-danger"},
            el("strong", None, "Nu gevaar?"),
            " ",
            el("a", {"href": content["danger_href"]}, "Doe eerst dit"),
            ".",
        ),
    )


def _jump_list(content, model, prefix):
    lines = []
    for number in range(len(content["parts"])):
        part = content["parts"][number]
        lines.append(
            el(
                "li",
                None,
                el(
                    "button",
                    {
                        "type": "button",
                        "class": "quiet-button",
                        "data-message": prefix + "jumped " + part["id"],
                        "aria-current": "step" if number == model["at"] else None,
                    },
                    part["title"],
                    _count(part, model["ticked"]),
                ),
            )
        )
    return el(
        "details",
        {"class": "talk-jump"},
        el("summary", None, "Ga naar een ander deel"),
        el("ol", {"data-part": "gespreksdelen"}, lines),
    )


def _count(part, ticked):
    """How much of a part is ticked, in words."""
    names = tick_ids(part)
    done = len([name for name in names if name in ticked])
    if not done:
        return None
    return el("span", {"class": "talk-count"}, " (" + str(done) + " van " + str(len(names)) + " afgevinkt)")
