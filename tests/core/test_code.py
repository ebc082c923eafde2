"""The response code: no mistake goes unseen, and Brython makes the same codes."""

import random
from pathlib import Path

import pytest

from macros.site.brython.bundle import package_modules
from tests import cases_code
from tests.amount import amount
from tests.brython_in_v8 import V8Session
from tests.cases_code import small_instrument
from tests.places import ROOT
from widgets.core import code, code_symbols
from widgets.core.code_symbols import CHECKSUM_CONSTANT, remainder

OWN = small_instrument(48)
SESSION = 77
RANDOM_TEXTS = amount(100_000, 1_000_000)
# That every mistake leaves a trace, is proved below for all codes; that it is then refused, is tried with so many.
TRIED = amount(100, 1000)


def random_code(chance):
    sheet = {item: chance.randrange(6) for item in code.item_ids(OWN) if chance.random() < 0.9}
    return code.encode(OWN, SESSION, chance.randrange(code.NONCES), sheet).replace(" ", "")


@pytest.fixture(scope="module")
def codes():
    chance = random.Random(1)
    return [random_code(chance) for _ in range(1000)]


def is_read(text):
    return "sheet" in code.decode(OWN, SESSION, text)


def other_symbol(chance, symbol):
    return chance.choice(code.ALPHABET.replace(symbol, ""))


# ---- what goes in comes out ----


@pytest.mark.parametrize("items", [3, 8, 30, 45, 48, 50, 80])
def test_a_sheet_comes_back(items):
    instrument = small_instrument(items, number=255, major=15, fingerprint=2**30 - 1)
    ids = code.item_ids(instrument)
    chance = random.Random(items)
    sheets = [dict.fromkeys(ids, 0), dict.fromkeys(ids, 5), {}]
    sheets += [{item: chance.randrange(6) for item in ids if chance.random() < 0.8} for _ in range(1000)]
    for sheet in sheets:
        nonce, session = chance.randrange(code.NONCES), chance.randrange(code.SESSIONS)
        text = code.encode(instrument, session, nonce, sheet)
        found = code.decode(instrument, session, text)
        assert (found["sheet"], found["nonce"]) == (sheet, nonce)
        assert len(text.replace(" ", "")) == code.code_length(instrument)


@pytest.mark.parametrize(("items", "length"), [(30, 34), (40, 39), (45, 42), (48, 44), (50, 45), (60, 51)])
def test_length(items, length):
    assert code.code_length(small_instrument(items)) == length


@pytest.mark.parametrize("items", range(1, 200))
def test_the_answers_get_just_enough_symbols(items):
    symbols = code_symbols.answer_symbols(items)
    assert 32 ** (symbols - 1) < 4 * 7**items <= 32**symbols


def test_the_number_is_the_one_that_is_described():
    """The digits as one number of mixed radix, counted with the big numbers of Python."""
    chance = random.Random(2)
    for items in (1, 7, 8, 9, 45, 80):
        digits = [chance.randrange(7) for _ in range(items)] + [chance.randrange(4)]
        number = 0
        for digit in digits[:-1]:
            number = number * 7 + digit
        count = code_symbols.answer_symbols(items)
        symbols = code_symbols.packed(digits, count)
        assert code_symbols.number_of(symbols) == number * 4 + digits[-1]
        assert code_symbols.unpacked(symbols, items) == digits


def test_equal_sheets_look_different_and_an_even_sheet_is_no_row():
    sheet = dict.fromkeys(code.item_ids(OWN), 0)
    texts = [code.encode(OWN, SESSION, nonce, sheet).replace(" ", "") for nonce in range(50)]
    answers = [text[code.FIRST_ANSWER : -code.CHECK_SYMBOLS] for text in texts]
    assert len(set(answers)) == len(answers)
    assert min(len(set(answer)) for answer in answers) > 8


def test_a_sheet_has_one_mark_whatever_its_codes_and_another_sheet_has_another(codes):
    """The mark is the nonce, of which a sheet has one: four symbols, so that two of 25 sheets share one in 1 of 3,500 groups."""
    found = [code.decode(OWN, SESSION, text) for text in codes]
    nonces = dict.fromkeys(one["nonce"] for one in found)
    assert len({(one["nonce"], one["mark"]) for one in found}) == len({one["mark"] for one in found}) == len(nonces) > 990
    assert code.decode(OWN, SESSION, codes[0].lower())["mark"] == found[0]["mark"]


