"""Counting a sheet: a sheet dissolves into counters at once; order, time and the answers of one pupil are never kept.

Counters: {"items": {item id: 7 ints (answers 0..5 and skipped), for a sensitive item (class C) 3 ints (0-1, 2-5,
skipped)}, "sections": {section id: 12 ints: pupils per score of 0..10 half points, and without a score}, "regular":
{section id: 3 ints (highest answer 0-1, 2-5, no score)} for checklists, "signals": {item id: 0 or 1}, "odd": int}.
"""

NO_SCORE = 11


def items_of(instrument):
    """All (section, item) in order."""
    return [(section, item) for section in instrument["sections"] for item in section["items"]]


def is_sensitive(item):
    return item["class"] == "C"


def risky_high(section, item):
    """Whether the high answers of this item are the worrying ones."""
    return (section["polarity"] == "high-is-bad") != item["reverse"]


def is_checklist(section):
    """Whether the highest answer counts: then the share of pupils with "regularly" (2 or more) is a figure too."""
    return section["score"] == "highest"


def regular_class(section):
    """The class of the share "regularly" of a section: sensitive when every item is."""
    for item in section["items"]:
        if not is_sensitive(item):
            return "B"
    return "C"


def empty_counters(instrument):
    """Counters of nobody."""
    items = {}
    signals = {}
    sections = {}
    regular = {}
    for section in instrument["sections"]:
        sections[section["id"]] = [0] * (NO_SCORE + 1)
        if is_checklist(section):
            regular[section["id"]] = [0, 0, 0]
        for item in section["items"]:
            items[item["id"]] = [0, 0, 0] if is_sensitive(item) else [0] * 7
            if item["signal"]:
                signals[item["id"]] = 0
    return {"items": items, "sections": sections, "regular": regular, "signals": signals, "odd": 0}


def place_of(item, sheet):
    """Which counter of an item a sheet raises."""
    if item["id"] not in sheet:
        return 2 if is_sensitive(item) else 6
    value = sheet[item["id"]]
    return (1 if value >= 2 else 0) if is_sensitive(item) else value


def half_points(section, sheet):
    """The score of a section in half points (0..10), or NO_SCORE with too few answers.

    "mean" and "sum": the mean answer; "highest": the highest answer; "count": the part of the items with 1 or more.
    A sensitive item counts as 0 (answers 0-1) or 2 (answers 2-5): a score never tells more of it than its counters.
    """
    values = []
    for item in section["items"]:
        if item["id"] in sheet:
            value = sheet[item["id"]]
            if is_sensitive(item):
                value = 2 if value >= 2 else 0
            values.append(5 - value if item["reverse"] else value)
    if not values or len(values) < section["minimum"]:
        return NO_SCORE
    if section["score"] == "highest":
        return 2 * max(values)
    if section["score"] == "count":
        return (20 * len([value for value in values if value >= 1]) + len(values)) // (2 * len(values))
    return (4 * sum(values) + len(values)) // (2 * len(values))


def is_odd(instrument, sheet):
    """A sheet that is hardly serious: the highest answer nearly everywhere, at good and at bad things alike."""
    found = items_of(instrument)
    highest = 0
    good = 0
    bad = 0
    for section, item in found:
        if item["id"] in sheet and sheet[item["id"]] == 5:
            highest = highest + 1
            if risky_high(section, item):
                bad = bad + 1
            else:
                good = good + 1
    return 9 * highest >= 8 * len(found) and good > 0 and bad > 0


def is_sheet(instrument, sheet):
    """Whether this is {item id of the instrument: 0..5}."""
    if not isinstance(sheet, dict):
        return False
    known = [item["id"] for _, item in items_of(instrument)]
    for name in sheet:
        value = sheet[name]
        if name not in known or not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 5:
            return False
    return True


def counted(instrument, counters, sheet):
    """New counters with one sheet more."""
    found = added(counters)
    for section in instrument["sections"]:
        score = half_points(section, sheet)
        found["sections"][section["id"]][score] = found["sections"][section["id"]][score] + 1
        if is_checklist(section):
            place = 2 if score == NO_SCORE else (1 if score >= 4 else 0)
            found["regular"][section["id"]][place] = found["regular"][section["id"]][place] + 1
        for item in section["items"]:
            place = place_of(item, sheet)
            found["items"][item["id"]][place] = found["items"][item["id"]][place] + 1
            if item["signal"] and item["id"] in sheet and sheet[item["id"]] >= 1:
                found["signals"][item["id"]] = 1
    if is_odd(instrument, sheet):
        found["odd"] = found["odd"] + 1
    return found


def added(counters, *others):
    """The sum of sets of counters of one instrument, a new set of lists."""
    found = {"odd": counters["odd"], "signals": dict(counters["signals"])}
    for name in ("items", "sections", "regular"):
        sums = {}
        for key in counters[name]:
            sums[key] = counters[name][key][:]
        found[name] = sums
    for other in others:
        found["odd"] = found["odd"] + other["odd"]
        for name in ("items", "sections", "regular"):
            sums = found[name]
            rows = other[name]
            for key in sums:
                one = sums[key]
                two = rows[key]
                sums[key] = [one[place] + two[place] for place in range(len(one))]
        for key in found["signals"]:
            if other["signals"][key]:
                found["signals"][key] = 1
    return found


# ---- counters as one text ----

def layout(counters):
    """In which order counters are written: list of (kind, id, how many numbers)."""
    found = []
    for kind in ("items", "regular", "sections"):
        for key in counters[kind]:
            found.append((kind, key, len(counters[kind][key])))
    return found


def as_text(counters):
    """All counters as numbers with a space between, in the order of `layout`, then the signals and "odd".

    A box file has some hundreds of numbers, a school tens of thousands: one text is read many times faster than a
    list in a list for each question.
    """
    numbers = []
    for kind, key, _ in layout(counters):
        numbers = numbers + counters[kind][key]
    for key in counters["signals"]:
        numbers.append(counters["signals"][key])
    numbers.append(counters["odd"])
    return " ".join([str(number) for number in numbers])
