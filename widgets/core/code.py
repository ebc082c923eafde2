"""The response code: one sheet as text that can be shown, scanned or typed. Made here, read only to be counted.

Symbols of 5 bits in Crockford's base32 (no I, L, O or U), from the front:
3  format (3 bits), number of the questionnaire (8), major version (4)
3  session: which round of which class; random, with no meaning
4  nonce: random, one per sheet, so that two equal sheets have two codes and one sheet counts once
n  the answers in order, a digit of base 7 each (6 = no answer), and one spare digit of base 4 that is 0
6  checksum: the BCH code of bech32m, with the fingerprint of the questionnaire mixed in but not sent
It finds every mistake in up to four symbols, and misses another one less than once in 10^9.
Sources: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki (the code), bip-0350 (the constant),
https://www.crockford.com/base32.html (the alphabet).

The answers are shifted by a stream from nonce and session. That hides nothing from somebody with this file; it
only keeps a row of the same answers from being a row of the same symbols on a screen.
"""

from widgets.core.code_symbols import (
    CHECK_SYMBOLS,
    CHECKSUM_CONSTANT,
    answer_symbols,
    number_of,
    packed,
    remainder,
    shifted,
    symbols_of,
    unpacked,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORMAT = 1
NUMBERS = 256
MAJORS = 16
SESSIONS = 32768
# Chance that some sheet of a round has the mark of another: 1 in 2,400 for 30 codes, 2 % for 200, 85 % for 2,000 (about two
# sheets of those). The box then asks to fill in on its own device, so nobody loses a vote, and a code stays 42 symbols.
NONCES = 1048576

HEADER_SYMBOLS = 3
SESSION_SYMBOLS = 3
NONCE_SYMBOLS = 4
FIRST_ANSWER = HEADER_SYMBOLS + SESSION_SYMBOLS + NONCE_SYMBOLS
GROUP = 6
# A code with room for spaces. Longer text is not looked at.
LONGEST_TEXT = 200

BLANK = 6

NOT_A_CODE = "Dit is geen code van een vragenlijst."
MISTAKE = "Er zit een fout in de code. Kijk of elk teken goed is overgenomen."
OTHER_QUESTIONNAIRE = "Deze code hoort bij een andere vragenlijst."
OTHER_VERSION = "Deze code hoort bij een andere versie van deze vragenlijst."
OTHER_CLASS = "Deze code hoort bij een andere klas of een andere ronde."


def symbol_values():
    """Character -> value: small letters too, O for 0, and I and L for 1. No other character is taken for one."""
    found = {"O": 0, "o": 0, "I": 1, "i": 1, "L": 1, "l": 1}
    for value in range(32):
        found[ALPHABET[value]] = value
        found[ALPHABET[value].lower()] = value
    return found


SYMBOL_VALUES = symbol_values()
# What people and word processors put between the groups.
IGNORED = " -\t\r\n\u00a0"


# ---- making ----


def encode(instrument, session, nonce, sheet):
    """The code of a sheet as text, in groups of six symbols.

    `sheet` is {item id: 0..5} without the skipped items. Raises ValueError for a number out of range, an unknown
    item and an answer off the scale.
    """
    check_range("session", session, SESSIONS)
    check_range("nonce", nonce, NONCES)
    items = item_ids(instrument)
    digits = shifted(digits_of(items, sheet), seed_of(session, nonce), 1)
    data = (
        header_of(instrument)
        + symbols_of(session, SESSION_SYMBOLS)
        + symbols_of(nonce, NONCE_SYMBOLS)
        + packed(digits, answer_symbols(len(items)))
    )
    check = remainder(instrument["fingerprint"], data + [0] * CHECK_SYMBOLS) ^ CHECKSUM_CONSTANT
    return grouped(data + symbols_of(check, CHECK_SYMBOLS))


def digits_of(items, sheet):
    """The sheet as digits in the order of the items, blank where one was skipped, and the spare digit."""
    digits = []
    known = 0
    for item in items:
        if item in sheet:
            known += 1
            if sheet[item] not in (0, 1, 2, 3, 4, 5):
                raise ValueError("answer off the scale: " + str(sheet[item]))
            digits.append(sheet[item])
        else:
            digits.append(BLANK)
    if known != len(sheet):
        raise ValueError("the sheet has items that are not in the questionnaire")
    return digits + [0]


def grouped(symbols):
    """Symbols as text, with a space after every six."""
    text = ""
    for place in range(len(symbols)):
        if place and place % GROUP == 0:
            text = text + " "
        text = text + ALPHABET[symbols[place]]
    return text


# ---- reading ----


def decode(instrument, session, text):
    """The sheet in a code, only to be counted: {"sheet", "nonce", "mark"}, or {"refused": one plain reason in Dutch}.

    The code may be of an earlier version that asks the same (instrument["former"]).

    "mark" is the nonce as text. A sheet has one, whatever was changed in it between two codes: so it is counted once.
    Small letters, spaces and hyphens do not matter. No text raises an exception.
    """
    symbols = symbols_in(text)
    header = header_of(instrument)
    for major, fingerprint in instrument["former"] if "former" in instrument else []:
        former = dict(instrument)
        former["major"], former["fingerprint"] = major, fingerprint
        if symbols[0:HEADER_SYMBOLS] == header_of(former):
            instrument, header = former, symbols[0:HEADER_SYMBOLS]
    if symbols[0:HEADER_SYMBOLS] != header:
        return {"refused": reason(instrument, header, symbols)}
    if not is_sound(instrument, symbols):
        return {"refused": MISTAKE}
    if number_of(symbols[HEADER_SYMBOLS : HEADER_SYMBOLS + SESSION_SYMBOLS]) != session:
        return {"refused": OTHER_CLASS}
    nonce = number_of(symbols[HEADER_SYMBOLS + SESSION_SYMBOLS : FIRST_ANSWER])
    items = item_ids(instrument)
    packed_digits = unpacked(symbols[FIRST_ANSWER:-CHECK_SYMBOLS], len(items))
    digits = shifted(packed_digits, seed_of(session, nonce), -1) if packed_digits else [BLANK]
    if digits[-1] != 0:
        # A right checksum around answers that encode() never makes.
        return {"refused": MISTAKE}
    sheet = {}
    for place in range(len(items)):
        if digits[place] != BLANK:
            sheet[items[place]] = digits[place]
    return {"sheet": sheet, "nonce": nonce, "mark": grouped(symbols[HEADER_SYMBOLS + SESSION_SYMBOLS : FIRST_ANSWER])}


def symbols_in(text):
    """The symbols of a text, -1 for each character that is none; nothing for a text that is far too long."""
    found = []
    if len(text) > LONGEST_TEXT:
        return found
    for character in text:
        if character not in IGNORED:
            found.append(SYMBOL_VALUES[character] if character in SYMBOL_VALUES else -1)
    return found


def is_sound(instrument, symbols):
    """True when the symbols are a whole code of this questionnaire, of any class."""
    return (
        -1 not in symbols
        and remainder(instrument["fingerprint"], symbols) == CHECKSUM_CONSTANT
        and len(symbols) == code_length(instrument)
    )


def reason(instrument, header, symbols):
    """Why a code with another header is refused. When the own header makes it sound, only the header was mistyped."""
    if is_sound(instrument, header + symbols[HEADER_SYMBOLS:]):
        return MISTAKE
    if len(symbols) < FIRST_ANSWER + CHECK_SYMBOLS or -1 in symbols:
        return NOT_A_CODE
    found = number_of(symbols[0:HEADER_SYMBOLS])
    if found // MAJORS // NUMBERS != FORMAT:
        return NOT_A_CODE
    if found // MAJORS % NUMBERS != instrument["number"]:
        return OTHER_QUESTIONNAIRE
    return OTHER_VERSION


# ---- the class ----


def session_text(session):
    """A session as the three symbols that a class types once."""
    return grouped(symbols_of(session, SESSION_SYMBOLS))


def session_in(text):
    """The session in a text of three symbols, or None."""
    symbols = symbols_in(text)
    return number_of(symbols) if len(symbols) == SESSION_SYMBOLS and -1 not in symbols else None


# ---- parts ----


def item_ids(instrument):
    """The ids of all items in order."""
    found = []
    for section in instrument["sections"]:
        for item in section["items"]:
            found.append(item["id"])
    return found


def header_of(instrument):
    """The symbols that say which questionnaire this is. Raises ValueError for a number that has no room."""
    check_range("number", instrument["number"], NUMBERS)
    check_range("major", instrument["major"], MAJORS)
    return symbols_of((FORMAT * NUMBERS + instrument["number"]) * MAJORS + instrument["major"], HEADER_SYMBOLS)


def seed_of(session, nonce):
    """What starts the stream of one code."""
    return nonce * SESSIONS + session


def check_range(name, value, limit):
    if value < 0 or value >= limit:
        raise ValueError(name + " out of range: " + str(value))


def code_length(instrument):
    """How many symbols the code of any sheet of this questionnaire has, without the spaces."""
    return FIRST_ANSWER + answer_symbols(len(item_ids(instrument))) + CHECK_SYMBOLS
