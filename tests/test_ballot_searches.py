"""A search for anything in reports that gives a single sheet away: see tests/adversary.py. And walks through the box."""
import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import adversary
from tests.cases_ballot import ballot_item, ballot_section, sheets_of, small_instrument
from widgets.core import ballot_box, ballot_count, ballot_report, disclosure, school_report

INSTRUMENT = small_instrument()


def one_question(item_class="B", polarity="high-is-bad", reverse=False, signal=False, score="mean"):
    item = ballot_item("x1", item_class, reverse, signal)
    return small_instrument(sections=[ballot_section("s1", polarity, score, [item])])


def cast_table(instrument, box, table, values):
    """The box after these sheets; counted at once, which is the same as one by one (tested below)."""
    counters = box["counters"]
    for value, count in zip(values, table):
        one = ballot_count.counted(instrument, ballot_count.empty_counters(instrument), {} if value is None else {"x1": value})
        for _ in range(count):
            counters = ballot_count.added(counters, one)
    return ballot_box.changed(box, {"counters": counters, "n": box["n"] + sum(table)})


def seen_report(instrument, box):
    """Everything that may be known of one question: the report without the fixed texts."""
    report = ballot_report.class_report(instrument, box)
    return repr([report[name] for name in ("n", "strengths", "attention", "signals", "sections", "items")])


@pytest.fixture(autouse=True)
def remember_boxes(monkeypatch):
    """Boxes of the same batches come back thousands of times in a search."""
    known = {}

    def remembered(instrument, table, values, box_id, group=""):
        key = (repr(instrument), table, values, box_id)
        if key not in known:
            empty = ballot_box.new_box(instrument, 60, "2026-11", box_id, group)
            known[key] = ballot_box.close(instrument, cast_table(instrument, empty, table, values))[0]
        return known[key]
    monkeypatch.setitem(globals(), "closed_box", remembered)


def closing_again(instrument, values):
    """Every batch is cast, the box closed, the report seen, the box reopened for the next batch."""
    tables_added = {}

    def counters_of(table):
        if table not in tables_added:
            empty = ballot_box.new_box(instrument, 60, "2026-11", "bus")
            tables_added[table] = cast_table(instrument, empty, table, values)["counters"]
        return tables_added[table]

    def play(world):
        box = ballot_box.new_box(instrument, 60, "2026-11", "bus")
        seen = []
        for table in world:
            if box["state"] == "closed":
                box = ballot_box.reopen(instrument, ballot_box.reveal(box))[0]
            counters = ballot_count.added(box["counters"], counters_of(table))
            box = ballot_box.changed(box, {"counters": counters, "n": box["n"] + sum(table)})
            box, message = ballot_box.close(instrument, box)
            assert message == "De stembus is dicht."
            seen.append(seen_report(instrument, box))
        return tuple(seen)
    return play


def merging(instrument, values, seen_first):
    """Every batch has its own device; the report of the first is seen before merging, or of none."""
    def play(world):
        boxes = [closed_box(instrument, table, values, "bus" + "abc"[place]) for place, table in enumerate(world)]
        seen = []
        if seen_first:
            boxes[0] = ballot_box.reveal(boxes[0])
            seen.append(seen_report(instrument, boxes[0]))
        merged, message = ballot_box.merge(instrument, boxes)
        assert merged, message
        return (*seen, seen_report(instrument, merged))
    return play


def school(instrument, values):
    """Every batch is a class of which the report is seen, and then the school report."""
    reports = {}

    def play(world):
        boxes = [closed_box(instrument, table, values, "bus" + "abc"[place], "ABC"[place]) for place, table in enumerate(world)]
        seen = []
        for place, table in enumerate(world):
            if (place, table) not in reports:
                reports[place, table] = seen_report(instrument, boxes[place])
            seen.append(reports[place, table])
        total, message = school_report.school_report(instrument, boxes)
        return (*seen, repr([total[name] for name in ("n", "attention", "sections", "items", "groups")]) if total else message)
    return play


BINS = (0, 2, 4)
SKIPPED = (0, 2, 4, None)
SENSITIVE = (0, 2)
SEARCHES = {
    "closed once": (closing_again, {}, BINS, [(5,), (9,), (10,), (11,), (13,)]),
    "closed once, with skipped answers": (closing_again, {}, SKIPPED, [(10,), (12,)]),
    "good question": (closing_again, {"polarity": "high-is-good"}, BINS, [(10,), (12,)]),
    "reversed question": (closing_again, {"reverse": True}, BINS, [(10,), (10, 6)]),
    "highest answer counts": (closing_again, {"score": "highest"}, BINS, [(5, 5), (10, 5), (10, 6), (10, 7)]),
    "closed twice": (closing_again, {}, BINS, [(5, 5), (7, 5), (10, 5), (10, 6), (11, 7)]),
    "closed twice, with skipped answers": (closing_again, {}, SKIPPED, [(10, 5)]),
    "closed three times": (closing_again, {}, BINS, [(5, 5, 6)]),
    "sensitive, closed twice": (closing_again, {"item_class": "C"}, SENSITIVE,
                                [(20, 5), (20, 10), (22, 12), (20, 10, 10), (15, 7, 11)]),
    "two devices, none seen": (merging, {}, BINS, [(5, 5), (10, 6), (5, 5, 5)], False),
    "two devices, one seen": (merging, {}, BINS, [(5, 5), (10, 5), (10, 6)], True),
    "sensitive, devices": (merging, {"item_class": "C"}, SENSITIVE, [(20, 5), (20, 10), (20, 12)], True),
    "school of two": (school, {}, BINS, [(10, 10), (10, 11), (10, 7)]),
    "school with small classes": (school, {}, BINS, [(5, 5), (6, 7)]),
    "school of two, highest answer": (school, {"score": "highest"}, BINS, [(10, 10)]),
    "sensitive, school": (school, {"item_class": "C"}, SENSITIVE, [(20, 20), (20, 15), (12, 13), (20, 12, 13), (20, 21, 22)]),
}


