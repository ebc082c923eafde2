"""A QR code of a made-up shape: bits as text, and the correction as a division of polynomials over GF(256).

Source: ISO/IEC 18004:2015, 7.4 (alphanumeric mode of the small versions) and 7.5 (generator with the roots 1, 2, 4, …).
"""

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def times(left: int, right: int) -> int:
    product = 0
    while right:
        product ^= left * (right & 1)
        left, right = left << 1 ^ (0x11D if left & 128 else 0), right >> 1
    return product


def correction(data: list[int], count: int) -> list[int]:
    generator, root = [1], 1
    for _ in range(count):
        generator = [a ^ b for a, b in zip([*generator, 0], [0, *(times(factor, root) for factor in generator)])]
        root = times(root, 2)
    rest = data + [0] * count
    for place in range(len(data)):
        rest = rest[:place] + [
            symbol ^ times(rest[place], factor) for symbol, factor in zip(rest[place:], generator + [0] * len(rest))
        ]
    return rest[len(data) :]


def square(shape: dict, text: str) -> list[list[int]]:
    """The modules of a shape (see widgets.core.qr) with a text in it."""
    text, room = text.replace(" ", ""), shape["blocks"] * shape["data"]
    bits = f"0010{len(text):09b}"
    for place in range(0, len(text), 2):
        numbers = [LETTERS.index(letter) for letter in text[place : place + 2]]
        bits += f"{numbers[0] * 45 + numbers[1]:011b}" if len(numbers) == 2 else f"{numbers[0]:06b}"
    bits = bits.ljust(min(len(bits) + 4, room * 8), "0")
    bits = bits.ljust(-(-len(bits) // 8) * 8, "0")
    data = [int(bits[place : place + 8], 2) for place in range(0, len(bits), 8)]
    data += [0xEC, 0x11] * room
    blocks = [data[:room][place : place + shape["data"]] for place in range(0, room, shape["data"])]
    sent = sum(blocks + [correction(block, len(shape["divisor"])) for block in blocks], [])
    flat = [int(module) for row in shape["rows"] for module in row]
    for place, bit in zip(shape["path"], "".join(f"{byte:08b}" for byte in sent)):
        flat[place] ^= int(bit)
    return [flat[row : row + shape["size"]] for row in range(0, len(flat), shape["size"])]
