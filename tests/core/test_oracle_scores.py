"""Every kind of score against the oracle, with fractions, over sections of every shape."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases_scoring import section
from tests.oracles import scores
from tests.readable import lines_of
from widgets.core import scoring, sheet, thermometer, thermometer_result
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
            case ("went-on",):  # only from a question with an answer
                at += at < len(ITEMS) and list(ITEMS)[at] in answers
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
    for message in (("went-on",), ("skipped",), ("went-back",), ("answered", "d0-1", "0")):
        assert not sheet.is_idle(sheet.update(content(), asked, message))


LINES = {
    group: [{"name": f"lijn {group}", "for_whom": "Voor jou.", "hours": "Altijd.", "phone": "1", "tel": "1", "site": ""}]
    for group in ("praten", "direct", "later")
}


def shown(answer: int | None, signal: bool, own: bool) -> str:
    """The question on screen with an answer: each helpline is named after its group."""
    one = content() | {"help": LINES, "help_groups": ["direct", "later"], "contacts": [], "aloud": False, "pictures": {}}
    one["sections"][0] |= {"own_behaviour": own, "labels": ["nooit", "soms"]}
    one["sections"][0]["items"][0] |= {"signal": signal, "help": "praten"}
    model = sheet.init(one) | {"answers": {} if answer is None else {"d0-1": answer}}
    return to_html(sheet.question_view(one, model, sheet.OWN_WORDS))


def test_who_looks_along_learns_nothing_from_the_help():
    """The same line under every question, whatever the answer and whatever it asks: the first line that is always there."""
    seen = set()
    for answer in (None, 0, 1):
        for signal in (False, True):
            for own in (False, True):
                seen.add(shown(answer, signal, own).partition('class="help-line"')[2].partition("</p>")[0])
    assert len(seen) == 1
    line = seen.pop()
    assert "lijn direct" in line and 'href="tel:1"' in line and "lijn praten" not in line and "lijn later" not in line


def result(answers: dict, **changes) -> str:
    one = content() | {"help": LINES, "help_groups": ["direct", "later"], "contacts": [], "aloud": False, "pictures": {}}
    one |= {"closing": ["Dit is geen test.", "Tot ziens."]}
    one["sections"][0] |= {"polarity": "high-is-good"}
    one["sections"][1]["items"][0] |= {"help": "praten", **changes}
    return to_html(thermometer_result.result_view(one, answers, []))


ANSWERS = {"d0-1": 1, "d0-2": 1, "d1-1": 2, "d1-2": 0}


def test_what_stands_open_at_the_end_is_the_same_for_everybody():
    """Up to the folded own result: nothing, everything well, or something that cannot wait."""
    ends = [result({}), result(dict.fromkeys(ITEMS, 0)), result(ANSWERS, urgent_from=1)]
    assert len({end.partition('<details class="own-result"')[0] for end in ends}) == 1
    assert "lijn direct" in ends[0] and "lijn later" in ends[0] and "Altijd." in ends[0], "with hours"
    assert all('<details class="own-result">' in end for end in ends), "folded"


@pytest.mark.parametrize("urgent_from, answer, told", [(1, 1, True), (2, 1, False), (2, 2, True), (0, 2, False), (1, 0, False)])
def test_what_cannot_wait_is_said_first_with_the_number_that_everybody_gets(urgent_from, answer, told):
    own = result(ANSWERS | {"d1-1": answer}, urgent_from=urgent_from).partition('<details class="own-result">')[2]
    sentence = own.partition("<article")[0]
    assert ("niet jouw schuld" in sentence) == told and ("lijn direct" in sentence) == told
    assert "lijn praten" not in sentence, "not another number for another answer"
    assert ("Dit is geen test." in sentence) == (not told)


def test_the_worst_section_comes_first_and_the_others_are_folded():
    """Scale 0-1 where high is good, all 1: well. Scale 0-2 where high is bad, one 2 and one 0: half bad."""
    own = result(ANSWERS, urgent_from=0).partition('<details class="own-result">')[2]
    before, _, after = own.partition('<details class="all-results">')
    assert "Deel d1" in before and "Deel d0" not in before and "Deel d0" in after


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
    """On is always in its place; back from the second question; a result from the first answer, but not beside the last "on"."""

    def buttons(at: int, answers: dict) -> list[str]:
        one = content() | {"aloud": False, "pictures": {}, "help": {}, "help_groups": []}
        lines = lines_of(to_html(sheet.question_view(one, sheet.init(one) | {"at": at, "answers": answers}, sheet.OWN_WORDS)))
        return [line.rpartition(" | ")[2] for line in lines if line.strip().startswith("button")]

    assert buttons(0, {}) == ["Volgende", "Sla over"]
    assert buttons(0, {"d0-1": 0}) == ["Volgende", "Sla over", "Stoppen en uitslag bekijken"]
    assert buttons(1, {"d0-1": 0}) == ["Volgende", "Sla over", "Vorige", "Stoppen en uitslag bekijken"]
    assert buttons(4, {"d1-2": 1}) == ["Bekijk je uitslag", "Sla over", "Vorige"]


@pytest.mark.parametrize("words, asked", [(0, 60), (100, 60), (101, 60), (102, 61), (150, 90), (300, 180)])
def test_how_long_a_reader_gets(words, asked):
    """A slow reader reads a hundred words a minute; at least a minute, and half a minute more before anything is wiped."""
    assert sheet.idle_seconds(words) == (asked, asked + 30)
