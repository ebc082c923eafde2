"""First do no harm, in the core: what comes in is used whole or refused in words, and nothing is claimed or forgotten."""

import datetime
import re

import icalendar
import pytest

from macros.site.brython import runtime
from tests.brython_in_v8 import V8Session
from tests.cases_case import WALKED, led, small_protocol
from tests.cases_lists import small_agreements, small_signals
from tests.cases_school import GOOD, small_content
from tests.cases_shared import refusal
from tests.render.test_talk import SMALL as SMALL_TALK
from widgets.core import (
    agenda,
    agreements,
    case,
    case_file,
    dates,
    effects,
    fields,
    guide,
    note,
    plain_yaml,
    plan,
    reserved,
    school_file,
    signals,
    talk,
    typed_date,
)
from widgets.core.html import to_html

EPOCH = datetime.date(1970, 1, 1)
CLOCK = {"today": "2026-12-07", "stamp": "20261207T080000Z"}


def day(iso):
    return dates.from_iso(iso)


# ---- H-8: a date as it is typed ----


@pytest.mark.parametrize(
    "text, iso",
    [
        ("2026-11-20", "2026-11-20"),
        ("20-11-26", "2026-11-20"),
        ("4-12-26", "2026-12-04"),
        ("04-12-2026", "2026-12-04"),
        ("4/12/2026", "2026-12-04"),
        ("4.12.26", "2026-12-04"),
        (" 4 december 2026 ", "2026-12-04"),
        ("4 dec 2026", "2026-12-04"),
        ("Vrijdag 4 december 2026", "2026-12-04"),
        ("29-02-2028", "2028-02-29"),
        ("", None),
    ],
)
def test_a_typed_date_is_read_whole(text, iso):
    assert typed_date.read(text) == (day(iso) if iso else None, True)


@pytest.mark.parametrize(
    "text",
    [
        "gisteren",
        "20-11",
        "31-02-2026",
        "4-13-2026",
        "0202-11-20",
        "20-11-226",
        "?",
        "1-2-3-4",
        "20112026",
        "-",
        "²-1-2026",
        "20-11-2026 om 10 uur",
    ],
)
def test_what_is_no_date_is_never_guessed(text):
    assert typed_date.read(text) == (None, text == "-")  # a lone dash is a way to leave a field empty


@pytest.mark.parametrize("name", case.DAYS)
def test_a_date_that_cannot_be_read_stays_and_keeps_the_step_here(name):
    content, model = led([("dated", name, "melding", "20-11"), ("answered", "melding", "gesprek")])
    assert model["answers"] == {} and case.DAY_LABELS[name] in model["news"]
    assert model["focus"] == ("answers" if name == "day" else "form"), "the day stands beside the answers"
    html = to_html(guide.view(content, model))
    assert "‘20-11’ is geen datum die deze pagina kan lezen" in html
    assert '<details class="case-form needs-script" open>' in html
    mended = guide.update(content, model, ("dated", name, "melding", "4-12-26"))
    assert mended["records"]["melding"][name] == day("2026-12-04")
    assert guide.update(content, mended, ("answered", "melding", "gesprek"))["answers"] == {"melding": "gesprek"}


def test_a_day_of_report_half_typed_leaves_the_case_as_it_is():
    content, model = led([("reported", "0002-12-04")])
    assert model["reported"] == day("2026-12-04")
    assert "Tot dan geldt vrijdag 4 december 2026" in to_html(guide.view(content, model))
    assert guide.update(content, model, ("reported", ""))["reported"] is None


@pytest.mark.parametrize(
    "message, words",
    [
        (("reported", "2036-11-23"), "Deze dag moet nog komen."),
        (("reported", "2025-11-23"), "meer dan een jaar geleden"),
        (("dated", "day", "melding", "2036-12-04"), "Deze dag moet nog komen."),
        (("dated", "day", "melding", "2026-12-03"), "voor de dag van de melding"),
        (("dated", "planned", "melding", "2026-12-01"), "Deze dag is al voorbij."),
        (("dated", "next", "melding", "2036-12-01"), "meer dan twee jaar vooruit"),
    ],
)
def test_a_date_that_can_hardly_be_right_gets_a_remark(message, words):
    content, model = led([])
    assert words not in to_html(guide.view(content, model))
    assert words in to_html(guide.view(content, guide.update(content, model, message)))


# ---- H-8: texts ----


