"""Words in all texts that authors write: which we do not use, and every word spelled in one way.

The rules are content: protocol/taal.yaml. Texts are the values of the typed content (ids, addresses, sources, search
words and examples of what not to say left out) and the running text of the pages in docs/.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.content.files import folder_files
from macros.content.vocabulary import PLACEHOLDER
from macros.schema import EXTRA_FILES, FOLDERS, SINGLE_FILES
from macros.schema.base import Strict
from macros.schema.language import Language, Reader
from macros.schema.validate import validate
from macros.schema.walk import texts
from macros.source.problems import Problem, Told, told
from macros.source.reader import read

# Keys whose texts are not ours to choose: what visitors type, where it comes from, and what you should not say.
NOT_OUR_WORDS = {"zoekwoorden", "bron", "niet"}
RULES_FILE = "taal"
# Addresses, and places in a file: "protocol/x.yaml:102 (en 347)".
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b(?:/\S*|:\d+(?: \(en [\d, ]+\))?)?")
_QUOTE = re.compile(r"‘[^’]*’(?!\w)|“[^”]*”")
# Key of the texts for these readers only, their pages, words that do not fit, and what does.
_ADDRESSED = (
    ("voor_ouders", re.compile(r"docs/ouders[./]"), re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.I), "u of uw"),
    ("voor_leerlingen", re.compile(r"docs/leerlingen[./]"), re.compile(r"\b(?:u|uw)\b", re.I), "je of jouw"),
)


@dataclass(frozen=True)
class Passage:
    """A piece of text with its place: the file (from the project), the line where it starts and the key of its field."""

    file: str
    line: int
    text: str
    key: str = ""


def read_rules(root: Path) -> tuple[Language | None, list[Problem]]:
    """The rules in protocol/taal.yaml, or None and the mistakes in that file."""
    path = root / "protocol" / f"{RULES_FILE}.yaml"
    if not path.is_file():
        return None, [Problem(f"protocol/{RULES_FILE}.yaml", 1, told("file-missing"))]
    document = read(path, root)
    return validate(document, Language), document.problems


def reader_of(page: str, readers: list[Reader]) -> Reader:
    """The readers of a page ("over/privacy"): the group with the longest path that fits, else the one without pages."""
    best, length = readers[-1], -1
    for reader in readers:
        if not reader.pages and length < 0:
            best = reader
        for path in reader.pages:
            if (page == path or page.startswith(path + "/")) and len(path) > length:
                best, length = reader, len(path)
    return best


def passages(root: Path) -> list[Passage]:
    """Every text that authors write, from content and pages. Files with mistakes are left to the content report."""
    return [*_content_passages(root), *_page_passages(root)]


def check_words(found: list[Passage], rules: Language) -> list[Problem]:
    """What goes against the rules, as warnings with what to write instead."""
    everything = _pattern(tuple(word for rule in [*rules.words, *rules.spellings] for word in rule.avoid))
    problems = []
    for passage in found:
        text = plain(passage.text)
        if passage.file in rules.free or not everything.search(text):  # nearly always: one search instead of one for every rule
            continue
        for rule in rules.words:
            for word in matches(text, rule.avoid, rule.allowed):
                problems.append(_problem(passage, told("word-avoided", word=word, instead=rule.instead, why=rule.why)))
        for spelling in rules.spellings:
            for word in matches(text, spelling.avoid):
                if word not in spelling.preferred.split():
                    problems.append(_problem(passage, told("word-spelled", word=word, preferred=spelling.preferred)))
    return problems


def check_sentences(found: list[Passage], rules: Language) -> list[tuple[Problem, str]]:
    """Sentences that nobody says aloud, each as a warning with the id of the rule that found it."""
    patterns = [(rule, re.compile(rule.pattern)) for rule in rules.sentences]
    problems = []
    for passage in found:
        if passage.file in rules.free:
            continue
        quoted, reader = plain(passage.text), _only_reader(passage)
        text = re.sub(r"\[[^\]]*\]", "…", _QUOTE.sub("…", quoted))
        for rule, pattern in patterns:
            match = (not rule.readers or reader in rule.readers) and pattern.search(quoted if rule.quoted else text)
            if match:
                message = told("word-avoided", word=match.group(0), instead=rule.instead, why=rule.why)
                problems.append((_problem(passage, message), rule.id))
    return problems


def _only_reader(passage: Passage) -> str:
    """Who reads this text, when only parents or only pupils do; else empty."""
    return next((key.removeprefix("voor_") for key, page, *_ in _ADDRESSED if passage.key == key or page.match(passage.file)), "")


def check_address(found: list[Passage]) -> list[Problem]:
    """Parents are addressed with ‘u’, pupils with ‘je’: what goes against that in texts for only them, as warnings.

    Free: quotes and names of other pages, and on pages lists and tables, that hold sentences to say to a child.
    """
    problems = []
    for passage in found:
        for key, page, wrong, right in _ADDRESSED:
            if passage.key == key or page.match(passage.file) and not passage.text.lstrip().startswith(("-", "|")):
                text = re.sub(r"\[[^\]]*\]|‘[^’]*’", " ", plain(passage.text))
                problems += [
                    _problem(passage, told("word-for-other-reader", word=word, reader=key.removeprefix("voor_"), right=right))
                    for word in wrong.findall(text)
                ]
    return problems


def unused_exceptions(found: list[Passage], rules: Language) -> list[str]:
    """Exceptions in the rules that no text needs."""
    texts = [plain(passage.text).lower() for passage in found]
    return [
        allowed
        for rule in rules.words
        for allowed in rule.allowed
        if not any(allowed.lower() in text and matches(text, rule.avoid) for text in texts)
    ]


def plain(text: str) -> str:
    """The text on one line, without web addresses and without the words between braces, which each school fills in."""
    return " ".join(_ADDRESS.sub(" ", PLACEHOLDER.sub("…", text)).split())


def _problem(passage: Passage, message: Told) -> Problem:
    return Problem(passage.file, passage.line, message, warning=True)


def matches(text: str, avoid: list[str], allowed: list[str] | tuple = ()) -> list[str]:
    """The words to avoid that stand in the text, outside the names and sentences in which they are allowed."""
    for exception in allowed:
        text = re.sub(re.escape(exception), " ", text, flags=re.IGNORECASE)
    return [match.group(0) for match in _pattern(tuple(avoid)).finditer(text)]


@lru_cache(maxsize=None)
def _pattern(avoid: tuple[str, ...]) -> re.Pattern:
    """One pattern for all words of a rule: whole words. A word written with a capital is only found with that capital."""
    parts = []
    for word in sorted(avoid, key=len, reverse=True):
        part = re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
        parts.append(f"(?i:{part})" if word == word.lower() else part)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


# ---- texts in protocol/ ----


def _content_passages(root: Path) -> Iterator[Passage]:
    folder = root / "protocol"
    files = [(folder / f"{name}.yaml", model) for name, model in {**SINGLE_FILES, **EXTRA_FILES}.items() if name != RULES_FILE]
    files += [(path, model) for name, model in FOLDERS.items() for path in folder_files(root, name)]
    for path, model in files:
        if path.is_file():
            typed = validate(read(path, root), model)
            if typed is not None:
                yield from _model_passages(typed)


def _model_passages(model: Strict) -> Iterator[Passage]:
    for owner, field, place, text in texts(model, lambda field: field.prose):
        if field.key not in NOT_OUR_WORDS:
            yield Passage(owner._document.file, owner._document.line(owner._path + place), text, field.key)


# ---- texts in docs/ ----

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOT_TEXT = re.compile(
    r"```.*?```|~~~.*?~~~|`[^`\n]*`|\{\{.*?\}\}|\{%.*?%\}|\{[:#.][^}\n]*\}|<code>.*?</code>|<[^>]*>|"
    r"(?<=\])\([^)]*\)|https?://\S+",
    re.DOTALL,
)


def _page_passages(root: Path) -> Iterator[Passage]:
    for path in sorted((root / "docs").rglob("*.md")):
        if path.is_relative_to(root / "docs" / "talen"):  # not in Dutch
            continue
        text = _NOT_TEXT.sub(_blank, _FRONT_MATTER.sub(_only_texts, path.read_text(encoding="utf-8")))
        file = path.relative_to(root).as_posix()
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield Passage(file, number, line)


def _only_texts(match: re.Match) -> str:
    """The title and description of a page; the other settings are no text."""
    return re.sub(r"^(?:title|description): *(.*)$|^.*$", r"\1", match.group(0), flags=re.MULTILINE)


def _blank(match: re.Match) -> str:
    """Keeps the lines as they are, so that numbers stay right."""
    return " " + "\n" * match.group(0).count("\n")
