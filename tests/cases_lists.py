"""Cases for the lists to fill in, see tests/cases.py."""

from tests.cases_shared import refusal
from widgets.core import agreements, signals
from widgets.core.html import to_html

HOSTILE = "<img src=x onerror=alert(1)> & \"'é 😀 {{ x }}"
CLOCK = {"today": "2026-11-21", "stamp": "20261121T093000Z"}


def entry(id, text, explanation=""):
    return {"id": id, "text": text, "explanation": explanation}


def small_signals():
    """A group that asks for help first, an ordinary group and two own lines."""
    return {
        "id": "signalen",
        "meeting": "de leerlingbespreking",
        "danger_href": "../nu-gevaar/",
        "onward": [{"label": "Volg ons protocol", "href": "../p/"}],
        "places": [{"id": "klas", "text": "in de klas"}, {"id": "plein", "text": "op het plein"}],
        "groups": [
            {
                "id": "eerst",
                "title": "Eerst hulp",
                "explanation": ["Stop dan."],
                "danger": True,
                "blank": 0,
                "entries": [entry("eerst-1", "Doet zichzelf pijn", "Haal hulp.")],
            },
            {
                "id": "school",
                "title": "Op school",
                "explanation": [],
                "danger": False,
                "blank": 0,
                "entries": [entry("school-1", "Is vaak alleen"), entry("school-2", "Is spullen kwijt <b>")],
            },
            {"id": "eigen", "title": "Wat nog meer?", "explanation": [], "danger": False, "blank": 2, "entries": []},
        ],
    }


def small_agreements():
    return {
        "id": "afspraken",
        "title": "Afspraken van onze klas",
        "own": {"id": "eigen", "title": "Eigen afspraken"},
        "groups": [
            {
                "id": "praten",
                "title": "Praten",
                "entries": [entry("praten-1", "Wij luisteren."), entry("praten-2", "Wij schelden niet.", "Ook niet zacht.")],
            },
            {"id": "online", "title": "Online", "entries": [entry("online-1", "Wij filmen niemand.")]},
        ],
    }


def after(core, content, messages):
    """The model after these messages."""
    model = core.init(content)
    for message in messages:
        model = core.update(content, model, message)
    return model


def filled(core, content, messages):
    """The last model and its HTML."""
    model = after(core, content, messages)
    return [model, to_html(core.view(content, model))]


# ---- signals ----

SEEN = [
    ("day-began", "2026-11-21"),
    ("ticked", "school-1", "ja"),
    ("placed", "school-1", "plein"),
    ("ticked", "school-2", "ja"),
    ("dated", "school-2", "week-2"),
    ("described", "eigen-eigen-2", " Huilde\r\nin de gang "),
    ("placed", "eigen-eigen-2", "klas"),
    ("dated", "eigen-eigen-2", "earlier"),
]


def case_signals_run():
    return filled(signals, small_signals(), SEEN)


def case_signals_summary():
    content = small_signals()
    return [signals.summary_text(content, after(signals, content, messages)) for messages in ([], SEEN, SEEN[1:], SEEN[:4])]


def case_signals_weeks():
    """A week begins on Monday, also around New Year and on a Sunday."""
    content = small_signals()
    found = []
    for today in ("2026-11-15", "2026-11-16", "2027-01-01", "2028-03-01"):
        messages = [("day-began", today), ("ticked", "school-1", "ja")]
        for week in signals.WEEKS:
            model = after(signals, content, messages + [("dated", "school-1", week)])
            found.append(signals.summary(content, model)[0][0])
    return found


def case_signals_danger():
    """Help first is said once, shown as long as it holds, and gone when the tick is."""
    content = small_signals()
    return [
        filled(signals, content, messages)
        for messages in (
            [("ticked", "eerst-1", "ja")],
            [("ticked", "eerst-1", "ja"), ("ticked", "school-1", "ja")],
            [("ticked", "eerst-1", "ja"), ("ticked", "eerst-1", "")],
        )
    ]


def case_signals_untick_and_clear():
    """A tick that is taken away takes its place and week along; an empty own line is not seen."""
    return [
        filled(signals, small_signals(), SEEN + more)
        for more in (
            [("ticked", "school-1", ""), ("ticked", "school-1", "ja")],
            [("described", "eigen-eigen-2", "  ")],
            [("cleared",)],
        )
    ]


def case_signals_effects():
    content = small_signals()
    model = after(signals, content, SEEN)
    return [signals.effect(content, model, (name,), CLOCK) for name in ("copy", "save")]


def case_signals_refuses():
    content = small_signals()
    model = after(signals, content, SEEN)
    return [
        refusal(signals.update, content, model, message)
        for message in (
            ("gone",),
            ("ticked", "zz", "ja"),
            ("ticked", "eigen-eigen-1", "ja"),
            ("described", "school-1", "x"),
            ("described", "eigen-eigen-3", "x"),
            ("placed", "school-1", "maan"),
            ("placed", "eerst-1", "klas"),
            ("dated", "school-1", "week-9"),
            ("day-began", "2026-02-30"),
            ("day-began", ""),
            ("cleared", "x"),
        )
    ] + [refusal(signals.effect, content, model, ("leave",), CLOCK)]


# ---- agreements ----

CHOSEN = [
    ("chosen", "praten-1", ""),
    ("chosen", "online-1", ""),
    ("named", "2b"),
    ("written", "regel-1", "Wij lachen samen."),
    ("line-added",),
    ("written", "regel-2", HOSTILE),
    ("seated", "6"),
]


def case_agreements_run():
    return filled(agreements, small_agreements(), CHOSEN)


def case_agreements_text():
    content = small_agreements()
    nothing = [("chosen", id, "") for id in ("praten-1", "praten-2", "online-1")]
    return [
        agreements.effect(content, after(agreements, content, messages), ("copy",), CLOCK)
        for messages in ([], CHOSEN, CHOSEN + [("chosen", "praten-1", "ja")], nothing)
    ]


def case_agreements_clear():
    return filled(agreements, small_agreements(), CHOSEN + [("cleared",)])


def case_agreements_many_own_lines():
    content = small_agreements()
    model = after(agreements, content, [("line-added",)] * 20)
    return [len(model["own"]), to_html(agreements.view(content, model))]


def case_agreements_refuses():
    content = small_agreements()
    model = agreements.init(content)
    return [
        refusal(agreements.update, content, model, message)
        for message in (
            ("gone",),
            ("chosen", "zz", "ja"),
            ("written", "regel-2", "x"),
            ("written", "x", "x"),
            ("seated", "7"),
            ("named",),
            ("cleared", "x"),
        )
    ] + [refusal(agreements.effect, content, model, ("save",), CLOCK)]


CASES = [
    case_signals_run,
    case_signals_summary,
    case_signals_weeks,
    case_signals_danger,
    case_signals_untick_and_clear,
    case_signals_effects,
    case_signals_refuses,
    case_agreements_run,
    case_agreements_text,
    case_agreements_clear,
    case_agreements_many_own_lines,
    case_agreements_refuses,
]
