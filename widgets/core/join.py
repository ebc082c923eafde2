"""From an own device into the box of the group: the answers as a code, to hold up to the camera or to type. Only
when asked for.
"""

from widgets.core import code, qr
from widgets.core.html import el
from widgets.core.words import say

LABEL = "De code van je antwoorden als vierkant plaatje. Houd dit voor de camera van het apparaat van de groep."


def form(content):
    """Folded, below the own result: where a pupil fills in the code of the group."""
    return el(
        "details",
        {"class": "thermometer-join needs-script"},
        el("summary", None, say(content, "Telt je groep de antwoorden op?")),
        el(
            "p",
            None,
            say(
                content,
                "Dan zie je bij een volwassene een groepscode. Je maakt hier een code van je "
                "antwoorden. "
                "Die houd je voor de camera van het apparaat van de groep, of je typt hem daar. "
                "Daar worden je antwoorden opgeteld en vergeten.",
            ),
        ),
        el(
            "p",
            None,
            say(content, "Maak je code pas als je aan de beurt bent. Doe je een paar minuten niets? Dan is hij weer weg."),
        ),
        el("p", None, say(content, "Geef je code aan niemand. Wie hem heeft, kan met moeite je antwoorden lezen.")),
        el(
            "form",
            {"autocomplete": "off", "data-join": True},
            el(
                "p",
                {"class": "field"},
                el("label", {"class": "field-label", "for": "groepscode"}, say(content, "Groepscode")),
                el(
                    "input",
                    {
                        "type": "text",
                        "id": "groepscode",
                        "dir": "ltr",
                        "autocomplete": "off",
                        "autocapitalize": "characters",
                        "spellcheck": "false",
                        "maxlength": "12",
                    },
                ),
            ),
            el(
                "p",
                {"class": "thermometer-controls"},
                el("button", {"type": "submit", "class": "quiet-button"}, say(content, "Maak mijn code")),
            ),
        ),
        el("div", {"role": "status", "data-joined": True}),
    )


def code_view(content, answers, group_text, nonce):
    """The code of a pupil's answers for the box of this group, or why there is none. `nonce`: a random number below 2**20."""
    session = code.session_in(group_text)
    if session is None:
        return el("p", {"class": "notice"}, say(content, "Deze groepscode klopt niet. Het zijn drie tekens. Vraag hem nog eens."))
    text = code.encode(content, session, nonce, answers)
    return el(
        "div",
        {"class": "pupil-code"},
        qr.drawing(content["qr"], text, say(content, LABEL)),
        el(
            "p",
            None,
            say(content, "Zet je scherm helder en houd dit plaatje voor de camera. Scan het niet met een andere telefoon."),
        ),
        el("p", None, say(content, "Lukt dat niet? Typ dan deze tekens:")),
        el("p", {"class": "pupil-code-text", "dir": "ltr"}, text),
        el("p", None, say(content, "Zijn je antwoorden geteld? Kies dan onderaan ‘Wis alles’.")),
    )
