"""The ballot box and its reports: any sheets against the oracle, thresholds, speed, and the sheet for the pupils."""

import copy
import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import cases_ballot, cases_ballot_view
from tests.cases_ballot import closed_box, part_of, report_of, seeded_report, sheets_of, small_instrument
from tests.core.test_ballot_cases import check_csv, told
from tests.oracles import ballot as oracle
from widgets.core import (
    ballot,
    ballot_box,
    ballot_csv,
    ballot_report,
    disclosure,
    part_file,
    report_file,
    report_reading,
    report_view,
    school_report,
)
from widgets.core.help_lines import help_list
from widgets.core.html import to_html

INSTRUMENT = small_instrument()
ITEMS = ("a1", "a2", "a3", "b1", "b2", "c1", "d1", "d2")


def any_sheets(count, chance):
    """Sheets of a class with its own habits: per question some answers are rare or missing, so that every rule is met."""
    weights = {name: [chance.choice((0, 0, 1, 3, 9)) for _ in range(7)] for name in ITEMS}
    found = []
    while len(found) < count:
        sheet = {}
        for name in ITEMS:
            value = chance.choices(range(7), [weight + 0.02 for weight in weights[name]])[0]
            if value < 6:
                sheet[name] = value
        if 2 * len(sheet) >= len(ITEMS):
            found.append(sheet)
    return found


# ---- against the oracle ----


@pytest.mark.parametrize("seed", range(60))
def test_any_group_gives_the_report_that_follows_from_its_sheets(seed):
    chance = random.Random(seed)
    sheets = any_sheets(chance.choice((5, 6, 8, 9, 10, 11, 15, 20, 23, 28)), chance)
    report = report_of(INSTRUMENT, sheets)
    expected = oracle.group(INSTRUMENT, sheets)
    assert told(report) == expected
    check_csv(ballot_csv.csv(report), expected, INSTRUMENT)


@pytest.mark.parametrize("seed", range(25))
def test_any_devices_and_any_school_give_what_follows_from_their_sheets(seed):
    chance = random.Random(seed + 500)
    groups = [any_sheets(chance.randint(5, 16), chance) for _ in range(chance.randint(2, 4))]
    devices = [part_of(INSTRUMENT, sheets, "bus" + "abcd"[place]) for place, sheets in enumerate(groups)]
    for part, sheets in zip(devices, groups):
        assert {name: part[name] for name in ("n", "items", "signals")} == oracle.part(INSTRUMENT, sheets)
    joined, _ = ballot_report.joined_report(INSTRUMENT, devices)
    assert told(joined) == oracle.several_devices(INSTRUMENT, groups)
    chance.shuffle(devices)
    assert ballot_report.joined_report(INSTRUMENT, devices)[0] == joined
    classes = [report_of(INSTRUMENT, sheets, "bus" + "abcd"[place], "1" + "ABCD"[place]) for place, sheets in enumerate(groups)]
    school, why = school_report.school_report(INSTRUMENT, classes)
    if any(len(sheets) >= 10 for sheets in groups):
        assert told(school) == oracle.school(INSTRUMENT, groups)
        chance.shuffle(classes)
        assert school_report.school_report(INSTRUMENT, classes)[0] == school
    else:
        assert school is None and why == "De groepen zijn te klein. Er is nog geen schoolbeeld."
    for report in [joined, *classes, *([school] if school else [])]:
        assert report_reading.read_report(json.loads(json.dumps(report_file.report_file(report)))) == (report, "")


