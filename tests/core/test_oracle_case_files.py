"""What may be in the file of a case and what not, border by border; what is typed at a step; and older files."""

import copy

import pytest

from tests.cases_case import WALKED, led, small_protocol
from widgets.core import case, case_check, case_file, dates, guide

CONTENT, MODEL = led(WALKED)
LAST_DAY = 47846  # 31 December 2100
WHOLE = case_file.case_data(CONTENT, MODEL, True) | {
    "former": [{"title": "Oud", "lines": ["Feiten: x"]}],
    "agenda": {"sequence": 5, "events": {"melding": [20791, "Stap"]}},
}
RECORD = {"day": None, "planned": None, "next": None, "skipped": False, "reason": "", "facts": "", "agreement": ""}
DAMAGED = "Dit bestand is beschadigd of niet compleet. Er is niets veranderd. Vraag om een nieuw bestand."


def changed(path: tuple, value) -> dict:
    """The whole file with another value at a place. A value of `...` takes the place away."""
    data = place = copy.deepcopy(WHOLE)
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return data


def is_read(path: tuple, value) -> bool:
    words = case_check.trouble(CONTENT, changed(path, value))
    assert words in ("", DAMAGED)
    return not words


def many(count: int, value) -> dict:
    return {f"x{number}": value for number in range(count)}


def test_the_last_day():
    assert dates.to_iso(LAST_DAY) == "2100-12-31" and case_check.trouble(CONTENT, WHOLE) == ""


@pytest.mark.parametrize(
    "path, good, bad",
    [
        (("version",), ["", "x" * 60], ["x" * 61, None, 3, ...]),
        (("reported",), [None, 0, LAST_DAY], [-1, LAST_DAY + 1, 10**6, True, "2026-12-04", 1.5, ...]),
        (("label",), ["", "x" * 20], ["x" * 21, 3, None, ...]),
        (("id",), ["", "az09", "a" * 400], ["a" * 401, "A", "a-", "é", "<b>", "{", "`", 3, None, ...]),
        (
            ("answers",),
            [{}, many(400, "x"), {"k" * 200: "v" * 80}, {"": ""}],
            [many(401, "x"), {"k" * 201: "v"}, {"k": "v" * 81}, {"k": 3}, {"k": None}, [], None, "x", ...],
        ),
        (
            ("records",),
            [{}, many(400, RECORD)],
            [many(401, RECORD), {"k" * 201: RECORD}, {"a": {}}, {"a": None}, {"a": []}, [], ...],
        ),
        *[
            (("records", "melding", name), [None, 0, LAST_DAY], [-1, LAST_DAY + 1, True, "x", ...])
            for name in ("day", "planned", "next")
        ],
        *[
            (("records", "melding", name), ["", "x" * 10**6], ["x" * (10**6 + 1), None, 3, [], ...])
            for name in ("facts", "reason", "agreement")
        ],
        (("records", "melding", "skipped"), [True, False], [0, 1, "ja", None, ...]),
        (
            ("seen",),
            [{}, many(400, ["", "", ""]), {"a": ["x" * 5000, "", ""]}],
            [
                many(401, ["", "", ""]),
                {"a": ["x" * 5001, "", ""]},
                {"a": ["", ""]},
                {"a": [""] * 4},
                {"a": [1, "", ""]},
                {"a": "abc"},
                [],
                ...,
            ],
        ),
        (
            ("former",),
            [
                [],
                [{"title": "x" * 5000, "lines": []}],
                [{"title": "", "lines": ["x" * (10**6 + 40)]}],
                [{"title": "", "lines": [""] * 400}],
                [{"title": "", "lines": []}] * 400,
            ],
            [
                [{"title": "x" * 5001, "lines": []}],
                [{"title": "", "lines": ["x" * (10**6 + 41)]}],
                [{"title": "", "lines": [""] * 401}],
                [{"title": "", "lines": []}] * 401,
                [{"title": ""}],
                [{"lines": []}],
                [{"title": "", "lines": [], "x": ""}],
                [{"title": None, "lines": []}],
                [{"title": "", "lines": [3]}],
                [{"title": "", "lines": "ab"}],
                ["x"],
                [[]],
                {},
                None,
                ...,
            ],
        ),
        (
            ("agenda",),
            [..., {"sequence": 0, "events": {}}, {"sequence": 1, "events": many(400, [0, ""])}],
            [
                None,
                [],
                {},
                {"sequence": 0},
                {"events": {}},
                {"sequence": 0, "events": {}, "x": 0},
                {"sequence": 1, "events": many(401, [0, ""])},
            ],
        ),
        (("agenda", "sequence"), [0, 2147483646], [2147483647, -1, True, "1", None, 1.5]),
        (
            ("agenda", "events"),
            [{"a-1": [0, "x" * 5000]}, {"z" * 200: [LAST_DAY, ""]}],
            [
                {"a": [0, "x" * 5001]},
                {"z" * 201: [0, ""]},
                {"A": [0, ""]},
                {"a b": [0, ""]},
                {"a\nb": [0, ""]},
                {"a": [None, ""]},
                {"a": [-1, ""]},
                {"a": [LAST_DAY + 1, ""]},
                {"a": [0]},
                {"a": [0, "", ""]},
                {"a": [0, 3]},
                {"a": "ab"},
                {"a": None},
                [],
            ],
        ),
    ],
)
def test_each_part_up_to_its_border(path, good, bad):
    assert [value for value in good if not is_read(path, value)] == []
    assert [value for value in bad if is_read(path, value)] == []


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "veiligwijzer-zaak",
        3,
        {},
        changed(("format",), "x"),
        changed(("format",), ...),
        changed(("format",), ["veiligwijzer-zaak"]),
    ],
)
def test_what_is_no_case_at_all(data):
    assert case_check.trouble(CONTENT, data) == "Dit bestand is geen zaak van deze site. Er is niets veranderd."


