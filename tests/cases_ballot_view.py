"""Cases for the screens of the ballot box, see tests/cases.py. Imports only the core."""

from widgets.core import ballot, ballot_set_up, code
from widgets.core.html import to_html

BEGUN = [
    ("day-began", "2026-11-21"),
    ("filled", "present", "12"),
    ("filled", "group", "2B"),
    ("filled", "boxes", "een"),
    ("box-opened", "kastje", 77),
]
MANY = [("filled", "boxes", "meer") if message[1] == "boxes" else message for message in BEGUN]


def instrument():
    """Two scales and two checklists with sensitive and ordinary items, twelve in all."""
    labels = ["nooit", "zelden", "soms", "vaak", "meestal", "altijd"]

    def item(id, kind, signal=False):
        return {
            "id": id,
            "text": "vraag " + id + ".",
            "class": kind,
            "reverse": False,
            "signal": signal,
            "urgent_from": 1 if signal else 0,
            "help": "praten" if kind == "C" else "",
            "picture": "",
        }

    def section(id, kind, polarity, items):
        return {
            "id": id,
            "title": "Hier " + id + " …",
            "name": "Deel " + id,
            "explanation": "",
            "kind": kind,
            "polarity": polarity,
            "own_behaviour": False,
            "labels": labels,
            "bands": ["laag", "midden", "hoog"],
            "label_pictures": [],
            "talk": None,
            "score": "mean" if kind == "scale" else "highest",
            "minimum": (len(items) + 1) // 2 if kind == "scale" else 1,
            "advice": ["a0", "a1", "a2"],
            "items": items,
        }

    line = {
        "name": "Hulp",
        "for_whom": "Voor jou.",
        "hours": "Altijd.",
        "phone": "113",
        "tel": "113",
        "site": "https://x.nl",
        "site_text": "x.nl",
    }
    return {
        "id": "klein",
        "title": "Kleine lijst",
        "number": 9,
        "major": 1,
        "minor": 0,
        "fingerprint": 12345,
        "month_text": "vorige maand",
        "former": [],
        "minutes": [4, 7],
        "limits": {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5},
        "skip": "Sla over",
        "closing": ["Dit is geen test."],
        "help": {"praten": [line]},
        "help_groups": ["praten"],
        "contacts": [],
        "aloud": False,
        "pictures": {},
        "ballot": True,
        "background": [],
        "sections": [
            section("s1", "scale", "high-is-good", [item("a1", "A"), item("a2", "A"), item("a3", "A")]),
            section("s2", "checklist", "high-is-bad", [item("b1", "B"), item("b2", "C", True), item("b3", "B")]),
        ],
    }


def fill(content, model, values):
    """One pupil from the first question to the box; a value of -1 skips."""
    model = ballot.update(content, model, ("pupil-began", "sleutel"))
    place = 0
    for section in content["sections"]:
        for item in section["items"]:
            value = values[place]
            place = place + 1
            if value < 0:
                model = ballot.update(content, model, ("skipped",))
            else:
                model = ballot.update(content, model, ("answered", item["id"], str(value)))
                model = ballot.update(content, model, ("went-on",))
    return ballot.update(content, model, ("cast",))


def open_box(content, began=BEGUN):
    model = ballot.init(content)
    for message in began:
        model = ballot.update(content, model, message)
    return model


def sheet(number):
    """Six answers that differ from pupil to pupil."""
    return [(number * 7 + place * 3 + number * place) % 6 for place in range(6)]


def filled_box(content, count, began=BEGUN):
    model = open_box(content, began)
    for number in range(count):
        model = fill(content, model, sheet(number))
    return model


def closed_box(content, count, began=BEGUN):
    model = filled_box(content, count, began)
    for message in (("close-asked",), ("closed",)):
        model = ballot.update(content, model, message)
    return model


def html(content, model):
    return to_html(ballot.view(content, model))


def refused(content, model, message):
    try:
        return ballot.update(content, model, message)["news"]
    except ValueError as error:
        return "refused: " + str(error)


# ---- the box ----

SET_UPS = (
    ("", "", "een"),
    ("4", "", "een"),
    ("2001", "", "een"),
    ("twaalf", "", "een"),
    ("12", "te lange naam", "een"),
    ("12", "2B", ""),
    ("12", "", "meer"),
    ("12", "", "een"),
    (" 12 ", " 2B ", "een"),
    ("9", "2B", "meer"),
)


def case_ballot_set_up():
    content = instrument()
    found = []
    for present, group, boxes in SET_UPS:
        model = ballot.init(content)
        for message in (
            ("day-began", "2026-01-05"),
            ("filled", "present", present),
            ("filled", "group", group),
            ("filled", "boxes", boxes),
            ("box-opened", "kastje", 5),
        ):
            model = ballot.update(content, model, message)
        box = model["box"]
        found.append([model["news"], ballot.stage(content, model), box and [box["present"], box["group"], box["alone"]]])
    model = ballot.update(content, ballot.init(content), ("day-began", "2026-01-05"))
    return [found, ballot_set_up.months(model["today"]), html(content, ballot.init(content)), html(content, model)]


