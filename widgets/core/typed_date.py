"""A date as somebody typed it, and a remark on a date that can hardly be right.

A browser with a date picker gives "2026-11-20"; without one people write 20-11-26, 20/11/2026 or 20 november 2026. What
cannot be read is never guessed and never dropped: the page says so.
"""

from widgets.core import dates
from widgets.core.fields import UNFINISHED

LONGEST = 60
FIRST, LAST = 2000, 2099
YEAR = 366


def read(text):
    """(day or None, whether the text was understood). An empty text is a field without a date."""
    words = _words(text)
    if not words:
        return None, True
    if len(words) == 4 and words[0] in dates.WEEKDAYS:
        words = words[1:]
    if len(words) != 3:
        return None, False
    if len(words[0]) == 4:
        words = [words[2], words[1], words[0]]
    number, month, year = _number(words[0]), _month(words[1]), _number(words[2])
    if number is None or month is None or year is None or len(words[2]) not in (2, 4):
        return None, False
    if len(words[2]) == 2:
        year = year + FIRST
    if not FIRST <= year <= LAST or not 1 <= number <= dates.days_in_month(year, month):
        return None, False
    return dates.day_number(year, month, number), True


def _words(text):
    for mark in ("-", "/", ".", ",", "\u2013"):
        text = text.replace(mark, " ")
    return text.lower().split()


def _number(word):
    if not word or len(word) > 4:
        return None
    for character in word:
        if character not in "0123456789":
            return None
    return int(word)


def _month(word):
    for number in range(12):
        if word in (dates.MONTHS[number], dates.SHORT_MONTHS[number]):
            return number + 1
    number = _number(word)
    return number if number is not None and 1 <= number <= 12 else None


def unread_words(text, day):
    """What to say of a date that was not understood. `day` is the date that holds until then, or None."""
    until = " Tot dan geldt " + dates.long_date(day) + "." if day is not None else ""
    if text == UNFINISHED:
        return "Deze datum is nog niet af. Vul dag, maand en jaar in, of maak het veld leeg." + until
    return "‘" + text + "’ is geen datum die deze pagina kan lezen. Schrijf hem bijvoorbeeld als 20-11-2026." + until


def doubt(name, day, today, reported):
    """A remark on a date that can be read but can hardly be right; "" without one.

    name: "reported", "day" (done on), "planned" or "next". `today` and `reported` are days or None.
    """
    if day is None or today is None:
        return ""
    if name in ("reported", "day"):
        if day > today:
            return "Deze dag moet nog komen. Klopt de datum?"
        if name == "reported" and day < today - YEAR:
            return "Deze dag is meer dan een jaar geleden. Klopt het jaar?"
        if name == "day" and reported is not None and day < reported:
            return "Deze dag ligt voor de dag van de melding. Klopt de datum?"
        return ""
    if day < today:
        return "Deze dag is al voorbij. Klopt de datum?"
    return "Deze dag is meer dan twee jaar vooruit. Klopt het jaar?" if day > today + 2 * YEAR else ""
