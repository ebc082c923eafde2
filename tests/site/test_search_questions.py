"""Questions as people type them find the page that answers them; words of danger show at once whom to call."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.site.search_in_v8 import SearchOfSite

QUESTIONS = Path(__file__).parent / "questions"
# File -> how many of its questions must find a right page first, and how many among the first three. The questions in asked.tsv
# were collected from people; those in own.tsv were written before the table of questions was; those in later.tsv were written
# after it, by somebody who had not seen it: 33 and 41 of them found a page before the table learnt of staff and roles.
BARS = {"asked.tsv": (54, 58), "own.tsv": (35, 38), "later.tsv": (46, 50)}
MAKERS = ("scholen/", "schrijven/", "keuzes/", "over/", "eigen-keuzes/")
DANGER = [
    "zelfmoord", "Ik wil niet meer leven.", "zelfmoort", "ik wil dood", "mezelf snijden", "mijn kind zegt dat hij dood wil",
    "ik wil er gewoon niet meer zijn", "ze chanteren me met een foto", "naaktfoto doorgestuurd", "nudes", "sextortoin",
    "iemand heeft een mes", "wapen op school", "ik word bedreigd", "mijn vader slaat mij", "het is thuis niet veilig",
    "verkracht", "aangerand door een jongen", "de trainer zit aan me", "112", "113", "mishandeling", "vechtpartij op het plein",
    "leerling doet aan automutilatie", "suicide", "hij zegt dat hij me naakt foto doorstuurt als ik niet betaal",
    "mijn zoon zegt dat hij zichzelf iets aan wil doen", "ik wou dat ik er niet meer was", "hij dreigt me na school te slaan",
    "ik krijg slaag thuis", "een jongen zit met zijn hand aan mijn billen", "er is iemand gestoken",
    "ze hebben naakte foto's van mij",
]  # fmt: skip
NO_DANGER = [
    "pesten",
    "klassenregels",
    "wanneer belt de school mij",
    "hoe praat ik met mijn kind",
    "week tegen pesten",
    "protocol",
    "pauze op de speelplaats",
    "foto van de klas",
    "hoe lang blijft het dossier bewaard",
]


def read(name: str) -> list[tuple[str, list[str]]]:
    rows = [line.split("\t") for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()[1:]]
    return [(question, pages.split("|")) for question, _, pages in rows]


@pytest.fixture(scope="module")
def search(site):
    with closing(SearchOfSite(site)) as of_site:
        yield of_site


@pytest.mark.parametrize("name", BARS)
def test_a_question_finds_the_page_that_answers_it(search, name):
    places = {}
    for question, pages in read(name):
        found = search.ask(question)["pages"]
        places[question] = next((place for place, page in enumerate(found, 1) if page in pages), 0)
    first, three = (sum(0 < place <= most for place in places.values()) for most in (1, 3))
    wrong = {question: place for question, place in places.items() if place != 1}
    assert first >= BARS[name][0] and three >= BARS[name][1], wrong


def test_readers_come_before_makers_and_routes_before_their_steps(search):
    for question, _ in [*read("asked.tsv"), *read("own.tsv")]:
        found = search.ask(question)["pages"]
        assert not [page for page in found[:3] if page.startswith(MAKERS)], (question, found[:3])
        assert found[0].count("/") <= 2, (question, found[:3])


def test_nothing_is_said_to_be_missing(search):
    assert not [question for question, _ in read("asked.tsv") if search.ask(question)["missing"]]


@pytest.mark.parametrize("question", DANGER)
def test_words_of_danger_show_whom_to_call_with_the_hours(search, question):
    answer = search.ask(question)
    numbers = [(text, more) for url, text, more in answer["call"] if url.startswith("tel:")]
    assert answer["about"] and numbers
    assert all(text.startswith("Bel ") and "·" in more for text, more in numbers), numbers


def test_other_words_show_no_numbers(search):
    assert [question for question in NO_DANGER if search.ask(question)["call"]] == []


@pytest.mark.parametrize(
    "typed", ["pestn op snapchta", "PESTEN OP SNAPCHAT!", "  pesten  op snapchat  ", "pesten op snapch", "“pesten op snapchat?”"]
)
def test_typed_dictated_or_pasted_finds_the_same_page(search, typed):
    assert search.ask(typed)["pages"][0] == "leerlingen/online/"


@pytest.mark.parametrize("question", ["pestprotocol pdf downloaden", "heel het beleid printen"])
def test_the_whole_policy_is_found_though_its_text_is_not_in_the_search(search, question):
    assert {"beleid/", "beleid-kort/"} & set(search.ask(question)["pages"][:3])


def test_a_page_of_makers_is_found_by_who_asks_for_it(search):
    assert search.ask("schoolbestand maken")["pages"][0] == "scholen/schoolbestand/"


def test_a_translated_site_finds_its_own_pages(foreign_sites):
    with closing(SearchOfSite(foreign_sites["en"])) as english:
        assert english.ask("my son is being bullied at school")["pages"][0] == "ouders/mijn-kind-wordt-gepest/"
        assert english.ask("how do I complain about the school")["pages"][0] == "ouders/komt-u-er-niet-uit/"
        assert english.ask("suicide")["call"]
    with closing(SearchOfSite(foreign_sites["ar"])) as arabic:
        assert arabic.ask("ابني يتعرض للتنمر في المدرسة")["pages"][0] == "ouders/mijn-kind-wordt-gepest/"
        assert arabic.ask("انتحار")["call"]
