"""The response code from its description: one big number in the base of Crockford, and the checksum of bech32m as what it is,
the remainder of a polynomial over the field of 32 elements.

Sources: https://www.crockford.com/base32.html; https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki (the
generator (x^6) + 29x^5 + 22x^4 + 20x^3 + 21x^2 + 29x + 18, in the field of a^5 + a^3 + 1) and bip-0350 (the constant).
"""

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GENERATOR = [1, 29, 22, 20, 21, 29, 18]
CONSTANT = 0x2BC830A3


def times(left: int, right: int) -> int:
    """The product of two elements of the field."""
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b101001 << bit - 5
    return product


def checksum(symbols: list[int]) -> list[int]:
    """The six symbols that make a code sound."""
    rest = [1, *symbols, 0, 0, 0, 0, 0, 0]
    while len(rest) > 6:
        first = rest[0]
        rest = [symbol ^ times(first, factor) for symbol, factor in zip(rest, GENERATOR)][1:] + rest[7:]
    return [symbol ^ CONSTANT >> 5 * (5 - place) & 31 for place, symbol in enumerate(rest)]


def in_symbols(number: int, count: int) -> list[int]:
    return [number >> 5 * place & 31 for place in reversed(range(count))]


def room(items: int) -> int:
    """How many symbols hold so many answers of seven kinds, and the spare digit of four."""
    count = 0
    while 32**count < 4 * 7**items:
        count += 1
    return count


def stream(session: int, nonce: int):
    state = (nonce << 15 | session) % (2**31 - 2) + 1
    while True:
        state = 48271 * state % (2**31 - 1)
        yield state


def encoded(instrument: dict, session: int, nonce: int, sheet: dict, spare: int = 0) -> str:
    """The code of a sheet, in groups of six. `spare`: what stands in the spare digit, 0 in every code of a pupil."""
    ids = [item["id"] for section in instrument["sections"] for item in section["items"]]
    flow, number = stream(session, nonce), 0
    for item in ids:
        number = 7 * number + (sheet.get(item, 6) + next(flow)) % 7
    number = 4 * number + (spare + next(flow)) % 4
    data = in_symbols(1 << 12 | instrument["number"] << 4 | instrument["major"], 3)
    data += in_symbols(session, 3) + in_symbols(nonce, 4) + in_symbols(number, room(len(ids)))
    text = "".join(SYMBOLS[symbol] for symbol in data + checksum(in_symbols(instrument["fingerprint"], 6) + data))
    return " ".join(text[place : place + 6] for place in range(0, len(text), 6))
