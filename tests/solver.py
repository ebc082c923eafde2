"""A constraint solver against a release: is there another group of pupils with the same report, and this number in a cell?

Written from the rules as they stand on the page "De stembus", pupil by pupil, and from none of the code that applies them.
An answer is checked by playing the pupils it found through the real box: the same release, to the last figure.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from widgets.core import ballot_count

CELL = 3


class Group:
    """Pupils with unknown answers to one section. `bins` of an item: its bins and, last, who skipped."""

    def __init__(self, section: dict, n: int) -> None:
        self.section, self.n = section, n
        self.items = section["items"]
        self.bins = [3 if item["class"] == "C" else 4 for item in self.items]
        self.first = np.cumsum([0, *[n * bins for bins in self.bins]])
        self.more = int(self.first[-1])
        self.rows, self.low, self.high = [], [], []
        self.named: dict[int, list[int]] = {}  # per item that is a signal: a variable for every pupil

    def unknown(self) -> int:
        """A new variable of 0 or 1."""
        self.more += 1
        return self.more - 1

    def answer(self, pupil: int, item: int, bin_number: int) -> int:
        return int(self.first[item]) + pupil * self.bins[item] + bin_number

    def rule(self, terms: dict[int, float], low: float, high: float) -> None:
        self.rows.append(terms)
        self.low.append(low)
        self.high.append(high)

    def count(self, item: int, bins: list[int], low: float, high: float, switch: tuple[int, float] | None = None) -> None:
        """So many pupils in these bins together; `switch` is (variable, weight) that may loosen it."""
        terms = {self.answer(pupil, item, one): 1.0 for pupil in range(self.n) for one in bins}
        if switch:
            terms[switch[0]] = switch[1]
        self.rule(terms, low, high)

    def solve(self) -> list[dict] | None:
        """The sheets of all pupils, or None when there is no such group."""
        matrix = lil_matrix((len(self.rows), self.more))
        for number, terms in enumerate(self.rows):
            for place, weight in terms.items():
                matrix[number, place] = weight
        found = milp(
            np.zeros(self.more),
            constraints=LinearConstraint(matrix.tocsr(), self.low, self.high),
            integrality=np.ones(self.more),
            bounds=Bounds(0, 1),
            options={"time_limit": 20},
        )
        if found.x is None:
            return None
        return [self._sheet(found.x, pupil) for pupil in range(self.n)]

    def _sheet(self, values, pupil: int) -> dict[str, int]:
        """Answers that are never the highest: no sheet is hardly serious."""
        sheet = {}
        for place, item in enumerate(self.items):
            chosen = max(range(self.bins[place]), key=lambda one: values[self.answer(pupil, place, one)])
            if chosen < self.bins[place] - 1:
                sheet[item["id"]] = 2 * chosen
                if chosen == 0 and place in self.named and values[self.named[place][pupil]] > 0.5:
                    sheet[item["id"]] = 1
        return sheet


def other_group(section: dict, released: dict, n: int, item: int, border: int, count: int) -> list[dict] | None:
    """Sheets of `n` pupils for this section with `count` of them past a border between two bins of item number `item` (from
    the safe end, from 1), and all that was released of the section; None when there are none."""
    group = Group(section, n)
    for place, one in enumerate(group.items):
        for pupil in range(n):
            group.rule({group.answer(pupil, place, bin_number): 1.0 for bin_number in range(group.bins[place])}, 1, 1)
        _table(group, place, one, released)
        if one["id"] in released["signals"]:
            _signal(group, place, released["signals"][one["id"]])
    if section["id"] in released["regular"] and released["regular"][section["id"]] is not None:
        _regular(group, released["regular"][section["id"]])
    order = _safe_first(group, item)
    group.count(item, order[border:], count, count)
    return group.solve()


def _safe_first(group: Group, item: int) -> list[int]:
    real = list(range(group.bins[item] - 1))
    return real if ballot_count.risky_high(group.section, group.items[item]) else real[::-1]


def _table(group: Group, place: int, item: dict, released: dict) -> None:
    table, n = released["items"][item["id"]], group.n
    order, skip = _safe_first(group, place), group.bins[place] - 1
    needed = 20 if item["class"] == "C" else 10
    if table is None:
        if n >= needed:
            group.count(place, [skip], max(CELL, n - needed + 1), n)
        return
    safe = [order[0]]
    if table["of"] == n:
        group.count(place, [skip], 0, CELL - 1)
        safe.append(skip)
    else:
        group.count(place, [skip], n - table["of"], n - table["of"])
    cells = [sorted(order.index(one) for one in range(first, last + 1)) for first, last, _ in table["cells"]]

    def bins(places):
        return [one for number in places for one in (safe if number == 0 else [order[number]])]

    if len(cells) == 1:
        outside = [number for number in range(len(order)) if number not in cells[0]]
        group.count(place, bins(outside), 0, CELL - 1)
        if len(order) == 3 and cells[0] != [2]:
            group.count(place, bins([2]), 0, CELL - 1)
        return
    for inside, (_, _, count) in zip(cells, table["cells"], strict=True):
        group.count(place, bins(inside), count, count)
        if inside == [1, 2]:
            group.count(place, bins([2]), 0, CELL - 1)
        elif inside == [0, 1]:
            either = group.unknown()
            group.count(place, bins([0]), -n, CELL - 1, (either, -n))
            group.count(place, bins([1]), -n, CELL - 1 + n, (either, n))


def _regular(group: Group, table: dict) -> None:
    leading = ballot_count.leading_items(group.section)
    places = [place for place, item in enumerate(group.items) if item in leading]
    met = [group.unknown() for _ in range(group.n)]
    for pupil in range(group.n):
        past = {group.answer(pupil, place, one): 1.0 for place in places for one in _safe_first(group, place)[1:]}
        for variable in past:
            group.rule({variable: 1.0, met[pupil]: -1.0}, -1, 0)
        group.rule({**past, met[pupil]: -1.0}, 0, len(places))
    cells = table["cells"]
    if len(cells) == 1:
        low, high = (0, CELL - 1) if cells[0][0] == 0 else (group.n - CELL + 1, group.n)
    else:
        low, high = cells[1][2], group.n if table["least"] else cells[1][2]
    group.rule({one: 1.0 for one in met}, low, high)


def _signal(group: Group, place: int, named: bool) -> None:
    """Named: 1 or more. The first bin holds 0 and 1, so each pupil in it may have named it or not."""
    skip = group.bins[place] - 1
    chosen = group.named[place] = [group.unknown() for _ in range(group.n)]
    for pupil, one in enumerate(chosen):
        group.rule({one: 1.0, **{group.answer(pupil, place, b): -1.0 for b in range(1, skip)}}, 0, 1)
        group.rule({one: 1.0, **{group.answer(pupil, place, b): -1.0 for b in range(skip)}}, -1, 0)
    low, high = (CELL, group.n) if named else (0, CELL - 1)
    group.rule({one: 1.0 for one in chosen}, low, high)
