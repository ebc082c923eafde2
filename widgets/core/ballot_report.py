"""The report of a class: only figures that may be seen. Whatever is in it may be drawn, printed, exported and kept.

figure: {"shown", "why" (when not shown), "of": pupils at the close it comes from, "cells": [{"from", "to", "label",
"pct", "share", "pupils"}], "range": [from, to] and "almost": "bijna iedereen: …" (then there are no cells), "answered",
"skips"}. The whole report is described at `class_report`.
"""
from widgets.core import disclosure
from widgets.core.ballot_box import answers_needed, bins, figures
from widgets.core.ballot_count import is_checklist, is_sensitive, items_of, regular_class, risky_high

ALMOST = "bijna iedereen: "
RANGES = {3: [[0, 1], [2, 3], [4, 5]], 2: [[0, 1], [2, 5]]}
TOP = 10                   # half points
MOST_LINES = 3             # strengths, and points of attention
ATTENTION_SHARE = 10
STRENGTH_SHARE = 50

NEXT = ["Bespreek de uitslag eerst met een collega. Kijk samen wat opvalt.",
        "Praat daarna met de klas. Begin met wat goed gaat.",
        "Kies samen één of twee afspraken. Spreek af wanneer jullie kijken of het helpt.",
        "Ga nooit zoeken wie wat invulde."]
NEXT_SMALL = ["Het zijn te weinig formulieren om vragen apart te laten zien. Voeg klassen samen, of praat met de groep.",
              "Praten kan ook met briefjes zonder naam: wat gaat goed, wat mag beter?"]
SIGNAL_NAMED = ("Minstens één antwoord noemt dit. Dat kan één leerling zijn. Misschien is het niet serieus bedoeld. "
                "Misschien is het ernstig. Ga niet zoeken wie het was. Bespreek het vandaag nog met de coördinator.")
SIGNAL_NOT_NAMED = "Geen enkel antwoord noemt dit. Dat bewijst niet dat het niet gebeurt."


def class_report(instrument, box):
    """The report of the last close, or None when the box never closed.

    {"kind": "class", "instrument", "title", "number", "major", "minor", "fingerprint", "month", "group", "n",
    "present", "strengths", "attention" (lines), "signals", "sections", "items", "odd", "next", "method"}
    """
    shown = figures(instrument, box)
    if shown is None:
        return None
    report = head(instrument, "class", box["month"], box["group"], box["closed_n"], box["present"])
    return filled(instrument, report, shown)


def head(instrument, kind, month, group, n, present):
    """What a report says of itself."""
    return {"kind": kind, "instrument": instrument["id"], "title": instrument["title"] if "title" in instrument else "",
            "number": instrument["number"], "major": instrument["major"], "minor": instrument["minor"],
            "fingerprint": instrument["fingerprint"], "month": month, "group": group, "n": n, "present": present}


def filled(instrument, report, shown):
    """The report with everything that `shown` (see ballot_box) allows."""
    allowed = disclosure.limits(instrument)
    items = []
    for section, item in items_of(instrument):
        risky = risky_high(section, item)
        items.append({"id": item["id"], "section": section["id"], "text": item["text"],
                      "polarity": "high-is-bad" if risky else "high-is-good", "sensitive": is_sensitive(item),
                      "figure": figure(allowed, item["class"], risky, shown["items"][item["id"]], section["labels"])})
    sections = []
    for section in instrument["sections"]:
        found = section_figures(section, shown["sections"][section["id"]])
        found["regular"] = None
        if is_checklist(section):
            found["regular"] = figure(allowed, regular_class(section), section["polarity"] == "high-is-bad",
                                      shown["regular"][section["id"]], section["labels"])
        sections.append(found)
    attention = attention_lines(items)
    named = [line["item"] for line in attention]
    small = report["n"] < allowed["item"]
    report["strengths"] = _strengths([item for item in items if not item["sensitive"] and item["id"] not in named])
    report["attention"] = attention
    report["signals"] = [] if small else _signals(instrument, shown["signals"])
    report["sections"] = sections
    report["items"] = items
    report["odd"] = "0" if shown["odd"] == 0 else ("1–2" if shown["odd"] < 3 else "3 of meer")
    report["next"] = NEXT_SMALL + NEXT[3:] if small else NEXT
    report["method"] = _method(allowed)
    return report


def _method(allowed):
    """How was counted, with the thresholds of this questionnaire."""
    cell = str(allowed["cell"])
    return ["Alle antwoorden zijn opgeteld. Er bestaat geen lijst met antwoorden per leerling.",
            "Aandelen zijn afgerond op 5 %. Is een groepje kleiner dan " + cell + ", dan staat het bij een ander groepje.",
            "Vragen staan er pas bij " + str(allowed["item"]) + " antwoorden. Heel gevoelige vragen pas bij "
            + str(answers_needed(allowed, "C")) + ".",
            "Bij elk aandeel staat hoeveel leerlingen het kunnen zijn (95 % marge volgens Wilson).",
            "Bij onderdelen zie je de middelste leerling, op halve punten. Dat is geen norm.",
            "Een heel gevoelige vraag telt in een onderdeel mee als 0 of als 2.",
            "Komen er later formulieren bij? Dan tellen die mee als een eigen groepje, in groepjes van " + cell + " of meer.",
            "‘Niemand’ of ‘bijna niemand’ betekent niet dat het niet gebeurt."]


