"""What stands out in a report: at most three strengths and three points of attention."""

from widgets.core.figures import at_least, label_of_almost

MOST_LINES = 3  # strengths, and points of attention
ATTENTION_SHARE = 10
STRENGTH_SHARE = 50
GOOD_FIRST = 1000  # more than any share


def end_of(item, is_risky):
    """[first, last] answer at the risky or the safe end of an item of a report."""
    if (item["polarity"] == "high-is-bad") == is_risky:
        return [2, 5] if item["sensitive"] else [4, 5]
    return [0, 1]


def _at_end(item, is_risky, percentage):
    """Which cell of an item tells of this end: its place, and its share; (-1, 100) for "bijna iedereen", (-1, -1) when too few
    are there."""
    figure = item["figure"]
    first, last = end_of(item, is_risky)
    cells = figure["cells"]
    if not cells:
        found = figure["range"]
        return -1, 100 if found and found[0] == first and found[1] == last else -1
    place = 0 if first == 0 else len(cells) - 1
    cell = cells[place]
    if cell["from"] == first and cell["to"] == last and at_least(cell, figure["of"], percentage):
        return place, cell["pct"]
    return -1, -1


def _line(item, place):
    """What is told of an item: of the cell in this place, or (-1) of "bijna iedereen"."""
    figure = item["figure"]
    cell = None if place < 0 else figure["cells"][place]
    return {
        "item": item["id"],
        "section": item["section"],
        "text": item["text"],
        "label": label_of_almost(figure) if cell is None else cell["label"],
        "share": "bijna iedereen" if cell is None else cell["share"],
        "pupils": "" if cell is None else cell["pupils"],
    }


def _first_lines(ranked):
    """Lines of the items with the highest rank: [rank, item, place of its cell]; equals in their own order."""
    found = []
    while ranked and len(found) < MOST_LINES:
        best = 0
        for number in range(1, len(ranked)):
            if ranked[number][0] > ranked[best][0]:
                best = number
        found.append(_line(ranked[best][1], ranked[best][2]))
        ranked = ranked[0:best] + ranked[best + 1 :]
    return found


def attention_lines(items):
    """At most three questions with most pupils at the risky end, at least 3 pupils and 10 %; equals in their own order."""
    ranked = []
    for item in items:
        place, share = _at_end(item, True, ATTENTION_SHARE)
        if share >= 0:
            ranked.append([share, item, place])
    return _first_lines(ranked)


def strengths(items):
    """At most three questions with at least half at the safe end: good things first, then the largest share."""
    ranked = []
    for item in items:
        place, share = _at_end(item, False, STRENGTH_SHARE)
        if share >= 0:
            ranked.append([share + (GOOD_FIRST if item["polarity"] == "high-is-good" else 0), item, place])
    return _first_lines(ranked)