@pytest.mark.parametrize(
    "version, newer",
    [
        (1, False),
        (0, False),
        (2, True),
        (100000, True),
        (-1, True),
        (True, True),
        ("1", True),
        (None, True),
        (..., True),
        (1.0, True),
    ],
)
def test_a_file_of_a_newer_site(version, newer):
    assert ("nieuwere site" in case_check.trouble(CONTENT, changed(("format_version",), version))) is newer


@pytest.mark.parametrize("protocol, shown", [("ander", "(ander)"), ("x" * 70, f"({'x' * 60})"), (3, ""), (None, ""), (..., "")])
def test_a_case_of_another_protocol(protocol, shown):
    words = case_check.trouble(CONTENT, changed(("protocol",), protocol))
    assert words.startswith(f"Deze zaak hoort bij een ander protocol{' ' * bool(shown)}{shown}. ")


# ---- opening ----


def opened(data, content=CONTENT) -> dict:
    return guide.update(content, guide.init(content), ("file-opened", data))


def test_a_whole_file_comes_in_whole():
    model = opened(WHOLE)
    assert model == guide.init(CONTENT) | {
        "answers": MODEL["answers"],
        "records": MODEL["records"],
        "former": WHOLE["former"],
        "reported": MODEL["reported"],
        "label": "A12",
        "id": "abc123",
        "agenda": WHOLE["agenda"],
        "notice": ["De zaak is geopend."],
        "panel": "",
        "focus": "next",
    }
    undated = opened(changed(("reported",), None))
    assert (undated["panel"], undated["focus"]) == ("keep", "panel"), "without a day of report there is no list"
    assert opened(changed(("agenda",), ...))["agenda"] == {"sequence": 0, "events": {}}


def test_what_is_not_right_changes_only_the_notice():
    model = opened(changed(("id",), "<b>"))
    assert model == guide.init(CONTENT) | {"notice": [DAMAGED], "panel": "keep", "focus": "panel"}


