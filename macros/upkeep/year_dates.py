"""When something of the year calendar is this school year: from "oktober of november" to real school days."""

from __future__ import annotations

import datetime
import re

from macros.content.calendar import ONE_DAY, calendar_data, known_holidays
from macros.content.model import Content
from macros.publish.phrases import date_text
from widgets.core.dates import MONTHS

YEAR_BEGINS = 7  # from July on, the school year that counts is the one that is about to begin
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b", re.IGNORECASE)
_WEEK = re.compile(r"\b(eerste|tweede|derde|vierde|laatste) (?:hele )?week\b", re.IGNORECASE)
_WEEKS = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}


def school_year(today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the school year that somebody plans on this day: from 1 August to 31 July."""
    first = today.year if today.month >= YEAR_BEGINS else today.year - 1
    return datetime.date(first, 8, 1), datetime.date(first + 1, 7, 31)


def span(when: str, year: tuple[datetime.date, datetime.date]) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of the months (and week) that are named; None when no month is named.

    A week is from Monday to Friday, and belongs to the month of its Monday.
    """
    months = [MONTHS.index(name.lower()) + 1 for name in _MONTH.findall(when)]
    if not months:
        return None
    days = [datetime.date(year[0].year if month >= year[0].month else year[1].year, month, 1) for month in months]
    first, last = min(days), (max(days) + 31 * ONE_DAY).replace(day=1) - ONE_DAY
    week = _WEEK.search(when)
    if week:
        mondays = [day for day in (first + number * ONE_DAY for number in range((last - first).days + 1)) if day.weekday() == 0]
        first = mondays[_WEEKS[week[1].lower()]]
        last = first + 4 * ONE_DAY
    return first, last


def school_days(first: datetime.date, last: datetime.date, closed: list[list[str]]) -> tuple[datetime.date, datetime.date] | None:
    """The first and last school day in this span; None when there is none. `closed`: as in `calendar_data`."""
    free = [(datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)) for begin, end in closed]
    days = [
        day
        for day in (first + number * ONE_DAY for number in range((last - first).days + 1))
        if day.weekday() < 5 and not any(begin <= day <= end for begin, end in free)
    ]
    return (days[0], days[-1]) if days else None


def _knows_summer(content: Content, august: datetime.date) -> bool:
    """Is the summer holiday before this school year known? Else nobody can say when school begins."""
    return any(
        holiday.first < august + 31 * ONE_DAY and holiday.last > august - 15 * ONE_DAY for holiday in known_holidays(content)
    )


def in_words(when: str, content: Content, today: datetime.date) -> str:
    """ "van 1 oktober 2026 tot en met 30 november 2026", in school days of this school; empty when no month is named.

    In August without a known summer holiday only the last day: nobody can say when school begins.
    """
    named = span(when, school_year(today))
    if named is None:
        return ""
    found = school_days(*named, calendar_data(content, today)["closed"])
    if found is None:
        return "dan is er geen school"
    if named[0].month == school_year(today)[0].month and not _knows_summer(content, named[0]):
        return f"tot en met {date_text(found[1])}"
    first, last = (date_text(day) for day in found)
    return first if first == last else f"van {first} tot en met {last}"
