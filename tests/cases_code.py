"""Cases for the response code and its QR: see tests/cases.py. Plain functions, only the core imported."""

from widgets.core import code, qr
from widgets.core.html import to_html

MANY = 10000


def small_instrument(items=45, number=1, major=1, fingerprint=123456789):
    """What the response code needs of a questionnaire, in two sections."""
    ids = []
    for item in range(items):
        ids.append({"id": "v" + str(item)})
    return {
        "number": number,
        "major": major,
        "fingerprint": fingerprint,
        "sections": [{"items": ids[0 : items // 2]}, {"items": ids[items // 2 :]}],
    }


def next_random(state):
    """A number below 2147483647 from the one before, the same in every Python."""
    return state * 48271 % 2147483647


def random_sheet(items, state):
    """(a sheet in which one answer in seven is blank, the next state)."""
    sheet = {}
    for item in range(items):
        state = next_random(state)
        answer = state // 1000 % 7
        if answer < 6:
            sheet["v" + str(item)] = answer
    return sheet, state


def case_code_round_trips():
    """Least, most and all blank, for several lengths."""
    found = []
    for items in (3, 8, 30, 45, 48, 80):
        instrument = small_instrument(items)
        for answer in (0, 5, None):
            sheet = {}
            for item in range(items):
                if answer is not None:
                    sheet["v" + str(item)] = answer
            text = code.encode(instrument, 77, 1000, sheet)
            found.append([items, text, code.decode(instrument, 77, text)["sheet"] == sheet])
    return found


def case_code_refuses():
    own = small_instrument()
    text = code.encode(own, 77, 1000, {"v1": 3})
    other_kinds = [
        code.encode(small_instrument(number=2), 77, 1000, {}),
        code.encode(small_instrument(major=2), 77, 1000, {}),
        code.encode(own, 78, 1000, {}),
        code.encode(small_instrument(fingerprint=1), 77, 1000, {}),
        "",
        "40H",
        "x" * 300,
        "\u200f" + text,
        "А" + text[1:],
        "ſ" + text[1:],
        "ı" + text[1:],
        "😀" + text,
        "https://voorbeeld.nl/",
        text + "A",
        text[:-1],
        text[:-1] + "*",
        "9" + text[1:],
        text[1] + text[0] + text[2:],
    ]
    return [code.decode(own, 77, other) for other in other_kinds]


def case_code_accepts_other_hands():
    own = small_instrument()
    text = code.encode(own, 77, 1000, {"v1": 3, "v44": 5})
    return [
        code.decode(own, 77, written)
        for written in (
            text,
            text.lower(),
            text.replace(" ", ""),
            text.replace(" ", "-"),
            " " + text + "\r\n",
            text.replace("0", "O"),
            text.replace("0", "o").replace("1", "i"),
            text.replace("1", "L"),
            text.replace("1", "l").replace(" ", "\u00a0"),
        )
    ]


def case_session_text():
    return [
        code.session_text(0),
        code.session_text(32767),
        code.session_in("00o"),
        code.session_in(" z-Zz "),
        code.session_in("0U0"),
        code.session_in("0000"),
        code.session_in(""),
    ]


def small_shape():
    """No real QR code: 96 bits along a square of 10, two blocks of three bytes with three of correction each."""
    return {
        "size": 10,
        "capacity": 6,
        "rows": ["0101010101"] * 10,
        "path": list(range(99, 3, -1)),
        "blocks": 2,
        "data": 3,
        "divisor": [198, 199, 3],
    }


def case_qr():
    shape = small_shape()
    return [
        [qr.matrix(shape, text) for text in ("", "A", "0Z", "AB C9", "A1B2C")],
        to_html(qr.drawing(shape, "A1", "Een plaatje")),
    ]


CASES = [case_code_round_trips, case_code_refuses, case_code_accepts_other_hands, case_session_text, case_qr]


def many_sheets():
    """One number over all symbols of 10,000 codes, and how many of them did not come back as they went in."""
    instrument = small_instrument(45)
    state = 1
    digest = 0
    lost = 0
    for turn in range(MANY):
        sheet, state = random_sheet(45, state)
        nonce = state % 1048576
        text = code.encode(instrument, turn, nonce, sheet)
        found = code.decode(instrument, turn, text)
        if "refused" in found or found["sheet"] != sheet or found["nonce"] != nonce:
            lost += 1
        for symbol in code.symbols_in(text + found["mark"]):
            digest = (digest * 31 + symbol) % 2147483647
    return str(digest) + " " + str(lost)