def test_the_case_in_hand_is_kept():
    kept = case_file.not_opened(MODEL | {"waiting": WHOLE, "news": "x"})
    assert kept == MODEL | {
        "waiting": None,
        "panel": "keep",
        "focus": "panel",
        "news": "",
        "notice": ["Je zaak staat er nog. De andere zaak is niet geopend."],
    }


def test_what_is_not_taken_over_is_said():
    data = WHOLE | {"sent": "", "vreemd": 1, "y" * 50: 2, "label": "abcd!"}
    data["records"] = {"melding": RECORD | {"ook": 3}, "gesprek": RECORD | {"ook": 4}}
    notice = opened(data)["notice"]
    assert notice == [
        "De zaak is geopend.",
        f"In het bestand staat ook iets dat deze pagina niet kent (‘vreemd’, ‘{'y' * 40}’, ‘ook’). Dat is "
        "niet overgenomen. Bewaar het oude bestand nog even.",
        "Gebruik hoogstens drie letters of cijfers, en geen naam. De zaak heet nu ‘zaak ABC’.",
    ]
    assert opened(data)["records"] == {"melding": RECORD, "gesprek": RECORD}


def older() -> tuple[dict, dict]:
    """(a protocol in which names changed, the file of a case from before)."""
    content = small_protocol()
    content["steps"][1] |= {"was": ["praten", "melding"], "deadline": "", "title": "Praat"}
    content["steps"][2]["exits"][1]["was"] = ["geen"]
    data = copy.deepcopy(WHOLE) | {
        "version": "2025-01-01-old",
        "former": [],
        "answers": {"melding": "gesprek", "praten": "vraag", "vraag": "geen", "weg": "x", "volgen#2": "gestopt"},
        "records": {"praten": RECORD | {"facts": "Iets"}, "weg": RECORD, "weg#2": RECORD | {"day": 20791}},
        "seen": {"praten": ["Stap gesprek", "", "binnen iets"], "weg": ["Weg", "Kies", ""], "weg#2": ["", "", ""]},
    }
    return content, data


def test_an_older_file_is_read_by_the_names_of_now():
    content, data = older()
    model = opened(data, content)
    assert model["answers"] == {"melding": "gesprek", "gesprek": "vraag", "vraag": "ruzie", "volgen#2": "gestopt"}
    assert model["records"] == {"gesprek": RECORD | {"facts": "Iets"}}
    assert model["former"] == [
        {"title": "Weg", "lines": ["Keuze: Kies"]},
        {"title": "weg", "lines": ["Datum: vrijdag 4 december 2026"]},
    ]
    assert model["notice"] == [
        "De zaak is geopend.",
        "De stap ‘Weg’ staat niet meer in dit protocol.",
        "De stap ‘weg’ staat niet meer in dit protocol.",
        "Het protocol is veranderd sinds deze zaak werd bewaard.",
        "‘Stap gesprek’ heet nu ‘Praat’.",
        "Bij ‘Praat’ geldt nu: geen termijn (eerst: binnen iets).",
        "Wat daar stond, staat onder aan het verslag.",
    ]


def test_an_answer_that_is_gone_is_asked_again():
    content, data = older()
    data["answers"] = {"melding": "weg", "vraag": "ook-weg"}
    data["seen"] = {"melding": ["Stap melding", "Bel meteen", "binnen iets"]}
    data["records"] = {}
    model = opened(data, content)
    assert model["answers"] == {}
    assert model["notice"][1:3] == [
        "Bij ‘Stap melding’ bestaat je antwoord ‘Bel meteen’ niet meer. Kies daar opnieuw.",
        "Bij ‘Stap vraag’ bestaat je antwoord niet meer. Kies daar opnieuw.",
    ]
    assert model["notice"][3:] == [
        "Het protocol is veranderd sinds deze zaak werd bewaard.",
        "Aan de stappen die jij al had gezet is niets anders geworden.",
    ]


