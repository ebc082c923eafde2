"""Dates as day numbers, and school days: the calendar a case is planned on.

A day is an int: the number of days since 1 January 1970. A calendar is a dict: "free": public holidays; "closed": list of
[first day, last day], sorted and apart, with holidays; "known_until": the last day of which the school
holidays are known; "terms": list of [month, day], the moments of "elk trimester"; "meetings" (may be left out): the days of
"volgende vergadering", sorted. Weekends are closed too.
"""

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# The units of terms that go on while school is closed.
RUN_ON = ("hours", "work-days", "calendar-days", "calendar-weeks")
FIRST_YEAR = 1970
LAST_YEAR = 2100
HALF_YEAR = 183
SCHOOL_YEAR_ENDS = (7, 31)  # month and day; the next school year starts after it, in both countries


# ---- days ----


def day_number(year, month, day):
    """The day number of a date. Months count from March, so that the leap day is the last day of a year."""
    shifted = year - 1 if month <= 2 else year
    century = shifted // 400
    year_of_century = shifted - century * 400
    month_from_march = (month + 9) % 12
    day_of_year = (153 * month_from_march + 2) // 5 + day - 1
    return century * 146097 + year_of_century * 365 + year_of_century // 4 - year_of_century // 100 + day_of_year - 719468


def parts(day):
    """(year, month, day) of a day number."""
    shifted = day + 719468
    century = shifted // 146097
    rest = shifted - century * 146097
    year_of_century = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * year_of_century + year_of_century // 4 - year_of_century // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    year = century * 400 + year_of_century
    return (year + 1 if month <= 2 else year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1)


def days_in_month(year, month):
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_number(following[0], following[1], 1) - day_number(year, month, 1)


