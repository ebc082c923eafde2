"""The open dates of a case as an iCalendar file (RFC 5545).

Whole days without a time: a latest day is the same day for everybody, so no time zone can shift it. No names in it.
The same date keeps the same UID and every next file has a higher SEQUENCE, so that importing it again updates it. What was
in an earlier file and is not open any more is cancelled, so that its alarm does not go off.

model["agenda"]: {"sequence": that of the last file, 0 before the first; "events": {uid: [day, title]} of all files so far;
title "": the case came from a link}.
"""

from widgets.core import dates
from widgets.core.case import case_name
from widgets.core.plan import plan
from widgets.core.upcoming import open_dates

LINE_BYTES = 75
MOST_EVENTS = 300
# Nine o'clock on the day before. Before the start works everywhere; calendars leave out an alarm that comes after it.
ALARM = "TRIGGER:-PT15H"


def calendar_file(content, model, stamp):
    """The text of the file, or "" when there is nothing to put in it: a calendar must have an event.

    `stamp` is the moment of making it in UTC: "20261121T093000Z".
    """
    found = open_dates(content, model, plan(content, model))
    fallen = _fallen(model, found)
    if not found and not fallen:
        return ""
    sequence = str(_sequence(model, stamp))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Veiligwijzer//Zaak//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:" + escaped("Opvolging, " + case_name(model)),
        "X-WR-TIMEZONE:" + content["time_zone"],
    ]
    for event in found:
        lines = lines + _event(content, model, event, stamp, sequence)
    for uid in fallen:
        lines = lines + _cancelled(model, uid, stamp, sequence)
    lines.append("END:VCALENDAR")
    return "".join([folded(line) + "\r\n" for line in lines])


def made(content, model, stamp):
    """model["agenda"] after a file was made at this moment."""
    events = dict(model["agenda"]["events"])
    for event in open_dates(content, model, plan(content, model)):
        events[event["uid"]] = [event["day"], event["title"]]
    if len(events) > MOST_EVENTS:
        latest = sorted([(events[uid][0], uid) for uid in events])[-MOST_EVENTS:]
        events = {uid: events[uid] for _day, uid in latest}
    return {"sequence": _sequence(model, stamp), "events": events}


def _fallen(model, found):
    """The uids in earlier files that are not open now."""
    still_open = [event["uid"] for event in found]
    return [uid for uid in model["agenda"]["events"] if uid not in still_open]


def _sequence(model, stamp):
    """The number of the next file: the minute in which it is made.

    So it is also higher when the case was opened from an older file, or when a colleague made one in between.
    """
    day = dates.day_number(int(stamp[0:4]), int(stamp[4:6]), int(stamp[6:8]))
    return max(model["agenda"]["sequence"] + 1, day * 1440 + int(stamp[9:11]) * 60 + int(stamp[11:13]))


def _event(content, model, event, stamp, sequence):
    about = [event["title"] + "."]
    if event["more"]:
        about.append(event["more"])
    if event["who"]:
        about.append("Wie: " + event["who"] + ".")
    title = event["title"] + ", " + case_name(model)
    if not event["certain"]:
        title = "Verwacht: " + title
        about.append("Verwacht: zo gaat het als er niets bijzonders gebeurt.")
    about.append("Protocol: " + content["title"] + ".")
    return _start(model, event["uid"], event["day"], stamp, sequence) + [
        "SUMMARY:" + escaped(title),
        "DESCRIPTION:" + escaped(" ".join(about)),
        "STATUS:CONFIRMED" if event["certain"] else "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        ALARM,
        "DESCRIPTION:" + escaped(event["title"]),
        "END:VALARM",
        "END:VEVENT",
    ]


def _cancelled(model, uid, stamp, sequence):
    day, words = model["agenda"]["events"][uid]
    return _start(model, uid, day, stamp, sequence) + [
        "SUMMARY:" + escaped("Niet meer nodig: " + (words + ", " if words else "") + case_name(model)),
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _start(model, uid, day, stamp, sequence):
    return [
        "BEGIN:VEVENT",
        "UID:" + model["id"] + "-" + uid + "@veiligwijzer",
        "DTSTAMP:" + stamp,
        "SEQUENCE:" + sequence,
        "DTSTART;VALUE=DATE:" + compact(day),
        "DTEND;VALUE=DATE:" + compact(day + 1),
    ]


def compact(day):
    """ "20261121" """
    return dates.to_iso(day).replace("-", "")


def escaped(text):
    """Text as a value of iCalendar (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")


def folded(line):
    """A content line cut into pieces of at most 75 bytes of UTF-8 (RFC 5545, 3.1), never inside a character."""
    pieces = []
    piece = ""
    size = 0
    for character in line:
        needed = byte_count(character)
        if size + needed > LINE_BYTES:
            pieces.append(piece)
            piece = " "
            size = 1
        piece = piece + character
        size = size + needed
    pieces.append(piece)
    return "\r\n".join(pieces)


def byte_count(character):
    """How many bytes a character takes in UTF-8."""
    code = ord(character)
    if code < 128:
        return 1
    if code < 2048:
        return 2
    return 3 if code < 65536 else 4
