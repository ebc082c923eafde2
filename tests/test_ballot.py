"""The ballot box: merging in any order, thresholds, files and reports."""
import copy
import json
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import cases_ballot, cases_ballot_view
from tests.cases_ballot import filled_box, sheets_of, small_instrument
from widgets.core import (ballot, ballot_box, ballot_csv, ballot_file, ballot_report, disclosure, report_file, report_reading,
                          report_view, school_report)
from widgets.core.help_lines import help_list
from widgets.core.html import to_html

INSTRUMENT = small_instrument()

# ---- merging ----


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(5, 15), min_size=2, max_size=5), st.randoms(use_true_random=False), st.integers(-1, 4))
def test_any_order_and_any_grouping_of_merging_gives_the_same(sizes, chance, seen):
    boxes = [filled_box(size, size + place, "bus" + "abcde"[place]) for place, size in enumerate(sizes)]
    boxes = [ballot_box.reveal(box) if place == seen else box for place, box in enumerate(boxes)]
    expected, _ = ballot_box.merge(INSTRUMENT, boxes)
    chance.shuffle(boxes)
    assert ballot_box.merge(INSTRUMENT, boxes)[0] == expected
    if seen < 0 and len(boxes) > 2:
        stepwise = boxes[0]
        for box in boxes[1:]:
            stepwise = ballot_box.merge(INSTRUMENT, [stepwise, box])[0]
        assert ballot_report.class_report(INSTRUMENT, stepwise) == ballot_report.class_report(INSTRUMENT, expected)


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 30), st.randoms(use_true_random=False))
def test_the_order_of_casting_leaves_no_trace(count, chance):
    sheets = [sheet for sheet in sheets_of(count, count)]
    chance.shuffle(sheets)
    box = ballot_box.new_box(INSTRUMENT, count + 20, "2026-11", "bus1")
    for sheet in sheets:
        box = ballot_box.cast(INSTRUMENT, box, sheet)[0]
    assert ballot_box.close(INSTRUMENT, box)[0] == filled_box(count, count)


def test_refused_means_unchanged():
    box = filled_box(12, 1)
    before = copy.deepcopy(box)
    assert ballot_box.cast(INSTRUMENT, box, sheets_of(1, 1)[0])[0] is box
    assert ballot_box.close(INSTRUMENT, box)[0] is box
    opened = ballot_box.reopen(INSTRUMENT, box)[0]
    for sheet in ({}, {"a1": 6}, {"a1": True, "a2": 1, "a3": 1, "b1": 1}, {"x": 1}, None, [1]):
        assert ballot_box.cast(INSTRUMENT, opened, sheet)[0] is opened
    assert box == before


def test_an_instrument_may_ask_for_more():
    strict = small_instrument(limits={**disclosure.FLOORS, "delta": 8, "item": 15, "section": 6})
    box = filled_box(14, 2)
    assert not any(item["figure"]["shown"] for item in ballot_report.class_report(strict, box)["items"])
    opened = ballot_box.reopen(strict, box)[0]
    for sheet in sheets_of(7, 3):
        opened = ballot_box.cast(strict, opened, sheet)[0]
    assert "8 nieuwe" in ballot_box.close_trouble(strict, opened)


def test_a_box_for_too_few_pupils_is_refused_in_words():
    """Also for a school that asks for more pupils than the base does."""
    content = cases_ballot_view.instrument()
    content["limits"] = {**content["limits"], "section": 8, "delta": 6}
    model = ballot.init(content)
    for message in (("day-began", "2026-11-21"), ("filled", "present", "7"), ("box-opened", "kastje", 77)):
        model = ballot.update(content, model, message)
    assert model["box"] is None and "van 8 tot en met 2000" in model["news"]


def test_a_report_tells_the_thresholds_of_its_own_questionnaire():
    strict = small_instrument(limits={"section": 6, "item": 15, "sensitive": 30, "cell": 4})
    report = ballot_report.class_report(strict, filled_box(18, 2))
    told = " ".join(report["method"])
    assert "pas bij 15 antwoorden" in told and "pas bij 30" in told and "kleiner dan 4" in told and "groepjes van 4" in told
    boxes = [filled_box(count, count, f"bus{count}", f"{count}") for count in (12, 16)]
    school, _ = school_report.school_report(strict, boxes)
    assert school["left_out"] == [{"name": "12", "n": 12}] and "minder dan 15 leerlingen" in " ".join(school["method"])
    assert report_reading.read_report(report_file.report_file(school)) == (school, ""), "what this site made opens again"


def test_two_thousand_sheets_in_eighty_boxes_are_cheap():
    """Half a second here leaves room for a browser that is far slower; the merge is linear in boxes and counters."""
    boxes = [filled_box(25, place + 1, f"bus{place}", f"groep {place}") for place in range(80)]
    begun = time.perf_counter()
    merged, _ = ballot_box.merge(INSTRUMENT, boxes)
    report = ballot_report.class_report(INSTRUMENT, merged)
    school, _ = school_report.school_report(INSTRUMENT, boxes)
    assert time.perf_counter() - begun < 0.5
    assert report["n"] == school["n"] == 2000 and len(school["groups"]) == 80


