"""The lists to fill in, under CPython: any sequence of messages, no score, and nothing typed becomes markup."""

import datetime
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publish.links import Links
from macros.publish.lists import agreements_data, signals_data
from macros.render.list import TOOLS, collection_page
from macros.schema.collection import Collection
from tests import cases_lists
from tests.core.test_core import Reader
from tests.loaded import loaded
from widgets.core import agreements, dates, signals
from widgets.core.html import to_html

CONTENT = loaded()
SIGNALS = cases_lists.small_signals()
AGREEMENTS = cases_lists.small_agreements()
TICKS = [entry["id"] for group in SIGNALS["groups"] for entry in group["entries"]]
OWN = [own_id for group in SIGNALS["groups"] for own_id in signals.own_ids(group)]
CHOICES = [entry["id"] for group in AGREEMENTS["groups"] for entry in group["entries"]]

TYPED = st.text(max_size=20) | st.sampled_from([cases_lists.HOSTILE, "</p><script>", "", " ", "\r\n"])
DAY = st.dates(min_value=datetime.date(1971, 1, 1), max_value=datetime.date(2100, 12, 31))
TICKED = st.tuples(st.just("ticked"), st.sampled_from(TICKS), st.sampled_from(["ja", ""]))
PLACED = st.tuples(st.just("placed"), st.sampled_from(TICKS + OWN), st.sampled_from(["", "klas", "plein", "maan"]))
DATED = st.tuples(st.just("dated"), st.sampled_from(TICKS + OWN), st.sampled_from([*signals.WEEKS, "week-9"]))
BEGAN = st.tuples(st.just("day-began"), DAY.map(str) | st.just("vandaag"))
DESCRIBED = st.tuples(st.just("described"), st.sampled_from(OWN), TYPED)
OTHER = st.sampled_from([("cleared",), ("effected", "copy"), ("gone",), ("ticked", "zz", "ja")])
SIGNAL_MESSAGES = st.lists(TICKED | PLACED | DATED | BEGAN | DESCRIBED | OTHER, max_size=25)
AGREEMENT_MESSAGES = st.lists(
    st.tuples(st.just("chosen"), st.sampled_from([*CHOICES, "zz"]), st.sampled_from(["ja", ""]))
    | st.tuples(st.just("named"), TYPED)
    | st.tuples(st.just("written"), st.sampled_from(["regel-1", "regel-3", "x"]), TYPED)
    | st.tuples(st.just("seated"), st.sampled_from([*agreements.SEATS, "7"]))
    | st.sampled_from([("line-added",), ("cleared",), ("effected", "copy"), ("gone",)]),
    max_size=25,
)


def run(core, content, messages) -> dict:
    """The model after these messages; a message that does not fit is refused and changes nothing."""
    model = core.init(content)
    for message in messages:
        before = json.dumps(model)
        try:
            following = core.update(content, model, message)
        except ValueError:
            following = model
        assert json.dumps(model) == before, "a model is never changed in place"
        model = following
    return model


# ---- signals ----


@given(SIGNAL_MESSAGES)
def test_any_order_leaves_valid_signals(messages):
    model = run(signals, SIGNALS, messages)
    assert json.loads(json.dumps(model)) == model
    assert set(model["seen"]) <= {*TICKS, *OWN}
    assert all(seen["week"] in signals.WEEKS and seen["place"] in ("", "klas", "plein") for seen in model["seen"].values())
    assert {own for own, text in model["own"].items() if text} == {*OWN} & set(model["seen"])
    texts = [text for _, texts in signals.summary(SIGNALS, model) for text in texts]
    assert sorted(texts) == sorted(text for _, text in signals.seen_lines(SIGNALS, model))
    assert {entry_id for entry_id, _ in signals.seen_lines(SIGNALS, model)} == set(model["seen"])


@given(st.lists(TICKED | PLACED | DATED | BEGAN, max_size=25))
def test_the_summary_is_no_score(messages):
    """The only numbers in the summary are days and a year; it always says that one signal proves nothing."""
    model = run(signals, SIGNALS, messages)
    markup = Reader(to_html(signals.view(SIGNALS, model))).text
    for text in (signals.summary_text(SIGNALS, model), markup.replace("Regel 1", "").replace("Regel 2", "")):
        rest = re.sub(rf"\b\d{{1,2}} (?:{'|'.join(dates.MONTHS)})(?: \d{{4}})?", "", text)
        assert not re.search(r"\d|%|score|punten|kans", rest), rest
    assert "Eén signaal bewijst niets, en meer signalen samen ook niet." in signals.summary_text(SIGNALS, model)
    assert ("Eén signaal bewijst niets, en meer signalen samen ook niet." in markup) == bool(model["seen"])


@given(SIGNAL_MESSAGES)
def test_help_first_as_long_as_it_holds(messages):
    model = run(signals, SIGNALS, messages)
    first = next(tag for tag in Reader(to_html(signals.view(SIGNALS, model))).tags if tag[0] in ("a", "input"))
    assert (first == ("a", {"class": "danger-door", "href": SIGNALS["danger_href"]})) == ("eerst-1" in model["seen"])
    assert ("‘Nu gevaar?’" in signals.summary_text(SIGNALS, model)) == ("eerst-1" in model["seen"])


