"""Days on which there is no school: the school holidays per region, and the school's own free days."""

import datetime
import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from macros.schema.base import Date, Line, Source, Strict, Title, field
from macros.schema.countries import REGION_NAMES
from macros.schema.marks import Form

if TYPE_CHECKING:
    Region = str  # which ones there are follows from the table of countries
else:
    Region = Literal[tuple(REGION_NAMES)]
SchoolYear = Annotated[
    str,
    StringConstraints(pattern=r"^20[0-9]{2}-20[0-9]{2}$"),
    Form("Schrijf twee jaren met een streepje, bijvoorbeeld 2026-2027."),
]


def _month_day(text: str) -> str:
    """Accept a day that every year has, as "mm-dd"."""
    try:
        if not re.fullmatch("[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        datetime.date.fromisoformat(f"2027-{text}")  # not a leap year
    except ValueError:
        raise PydanticCustomError("dag_van_het_jaar", "dag_van_het_jaar") from None
    return text


MonthDay = Annotated[Line, AfterValidator(_month_day)]


class FreeDays(Strict):
    """Free days of one school."""

    name: Title = field("naam", "Waarom de school dicht is, bijvoorbeeld: Studiedag.", translated=True)
    first: Date = field("van", "De eerste vrije dag (jjjj-mm-dd).")
    last: Date | None = field("tot", "De laatste vrije dag, die telt mee. Weglaten betekent: één dag.", None)


class SchoolHoliday(Strict):
    """One school holiday in one region."""

    named_by = ("regio", "schooljaar", "naam")
    thing = "Vakantie"
    region: Region = field("regio", "Voor welke regio deze vakantie geldt. eigen: alleen voor jullie school.")
    school_year: SchoolYear = field("schooljaar", "Het schooljaar, bijvoorbeeld 2026-2027.")
    name: Title = field("naam", "De naam van de vakantie.", translated=True)
    first: Date = field("van", "De eerste vrije dag (jjjj-mm-dd).")
    last: Date = field("tot", "De laatste vrije dag, die telt mee (jjjj-mm-dd).")
    status: Literal["nagekeken", "nakijken"] = field(
        "status", "nagekeken: de school keek zelf of dit klopt. nakijken: staat op de lijst voor de school."
    )
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", min_length=1)
    checked: Date = field(
        "gecontroleerd",
        "Datum waarop dit uit de bron is overgenomen (jjjj-mm-dd). In de eigen laag: de dag waarop de school zelf keek.",
        free=True,
        no_choice=True,
    )


class SchoolHolidays(Strict):
    holidays: list[SchoolHoliday] = field("vakanties", "Alle schoolvakanties, per regio.", min_length=1)