@pytest.mark.parametrize("name", SEARCHES)
def test_no_report_or_series_of_reports_gives_a_single_sheet_away(name):
    way, question, values, all_batches, *more = SEARCHES[name]
    instrument = one_question(**question)
    for batches in all_batches:
        assert adversary.leaks(adversary.worlds(batches, len(values)), way(instrument, values, *more)) == [], batches


def test_three_classes_and_their_total():
    """The same search on the table of one question, for three classes of ten: 287,496 worlds."""
    allowed = disclosure.limits({})
    shown = {table: tuple(disclosure.collapse(list(table), True)) for table in adversary.tables(10, 3)}
    alone = {table: cells if len(cells) > 1 else (cells[0][:2],) for table, cells in shown.items()}

    def play(world):
        counts = school_report.pooled(allowed, "B", True, [[low, 0, middle, 0, high, 0, 0] for low, middle, high in world])
        cells = disclosure.collapse(ballot_box.bins(counts), True)
        total = tuple(cells) if len(cells) > 1 else cells[0][:2]
        return (*[alone[table] for table in world], total)
    # The first class is the one looked at; of the other two the order does not matter.
    possible = [world for world in itertools.product(alone, repeat=3) if alone[world[1]] <= alone[world[2]]]
    assert adversary.leaks(possible, play) == []


def test_the_signal_is_the_one_exception():
    """ "Nobody named it" tells of everybody that they did not: a deliberate choice. It is the only thing found."""
    instrument = one_question("C", signal=True)
    found = adversary.leaks(adversary.worlds((10,), 3), closing_again(instrument, (0, 1, 2)))
    assert found and all("'named': False" in observation[0] and answer == 0 for observation, _, _, answer in found)
    quiet = {**instrument, "signals": False}
    assert adversary.leaks(adversary.worlds((10,), 3), closing_again(quiet, (0, 1, 2))) == []


def test_the_search_finds_what_a_weaker_box_gives_away(monkeypatch):
    """Cells of one pupil, or plain new figures at a second close: the search does find leaks."""
    instrument = one_question()

    def plain_question(allowed, kind, risky, counts, everybody, former):
        return {"of": everybody, "counts": counts, "raw": counts, "again": False}

    def plain_section(allowed, section, histogram, former):
        return {**disclosure.summary(histogram[:11], allowed), "raw": histogram[:11]}
    with monkeypatch.context() as weaker:
        weaker.setattr(ballot_box, "_question", plain_question)
        assert adversary.leaks(adversary.worlds((10, 5), 3), closing_again(instrument, BINS))
        assert adversary.leaks(adversary.worlds((10, 6), 3), merging(instrument, BINS, True))
    with monkeypatch.context() as weaker:
        weaker.setattr(ballot_box, "_section", plain_section)
        assert adversary.leaks(adversary.worlds((10, 6), 3), closing_again(instrument, BINS))
    monkeypatch.setitem(disclosure.FLOORS, "cell", 1)
    assert adversary.leaks(adversary.worlds((10,), 3), closing_again({**instrument, "limits": {}}, BINS))


def test_the_search_finds_what_plain_totals_give_away(monkeypatch):
    monkeypatch.setattr(disclosure, "joined", lambda rows, risky_high, cell: [sum(column) for column in zip(*rows)])
    assert adversary.leaks(adversary.worlds((10, 10), 3), school(one_question(), BINS))


def test_counting_at_once_is_counting_one_by_one():
    instrument = one_question("C", signal=True)
    box = ballot_box.new_box(instrument, 60, "2026-11", "bus")
    at_once = cast_table(instrument, box, (4, 2, 1), (0, 1, 5))
    for value in (0, 5, 1, 0, 0, 1, 0):
        box = ballot_box.cast(instrument, box, {"x1": value})[0]
    assert box == at_once


# ---- random walks ----

@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10 ** 6))
def test_a_walk_through_the_box_keeps_its_rules(seed):
    """Whatever is tried in whatever order: the counters add up, reports wait for a close and keep the thresholds."""
    chance = random.Random(seed)
    box = ballot_box.new_box(INSTRUMENT, chance.randint(5, 40), "2026-11", "bus1")
    cast = 0
    closed_at = 0
    for step in range(120):
        deed = chance.choice(("cast",) * 6 + ("close", "reopen"))
        if deed == "cast":
            sheet = sheets_of(1, chance.randint(1, 60000))[0]
            box, _, counted = ballot_box.cast(INSTRUMENT, box, sheet, chance.choice(("", f"m{step}", "m1")))
            cast += counted
        elif deed == "close":
            box, _ = ballot_box.close(INSTRUMENT, box)
            if box["closed_n"] != closed_at:
                assert box["closed_n"] - closed_at >= 5
                closed_at = box["closed_n"]
        else:
            box, _ = ballot_box.reopen(INSTRUMENT, box)
        assert box["n"] == cast <= box["present"]
        assert all(sum(counts) == cast for counts in box["counters"]["items"].values())
        report = ballot_report.class_report(INSTRUMENT, box)
        assert (report is None) == (closed_at == 0)
        if report:
            assert report["n"] == closed_at
            shown = [item for item in report["items"] if item["figure"]["shown"]]
            assert all(item["figure"]["of"] >= (20 if item["sensitive"] else 10) for item in shown)
