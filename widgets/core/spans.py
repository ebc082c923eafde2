"""How many pupils are beyond each border between two bins, as far as a release tells: from "at least" to "at most".

span: {"of": pupils, "low": [per border], "high": [per border]}, the safe end first: with three bins the pupils beyond the
safe bin, and those in the risky one; with two bins one border.
"""

from widgets.core.disclosure import total


def span_of(table, bins, is_risky_high, cell=3):
    """The span of a table (see widgets.core.release) of so many bins, as disclosure.collapse joined them."""
    return _span(table["of"], [[first, last, count, count] for first, last, count in table["cells"]], bins, is_risky_high, cell)


def span_between(everybody, cells, bins, is_risky_high, cell=3):
    """The span of shown cells: [first bin, last bin, fewest, most pupils]; one cell is "almost everybody"."""
    return _span(everybody, cells, bins, is_risky_high, cell)


def _span(everybody, cells, bins, is_risky_high, cell):
    safe_first = (
        cells if is_risky_high else [[bins - 1 - last, bins - 1 - first, low, high] for first, last, low, high in cells[::-1]]
    )
    if len(cells) == 1:
        return _almost(everybody, safe_first[0], bins, cell)
    low, high = [], []
    for border in range(1, bins):
        fewest, most, is_seen = 0, everybody, True
        fewest_before, most_after = everybody, 0
        for first, last, least, greatest in safe_first:
            if first >= border:
                fewest = fewest + least
                most_after = most_after + greatest
            elif last < border:
                most = most - least
                fewest_before = fewest_before - greatest
            else:
                is_seen = False
        if is_seen:
            fewest = max(fewest, fewest_before)
            most = min(most, most_after)
        elif border == bins - 1:
            most = min(most, cell - 1)  # the middle and the risky bin together: fewer than `cell` are in the risky one
        low.append(fewest)
        high.append(most)
    return {"of": everybody, "low": low, "high": high}


def _almost(everybody, only, bins, cell):
    """All but fewer than `cell` are in one run of bins; of the risky bin alone at most as many when it is not the whole run."""
    low, high = [], []
    for border in range(1, bins):
        if only[0] >= border:
            low.append(max(everybody - cell + 1, 0))
            high.append(everybody)
        elif only[1] < border:
            low.append(0)
            high.append(min(cell - 1, everybody))
        else:
            low.append(0)
            high.append(min(cell - 1, everybody))
    return {"of": everybody, "low": low, "high": high}


def unknown(everybody, bins):
    """The span of a question of which nothing is shown."""
    return {"of": everybody, "low": [0] * (bins - 1), "high": [everybody] * (bins - 1)}


def together(spans):
    """The span of several groups as one. Raises ValueError for no groups."""
    if not spans:
        raise ValueError("no spans")
    return {
        "of": total([span["of"] for span in spans]),
        "low": [total(column) for column in zip(*[span["low"] for span in spans])],
        "high": [total(column) for column in zip(*[span["high"] for span in spans])],
    }
