"""The panels under the guide: all dates, my part, the note, a note for parents, keeping and handing over."""

from widgets.core import dates
from widgets.core.case import case_name, record_of
from widgets.core.case_file import describe
from widgets.core.case_view import field, heading
from widgets.core.dates import RUN_ON
from widgets.core.fields import file_field
from widgets.core.html import el
from widgets.core.note import note, parents_note
from widgets.core.route import index_steps
from widgets.core.step_view import quiet_button
from widgets.core.upcoming import open_dates

NAMES = (
    ("dates", "Alle datums"),
    ("mine", "Wat moet ik doen?"),
    ("note", "Verslag"),
    ("parents", "Voor ouders"),
    ("keep", "Bewaren of overdragen"),
)


def view(content, model, lines):
    """The row of buttons, and the panel that is open. `lines` is the plan of the case."""
    buttons = [
        el(
            "button",
            {
                "type": "button",
                "class": "quiet-button",
                "aria-expanded": "true" if model["panel"] == name else "false",
                "data-message": "panel-chosen " + name,
            },
            words,
        )
        for name, words in NAMES
    ]
    shown = None
    if model["panel"] == "dates":
        shown = _dates(content, model, lines)
    elif model["panel"] == "mine":
        shown = _mine(content, model, lines)
    elif model["panel"] in ("note", "parents"):
        shown = _note(content, model, lines)
    elif model["panel"] == "keep":
        shown = _keep(content, model)
    return el(
        "section",
        {"class": "case-panels needs-script", "aria-label": "Datums, verslag en bewaren"},
        el("p", {"class": "guide-controls"}, buttons),
        el("div", {"class": "case-panel"}, shown) if shown else None,
    )


def effect_button(name, words):
    return el("button", {"type": "button", "class": "quiet-button", "data-effect": name}, words)


def _first_day(words):
    return [el("p", None, "Kies eerst bovenaan de dag van de melding. " + words)]


# ---- dates ----


def _dates(content, model, lines):
    if model["reported"] is None:
        return [heading(model, "Alle datums")] + _first_day("Dan staan hier alle datums.")
    return [
        heading(model, "Alle datums"),
        el("p", {"class": "guide-controls"}, effect_button("calendar", "Zet in je agenda (.ics)")),
        el("div", {"data-part": "dates"}, dates_table(content, model, lines)),
        el(
            "p",
            {"class": "case-hint"},
            _which_days(content)
            + "Vakanties zijn bekend tot "
            + dates.short_date(content["calendar"]["known_until"])
            + ". Stappen met ‘verwacht’ volgen de gewone weg. Een "
            "andere keuze geeft andere datums.",
        ),
    ]


def _which_days(content):
    """Which days the dates fall on: some terms go on while school is closed."""
    units = [step["due"]["duration"][1] for step in content["steps"] if step["due"] is not None]
    if [unit for unit in units if unit in RUN_ON]:
        return (
            "De meeste termijnen tellen in schooldagen: weekenden, feestdagen en vakanties tellen niet mee. "
            "Termijnen in uren, werkdagen, kalenderdagen of kalenderweken lopen door als de school dicht is. "
        )
    return "Alle datums zijn schooldagen. Weekenden, feestdagen en vakanties tellen niet mee. "


def dates_table(content, model, lines):
    """What was done and what is open, by date, with a table a screen reader can read."""
    steps = index_steps(content)
    rows = []
    for line in lines:
        if line["answer"]:
            record = record_of(model, line["visit"])
            state = "niet gedaan" if line["skipped"] else ("gedaan" if line["done"] is not None else "doorlopen")
            if line["done"] is not None and line["due"] is not None and line["done"] > line["due"] and not line["skipped"]:
                state = state + ", te laat"
            rows.append(_row(record["day"], steps[line["step"]]["title"], steps[line["step"]]["who"], state))
    for event in open_dates(content, model, lines):
        late = model["today"] is not None and event["day"] < model["today"]
        now = event["kind"] == "step" and not event["expected"]
        state = "verwacht" if not event["certain"] else "te laat" if late else "nu aan de beurt" if now else "open"
        rows.append(_row(event["day"], event["title"], event["who"], state))
    head = [el("th", {"scope": "col"}, words) for words in ("Datum", "Stap", "Stand")]
    return el("table", {"class": "case-dates"}, el("thead", None, el("tr", None, head)), el("tbody", None, rows))


def _row(day, words, who, state):
    return el(
        "tr",
        {"class": "is-late" if "te laat" in state else "is-expected" if state == "verwacht" else None},
        el("td", None, dates.table_date(day) if day is not None else "geen datum"),
        el("td", None, words, el("span", {"class": "case-who"}, who) if who else None),
        el("td", None, state),
    )


# ---- my part ----


def _mine(content, model, lines):
    choices = [el("option", {"value": "", "selected": model["role"] == ""}, "Kies je rol")]
    for role in content["roles"]:
        choices.append(el("option", {"value": role["id"], "selected": model["role"] == role["id"]}, role["name"]))
    return [
        heading(model, "Wat moet ik doen?"),
        field("Mijn rol", el("select", {"autocomplete": "off", "data-field": "role-chosen"}, choices)),
        el("div", {"data-part": "mine", "role": "status"}, _my_part(content, model, lines)),
    ]


