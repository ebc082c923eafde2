"""What looks like something that does not belong in a note: a full name, a date of birth, a phone number, a
citizen number. A warning, no proof: it errs on the side of asking.
"""

DIGITS = "0123456789"
# Small words inside Dutch names.
BETWEEN = ("van", "de", "den", "der", "het", "ten", "ter", "el", "al", "la", "le", "du", "von")
# Words that often stand before another capital without being a name.
NO_NAMES = (
    "De",
    "Het",
    "Een",
    "Wij",
    "We",
    "Ik",
    "Jij",
    "Je",
    "Hij",
    "Zij",
    "Ze",
    "Dit",
    "Dat",
    "Die",
    "En",
    "Maar",
    "Op",
    "In",
    "Om",
    "Met",
    "Bij",
    "Na",
    "Ook",
    "Er",
    "Nu",
    "Toen",
    "Als",
    "Ouders",
    "Ouder",
    "Mentor",
    "Meneer",
    "Mevrouw",
    "Januari",
    "Februari",
    "Maart",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Augustus",
    "September",
    "Oktober",
    "November",
    "December",
    "Maandag",
    "Dinsdag",
    "Woensdag",
    "Donderdag",
    "Vrijdag",
    "Zaterdag",
    "Zondag",
)
QUESTIONS = {
    "name": "een volledige naam",
    "birth": "een geboortedatum",
    "phone": "een telefoonnummer",
    "number": "een burgerservicenummer of rijksregisternummer",
}
OLDEST_BIRTH, YOUNGEST_BIRTH = 1940, 2024


def findings(text):
    """A list of "name", "birth", "phone", "number": what `text` (str) may contain."""
    found = []
    if _has_name(text):
        found.append("name")
    runs = _numbers(text)
    if "geboren" in text.lower() or _has_birth_date(runs):
        found.append("birth")
    for run in runs:
        digits = _only_digits(run)
        if _is_citizen_number(digits) and "number" not in found:
            found.append("number")
        elif _is_phone(run, digits) and "phone" not in found:
            found.append("phone")
    return found


def warning(text):
    """One sentence for the writer, or "" when nothing stands out."""
    found = findings(text)
    if not found:
        return ""
    return "Dit lijkt op " + " en ".join([QUESTIONS[kind] for kind in found]) + ". Laat dat hier liever weg."


def _words(text):
    """The words of a text; a "." after the end of a sentence, so that two sentences are not read as one."""
    found = []
    word = ""
    for character in text + " ":
        if character.isalpha() or character in "-’'":
            word = word + character
        else:
            if word:
                found.append(word)
            word = ""
            if character in ".!?:;\n,(":
                found.append(".")
    return found


def _is_capital(word):
    return len(word) > 1 and word[0].isalpha() and word[0] == word[0].upper() and word[1:] == word[1:].lower()


def _has_name(text):
    first = ""
    for word in _words(text):
        if word in BETWEEN and first:
            continue
        if _is_capital(word) and word not in NO_NAMES:
            if first:
                return True
            first = word
        else:
            first = ""
    return False


def _numbers(text):
    """Stretches of digits with what may stand between them in a number."""
    found = []
    run = ""
    for character in text + "x":
        if character in DIGITS or (character == "+" and not run) or (run and character in " -./()"):
            run = run + character
        elif run:
            found.append(run.strip(" -./()"))
            run = ""
    return [run for run in found if run]


def _only_digits(run):
    kept = ""
    for character in run:
        if character in DIGITS:
            kept = kept + character
    return kept


def _has_birth_date(runs):
    for run in runs:
        pieces = run.replace("/", "-").replace(".", "-").replace(" ", "-").split("-")
        pieces = [piece for piece in pieces if piece]
        if len(pieces) == 3:
            for year in (pieces[0], pieces[2]):
                if len(year) == 4 and OLDEST_BIRTH <= int(year) <= YOUNGEST_BIRTH:
                    return True
    return False


def _is_citizen_number(digits):
    """The Dutch eleven test over nine digits, or the Belgian check of eleven digits over 97."""
    if len(digits) == 9:
        total = 0 - int(digits[8])
        for position in range(8):
            total = total + int(digits[position]) * (9 - position)
        return total % 11 == 0 and int(digits) > 0
    if len(digits) == 11:
        start = int(digits[0:9])
        check = int(digits[9:11])
        return check in (97 - start % 97, 97 - (2000000000 + start) % 97)
    return False


def _is_phone(run, digits):
    if run[0] == "+" or digits[0:2] == "00":
        return len(digits) >= 10 and len(digits) <= 14
    return digits[0] == "0" and (len(digits) == 9 or len(digits) == 10)
