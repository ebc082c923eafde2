"""“Wat gebeurt er wanneer?”: what the school does, moment by moment, and on which day once a parent says when they told it.

content: {"calendar": see widgets.core.dates, "lists": [{"id", "title", "moments"}], "texts": see widgets.core.words}. A moment is
{"when": in words, "sure": whether it is the latest in every course, "days": school days after the report (-1: none is told),
"lines": [{"text", "who", "dutch"}]}; "dutch": the text was not translated.
model: {"told": day or None, "unread": what was typed that is no date}.
"""

from widgets.core import dates, typed_date
from widgets.core.fields import unsent
from widgets.core.html import el
from widgets.core.words import is_translated, say

ASK = "Op welke dag hebt u het aan de school verteld?"
HINT = "Vult u die dag in, dan staan hieronder ook de data. Wat u kiest, blijft op deze pagina en wordt nergens bewaard."
UNREAD = "Deze datum is nog niet af, of niet te lezen. Schrijf hem bijvoorbeeld als 20-11-2026."
UNKNOWN = "Van latere dagen weet de school nog niet wanneer er vakantie is."
SHOWN = "Hieronder staan de dagen erbij. Vakanties en vrije dagen zijn meegeteld."
SURE = "uiterlijk {1}"
OFTEN = "meestal uiterlijk {1}"
WHO = "Wie doet het"
# What a page in another language needs in its own words.
WORDS = (ASK, HINT, UNREAD, UNKNOWN, SHOWN, SURE, OFTEN, WHO)

# ---- model ----


def init(content):
    """The model of somebody who opens the page: no day."""
    return {"told": None, "unread": ""}


def update(content, model, message):
    """The next model. `message` is ("told", a date as typed) or ("effected", name). Raises ValueError for anything else."""
    if message[0] == "told" and len(message) == 2:
        day, understood = typed_date.read(message[1])
        return {"told": day, "unread": "" if understood else message[1]}
    if message[0] == "effected" and len(message) == 2:
        return model
    raise ValueError("unknown message: " + str(message))


def day_of(calendar, told, days):
    """The day on which `days` school days after the report are over; None when its holidays are not known yet.

    A report on a day without school counts from the first school day after it, so what parents read is never earlier than
    what widgets.core.plan gives.
    """
    if told > calendar["known_until"]:
        return None
    day = dates.add_school_days(calendar, dates.school_day_from(calendar, told), days)
    return day if day <= calendar["known_until"] else None


# ---- view ----


def view(content, model):
    """The page part as an element. The build draws `view(content, init(content))` with this same code."""
    return el(
        "div",
        {"class": "when"},
        el("p", {"class": "unseen", "role": "status", "data-news": True}, ""),
        el(
            "div",
            {"class": "when-told needs-script"},
            el(
                "label",
                None,
                el("span", None, say(content, ASK)),
                el(
                    "input",
                    unsent(
                        {
                            "type": "date",
                            "value": dates.to_iso(model["told"]) if model["told"] is not None else "",
                            "data-field": "told",
                            "min": "2000-01-01",
                            "max": "2099-12-31",
                        }
                    ),
                ),
            ),
            el("div", {"data-part": "remark", "role": "status"}, _remark(content, model)),
        ),
        el("div", {"data-body": True}, [_list(content, model, entry) for entry in content["lists"]]),
    )


def _remark(content, model):
    """What is said under the field."""
    if model["unread"]:
        words = say(content, UNREAD)
    elif model["told"] is None:
        words = say(content, HINT)
    elif len([1 for day in _days(content, model) if day is None]) > 0:
        words = say(content, UNKNOWN)
    else:
        words = say(content, SHOWN)
    return el("p", None, words)


def _days(content, model):
    """The day of each moment that has one; None when its holidays are not known."""
    return [
        day_of(content["calendar"], model["told"], moment["days"])
        for entry in content["lists"]
        for moment in entry["moments"]
        if moment["days"] >= 0
    ]


def _list(content, model, entry):
    title = el("h3", None, entry["title"]) if entry["title"] else None
    moments = [
        _moment(content, model, entry["id"] + "-" + str(number), entry["moments"][number])
        for number in range(len(entry["moments"]))
    ]
    return el("section", {"class": "when-list", "id": "wanneer-" + entry["id"]}, title, el("ol", None, moments))


def _moment(content, model, name, moment):
    return el(
        "li",
        {"class": "when-moment when-sure" if moment["sure"] else "when-moment"},
        el("p", {"class": "when-words"}, el("strong", None, moment["when"]) if moment["sure"] else moment["when"]),
        el("p", {"class": "when-day", "data-part": "day-" + name}, _day_words(content, model, moment)),
        _lines(content, moment["lines"]),
    )


def _day_words(content, model, moment):
    """ "uiterlijk vrijdag 4 december 2026", or "" as long as no day is known."""
    if model["told"] is None or moment["days"] < 0:
        return ""
    day = day_of(content["calendar"], model["told"], moment["days"])
    if day is None:
        return ""
    if is_translated(content):
        year, month, number = dates.parts(day)
        shown = dates.two_digits(number) + "-" + dates.two_digits(month) + "-" + str(year)
    else:
        shown = dates.long_date(day)
    return say(content, SURE, shown) if moment["sure"] else say(content, OFTEN, shown)


def _lines(content, lines):
    """Who does it stands under the last of the lines that have the same people."""
    found = []
    for place in range(len(lines)):
        line = lines[place]
        text = el("span", {"lang": "nl", "dir": "ltr"} if line["dutch"] else None, line["text"])
        last = place == len(lines) - 1 or lines[place + 1]["who"] != line["who"]
        who = el("span", {"class": "when-who"}, say(content, WHO) + ": " + line["who"]) if line["who"] and last else None
        found.append(el("p", {"class": "when-line"}, text, " " if who else None, who))
    return found
