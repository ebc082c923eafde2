"""The page "Dit hebben we geprobeerd" tells what the tests tell, and the page with cards tells every section."""

import html
import re

import pytest

from macros.render.attacks import FILES, HOLDS, REMAINS, Attempt, attempts_page, read_attempts
from macros.render.talk_cards import talk_cards
from macros.schema.countries import SCHOOL_TYPES
from tests.loaded import loaded
from tests.places import ROOT

TOLD = '''
def test_twice():
    """Aanval: Een leerling stuurt dezelfde code twee keer,
    met andere hoofdletters.
    Uitkomst: De code telt één keer <b>."""

class TestOther:
    def test_shoulder(self):
        """Aanval: Iemand kijkt mee.

        Uitkomst: De knop ‘Snel weg’ helpt soms.
        Blijft mogelijk: Meekijken: dat ziet geen code."""

def test_without_a_story():
    """English for developers."""

def helper():
    """Aanval: Dit is geen test.
    Uitkomst: Niets."""
'''


def test_attacks_are_read_from_the_docstrings_of_tests():
    assert read_attempts(TOLD) == [
        Attempt("Een leerling stuurt dezelfde code twee keer, met andere hoofdletters.", "De code telt één keer <b>."),
        Attempt("Iemand kijkt mee.", "De knop ‘Snel weg’ helpt soms.", "Meekijken: dat ziet geen code."),
    ]


def test_an_attack_without_an_outcome_stops_the_build():
    with pytest.raises(ValueError, match="test_x"):
        read_attempts('def test_x():\n    """Aanval: Iets."""\n')


def test_the_page_has_two_parts_and_shows_text_as_text(tmp_path):
    (tmp_path / FILES[0]).parent.mkdir(parents=True)
    (tmp_path / FILES[0]).write_text(TOLD, encoding="utf-8")
    first, second = attempts_page(tmp_path).split(f"## {REMAINS} ")
    assert first.startswith(f"## {HOLDS} ") and "één keer &lt;b&gt;." in first and "Meekijken" not in first
    assert "Meekijken: dat ziet geen code." in second and second.count("<li>") == 1


def test_every_attack_of_the_list_has_a_test_named_after_it():
    """The list of the design has numbers 1 to 25 and 24b; 26 came with the word for closing, and 27 to 36 were found by an
    adversary who combined what can be seen. 27 (undo) happens in a browser alone."""
    named = {
        name for file in FILES for name in re.findall(r"def test_attack_(\d+b?)_", (ROOT / file).read_text(encoding="utf-8"))
    }
    assert named | {"27"} == {f"{number:02}" for number in range(1, 37)} | {"24b"}
    assert sum(len(read_attempts((ROOT / file).read_text(encoding="utf-8"))) for file in FILES) >= len(named)


def test_a_copy_without_tests_says_so(tmp_path):
    assert "deze lijst leeg" in attempts_page(tmp_path)


@pytest.mark.parametrize("country, school_type", [(country, name) for country, names in SCHOOL_TYPES.items() for name in names])
def test_every_section_has_a_card_with_a_goal_a_beginning_three_questions_and_what_follows(country, school_type):
    content = loaded(country, school_type)
    page = talk_cards(content)
    seen = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    sections = [section for questionnaire in content.questionnaires.values() for section in questionnaire.sections]
    assert page.count("talk-card") == len(sections) >= 6
    for section in sections:
        for text in (section.talk.goal, section.talk.opening, *section.talk.questions, *section.talk.do):
            assert " ".join(text.split()) in seen, section.id
    assert not re.search(r"\{(?! #)[a-z]", page), "a placeholder was left"


# ---- pages for the school ----


def test_the_coordinator_finds_every_page_about_a_round():
    text = (ROOT / "docs/coordinator.md").read_text(encoding="utf-8")
    for page in (
        "coordinator/ronde.md",
        "coordinator/signaal.md",
        "coordinator/privacytoets.md",
        "coordinator/gesprek-erna.md",
        "ouders/brief-vragenlijst.md",
        "leerlingen/zo-werkt-het.md",
        "leerlingen/kijk-zelf-maar.md",
        "lijsten/analyse.md",
        "over/geprobeerd.md",
    ):
        assert f"]({page})" in text, page


def test_no_page_calls_the_thermometer_the_measurement_that_the_law_asks_for():
    ronde = (ROOT / "docs/coordinator/ronde.md").read_text(encoding="utf-8")
    assert "niet de jaarlijkse meting die de wet vraagt" in ronde and "geen officiële meting" in ronde
    for path in [*(ROOT / "docs/coordinator").glob("*.md"), ROOT / "docs/ouders/brief-vragenlijst.md"]:
        assert not re.search(r"(?:wettelijke|verplichte) (?:monitor|meting)", path.read_text(encoding="utf-8")), path.name


def test_the_levels_of_analysis_have_a_person_and_a_date():
    groups = {group.id: group for group in loaded().collections["analyse"].groups}
    for level in ("leerling", "groep", "school"):
        for entry in groups[level].entries:
            assert entry.who and entry.when, entry.text
