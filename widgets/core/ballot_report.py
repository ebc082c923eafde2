"""The report of a class: only what was released. Whatever is in it may be drawn, printed, exported and kept.

The whole report is described at `class_report`, a figure in widgets.core.figures.
"""

from widgets.core import disclosure, spans
from widgets.core.ballot_box import fits
from widgets.core.ballot_count import has_regular, items_of, leading_items, questions_of
from widgets.core.figures import figure_of_table, figure_together, halves, hidden, level_of
from widgets.core.part_file import has_doubles
from widgets.core.stands_out import attention_lines, strengths

TOP = 10  # half points

NEXT = [
    "Bespreek de uitslag eerst met een collega en kijk samen wat er opvalt.",
    "Praat daarna met de klas, en begin met wat goed gaat.",
    "Kies samen één of twee afspraken, en spreek af wanneer jullie kijken of het helpt.",
    "Ga nooit zoeken wie wat invulde.",
]
NEXT_SMALL = [
    "Er zijn te weinig lijsten om vragen apart te laten zien. Praat met de groep over wat jullie herkennen.",
    "Praten kan ook met briefjes zonder naam: wat gaat goed, wat mag beter?",
]
SIGNAL_NAMED = (
    "Minstens één leerling noemt dit. Misschien is het niet serieus bedoeld, maar misschien is het ernstig. "
    "Ga niet zoeken wie het was. Bespreek het vandaag nog met de coördinator."
)
NO_ALARM = " Dit rapport is geen alarm: vertel daarom elke groep waar je terechtkunt."
SIGNAL_NOT_NAMED = "Niemand noemt dit, of hoogstens {few} leerlingen." + NO_ALARM
SIGNAL_NOT_NAMED_JOINED = "Op geen enkel apparaat noemen meer dan {few} leerlingen dit. Samen kunnen het er meer zijn." + NO_ALARM
SIGNAL_NOT_NAMED_SCHOOL = "Geen van de rapporten noemt dit. In elke groep kunnen het toch een paar leerlingen zijn." + NO_ALARM
COUNTS = ("nul", "één", "twee", "drie", "vier", "vijf")
NO_REGULAR = "Dit getal laten we hier weg. Samen met de vragen kan het iets over één leerling verraden."
NO_REGULAR_JOINED = "Dit getal is er niet bij groepen op meer apparaten."
ONE_DEVICE = "Van deze groep telt één apparaat mee. Wie op een ander apparaat invulde, zit niet in dit rapport."


def class_report(instrument, box, released):
    """The report of a box that is the only one of its group.

    {"kind": "class", "instrument", "title", "number", "major", "minor", "fingerprint", "month", "group", "n",
    "present", "boxes" (ids), "strengths", "attention" (lines), "signals", "sections", "items", "odd", "next", "method"}
    """
    allowed = disclosure.limits(instrument)
    items, regular = {}, {}
    for question in questions_of(instrument):
        table = released["items"][question["id"]]
        labels = question["section"]["labels"]
        items[question["id"]] = (
            hidden(_too_few(allowed, question), box["n"], question["bins"])
            if table is None
            else figure_of_table(table, question["bins"], question["risky_high"], labels, allowed["cell"])
        )
    for section in instrument["sections"]:
        if section["id"] in released["regular"]:
            table = released["regular"][section["id"]]
            why = _few_words(allowed["item"]) if box["n"] < allowed["item"] else NO_REGULAR
            regular[section["id"]] = (
                hidden(why, box["n"], 2) if table is None else figure_of_table(table, 2, True, section["labels"], allowed["cell"])
            )
    report = head(instrument, "class", box["month"], box["group"], box["n"], box["present"], [box["id"]])
    return filled(
        instrument,
        report,
        {
            "items": items,
            "regular": regular,
            "middles": released["middles"],
            "signals": released["signals"],
            "odd": released["odd"],
        },
    )


