"""All steps told to parents, from the steps of the protocol: complete, in order, for every kind of school."""

import html
import re
from pathlib import Path

import pytest

from macros.content.graph import always_before, surely_first
from macros.content.model import Content
from macros.load import load
from macros.publish.links import Links
from macros.publish.routes import deadline_text
from macros.render import deadlines, first_contacts, readers, reading_order
from macros.render import parts as page_parts
from macros.schema.countries import SCHOOL_TYPES
from macros.schema.route import Route, Step
from tests.places import ROOT

READERS = ("ouders", "leerlingen")
LOADED = {
    (country, school_type): load(ROOT, country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types
}
CASES = [(*school, route_id) for school, content in LOADED.items() for route_id in content.protocols]


def content_for(country: str, school_type: str, route_id: str) -> Content:
    content = LOADED[country, school_type]
    content.school.protocol = route_id
    return content


def page(content: Content) -> str:
    return readers.for_parents(content, Links("ouders/stappen.md"))


def text(markup: str) -> str:
    """What a reader sees."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def items(markup: str) -> list[tuple[str, str]]:
    """(step id, markup) of every step on a page, in order."""
    parts = re.split(r'(?=<li class="reader-step")', markup)[1:]
    return [(re.search(r'/protocollen/[a-z0-9-]+/([a-z0-9-]+)/"', part).group(1), part) for part in parts]


def told(route: Route) -> list[Step]:
    return [step for step in route.steps if step.for_parents]


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_every_line_stands_once_with_its_deadline_its_people_and_its_step(country, school_type, route_id):
    content = content_for(country, school_type, route_id)
    route = content.protocols[route_id]
    found = dict(items(page(content)))
    assert len(items(page(content))) == len(found)
    assert set(found) == {step.id for step in told(route)}
    for step in told(route):
        seen = text(found[step.id])
        assert " ".join(step.for_parents.split()) in seen, step.id
        assert f'../../protocollen/{route_id}/{step.id}/"' in found[step.id]
        if step.deadline:
            bare = deadline_text(step.deadline.model_copy(update={"remark": None}), route)
            assert bare.removesuffix(" na de vorige stap") in seen, step.id
        for role_id in step.who:
            assert content.vocabulary.name(role_id) in seen, step.id
        for moment in step.follow_up:
            assert moment in seen, step.id


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_a_step_comes_after_the_steps_that_always_come_first(country, school_type, route_id):
    content = content_for(country, school_type, route_id)
    order = [step_id for step_id, _ in items(page(content))]
    for step_id, earlier in always_before(content.protocols[route_id]).items():
        for first in earlier & set(order):
            assert step_id not in order or order.index(first) < order.index(step_id), (first, step_id)


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_every_step_is_in_one_phase_and_the_ends_come_last(country, school_type, route_id):
    route = content_for(country, school_type, route_id).protocols[route_id]
    phases = dict(reading_order.reading_order(route))
    assert sorted(step.id for steps in phases.values() for step in steps) == sorted(step.id for step in route.steps)
    assert {step.id for step in phases["einde"]} == {step.id for step in route.steps if step.kind == "einde"}
    assert phases["begin"][0].id == route.start
    assert phases["volgen"] and all(step.follow_up for step in phases["volgen"])


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_a_branch_says_that_it_is_not_always_needed(country, school_type, route_id):
    """A step behind a choice says so, in words for parents: never with the label of that choice or the question before it."""
    content = content_for(country, school_type, route_id)
    route = content.protocols[route_id]
    found = dict(items(page(content)))
    first = surely_first(route)
    assert found
    for step in route.steps:
        for way in step.exits:
            for target in {way.to, way.then} & set(found) - {step.id}:
                if way.label:
                    named = route.step(target).title
                    assert way.label not in text(found[target]).replace(named, ""), (step.id, target)
                    assert ("Dit is niet altijd nodig." in found[target]) == (target not in first), (step.id, target)


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_parents_read_by_when_they_are_told(country, school_type, route_id):
    content = content_for(country, school_type, route_id)
    route = content.protocols[route_id]
    first = text(page(content).split("\n\n## ")[0])
    contacts = dict(first_contacts.first_contacts(route, content))
    assert {"ouders-gepest", "ouders-pest"} <= set(contacts)
    for role_id, step in contacts.items():
        assert step.title in first and content.vocabulary.name(role_id) in first
        assert deadlines.deadline_line(step, route, content) in first
        if step.deadline and step.deadline.remark:
            assert step.deadline.remark in first
        if deadlines.has_exceptions({step.id}, route):
            assert "Samen uiterlijk" not in first, "an exception in words may make it later"


@pytest.mark.parametrize("country, school_type, route_id", CASES)
def test_a_remark_on_a_deadline_can_be_read_by_staff_and_by_parents(country, school_type, route_id):
    """It stands on both pages: "je" is said to staff, "u" to parents."""
    for step in content_for(country, school_type, route_id).protocols[route_id].steps:
        if step.for_parents and step.deadline and step.deadline.remark:
            assert not re.search(r"\b(je|jij|jou|jouw|jullie|u|uw)\b", step.deadline.remark), step.id


def test_talks_stand_in_the_order_of_the_protocol():
    content = content_for("nl", "vo", "aanbevolen-protocol")
    shown = re.findall(r'gesprekken/([a-z-]+)/"', page_parts.cards(content, Links("schoolteam.md"), "gesprekken"))
    used = list(dict.fromkeys(step.guide for step in content.protocols["aanbevolen-protocol"].steps if step.guide))
    assert shown[: len(used)] == used and sorted(shown) == sorted(content.guides)


def test_deadlines_add_up_to_the_start():
    """Two school days to the talk, and one to call home. The other side has no end: the route can come back to it after a
    series of days that goes on each term; without ways back it is two days to talk, and their home hears it the same day."""
    content = content_for("nl", "vo", "signaal-tot-afronding")
    route = content.protocols["signaal-tot-afronding"]
    assert deadlines.latest(route.step("signaal"), route, content) == "dezelfde schooldag"
    assert deadlines.latest(route.step("eerste-gesprek"), route, content) == "2 schooldagen"
    assert deadlines.latest(route.step("ouders-inlichten"), route, content) == "3 schooldagen"
    other = route.step("betrokkenen-inlichten")
    assert deadlines.latest(other, route, content) is None
    assert deadlines.in_words(deadlines.usually(other, route), content) == "5 schooldagen"


def test_a_changed_step_changes_the_page():
    """There is no second protocol: what stands in the step is what stands on the page, and nothing else does."""
    content = load(ROOT, "nl", "vo")
    content.school.protocol = "signaal-tot-afronding"
    step = content.protocols["signaal-tot-afronding"].step("ouders-inlichten")
    step.for_parents = "Nieuwe regel voor u."
    step.deadline.within = "4 schooldagen"
    parents = page(content)
    assert "Nieuwe regel voor u." in parents and "binnen 4 schooldagen" in parents
    assert "Meestal binnen 6 schooldagen" in text(parents), "two to the talk, and then four"
    step.for_parents = None
    assert "ouders-inlichten" not in dict(items(page(content)))


def written_for(reader: str) -> list[Path]:
    """The pages in docs/ that people wrote for these readers."""
    return [ROOT / "docs" / f"{reader}.md", *sorted((ROOT / "docs" / reader).glob("*.md"))]


def test_hand_written_pages_do_not_repeat_the_lines_of_a_step():
    written = {path: " ".join(path.read_text(encoding="utf-8").split()) for reader in READERS for path in written_for(reader)}
    assert len(written) > 10
    for content in LOADED.values():
        for route in content.protocols.values():
            for step in route.steps:
                for line in filter(None, (step.for_parents, step.for_pupils)):
                    assert not [path.name for path, words in written.items() if " ".join(line.split()) in words], line


def test_help_stands_on_every_page_for_pupils():
    for path in written_for("leerlingen"):
        assert "{{ help_first() }}" in path.read_text(encoding="utf-8"), path.name
    for (country, _), content in LOADED.items():
        shown = text(readers.help_first(content, Links("leerlingen/tips.md")))
        assert ("1813" in shown) == (country == "vl") and ("0800-0113" in shown) == (country == "nl")
