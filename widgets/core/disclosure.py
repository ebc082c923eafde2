"""What of a table of counts may be shown: thresholds, merged cells, steps of 5 %, and margins in pupils.

Counts of one question are bins on the answers 0..5: three (0-1, 2-3, 4-5), or two (0-1, 2-5) for a sensitive
question. One end is risky ("often hurt", "never safe"): 0, 1 and 2 pupils there must look the same. Everything is
computed with integers, so that every browser gives the same result.
"""

# The lowest values: an instrument may ask for more, never for less.
FLOORS = {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5}
UNITS = 20  # a share is shown in twentieths
Z95 = 38415  # squares of the normal deviates 1.95996 and 2.57583, times SCALE
Z99 = 66349
SCALE = 10000
CLEAR_DIFFERENCE = 5  # pupils


def limits(instrument):
    """The thresholds of an instrument: its own where these are higher than the floors."""
    own = instrument["limits"] if "limits" in instrument else {}
    found = {}
    for name in FLOORS:
        found[name] = FLOORS[name]
        if name in own and isinstance(own[name], int) and own[name] > FLOORS[name]:
            found[name] = own[name]
    return found


# ---- merging cells ----


def _borders(safe_first, cell):
    """Per border between two bins, the safe one first, whether it may be seen."""
    if len(safe_first) == 2:
        return [safe_first[0] >= cell and safe_first[1] >= cell]
    safe, middle, risky = safe_first
    if risky < cell:
        return [safe >= cell and middle + risky >= cell, False]
    if safe < cell or middle < cell:
        return [False, safe + middle >= cell]
    return [True, True]


def collapse(counts, risky_high, cell):
    """Which neighbouring bins are shown together: list of (first bin, last bin, count).

    One entry means that the counts are too one-sided to show: it then names the bins of almost everybody.
    No entry is below `cell`, and the result depends on the risky bin only from `cell` on.
    """
    safe_first = counts if risky_high else counts[::-1]
    seen = _borders(safe_first, cell)
    last = len(counts) - 1
    if True not in seen:
        split = 2 if last == 2 and safe_first[2] >= cell else 1
        before = total(safe_first[0:split])
        after = total(safe_first[split:])
        cells = [(0, split - 1, before) if before > after else (split, last, after)]
    else:
        cells = []
        first = 0
        for place in range(len(counts)):
            if place == last or seen[place]:
                cells.append((first, place, total(safe_first[first : place + 1])))
                first = place + 1
    if risky_high:
        return cells
    return [(last - end, last - start, count) for start, end, count in cells[::-1]]


def total(counts):
    return sum(counts)


# ---- shares ----


def shares(counts):
    """Percentages in steps of 5 that make 100 together (largest remainders; the first of equals)."""
    everybody = total(counts)
    found = []
    left = []
    missing = 100
    for count in counts:
        found.append(UNITS * count // everybody * 5)
        left.append(UNITS * count % everybody)
        missing = missing - found[-1]
    while missing > 0:
        largest = 0
        for place in range(1, len(left)):
            if left[place] > left[largest]:
                largest = place
        found[largest] = found[largest] + 5
        left[largest] = -1
        missing = missing - 5
    return found


def share_text(percentage):
    """ "40 %"; the ends are never exact: somebody is in every cell that is shown."""
    if percentage < 5:
        return "minder dan 5 %"
    if percentage > 95:
        return "meer dan 95 %"
    return str(percentage) + " %"


def about(percentage, everybody, cell):
    """How many pupils a shown share stands for, as a reader of the report would work it out."""
    return min(max((percentage * everybody + 50) // 100, cell), everybody - cell)


def pupils_behind(percentages, everybody, cell):
    """What a reader can know of the counts behind shown shares of `everybody` (see `shares`): list of (fewest, most).

    A share of u twentieths was rounded from more than u - 1 and fewer than u + 1 of them; every cell has at least
    `cell` pupils; together they are everybody.
    """
    rough = []
    for percentage in percentages:
        units = percentage // 5
        fewest = max(cell, everybody * (units - 1) // UNITS + 1)
        rough.append((fewest, max(fewest, (everybody * (units + 1) - 1) // UNITS)))
    fewest = total([low for low, _ in rough])
    most = total([high for _, high in rough])
    return [(max(low, everybody - most + high), min(high, everybody - fewest + low)) for low, high in rough]


# ---- margins ----

MARGINS = {}  # "count everybody" -> margin: a school asks for the same ones over and over


def margin(count, everybody):
    """The Wilson 95 % interval of `count` out of `everybody`, rounded outward to whole pupils: (low, high)."""
    asked = str(count) + " " + str(everybody)
    if asked not in MARGINS:
        MARGINS[asked] = (
            count - _steps_inside(count, everybody, -1, count),
            count + _steps_inside(count, everybody, 1, everybody - count),
        )
    return MARGINS[asked]


def _steps_inside(count, everybody, side, most):
    """How many pupils to one side of `count` the first place is that does not fit any more; at most `most`."""
    inside, outside = -1, most
    while outside - inside > 1:
        middle = (inside + outside) // 2
        if _is_inside(count + side * middle, count, everybody):
            inside = middle
        else:
            outside = middle
    return outside


def _is_inside(pupils, count, everybody):
    """Whether a share of `pupils` would still fit: (p - q)^2 <= z^2 q (1 - q) / n, in whole numbers."""
    gap = count - pupils
    return SCALE * everybody * gap * gap < Z95 * pupils * (everybody - pupils) or gap == 0


def margin_text(count, everybody):
    low, high = margin(count, everybody)
    return "ergens tussen " + str(low) + " en " + str(high) + " leerlingen"


def differs(count, everybody, other, others):
    """Whether two shares differ clearly: Newcombe 99 % leaves out zero, and at least 5 pupils of the smaller group.

    Source of the rule: with two like classes of 25 and 45 questions, 17 % of comparisons show one such difference;
    with 95 % it would be 76 %.
    """
    if count * others < other * everybody:
        return differs(other, others, count, everybody)
    gap = count * others - other * everybody
    if gap * min(everybody, others) < CLEAR_DIFFERENCE * everybody * others:
        return False
    here = SCALE * count // everybody
    there = SCALE * other // others
    below = here - _wilson(count, everybody, -1)
    above = _wilson(other, others, 1) - there
    return (here - there) * (here - there) > below * below + above * above


def _wilson(count, everybody, side):
    """A bound of the Wilson 99 % interval, times SCALE."""
    root = root_of(Z99 * (Z99 + 4 * SCALE * count * (everybody - count) // everybody))
    return SCALE * (2 * SCALE * count + Z99 + side * root) // (2 * (SCALE * everybody + Z99))


def root_of(number):
    """The largest int whose square is not above `number`."""
    found = number
    following = (number + 1) // 2
    while following < found:
        found = following
        following = (found + number // found) // 2
    return found


def middle(histogram):
    """The place of the middle pupil in a histogram, the lower of two: between them would tell how many there are.

    Raises ValueError for a histogram of nobody.
    """
    passed = 0
    for place in range(len(histogram)):
        passed = passed + histogram[place]
        if passed > 0 and 2 * passed >= total(histogram):
            return place
    raise ValueError("the histogram is empty")


def few(count, cell=3):
    """A small number as "0–2" or "3 of meer"."""
    return "0–" + str(cell - 1) if count < cell else str(cell) + " of meer"
