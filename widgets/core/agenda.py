"""The open dates of a case as an iCalendar file (RFC 5545).

Whole days without a time: a latest day is the same day for everybody, so no time zone can shift it. No names in
it. The same date keeps the same UID and gets a higher SEQUENCE, so that importing it again updates it.
"""
from widgets.core import dates
from widgets.core.case import case_name
from widgets.core.plan import open_dates, plan

LINE_BYTES = 75


def calendar_file(content, model, stamp):
    """The text of the file. `stamp` is the moment of making it in UTC: "20261121T093000Z"."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Veiligwijzer//Zaak//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             "X-WR-CALNAME:" + escaped("Opvolging, " + case_name(model)), "X-WR-TIMEZONE:" + content["time_zone"]]
    for event in open_dates(content, model, plan(content, model)):
        lines = lines + _event(content, model, event, stamp)
    lines.append("END:VCALENDAR")
    return "".join([folded(line) + "\r\n" for line in lines])


def _event(content, model, event, stamp):
    about = [event["title"] + "."]
    if event["who"]:
        about.append("Wie: " + event["who"] + ".")
    if event["expected"]:
        about.append("Verwacht: zo gaat het als er niets bijzonders gebeurt.")
    about.append("Protocol: " + content["title"] + ".")
    return ["BEGIN:VEVENT", "UID:" + model["id"] + "-" + event["uid"] + "@veiligwijzer", "DTSTAMP:" + stamp,
            "SEQUENCE:" + str(model["sent"]), "DTSTART;VALUE=DATE:" + compact(event["day"]),
            "DTEND;VALUE=DATE:" + compact(event["day"] + 1),
            "SUMMARY:" + escaped(event["title"] + ", " + case_name(model)),
            "DESCRIPTION:" + escaped(" ".join(about)), "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT8H", "DESCRIPTION:" + escaped(event["title"]), "END:VALARM",
            "END:VEVENT"]


def compact(day):
    """ "20261121" """
    return dates.to_iso(day).replace("-", "")


def escaped(text):
    """Text as a value of iCalendar (RFC 5545, 3.3.11)."""
    return (text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n"))


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
