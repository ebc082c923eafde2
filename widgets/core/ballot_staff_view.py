"""What the ballot box shows to staff: setting it up, and closing or wiping it. See widgets.core.ballot_view for the screens."""

from widgets.core import report_view
from widgets.core.asked import asked
from widgets.core.ballot_set_up import MANY, ONE, plan
from widgets.core.disclosure import limits
from widgets.core.html import el

MAIN, QUIET = "main-button", "quiet-button"


def button(kind, message, text):
    return el("button", {"type": "button", "class": kind, "data-message": message}, text)


def heading(text):
    return el("h3", {"tabindex": "-1", "data-focus": True, "class": "ballot-title"}, text)


# ---- before ----


def set_up(content, model, months):
    fields = model["fields"]
    places = [
        el("option", {"value": value, "selected": value == fields["boxes"]}, words)
        for value, words in (("", "Kies"), (ONE, "alleen op dit apparaat"), (MANY, "op meer apparaten"))
    ]
    options = [
        el("option", {"value": month, "selected": month == fields["month"]}, report_view.month_words(month)) for month in months
    ]
    return el(
        "form",
        {"class": "ballot-card", "autocomplete": "off", "data-submit": "box-opened"},
        heading("Zet de stembus klaar"),
        el(
            "p",
            None,
            "Tel eerst hoeveel leerlingen er nu zijn. Dit getal ligt daarna vast. "
            "Er kunnen nooit meer lijsten in. Vult de groep in op meer apparaten? Tel dan de leerlingen die het op dit "
            "apparaat doen.",
        ),
        _field(
            "present",
            "Hoeveel leerlingen zijn er?",
            el(
                "input",
                {
                    "type": "text",
                    "inputmode": "numeric",
                    "maxlength": "4",
                    "id": "stembus-present",
                    "autocomplete": "off",
                    "class": "short",
                    "data-field": "filled present",
                    "value": fields["present"],
                },
            ),
        ),
        el("div", {"data-part": "plan"}, _plan(content, fields["present"])),
        _field(
            "group",
            "Welke groep? (hoogstens 8 tekens, mag leeg blijven)",
            el(
                "input",
                {
                    "type": "text",
                    "maxlength": "8",
                    "id": "stembus-group",
                    "autocomplete": "off",
                    "data-field": "filled group",
                    "value": fields["group"],
                },
            ),
        ),
        _field(
            "boxes",
            "Waar vult de groep de lijst in?",
            el(
                "select",
                {
                    "id": "stembus-boxes",
                    "autocomplete": "off",
                    "aria-describedby": "stembus-boxes-uitleg",
                    "data-field": "filled boxes",
                },
                places,
            ),
        ),
        el(
            "p",
            {"id": "stembus-boxes-uitleg"},
            "Eén apparaat geeft het scherpste beeld, ook met codes van eigen apparaten. Met meer apparaten geeft elk "
            "apparaat een deelbestand. Pas samen worden die een rapport. Geef de groep dan overal dezelfde naam.",
        ),
        el(
            "div",
            {"data-part": "month"},
            _field(
                "month",
                "Welke maand?",
                el("select", {"id": "stembus-month", "autocomplete": "off", "data-field": "filled month"}, options),
            ),
        ),
        _field(
            "word",
            "Sluitwoord (mag leeg blijven)",
            el(
                "input",
                {
                    "type": "text",
                    "maxlength": "12",
                    "id": "stembus-word",
                    "autocomplete": "off",
                    "class": "ballot-secret",
                    "spellcheck": "false",
                    "aria-describedby": "stembus-word-uitleg",
                    "data-field": "filled word",
                    "value": fields["word"],
                },
            ),
        ),
        el("p", {"id": "stembus-word-uitleg"}, "Vul je dit in? Dan kan alleen wie het weet de stembus sluiten of wissen."),
        el(
            "ul",
            None,
            el("li", None, "Zet leerlingen apart, met het scherm van de anderen af."),
            el("li", None, "Loop zelf niet mee langs de schermen."),
            el("li", None, "Zeg dat een vraag overslaan altijd mag."),
            el(
                "li",
                None,
                "Zeg dat er na het sluiten niets meer bij kan. Wie later komt, vult de lijst in een nieuwe stembus in. "
                "Die geeft een eigen rapport, vanaf " + str(limits(content)["section"]) + " lijsten.",
            ),
        ),
        el("p", {"class": "ballot-buttons"}, el("button", {"type": "submit", "class": MAIN}, "Open de stembus")),
    )


