"""Random edits of good content, in the base and in a layer: always a report, never a traceback, never a broken route.

The edits are seeded, so a failure can be repeated: its number is in the message.
"""

import datetime
import random
import re

import pytest

from macros.checks import ages
from macros.content.differences import own_choices
from macros.load import load
from macros.schema.countries import SCHOOL_TYPES
from macros.source.problems import Problem, report
from tests.own_layers import examples, make_school, mistakes
from tests.places import TESTS

OWN = TESTS / "eigen"
EDITS = 200
BLOCK = 50
SCHOOLS = [(country, kind) for country, kinds in SCHOOL_TYPES.items() for kind in kinds]
BASE = [
    "protocollen/aanbevolen-protocol",
    "protocollen/nul-tot-zeven",
    "wegwijzers/welke-aanpak-past",
    "gesprekken/steungroep",
    "lijsten/maatregelen",
    "vragenlijsten/thermometer-vo",
    "rollen",
    "school",
    "hulplijnen",
    "gevaar",
    "vakanties",
    "wijzigingen",
]
# Large pages that nothing else needs: without them each of the readings is quick.
NOT_NEEDED = [
    "protocollen/signaal-tot-afronding",
    "protocollen/plagen-en-steungroep",
    "protocollen/zes-stappen",
    "vragenlijsten/thermometer-po",
    "lijsten/preventie",
    "lijsten/signalen",
    "lijsten/bronnen",
    "lijsten/jaarkalender",
]
PARTS = ("", "[]", "{}", "ja", "vorige", "- x", "[a, b]", "2 weken", "'", "{de mentor}", "1", "begin", "&a", "\t", "’")


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A school whose layer holds everything a layer can do."""
    files: dict[str, str] = {}
    for name, text in examples():
        if name not in files:
            files[name] = text
    files["protocollen/aanbevolen-protocol.yaml"] = (
        "stappen:\n  - id: steungroep\n    verborgen: ja\n  - id: online\n    overslaan: ja\n  - id: nieuw\n    soort: doen\n"
        "    titel: Iets nieuws\n    wie: [mentor]\n    na: aanpak\n    bij: gesprek-duidelijk\n  - id: plan\n    hoe+: [Neem "
        "de tijd.]\n"
        "  - id: eerste-gesprek\n    wanneer:\n      binnen: 2 schooldagen\n"
    )
    for folder in ("opvang", "online-storing"):
        for path in (OWN / folder / "protocollen").glob("*.yaml"):
            files.setdefault(path.relative_to(OWN / folder).as_posix(), path.read_text(encoding="utf-8"))
    files["rollen.yaml"] += "".join(
        (OWN / folder / "rollen.yaml").read_text(encoding="utf-8").split("rollen:\n")[1]
        for folder in ("opvang", "online-storing")
    )
    root = make_school(tmp_path_factory.mktemp("mutations"), files)
    for name in NOT_NEEDED:
        (root / "protocol" / f"{name}.yaml").unlink()
    for path in (root / "protocol" / "wegwijzers").glob("*.yaml"):  # they may go on in one of those
        path.write_text(
            re.sub(r"^ +verder_bij:.*\n( +- .*\n)+", "", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8"
        )
    return root


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


def edit(text: str, chance: random.Random) -> str:
    """One mistake as people make them."""
    lines = text.split("\n")
    here = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    kind = chance.randrange(10)
    key, colon, value = lines[here].partition(": ")
    if kind == 0:
        del lines[here]
    elif kind == 1:
        lines.insert(here, lines[here])
    elif kind == 2 and ": " in lines[other]:
        other_key, _, other_value = lines[other].partition(": ")
        lines[here], lines[other] = key + colon + other_value, f"{other_key}: {value}"
    elif kind == 3:
        lines[here] = " " * chance.choice((1, 2, 4)) + lines[here]
    elif kind == 4:
        lines[here] = lines[here][chance.choice((1, 2)) :]
    elif kind == 5:
        return text[: chance.randrange(len(text) + 1)]
    elif kind == 6:  # a field and what is under it
        depth = len(lines[here]) - len(lines[here].lstrip())
        end = here + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > depth:
            end += 1
        del lines[here:end]
    elif kind == 7:  # another name for a thing, or for what points at it
        names = re.findall(r"(?:id|naar|na|dan|begin|gesprek): ([a-z-]+)", text) or ["x"]
        lines[here] = re.sub(
            r"((?:id|naar|na|dan|begin|gesprek|einde): )[a-z-]+", lambda match: match.group(1) + chance.choice(names), lines[here]
        )
    elif kind == 8:
        lines[here] = key + (colon or ": ") + chance.choice(PARTS)
    else:
        lines[here], lines[other] = lines[other], lines[here]
    return "\n".join(lines)


def broken_ways(route) -> list[str]:
    """Independent of the checks of the build: what is wrong with the ways of a route."""
    steps = {step.id: step for step in route.steps}
    found = [
        f"{step.id} → {target}"
        for step in route.steps
        for way in step.exits
        for target in (way.to, way.then)
        if target is not None and target not in steps
    ]
    if route.start not in steps or found:
        return found or [route.start]
    waiting, seen = [route.start], set()
    while waiting:
        step_id = waiting.pop()
        if step_id not in seen:
            seen.add(step_id)
            ways = [target for way in steps[step_id].exits for target in (way.to, way.then) if target]
            waiting += ways
            if not ways and steps[step_id].kind != "einde":
                found.append(f"{step_id} is a dead end")
    ending = {step.id for step in route.steps if step.kind == "einde"}
    while True:
        more = {step.id for step in route.steps for way in step.exits if {way.to, way.then} & ending} - ending
        if not more:
            return found + sorted(set(steps) - seen) + sorted(set(steps) - ending)
        ending |= more


def test_the_school_is_right_before_any_edit(school):
    for country, kind in SCHOOLS:
        assert mistakes(load(school, country, kind).problems) == []


@pytest.mark.parametrize("block", range(0, EDITS, BLOCK))
def test_random_edits_give_a_report_and_never_a_broken_route(block, school):
    own = sorted(path for path in (school / "protocol" / "eigen").rglob("*.yaml"))
    base = [school / "protocol" / f"{name}.yaml" for name in BASE]
    right = 0
    for number in range(block, block + BLOCK):
        chance = random.Random(number)
        path = chance.choice(own if number % 2 else base)
        before = text = path.read_text(encoding="utf-8")
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = edit(text, chance)
        try:
            path.write_text(text, encoding="utf-8")
            content = load(school, *chance.choice(SCHOOLS))
            assert all(isinstance(problem, Problem) and problem.line >= 1 for problem in content.problems)
            assert isinstance(report(content.problems), str)
            own_choices(content.project)
            if not content.errors:
                right += 1
                for route in content.routes:
                    assert broken_ways(route) == [], route.id
        except Exception as error:
            raise AssertionError(f"edit {number} of {path.name}:\n{text}") from error
        finally:
            path.write_text(before, encoding="utf-8")
    assert 5 < right < 45, "some edits do no harm, many do"