def test_a_long_text_stays_whole_in_the_note_and_in_the_file():
    text = "x" * 3320 + " EINDE van."
    content, model = led([("noted", "facts", "melding", text)])
    assert text in note.note(content, model, plan.plan(content, model))
    assert "maxlength" not in to_html(guide.view(content, model))
    back = guide.update(content, guide.init(content), ("file-opened", case_file.case_data(content, model, True)))
    assert back["records"]["melding"]["facts"] == text


def test_a_text_that_does_not_fit_in_a_file_is_not_kept_for_half():
    content, model = led([("noted", "facts", "melding", "x" * 1000007)])
    answer = guide.effect(content, model, ("case-saved",), CLOCK)
    assert answer["kind"] == "tell" and "Stap melding" in answer["said"] and "7 tekens korter" in answer["said"]


@pytest.mark.parametrize(
    "text, label, words",
    [
        ("a", "A", ""),
        ("a1", "A1", ""),
        ("", "", ""),
        ("Karin", "KAR", "‘zaak KAR’"),
        ("é", "", "geen letter"),
        ("a b", "AB", "‘zaak AB’"),
    ],
)
def test_a_letter_that_does_not_fit_is_told(text, label, words):
    content, model = led([("labelled", text)])
    assert model["label"] == label and words in model["news"] and bool(words) == bool(model["news"])


def test_what_a_file_holds_more_is_told():
    content, model = led(WALKED)
    data = case_file.case_data(content, model, True)
    data["label"], data["opmerking"] = "Karin", "x"
    data["records"]["melding"] = {**data["records"]["melding"], "kleur": "rood", "__proto__": 3}
    data["__proto__"] = {"a": 1}
    back = guide.update(content, guide.init(content), ("file-opened", data))
    told = " ".join(back["notice"])
    assert "‘opmerking’" in told and "‘kleur’" in told and "‘__proto__’" in told and "‘zaak KAR’" in told
    assert back["records"]["gesprek"] == model["records"]["gesprek"] and "kleur" not in back["records"]["melding"]


def test_all_that_stood_at_a_step_that_is_gone_stands_under_the_note():
    content, model = led([])
    data = case_file.case_data(content, model, True)
    data["answers"]["weg"] = "x"
    data["seen"]["weg"] = ["Oude stap", "Toch pesten", ""]
    data["records"]["weg"] = {
        **case.empty_record(),
        "skipped": True,
        "facts": "Feit.",
        "next": day("2026-12-09"),
        "planned": day("2026-12-08"),
        "day": day("2026-12-07"),
    }
    back = guide.update(content, guide.init(content), ("file-opened", data))
    assert back["former"] == [
        {
            "title": "Oude stap",
            "lines": [
                "Keuze: Toch pesten",
                "Niet gedaan.",
                "Feiten: Feit.",
                "Datum: maandag 7 december 2026",
                "Gepland op: dinsdag 8 december 2026",
                "Volgende afspraak: woensdag 9 december 2026",
            ],
        }
    ]


def test_lists_and_the_school_form_take_texts_whole():
    long = "woord " * 200
    content = small_signals()
    model = signals.update(content, signals.init(content), ("described", "eigen-eigen-1", long))
    assert long.strip() in signals.summary_text(content, model)
    content = small_agreements()
    model = agreements.update(content, agreements.init(content), ("written", "regel-1", long))
    assert long.strip() in agreements.sheet_text(content, agreements.update(content, model, ("named", long)))
    content = small_content()
    model = school_file.update(content, school_file.init(content), ("filled", "naam", long))
    assert model["school"]["naam"] == long and "te lang" in school_file.mistakes(content, model)["naam"]


# ---- H-11: fields about people ----


def views():
    """Views of every core that adults fill in, with all their fields."""
    case_content, model = led(WALKED)
    question = guide.update(case_content, model, ("revisited", "vraag"))
    school = small_content()
    filled = school_file.init(school)
    for message in [*GOOD, ("location-added",)]:
        filled = school_file.update(school, filled, message)
    yield "guide, empty", guide.view(case_content, guide.init(case_content))
    for panel in case.PANELS:
        yield f"guide, {panel}", guide.view(case_content, guide.update(case_content, model, ("panel-chosen", panel)))
    yield "guide, question", guide.view(case_content, question)
    ticked = signals.update(small_signals(), signals.init(small_signals()), ("described", "eigen-eigen-1", "x"))
    yield "signals", signals.view(small_signals(), ticked)
    yield "agreements", agreements.view(small_agreements(), agreements.init(small_agreements()))
    yield "school_file", school_file.view(school, filled)
    yield "talk", talk.view(SMALL_TALK, talk.init(SMALL_TALK))