def _my_part(content, model, schedule):
    if not model["role"]:
        return None
    parts = []
    for role in content["roles"]:
        if role["id"] == model["role"] and role["href"]:
            parts.append(
                el(
                    "p",
                    None,
                    el(
                        "a",
                        {"href": role["href"], "target": "_blank", "rel": "noopener"},
                        "Rolblad om te printen (nieuw tabblad)",
                    ),
                )
            )
    for title_, kind in (("Dit doe je", "who"), ("Hier praat je mee", "with"), ("Dit krijg je te horen", "inform")):
        lines = _my_steps(content, model, schedule, kind)
        if lines:
            parts.append(el("h4", None, title_))
            parts.append(el("ul", None, lines))
    return parts or [el("p", None, "Je hebt in dit protocol geen vaste stap.")]


def _my_steps(content, model, schedule, kind):
    """The steps of a role: first those on the way with their dates, then those that only come with another choice."""
    on_the_way = {}
    for line in schedule:
        on_the_way[line["step"]] = line
    lines = []
    others = []
    for step in content["steps"]:
        if model["role"] not in step["roles"][kind]:
            continue
        words = [el("a", {"href": "#stap-" + step["id"]}, step["title"])]
        if step["guide"] and kind != "inform":
            words = words + [
                " · ",
                el("a", {"href": step["guide"]["href"], "target": "_blank", "rel": "noopener"}, "gesprekswijzer (nieuw tabblad)"),
            ]
        if step["id"] in on_the_way:
            lines.append(el("li", None, [_when(on_the_way[step["id"]])] + words))
        else:
            others.append(el("li", {"class": "case-other"}, words + [" (alleen bij een andere keuze)" if on_the_way else ""]))
    return lines + others


def _when(line):
    if line["answer"]:
        return "klaar" + (" op " + dates.short_date(line["done"]) if line["done"] is not None else "") + ": "
    if line["due"] is None:
        return ""
    return ("uiterlijk " if line["certain"] else "verwacht ") + dates.long_date(line["due"]) + ": "


# ---- notes ----


def _note(content, model, lines):
    parents = model["panel"] == "parents"
    words = "Korte tekst voor ouders" if parents else "Verslag van " + case_name(model)
    if parents and model["reported"] is None:
        return [heading(model, words)] + _first_day("Dan staat hier een korte tekst.")
    hint = (
        "Hier staat niets in wat je zelf typte. Lees het na voor je het verstuurt."
        if parents
        else "Dit schrijft zichzelf terwijl je stappen zet. Kopieer het naar het systeem van de school."
    )
    return [
        heading(model, words),
        el("p", {"class": "case-hint"}, hint),
        el(
            "p",
            {"class": "guide-controls"},
            effect_button("note-copied", "Kopieer"),
            effect_button("note-printed", "Print"),
            effect_button("note-saved", "Bewaar als tekst"),
        ),
        el(
            "div",
            {"data-part": "note", "data-print-part": "verslag"},
            el(
                "pre",
                {"class": "note notranslate", "translate": "no", "tabindex": "0", "role": "region", "aria-label": words},
                parents_note(content, model, lines) if parents else note(content, model, lines),
            ),
        ),
    ]


# ---- keeping ----


def _keep(content, model):
    return [
        heading(model, "Bewaren of overdragen"),
        _waiting(model),
        el("div", {"role": "status"}, [el("p", {"class": "notice"}, words) for words in model["notice"]]),
        el("p", {"data-part": "kept"}, describe(model)),
        el(
            "p",
            {"class": "guide-controls"},
            effect_button("case-saved", "Bewaar als bestand"),
            effect_button("link-copied", "Kopieer een link"),
        ),
        field("Open een bewaard bestand", file_field({"accept": ".json,application/json", "data-open": True})),
        el(
            "ul",
            {"class": "case-hint"},
            el("li", None, "Het bestand komt op je eigen schijf. Zet het op een plek waar alleen het team bij kan."),
            el("li", None, "Een collega opent het bestand op deze pagina. Wat je typte, zit in het bestand."),
            el("li", None, "In de link zitten alleen je antwoorden en datums. Je typt de link nergens in, je deelt hem zelf."),
            el("li", None, "Deze site bewaart niets. Ga je weg van deze pagina, ook met de knop Terug, dan is alles leeg."),
            el(
                "li",
                None,
                "De meeste browsers vragen eerst of je echt weg wilt. Een iPhone of iPad vraagt dat niet. Bewaar daar "
                "dus je bestand voor je een andere pagina opent of de browser sluit.",
            ),
            el("li", None, "Je browser onthoudt wel dat je deze pagina bezocht, maar niet wat je invulde."),
        ),
    ]


def _waiting(model):
    """Another case was opened over one that was not kept: ask first."""
    if model["waiting"] is None:
        return None
    return el(
        "div",
        {"class": "notice"},
        el(
            "p",
            {"tabindex": "-1", "data-focus": model["focus"] == "waiting"},
            "Je hebt nog een zaak open die niet is bewaard. Open je de andere zaak, dan is deze weg.",
        ),
        el(
            "p",
            {"class": "guide-controls"},
            quiet_button("opening-refused", "Houd deze zaak"),
            quiet_button("opening-confirmed", "Open de andere zaak"),
        ),
    )