@pytest.mark.parametrize("seed", range(40))
def test_any_two_years_differ_where_the_oracle_says_so(seed):
    chance = random.Random(seed + 900)
    older, newer = (any_sheets(chance.choice((8, 12, 20, 27)), chance) for _ in range(2))
    pair = school_report.years(report_of(INSTRUMENT, older), report_of(INSTRUMENT, newer))
    verdicts, items = oracle.years(INSTRUMENT, oracle.group(INSTRUMENT, older), oracle.group(INSTRUMENT, newer))
    assert {line["id"]: line["verdict"] for line in pair["sections"]} == verdicts
    assert [(line["id"], "meer" in line["verdict"]) for line in pair["items"]] == [
        (name, what == "meer") for name, what in items.items()
    ]


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 30), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_casting_leaves_no_trace(count, alone, chance):
    sheets = sheets_of(count, count)
    before = closed_box(INSTRUMENT, sheets, alone=alone)
    chance.shuffle(sheets)
    assert closed_box(INSTRUMENT, sheets, alone=alone) == before


def test_refused_means_unchanged():
    box, _ = closed_box(INSTRUMENT, sheets_of(12, 1))
    opened = ballot_box.new_box(INSTRUMENT, 12, "2026-11", "bus1")
    before = copy.deepcopy([box, opened])
    assert ballot_box.cast(INSTRUMENT, box, sheets_of(1, 1)[0])[0] is box
    assert ballot_box.close(INSTRUMENT, box)[0] is box and ballot_box.close(INSTRUMENT, opened)[0] is opened
    for sheet in ({}, {"a1": 6}, {"a1": True, "a2": 1, "a3": 1, "b1": 1}, {"x": 1}, None, [1]):
        assert ballot_box.cast(INSTRUMENT, opened, sheet)[0] is opened
    assert [box, opened] == before


# ---- thresholds ----


def test_an_instrument_may_ask_for_more():
    strict = small_instrument(limits={**disclosure.FLOORS, "item": 15, "section": 6})
    assert not any(item["figure"]["shown"] for item in report_of(strict, sheets_of(14, 2))["items"])
    assert any(item["figure"]["shown"] for item in report_of(strict, sheets_of(15, 2))["items"])
    box = ballot_box.new_box(strict, 9, "2026-11", "bus1")
    for sheet in sheets_of(5, 3):
        box = ballot_box.cast(strict, box, sheet)[0]
    assert "6 lijsten" in ballot_box.close_trouble(strict, box)


def test_a_box_for_too_few_pupils_is_refused_in_words():
    """Also for a school that asks for more pupils than the base does."""
    content = cases_ballot_view.instrument()
    content["limits"] = {**content["limits"], "section": 8}
    model = ballot.init(content)
    for message in (
        ("day-began", "2026-11-21"),
        ("filled", "present", "7"),
        ("filled", "boxes", "een"),
        ("box-opened", "kastje", 77),
    ):
        model = ballot.update(content, model, message)
    assert model["box"] is None and "van 8 tot en met 2000" in model["news"]


def test_a_report_tells_the_thresholds_of_its_own_questionnaire():
    strict = small_instrument(limits={"section": 6, "item": 15, "sensitive": 30, "cell": 4})
    report = report_of(strict, sheets_of(18, 2))
    said = " ".join(report["method"])
    assert (
        "pas bij 15 antwoorden" in said and "pas bij 30" in said and "kleiner dan 4" in said and "Tot en met 3 leerlingen" in said
    )
    assert not report["signals"][0]["named"] and "hoogstens drie leerlingen" in report["signals"][0]["words"]
    school, _ = school_report.school_report(
        strict, [report_of(strict, sheets_of(count, count), f"bus{count}", f"{count}") for count in (12, 16)]
    )
    assert school["left_out"] == [{"name": "12", "n": 12}] and "minder dan 15 leerlingen" in " ".join(school["method"])
    assert report_reading.read_report(report_file.report_file(school)) == (school, ""), "what this site made opens again"


def test_a_questionnaire_without_signals_for_a_group_gives_none():
    quiet = small_instrument(signals=False)
    assert report_of(quiet, sheets_of(40, 40))["signals"] == [] and seeded_report(40, 40)["signals"] != []
    part = part_of(quiet, sheets_of(14, 3))
    assert part["signals"] == {} and part_file.read_part(quiet, part) == (part, "")


