"""The response code against a second implementation, with big numbers and a field of 32 elements, and its refusals."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases_code import small_instrument, small_shape
from tests.oracles import codes, squares
from widgets.core import code, code_symbols, qr

OWN = small_instrument(48)


@st.composite
def sheets(draw):
    """(questionnaire, session, nonce, sheet), each of any kind that has room."""
    items = draw(st.sampled_from([1, 2, 3, 7, 8, 9, 16, 17, 45, 48]))
    instrument = small_instrument(items, draw(st.integers(0, 255)), draw(st.integers(0, 15)), draw(st.integers(0, 2**30 - 1)))
    sheet = {f"v{item}": draw(st.integers(0, 5)) for item in range(items) if draw(st.integers(0, 5))}
    return instrument, draw(st.integers(0, 32767)), draw(st.integers(0, 2**20 - 1)), sheet


@given(sheets())
def test_a_code_is_the_one_that_is_described(given_sheet):
    instrument, session, nonce, sheet = given_sheet
    text = code.encode(instrument, session, nonce, sheet)
    assert text == codes.encoded(instrument, session, nonce, sheet)
    bare = text.replace(" ", "")
    assert code.decode(instrument, session, text) == {"sheet": sheet, "nonce": nonce, "mark": bare[6:10]}
    assert code.code_length(instrument) == len(bare)


@pytest.mark.parametrize("session, nonce", [(0, 0), (32767, 2**20 - 1), (0, 2**16 - 1), (32766, 2**16 - 1)])
def test_the_ends_of_the_stream(session, nonce):
    """The seeds 0 and 2^35 - 1, and around 2^31 - 2, where it begins again."""
    sheet = {f"v{item}": item % 6 for item in range(48)}
    text = codes.encoded(OWN, session, nonce, sheet)
    assert code.encode(OWN, session, nonce, sheet) == text
    assert code.decode(OWN, session, text)["sheet"] == sheet


def test_small_words_that_can_be_checked_by_hand():
    """3 is the third symbol; a session of three symbols is written as it is said."""
    assert code_symbols.symbols_of(32 * 32 + 2 * 32 + 3, 3) == [1, 2, 3] and code_symbols.number_of([1, 2, 3]) == 1091
    assert code.session_text(1091) == "123" and code.session_in("1 2-3") == 1091
    assert code.session_text(32767) == "ZZZ" and code.session_text(31 * 32) == "0Z0"
    assert code.session_in("0l0") == 32 and code.session_in("12") is None and code.session_in("1234") is None
    assert code.session_in("1U3") is None
    assert code.grouped(list(range(13))) == "012345 6789AB C" and code.grouped([]) == ""
    assert [code_symbols.group_sizes(items) for items in (0, 1, 8, 9, 17)] == [[], [1], [8], [8, 1], [8, 8, 1]]


@pytest.mark.parametrize("items", [1, 2, 3, 10, 48, 100, 500, 999, 1000])
def test_room_for_the_answers(items):
    assert code_symbols.answer_symbols(items) == codes.room(items)


# ---- what is refused, and in which words ----

MISTAKE, NO_CODE = code.MISTAKE, code.NOT_A_CODE


def spoilt(text: str, place: int, by: int = 1) -> str:
    """The code with another symbol at one place."""
    symbol = codes.SYMBOLS[(codes.SYMBOLS.index(text[place]) + by) % 32]
    return text[:place] + symbol + text[place + 1 :]


def own(**more) -> str:
    """A code of 48 answers, session 77, without spaces; with `number`, `major` or `fingerprint` of another questionnaire."""
    return codes.encoded(small_instrument(48, **more), 77, 5, {"v0": 5, "v47": 1}).replace(" ", "")


def test_every_place_counts():
    """One symbol wrong, at any place, by any amount: always a mistake, never another sheet."""
    for place in range(len(own())):
        for by in (1, 7, 16, 31):
            assert code.decode(OWN, 77, spoilt(own(), place, by)) == {"refused": MISTAKE}


@pytest.mark.parametrize(
    "text, words",
    [
        (own(fingerprint=1), MISTAKE),  # the fingerprint is not sent, and still counts
        (own(fingerprint=123456788), MISTAKE),
        (own(number=2), code.OTHER_QUESTIONNAIRE),
        (own(number=255), code.OTHER_QUESTIONNAIRE),
        (own(number=0), code.OTHER_QUESTIONNAIRE),
        (own(major=0), code.OTHER_VERSION),
        (own(major=15), code.OTHER_VERSION),
        (own(number=2, major=2), code.OTHER_QUESTIONNAIRE),
        ("0" * 16, NO_CODE),  # format 0
        ("80H" + "0" * 13, NO_CODE),  # format 2
        ("40J" + "0" * 12, NO_CODE),  # one symbol too short for anything
        ("40J" + "0" * 13, code.OTHER_VERSION),  # major 2, and long enough
        ("41H" + "0" * 13, code.OTHER_QUESTIONNAIRE),  # number 3
        ("40J" + "*" * 13, NO_CODE),
        ("40J" + "0" * 12 + "u", NO_CODE),
        (own()[:-1], MISTAKE),
        (own() + "0", MISTAKE),
        (own()[:3], MISTAKE),
        ("40H", MISTAKE),
        ("40", NO_CODE),
        ("", NO_CODE),
        (own() + "*", MISTAKE),
        (own() + " " * (200 - 44) + "\n", NO_CODE),
    ],
)
def test_why_a_code_is_refused(text, words):
    assert code.header_of(OWN) == [4, 0, 17], "format 1, number 1, major 1: 001 00000001 0001 in symbols"
    assert code.decode(OWN, 77, text) == {"refused": words}


def test_up_to_two_hundred_characters_are_looked_at():
    assert "sheet" in code.decode(OWN, 77, own() + " " * (200 - 44))


def test_another_class_and_answers_that_nobody_makes():
    assert code.decode(OWN, 78, own()) == {"refused": code.OTHER_CLASS}
    for spare in (1, 2, 3):
        assert code.decode(OWN, 77, codes.encoded(OWN, 77, 5, {}, spare)) == {"refused": MISTAKE}
    assert code.decode(OWN, 77, codes.encoded(OWN, 77, 5, {}))["sheet"] == {}


def test_more_than_the_answers_can_be_is_refused():
    """A right checksum around a number of 4 * 7^48 or more: the first that is too large, and the largest that fits in."""
    for number, refused in ((4 * 7**48, True), (32 ** codes.room(48) - 1, True), (4 * 7**48 - 1, False)):
        symbols = codes.in_symbols(number, codes.room(48))
        assert (code_symbols.unpacked(symbols, 48) is None) is refused
        data = [4, 0, 17, *codes.in_symbols(77, 3), *codes.in_symbols(5, 4), *symbols]
        text = code.grouped(data + codes.checksum(codes.in_symbols(123456789, 6) + data))
        assert code.is_sound(OWN, code.symbols_in(text))
        if refused:
            assert code.decode(OWN, 77, text) == {"refused": MISTAKE}


def test_letters_of_every_hand():
    assert code.symbols_in("0Oo1IiLl") == [0, 0, 0, 1, 1, 1, 1, 1]
    assert code.symbols_in("".join(codes.SYMBOLS)) == list(range(32)) == code.symbols_in(codes.SYMBOLS.lower())
    assert code.symbols_in(" -\t\r\n\u00a0") == [] and code.symbols_in("Uu*\u200b") == [-1] * 4


@pytest.mark.parametrize(
    "session, nonce, sheet",
    [
        (-1, 0, {}),
        (32768, 0, {}),
        (0, -1, {}),
        (0, 2**20, {}),
        (0, 0, {"v0": 6}),
        (0, 0, {"v0": -1}),
        (0, 0, {"v48": 1}),
        (0, 0, {"v1": 1, "x": 0}),
    ],
)
def test_what_has_no_room_is_not_written(session, nonce, sheet):
    with pytest.raises(ValueError, match="out of range: -?[0-9]+$|off the scale: -?[0-9]+$|not in the questionnaire$"):
        code.encode(OWN, session, nonce, sheet)


def test_the_last_that_has_room_is_written():
    instrument = small_instrument(3, 255, 15, 2**30 - 1)
    text = code.encode(instrument, 32767, 2**20 - 1, {"v0": 5, "v1": 0})
    assert text == codes.encoded(instrument, 32767, 2**20 - 1, {"v0": 5, "v1": 0})
    for change in ({"number": 256}, {"number": -1}, {"major": 16}, {"major": -1}):
        with pytest.raises(ValueError):
            code.encode(instrument | change, 0, 0, {})


def test_the_checksum_finds_up_to_four_wrong_symbols():
    chance = random.Random(3)
    for _ in range(300):
        text = list(own())
        for place in chance.sample(range(len(text)), chance.randint(1, 4)):
            text[place] = chance.choice(codes.SYMBOLS.replace(text[place], ""))
        assert "sheet" not in code.decode(OWN, 77, "".join(text))


@pytest.mark.parametrize("text", ["", "A", "0Z", "AB C9", "A1B2C", "012345", "ZZZZZZ"])
def test_the_modules_of_a_small_square(text):
    """The made-up shape of the shared cases; real shapes are held against another encoder in tests/render/test_qr.py."""
    assert qr.matrix(small_shape(), text) == squares.square(small_shape(), text)
