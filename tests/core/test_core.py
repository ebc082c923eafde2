"""The browser core under CPython: the table of cases, and properties over all sequences of messages."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import cases
from widgets.core import guide, guide_map, route, scoring, thermometer
from widgets.core.html import el, to_html

ROUTE = cases.small_route()
QUESTIONNAIRE = cases.small_questionnaire()
ITEMS = [item["id"] for section in QUESTIONNAIRE["sections"] for item in section["items"]]


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.__name__)
def test_cases_give_plain_data_and_the_same_twice(case):
    value = case()
    assert json.loads(json.dumps(value)) == value
    assert case() == value


# ---- html: everything is escaped ----


class Reader(HTMLParser):
    """What a browser would see."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


hostile = st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])) | st.sampled_from(
    ["<script>alert(1)</script>", '" onclick="x', "' x='", "&lt;", "</p>", "{{ x }}", "<!--", "]]>"]
)


@given(hostile, hostile)
def test_text_and_attributes_come_back_as_they_were(text, value):
    seen = Reader(to_html(el("b", {"title": value}, text)))
    assert seen.tags == [("b", {"title": value})]
    assert seen.text == text


def test_hostile_route_is_shown_as_text():
    nasty = "<script>alert(1)</script> \" ' {{ x }} & " + "lang" * 60
    step = cases.step("a", "end", [], title=nasty, who=nasty, why=nasty, how=[nasty], caution=[nasty], record=[nasty])
    step["title"] = nasty
    content = {"id": "x", "title": nasty, "start": "a", "calendar": None, "steps": [step]}
    markup = to_html(guide.view(content, guide.init(content)))
    assert "<script" not in markup
    assert Reader(markup).text.count(nasty) == 9, (
        "six of the step; the reason for the report names the route, the step and how it ended"
    )


# ---- guide: any sequence of messages leaves a valid model; replay equals stepwise ----


def possible_messages(model):
    """Everything a reader can do on this screen, and some things nobody can."""
    trail = route.walk(ROUTE, model["answers"])
    steps = route.index_steps(ROUTE)
    found = [("went-back",), ("restarted",), ("returned",)] + [("looked", name) for name in steps]
    for place in trail:
        found.append(("revisited", place["visit"]))
        for way in steps[place["step"]]["exits"]:
            found.append(("answered", place["visit"], way["key"]))
    return found


@given(st.data())
def test_guide_stays_valid(data):
    model = guide.init(ROUTE)
    for _ in range(data.draw(st.integers(0, 14))):
        model = guide.update(ROUTE, model, data.draw(st.sampled_from(possible_messages(model))))
        trail = route.walk(ROUTE, model["answers"])
        visits = [place["visit"] for place in trail]
        assert len(visits) == len(set(visits))
        assert model["at"] == "" or model["at"] in visits
        assert all(place["answer"] for place in trail[:-1]) and not trail[-1]["answer"]
        assert set(route.off_path(ROUTE, model["answers"])).isdisjoint(visits)
        marks = guide_map.marks(ROUTE, model)
        assert marks[0].removeprefix("is-here ") in [model["look"], *(place["step"] for place in trail)]
        assert json.loads(json.dumps(model)) == model
        assert Reader(to_html(guide.view(ROUTE, model))).text


def test_looking_ahead_changes_no_answer():
    """A step that was reached is shown with its answers; another one only to read, with choices that look on."""
    model = guide.update(ROUTE, guide.init(ROUTE), ("answered", ROUTE["start"], ROUTE["steps"][0]["exits"][0]["key"]))
    for step in ROUTE["steps"]:
        looked = guide.update(ROUTE, model, ("looked", step["id"]))
        assert looked["answers"] == model["answers"] and guide_map.marks(ROUTE, looked)[0] == "is-here " + step["id"]
        messages = [
            dict(attrs)["data-message"]
            for tag, attrs in Reader(to_html(guide.view(ROUTE, looked))).tags
            if tag == "a" and "data-message" in attrs
        ]
        reached = step["id"] in [place["step"] for place in route.walk(ROUTE, model["answers"])]
        name = "answered" if reached else "looked"
        assert len(messages) == len(step["exits"]) and all(message.startswith(name + " ") for message in messages)
        assert guide.update(ROUTE, looked, ("returned",))["look"] == ""
    with pytest.raises(ValueError, match="unknown step: weg"):
        guide.update(ROUTE, model, ("looked", "weg"))


