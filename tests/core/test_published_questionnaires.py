"""Questionnaires in the shape of published ones, with texts made up here: 5,000 sheets each, scored as their manuals say.

The manuals: RSES (Rosenberg 1965: ten items of four answers, five the other way round, 0 to 30), WHO-5 (WHO 1998: five items of
six answers, the sum of 0 to 25 times four), PSSM (Goodenow 1993: eighteen items from 1 to 5, five the other way round, the
mean), OBVQ (Solberg & Olweus 2003: five answers, from "two or three times a month" on counts).
"""

import random
from fractions import Fraction

import pytest

from macros.publish.questionnaires import questionnaire_data
from macros.schema.questionnaire import Questionnaire
from macros.schema.validate import validate
from macros.source.reader import Document
from macros.source.tree import tree
from tests.loaded import loaded
from widgets.core import scoring
from widgets.core.html import to_html
from widgets.core.thermometer_result import result_view

SHEETS = 5_000
SOURCE = ["https://voorbeeld.example/handleiding"]


def questionnaire(answers: list[str], items: int, reverse=(), first=0, **section) -> Questionnaire:
    raw = dict(
        {
            "id": "proef",
            "titel": "Proef",
            "kort": "Een proef.",
            "gecontroleerd": "2026-11-30",
            "nummer": "250",
            "versie": {"hoofd": "1", "bij": "0"},
            "periode": "de afgelopen maand",
            "vooraf": ["Kies wat past."],
            "uitleg_pesten": ["Pesten gebeurt vaker."],
            "stembus": "nee",
            "gevalideerd": "ja",
            "overslaan": "Sla over",
            "schalen": [{"id": "s", "antwoorden": answers, "samengevat": ["laag", "midden", "hoog"], "begint_bij": str(first)}],
            "onderdelen": [
                {
                    "id": "deel",
                    "titel": "Deze maand",
                    "naam": "Deel",
                    "richting": "hoog-is-goed",
                    "soort": "schaal",
                    "schaal": "s",
                    "minimaal": str(items),
                    "vragen": [
                        {
                            "id": f"v{place}",
                            "tekst": f"iets nummer {place}",
                            "klasse": "A",
                            "omgekeerd": "ja" if place in reverse else "nee",
                        }
                        for place in range(1, items + 1)
                    ],
                    "advies": ["advies laag", "advies midden", "advies hoog"],
                    **section,
                }
            ],
            "na_afloop": ["Klaar."],
        }
    )
    document = Document("x.yaml", tree(raw, "x.yaml"))
    made = validate(document, Questionnaire)
    assert made is not None, document.problems
    return made


def data(made: Questionnaire) -> dict:
    return questionnaire_data(made, loaded("nl", "vo"))


def sheets(section: dict, seed: int):
    """Whole sheets: item id -> place on the scale."""
    chance, top = random.Random(seed), scoring.top(section)
    for _ in range(SHEETS):
        leaning = chance.random()  # so that also the ends of the scale come
        places = [min(int(chance.betavariate(1 + 4 * leaning, 5 - 4 * leaning) * (top + 1)), top) for _ in section["items"]]
        yield {item["id"]: top - place if item["reverse"] else place for item, place in zip(section["items"], places)}


def test_ten_statements_of_four_answers_summed_from_0_to_30():
    reverse = (2, 5, 6, 8, 9)
    made = questionnaire(["a", "b", "c", "d"], 10, reverse, score="som", grenzen=["15", "26"], grenzen_bron=SOURCE)
    section, bands = data(made)["sections"][0], set()
    for answers in sheets(section, 1):
        total = sum(3 - answers[f"v{place}"] if place in reverse else answers[f"v{place}"] for place in range(1, 11))
        score = scoring.score_section(section, answers)
        assert (scoring.shown(section, score), scoring.most(section)) == (total, 30)
        assert score["band"] == (0 if total < 15 else 1 if total < 26 else 2)
        assert scoring.percent(section, score) == int(Fraction(100 * total, 30) + Fraction(1, 2))
        bands.add(score["band"])
    assert bands == {0, 1, 2}


