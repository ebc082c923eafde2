"""Cases for the list of a case, with a protocol in stages: see tests/cases.py. What each must give is worked out by hand from a
calendar of 2026: 16 November is a Monday, and there is no school from 19 December to 3 January."""

from tests.cases_case import case_step, small_protocol, way
from widgets.core import case_file, case_link, case_list, dates, guide, plan, stages


def staged_protocol():
    """Six stages of which one is seldom needed, two questions, a way back that may be taken once, and three ends."""
    content = small_protocol()
    content["stages"] = [
        {"id": name, "title": "Fase " + name, "side": name == "zoeken"}
        for name in ("melden", "praten", "thuis", "zoeken", "aanpakken", "volgen", "afloop")
    ]
    school_days, week = {"duration": [2, "school-days"], "after": ""}, {"duration": [1, "weeks"], "after": ""}
    content["steps"] = [
        case_step(
            "melding",
            "do",
            [way("gesprek", "gesprek", "Veilig"), way("bestuur", "bestuur", "Een medewerker doet het")],
            due={"duration": [1, "same-day"], "after": ""},
            stage="melden",
        ),
        case_step("gesprek", "do", [way("wat", "wat")], due={"duration": [2, "school-days"], "after": "melding"}, stage="praten"),
        case_step("wat", "ask", [way("bellen", "bellen", "Pesten"), way("geen", "geen", "Ruzie")], stage="praten"),
        case_step(
            "bellen",
            "do",
            [way("aanpak", "aanpak", "We weten wie"), way("wie", "wie", "Onbekend")],
            due={"duration": [1, "school-days"], "after": ""},
            stage="thuis",
        ),
        case_step("wie", "do", [way("opvolgen", "opvolgen")], due=week, stage="zoeken"),
        case_step("aanpak", "do", [way("opvolgen", "opvolgen")], due=week, stage="aanpakken"),
        case_step(
            "opvolgen",
            "do",
            [
                way("gestopt", "gestopt", "Het is gestopt"),
                way("aanpak", "aanpak", "Het gaat door", 1, "bestuur"),
                way("opvolgen", "opvolgen", "Te vroeg", 2, "bestuur"),
            ],
            due=school_days,
            moments=([2, "school-days"], [1, "weeks"]),
            stage="volgen",
        ),
        case_step("geen", "end", [], stage="afloop"),
        case_step("gestopt", "end", [], stage="afloop"),
        case_step("bestuur", "end", [], stage="afloop"),
    ]
    return content


def done(visit, day, key):
    """Messages: a step was done on a day and left."""
    return [("dated", "day", visit, day), ("answered", visit, key)]


TALKED = done("melding", "2026-11-16", "gesprek") + done("gesprek", "2026-11-17", "wat")
CALLED = TALKED + [("answered", "wat", "bellen")] + done("bellen", "2026-11-18", "aanpak")
UNKNOWN = TALKED + [("answered", "wat", "bellen")] + done("bellen", "2026-11-18", "wie")
FOLLOWED = CALLED + done("aanpak", "2026-11-25", "opvolgen")

