"""Text on the screen: progress, tables, bars and verdicts."""

import sys
from dataclasses import dataclass, field

_WIDTH = 40


@dataclass
class Table:
    """A title, the names of the columns and the rows."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple] = field(default_factory=list)

    def add(self, *cells) -> None:
        self.rows.append(cells)


@dataclass(frozen=True)
class Bar:
    """One line of a picture."""

    label: str
    value: float
    unit: str


@dataclass(frozen=True)
class Verdict:
    """A figure and the most it may be."""

    what: str
    value: float
    most: float
    unit: str

    @property
    def met(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        return (
            f"{'✓' if self.met else '✗'} {self.what}: {_number(self.value)} {self.unit} "
            f"(at most {_number(self.most)} {self.unit})"
        )


def progress(text: str) -> None:
    """One line that tells what is running; in a terminal it replaces the line before it."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
    else:
        print(text, file=sys.stderr, flush=True)


def show(parts: list) -> None:
    """Print tables, lists of bars, and anything else as text."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    for part in parts:
        if isinstance(part, Table):
            print("\n".join(_table_lines(part)))
        elif isinstance(part, list):
            print("\n".join(["", *_bar_lines(part), ""]))
        else:
            print(part)


def verdicts(parts: list) -> list[Verdict]:
    """The verdicts among what was printed."""
    return [part for part in parts if isinstance(part, Verdict)]


def _table_lines(table: Table) -> list[str]:
    rows = [tuple(_cell(cell) for cell in row) for row in table.rows]
    widths = [max(map(len, column)) for column in zip(table.columns, *rows)]
    numeric = [
        all(not isinstance(row[place], str) or row[place][:1].isdigit() for row in table.rows) for place in range(len(widths))
    ]
    lines = ["", table.title, "-" * len(table.title)]
    for row in (table.columns, *rows):
        lines.append(
            "  ".join(
                cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(row, widths, numeric)
            ).rstrip()
        )
    return lines


def _bar_lines(bars: list[Bar]) -> list[str]:
    most = max((bar.value for bar in bars), default=0) or 1
    name = max((len(bar.label) for bar in bars), default=0)
    return [
        f"{bar.label.ljust(name)}  {'█' * max(1, round(_WIDTH * bar.value / most))} {_number(bar.value)} {bar.unit}"
        for bar in bars
    ]


def _cell(value) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")
