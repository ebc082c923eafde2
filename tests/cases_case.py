"""Cases for the case in hand, with a small protocol: see tests/cases.py."""

from widgets.core import agenda, case_file, case_list, dates, guide, note, plan, privacy, upcoming
from widgets.core.html import to_html


def case_step(id, kind, exits, due=None, moments=(), mandatory=False, **more):
    """A step of a protocol with which a case can be led."""
    facts = {
        "id": id,
        "number": "1",
        "kind": kind,
        "title": "Stap " + id,
        "who": "de mentor",
        "with": "",
        "inform": "",
        "deadline": "binnen iets" if due else "",
        "remark": "",
        "why": "",
        "how": [],
        "caution": [],
        "record": ["Datum"],
        "follow_up": ["1 week"] * len(moments),
        "terms": [],
        "pages": [],
        "guide": None,
        "talk": "",
        "onward": None,
        "exits": exits,
        "due": due,
        "moments": list(moments),
        "mandatory": mandatory,
        "parents": "U hoort van " + id + ".",
        "stage": "",
        "was": [],
        "roles": {"who": ["mentor"], "with": [], "inform": ["coordinator"]},
    }
    for name in more:
        facts[name] = more[name]
    return facts


def way(key, to, label="", limit=0, then="", was=()):
    return {"key": key, "label": label or "Naar " + to, "to": to, "limit": limit, "then": then, "was": list(was)}


def small_protocol():
    """A report, a talk, a choice, a series of talks with a loop, and two ends; Christmas holidays in between."""
    return {
        "id": "klein",
        "title": "Klein protocol; één, twee",
        "start": "melding",
        "version": "2026-11-21-abc123",
        "time_zone": "Europe/Amsterdam",
        "contact": "de coördinator",
        "leave_to": "https://example.org/",
        "roles": [
            {"id": "mentor", "name": "mentor", "href": "../rollen/mentor/"},
            {"id": "coordinator", "name": "coördinator", "href": ""},
        ],
        "calendar": {
            "closed": [[dates.from_iso("2026-12-19"), dates.from_iso("2027-01-03")]],
            "free": [dates.from_iso("2026-12-25"), dates.from_iso("2027-01-01")],
            "known_until": dates.from_iso("2027-08-29"),
            "terms": [[12, 1], [3, 15], [6, 1]],
        },
        "stages": [],
        "steps": [
            case_step(
                "melding",
                "do",
                [way("gesprek", "gesprek"), way("anders", "klaar")],
                due={"duration": [1, "same-day"], "after": ""},
                mandatory=True,
            ),
            case_step(
                "gesprek", "do", [way("vraag", "vraag")], due={"duration": [1, "weeks"], "after": "melding"}, was=["praten"]
            ),
            case_step("vraag", "ask", [way("pesten", "volgen", "Pesten 😀", was=["ja"]), way("ruzie", "klaar")]),
            case_step(
                "volgen",
                "do",
                [way("gestopt", "klaar"), way("nog-niet", "volgen", "", 2, "hulp"), way("opnieuw", "gesprek", "", 1, "hulp")],
                due={"duration": [2, "school-days"], "after": ""},
                moments=([2, "school-days"], [1, "weeks"], [1, "months"], [1, "terms"]),
            ),
            case_step("hulp", "end", []),
            case_step("klaar", "end", []),
        ],
    }


def asking_protocol(term=None, moments=()):
    """A question after a talk that leads to a call or to a group, and then always to agreements; the call has days to come back.

    `term` and `moments` are those of the question.
    """
    content = small_protocol()
    content["steps"] = [
        case_step("melding", "do", [way("gesprek", "gesprek")], due={"duration": [1, "same-day"], "after": ""}),
        case_step("gesprek", "do", [way("vraag", "vraag")], due={"duration": [1, "weeks"], "after": ""}),
        case_step(
            "vraag",
            "ask",
            [way("ja", "bellen"), way("nee", "groep"), way("later", "vraag", "", 2, "bellen")],
            due=term,
            moments=moments,
        ),
        case_step("groep", "do", [way("afspraken", "afspraken")], due={"duration": [1, "weeks"], "after": ""}),
        case_step(
            "bellen",
            "do",
            [way("afspraken", "afspraken")],
            due={"duration": [1, "school-days"], "after": ""},
            moments=([1, "weeks"], [1, "months"]),
        ),
        case_step("afspraken", "do", [way("klaar", "klaar")], due={"duration": [1, "months"], "after": "melding"}),
        case_step("klaar", "end", []),
    ]
    return content