@pytest.mark.parametrize(
    ("session", "nonce", "sheet"),
    [
        (-1, 0, {}),
        (code.SESSIONS, 0, {}),
        (0, -1, {}),
        (0, code.NONCES, {}),
        (0, 0, {"v0": 6}),
        (0, 0, {"v0": -1}),
        (0, 0, {"zz": 1}),
    ],
)
def test_what_cannot_be_written_is_refused(session, nonce, sheet):
    with pytest.raises(ValueError):
        code.encode(OWN, session, nonce, sheet)


@pytest.mark.parametrize("change", [{"number": 256}, {"number": -1}, {"major": 16}])
def test_a_questionnaire_without_room_is_refused(change):
    with pytest.raises(ValueError):
        code.encode({**OWN, **change}, SESSION, 0, {})


# ---- mistakes ----


@pytest.mark.thorough
@pytest.mark.parametrize("items", [30, 45, 48, 80])
def test_no_mistake_of_up_to_four_symbols_can_ever_pass(items):
    """Proof, not sample. The checksum is linear, so a mistake shows or not whatever the code. No two mistakes of up to
    two symbols leave the same trace; so no mistake of up to four leaves none."""
    length = code.code_length(small_instrument(items))
    start = remainder(0, [0] * length)
    traces = []
    for place in range(length):
        moved = []
        for change in range(1, 32):
            symbols = [0] * length
            symbols[place] = change
            moved.append(remainder(0, symbols) ^ start)
        traces.append(moved)
    found = {0} | {trace for moved in traces for trace in moved}
    expected = 1 + length * 31
    for first in range(length):
        for second in range(first + 1, length):
            found.update(left ^ right for left in traces[first] for right in traces[second])
            expected += 31 * 31
    assert len(found) == expected


@pytest.mark.thorough
def test_every_single_mistake_is_seen(codes):
    for text in codes[:TRIED]:
        for place, symbol in enumerate(text):
            for other in code.ALPHABET.replace(symbol, ""):
                assert not is_read(text[:place] + other + text[place + 1 :])


@pytest.mark.thorough
@pytest.mark.parametrize("mistakes", [2, 3, 4, 5, 8, 20])
def test_more_mistakes_are_seen(codes, mistakes):
    chance = random.Random(mistakes)
    for text in codes:
        for _turn in range(20):
            symbols = list(text)
            for place in chance.sample(range(len(text)), mistakes):
                symbols[place] = other_symbol(chance, symbols[place])
            assert not is_read("".join(symbols))


@pytest.mark.thorough
def test_swaps_are_seen(codes):
    for text in codes:
        for place in range(len(text) - 1):
            swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
            assert swapped == text or not is_read(swapped)


@pytest.mark.thorough
def test_drops_and_insertions_are_seen(codes):
    chance = random.Random(5)
    for text in codes:
        for place in range(len(text)):
            dropped = text[:place] + text[place + 1 :]
            assert not is_read(dropped)
            put = chance.randrange(len(text))
            changed = dropped[:put] + chance.choice(code.ALPHABET) + dropped[put:]
            assert changed == text or not is_read(changed)
            assert not is_read(text[:place] + chance.choice(code.ALPHABET) + text[place:])


@pytest.mark.thorough
def test_random_symbols_behind_a_right_beginning_are_seen():
    """With the right questionnaire, class and length, so that only the checksum stands in the way."""
    chance = random.Random(6)
    beginning = code.header_of(OWN) + code.symbols_of(SESSION, code.SESSION_SYMBOLS)
    length = code.code_length(OWN)
    bits = (length - len(beginning)) * 5
    passed = 0
    for _turn in range(RANDOM_TEXTS):
        number = chance.getrandbits(bits)
        symbols = beginning + [number >> shift & 31 for shift in range(0, bits, 5)]
        passed += code.is_sound(OWN, symbols)
    assert passed == 0


