"""The end of a wayfinder: why it ends here, as a text for the report, with what was answered on the way."""

from widgets.core.html import el
from widgets.core.route import find_exit

HEADING = "Voor in het verslag"


def reason(content, steps, trail):
    """The reason as text: each question with its answer, then the outcome. `trail`: see widgets.core.route.walk.

    Empty for a route that leads a case, and as long as the trail has no end.
    """
    end = steps[trail[-1]["step"]]
    if content["calendar"] is not None or end["kind"] != "end":
        return ""
    lines = ["Wegwijzer: " + content["title"]]
    for place in trail:
        step = steps[place["step"]]
        if place["answer"] and step["kind"] == "ask":
            lines.append("- " + step["title"] + " " + find_exit(step, place["answer"])["label"])
    lines.append("Uitkomst: " + end["title"] + ("" if end["title"][-1] in ".?!" else "."))
    if end["why"]:
        lines.append("Waarom: " + end["why"])
    return "\n".join(lines)


def outcome_part(text):
    """The reason on the screen, with a button that copies it; nothing without a reason."""
    if not text:
        return None
    return el(
        "div",
        {"class": "outcome-reason"},
        el("p", {"class": "record-title"}, HEADING),
        el("ul", None, [el("li", None, line[2:] if line[:2] == "- " else line) for line in text.split("\n")]),
        el("p", None, el("button", {"type": "button", "class": "quiet-button", "data-effect": "reason-copied"}, "Kopieer dit")),
    )