def joined_report(instrument, parts):
    """(report, message): the report of one group out of its parts (widgets.core.part_file), in any order the same.

    One part will do when no other device has one: then the report is that of a group on one device, without what crosses
    questions. (None, why not) when they do not belong together, or when one part is too small for its questions.
    """
    trouble = _join_trouble(instrument, parts)
    if trouble:
        return None, trouble
    allowed = disclosure.limits(instrument)
    parts = sorted(parts, key=lambda part: part["id"])
    n = disclosure.total([part["n"] for part in parts])
    items, regular, signals = {}, {}, {}
    for question in questions_of(instrument):
        items[question["id"]] = _joined_figure(allowed, question, [part["items"][question["id"]] for part in parts], n)
    for section in instrument["sections"]:
        if has_regular(section):
            regular[section["id"]] = hidden(NO_REGULAR_JOINED, n, 2)
    for part in parts:
        for name in part["signals"]:
            signals[name] = part["signals"][name] or (name in signals and signals[name])
    report = head(
        instrument,
        "class",
        parts[0]["month"],
        parts[0]["group"],
        n,
        disclosure.total([part["present"] for part in parts]),
        [part["id"] for part in parts],
    )
    found = filled(
        instrument,
        report,
        {"items": items, "regular": regular, "middles": {}, "signals": signals, "odd": False},
        SIGNAL_NOT_NAMED if len(parts) == 1 else SIGNAL_NOT_NAMED_JOINED,
    )
    if len(parts) == 1:
        found["method"] = found["method"] + [ONE_DEVICE]
        return found, "Het rapport is er. " + ONE_DEVICE
    found["method"] = found["method"] + [
        "Signalen staan er alleen van apparaten met " + str(allowed["item"]) + " lijsten of meer.",
        "Deze groep vulde de lijst in op " + str(len(parts)) + " apparaten. Wat op één apparaat te klein was om te tonen, "
        "kennen we niet. Daarom staat er soms ‘van … tot’.",
    ]
    return found, "De delen van " + str(len(parts)) + " apparaten zijn samengevoegd."


def fewest_alone(instrument):
    """How many sheets one device needs for a report of its own, when no other device of the group has a part."""
    return disclosure.limits(instrument)["item"]


def _join_trouble(instrument, parts):
    if not parts:
        return "Kies eerst de deelbestanden van een groep."
    for part in parts:
        if not fits(instrument, part):
            return "Deze bestanden zijn van verschillende vragenlijsten. Er is niets samengevoegd."
        if part["group"] != parts[0]["group"]:
            return "Deze bestanden zijn van verschillende groepen. Er is niets samengevoegd."
        if part["month"] != parts[0]["month"]:
            return "Deze bestanden zijn van verschillende maanden. Er is niets samengevoegd."
    if has_doubles([part["id"] for part in parts]):
        return "Een deelbestand zit er dubbel in. Er is niets samengevoegd."
    if len(parts) == 1 and parts[0]["n"] < fewest_alone(instrument):
        return (
            "Op dit apparaat zijn er "
            + str(parts[0]["n"])
            + " lijsten. Een rapport van één apparaat kan vanaf "
            + str(fewest_alone(instrument))
            + " lijsten."
        )
    return ""


def _joined_figure(allowed, question, tables, n):
    """One question over the devices that show it; of the others nothing is known, so they are left out of its total.

    Of one device it is the figure that a group on one device has.
    """
    bins, risky, cell = question["bins"], question["risky_high"], allowed["cell"]
    known = []
    everybody = 0
    skips = disclosure.few(0, cell)
    for table in tables:
        if table is not None:
            known.append(spans.span_of(table, bins, risky, cell))
            everybody = everybody + table["of"]
            if table["skips"] != skips:
                skips = disclosure.few(cell, cell)
    if everybody < answers_needed(allowed, question):
        return hidden(_too_few(allowed, question), n, bins)
    if len(tables) == 1:
        return figure_of_table(tables[0], bins, risky, question["section"]["labels"], cell)
    return figure_together(known, bins, risky, question["section"]["labels"], skips)


def answers_needed(allowed, question):
    """How many pupils a question needs before it is shown."""
    return max(allowed["item"], allowed["sensitive"]) if question["sensitive"] else allowed["item"]


def _too_few(allowed, question):
    return _few_words(answers_needed(allowed, question))


def _few_words(needed):
    return "Minder dan " + str(needed) + " antwoorden. Daarom staat dit er niet bij."


def head(instrument, kind, month, group, n, present, boxes):
    """What a report says of itself. `boxes`: the ids of all boxes in it, sorted."""
    return {
        "kind": kind,
        "instrument": instrument["id"],
        "title": instrument["title"] if "title" in instrument else "",
        "number": instrument["number"],
        "major": instrument["major"],
        "minor": instrument["minor"],
        "fingerprint": instrument["fingerprint"],
        "month": month,
        "group": group,
        "n": n,
        "present": present,
        "boxes": sorted(boxes),
    }


