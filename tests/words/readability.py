"""How hard a page is to read: its sentences, their length, and a readability score.

The score is Flesch-Douma: 206.84 - 0.93 x words per sentence - 77 x syllables per word. Higher is easier: 60-70 is
"normal", 70-80 "fairly easy" (end of primary school), 80-90 "easy". Source: W.H. Douma, De leesbaarheid van
landbouwbladen, Wageningen 1960; formula and norms as printed in Onze Taal 46 (1977),
https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php. What it does not measure: docs/keuzes/taal.md.

`python -m tests.words.readability site` prints the scores of a built site.
"""

import re
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

WORD = re.compile(r"\d[\d.,:/]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")

# One match is one syllable: the long spellings first, because "oei" is one sound and "o-ei" is not Dutch.
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|y(?![aeiou])|[aeiouàèâêîôûäëïöü]")
# Stress marks are no other sound: één is een. A trema does begin a new syllable.
_STRESS = str.maketrans("áéíóú", "aeiou")
# English words in Dutch texts, where the spelling rules count a silent e.
_SILENT_E = re.compile(r"(?<=[nt])(?:e)(?=s?$)")
_ENGLISH = re.compile(r"(?:on|off)lines?$|sites?$|websites?$|games?$|updates?$")

# A sentence ends here when a capital, a digit or an opening quote follows.
_SENTENCE_END = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][\"’”)]))\s+(?=[\"‘“(]?[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATION = re.compile(r"\b(?:art|nr|bv|bijv|dhr|mevr|blz|tel|ca|enz)\.$|\b[A-Z]\.$")
_FULL_SENTENCE = re.compile(r"[.?!…][\"’”)]*$")

_BLOCKS = {
    "p",
    "li",
    "dd",
    "dt",
    "td",
    "th",
    "blockquote",
    "summary",
    "caption",
    "figcaption",
    "div",
    "section",
    "ul",
    "ol",
    "dl",
    "table",
    "tr",
    "thead",
    "tbody",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "article",
    "details",
    "br",
    "nav",
    "main",
    "aside",
    "label",
    "legend",
    "fieldset",
    "button",
}
_VOID = {"br", "img", "hr", "input", "meta", "link", "wbr", "source", "col"}
# What is not running text: code, pictures, the first view of a widget (its text stands on the pages of the steps as well).
_SKIPPED_TAGS = {"pre", "code", "svg", "script", "style", "noscript", "template", "cite", "button", "select"}
_SKIPPED_CLASSES = {
    "headerlink",
    "step-exits",
    "step-entries",
    "step-ways",
    "step-beside",
    "checked",
    "line-map",
    "source",
    "md-path",
}
# Parts of one line that each are a text of their own; so is everything in a door of the start page.
_BLOCK_CLASSES = {"entry-text", "entry-details", "entry-explanation", "badge", "door", "step-remark"}


@dataclass(frozen=True)
class Reading:
    """What was measured in a text."""

    sentences: int
    words: int
    syllables: int
    longest: str

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def score(self) -> float:
        """Flesch-Douma; 0 when there is no sentence."""
        if not self.words:
            return 0.0
        return 206.84 - 0.93 * self.words_per_sentence - 77 * self.syllables / self.words


def words(text: str) -> list[str]:
    """The words of a text; a number is a word."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """The number of syllables of a Dutch word: the vowel sounds as they are spelled. A number counts as one.

    Counts sounds and not places to hyphenate: hyphenation never leaves one letter alone, so it finds two
    syllables in "anoniem".
    """
    lower = word.lower().translate(_STRESS)
    count = len(_SYLLABLE.findall(lower))
    if _ENGLISH.search(lower):
        count -= len(_SILENT_E.findall(lower))
    return max(count, 1)


def sentences(block: str) -> list[str]:
    """The sentences in one block of text, closing marks included."""
    found: list[str] = []
    for part in _SENTENCE_END.split(" ".join(block.split())):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += " " + part
        elif part:
            found.append(part)
    return found


def measure(blocks: list[str]) -> Reading:
    """Measure running text. Labels and loose words (without . ? or ! at the end) do not count: they would make
    every average look better than it is. Their length does count for the longest."""
    counted: list[list[str]] = []
    longest: tuple[int, str] = (0, "")
    for block in blocks:
        for sentence in sentences(block):
            found = words(sentence)
            longest = max(longest, (len(found), sentence))
            if found and _FULL_SENTENCE.search(sentence):
                counted.append(found)
    return Reading(
        len(counted),
        sum(len(found) for found in counted),
        sum(syllables(word) for found in counted for word in found),
        longest[1],
    )


class _Article(HTMLParser):
    """The blocks of text in the main article of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._text = ""
        self._links = 0  # links in this block
        self._beside_links = ""  # the text in this block that is no link
        self._open: list[tuple[str, bool]] = []  # open elements from the main article on: (tag, is a block)
        self._skipped_at = 0  # how many were open when skipping began
        self._helplines_at = 0  # the same for a list of helplines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        if not self._open:
            if tag == "article" and "md-content__inner" in classes:
                self._open.append((tag, True))
            return
        # Name, number and address of a helpline are names, no sentence: readability is about the rest (WCAG 3.1.5).
        name = bool(self._helplines_at) and tag in ("strong", "a")
        in_door = self._open[-1][0] == "door"
        block = tag in _BLOCKS or bool(classes & _BLOCK_CLASSES) or name or in_door
        if block:
            self._flush()
        if tag in _VOID:
            return
        self._links += tag == "a"
        self._open.append(("door" if "door" in classes else tag, block))
        foreign = (attributes.get("lang") or "nl")[:2] != "nl"
        skip = name or tag in _SKIPPED_TAGS or classes & _SKIPPED_CLASSES or "data-widget" in attributes or foreign
        if "helplines" in classes and not self._helplines_at:
            self._helplines_at = len(self._open)
        if skip and not self._skipped_at:
            self._skipped_at = len(self._open)
            if tag == "code":
                self._text += " code "

    def handle_endtag(self, tag: str) -> None:
        if not self._open or tag in _VOID:
            return
        closed, block = self._open[-1]
        if block:
            self._flush(closed)
        if self._skipped_at == len(self._open):
            self._skipped_at = 0
        if self._helplines_at == len(self._open):
            self._helplines_at = 0
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and not self._skipped_at:
            self._text += data
            if all(tag != "a" for tag, _ in self._open):
                self._beside_links += data

    def _flush(self, closed: str = "") -> None:
        text = " ".join(self._text.split())
        # A description without a full stop is a list of roles or an amount.
        loose = closed == "dd" and not _FULL_SENTENCE.search(text)
        link_list = self._links > 1 and len(words(self._beside_links)) < len(words(text)) / 2
        if text and not loose and not link_list and text not in self.blocks:
            self.blocks.append(text)
        self._text, self._beside_links, self._links = "", "", 0


def page_blocks(markup: str) -> list[str]:
    """The blocks of Dutch text in the main article of a built page, in order, each once.

    Left out: code, pictures, lists of links, names of helplines, and widgets (the list of steps has their text as well).
    """
    article = _Article()
    article.feed(markup)
    return article.blocks


def site_pages(site: Path) -> dict[str, str]:
    """Every page of a built site: its path in words ("protocollen/zes-stappen", "index") and its file as text."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix().removesuffix(".html").removesuffix("/index")
        pages[name] = path.read_text(encoding="utf-8")
    return pages


def main(site: Path) -> None:
    """Print per page: score, words per sentence, number of sentences and the length of the longest."""
    for name, markup in site_pages(site).items():
        reading = measure(page_blocks(markup))
        print(
            f"{reading.score:5.1f} {reading.words_per_sentence:5.1f} {reading.sentences:5} "
            f"{len(words(reading.longest)):3}  {name}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
