"""A solver confirms on random whole reports that every hidden number can still be 0, 1 and 2: see tests/solver.py."""

import random

import pytest

from tests import solver
from tests.core.test_ballot_searches import checklists_of_a_school, counters_of, hurt_or_not
from widgets.core import ballot_count, release, spans

INSTRUMENT = checklists_of_a_school()
REPORTS = 500


def hidden_borders(released):
    """(section, place of an item, border) where the report hides how many are past it, and it may be fewer than 3."""
    found = []
    for section in INSTRUMENT["sections"]:
        for place, item in enumerate(section["items"]):
            bins = 2 if item["class"] == "C" else 3
            risky_high = ballot_count.risky_high(section, item)
            table = released["items"][item["id"]]
            for border in range(1, bins):
                if table is None:
                    continue
                span = spans.span_of(table, bins, risky_high)
                if span["low"][border - 1] == 0:
                    found.append((section, place, border))
    return found


def group(chance):
    n = chance.randint(10, 30)
    rate = chance.choice((0.03, 0.05, 0.1, 0.2, 0.4))
    return n, [hurt_or_not(INSTRUMENT, chance, rate) for _ in range(n)]


@pytest.mark.parametrize("batch", range(5))
def test_in_every_hidden_cell_there_may_be_nobody_one_and_two(batch):
    """500 random reports of 10 to 30 pupils; of each one hidden number, and 0, 1 or 2 in its place."""
    chance = random.Random(batch)
    tried = 0
    for _ in range(REPORTS // 5):
        n, sheets = group(chance)
        released = release.release(INSTRUMENT, counters_of(INSTRUMENT, sheets), n)
        section, place, border = chance.choice(hidden_borders(released))
        number = chance.randint(0, 2)
        others = solver.other_group(section, released, n, place, border, number)
        assert others is not None, (n, section["items"][place]["id"], border, number, released)
        ids = [one["id"] for one in section["items"]]
        whole = [
            {**{name: sheet[name] for name in sheet if name not in ids}, **other}
            for sheet, other in zip(sheets, others, strict=True)
        ]
        again = release.release(INSTRUMENT, counters_of(INSTRUMENT, whole), n)
        assert again == released, "the group that was found gives the same report"
        tried += 1
    assert tried == REPORTS // 5


def test_the_solver_finds_what_a_plain_share_gives_away(monkeypatch):
    """With the plain number of pupils who met at least one thing there is no such group: the solver can say no."""
    section = {**INSTRUMENT["sections"][2], "items": INSTRUMENT["sections"][2]["items"][:2]}
    instrument = {**INSTRUMENT, "sections": [section]}
    sheets = [{"c0": 4, "c1": 0}, {"c0": 4, "c1": 0}, {"c0": 0, "c1": 4}] + [{"c0": 0, "c1": 0}] * 9
    monkeypatch.setattr(
        release,
        "_regular",
        lambda section, count, items, n, cell: {
            "of": n,
            "cells": [[0, 0, n - count], [1, 1, count]],
            "skips": "",
            "least": False,
        },
    )
    released = release.release(instrument, counters_of(instrument, sheets), 12)
    assert solver.other_group(section, released, 12, 1, 1, 0) is None
    assert solver.other_group(section, released, 12, 1, 1, 1) is not None