def test_a_deadline_that_came_or_changed_is_told_once_per_step():
    content, data = older()
    content["steps"][1] |= {"title": "Stap gesprek", "deadline": "binnen 1 week"}
    data |= {
        "answers": {"praten": "vraag", "praten#2": "vraag"},
        "records": {},
        "seen": {"praten": ["Stap gesprek", "", ""], "praten#2": ["Stap gesprek", "", "binnen iets"]},
    }
    assert opened(data, content)["notice"][2:] == ["Bij ‘Stap gesprek’ geldt nu: binnen 1 week (eerst: geen termijn)."]


def test_two_older_names_of_one_step_do_not_overwrite_each_other():
    content, data = older()
    data |= {"answers": {"gesprek": "vraag", "praten": "zz"}, "records": {"praten": RECORD | {"reason": "x"}}, "seen": {}}
    model = opened(data, content)
    assert model["answers"] == {"gesprek": "vraag"} and model["records"] == {}
    assert model["former"] == [{"title": "praten", "lines": ["Reden: x"]}]


@pytest.mark.parametrize(
    "text, good",
    [
        ("", True),
        ("#2", True),
        ("#9", True),
        ("#10", True),
        ("#99", True),
        ("#1", False),
        ("#0", False),
        ("#01", False),
        ("#100", False),
        ("#", False),
        ("2", False),
        ("#a", False),
        ("#1a", False),
        ("##", False),
        ("x2", False),
    ],
)
def test_which_visits_a_name_can_mean(text, good):
    assert case_file.is_round(text) is good


def test_everything_of_a_step_that_is_gone_stays_in_words():
    data = changed(("answers",), {"weg": "x"})
    data["records"] = {
        "weg": {"day": 20791, "planned": 20792, "next": 20793, "skipped": True, "reason": "a\n b", "facts": "c", "agreement": "d"}
    }
    data["seen"] = {"weg": ["", "", ""]}
    assert opened(data)["former"][1:] == [
        {
            "title": "weg",
            "lines": [
                "Niet gedaan.",
                "Feiten: c",
                "Afgesproken: d",
                "Reden: a b",
                "Datum: vrijdag 4 december 2026",
                "Gepland op: zaterdag 5 december 2026",
                "Volgende afspraak: zondag 6 december 2026",
            ],
        }
    ]


# ---- writing ----


def test_a_link_holds_no_text_and_a_file_holds_all():
    model = MODEL | {"former": WHOLE["former"]}
    whole, link = case_file.case_data(CONTENT, model, True), case_file.case_data(CONTENT, model, False)
    assert whole["former"] == WHOLE["former"] and link["former"] == [] and whole["records"] == MODEL["records"]
    assert link["records"] == {
        visit: record | {"facts": "", "reason": "", "agreement": ""} for visit, record in MODEL["records"].items()
    }
    assert whole["seen"] == {
        "melding": ["Stap melding", "Naar gesprek", "binnen iets"],
        "gesprek": ["Stap gesprek", "Naar vraag", "binnen iets"],
        "vraag": ["Stap vraag", "Pesten 😀", ""],
        "volgen": ["Stap volgen", "Naar volgen", "binnen iets"],
        "volgen#2": ["Stap volgen", "", "binnen iets"],
    }
    assert link["seen"] == {}, "titles are words as well"
    assert case_file.file_name(CONTENT, model) == "zaak-a12-klein.json"
    assert case_file.file_name(CONTENT, model | {"label": ""}) == "deze-zaak-klein.json"


def test_a_text_that_is_too_long_is_said_before_it_is_kept():
    for name in ("facts", "reason", "agreement"):
        fits = case.with_record(MODEL, "gesprek", {name: "x" * 10**6})
        assert case_file.too_long(CONTENT, fits) == ""
        words = case_file.too_long(CONTENT, case.with_record(MODEL, "gesprek", {name: "x" * (10**6 + 3)}))
        assert words == "Bij ‘Stap gesprek’ staat een tekst die te lang is voor een bestand. Maak hem 3 tekens korter."


