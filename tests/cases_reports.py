"""Cases for the reports: what a page holds, bars, the school, years side by side; see tests/cases.py. Imports only the core."""

from tests.cases_ballot_view import MANY, closed_box, instrument
from tests.cases_shared import refusal
from widgets.core import bars, look, report_file, report_view, reports
from widgets.core.html import to_html

# ---- look, bars ----


def case_look():
    content = instrument()
    return [to_html(look.panel(content, answers)) for answers in ({}, {"b3": 5}, {"a1": 0, "b3": 5})]


def figure(cells, almost="", why=""):
    return {
        "shown": why == "",
        "why": why,
        "range": [],
        "almost": almost,
        "of": 25,
        "skips": "0–2",
        "cells": [
            {
                "from": first,
                "to": last,
                "label": "l" + str(first),
                "pct": pct,
                "share": str(pct) + " %",
                "pupils": "ergens tussen 1 en 8 leerlingen",
            }
            for first, last, pct in cells
        ],
    }


def case_bars():
    figures = [
        figure([(0, 1, 35), (2, 3, 25), (4, 5, 40)]),
        figure([(0, 1, 60), (2, 5, 40)]),
        figure([(0, 3, 5), (4, 5, 95)]),
        figure([], "bijna iedereen: nooit"),
        figure([], "", "Te weinig."),
    ]
    return [
        [to_html(bars.bar(found, polarity, "x")) for found in figures for polarity in ("high-is-good", "high-is-bad")],
        to_html(bars.table("Deel", [("vraag", found) for found in figures])),
        to_html(bars.patterns()),
        to_html(bars.legend()),
    ]


# ---- reports ----


def part_files(content, counts):
    """Files of devices of one group, one for each count."""
    found = []
    for number in range(len(counts)):
        part = dict(closed_box(content, counts[number], MANY)["part"])
        part["id"] = "kast" + str(number)
        found.append(part)
    return found


def report_files(content, counts):
    """Files of reports of groups G0, G1 …, one for each count."""
    found = []
    for number in range(len(counts)):
        report = dict(closed_box(content, counts[number])["report"])
        report["boxes"] = ["kast" + str(number)]
        report["group"] = "G" + str(number)
        found.append(report_file.report_file(report))
    return found


def play(content, messages):
    """The news and the HTML after each message."""
    model = reports.init(content)
    found = [to_html(reports.view(content, model))]
    for message in messages:
        model = reports.update(content, model, message)
        found.append([model["news"], model["troubles"], to_html(reports.view(content, model))])
    return found


def case_reports_school():
    content = instrument()
    return play(content, [("files-opened", report_files(content, [12, 10, 6])), ("school-made",), ("returned",), ("cleared",)])


def case_reports_many_files_in_parts():
    content = instrument()
    files = report_files(content, [12, 10, 6])
    wrong = files[0:2] + [None, files[0]]
    return [
        play(content, [("files-read", wrong, 6), ("files-opened", [{}, files[2]]), ("school-made",)]),
        play(content, [("files-opened", wrong + [{}, files[2]]), ("school-made",)])[-1],
    ]


def case_reports_devices_of_one_group():
    """The parts of two devices become one report, in the place of the parts; one device alone gives nothing."""
    content = instrument()
    files = part_files(content, [6, 7])
    return [
        play(content, [("files-opened", files), ("group-joined", "p0"), ("returned",)]),
        play(content, [("files-opened", files[0:1]), ("group-joined", "p0")]),
    ]


def case_reports_years():
    content = instrument()
    report = closed_box(content, 12)["report"]
    older, other = dict(report), dict(report)
    older["month"], other["month"], other["major"] = "2025-11", "2024-11", 2
    files = [report_file.report_file(one) for one in (report, older, other)]
    return play(
        content,
        [
            ("files-opened", files),
            ("compared",),
            ("returned",),
            ("filled", "older", "r2"),
            ("compared",),
            ("returned",),
            ("filled", "newer", "r2"),
            ("compared",),
            ("report-chosen", "r1"),
        ],
    )


def case_reports_of_this_round():
    """Reports of longer ago do not count in a picture of the school of now."""
    content = instrument()
    files = report_files(content, [12, 10, 11])
    files[1]["report"]["month"] = "2026-09"
    files[2]["report"]["month"] = "2026-08"
    return play(content, [("files-opened", files), ("school-made",)])[-1]


def case_reports_refuses():
    content = instrument()
    part, report = part_files(content, [6])[0], report_files(content, [6])[0]
    found = [
        play(content, [("files-opened", [part, part, report, report, None, {}, {"format": "veiligwijzer-stembus"}])])[1][0:2],
        play(content, [("school-made",)])[1][0],
        play(content, [("compared",)])[1][0],
        play(content, [("files-opened", [])])[1][0],
    ]
    model = reports.init(content)
    found += [
        refusal(reports.update, content, model, message)
        for message in (
            ("gone",),
            ("report-chosen", "r0"),
            ("group-joined", "p0"),
            ("filled", "older", "r0"),
            ("filled", "x", ""),
        )
    ]
    return found + [refusal(reports.effect, content, model, ("csv-saved",), {})]


def case_month_words():
    return [report_view.month_words(month) for month in ("2026-01", "2026-08", "2026-12")]


CASES = [
    case_look,
    case_bars,
    case_reports_school,
    case_reports_many_files_in_parts,
    case_reports_devices_of_one_group,
    case_reports_years,
    case_reports_of_this_round,
    case_reports_refuses,
    case_month_words,
]
