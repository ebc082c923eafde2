"""Makes the search of the theme find Dutch words in all their forms.

The search looks for words that begin with what a visitor types; it knows no Dutch. So each part of a page gets a
field `trefwoorden` with other forms of its words: singular and plural, forms of a verb, words without accents and
words that mean the same. The field is only in the search index, never on a page.

Forms are brought together by what the site itself shows: "gepest" belongs to "pesten" because "pesten" is a word
of the site. So a wrong guess of the spelling rules finds no partner and does no harm.
"""

import html
import json
import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from macros.schema.search import Search

FIELD = "trefwoorden"
GIVEN_FIELD = "zoekwoorden"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TAG = re.compile(r"<[^>]*>")
_ENDINGS = ("erijen", "ingen", "erij", "ten", "den", "ing", "en", "te", "de", "'s", "e", "t", "d", "s")
_PARTICIPLE_ENDINGS = ("te", "de", "en", "e", "t", "d")
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_SHORTEST = 4


def add_whole_pages(site_dir: str | Path, pages: dict[str, tuple[str, str]]) -> None:
    """Pages whose text is left out of the search of a built site, because it stands on other pages too, are found by their name.

    `pages`: per address the title and what the page is about. Does nothing when the site has no search index.
    """
    path = Path(site_dir) / "search" / "search_index.json"
    if path.is_file():
        index = json.loads(path.read_text(encoding="utf-8"))
        index["docs"] += [{"location": url, "title": title, "text": about} for url, (title, about) in sorted(pages.items())]
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def enrich_file(site_dir: str | Path, words: Search, given: dict[str, list] | None = None) -> None:
    """Add the field to the search index of a built site (see `enrich`). Does nothing when the site has no search index."""
    path = Path(site_dir) / "search" / "search_index.json"
    if path.is_file():
        index = enrich(json.loads(path.read_text(encoding="utf-8")), words, given)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def enrich(index: dict, words: Search, given: dict[str, list] | None = None) -> dict:
    """The search index of the theme with `trefwoorden` in each of its docs; the index that comes in stays as it is.

    `words`: which mean the same, and forms that no rule connects. `given`: per address of a page the words that its author
    gave it, which get a field of their own.
    """
    groups = [[word for name in group.words for word in words_of(name)] for group in words.synonyms]
    irregular = {form.form: form.of for form in words.forms}
    texts = [words_of(f"{doc.get('title', '')} {doc.get('text', '')}") for doc in index["docs"]]
    bases = base_forms({fold(word) for found in [*texts, *groups] for word in found}, irregular)
    families: dict[str, set[str]] = {}
    for word, base in bases.items():
        families.setdefault(base, set()).add(word)
    for base, family in families.items():
        family |= made_forms(base, family)
    for group in groups:
        related = {bases[fold(word)] for word in group}
        everything = set().union(group, map(fold, group), *(families[base] for base in related))
        for base in related:
            families[base] = families[base] | everything
    docs = [
        {**doc, FIELD: " ".join(_new_words(own, bases, families)), **_given((given or {}).get(doc["location"], []))}
        for doc, own in zip(index["docs"], texts, strict=True)
    ]
    return {**index, "docs": docs}


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, without accents: Coördinator -> coordinator."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _given(words: list) -> dict[str, str]:
    """The words of an author as a field, as they are and without accents; nothing without words."""
    words = [str(word) for word in words]  # 112 is a number in front matter
    return {GIVEN_FIELD: " ".join(dict.fromkeys([*words, *map(fold, words)]))} if words else {}


def words_of(text: str) -> set[str]:
    """The words of at least four letters in a text with HTML, in lower case."""
    plain = unicodedata.normalize("NFC", html.unescape(_TAG.sub(" ", text))).replace("\u00ad", "")
    return {word.lower() for word in _WORD.findall(plain) if len(word) >= _SHORTEST}


def base_forms(words: set[str], irregular: dict[str, str]) -> dict[str, str]:
    """Each word (folded) with the form that it shares with its relatives: gepest -> pest, signalen -> signaal.

    A form counts only when it is itself a word, or the stem of a word with -en, among these words. `irregular`: forms that no
    rule connects, each with what they share.
    """
    known = words | {stem(word[:-2]) for word in words if word.endswith("en") and len(word) > 4}
    return {word: irregular.get(word) or _base(word, known) for word in words}


def stem(cut: str) -> str:
    """How what is left of a word without -en is spelled on its own: prat -> praat, gesprekk -> gesprek, blijv -> blijf.

    Source of the rules (single and double letters): https://woordenlijst.org/leidraad
    """
    if len(cut) < 3 or cut[-1] not in _CONSONANTS:
        return cut
    if cut[-1] == cut[-2]:
        return cut[:-1]
    last = {"v": "f", "z": "s"}.get(cut[-1], cut[-1])
    return cut[:-1] + (cut[-2] if _long_vowel(cut) else "") + last


def _long_vowel(cut: str) -> bool:
    """Is the last vowel long, so that it is written twice at the end of a word?

    Yes in praten, scholen and bespreken; no for the weak e of a longer word (regelen) and for -or (mentoren).
    """
    before, vowel = cut[:-2], cut[-2]
    if vowel not in "aeou" or before[-1] not in _CONSONANTS:
        return False
    if vowel == "e" or cut.endswith("or"):
        return not re.search("[aeiou]", re.sub("^(?:be|ge|her|ont|ver)", "", before))
    return True


def made_forms(base: str, family: set[str]) -> set[str]:
    """Forms a visitor may type that stand nowhere on the site.

    A family that shows itself as a verb (pesten with gepest or pestte) gets the other forms of a regular verb; a word
    with a double vowel gets its plural (afspraak, afspraken). Shorter forms are found as the beginning of these.
    """
    found = set()
    if len(base) >= 4 and base[-1] in _CONSONANTS and base[-2] == base[-3] and base[-2] in "aeou":
        ending = {"f": "v", "s": "z"}.get(base[-1], base[-1])
        found.add(base[:-2] + ending + "en")
    dental = "t" if base[-1] in "tkfscph" else "d"
    participle = "ge" + base + ("" if base[-1] == dental else dental)
    past = base + dental + "e"
    if family & {participle, participle + "e", past, past + "n"}:
        found |= {participle + "e", past + "n", base if base[-1] == "t" else base + "t"}
    return found


def _base(word: str, known: set[str]) -> str:
    for prefix, endings in (("ge", _PARTICIPLE_ENDINGS), ("", _ENDINGS)):
        for ending in endings:
            cut = word[len(prefix) : -len(ending)]
            if word.startswith(prefix) and word.endswith(ending) and len(cut) >= 3:
                base = stem(cut) if ending.startswith(("e", "ing")) else cut
                if base in known:
                    return base
    if word.startswith("ge") and word[2:] in known and word[-1] in "td":
        return word[2:]
    return word


def _new_words(words: set[str], bases: dict[str, str], families: dict[str, set[str]]) -> list[str]:
    """Sorted, without words that are found anyway: the beginning of a word that is there."""
    found = sorted(set().union(*(families[bases[fold(word)]] for word in words), map(fold, words)))
    kept = [word for word, following in pairwise([*found, ""]) if not following.startswith(word)]
    own = sorted(words)
    return [word for word in kept if not _begins_a_word(word, own)]


def _begins_a_word(beginning: str, words: list[str]) -> bool:
    """Does one of the sorted `words` start with `beginning`?"""
    place = bisect_left(words, beginning)
    return place < len(words) and words[place].startswith(beginning)
