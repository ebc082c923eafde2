"""Dates of the core against the standard library: every day, and a slow, obvious reference for school days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.schema.durations import order
from widgets.core import dates

EPOCH = datetime.date(1970, 1, 1)
FIRST, LAST = 0, (datetime.date(2100, 12, 31) - EPOCH).days


def as_date(day):
    return EPOCH + datetime.timedelta(days=day)


def test_every_day_of_1970_to_2100():
    for day in range(FIRST, LAST + 1):
        date = as_date(day)
        assert dates.parts(day) == (date.year, date.month, date.day)
        assert dates.day_number(date.year, date.month, date.day) == day
        assert dates.weekday(day) == date.weekday()
        assert dates.from_iso(date.isoformat()) == day
        assert dates.to_iso(day) == date.isoformat()


@given(st.one_of(st.text(max_size=12), st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True)))
def test_what_is_no_date_is_none(text):
    try:
        date = datetime.date.fromisoformat(text) if len(text) == 10 and text.isascii() and text[4] == "-" else None
    except ValueError:
        date = None
    known = date is not None and 1970 <= date.year <= 2100
    assert dates.from_iso(text) == ((date - EPOCH).days if known else None)


def test_words():
    assert dates.long_date(dates.from_iso("2026-11-21")) == "zaterdag 21 november 2026"


# ---- school days ----


@st.composite
def calendars(draw):
    """Calendars with holidays of up to six weeks around 2026."""
    closed, day = [], 20454  # 1 January 2026
    for _ in range(draw(st.integers(0, 8))):
        first = day + draw(st.integers(1, 60))
        day = first + draw(st.integers(0, 42))
        closed.append([first, day])
        day += 1
    terms = draw(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)).map(list), max_size=4))
    free = [first for first, _ in closed if draw(st.booleans())]
    return {"closed": closed, "free": free, "known_until": day, "terms": terms}


DAYS = st.integers(20400, 21200)
DURATIONS = st.sampled_from(
    [
        [1, "now"],
        [1, "same-day"],
        [1, "school-days"],
        [2, "school-days"],
        [10, "school-days"],
        [1, "weeks"],
        [6, "weeks"],
        [1, "months"],
        [3, "months"],
        [1, "work-days"],
        [12, "work-days"],
        [1, "calendar-days"],
        [10, "calendar-days"],
        [1, "calendar-weeks"],
        [6, "calendar-weeks"],
        [4, "hours"],
        [24, "hours"],
        [60, "hours"],
    ]
)


def open_days(calendar, first, last):
    """All school days from `first` up to `last`, by looking at every one of them."""
    closed = {day for begin, end in calendar["closed"] for day in range(begin, end + 1)}
    return [day for day in range(first, last + 1) if as_date(day).weekday() < 5 and day not in closed]


def one_month_later(date, count):
    year, month = divmod(date.year * 12 + date.month - 1 + count, 12)
    for number in range(date.day, 0, -1):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue


def reference(calendar, day, duration):
    amount, unit = duration
    ahead = open_days(calendar, day, day + 900)
    if unit in ("now", "same-day"):
        return ahead[0]
    if unit == "school-days":
        return [other for other in ahead if other > day][amount - 1]
    if unit == "hours":  # of a report at the very begin of the day
        return (
            datetime.datetime.combine(as_date(day), datetime.time(0)) + datetime.timedelta(hours=amount)
        ).date().toordinal() - (EPOCH.toordinal())
    works = [other for other in range(day, day + 200) if as_date(other).weekday() < 5 and other not in calendar["free"]]
    if unit == "work-days":
        return [other for other in works if other > day][amount - 1]
    if unit in ("calendar-days", "calendar-weeks"):
        return next(other for other in works if other >= day + amount * (7 if unit == "calendar-weeks" else 1))
    limit = day + 7 * amount if unit == "weeks" else (one_month_later(as_date(day), amount) - EPOCH).days
    in_time = [other for other in ahead if day < other <= limit]
    return in_time[-1] if in_time else [other for other in ahead if other >= limit][0]


@given(calendars(), DAYS, DURATIONS)
def test_latest_agrees_with_the_slow_reference(calendar, day, duration):
    result = dates.latest(calendar, day, duration)
    assert result == reference(calendar, day, duration)
    of_law = duration[1] in ("work-days", "calendar-days", "calendar-weeks", "hours")
    assert of_law or dates.is_school_day(calendar, result)


@given(calendars(), DAYS, st.integers(0, 60))
def test_school_days_between(calendar, first, length):
    assert dates.school_days_between(calendar, first, first + length) == len(open_days(calendar, first + 1, first + length))


@given(calendars(), DAYS)
def test_moments_come_one_after_another_on_school_days(calendar, day):
    found = dates.moments(calendar, day, [[2, "school-days"], [1, "weeks"], [1, "months"], [1, "terms"]])
    assert found == sorted(set(found)) and found[0] > day
    assert all(dates.is_school_day(calendar, moment) for moment in found)


def test_each_term_until_the_end_of_the_next_school_year():
    calendar = {"closed": [], "free": [], "known_until": 0, "terms": [[12, 1], [3, 15], [6, 1]]}
    found = [dates.to_iso(day) for day in dates.term_moments(calendar, dates.from_iso("2026-11-21"))]
    assert found == ["2026-12-01", "2027-03-15", "2027-06-01", "2027-12-01", "2028-03-15", "2028-06-01"]


def test_another_unit_is_refused():
    with pytest.raises(ValueError):
        dates.latest({"closed": [], "free": [], "known_until": 0, "terms": []}, 0, [1, "jaren"])


SUMMER = {
    "closed": [
        [dates.from_iso("2027-07-24"), dates.from_iso("2027-09-05")],
        [dates.from_iso("2027-12-25"), dates.from_iso("2028-01-09")],
    ],
    "free": [dates.from_iso(day) for day in ("2027-12-25", "2027-12-26", "2028-01-01")],
    "known_until": 0,
    "terms": [],
}


@pytest.mark.parametrize(
    "begin, term, end",
    [
        ("2027-07-01", [6, "weeks"], "2027-07-23"),
        ("2027-07-01", [6, "calendar-weeks"], "2027-08-12"),
        ("2027-07-20", [5, "school-days"], "2027-09-07"),
        ("2027-07-20", [5, "work-days"], "2027-07-27"),
        ("2027-07-20", [10, "calendar-days"], "2027-07-30"),
        # A Saturday, or a Sunday that is a public holiday: the next day that is neither.
        ("2027-07-20", [11, "calendar-days"], "2027-08-02"),
        ("2027-12-19", [1, "calendar-weeks"], "2027-12-27"),
    ],
)
def test_a_term_of_law_goes_on_while_school_is_closed(begin, term, end):
    """The first four stand in the calendars of the Netherlands: a promise of a school ends before the holidays, a law goes on."""
    assert dates.to_iso(dates.latest(SUMMER, dates.from_iso(begin), term)) == end


@pytest.mark.parametrize(
    "shorter, longer",
    [
        ("1 week", "1 kalenderweek"),
        ("1 werkdag", "1 schooldag"),
        ("1 kalenderdag", "1 schooldag"),
        ("dezelfde schooldag", "1 werkdag"),
        ("4 schooldagen", "1 week"),
        ("1 kalenderweek", "2 weken"),
        ("meteen", "4 uur"),
        ("4 uur", "8 uur"),
        ("8 uur", "dezelfde schooldag"),
        ("dezelfde schooldag", "12 uur"),
        ("24 uur", "1 schooldag"),
        ("1 schooldag", "48 uur"),
        ("23 uur", "48 uur"),
        ("1 maand", "volgende vergadering"),
    ],
)
def test_a_layer_may_only_make_a_locked_term_shorter(shorter, longer):
    assert order(shorter) < order(longer)
