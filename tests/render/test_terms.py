"""Terms as schools and law write them: in words on every page, in the planner, for parents and in a calendar file."""

import datetime

import icalendar
import pytest
import yaml

from macros.commands.check import check
from macros.publish.cases import core_calendar, duration_data
from macros.publish.links import Links
from macros.render.deadlines import deadline_line
from macros.render.role_sheets import sheet_page
from macros.render.step_page import step_page
from macros.render.when import when_for_parents
from macros.schema.route import Route
from macros.source.problems import report
from tests.places import ROOT
from tests.projects import ROUTE, make_project
from tests.render.test_promises import CONTENT, NO_HOLIDAYS, data, due, items, led, lines, parents, text, with_route
from widgets.core import agenda, dates, guide, plan, upcoming

MONDAY = "2026-11-02"


def route(**deadline: str) -> Route:
    """d4 with another term for the letter, which the parents of the pupil who bullies get."""
    raw = yaml.safe_load((ROOT / "tests/any_school/d4.yaml").read_text(encoding="utf-8"))
    raw["stappen"][1]["wanneer"] = deadline
    return Route.model_validate(raw)


def opened(route: Route, *messages, reported=MONDAY, today=MONDAY, calendar=NO_HOLIDAYS):
    content = data(route, calendar)
    model, schedule = led(content, reported, today, ("answered", "melding", "brief"), *messages)
    return content, model, schedule


@pytest.mark.parametrize(
    "deadline, words",
    [
        ({"binnen": "4 uur"}, "binnen 4 uur na ‘Neem de melding aan’, loopt door als de school dicht is"),
        ({"binnen": "6 kalenderweken"}, "binnen 6 kalenderweken na ‘Neem de melding aan’, loopt door als de school dicht is"),
        (
            {"binnen": "3 weken", "niet_voor": "5 schooldagen"},
            "binnen 3 weken na ‘Neem de melding aan’, maar niet eerder dan 5 schooldagen erna",
        ),
        (
            {"binnen": "1 week", "hoogstens": "5 schooldagen"},
            "binnen 1 week na ‘Neem de melding aan’, duurt hoogstens 5 schooldagen",
        ),
        ({"binnen": "4 weken", "van_buiten": "ja"}, "binnen 4 weken na ‘Neem de melding aan’, door iemand buiten de school"),
        ({"binnen": "volgende vergadering"}, "op de volgende vergadering"),
    ],
)
def test_every_reader_reads_the_whole_term(deadline, words):
    made = route(**deadline)
    content, step = with_route(made), made.step("brief")
    assert deadline_line(step, made, content) == words
    assert words in text(items(parents(made))["brief"])
    assert words.replace("‘Neem de melding aan’", "stap 1") in text(sheet_page("mentor", content, Links("x.md")))
    own_page = text(step_page(made, step, content, Links("protocollen/d4/brief.md")))
    staff = words.replace("‘Neem de melding aan’", "de vorige stap")
    assert staff in own_page
    assert guide.view(data(made, NO_HOLIDAYS), guide.init(data(made, NO_HOLIDAYS)))


def test_hours_run_on_at_the_weekend():
    """Friday 6 November and 48 hours: Sunday 8, whatever the hour. Four hours are over on the day itself."""
    for within, day in (("48 uur", "2026-11-08"), ("4 uur", "2026-11-06"), ("23 uur", "2026-11-06"), ("24 uur", "2026-11-07")):
        _, _, schedule = opened(route(binnen=within), reported="2026-11-06", today="2026-11-06")
        assert due(schedule)["brief"] == day, within


def test_how_far_a_day_without_school_is_stands_in_days():
    calendar, friday = NO_HOLIDAYS, dates.from_iso("2026-11-06")
    assert plan.lateness(calendar, friday + 2, friday) == "nog 2 dagen"
    assert plan.lateness(calendar, friday + 1, friday) == "nog 1 dag"
    assert plan.lateness(calendar, friday + 3, friday) == "nog 1 schooldag"


def test_what_has_to_wait_opens_on_a_school_day_and_is_not_due_before():
    """A week of thinking from Monday 2 November, with the next week closed: open on Monday 16, so due then too."""
    closed = {**NO_HOLIDAYS, "closed": [[dates.from_iso("2026-11-07"), dates.from_iso("2026-11-15")]]}
    content, model, schedule = opened(route(binnen="1 week", niet_voor="1 week"), calendar=closed)
    line = next(line for line in schedule if line["step"] == "brief")
    assert [dates.to_iso(line["opens"]), dates.to_iso(line["due"])] == ["2026-11-16", "2026-11-16"]
    assert "Niet vóór maandag 16 november 2026." in str(guide.view(content, model))
    early = guide.update(content, model, ("dated", "day", "brief", "2026-11-05"))
    assert "Dit is eerder gedaan dan mocht: het kon vanaf maandag 16 november 2026." in str(guide.view(content, early))
    file = icalendar.Calendar.from_ical(agenda.calendar_file(content, model, "20261102T080000Z"))
    event = next(event for event in file.walk("VEVENT") if event["DTSTART"].dt == datetime.date(2026, 11, 16))
    assert "Niet vóór maandag 16 november 2026." in event["DESCRIPTION"]


