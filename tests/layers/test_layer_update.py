"""A school with its own layer takes a new version of the base: Git finds no conflict, and the content is right."""

import datetime

import pytest

from macros.checks import ages
from macros.commands.check import check
from tests.own_layers import FILLED_IN, PICTURES, write_layer
from tests.processes import run
from tests.projects import LANGUAGES, LAYERS, copied

PROTOCOL = "protocol/protocollen/aanbevolen-protocol.yaml"
LAYER = {
    "school.yaml": FILLED_IN,
    "protocollen/aanbevolen-protocol.yaml": "stappen:\n  - id: eerste-gesprek\n    titel: Praat rustig met de leerling\n"
    "    wanneer:\n      binnen: 1 schooldag\n    hoe+:\n      - Neem iets te drinken mee.\n  - id: steungroep\n    "
    "verborgen: ja\n"
    "  - id: team\n    soort: doen\n    titel: Vertel het aan het team\n    wie: [mentor]\n    na: eerste-gesprek\n",
}


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


@pytest.fixture
def school(tmp_path):
    """A repository: branch `upstream` with the base, and `main` of a school that has its own layer."""
    # Without the translations: a new version of the base brings its own.
    root = copied(tmp_path / "school", "protocol", PICTURES, without=LAYERS | LANGUAGES)
    git(root, "init", "--quiet", "--initial-branch=upstream")
    commit(root, "Base")
    git(root, "checkout", "--quiet", "-b", "main")
    write_layer(root, LAYER)
    commit(root, "Own layer")
    return root


def git(root, *arguments):
    named = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    done = run("git", *named, *arguments, folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def commit(root, message):
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def new_version(root, *changes):
    """Upstream changes the protocol and the school takes it over."""
    git(root, "checkout", "--quiet", "upstream")
    for file, old, new in changes:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")
    commit(root, "New version")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-edit", "upstream")
    assert git(root, "status", "--porcelain") == ""
    return check(root)


def test_the_same_step_changed_on_both_sides(school):
    content, problems = new_version(
        school,
        (PROTOCOL, "titel: Praat met de leerling die er last van heeft", "titel: Praat eerst met de leerling"),
        (PROTOCOL, "      binnen: 2 schooldagen\n      na: melding\n", "      binnen: 3 schooldagen\n      na: melding\n"),
        (
            PROTOCOL,
            "      - Vraag wat er gebeurt, waar en hoe vaak, en of het ook online gebeurt.\n",
            "      - Vraag wat er gebeurt.\n      - Vraag hoe vaak.\n",
        ),
        (PROTOCOL, "Start een steungroep", "Begin een steungroep"),
    )
    assert problems == []
    step = content.protocols["aanbevolen-protocol"].step("eerste-gesprek")
    assert (step.title, step.deadline.within) == ("Praat rustig met de leerling", "1 schooldag")
    assert "Vraag hoe vaak." in step.how and step.how[-1] == "Neem iets te drinken mee."
    assert content.school.name == "De Linde"


def test_a_step_with_another_name_is_followed(school):
    content, problems = new_version(
        school,
        (PROTOCOL, "id: eerste-gesprek\n", "id: luisteren\n    voorheen: [eerste-gesprek]\n"),
        (PROTOCOL, "naar: eerste-gesprek\n", "naar: luisteren\n"),
        (PROTOCOL, "melding: eerste-gesprek\n", "melding: luisteren\n"),
        (PROTOCOL, "langs: [eerste-gesprek]", "langs: [luisteren]"),
    )
    assert [str(problem) for problem in problems] == [
        f"protocol/eigen/protocollen/aanbevolen-protocol.yaml:{line}: let op: ‘eerste-gesprek’ heet nu ‘luisteren’. Pas de "
        f"naam hier aan."
        for line in (2, 14)
    ]
    route = content.protocols["aanbevolen-protocol"]
    assert route.step("luisteren").title == "Praat rustig met de leerling"
    assert [way.to for way in route.step("luisteren").exits] == ["team"], "also the place of a new step follows"


def test_a_step_that_is_gone_is_explained(school):
    reason = "Een gesprek met de klas past beter."
    _, problems = new_version(
        school,
        (PROTOCOL, "id: steungroep\n", "id: klas-erbij\n"),
        (PROTOCOL, "naar: steungroep\n", "naar: klas-erbij\n"),
        (PROTOCOL, "aanpak: steungroep\n", "aanpak: klas-erbij\n"),
        (PROTOCOL, "aanpak: [steungroep,", "aanpak: [klas-erbij,"),
        (PROTOCOL, "langs: [steungroep", "langs: [klas-erbij"),
        (
            "protocol/wijzigingen.yaml",
            "wijzigingen: []",
            "wijzigingen:\n  - versie: 0.2.0\n    datum: 2026-11-20\n    soort: stap\n"
            f"    bestand: protocollen/aanbevolen-protocol\n    van: steungroep\n    waarom: {reason}",
        ),
    )
    assert [str(problem) for problem in problems] == [
        "protocol/eigen/protocollen/aanbevolen-protocol.yaml:8: let op: Sinds 0.2.0 is deze stap er niet meer. "
        f"{reason} Haal dit weg."
    ]