def controls(node):
    if isinstance(node, str):
        return
    tag, attributes, children = node
    if tag in ("input", "textarea", "select"):
        yield tag, attributes
    for child in children:
        yield from controls(child)


def test_a_field_about_people_tells_the_browser_to_keep_what_is_typed_here():
    seen = 0
    for name, view in views():
        for tag, attributes in controls(view):
            if attributes.get("type") in ("file", "checkbox"):  # Firefox asks their form: tests/browser/test_unkept.py
                assert attributes.get("form") == fields.UNKEPT_FORM, (name, attributes)
            else:
                assert attributes.get("autocomplete") == "off", (name, attributes)
            if tag == "textarea" or attributes.get("type") in ("text", "date"):
                seen += 1
                assert "maxlength" not in attributes, (name, attributes)
                for key in fields.UNSENT:
                    assert attributes[key] == fields.UNSENT[key], (name, key, attributes)
    assert seen > 40
    assert fields.UNSENT["spellcheck"] == "false" and fields.UNSENT["writingsuggestions"] == "false"


# ---- H-2: the calendar ----


def events(text):
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def exported(content, model, stamp):
    answer = guide.effect(content, model, ("calendar",), {"today": "", "stamp": stamp})
    return answer["text"], guide.update(content, model, answer["began"])


def test_a_calendar_after_opening_the_saved_case_is_newer():
    content, model = led(WALKED)
    first, model = exported(content, model, "20261207T080000Z")
    kept = case_file.case_data(content, model, True)
    back = guide.update(content, guide.init(content), ("file-opened", kept))
    second, _ = exported(content, back, "20261207T080000Z")  # even in the same minute
    older = guide.update(content, guide.init(content), ("file-opened", {**kept, "agenda": {"sequence": 0, "events": {}}}))
    third, _ = exported(content, older, "20261208T080000Z")
    early, _ = exported(content, back, "20250101T080000Z")  # and with a clock that runs behind
    numbers = [{event["SEQUENCE"] for event in events(text).values()} for text in (first, second, third, early)]
    assert all(len(found) == 1 for found in numbers)
    one, two, three, four = (found.pop() for found in numbers)
    assert one < two < three and four > one and three < 2**31
    assert set(events(first)) == set(events(second))


def test_what_fell_away_is_cancelled_in_the_next_file():
    content, model = led([])
    first, model = exported(content, model, "20261207T080000Z")
    assert len(events(first)) > 3
    model = guide.update(content, model, ("answered", "melding", "anders"))  # straight to the end
    second, model = exported(content, model, "20261208T080000Z")
    assert {uid: str(event["STATUS"]) for uid, event in events(second).items()} == dict.fromkeys(events(first), "CANCELLED")
    for uid, event in events(second).items():
        assert not event.errors and event.walk("VALARM") == []
        assert event["DTSTART"].dt == events(first)[uid]["DTSTART"].dt and event["SEQUENCE"] > events(first)[uid]["SEQUENCE"]
    assert model["unsaved"], "what is in a calendar belongs in the file of the case"
    model = guide.update(content, model, ("answered", "melding", "gesprek"))
    third = events(exported(content, model, "20261209T080000Z")[0])
    assert {str(event["STATUS"]) for event in third.values()} == {"CONFIRMED", "TENTATIVE", "CANCELLED"}


def test_no_open_date_gives_no_file():
    content, model = led([("answered", "melding", "anders")])
    assert agenda.calendar_file(content, model, CLOCK["stamp"]) == ""
    assert guide.effect(content, model, ("calendar",), CLOCK) == effects.tell(
        "Er staat geen datum open, dus er is niets om in je agenda te zetten."
    )


def test_an_alarm_comes_at_nine_on_the_day_before():
    """An all-day event starts at 00:00; an alarm before that works everywhere, Outlook and Google drop one that comes after."""
    content, model = led([])
    for event in events(agenda.calendar_file(content, model, CLOCK["stamp"])).values():
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == datetime.timedelta(hours=-15)


# ---- H-2, H-6: nothing claimed, nothing replaced ----


