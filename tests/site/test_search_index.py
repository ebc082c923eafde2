"""Dutch word forms in the search index. The client looks for words that begin with the question."""

import copy
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.content.project import read_project
from macros.content.search_words import search_words
from macros.schema.search import Synonyms
from macros.site import search
from tests.places import ROOT

DOCS = [
    {"location": "a/", "title": "Pesten", "text": "<p>Een leerling wordt gepest. De ander pest.</p>"},
    {"location": "b/", "title": "Signalen", "text": "Waaraan zie je het?"},
    {"location": "c/", "title": "Wie helpt", "text": "De anti-pestcoördinator maakt een afspraak."},
    {"location": "d/", "title": "Groep", "text": "Iemand buitensluiten mag niet. Meld het. Wie iets meldt, wordt geholpen."},
    {"location": "e/", "title": "Fietsen", "text": "Waar staat de stalling?"},
]


def index(docs=DOCS) -> dict:
    return {"config": {"lang": ["nl"]}, "docs": copy.deepcopy(docs)}


WORDS = search_words(read_project(ROOT))[0]
IRREGULAR = {form.form: form.of for form in WORDS.forms}


def with_synonyms(more=()):
    """The words of the project, and a group that means the same."""
    return WORDS.model_copy(update={"synonyms": [*WORDS.synonyms, Synonyms(woorden=list(more))]}) if more else WORDS


def hits(question: str, docs=DOCS, more=()) -> set[str]:
    """Where the theme would find a question: a word of the doc begins with it."""
    return {
        doc["location"]
        for doc in search.enrich(index(docs), with_synonyms(more))["docs"]
        if any(
            word.startswith(question)
            for field in ("title", "text", search.FIELD)
            for word in re.split(r"[\s\-.<>]+", doc[field].lower())
        )
    }


@pytest.mark.parametrize(
    ("page", "questions"),
    [
        ("a/", ["pesten", "pest", "gepest", "gepeste", "pestte", "pestten", "pesterijen", "pesterij", "treiteren"]),
        ("b/", ["signaal", "signalen"]),
        ("c/", ["coördinator", "coordinator", "antipestcoördinator", "antipestcoordinator", "afspraak", "afspraken"]),
        ("d/", ["uitsluiten", "buitengesloten", "uitgesloten", "melden", "gemeld", "meldde", "melding"]),
    ],
)
def test_every_form_finds_the_page(page, questions):
    assert {question: page in hits(question) for question in questions} == dict.fromkeys(questions, True)


@pytest.mark.parametrize("question", ["pesten", "signaal", "coordinator", "uitsluiten", "melden"])
def test_another_page_is_not_found(question):
    assert "e/" not in hits(question)


def test_synonyms_of_the_site_come_on_top():
    assert "e/" not in hits("rijwiel")
    assert "e/" in hits("rijwiel", more=["fietsen", "rijwiel"])
    assert "a/" in hits("treiteren", more=["fietsen", "rijwiel"])


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("pesten gepest gepeste pestte pesterijen pest", "pest"),
        ("signalen signaal", "signaal"),
        ("gesprekken gesprek", "gesprek"),
        ("spreken sprak gesproken", "spreek"),
        ("bellen belt belde gebeld", "bel"),
        ("praten praat praatte gepraat", "praat"),
        ("blijven blijft", "blijf"),
        ("reizen reis", "reis"),
        ("regelen regelt regels geregeld", "regel"),
        ("mentoren mentor mentors", "mentor"),
        ("leerlingen leerling", "leerling"),
        ("melden meldt meldde gemeld melding meldingen", "meld"),
        ("kinderen kind", "kind"),
    ],
)
def test_forms_share_a_base(words, base):
    family = set(words.split())
    assert search.base_forms(family | {"gesprekken", "spreken"}, IRREGULAR).items() >= dict.fromkeys(family, base).items()


@pytest.mark.parametrize("word", ["gesprek", "gevoel", "mentor", "leerling", "school", "beter", "moet", "gedrag"])
def test_a_word_without_relatives_stays_itself(word):
    assert search.base_forms({word, "spreken", "voelen", "draagt"}, IRREGULAR)[word] == word


def test_accents_and_entities():
    assert search.fold("Coördinator Enquête") == "coordinator enquete"
    assert search.words_of("<b>Co&ouml;rdinator</b> foto's") == {"coördinator", "foto's"}


def test_what_is_found_anyway_is_left_out():
    words = search.enrich(index(), WORDS)["docs"][0][search.FIELD].split()
    assert words == sorted(set(words))
    assert "pest" not in words and "gepest" not in words
    assert not [word for word in words for other in words if word != other and other.startswith(word)]


@given(st.lists(st.text(alphabet="abdegijklnoprstvz ëö<>&;'", max_size=40), max_size=4))
def test_any_text_keeps_its_docs(texts):
    docs = [{"location": str(number), "title": text, "text": text} for number, text in enumerate(texts)]
    before = index(docs)
    after = search.enrich(before, WORDS)
    assert before["docs"] == docs
    assert [{key: doc[key] for key in doc if key != search.FIELD} for doc in after["docs"]] == docs


def test_file_of_a_built_site(tmp_path):
    search.enrich_file(tmp_path, WORDS)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "search").mkdir()
    path = tmp_path / "search" / "search_index.json"
    path.write_text(json.dumps(index()), encoding="utf-8")
    search.enrich_file(tmp_path, WORDS)
    first = path.read_text(encoding="utf-8")
    assert json.loads(first) == search.enrich(index(), WORDS)
    search.enrich_file(str(tmp_path), WORDS)
    assert path.read_text(encoding="utf-8") == first


def test_pages_whose_text_is_left_out_are_found_by_their_name(tmp_path):
    search.add_whole_pages(tmp_path, {"beleid/": ("Ons beleid", "Alles bij elkaar.")})
    assert list(tmp_path.iterdir()) == [], "a site without a search index gets none"
    (tmp_path / "search").mkdir()
    path = tmp_path / "search" / "search_index.json"
    path.write_text('{"docs": [{"location": "", "title": "Start", "text": ""}]}', encoding="utf-8")
    search.add_whole_pages(tmp_path, {"beleid/": ("Ons beleid", "Alles bij elkaar.")})
    docs = json.loads(path.read_text(encoding="utf-8"))["docs"]
    assert (
        docs[1:] == [{"location": "beleid/", "title": "Ons beleid", "text": "Alles bij elkaar."}] and docs[0]["title"] == "Start"
    )
