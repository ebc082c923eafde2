"""Cases for the reports: what a page holds, bars, the school, years side by side; see tests/cases.py. Imports only the core."""
from tests.cases_ballot_view import closed_box, instrument
from tests.cases_shared import refusal
from widgets.core import ballot, ballot_file, bars, look, report_view, reports
from widgets.core.html import to_html


# ---- look, bars ----

def case_look():
    content = instrument()
    return [to_html(look.panel(content, answers)) for answers in ({}, {"b3": 5}, {"a1": 0, "b3": 5})]


def figure(cells, almost="", why=""):
    return {"shown": why == "", "why": why, "range": [], "almost": almost, "of": 25, "answered": "10 of meer", "skips": "0–2",
            "cells": [{"from": first, "to": last, "label": "l" + str(first), "pct": pct, "share": str(pct) + " %",
                       "pupils": "ergens tussen 1 en 8 leerlingen"} for first, last, pct in cells]}


def case_bars():
    figures = [figure([(0, 1, 35), (2, 3, 25), (4, 5, 40)]), figure([(0, 1, 60), (2, 5, 40)]), figure([(0, 3, 5), (4, 5, 95)]),
               figure([], "bijna iedereen: nooit"), figure([], "", "Te weinig.")]
    return [[to_html(bars.bar(found, polarity, "x")) for found in figures for polarity in ("high-is-good", "high-is-bad")],
            to_html(bars.table("Deel", [("vraag", found) for found in figures])), to_html(bars.patterns()),
            to_html(bars.legend())]


# ---- reports ----

def box_files(content, counts):
    found = []
    for number in range(len(counts)):
        box = dict(closed_box(content, counts[number])["box"])
        box["id"] = "kast" + str(number)
        box["boxes"] = [box["id"]]
        box["group"] = "G" + str(number)
        found.append(ballot_file.box_file(box))
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
    return play(content, [("files-opened", box_files(content, [12, 10, 6])), ("school-made",), ("returned",), ("cleared",)])


def case_reports_many_files_in_parts():
    content = instrument()
    files = box_files(content, [12, 10, 6])
    wrong = files[0:2] + [None, files[0]]
    return [play(content, [("files-read", wrong, 6), ("files-opened", [{}, files[2]]), ("school-made",)]),
            play(content, [("files-opened", wrong + [{}, files[2]]), ("school-made",)])[-1]]


def case_reports_devices_of_one_group():
    content = instrument()
    files = box_files(content, [6, 7])
    files[1]["group"] = files[0]["group"]
    return play(content, [("files-opened", files), ("school-made",)])


def case_reports_years():
    content = instrument()
    report = ballot.update(content, closed_box(content, 12), ("revealed",))["report"]
    older = dict(report)
    older["month"] = "2025-11"
    other = dict(older)
    other["major"] = 2
    other["month"] = "2024-11"
    files = [{"format": "veiligwijzer-uitslag", "format_version": 1, "report": one} for one in (report, older, other)]
    return play(content, [("files-opened", files), ("compared",), ("returned",), ("filled", "older", "r2"), ("compared",),
                          ("returned",),
                          ("filled", "newer", "r2"), ("compared",), ("report-chosen", "r1")])


def case_reports_refuses():
    content = instrument()
    files = box_files(content, [6])
    found = [play(content, [("files-opened", [files[0], files[0], None, {}, {"format": "veiligwijzer-stembus"}])])[1][0:2],
             play(content, [("school-made",)])[1][0], play(content, [("compared",)])[1][0], play(content,
                                                                                                 [("files-opened", [])])[1][0]]
    model = reports.init(content)
    found += [refusal(reports.update, content, model, message)
              for message in (("gone",), ("report-chosen", "r0"), ("filled", "older", "r0"), ("filled", "x", ""))]
    return found + [refusal(reports.effect, content, model, ("csv-saved",), {})]


def case_month_words():
    return [report_view.month_words(month) for month in ("2026-01", "2026-08", "2026-12")]


CASES = [case_look, case_bars, case_reports_school, case_reports_many_files_in_parts,
         case_reports_devices_of_one_group, case_reports_years, case_reports_refuses,
         case_month_words]
