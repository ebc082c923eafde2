"""Days with the standard library, and school days by looking at every day in turn."""

import calendar as of_the_year
import datetime
import re

EPOCH = datetime.date(1970, 1, 1)
WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SHORT = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()


def number(date: datetime.date) -> int:
    return (date - EPOCH).days


def date(day: int) -> datetime.date:
    return EPOCH + datetime.timedelta(day)


def long(day: datetime.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def later(day: datetime.date, months: int) -> datetime.date:
    """So many months later, or the last day of a month that is too short."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime.date(year, month, min(day.day, of_the_year.monthrange(year, month)[1]))


def is_open(calendar: dict, day: datetime.date) -> bool:
    return day.weekday() < 5 and not any(date(first) <= day <= date(last) for first, last in calendar["closed"])


def first_open(calendar: dict, day: datetime.date) -> datetime.date:
    while not is_open(calendar, day):
        day += datetime.timedelta(1)
    return day


def works(calendar: dict, day: datetime.date, count: int) -> datetime.date:
    """So many days later of those on which people work: Monday to Friday, without public holidays."""
    free = [date(number) for number in calendar["free"]]
    ahead = [day + datetime.timedelta(number) for number in range(1, 400)]
    return [other for other in ahead if other.isoweekday() not in (6, 7) and other not in free][count - 1]


def terms(calendar: dict, day: datetime.date) -> list[datetime.date]:
    """Each term after a day, until the end (31 July) of the next school year, on a school day."""
    end = datetime.date(day.year + (1 if (day.month, day.day) < (8, 1) else 2), 7, 31)
    found = set()
    for year in range(day.year, end.year + 1):
        for month, wanted in calendar["terms"]:
            found.add(first_open(calendar, datetime.date(year, month, min(wanted, of_the_year.monthrange(year, month)[1]))))
    return sorted(moment for moment in found if day < moment <= end)


def typed(text: str) -> tuple[datetime.date | None, bool]:
    """What somebody means by a date, and whether it was understood; an empty field is understood."""
    words = re.sub(r"[-/.,–]", " ", text).lower().split()
    if not words:
        return None, True
    found = re.fullmatch(rf"(?:(?:{'|'.join(WEEKDAYS)}) )?(\S+) (\S+) (\S+)", " ".join(words))
    if not found:
        return None, False
    day, month, year = found.groups()
    if len(day) == 4:
        day, year = year, day
    names = {name: str(place) for table in (MONTHS, SHORT) for place, name in enumerate(table, 1)}
    month = names.get(month, month)
    if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in (day, month, year)) or len(year) not in (2, 4):
        return None, False
    try:
        meant = datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None, False
    return (meant, True) if 2000 <= meant.year <= 2099 else (None, False)