def test_two_thousand_sheets_in_eighty_boxes_are_cheap():
    """Half a second of the processor here leaves room for a browser that is far slower; the school is linear in reports and
    questions."""
    files = [report_file.report_file(seeded_report(25, place + 1, f"bus{place}", f"groep {place}")) for place in range(80)]
    parts = [part_of(INSTRUMENT, sheets_of(25, place + 1), f"bus{place}") for place in range(80)]
    begun = time.process_time()
    read = [report_reading.read_report(file)[0] for file in files]
    school, _ = school_report.school_report(INSTRUMENT, read)
    joined, _ = ballot_report.joined_report(INSTRUMENT, [part_file.read_part(INSTRUMENT, part)[0] for part in parts])
    assert time.process_time() - begun < 0.5
    assert joined["n"] == school["n"] == 2000 and len(school["groups"]) == 80


# ---- the sheet for pupils ----


def test_the_sheet_for_pupils_has_no_sensitive_question_and_says_whom_to_call():
    content = cases_ballot_view.instrument()
    model = cases_ballot_view.open_box(content)
    box = ballot_box.changed(model["box"], {"present": 25})
    for number in range(25):
        box = ballot_box.cast(
            content, box, {"a1": 4, "a2": 4, "a3": 4, "b1": 5 if number < 9 else 0, "b2": 5 if number < 12 else 0}
        )[0]
    box, _, released = ballot_box.close(content, box)
    report = ballot_report.class_report(content, box, released)
    assert [line["item"] for line in report["attention"]] == ["b2", "b1"]
    sheet = to_html(report_view.feedback_part(report, help_list(content, content["help_groups"])))
    assert "vraag b1." in sheet and "vraag b2." not in sheet and 'href="tel:113"' in sheet
    assert "vraag b2." in to_html(report_view.report_part(report))


def test_sensitive_questions_do_not_push_a_worry_off_the_sheet_for_the_pupils():
    """10 of 25 are often scolded (40 %), and 12 of 25 (48 %) name each of three sensitive things: the report names those
    three, and the sheet must still say that scolding stands out. It said that no ordinary question did."""
    scolded = cases_ballot.ballot_item("schelden", "B")
    sensitive = [cases_ballot.ballot_item(name, "C") for name in ("x", "y", "z")]
    instrument = cases_ballot.small_instrument(
        sections=[cases_ballot.ballot_section("s1", "high-is-bad", "highest", [scolded, *sensitive])]
    )
    box = ballot_box.new_box(instrument, 25, "2026-11", "bus1")
    for place in range(25):
        sheet = {"schelden": 5 if place < 10 else 0, **{name: 5 if place < 12 else 0 for name in ("x", "y", "z")}}
        box = ballot_box.cast(instrument, box, sheet)[0]
    box, _, released = ballot_box.close(instrument, box)
    report = ballot_report.class_report(instrument, box, released)
    assert [line["item"] for line in report["attention"]] == ["x", "y", "z"]
    sheet = to_html(report_view.feedback_part(report, None))
    assert (
        "Vraag schelden" in sheet and "40 %" in sheet and "Hier sprong geen gewone vraag uit" not in sheet.partition("zorgen")[2]
    )
    assert not [name for name in ("x", "y", "z") if f"Vraag {name}" in sheet]


@pytest.mark.parametrize(
    "month, right",
    [
        ("2020-01", True),
        ("2100-12", True),
        ("2026-10", True),
        ("2019-12", False),
        ("2101-01", False),
        ("2026-00", False),
        ("2026-13", False),
        ("2026-1", False),
        ("2026-11-", False),
        ("2026/11", False),
        ("202x-11", False),
        ("2026-1x", False),
        ("", False),
        (202611, False),
    ],
)
def test_a_month_is_a_year_of_this_century_and_one_of_twelve(month, right):
    assert ballot_box.is_month(month) is right
