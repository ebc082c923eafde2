"""What of a table of counts may be shown: thresholds, merged cells, steps of 5 %, and margins in pupils.

Counts of one question are bins on the answers 0..5: three (0-1, 2-3, 4-5), or two (0-1, 2-5) for a sensitive
question. One end is risky ("often hurt", "never safe"): 0, 1 and 2 pupils there must look the same. Everything is
computed with integers, so that every browser gives the same result.
"""

# The lowest values: an instrument may ask for more, never for less.
FLOORS = {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5}
UNITS = 20                     # a share is shown in twentieths
Z95 = 38415                    # squares of the normal deviates 1.95996 and 2.57583, times SCALE
Z99 = 66349
SCALE = 10000
CLEAR_DIFFERENCE = 5           # pupils


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


def collapse(counts, risky_high, cell=3):
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
                cells.append((first, place, total(safe_first[first:place + 1])))
                first = place + 1
    if risky_high:
        return cells
    return [(last - end, last - start, count) for start, end, count in cells[::-1]]


def joined(rows, risky_high, cell=3):
    """The bins of several groups together, such that knowing each group's own cells and this total tells no more.

    Per border between two bins a group either shows it, and counts exactly, or hides fewer than `cell` pupils there.
    What is hidden alike is added up over the groups, and counts only from `cell` on. Of one group this gives counts
    with the same cells in which nothing is hidden any more.
    """
    everybody = 0
    upper = upper_risky = upper_safe = 0               # the border before the risky bin: pupils beyond it, few beyond, few before
    lower = lower_risky = lower_safe = between = 0     # with three bins the border before the middle one; few between the two
    has_middle = len(rows[0]) == 3
    for row in rows:
        safe = row[0] if risky_high else row[-1]
        risky = row[-1] if risky_high else row[0]
        middle = row[1] if has_middle else 0
        answers = safe + middle + risky
        everybody = everybody + answers
        # What may be seen of one group is as in _borders; two bins are three with nobody in the middle.
        if risky < cell:
            upper_risky = upper_risky + risky
            if middle + risky < cell:
                lower_risky = lower_risky + middle + risky
            elif safe < cell:
                lower_safe = lower_safe + safe
                lower = lower + answers
            else:
                lower = lower + middle + risky
        elif safe + middle < cell:
            upper_safe = upper_safe + safe + middle
            upper = upper + answers
            lower_safe = lower_safe + safe
            lower = lower + answers
        else:
            upper = upper + risky
            if safe < cell:
                lower_safe = lower_safe + safe
                lower = lower + answers
            elif middle < cell:
                between = between + middle
                lower = lower + risky
            else:
                lower = lower + middle + risky
    upper = upper + _if_enough(upper_risky, cell) - _if_enough(upper_safe, cell)
    lower = lower + _if_enough(lower_risky, cell) - _if_enough(lower_safe, cell) + _if_enough(between, cell)
    lower = max(min(lower, everybody), 0)
    upper = max(min(upper, lower if has_middle else everybody), 0)
    counts = [everybody - lower, lower - upper, upper] if has_middle else [everybody - upper, upper]
    return counts if risky_high else counts[::-1]


def _if_enough(count, cell):
    return count if count >= cell else 0


def total(counts):
    return sum(counts)


# ---- shares ----

def shares(counts):
    """Percentages in steps of 5 that make 100 together (largest remainders; the first of equals)."""
    everybody = total(counts)
    units = [UNITS * count // everybody for count in counts]
    left = [UNITS * count % everybody for count in counts]
    while total(units) < UNITS:
        place = left.index(max(left))
        units[place] = units[place] + 1
        left[place] = -1
    return [unit * 5 for unit in units]


def share_text(percentage):
    """ "40 %"; the ends are never exact: somebody is in every cell that is shown."""
    if percentage < 5:
        return "minder dan 5 %"
    if percentage > 95:
        return "meer dan 95 %"
    return str(percentage) + " %"


def about(percentage, everybody, cell=3):
    """How many pupils a shown share stands for, as a reader of the report would work it out."""
    return min(max((percentage * everybody + 50) // 100, cell), everybody - cell)


# ---- margins ----

def margin(count, everybody):
    """The Wilson 95 % interval of `count` out of `everybody`, rounded outward to whole pupils: (low, high)."""
    return count - _steps_inside(count, everybody, -1, count), count + _steps_inside(count, everybody, 1, everybody - count)


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


# ---- places in a table ----

def at_ranks(histogram, ranks):
    """The places in a histogram of the ranks (from 1), which go up. Raises ValueError for a rank past the end."""
    found = []
    passed = 0
    for place in range(len(histogram)):
        passed = passed + histogram[place]
        while passed >= ranks[len(found)]:
            found.append(place)
            if len(found) == len(ranks):
                return found
    raise ValueError("rank past the end of the histogram")


def _middle_ranks(everybody):
    return [(everybody + 1) // 2, everybody // 2 + 1]


def median(histogram):
    """The middle place of a histogram, halves rounded up."""
    return (total(at_ranks(histogram, _middle_ranks(total(histogram)))) + 1) // 2


def quartiles(histogram):
    """(lower, upper) place: the nearest ranks at a quarter and three quarters."""
    everybody = total(histogram)
    lower, upper = at_ranks(histogram, [(everybody + 3) // 4, (3 * everybody + 3) // 4])
    return lower, upper


def summary(histogram, allowed):
    """{"of", "median", "low", "high"}: the middle from 5 pupils, the quartiles from 10; -1 is not shown."""
    everybody = total(histogram)
    if everybody >= max(allowed["item"], allowed["section"]):
        low, one, two, high = at_ranks(histogram, [(everybody + 3) // 4] + _middle_ranks(everybody) + [(3 * everybody + 3) // 4])
        return {"of": everybody, "median": (one + two + 1) // 2, "low": low, "high": high}
    found = {"of": everybody, "median": -1, "low": -1, "high": -1}
    if everybody >= allowed["section"]:
        found["median"] = median(histogram)
    if everybody >= allowed["item"]:
        found["low"], found["high"] = quartiles(histogram)
    return found


def combined(summaries):
    """One summary of several: means weighted by pupils, halves rounded up, over those that show the value.

    Not the median of everybody: next to the medians of the parts that would sometimes tell of all pupils in a part
    that they are on one side of it. A mean of what may be seen tells nothing new.
    """
    result = {"of": total([found["of"] for found in summaries])}
    for name in ("median", "low", "high"):
        known = [found for found in summaries if found[name] >= 0]
        pupils = total([found["of"] for found in known])
        weighted = total([found["of"] * found[name] for found in known])
        result[name] = (2 * weighted + pupils) // (2 * pupils) if known else -1
    if result["low"] >= 0:
        result["low"] = min(result["low"], result["median"])
        result["high"] = max(result["high"], result["median"])
    return result


def few(count, cell=3):
    """A small number as "0–2" or "3 of meer"."""
    return "0–" + str(cell - 1) if count < cell else str(cell) + " of meer"
