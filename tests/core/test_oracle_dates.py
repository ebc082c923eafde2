"""Days, months, terms and typed dates against the standard library and a reader of another kind."""

import calendar as of_the_year
import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.test_dates import DAYS, calendars
from tests.oracles import days
from widgets.core import dates, typed_date
from widgets.core.fields import UNFINISHED

ANY_DATE = st.dates(datetime.date(1970, 1, 1), datetime.date(2099, 12, 31))


def test_how_many_days_a_month_has():
    for year in range(1970, 2101):
        assert [dates.days_in_month(year, month) for month in range(1, 13)] == [
            of_the_year.monthrange(year, month)[1] for month in range(1, 13)
        ]


@pytest.mark.parametrize(
    "text, known",
    [
        ("1970-01-01", True),
        ("1969-12-31", False),
        ("2100-12-31", True),
        ("2101-01-01", False),
        ("2026-00-10", False),
        ("2026-13-10", False),
        ("2026-12-31", True),
        ("2026-12-00", False),
        ("2026-12-32", False),
        ("2028-02-29", True),
        ("2027-02-29", False),
        ("2100-02-29", False),
        ("2000-02-29", True),
        ("2026-11-2", False),
        ("2026-11-021", False),
        ("2026/11-21", False),
        ("2026-11/21", False),
        ("2026-1a-21", False),
        ("x026-11-21", False),
        ("2026-11-2x", False),
        ("", False),
    ],
)
def test_the_borders_of_a_written_date(text, known):
    assert (dates.from_iso(text) is not None) is known


def test_the_words_of_two_years():
    for day in range(days.number(datetime.date(2027, 1, 1)), days.number(datetime.date(2029, 1, 1))):
        date = days.date(day)
        assert dates.long_date(day) == days.long(date)
        assert dates.short_date(day) == f"{date.day} {days.MONTHS[date.month - 1]} {date.year}"
        assert dates.table_date(day) == f"{days.WEEKDAYS[date.weekday()][:2]} {date.day} {days.SHORT[date.month - 1]} {date.year}"


@given(ANY_DATE, st.integers(0, 40))
@example(datetime.date(2028, 1, 31), 1)
@example(datetime.date(2026, 11, 30), 1)
@example(datetime.date(2026, 12, 31), 2)
@example(datetime.date(2026, 12, 1), 12)
def test_months_later(date, months):
    assert dates.add_months(days.number(date), months) == days.number(days.later(date, months))


@given(calendars(), DAYS)
def test_terms_until_the_end_of_the_next_school_year(calendar, day):
    assert dates.term_moments(calendar, day) == [days.number(moment) for moment in days.terms(calendar, days.date(day))]


FULL = {"closed": [], "free": [], "known_until": 0, "terms": [[7, 31], [8, 1], [2, 31], [7, 31]]}


@pytest.mark.parametrize("day, last", [("2026-07-30", "2027-07-30"), ("2026-07-31", "2027-02-26"), ("2026-08-01", "2028-07-31")])
def test_a_school_year_ends_on_the_last_of_july(day, last):
    """By hand: 31 July 2027 is a Saturday, so that term falls on 2 August, and outside. 28 February 2027 is a Sunday."""
    found = [dates.to_iso(moment) for moment in dates.term_moments(FULL, dates.from_iso(day))]
    expected = [days.number(moment) for moment in days.terms(FULL, days.date(dates.from_iso(day)))]
    assert found == [dates.to_iso(moment) for moment in expected] and found == sorted(set(found))
    assert found[-1] <= f"{2027 if day < '2026-08' else 2028}-07-31"


@given(
    calendars(),
    DAYS,
    st.lists(st.sampled_from([[1, "weeks"], [2, "school-days"], [1, "months"], [1, "terms"], [3, "weeks"]]), max_size=5),
)
def test_days_to_come_back_each_later_than_the_one_before(calendar, day, durations):
    found: list[int] = []
    for duration in durations:
        some = dates.term_moments(calendar, day) if duration[1] == "terms" else [dates.latest(calendar, day, duration)]
        found += [moment for moment in some if all(moment > other for other in found)]
    assert dates.moments(calendar, day, durations) == found


def test_school_is_closed_from_the_first_to_the_last_day():
    """The autumn holiday of 17 to 25 October 2026: open on Friday the 16th and Monday the 26th."""
    calendar = {
        "closed": [[dates.from_iso("2026-10-17"), dates.from_iso("2026-10-25")], [dates.from_iso("2026-10-28")] * 2],
        "known_until": 0,
        "terms": [],
    }
    open_days = [day for day in range(12, 31) if dates.is_school_day(calendar, dates.from_iso(f"2026-10-{day}"))]
    assert open_days == [12, 13, 14, 15, 16, 26, 27, 29, 30]
    friday, monday = dates.from_iso("2026-10-16"), dates.from_iso("2026-10-26")
    assert dates.school_day_from(calendar, friday + 1) == monday and dates.school_day_from(calendar, friday) == friday
    assert dates.school_day_until(calendar, monday - 1, friday - 1) == friday
    assert dates.school_day_until(calendar, monday - 1, friday) == monday, "closed all the time: the first day after it"
    assert dates.add_school_days(calendar, friday, 2) == monday + 1 and dates.add_school_days(calendar, friday, 0) == friday
    assert dates.school_days_between(calendar, friday, monday) == 1 and dates.school_days_between(calendar, friday, friday) == 0


