"""The screens of the reports page: the files, the picture of the school with its groups, and two reports side by side."""

from widgets.core import report_view
from widgets.core.ballot_report import fewest_alone
from widgets.core.fields import file_field
from widgets.core.help_lines import help_list
from widgets.core.html import el
from widgets.core.years_view import years_view

MAIN, QUIET = "main-button", "quiet-button"
HIGH, LOW = 7, 3  # half points of ten: the upper and the lower third in words, no norm


def reports_view(content, model, report, pair, in_round, groups):
    """The whole widget. `report` is the report on screen or None; `pair` two reports compared (school_report.years) or None;
    `in_round`: how many reports of groups a picture of the school would be made of; `groups`: places of the parts by group."""
    if report is not None:
        extra = _school_part(report) if report["kind"] == "school" else None
        body = [_back(), report_view.buttons(report, []), report_view.report_part(report, extra)]
        if report["kind"] == "class":
            body.append(
                el(
                    "details",
                    {"class": "feedback-fold"},
                    el("summary", None, "Het blad voor de leerlingen"),
                    report_view.feedback_part(report, help_list(content, content["help_groups"])),
                )
            )
    elif pair is not None:
        body = [_back(), years_view(pair)]
    else:
        body = _files(content, model, in_round, groups)
    return el(
        "div",
        {"class": "reports"},
        el("p", {"class": "thermometer-news", "role": "status", "data-news": True}, model["news"]),
        el("div", {"data-body": True}, body),
    )


def _button(kind, message, text):
    return el("button", {"type": "button", "class": kind, "data-message": message}, text)


def _back():
    return el("p", {"class": "ballot-buttons"}, _button(QUIET, "returned", "Terug naar de bestanden"))


# ---- files ----


def _files(content, model, in_round, groups):
    found = [
        el(
            "section",
            {"class": "ballot-card"},
            el("h3", {"tabindex": "-1", "data-focus": True, "class": "ballot-title"}, "Open je bestanden"),
            el(
                "p",
                {"class": "field"},
                el(
                    "label",
                    {"class": "field-label", "for": "rapport-bestanden"},
                    "Kies rapporten of deelbestanden, meer tegelijk mag",
                ),
                file_field({"id": "rapport-bestanden", "multiple": True, "accept": ".json,application/json", "data-open": True}),
            ),
            el("ul", {"class": "file-troubles"}, [el("li", None, text) for text in model["troubles"]])
            if model["troubles"]
            else None,
        )
    ]
    if model["parts"]:
        found.append(_parts(model["parts"], groups, fewest_alone(content)))
    if model["reports"]:
        found.append(_reports(model))
    if in_round > 1:
        found.append(
            el(
                "p",
                {"class": "ballot-buttons"},
                _button(MAIN, "school-made", "Maak het schoolrapport van " + str(in_round) + " groepen"),
            )
        )
    if model["parts"] or model["reports"]:
        found.append(el("p", {"class": "ballot-buttons"}, _button(QUIET, "cleared", "Wis alles op deze pagina")))
    return found


def _parts(parts, groups, fewest):
    """A line per group, with its devices and a button to join them. `fewest`: sheets for a report of one device."""
    complete = [places for places in groups if len(places) > 1]
    return el(
        "section",
        None,
        el("h3", None, "Deelbestanden (" + str(len(parts)) + ")"),
        el(
            "p",
            None,
            "Open eerst de bestanden van alle apparaten van een groep. Maak dan het rapport en bewaar het. Wis "
            "daarna de deelbestanden: ze zijn vertrouwelijk.",
        ),
        el("p", None, "Dezelfde groep in een andere maand is een andere ronde. Die delen horen niet bij elkaar.")
        if _have_doubles([parts[places[0]]["group"] for places in groups])
        else None,
        el("ul", {"class": "file-list"}, [_group(parts, places, fewest) for places in groups]),
        el(
            "p",
            {"class": "ballot-buttons"},
            _button(MAIN, "groups-joined", "Maak de rapporten van " + str(len(complete)) + " groepen"),
        )
        if len(complete) > 1
        else None,
    )


def _have_doubles(names):
    """Whether a name is there twice. By comparing, because some names can be no key in a browser."""
    return len([place for place in range(len(names)) if names[place] in names[0:place]]) > 0


