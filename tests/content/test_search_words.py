"""The words for the search: a school adds its own in its layer, and hears of a page that does not exist."""

from macros.content.project import read_project
from macros.content.search_words import search_words
from macros.site.search_guide import guide
from tests.loaded import loaded
from tests.own_layers import write_layer
from tests.places import ROOT
from tests.projects import LAYERS, copied

OWN = "vragen+:\n  - bladzijde: {page}\n    vragen: [plagen in de pendelbus]\nsynoniemen+:\n  - woorden: [pendelbus, schoolbus]\n"


def school(folder, text: str):
    return read_project(write_layer(copied(folder / "school", "protocol", "docs", without=LAYERS), {"zoeken.yaml": text}))


def test_the_base_has_no_mistakes():
    words, problems = search_words(read_project(ROOT))
    assert problems == [] and len(words.questions) > 50


def test_a_school_adds_questions_and_words(tmp_path):
    words, problems = search_words(school(tmp_path, OWN.format(page="ouders/mijn-kind-wordt-gepest")))
    assert problems == []
    assert len(words.questions) == len(search_words(read_project(ROOT))[0].questions) + 1
    asked = guide(loaded(), words, {})
    assert "plagen in de pendelbus" in asked["asked"]["ouders/mijn-kind-wordt-gepest/"]
    assert ["pendelbus", "schoolbus"] in asked["same"]


def test_a_page_that_does_not_exist_is_told_with_the_line_and_what_was_meant(tmp_path):
    _, problems = search_words(school(tmp_path, OWN.format(page="ouders/mijn-kind-wordt-gepst")))
    assert [(problem.file, problem.line) for problem in problems] == [("protocol/eigen/zoeken.yaml", 2)]
    assert "Bedoel je ‘ouders/mijn-kind-wordt-gepest’?" in problems[0].message


def test_numbers_to_call_are_those_of_the_country():
    words = search_words(read_project(ROOT))[0]
    numbers = {
        country: {line["url"] for alarm in guide(loaded(country, kind), words, {})["alarm"] for line in alarm["call"]}
        for country, kind in (("nl", "po"), ("vl", "basis"))
    }
    assert {"tel:112", "tel:113", "tel:08002000", "tel:08000188"} <= numbers["nl"]
    assert {"tel:112", "tel:101", "tel:1813", "tel:1712", "tel:116000"} <= numbers["vl"]
    assert not numbers["nl"] & {"tel:1813", "tel:101", "tel:1712"} and not numbers["vl"] & {"tel:113", "tel:08002000"}


def test_every_alarm_has_a_number_with_hours_in_both_countries():
    words = search_words(read_project(ROOT))[0]
    for country, kind in (("nl", "vo"), ("vl", "secundair")):
        for alarm in guide(loaded(country, kind), words, {})["alarm"]:
            assert [line for line in alarm["call"] if line["url"].startswith("tel:") and " · " in line["more"]], alarm["about"]


def test_a_translated_site_knows_the_questions_in_its_own_language_only():
    words = search_words(read_project(ROOT))[0]
    english = guide(loaded(language="en"), words, {})["asked"]["ouders/mijn-kind-wordt-gepest/"]
    assert "my child is being bullied" in english and "mijn kind wordt gepest" not in english
