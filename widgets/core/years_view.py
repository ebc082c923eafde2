"""Two reports side by side, as widgets.core.school_report.years compares them."""

from widgets.core import report_view
from widgets.core.figures import halves
from widgets.core.html import el

QUIET = "quiet-button"


def years_view(pair):
    rows = []
    for line in pair["sections"]:
        rows.append(
            el(
                "tr",
                None,
                el("th", {"scope": "row"}, line["name"]),
                el("td", None, _halves(line["older"])),
                el("td", None, _halves(line["newer"])),
                el("td", None, line["verdict"] or "–"),
            )
        )
    found = [
        el("h3", {"tabindex": "-1", "data-focus": True, "class": "ballot-title"}, "Twee rapporten naast elkaar"),
        el("p", {"class": "report-verdict"}, pair["verdict"]) if pair["verdict"] else None,
        el("p", {"class": "notice"}, pair["why"]) if pair["why"] else None,
        el(
            "p",
            None,
            "Het gaat om groepen, niet om leerlingen. De getallen lopen van 0 tot 5. Een klein verschil is meestal toeval.",
        ),
        el(
            "div",
            {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": "Twee rapporten naast elkaar"},
            el(
                "table",
                None,
                el(
                    "thead",
                    None,
                    el(
                        "tr",
                        None,
                        [
                            el("th", {"scope": "col"}, text)
                            for text in ("Onderdeel", _moment(pair["older"]), _moment(pair["newer"]), "Verschil")
                        ],
                    ),
                ),
                el("tbody", None, rows),
            ),
        ),
    ]
    if pair["items"]:
        found.append(el("h4", None, "Om over te praten"))
        found.append(
            el(
                "ul",
                None,
                [
                    el(
                        "li",
                        None,
                        el("strong", None, line["text"]),
                        " ",
                        line["older"] + " → " + line["newer"] + ". " + line["verdict"],
                    )
                    for line in pair["items"]
                ],
            )
        )
    return el(
        "section",
        {"class": "report", "data-print-part": "rapport"},
        found,
        el(
            "p",
            {"class": "ballot-buttons"},
            el("button", {"type": "button", "class": QUIET, "data-print": True}, "Print deze vergelijking"),
        ),
    )


def _moment(moment):
    group = moment["group"] + ", " if moment["group"] else ""
    return group + report_view.month_words(moment["month"]) + " (" + str(moment["n"]) + ")"


def _halves(half_points):
    """7 half points as 3,5; nothing to show is a dash."""
    return halves(half_points) if half_points >= 0 else "–"
