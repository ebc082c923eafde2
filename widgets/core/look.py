"""See for yourself: what this page holds of a pupil right now, as it is.

Shown next to the questions, folded. It makes the promise testable: after wiping or casting there is nothing left.
"""

from widgets.core.html import el
from widgets.core.words import say

PROOF = "Zet wifi en mobiel internet maar uit. De vragen werken dan nog steeds, want deze pagina stuurt niets weg."


def panel(content, answers):
    """The folded part. `answers` is a dict of item id to 0..5: all that a page knows of a pupil."""
    return el(
        "details",
        {"class": "look"},
        el("summary", None, say(content, "Kijk zelf maar: wat houdt deze pagina nu van jou vast?")),
        el("div", {"data-part": "look"}, _held(content, answers)),
        el("p", None, say(content, PROOF)),
    )


def _held(content, answers):
    lines = []
    number = 0
    for section in content["sections"]:
        for item in section["items"]:
            number = number + 1
            if item["id"] in answers:
                value = answers[item["id"]]
                lines.append(
                    el("li", None, say(content, "Vraag {1}: {2} ({3})", str(number), str(value), section["labels"][value]))
                )
    if not lines:
        return el("p", {"class": "look-empty"}, say(content, "Niets. Deze pagina houdt geen enkel antwoord vast."))
    if len(lines) == 1:
        all_of_it = say(content, "Dit is alles: 1 getal. Tussen haakjes staat wat het getal betekent.")
    else:
        all_of_it = say(content, "Dit is alles: {1} getallen. Tussen haakjes staat wat het getal betekent.", str(len(lines)))
    return [el("p", None, all_of_it), el("ul", {"class": "look-list"}, lines)]