def _group(parts, places, fewest):
    first = parts[places[0]]
    n = sum([parts[place]["n"] for place in places])
    words = (
        (first["group"] or "groep zonder naam")
        + ", "
        + report_view.month_words(first["month"])
        + ": "
        + str(len(places))
        + (" apparaat, " if len(places) == 1 else " apparaten, ")
        + str(n)
        + " ingevuld"
    )
    join = el(
        "button",
        {"type": "button", "class": QUIET, "data-message": "group-joined p" + str(places[0])},
        "Maak het rapport",
        el("span", {"class": "unseen"}, ": " + words),
    )
    if len(places) > 1:
        return el("li", None, words + " ", join)
    words = words + ". Open ook het bestand van het andere apparaat."
    if n < fewest:
        return el(
            "li",
            None,
            words + " Is dat er niet? Dan komt er geen rapport: van één apparaat kan dat vanaf " + str(fewest) + " lijsten.",
        )
    return el("li", None, words + " Is dat er niet? Dan kan het rapport van dit ene apparaat. ", join)


def _report_words(report):
    return report_view.title_of(report) + " (" + str(report["n"]) + " ingevuld)"


def _reports(model):
    lines = []
    for number in range(len(model["reports"])):
        lines.append(
            el(
                "li",
                None,
                _report_words(model["reports"][number]) + " ",
                el(
                    "button",
                    {"type": "button", "class": QUIET, "data-message": "report-chosen r" + str(number)},
                    "Bekijk",
                    el("span", {"class": "unseen"}, ": " + _report_words(model["reports"][number])),
                ),
            )
        )
    return el(
        "section",
        None,
        el("h3", None, "Rapporten (" + str(len(model["reports"])) + ")"),
        el("ul", {"class": "file-list"}, lines),
        _pair_form(model) if len(model["reports"]) > 1 else None,
    )


def _pair_form(model):
    def choice(name, label):
        options = [
            el(
                "option",
                {"value": "r" + str(number), "selected": model[name] == "r" + str(number)},
                _report_words(model["reports"][number]),
            )
            for number in range(len(model["reports"]))
        ]
        return el(
            "p",
            {"class": "field ballot-field"},
            el("label", {"class": "field-label", "for": "rapport-" + name}, label),
            el("select", {"id": "rapport-" + name, "autocomplete": "off", "data-field": "filled " + name}, options),
        )

    return el(
        "div",
        None,
        el("h4", None, "Twee rapporten naast elkaar"),
        choice("older", "Eerste rapport"),
        choice("newer", "Tweede rapport"),
        el("p", {"class": "ballot-buttons"}, _button(MAIN, "compared", "Vergelijk")),
    )


# ---- school ----


def _school_part(report):
    left_out = [el("li", None, line["name"]) for line in report["left_out"]]
    return el(
        "div",
        None,
        el("h3", None, "De groepen naast elkaar"),
        el(
            "p",
            None,
            "Elk getal loopt van 0 tot 5. Verschillen van een half punt zijn meestal toeval. "
            "Vergelijk collega’s niet met elkaar.",
        ),
        _heat_map(report),
        el(
            "div",
            None,
            el("h4", None, "Niet meegeteld"),
            el("p", None, "Deze groepen zijn te klein. Ze zitten ook niet in de totalen."),
            el("ul", None, left_out),
        )
        if left_out
        else None,
    )


def _heat_map(report):
    sections = report["sections"]
    head = [el("th", {"scope": "col"}, "Groep"), el("th", {"scope": "col"}, "Ingevuld")]
    head += [
        el("th", {"scope": "col"}, section["name"], el("span", {"class": "heat-direction"}, section["direction"]))
        for section in sections
    ]
    rows = []
    for group in report["groups"]:
        cells = [_heat_cell(cell, sections) for cell in group["cells"]]
        rows.append(el("tr", None, el("th", {"scope": "row"}, group["name"]), el("td", None, str(group["n"])), cells))
    return el(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": "De groepen naast elkaar"},
        el("table", {"class": "heat-map"}, el("thead", None, el("tr", None, head)), el("tbody", None, rows)),
    )


def _heat_cell(cell, sections):
    """A number with a word; the colour says the same once more."""
    if cell["level"] < 0:
        return el("td", {"class": "heat-none"}, cell["words"])
    good = True
    for section in sections:
        if section["id"] == cell["section"]:
            good = section["polarity"] == "high-is-good"
    level = 2 if cell["level"] >= HIGH else 0 if cell["level"] <= LOW else 1
    tone = ("concern", "middle", "good")[level if good else 2 - level]
    return el(
        "td", {"class": "heat-" + tone}, cell["words"], " ", el("span", {"class": "heat-word"}, ("laag", "midden", "hoog")[level])
    )
