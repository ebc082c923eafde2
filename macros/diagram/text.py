"""How wide a text is and where it breaks, without a browser.

Widths are those of Arial, Helvetica and Liberation Sans (the three share their advance widths), in thousandths of the
font size. A safety factor covers rounding in browsers and the slightly wider fonts some systems put in their place.
"""
import unicodedata

SAFETY = 1.08
WIDEST = 1000           # for a character we have no width of

_WIDTHS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*", 400: "°",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu«»ß§€–", 584: "+<=>~×", 611: "FTZø",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQØ", 833: "Mm", 889: "%æ", 944: "W", 1000: "Æœ…—", 1015: "@",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}


def width(text: str, size: float) -> float:
    """Width of `text` in pixels at font size `size`, on the safe side."""
    return SAFETY * size / 1000 * sum(_advance(character) for character in text)


def wrap(text: str, size: float, limit: float, max_lines: int = 4) -> list[str]:
    """The lines of `text`, each at most `limit` pixels wide, as evenly filled as possible.

    Nothing is ever cut off: a word that is too long gets a hyphen, and when `max_lines` lines of `limit` pixels are not
    enough the lines become wider until they are. White space is collapsed. An empty text gives no lines.
    A line ends in a space when a new word follows, so the lines put together are the text (plus added hyphens).
    """
    words = text.split()
    lines = _fill(words, size, limit)
    while len(lines) > max_lines:
        limit *= 1.1
        lines = _fill(words, size, limit)
    return _narrowest(words, size, limit, lines)


def _advance(character: str) -> int:
    found = _WIDTH_OF.get(character)
    if found is None:       # é is as wide as e
        found = _WIDTH_OF.get(unicodedata.normalize("NFD", character)[0], WIDEST)
    return found


def _narrowest(words: list[str], size: float, limit: float, lines: list[str]) -> list[str]:
    """The same number of lines with the smallest width: no last line of one lonely word."""
    if len(lines) < 2:
        return lines
    longest_word = max(width(word, size) for word in words)
    low, high = min(limit, longest_word), limit     # never narrower than a word that fits: that would break it
    best = lines
    while high - low > 1:
        middle = (low + high) / 2
        tried = _fill(words, size, middle)
        if len(tried) == len(lines):
            best, high = tried, middle
        else:
            low = middle
    return best


def _fill(words: list[str], size: float, limit: float) -> list[str]:
    """Words laid on lines from left to right, as many as fit."""
    lines = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size) <= limit:
            lines[-1] += f" {word}"
            continue
        if lines:
            lines[-1] += " "
        lines.extend(_pieces(word, size, limit))
    return lines


def _pieces(word: str, size: float, limit: float) -> list[str]:
    """A word in parts that fit: at its own hyphens and slashes where possible, else with a hyphen we add."""
    pieces = []
    while width(word, size) > limit:
        fits = 1
        while fits < len(word) - 1 and width(word[:fits + 1] + "-", size) <= limit:
            fits += 1
        if fits == len(word) - 1 and fits > 3:
            fits -= 2               # not one letter alone on the last line
        own = max(word.rfind("-", 0, fits + 1), word.rfind("/", 0, fits + 1))
        if own > 1:
            pieces.append(word[:own + 1])
            word = word[own + 1:]
        else:
            pieces.append(word[:fits] + "-")
            word = word[fits:]
        if len(word) <= 1:
            break
    return [*pieces, word] if word else pieces
