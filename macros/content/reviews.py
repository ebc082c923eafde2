"""Dates of review: what the site may say of them.

`gecontroleerd` in the base is the day on which a text was brought up to date, or a source was read. Nobody called a number or
opened a live page that day, so it is told as a month. Only the date of a school, in its own layer, says that somebody checked.
"""

import datetime

from macros.schema.base import Page, Strict
from widgets.core.dates import MONTHS

_LAYERS = ("protocol/eigen/", "protocol/eigen.", "protocol/locaties/")  # those of a school: no translations


def checked_by_school(model: Strict) -> bool:
    """Whether the date of this part stands in the layer of a school, so that the school itself looked on that day."""
    if model._document is None:  # made by a program
        return False
    file, _ = model._document.place(model._path + ("gecontroleerd",))
    return file.startswith(_LAYERS)


def month_text(date: datetime.date) -> str:
    """ "november 2026" """
    return f"{MONTHS[date.month - 1]} {date.year}"


def day_text(date: datetime.date) -> str:
    """ "21 november 2026" """
    return f"{date.day} {month_text(date)}"


def said_of(page: Page, done: str) -> str:
    """The date of a page in a few words, for the school team. `done`: what was done with a part of the base, as "bijgewerkt"."""
    date = page.checked
    return f"door de school nagekeken op {day_text(date)}" if checked_by_school(page) else f"{done} in {month_text(date)}"
