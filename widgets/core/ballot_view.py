"""The screens of the ballot box. While it is open they show only how many sheets are in it."""

from widgets.core import code, look, report_view
from widgets.core.ballot_staff_view import MAIN, QUIET, button, heading, set_up, staff, start_over
from widgets.core.disclosure import limits
from widgets.core.help_lines import help_list
from widgets.core.html import el
from widgets.core.sheet import question_view
from widgets.core.thermometer_result import help_card, result_view


def ballot_view(content, model, stage, months):
    """The whole widget; `stage` and `months` as widgets.core.ballot has them."""
    answers = model["sheet"]["answers"] if model["sheet"] is not None else {}
    return el(
        "div",
        {"class": "thermometer ballot"},
        el("p", {"class": "thermometer-news", "role": "status", "data-news": True}, model["news"]),
        _camera(model),
        el("div", {"data-body": True, "class": "ballot-" + stage}, _screen(content, model, stage, months)),
        look.panel(content, answers),
    )


def _screen(content, model, stage, months):
    if stage == "set-up":
        return set_up(content, model, months)
    if stage == "ready":
        return [_ready(model), staff(model)]
    if stage == "codes":
        return _codes(model)
    if stage == "question":
        words = {"last": "Klaar", "stop": "Stoppen", "field": "v" + model["key"] + "-"}
        return without_links(question_view(content, model["sheet"], words))
    if stage == "done":
        return _done(content, model)
    if stage == "own":
        return without_links(result_view(content, model["sheet"]["answers"], _last_buttons("Terug naar de vragen")))
    if stage == "closed":
        return [_closed(content, model), start_over(model)]
    return _report(content, model)


# ---- between pupils ----


def count_words(box):
    """The only thing an open box tells."""
    return str(box["n"]) + " van " + str(box["present"])


def _ready(model):
    return el(
        "section",
        {"class": "ballot-card ballot-handover"},
        heading("Geef het apparaat door"),
        el("p", {"class": "ballot-count"}, el("strong", None, count_words(model["box"])), " ingevuld"),
        el("p", None, "Jouw antwoorden worden opgeteld bij die van de groep. Daarna bestaat jouw lijst niet meer."),
        el("p", {"class": "ballot-buttons"}, button(MAIN, "pupil-began", "Ik ga invullen")),
        el("p", {"class": "ballot-buttons"}, button(QUIET, "codes-asked", "Ik heb een code op mijn eigen apparaat")),
    )


def _codes(model):
    """Codes from own devices: held up to the camera or typed. The count is all that changes on the screen."""
    return el(
        "section",
        {"class": "ballot-card ballot-codes"},
        heading("Houd je code voor de camera" if model["camera"] else "Codes van eigen apparaten"),
        el("p", {"class": "ballot-count", "data-part": "count"}, el("strong", None, count_words(model["box"])), " ingevuld"),
        el(
            "p",
            None,
            "De groepscode van deze ronde is ",
            el("strong", {"class": "ballot-session"}, code.session_text(model["session"])),
            ". Daarmee maakt een leerling een code op het eigen apparaat, onder de eigen uitslag. "
            "Een code gaat meteen in de stembus. Niemand ziet wat erin staat.",
        ),
        el(
            "p",
            {"class": "ballot-buttons"},
            button(QUIET, "camera-ended", "Zet de camera uit")
            if model["camera"]
            else button(MAIN, "camera-began", "Zet de camera aan"),
        ),
        el(
            "form",
            {"autocomplete": "off", "data-submit": "code-entered"},
            _code_field(model["tries"]),
            el("p", {"class": "ballot-buttons"}, el("button", {"type": "submit", "class": QUIET}, "Doe de code in de stembus")),
        ),
        el("p", {"class": "ballot-buttons"}, button(QUIET, "codes-done", "Klaar met codes")),
    )


def _code_field(tries):
    """Where one code is typed. Each code has an element of its own: what a browser remembers to undo goes with the old one."""
    name = "stembus-code-" + str(tries)
    return el(
        "p",
        {"class": "field", "data-code": True},
        el("label", {"class": "field-label", "for": name}, "Of typ de code van de leerling"),
        el(
            "input",
            {
                "type": "text",
                "id": name,
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "maxlength": "200",
            },
        ),
    )


