"""The page for the participation council: every departure from the base, in words, and "geen" without a layer."""

import datetime
import re

import pytest

from macros.checks import ages
from macros.content.differences import own_choices
from macros.load import load
from macros.publish.links import Links
from macros.render.own_choices import own_choices_page
from macros.site.pages import hidden
from tests.own_layers import make_school
from tests.places import ROOT

RECOMMENDED = "protocollen/aanbevolen-protocol.yaml"
LINKS = Links("eigen-keuzes.md")


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


@pytest.fixture
def rows(tmp_path):
    """A function: files of a layer -> the rows of all tables as text."""

    def draw(files):
        content = load(make_school(tmp_path, files))
        assert content.errors == []
        page = own_choices_page(content, LINKS)
        cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)]
        return [
            tuple(" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row) for row in cells if "In de basis" not in row
        ]

    return draw


def test_without_a_layer_there_is_nothing_to_tell():
    content = load(ROOT)
    assert own_choices(content.project) == {} and hidden(content) == []
    assert "Eigen keuzes: geen" in own_choices_page(content, LINKS)


def test_filling_in_school_yaml_is_no_departure(tmp_path):
    content = load(make_school(tmp_path, {"school.yaml": "naam: De Linde\nvoorbeeld: nee\nvakanties: zuid\n"}))
    assert own_choices(content.project) == {} and "De Linde volgt het protocol" in own_choices_page(content, LINKS)


def test_what_changed_stands_side_by_side_in_words(rows):
    assert rows(
        {
            RECOMMENDED: "stappen:\n  - id: eerste-gesprek\n    wie: [coordinator]\n    wanneer:\n      binnen: 1 "
            "schooldag\n"
            "    hoe+:\n      - Vraag het aan {de mentor}.\n    bron: [X-01]\n"
        }
    ) == [
        ("Veranderd. Stap ‘Praat met de leerling die er last van heeft’: wie", "mentor", "antipestcoördinator"),
        ("Veranderd. Stap ‘Praat met de leerling die er last van heeft’: uiterlijk", "2 schooldagen", "1 schooldag"),
        ("Toegevoegd. Stap ‘Praat met de leerling die er last van heeft’: hoe", "–", "Vraag het aan de mentor."),
    ]


def test_what_is_hidden_and_what_goes_with_it(rows):
    found = rows(
        {
            RECOMMENDED: "stappen:\n  - id: herstelgesprek\n    verborgen: ja\n",
            "gesprekken/herstelconferentie.yaml": "verborgen: ja\n",
        }
    )
    assert found[0] == ("Verborgen. Deze pagina", "Wel gebruikt", "Niet gebruikt")
    assert (
        "Verborgen. Stap ‘Willen beide leerlingen een herstelgesprek?’",
        "Wel gebruikt",
        "Er bleef maar één antwoord over, dus is er niets meer te vragen.",
    ) in found
    assert (
        "Veranderd. Stap ‘Bel de ouders van de leerling die pest’ › De weg verder: gaat naar",
        "‘Willen beide leerlingen een herstelgesprek?’",
        "‘Leg de afspraken vast en informeer iedereen die het moet weten’",
    ) in found


def test_what_is_new(rows):
    found = rows(
        {
            RECOMMENDED: "stappen:\n  - id: team\n    soort: doen\n    titel: Praat in het team\n    wie: [mentor]\n    "
            "na: thuis-gepest\n",
            "rollen.yaml": "rollen:\n  - id: helper\n    groep: school\n    woord:\n      naam: helper\n    taken: [Helpt.]\n",
        }
    )
    assert found == [
        (
            "Veranderd. Stap ‘Bel de ouders van de leerling die gepest wordt’: gaat naar",
            "Het gebeurt ook online Het gebeurt niet online",
            "‘Praat in het team’. Daarna dezelfde keuzes als in de basis.",
        ),
        ("Toegevoegd. Stap ‘Praat in het team’", "–", "titel: Praat in het team wie: mentor"),
        ("Toegevoegd. Rol ‘helper’", "–", "groep: school taken: Helpt."),
    ]


def test_a_hidden_page_keeps_its_address(tmp_path):
    content = load(make_school(tmp_path, {"gesprekken/steungroep.yaml": "verborgen: ja\n"}))
    ((path, markdown),) = hidden(content)
    assert path == "gesprekken/steungroep.md" and "Onze school gebruikt deze pagina niet." in markdown
    assert "exclude: true" in markdown and "steungroep" not in content.guides
