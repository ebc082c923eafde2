"""The case in hand on CPython: dates against a slow reference, files against damage, calendars against a reader."""

import copy
import datetime
import json
import random
import re

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.publish.cases import protocol_data
from macros.publish.links import Links
from tests.cases_case import WALKED, asked, asking_protocol, led, small_protocol
from tests.loaded import loaded
from tests.oracles.plans import Reference
from widgets.core import agenda, case, case_file, case_list, dates, guide, note, plan, reserved, upcoming
from widgets.core.html import to_html
from widgets.core.route import index_steps, walk

CONTENT = loaded()
PROTOCOLS = {
    route.id: protocol_data(route, CONTENT, Links(f"protocollen/{route.id}.md", True)) for route in CONTENT.protocols.values()
} | {"klein": small_protocol()}
EPOCH = datetime.date(1970, 1, 1)
DAYS = st.dates(datetime.date(2026, 8, 1), datetime.date(2027, 8, 1)).map(datetime.date.isoformat)


# ---- any order of answers, dates and changes ----


@st.composite
def cases(draw, longest=25):
    """(content, model) after any sequence of what a person can do."""
    content = PROTOCOLS[draw(st.sampled_from(sorted(PROTOCOLS)))]
    model = guide.update(content, guide.init(content), ("day-began", draw(DAYS), "abc123"))
    steps = index_steps(content)
    for _ in range(draw(st.integers(0, longest))):
        trail = walk(content, model["answers"])
        place = draw(st.sampled_from(trail[-3:]))
        visit, exits = place["visit"], steps[place["step"]]["exits"]
        choices = [
            ("reported", draw(DAYS)),
            ("dated", draw(st.sampled_from(["day", "planned", "next"])), visit, draw(DAYS | st.just(""))),
            ("skipped", visit, draw(st.sampled_from(["ja", ""]))),
            ("noted", draw(st.sampled_from(["facts", "reason", "agreement"])), visit, draw(st.text(max_size=20))),
            ("revisited", visit),
            ("went-back",),
            ("returned",),
        ]
        if exits:  # more often than the rest, or a case never gets far
            choices += [("answered", visit, draw(st.sampled_from([way["key"] for way in exits])))] * 6
        model = guide.update(content, model, draw(st.sampled_from(choices)))
    return content, model


@settings(max_examples=200)
@given(cases())
def test_dates_agree_with_the_slow_reference(led_case):
    content, model = led_case
    lines = plan.plan(content, model)
    if model["reported"] is None:
        assert lines == []
        return
    reference = Reference(content, model)
    assert [line["visit"] for line in lines] == [visit for visit, _, _ in reference.visits]
    for index, line in enumerate(lines):
        due = reference.due(index)
        assert line["due"] == (None if due is None else (due - EPOCH).days), (content["id"], line)
        assert line["day"] == (reference.day(index) - EPOCH).days and line["certain"] == reference.certain(index)
        assert line["due"] is None or dates.is_school_day(content["calendar"], line["due"])


@given(cases())
def test_every_view_of_a_case_can_be_drawn(led_case):
    content, model = led_case
    assert json.loads(json.dumps(model)) == model
    for panel in ("dates", "mine", "note", "parents", "keep"):
        shown = guide.update(content, {**model, "panel": ""}, ("panel-chosen", panel))
        shown = guide.update(content, shown, ("role-chosen", content["roles"][0]["id"]))
        assert "data-body" in to_html(guide.view(content, shown))


@given(cases())
def test_a_changed_day_moves_what_follows(led_case):
    """A later report never makes any latest day earlier, as long as nothing else was dated."""
    content, model = led_case
    undated = {**model, "records": {}, "today": None}
    if model["reported"] is None:
        return
    later = {**undated, "reported": model["reported"] + 7}
    for before, after in zip(plan.plan(content, undated), plan.plan(content, later)):
        assert before["due"] is None or after["due"] >= before["due"]


# ---- questions, and what is certain ----


