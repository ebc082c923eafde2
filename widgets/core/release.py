"""What leaves a ballot box: once, at its close. The only module that reads counters; everything later is made from this.

A report, the picture of a school, a comparison, a sheet, a table and a drawing take what was released and can not see
counts. So no combination of them tells more than the releases did, and each sheet is in exactly one release.

table of a question: {"of": pupils in it, "cells": [[first bin, last bin, pupils]], "skips": "0–2"}. One cell with -1
pupils means "almost everybody". None: nothing may be seen. Bins are those of ballot_count.
release: {"n", "items": {item id: table}, "regular": {section id: table}, "middles": {section id: half points, -1: not
shown}, "signals": {item id: whether `cell` pupils or more named it}, "odd": whether `cell` sheets or more were hardly
serious}.

The rules, with the thresholds of disclosure.limits:
1. No cell below `cell` pupils; 0, 1 and 2 at the risky end look alike (disclosure.collapse).
2. 0, 1 and 2 who skipped look alike: they stand with the safe end. More are left out of the table.
3. An ordinary question from `item` pupils, a sensitive one from `sensitive`.
4. A figure that crosses questions ("regular", "odd") is told only as far as every hidden cell could still be empty. Whether
   it is told follows from the tables alone.
5. The middle of a section stands only where no question does, below `item` pupils, and from three ordinary questions on.
"""

from widgets.core.ballot_count import NO_SCORE, has_regular, is_sensitive, items_of, leading_items, len_of_bins, risky_high
from widgets.core.disclosure import collapse, few, limits, middle, total
from widgets.core.spans import span_of

FEWEST_IN_MIDDLE = 3  # ordinary questions of a section
ALMOST = -1


def release(instrument, counters, n):
    """The release of a box that is the only one of its group. `n`: sheets in it."""
    allowed = limits(instrument)
    large = n >= allowed["item"]
    items = {}
    for section, item in items_of(instrument):
        needed = max(allowed["item"], allowed["sensitive"]) if is_sensitive(item) else allowed["item"]
        items[item["id"]] = table_of(counters["items"][item["id"]], risky_high(section, item), needed, n, allowed["cell"])
    regular = {}
    middles = {}
    for section in instrument["sections"]:
        name = section["id"]
        if has_regular(section):
            regular[name] = _regular(section, counters["regular"][name], items, n, allowed["cell"])
        middles[name] = -1 if large else _middle(section, counters["sections"][name], allowed)
    return {
        "n": n,
        "items": items,
        "regular": regular,
        "middles": middles,
        "signals": _signals(instrument, counters, n),
        "odd": large and _is_odd(instrument, counters, items),
    }


def part(instrument, counters, n):
    """The release of one of several boxes of a group: {"n", "items", "signals"}, for joining and never shown by itself.

    A question stands in it from `section` pupils on, for only the group as a whole has to be large enough. Nothing
    that crosses questions is in it.
    """
    allowed = limits(instrument)
    items = {}
    for section, item in items_of(instrument):
        items[item["id"]] = table_of(
            counters["items"][item["id"]], risky_high(section, item), allowed["section"], n, allowed["cell"]
        )
    return {"n": n, "items": items, "signals": _signals(instrument, counters, n)}


# ---- one question ----


def table_of(counts, is_risky_high, needed, n, cell):
    """The table of one question: `counts` are pupils per bin and who skipped, of `n` sheets."""
    bins = counts[0:-1]
    skipped = counts[-1]
    everybody = n
    if skipped < cell:
        safe = 0 if is_risky_high else len(bins) - 1
        bins = bins[0:safe] + [bins[safe] + skipped] + bins[safe + 1 :]
    else:
        everybody = n - skipped
    if n < needed or everybody < needed:
        return None
    cells = collapse(bins, is_risky_high, cell)
    if len(cells) == 1:
        cells = [(cells[0][0], cells[0][1], ALMOST)]
    return {"of": everybody, "cells": [list(one) for one in cells], "skips": few(skipped, cell)}


# ---- what crosses questions ----


def _regular(section, count, items, n, cell):
    """How many of `n` did or met at least one thing of a section regularly: a table of two bins, or with "least".

    Whoever adds up the tables of the questions knows the most that it can be without some hidden question. Above that it
    would tell that somebody is in that question: there the table says "at least".
    """
    most = []
    hidden = []
    for item in leading_items(section):
        table = items[item["id"]]
        if table is None:
            return None
        span = span_of(table, len_of_bins(item), risky_high(section, item), cell)
        # Where a table hides the border, each of the first `cell` numbers from "at least" on can be the right one.
        most.append(min(span["high"][0], span["low"][0] + cell - 1))
        if span["low"][0] == 0:
            hidden.append(most[-1])
    cap = min([n] + [total(most) - one for one in hidden])
    if cap < cell:
        return None
    told = min(count, cap)
    if told < cell or n - told < cell:
        place = 0 if told < cell else 1
        return {"of": n, "cells": [[place, place, ALMOST]], "skips": "", "least": False}
    return {"of": n, "cells": [[0, 0, n - told], [1, 1, told]], "skips": "", "least": count >= cap and cap < n}


def _middle(section, histogram, allowed):
    """The middle score of a section in half points. 0, 1 and 2 pupils without a score look alike."""
    scored = total(histogram[0:NO_SCORE])
    ordinary = [item for item in section["items"] if not is_sensitive(item)]
    if len(ordinary) < FEWEST_IN_MIDDLE or (histogram[NO_SCORE] >= allowed["cell"] and scored < allowed["section"]):
        return -1
    return middle(histogram[0:NO_SCORE])


def _signals(instrument, counters, n):
    """Per item that must not be missed: whether `cell` pupils or more named it. Below `item` pupils nothing."""
    allowed = limits(instrument)
    if n < allowed["item"] or ("signals" in instrument and not instrument["signals"]):
        return {}
    found = {}
    for name in counters["signals"]:
        found[name] = counters["signals"][name] >= allowed["cell"]
    return found


def _is_odd(instrument, counters, items):
    """Whether to tell of sheets that are hardly serious (ballot_count.is_odd).

    Such a sheet lacks the highest answer in at most `missed` questions. It is told of only when it could lack every
    question where few chose that, or that is not shown at all: else it would tell that somebody did.
    """
    cell = limits(instrument)["cell"]
    found = items_of(instrument)
    missed = len(found) - (8 * len(found) + 8) // 9
    scarce = 0
    for section, item in found:
        table = items[item["id"]]
        fewest = 0
        if table is not None:
            is_risky = risky_high(section, item)
            span = span_of(table, len_of_bins(item), is_risky, cell)
            fewest = span["low"][-1] if is_risky else table["of"] - span["high"][0]
        scarce = scarce + (1 if fewest < cell else 0)
    return counters["odd"] >= cell and scarce <= missed
