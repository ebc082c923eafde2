"""How a text sounds: the share of short sentences, and how often a word ties two thoughts together.

Text in pieces of four to eight words is easy to measure and tiring to hear. Readability has an upper bound for the
length of a sentence; this is the other side of it.

`python -m tests.words.rhythm` prints the figures per file, `python -m tests.words.rhythm protocol/gesprekken` of some.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.words.house_style import passages
from tests.words.readability import sentences, words

SHORT = 9  # words: a sentence with fewer is short
_CONJUNCTION = re.compile(r"\b(?:want|omdat|zodat|doordat|terwijl|hoewel)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.?!…:][\"’”)]*$")


@dataclass(frozen=True)
class Rhythm:
    """What was counted. Labels and loose words (without a mark at the end) are words, but no sentences."""

    words: int
    sentences: int
    short: int
    conjunctions: int

    @property
    def short_share(self) -> float:
        """Which part of the sentences is short, from 0 to 1."""
        return self.short / self.sentences if self.sentences else 0.0

    @property
    def conjunctions_per_thousand(self) -> float:
        """Conjunctions per 1,000 words."""
        return 1000 * self.conjunctions / self.words if self.words else 0.0


def rhythm(texts: Iterable[str]) -> Rhythm:
    """Count in these texts, each a paragraph or an item of a list."""
    lengths: list[int] = []
    total = conjunctions = 0
    for text in texts:
        total += len(words(text))
        conjunctions += len(_CONJUNCTION.findall(text))
        lengths += [len(words(sentence)) for sentence in sentences(text) if _ENDS.search(sentence)]
    return Rhythm(total, len(lengths), sum(length < SHORT for length in lengths), conjunctions)


def by_file(root: Path, places: tuple[str, ...] = ("",)) -> dict[str, list[str]]:
    """The texts of every file of which the path from the root begins with one of these places."""
    found: dict[str, list[str]] = {}
    for passage in passages(root):
        if passage.file.startswith(places):
            found.setdefault(passage.file, []).append(passage.text)
    return found


def main(places: list[str]) -> None:
    found = by_file(Path.cwd(), tuple(places) or ("",))
    everything = [text for texts in found.values() for text in texts]
    for name, texts in [*sorted(found.items()), ("all together", everything)]:
        counted = rhythm(texts)
        print(
            f"{counted.short_share:4.0%} of {counted.sentences:5} sentences short, "
            f"{counted.conjunctions_per_thousand:4.1f} conjunctions in 1,000 of {counted.words:6} words  {name}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
