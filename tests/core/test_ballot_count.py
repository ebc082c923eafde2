"""What an open box counts, against counting by hand: bins, skips, scores of sections, "regularly", signals and odd sheets."""

import random
from fractions import Fraction

import pytest

from tests.cases_ballot import ballot_item, ballot_section, small_instrument
from tests.oracles import ballot as oracle
from widgets.core import ballot_count

KINDS = small_instrument(
    sections=[
        ballot_section("good", "high-is-good", "highest", [ballot_item("g1"), ballot_item("g2", "A", True)]),
        ballot_section("one", "high-is-bad", "highest", [ballot_item("o1", "B"), ballot_item("o2", "C", False, True)]),
        ballot_section(
            "two", "high-is-bad", "highest", [ballot_item("t1", "B"), ballot_item("t2", "B", True), ballot_item("t3", "C")], 2
        ),
        ballot_section("grave", "high-is-bad", "highest", [ballot_item("v1", "C", False, True), ballot_item("v2", "C")]),
        ballot_section(
            "counts", "high-is-bad", "count", [ballot_item("c1", "B"), ballot_item("c2", "B"), ballot_item("c3", "B")], 3
        ),
        ballot_section("mean", "high-is-good", "mean", [ballot_item("m1"), ballot_item("m2", "A", True), ballot_item("m3")], 2),
        ballot_section("sum", "high-is-bad", "sum", [ballot_item("s1", "B"), ballot_item("s2", "B"), ballot_item("s3", "C")], 5),
    ]
)
NAMES = [item["id"] for _, item in oracle.questions(KINDS)]
WITH_REGULAR = ("two", "grave")  # bad things, the highest counts, and two or more questions that lead


def is_odd(instrument, sheet):
    """The highest answer at eight of nine questions, and both at good and at bad things."""
    highest = [(section, item) for section, item in oracle.questions(instrument) if sheet.get(item["id"]) == 5]
    share = Fraction(len(highest), len(oracle.questions(instrument)))
    return share >= Fraction(8, 9) and len({oracle.bad_is_high(section, item) for section, item in highest}) == 2


def by_hand(instrument, sheets):
    found = {"items": {}, "sections": {}, "regular": {}, "signals": {}, "odd": sum(is_odd(instrument, sheet) for sheet in sheets)}
    for section, item in oracle.questions(instrument):
        given = [sheet.get(item["id"]) for sheet in sheets]
        found["items"][item["id"]] = [
            sum(value is not None and low <= value <= high for value in given)
            for low, high in oracle.BINS[oracle.sensitive(item)]
        ] + [given.count(None)]
        if item["signal"]:
            found["signals"][item["id"]] = sum(value is not None and value > 0 for value in given)
    for section in instrument["sections"]:
        scores = [oracle.half_points(section, sheet) for sheet in sheets]
        found["sections"][section["id"]] = [scores.count(score) for score in [*range(11), None]]
        if section["id"] in WITH_REGULAR:
            found["regular"][section["id"]] = sum(max(oracle.values(section, sheet), default=0) >= 2 for sheet in sheets)
    return found


def counted(instrument, sheets):
    counters = ballot_count.empty_counters(instrument)
    for sheet in sheets:
        before = repr(counters)
        following = ballot_count.counted(instrument, counters, sheet)
        assert repr(counters) == before, "what was counted before stays as it was"
        counters = following
    return counters


def test_nobody_is_counted_as_nobody():
    assert ballot_count.empty_counters(KINDS) == by_hand(KINDS, [])
    assert set(by_hand(KINDS, [])["regular"]) == {
        section["id"] for section in KINDS["sections"] if oracle.regular(section, [{}] * 12) is not None
    }


@pytest.mark.parametrize("seed", range(25))
def test_any_sheets_are_counted_as_by_hand(seed):
    chance = random.Random(seed)
    sheets = []
    for _ in range(12):
        kind = chance.choice(("any", "few", "calm", "high"))
        sheet = {
            name: 5 if kind == "high" else chance.choice((0, 0, 0, 1, 2)) if kind == "calm" else chance.randint(0, 5)
            for name in NAMES
        }
        for name in chance.sample(NAMES, {"any": 4, "few": 15, "calm": 2, "high": chance.randint(0, 3)}[kind]):
            if kind == "high":
                sheet[name] = chance.randint(0, 5)
            else:
                del sheet[name]
        sheets.append(sheet)
    assert counted(KINDS, sheets) == by_hand(KINDS, sheets)