def planned(content, today, *messages):
    """{visit: latest day} and the model, see tests.cases_case.asked."""
    model = asked(content, today, list(messages))
    lines = plan.plan(content, model)
    return {line["visit"]: dates.to_iso(line["due"]) for line in lines if line["due"] is not None}, model, lines


def test_a_question_without_a_term_moves_no_deadline():
    """Report on 16 November, talk on the 17th: the call is due on the 18th, also when the question is answered on the 30th."""
    content = asking_protocol()
    for today in ("2026-11-17", "2026-11-18", "2026-11-30"):
        due, model, lines = planned(content, today, ("answered", "vraag", "ja"))
        assert due["bellen"] == "2026-11-18"
    now = case_list.now(content, model, lines)
    assert now["late"] and now["words"] == "8 schooldagen te laat (had wo 18 nov gemoeten)"
    preview = to_html(guide.view(content, asked(content, "2026-11-30", [])))
    assert "Stap bellen (de mentor; uiterlijk woensdag 18 november 2026)" in preview
    assert "Stap groep (de mentor; uiterlijk dinsdag 24 november 2026)" in preview


@pytest.mark.parametrize(
    "day, call",
    [
        ("2026-11-18", "2026-11-19"),  # answered early: what follows comes earlier
        ("2026-12-01", "2026-12-02"),  # on its last day, two weeks after the talk
        ("2026-12-14", "2026-12-02"),  # late: nothing moves
        ("2026-11-02", "2026-11-18"),
    ],
)  # before the talk: never a day before the step before
def test_a_question_with_a_term_takes_that_time_at_most(day, call):
    content = asking_protocol({"duration": [2, "weeks"], "after": ""})
    due, _, _ = planned(content, "2026-12-14", ("dated", "day", "vraag", day), ("answered", "vraag", "ja"))
    assert (due["vraag"], due["bellen"]) == ("2026-12-01", call)
    before = asked(content, "2026-12-14", [("dated", "day", "vraag", day)])  # the preview on the button says the same
    lines = plan.plan(content, before)
    shown = plan.due_when_started(content, before, lines, lines[2], index_steps(content)["bellen"])
    assert dates.to_iso(shown) == call


def test_a_question_asked_on_fixed_days_counts_from_that_day_or_earlier():
    """Asked a week and two weeks after the talk of 17 November: on the 24th and on 1 December."""
    content = asking_protocol(None, ([1, "weeks"], [2, "weeks"]))
    late = [
        ("dated", "day", "vraag", "2026-12-10"),
        ("answered", "vraag", "later"),
        ("dated", "day", "vraag#2", "2026-12-11"),
        ("answered", "vraag#2", "ja"),
    ]
    due, _, _ = planned(content, "2026-12-14", *late)
    assert (due["vraag"], due["vraag#2"], due["bellen"]) == ("2026-11-24", "2026-12-01", "2026-12-02")
    early = [
        ("dated", "day", "vraag", "2026-11-24"),
        ("answered", "vraag", "later"),
        ("dated", "day", "vraag#2", "2026-11-26"),
        ("answered", "vraag#2", "ja"),
    ]
    due, _, _ = planned(content, "2026-12-14", *early)
    assert (due["vraag#2"], due["bellen"]) == ("2026-12-01", "2026-11-27")


def test_a_question_is_never_planned_later():
    """A file of another hand can hold a planned day for it: that moves nothing either."""
    content = asking_protocol()
    due, _, lines = planned(content, "2026-11-19", ("dated", "planned", "vraag", "2026-12-18"))
    assert due["bellen"] == "2026-11-18" and lines[2]["day"] == dates.from_iso("2026-11-17")


