"""What may be shown: over all distributions of 5 to 40 pupils, and the margins against exact fractions."""

import itertools
import math
import statistics
from fractions import Fraction

import pytest

from tests.cases_ballot import OFTEN
from widgets.core import disclosure
from widgets.core.figures import figure_of_table, hidden
from widgets.core.release import table_of


def triples(everybody):
    return [(low, middle, everybody - low - middle) for low in range(everybody + 1) for middle in range(everybody + 1 - low)]


def figure_of(triple, risky_high, item_class="B"):
    table = table_of([*triple, 0], risky_high, 20 if item_class == "C" else 10, sum(triple), 3)
    return (
        hidden("te weinig", sum(triple), len(triple))
        if table is None
        else figure_of_table(table, len(triple), risky_high, OFTEN, 3)
    )


@pytest.mark.parametrize("risky_high", [True, False])
def test_no_shown_cell_of_one_or_two_and_nothing_below_ten(risky_high):
    for everybody in range(5, 41):
        for triple in triples(everybody):
            figure = figure_of(triple, risky_high)
            assert figure["shown"] == (everybody >= 10)
            if not figure["shown"]:
                assert figure["cells"] == [] and figure["almost"] == figure["skips"] == ""
                continue
            cells = disclosure.collapse(list(triple), risky_high, 3)
            assert all(count >= 3 for _, _, count in cells)
            assert len(cells) == 1 or sum(count for _, _, count in cells) == everybody
            assert sum(cell["pct"] for cell in figure["cells"]) in (0, 100) and bool(figure["cells"]) != bool(figure["almost"])


@pytest.mark.parametrize("risky_high", [True, False])
def test_nobody_one_and_two_at_the_risky_end_look_the_same(risky_high):
    for everybody in range(5, 41):
        for rest in range(2, everybody + 1):
            seen = []
            for risky in range(3):
                triple = (everybody - rest, rest - risky, risky)
                seen.append(figure_of(triple if risky_high else triple[::-1], risky_high))
            assert seen[0] == seen[1] == seen[2], (everybody, rest)


def test_a_sensitive_question_only_from_twenty_and_in_two_cells():
    for everybody in range(5, 41):
        seen = {repr(figure_of((everybody - risky, risky), True, "C")) for risky in range(3)}
        assert len(seen) == 1
        for risky in range(everybody + 1):
            figure = figure_of((everybody - risky, risky), True, "C")
            assert figure["shown"] == (everybody >= 20)
            assert len(figure["cells"]) == (2 if everybody >= 20 and 3 <= risky <= everybody - 3 else 0)


def test_almost_everybody_is_never_everybody():
    for everybody in range(10, 41):
        texts = {figure_of((everybody - left, left, 0), True)["almost"] for left in range(3)}
        assert texts == {"bijna iedereen: nooit of één keer"}


def test_thresholds_may_be_raised_and_never_lowered():
    assert disclosure.limits({"limits": {"item": 15, "sensitive": 5, "cell": 1, "delta": "9"}}) == {
        **disclosure.FLOORS,
        "item": 15,
    }
    assert disclosure.limits({}) == disclosure.FLOORS


def test_the_lowest_thresholds_are_those_that_pupils_and_parents_read():
    assert disclosure.FLOORS == {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5}


@pytest.mark.parametrize("cells", [2, 3])
def test_what_a_reader_knows_of_the_pupils_behind_shares(cells):
    """Every way to put 6 to 24 pupils in the cells, tried one by one: those that fit the rule as it is written there."""
    for everybody in range(6, 25):
        worlds = [world for world in itertools.product(range(3, everybody), repeat=cells) if sum(world) == everybody]
        for world in worlds:
            shown = disclosure.shares(list(world))
            fitting = [
                other
                for other in worlds
                if all(abs(Fraction(20 * count, everybody) - share // 5) < 1 for count, share in zip(other, shown, strict=True))
            ]
            told = [(min(place), max(place)) for place in zip(*fitting, strict=True)]
            assert world in fitting and disclosure.pupils_behind(shown, everybody, 3) == told, (everybody, world)


def test_shares_are_steps_of_five_that_make_a_hundred():
    for counts in itertools.chain(triples(25), triples(37), [(3, 1997), (999, 1)]):
        shares = disclosure.shares(counts)
        assert sum(shares) == 100 and all(share % 5 == 0 for share in shares)
        assert all(abs(Fraction(100 * count, sum(counts)) - share) < 5 for count, share in zip(counts, shares))


def wilson(count, everybody, square):
    centre = (count + square / 2) / (everybody + square)
    half = math.sqrt(square) * math.sqrt(count * (everybody - count) / everybody + square / 4) / (everybody + square)
    return centre - half, centre + half


def test_margins_agree_with_wilson():
    for everybody in (5, 10, 25, 60, 130, 176, 235, 333):  # with 176 and 235 the smallest change of the deviate shows
        for count in range(everybody + 1):
            low, high = wilson(count, everybody, 3.8415)
            expected = max(0, math.floor(low * everybody + 1e-9)), min(everybody, math.ceil(high * everybody - 1e-9))
            assert disclosure.margin(count, everybody) == expected, (count, everybody)
    assert disclosure.margin_text(3, 25) == "ergens tussen 1 en 8 leerlingen"


def test_differences_agree_with_newcombe():
    for everybody, others in ((25, 25), (25, 60), (120, 110)):
        for count in range(everybody + 1):
            for other in range(others + 1):
                p, q = count / everybody, other / others
                if p < q:
                    p, q, (_, high), (low, _) = q, p, wilson(count, everybody, 6.6349), wilson(other, others, 6.6349)
                else:
                    (low, _), (_, high) = wilson(count, everybody, 6.6349), wilson(other, others, 6.6349)
                bound = (p - q) - math.sqrt((p - low) ** 2 + (high - q) ** 2)
                if abs(bound) < 0.001:
                    continue
                enough = abs(count * others - other * everybody) * min(everybody, others) >= 5 * everybody * others
                assert disclosure.differs(count, everybody, other, others) == (bound > 0 and enough)


def test_the_middle_of_a_histogram():
    for values in ([0, 0, 1, 5, 5], [1, 2], [3] * 7, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0, 10], [4, 5, 5, 6]):
        histogram = [values.count(place) for place in range(11)]
        assert disclosure.middle(histogram) == statistics.median_low(values)