@given(st.data())
def test_replay_equals_stepwise(data):
    """Giving the answers one by one leads to the same place as giving them all at once."""
    model = guide.init(ROUTE)
    for _ in range(data.draw(st.integers(0, 10))):
        place = route.walk(ROUTE, model["answers"])[-1]
        exits = route.index_steps(ROUTE)[place["step"]]["exits"]
        if not exits:
            break
        key = data.draw(st.sampled_from([way["key"] for way in exits]))
        model = guide.update(ROUTE, model, ("answered", place["visit"], key))
    shuffled = dict(data.draw(st.permutations(list(model["answers"].items()))))
    assert route.walk(ROUTE, shuffled) == route.walk(ROUTE, model["answers"])


@given(st.data())
def test_changing_an_answer_keeps_the_others(data):
    model = guide.init(ROUTE)
    for key_number in data.draw(st.lists(st.integers(0, 1), min_size=2, max_size=6)):
        place = route.walk(ROUTE, model["answers"])[-1]
        exits = route.index_steps(ROUTE)[place["step"]]["exits"]
        if exits:
            model = guide.update(ROUTE, model, ("answered", place["visit"], exits[key_number % len(exits)]["key"]))
    visit = data.draw(st.sampled_from(list(model["answers"])))
    exits = route.index_steps(ROUTE)[route.visited_step(visit)]["exits"]
    on_path = [place["visit"] for place in route.walk(ROUTE, model["answers"])]
    if visit in on_path:
        changed = guide.update(ROUTE, model, ("answered", visit, data.draw(st.sampled_from(exits))["key"]))
        assert set(changed["answers"]) == set(model["answers"])
        assert all(changed["answers"][name] == model["answers"][name] for name in model["answers"] if name != visit)


# ---- thermometer ----

messages = st.one_of(
    st.tuples(st.just("answered"), st.sampled_from(ITEMS), st.sampled_from("012345")),
    st.sampled_from(
        [("skipped",), ("went-on",), ("went-back",), ("finished",), ("restarted",), ("idled",), ("stirred",), ("timed-out",)]
    ),
)


@given(st.lists(messages, max_size=25))
def test_thermometer_stays_valid(sequence):
    model = thermometer.init(QUESTIONNAIRE)
    for message in sequence:
        model = thermometer.update(QUESTIONNAIRE, model, message)
        assert 0 <= model["at"] <= len(ITEMS)
        assert set(model["answers"]) <= set(ITEMS)
        assert all(value in range(6) for value in model["answers"].values())
        if message[0] in ("restarted", "timed-out"):
            assert thermometer.is_untouched(model)
        assert Reader(to_html(thermometer.view(QUESTIONNAIRE, model))).text


values = st.lists(st.integers(0, 5) | st.none(), min_size=3, max_size=3)


@given(values)
def test_scale_score_against_plain_arithmetic(given_values):
    section = QUESTIONNAIRE["sections"][0]
    answers = {item["id"]: value for item, value in zip(section["items"], given_values) if value is not None}
    score = scoring.score_section(section, answers)
    if len(answers) < 2:
        assert not score["enough"]
        return
    mean = sum(answers.values()) / len(answers)
    assert abs(score["tenths"] / 10 - mean) <= 0.05 + 1e-9
    assert score["band"] == (0 if mean < 1.5 else 2 if mean > 3.5 else 1)
    assert 0 <= scoring.percent(section, score) <= 100


@given(st.lists(st.integers(0, 5) | st.none(), min_size=2, max_size=2))
def test_checklist_score(given_values):
    section = QUESTIONNAIRE["sections"][1]
    answers = {item["id"]: value for item, value in zip(section["items"], given_values) if value is not None}
    score = scoring.score_section(section, answers)
    assert score["enough"] == bool(answers)
    if answers:
        highest = max(answers.values())
        assert score["highest"] == highest and score["band"] == highest // 2
        assert score["different"] == sum(value > 0 for value in answers.values())
        assert len(score["most_often"]) == (0 if highest == 0 else list(answers.values()).count(highest))


def test_result_says_no_single_number_and_names_help():
    model = thermometer.init(QUESTIONNAIRE)
    for item in ITEMS:
        model = thermometer.update(QUESTIONNAIRE, model, ("answered", item, "3"))
    text = Reader(to_html(thermometer.view(QUESTIONNAIRE, thermometer.update(QUESTIONNAIRE, model, ("finished",))))).text
    assert "Met wie kun je praten?" in text and "113" in text and "kamer 1" in text
    assert "totaal" not in text.lower()