# What is set by Monday 30 November, ten school days after the report of Monday 16 November; each stage as "status day" (with
# "?" when the day is only expected, "again" for a second time); the step of now, and the date after it.
ROWS = [
    (  # Nothing yet. All later days count from today: +2 school days, +1, a week, +2 school days.
        [],
        "melden late 11-16, praten ahead 12-02?, thuis ahead 12-03?, aanpakken ahead 12-10?, volgen ahead 12-14?, afloop ahead",
        ("Stap melding", True, "10 schooldagen te laat (had ma 16 nov gemoeten)"),
        "12-02? Stap gesprek",
    ),
    (  # The talk was in time; the question is open. The call would be due a school day after the talk, whenever it is answered.
        TALKED,
        "melden done 11-16, praten now, thuis ahead 11-18?, aanpakken ahead 12-07?, volgen ahead 12-09?, afloop ahead",
        (
            "Stap wat",
            False,
            "wat daarna komt, moet misschien al uiterlijk op wo 18 nov klaar zijn (8 schooldagen te laat)",
        ),
        "12-07? Stap aanpak",
    ),
    (  # Answering the question moves nothing.
        TALKED + [("answered", "wat", "bellen")],
        "melden done 11-16, praten done 11-17, thuis late 11-18, aanpakken ahead 12-07?, volgen ahead 12-09?, afloop ahead",
        ("Stap bellen", True, "8 schooldagen te laat (had wo 18 nov gemoeten)"),
        "12-07? Stap aanpak",
    ),
    (  # A week after the call of the 18th; what follows counts from today.
        CALLED,
        "melden done 11-16, praten done 11-17, thuis done 11-18, aanpakken late 11-25, volgen ahead 12-02?, afloop ahead",
        ("Stap aanpak", True, "3 schooldagen te laat (had wo 25 nov gemoeten)"),
        "12-02? Eerste opvolggesprek",
    ),
    (  # The side branch is reached. It goes round the approach, that can still come: the way back is open.
        UNKNOWN,
        "melden done 11-16, praten done 11-17, thuis done 11-18, zoeken late 11-25, aanpakken maybe, volgen ahead 12-02?,"
        " afloop ahead",
        ("Stap wie", True, "3 schooldagen te laat (had wo 25 nov gemoeten)"),
        "12-02? Eerste opvolggesprek",
    ),
    (  # Two school days after the 25th, then a week after it: both moments are certain.
        FOLLOWED,
        "melden done 11-16, praten done 11-17, thuis done 11-18, aanpakken done 11-25, volgen late 11-27, afloop ahead",
        ("Stap opvolgen", True, "1 schooldag te laat (had vr 27 nov gemoeten)"),
        "12-02 Tweede opvolggesprek",
    ),
    (
        FOLLOWED + done("opvolgen", "2026-11-27", "opvolgen"),
        "melden done 11-16, praten done 11-17, thuis done 11-18, aanpakken done 11-25, volgen now 12-02, afloop ahead",
        ("Stap opvolgen", False, "uiterlijk wo 2 dec (nog 2 schooldagen)"),
        "",
    ),
    (  # Back to the approach, a week after the 27th; following comes again, two school days after that.
        FOLLOWED + done("opvolgen", "2026-11-27", "aanpak"),
        "melden done 11-16, praten done 11-17, thuis done 11-18, aanpakken now 12-04, volgen ahead 12-08 again, afloop ahead",
        ("Stap aanpak", False, "uiterlijk vr 4 dec (nog 4 schooldagen)"),
        "12-08 Eerste opvolggesprek",
    ),
    (  # Past it now.
        UNKNOWN + done("wie", "2026-11-25", "opvolgen"),
        "melden done 11-16, praten done 11-17, thuis done 11-18, zoeken done 11-25, aanpakken passed, volgen late 11-27,"
        " afloop ahead",
        ("Stap opvolgen", True, "1 schooldag te laat (had vr 27 nov gemoeten)"),
        "12-02 Tweede opvolggesprek",
    ),
    (  # At an end nothing comes any more.
        UNKNOWN + done("wie", "2026-11-25", "opvolgen") + done("opvolgen", "2026-11-27", "gestopt"),
        "melden done 11-16, praten done 11-17, thuis done 11-18, zoeken done 11-25, aanpakken gone, volgen done 11-27,"
        " afloop done",
        ("Stap gestopt", False, "het einde van dit protocol"),
        "",
    ),
    (
        TALKED + [("answered", "wat", "geen")],
        "melden done 11-16, praten done 11-17, thuis gone, aanpakken gone, volgen gone, afloop done",
        ("Stap geen", False, "het einde van dit protocol"),
        "",
    ),
    (  # Left out today: the stage was left, and nothing of it was done. What follows counts from today.
        TALKED + [("answered", "wat", "bellen"), ("skipped", "bellen", "ja")] + [("answered", "bellen", "aanpak")],
        "melden done 11-16, praten done 11-17, thuis skipped, aanpakken now 12-07, volgen ahead 12-09, afloop ahead",
        ("Stap aanpak", False, "uiterlijk ma 7 dec (nog 5 schooldagen)"),
        "12-09 Eerste opvolggesprek",
    ),
]


def led_to(messages, content=None, today="2026-11-30"):
    """(content, model, plan) of a case reported on 16 November."""
    content = content or staged_protocol()
    model = guide.init(content)
    for message in [("day-began", today, "abc123"), ("reported", "2026-11-16")] + messages:
        model = guide.update(content, model, message)
    return content, model, plan.plan(content, model)


def stage_words(stage):
    """ "thuis ahead 11-18?" """
    words = stage["id"] + " " + stage["status"]
    if stage["day"] is not None:
        words = words + " " + dates.to_iso(stage["day"])[5:] + ("" if stage["certain"] else "?")
    return words + (" again" if stage["again"] else "")


def told(messages):
    """What a row must say of a case."""
    content, model, lines = led_to(messages)
    now = case_list.now(content, model, lines)
    after = case_list.following(content, model, lines)
    words = "" if after is None else dates.to_iso(after["day"])[5:] + ("" if after["certain"] else "?") + " " + after["title"]
    return [
        ", ".join([stage_words(stage) for stage in stages.stages(content, model, lines)]),
        [now["title"], now["late"], now["words"]],
        words,
    ]


def case_list_of_a_case():
    return [told(row[0]) for row in ROWS]


def case_link_of_a_case():
    """The text, which tests/core/test_case_link.py tells by hand, and that it comes back whole."""
    content, model, _ = led_to(CALLED + [("labelled", "b2"), ("dated", "next", "bellen", "2026-11-16")])
    data = case_file.case_data(content, model, False)
    text = case_link.written(data)
    return [text, case_link.read(text) == data, case_link.read(text[1:])]


def case_begin_in_the_middle():
    """Two stages told as finished, and what was chosen: the same as the third row, which was led there step by step."""
    return told(
        [
            ("catch-up",),
            ("caught-up", "melden", "2026-11-16"),
            ("caught-up", "praten", "2026-11-17"),
            ("catch-up-ended",),
            ("answered", "melding", "gesprek"),
            ("answered", "wat", "bellen"),
        ]
    )


CASES = [case_list_of_a_case, case_link_of_a_case, case_begin_in_the_middle]
