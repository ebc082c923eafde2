"""Searches over all worlds for what the ballot box gives away: see tests/adversary.py. And walks through the box."""

import ast
import itertools
import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import adversary
from tests.cases_ballot import ballot_item, ballot_section, sheets_of, small_instrument
from widgets.core import ballot_box, ballot_count, ballot_report, disclosure, part_file, release, school_report

INSTRUMENT = small_instrument()
CORE = Path(ballot_box.__file__).parent


# ---- one question ----


@pytest.mark.parametrize("risky_high", [True, False])
@pytest.mark.parametrize(
    ("bins", "needed", "sizes"), [(3, 10, range(10, 17)), (3, 5, range(5, 13)), (2, 20, (20, 21, 22, 25)), (2, 5, range(5, 13))]
)
def test_no_table_of_a_question_tells_one_or_two_or_an_answer(bins, needed, sizes, risky_high):
    """Every question of a report (from 10, sensitive from 20) and of a part (from 5): cells, skips, and single answers."""
    for n in sizes:
        for worlds in adversary.by_release(release.table_of, bins, risky_high, needed, n).values():
            assert not adversary.certain(worlds), (n, worlds)
            for border in range(1, bins):
                assert not adversary.is_told({adversary.beyond(world, border) for world in worlds}), (n, worlds)
            assert not adversary.is_told({world[0] + world[-1] for world in worlds}), (n, "the safe end", worlds)
            assert not adversary.is_told({world[-1] for world in worlds}), (n, "who skipped", worlds)


def test_with_ten_pupils_nobody_sees_whether_somebody_skipped():
    """Shown for ten: it meant that nobody skipped. Not shown: that somebody did."""
    for skipped in range(3):
        counts = [5, 0, 5 - skipped, skipped]
        assert release.table_of(counts, True, 10, 10, 3)["skips"] == "0–2"
    seen = {repr(release.table_of([6 - skipped, 0, 4, skipped], True, 10, 10, 3)) for skipped in range(3)}
    assert len(seen) == 1


# ---- two questions that one figure crosses ----


def checklist(questions=2, item_class="B"):
    items = [ballot_item(f"x{place}", item_class) for place in range(questions)]
    return small_instrument(sections=[ballot_section("s1", "high-is-bad", "highest", items)])


def regular_of(section, tables, union, n):
    items = {item["id"]: table for item, table in zip(section["items"], tables, strict=True)}
    return release._regular(section, union, items, n, 3)


@pytest.mark.parametrize("n", range(10, 13))
def test_two_questions_and_at_least_one_thing_over_all_worlds(n):
    """All tables of two questions of six answers and every overlap between them: nothing is told that a table hides."""
    section = checklist()["sections"][0]
    released = adversary.by_release(release.table_of, 3, True, 10, n)
    tables = {seen: (release.table_of([*worlds[0]], True, 10, n, 3), worlds) for seen, worlds in released.items()}
    for (one, worlds_one), (two, worlds_two) in itertools.combinations_with_replacement(tables.values(), 2):
        past_one = {adversary.beyond(world, 1) for world in worlds_one}
        past_two = {adversary.beyond(world, 1) for world in worlds_two}
        classes = {}
        for sizes in itertools.product(past_one, past_two):
            for union in adversary.unions(n, sizes):
                classes.setdefault(repr(regular_of(section, (one, two), union, n)), []).append(sizes)
        for alike in classes.values():
            for place in range(2):
                assert not adversary.is_told({sizes[place] for sizes in alike}), (one, two, alike)


@settings(max_examples=400, deadline=None)
@given(st.integers(10, 30), st.integers(2, 12), st.integers(0, 10**9))
def test_a_checklist_of_any_length_tells_nothing_of_a_hidden_question(n, questions, seed):
    """The same for up to twelve questions: what fits the union still fits nobody, one and two in each hidden cell."""
    chance = random.Random(seed)
    instrument = checklist(questions)
    rate = chance.choice((0.03, 0.05, 0.1, 0.3, 0.8))
    sheets = [
        {
            f"x{place}": chance.choice((2, 3, 4, 5)) if chance.random() < rate else chance.choice((0, 1))
            for place in range(questions)
            if chance.random() > 0.02
        }
        for _ in range(n)
    ]
    found = release.release(instrument, counters_of(instrument, sheets), n)
    assert_nothing_told(instrument, found, n)


