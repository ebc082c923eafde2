"""The report of several groups (classes) together, and two reports side by side.

Subtracting must not help: a group that is too small joins the other small groups, or is left out by name. And what one
group hides (say, 0, 1 or 2 pupils at the risky end), the total shows only for all groups that hide it together, and
only from 3 pupils on.
"""
from widgets.core import disclosure
from widgets.core.ballot_box import answers_needed, bins, fits, spread, summaries
from widgets.core.ballot_count import is_checklist, items_of, regular_class, risky_high
from widgets.core.ballot_report import end_of, filled, halves, head

REST = "Overige groepen"
CLEAR_HALVES = 2           # a difference of 1.0 between two medians
MOST_DIFFERENCES = 3


def school_report(instrument, boxes):
    """(report, message): a report of closed boxes, one per group; (None, why not) when nothing can be shown.

    The report is as ballot_report.class_report, with "kind" "school" and "groups": [{"name", "n", "cells":
    [{"section", "median", "words"}]}] and "left_out": [{"name", "n"}].
    """
    trouble = _trouble(instrument, boxes)
    if trouble:
        return None, trouble
    allowed = disclosure.limits(instrument)
    parts = []
    small = []
    for box in sorted(boxes, key=lambda found: (found["group"], found["id"])):
        part = _part(instrument, box)
        if part["n"] < allowed["item"]:
            small.append(part)
        else:
            parts.append(part)
    if disclosure.total([part["n"] for part in small]) >= allowed["item"]:
        parts.append(_together(instrument, small))
        small = []
    if not parts:
        return None, "Samen zijn er te weinig formulieren. Er is nog geen schoolbeeld."
    everybody = _together(instrument, parts)
    report = head(instrument, "school", max([box["month"] for box in boxes]), "", everybody["n"], everybody["present"])
    report["groups"] = [_row(instrument, part) for part in parts]
    report["left_out"] = [{"name": part["name"], "n": part["n"]} for part in small]
    found = filled(instrument, report, _totals(instrument, allowed, everybody))
    found["method"] = found["method"] + _method(allowed)
    return found, "Het schoolbeeld is gemaakt van " + str(len(boxes)) + " stembussen."


def _method(allowed):
    """How was counted over groups, with the thresholds of this questionnaire."""
    cell = str(allowed["cell"])
    return ["Groepen met minder dan " + str(allowed["item"]) + " leerlingen tellen alleen samen mee, of niet.",
            "Het midden van alle groepen is een gemiddelde van de middens, met grote groepen zwaarder.",
            "Heeft elke groep minder dan " + cell + " leerlingen aan de zorgelijke kant? Die tellen samen vanaf " + cell + "."]


def _trouble(instrument, boxes):
    if not boxes:
        return "Kies eerst de bestanden van de stembussen."
    seen = {}
    for box in boxes:
        if not fits(instrument, box):
            return "Deze stembussen zijn van verschillende vragenlijsten. Er is geen schoolbeeld gemaakt."
        if box["state"] != "closed":
            return "Sluit eerst elke stembus. Er is geen schoolbeeld gemaakt."
        for box_id in box["boxes"]:
            if box_id in seen:
                return "Een stembus zit er dubbel in. Er is geen schoolbeeld gemaakt."
            seen[box_id] = True
    return ""


# ---- groups ----

def _part(instrument, box):
    """One group: a list with its counters ({question: counters}), and a summary per section."""
    counters = box["counters"]
    shown = box["shown"]
    found = {"name": box["group"] or "Groep zonder naam", "n": box["closed_n"], "present": box["present"],
             "sections": shown["sections"] if shown else summaries(instrument, counters, None),
             "signals": counters["signals"], "odd": counters["odd"]}
    for name in ("items", "regular"):
        found[name] = [{key: _table(shown[name][key]) for key in shown[name]} if shown else counters[name]]
    return found


def _table(entry):
    """The counters of a question in one group; of a box that closed more than once what its report was made of."""
    return entry["counts"] if entry["again"] else entry["raw"]


def _together(instrument, parts):
    """Several groups as one; it keeps the counters of each group."""
    found = {"name": REST, "sections": {}, "signals": {}}
    for name in ("n", "present", "odd"):
        found[name] = disclosure.total([part[name] for part in parts])
    for name in ("items", "regular"):
        found[name] = [tables for part in parts for tables in part[name]]
    for section in instrument["sections"]:
        found["sections"][section["id"]] = disclosure.combined([part["sections"][section["id"]] for part in parts])
    for name in parts[0]["signals"]:
        found["signals"][name] = max([part["signals"][name] for part in parts])
    return found


