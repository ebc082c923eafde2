"""Every block of text is in the language that its element says, on every page in every language."""

import re
from functools import cache

import markdown
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from macros.commands.plain_pages import expanded_readers
from macros.content.languages import languages
from tests.loaded import loaded
from tests.places import ROOT
from tests.words.guess_language import guess, words_of

FEWEST = 8  # in a shorter text a name or a quoted word weighs too much
BLOCKS = (
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "figcaption",
    "label",
    "button",
    "legend",
    "span",
    "a",
)
# What may stand in another language than its element says, with why. None today.
EXCEPTIONS: dict[str, str] = {}
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)


@cache
def pages(language: str, country: str, school_type: str) -> dict[str, BeautifulSoup]:
    content = loaded(country, school_type, language=language)
    made = markdown.Markdown(extensions=["attr_list", "admonition", "def_list", "fenced_code", "tables", "md_in_html"])
    found = {
        path: BeautifulSoup(made.reset().convert(_FRONT.sub("", text)), "html.parser")
        for path, text in expanded_readers(ROOT, content)
    }
    for page in found.values():
        for part in page.find_all(EXCEPTIONS):
            part.decompose()
    return found


def is_block(part: Tag) -> bool:
    """A part that is judged by itself: a block, or whatever says its own language."""
    return part.name in BLOCKS or bool(part.get("lang"))


def own_text(block: Tag) -> str:
    """The text of a block without that of blocks in it."""
    parts = []
    for part in block.descendants:
        if isinstance(part, NavigableString) and next(parent for parent in part.parents if is_block(parent)) is block:
            parts.append(str(part))
    return " ".join(" ".join(parts).split())


def strangers(language: str, country: str, school_type: str) -> list[tuple[str, str, str, str]]:
    """Blocks in another language than they say: (page, what is said, what is guessed, text)."""
    found = []
    for path, page in pages(language, country, school_type).items():
        for block in page.find_all(is_block):
            text = own_text(block)
            if len(words_of(text)) < FEWEST:
                continue
            said = next((parent["lang"] for parent in (block, *block.parents) if parent.get("lang")), language or "nl")
            guessed = guess(text)
            if guessed and guessed != said.split("-")[0]:
                found.append((path, said, guessed, text[:120]))
    return found


@pytest.mark.parametrize("country, school_type", [("nl", "vo"), ("vl", "basis")])
@pytest.mark.parametrize("language", ["", *languages(ROOT)])
def test_every_block_is_in_the_language_that_it_says(language, country, school_type):
    assert strangers(language, country, school_type) == []
    assert len(pages(language, country, school_type)) >= 10


@pytest.mark.parametrize(
    "text, code",
    [
        ("Vraag aan je mentor of je met iemand kunt praten over wat er gebeurt.", "nl"),
        ("Ask your teacher if you can talk to somebody about what is happening.", "en"),
        ("Çocuğunuz için okul ile konuşun ve ne olduğunu sorun, bu çok önemli.", "tr"),
        ("Proszę zapytać szkołę, co się stało i kto może pomóc w tym dniu.", "pl"),
        ("Запитайте в школі, що сталося і хто може допомогти вашій дитині.", "uk"),
        ("اسألوا المدرسة ماذا حدث ومن يستطيع أن يساعد طفلكم في هذا اليوم", "ar"),
        ("113 Zelfmoordpreventie", ""),
    ],
)
def test_the_guesser_knows_its_languages(text, code):
    assert guess(text) == code
