"""Every kind of score against the oracle, with fractions, over sections of every shape."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases_scoring import section
from tests.oracles import scores
from tests.readable import lines_of
from widgets.core import scoring, sheet, thermometer
from widgets.core.html import to_html

WORDS = ["a", "b", "c", "d", "e", "f", "g"]
KINDS = ("mean", "sum", "highest", "count")


def found(one: dict, answers: dict) -> dict:
    """What the product says of a section, all of it."""
    said = scoring.score_section(one, answers)
    return said | {"value": scoring.value_of(said), "most": scoring.most(one), "percent": scoring.percent(one, said)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("labels", [2, 3, 5, 6])
@pytest.mark.parametrize("reversed_items", [(), (2,)])
def test_every_answer_to_three_items(kind, labels, reversed_items):
    for minimum in (0, 2):
        one = section("s", WORDS[:labels], kind, minimum, 3, reversed_items=reversed_items)
        for values in itertools.product([None, *range(labels)], repeat=3):
            answers = {f"s{place}": value for place, value in enumerate(values, 1) if value is not None}
            assert found(one, answers) == scores.score(one, answers), (kind, labels, values)


@st.composite
def sections(draw):
    """(a section, answers to some of its items and to one that is of another section)."""
    items = draw(st.integers(1, 12))
    one = section(
        "s",
        WORDS[: draw(st.integers(2, 7))],
        draw(st.sampled_from(KINDS)),
        draw(st.integers(0, items)),
        items,
        reversed_items=draw(st.sets(st.integers(1, items))),
    )
    values = draw(st.lists(st.none() | st.integers(0, len(one["labels"]) - 1), min_size=items, max_size=items))
    answers = {f"s{place}": value for place, value in enumerate(values, 1) if value is not None}
    return one, {"x1": 0} | answers


@given(sections())
def test_any_section(both):
    assert found(*both) == scores.score(*both)


@pytest.mark.parametrize(
    "values, tenths, total, band",
    [
        ((1, 2), 15, 8, 1),
        ((1, 1), 10, 5, 0),
        ((3, 4), 35, 18, 1),
        ((4, 4), 40, 20, 2),
        ((1, 1, 2), 13, 7, 0),
        ((1, 2, 2), 17, 8, 1),
        ((0, 0, 0, 0, 1), 2, 1, 0),
        ((5, 4, 3, 3, 3), 36, 18, 2),
        ((1, 1, 1, 2), 13, 6, 0),
    ],
)
def test_halves_go_up_and_a_border_belongs_to_the_middle(values, tenths, total, band):
    """Five items of 0 to 5; by hand: 1 and 2 are 1.5 on average (30 %), prorated 7.5; 1, 1, 1 and 2 are 1.25, prorated 6.25."""
    one = section("s", WORDS[:6], "mean", 1, 5)
    said = scoring.score_section(one, {f"s{place}": value for place, value in enumerate(values, 1)})
    assert (said["tenths"], said["sum"], said["band"]) == (tenths, total, band)


def test_what_is_good_of_an_answer():
    for polarity, reverse, good in (
        ("high-is-good", False, True),
        ("high-is-good", True, False),
        ("high-is-bad", False, False),
        ("high-is-bad", True, True),
    ):
        assert scoring.high_is_good({"polarity": polarity}, {"reverse": reverse}) is good


# ---- the sheet on which the answers are given ----


def content(sizes=((2, 3), (3, 2))) -> dict:
    """Sections of (number of answers, number of items)."""
    return {
        "skip": "Sla over",
        "sections": [section(f"d{place}-", WORDS[:labels], "mean", 1, items) for place, (labels, items) in enumerate(sizes)],
    }


ITEMS = {"d0-1": 2, "d0-2": 2, "d0-3": 2, "d1-1": 3, "d1-2": 3}
MESSAGES = st.one_of(
    st.sampled_from(
        [("skipped",), ("went-on",), ("went-back",), ("finished",), ("restarted",), ("idled",), ("stirred",), ("timed-out",)]
    ),
    st.sampled_from([("answered", item, str(value)) for item, labels in ITEMS.items() for value in range(labels)]),
)


@given(st.lists(MESSAGES, max_size=12))
@example([("answered", "d0-1", "1"), ("skipped",), ("idled",), ("went-back",)])
def test_a_sheet_is_what_somebody_keeps_track_of_on_paper(messages):
    """The place, the answers and whether the pupil is asked for, counted along by hand."""
    model, at, answers = thermometer.init(content()), 0, {}
    for message in messages:
        model = sheet.update(content(), model, message)
        match message:
            case ("answered", item, value):
                answers[item] = int(value)
            case ("skipped",):
                answers.pop(dict(enumerate(ITEMS)).get(at), None)
                at = min(at + 1, len(ITEMS))
            case ("went-on",):
                at = min(at + 1, len(ITEMS))
            case ("went-back",):
                at = max(at - 1, 0)
            case ("finished",):
                at = len(ITEMS)
            case ("restarted",) | ("timed-out",):
                at, answers = 0, {}
        assert (model["at"], model["answers"]) == (at, answers)
        assert sheet.is_untouched(model) == (at == 0 and not answers)
        assert [place["id"] for _, place in sheet.places(content())] == list(ITEMS)


@pytest.mark.parametrize(
    "message",
    [
        ("answered", "d0-1", "2"),
        ("answered", "d1-1", "3"),
        ("answered", "d0-1", "-1"),
        ("answered", "d0-1", ""),
        ("answered", "d9", "0"),
        ("answered", "d0-1"),
        ("went-on", "x"),
        ("zzz",),
        ("gone", "d0-1", "0"),
        ("went-on", "x", "y"),
    ],
)
def test_what_is_not_on_the_sheet_is_refused(message):
    with pytest.raises(ValueError):
        sheet.update(content(), sheet.init(content()), message)


def test_being_asked_for_is_said_and_over_with_any_sign_of_life():
    model = sheet.update(content(), sheet.init(content()), ("answered", "d0-2", "1"))
    asked = sheet.update(content(), model, ("idled",))
    assert sheet.is_idle(asked) and asked["answers"] == {"d0-2": 1}
    assert asked["news"] == "Ben je er nog? Over een halve minuut wissen we je antwoorden."
    assert sheet.update(content(), asked, ("stirred",)) == model | {"news": ""}
    assert sheet.update(content(), model, ("stirred",)) == model
    for message in (("went-on",), ("went-back",), ("answered", "d0-1", "0")):
        assert not sheet.is_idle(sheet.update(content(), asked, message))


def asked(answer: int | None, signal: bool = True, own: bool = False) -> str:
    """The question on screen with an answer: each helpline is named after its group."""
    one = content()
    lines = {
        group: [{"name": f"lijn {group}", "for_whom": "Voor jou.", "phone": "", "tel": "", "site": "", "site_text": ""}]
        for group in ("praten", "direct", "later")
    }
    one |= {"help": lines, "help_groups": ["direct", "later"], "contacts": [], "aloud": False, "pictures": {}}
    one["sections"][0] |= {"own_behaviour": own, "labels": ["nooit", "soms"]}
    one["sections"][0]["items"][0] |= {"signal": signal, "help": "praten"}
    model = sheet.init(one) | {"answers": {} if answer is None else {"d0-1": answer}}
    return "\n".join(lines_of(to_html(sheet.question_view(one, model, sheet.OWN_WORDS))))


def test_help_comes_with_a_worrying_answer_and_with_no_other():
    """The lines of the question first, then those that are always there first; never with "nooit", and not without an answer."""
    shown = asked(1)
    assert (
        "Het is niet jouw schuld." in shown
        and shown.index("lijn praten") < shown.index("lijn direct")
        and "lijn later" not in shown
    )
    assert "Dat kun je veranderen." in asked(1, own=True) and "jouw schuld" not in asked(1, own=True)
    for quiet in (asked(0), asked(None), asked(1, signal=False)):
        assert "lijn" not in quiet.replace("help-line", "") and "jouw schuld" not in quiet


def test_a_drawing_beside_each_answer_that_has_one():
    one = content(((2, 1),)) | {
        "aloud": False,
        "pictures": {"zon": [["circle", {"r": "9"}]], "maan": [["path", {"d": "M0 0"}]]},
        "help": {},
        "help_groups": [],
    }
    one["sections"][0] |= {"label_pictures": ["zon", "maan"], "labels": ["nooit", "soms"]}
    lines = [line.strip() for line in lines_of(to_html(sheet.question_view(one, sheet.init(one), sheet.OWN_WORDS)))]
    kinds = [line.partition(" ")[0] for line in lines]
    assert [kinds[place : place + 4] for place, kind in enumerate(kinds) if kind == "label.choice"] == [
        ["label.choice", "input", "svg.pictogram", "circle"],
        ["label.choice", "input", "svg.pictogram", "path"],
    ]


def test_the_buttons_under_a_question():
    """On only after an answer; back from the second question; a result from the first answer, but not beside the last "on"."""

    def buttons(at: int, answers: dict) -> list[str]:
        one = content() | {"aloud": False, "pictures": {}, "help": {}, "help_groups": []}
        lines = lines_of(to_html(sheet.question_view(one, sheet.init(one) | {"at": at, "answers": answers}, sheet.OWN_WORDS)))
        return [
            line.rpartition(" | ")[2] + " (off)" * ("disabled" in line) for line in lines if line.strip().startswith("button")
        ]

    assert buttons(0, {}) == ["Volgende (off)", "Sla over"]
    assert buttons(0, {"d0-1": 0}) == ["Volgende", "Sla over", "Stoppen en uitslag bekijken"]
    assert buttons(1, {"d0-1": 0}) == ["Volgende (off)", "Sla over", "Vorige", "Stoppen en uitslag bekijken"]
    assert buttons(4, {"d1-2": 1}) == ["Bekijk je uitslag", "Sla over", "Vorige"]


@pytest.mark.parametrize("words, asked", [(0, 60), (100, 60), (101, 60), (102, 61), (150, 90), (300, 180)])
def test_how_long_a_reader_gets(words, asked):
    """A slow reader reads a hundred words a minute; at least a minute, and half a minute more before anything is wiped."""
    assert sheet.idle_seconds(words) == (asked, asked + 30)
