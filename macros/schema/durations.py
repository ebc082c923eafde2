"""Periods as an author writes them: "2 schooldagen", "1 week", or a fixed one as "meteen". What each means stands here alone."""

import re
from dataclasses import dataclass
from typing import Literal

MOST = 60  # of a unit, in one period
# What widgets.core.plan counts in.
UnitName = Literal["now", "same-day", "terms", "school-days", "weeks", "months", "work-days", "calendar-days", "calendar-weeks"]


@dataclass(frozen=True)
class Unit:
    """What is counted. `least` and `most`: how many school days it is, in the shortest and in the longest case; `named`: how
    many of the most must be counted as school days (see macros.content.courses); `browser`: its name in widgets.core.plan."""

    plural: str
    least: int
    most: int
    named: int
    browser: UnitName


UNITS = {
    "schooldag": Unit("schooldagen", 1, 1, 1, "school-days"),
    "week": Unit("weken", 5, 5, 0, "weeks"),
    "maand": Unit("maanden", 20, 23, 3, "months"),
    # Terms of a law go on while school is closed.
    "werkdag": Unit("werkdagen", 1, 1, 1, "work-days"),
    "kalenderdag": Unit("kalenderdagen", 1, 1, 1, "calendar-days"),
    "kalenderweek": Unit("kalenderweken", 5, 5, 0, "calendar-weeks"),
}
# Fixed period -> its name in widgets.core.plan.
FIXED: dict[str, UnitName] = {"meteen": "now", "dezelfde schooldag": "same-day", "elk trimester": "terms"}
AT_ONCE = ("meteen", "dezelfde schooldag")
# Every word that may stand behind a number, with its unit.
UNIT_WORDS = {word: singular for singular, unit in UNITS.items() for word in (singular, unit.plural)}
SCHOOL_WORDS = [word for word, singular in UNIT_WORDS.items() if singular in ("schooldag", "week", "maand")]


def counted(text: str) -> tuple[int, str] | None:
    """(2, "week") for "2 weken"; None when it is no number of a unit."""
    amount, _, word = text.partition(" ")
    if not re.fullmatch("[0-9]{1,2}", amount) or not 1 <= int(amount) <= MOST or word not in UNIT_WORDS:
        return None
    return int(amount), UNIT_WORDS[word]


def is_duration(text: str) -> bool:
    """Is this a period, with its unit in the right number: "1 week", but "2 weken"?"""
    found = counted(text)
    return text in FIXED or found is not None and (found[0] == 1) == text.endswith(f" {found[1]}")


def order(text: str) -> float | None:
    """How long a period is at least, to compare two of them: school days plus one, 0 for at once. None when it is no period.

    A week of law is longer than one of school, which ends before a holiday; a day of law is shorter than a school day.
    """
    if text in FIXED:
        return {"meteen": 0, "dezelfde schooldag": 1, "elk trimester": 61}[text]
    amount, _, word = text.partition(" ")
    if not amount.isdecimal() or word not in UNIT_WORDS:
        return None
    unit = UNIT_WORDS[word]
    return 1 + int(amount) * UNITS[unit].least + {"kalenderweek": 0.5, "kalenderdag": -0.5, "werkdag": -0.5}.get(unit, 0)