def assert_nothing_told(instrument, found, n):
    """What the adversary can work out of a release of one group, section by section."""
    for section in instrument["sections"]:
        leading = ballot_count.leading_items(section)
        options = []
        for item in leading:
            bins = release.len_of_bins(item)
            risky = ballot_count.risky_high(section, item)
            needed = 20 if item["class"] == "C" else 10
            options.append(adversary.by_release(release.table_of, bins, risky, needed, n)[repr(found["items"][item["id"]])])
        if section["id"] in found["regular"]:
            least, most = adversary.read_union(found["regular"][section["id"]], n)
            options = adversary.union_between(least, most, n, options)
        for item, worlds in zip(leading, options, strict=True):
            assert worlds, "the true world is always left"
            for border in range(1, release.len_of_bins(item)):
                assert not adversary.is_told({adversary.beyond(world, border) for world in worlds}), (item["id"], found)


def counters_of(instrument, sheets):
    counters = ballot_count.empty_counters(instrument)
    for sheet in sheets:
        counters = ballot_count.counted(instrument, counters, sheet)
    return counters


def test_the_adversary_finds_what_a_plain_share_gives_away(monkeypatch):
    """Without the cap "at least one thing" tells of two questions that somebody is in each: the search does find leaks."""
    instrument = checklist(2)
    sheets = [{"x0": 5, "x1": 0}, {"x0": 5, "x1": 0}, {"x0": 0, "x1": 4}] + [{"x0": 0, "x1": 0}] * 9
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
    with pytest.raises(AssertionError):
        assert_nothing_told(instrument, release.release(instrument, counters_of(instrument, sheets), 12), 12)


def test_the_adversary_finds_what_cells_of_one_give_away():
    assert any(
        adversary.is_told({adversary.beyond(world, 2) for world in worlds})
        for worlds in adversary.by_release(release.table_of, 3, True, 10, 10, 1).values()
    )


# ---- the middle of a small group ----


@pytest.mark.parametrize("n", range(5, 10))
def test_the_middle_of_a_small_group_leaves_every_score_open(n):
    """Below ten only middles are released. Scores in whole points, and no score: no single score follows."""
    section = INSTRUMENT["sections"][0]
    classes = {}
    for world in adversary.tables(n, 7):
        histogram = [0] * 12
        for points, count in enumerate(world[:-1]):
            histogram[2 * points] = count
        histogram[ballot_count.NO_SCORE] = world[-1]
        classes.setdefault(release._middle(section, histogram, disclosure.limits({})), []).append(world)
    for worlds in classes.values():
        assert not adversary.certain(worlds)
        assert not adversary.is_told({world[-1] for world in worlds})


def test_a_section_of_one_or_two_questions_has_no_middle_and_no_quartiles():
    """b "0–1: 70 %" with the risky end hidden, the middle 3.5, half between 0 and 5: b had 1 or 2 there."""
    for questions in (1, 2):
        instrument = small_instrument(
            sections=[ballot_section("s1", "high-is-bad", "mean", [ballot_item(f"x{place}", "B") for place in range(questions)])]
        )
        for n in (5, 9, 10, 25):
            sheets = [{f"x{place}": (number + place) % 6 for place in range(questions)} for number in range(n)]
            found = release.release(instrument, counters_of(instrument, sheets), n)
            assert found["middles"] == {"s1": -1}


# ---- several boxes, and a school ----


def box_of(instrument, table, box_id, group="", alone=True):
    """A closed box with so many pupils per bin of its only question x1, and what it released."""
    box = ballot_box.new_box(instrument, 60, "2026-11", box_id, group, alone)
    counters = ballot_count.empty_counters(instrument)
    for bin_number, count in enumerate(table):
        one = ballot_count.counted(instrument, ballot_count.empty_counters(instrument), {"x1": 2 * bin_number})
        for _ in range(count):
            counters = added(counters, one)
    return ballot_box.close(instrument, ballot_box.changed(box, {"counters": counters, "n": sum(table)}))


def added(one, other):
    """The sum of two sets of counters."""
    if isinstance(one, dict):
        return {key: added(one[key], other[key]) for key in one}
    return [left + right for left, right in zip(one, other, strict=True)] if isinstance(one, list) else one + other


def one_question(item_class="B"):
    return small_instrument(sections=[ballot_section("s1", "high-is-bad", "mean", [ballot_item("x1", item_class)])])


