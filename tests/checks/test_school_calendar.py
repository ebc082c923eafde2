"""The calendar of the school: which days are free, and what the school is told about it."""

import datetime

import pytest
from dateutil.easter import easter

from macros.checks import ages
from macros.checks.calendar import check_calendar
from macros.content.calendar import calendar_data, known_holidays, merged, public_holidays
from macros.load import load
from macros.render.parts import to_check
from macros.schema.calendar import FreeDays
from tests.places import ROOT

TODAY = datetime.date(2026, 11, 21)
DAY = datetime.timedelta(days=1)


def content_for(country="nl", region=None):
    content = load(ROOT)
    content.school.country = country
    content.school.holidays = region
    return content


def closed_days(data: dict) -> set[datetime.date]:
    days = set()
    for first, last in data["closed"]:
        day = datetime.date.fromisoformat(first)
        while day <= datetime.date.fromisoformat(last):
            days.add(day)
            day += DAY
    return days


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# ---- what is free ----


@pytest.mark.parametrize(
    "country, region, free, open_",
    [
        ("nl", "noord", ["2026-10-12", "2026-12-21", "2027-04-27", "2027-05-06", "2027-07-12"], ["2026-10-19", "2027-02-15"]),
        ("nl", "midden", ["2026-10-19", "2027-02-22", "2027-05-17", "2027-07-19"], ["2026-10-12", "2027-02-15", "2027-07-12"]),
        ("nl", "zuid", ["2026-10-19", "2027-02-15", "2027-09-03"], ["2027-02-22", "2027-07-19", "2027-09-06"]),
        (
            "vl",
            "vlaanderen",
            ["2026-11-02", "2026-11-11", "2027-02-08", "2027-05-07", "2027-05-17"],
            ["2027-02-15", "2027-04-27"],
        ),
    ],
)
def test_holidays_of_country_and_region(country, region, free, open_):
    days = closed_days(calendar_data(content_for(country, region), TODAY))
    assert {date(day) for day in free} <= days
    assert not {date(day) for day in open_} & days


def test_spans_are_sorted_apart_and_cover_the_years_around_today():
    for country, region in (("nl", "zuid"), ("vl", "vlaanderen")):
        closed = calendar_data(content_for(country, region), TODAY)["closed"]
        assert closed == sorted(closed) and all(first <= last for first, last in closed)
        for (_, last), (first, _) in zip(closed, closed[1:]):
            assert date(last) + DAY < date(first)
        assert closed[0][0] == "2025-01-01" and closed[-1][1].startswith("2029-12-2")


@pytest.mark.parametrize(
    "spans, expected",
    [
        ([], []),
        (
            [("2027-01-04", "2027-01-04"), ("2027-01-01", "2027-01-02")],
            [("2027-01-01", "2027-01-02"), ("2027-01-04", "2027-01-04")],
        ),
        ([("2027-01-01", "2027-01-05"), ("2027-01-02", "2027-01-03")], [("2027-01-01", "2027-01-05")]),
        (
            [("2027-01-01", "2027-01-03"), ("2027-01-02", "2027-01-05"), ("2027-01-05", "2027-01-08")],
            [("2027-01-01", "2027-01-08")],
        ),
        ([("2026-12-31", "2026-12-31"), ("2027-01-01", "2027-01-01")], [("2026-12-31", "2027-01-01")]),
    ],
)
def test_merging(spans, expected):
    assert merged([(date(first), date(last)) for first, last in spans]) == [(date(first), date(last)) for first, last in expected]


def test_own_free_days_count():
    content = content_for("nl", "midden")
    content.school.free_days = [
        FreeDays(naam="Studiedag", van="2027-03-12"),
        FreeDays(naam="Feest", van="2027-03-15", tot="2027-03-16"),
    ]
    closed = calendar_data(content, TODAY)["closed"]
    assert ["2027-03-12", "2027-03-12"] in closed and ["2027-03-15", "2027-03-16"] in closed


def test_what_is_not_free_for_every_dutch_school():
    """Good Friday is a school day unless the school says otherwise, and so is 5 May outside its anniversaries."""
    days = public_holidays("nl", 2027, 2030)
    assert date("2027-03-26") not in days and date("2027-05-05") not in days
    assert date("2030-05-05") in days and date("2027-03-29") in days


def test_known_until_is_the_last_school_holiday():
    assert calendar_data(content_for("nl", "noord"), TODAY)["known_until"] == "2027-08-22"
    assert calendar_data(content_for("vl"), TODAY)["known_until"] == "2028-08-31"
    assert calendar_data(content_for("nl", "eigen"), TODAY)["known_until"] == "2026-11-21", "nothing is known"


def test_a_school_chooses_its_trimesters():
    content = content_for()
    content.school.trimesters = []
    assert calendar_data(content, TODAY)["trimesters"] == ["12-01", "03-15", "06-01"]
    content.school.trimesters = ["11-15"]
    assert calendar_data(content, TODAY)["trimesters"] == ["11-15"]


# ---- the data that come with the project ----


def monday_of(day: datetime.date) -> datetime.date:
    return day - day.weekday() * DAY


