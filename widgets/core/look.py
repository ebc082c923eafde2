"""See for yourself: what this page holds of a pupil right now, as it is.

Shown next to the questions, folded. It makes the promise testable: after wiping or casting there is nothing left.
"""
from widgets.core.html import el

PROOF = "Zet wifi en mobiel internet maar uit. De vragen werken dan nog steeds, want deze pagina stuurt niets weg."


def panel(content, answers):
    """The folded part. `answers` is a dict of item id to 0..5: all that a page knows of a pupil."""
    return el("details", {"class": "look"},
              el("summary", None, "Kijk zelf maar: wat houdt deze pagina nu van jou vast?"),
              el("div", {"data-part": "look"}, _held(content, answers)),
              el("p", None, PROOF))


def _held(content, answers):
    lines = []
    number = 0
    for section in content["sections"]:
        for item in section["items"]:
            number = number + 1
            if item["id"] in answers:
                value = answers[item["id"]]
                lines.append(el("li", None, "Vraag " + str(number) + ": " + str(value) + " (" + section["labels"][value] + ")"))
    if not lines:
        return el("p", {"class": "look-empty"}, "Niets. Er staat geen enkel antwoord in deze pagina.")
    count = "1 getal" if len(lines) == 1 else str(len(lines)) + " getallen"
    return [el("p", None, "Dit is alles: " + count + ". Tussen haakjes staat wat het getal betekent."),
            el("ul", {"class": "look-list"}, lines)]
