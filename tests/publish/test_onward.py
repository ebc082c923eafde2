"""Where a wayfinder ends: at the right step of the protocol that the school follows, whichever that is."""

import pytest

from macros.load import load
from macros.publish.links import Links
from macros.publish.routes import onward_step, step_data
from macros.render.step_page import step_page
from macros.schema.route import OWN_PROTOCOL
from tests.places import ROOT
from tests.schools import LOADED, every_school, school  # noqa: F401 (pytest finds the fixture by its name)

LINKS = Links("wegwijzers/x.md")


def ends(content):
    return [
        (route, step)
        for route in content.wayfinders.values()
        for step in route.steps
        if step.kind == "einde" and step.route == OWN_PROTOCOL
    ]


def data(route, step, content):
    return step_data(route.steps.index(step) + 1, step, route, content, LINKS)


@every_school
def test_every_end_leads_to_a_step_of_the_protocol_of_the_school(school):
    own = school.protocols[school.school.protocol]
    found = ends(school)
    assert len(found) >= 15
    for route, step in found:
        address = data(route, step, school)["onward"]["href"]
        assert address in [f"../../protocollen/{own.id}/{other.id}/" for other in own.steps], (route.id, step.id)


@pytest.mark.parametrize("protocol", list(LOADED["nl", "vo"].protocols))
def test_whichever_protocol_it_follows(protocol):
    """The approach that was chosen is the one at which it goes on."""
    content = load(ROOT)
    content.school.protocol = protocol
    own = content.protocols[protocol]
    for route, step in ends(content):
        named = dict(place.split("/") for place in step.at_step)
        assert onward_step(step, own).id == named.get(protocol, own.start)
    assert f"/{protocol}/" in data(*ends(content)[0], content)["onward"]["href"]


# What the words of the two steps say: a wayfinder that ends with a talk apart leads to that talk.
PAIRS = [
    ("herstelgesprek-kiezen", "eerst-apart", "gesprek-duidelijk"),
    ("welke-aanpak-past", "steungroep", "steungroep"),
    ("welke-aanpak-past", "zonder-verwijt", "gesprek-zonder-verwijt"),
    ("welke-aanpak-past", "eerst-praten", "eerste-gesprek"),
    ("is-dit-pesten", "ruzie", "ruzie-plagen"),
    ("is-dit-pesten", "pesten", "melding"),
    ("online-pesten", "andere-school", "andere-school"),
]


@pytest.mark.parametrize("route_id, end, wanted", PAIRS)
def test_the_outcome_leads_to_the_step_of_the_same_work(route_id, end, wanted):
    content = LOADED["nl", "vo"]
    own = content.protocols["aanbevolen-protocol"]
    assert onward_step(content.wayfinders[route_id].step(end), own).id == wanted


def test_a_step_that_the_school_hides_falls_back_to_the_first():
    content = load(ROOT)
    own = content.protocols[content.school.protocol]
    own.steps = [step for step in own.steps if step.id != "steungroep"]
    assert onward_step(content.wayfinders["welke-aanpak-past"].step("steungroep"), own).id == own.start


@every_school
def test_without_a_script_the_page_has_the_button_and_the_reason(school):
    for route, step in ends(school):
        page = step_page(route, step, school, LINKS)
        assert 'class="answer"' in page and "van ons protocol" in page
        reason = page.partition('<div id="reden">')[2].partition("</div>")[0]
        assert f"Wegwijzer: {route.title}" in reason and "Uitkomst: " in reason and "Waarom: " in reason
        assert 'data-copy-text="reden"' in page


def test_other_ends_have_no_reason():
    content = LOADED["nl", "vo"]
    own = content.protocols[content.school.protocol]
    for step in own.steps:
        assert 'id="reden"' not in step_page(own, step, content, Links(f"protocollen/{own.id}/{step.id}.md"))
