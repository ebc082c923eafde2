"""Where a number or a helpline comes from, in words. What was only read is never called checked: that is for a school to do."""

from typing import Iterable

from macros.content.reviews import day_text, month_text
from macros.schema.school import Helpline


def origin(line: Helpline) -> str:
    """For who looks after the site: "overgenomen uit een bron van 2019, gelezen in november 2026, niet gebeld"."""
    if line.checked:
        return f"door jullie nagekeken op {day_text(line.checked)}"
    source = f"overgenomen uit een bron van {line.source_year}" if line.source_year else "overgenomen uit een bron zonder jaartal"
    return ", ".join([source, *([f"gelezen in {month_text(line.read)}"] if line.read else []), "niet gebeld"])


def source_years(lines: Iterable[Helpline]) -> list[int]:
    """The years of the sources that are known, the oldest first, each once."""
    return sorted({line.source_year for line in lines if line.source_year})