def from_iso(text):
    """The day number of "2026-11-21", or None when it is no date from 1970 to 2100."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    numbers = []
    for piece in (text[0:4], text[5:7], text[8:10]):
        for character in piece:
            if character not in "0123456789":
                return None
        numbers.append(int(piece))
    year, month, day = numbers
    if year < FIRST_YEAR or year > LAST_YEAR or month < 1 or month > 12 or day < 1 or day > days_in_month(year, month):
        return None
    return day_number(year, month, day)


def to_iso(day):
    """ "2026-11-21" """
    year, month, number = parts(day)
    return str(year) + "-" + two_digits(month) + "-" + two_digits(number)


def two_digits(number):
    return str(number) if number > 9 else "0" + str(number)


def weekday(day):
    """0 for Monday to 6 for Sunday."""
    return (day + 3) % 7


def short_date(day):
    """ "21 november 2026" """
    year, month, number = parts(day)
    return str(number) + " " + MONTHS[month - 1] + " " + str(year)


def long_date(day):
    """ "zaterdag 21 november 2026" """
    return WEEKDAYS[weekday(day)] + " " + short_date(day)


def table_date(day):
    """ "za 21 nov 2026": for narrow columns"""
    year, month, number = parts(day)
    return WEEKDAYS[weekday(day)][0:2] + " " + str(number) + " " + SHORT_MONTHS[month - 1] + " " + str(year)


def near_date(day, today):
    """ "za 21 nov"; with its year when it lies half a year or more from `today` (a day or None)."""
    words = table_date(day)
    return words[0:-5] if today is not None and -HALF_YEAR < day - today < HALF_YEAR else words


# ---- school days ----


def is_school_day(calendar, day):
    """False at weekends and on days that the calendar closes."""
    if weekday(day) > 4:
        return False
    for closed in calendar["closed"]:
        if closed[0] <= day <= closed[1]:
            return False
        if closed[0] > day:
            break
    return True


def school_day_from(calendar, day):
    """The day itself when there is school, else the first school day after it."""
    while not is_school_day(calendar, day):
        day += 1
    return day


def school_day_until(calendar, day, after):
    """The last school day up to `day` that lies after `after`; when there is none, the first one after `day`.

    So a promise is never kept later than its date, unless school is closed all the time until then.
    """
    candidate = day
    while candidate > after:
        if is_school_day(calendar, candidate):
            return candidate
        candidate -= 1
    return school_day_from(calendar, day)


def add_school_days(calendar, day, count):
    """The `count`th school day after `day`."""
    for _ in range(count):
        day = school_day_from(calendar, day + 1)
    return day


def school_days_between(calendar, first, last):
    """How many school days lie after `first`, up to and including `last`."""
    count = 0
    for day in range(first + 1, last + 1):
        if is_school_day(calendar, day):
            count += 1
    return count


# ---- durations ----


def add_months(day, count):
    """The same day of the month, `count` months later; the last day of a shorter month."""
    year, month, number = parts(day)
    months = year * 12 + month - 1 + count
    year, month = months // 12, months % 12 + 1
    return day_number(year, month, min(number, days_in_month(year, month)))


def is_work_day(calendar, day):
    """False at weekends and on public holidays. Holidays of the school are days to work."""
    return weekday(day) < 5 and day not in calendar["free"]


def work_day_from(calendar, day):
    while not is_work_day(calendar, day):
        day += 1
    return day


def latest(calendar, day, duration):
    """The last day on which something is in time: a school day, but for a term of law, which goes on while school is closed.

    duration: [amount (int), unit], unit "now", "same-day", "school-days", "weeks" or "months", or one of law: "work-days",
    "calendar-days" or "calendar-weeks"; counted from `day`. A term of law that ends at a weekend or on a public holiday ends on
    the next day that is neither (Algemene termijnenwet art. 1; Gerechtelijk Wetboek art. 53). "hours" just go on (art. 4): of
    a day of the calendar nobody knows when it began, so less than 24 of them end on the day itself.
    Raises ValueError for another unit.
    """
    amount, unit = duration
    if unit == "now" or unit == "same-day":
        return school_day_from(calendar, day)
    if unit == "hours":
        return day + amount // 24
    if unit == "school-days":
        return add_school_days(calendar, day, amount)
    if unit == "weeks":
        return school_day_until(calendar, day + 7 * amount, day)
    if unit == "months":
        return school_day_until(calendar, add_months(day, amount), day)
    if unit == "work-days":
        for _ in range(amount):
            day = work_day_from(calendar, day + 1)
        return day
    if unit == "calendar-days":
        return work_day_from(calendar, day + amount)
    if unit == "calendar-weeks":
        return work_day_from(calendar, day + 7 * amount)
    raise ValueError("unknown unit: " + unit)


def earliest(calendar, day, duration):
    """The first school day on which may be done what has to wait this long after `day`. `duration`: as `latest` takes it."""
    amount, unit = duration
    if unit == "hours":
        day = day + (amount + 23) // 24
    elif unit == "weeks":
        day = day + 7 * amount
    elif unit == "months":
        day = add_months(day, amount)
    else:
        day = latest(calendar, day, duration)
    return school_day_from(calendar, day)


def over(calendar, day, duration):
    """The day on which is over what lasts this long at most and began on `day`: never moved to a later one."""
    amount, unit = duration
    if unit == "now" or unit == "same-day":
        return day
    if unit == "weeks" or unit == "calendar-weeks":
        return day + 7 * amount
    if unit == "calendar-days":
        return day + amount
    if unit == "months":
        return add_months(day, amount)
    return latest(calendar, day, duration)


def next_meeting(calendar, day):
    """The first meeting after `day`; None when the school has told of none."""
    for meeting in calendar["meetings"] if "meetings" in calendar else []:
        if meeting > day:
            return meeting
    return None


def term_moments(calendar, day):
    """The moments of "elk trimester" after `day`, until the end of the next school year, on school days."""
    year, month, number = parts(day)
    school_year_end = year if (month, number) <= SCHOOL_YEAR_ENDS else year + 1
    last = day_number(school_year_end + 1, SCHOOL_YEAR_ENDS[0], SCHOOL_YEAR_ENDS[1])
    found = []
    for offset in range(4):
        for term in calendar["terms"]:
            moment = day_number(year + offset, term[0], min(term[1], days_in_month(year + offset, term[0])))
            moment = school_day_from(calendar, moment)
            if day < moment <= last and moment not in found:
                found.append(moment)
    return sorted(found)


def moments(calendar, day, durations):
    """The days to come back after `day`: each later than the one before. ["terms"] as unit gives several."""
    found = []
    for duration in durations:
        if duration[1] == "terms":
            days = term_moments(calendar, day)
        else:
            first = latest(calendar, day, duration) if duration[1] != "meeting" else next_meeting(calendar, day)
            days = [first] if first is not None else []
        for moment in days:
            if not found or moment > found[-1]:
                found.append(moment)
    return found
