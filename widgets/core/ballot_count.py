"""Counting a sheet: a sheet dissolves into counters at once; order, time and the answers of one pupil are never kept.

Counters: {"items": {item id: pupils per bin of answers (0-1, 2-3, 4-5; a sensitive item, class C: 0-1, 2-5), and who
skipped}, "sections": {section id: 12 ints: pupils per score of 0..10 half points, and without a score}, "regular":
{section id: pupils with 2 or more on at least one of its leading items} for checklists, "signals": {item id: pupils with
1 or more}, "odd": int}. They exist while a box is open. Only widgets.core.release reads them, once.
"""

NO_SCORE = 11
# What `questions_of` found the last time: the files of a school ask it hundreds of times of the same instrument.
_LAST = {"instrument": None, "questions": []}


def items_of(instrument):
    """All (section, item) in order."""
    return [(section, item) for section in instrument["sections"] for item in section["items"]]


def questions_of(instrument):
    """All questions in order, with what is the same in each report: [{"id", "section": the section, "item": the item, "bins":
    how many, "risky_high", "polarity", "sensitive"}]."""
    if _LAST["instrument"] is not instrument:
        _LAST["questions"] = [
            {
                "id": item["id"],
                "section": section,
                "item": item,
                "bins": len_of_bins(item),
                "risky_high": risky_high(section, item),
                "polarity": "high-is-bad" if risky_high(section, item) else "high-is-good",
                "sensitive": is_sensitive(item),
            }
            for section, item in items_of(instrument)
        ]
        _LAST["instrument"] = instrument
    return _LAST["questions"]


def len_of_bins(item):
    return 2 if is_sensitive(item) else 3


def is_sensitive(item):
    return item["class"] == "C"


def risky_high(section, item):
    """Whether the high answers of this item are the worrying ones."""
    return (section["polarity"] == "high-is-bad") != item["reverse"]


def is_checklist(section):
    """Whether the highest answer counts: then the share of pupils with "regularly" (2 or more) is a figure too."""
    return section["score"] == "highest"


def leading_items(section):
    """The items that a figure of the whole section is made of: the ordinary ones, or all when every one is sensitive."""
    ordinary = [item for item in section["items"] if not is_sensitive(item)]
    return ordinary or section["items"]


def has_regular(section):
    """Whether "at least one thing regularly" is a figure: of a checklist about bad things, from two items on."""
    return is_checklist(section) and section["polarity"] == "high-is-bad" and len(leading_items(section)) > 1


def empty_counters(instrument):
    """Counters of nobody."""
    items = {}
    signals = {}
    sections = {}
    regular = {}
    for section in instrument["sections"]:
        sections[section["id"]] = [0] * (NO_SCORE + 1)
        if has_regular(section):
            regular[section["id"]] = 0
        for item in section["items"]:
            items[item["id"]] = [0, 0, 0] if is_sensitive(item) else [0, 0, 0, 0]
            if item["signal"]:
                signals[item["id"]] = 0
    return {"items": items, "sections": sections, "regular": regular, "signals": signals, "odd": 0}


def place_of(item, sheet):
    """Which counter of an item a sheet raises: that of the bin of its answer, or the last one."""
    if item["id"] not in sheet:
        return 2 if is_sensitive(item) else 3
    value = sheet[item["id"]]
    return (1 if value >= 2 else 0) if is_sensitive(item) else value // 2


def values_of(section, sheet):
    """What was answered to the leading items of a section; of a reversed one the mirror image."""
    found = []
    for item in leading_items(section):
        if item["id"] in sheet:
            value = sheet[item["id"]]
            found.append(5 - value if item["reverse"] else value)
    return found


def half_points(section, sheet):
    """The score of a section in half points (0..10), or NO_SCORE with too few answers.

    "mean" and "sum": the mean answer; "highest": the highest answer; "count": the part of the items with 1 or more.
    """
    values = values_of(section, sheet)
    if not values or len(values) < min(section["minimum"], len(leading_items(section))):
        return NO_SCORE
    if section["score"] == "highest":
        return 2 * max(values)
    if section["score"] == "count":
        return (20 * len([value for value in values if value >= 1]) + len(values)) // (2 * len(values))
    return (4 * sum(values) + len(values)) // (2 * len(values))


def is_regular(section, sheet):
    """Whether at least one thing of a section happened regularly: 2 or more."""
    return len([value for value in values_of(section, sheet) if value >= 2]) > 0


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
    found = {
        "odd": counters["odd"] + (1 if is_odd(instrument, sheet) else 0),
        "signals": dict(counters["signals"]),
        "regular": dict(counters["regular"]),
        "sections": {},
        "items": {},
    }
    for section in instrument["sections"]:
        name = section["id"]
        found["sections"][name] = raised(counters["sections"][name], half_points(section, sheet))
        if name in found["regular"] and is_regular(section, sheet):
            found["regular"][name] = found["regular"][name] + 1
        for item in section["items"]:
            found["items"][item["id"]] = raised(counters["items"][item["id"]], place_of(item, sheet))
            if item["signal"] and item["id"] in sheet and sheet[item["id"]] >= 1:
                found["signals"][item["id"]] = found["signals"][item["id"]] + 1
    return found


def raised(counts, place):
    """The same counts, one higher in this place."""
    return counts[0:place] + [counts[place] + 1] + counts[place + 1 :]