def test_five_statements_of_six_answers_times_four():
    made = questionnaire(["0", "1", "2", "3", "4", "5"], 5, score="procent", grenzen=["29", "51"], grenzen_bron=SOURCE)
    whole = data(made)
    section, bands = whole["sections"][0], set()
    for answers in sheets(section, 2):
        share = 4 * sum(answers.values())
        score = scoring.score_section(section, answers)
        assert scoring.shown(section, score) == scoring.percent(section, score) == share
        assert score["band"] == (0 if share <= 28 else 1 if share <= 50 else 2)
        bands.add(score["band"])
    assert bands == {0, 1, 2}
    answers = {f"v{place}": 3 for place in range(1, 6)}
    assert "Samen: 60 van de 100." in to_html(result_view(whole, answers, []))


def test_eighteen_statements_from_1_to_5_and_their_mean():
    reverse = (3, 6, 9, 12, 16)
    made = questionnaire(
        ["1", "2", "3", "4", "5"], 18, reverse, 1, score="gemiddelde", grenzen=["2.5", "3,5"], grenzen_bron=SOURCE
    )
    whole = data(made)
    section, bands = whole["sections"][0], set()
    for answers in sheets(section, 3):
        values = [6 - (answers[f"v{n}"] + 1) if n in reverse else answers[f"v{n}"] + 1 for n in range(1, 19)]
        mean = Fraction(sum(values), 18)
        score = scoring.score_section(section, answers)
        assert scoring.shown(section, score) == int(10 * mean + Fraction(1, 2))
        assert score["band"] == (0 if mean < Fraction(5, 2) else 1 if mean < Fraction(7, 2) else 2)
        assert abs(scoring.percent(section, score) - 100 * (mean - 1) / 4) <= Fraction(7, 4), "tenths of a mean, not more"
        bands.add(score["band"])
    assert bands == {0, 1, 2} and scoring.most(section) == 50
    middle = {f"v{n}": 2 for n in range(1, 19)}
    assert "Gemiddeld: 3,0 van de 5." in to_html(result_view(whole, middle, []))


def test_how_often_things_happened():
    words = ["niet", "een of twee keer", "twee of drie keer per maand", "elke week", "vaker"]
    section = data(questionnaire(words, 9, richting="hoog-is-slecht", soort="lijst", minimaal="1"))["sections"][0]
    for answers in sheets(section, 4):
        score = scoring.score_section(section, answers)
        assert score["highest"] == max(answers.values())
        assert score["different"] == len([value for value in answers.values() if value >= 1])


@pytest.mark.parametrize("number", range(2, 12))
@pytest.mark.parametrize("first", [0, 1])
def test_two_to_eleven_answers(number, first):
    """Of a sum, a mean and a share, with items that were skipped: the mean of the others stands in."""
    chance = random.Random(number)
    for score in ("som", "gemiddelde", "procent"):
        section = data(questionnaire([f"a{n}" for n in range(number)], 7, (2, 4), first, score=score, minimaal="3"))["sections"][
            0
        ]
        for _ in range(170):
            answers = {f"v{n}": chance.randrange(number) for n in range(1, 8) if chance.random() < 0.8}
            values = [
                first + (number - 1 - answers[f"v{n}"] if n in (2, 4) else answers[f"v{n}"])
                for n in range(1, 8)
                if f"v{n}" in answers
            ]
            found = scoring.score_section(section, answers)
            assert found["enough"] == (len(values) >= 3)
            if not found["enough"]:
                assert scoring.shown(section, found) == scoring.percent(section, found) == -1
                continue
            mean = Fraction(sum(values), len(values))
            total = int(7 * mean + Fraction(1, 2))
            share = Fraction(100 * (total - 7 * first), 7 * (number - 1))
            right = {"som": total, "gemiddelde": int(10 * mean + Fraction(1, 2)), "procent": int(share + Fraction(1, 2))}[score]
            assert scoring.shown(section, found) == right, (score, answers)
            assert 0 <= scoring.percent(section, found) <= 100
