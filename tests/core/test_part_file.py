"""The file of one of several devices: nothing but exactly what one close can have given is read."""

import copy
import random

import pytest

from tests.cases_ballot import closed_box, part_of, report_of, sheets_of, small_instrument
from tests.core.test_ballot import any_sheets
from tests.hostile import HOSTILE, damaged, paths
from tests.oracles import ballot as oracle
from widgets.core import ballot_box, ballot_report, part_file, report_file, report_reading

INSTRUMENT = small_instrument()


@pytest.mark.parametrize("count", [6, 14])
def test_a_part_with_anything_wrong_in_it_gives_one_reason_or_a_whole_part(count):
    data, other = part_of(INSTRUMENT, sheets_of(count, 3)), part_of(INSTRUMENT, sheets_of(9, 4), "ander")
    read = 0
    for path in paths(data):
        for value in HOSTILE:
            found, reason = part_file.read_part(INSTRUMENT, damaged(data, path, value))
            assert (found is None) == bool(reason)
            if found is None:
                assert reason.endswith(".") and "veranderd" in reason
            else:
                read += 1
                for part in (other, {**other, "group": found["group"]}):
                    report, why = ballot_report.joined_report(INSTRUMENT, [found, part])
                    assert (report is None) == (found["group"] != part["group"] or found["id"] == part["id"]) and why
                    assert report is None or report_reading.read_report(report_file.report_file(report)) == (report, "")
    assert read


def table_changes():
    """Tables that no close can give, with twelve sheets: (bins, cells, of, skips)."""
    few, many = "0–2", "3 of meer"
    return [
        ("b1", [[0, 0, 10], [1, 2, 2]], 12, few),
        ("b1", [[0, 0, 13], [1, 2, -1]], 12, few),
        ("b1", [[0, 0, 6], [1, 2, 5]], 12, few),
        ("b1", [[0, 0, 6], [2, 2, 6]], 12, few),
        ("b1", [[1, 2, 6], [0, 0, 6]], 12, few),
        ("b1", [[0, 2, 12]], 12, few),
        ("b1", [[0, 2, -1]], 12, few),
        ("b1", [[0, 1, -1]], 12, few),
        ("b1", [[1, 1, -1]], 12, few),
        ("b1", [[0, 0, 12]], 12, few),
        ("b1", [[0, 0, 5], [1, 2, 5]], 10, few),
        ("b1", [[0, 0, 6], [1, 2, 6]], 12, many),
        ("b1", [[0, 0, 5], [1, 2, 6]], 11, many),
        ("b1", [[0, 0, -1]], 4, many),
        ("b1", [], 12, few),
        ("b1", [[0, 0, 6], [1, 1, 3], [2, 2, 3], [2, 2, 0]], 12, few),
        ("c1", [[0, 0, 6], [1, 2, 6]], 12, few),
        ("c1", [[0, 0, 11], [1, 1, 1]], 12, few),
        ("c1", [[0, 1, -1]], 12, few),
        ("a1", [[0, 2, -1]], 12, few),
        ("a1", [[0, 0, -1], [1, 2, -1]], 12, few),
        ("b1", [[0, 0, True], [1, 2, 11]], 12, few),
    ]


@pytest.mark.parametrize("name, cells, of, skips", table_changes(), ids=repr)
def test_a_table_that_no_close_can_give_makes_the_file_wrong(name, cells, of, skips):
    data = part_of(INSTRUMENT, sheets_of(12, 3))
    changed = {**data, "items": {**data["items"], name: {"of": of, "cells": cells, "skips": skips}}}
    assert part_file.read_part(INSTRUMENT, changed) == (None, part_file.DAMAGED)


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"minor": 0}, ""),
        ({"minor": 10000}, ""),
        ({"minor": 10001}, part_file.DAMAGED),
        ({"minor": -1}, part_file.DAMAGED),
        ({"present": 12}, ""),
        ({"present": 2000}, ""),
        ({"present": 11}, part_file.DAMAGED),
        ({"present": 2001}, part_file.DAMAGED),
        ({"n": 13}, part_file.DAMAGED),
        ({"n": 4}, part_file.DAMAGED),
        ({"n": None}, part_file.DAMAGED),
        ({"n": True}, part_file.DAMAGED),
        ({"group": "x" * 30}, ""),
        ({"group": "x" * 31}, part_file.DAMAGED),
        ({"group": "2\u202eB"}, part_file.DAMAGED),
        ({"id": "x" * 40}, ""),
        ({"id": "x" * 41}, part_file.DAMAGED),
        ({"id": "12"}, part_file.DAMAGED),
        ({"month": "2026-00"}, part_file.DAMAGED),
        ({"note": "x"}, part_file.DAMAGED),
        ({"note": ""}, part_file.DAMAGED),
        ({"more": 1}, part_file.DAMAGED),
        ({"format_version": 2}, part_file.NEWER),
        ({"format_version": 10000}, part_file.NEWER),
        ({"format_version": 10001}, part_file.DAMAGED),
        ({"format_version": 0}, part_file.DAMAGED),
        ({"number": 8}, part_file.NO_FIT),
        ({"major": 1}, part_file.NO_FIT),
        ({"instrument": "x"}, part_file.NO_FIT),
        ({"fingerprint": 1}, part_file.NO_FIT),
        ({"format": "x"}, part_file.NO_PART),
    ],
    ids=repr,
)
def test_what_the_head_of_a_part_may_be(changes, why):
    """A part of twelve sheets, at the edges of what it says of itself."""
    data = {**part_of(INSTRUMENT, sheets_of(12, 3)), **changes}
    if changes.get("n") == 13:
        data["present"] = 12  # more sheets than pupils
    assert part_file.read_part(INSTRUMENT, data) == ((None, why) if why else (data, ""))


