"""Characters that nobody sees: they turn a text round, hide a part of it, or make two names that look the same.

Control characters, and what Unicode calls format characters and fillers. A tab and a line end are text.
"""

# First and last code point. Source: the Unicode categories Cc, Cf and Cs, and the characters with Default_Ignorable_Code_Point
# that are no variation selector (those belong to pictures such as a heart).
RANGES = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
# What scripts such as Arabic and Persian cannot be written without: it joins letters, or sets a number apart from them.
JOINERS = ((0x200C, 0x200F), (0x2066, 0x2069))


# Letters and signs outside ASCII that many texts have.
COMMON = ("é", "ë", "ï", "ö", "ü", "è", "…", "–", "‘", "’", "€")


def is_invisible(character):
    """Whether this one character (str) can not be seen."""
    number = ord(character)
    if 0x20 <= number < 0x7F:
        return False
    for first, last in RANGES:
        if first <= number <= last:
            return True
    return False


def has_invisible(text):
    """Whether a text holds a character that can not be seen."""
    plain = text
    if not text.isascii():
        for letter in COMMON:
            plain = plain.replace(letter, "e")
    if plain.isascii() and plain.isprintable():  # one step for a browser, where looking at each character is many
        return False
    for character in plain:
        if is_invisible(character):
            return True
    return False


def without_invisible(text):
    """The text with such characters left out."""
    return "".join([character for character in text if not is_invisible(character)])
