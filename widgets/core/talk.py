"""The companion of one conversation: a conversation guide on a phone, one part at a time, with ticks and a few words for the
report. What it holds and how it is drawn stands in widgets.core.talk_parts, which the guide also uses.
"""

from widgets.core import effects, rescue
from widgets.core.html import el
from widgets.core.talk_parts import TO_TICK, init, notes_text, progress_text, update, view_body  # noqa: F401  (the page asks this core)

EFFECTS = ("printed", "notes-copied")

# ---- effect ----


def effect(content, model, name, clock):
    """What the page has to do for the button `name` (a tuple). ("printed", "a5"): the whole talk on small sheets;
    ("notes-copied",): the notes as text.

    Raises ValueError for any other name.
    """
    if name == ("printed", "a5"):
        return effects.print_part("gesprek")
    if name == ("notes-copied",):
        return effects.copy(notes_text(content, model), "De tekst is gekopieerd.")
    raise ValueError("unknown effect: " + str(name))


def would_lose(content, model):
    """Whether somebody who leaves now loses something: what was ticked or written during a talk stands nowhere else."""
    return len(model["ticked"]) + len(model["notes"]) > 0


def rescued(content, model):
    """What can still be saved when the talk cannot be drawn any more: see widgets.core.rescue."""
    if not would_lose(content, model):
        return None
    return rescue.rescued([lambda: ticked_text(content, model)], model["notes"])


def ticked_text(content, model):
    """What was ticked, one a line, under the title of the talk, and what was written."""
    texts = [
        item["text"]
        for part in content["parts"]
        for block in part["blocks"]
        if block["kind"] in TO_TICK
        for item in block["items"]
        if item["id"] in model["ticked"]
    ]
    notes = notes_text(content, model)
    return "\n".join([content["title"]] + ["- " + text for text in texts] + ([notes] if notes else [])) + "\n"


# ---- view ----


def view(content, model):
    """The companion as an element. The build draws `view(content, init(content))` with this same code."""
    return el(
        "div",
        {"class": "talk"},
        el("p", {"class": "unseen", "role": "status", "data-news": True}, progress_text(content, model)),
        el("div", {"data-body": True}, view_body(content, model, "", _notes_part(content, model))),
        el(
            "p",
            {"class": "talk-print button-row"},
            el("a", {"href": "#het-hele-gesprek"}, "Het hele gesprek"),
            el("button", {"type": "button", "class": "quiet-button", "data-effect": "printed a5"}, "Print op A5"),
        ),
    )


def _notes_part(content, model):
    """The notes together with a button, on a page that leads no case."""
    text = notes_text(content, model)
    copy = {"type": "button", "class": "quiet-button", "data-effect": "notes-copied"}
    return el(
        "div",
        {"data-part": "notes"},
        [el("p", {"class": "talk-notes"}, "Voor in het verslag: ", text), el("p", None, el("button", copy, "Kopieer dit"))]
        if text
        else None,
    )
