"""Calendar files of cases of every kind, as a reader of iCalendar sees them: the dates of the reference, what was cancelled."""

import datetime
import random

import icalendar
import pytest

from tests.cases_case import small_protocol
from tests.core.test_oracle_plans import CONTENTS, any_case, any_protocol
from tests.oracles import days
from tests.oracles.plans import Reference
from widgets.core import agenda, guide

STAMP = "20261207T081500Z"
MOMENT = datetime.datetime(2026, 12, 7, 8, 15, tzinfo=datetime.timezone.utc)
HIGHER = "20270108T000000Z"


def events(content: dict, model: dict, stamp: str = STAMP) -> list:
    """The events in the file, read by a library; the file itself is checked line by line."""
    text = agenda.calendar_file(content, model, stamp)
    if not text:
        return []
    assert text.endswith("\r\n") and all(0 < len(line.encode()) <= 75 for line in text[:-2].split("\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors and (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["X-WR-TIMEZONE"] == content["time_zone"]
    return calendar.walk("VEVENT")


DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def waiting(reference: Reference) -> dict[tuple, str]:
    """(latest or planned day, step) -> from when it may be done, in words, for each visit that has to wait."""
    found = {}
    for index, (_, name, _) in enumerate(reference.visits):
        opens, planned = reference.opens(index), reference.record(index)["planned"]
        day = days.date(planned) if planned is not None and reference.step(index)["kind"] != "ask" else reference.due(index)
        if opens:
            found[day, name] = f"Niet vóór {DAYS[opens.weekday()]} {opens.day} {MONTHS[opens.month - 1]} {opens.year}."
    return found


@pytest.mark.parametrize("seed", range(80))
def test_the_file_holds_the_open_dates_and_cancels_the_rest(seed):
    chance = random.Random(2000 + seed)
    content = CONTENTS[seed % 8] if seed % 8 < len(CONTENTS) else any_protocol(chance)
    content = content | {"title": "Plan; één, twee\\drie, en verder door tot de regel te lang is voor één regel"}
    model = any_case(chance, content) | {"label": chance.choice(["", "A"])}
    case_name = "zaak A" if model["label"] else "deze zaak"
    reference = Reference(content, model)
    wanted, waits = reference.open_dates(), waiting(reference)
    found = events(content, model)
    assert len({str(event["UID"]) for event in found}) == len(found) == len(wanted)
    for event, (day, kind, title, step, _, certain) in zip(found, wanted):
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, day + datetime.timedelta(1)), "one whole day"
        assert str(event["SUMMARY"]) == f"{'' if certain else 'Verwacht: '}{title}, {case_name}"
        who = next(one["who"] for one in content["steps"] if one["id"] == step)
        status = "CONFIRMED" if certain else "TENTATIVE"
        perhaps = "Verwacht: zo gaat het als er niets bijzonders gebeurt. " if not certain else ""
        wait = f"{waits[day, step]} " if kind == "step" and (day, step) in waits else ""
        assert str(event["DESCRIPTION"]) == f"{title}. {wait}Wie: {who}. {perhaps}Protocol: {content['title']}."
        assert (event["STATUS"], event["TRANSP"], event["DTSTAMP"].dt) == (status, "TRANSPARENT", MOMENT)
        assert str(event["UID"]).startswith("abc-") and str(event["UID"]).endswith("@veiligwijzer")
        alarm = event.walk("VALARM")[0]
        assert alarm["TRIGGER"].dt == -datetime.timedelta(hours=15) and str(alarm["DESCRIPTION"]) == title
        assert event["SEQUENCE"] == (MOMENT - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)).total_seconds() // 60
    made = model | {"agenda": agenda.made(content, model, STAMP)}
    assert made["agenda"]["events"] == {
        str(event["UID"])[4:-13]: [days.number(day), title] for event, (day, _, title, *_) in zip(found, wanted)
    }
    other = any_case(chance, content) | {"agenda": made["agenda"], "label": model["label"]}
    before, after = (
        {str(event["UID"]): event for event in found},
        {str(event["UID"]): event for event in events(content, other, HIGHER)},
    )
    still_open = len(Reference(content, other).open_dates())
    gone = [uid for uid, event in after.items() if event["STATUS"] == "CANCELLED"]
    assert len(after) == still_open + len(gone) and set(before) <= set(after)
    for uid in gone:
        assert after[uid]["DTSTART"].dt == before[uid]["DTSTART"].dt and not after[uid].walk("VALARM")
        assert str(after[uid]["SUMMARY"]) == f"Niet meer nodig: {str(before[uid]['SUMMARY']).removeprefix('Verwacht: ')}"
    assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before)


def test_the_number_of_a_file_is_always_higher():
    content = small_protocol()
    model = guide.update(
        content, guide.update(content, guide.init(content), ("day-began", "2026-12-07", "abc")), ("reported-today",)
    )
    first = agenda.made(content, model, STAMP)
    again = agenda.made(content, model | {"agenda": first}, STAMP)
    assert again["sequence"] == first["sequence"] + 1, "two in one minute"
    assert agenda.made(content, model | {"agenda": first}, HIGHER)["sequence"] == days.number(datetime.date(2027, 1, 8)) * 1440


def test_no_more_than_three_hundred_dates_are_remembered():
    content = small_protocol()
    model = guide.update(
        content, guide.update(content, guide.init(content), ("day-began", "2026-12-07", "abc")), ("reported-today",)
    )
    opened = agenda.made(content, model, STAMP)["events"]
    old = {f"oud-{number}": [10000 + number, "Oud"] for number in range(300 - len(opened))}
    full = model | {"agenda": {"sequence": 1, "events": old}}
    assert agenda.made(content, full, STAMP)["events"] == old | opened
    over = model | {"agenda": {"sequence": 1, "events": {"eerst": [9999, "Eerst"]} | old}}
    assert agenda.made(content, over, STAMP)["events"] == old | opened, "the oldest goes"


def test_without_anything_to_remember_there_is_no_file():
    content = small_protocol()
    assert agenda.calendar_file(content, guide.init(content), STAMP) == ""


@pytest.mark.parametrize(
    "character, count",
    [("a", 1), ("\x7f", 1), ("\x80", 2), ("é", 2), ("\u07ff", 2), ("\u0800", 3), ("\uffff", 3), ("\U00010000", 4), ("😀", 4)],
)
def test_long_lines_are_cut_between_characters(character, count):
    assert agenda.byte_count(character) == count == len(character.encode())
    for length in (74, 75, 76, 149, 150, 300):
        pieces = agenda.folded(character * length).split("\r\n")
        assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == character * length
        assert all(piece[0] == " " for piece in pieces[1:]) and all(
            75 - count < len(piece.encode()) <= 75 for piece in pieces[:-1]
        )
