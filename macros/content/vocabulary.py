"""The words of a school: {mentor}, {de mentor}, {mentoren}, {De coördinator} in texts, with article and plural."""

import re

from macros.schema.people import SchoolWord, Word
from macros.schema.validate import problem_at
from macros.schema.walk import Part, Written, rewritten
from macros.source.problems import Problem, nearest, told

# {{ stays as it is: it belongs to other notations and is shown as text.
PLACEHOLDER = re.compile(r"(?<!\{)\{([^\W\d_][^{}\n]{0,60})\}(?!\})")
UNCLOSED = re.compile(r"(?<!\{)\{(?!\{)[^{}]*(\{|$)")
ARTICLES = ("de", "het", "een")


def chosen_word(entry: SchoolWord, country: str, school_type: str, own: dict[str, Word]) -> Word:
    """The word for this school: its own, else the first variant that fits, else the base word."""
    if entry.id in own:
        return own[entry.id]
    for variant in entry.variants:
        if variant.audience.includes(country, school_type):
            return variant.word
    return entry.word


def owner_of(placeholder: str) -> str:
    """A placeholder without article and form, in small letters: "De mentor" and "mentor:dat" are mentor."""
    first, _, rest = placeholder.partition(" ")
    name = rest if first.lower() in ARTICLES and rest else placeholder
    return name.partition(":")[0].strip().lower()


def names_of(entry_id: str, name: str, plural: str | None) -> list[str]:
    """What may stand between braces for a word, in small letters: id, singular, plural."""
    return list(dict.fromkeys([entry_id, name.lower(), *([plural.lower()] if plural else [])]))


class Vocabulary:
    """All placeholders an author may use, and what they become for one school."""

    def __init__(self, entries: list[SchoolWord], country: str, school_type: str, own: dict[str, Word]) -> None:
        self._singular: dict[str, Word] = {}
        self._plural: dict[str, Word] = {}
        self.clashes: list[tuple[SchoolWord, str]] = []  # words that another entry already uses
        owners: dict[str, str] = {}
        for entry in entries:
            word = chosen_word(entry, country, school_type, own)
            names = [(name, self._singular) for name in {entry.id: 0, entry.word.name.lower(): 0}]
            if entry.word.plural:
                names.append((entry.word.plural.lower(), self._plural))
            for name, table in names:
                if owners.setdefault(name, entry.id) == entry.id:
                    table[name] = word
                else:
                    self.clashes.append((entry, name))

    def known(self) -> list[str]:
        """Every name that may stand between braces."""
        return [*self._singular, *self._plural]

    def name(self, word_id: str, article: bool = False) -> str:
        """The word for a role or term id, with its article if asked."""
        word = self._singular[word_id]
        return f"{word.article} {word.name}" if article and word.article else word.name

    def replace(self, placeholder: str) -> str | None:
        """What stands for the text between braces; None when it is not known."""
        first, _, rest = placeholder.partition(" ")
        article = first.lower() if first.lower() in ARTICLES and rest else ""
        name = (rest if article else placeholder).strip().lower()
        if name in self._singular:
            word = self._singular[name]
            text = word.name
            if article:
                text = f"een {text}" if article == "een" else f"{word.article} {text}".strip()
        elif name in self._plural and article in ("", "de"):
            word = self._plural[name]
            text = word.plural or word.name
            if article:
                text = f"de {text}"
        else:
            return None
        return text[0].upper() + text[1:] if placeholder[0].isupper() else text


class ForeignVocabulary:
    """The same placeholders in another language: {mentor}, {de mentor}, {mentor:form} with a form that the translator named."""

    def __init__(self, dutch: list[SchoolWord], entries: list[SchoolWord], country: str, school_type: str, article: str) -> None:
        """`dutch` gives the names between the braces, `entries` the same words in the other language."""
        self._words = {entry.id: chosen_word(entry, country, school_type, {}) for entry in entries}
        self._owners: dict[str, tuple[str, bool]] = {}  # name -> id, plural or not
        self._article = article
        for entry in dutch:
            self._owners |= {
                name: (entry.id, name == (entry.word.plural or "").lower())
                for name in names_of(entry.id, entry.word.name, entry.word.plural)
            }

    def known(self) -> list[str]:
        """Every name that may stand between braces."""
        return list(self._owners)

    def name(self, word_id: str, article: bool = False) -> str:
        """The word for a role or term id, with the article of the language if it has one."""
        name = self._words[word_id].name
        return f"{self._article} {name}" if article and self._article else name

    def replace(self, placeholder: str) -> str | None:
        """What stands for the text between braces; None when it or its form is not known."""
        owner, plural = self._owners.get(owner_of(placeholder), ("", False))
        form = placeholder.partition(":")[2].strip()
        word = self._words.get(owner)
        if word is None or (form and form not in word.forms):
            return None
        text = word.forms[form] if form else (word.plural or word.name) if plural else word.name
        if placeholder.lower().startswith(("de ", "het ")) and self._article and not form:
            text = f"{self._article} {text}"
        return text[0].upper() + text[1:] if placeholder[0].isupper() else text


def resolved(model: Part, vocabulary: Vocabulary, spoken: Vocabulary | ForeignVocabulary) -> tuple[Part, list[Problem]]:
    """`model` with all placeholders filled in, with those of `spoken` where a text was translated; and the unknown ones."""
    problems: list[Problem] = []

    def filled(written: Written) -> str:
        owner, _, place, text = written
        node = owner._document.at(owner._path + place)
        words = spoken if node is not None and node.translated else vocabulary

        def word_for(match: re.Match) -> str:
            word = words.replace(match.group(1))
            if word is None:
                problems.append(
                    problem_at(
                        owner,
                        *place,
                        message=told("word-unknown", word=match.group(1), near=nearest(match.group(1), words.known())),
                    )
                )
                return match.group(0)
            return word

        if UNCLOSED.search(text):
            problems.append(problem_at(owner, *place, message=told("brace-not-closed")))
        return PLACEHOLDER.sub(word_for, text)

    return rewritten(model, filled, "{"), problems
