"""One value on one line of plain YAML: a text, with or without quotes, or a short list or mapping between brackets."""

SINGLE, DOUBLE = "'", '"'
# With these a bare text can not begin; YAML gives them a meaning.
NOT_PLAIN = "&*!|>%@`\"'[]{}#,?:-~="
NOT_IN_BRACKETS = "[]{}\"'#:&*!|>%@`?"
KEY_FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
KEY_REST = KEY_FIRST + "0123456789-"
QUOTE_IT = "Zet deze tekst tussen aanhalingstekens: '…'."
ONE_LINE = "Een lijst tussen haken moet op één regel staan, met gewone woorden en komma’s."


def is_key(text):
    """Whether this can be the name before a colon."""
    if text == "" or text[0] not in KEY_FIRST or len(text) > 60:
        return False
    for character in text:
        if character not in KEY_REST:
            return False
    return True


def quoted_end(text, start):
    """The place after the text in quotes that begins at `start`; -1 when the quote is not closed."""
    mark = text[start]
    place = start + 1
    while place < len(text):
        if text[place] == "\\" and mark == DOUBLE:
            place = place + 2
        elif text[place] == mark:
            if mark == SINGLE and text[place + 1 : place + 2] == SINGLE:
                place = place + 2
            else:
                return place + 1
        else:
            place = place + 1
    return -1


def scalar(text):
    """(value, "") of a text without brackets, or (None, what is wrong)."""
    if text[0] in (SINGLE, DOUBLE):
        return _quoted(text)
    if text in ("~", "null"):
        return "", ""
    if text[0] in "|>":
        return None, "Een tekst over meer regels kan hier niet. Zet de tekst op één regel."
    if text[0] in NOT_PLAIN or ": " in text or text[-1] == ":":
        return None, QUOTE_IT
    return text, ""


def _quoted(text):
    if quoted_end(text, 0) != len(text):
        return None, "Achter het sluitende aanhalingsteken staat nog iets. " + QUOTE_IT
    inside = text[1:-1]
    if text[0] == SINGLE:
        return inside.replace("''", "'"), ""
    pieces = []
    place = 0
    while place < len(inside):
        if inside[place] == "\\":
            place = place + 1
            if inside[place : place + 1] not in ("\\", DOUBLE):
                return None, "Een tekst met een schuine streep achterover hoort tussen enkele aanhalingstekens: '…'."
        pieces.append(inside[place])
        place = place + 1
    return "".join(pieces), ""


def flow(text):
    """(value, "") of `[a, b]` or `{a: b}` on one line, or (None, what is wrong)."""
    if text[-1] != ("]" if text[0] == "[" else "}"):
        return None, ONE_LINE
    inside = text[1:-1].strip(" ")
    if text[0] == "[":
        return _flow_list(inside)
    return _flow_mapping(inside)


def _flow_list(inside):
    found = []
    for piece in _pieces(inside):
        value, wrong = _flow_value(piece)
        if wrong:
            return None, wrong
        found.append(value)
    return found, ""


def _flow_mapping(inside):
    found = {}
    for piece in _pieces(inside):
        end = piece.find(": ")
        if end < 0 or not is_key(piece[:end]) or piece[:end] in found:
            return None, ONE_LINE
        value, wrong = _flow_value(piece[end + 1 :].strip(" "))
        if wrong:
            return None, wrong
        found[piece[:end]] = value
    return found, ""


def _pieces(inside):
    return [piece.strip(" ") for piece in inside.split(",")] if inside else []


def _flow_value(piece):
    if piece == "" or piece[0] in NOT_PLAIN or piece in ("null", "~"):
        return None, ONE_LINE
    for character in piece:
        if character in NOT_IN_BRACKETS:
            return None, ONE_LINE
    return piece, ""
