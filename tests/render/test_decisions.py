"""The table of measures: every place says on what law it rests and how old its source is, for the five kinds of school."""

import re

import pytest

from macros.publish.links import Links
from macros.render.decisions import COLUMNS, law_line
from macros.render.list import collection_page
from macros.schema.decision import Cell
from tests.schools import LOADED, every_school, school  # noqa: F401 (pytest finds the fixture by its name)

LABELS = [label for label, _ in COLUMNS]


def page(content) -> str:
    return collection_page(content.collections["maatregelen"], content, Links("lijsten/maatregelen.md"))


def rows(content) -> dict[str, dict[str, str]]:
    """Id of a measure -> column -> all words in that place."""
    found = {}
    for name, row in re.findall(r'<tr role="row" id="maatregel-([a-z-]+)">(.*?)</tr>', page(content), re.DOTALL):
        cells = re.findall(r'<td role="cell" data-label="([^"]+)"[^>]*>(.*?)</td>', row, re.DOTALL)
        found[name] = {label: re.sub(r"<[^>]+>", "", text) for label, text in cells}
    return found


@every_school
def test_every_measure_answers_the_six_questions(school):
    found = rows(school)
    assert len(found) >= 5
    assert all(list(cells) == LABELS for cells in found.values())


@every_school
def test_every_place_with_words_says_on_what_it_rests(school):
    for name, cells in rows(school).items():
        for label, text in cells.items():
            assert text == "–" or re.search(r"(Keuze van de school|· bron (van (19|20)\d\d|zonder jaartal))$", text), (
                name,
                label,
            )


# What the law says, per kind of school: the place in the table, and words that have to stand there.
LAW = [
    (("nl", "po"), "schorsing-nl-po", "Hoe lang", ("één week", "WPO, artikel 40c")),
    (("nl", "po"), "schorsing-nl-po", "Melden aan", ("inspectie", "langer duurt dan één dag")),
    (("nl", "vo"), "schorsing-nl-vo", "Hoe lang", ("één week achter elkaar", "onderwijs krijgen", "nog te controleren")),
    (("nl", "vo"), "verwijdering-nl-vo", "Wie beslist", ("na overleg met de inspectie", "8.15, lid 3", "bron van 2022")),
    (("nl", "vo"), "verwijdering-nl-vo", "Eerst horen", ("leerling", "ouders", "8.15, lid 7")),
    (("nl", "vo"), "verwijdering-nl-vo", "Hoe lang", ("andere school", "8.15, lid 2")),
    (("nl", "vo"), "verwijdering-nl-vo", "Bezwaar", ("zes weken", "Geschillencommissie")),
    (("nl", "vo"), "schorsing-nl-vo", "Eerst horen", ("rechter", "bron van 2014")),
    (("vl", "secundair"), "preventief-secundair", "Hoe lang", ("10 lesdagen", "één keer verlengen")),
    (("vl", "secundair"), "tijdelijk-secundair", "Hoe lang", ("1 tot 15 lesdagen", "21", "Verlengen kan niet")),
    (("vl", "basis"), "preventief-basis", "Hoe lang", ("5 lesdagen",)),
    (("vl", "basis"), "tijdelijk-basis", "Wie beslist", ("directeur", "kleuter kan niet", "bron van 2023")),
    (("vl", "basis"), "definitief", "Wie beslist", ("klassenraad", "CLB")),
]


@pytest.mark.parametrize("kind, measure, label, words", LAW)
def test_the_law_stands_in_its_place(kind, measure, label, words):
    text = rows(LOADED[kind])[measure][label]
    assert [word for word in words if word not in text] == []


def test_a_school_sees_only_its_own_law():
    assert not [name for name in rows(LOADED["vl", "basis"]) if "-nl-" in name or "secundair" in name]
    assert not [name for name in rows(LOADED["nl", "po"]) if name.endswith(("-vo", "-so")) or "tijdelijk" in name]


def test_the_newest_source_gives_the_year_unless_the_place_has_one():
    years = {"F-NL-01": "2015", "F-8-07": "2022"}

    def line(**fields):
        return law_line(Cell.model_validate({"tekst": "x", "bron": ["F-NL-01", "F-8-07"], **fields}), years)

    assert line(wet="Wet A") == "Wet A · bron van 2022"
    assert line(wet="Wet A", jaar="2014") == "Wet A · bron van 2014"
    assert line(wet="Wet A", bron=["F-NL-13"]) == "Wet A · bron zonder jaartal"
    assert line() == "Keuze van de school"


@every_school
def test_letters_stand_behind_the_measures_and_name_nobody(school):
    html = page(school)
    linked = re.findall(r'href="#(brieven-[a-z-]+)"', html)
    assert linked and all(f'id="{name}"' in html for name in linked)
    copied = re.findall(r'data-copy-text="([a-z-]+)"', html)
    assert len(copied) >= 2 and len(set(copied)) == len(copied) and all(f'class="letter" id="{name}"' in html for name in copied)
    for letter in re.findall(r'<div class="letter" id="[^"]+">(.*?)</div>', html, re.DOTALL):
        assert "[naam]" in letter and "[reden" in letter and "[datum" in letter


def test_the_policy_has_the_table_without_letters():
    content = LOADED["nl", "vo"]
    plain = collection_page(content.collections["maatregelen"], content)
    assert 'class="decisions"' in plain and "letter-to-copy" not in plain and 'href="#brieven' not in plain