def case_ballot_practice_list_never_opens():
    content = instrument()
    content["number"] = 0
    return open_box(content)["news"]


def case_ballot_round_of_a_pupil():
    content = instrument()
    model = ballot.update(content, open_box(content), ("pupil-began", "sleutel"))
    shown = [html(content, open_box(content)), html(content, model)]
    for item in ("a1", "a2", "a3", "b1"):
        model = ballot.update(content, model, ("answered", item, "4"))
        model = ballot.update(content, model, ("went-on",))
    model = ballot.update(content, model, ("answered", "b2", "3"))
    shown.append(html(content, model))
    model = ballot.update(content, model, ("finished",))
    shown.append(html(content, model))
    model = ballot.update(content, model, ("own-asked",))
    shown.append(html(content, model))
    model = ballot.update(content, model, ("went-back",))
    shown.append(ballot.stage(content, model))
    model = ballot.update(content, ballot.update(content, model, ("finished",)), ("cast",))
    return shown + [model["sheet"], model["key"], model["news"], html(content, model)]


def case_ballot_few_answers():
    content = instrument()
    model = ballot.update(content, open_box(content), ("pupil-began", "sleutel"))
    model = ballot.update(content, ballot.update(content, model, ("answered", "a1", "1")), ("finished",))
    return [html(content, model), ballot.update(content, model, ("cast",))["news"]]


def case_ballot_forgets():
    """Idle, wiped and left: the sheet is gone and the count stays."""
    content = instrument()
    found = []
    for messages in ([("idled",)], [("idled",), ("stirred",)], [("timed-out",)], [("wiped",)], [("left",)]):
        model = ballot.update(content, filled_box(content, 2), ("pupil-began", "sleutel"))
        model = ballot.update(content, model, ("answered", "a1", "5"))
        for message in messages:
            model = ballot.update(content, model, message)
        found.append(
            [model["sheet"], model["key"], model["news"], model["box"]["n"], ballot.is_idle(model), html(content, model)]
        )
    left = ballot.update(content, closed_box(content, 6), ("left",))
    return found + [left["box"], left["report"], html(content, left)]


def case_ballot_closes_once():
    """Not at four; after closing nothing goes in, it is not opened again, and what was counted is gone."""
    content = instrument()
    four = ballot.update(content, filled_box(content, 4), ("close-asked",))
    closed = closed_box(content, 6)
    seen = ballot.update(content, closed, ("revealed",))
    return [
        four["news"],
        ballot.stage(content, four),
        four["report"],
        ballot.stage(content, closed),
        closed["box"],
        ballot.stage(content, seen),
        [
            refused(content, model, message)
            for model in (closed, seen)
            for message in (
                ("pupil-began", "x"),
                ("code-entered", "x"),
                ("reopen-asked",),
                ("reopened",),
                ("closed",),
                ("close-asked",),
            )
        ],
    ]


def case_ballot_report_small_and_large():
    content = instrument()
    found = []
    for count in (5, 10, 12):
        model = closed_box(content, count)
        found.append(html(content, model))
        found.append(html(content, ballot.update(content, model, ("revealed",))))
    return found


def case_ballot_codes():
    content = instrument()
    model = ballot.update(content, open_box(content), ("codes-asked",))
    answers = {"a1": 1, "a2": 2, "a3": 3, "b1": 4, "b2": 0, "b3": 5}
    own, other = code.encode(content, 77, 5, answers), code.encode(content, 78, 5, answers)
    found = [html(content, model)]
    again = code.encode(content, 77, 5, {"a1": 5, "a2": 5, "a3": 3, "b1": 4})
    second = code.encode(content, 77, 6, answers)
    for text in (
        own,
        own.lower().replace(" ", "-"),
        again,
        second,
        other,
        own[0:-1] + ("A" if own[-1] != "A" else "B"),
        "onzin",
        "",
    ):
        model = ballot.update(content, model, ("code-entered", text))
        found.append([model["news"], model["box"]["n"], ballot.stage(content, model), model["tries"]])
    found.append(html(content, model))
    return found


def case_ballot_camera():
    """On as long as codes are taken in: off when it fails, when that is done and when the page is left."""
    content = instrument()
    began = ballot.update(content, ballot.update(content, open_box(content), ("codes-asked",)), ("camera-began",))
    found = [html(content, began)]
    for message in (
        ("code-entered", "onzin"),
        ("camera-ended",),
        ("camera-failed", "Er is geen camera."),
        ("codes-done",),
        ("left",),
    ):
        model = ballot.update(content, began, message)
        found.append([model["camera"], model["codes"], model["news"], ballot.stage(content, model)])
    return found + [
        refused(content, began, message)
        for message in (("close-asked",), ("pupil-began", "x"), ("camera-began", 1), ("code-entered",))
    ]


def locked_box(content, word):
    model = ballot.init(content)
    for message in BEGUN[0:-1] + [("filled", "word", word), BEGUN[-1]]:
        model = ballot.update(content, model, message)
    return model


