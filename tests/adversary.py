"""What somebody can know who reads everything that was released, adds, subtracts and knows how the program works.

Nothing here looks inside the rules: the adversary plays every possible world through the real code, keeps the worlds that
give exactly what was released, and asks what they have in common.

A world of one question is (pupils per bin, safe end first, and who skipped). A small cell is *known* when the worlds left
tell 1 or 2 at the risky end from nobody; an answer is *certain* when one is left for a pupil, also for a classmate who
knows one other sheet.
"""

from functools import lru_cache

SMALL = (0, 1, 2)


def tables(everybody, kinds):
    """All ways to spread so many pupils over so many kinds of answers."""
    if kinds == 1:
        return [(everybody,)]
    return [(first, *rest) for first in range(everybody + 1) for rest in tables(everybody - first, kinds - 1)]


def is_told(numbers):
    """Whether a set of possible counts tells 0, 1 and 2 apart. From 3 on a count may be told."""
    low = {number for number in numbers if number in SMALL}
    return bool(low) and low != set(SMALL)


def certain(worlds):
    """Whether these worlds of one question leave one answer for some pupil: to an outsider, or to one who knows a sheet."""
    kinds = len(worlds[0])
    for known in [None, *range(kinds)]:
        left = set()
        for world in worlds:
            if known is not None and not world[known]:
                continue
            left |= {kind for kind in range(kinds) if world[kind] - (kind == known) > 0}
        if len(left) == 1:
            return True
    return False


@lru_cache(maxsize=None)
def by_release(table_of, bins, risky_high, needed, n, cell=3):
    """{what is released of a question (repr): its worlds} over all worlds of `n` sheets."""
    found = {}
    for world in tables(n, bins + 1):
        counts = list(world[:-1] if risky_high else world[-2::-1]) + [world[-1]]
        found.setdefault(repr(table_of(counts, risky_high, needed, n, cell)), []).append(world)
    return found


def beyond(world, border):
    """How many pupils of a world are past a border between two bins, counted from the safe end."""
    return sum(world[border:-1])


def unions(n, sizes):
    """All sizes that the union of sets of these sizes can have, in a group of `n`."""
    return range(max(sizes), min(n, sum(sizes)) + 1)


# ---- a checklist: its questions and the share who met at least one thing ----


def union_between(least, most, n, options):
    """For each question, which worlds fit a union of `least` to `most` pupils past the first border.

    options: per question its possible worlds. A world of question i fits when some size of the union can be made of it
    and worlds of the others: each at most the union, together at least the union.
    """
    past = [sorted({beyond(world, 1) for world in worlds}) for worlds in options]
    found = []
    for place, worlds in enumerate(options):
        fits = {}
        for mine in past[place]:
            fits[mine] = any(_fits(union, mine, past[:place] + past[place + 1 :]) for union in range(least, min(most, n) + 1))
        found.append([world for world in worlds if fits[beyond(world, 1)]])
    return found


def _fits(union, mine, others):
    if mine > union:
        return False
    total = mine
    for sizes in others:
        possible = [size for size in sizes if size <= union]
        if not possible:
            return False
        total += possible[-1]
    return total >= union


def read_union(regular, n, cell=3):
    """(fewest, most) pupils that a released figure "at least one thing" can stand for."""
    if regular is None:
        return 0, n
    cells = regular["cells"]
    if len(cells) == 1:
        return (0, cell - 1) if cells[0][0] == 0 else (n - cell + 1, n)
    return cells[1][2], n if regular["least"] else cells[1][2]