def test_a_case_over_one_that_was_not_kept_waits_for_a_yes():
    content, other = led(WALKED)
    data = case_file.case_data(content, other, True)
    _, model = led([("noted", "facts", "melding", "Van mij.")])
    asked = guide.update(content, model, ("file-opened", data))
    assert asked["records"] == model["records"] and asked["answers"] == {} and asked["waiting"] == data
    assert "die niet is bewaard" in to_html(guide.view(content, asked))
    kept = guide.update(content, asked, ("opening-refused",))
    assert kept["records"] == model["records"] and kept["waiting"] is None and kept["unsaved"]
    opened = guide.update(content, asked, ("opening-confirmed",))
    assert opened["records"] == other["records"] and opened["waiting"] is None and not opened["unsaved"]
    assert guide.update(content, kept, ("restarted",))["waiting"] is None
    saved = guide.update(content, model, ("effected", "case-saved"))
    assert guide.update(content, saved, ("file-opened", data))["answers"] == other["answers"]
    wrong = guide.update(content, model, ("file-opened", {}))
    assert wrong["waiting"] is None and wrong["records"] == model["records"]
    assert refusal(guide.update, content, model, ("opening-confirmed",))


def test_the_same_value_again_is_no_change():
    content, model = led([("noted", "facts", "melding", "x"), ("effected", "case-saved")])
    for message in (
        ("noted", "facts", "melding", "x"),
        ("reported", "4-12-2026"),
        ("dated", "day", "melding", ""),
        ("labelled", "A12"),
        ("day-began", "2026-12-08", "z"),
    ):
        assert not guide.would_lose(content, guide.update(content, model, message)), message
    assert guide.would_lose(content, guide.update(content, model, ("noted", "facts", "melding", "y")))


def lossy():
    """(core, content, untouched model, messages that give it something to lose, effect after which it is kept)."""
    content, model = led([])
    yield guide, content, guide.init(content), [("day-began", "2026-12-07", "a"), ("reported-today",)], "case-saved"
    yield signals, small_signals(), signals.init(small_signals()), [("ticked", "school-1", "ja")], "copy"
    yield agreements, small_agreements(), agreements.init(small_agreements()), [("named", "2B")], "copy"
    yield school_file, small_content(), school_file.init(small_content()), [("filled", "naam", "De Vlinder")], "save"


@pytest.mark.parametrize("core, content, model, messages, kept", lossy(), ids=lambda part: getattr(part, "__name__", ""))
def test_leaving_asks_until_it_is_known_to_be_kept(core, content, model, messages, kept):
    assert not core.would_lose(content, model) and core.rescued(content, model) is None
    for message in messages:
        model = core.update(content, model, message)
    assert core.would_lose(content, model)
    assert len(core.rescued(content, model)["text"]) > 10
    assert not core.would_lose(content, core.update(content, model, ("effected", kept)))


def test_a_school_form_with_locations_is_kept_when_every_file_is():
    content = small_content()
    model = school_file.init(content)
    for message in [*GOOD, ("location-added",), ("location-filled", "1", "naam", "Noord"), ("effected", "save")]:
        model = school_file.update(content, model, message)
    assert school_file.would_lose(content, model)
    model = school_file.update(content, model, ("effected", "save-location 1"))
    assert not school_file.would_lose(content, model)
    assert school_file.would_lose(content, school_file.update(content, model, ("filled", "naam", "Anders")))


def test_wiping_and_opening_over_a_school_form_ask_first_and_a_row_comes_back():
    content = small_content()
    model = school_file.init(content)
    for message in GOOD:
        model = school_file.update(content, model, message)
    html = to_html(school_file.view(content, model))
    assert 'data-message="clear-asked"' in html and 'data-message="cleared"' not in html
    opened = school_file.update(content, model, ("opened", "naam: Eigen\n"))
    assert opened["school"] == model["school"] and opened["asking"] == "open"
    assert school_file.update(content, opened, ("asked-back",))["school"] == model["school"]
    assert school_file.update(content, opened, ("opening-confirmed",))["school"]["naam"] == "Eigen"
    removed = school_file.update(content, model, ("contact-removed", "2"))
    assert len(removed["school"]["contact"]) == 1 and "Zet terug" in to_html(school_file.view(content, removed))
    assert school_file.update(content, removed, ("put-back",))["school"]["contact"] == model["school"]["contact"]


