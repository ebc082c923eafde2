"""What stands out in a report: at most three strengths and three points of attention."""

from widgets.core.figures import at_least, label_of_almost

MOST_LINES = 3  # strengths, and points of attention
ATTENTION_SHARE = 10
STRENGTH_SHARE = 50


def end_of(item, is_risky):
    """[first, last] answer at the risky or the safe end of an item of a report."""
    if (item["polarity"] == "high-is-bad") == is_risky:
        return [2, 5] if item["sensitive"] else [4, 5]
    return [0, 1]


def _line(item, label, share, pupils):
    return {
        "item": item["id"],
        "section": item["section"],
        "text": item["text"],
        "label": label,
        "share": share,
        "pupils": pupils,
    }


def attention_lines(items):
    """At most three questions with most pupils at the risky end, at least 3 pupils and 10 %; equals in their own order."""
    ranked = []
    for place in range(len(items)):
        figure = items[place]["figure"]
        if figure["range"] == end_of(items[place], True):
            ranked.append((-100, place, _line(items[place], label_of_almost(figure), "bijna iedereen", "")))
        for cell in figure["cells"]:
            if [cell["from"], cell["to"]] == end_of(items[place], True) and at_least(cell, figure["of"], ATTENTION_SHARE):
                ranked.append((-cell["pct"], place, _line(items[place], cell["label"], cell["share"], cell["pupils"])))
    return [line for _, _, line in sorted(ranked, key=lambda found: found[0:2])][0:MOST_LINES]


def strengths(items):
    """At most three questions with at least half at the safe end: good things first, then the largest share."""
    ranked = []
    for place in range(len(items)):
        item = items[place]
        figure = item["figure"]
        rank = 0 if item["polarity"] == "high-is-good" else 1
        if figure["range"] == end_of(item, False):
            ranked.append((rank, -100, place, _line(item, label_of_almost(figure), "bijna iedereen", "")))
        for cell in figure["cells"]:
            if [cell["from"], cell["to"]] == end_of(item, False) and at_least(cell, figure["of"], STRENGTH_SHARE):
                ranked.append((rank, -cell["pct"], place, _line(item, cell["label"], cell["share"], cell["pupils"])))
    return [found[3] for found in sorted(ranked, key=lambda found: found[0:3])][0:MOST_LINES]
