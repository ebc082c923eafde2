"""The plain part of YAML that a school file uses, read strictly, and texts written so that every YAML reader agrees.

What it reads: keys, lists with dashes, texts of one line with or without quotes, comments, and lists or keys on one line
between [ ] or { }. Everything stays text, as in macros.source.reader. What it does not know it refuses, with the line.
"""

from widgets.core import invisible
from widgets.core.reserved import RESERVED
from widgets.core.yaml_scalar import DOUBLE, NOT_PLAIN, SINGLE, flow, is_key, quoted_end, scalar

LARGEST = 100000  # characters; a school file takes some three thousand
DEEPEST = 8
TOO_DEEP = "Hier staan te veel lagen in elkaar."


class Refused(Exception):
    """Text that is not plain enough. Arguments: line (from 1) and a Dutch sentence."""

    def __init__(self, line, text):
        Exception.__init__(self, text)
        self.line = line
        self.text = text


def read(text):
    """(value, None), or (None, {"line", "text"}) when the text is not plain YAML with keys at the top."""
    try:
        lines = _lines(text)
        if not lines:
            raise Refused(1, "Dit bestand is leeg.")
        if lines[0][1] != 0 or _dash(lines[0][2]):
            raise Refused(lines[0][0], "Het bestand begint niet met een regel zoals ‘naam: …’, helemaal links.")
        value, place = _mapping(lines, 0, 0, 1)
        if place < len(lines):
            raise Refused(lines[place][0], "Deze regel is niet gelijk ingesprongen met de regels ervoor.")
        return value, None
    except Refused as refused:
        return None, {"line": refused.line, "text": refused.text}


# ---- lines ----


def _lines(text):
    """The lines that say something: [line number, spaces before it, text without comment]."""
    if len(text) > LARGEST:
        raise Refused(1, "Dit bestand is te groot voor een schoolbestand.")
    if text[0:1] == "\ufeff":
        text = text[1:]
    found = []
    number = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        number = number + 1
        for character in line:
            if is_invisible(character):
                raise Refused(number, "Hier staat een tab of een ander onzichtbaar teken. Gebruik spaties.")
        if "\ufffd" in line:
            raise Refused(number, "Dit bestand is niet opgeslagen als UTF-8. Kies bij het opslaan de codering UTF-8.")
        bare = line.lstrip(" ")
        if bare == "" or bare[0] == "#":
            continue
        if line[0:3] in ("---", "..."):
            raise Refused(number, "Een regel met --- of … hoort hier niet. Haal die regel weg.")
        found.append([number, len(line) - len(bare), _without_comment(bare, number)])
    return found


def is_invisible(character):
    """Whether a character is one that macros.source.reader refuses, or a tab or line end."""
    return character in "\t\n" or invisible.is_invisible(character)


def _without_comment(text, number):
    place = 0
    while place < len(text):
        character = text[place]
        if character in (SINGLE, DOUBLE) and _starts_value(text, place):
            place = quoted_end(text, place)
            if place < 0:
                raise Refused(number, "Hier begint een aanhalingsteken dat op deze regel niet wordt gesloten.")
        elif character == "#" and (place == 0 or text[place - 1] == " "):
            return text[:place].rstrip(" ")
        else:
            place = place + 1
    return text.rstrip(" ")


def _starts_value(text, place):
    """Whether a text begins at this quote: before it stand only dashes and the key. In a bare text it is an apostrophe."""
    before = text[:place].rstrip(" ")
    while _dash(before):
        before = before[1:].lstrip(" ")
    return before == "" or (before[-1] == ":" and is_key(before[:-1]))


def _dash(text):
    return text == "-" or text[0:2] == "- "


# ---- blocks ----


def _mapping(lines, place, indent, depth):
    """The keys that stand at `indent`, from line `place`; and the place after them."""
    if depth > DEEPEST:
        raise Refused(lines[place][0], TOO_DEEP)
    found = {}
    while place < len(lines) and lines[place][1] == indent and not _dash(lines[place][2]):
        number, _indent, text = lines[place]
        key, rest = _key(text, number)
        if key in found:
            raise Refused(number, "‘" + key + "’ staat hier voor de tweede keer. Haal er één weg.")
        place = place + 1
        if rest:
            found[key] = _value(rest, number)
        elif place < len(lines) and lines[place][1] > indent:
            found[key], place = _block(lines, place, depth + 1)
        elif place < len(lines) and lines[place][1] == indent and _dash(lines[place][2]):
            found[key], place = _list(lines, place, indent, depth + 1)
        else:
            found[key] = ""
        if place < len(lines) and lines[place][1] > indent:
            raise Refused(lines[place][0], "Deze regel hoort bij niets. Zet een tekst op één regel, achter de dubbele punt.")
    return found, place


