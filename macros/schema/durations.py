"""Periods as an author writes them: "2 schooldagen", "1 week", or a fixed one as "meteen". What each means stands here alone."""

import re
from dataclasses import dataclass
from typing import Literal

MOST = 60  # of a unit, in one period
MOST_HOURS = 72
# What widgets.core.plan counts in.
UnitName = Literal[
    "now",
    "same-day",
    "terms",
    "meeting",
    "hours",
    "school-days",
    "weeks",
    "months",
    "work-days",
    "calendar-days",
    "calendar-weeks",
]


@dataclass(frozen=True)
class Unit:
    """What is counted. `least` and `most`: how many school days it is, in the shortest and in the longest case; `named`: how
    many of the most must be counted as school days (see macros.content.courses); `browser`: its name in widgets.core.plan;
    `in_a_day`: how many go in one day; `limit`: how many there may be."""

    plural: str
    least: int
    most: int
    named: int
    browser: UnitName
    in_a_day: int = 1
    limit: int = MOST


UNITS = {
    "schooldag": Unit("schooldagen", 1, 1, 1, "school-days"),
    "week": Unit("weken", 5, 5, 0, "weeks"),
    "maand": Unit("maanden", 20, 23, 3, "months"),
    # Terms of a law go on while school is closed.
    "werkdag": Unit("werkdagen", 1, 1, 1, "work-days"),
    "kalenderdag": Unit("kalenderdagen", 1, 1, 1, "calendar-days"),
    "kalenderweek": Unit("kalenderweken", 5, 5, 0, "calendar-weeks"),
    # Terms in hours go on at weekends too (Algemene termijnenwet art. 4).
    "uur": Unit("uur", 1, 1, 1, "hours", in_a_day=24, limit=MOST_HOURS),
}
# The units of terms that go on while school is closed.
RUN_ON = ("werkdag", "kalenderdag", "kalenderweek", "uur")
# Fixed period -> its name in widgets.core.plan.
MEETING = "volgende vergadering"
FIXED: dict[str, UnitName] = {"meteen": "now", "dezelfde schooldag": "same-day", "elk trimester": "terms", MEETING: "meeting"}
AT_ONCE = ("meteen", "dezelfde schooldag")
# How the fixed periods read as a deadline; the others as they are written.
SPOKEN = {MEETING: "op de volgende vergadering"}
SCHOOL_HOURS = 8  # so many are over on the day itself
# Every word that may stand behind a number, with its unit.
UNIT_WORDS = {word: singular for singular, unit in UNITS.items() for word in (singular, unit.plural)}
SCHOOL_WORDS = [word for word, singular in UNIT_WORDS.items() if singular in ("schooldag", "week", "maand")]


def counted(text: str) -> tuple[int, str] | None:
    """(2, "week") for "2 weken"; None when it is no number of a unit."""
    amount, _, word = text.partition(" ")
    if not re.fullmatch("[0-9]{1,2}", amount) or word not in UNIT_WORDS:
        return None
    unit = UNIT_WORDS[word]
    return (int(amount), unit) if 1 <= int(amount) <= UNITS[unit].limit else None


def is_duration(text: str) -> bool:
    """Is this a period, with its unit in the right number: "1 week", but "2 weken"?"""
    found = counted(text)
    return text in FIXED or found is not None and text == in_right_number(*found)


def in_right_number(amount: int, unit: str) -> str:
    """ "1 week" for (1, "week"), "2 weken" for (2, "week")."""
    return f"{amount} {unit if amount == 1 else UNITS[unit].plural}"


def runs_on(text: str) -> bool:
    """Does this period go on while school is closed?"""
    found = counted(text)
    return found is not None and found[1] in RUN_ON


def order(text: str) -> float | None:
    """How long a period is at least, to compare two of them: school days plus one, 0 for at once. None when it is no period.

    A week of law is longer than one of school, which ends before a holiday; a day of law is shorter than a school day.
    """
    if text in FIXED:
        return {"meteen": 0, "dezelfde schooldag": 1, "elk trimester": 61, MEETING: 61}[text]
    amount, _, word = text.partition(" ")
    if not amount.isdecimal() or word not in UNIT_WORDS:
        return None
    unit = UNIT_WORDS[word]
    if unit == "uur":  # some are over before the end of the day, a day of them is one of the calendar
        hours = int(amount)
        return hours / 24 if hours <= SCHOOL_HOURS else 1 + hours / 48 if hours < 24 else 0.5 + hours / 24
    return 1 + int(amount) * UNITS[unit].least + {"kalenderweek": 0.5, "kalenderdag": -0.5, "werkdag": -0.5}.get(unit, 0)