def flemish_holidays(year: int) -> dict[str, tuple[datetime.date, datetime.date]]:
    """The rules of the Besluit van de Vlaamse Regering of 17 April 1991, for the school year that starts in `year`."""
    saints, christmas, sunday = datetime.date(year, 11, 1), datetime.date(year, 12, 25), easter(year + 1)
    autumn = saints + DAY if saints.weekday() == 6 else monday_of(saints)
    winter = monday_of(christmas) + 7 * DAY if christmas.weekday() >= 5 else monday_of(christmas)
    april = datetime.date(year + 1, 4, 1)
    spring = april + (-april.weekday() % 7) * DAY
    if sunday.month == 3:
        spring = sunday + DAY
    elif (sunday.month, sunday.day) > (4, 15):
        spring = monday_of(sunday) - 7 * DAY
    carnival = monday_of(sunday) - 6 * 7 * DAY
    week, ascension = 6 * DAY, sunday + 39 * DAY
    return {
        "Herfstvakantie": (autumn, autumn + week),
        "Kerstvakantie": (winter, winter + 7 * DAY + week),
        "Krokusvakantie": (carnival, carnival + week),
        "Paasvakantie": (spring, spring + 7 * DAY + week),
        "Hemelvaart": (ascension, ascension + DAY),
        "Zomervakantie": (datetime.date(year + 1, 7, 1), datetime.date(year + 1, 8, 31)),
    }


def test_the_rules_give_what_was_published_before():
    """Three school years with different rules at work, as schools published them."""
    assert {name: flemish_holidays(2018)[name][0].isoformat() for name in ("Krokusvakantie", "Paasvakantie")} == {
        "Krokusvakantie": "2019-03-04",
        "Paasvakantie": "2019-04-08",
    }
    assert [first.isoformat() for first, _ in flemish_holidays(2021).values()] == [
        "2021-11-01",
        "2021-12-27",
        "2022-02-28",
        "2022-04-04",
        "2022-05-26",
        "2022-07-01",
    ]
    assert flemish_holidays(2023)["Paasvakantie"][0].isoformat() == "2024-04-01"


@pytest.mark.parametrize("year", [2026, 2027])
def test_flemish_data_follow_the_rules(year):
    content = content_for("vl")
    found = {
        holiday.name: (holiday.first, holiday.last)
        for holiday in known_holidays(content)
        if holiday.school_year == f"{year}-{year + 1}"
    }
    assert found == flemish_holidays(year)


def test_data_are_whole_weeks_in_their_school_year():
    for holiday in load(ROOT).school_holidays:
        start = int(holiday.school_year[:4])
        assert holiday.school_year == f"{start}-{start + 1}"
        assert datetime.date(start, 8, 1) < holiday.first <= holiday.last < datetime.date(start + 1, 9, 15)
        if holiday.region != "vlaanderen":
            assert (holiday.first.weekday(), holiday.last.weekday()) == (5, 6), (holiday.region, holiday.name)


# ---- what the school is told ----


def warnings(content, today, monkeypatch) -> list[str]:
    monkeypatch.setattr(ages, "today", lambda: today)
    assert all(problem.warning for problem in check_calendar(content))
    return [problem.message for problem in check_calendar(content)]


def errors(content, today, monkeypatch) -> list[str]:
    monkeypatch.setattr(ages, "today", lambda: today)
    return [problem.message for problem in check_calendar(content) if not problem.warning]


def test_the_school_hears_in_time_that_new_holidays_are_needed(monkeypatch):
    content = content_for("nl", "noord")  # known until 22 August 2027
    assert warnings(content, date("2027-02-19"), monkeypatch) == []
    assert ["bekend is voor regio Noord" in text for text in warnings(content, date("2027-02-20"), monkeypatch)] == [True]
    assert "regio Noord" in warnings(content, date("2027-09-30"), monkeypatch)[0], "also when all have passed"


@pytest.mark.parametrize("country, region", [("vl", None), ("vl", "vlaanderen"), ("nl", "zuid")])
def test_a_region_that_fits_its_country(country, region, monkeypatch):
    assert warnings(content_for(country, region), TODAY, monkeypatch) == []


@pytest.mark.parametrize(
    "country, region, told",
    [
        ("nl", "vlaanderen", "hoort niet bij land: nl (Nederland). Schrijf hier noord, midden, zuid of eigen."),
        ("vl", "noord", "hoort niet bij land: vl (Vlaanderen). Schrijf hier vlaanderen of eigen."),
    ],
)
def test_a_region_of_another_country_is_an_error(country, region, told, monkeypatch):
    [error] = errors(content_for(country, region), TODAY, monkeypatch)
    assert told in error


def test_without_a_region_an_example_is_warned_and_a_school_stopped(monkeypatch):
    content = content_for("nl", None)
    [warning] = warnings(content, TODAY, monkeypatch)
    assert "Nu rekent de site met regio Midden, en dat hoeft niet te kloppen" in warning
    content.school.example = False
    [error] = errors(content, TODAY, monkeypatch)
    assert "Schrijf in dit bestand ‘vakanties: noord’, ‘vakanties: midden’ of ‘vakanties: zuid’." in error


def test_only_holidays_of_the_own_region_are_to_be_checked():
    shown = to_check(content_for("nl", "zuid"))
    assert "Schoolvakanties 2026-2027, regio Zuid" in shown
    assert "Voorjaarsvakantie: 13 februari 2027 tot en met 21 februari 2027" in shown
    assert "20 februari 2027" not in shown and "Krokus" not in shown
    content = content_for("nl", "zuid")
    for holiday in content.school_holidays:
        holiday.status = "nagekeken"
    assert "Schoolvakanties" not in to_check(content)