@cache
def class_of(item_class, table, name):
    """The report of a class with so many pupils per bin, which is its only box."""
    box, _, released = box_of(one_question(item_class), table, f"bus{name.lower()}x", name)
    return ballot_report.class_report(one_question(item_class), box, released)


@cache
def part_of(item_class, table, name):
    """The file of one of several devices of a class."""
    box, _, released = box_of(one_question(item_class), table, f"bus{name.lower()}x", "2B", False)
    return part_file.part_file(box, released)


def seen_of(report):
    return repr([report[name] for name in ("n", "strengths", "attention", "signals", "sections", "items", "odd")])


def closed_twice(item_class, world):
    """The report of a box, and that of a second box for who came later, in the one order there is."""
    return [class_of(item_class, table, name) for table, name in zip(world, "AB", strict=True)]


def several_devices(item_class, world):
    """The files of both devices, and their report in either order."""
    parts = [part_of(item_class, table, name) for table, name in zip(world, "AB", strict=True)]
    reports = [ballot_report.joined_report(one_question(item_class), order) for order in (parts, parts[::-1])]
    assert reports[0] == reports[1] and reports[0][0]
    return [[part["n"], part["items"], part["signals"]] for part in parts] + reports[:1]


def school(item_class, world):
    """The report of each class, the picture of the school, and the two classes side by side."""
    reports = [class_of(item_class, table, name) for table, name in zip(world, "AB", strict=True)]
    return [*reports, school_report.school_report(one_question(item_class), reports), school_report.years(*reports)]


WAYS = {
    "closed twice": (closed_twice, "B", [(10, 5), (10, 10)]),
    "two devices": (several_devices, "B", [(5, 5), (10, 5)]),
    "two devices, sensitive": (several_devices, "C", [(10, 10)]),
    "two classes": (school, "B", [(10, 10), (10, 7)]),
    "two classes, sensitive": (school, "C", [(20, 20), (20, 12)]),
}


@pytest.mark.parametrize("name", WAYS)
def test_no_order_of_closing_saving_viewing_and_joining_tells_more(name):
    """Over all worlds of one question: the classes of worlds that look alike, of everything that anybody can have."""
    way, item_class, sizes = WAYS[name]
    bins = 2 if item_class == "C" else 3
    for batches in sizes:
        classes = {}
        for world in itertools.product(*[adversary.tables(size, bins) for size in batches]):
            classes.setdefault(repr(way(item_class, world)), []).append(world)
        for alike in classes.values():
            for place in range(len(batches)):
                mine = [(*world[place], 0) for world in alike]
                assert not adversary.certain(mine), (batches, alike)
                for border in range(1, bins):
                    assert not adversary.is_told({adversary.beyond(world, border) for world in mine}), (batches, alike)


def test_three_classes_with_a_school_report():
    """A total of three follows from their reports, so it can not split what looks alike: for every table of a class, with
    every pair out of ten others, all tables with the same report of the class give the same picture of the school.
    """
    alike = {}
    for table in adversary.tables(10, 3):
        alike.setdefault(repr(class_of("B", table, "A")), []).append(table)
    chance = random.Random(3)
    some = chance.sample(adversary.tables(10, 3), 10)
    for two, three in itertools.combinations(some, 2):
        others = [class_of("B", two, "B"), class_of("B", three, "C")]
        for tables in alike.values():
            found = {
                repr(school_report.school_report(one_question(), [class_of("B", table, "A"), *others])) for table in tables[:3]
            }
            assert len(found) == 1


def test_two_classes_of_25_and_a_school_total_of_rare_answers():
    """Two classes look alike for 0, 1 and 2; the total said 5 % for one in each, 10 % for exactly two in each."""
    seen = set()
    for one, two in itertools.product(range(3), repeat=2):
        reports = [class_of("B", (25 - risky, 0, risky), name) for name, risky in (("A", one), ("B", two))]
        seen.add(repr(school_report.school_report(one_question(), reports)))
    assert len(seen) == 1


def test_saving_first_and_viewing_later_gives_no_second_total():
    """A (7 safe, 3 risky) was seen, then joined with B (10 pupils): it said 15, 20 or 25 % for 0, 1 and 2 in B."""
    seen = set()
    for risky in range(3):
        parts = [part_of("B", (7, 0, 3), "A"), part_of("B", (10 - risky, 0, risky), "B")]
        seen.add(repr([part["items"] for part in parts]) + repr(ballot_report.joined_report(one_question(), parts)))
    assert len(seen) == 1


