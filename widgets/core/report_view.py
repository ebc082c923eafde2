"""The report of a class or a school as elements: how many, signals, strengths, attention, a strip of dots for each section, what
now; folded: every question with its exact bounds, and the method.

`report` is what widgets.core.ballot_report and widgets.core.school_report give: only shown figures, so everything in it
may be drawn, read out, printed and saved.
"""

from widgets.core.bars import bar, legend, patterns, table
from widgets.core.dots import MOST_DOTS, dots_of, strip_legend, strip_view
from widgets.core.html import el
from widgets.core.stands_out import attention_lines

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
OWN_LINES = 3


def month_words(month):
    """ "2026-11" in words: november 2026."""
    return MONTHS[int(month[5:7]) - 1] + " " + month[0:4]


def title_of(report):
    """The heading of a report: which group and which month."""
    about = report["group"] or ("de school" if report["kind"] == "school" else "de groep")
    return ("Schoolrapport" if report["kind"] == "school" else "Rapport van " + about) + ", " + month_words(report["month"])


def report_part(report, extra=None):
    """The whole report, to read and to print: what is on top fits one sheet of paper, the figures of each question are folded.

    `extra` is an element after the signals (the groups of a school)."""
    return el(
        "section",
        {"class": "report", "data-print-part": "rapport"},
        patterns(),
        el("h2", {"tabindex": "-1", "data-focus": True}, title_of(report)),
        el("p", {"class": "report-n"}, _took_part(report, "vulden de lijst in.")),
        el(
            "p",
            {"class": "report-about"},
            "Dit beeld past bij deze groep in deze maand. Het zegt niets over één leerling, en het is geen "
            "oordeel over wie er voor de klas staat. Ga niet zoeken wie wat koos.",
        ),
        _signals(report),
        extra,
        el(
            "div",
            {"class": "report-both"},
            _lines(report, "Dit gaat goed", report["strengths"], "Geen vraag springt er hier duidelijk uit."),
            _lines(
                report,
                "Dit vraagt aandacht",
                report["attention"],
                "Geen vraag springt er hier duidelijk uit. Dat betekent niet dat er niets gebeurt: een kleine groep "
                "blijft onzichtbaar.",
            ),
        ),
        _strips(report),
        _texts("Wat nu?", report["next"]),
        el(
            "details",
            {"class": "report-exact"},
            el("summary", None, "Elke vraag met de precieze grenzen"),
            legend(_figures(report)),
            [_section(report, section) for section in report["sections"]],
            _oddly(report),
            _texts("Zo is er geteld", report["method"]),
        ),
    )


def _strips(report):
    """A strip of dots for each section, made of what the report shows: a dot is about a pupil."""
    rows = []
    dots = MOST_DOTS
    for section in report["sections"]:
        figures = [item["figure"] for item in report["items"] if item["section"] == section["id"]]
        strip = dots_of(section, figures, min(report["n"], dots))
        rows.append(
            el(
                "li",
                None,
                el("span", {"class": "strip-name"}, section["name"]),
                strip_view(strip, section["name"]) if strip else el("span", {"class": "figure-hidden"}, "te weinig bekend"),
                el("span", {"class": "strip-words"}, section["words"]),
            )
        )
    about = "Een stip is ongeveer één leerling" if report["n"] <= dots else "Alle stippen samen zijn alle leerlingen"
    return el(
        "div",
        {"class": "report-strips"},
        el("h3", None, "De onderdelen"),
        el("p", None, about + ", gemiddeld over de vragen van het onderdeel. ", strip_legend()),
        el("ul", {"class": "strips"}, rows),
    )


def _figures(report):
    return [item["figure"] for item in report["items"]] + [
        section["regular"] for section in report["sections"] if section["regular"] is not None
    ]


def _lines(report, title, lines, nothing):
    shown = _told(report, lines)
    return el("div", {"class": "report-lines"}, el("h3", None, title), shown or el("p", None, nothing))


def _told(report, lines):
    """Questions that stand out, each as a whole sentence with its share; None without any."""
    titles = {}
    for section in report["sections"]:
        titles[section["id"]] = section["title"]
    return (
        el(
            "ol",
            None,
            [
                el(
                    "li",
                    None,
                    el("strong", None, titles[line["section"]] + " " + line["text"]),
                    el("span", {"class": "report-share"}, _share(line)),
                )
                for line in lines
            ],
        )
        if lines
        else None
    )


def _share(line):
    """ "vaak of altijd: 40 %, ergens tussen 7 en 13 leerlingen"."""
    words = [text for text in (line["share"], line["pupils"]) if text]
    return (line["label"] + ": " if line["label"] else "") + ", ".join(words)


