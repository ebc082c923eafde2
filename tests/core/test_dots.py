"""The strips of a report, and the planning before a round."""

import pytest

from tests.cases_ballot import sheets_of, small_instrument
from widgets.core import ballot_box, ballot_report, ballot_set_up, dots, report_view
from widgets.core.html import to_html

INSTRUMENT = small_instrument()


def figure(of, low, high, shown=True):
    return {"shown": shown, "span": {"of": of, "low": low, "high": high}}


@pytest.mark.parametrize(
    "figures, expected",
    [
        # 10 of 20 past the safe answers, 5 of them at the risky end.
        ([figure(20, [10, 5], [10, 5])], (5, 5, 10)),
        # Two questions: 10 and 0 past, 4 and 0 risky: on average 5 and 2.
        ([figure(20, [10, 4], [10, 4]), figure(20, [0, 0], [0, 0])], (2, 3, 15)),
        # Hidden between 0 and 4: halfway.
        ([figure(20, [0, 0], [4, 4])], (2, 0, 18)),
        # A sensitive question has one border: past it is not yet the risky end.
        ([figure(20, [8], [8])], (0, 8, 12)),
        # What is not shown does not count.
        ([figure(20, [10, 5], [10, 5]), figure(20, [0, 0], [20, 20], False)], (5, 5, 10)),
    ],
)
def test_dots_by_hand(figures, expected):
    found = dots.dots_of({"level": 4}, figures, 20)
    assert (found["risky"], found["middle"], found["safe"]) == expected


def test_no_strip_where_too_little_is_known():
    assert dots.dots_of({"level": -1}, [figure(20, [10, 5], [10, 5])], 20) is None
    assert dots.dots_of({"level": 4}, [figure(20, [0, 0], [20, 20], False)], 20) is None


@pytest.mark.parametrize("n", [7, 10, 25, 60])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_strip_follows_from_what_the_report_shows(n, seed):
    """A dot for each pupil up to forty; nothing else than the figures goes in, so a strip tells no more than they do."""
    box = ballot_box.new_box(INSTRUMENT, 60, "2026-11", "busa", "2B")
    for sheet in sheets_of(n, seed):
        box = ballot_box.cast(INSTRUMENT, box, sheet)[0]
    box, _, released = ballot_box.close(INSTRUMENT, box)
    report = ballot_report.class_report(INSTRUMENT, box, released)
    for section in report["sections"]:
        figures = [item["figure"] for item in report["items"] if item["section"] == section["id"]]
        found = dots.dots_of(section, figures, min(report["n"], dots.MOST_DOTS))
        assert found is None or (sum(found.values()) == min(report["n"], 40) and min(found.values()) >= 0)
        assert (found is None) == (n < 10 or section["level"] < 0)
    shown = to_html(report_view.report_part(report))
    top, _, exact = shown.partition('<details class="report-exact">')
    assert "Elke vraag met de precieze grenzen" in exact and "report-item" not in top
    assert top.index("De onderdelen") > top.index("Dit vraagt aandacht") > top.index("Dit gaat goed")
    if report["signals"]:
        assert top.index("Signalen") < top.index("Dit gaat goed")


@pytest.mark.parametrize(
    "present, expected",
    [
        # Twenty minutes for one who takes long: 25 pupils in turn, in nine rounds of three, five of six, and all at once.
        ("25", [(1, 500), (3, 180), (6, 100), (25, 20)]),
        (" 5 ", [(1, 100), (3, 40), (5, 20)]),
        ("6", [(1, 120), (3, 40), (6, 20)]),
        ("", []),
        ("x", []),
        ("0", []),
    ],
)
def test_how_many_devices_and_minutes_to_plan(present, expected):
    assert ballot_set_up.plan({"minutes": [11, 20]}, present) == expected
