"""Facts that can go out of date: what stands on a page with a source of outside, and when somebody read that source.

In content it is every `bron` that is a web address or the number of a fact of law or research (F-NL-01), with the nearest
`gecontroleerd`; protocol/feiten.yaml says where a number was found, and of which year that source is.
On a page of docs/ it is a line "Gelezen in november 2026" with its links. A school that looked itself writes there
"De school heeft dit nagekeken op 21 november 2026".
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import jinja2

from macros.checks.ages import PAGE_DAYS, today
from macros.content.model import Content
from macros.content.reviews import checked_by_school
from macros.schema.base import Page, Strict
from macros.schema.countries import LAW_CODES
from macros.schema.provenance import FactLinks, FactSources, LookUp
from macros.schema.school import FromElsewhere, School
from macros.schema.validate import validate
from macros.source.problems import Problem, told
from macros.source.reader import read
from widgets.core.dates import MONTHS

_SOURCE = re.compile(rf"F-(?:{LAW_CODES}|E|8)-|https?://")
_LAW = re.compile(rf"F-({LAW_CODES})-")
MARK = "\0"  # before and after the number of a line, to see which lines a page keeps
FILE = "protocol/feiten.yaml"  # a project may leave it out
_CHECKED = re.compile(rf"[Nn]agekeken op (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_READ = re.compile(rf"[Gg]elezen in ({'|'.join(MONTHS)}) (\d{{4}})")
_LINK = re.compile(r"\[[^\]]*\]\((https?://[^)\s]+)")
# What tells in words which fact it is, the first that a part has.
_NAMES = ("text", "name", "situation", "term", "title")


Dated = Page | FromElsewhere  # a part of the content that says when somebody last looked at it


@dataclass(frozen=True, order=True)
class Fact:
    """One fact of one source: when that was read, what it says, and where it stands (file from the project, line).

    `year`: of the source, empty when not known. `by_school`: the school itself looked on that day.
    """

    checked: datetime.date
    source: str
    text: str
    file: str
    line: int
    year: str = ""
    by_school: bool = False


def facts(content: Content, root: Path) -> list[Fact]:
    """All facts of the site of this school, the oldest first."""
    found = [fact for part in [*content.pages, *content.helplines.values()] if date_of(part) for fact in _inside(part, part, "")]
    if content.danger_page and date_of(content.danger_page):
        found += [fact for danger in content.dangers for fact in _inside(danger, content.danger_page, "")]
    numbered = {fact.number: fact for fact in _numbered(root)}
    found = [replace(fact, year=numbered[fact.source].year or "") if fact.source in numbered else fact for fact in found]
    return sorted(
        {fact for fact in found if _country(fact.source, numbered) in ("", content.school.country)}
        | {*_on_pages(root, content.school)}
    )


def _country(source: str, numbered: dict[str, FactLinks]) -> str:
    """Of which country a fact is the law: a sentence for both countries names the law of both. Empty: of neither."""
    law = _LAW.match(source)
    return law[1].lower() if law else (numbered[source].country or "") if source in numbered else ""


def date_of(model: Dated) -> datetime.date | None:
    """When somebody last looked at this part: the day it was checked, or the one on which its source was read."""
    return model.seen if isinstance(model, FromElsewhere) else model.checked


def _looked_itself(model: Dated) -> bool:
    """Whether it was the school that looked at this part."""
    return bool(model.checked) if isinstance(model, FromElsewhere) else checked_by_school(model)


def _inside(model: Strict, dated: Dated, name: str) -> Iterator[Fact]:
    """The facts in a part of the content. `dated`: the nearest part around it that has a date."""
    dated = model if isinstance(model, Dated) else dated
    date = date_of(dated)
    name = next((getattr(model, key) for key in _NAMES if isinstance(getattr(model, key, None), str)), name)
    for index, source in enumerate(getattr(model, "sources", [])):
        if date and _SOURCE.match(source):
            yield Fact(
                date,
                source,
                name,
                model._document.file,
                model._document.line(model._path + ("bron", index)),
                by_school=_looked_itself(dated),
            )
    for key in type(model).model_fields:
        value = getattr(model, key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Strict):
                yield from _inside(item, dated, name)


def _on_pages(root: Path, school: School | None = None) -> Iterator[Fact]:
    for file, number, line, title in page_lines(root, school):
        date = _date_in(line)
        if date:
            for address in _LINK.findall(line) or [""]:
                yield Fact(date, address, title, file, number, by_school=bool(_CHECKED.search(line)))


def _date_in(line: str) -> datetime.date | None:
    """When a line says that it was read (the first of that month) or checked. None without a date or with one that is none."""
    day, month = _CHECKED.search(line), _READ.search(line)
    try:
        if day:
            return datetime.date(int(day[3]), MONTHS.index(day[2]) + 1, int(day[1]))
        return datetime.date(int(month[2]), MONTHS.index(month[1]) + 1, 1) if month else None
    except ValueError:
        return None


class _Nothing(jinja2.ChainableUndefined):
    """Stands for every macro: here only the choices in a page matter."""

    def __call__(self, *arguments: object, **named: object) -> str:  # type: ignore[override]   # that of jinja2 never returns
        return ""


def page_lines(root: Path, school: School | None = None) -> Iterator[tuple[str, int, str, str]]:
    """Every line of every hand-written page: (file, line number, line, title of the page).

    With a school only the lines that its country and school type get to see.
    """
    choices = jinja2.Environment(undefined=_Nothing)
    for path in sorted((root / "docs").rglob("*.md")):
        file, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if school and "{%" in text:
            numbered = "\n".join(f"{MARK}{number}{MARK}{line}" for number, line in enumerate(lines))
            left = choices.from_string(numbered).render(country=school.country, school_type=school.school_type).split(MARK)[1::2]
            lines = [line if str(number) in left else "" for number, line in enumerate(lines)]
        title = next((line.removeprefix("title:").strip().strip('"') for line in lines if line.startswith("title:")), path.stem)
        for number, line in enumerate(lines, 1):
            yield file, number, line, title


def links_of_facts(root: Path) -> dict[str, list[str]]:
    """Number of a fact -> the addresses where it was found; empty without that file or with mistakes in it."""
    return {fact.number: fact.links for fact in _numbered(root)}


def years_of_facts(root: Path) -> dict[str, str]:
    """Number of a fact -> the year of its newest source, for those of which it is known."""
    return {fact.number: fact.year for fact in _numbered(root) if fact.year}


def to_look_up(root: Path, school: School) -> list[LookUp]:
    """What this school looks up before it publishes, because it may have changed since the sources were written."""
    typed, _ = _read_links(root)
    points = typed.to_look_up if typed else []
    return [point for point in points if point.audience is None or point.audience.includes(school.country, school.school_type)]


def _numbered(root: Path) -> list[FactLinks]:
    typed, _ = _read_links(root)
    return typed.facts if typed else []


def _read_links(root: Path) -> tuple[FactSources | None, list[Problem]]:
    if not (root / FILE).is_file():
        return None, []
    document = read(root / FILE, root)
    return validate(document, FactSources), document.problems


def by_source(found: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each source; the source with the oldest fact first. Of the same day: the law, then pages, then research."""
    groups: dict[str, list[Fact]] = {}
    for fact in sorted(
        found, key=lambda fact: (fact.checked, fact.source.startswith("F-E"), not fact.source.startswith("F-"), fact)
    ):
        groups.setdefault(fact.source, []).append(fact)
    return groups


def check_facts(root: Path) -> list[Problem]:
    """Mistakes in the addresses of facts, and facts on hand-written pages with a wrong date or read too long ago."""
    wrong = [
        Problem(file, number, told("read-date-wrong"))
        for file, number, line, _ in page_lines(root)
        if _CHECKED.search(line) and not _date_in(line)
    ]
    old = [
        Problem(file, line, told("read-date-old"), True)
        for file, line, checked in sorted({(fact.file, fact.line, fact.checked) for fact in _on_pages(root)})
        if (today() - checked).days > PAGE_DAYS
    ]
    return [*_read_links(root)[1], *wrong, *old]
