"""The report of several groups (classes) together, and two reports side by side. Both take reports that were released.

So nothing can follow from them that the reports of the groups do not tell already. What a group hides counts as "from … to".
A group that is too small to show its questions does not count, and is named.
"""

from widgets.core import disclosure, spans
from widgets.core.ballot_box import fits
from widgets.core.ballot_count import has_regular, questions_of
from widgets.core.ballot_report import SIGNAL_NOT_NAMED_SCHOOL, answers_needed, filled, head
from widgets.core.figures import figure_together, hidden, pupils_between
from widgets.core.stands_out import end_of

CLEAR_HALVES = 2  # a difference of 1.0 between two levels
MOST_DIFFERENCES = 3


def school_report(instrument, reports):
    """(report, message): a report of at least two reports of groups; (None, why not) when nothing can be shown.

    The report is as ballot_report.class_report, with "kind" "school" and "groups": [{"name", "n", "cells":
    [{"section", "level", "words"}]}] and "left_out": [{"name", "n"}].
    """
    trouble = _trouble(instrument, reports)
    if trouble:
        return None, trouble
    allowed = disclosure.limits(instrument)
    ordered = sorted(reports, key=lambda found: (found["group"], found["boxes"]))
    large = [report for report in ordered if report["n"] >= allowed["item"]]
    small = [report for report in ordered if report["n"] < allowed["item"]]
    if not large:
        return None, "De groepen zijn te klein. Er is nog geen schoolbeeld."
    n = disclosure.total([report["n"] for report in large])
    found = head(
        instrument,
        "school",
        max([report["month"] for report in reports]),
        "",
        n,
        disclosure.total([report["present"] for report in large]),
        [box_id for report in reports for box_id in report["boxes"]],
    )
    found["groups"] = [_row(report) for report in large]
    found["left_out"] = [{"name": _name(report), "n": report["n"]} for report in small]
    found = filled(instrument, found, _totals(instrument, allowed, large, n), SIGNAL_NOT_NAMED_SCHOOL)
    found["method"] = found["method"] + [
        "Groepen met minder dan " + str(allowed["item"]) + " leerlingen tellen hier niet mee.",
        "Het schoolbeeld komt uit de rapporten van de groepen. Wat daarin verborgen is, weten we niet. Daarom staat er soms "
        "‘van … tot’.",
    ]
    return found, "Het schoolrapport is gemaakt van " + str(len(reports)) + " rapporten."


def _trouble(instrument, reports):
    if len(reports) < 2:
        return "Kies eerst de rapporten van minstens twee groepen."
    seen = {}
    for report in reports:
        if report["kind"] != "class":
            return "Een schoolrapport kan niet in een ander schoolrapport. Er is niets gemaakt."
        if not fits(instrument, report) or not is_of(instrument, report):
            return "Deze rapporten zijn van verschillende vragenlijsten. Er is geen schoolrapport gemaakt."
        for box_id in report["boxes"]:
            if box_id in seen:
                return "Een groep zit er dubbel in. Er is geen schoolrapport gemaakt."
            seen[box_id] = True
    return ""


def is_of(instrument, report):
    """Whether a report that was read from a file has exactly the sections and questions of this instrument."""
    questions = questions_of(instrument)
    sections = instrument["sections"]
    if len(report["items"]) != len(questions) or len(report["sections"]) != len(sections):
        return False
    for place in range(len(sections)):
        if report["sections"][place]["id"] != sections[place]["id"]:
            return False
    for place in range(len(questions)):
        question, item = questions[place], report["items"][place]
        if (
            item["id"] != question["id"]
            or item["section"] != question["section"]["id"]
            or item["sensitive"] != question["sensitive"]
            or item["polarity"] != question["polarity"]
        ):
            return False
    return True


def _name(report):
    return report["group"] or "Groep zonder naam"


def _row(report):
    return {
        "name": _name(report),
        "n": report["n"],
        "cells": [
            {"section": section["id"], "level": section["level"], "words": _level_words(section)}
            for section in report["sections"]
        ],
    }