def _signals(report):
    if not report["signals"]:
        return None
    parts = []
    for words in dict.fromkeys(
        [signal["words"] for signal in report["signals"] if signal["named"]]
        + [signal["words"] for signal in report["signals"] if not signal["named"]]
    ):
        parts.append(el("p", None, words))
        parts.append(el("ul", None, [el("li", None, signal["text"]) for signal in report["signals"] if signal["words"] == words]))
    return el("div", {"class": "report-signals"}, el("h3", None, "Signalen"), parts)


def _section(report, section):
    """The items of a section with its middle score. One sentence when none of them may be shown."""
    lines = [(item["text"], item["figure"]) for item in report["items"] if item["section"] == section["id"]]
    shown = [item for item in report["items"] if item["section"] == section["id"]]
    reasons = [figure["why"] for _text, figure in lines if not figure["shown"]]
    none = len(reasons) == len(lines) and all([why == reasons[0] for why in reasons])
    parts = []
    if none and reasons:
        parts.append(el("p", {"class": "figure-hidden"}, reasons[0]))
    elif shown:
        parts += [
            el(
                "div",
                {"class": "report-item"},
                el("h5", None, item["text"]),
                bar(item["figure"], item["polarity"], "cijfers-" + item["id"]),
            )
            for item in shown
        ]
        parts.append(table(section["name"], lines))
    return el(
        "section",
        {"class": "report-section"},
        el("h4", None, section["name"]),
        el("p", {"class": "report-stem"}, section["title"]),
        el("p", None, section["words"], " ", el("span", {"class": "report-direction"}, "(" + section["direction"] + ")")),
        _regular(section),
        parts,
    )


def _regular(section):
    if section["regular"] is None:
        return None
    return el(
        "div",
        {"class": "report-item report-regular"},
        el("h5", None, "Minstens één ding uit dit onderdeel"),
        bar(section["regular"], section["polarity"], "cijfers-" + section["id"]),
    )


def _oddly(report):
    if not report["odd"]:
        return None
    return el("p", {"class": "report-odd"}, "Opvallend ingevuld: " + report["odd"] + ". Zulke lijsten tellen gewoon mee.")


def _texts(title, texts):
    return el("div", None, el("h3", None, title), el("ul", None, [el("li", None, text) for text in texts])) if texts else None


def feedback_part(report, help):
    """The sheet for the pupils themselves: what they said, what the school will do, and `help`: whom to call.

    Sensitive questions are left out, also where the report shows them: classmates know who belongs to a small group and
    would guess. That this is so stands on every sheet, so that it tells nothing of this group. What is left out makes room:
    the three worries are chosen among the ordinary questions.
    """
    nothing = el("p", None, "Hier sprong geen gewone vraag uit. Dat betekent niet dat er niets gebeurt.")
    worries = attention_lines([item for item in report["items"] if not item["sensitive"]])
    return el(
        "section",
        {"class": "feedback", "data-print-part": "terugkoppeling"},
        el("h2", None, "Wat jullie ons vertelden"),
        el("p", None, title_of(report) + ". " + _took_part(report, "deden mee. Dank je wel.")),
        el("p", None, "Niemand weet wie wat koos. Wij ook niet. Ga er ook niet naar raden."),
        el("h3", None, "Dit gaat goed"),
        _told(report, report["strengths"]) or nothing,
        el("h3", None, "Hier maken jullie je zorgen over"),
        _told(report, worries) or nothing,
        el("p", None, "Gevoelige vragen staan nooit op dit blad, bij geen enkele groep."),
        el("h3", None, "Dit gaan wij doen"),
        _blank_lines(),
        el("h3", None, "Dit spreken wij als klas af"),
        _blank_lines(),
        el("p", None, "Anoniem betekent ook: wij weten niet wie hulp nodig heeft. Zit je ergens mee? Kom zelf, of bel."),
        help,
    )


def _took_part(report, words):
    """How many pupils took part, of all who were there."""
    return str(report["n"]) + " van de " + str(report["present"]) + " leerlingen " + words


def _blank_lines():
    return el(
        "div", {"class": "blank-lines", "aria-hidden": "true"}, [el("p", {"class": "blank-line"}, " ") for _ in range(OWN_LINES)]
    )


def buttons(report, saving):
    """What can be done with a report. `saving` is a list of (effect, words) of this page alone."""
    found = [("report-saved", "Bewaar rapport"), ("csv-saved", "Bewaar als tabel (CSV)"), ("report-printed", "Print het rapport")]
    if report["kind"] == "class":
        found.append(("feedback-printed", "Print het blad voor de leerlingen"))
    return el(
        "p",
        {"class": "ballot-buttons"},
        [el("button", {"type": "button", "class": "quiet-button", "data-effect": name}, words) for name, words in saving + found],
    )