def test_nothing_but_the_release_reads_counters():
    """The functions for reports, schools, years, sheets, tables and drawings can not see a count that was not released."""
    readers = set()
    for path in sorted(CORE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else node.id if isinstance(node, ast.Name) else ""
            if text == "counters":
                readers.add(path.stem)
    assert readers == {"ballot_box", "ballot_count", "release"}
    closed, _, _ = box_of(one_question(), (10, 0, 2), "busax")
    assert closed["counters"] is None


# ---- classes with rare answers ----


@pytest.mark.parametrize("rate", [0.03, 0.05, 0.1])
def test_four_hundred_classes_of_25_with_rare_answers(rate):
    """Everything a coordinator can keep of a class: no answer of a single pupil is read back.

    In 166, 167 and 96 of 400 such classes the file held a section of one pupil with trouble.
    """
    chance = random.Random(int(rate * 1000))
    instrument = checklists_of_a_school()
    for _ in range(400):
        sheets = [hurt_or_not(instrument, chance, rate) for _ in range(25)]
        counters = counters_of(instrument, sheets)
        assert_nothing_told(instrument, release.release(instrument, counters, 25), 25)
        part = release.part(instrument, counters, 25)
        for section, item in ballot_count.items_of(instrument):
            table = part["items"][item["id"]]
            bins, risky = release.len_of_bins(item), ballot_count.risky_high(section, item)
            worlds = adversary.by_release(release.table_of, bins, risky, 5, 25)[repr(table)]
            assert not adversary.certain(worlds)
            assert not any(adversary.is_told({adversary.beyond(world, border) for world in worlds}) for border in range(1, bins))
        assert sorted(part) == ["items", "n", "signals"], "nothing that crosses questions is in a file"


def checklists_of_a_school():
    """A scale of four, a checklist of six with two sensitive things, and one of four."""
    return small_instrument(
        sections=[
            ballot_section("s1", "high-is-good", "mean", [ballot_item(f"a{place}") for place in range(4)], 2),
            ballot_section(
                "s2",
                "high-is-bad",
                "highest",
                [ballot_item(f"b{place}", "C" if place > 3 else "B", False, place == 5) for place in range(6)],
            ),
            ballot_section("s3", "high-is-bad", "highest", [ballot_item(f"c{place}", "B") for place in range(4)]),
        ]
    )


def hurt_or_not(instrument, chance, rate):
    """A sheet: with this chance of somebody who is hurt in one section, else of somebody who is not."""
    hurt = chance.choice(instrument["sections"])["id"] if chance.random() < rate else ""
    sheet = {}
    for section, item in ballot_count.items_of(instrument):
        good = section["polarity"] == "high-is-good"
        if chance.random() < 0.02:
            continue
        if section["id"] == hurt and chance.random() < 0.7:
            sheet[item["id"]] = chance.choice((0, 1)) if good else chance.choice((3, 4, 5))
        else:
            sheet[item["id"]] = chance.choice((4, 5, 5)) if good else chance.choice((0, 0, 0, 1))
    return sheet


# ---- random walks ----


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_a_walk_through_the_box_keeps_its_rules(seed):
    """Whatever is tried in whatever order: the counters add up, a report waits for the close, and there is one."""
    chance = random.Random(seed)
    box = ballot_box.new_box(INSTRUMENT, chance.randint(5, 40), "2026-11", "bus1")
    cast, released = 0, None
    for step in range(60):
        if chance.random() < 0.93:
            sheet = sheets_of(1, chance.randint(1, 60000))[0]
            box, _, counted = ballot_box.cast(INSTRUMENT, box, sheet, chance.choice(("", f"m{step}", "m1")))
            assert not (counted and released)
            cast += counted
        else:
            box, _, given_now = ballot_box.close(INSTRUMENT, box)
            assert given_now is None or released is None
            released = released or given_now
        assert box["n"] == cast <= box["present"]
        assert (released is None) == (box["state"] == "open") == (box["counters"] is not None)
        if box["counters"]:
            assert all(sum(counts) == cast for counts in box["counters"]["items"].values())
    if released and cast >= 10:
        assert_nothing_told(INSTRUMENT, released, cast)
