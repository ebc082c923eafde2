"""Where a number or a helpline comes from, in words. What was only read is never called checked: that is for a school to do."""
import datetime
from typing import Iterable

from macros.schema.school import Helpline
from widgets.core.dates import MONTHS


def origin(line: Helpline) -> str:
    """For who looks after the site: "overgenomen uit een bron van 2019, gelezen in november 2026, niet gebeld"."""
    if line.checked:
        return f"door jullie nagekeken op {line.checked.day} {MONTHS[line.checked.month - 1]} {line.checked.year}"
    source = f"overgenomen uit een bron van {line.source_year}" if line.source_year else "overgenomen uit een bron zonder jaartal"
    return ", ".join([source, *([f"gelezen in {month(line.read)}"] if line.read else []), "niet gebeld"])


def source_years(lines: Iterable[Helpline]) -> list[int]:
    """The years of the sources that are known, the oldest first, each once."""
    return sorted({line.source_year for line in lines if line.source_year})


def month(date: datetime.date) -> str:
    """november 2026"""
    return f"{MONTHS[date.month - 1]} {date.year}"
