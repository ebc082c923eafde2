"""The shape of a QR code, made when the site is built: all that does not depend on the text in it.

The browser then only has to fill in the bits (widgets/core/qr.py). Source: ISO/IEC 18004:2015.
"""

from functools import lru_cache

from macros.publish.questionnaire_shapes import QrShape

# Version -> (most characters in alphanumeric mode, blocks, data bytes in a block, correction bytes in a block), at level Q:
# a quarter of the code may be unreadable. Tables 7 and 9 of the standard.
VERSIONS = {2: (29, 1, 22, 22), 3: (47, 2, 17, 18), 4: (67, 2, 24, 26)}
# Level Q and mask 0, with their check bits, as 7.9 wants them.
FORMAT = 0b011010101011111
# The row and the column of the timing patterns; the path goes around the column.
TIMING = 6
PRIMITIVE = 285


@lru_cache(maxsize=8)
def qr_shape(characters: int) -> QrShape:
    """The smallest shape in which a text of this many digits and capitals fits, as widgets.core.qr reads it.

    Raises ValueError when there is none.
    """
    for version, (capacity, blocks, data, correction) in VERSIONS.items():
        if characters <= capacity:
            return _shape(version, capacity, blocks, data, correction)
    raise ValueError(f"no QR shape for {characters} characters")


def _shape(version: int, capacity: int, blocks: int, data: int, correction: int) -> QrShape:
    size = version * 4 + 17
    fixed = _fixed_patterns(size)
    places = _data_places(fixed, size)
    modules = [[fixed.get((row, column), int((row + column) % 2 == 0)) for column in range(size)] for row in range(size)]
    return {
        "size": size,
        "capacity": capacity,
        "rows": ["".join(map(str, row)) for row in modules],
        "path": _path(places, blocks, data, correction),
        "blocks": blocks,
        "data": data,
        "divisor": _divisor(correction),
    }


def _fixed_patterns(size: int) -> dict[tuple[int, int], int]:
    """(row, column) -> module of everything that is no data, for versions 2 to 6 (one alignment pattern)."""
    found = {}
    for place in range(size):
        found[TIMING, place] = found[place, TIMING] = int(place % 2 == 0)
    for row, column, reach, light in (
        (3, 3, 4, (2, 4)),
        (3, size - 4, 4, (2, 4)),
        (size - 4, 3, 4, (2, 4)),
        (size - 7, size - 7, 2, (1,)),
    ):
        for down in range(-reach, reach + 1):
            for right in range(-reach, reach + 1):
                if 0 <= row + down < size and 0 <= column + right < size:
                    found[row + down, column + right] = int(max(abs(down), abs(right)) not in light)
    found.update(_format_modules(size))
    return found


def _format_modules(size: int) -> dict[tuple[int, int], int]:
    """The format twice, the last bit first: around the top left, and along the other two corners. And the dark module."""
    around = [(row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)] + [(8, column) for column in (7, 5, 4, 3, 2, 1, 0)]
    along = [(8, size - 1 - bit) for bit in range(8)] + [(size - 15 + bit, 8) for bit in range(8, 15)]
    found = {place: FORMAT >> bit & 1 for places in (around, along) for bit, place in enumerate(places)}
    found[size - 8, 8] = 1
    return found


def _data_places(fixed: dict[tuple[int, int], int], size: int) -> list[int]:
    """The places for data in the order of 7.7.3: columns two by two from the right, up and down in turn."""
    columns = [column for column in range(size - 1, -1, -1) if column != TIMING]
    found = []
    for turn, right in enumerate(columns[::2]):
        left = columns[turn * 2 + 1]
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            found += [row * size + column for column in (right, left) if (row, column) not in fixed]
    return found


def _path(places: list[int], blocks: int, data: int, correction: int) -> list[int]:
    """The place of each bit in the order of the blocks. The standard sends the first byte of each block, then the second."""
    order = [block * data + byte for byte in range(data) for block in range(blocks)]
    order += [blocks * data + block * correction + byte for byte in range(correction) for block in range(blocks)]
    sent_as = {byte: turn for turn, byte in enumerate(order)}
    return [places[sent_as[byte] * 8 + bit] for byte in range(len(order)) for bit in range(8)]


def _divisor(degree: int) -> list[int]:
    """The product of (x - 2^i) for i below `degree` in GF(256), as exponents of 2, without the first (which is 1)."""
    exponents = {}
    elements = []
    element = 1
    for exponent in range(255):
        exponents[element] = exponent
        elements.append(element)
        element = element * 2 ^ (PRIMITIVE if element >= 128 else 0)
    product = [1]
    for root in range(degree):
        moved = [elements[(exponents[factor] + root) % 255] if factor else 0 for factor in product]
        product = [left ^ right for left, right in zip([*product, 0], [0, *moved])]
    return [exponents[factor] for factor in product[1:]]