def _camera(model):
    """What the camera sees. It stands outside the part that is drawn again, because a moved picture stops."""
    return el(
        "div",
        {"class": "ballot-camera", "data-camera": True, "hidden": not model["camera"]},
        el("video", {"aria-label": "Beeld van de camera", "muted": True, "playsinline": True}),
        el(
            "p",
            {"class": "ballot-buttons"},
            el("button", {"type": "button", "class": QUIET, "data-other-camera": True, "hidden": True}, "Andere camera"),
        ),
    )


# ---- the end of a sheet ----


def _done(content, model):
    answered = len(model["sheet"]["answers"])
    items = 0
    for section in content["sections"]:
        items = items + len(section["items"])
    few = None
    if 2 * answered < items:
        few = el("p", {"class": "notice"}, "Je vulde minder dan de helft in. Dat mag, maar je lijst telt dan niet mee.")
    return el(
        "section",
        {"class": "ballot-card"},
        heading("Je bent klaar"),
        few,
        el("p", None, "Wil je eerst zien wat je zelf koos? Dat kan alleen nu. Let op wie er meekijkt."),
        _last_buttons("Terug naar de vragen", True),
        without_links(help_card(content)),
    )


def _last_buttons(back, own=False):
    return el(
        "p",
        {"class": "ballot-buttons"},
        button(MAIN, "cast", "Doe in de stembus"),
        button(QUIET, "own-asked", "Bekijk eerst mijn antwoorden") if own else None,
        button(QUIET, "went-back", back),
        button(QUIET, "wiped", "Wis mijn antwoorden, doe ze niet in de stembus"),
    )


def without_links(node):
    """The same element without links: on this device a link would lead away from the box, and others come after."""
    if isinstance(node, str):
        return node
    tag, attributes, children = node
    if tag == "a":
        tag, attributes = "strong", {}
    return (tag, attributes, [without_links(child) for child in children])


# ---- after closing ----


def _closed(content, model):
    alone = model["report"] is not None
    return el(
        "section",
        {"class": "ballot-card"},
        heading("De stembus is gesloten"),
        el("p", {"class": "ballot-count"}, el("strong", None, count_words(model["box"])), " ingevuld"),
        [el("p", {"class": "ballot-buttons"}, button(MAIN, "revealed", "Bekijk het rapport"))]
        if alone
        else _part(limits(content)),
    )


def _part(allowed):
    """One of several devices shows nothing of its own: it gives a file to join with the others."""
    cell, item = allowed["cell"], allowed["item"]
    return [
        el(
            "p",
            None,
            "Bewaar nu het deelbestand, en wis daarna deze stembus. Open de bestanden van alle apparaten samen op "
            "de pagina met de rapporten. Daar ontstaat één rapport van de hele groep.",
        ),
        el(
            "p",
            {"class": "ballot-buttons"},
            el("button", {"type": "button", "class": MAIN, "data-effect": "part-saved"}, "Bewaar deelbestand (vertrouwelijk)"),
        ),
        el(
            "p",
            None,
            "Wie dit bestand heeft, kan per vraag zien hoeveel leerlingen op dit apparaat wat kozen, in groepjes "
            "van " + str(cell) + " of meer. Ook staat erin of " + str(cell) + " of meer leerlingen iets ernstigs "
            "noemden, als er " + str(item) + " lijsten zijn. Van geen leerling staan er antwoorden bij elkaar.",
        ),
    ]


def _report(content, model):
    report = model["report"]
    return el(
        "div",
        {"class": "ballot-outcome"},
        report_view.buttons(report, []),
        report_view.report_part(report),
        el(
            "details",
            {"class": "feedback-fold"},
            el("summary", None, "Het blad voor de leerlingen"),
            report_view.feedback_part(report, help_list(content, content["help_groups"])),
        ),
        start_over(model),
    )