def test_wiping_a_list_asks_first():
    for core, content, messages in (
        (signals, small_signals(), [("ticked", "school-1", "ja")]),
        (agreements, small_agreements(), [("written", "regel-1", "x")]),
    ):
        model = core.init(content)
        for message in messages:
            model = core.update(content, model, message)
        html = to_html(core.view(content, model))
        assert 'data-message="clear-asked"' in html and 'data-message="cleared"' not in html
        asked = core.update(content, model, ("clear-asked",))
        assert 'data-message="cleared"' in to_html(core.view(content, asked))
        back = core.update(content, asked, ("clear-refused",))
        assert core.would_lose(content, back)
        assert not core.would_lose(content, core.update(content, asked, ("cleared",)))


def test_where_keeping_is_explained_it_says_that_an_iphone_does_not_ask():
    content, model = led([("panel-chosen", "keep")])
    assert "Een iPhone of iPad vraagt dat niet" in to_html(guide.view(content, model))


# ---- a state that cannot be drawn any more ----


def test_what_can_still_be_saved_of_a_broken_case():
    content, model = led(WALKED)
    found = guide.rescued(content, model)
    assert "Feiten: Iets <b> gebeurd" in found["text"] and found["data"]["records"] == model["records"]
    broken = {**content, "calendar": {"closed": None}, "steps": None}
    found = guide.rescued(broken, model)
    assert "facts: Iets <b>\ngebeurd" in found["text"] and found["data"] is None


# ---- H-4: what hangs on the day ----


def test_this_week_becomes_last_week_when_a_new_week_begins():
    content = small_signals()
    model = signals.update(content, signals.init(content), ("day-began", "2026-11-26"))  # a Thursday
    model = signals.update(content, model, ("ticked", "school-1", "ja"))
    before = signals.summary(content, model)
    assert signals.update(content, model, ("day-began", "2026-11-29"))["seen"] == model["seen"]
    for iso, week in (("2026-11-30", "week-1"), ("2026-12-21", "earlier"), ("2026-11-16", "week-0")):
        assert signals.update(content, model, ("day-began", iso))["seen"]["school-1"]["week"] == week
    assert signals.summary(content, signals.update(content, model, ("day-began", "2026-11-30"))) == before
    assert before[0][0].startswith("In de week van 23 november")


# ---- H-13: links beside a case ----


def test_links_of_a_step_open_beside_a_case_and_stay_where_there_is_none():
    pages = {
        "guide": {"title": "Gesprek", "href": "../g/"},
        "pages": [{"title": "Lees", "href": "../p/"}],
        "terms": [{"title": "Pesten", "href": "../b/#pesten"}],
        "onward": {"title": "Verder", "href": "../v/"},
    }
    content, model = led([])
    content["steps"][0].update(pages)
    html = to_html(guide.view(content, model))
    for href in ("../g/", "../p/", "../b/#pesten", "../v/"):
        assert re.search(f'<a href="{re.escape(href)}" target="_blank" rel="noopener">', html), href
    assert html.count("(nieuw tabblad)") >= 4
    plain = {**small_protocol(), "calendar": None}
    plain["steps"][0].update(pages)
    assert "_blank" not in to_html(guide.view(plain, guide.init(plain)))


# ---- names that mean something to the browser ----

_HOLDS = """
from javascript import JSON
def broken(names):
    found = []
    for name in names.split(" "):
        try:
            read = JSON.parse('{"a": {"b": 1, "' + name + '": {"x": 1}}}')["a"]
            made = {"b": 1}
            made[name] = 3
            whole = list(read) == ["b", name] and read[name] == {"x": 1} and dict(read) == read and "x" not in read
            if not whole or made[name] != 3 or len(made) != 2 or JSON.parse(JSON.stringify(made)) != made:
                found.append(name)
        except Exception:
            found.append(name)
    return " ".join(found)
"""


def test_the_names_that_no_dict_can_hold_are_all_known():
    """Tried: every name of an object, and every name with a $ or __ that the run-time uses itself."""
    names = set(re.findall(r"[.\"'](\$[A-Za-z0-9_$]+|__[A-Za-z0-9_]+)", runtime.trimmed()))
    names |= {
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
        "__proto__",
        "__defineGetter__",
        "__lookupGetter__",
        "toJSON",
        "then",
        "length",
        "prototype",
        "name",
    }
    assert len(names) > 300
    code = _HOLDS + "\ndef go():\n    return broken(" + repr(" ".join(sorted(names))) + ")\n"
    assert set(V8Session({"t": code}).call("t", "go").split()) == set(reserved.RESERVED)


def test_such_a_name_in_a_school_file_is_refused_in_words():
    for name in reserved.RESERVED:
        found, problem = plain_yaml.read(f"naam: x\n{name}: y\n")
        assert found is None and problem["line"] == 2
