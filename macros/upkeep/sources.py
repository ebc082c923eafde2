"""Traceability: for every fact of the sources where it stands in protocol/, or why not.

The facts are numbered in protocol/herkomst.yaml. Any `bron` list in any other content file, at any
depth, carries the numbers of the facts that stand there.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

from macros.content.files import content_files, in_layer
from macros.schema.provenance import Departure, Provenance, Repair
from macros.schema.validate import validate
from macros.source.problems import Problem, Told, nearest, told
from macros.source.reader import Document, read

FILE = "protocol/herkomst.yaml"
# A number of a fact: other sources (F-NL-01, R-12, web addresses) are not counted here.
FACT_LIKE = re.compile(r"^(S\d+-|X-)")


@dataclass(frozen=True)
class Place:
    """Where a fact stands: file and line of the number."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Fact:
    """One numbered fact. `source` is "X" for a contradiction between sources."""

    id: str
    source: str
    kind: str


@dataclass(frozen=True)
class Count:
    """How many facts there are, how many are named in content, how many have a reason why they are left out or
    different (they may be named too), and how many have neither."""

    total: int
    placed: int
    reasoned: int
    missing: int


@dataclass
class Coverage:
    """Everything that is known about the facts. Without `provenance` (see `problems`) there are no facts."""

    provenance: Provenance | None
    facts: list[Fact] = field(default_factory=list)
    places: dict[str, list[Place]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def missing(self) -> list[str]:
        """Facts that stand nowhere and have no reason."""
        return [fact.id for fact in self.facts if fact.id not in self.places and fact.id not in self.reasons]

    def counts(self) -> dict[tuple[str, str], Count]:
        """Per source and kind, in the order of the sources."""
        groups: dict[tuple[str, str], list[str]] = {}
        for fact in self.facts:
            groups.setdefault((fact.source, fact.kind), []).append(fact.id)
        missing = set(self.missing)
        return {
            group: Count(
                len(ids),
                sum(one in self.places for one in ids),
                sum(one in self.reasons for one in ids),
                sum(one in missing for one in ids),
            )
            for group, ids in groups.items()
        }

    def files(self, source: str, kind: str) -> list[str]:
        """The content files where facts of this kind stand, the file with most facts first."""
        found: dict[str, int] = {}
        for fact in self.facts:
            if (fact.source, fact.kind) == (source, kind):
                for file in {place.file for place in self.places.get(fact.id, [])}:
                    found[file] = found.get(file, 0) + 1
        return sorted(found, key=lambda file: (-found[file], file))


def coverage(root: Path) -> Coverage:
    """Read `root`/protocol. Bad content never raises: see `problems`."""
    path = root / FILE
    if not path.is_file():
        return Coverage(None, problems=[Problem(FILE, 1, told("file-missing"))])
    document = read(path, root)
    provenance = validate(document, Provenance)
    found = Coverage(provenance, problems=document.problems)
    if provenance is None:
        return found
    found.facts = _facts(provenance)
    known = {fact.id for fact in found.facts}
    found.problems += _check(provenance, known)
    for content_path in content_files(root):
        if content_path != path and not in_layer(root, content_path):
            _collect(read(content_path, root), known, found)
    for departure in provenance.departures:
        for fact_id in departure.facts:
            found.reasons[fact_id] = departure.reason
    return found


def _facts(provenance: Provenance) -> list[Fact]:
    facts = [Fact(fact_id, source.id, kind) for source in provenance.sources for fact_id, kind in source.facts()]
    return facts + [Fact(item.id, "X", "X") for item in provenance.contradictions]


def _collect(document: Document, known: set[str], found: Coverage) -> None:
    """Note every place of a fact in one content file, and every number that does not exist."""
    if isinstance(document.value, dict):
        found.titles[document.file] = str(document.value.get("titel", ""))
    for number, path in _numbers(document.value, ()):
        place = Place(document.file, document.line(path))
        if number in known:
            found.places.setdefault(number, []).append(place)
        elif FACT_LIKE.match(number):
            found.problems.append(
                Problem(place.file, place.line, told("fact-not-listed", fact=number, near=nearest(number, known)))
            )


def _numbers(value: Any, path: tuple) -> Iterator[tuple[str, tuple]]:
    """Every text in every `bron` list, with its path."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in pairs:
        if key == "bron" and isinstance(inside, list):
            yield from ((text, (*path, key, index)) for index, text in enumerate(inside) if isinstance(text, str))
        else:
            yield from _numbers(inside, (*path, key))


def _check(provenance: Provenance, known: set[str]) -> list[Problem]:
    """Numbers in herkomst.yaml that stand twice or do not exist, and kinds without a name."""

    def problem(model: Any, key: str, message: Told) -> Problem:
        document = model._document
        return Problem(document.file, document.line(model._path + (key,)), message)

    problems = []
    codes = {kind.code for kind in provenance.kinds}
    for source in provenance.sources:
        for series in source.series:
            if series.kind_code not in codes:
                problems.append(problem(series, "soort", told("fact-kind-not-listed", kind=series.kind_code)))
    seen: set[str] = set()
    for fact_id in [fact.id for fact in _facts(provenance)]:
        if fact_id in seen:
            problems.append(Problem(FILE, 1, told("fact-twice", fact=fact_id)))
        seen.add(fact_id)
    repairs = [repair for theme in provenance.themes for repair in theme.repairs]
    reasons: list[Repair | Departure] = [*repairs, *provenance.departures]
    for item in reasons:
        for fact_id in item.facts:
            if fact_id not in known:
                problems.append(problem(item, "nummers", told("fact-unknown", fact=fact_id, near=nearest(fact_id, known))))
    return problems
