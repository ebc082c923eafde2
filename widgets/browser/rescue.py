"""A widget that gives up: what somebody had filled in stays on the page, as text to copy.

See widgets.core.rescue for what a core gives.
"""

from browser import window
from javascript import JSON

from widgets.browser.effects import bring_up, give_focus
from widgets.core.fields import unsent
from widgets.core.html import el, to_html

GAVE_UP = (
    "Er ging iets mis, en dit deel van de pagina werkt niet meer. Kopieer eerst wat je had ingevuld. "
    "Laad daarna de pagina opnieuw."
)
OPEN_AGAIN = (
    "Met deze tekst kun je later verder: plak hem in een leeg tekstbestand, noem dat ‘zaak.json’ en open het op deze pagina."
)


def give_up(widget, content, model):
    """Put above the readable page of `widget` what can still be saved of its model. Nothing in here may fail.

    False when there is nothing.
    """
    try:
        found = widget.core.rescued(content, model)
    except Exception:  # a core that keeps nothing, or a page that never got ready
        found = None
    if not found or not found["text"]:
        return False
    fields = [_field("Wat je had ingevuld", found["text"])]
    if found["data"] is not None:
        fields += [el("p", None, OPEN_AGAIN), _field("De zaak als bestand", JSON.stringify(found["data"]))]
    widget.root.insertAdjacentHTML(
        "afterbegin",
        to_html(el("div", {"class": "notice rescue", "data-rescued": True}, el("p", {"tabindex": "-1"}, GAVE_UP), fields)),
    )

    def ask(event):
        event.preventDefault()
        event.returnValue = GAVE_UP

    def forget(event):
        """Leaving the page: nothing may come back by the Back button."""
        window.removeEventListener("beforeunload", ask)
        widget.root.innerHTML = widget.first_html

    window.addEventListener("beforeunload", ask)
    window.addEventListener("pagehide", forget)
    sentence = widget.root.querySelector("[data-rescued] p")
    give_focus(sentence)
    bring_up(sentence)
    return True


def _field(label, text):
    return el("textarea", unsent({"readonly": True, "rows": "10", "aria-label": label}), text)