# ---- as somebody types it ----

FORMS = (
    "{d}-{m}-{y}",
    "{d:02}-{m:02}-{y}",
    "{d}/{m}/{s:02}",
    "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
    "{d} {month} {y}",
    "{d} {short} {y}",
    "{weekday} {d} {month} {y}",
    "{weekday}, {d} {Month} {y}",
    "{d}–{m}–{y}",
    " {d}  {m}  {s:02} ",
    "{y} {month} {d}",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_way_to_write_a_date(form):
    for step in range(0, 36524, 97):
        date = datetime.date(2000, 1, 1) + datetime.timedelta(step)
        month = days.MONTHS[date.month - 1]
        text = form.format(
            d=date.day,
            m=date.month,
            y=date.year,
            s=date.year % 100,
            month=month,
            Month=month.upper(),
            short=days.SHORT[date.month - 1],
            weekday=days.WEEKDAYS[date.weekday()],
        )
        assert typed_date.read(text) == (days.number(date), True), text


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789",
                "12",
                "31",
                "2026",
                "26",
                "29",
                "2",
                "dec",
                "mei",
                "maart",
                "vrijdag",
                "x",
                "²",
                "1999",
                "2100",
                "00",
                "13",
                "32",
                "012",
                "02026",
                "20260",
            ]
        ),
        max_size=5,
    ),
    st.sampled_from(["-", " ", "/", ".", ", ", "–", ":"]),
)
@example(["1", "1", "2000"], "-")
@example(["31", "12", "2099"], "-")
@example(["31", "12", "1999"], "-")
@example(["1", "1", "2100"], "-")
@example(["x", "4", "12", "2026"], " ")
@example(["zondag", "4", "12", "2026"], " ")
@example(["4", "zondag", "2026"], " ")
@example(["0004", "12", "2026"], "-")
@example(["4", "00012", "2026"], "-")
@example(["1", "0", "2026"], "-")
@example(["0", "1", "2026"], "-")
@example(["4", "12", "026"], "-")
@example(["2026", "12", "2027"], "-")
def test_anything_typed_is_read_as_another_reader_does(words, between):
    meant, understood = days.typed(between.join(words))
    assert typed_date.read(between.join(words)) == (None if meant is None else days.number(meant), understood)


def test_what_is_said_of_a_date_that_can_not_be_read():
    day = dates.from_iso("2026-11-20")
    assert typed_date.unread_words("morgen", None) == (
        "‘morgen’ is geen datum die deze pagina kan lezen. Schrijf hem bijvoorbeeld als 20-11-2026."
    )
    assert typed_date.unread_words("morgen", day).endswith("20-11-2026. Tot dan geldt vrijdag 20 november 2026.")
    begun = "Deze datum is nog niet af. Vul dag, maand en jaar in, of maak het veld leeg."
    assert typed_date.unread_words(UNFINISHED, None) == begun
    assert typed_date.unread_words(UNFINISHED, day) == begun + " Tot dan geldt vrijdag 20 november 2026."


TODAY = 20800
COMING, YEAR_AGO, BEFORE, OVER, FAR = (
    "moet nog komen",
    "meer dan een jaar geleden",
    "voor de dag van de melding",
    "al voorbij",
    "meer dan twee jaar vooruit",
)


@pytest.mark.parametrize(
    "name, day, reported, words",
    [
        ("reported", TODAY, None, ""),
        ("reported", TODAY + 1, None, COMING),
        ("reported", TODAY - 366, None, ""),
        ("reported", TODAY - 367, None, YEAR_AGO),
        ("reported", TODAY - 10, TODAY, ""),
        ("day", TODAY, TODAY, ""),
        ("day", TODAY + 1, None, COMING),
        ("day", TODAY - 5, TODAY - 4, BEFORE),
        ("day", TODAY - 5, TODAY - 5, ""),
        ("day", TODAY - 400, None, ""),
        ("planned", TODAY, None, ""),
        ("planned", TODAY - 1, None, OVER),
        ("planned", TODAY + 732, None, ""),
        ("planned", TODAY + 733, None, FAR),
        ("next", TODAY - 1, None, OVER),
        ("next", TODAY + 1, TODAY + 2, ""),
    ],
)
def test_doubt_about_a_date(name, day, reported, words):
    said = typed_date.doubt(name, day, TODAY, reported)
    assert words in said and bool(said) is bool(words)
    assert typed_date.doubt(name, day, None, reported) == "" == typed_date.doubt(name, None, TODAY, reported)