def _level_words(section):
    if section["level"] < 0:
        return "te weinig"
    return str(section["level"] // 2) + (",5" if section["level"] % 2 else "")


def _totals(instrument, allowed, reports, n):
    """What ballot_report.filled takes, for all groups together."""
    shown = {
        "items": {},
        "regular": {},
        "middles": {},
        "signals": {},
        "odd": len([report for report in reports if report["odd"]]) > 0,
    }
    questions = questions_of(instrument)
    for place in range(len(questions)):
        question = questions[place]
        shown["items"][question["id"]] = _total(
            [report["items"][place]["figure"] for report in reports],
            question["bins"],
            question["risky_high"],
            question["section"]["labels"],
            answers_needed(allowed, question),
            allowed["cell"],
            n,
        )
    for place in range(len(instrument["sections"])):
        section = instrument["sections"][place]
        if has_regular(section):
            figures = [report["sections"][place]["regular"] for report in reports]
            shown["regular"][section["id"]] = _total(
                [figure for figure in figures if figure is not None],
                2,
                True,
                section["labels"],
                allowed["item"],
                allowed["cell"],
                n,
            )
    for report in reports:
        for signal in report["signals"]:
            before = signal["item"] in shown["signals"] and shown["signals"][signal["item"]]
            shown["signals"][signal["item"]] = before or signal["named"]
    return shown


def _total(figures, bins, is_risky_high, labels, needed, cell, n):
    """One figure over the groups that show it."""
    known = []
    everybody = 0
    skips = disclosure.few(0, cell)
    for figure in figures:
        if figure["shown"]:
            known.append(figure["span"])
            everybody = everybody + figure["of"]
            if figure["skips"] != "" and figure["skips"] != skips:
                skips = disclosure.few(cell, cell)
    if everybody < needed:
        return hidden("Te weinig groepen laten deze vraag zien.", n, bins)
    return figure_together(known, bins, is_risky_high, labels, skips)


# ---- years side by side ----


def years(older, newer):
    """Two reports side by side: sections, and at most three questions with a clear difference.

    A difference between sections counts from 1.0; between questions by disclosure.differs, also when what is hidden is
    taken as small as it can be. Another number or major version: no differences at all.
    """
    found = {
        "comparable": True,
        "why": "",
        "older": _moment(older),
        "newer": _moment(newer),
        "sections": [],
        "items": [],
        "verdict": "Geen duidelijk verschil.",
    }
    if older["number"] != newer["number"] or older["major"] != newer["major"] or older["instrument"] != newer["instrument"]:
        found["comparable"] = False
        found["why"] = "De vragen zijn veranderd. Je kunt de uitslagen naast elkaar leggen, maar niet van elkaar aftrekken."
        found["verdict"] = ""
    former = {}
    for section in older["sections"]:
        former[section["id"]] = section
    for section in newer["sections"]:
        if section["id"] in former:
            found["sections"].append(_section_difference(former[section["id"]], section, found["comparable"]))
    if found["comparable"]:
        found["items"] = _item_differences(older, newer)
        if found["items"] or [section for section in found["sections"] if section["clear"]]:
            found["verdict"] = "Er is een opvallend verschil. Praat erover: wat kan dit verklaren?"
    return found


def _moment(report):
    return {"month": report["month"], "n": report["n"], "group": report["group"]}


def _section_difference(older, newer, is_comparable):
    """Two levels side by side; they only differ when both were measured in the same way."""
    gap = newer["level"] - older["level"]
    known = older["level"] >= 0 and newer["level"] >= 0
    same = older["measure"] == newer["measure"]
    clear = is_comparable and same and abs(gap) >= CLEAR_HALVES  # what is not known is measured in no way
    verdict = "Geen duidelijk verschil."
    if not is_comparable:
        verdict = ""
    elif not known:
        verdict = "Te weinig antwoorden."
    elif not same:
        verdict = "Anders berekend: niet te vergelijken."
    elif clear:
        verdict = "Duidelijk " + ("hoger" if gap > 0 else "lager") + " (" + newer["direction"] + ")."
    return {
        "id": newer["id"],
        "name": newer["name"],
        "older": older["level"],
        "newer": newer["level"],
        "clear": clear,
        "verdict": verdict,
    }


def _item_differences(older, newer):
    former = {}
    for item in older["items"]:
        former[item["id"]] = item
    ranked = []
    for place in range(len(newer["items"])):
        item = newer["items"][place]
        if item["id"] not in former or former[item["id"]]["sensitive"] != item["sensitive"]:
            continue
        gap = difference(former[item["id"]], item)
        if gap:
            ranked.append(
                (
                    -abs(gap),
                    place,
                    {
                        "id": item["id"],
                        "text": item["text"],
                        "older": risky_words(former[item["id"]]),
                        "newer": risky_words(item),
                        "verdict": "Opvallend verschil: "
                        + ("meer" if gap > 0 else "minder")
                        + " leerlingen aan de zorgelijke kant.",
                    },
                )
            )
    return [line for _, _, line in sorted(ranked, key=lambda found: found[0:2])][0:MOST_DIFFERENCES]


def difference(older, newer):
    """By how many thousandths the share at the risky end rose or fell, at least; 0 without a clear difference.

    What a report hides counts as what makes the difference smallest: it is never called too early.
    """
    if not older["figure"]["shown"] or not newer["figure"]["shown"]:
        return 0
    before, now = older["figure"]["span"], newer["figure"]["span"]
    for risen, least, most, of_least, of_most in (
        (1, now["low"][-1], before["high"][-1], now["of"], before["of"]),
        (-1, before["low"][-1], now["high"][-1], before["of"], now["of"]),
    ):
        if least * of_most > most * of_least and disclosure.differs(least, of_least, most, of_most):
            return risen * ((least * of_most - most * of_least) * 1000 // (of_least * of_most))
    return 0


def risky_words(item):
    """What a report says of the risky end of a question."""
    figure = item["figure"]
    for cell in figure["cells"]:
        if [cell["from"], cell["to"]] == end_of(item, True):
            return cell["share"]
    if figure["range"] == end_of(item, True):
        return "bijna iedereen"
    return pupils_between(figure["span"]["low"][-1], figure["span"]["high"][-1], figure["of"])
