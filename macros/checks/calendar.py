"""Checks of the days without school: dates that cannot be, a region that nobody chose, holidays that run out."""

from macros.checks import ages
from macros.checks.ages import check_age
from macros.content.calendar import known_holidays, region_of
from macros.content.model import Content
from macros.schema.calendar import FreeDays, SchoolHoliday
from macros.schema.countries import COUNTRIES, REGION_NAMES, either
from macros.schema.school import School
from macros.schema.validate import in_own_file, problem_at
from macros.source.problems import Problem, told

KNOWN_AHEAD_DAYS = 183  # half a year: a case runs for months


def check_calendar(content: Content) -> list[Problem]:
    """Mistakes in the dates themselves, and what the school has to look at."""
    free: list[SchoolHoliday | FreeDays] = [*content.school_holidays, *content.school.free_days]
    problems = [
        problem_at(part, "tot", message=told("ends-before-it-begins", name=part.name))
        for part in free
        if part.last and part.last < part.first
    ]
    for holiday in known_holidays(content):
        problems += check_age(holiday)
    return problems + (_check_region(content.school) or _check_known(content))


def _check_region(school: School) -> list[Problem]:
    """An error when the school holidays are those of another country, or when nobody chose: they are never guessed."""
    country = COUNTRIES[school.country]
    if school.holidays and school.holidays not in country.region_codes:
        return [
            problem_at(
                school,
                "vakanties",
                message=told(
                    "region-of-other-country",
                    region=school.holidays,
                    country=country.code,
                    name=country.name,
                    regions=either(country.region_codes),
                ),
            )
        ]
    if school.holidays or len(country.regions) == 1:  # there is nothing to choose
        return []
    file, line = in_own_file(school, "land")
    lines = either([f"‘vakanties: {region}’" for region in country.regions])
    if school.example:
        return [Problem(file, line, told("region-not-chosen", region=REGION_NAMES[region_of(school)], lines=lines), warning=True)]
    return [Problem(file, line, told("region-missing", lines=lines))]


def _check_known(content: Content) -> list[Problem]:
    """A warning when the school holidays are known for less than half a year."""
    known = known_holidays(content)
    name = REGION_NAMES[region_of(content.school)]
    if not known:
        file, line = in_own_file(content.school, "vakanties")
        return [Problem(file, line, told("no-holidays", region=name), warning=True)]
    last = max(known, key=lambda holiday: holiday.last)
    if (last.last - ages.today()).days > KNOWN_AHEAD_DAYS:
        return []
    return [problem_at(last, "tot", warning=True, message=told("holidays-run-out", region=name))]