def _plan(content, present):
    """How many devices and minutes to plan, before anything begins."""
    lines = [
        "1 apparaat: " + _time(minutes) if devices == 1 else str(devices) + " apparaten: " + _time(minutes)
        for devices, minutes in plan(content, present)
    ]
    if not lines:
        return None
    fast, slow = content["minutes"]
    return el(
        "p",
        {"class": "notice"},
        "Een leerling is " + str(fast) + " tot " + str(slow) + " minuten bezig. Reken hoogstens op: " + "; ".join(lines) + ".",
    )


def _time(minutes):
    if minutes < 60:
        return str(minutes) + " minuten"
    return str(minutes // 60) + " uur" + (" en " + str(minutes % 60) + " minuten" if minutes % 60 else "")


def _field(name, label, control):
    return el(
        "p", {"class": "field ballot-field"}, el("label", {"class": "field-label", "for": "stembus-" + name}, label), control
    )


# ---- between pupils ----


def staff(model):
    if model["asking"] == "close":
        return asked(
            "Na het sluiten kan er niets meer bij. Is iedereen klaar?",
            button(QUIET, "asked-back", "Nee, ga door"),
            button(MAIN, "closed", "Ja, sluit de stembus"),
        )
    if model["asking"] == "empty":
        return _really_empty()
    if model["asking"] == "waiting":
        return el(
            "div",
            {"class": "notice", "tabindex": "-1", "data-asked": True},
            el("p", None, "Over twee minuten kun je zonder sluitwoord verder. Blijf bij het apparaat."),
            el("p", {"class": "ballot-buttons"}, button(QUIET, "asked-back", "Nee, ga door")),
        )
    if model["word"] and model["asking"] != "staff":
        return _word_form(model)
    actions = el(
        "p",
        {"class": "ballot-buttons"},
        button(QUIET, "close-asked", "Sluit de stembus"),
        el("button", {"type": "button", "class": QUIET, "data-full": True, "hidden": True}, "Volledig scherm aan of uit"),
        button(QUIET, "empty-asked", "Wis de stembus"),
    )
    if model["word"]:
        return el(
            "div",
            {"class": "notice", "tabindex": "-1", "data-asked": True},
            el("p", None, "Voor de volwassene"),
            actions,
            el("p", {"class": "ballot-buttons"}, button(QUIET, "asked-back", "Terug")),
        )
    return el("details", {"class": "ballot-staff"}, el("summary", None, "Voor de volwassene"), actions)


def _word_form(model):
    """Before staff may do anything. The word itself is never drawn."""
    asking = model["asking"] == "word"
    return el(
        "details",
        {"class": "ballot-staff", "open": asking},
        el("summary", None, "Voor de volwassene"),
        el(
            "form",
            {"autocomplete": "off", "data-submit": "unlocked"},
            el(
                "p",
                {"class": "field"},
                el("label", {"class": "field-label", "for": "stembus-sluitwoord"}, "Sluitwoord"),
                el(
                    "input",
                    {
                        "type": "text",
                        "class": "ballot-secret",
                        "id": "stembus-sluitwoord",
                        "autocomplete": "off",
                        "spellcheck": "false",
                        "maxlength": "12",
                        "data-asked": asking,
                    },
                ),
            ),
            el(
                "p",
                {"class": "ballot-buttons"},
                el("button", {"type": "submit", "class": QUIET}, "Ga verder"),
                button(QUIET, "word-forgotten", "Ik weet het sluitwoord niet meer"),
            ),
        ),
    )


def start_over(model):
    if model["asking"] == "empty":
        return _really_empty()
    return el("p", {"class": "ballot-buttons"}, button(QUIET, "empty-asked", "Wis alles en begin opnieuw"))


def _really_empty():
    return asked(
        "Alles in deze stembus gaat dan weg. Wil je dat?",
        button(QUIET, "asked-back", "Nee, ga terug"),
        button(QUIET, "emptied", "Ja, wis alles"),
    )
