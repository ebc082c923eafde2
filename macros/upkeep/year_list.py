"""The list of the coordinator for once a year: macros/commands/yearly.py prints it, the page `jaarcheck` shows it.

What goes out of date in a year: facts with their sources, helplines, school holidays, names, links, dates, questionnaires.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.checks.ages import HELPLINE_DAYS, PAGE_DAYS
from macros.checks.contacts import nameless
from macros.content.calendar import known_holidays, region_of
from macros.content.model import Content
from macros.content.origin import origin
from macros.content.reviews import said_of
from macros.publish.phrases import date_text, month_text
from macros.publish.routes import role_names
from macros.schema.base import Strict
from macros.schema.countries import REGION_NAMES
from macros.upkeep.external_links import external_links
from macros.upkeep.facts import Fact, by_source, facts, links_of_facts, to_look_up
from macros.upkeep.year_dates import in_words, school_year

WIDTH = 100
MOST_TEXTS = 4  # of one source that many facts are named, the places of all
HELPLINES = "protocol/hulplijnen.yaml"


@dataclass(frozen=True)
class Item:
    """One line to tick: what it is, what to know of it, where it stands (file:line), and what to open."""

    text: str
    details: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """A group of lines, with what to do in one or two sentences."""

    id: str
    title: str
    intro: str
    items: list[Item]
    nothing: str


def year_check(content: Content, root: Path, today: datetime.date) -> list[Part]:
    """The whole list for this school, as it is on `today`."""
    known = facts(content, root)
    elsewhere = [fact for fact in known if fact.file != HELPLINES]  # helplines have a part of their own
    numbered = links_of_facts(root)
    begin, end = school_year(today)
    return [
        Part(
            "namen",
            "Contacten zonder naam",
            "Zet de naam in school.yaml. Zonder naam weet niemand waar hulp is.",
            list(_names(content)),
            "Elk contact heeft een naam.",
        ),
        Part(
            "bellen",
            "Hulplijnen om na te bellen",
            "Bel of open elke hulplijn zelf, want voor deze site is dat niet gedaan. Kloppen het nummer en de uren? Zet dan de "
            "datum van vandaag bij gecontroleerd, in hulplijnen.yaml van jullie eigen laag.",
            list(_helplines(content, today)),
            "Er zijn geen hulplijnen.",
        ),
        Part(
            "feiten",
            "Feiten om na te kijken",
            "Open elke bron. Staat er nog hetzelfde, pas dan alleen de datum aan. Is er iets veranderd, dan pas je ook de tekst "
            "aan. De oudste staan bovenaan.",
            list(_facts(elsewhere, numbered, today)),
            "Er zijn geen feiten met een bron.",
        ),
        Part(
            "opzoeken",
            "Wat jullie zelf opzoeken",
            "Dit kan veranderd zijn sinds onze bronnen zijn geschreven. Zoek het op voordat jullie publiceren, en daarna "
            "elk jaar opnieuw. Reken op tien minuten per punt.",
            [Item(point.question, [], [_place(point, "vraag")], list(point.links)) for point in to_look_up(root, content.school)],
            "Er is niets om op te zoeken.",
        ),
        Part(
            "paginas",
            "Pagina’s om opnieuw te lezen",
            "Lees de pagina hardop met een collega. Klopt alles nog? Zet dan de datum van vandaag bij gecontroleerd, in jullie "
            "eigen laag.",
            list(_pages(content, today)),
            "Elke pagina is het afgelopen jaar bijgewerkt of gelezen.",
        ),
        Part(
            "vakanties",
            "Schoolvakanties",
            "De site rekent in schooldagen. Zonder vakanties kloppen de datums niet. Ze staan in vakanties.yaml.",
            list(_holidays(content, today)),
            "Alle vakanties zijn bekend en nagekeken.",
        ),
        Part(
            "jaarkalender",
            f"De jaarkalender van {begin.year}-{end.year}",
            "Zet deze momenten in de agenda, met een naam erbij.",
            list(_calendar(content, today)),
            "Er is geen jaarkalender.",
        ),
        Part(
            "vragenlijsten",
            "Vragenlijsten",
            "Vergelijk alleen rondes met dezelfde hoofdversie.",
            list(_questionnaires(content)),
            "Er zijn geen vragenlijsten.",
        ),
        Part(
            "links",
            "Andere links om te proberen",
            "Met make links kijkt de computer ze allemaal na. Of open ze zelf.",
            list(_links(content, root, known, numbered)),
            "Alle links staan hierboven al.",
        ),
    ]


def _names(content: Content) -> Iterator[Item]:
    for contact in nameless(content.school):
        yield Item(role_names([contact.role], content), places=[_place(contact, "naam")])
    if not content.school.board:
        yield Item(
            f"{role_names(['bestuur'], content)}: wie er meldingen aanneemt, met telefoon of mail",
            places=[_place(content.school, "contact")],
        )


def _helplines(content: Content, today: datetime.date) -> Iterator[Item]:
    for line in sorted(content.helplines.values(), key=lambda line: (line.last_seen, line.name)):
        numbers = ", ".join(text for text in (line.phone, line.hours) if text)
        old = "te lang geleden, " if (today - line.last_seen).days > HELPLINE_DAYS else ""
        state = old + origin(line) if line.shown else "nog niet op de site: eerst nakijken"
        sources = [source for source in line.sources if source.startswith("http") and source != line.site]
        yield Item(
            f"{line.name}: {numbers}" if numbers and numbers != line.name else line.name,
            [state],
            [_place(line, "gecontroleerd" if line.checked else "gelezen")],
            ([line.site] if line.site else []) + sources,
        )


def _facts(known: list[Fact], numbered: dict[str, list[str]], today: datetime.date) -> Iterator[Item]:
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for source, found in by_source(known).items():
        addresses = tuple(numbered.get(source, [source] if source.startswith("http") else []))
        groups.setdefault(addresses or (source,), []).extend(found)
    for key, group in groups.items():
        links = [address for address in key if address.startswith("http")]
        texts = list(dict.fromkeys(_shortened(fact.text) for fact in group))
        more = [f"en nog {len(texts) - MOST_TEXTS} andere"] if len(texts) > MOST_TEXTS else []
        yield Item(
            "" if links else "Geen webadres bekend: zoek zelf een bron",
            [
                _age(group[0].checked, today, PAGE_DAYS, _read(group[0])),
                *(f"Er staat: {text}" for text in texts[:MOST_TEXTS]),
                *more,
            ],
            _lines(group),
            links,
        )


def _lines(group: list[Fact]) -> list[str]:
    """The places, one line for each file."""
    files: dict[str, list[str]] = {}
    for fact in sorted(group, key=lambda fact: (fact.file, fact.line)):
        files.setdefault(fact.file, []).append(str(fact.line))
    return [f"{file}:{lines[0]}" + (f" (en {', '.join(lines[1:])})" if lines[1:] else "") for file, lines in files.items()]


def _pages(content: Content, today: datetime.date) -> Iterator[Item]:
    for page in sorted(content.pages, key=lambda page: (page.checked, page.title)):
        if (today - page.checked).days > PAGE_DAYS:
            yield Item(
                page.title, [_age(page.checked, today, PAGE_DAYS, said_of(page, "bijgewerkt"))], [_place(page, "gecontroleerd")]
            )
    danger = content.danger_page
    if danger and (today - danger.last_seen).days > HELPLINE_DAYS:
        yield Item(
            "Nu gevaar?",
            [f"te lang geleden gelezen: in {month_text(danger.last_seen)}"],
            [_place(danger, "gecontroleerd" if danger.checked else "gelezen")],
        )


def _holidays(content: Content, today: datetime.date) -> Iterator[Item]:
    known, region = known_holidays(content), REGION_NAMES[region_of(content.school)]
    last = max((holiday.last for holiday in known), default=None)
    _, end = school_year(today)
    if last is None:
        yield Item(f"Zet de vakanties van {region} erbij", ["Er is er nog geen een."])
    elif last < end + datetime.timedelta(days=PAGE_DAYS):
        yield Item(f"Zet het volgende schooljaar erbij, voor {region}", [f"Nu bekend tot en met {date_text(last)}."])
    for year in sorted({holiday.school_year for holiday in known if holiday.status == "nakijken" and holiday.last >= today}):
        found = [holiday for holiday in known if holiday.school_year == year and holiday.status == "nakijken"]
        sources = dict.fromkeys(source for holiday in found for source in holiday.sources if source.startswith("http"))
        yield Item(
            f"Kijk de vakanties van {year} na",
            [f"{holiday.name}: {date_text(holiday.first)} tot en met {date_text(holiday.last)}" for holiday in found],
            [],
            list(sources),
        )


def _calendar(content: Content, today: datetime.date) -> Iterator[Item]:
    for collection in content.collections.values():
        if collection.kind == "kalender":
            for entry in [entry for group in collection.groups for entry in group.entries]:
                dates = in_words(entry.when, content, today) if entry.when else ""
                yield Item(
                    entry.text,
                    [text for text in (dates or entry.when, role_names(entry.who, content) if entry.who else "") if text],
                )


def _questionnaires(content: Content) -> Iterator[Item]:
    used = {(version.number, version.major) for version in content.history.versions} if content.history else set()
    for page in content.questionnaires.values():
        recorded = (page.number, page.version.major) in used
        known = "vastgelegd" if recorded else "nog niet vastgelegd: typ make record voor de eerste ronde"
        yield Item(
            f"{page.title}: vragenlijst {page.number}, versie {page.version.major}.{page.version.minor}",
            [known],
            [_place(page, "versie")],
        )


def _links(content: Content, root: Path, known: list[Fact], numbered: dict[str, list[str]]) -> Iterator[Item]:
    seen = {address for fact in known for address in numbered.get(fact.source, [fact.source])}
    seen |= {line.site for line in content.helplines.values() if line.site}
    for address, places in external_links(content, root).items():
        if address not in seen:
            yield Item("", [], [str(place) for place in places], [address])


def _place(model: Strict, key: str) -> str:
    return f"{model._document.file}:{model._document.line(model._path + (key,))}"


def _age(checked: datetime.date, today: datetime.date, most_days: int, said: str) -> str:
    """ "te lang geleden, bijgewerkt in november 2026". `said`: the date in words."""
    return ("te lang geleden, " if (today - checked).days > most_days else "") + said


def _read(fact: Fact) -> str:
    """Both dates of a fact: that of its source, and the day on which somebody read it."""
    if fact.by_school:
        return f"door de school nagekeken op {date_text(fact.checked)}"
    return (f"bron van {fact.year}, " if fact.year else "") + f"gelezen in {month_text(fact.checked)}"


def _shortened(text: str) -> str:
    return textwrap.shorten(text, 70, placeholder="…")


def as_text(parts: list[Part], school: str, today: datetime.date) -> str:
    """The list of a school for a terminal or a printer: boxes to tick, at most WIDTH characters on a line where that can be."""

    def wrapped(text: str, first: str, further: str) -> str:
        return textwrap.fill(
            text, WIDTH, initial_indent=first, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
        )

    lines = [f"Jaarcheck van {school}, {date_text(today)}"]
    for number, part in enumerate(parts, 1):
        lines += [
            "",
            f"{number}. {part.title} ({len(part.items)})",
            wrapped(part.intro if part.items else part.nothing, "   ", "   "),
        ]
        for item in part.items:
            first, *further = [*([item.text] if item.text else []), *item.addresses, *item.details, *item.places]
            lines.append(wrapped(first, "   [ ] ", "       "))
            lines += [wrapped(detail, "       ", "         ") for detail in further]
    return "\n".join(lines)