@pytest.mark.parametrize("other, is_told", [(0, True), (1, True), (2, True), (3, False)])
def test_a_sheet_is_odd_from_eight_of_nine_highest_answers_on(other, is_told):
    """Of eighteen questions two may have another answer; and only when good and bad things both have the highest."""
    assert len(NAMES) == 18
    sheet = {**dict.fromkeys(NAMES, 5), **dict.fromkeys(NAMES[4 : 4 + other], 4)}
    assert ballot_count.is_odd(KINDS, sheet) == is_told
    assert ballot_count.is_odd(KINDS, {name: sheet[name] for name in NAMES if sheet[name] == 5}) == is_told
    for section in ("good", "mean"):
        one_way = small_instrument(
            sections=[ballot_section(section, "high-is-good", "mean", [ballot_item(name) for name in NAMES])]
        )
        assert not ballot_count.is_odd(one_way, dict.fromkeys(NAMES, 5))
    for turned in range(len(NAMES) + 1):
        items = [ballot_item(name, "A", place < turned) for place, name in enumerate(NAMES)]
        mixed = small_instrument(sections=[ballot_section("s1", "high-is-good", "mean", items)])
        assert ballot_count.is_odd(mixed, dict.fromkeys(NAMES, 5)) == (0 < turned < len(NAMES))


@pytest.mark.parametrize(
    "sheet, right",
    [
        ({}, True),
        ({"g1": 0}, True),
        ({"g1": 5}, True),
        ({"g1": -1}, False),
        ({"g1": 6}, False),
        ({"g1": True}, False),
        ({"g1": False}, False),
        ({"g1": "3"}, False),
        ({"g1": 3.0}, False),
        ({"g1": None}, False),
        ({"x": 3}, False),
        ({"g1": 3, "x": 3}, False),
        ({"g1": 3, "g2": 6}, False),
        (None, False),
        ([], False),
        ([["g1", 3]], False),
        ("g1", False),
        (dict.fromkeys(NAMES, 2), True),
    ],
    ids=repr,
)
def test_what_is_a_sheet(sheet, right):
    assert ballot_count.is_sheet(KINDS, sheet) is right


@pytest.mark.parametrize(
    "answers, points",
    [
        # two: at least two of its two ordinary questions; the second is turned round, the third is sensitive and does not lead
        (("two", {"t1": 0, "t2": 5}), 0),
        (("two", {"t1": 3, "t2": 5}), 6),
        (("two", {"t1": 0, "t2": 0}), 10),
        (("two", {"t1": 4}), 11),
        (("two", {"t1": 4, "t3": 5}), 11),
        (("two", {"t1": 0, "t2": 5, "t3": 5}), 0),
        # grave: sensitive ones lead when there are no others
        (("grave", {"v1": 1}), 2),
        (("grave", {"v1": 1, "v2": 4}), 8),
        (("grave", {}), 11),
        # counts: the part of the questions with 1 or more, halves up; three of three are needed
        (("counts", {"c1": 0, "c2": 0, "c3": 0}), 0),
        (("counts", {"c1": 1, "c2": 0, "c3": 0}), 3),
        (("counts", {"c1": 5, "c2": 1, "c3": 0}), 7),
        (("counts", {"c1": 1, "c2": 1, "c3": 1}), 10),
        (("counts", {"c1": 1, "c2": 1}), 11),
        # mean: halves up; the second is turned round
        (("mean", {"m1": 1, "m3": 2}), 3),
        (("mean", {"m1": 1, "m2": 5, "m3": 0}), 1),
        (("mean", {"m1": 5, "m2": 0, "m3": 5}), 10),
        (("mean", {"m1": 5}), 11),
        # sum: five are asked for, but it has two that lead
        (("sum", {"s1": 2, "s2": 3}), 5),
        (("sum", {"s1": 2, "s3": 3}), 11),
    ],
    ids=repr,
)
def test_the_score_of_a_section_in_half_points(answers, points):
    name, sheet = answers
    section = next(section for section in KINDS["sections"] if section["id"] == name)
    assert ballot_count.half_points(section, sheet) == points
    assert counted(KINDS, [sheet])["sections"][name].index(1) == points
