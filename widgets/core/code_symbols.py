"""The arithmetic of the response code (widgets.core.code): digits as symbols of 5 bits, the stream, the checksum.

All products stay under 2^53, so that a browser counts them as plain numbers. What is left over from a division is
made with a product: there a division, and an operator on bits, takes ten times as long.
"""

RADIX = 7
SPARE_RADIX = 4
ANSWERS_TOGETHER = 8
LIMB_SYMBOLS = 5
LIMB = 33554432

CHECK_SYMBOLS = 6
CHECKSUM_CONSTANT = 0x2BC830A3


def checksum_table():
    """What the symbol that leaves the register puts back, for each of the 32 symbols."""
    found = []
    for symbol in range(32):
        folded = 0
        for bit, generator in ((1, 0x3B6A57B2), (2, 0x26508E6D), (4, 0x1EA119FA), (8, 0x3D4233DD), (16, 0x2A1462B3)):
            if symbol & bit:
                folded = folded ^ generator
        found.append(folded)
    return found


CHECKSUM_TABLE = checksum_table()


# ---- numbers and symbols ----


def symbols_of(number, count):
    """A number as `count` symbols, the largest place first."""
    found = []
    for _place in range(count):
        rest = number // 32
        found.append(number - rest * 32)
        number = rest
    found.reverse()
    return found


def number_of(symbols):
    number = 0
    for symbol in symbols:
        number = number * 32 + symbol
    return number


def answer_symbols(items):
    """How many symbols hold the answers to this number of items and the spare digit.

    That is 4 * 7^items numbers. An answer is log2(7) = 2.807354922 bits, exact enough up to 1,000 items.
    """
    bits = items * 2807354922 // 1000000000 + 3
    return (bits + 4) // 5


def group_sizes(items):
    """The digits are counted in groups of eight: the answers to eight items are one number below 2^23."""
    sizes = [ANSWERS_TOGETHER] * (items // ANSWERS_TOGETHER)
    rest = items % ANSWERS_TOGETHER
    return sizes + [rest] if rest else sizes


def packed(digits, count):
    """The digits as `count` symbols, counted by hand on limbs of five symbols so that no number outgrows 2^53."""
    limbs = [0] * ((count + LIMB_SYMBOLS - 1) // LIMB_SYMBOLS)
    place = 0
    for size in group_sizes(len(digits) - 1):
        group = 0
        for digit in digits[place : place + size]:
            group = group * RADIX + digit
        place += size
        multiply_add(limbs, RADIX**size, group)
    multiply_add(limbs, SPARE_RADIX, digits[-1])
    symbols = []
    for limb in reversed(limbs):
        symbols = symbols + symbols_of(limb, LIMB_SYMBOLS)
    return symbols[-count:]


def multiply_add(limbs, factor, carry):
    """`limbs` times `factor` plus `carry`, in place; the smallest limb comes first."""
    for place in range(len(limbs)):
        product = limbs[place] * factor + carry
        carry = product // LIMB
        limbs[place] = product - carry * LIMB


def unpacked(symbols, items):
    """The digits in the symbols, or None when they hold more than that."""
    short = -len(symbols) % LIMB_SYMBOLS
    symbols = [0] * short + symbols
    limbs = []
    for place in range(0, len(symbols), LIMB_SYMBOLS):
        limbs.append(number_of(symbols[place : place + LIMB_SYMBOLS]))
    digits = [divide(limbs, SPARE_RADIX)]
    for size in reversed(group_sizes(items)):
        group = divide(limbs, RADIX**size)
        for _digit in range(size):
            rest = group // RADIX
            digits.append(group - rest * RADIX)
            group = rest
    digits.reverse()
    return digits if limbs == [0] * len(limbs) else None


def divide(limbs, divisor):
    """`limbs` divided by `divisor`, in place; returns what is left over. The largest limb comes first."""
    rest = 0
    for place in range(len(limbs)):
        whole = rest * LIMB + limbs[place]
        limbs[place] = whole // divisor
        rest = whole - limbs[place] * divisor
    return rest


# ---- stream and checksum ----


def shifted(digits, seed, direction):
    """Each digit moved along its own scale by the stream of this seed; direction -1 moves it back.

    The stream is the generator of Park and Miller (1988) with the multiplier 48271: its products stay below 2^53.
    """
    state = seed % 2147483646 + 1
    last = len(digits) - 1
    found = []
    for place in range(len(digits)):
        state = state * 48271 % 2147483647
        radix = RADIX if place < last else SPARE_RADIX
        found.append((digits[place] + direction * state) % radix)
    return found


def remainder(fingerprint, symbols):
    """What the checksum register holds after the fingerprint and these symbols."""
    register = 1
    table = CHECKSUM_TABLE
    for symbol in symbols_of(fingerprint, CHECK_SYMBOLS) + symbols:
        first = register // LIMB
        register = (register - first * LIMB) * 32 + symbol ^ table[first]
    return register
