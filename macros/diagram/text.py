"""How wide a text is, and where a long word may break, without a browser.

Widths are those of Arial, Helvetica and Liberation Sans (the three share their advance widths), in thousandths of the
font size. A safety factor covers bold letters and the wider fonts that some systems put in their place.
"""

import unicodedata

SAFETY = 1.25
WIDEST = 1000  # for a character we have no width of
SOFT_HYPHEN = "\u00ad"

_WIDTHS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu«»ß§€–",
    584: "+<=>~×",
    611: "FTZø",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "Æœ…—",
    1015: "@",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_VOWELS = "aeiouy"
# With which consonants a Dutch syllable begins, when with more than one.
_ONSETS = tuple("schr spr str sch bl br ch dr fl fr gl gr kl kn kr kw ph pl pr th tr tw vl vr wr zw".split())


def width(text: str, size: float) -> float:
    """Width of `text` in pixels at font size `size`, on the safe side."""
    return SAFETY * size / 1000 * sum(_advance(character) for character in text)


def breakable(text: str, size: float, limit: float) -> str:
    """`text`, where every word wider than `limit` pixels has soft hyphens at which a browser may break it.

    They stand between syllables, and inside a part without vowels where it gets too wide. A word that fits stays as it is.
    """
    return " ".join(_parted(word, size, limit) for word in text.split())


def _advance(character: str) -> int:
    found = _WIDTH_OF.get(character)
    return _WIDTH_OF.get(_plain(character), WIDEST) if found is None else found


def _plain(character: str) -> str:
    """é is as wide as e, and a vowel as well."""
    return unicodedata.normalize("NFD", character)[0]


def _parted(word: str, size: float, limit: float) -> str:
    parts = word.split("-")  # breaks there by itself
    return "-".join(
        part
        if width(f"{part}-", size) <= limit
        else SOFT_HYPHEN.join(piece for syllable in _syllables(part) for piece in _pieces(syllable, size, limit))
        for part in parts
    )


def _syllables(word: str) -> list[str]:
    """A Dutch word in parts, near enough: a part begins at the consonants before a vowel. No part is one or two letters."""
    letters = "".join(_plain(character.lower()) for character in word)
    starts = [0]
    for vowel in range(4, len(word) - 1):
        if letters[vowel] in _VOWELS and letters[vowel - 1].isalpha() and letters[vowel - 1] not in _VOWELS:
            start = vowel - next((len(onset) for onset in _ONSETS if letters.endswith(onset, starts[-1], vowel)), 1)
            part = letters[starts[-1] : start]
            if len(part) > 2 and part[-1].isalpha() and set(part) & set(_VOWELS):
                starts.append(start)
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)])]


def _pieces(part: str, size: float, limit: float) -> list[str]:
    """A part in pieces that fit, with a hyphen behind each."""
    pieces = [""]
    for character in part:
        if pieces[-1] and width(f"{pieces[-1]}{character}-", size) > limit:
            pieces.append("")
        pieces[-1] += character
    return pieces