def test_what_depends_on_a_choice_is_never_the_next_date():
    content = asking_protocol()
    _, model, lines = planned(content, "2026-11-30")
    after = case_list.following(content, model, lines)
    assert after["title"] == "Stap afspraken" and dates.to_iso(after["day"]) == "2026-12-16", (
        "comes on every way, from the report"
    )
    content["steps"][5]["due"]["after"] = ""  # now that day depends on what comes before it
    lines = plan.plan(content, model)
    now = case_list.now(content, model, lines)
    assert (now["kind"], now["late"], now["title"]) == ("ask", False, "Stap vraag")
    assert now["words"] == ("wat daarna komt, moet misschien al uiterlijk op wo 18 nov klaar zijn (8 schooldagen te laat)")
    shown = to_html(guide.view(content, guide.update(content, model, ("panel-chosen", "dates"))))
    assert "Nu: <strong>Stap vraag</strong> — de mentor" in shown and "Volgende datum" not in shown
    assert '<p class="case-line case-expected">Daarna, verwacht op ' in shown


def test_a_day_that_is_only_expected_says_so_everywhere():
    """The call hangs on the open question; the agreements come a month after the report on every way."""
    content = asking_protocol()
    content["steps"][4]["roles"] = content["steps"][5]["roles"] = {"who": ["mentor"], "with": [], "inform": []}
    _, model, lines = planned(content, "2026-11-18")
    text = agenda.calendar_file(content, model, "20261118T080000Z").replace("\r\n ", "")
    events = {event["UID"].split("-", 1)[1]: event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    assert [(str(event["SUMMARY"]), str(event["STATUS"])) for event in events.values()][:3] == [
        ("Verwacht: Stap bellen, deze zaak", "TENTATIVE"),
        ("Verwacht: Eerste opvolggesprek, deze zaak", "TENTATIVE"),
        ("Stap afspraken, deze zaak", "CONFIRMED"),
    ]
    model = {**model, "role": "mentor"}
    mine = to_html(guide.view(content, guide.update(content, {**model, "panel": ""}, ("panel-chosen", "mine"))))
    assert "verwacht woensdag 18 november 2026: " in mine and "uiterlijk woensdag 16 december 2026: " in mine
    table = to_html(guide.view(content, guide.update(content, {**model, "panel": ""}, ("panel-chosen", "dates"))))
    states = dict(re.findall(r"<td>\w\w (\d+ \w+) \d+</td>\n<td>.*?</td>\n<td>(.*?)</td>", table))
    assert states["18 nov"] == "verwacht" and states["16 dec"] == "open"


def test_a_late_step_makes_later_days_uncertain_and_shifts_no_promise():
    content = asking_protocol()
    content["steps"][5]["due"]["after"] = ""
    for today, sure in (("2026-11-18", True), ("2026-11-25", False)):
        model = asked(content, today, [("answered", "vraag", "nee")])
        lines = plan.plan(content, model)  # the group is due on 24 November; a month later is in the holidays from 19 December
        assert [(line["step"], line["comes"], line["certain"]) for line in lines[3:5]] == [
            ("groep", True, True),
            ("afspraken", True, sure),
        ]
        words = note.parents_note(content, model, lines)
        assert ("- Uiterlijk vrijdag 18 december 2026: U hoort van afspraken." in words) is sure
        assert ("De dag is nog niet zeker: U hoort van afspraken." in words) is not sure
        assert ("Dit had uiterlijk op dinsdag 24 november 2026 moeten gebeuren: U hoort van groep." in words) is not sure


def test_parents_read_of_what_was_done_by_its_name_and_not_as_a_promise():
    """Each step tells parents something beforehand; of what was done only the name stands in the list."""
    for content in PROTOCOLS.values():
        model = guide.update(content, guide.init(content), ("day-began", "2026-11-23", "abc123"))
        model = guide.update(content, model, ("reported-today",))
        for _ in range(12):
            place = walk(content, model["answers"])[-1]
            step = index_steps(content)[place["step"]]
            done, _, coming = note.parents_note(content, model, plan.plan(content, model)).partition("En dit komt er nog:")
            for other in content["steps"]:
                assert not other["parents"] or other["parents"] not in done, (content["id"], other["id"])
            if step["kind"] == "do" and step["parents"]:
                assert step["parents"] in coming
            if not step["exits"]:
                break
            model = guide.update(content, model, ("answered", place["visit"], step["exits"][-1]["key"]))
            if step["kind"] == "do" and step["parents"]:
                words = note.parents_note(content, model, plan.plan(content, model)).partition("En dit komt er nog:")[0]
                assert f"maandag 23 november 2026: ‘{step['title']}’" in words


def test_only_what_surely_comes_is_told_to_parents():
    _, model, lines = planned(asking_protocol(), "2026-11-18")
    words = note.parents_note(asking_protocol(), model, lines)
    assert "U hoort van bellen." not in words and "U hoort van groep." not in words
    assert "- Uiterlijk woensdag 16 december 2026: U hoort van afspraken." in words
    _, model, lines = planned(
        asking_protocol(), "2026-11-18", ("answered", "vraag", "ja"), ("dated", "planned", "bellen", "2026-11-20")
    )
    assert "- Gepland op vrijdag 20 november 2026: U hoort van bellen." in note.parents_note(asking_protocol(), model, lines)


# ---- a file on the own disk ----


@given(cases())
def test_a_saved_case_comes_back_as_it_was(led_case):
    content, model = led_case
    text = json.dumps(case_file.case_data(content, model, True))
    back = guide.update(
        content,
        guide.update(content, guide.init(content), ("day-began", dates.to_iso(model["today"]), "zzz")),
        ("file-opened", json.loads(text)),
    )
    assert back["answers"] == model["answers"]
    assert back["records"] == model["records"]
    assert plan.plan(content, back) == plan.plan(content, model)
    assert back["notice"] == ["De zaak is geopend."]


def test_a_case_comes_back_after_many_new_starts():
    content, model = led([])
    for _ in range(60):
        model = guide.update(content, model, ("restarted",))
    model = guide.update(content, model, ("reported", "2026-12-04"))
    back = guide.update(content, guide.init(content), ("file-opened", case_file.case_data(content, model, True)))
    assert back["notice"] == ["De zaak is geopend."] and back["id"] == model["id"]


@given(cases())
def test_a_link_holds_nothing_that_was_typed(led_case):
    content, model = led_case
    data = case_file.case_data(content, model, False)
    assert all(not record[name] for record in data["records"].values() for name in ("facts", "agreement", "reason"))
    assert data["former"] == [] and data["seen"] == {}
    assert all(title == "" for _, title in data["agenda"]["events"].values())


INSULT = "Karin van de Broek steelt"


def forged(content, model):
    """A link that somebody made: a sentence in every place where a text fits, also as the name of a step and of a field."""
    data = case_file.case_data(content, model, False)
    data["version"] = INSULT
    data["answers"] = {**data["answers"], INSULT: INSULT, INSULT + "#2": "x", "melding#" + INSULT: "x"}
    data["records"] = {**data["records"], INSULT: case.empty_record(), "hulp#7": case.empty_record()}
    for record in data["records"].values():
        record.update({"facts": INSULT, "agreement": INSULT, "reason": INSULT, "skipped": True, INSULT: INSULT})
    data["seen"] = {visit: [INSULT, INSULT, INSULT] for visit in [*data["answers"], *data["records"]]}
    data["former"] = [{"title": INSULT, "lines": [INSULT]}]
    data["agenda"] = {"sequence": 4, "events": {"melding-step": [20780, INSULT], "karin": [20781, INSULT]}}
    data["label"] = INSULT[:20]
    data[INSULT] = INSULT
    return data


def all_that_is_told(content, model) -> str:
    clock = {"today": "2026-12-04", "stamp": "20261204T090000Z"}
    texts = []
    for panel in case.PANELS:
        shown = guide.update(content, case.with_changes(model, {"panel": ""}), ("panel-chosen", panel))
        texts += [
            to_html(guide.view(content, shown)),
            to_html(guide.view(content, case.with_changes(shown, {"notice": model["notice"]}))),
        ]
        for name in ("note-copied", "note-saved", "case-saved", "calendar"):
            texts.append(json.dumps(guide.effect(content, shown, (name,), clock)))
    return " ".join(texts)


@pytest.mark.parametrize("version", (True, False))
def test_finding_12_a_link_brings_no_sentence_of_somebody_else(version):
    """Not on the page, in the report, in the calendar, or in a file that is made of it; the choices and dates do come."""
    content, model = led(WALKED)
    data = forged(content, model)
    if version:
        data["version"] = content["version"]
    read = guide.update(content, guide.init(content), ("day-began", "2026-12-04", "abc"))
    back = guide.update(content, read, ("link-opened", data))
    assert back["answers"] == model["answers"] and back["reported"] == model["reported"] and back["label"] == "KAR"
    assert {visit: record["day"] for visit, record in back["records"].items() if visit in model["records"]} == {
        visit: record["day"] for visit, record in model["records"].items()
    }
    told = all_that_is_told(content, back)
    assert "Melding" in told and "Karin" not in told and "steelt" not in told and "Broek" not in told
    assert ("Kijk of wat je koos nog klopt" in told) != version
    other = {**data, "protocol": INSULT}
    assert "steelt" not in all_that_is_told(content, guide.update(content, read, ("link-opened", other)))


@given(cases())
def test_what_the_site_puts_in_a_link_comes_back(led_case):
    content, model = led_case
    back = guide.update(content, guide.init(content), ("link-opened", case_file.case_data(content, model, False)))
    bare = {"facts": "", "agreement": "", "reason": ""}
    assert back["answers"] == model["answers"] and back["reported"] == model["reported"] and back["former"] == []
    assert back["records"] == {visit: {**record, **bare} for visit, record in model["records"].items()}


@pytest.mark.parametrize("name", ("file-opened", "link-opened"))
def test_finding_12_a_link_asks_before_it_replaces_what_was_not_kept(name):
    content, other = led(WALKED)
    data = case_file.case_data(content, other, False)
    begun = guide.update(content, guide.init(content), ("day-began", "2026-12-04", "abc"))
    for messages in (
        [("reported", "2026-12-01")],
        [("answered", "melding", "gesprek")],
        [("reported", "31-31-2026")],
        [("noted", "facts", "melding", "x")],
    ):
        model = begun
        for message in messages:
            model = guide.update(content, model, message)
        asked = guide.update(content, model, (name, data))
        assert asked["waiting"] is not None and asked["answers"] == model["answers"] and asked["reported"] == model["reported"], (
            messages
        )
        assert guide.update(content, asked, ("opening-refused",))["waiting"] is None
        assert guide.update(content, asked, ("opening-confirmed",))["answers"] == other["answers"]
    opened = guide.update(content, begun, (name, data))
    assert opened["answers"] == other["answers"] and opened["unsaved"] == (name == "link-opened"), "a link stands in no file"
    again = guide.update(content, opened, ("link-opened", {**data, "reported": None}))
    assert (again["waiting"] is not None) == (name == "link-opened")


@pytest.mark.parametrize("name", reserved.RESERVED)
def test_finding_12_no_name_of_the_browser_stops_a_case(name):
    """As the page hands them over: a key of such a name got a space before it."""
    content, model = led(WALKED)
    data = case_file.case_data(content, model, True)
    for spot, value in ((data, {}), (data["answers"], "x"), (data["records"], case.empty_record()), (data["seen"], ["", "", ""])):
        spot[" " + name] = value
        if spot is not data:
            spot[name + "#2"] = value
    for opening in ("file-opened", "link-opened"):
        back = guide.update(content, guide.init(content), (opening, copy.deepcopy(data)))
        assert back["answers"] == model["answers"]
        to_html(guide.view(content, back))


def mutated(data, chance):
    """A copy of plain data with something wrong in one or more places."""
    data = copy.deepcopy(data)
    for _ in range(chance.choice([1, 1, 1, 2, 5])):
        spot = data
        while isinstance(spot, (dict, list)) and spot and chance.random() < 0.75:
            key = chance.choice(sorted(spot, key=str)) if isinstance(spot, dict) else chance.randrange(len(spot))
            if not isinstance(spot[key], (dict, list)) or not spot[key] or chance.random() < 0.4:
                wrong = chance.choice(
                    [None, -1, 10**12, 1.5, "", "<script>", "x" * 3000, [], {}, True, [[]], {"__proto__": 1}, "#2", "melding"]
                )
                if chance.random() < 0.3:
                    del spot[key]
                elif isinstance(spot, dict) and chance.random() < 0.3:
                    spot[chance.choice(["", "#", "melding#1", "melding#02", "constructor", "12", "é" * 90])] = spot.pop(key)
                else:
                    spot[key] = wrong
                break
            spot = spot[key]
    return data


@pytest.mark.thorough
def test_ten_thousand_damaged_files_never_raise_and_never_load_half():
    content, model = led(WALKED)
    good = case_file.case_data(content, model, True)
    good["former"] = [{"title": "Oud", "lines": ["Feiten: x"]}]
    start = guide.update(content, guide.init(content), ("day-began", "2026-12-07", "zzz"))
    chance = random.Random(20261121)
    refused = 0
    for _ in range(10_000):
        data = mutated(good, chance)
        opened = guide.update(content, start, ("file-opened", data))
        assert opened["notice"]
        unchanged = all(opened[name] == start[name] for name in start if name not in ("notice", "panel", "focus", "news"))
        loaded = opened["notice"][0] == "De zaak is geopend."
        assert loaded or unchanged
        refused += not loaded
        if loaded:
            to_html(guide.view(content, guide.update(content, opened, ("panel-chosen", "note"))))
            agenda.calendar_file(content, opened, "20261207T080000Z")
    assert 2_000 < refused < 10_000  # the damage is real, and not everything is refused


# ---- the calendar file ----


@pytest.mark.parametrize("protocol", sorted(PROTOCOLS))
def test_the_calendar_gives_the_dates_of_the_page(protocol):
    content = PROTOCOLS[protocol]
    model = guide.update(content, guide.init(content), ("day-began", "2026-11-23", "abc123"))
    model = guide.update(content, model, ("reported-today",))
    model = guide.update(content, model, ("labelled", "A"))
    for step in range(3):
        place = walk(content, model["answers"])[-1]
        if not index_steps(content)[place["step"]]["exits"]:
            break
        text = agenda.calendar_file(content, model, "20261123T083000Z")
        read = icalendar.Calendar.from_ical(text)
        assert not read.errors
        events = read.walk("VEVENT")
        assert not [event for event in events if event.errors]
        shown = upcoming.open_dates(content, model, plan.plan(content, model))
        assert [event["DTSTART"].dt for event in events] == [EPOCH + datetime.timedelta(event["day"]) for event in shown]
        assert [str(event["SUMMARY"]) for event in events] == [
            f"{'' if event['certain'] else 'Verwacht: '}{event['title']}, zaak A" for event in shown
        ]
        assert len({str(event["UID"]) for event in events}) == len(events) > 0
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        model = guide.update(content, model, ("answered", place["visit"], index_steps(content)[place["step"]]["exits"][0]["key"]))


def test_a_second_calendar_updates_the_first():
    content, model = led(WALKED)
    first = icalendar.Calendar.from_ical(agenda.calendar_file(content, model, "20261207T080000Z"))
    model = guide.update(content, model, ("calendar-made", "20261207T080000Z"))
    model = guide.update(content, model, ("dated", "next", "gesprek", "2026-12-10"))
    second = icalendar.Calendar.from_ical(agenda.calendar_file(content, model, "20261208T080000Z"))
    by_uid = [{str(event["UID"]): event for event in calendar.walk("VEVENT")} for calendar in (first, second)]
    assert set(by_uid[0]) == set(by_uid[1])
    moved = "abc123-gesprek-afspraak@veiligwijzer"
    assert by_uid[1][moved]["DTSTART"].dt == datetime.date(2026, 12, 10)
    assert by_uid[1][moved]["SEQUENCE"] > by_uid[0][moved]["SEQUENCE"]
