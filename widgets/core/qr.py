"""A response code as a QR code of one fixed shape, made beforehand by macros/render/qr_shape.py.

shape: {"size": modules on a side, "capacity": most characters, "rows": the modules before any data, a text of 0 and 1
for each row (fixed patterns, and the mask where data comes), "path": where each bit goes, as row * size + column, in the
order data block by data block and then the correction of each block, "blocks": how many, "data": data bytes in a block,
"divisor": the Reed-Solomon divisor as exponents, without its first}.
Only the alphanumeric mode of versions 1 to 9: digits and capitals. Source: ISO/IEC 18004:2015, 7.4 and 7.5.
"""

from widgets.core.html import el

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MODE = 2
MODE_BITS = 4
COUNT_BITS = 9
PAIR_BITS = 11
SINGLE_BITS = 6
PADDING = (236, 17)
# Light modules around the code; readers need four.
QUIET = 4


def field_tables():
    """(exponent -> element, element -> exponent) of the field GF(256) with 285; the first table runs on to 509."""
    elements = []
    exponents = [0] * 256
    element = 1
    for exponent in range(255):
        elements.append(element)
        exponents[element] = exponent
        element = element * 2
        if element > 255:
            element = element ^ 285
    return elements + elements, exponents


ELEMENTS, EXPONENTS = field_tables()


def matrix(shape, text):
    """The modules, row by row as lists of 0 and 1. Spaces in `text` are left out.

    Raises ValueError for a text that does not fit and for other characters than digits and capitals.
    """
    blocks = data_blocks(shape, text.replace(" ", ""))
    sent = []
    for block in blocks:
        sent = sent + block
    for block in blocks:
        sent = sent + correction(block, shape["divisor"])
    rows = []
    for row in shape["rows"]:
        rows.append([1 if module == "1" else 0 for module in row])
    size = shape["size"]
    path = shape["path"]
    at = 0
    for byte in sent:
        for bit in bits_of(byte, 8):
            if bit:
                row = path[at] // size
                column = path[at] - row * size
                rows[row][column] = 1 - rows[row][column]
            at += 1
    return rows


def data_blocks(shape, text):
    """The text as lists of bytes, one for each block: mode, length, characters two by two, and padding."""
    if len(text) > shape["capacity"]:
        raise ValueError("too long for this QR code: " + str(len(text)))
    values = []
    for character in text:
        if character not in CHARACTERS:
            raise ValueError("not in a QR code: " + character)
        values.append(CHARACTERS.index(character))
    bits = bits_of(MODE, MODE_BITS) + bits_of(len(values), COUNT_BITS)
    for place in range(0, len(values) - 1, 2):
        bits = bits + bits_of(values[place] * 45 + values[place + 1], PAIR_BITS)
    if len(values) % 2:
        bits = bits + bits_of(values[-1], SINGLE_BITS)
    room = shape["blocks"] * shape["data"]
    bits = bits + [0] * min(4, room * 8 - len(bits))
    bits = bits + [0] * (-len(bits) % 8)
    bytes_ = []
    for place in range(0, len(bits), 8):
        bytes_.append(number_of_bits(bits[place : place + 8]))
    written = len(bytes_)
    for place in range(written, room):
        bytes_.append(PADDING[(place - written) % 2])
    return [bytes_[block * shape["data"] : (block + 1) * shape["data"]] for block in range(shape["blocks"])]


def correction(block, divisor):
    """The Reed-Solomon bytes of one block: what is left over after division."""
    rest = [0] * len(divisor)
    for byte in block:
        factor = byte ^ rest[0]
        rest = rest[1:] + [0]
        if factor:
            exponent = EXPONENTS[factor]
            for place in range(len(divisor)):
                rest[place] = rest[place] ^ ELEMENTS[exponent + divisor[place]]
    return rest


def bits_of(number, count):
    """A number as a list of `count` bits, the largest first."""
    found = [0] * count
    for place in range(count):
        rest = number // 2
        found[count - 1 - place] = number - rest * 2
        number = rest
    return found


def number_of_bits(bits):
    number = 0
    for bit in bits:
        number = number * 2 + bit
    return number


def drawing(shape, text, label):
    """The QR code as an element: dark on light in every colour scheme, `label` for who does not see it."""
    rows = matrix(shape, text)
    side = str(shape["size"] + 2 * QUIET)
    return el(
        "svg",
        {
            "class": "qr",
            "viewBox": "0 0 " + side + " " + side,
            "role": "img",
            "aria-label": label,
            "shape-rendering": "crispEdges",
        },
        el("path", {"fill": "#fff", "d": "M0 0h" + side + "v" + side + "H0z"}),
        el("path", {"fill": "#000", "d": path_of(rows)}),
    )


def path_of(rows):
    """The dark modules as one path, a rectangle for each run in a row."""
    pieces = []
    for row in range(len(rows)):
        column = 0
        while column < len(rows):
            run = 0
            while column + run < len(rows) and rows[row][column + run]:
                run += 1
            if run:
                pieces.append("M" + str(column + QUIET) + " " + str(row + QUIET) + "h" + str(run) + "v1h-" + str(run) + "z")
            column += run + 1
    return "".join(pieces)
