"""Words for things that are no text of an author: dates."""

import datetime

from macros.content.languages import say
from macros.content.model import Content
from widgets.core.dates import MONTHS


def month_text(date: datetime.date, content: Content | None = None) -> str:
    """november 2026, in the language of `content`."""
    month = MONTHS[date.month - 1]
    return f"{say(content, month) if content else month} {date.year}"


def date_text(date: datetime.date, content: Content | None = None) -> str:
    """21 november 2026, in the language of `content`."""
    return f"{date.day} {month_text(date, content)}"