# ---- one question ----

def figure(allowed, item_class, is_risky_high, entry, labels):
    """What may be seen of one question; entry: {"of", "counts"}."""
    found = {"shown": False, "why": "", "of": entry["of"], "cells": [], "range": [], "almost": "", "answered": "",
             "skips": ""}
    counts = bins(entry["counts"])
    needed = answers_needed(allowed, item_class)
    if disclosure.total(counts) < needed:
        found["why"] = "Minder dan " + str(needed) + " antwoorden. Daarom staat deze vraag er niet bij."
        return found
    found["shown"] = True
    found["answered"] = str(needed) + " of meer"
    found["skips"] = disclosure.few(entry["counts"][-1], allowed["cell"])
    ranges = RANGES[len(counts)]
    cells = disclosure.collapse(counts, is_risky_high, allowed["cell"])
    if len(cells) == 1:
        found["range"] = [ranges[cells[0][0]][0], ranges[cells[0][1]][1]]
        found["almost"] = ALMOST + label_of(labels, found["range"][0], found["range"][1])
        return found
    parts = disclosure.shares([count for _, _, count in cells])
    for place in range(len(cells)):
        first = ranges[cells[place][0]][0]
        last = ranges[cells[place][1]][1]
        pupils = disclosure.about(parts[place], entry["of"], allowed["cell"])
        found["cells"].append({"from": first, "to": last, "label": label_of(labels, first, last), "pct": parts[place],
                               "share": disclosure.share_text(parts[place]),
                               "pupils": disclosure.margin_text(pupils, entry["of"])})
    return found


def label_of(labels, first, last):
    """A run of answers in words: "soms of vaak", "soms of vaker", "nooit tot en met vaak"."""
    if last == first + 1:
        return labels[first] + " of " + labels[last]
    return labels[first] + (" of vaker" if last == 5 else " tot en met " + labels[last])


# ---- one section ----

def section_figures(section, summary):
    """A section with the middle in half points, from 5 pupils, and where the middle half is, from 10."""
    found = {"id": section["id"], "name": section["name"], "title": section["title"], "polarity": section["polarity"],
             "direction": "hoger = veiliger" if section["polarity"] == "high-is-good" else "hoger = meer last",
             "top": TOP, "median": summary["median"], "low": summary["low"], "high": summary["high"],
             "words": "Te weinig antwoorden."}
    if found["median"] >= 0:
        found["words"] = "Het midden ligt op " + halves(found["median"]) + " van de 5."
    if found["low"] >= 0:
        found["words"] = (found["words"] + " De helft zit tussen " + halves(found["low"]) + " en "
                          + halves(found["high"]) + ".")
    return found


def halves(half_points):
    """ "3,5" """
    return str(half_points // 2) + (",5" if half_points % 2 else "")


# ---- what stands out ----

def end_of(item, is_risky):
    """[first, last] answer at the risky or the safe end of an item of a report."""
    if (item["polarity"] == "high-is-bad") == is_risky:
        return [2, 5] if item["sensitive"] else [4, 5]
    return [0, 1]


def _line(item, label, share, pupils):
    return {"item": item["id"], "section": item["section"], "text": item["text"], "label": label, "share": share,
            "pupils": pupils}


def attention_lines(items):
    """At most three questions with most pupils at the risky end, at least 3 pupils and 10 %; equals in their own order."""
    ranked = []
    for place in range(len(items)):
        for cell in items[place]["figure"]["cells"]:
            if [cell["from"], cell["to"]] == end_of(items[place], True) and cell["pct"] >= ATTENTION_SHARE:
                ranked.append((-cell["pct"], place, _line(items[place], cell["label"], cell["share"], cell["pupils"])))
    return [line for _, _, line in sorted(ranked, key=lambda found: found[0:2])][0:MOST_LINES]


def _strengths(items):
    """At most three questions with at least half at the safe end: good things first, then the largest share."""
    ranked = []
    for place in range(len(items)):
        item = items[place]
        rank = 0 if item["polarity"] == "high-is-good" else 1
        if item["figure"]["range"] == end_of(item, False):
            label = label_of_almost(item["figure"])
            ranked.append((rank, -100, place, _line(item, label, "bijna iedereen", "")))
        for cell in item["figure"]["cells"]:
            if [cell["from"], cell["to"]] == end_of(item, False) and cell["pct"] >= STRENGTH_SHARE:
                ranked.append((rank, -cell["pct"], place, _line(item, cell["label"], cell["share"], cell["pupils"])))
    return [found[3] for found in sorted(ranked, key=lambda found: found[0:3])][0:MOST_LINES]


def label_of_almost(found):
    """The answers in words of a figure with only "bijna iedereen"."""
    return found["almost"][len(ALMOST):]


def _signals(instrument, signals):
    """Per item that must not be missed: whether anybody named it, never how many."""
    if "signals" in instrument and not instrument["signals"]:
        return []
    return [{"item": item["id"], "text": item["text"], "named": signals[item["id"]] == 1,
             "words": SIGNAL_NAMED if signals[item["id"]] else SIGNAL_NOT_NAMED}
            for _, item in items_of(instrument) if item["signal"]]