@given(DAY, st.sampled_from(signals.WEEKS[:-1]))
def test_weeks_agree_with_the_calendar(day, week):
    monday = day - datetime.timedelta(days=day.weekday() + 7 * signals.WEEKS.index(week))
    model = run(signals, SIGNALS, [("day-began", str(day)), ("ticked", "school-1", "ja"), ("dated", "school-1", week)])
    heading = signals.summary(SIGNALS, model)[0][0]
    assert heading == f"In de week van {monday.day} {dates.MONTHS[monday.month - 1]}, plek niet opgeschreven"


# ---- agreements ----


@given(AGREEMENT_MESSAGES)
def test_any_order_leaves_valid_agreements(messages):
    model = run(agreements, AGREEMENTS, messages)
    assert json.loads(json.dumps(model)) == model
    assert set(model["left_out"]) <= set(CHOICES) and len(model["left_out"]) == len(set(model["left_out"]))
    assert 1 <= len(model["own"]) <= agreements.MOST_OWN_LINES and model["seats"] in agreements.SEATS
    text = agreements.sheet_text(AGREEMENTS, model)
    for group in AGREEMENTS["groups"]:
        for entry in group["entries"]:
            assert (f"- {entry['text']}" in text) == (entry["id"] not in model["left_out"]) or entry["text"] in model["own"]
    assert all(f"- {line}" in text for line in model["own"] if line)


# ---- both ----


@given(TYPED)
def test_what_is_typed_never_becomes_markup(text):
    told = run(signals, SIGNALS, [("described", OWN[0], text)])
    plain = run(signals, SIGNALS, [("described", OWN[0], "x")])
    sheet = run(agreements, AGREEMENTS, [("named", text), ("written", "regel-1", text)])
    plain_sheet = run(agreements, AGREEMENTS, [("named", "x"), ("written", "regel-1", "x")])
    if not text.replace("\r", " ").replace("\n", " ").strip(" "):
        return
    for core, content, hostile, harmless in ((signals, SIGNALS, told, plain), (agreements, AGREEMENTS, sheet, plain_sheet)):
        seen = [Reader(to_html(core.view(content, model))) for model in (hostile, harmless)]
        assert [tag for tag, _ in seen[0].tags] == [tag for tag, _ in seen[1].tags]
        assert [set(attributes) for _, attributes in seen[0].tags] == [set(attributes) for _, attributes in seen[1].tags]


@given(SIGNAL_MESSAGES, AGREEMENT_MESSAGES)
def test_the_parts_that_are_redrawn_are_all_that_changed(signal_messages, agreement_messages):
    """What a field changes in the view stands in the parts that the core names for it, and they are as in the whole view."""
    for core, content, messages in ((signals, SIGNALS, signal_messages), (agreements, AGREEMENTS, agreement_messages)):
        model = core.init(content)
        for message in messages:
            try:
                following = core.update(content, model, message)
            except ValueError:
                continue
            if message[0] in ("ticked", "described", "placed", "dated", "chosen", "named", "written", "seated"):
                before, after = parts_of(core.view(content, model)), parts_of(core.view(content, following))
                redrawn = {part[1]["data-part"]: to_html(part) for part in core.parts(content, following, message)}
                assert redrawn.items() <= after.items()
                assert {name for name in after if before[name] != after[name]} <= set(redrawn)
            model = following


def parts_of(node) -> dict[str, str]:
    """The parts of a view by name, as HTML."""
    if isinstance(node, str):
        return {}
    found = {node[1]["data-part"]: to_html(node)} if "data-part" in node[1] else {}
    for child in node[2]:
        found |= parts_of(child)
    return found


# ---- from content ----


def test_which_list_gets_which_tool_is_content():
    tools = {page.id: page.tool for page in CONTENT.collections.values() if page.tool}
    assert set(tools.values()) == set(TOOLS)
    for page in CONTENT.collections.values():
        markup = collection_page(page, CONTENT, Links(f"lijsten/{page.id}.md"))
        assert ("data-widget=" in markup) == (page.tool is not None)
        assert "data-widget=" not in collection_page(page, CONTENT), "the policy document has only the plain list"


@pytest.mark.parametrize("country, school_type", [("nl", "po"), ("nl", "so"), ("nl", "vo"), ("vl", "basis"), ("vl", "secundair")])
def test_data_for_every_kind_of_school(country, school_type):
    content = loaded(country, school_type)
    for page in content.collections.values():
        links = Links(f"lijsten/{page.id}.md")
        if page.tool == "signaallijst":
            data = signals_data(page, content, links)
            assert any(group["danger"] for group in data["groups"])
            yard = "op de speelplaats" if country == "vl" else "op het schoolplein"
            assert yard in [place["text"] for place in data["places"]]
            assert [way["href"] for way in data["onward"]][0] == f"../../protocollen/{content.school.protocol}/"
            check_entries(page, data, [])
        elif page.tool == "klasblad":
            check_entries(page, agreements_data(page, content, links), [group.id for group in page.groups if not group.entries])


def check_entries(page: Collection, data: dict, left_out: list[str]) -> None:
    shown = [[entry["text"] for entry in group["entries"]] for group in data["groups"]]
    assert shown == [[entry.text for entry in group.entries] for group in page.groups if group.id not in left_out]
    ids = [entry["id"] for group in data["groups"] for entry in group["entries"]]
    assert len(ids) == len(set(ids))
