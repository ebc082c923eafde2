"""Texts sound as somebody who talks: no row of pieces, and reasons tied to what they are reasons for."""

from functools import lru_cache

import pytest

from tests.places import ROOT
from tests.words.rhythm import Rhythm, by_file, rhythm

FOLDERS = ("protocol/protocollen/", "protocol/gesprekken/")
# Before they were written as people speak, 55 % was short and there were 0.7 conjunctions in 1,000 words.
SHORT_AT_MOST = 0.30
CONJUNCTIONS_AT_LEAST = 3 * 0.7


@lru_cache(maxsize=1)
def texts() -> dict[str, list[str]]:
    return by_file(ROOT, FOLDERS)


def test_counting():
    counted = rhythm(
        [
            "Bel vandaag nog, want de ouders horen het liever van jou. Wacht niet.",
            "Omdat het pijn deed",
            "Hoewel niemand het zag, gebeurde het elke dag in de pauze, terwijl wij ernaast stonden.",
        ]
    )
    assert counted == Rhythm(words=32, sentences=3, short=1, conjunctions=4)
    assert counted.short_share == pytest.approx(1 / 3)
    assert counted.conjunctions_per_thousand == 125


def test_nothing_to_count():
    assert (rhythm([]).short_share, rhythm([]).conjunctions_per_thousand) == (0.0, 0.0)


def test_a_word_is_only_counted_when_it_is_that_word():
    assert rhythm(["De klant wacht, en de wand is wit."]).conjunctions == 0


def test_protocols_and_talks_have_a_rhythm():
    counted = rhythm(text for found in texts().values() for text in found)
    assert counted.sentences > 2000
    assert counted.short_share <= SHORT_AT_MOST
    assert counted.conjunctions_per_thousand >= CONJUNCTIONS_AT_LEAST


def test_all_that_is_written_has_a_rhythm():
    """Pages, lists, talks, helplines: all but the questions for pupils, that only change with a new version of their list."""
    every = by_file(ROOT, ("protocol/", "docs/"))
    counted = rhythm(text for file, found in every.items() if not file.startswith("protocol/vragenlijsten/") for text in found)
    assert counted.sentences > 7000
    assert counted.short_share <= SHORT_AT_MOST
    assert counted.conjunctions_per_thousand >= CONJUNCTIONS_AT_LEAST


@pytest.mark.parametrize("folder", ("docs/ouders", "protocol/gevaar.yaml", "protocol/lijsten/", "protocol/wegwijzers/"))
def test_who_is_read_by_parents_or_in_haste_has_a_rhythm_too(folder):
    """Parents' pages were 54 % short, the texts for danger 65 %."""
    counted = rhythm(text for found in by_file(ROOT, (folder,)).values() for text in found)
    assert counted.sentences > 250
    assert counted.short_share <= 0.4
    assert counted.conjunctions_per_thousand >= CONJUNCTIONS_AT_LEAST


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_one_of_them_gives_its_reasons(folder):
    """A talk has many questions, that are short when they are spoken; its reasons are tied to the rest all the same."""
    found = {file: rhythm(texts()[file]) for file in texts() if file.startswith(folder)}
    assert len(found) >= 5
    assert [file for file, counted in found.items() if counted.conjunctions_per_thousand < 2] == []
    assert [file for file, counted in found.items() if counted.short_share > 0.4] == []
