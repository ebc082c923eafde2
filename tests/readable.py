"""Plain data as lines that a person can read and check: the form in which expected values are written down.

- A dict has a line per key, a list a line per item; what is long stands under it, further in.
- A list of dicts with the same keys becomes a table. A number that is a day of 2025 to 2031 is shown as a date.
- Markup becomes a line per element: `p.class attribute="…" | text`. Text of more lines stands as it is, behind a bar.
- In a list of long values of one kind only the first is written out. Of the next ones only what differs from the one
  before: `-` what was there, `+` what is there now.
"""

import datetime
import difflib
import re
from html.parser import HTMLParser

LONG = 5  # lines: longer ones are compared with the one before
SHORT = 110  # characters that still fit on a line
VOID = ("br", "input", "img", "meta", "hr")
EPOCH = datetime.date(1970, 1, 1)
DAYS = range((datetime.date(2025, 1, 1) - EPOCH).days, (datetime.date(2032, 1, 1) - EPOCH).days)
# What every field carries so that nothing that is typed is kept, sent or checked elsewhere: shown as `unsent`.
UNSENT = {
    "autocomplete": "off",
    "spellcheck": "false",
    "autocorrect": "off",
    "writingsuggestions": "false",
    "translate": "no",
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
}


def lines_of(value) -> list[str]:
    """The lines of any plain value."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple, dict)) and len(short(value)) <= SHORT and not _holds_markup(value):
        return [short(value)]
    if _is_table(value):
        rows = [list(value[0])] + [[short(one) for one in row.values()] for row in value]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    if isinstance(value, dict):
        found = []
        for key in value:
            found += _under(f"{key}:", lines_of(value[key]))
        return found
    if isinstance(value, (list, tuple)):
        return _items(value)
    return [short(value)]


def short(value) -> str:
    """A value on one line: as Python writes it, with dates for days."""
    if type(value) is int and value in DAYS:
        return (EPOCH + datetime.timedelta(value)).isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {short(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(short, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(short, value)) + ",)"
    return repr(value)


def _is_table(value) -> bool:
    return (
        isinstance(value, list)
        and len(value) > 1
        and all(isinstance(row, dict) and len(row) > 2 for row in value)
        and len({tuple(row) for row in value}) == 1
        and not _holds_markup(value)
        and all(len(short(one)) < 60 for row in value for one in row.values())
    )


def _items(values) -> list[str]:
    found, before = [], None
    for number, value in enumerate(values):
        lines = lines_of(value)
        shown = lines
        if before is not None and min(len(lines), len(before)) > LONG:
            changes = _changes(before, lines)
            shown = changes if len(changes) < len(lines) // 2 else lines
        found += _under(f"{number}:", shown)
        before = lines
    return found


def _changes(before: list[str], after: list[str]) -> list[str]:
    """What differs, each piece with the line before it, so that the place can be found."""
    found = []
    for kind, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(f"  {before[first - 1]}" if first else "  (top)")
            found += [f"- {line}" for line in before[first:last]] + [f"+ {line}" for line in after[start:end]]
    return found or ["(the same)"]


def _under(label: str, lines: list[str]) -> list[str]:
    if len(lines) == 1 and len(label) + len(lines[0]) < SHORT + 10:
        return [f"{label} {lines[0]}"]
    return [label, *(f"  {line}" for line in lines)]


def _holds_markup(value) -> bool:
    return "<" in repr(value) or "\\n" in repr(value)


def _text(text: str) -> list[str]:
    if re.match(r"<[a-z]", text) and text.endswith(">"):
        reader = _Outline()
        reader.feed(text)
        reader.close()
        return reader.lines
    if "\n" in text.strip():
        return [f"| {line}" if repr(line)[1:-1] == line else f"| {line!r}" for line in text.split("\n")]
    return [repr(text)]


class _Outline(HTMLParser):
    """Markup as a line per element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[str] = []
        self.depth = 0
        self.waiting = ""  # text, until the next tag
        self.just_begun = False

    def handle_starttag(self, tag, attrs):
        self.put_text()
        given = dict(attrs)
        if UNSENT.items() <= given.items():
            given = {"unsent": None} | {key: value for key, value in given.items() if key not in UNSENT}
        name = tag + "".join(f".{one}" for one in (given.pop("class", None) or "").split())
        words = [key if value is None else f'{key}="{value}"' for key, value in given.items()]
        self.lines.append("  " * self.depth + " ".join([name, *words]))
        self.depth += tag not in VOID
        self.just_begun = tag not in VOID

    def handle_endtag(self, tag):
        self.put_text()
        self.depth -= 1
        self.just_begun = False

    def handle_data(self, data):
        self.waiting += data

    def handle_entityref(self, name):
        self.waiting += f"&{name};"

    def handle_charref(self, name):
        self.waiting += f"&#{name};"

    def close(self):
        super().close()
        self.put_text()

    def put_text(self):
        text, self.waiting = self.waiting, ""
        if text.strip() or text and "\n" not in text:  # a line end between elements is no text
            shown = text if text == text.strip() and "\n" not in text else repr(text)
            if self.just_begun:
                self.lines[-1] += f" | {shown}"
            else:
                self.lines.append("  " * self.depth + f"| {shown}")
            self.just_begun = False
