"""How many pupils are beyond each border between two bins, as far as a release tells: from "at least" to "at most".

span: {"of": pupils, "low": [per border], "high": [per border]}, the safe end first: with three bins the pupils beyond the
safe bin, and those in the risky one; with two bins one border.
"""

# What `span_of` found before, by all that it is found from, and how many of them are kept.
_FOUND = {}
MOST_FOUND = 5000


def span_of(table, bins, is_risky_high, cell=3):
    """The span of a table (see widgets.core.release) of so many bins, as disclosure.collapse joined them. Nobody changes it."""
    asked = repr([table["of"], table["cells"], bins, is_risky_high, cell])
    if asked not in _FOUND:
        if len(_FOUND) >= MOST_FOUND:
            _FOUND.clear()
        _FOUND[asked] = _span_of(table, bins, is_risky_high, cell)
    return _FOUND[asked]


def _span_of(table, bins, is_risky_high, cell):
    everybody = table["of"]
    cells = table["cells"]
    if len(cells) == 1:
        return _almost(everybody, cells[0][0], cells[0][1], bins, is_risky_high, cell)
    low, high = unknown_borders(everybody, bins)
    beyond = 0  # pupils in the cells from the risky end on
    for place in range(len(cells)):
        one = cells[len(cells) - 1 - place] if is_risky_high else cells[place]
        first = one[0] if is_risky_high else bins - 1 - one[1]
        last = one[1] if is_risky_high else bins - 1 - one[0]
        for border in range(first, last):  # inside the cell
            low[border] = beyond
            high[border] = beyond + one[2]
        if last == bins - 1 and first < last:  # the middle and the risky bin together: fewer than `cell` are in the risky one
            high[bins - 2] = min(high[bins - 2], cell - 1)
        beyond = beyond + one[2]
        if first > 0:
            low[first - 1] = high[first - 1] = beyond
    return {"of": everybody, "low": low, "high": high}


def span_between(everybody, cells, bins, is_risky_high, cell=3):
    """The span of shown cells: [first bin, last bin, fewest, most pupils]; one cell is "almost everybody"."""
    if len(cells) == 1:
        return _almost(everybody, cells[0][0], cells[0][1], bins, is_risky_high, cell)
    low, high = [], []
    for border in range(1, bins):
        fewest, most, is_seen = 0, everybody, True
        fewest_before, most_after = everybody, 0
        for one in cells:
            first = one[0] if is_risky_high else bins - 1 - one[1]
            last = one[1] if is_risky_high else bins - 1 - one[0]
            if first >= border:
                fewest = fewest + one[2]
                most_after = most_after + one[3]
            elif last < border:
                most = most - one[2]
                fewest_before = fewest_before - one[3]
            else:
                is_seen = False
        if is_seen:
            fewest = max(fewest, fewest_before)
            most = min(most, most_after)
        elif border == bins - 1:
            most = min(most, cell - 1)  # as in span_of
        low.append(fewest)
        high.append(most)
    return {"of": everybody, "low": low, "high": high}


def _almost(everybody, first, last, bins, is_risky_high, cell):
    """All but fewer than `cell` are in one run of bins; of the risky bin alone at most as many when it is not the whole run."""
    start = first if is_risky_high else bins - 1 - last
    low, high = unknown_borders(everybody, bins)
    for border in range(1, bins):
        if start >= border:
            low[border - 1] = max(everybody - cell + 1, 0)
        else:
            high[border - 1] = min(cell - 1, everybody)
    return {"of": everybody, "low": low, "high": high}


def unknown_borders(everybody, bins):
    """For each border: nobody at least, everybody at most."""
    return ([0, 0], [everybody, everybody]) if bins == 3 else ([0], [everybody])


def unknown(everybody, bins):
    """The span of a question of which nothing is shown."""
    low, high = unknown_borders(everybody, bins)
    return {"of": everybody, "low": low, "high": high}


def together(spans):
    """The span of several groups as one. Raises ValueError for no groups."""
    if not spans:
        raise ValueError("no spans")
    everybody = 0
    low, high = unknown_borders(0, len(spans[0]["low"]) + 1)
    for span in spans:
        everybody = everybody + span["of"]
        for border in range(len(low)):
            low[border] = low[border] + span["low"][border]
            high[border] = high[border] + span["high"][border]
    return {"of": everybody, "low": low, "high": high}