def filled(instrument, report, shown, not_named=SIGNAL_NOT_NAMED):
    """The report with its figures: {"items", "regular": figures by id, "middles", "signals", "odd"}.

    `not_named`: what a signal that is not named means here.
    """
    allowed = disclosure.limits(instrument)
    items = []
    for question in questions_of(instrument):
        items.append(
            {
                "id": question["id"],
                "section": question["section"]["id"],
                "text": question["item"]["text"],
                "polarity": question["polarity"],
                "sensitive": question["sensitive"],
                "figure": shown["items"][question["id"]],
            }
        )
    attention = attention_lines(items)
    named = [line["item"] for line in attention]
    small = report["n"] < allowed["item"]
    report["strengths"] = strengths([item for item in items if not item["sensitive"] and item["id"] not in named])
    report["attention"] = attention
    report["signals"] = _signals(instrument, shown["signals"], not_named.replace("{few}", count_words(allowed["cell"] - 1)))
    report["sections"] = [_section(section, shown) for section in instrument["sections"]]
    report["items"] = items
    report["odd"] = disclosure.few(allowed["cell"], allowed["cell"]) if shown["odd"] else ""
    report["next"] = NEXT_SMALL + NEXT[3:] if small else NEXT
    report["method"] = _method(allowed)
    return report


def _method(allowed):
    """How was counted, with the thresholds of this questionnaire."""
    cell = str(allowed["cell"])
    few = str(allowed["cell"] - 1)
    return [
        "Alle antwoorden zijn opgeteld. Er bestaat geen lijst met antwoorden per leerling.",
        "Aandelen zijn afgerond op 5 %. Is een groepje kleiner dan " + cell + ", dan staat het bij een ander groepje.",
        "Vragen staan er pas bij "
        + str(allowed["item"])
        + " antwoorden. Heel gevoelige vragen pas bij "
        + str(max(allowed["item"], allowed["sensitive"]))
        + ".",
        "Slaat iemand een vraag over? Tot en met " + few + " leerlingen tellen dan mee aan de veilige kant. Zo zie je niet "
        "of iemand de vraag oversloeg.",
        "Bij elk aandeel staat hoeveel leerlingen het kunnen zijn (95 % marge volgens Wilson).",
        "Het getal van een onderdeel komt uit de vragen die je hier ziet. Bij een kleine groep is het de middelste leerling. "
        "Dat is geen norm.",
        "‘Niemand’ of ‘bijna niemand’ betekent niet dat het niet gebeurt.",
    ]


# ---- one section ----


def _section(section, shown):
    """A section with its level in half points, and what "regularly" gives for a checklist."""
    found = {
        "id": section["id"],
        "name": section["name"],
        "title": section["title"],
        "polarity": section["polarity"],
        "direction": "hoger = veiliger" if section["polarity"] == "high-is-good" else "hoger = meer last",
        "top": TOP,
        "level": -1,
        "measure": "",
        "words": "Te weinig antwoorden.",
        "regular": shown["regular"][section["id"]] if section["id"] in shown["regular"] else None,
    }
    middle = shown["middles"][section["id"]] if section["id"] in shown["middles"] else -1
    trouble = level_of([shown["items"][item["id"]] for item in leading_items(section)])
    if trouble >= 0:
        found["level"] = TOP - trouble if section["polarity"] == "high-is-good" else trouble
        found["measure"] = "mean"
        found["words"] = "Gemiddeld ongeveer " + halves(found["level"]) + " van de 5."
    elif middle >= 0:
        found["level"] = middle
        found["measure"] = "middle"
        found["words"] = "Het midden ligt op " + halves(middle) + " van de 5."
    return found


# ---- signals ----


def count_words(count):
    """A small number as a word."""
    return COUNTS[count] if count < len(COUNTS) else str(count)


def _signals(instrument, signals, not_named):
    """Per item that must not be missed: whether it is named, never how often."""
    return [
        {
            "item": item["id"],
            "text": item["text"],
            "named": signals[item["id"]],
            "words": SIGNAL_NAMED if signals[item["id"]] else not_named,
        }
        for _, item in items_of(instrument)
        if item["id"] in signals
    ]
