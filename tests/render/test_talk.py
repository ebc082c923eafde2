"""The companion of a conversation under CPython: any order of messages, and every guide as plain data."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load import load
from macros.publish.links import Links
from macros.publish.talks import talk_data
from macros.render.talk import guide_page
from tests.cases_talk import small_talk
from tests.places import ROOT
from widgets.core import talk, talk_parts
from widgets.core.html import to_html

CONTENT = load(ROOT)
SMALL = small_talk()
PARTS = [part["id"] for part in SMALL["parts"]]
TICKS = [tick for part in SMALL["parts"] for tick in talk_parts.tick_ids(part)]

messages = st.one_of(
    st.sampled_from([("went-on",), ("went-back",), ("effected", "printed")]),
    st.tuples(st.just("jumped"), st.sampled_from(PARTS)),
    st.tuples(st.just("ticked"), st.sampled_from(TICKS), st.sampled_from(["ja", ""])),
    st.tuples(st.just("written"), st.sampled_from(PARTS), st.sampled_from(["", " ", "bang", "wil  het zelf.", "<b>x"])),
)


def played(sequence) -> dict:
    model = talk.init(SMALL)
    for message in sequence:
        model = talk.update(SMALL, model, message)
    return model


@given(st.lists(messages, max_size=30))
def test_any_order_leaves_a_valid_model(sequence):
    """The place and the ticks are what a plain count of the messages gives; the model that goes in stays as it is."""
    model, at, ticked, notes = talk.init(SMALL), 0, set(), {}
    for message in sequence:
        before = json.dumps(model)
        following = talk.update(SMALL, model, message)
        assert json.dumps(model) == before
        model = following
        match message:
            case ("went-on",):
                at = min(at + 1, len(PARTS) - 1)
            case ("went-back",):
                at = max(at - 1, 0)
            case ("jumped", part):
                at = PARTS.index(part)
            case ("ticked", tick, "ja"):
                ticked.add(tick)
            case ("ticked", tick, ""):
                ticked.discard(tick)
            case ("written", part, text):
                notes[part] = text
        written = {part: text for part, text in notes.items() if text.strip()}
        assert model == {"at": at, "ticked": [tick for tick in TICKS if tick in ticked], "notes": written}
        assert json.loads(json.dumps(model)) == model
        assert f"Deel {at + 1} van {len(PARTS)}" in to_html(talk.view(SMALL, model))


def test_notes_stand_in_the_order_of_the_talk_on_one_line():
    model = played(
        [("written", "afsluiten", "wil  het zelf.\nmorgen"), ("written", "vooraf", "bang."), ("written", "daarna", " ")]
    )
    assert talk_parts.notes_text(SMALL, model) == "Bij ‘Vooraf’: bang. Bij ‘Afsluiten’: wil het zelf. morgen."
    assert talk.would_lose(SMALL, model) and not talk.would_lose(SMALL, talk.init(SMALL))
    assert talk.effect(SMALL, model, ("notes-copied",), {})["text"] == talk_parts.notes_text(SMALL, model)
    assert "Kopieer dit" in to_html(talk.view(SMALL, model)) and "Kopieer dit" not in to_html(talk.view(SMALL, talk.init(SMALL)))


@given(st.lists(messages, max_size=12), st.lists(messages, max_size=12))
def test_replay_equals_stepwise(first, second):
    model = played(first)
    for message in second:
        model = talk.update(SMALL, model, message)
    assert played(first + second) == model


@given(st.lists(messages, max_size=10))
def test_a_prefix_changes_the_messages_and_nothing_else(sequence):
    model = played(sequence)
    alone, held = (to_html(talk_parts.view_body(SMALL, model, prefix)) for prefix in ("", "talk "))
    assert 'data-message="talk ' in held
    assert re.sub(r'(data-(?:message|field)=")talk ', r"\1", held) == alone


# ---- every guide ----


def data_of(guide) -> dict:
    return talk_data(guide, CONTENT, Links(f"gesprekken/{guide.id}.md"))


guides = pytest.mark.parametrize("guide", CONTENT.guides.values(), ids=lambda guide: guide.id)


def texts_of(guide) -> list[str]:
    """Every text of a guide that somebody needs during the talk."""
    found = [guide.goal, guide.opening, *guide.conditions, *guide.before, *guide.closing, *guide.record, *guide.after]
    for phase in guide.phases:
        found += [phase.goal or "", *phase.say, *phase.questions, *phase.more, *phase.tips]
    found += [text for reaction in guide.reactions for text in (reaction.when, reaction.then)]
    return found + [text for pitfall in guide.pitfalls for text in (pitfall.avoid, pitfall.instead)]


@guides
def test_the_parts_together_say_all_that_the_guide_says(guide):
    data = data_of(guide)
    model, shown = talk.init(data), ""
    for _ in data["parts"]:
        shown += unescape(to_html(talk.view(data, model)))
        model = talk.update(data, model, ("went-on",))
    assert [text for text in texts_of(guide) if text not in shown] == []


@guides
def test_parts_and_ticks_have_fixed_names(guide):
    """Ids without spaces, that stand once: messages and saved answers name them."""
    data = data_of(guide)
    parts = [part["id"] for part in data["parts"]]
    expected = [
        "voorwaarden",
        "vooraf",
        "eerste-zin",
        *(f"fase-{phase.id}" for phase in guide.phases),
        "wat-als",
        "valkuilen",
        "afsluiten",
        "schrijf-op",
        "daarna",
    ]
    assert [name for name in expected if name in parts] == parts
    ticks = [tick for part in data["parts"] for tick in talk_parts.tick_ids(part)]
    assert len(ticks) == len(set(ticks)) > 0
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in parts + ticks)
    assert all(part["blocks"] and all(block["items"] for block in part["blocks"]) for part in data["parts"])
    assert json.loads(json.dumps(data)) == data


def test_a_part_without_text_is_left_out():
    guide = next(iter(CONTENT.guides.values())).model_copy(update={"reactions": [], "pitfalls": [], "after": []})
    parts = [part["id"] for part in data_of(guide)["parts"]]
    assert not {"wat-als", "valkuilen", "daarna"} & set(parts)
    assert parts[-2:] == ["afsluiten", "schrijf-op"]


@guides
def test_the_companion_stands_on_the_page_of_its_guide_only(guide):
    """In the policy of the school the same text stands without it, one level of headings higher."""
    own = guide_page(guide, CONTENT, Links(f"gesprekken/{guide.id}.md"))
    policy = guide_page(guide, CONTENT, Links("beleid.md"))
    assert own.count('data-widget="talk"') == 1 and "data-widget" not in policy
    assert "### Vooraf" in own and "\n## Vooraf" in policy
    for page in (own, policy):
        below = page.partition("#het-hele-gesprek")[2] or page
        assert [text for text in texts_of(guide) if text not in unescape(below)] == []
        for cue in ("Zeg:", "Vraag:", "Let op:"):
            assert f'<p class="cue">{cue}</p>' in below