# ---- files ----

def paths(value, path=()):
    """Every place in plain data."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from paths(value[key], (*path, key))
    if isinstance(value, list):
        for place in range(len(value)):
            yield from paths(value[place], (*path, place))


def damaged(data, path, value):
    if not path:
        return value
    found = copy.deepcopy(data)
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


HOSTILE = (None, True, -1, 3, 10 ** 30, 1.5, "", "x" * 500, "<b>", [], [[]], {}, {"a": 1})


def test_a_box_file_with_anything_wrong_in_it_gives_one_reason_or_a_whole_box():
    box = filled_box(12, 3, "bus1", "2B")
    data = ballot_file.box_file(box)
    for path in paths(data):
        for value in HOSTILE:
            found, reason = ballot_file.read_box(INSTRUMENT, damaged(data, path, value))
            assert (found is None) == bool(reason)
            if found is None:
                assert reason.endswith(".") and "veranderd" in reason
            else:
                again, _ = ballot_file.read_box(INSTRUMENT, ballot_file.box_file(found))
                assert again == found and ballot_report.class_report(INSTRUMENT, found)["n"] == found["n"]
                assert ballot_box.merge(INSTRUMENT, [found, filled_box(9, 4, "busx")])[0]


def test_a_report_file_with_anything_wrong_in_it_gives_one_reason_or_a_whole_report():
    boxes = [filled_box(count, count, "bus" + "abc"[place], "1" + "ABC"[place]) for place, count in enumerate((25, 21, 7))]
    reports = [school_report.school_report(INSTRUMENT, boxes)[0], ballot_report.class_report(INSTRUMENT, boxes[2])]
    for report in reports:
        data = report_file.report_file(report)
        assert report_reading.read_report(json.loads(json.dumps(data))) == (report, "")
        for path in paths(data):
            for value in HOSTILE:
                found, reason = report_reading.read_report(damaged(data, path, value))
                assert (found is None) == bool(reason)
                if found:
                    assert ballot_csv.csv(found) and school_report.years(report, found)


@settings(max_examples=150, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_anything_else_is_refused(data):
    assert ballot_file.read_box(INSTRUMENT, data)[0] is None
    assert report_reading.read_report(data)[0] is None


# ---- the sheet for pupils ----


def test_the_sheet_for_pupils_has_no_sensitive_question_and_says_whom_to_call():
    content = cases_ballot_view.instrument()
    model = cases_ballot_view.open_box(content)
    box = ballot_box.changed(model["box"], {"present": 25})
    for number in range(25):
        box = ballot_box.cast(content, box, {"a1": 4, "a2": 4, "a3": 4, "b1": 5 if number < 9 else 0,
                                             "b2": 5 if number < 12 else 0})[0]
    report = ballot_report.class_report(content, ballot_box.close(content, box)[0])
    assert [line["item"] for line in report["attention"]] == ["b2", "b1"]
    sheet = to_html(report_view.feedback_part(report, help_list(content, content["help_groups"])))
    assert "vraag b1." in sheet and "vraag b2." not in sheet and 'href="tel:113"' in sheet
    assert "vraag b2." in to_html(report_view.report_part(report))


def test_sensitive_questions_do_not_push_a_worry_off_the_sheet_for_the_pupils():
    """10 of 25 are often scolded (40 %), and 12 of 25 (48 %) name each of three sensitive things: the report names those
    three, and the sheet must still say that scolding stands out. It said that no ordinary question did."""
    scolded = cases_ballot.ballot_item("schelden", "B")
    sensitive = [cases_ballot.ballot_item(name, "C") for name in ("x", "y", "z")]
    instrument = cases_ballot.small_instrument(sections=[cases_ballot.ballot_section("s1", "high-is-bad", "highest",
                                                                                     [scolded, *sensitive])])
    box = ballot_box.new_box(instrument, 25, "2026-11", "bus1")
    for place in range(25):
        sheet = {"schelden": 5 if place < 10 else 0, **{name: 5 if place < 12 else 0 for name in ("x", "y", "z")}}
        box = ballot_box.cast(instrument, box, sheet)[0]
    report = ballot_report.class_report(instrument, ballot_box.close(instrument, box)[0])
    assert [line["item"] for line in report["attention"]] == ["x", "y", "z"]
    sheet = to_html(report_view.feedback_part(report, None))
    assert "Vraag schelden" in sheet and "40 %" in sheet and "Hier sprong geen gewone vraag uit" not in sheet.partition("zorgen")[2]
    assert not [name for name in ("x", "y", "z") if f"Vraag {name}" in sheet]