def asked(content, today, messages):
    """The model after a report on Monday 16 November 2026, a talk on Tuesday 17 and these messages."""
    model = guide.init(content)
    for message in [
        ("day-began", today, "abc123"),
        ("reported", "2026-11-16"),
        ("dated", "day", "melding", "2026-11-16"),
        ("answered", "melding", "gesprek"),
        ("dated", "day", "gesprek", "2026-11-17"),
        ("answered", "gesprek", "vraag"),
    ] + messages:
        model = guide.update(content, model, message)
    return model


def led(messages):
    """The model after a day has begun, a report on Friday 4 December 2026, and these messages."""
    content = small_protocol()
    model = guide.init(content)
    for message in [("day-began", "2026-12-07", "abc123"), ("reported", "2026-12-04"), ("labelled", "a/12")] + messages:
        model = guide.update(content, model, message)
    return content, model


WALKED = [
    ("answered", "melding", "gesprek"),
    ("dated", "day", "melding", "2026-12-04"),
    ("noted", "facts", "gesprek", "Iets <b>\ngebeurd"),
    ("noted", "agreement", "gesprek", "Morgen verder"),
    ("dated", "next", "gesprek", "2026-12-09"),
    ("answered", "gesprek", "vraag"),
    ("noted", "reason", "vraag", "Het gaat door."),
    ("answered", "vraag", "pesten"),
    ("answered", "volgen", "nog-niet"),
]


def case_dates_of_a_case():
    content, model = led(WALKED)
    return [
        [
            [line["visit"], line["due"], line["day"], line["done"], line["moment"], line["expected"]]
            for line in plan.plan(content, model)
        ],
        [
            [event["day"], event["uid"], event["title"], event["expected"]]
            for event in upcoming.open_dates(content, model, plan.plan(content, model))
        ],
    ]


def case_views_of_a_case():
    found = []
    for panel in ("dates", "mine", "note", "parents", "keep"):
        content, model = led(WALKED + [("panel-chosen", panel), ("role-chosen", "mentor")])
        found.append(to_html(guide.view(content, model)))
    return found


def case_skipping():
    content, refused = led([("skipped", "melding", "ja"), ("answered", "melding", "gesprek")])
    accepted = guide.update(content, refused, ("noted", "reason", "melding", "Was al gedaan."))
    accepted = guide.update(content, accepted, ("answered", "melding", "gesprek"))
    return [refused["news"], refused["answers"], accepted["answers"], note.note(content, accepted, plan.plan(content, accepted))]


def case_starting_over():
    content, model = led(WALKED)
    asked = guide.update(content, model, ("restart-asked",))
    kept = guide.update(content, asked, ("restart-refused",))
    fresh = guide.update(content, asked, ("restarted",))
    return [to_html(guide.view(content, asked)), kept["asking"], fresh]


def case_notes():
    content, model = led(WALKED)
    return [note.note(content, model, plan.plan(content, model)), note.parents_note(content, model, plan.plan(content, model))]


QUESTIONS = (
    ("2026-11-19", []),
    ("2026-12-07", []),
    ("2026-12-07", [("answered", "vraag", "ja")]),
    ("2026-12-07", [("answered", "vraag", "later")]),
    ("2026-12-07", [("answered", "vraag", "nee"), ("dated", "planned", "groep", "2026-12-09")]),
    ("2026-12-07", [("answered", "vraag", "ja"), ("dated", "day", "bellen", "2026-12-07")]),
    ("2026-12-07", [("answered", "vraag", "ja"), ("answered", "bellen", "afspraken")]),
)


def asking_protocols():
    """A question with no time of its own, with a term, and with fixed days."""
    return (
        asking_protocol(),
        asking_protocol({"duration": [2, "weeks"], "after": ""}),
        asking_protocol(None, ([1, "weeks"], [2, "weeks"])),
    )