@pytest.mark.parametrize(
    "name, cells, of, skips",
    [
        ("b1", [[0, 0, -1]], 12, "0–2"),
        ("b1", [[1, 2, -1]], 12, "0–2"),
        ("b1", [[2, 2, -1]], 12, "0–2"),
        ("b1", [[0, 0, 9], [1, 2, 3]], 12, "0–2"),
        ("b1", [[0, 1, 3], [2, 2, 9]], 12, "0–2"),
        ("b1", [[0, 0, 3], [1, 1, 3], [2, 2, 6]], 12, "0–2"),
        ("b1", [[0, 0, -1]], 9, "3 of meer"),
        ("b1", [[0, 0, -1]], 5, "3 of meer"),
        ("c1", [[0, 0, -1]], 12, "0–2"),
        ("c1", [[1, 1, -1]], 12, "0–2"),
        ("c1", [[0, 0, 9], [1, 1, 3]], 12, "0–2"),
        ("a1", [[2, 2, -1]], 12, "0–2"),
        ("a1", [[0, 1, -1]], 12, "0–2"),
        ("a1", [[0, 0, -1]], 12, "0–2"),
    ],
    ids=repr,
)
def test_every_kind_of_table_that_a_close_can_give_is_read(name, cells, of, skips):
    data = part_of(INSTRUMENT, sheets_of(12, 3))
    changed = {**data, "items": {**data["items"], name: {"of": of, "cells": cells, "skips": skips}}}
    assert part_file.read_part(INSTRUMENT, changed) == (changed, "")


def test_what_any_close_gives_is_read_back_the_same():
    for seed in range(60):
        chance = random.Random(seed)
        data = part_of(INSTRUMENT, any_sheets(chance.randint(5, 20), chance))
        assert part_file.read_part(INSTRUMENT, copy.deepcopy(data)) == (data, "")


def test_signals_stand_in_it_from_ten_sheets_on_and_only_as_yes_or_no():
    data = part_of(INSTRUMENT, sheets_of(14, 3))
    assert list(data["signals"]) == ["c1"] and isinstance(data["signals"]["c1"], bool)
    for signals in ({}, {"c1": 3}, {"c1": True, "b1": True}, {"b1": True}, None, []):
        assert part_file.read_part(INSTRUMENT, {**data, "signals": signals}) == (None, part_file.DAMAGED)
    small = part_of(INSTRUMENT, sheets_of(9, 3))
    assert small["signals"] == {} and part_file.read_part(INSTRUMENT, {**small, "signals": {"c1": False}})[0] is None


def test_a_group_on_several_devices_never_tells_more_of_a_question_than_its_parts():
    """Every span of the joined report holds the truth, and it is exactly what the parts add up to."""
    groups = [sheets_of(8, 3), sheets_of(11, 4), sheets_of(6, 5)]
    report, _ = ballot_report.joined_report(
        INSTRUMENT, [part_of(INSTRUMENT, sheets, f"bus{place}x") for place, sheets in enumerate(groups)]
    )
    for item, (section, asked) in zip(report["items"], oracle.questions(INSTRUMENT), strict=True):
        counts, everybody, _ = oracle.answers_of(section, asked, [sheet for sheets in groups for sheet in sheets])
        order = counts if oracle.bad_is_high(section, asked) else counts[::-1]
        span = item["figure"]["span"]
        for border in range(1, len(order)):
            assert span["low"][border - 1] <= sum(order[border:]) <= span["high"][border - 1]


def test_one_device_gives_no_report_and_a_group_on_one_device_gives_no_part():
    box, released = closed_box(INSTRUMENT, sheets_of(12, 3), alone=False)
    assert set(released) == {"n", "items", "signals"} and box["counters"] is None
    whole, released = closed_box(INSTRUMENT, sheets_of(12, 3))
    assert set(released) == {"n", "items", "regular", "middles", "signals", "odd"} and whole["counters"] is None
    assert report_of(INSTRUMENT, sheets_of(12, 3))["boxes"] == ["bus1"]


def test_the_first_questionnaire_has_a_box_and_one_for_practice_has_none():
    """Number 0 is for practice; 1 is the first that counts."""
    for number, has_box in ((0, False), (1, True), (2, True)):
        assert ballot_box.castable({**INSTRUMENT, "number": number}) is has_box
        assert ballot_box.castable({**INSTRUMENT, "number": number, "ballot": False}) is False


def test_a_section_of_a_large_group_has_no_middle():
    """-1 says so, from 10 sheets on."""
    calm = {item["id"]: 0 for section in INSTRUMENT["sections"] for item in section["items"]}
    _, released = closed_box(INSTRUMENT, [calm] * 10)
    assert set(released["middles"].values()) == {-1}
