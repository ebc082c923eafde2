"""Days without school: public holidays, school holidays of the region, and the school's own free days.

Public holidays come from the package `holidays`. It is loaded only when a calendar is made, not for the content report.
"""

from __future__ import annotations

import datetime
from importlib import import_module

from macros.content.model import Content
from macros.schema.calendar import SchoolHoliday
from macros.schema.countries import COUNTRIES
from macros.schema.school import School

TRIMESTERS = ["12-01", "03-15", "06-01"]  # when "elk trimester" falls if the school says nothing
YEARS_BACK, YEARS_AHEAD = 1, 3
# Not free at every school, so a school day: a date that comes too early is better than one that comes too late.
# A school that is closed then lists it under `vrije_dagen`. (Liberation Day is free once in five years.)
NOT_FREE_FOR_ALL = ("goede vrijdag",)
TRANSLATIONS = "protocol/talen/"
ONE_DAY = datetime.timedelta(days=1)


def calendar_data(content: Content, today: datetime.date) -> dict:
    """The calendar of the school as the browser core reads it, as it is on `today`.

    `closed`: [first, last] in ISO dates, both days included; sorted, and no two of them touch. Weekends are not in it.
    `free`: the public holidays among them.
    `known_until`: the last day of the last school holiday that is known; `today` when none is known.
    `trimesters`: "mm-dd", the moments at which "elk trimester" falls.
    """
    school = content.school
    known = known_holidays(content)
    free = public_holidays(school.country, today.year - YEARS_BACK, today.year + YEARS_AHEAD)
    spans = [(day, day) for day in free]
    spans += [(holiday.first, holiday.last) for holiday in known]
    spans += [(free.first, free.last or free.first) for free in school.free_days]
    return {
        "closed": [[first.isoformat(), last.isoformat()] for first, last in merged(spans)],
        "free": [day.isoformat() for day in free],
        "known_until": max((holiday.last for holiday in known), default=today).isoformat(),
        "trimesters": school.trimesters or TRIMESTERS,
    }


def region_of(school: School) -> str:
    """The region whose school holidays count: the one the school chose, else the only one of its country.

    Only an example may have none where there is a choice; then it is the stand-in of its country, and the report says so.
    """
    return school.holidays or COUNTRIES[school.country].stand_in


def with_own_region(school: School) -> School:
    """The school without a region that nobody chose for it.

    That is the one of the example, when a layer tells of a school of its own; and the one of another country, when a
    layer above it (a location) is in this one.
    """
    document = school._document
    layers = [file for file in document.layers if not file.startswith(TRANSLATIONS)]
    files = [document.file, *layers]
    said, country = (files.index(document.place((key,))[0]) for key in ("vakanties", "land"))
    if layers and (said == 0 or (said < country and school.holidays not in COUNTRIES[school.country].region_codes)):
        return school.model_copy(update={"holidays": None})
    return school


def known_holidays(content: Content) -> list[SchoolHoliday]:
    """The school holidays of the school's own region."""
    region = region_of(content.school)
    return [holiday for holiday in content.school_holidays if holiday.region == region]


def public_holidays(country: str, first_year: int, last_year: int) -> list[datetime.date]:
    """The days on which every school in this country ("nl") is closed by law or custom, sorted.

    Source: the package `holidays`. Raises KeyError for a country that is not in macros.schema.countries.
    """
    module, name = COUNTRIES[country].public_holidays
    holidays_of = getattr(import_module(f"holidays.countries.{module}"), name)
    days = holidays_of(years=range(first_year, last_year + 1), language="nl")
    return sorted(day for day, name in days.items() if name.lower() not in NOT_FREE_FOR_ALL)


def merged(spans: list[tuple[datetime.date, datetime.date]]) -> list[tuple[datetime.date, datetime.date]]:
    """Spans (first, last day) sorted, with those that overlap or follow each other directly made into one."""
    result: list[tuple[datetime.date, datetime.date]] = []
    for first, last in sorted(spans):
        if result and first <= result[-1][1] + ONE_DAY:
            result[-1] = (result[-1][0], max(result[-1][1], last))
        else:
            result.append((first, last))
    return result
