"""What staff fills in before the ballot box opens: how many pupils, which group and month, and a word for closing.

fields: {"present", "group", "month", "word"}, texts as they were typed, and "boxes": ONE or MANY ("": not chosen).
"""

from widgets.core import dates
from widgets.core.ballot_box import DIGITS, MOST_PRESENT, castable, is_month
from widgets.core.disclosure import limits

ONE, MANY = "een", "meer"
LONGEST_GROUP = 8
LONGEST_WORD = 12
MONTHS_BACK = 3


def fields(today):
    """The fields as they begin; `today` is "2026-11-21" or ""."""
    return {"present": "", "group": "", "month": today[0:7], "word": "", "boxes": ""}


def months(today):
    """The months that a round can be of, the latest first: list of "2026-11". Empty before the day is known."""
    if not today:
        return []
    count = int(today[0:4]) * 12 + int(today[5:7]) - 1
    found = []
    for back in range(MONTHS_BACK):
        year, month = (count - back) // 12, (count - back) % 12 + 1
        found.append(str(year) + "-" + ("0" if month < 10 else "") + str(month))
    return [month for month in found if is_month(month)]


def on_day(filled, before, today):
    """The fields on a new day: the month follows, unless another one was chosen that can still be chosen."""
    if filled["month"] != before[0:7] and filled["month"] in months(today):
        return filled
    found = dict(filled)
    found["month"] = today[0:7]
    return found


def news_of_day(before, today):
    """What to say when the day of the device changed; "" when that is only time that went by.

    A page does not stay open for months, and no day comes before the one before it: then somebody set the clock.
    """
    if not before or today >= before and before[0:7] in months(today):
        return ""
    return "Op dit apparaat is het nu " + day_words(today) + ". Klopt dat niet? Zet dan eerst de klok goed."


def day_words(today):
    """ "24 november 2026" """
    return str(int(today[8:10])) + " " + dates.MONTHS[int(today[5:7]) - 1] + " " + today[0:4]


def plan(content, present):
    """How long a group is busy, for one device and for more: list of (devices, minutes of who takes long). `present` is typed."""
    count = present.strip(" ")
    if not 1 <= len(count) <= 4 or count.strip(DIGITS) or int(count) < 1:
        return []
    slow = content["minutes"][1]
    found = []
    for devices in (1, 3, 6, int(count)):
        rounds = (int(count) + devices - 1) // devices
        if devices <= int(count) and (devices, rounds * slow) not in found:
            found.append((devices, rounds * slow))
    return found


def trouble(content, filled, today):
    """Why the box cannot open with these fields, in Dutch; empty when it can."""
    if not castable(content):
        return "Dit is een lijst om te oefenen. Hij hoort niet in een stembus."
    present = filled["present"].strip(" ")
    fewest = limits(content)["section"]
    if not 1 <= len(present) <= 4 or present.strip(DIGITS) or not fewest <= int(present) <= MOST_PRESENT:
        return "Vul in hoeveel leerlingen er zijn: een getal van " + str(fewest) + " tot en met " + str(MOST_PRESENT) + "."
    if filled["boxes"] not in (ONE, MANY):
        return "Kies waar de groep invult: alleen op dit apparaat, of op meer apparaten."
    if filled["boxes"] == MANY and not filled["group"].strip(" "):
        return "Vul de groep in. Geef haar op elk apparaat dezelfde naam, dan horen de delen bij elkaar."
    if len(filled["group"].strip(" ")) > LONGEST_GROUP:
        return "Een groep heeft een korte naam: hoogstens " + str(LONGEST_GROUP) + " tekens."
    if len(filled["word"]) > LONGEST_WORD:
        return "Een sluitwoord is kort: hoogstens " + str(LONGEST_WORD) + " tekens."
    if today and not months(today):
        return "Dit apparaat denkt dat het " + day_words(today) + " is. Zet eerst de klok goed."
    if filled["month"] not in months(today):
        return "Kies een maand."
    return ""
