"""How long ago something was read through: content that is too old, or dated in the future, is reported."""

import datetime

from macros.schema.base import Page
from macros.schema.calendar import SchoolHoliday
from macros.schema.school import FromElsewhere
from macros.schema.validate import problem_at
from macros.source.problems import Problem, told

PAGE_DAYS = 365
HELPLINE_DAYS = 180  # numbers and hours change sooner than advice


def today() -> datetime.date:
    """The date against which dates of review are held."""
    return datetime.date.today()


def check_seen(model: FromElsewhere) -> list[Problem]:
    """Problems with the dates of a number or a rule that was taken over from a source."""
    if model.seen is None:
        return [problem_at(model, "gelezen", message=told("source-date-missing"))]
    key = "gecontroleerd" if model.seen == model.checked else "gelezen"
    if (today() - model.seen).days < -1:
        return [problem_at(model, key, message=told("source-date-in-future"))]
    if (today() - model.seen).days > HELPLINE_DAYS:
        return [problem_at(model, key, message=told("source-date-old"), warning=True)]
    return []


def check_age(model: Page | SchoolHoliday) -> list[Problem]:
    """Problems with the date `gecontroleerd` of a part of the content."""
    days = (today() - model.checked).days
    if days < -1:
        return [problem_at(model, "gecontroleerd", message=told("date-in-future"))]
    if days > PAGE_DAYS:
        return [problem_at(model, "gecontroleerd", message=told("date-old"), warning=True)]
    return []