def test_whether_a_case_was_kept_in_words():
    empty = guide.init(CONTENT)
    assert case_file.describe(empty) == "Je hebt nog niets ingevuld."
    assert case_file.describe(MODEL).startswith("Wat je invulde, staat alleen op deze pagina.")
    kept = guide.update(CONTENT, MODEL, ("effected", "case-saved"))
    assert case_file.describe(kept) == "Alles wat je invulde, is bewaard."


# ---- what is filled in ----


def filled(*messages, today="2026-12-07") -> dict:
    model = guide.init(CONTENT)
    for message in [("day-began", today, "abc123"), *messages]:
        model = guide.update(CONTENT, model, message)
    return model


def test_a_day_keeps_the_name_that_a_case_has():
    model = filled(("day-began", "2026-12-08", "zzz"))
    assert (model["id"], dates.to_iso(model["today"])) == ("abc123", "2026-12-08")
    with_today = filled(("reported-today",))
    assert (with_today["reported"], with_today["unsaved"], with_today["focus"]) == (with_today["today"], True, "next")
    assert filled(("reported", "x"), ("reported-today",))["unread"] == {}


def test_dates_that_can_not_be_read_are_remembered_and_forgotten():
    model = filled(("reported", "2026-12-04"), ("reported", "morgen"))
    assert model["unread"] == {"reported": "morgen"} and dates.to_iso(model["reported"]) == "2026-12-04"
    assert guide.update(CONTENT, model, ("reported", "3-12-2026"))["unread"] == {}
    assert guide.update(CONTENT, model, ("reported", ""))["reported"] is None
    model = filled(("reported", "x" * 99), ("dated", "day", "melding", "ooit"), ("dated", "next", "melding", "4-12-26"))
    assert model["unread"] == {"reported": "x" * 60, "day melding": "ooit"}
    assert model["records"] == {"melding": RECORD | {"next": 20791}}
    assert guide.update(CONTENT, model, ("dated", "day", "melding", ""))["unread"] == {"reported": "x" * 60}
    stays = guide.update(CONTENT, model, ("answered", "melding", "gesprek"))
    assert stays["news"] == "De datum bij ‘Gedaan op’ is nog niet goed. Verbeter hem eerst, of maak het veld leeg."
    assert (stays["focus"], stays["answers"]) == ("answers", {})


def test_nothing_changed_is_nothing_to_keep():
    assert not filled(("dated", "day", "melding", ""), ("noted", "facts", "melding", ""), ("skipped", "melding", ""))["unsaved"]
    assert not filled(("reported", ""))["unsaved"] and not filled(("labelled", ""))["unsaved"]
    assert filled(("labelled", "b"))["unsaved"] and filled(("noted", "reason", "melding", "x"))["unsaved"]
    kept = guide.update(CONTENT, MODEL, ("effected", "case-saved"))
    assert not case.would_lose(kept) and case.would_lose(MODEL)
    assert case.would_lose(guide.update(CONTENT, MODEL, ("effected", "note-copied")))
    assert not case.would_lose(filled(("labelled", "b"))), "a letter alone is no case"
    assert case.has_case(filled(("reported-today",))) and case.has_case(filled(("noted", "facts", "melding", "x")))
    assert not case.has_case(filled())


@pytest.mark.parametrize(
    "typed, label, words",
    [
        ("a", "A", ""),
        ("A", "A", ""),
        (" b2 ", "B2", ""),
        ("", "", ""),
        ("  ", "", ""),
        ("abcd", "ABC", "De zaak heet nu ‘zaak ABC’."),
        ("a-b", "AB", "De zaak heet nu ‘zaak AB’."),
        ("a b", "AB", "De zaak heet nu ‘zaak AB’."),
        ("é!", "", "De zaak heeft nu geen letter."),
        ("z0", "Z0", ""),
        ("9", "9", ""),
    ],
)
def test_the_letter_of_a_case(typed, label, words):
    model = filled(("labelled", typed))
    assert model["label"] == label
    assert model["news"] == (f"Gebruik hoogstens drie letters of cijfers, en geen naam. {words}" if words else "")
    assert case.case_name(model) == (f"zaak {label}" if label else "deze zaak")


