"""Files of reports: they may be anything. What this site wrote is read back; of the rest one reason is told."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases_ballot import part_of, report_of, seeded_report, sheets_of, small_instrument
from tests.hostile import HOSTILE, damaged, paths
from tests.places import TESTS
from widgets.core import ballot_csv, ballot_report, part_file, report_file, report_reading, report_view, school_report
from widgets.core.html import to_html

INSTRUMENT = small_instrument()
FORMER = json.loads((TESTS / "former_reports.json").read_text(encoding="utf-8"))
OTHERS = (seeded_report(25, 3), seeded_report(7, 3))


def everything_made_of(report):
    """Whatever the pages make of a report that was read: nothing may raise."""
    to_html(report_view.report_part(report))
    ballot_csv.csv(report)
    for other in OTHERS:
        school_report.years(report, other)
        school_report.years(other, report)
        school_report.school_report(INSTRUMENT, [report, other])
    if report["kind"] == "class":
        to_html(report_view.feedback_part(report, None))


def now_and_former():
    made = [
        report_of(INSTRUMENT, sheets_of(count, count), "bus" + "abc"[place], "1" + "ABC"[place])
        for place, count in enumerate((25, 21, 7))
    ]
    school = school_report.school_report(INSTRUMENT, made)[0]
    joined = ballot_report.joined_report(INSTRUMENT, [part_of(INSTRUMENT, sheets_of(14, seed), f"bus{seed}") for seed in (1, 2)])[
        0
    ]
    found = {"school": school, "small": made[2], "class": made[0], "joined": joined}
    return {
        **{name: report_file.report_file(found[name]) for name in found},
        **{f"former {name}": FORMER[name] for name in ("class", "small", "twelve", "school")},
    }


FILES = now_and_former()


@pytest.mark.parametrize("name", FILES)
def test_a_report_file_with_anything_wrong_in_it_gives_one_reason_or_a_whole_report(name):
    data = FILES[name]
    assert report_reading.read_report(json.loads(json.dumps(data)))[1] == ""
    read = 0
    for path in paths(data):
        for value in HOSTILE:
            found, reason = report_reading.read_report(damaged(data, path, value))
            assert (found is None) == bool(reason)
            if found is None:
                assert reason.endswith(".") and "veranderd" in reason
            else:
                read += 1
                if not isinstance(value, str) or read % 8 == 0:  # another text is like any other
                    everything_made_of(found)
    assert read, "a text or a number that may be anything is no mistake"


@pytest.mark.parametrize("name", FILES)
def test_a_report_without_one_of_its_questions_or_with_one_twice(name):
    """The shape of each line is right, and yet it is no report of this questionnaire: no school can be made of it."""
    report, _ = report_reading.read_report(FILES[name])
    other = seeded_report(20, 5, "elders")
    for items in (report["items"][1:], report["items"][::-1], report["items"] + report["items"][:1], []):
        found, _ = report_reading.read_report(report_file.report_file({**report, "items": items}))
        if found:
            everything_made_of(found)
            assert school_report.school_report(INSTRUMENT, [found, other])[0] is None
    turned = {**report, "items": [{**item, "polarity": "high-is-good"} for item in report["items"]]}
    assert school_report.school_report(INSTRUMENT, [turned, other])[0] is None


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_anything_else_is_refused(data):
    assert part_file.read_part(INSTRUMENT, data)[0] is None
    assert report_reading.read_report(data)[0] is None