def case_questions():
    """Dates around a question, open and answered late."""
    found = []
    for content in asking_protocols():
        for today, messages in QUESTIONS:
            model = asked(content, today, messages)
            lines = plan.plan(content, model)
            found.append(
                [
                    lines,
                    upcoming.open_dates(content, model, lines),
                    case_list.now(content, model, lines),
                    case_list.following(content, model, lines),
                    note.note(content, model, lines),
                    note.parents_note(content, model, lines),
                ]
            )
    return found


def case_question_views():
    content = asking_protocol()
    return [to_html(guide.view(content, asked(content, today, messages))) for today, messages in QUESTIONS]


def case_calendar_file():
    content, model = led(WALKED)
    return agenda.calendar_file(content, model, "20261207T080000Z")


def case_folding():
    return [agenda.folded(text) for text in ("a" * 75, "a" * 76, "é" * 60, "😀" * 40, "")]


def case_escaping():
    return agenda.escaped("a, b; c\\d\ne")


def case_file_and_back():
    content, model = led(WALKED)
    data = case_file.case_data(content, model, True)
    back = guide.update(content, guide.init(content), ("file-opened", data))
    return [data, back, case_file.case_data(content, model, False), case_file.file_name(content, model)]


def case_older_file():
    """Saved under an older version: a step and an exit have another name now, one step is gone."""
    content, model = led(WALKED)
    data = case_file.case_data(content, model, True)
    data["version"] = "2025-01-01-old"
    data["answers"] = {"melding": "gesprek", "praten": "vraag", "vraag": "ja", "weg": "x"}
    data["records"]["praten"] = data["records"]["gesprek"]
    data["records"]["weg"] = data["records"]["gesprek"]
    data["seen"] = {
        "melding": ["Oude titel", "", "binnen een jaar"],
        "praten": ["Stap gesprek", "", "binnen iets"],
        "weg": ["Oude stap", "", ""],
    }
    del data["records"]["gesprek"]
    back = guide.update(content, guide.init(content), ("file-opened", data))
    return [back["answers"], back["notice"], back["former"], note.note(content, back, plan.plan(content, back))]


def case_bad_files():
    content, model = led(WALKED)
    good = case_file.case_data(content, model, True)
    found = []
    for change in (
        {"format": "x"},
        {"format_version": 9},
        {"format_version": True},
        {"protocol": "ander"},
        {"protocol": 3},
        {"id": "<b>"},
        {"reported": -1},
        {"answers": []},
        {"records": {"melding": {}}},
        {"agenda": {"sequence": "1", "events": {}}},
        {"agenda": {"sequence": 1, "events": {"a\nb": [1, "x"]}}},
        {"former": None},
        {"seen": {"a": [1]}},
    ):
        data = dict(good)
        for name in change:
            data[name] = change[name]
        opened = guide.update(content, guide.init(content), ("file-opened", data))
        found.append([opened["notice"], opened["answers"]])
    for data in (None, [], "x", 3, {}):
        found.append(guide.update(content, guide.init(content), ("file-opened", data))["notice"])
    return found


def case_privacy():
    return [
        privacy.findings(text)
        for text in (
            "Jan de Vries zei het",
            "Zij belde met Fatima El Amrani",
            "De mentor belde. Morgen verder",
            "Bel 06-12345678",
            "tel +31 6 12345678",
            "nummer 111222333",
            "111222334",
            "85.07.30-033.28",
            "geboren in mei",
            "12-03-2012",
            "op 12-03-2026",
            "3 keer in 2026",
            "",
        )
    ]


def case_guide_refuses_case_messages():
    content, model = led([])
    found = []
    for message in (
        ("dated", "day", "vraag", "2026-12-04"),
        ("dated", "iets", "melding", "2026-12-04"),
        ("noted", "naam", "melding", "x"),
        ("panel-chosen", "x"),
        ("role-chosen", "x"),
        ("talk", "went-on"),
        ("reported",),
    ):
        try:
            guide.update(content, model, message)
            found.append("accepted")
        except ValueError as error:
            found.append(str(error))
    return found


CASES = [
    case_dates_of_a_case,
    case_views_of_a_case,
    case_questions,
    case_question_views,
    case_skipping,
    case_starting_over,
    case_notes,
    case_calendar_file,
    case_folding,
    case_escaping,
    case_file_and_back,
    case_older_file,
    case_bad_files,
    case_privacy,
    case_guide_refuses_case_messages,
]