def test_a_measure_ends_in_the_calendar_too():
    """Suspended on Tuesday 3 November for five school days at most: over on Tuesday 10."""
    made = route(binnen="2 schooldagen", hoogstens="5 schooldagen")
    content, model, schedule = opened(
        made, ("dated", "day", "brief", "2026-11-03"), ("answered", "brief", "gesprek"), today="2026-11-03"
    )
    assert dates.to_iso(schedule[1]["over"]) == "2026-11-10"
    found = [event for event in upcoming.open_dates(content, model, schedule) if event["kind"] == "over"]
    assert [(dates.to_iso(event["day"]), event["title"], event["certain"]) for event in found] == [
        ("2026-11-10", "Uiterlijk voorbij: Stuur een brief", True)
    ]
    file = icalendar.Calendar.from_ical(agenda.calendar_file(content, model, "20261103T080000Z"))
    over = [event for event in file.walk("VEVENT") if event["SUMMARY"].startswith("Uiterlijk voorbij")]
    assert [event["DTSTART"].dt for event in over] == [datetime.date(2026, 11, 10)]


@pytest.mark.parametrize("length, day", [("1 week", "2026-11-10"), ("10 kalenderdagen", "2026-11-13"), ("1 maand", "2026-12-03")])
def test_what_lasts_is_never_longer_than_its_length(length, day):
    """Begun on Tuesday 3 November; ten days later is a Friday, and it may end on a day without school."""
    assert dates.to_iso(dates.over(NO_HOLIDAYS, dates.from_iso("2026-11-03"), duration_data(length))) == day


def test_the_next_meeting_is_one_that_the_school_told_of():
    made = route(binnen="volgende vergadering")
    meetings = [dates.from_iso(day) for day in ("2026-11-02", "2026-11-24", "2026-12-15")]
    _, _, schedule = opened(made, calendar={**NO_HOLIDAYS, "meetings": meetings})
    assert due(schedule)["brief"] == "2026-11-24", "one on the day itself is over before the report is in"
    assert "brief" not in due(opened(made)[2]), "without days of meetings nobody can say when"
    assert "Samen uiterlijk" not in text(lines(parents(made))["ouders-pest"])
    CONTENT.school.meetings = [datetime.date(2026, 12, 15), datetime.date(2026, 11, 24)]
    try:
        assert core_calendar(with_route(made))["meetings"] == meetings[1:]
    finally:
        CONTENT.school.meetings = []


def test_a_term_of_somebody_outside_is_no_promise_of_the_school():
    made = route(binnen="2 schooldagen", van_buiten="ja")
    shown = lines(parents(made))["ouders-pest"]
    assert "<strong>" not in shown and "uiterlijk" not in text(shown).lower()
    assert 'when-sure"><p class="when-words"><strong>Uiterlijk 2 schooldagen' not in when_for_parents(with_route(made))
    content, model, schedule = opened(made)
    event = next(event for event in upcoming.open_dates(content, model, schedule) if event["step"] == "brief")
    assert event["more"] == "Dit doet iemand buiten de school. Vraag na of het er is."


BASE = "    wanneer: {binnen: 1 week, na: signaal, hoogstens: 5 schooldagen, niet_voor: 2 schooldagen}\n"


@pytest.mark.parametrize(
    "own, said",
    [
        ("hoogstens: 2 weken", "‘hoogstens: 2 weken’ kan niet bij ‘Praat met de leerling’. De basis zegt: 5 schooldagen."),
        ("hoogstens:", "‘hoogstens: (leeg)’ kan niet"),
        ("hoogstens: 3 schooldagen", ""),
        (
            "niet_voor: 1 schooldag",
            "‘niet_voor: 1 schooldag’ kan niet bij ‘Praat met de leerling’. De basis zegt: 2 schooldagen.",
        ),
        ("niet_voor: 3 schooldagen", ""),
        ("van_buiten: ja", "‘van_buiten’ kan hier niet"),
        ("niet_voor: 3 weken", "‘niet_voor: 3 weken’ is langer dan ‘binnen: 1 week’"),
        ("binnen: 4 uur\n      niet_voor: 2 schooldagen", "is langer dan ‘binnen: 4 uur’"),
        ("hoogstens: elk trimester", "‘elk trimester’ is geen lengte. Schrijf een getal met een eenheid"),
    ],
)
def test_a_layer_loosens_nothing_of_a_term(own, said, tmp_path):
    root = make_project(tmp_path)
    whole = (root / ROUTE).read_text(encoding="utf-8")
    (root / ROUTE).write_text(whole.replace("    wanneer: {binnen: 1 week, na: signaal}\n", BASE), encoding="utf-8")
    layer = root / "protocol/eigen/protocollen/voorbeeld.yaml"
    layer.parent.mkdir(parents=True)
    layer.write_text(f"stappen:\n  - id: gesprek\n    wanneer:\n      {own}\n", encoding="utf-8")
    found = report(check(root)[1])
    assert said in found and bool(found) == bool(said), found