def _key(text, number):
    end = text.find(":")
    if end < 0 or (end + 1 < len(text) and text[end + 1] != " "):
        raise Refused(number, "Op deze regel mist een dubbele punt met een spatie erachter.")
    key = text[:end]
    if not is_key(key):
        raise Refused(number, "Voor de dubbele punt hoort één woord, zonder spaties en aanhalingstekens.")
    if key in RESERVED:
        raise Refused(number, "‘" + key + "’ hoort hier niet.")
    return key, text[end + 1 :].strip(" ")


def _block(lines, place, depth):
    if _dash(lines[place][2]):
        return _list(lines, place, lines[place][1], depth)
    return _mapping(lines, place, lines[place][1], depth)


def _list(lines, place, indent, depth):
    if depth > DEEPEST:
        raise Refused(lines[place][0], TOO_DEEP)
    found = []
    while place < len(lines) and lines[place][1] == indent and _dash(lines[place][2]):
        number, _indent, text = lines[place]
        rest = text[1:].lstrip(" ")
        if rest == "":
            place = place + 1
            if place >= len(lines) or lines[place][1] <= indent:
                raise Refused(number, "Achter dit streepje staat niets.")
            value, place = _block(lines, place, depth + 1)
        elif _dash(rest):
            raise Refused(number, "Hier staat een lijst in een lijst. Dat hoort niet in een schoolbestand.")
        elif _holds_key(rest):
            # What stands after the dash is the first line of a mapping of its own.
            lines[place] = [number, indent + len(text) - len(rest), rest]
            value, place = _mapping(lines, place, lines[place][1], depth + 1)
        else:
            value = _value(rest, number)
            place = place + 1
        found.append(value)
    if place < len(lines) and lines[place][1] > indent:
        raise Refused(lines[place][0], "Deze regel hoort bij niets. Kijk of het inspringen klopt.")
    return found, place


def _holds_key(text):
    end = text.find(":")
    return end > 0 and is_key(text[:end]) and (end + 1 == len(text) or text[end + 1] == " ")


def _value(text, number):
    """What stands after a colon or a dash, on one line."""
    if text[0] in "[{":
        value, wrong = flow(text)
    else:
        value, wrong = scalar(text)
    if wrong:
        raise Refused(number, wrong)
    return value


# ---- writing ----

TYPED = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"


def write_text(text):
    """One text as it stands after a colon: bare when every reader takes it as text, else in single quotes.

    `text` has no line breaks and no character that `is_invisible`.
    """
    return text if _is_bare(text) else "'" + text.replace("'", "''") + "'"


def _is_bare(text):
    if text == "" or text[0] in NOT_PLAIN or text[-1] in " :" or text.lower() in TYPED:
        return False
    if text[0] not in _LETTERS and ord(text[0]) < 192:
        return _is_day(text)
    for character in text:
        if character not in _LETTERS and character not in _DIGITS and character not in " -_./@()+&!?:" and ord(character) < 192:
            return False
    return ": " not in text


def _is_day(text):
    """2026-11-21 or 11-21: always written bare."""
    if len(text) not in (5, 10):
        return False
    for place in range(len(text)):
        if (text[place] == "-") != (place in (len(text) - 3, len(text) - 6)) or text[place] not in "-0123456789":
            return False
    return True


def write_lines(key, value, indent):
    """A key with any value that `read` gives, as lines with `indent` spaces before them."""
    start = " " * indent + key + ":"
    if isinstance(value, str):
        return [start + " " + write_text(value)]
    if not value:
        return [start + (" []" if isinstance(value, list) else " {}")]
    lines = [start]
    if isinstance(value, dict):
        for name in value:
            lines += write_lines(name, value[name], indent + 2)
        return lines
    for item in value:
        lines += _item_lines(item, indent + 2)
    return lines


def _item_lines(item, indent):
    """One item of a list. An empty mapping or a list in a list can not be read back, and is never asked for."""
    mark = " " * indent + "- "
    if isinstance(item, str):
        return [mark + write_text(item)]
    inside = []
    for name in item:
        inside += write_lines(name, item[name], indent + 2)
    return [mark + inside[0].lstrip(" ")] + inside[1:]