def case_ballot_word():
    """While the box is open only who knows the word may close or wipe it; it is never drawn."""
    content = instrument()
    model = locked_box(content, " Ra am ")
    found = [model["word"], model["fields"]["word"], html(content, model), locked_box(content, "x" * 13)["news"]]
    for message in (("close-asked",), ("empty-asked",), ("unlocked", ""), ("unlocked", "deur")):
        asked = ballot.update(content, model, message)
        found.append([asked["asking"], asked["news"], ballot.stage(content, asked)])
    found.append(html(content, ballot.update(content, model, ("close-asked",))))
    unlocked = ballot.update(content, model, ("unlocked", "RAAM"))
    found.append(html(content, unlocked))
    for message in (("close-asked",), ("empty-asked",), ("asked-back",), ("pupil-began", "x"), ("codes-asked",)):
        after = ballot.update(content, unlocked, message)
        found.append([after["asking"], after["news"], ballot.stage(content, after)])
    return found + [refused(content, model, message) for message in (("closed",), ("emptied",), ("waited",))]


def case_ballot_word_forgotten():
    """Nothing is lost: after a time that everybody can see, staff goes on without it. Any pupil who begins stops the time."""
    content = instrument()
    waiting = ballot.update(content, locked_box(content, "raam"), ("word-forgotten",))
    begun = ballot.update(content, ballot.update(content, waiting, ("pupil-began", "x")), ("wiped",))
    return [
        html(content, waiting),
        ballot.update(content, waiting, ("waited",))["asking"],
        ballot.update(content, waiting, ("asked-back",))["asking"],
        begun["asking"],
        refused(content, begun, ("waited",)),
        refused(content, open_box(content), ("word-forgotten",)),
    ]


def case_ballot_one_of_several():
    """One of several devices shows nothing of its own, also not after the file was kept: only the file."""
    content = instrument()
    model = closed_box(content, 6, MANY)
    saved = ballot.effect(content, model, ("part-saved",), {})
    return [
        ballot.stage(content, model),
        model["report"],
        html(content, model),
        saved,
        [refused(content, model, message) for message in (("revealed",), ("files-opened", []))],
        [no_effect(content, model, name) for name in ("report-saved", "csv-saved", "report-printed", "box-saved")],
        ballot.update(content, model, ("effected", "part-saved"))["unsaved"],
        model["unsaved"],
    ]


def no_effect(content, model, name):
    try:
        return ballot.effect(content, model, (name,), {})["kind"]
    except ValueError as error:
        return "refused: " + str(error)


def case_ballot_effects():
    content = instrument()
    model = closed_box(content, 12)
    seen = ballot.update(content, model, ("revealed",))
    found = [
        ballot.effect(content, seen, (name,), {}) for name in ("report-saved", "csv-saved", "report-printed", "feedback-printed")
    ]
    found.append([ballot.update(content, seen, ("effected", name))["unsaved"] for name in ("report-saved", "csv-saved")])
    for state, name in (
        (model, "report-saved"),
        (seen, "part-saved"),
        (filled_box(content, 6), "part-saved"),
        (filled_box(content, 6, MANY), "part-saved"),
        (seen, "gone"),
    ):
        found.append(no_effect(content, state, name))
    return found


def case_ballot_refuses():
    content = instrument()
    ready, closed = open_box(content), closed_box(content, 6)
    begun = ballot.update(content, ballot.init(content), ("day-began", "2026-11-21"))
    return [
        refused(content, model, message)
        for model, message in (
            (ready, ("gone",)),
            (ready, ("cast",)),
            (ready, ("closed",)),
            (ready, ("revealed",)),
            (ready, ("answered", "a1", "1")),
            (ready, ("filled", "present", "30")),
            (ready, ("filled", "boxes", "meer")),
            (ready, ("files-opened", [])),
            (ready, ("former-asked",)),
            (closed, ("pupil-began", "x")),
            (closed, ("code-entered", "x")),
            (closed, ("own-asked",)),
            (begun, ("cast",)),
            (begun, ("filled", "naam", "x")),
            (begun, ("emptied",)),
            (begun, ("files-opened", [])),
        )
    ]


def case_ballot_start_over():
    content = instrument()
    model = ballot.update(content, closed_box(content, 6), ("empty-asked",))
    return [
        html(content, model),
        ballot.stage(content, ballot.update(content, model, ("asked-back",))),
        html(content, ballot.update(content, model, ("emptied",))),
    ]


CASES = [
    case_ballot_set_up,
    case_ballot_practice_list_never_opens,
    case_ballot_round_of_a_pupil,
    case_ballot_few_answers,
    case_ballot_forgets,
    case_ballot_closes_once,
    case_ballot_report_small_and_large,
    case_ballot_codes,
    case_ballot_camera,
    case_ballot_word,
    case_ballot_word_forgotten,
    case_ballot_one_of_several,
    case_ballot_effects,
    case_ballot_refuses,
    case_ballot_start_over,
]
