"""What the search of the theme gets besides its index: how to read a question, and whom to call at some words.

It goes into the settings of the index as plain data; docs/assets/js/zoekwijzer.js reads it.
"""

import json
from pathlib import Path

from macros.checks.contacts import dialled
from macros.content.languages import left_to_right, say
from macros.content.model import Content
from macros.content.search_words import folder_readers
from macros.schema.search import Alarm, Search

KEY = "wegwijs"


def add_to_file(site_dir: str | Path, content: Content, words: Search, given: dict[str, list]) -> None:
    """Add it to the search index of a built site. Does nothing when the site has no search index."""
    path = Path(site_dir) / "search" / "search_index.json"
    if path.is_file():
        index = json.loads(path.read_text(encoding="utf-8"))
        index["config"][KEY] = guide(content, words, given)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def guide(content: Content, words: Search, given: dict[str, list]) -> dict:
    """All that the search must know of questions, in the language of this site; a Dutch site also knows those of others.

    `given`: per address of a page the words that its author gave it.
    """
    language = content.translation.code if content.translation else ""
    asked: dict[str, list[str]] = {}
    for page in words.questions:
        others = [page.others.get(language, [])] if language else [page.questions, *page.others.values()]
        asked.setdefault(f"{page.page}/", []).extend(question for questions in others for question in questions)
    return {
        "stop": [] if language else words.ignored,
        "same": [] if language else [group.words for group in words.synonyms],
        "who": [{"reader": group.reader, "words": group.words} for group in words.askers],
        "asked": {page: questions for page, questions in asked.items() if questions},
        "given": {page: [str(word) for word in of_page] for page, of_page in given.items() if of_page},
        "readers": folder_readers(),
        "alarm": [_alarm(alarm, content) for alarm in words.alarms],
    }


def _alarm(alarm: Alarm, content: Content) -> dict:
    """The words, and the numbers of this country with their hours."""
    lines = [content.helplines[name] for name in alarm.call if name in content.helplines and content.helplines[name].shown]
    return {
        "words": alarm.words,
        "first": "nu-gevaar/" if alarm.first else "",
        "about": "" if content.translation else alarm.subject,
        "call": [
            {
                "url": f"tel:{dialled(line.phone)}" if line.phone else line.site or "",
                "text": say(content, "Bel {1}", left_to_right(content, line.phone)) if line.phone else line.name,
                "more": " · ".join(text for text in (line.name if line.phone else "", line.hours or "") if text),
            }
            for line in lines
        ],
    }
