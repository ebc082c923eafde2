"""Translated pages without a Dutch page, with other macros in them than the Dutch, or older than the Dutch."""

import re

from macros.content.languages import Translation
from macros.content.model import Content
from macros.content.translated_pages import START, is_outdated, written_pages
from macros.content.translation import FOLDER
from macros.source.problems import Problem, told

_CALL = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}")


def check_pages(content: Content) -> list[Problem]:
    """What is wrong with the pages of this language."""
    translation = content.other_language
    problems = []
    for page in written_pages(translation.root, translation.code):
        file = f"docs/{FOLDER}/{translation.code}/{page}"
        dutch = translation.root / "docs" / page
        if page == START:
            continue
        if not dutch.is_file():
            problems.append(Problem(file, 1, told("page-not-in-dutch")))
            continue
        own_text = (translation.root / file).read_text(encoding="utf-8")
        wanted, found = (_calls(text, translation) for text in (dutch.read_text(encoding="utf-8"), own_text))
        problems += [Problem(file, 1, told("macro-missing-in-translation", call=call)) for call in sorted(wanted - found)]
        problems += [
            Problem(file, _line(own_text, call), told("macro-not-in-dutch", call=call)) for call in sorted(found - wanted)
        ]
        for word in re.findall(r'word\("([^"]+:[^"]+)"\)', own_text):
            if content.spoken.replace(word) is None:
                problems.append(
                    Problem(
                        file,
                        _line(own_text, f'word("{word}'),
                        told("form-unknown", word=word, folder=FOLDER, language=translation.code),
                    )
                )
        if is_outdated(translation, page):
            problems.append(Problem(file, 1, told("page-outdated"), warning=True))
    return problems


def _calls(text: str, translation: Translation) -> set[str]:
    """The macros of a page that a translation must have too. Links may differ: a page need not be translated."""
    found = set()
    for name, arguments in _CALL.findall(text):
        if name == "word":
            word = arguments.strip("\"'").partition(":")[0]
            first, _, rest = word.partition(" ")
            word = (rest if first.lower() in ("de", "het", "een") and rest else word).lower()
            found.add(f'word("{translation.names.get(word, word)}")')
        elif name not in ("link", "page_link"):
            found.add(f"{name}({arguments})")
    return found


def _line(text: str, call: str) -> int:
    """Where a call stands, as far as it can be found."""
    name = call.partition("(")[0]
    before = text.partition(call if call in text else f"{name}(")[0]
    return before.count("\n") + 1
