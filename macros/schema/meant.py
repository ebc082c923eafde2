"""What an author perhaps meant by a word that the schema does not know. Never a word with another meaning."""

import difflib
import re
from collections.abc import Iterable

from macros.schema.durations import FIXED, SCHOOL_WORDS, UNIT_WORDS, UNITS, in_right_number
from macros.source.problems import Told, nearest, told

KEYS_ALIKE, SAFETY_ALIKE = 0.75, 0.85
# Keys on which the safety of pupils hangs: only suggested for a slip of the pen.
SAFETY = frozenset(
    {
        "bel",
        "drempels",
        "eigen_gedrag",
        "gevaar",
        "gevoelig",
        "groepssignaal",
        "hulp",
        "hulp_altijd",
        "klasse",
        "nu_gevaar",
        "signaal",
        "vast",
        "vast_omdat",
    }
)
# Kinds of school as people call them -> the word of this project.
SCHOOL_TYPES = {
    "sbo": "po",
    "speciaal-basisonderwijs": "po",
    "basisschool": "po",
    "basisonderwijs": "po",
    "vso": "so",
    "speciaal-onderwijs": "so",
    "praktijkonderwijs": "vo",
    "pro": "vo",
    "vmbo": "vo",
    "mavo": "vo",
    "havo": "vo",
    "vwo": "vo",
    "gymnasium": "vo",
    "voortgezet-onderwijs": "vo",
    "kleuter": "basis",
    "lager": "basis",
    "buo": "basis",
    "bao": "basis",
    "buso": "secundair",
    "so-vlaanderen": "secundair",
}
# Words for a length of time that are no unit here -> the units that can be meant.
NO_UNITS = {
    "dag": ("schooldag", "kalenderdag"),
    "dagen": ("schooldag", "kalenderdag"),
    "weekdag": ("werkdag",),
    "weekdagen": ("werkdag",),
    "etmaal": ("kalenderdag",),
    "uren": ("uur",),
    "schoolweek": ("week",),
    "schoolweken": ("week",),
    "lesweek": ("week",),
    "lesweken": ("week",),
}
NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
LESSON_DAYS = ("lesdag", "lesdagen")


def near(word: str, known: Iterable[str]) -> Told | str:
    """What was perhaps meant; empty when nothing looks like it."""
    found = nearest(word, known)
    return told("near", name=found) if found else ""


def near_key(key: str, known: Iterable[str]) -> str:
    """The key that looks much like another; empty when none does."""
    found = difflib.get_close_matches(key.lower(), sorted(known), 1, KEYS_ALIKE)
    if not found or found[0] in SAFETY and difflib.SequenceMatcher(None, key.lower(), found[0]).ratio() < SAFETY_ALIKE:
        return ""
    return found[0]


def school_type(word: str, choices: Iterable[str]) -> Told | str:
    """The kind of school to which one belongs that has no word of its own here."""
    kind = SCHOOL_TYPES.get(word.lower().replace(" ", "-"))
    return told("hint-school-type", word=word, kind=kind) if kind is not None and kind in choices else ""


def duration(text: str) -> Told | str:
    """What to write instead of a period that is none."""
    amount, _, word = text.strip().lower().replace("één", "een").partition(" ")
    if amount in NUMBERS:
        amount = str(NUMBERS.index(amount) + 1)
    if re.fullmatch("[0-9]{1,6}", amount):
        unit = UNIT_WORDS.get(word)
        if unit and not 1 <= int(amount) <= UNITS[unit].limit:
            return told("hint-limits", unit=UNITS[unit].plural, most=UNITS[unit].limit)
        if unit:
            return told("near", name=in_right_number(int(amount), unit))
        if word in LESSON_DAYS:
            return told("hint-lesson-days", days=in_right_number(int(amount), "schooldag"))
        if word in ("jaar", "jaren") and 1 <= int(amount) <= 5:
            return told("near", name=in_right_number(12 * int(amount), "maand"))
        units = NO_UNITS.get(word, ())
        if units:
            names = [in_right_number(int(amount), unit) for unit in units]
            return told("hint-days", name=names[0], other=names[1]) if len(names) > 1 else told("near", name=names[0])
    # A term of school before one of law.
    for words, likeness in (([*FIXED, *SCHOOL_WORDS], 0.6), ([*UNIT_WORDS], 0.8)):
        if difflib.get_close_matches(text, words, cutoff=likeness):
            return near(text, words)
    return ""