@pytest.mark.parametrize("digits", [[6] * 48 + [1], [6] * 48 + [3], None])
def test_a_right_checksum_around_answers_that_nobody_makes_is_refused(digits):
    answers = code_symbols.answer_symbols(48)
    nonce = [0] * code.NONCE_SYMBOLS
    body = (
        [31] * answers
        if digits is None
        else code_symbols.packed(code_symbols.shifted(digits, code.seed_of(SESSION, 0), 1), answers)
    )
    data = code.header_of(OWN) + code.symbols_of(SESSION, code.SESSION_SYMBOLS) + nonce + body
    check = remainder(OWN["fingerprint"], data + [0] * code.CHECK_SYMBOLS) ^ CHECKSUM_CONSTANT
    text = code.grouped(data + code.symbols_of(check, code.CHECK_SYMBOLS))
    assert code.decode(OWN, SESSION, text) == {"refused": code.MISTAKE}


# ---- reasons ----


@pytest.mark.parametrize(
    ("instrument", "session", "reason"),
    [
        (small_instrument(48, number=2), SESSION, code.OTHER_QUESTIONNAIRE),
        (small_instrument(30, number=2), SESSION, code.OTHER_QUESTIONNAIRE),
        (small_instrument(48, major=2), SESSION, code.OTHER_VERSION),
        (small_instrument(48, fingerprint=987654321), SESSION, code.MISTAKE),
        (OWN, SESSION + 1, code.OTHER_CLASS),
    ],
)
def test_a_code_of_something_else_is_refused(instrument, session, reason):
    text = code.encode(instrument, session, 5, {"v1": 2})
    assert code.decode(OWN, SESSION, text) == {"refused": reason}


def test_a_mistyped_beginning_is_called_a_mistake(codes):
    for place in range(code.HEADER_SYMBOLS):
        for symbol in code.ALPHABET.replace(codes[0][place], ""):
            assert code.decode(OWN, SESSION, codes[0][:place] + symbol + codes[0][place + 1 :]) == {"refused": code.MISTAKE}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-" * 100,
        "x" * 300,
        "40H" * 100,
        "hallo",
        "https://www.voorbeeld.nl/",
        "{}",
        "٠١٢" * 20,
        "WIFI:S:school;T:WPA;P:geheim;;",
        "BEGIN:VCARD",
        "\ud800" * 44,
        "😀" * 44,
        "null",
        "0" * 44,
        "1" * 44,
        "\0" * 44,
    ],
)
def test_other_text_is_no_code(text):
    assert code.decode(OWN, SESSION, text) == {"refused": code.NOT_A_CODE}


@pytest.mark.parametrize(
    "mark", ["\u200e", "\u200f", "\u202e", "\ufeff", "\u200b", "İ", "ı", "ſ", "О", "А", "ß", "𝟎", "U", "u", "."]
)
def test_marks_and_look_alikes_are_refused(codes, mark):
    """Nothing is quietly taken for something else, apart from O, I and L."""
    for text in (
        mark + codes[0],
        codes[0] + mark,
        codes[0][:20] + mark + codes[0][20:],
        codes[0][:20] + mark + codes[0][21:],
        mark + codes[0][1:],
    ):
        assert set(code.decode(OWN, SESSION, text)) == {"refused"}


@pytest.mark.thorough
def test_every_character_is_refused_or_one_of_the_known():
    known = set(code.ALPHABET + code.ALPHABET.lower() + "OoIiLl" + code.IGNORED)
    for point in range(0x110000):
        character = chr(point)
        if code.symbols_in(character) != [-1]:
            assert character in known


# ---- Brython ----


@pytest.mark.thorough
def test_brython_makes_and_reads_the_same_codes():
    """Thousands of sheets there and back, in the script that is shipped."""
    needed = ["widgets", "widgets.core", *(f"widgets.core.{name}" for name in ("code", "code_symbols", "html", "qr"))]
    modules = {name: source for name, source in package_modules(ROOT).items() if name in needed}
    modules["tests"] = ""
    modules["tests.cases_code"] = Path(cases_code.__file__).read_text(encoding="utf-8")
    cases_code.MANY = amount(2000, 10_000)
    modules["tests.cases_code"] = modules["tests.cases_code"].replace("MANY = 10000", f"MANY = {cases_code.MANY}")
    own = cases_code.many_sheets()
    assert own.endswith(" 0")
    assert V8Session(modules, lines=False).call("tests.cases_code", "many_sheets") == own