def test_panels_open_and_close_and_a_role_is_chosen():
    model = filled(("panel-chosen", "note"))
    assert (model["panel"], model["focus"]) == ("note", "panel")
    assert filled(("panel-chosen", "note"), ("panel-chosen", "keep"))["panel"] == "keep"
    closed = filled(("panel-chosen", "note"), ("panel-chosen", "note"))
    assert (closed["panel"], closed["focus"]) == ("", "")
    assert guide.update(CONTENT, opened(WHOLE), ("panel-chosen", "mine"))["notice"] == []
    assert filled(("role-chosen", "mentor"))["role"] == "mentor"
    assert filled(("role-chosen", "mentor"), ("role-chosen", ""))["role"] == ""


@pytest.mark.parametrize(
    "message",
    [
        ("panel-chosen", "x"),
        ("panel-chosen", ""),
        ("panel-chosen",),
        ("role-chosen", "x"),
        ("role-chosen",),
        ("dated", "day", "hulp", ""),
        ("dated", "ooit", "melding", ""),
        ("dated", "day", "melding"),
        ("noted", "facts", "hulp", "x"),
        ("noted", "day", "melding", "x"),
        ("noted", "facts", "melding"),
        ("skipped", "hulp", "ja"),
        ("skipped", "melding"),
        ("reported",),
        ("reported", "a", "b"),
        ("labelled",),
        ("labelled", "a", "b"),
        ("day-began", "2026-12-07"),
        ("reported-today", "x"),
        ("effected",),
        ("effected", "a", "b"),
        ("dated", "facts", "melding", "x"),
        ("noted", "planned", "melding", "x"),
        ("panel-chosen", "note", "x"),
        ("role-chosen", "", "x"),
        ("skipped", "melding", "ja", "x"),
        ("day-began", "2026-12-07", "a", "b"),
        ("noted", "facts", "melding", "x", "y"),
        ("dated", "day", "melding", "", "x"),
    ],
)
def test_what_no_page_sends_is_refused(message):
    with pytest.raises(ValueError):
        filled(message)


def test_a_step_that_is_left_gets_the_day_of_today_once_there_is_a_report():
    assert filled(("answered", "melding", "gesprek"))["records"] == {}
    assert filled(("reported-today",), ("answered", "melding", "gesprek"))["records"] == {"melding": RECORD | {"day": 20794}}
    dated = filled(("reported-today",), ("dated", "day", "melding", "2026-12-04"), ("answered", "melding", "gesprek"))
    assert dated["records"]["melding"]["day"] == 20791
    undated = guide.update(CONTENT, guide.init(CONTENT) | {"reported": 20791}, ("answered", "melding", "gesprek"))
    assert undated["records"] == {}, "the page does not know which day it is"


def test_a_fixed_step_is_passed_over_only_with_a_reason():
    """Only the first step of the small protocol is fixed."""
    skipped = [("reported-today",), ("skipped", "melding", "ja")]
    assert filled(*skipped, ("answered", "melding", "gesprek"))["answers"] == {}
    assert filled(*skipped, ("noted", "reason", "melding", " \n"), ("answered", "melding", "gesprek"))["answers"] == {}
    assert filled(*skipped, ("noted", "reason", "melding", "x"), ("answered", "melding", "gesprek"))["answers"] == {
        "melding": "gesprek"
    }
    assert filled(*skipped, ("skipped", "melding", ""), ("answered", "melding", "gesprek"))["answers"] == {"melding": "gesprek"}
    further = [("answered", "melding", "gesprek"), ("skipped", "gesprek", "ja"), ("answered", "gesprek", "vraag")]
    assert list(filled(*further)["answers"]) == ["melding", "gesprek"]
    steps = {step["id"]: step for step in CONTENT["steps"]}
    assert [case.day_label(steps[step], "day") for step in ("melding", "vraag")] == ["Gedaan op", "Gekozen op"]
    assert case.day_label(steps["vraag"], "next") == "Volgende afspraak op"
