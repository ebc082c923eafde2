"""The day and the time of a sheet and a ballot box, and what is left of a box after an error."""

import pytest

from macros.publish.questionnaires import questionnaire_data
from tests.loaded import loaded
from widgets.core import ballot, ballot_box, ballot_set_up, part_file, report_reading, sheet
from widgets.core.ballot_count import items_of
from widgets.core.html import to_html

CONTENT = loaded()
INSTRUMENT = questionnaire_data(next(page for page in CONTENT.questionnaires.values() if page.ballot), CONTENT)


def answers(number: int) -> dict[str, int]:
    """A whole sheet that differs from pupil to pupil."""
    return {item["id"]: (number * 7 + place * 3 + number * place) % 6 for place, (_, item) in enumerate(items_of(INSTRUMENT))}


def opened(month: str = "2026-11", present: int = 12, sheets: int = 0, day: str = "2026-11-30", boxes: str = ballot_set_up.ONE):
    """A model with an open box."""
    model = ballot.update(INSTRUMENT, ballot.init(INSTRUMENT), ("day-began", day))
    model = ballot.update(INSTRUMENT, model, ("filled", "present", str(present)))
    model = ballot.update(INSTRUMENT, model, ("filled", "month", month))
    model = ballot.update(INSTRUMENT, model, ("filled", "group", "2B"))
    model = ballot.update(INSTRUMENT, model, ("filled", "boxes", boxes))
    model = ballot.update(INSTRUMENT, model, ("box-opened", "kastje", 7))
    assert model["box"] is not None, model["news"]
    box = model["box"]
    for number in range(sheets):
        box = ballot_box.cast(INSTRUMENT, box, answers(number))[0]
    return {**model, "box": box}


def test_a_screen_gets_time_for_its_words():
    """A question as before; 392 words at a hundred a minute take 235 seconds, more than the 174 of reading them aloud."""
    assert sheet.idle_seconds(0) == (60, 90)
    assert sheet.idle_seconds(100) == (60, 90)
    assert sheet.idle_seconds(392) == (235, 265)
    assert sheet.idle_seconds(2243) == (300, 330), "nobody stays away for 22 minutes with a result on the screen"


@pytest.mark.parametrize(
    "chosen,before,today,month",
    (
        ("2026-11", "2026-11-30", "2026-12-01", "2026-12"),  # nobody chose: it follows the day
        ("2026-10", "2026-11-30", "2026-12-01", "2026-10"),  # chosen, and still offered
        ("2026-09", "2026-11-30", "2026-12-01", "2026-12"),  # chosen, and no longer offered
        ("2026-11", "2026-11-29", "2026-11-30", "2026-11"),
        ("2026-11", "2026-11-30", "2033-11-28", "2033-11"),
    ),
)
def test_the_month_follows_the_day(chosen, before, today, month):
    filled = {**ballot_set_up.fields(before), "month": chosen}
    assert ballot_set_up.on_day(filled, before, today)["month"] == month


@pytest.mark.parametrize(
    "before,today,told",
    (
        ("", "2026-11-30", False),
        ("2026-11-30", "2026-12-01", False),
        ("2026-11-30", "2027-01-11", False),
        ("2026-11-30", "2026-11-29", True),
        ("2026-11-30", "2033-11-28", True),
        ("2026-11-30", "2019-12-01", True),
    ),
)
def test_a_clock_that_was_set_is_told(before, today, told):
    assert bool(ballot_set_up.news_of_day(before, today)) == told


def test_no_box_opens_on_a_day_that_can_not_be():
    model = ballot.update(INSTRUMENT, ballot.init(INSTRUMENT), ("day-began", "2019-12-01"))
    model = ballot.update(INSTRUMENT, model, ("filled", "present", "12"))
    model = ballot.update(INSTRUMENT, model, ("filled", "boxes", ballot_set_up.ONE))
    model = ballot.update(INSTRUMENT, model, ("box-opened", "kastje", 7))
    assert model["box"] is None and "1 december 2019" in model["news"] and "klok" in model["news"]


def test_an_open_box_keeps_its_month_and_its_sheets_on_another_day():
    model = opened(sheets=3)
    later = ballot.update(INSTRUMENT, model, ("day-began", "2026-12-01"))
    assert later["box"] == model["box"] and later["today"] == "2026-12-01"


def test_after_an_error_the_box_goes_on_without_the_sheet():
    model = ballot.update(INSTRUMENT, opened(sheets=3), ("pupil-began", "abc"))
    after = ballot.after_error(INSTRUMENT, model)
    assert after["box"] == model["box"] and after["sheet"] is None and "gewist" in after["news"]
    assert "3 van 12" in to_html(ballot.view(INSTRUMENT, after))
    assert "gewist" not in ballot.after_error(INSTRUMENT, opened(sheets=3))["news"]


@pytest.mark.parametrize("boxes", [ballot_set_up.ONE, ballot_set_up.MANY])
def test_what_can_be_kept_is_offered_when_nothing_can_be_drawn(boxes):
    """The report of the only box of a group, the part of one of several: never both, and never counters."""
    few, enough = (ballot.rescue(INSTRUMENT, opened(sheets=count, boxes=boxes)) for count in (4, 6))
    assert few["file"] is None and "4 van 12" in to_html(few["view"])
    assert "download=" in to_html(enough["view"]) and "counters" not in repr(enough["file"])
    report, part = report_reading.read_report(enough["file"])[0], part_file.read_part(INSTRUMENT, enough["file"])[0]
    assert (report is None, part is None) == (boxes == ballot_set_up.MANY, boxes == ballot_set_up.ONE)
    assert (report or part)["n"] == 6