def _row(instrument, part):
    cells = []
    for section in instrument["sections"]:
        median = part["sections"][section["id"]]["median"]
        cells.append({"section": section["id"], "median": median, "words": halves(median) if median >= 0 else "te weinig"})
    return {"name": part["name"], "n": part["n"], "cells": cells}


# ---- totals that give nothing away ----

def _totals(instrument, allowed, everybody):
    """What `filled` takes, for all groups together."""
    shown = {"items": {}, "regular": {}, "sections": everybody["sections"], "signals": everybody["signals"],
             "odd": everybody["odd"]}
    for section, item in items_of(instrument):
        counts = pooled(allowed, item["class"], risky_high(section, item), [tables[item["id"]] for tables in everybody["items"]])
        shown["items"][item["id"]] = {"of": everybody["n"], "counts": counts}
    for section in instrument["sections"]:
        name = section["id"]
        if is_checklist(section):
            counts = pooled(allowed, regular_class(section), section["polarity"] == "high-is-bad",
                            [tables[name] for tables in everybody["regular"]])
            shown["regular"][name] = {"of": everybody["n"], "counts": counts}
    return shown


def pooled(allowed, item_class, is_risky_high, tables):
    """Counters of one question over groups (disclosure.joined).

    Groups too small to show the question count only if they are together large enough; else they are left out.
    """
    needed = answers_needed(allowed, item_class)
    large, small = [], []
    skipped = skipped_small = answers_small = 0
    for table in tables:
        row = bins(table)
        answers = sum(row)
        if answers >= needed:
            large.append(row)
            skipped = skipped + table[-1]
        else:
            small.append(row)
            skipped_small = skipped_small + table[-1]
            answers_small = answers_small + answers
    if answers_small >= needed:
        large = large + small
        skipped = skipped + skipped_small
    if not large:
        return [0] * len(tables[0])
    return spread(disclosure.joined(large, is_risky_high, allowed["cell"]), skipped)


# ---- years side by side ----

def years(older, newer):
    """Two reports side by side: sections, and at most three questions with a clear difference.

    Only shown figures are compared, so nothing new can follow from it. A difference between sections counts from 1.0;
    between questions by disclosure.differs. Another number or major version: no differences at all.
    """
    found = {"comparable": True, "why": "", "older": _moment(older), "newer": _moment(newer), "sections": [], "items": [],
             "verdict": "Geen duidelijk verschil."}
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
    gap = newer["median"] - older["median"]
    clear = is_comparable and older["median"] >= 0 and newer["median"] >= 0 and abs(gap) >= CLEAR_HALVES
    verdict = "Geen duidelijk verschil."
    if not is_comparable:
        verdict = ""
    elif older["median"] < 0 or newer["median"] < 0:
        verdict = "Te weinig antwoorden."
    elif clear:
        verdict = "Duidelijk " + ("hoger" if gap > 0 else "lager") + " (" + newer["direction"] + ")."
    return {"id": newer["id"], "name": newer["name"], "older": older["median"], "newer": newer["median"], "clear": clear,
            "verdict": verdict}


def _item_differences(older, newer):
    former = {}
    for item in older["items"]:
        former[item["id"]] = item
    ranked = []
    for place in range(len(newer["items"])):
        item = newer["items"][place]
        if item["id"] in former:
            before = risky_share(former[item["id"]])
            now = risky_share(item)
            if before and now and disclosure.differs(before[0], before[1], now[0], now[1]):
                gap = abs(before[0] * now[1] - now[0] * before[1]) * 1000 // (before[1] * now[1])
                more = now[0] * before[1] > before[0] * now[1]
                ranked.append((-gap, place, {
                    "id": item["id"], "text": item["text"], "older": before[2], "newer": now[2],
                    "verdict": "Opvallend verschil: " + ("meer" if more else "minder") + " leerlingen aan de zorgelijke kant."}))
    return [line for _, _, line in sorted(ranked, key=lambda found: found[0:2])][0:MOST_DIFFERENCES]


def risky_share(item):
    """(pupils, of how many, words) at the risky end as far as a report shows it; None when it does not.

    Where the report hides 0, 1 or 2 pupils there, it counts as 2: a difference is never called too early.
    """
    figure = item["figure"]
    if not figure["shown"]:
        return None
    for cell in figure["cells"]:
        if [cell["from"], cell["to"]] == end_of(item, True):
            return disclosure.about(cell["pct"], figure["of"]), figure["of"], cell["share"]
    if figure["range"] == end_of(item, True):
        return figure["of"] - 2, figure["of"], "bijna iedereen"
    return 2, figure["of"], "minder dan 3 leerlingen"
