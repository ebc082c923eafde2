"""The thermometer: the sheet of one pupil, the own result at once, and a code for the box of the group when asked for.

content and model: see widgets.core.sheet; for the code also "ballot", and "qr" (the shape of macros/render/qr_shape.py).
"""

from widgets.core import join, look
from widgets.core.html import el
from widgets.core.sheet import OWN_WORDS, init, is_idle, is_untouched, places, question_view, update
from widgets.core.thermometer_result import result_view
from widgets.core.words import say


def view(content, model):
    """The thermometer as an element: a question, or the result at the end."""
    answers = model["answers"]
    if model["at"] >= len(places(content)):
        shown = result_view(content, answers, [join.form(content) if answers and content["ballot"] else None, _controls(content)])
    else:
        shown = question_view(content, model, OWN_WORDS)
    return el(
        "div",
        {"class": "thermometer"},
        el("p", {"class": "thermometer-news", "role": "status", "data-news": True}, model["news"]),
        el("div", {"data-body": True}, shown),
        look.panel(content, answers),
    )


def _controls(content):
    return el(
        "p",
        {"class": "thermometer-controls"},
        el(
            "button",
            {"type": "button", "class": "quiet-button", "data-message": "went-back"},
            say(content, "Terug naar de vragen"),
        ),
        el(
            "button",
            {"type": "button", "class": "quiet-button", "data-print": True},
            say(content, "Print je uitslag (let op: wie staat er bij de printer?)"),
        ),
        el("button", {"type": "button", "class": "main-button", "data-message": "restarted"}, say(content, "Wis alles")),
    )
