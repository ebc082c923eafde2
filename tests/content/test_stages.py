"""The stages of a route: where a step of a layer stands, what a stage begins with, and what the pages show of them."""

import re
from collections.abc import Callable

import pytest

from macros.content.stages import first_done, parts, returning, sure_steps
from macros.content.translation import fingerprint, translate
from macros.load import load
from macros.publish.links import Links
from macros.render.route import route_page
from macros.schema.countries import KINDS
from macros.schema.route import Route
from macros.source.reader import read
from tests.own_layers import make_school
from tests.places import ROOT

HEAD = """id: klein
titel: Klein
kort: Een klein protocol.
gecontroleerd: 2026-11-01
begin: hoor
"""
STAGES = """fasen:
  - {id: begin, titel: Begin, wat: Je hoort het.}
  - {id: midden, titel: Midden, wat: Je doet iets.}
  - {id: soms, titel: Soms, als: Alleen als het doorgaat, wat: Je haalt hulp.}
  - {id: slot, titel: Slot, wat: Het is klaar.}
"""
STEPS = """stappen:
  - {id: hoor, soort: doen, fase: begin, titel: Hoor het, wie: [mentor], daarna: [{naar: kies}]}
  - id: kies
    soort: vraag
    fase: midden
    titel: Wat nu?
    daarna: [{als: Praten, naar: praat}, {als: Bellen, naar: bel}]
  - {id: praat, soort: doen, fase: midden, titel: Praat, wie: [mentor], wanneer: {binnen: 1 week}, daarna: [{naar: volg}]}
  - {id: bel, soort: doen, fase: midden, titel: Bel op, wie: [mentor], wanneer: {binnen: 2 schooldagen}, daarna: [{naar: volg}]}
  - id: volg
    soort: doen
    fase: midden
    titel: Volg het
    wie: [mentor]
    wanneer: {binnen: 2 schooldagen}
    opvolgen: [2 schooldagen, 1 week]
    daarna:
      - {als: Het is klaar, naar: klaar}
      - {als: Het gaat door, naar: hulp, hoogstens: 2, dan: klaar}
  - {id: hulp, soort: doen, fase: soms, titel: Haal hulp, wie: [coordinator], wanneer: {binnen: meteen}, daarna: [{naar: volg}]}
  - {id: klaar, soort: einde, fase: slot, titel: Klaar}
"""
EXAMPLES = """scenarios:
  - {naam: Praten, antwoorden: {kies: praat, volg: klaar}, einde: klaar}
  - {naam: Bellen, antwoorden: {kies: bel, volg: [hulp, hulp, hulp]}, einde: klaar}
"""
Laid = Callable[[str], tuple[Route, list[str]]]


@pytest.fixture
def laid(tmp_path) -> Laid:
    """The small protocol with a layer over it, and what was said of it."""

    def make(layer: str = "", base: str = HEAD + STAGES + STEPS + EXAMPLES) -> tuple[Route, list[str]]:
        root = make_school(tmp_path, {"protocollen/klein.yaml": layer} if layer else {})
        (root / "protocol" / "protocollen" / "klein.yaml").write_text(base, encoding="utf-8")
        content = load(root)
        return content.protocols["klein"], [str(problem) for problem in content.problems if "klein" in problem.file]

    return make


def stage_of(route: Route) -> list[tuple[str, str | None]]:
    return [(step.id, step.stage) for step in route.steps]


def test_a_route_needs_no_stages(laid):
    route, problems = laid(base=HEAD + re.sub(r"(?m)^    fase: .*\n| fase: \w+,", "", STEPS) + EXAMPLES)
    assert problems == [] and parts(route) == [] and {step.stage for step in route.steps} == {None}


def test_a_new_step_takes_the_stage_of_the_step_before_it(laid):
    route, problems = laid("stappen:\n  - {id: nieuw, soort: doen, titel: Nieuw, wie: [mentor], na: praat}\n")
    assert problems == []
    assert stage_of(route)[2:5] == [("praat", "midden"), ("nieuw", "midden"), ("bel", "midden")]


def test_a_new_step_without_a_place_stands_with_what_leads_to_it(laid):
    """`tweede` is only led to by another new step, which stands below it in the layer."""
    route, problems = laid(
        "stappen:\n  - {id: hoor, daarna: [{id: kies, naar: eerste}]}\n"
        "  - {id: tweede, soort: doen, titel: Tweede, wie: [mentor], daarna: [{naar: kies}]}\n"
        "  - {id: eerste, soort: doen, titel: Eerste, wie: [mentor], daarna: [{naar: tweede}]}\n"
    )
    assert problems == []
    assert stage_of(route)[:4] == [("hoor", "begin"), ("eerste", "begin"), ("tweede", "begin"), ("kies", "midden")]


def test_a_new_stage_with_a_new_step(laid):
    route, problems = laid(
        "fasen:\n  - {id: nazorg, titel: Nazorg, wat: Je vraagt het nog eens., na: midden}\n"
        "stappen:\n  - {id: vraag, soort: doen, fase: nazorg, titel: Vraag het, wie: [mentor], "
        "daarna: [{naar: klaar}]}\n  - id: volg\n    daarna: [{id: klaar, naar: vraag}]\n"
    )
    assert problems == []
    assert [part.stage.id for part in parts(route)] == ["begin", "midden", "nazorg", "soms", "slot"]
    assert stage_of(route)[4:7] == [("volg", "midden"), ("vraag", "nazorg"), ("hulp", "soms")]


def test_a_stage_gets_another_title_and_a_step_another_stage(laid):
    route, problems = laid("fasen:\n  - {id: begin, titel: Horen en kiezen}\nstappen:\n  - {id: kies, fase: begin}\n")
    assert problems == []
    first = parts(route)[0]
    assert (first.stage.title, first.stage.what) == ("Horen en kiezen", "Je hoort het.")
    assert [step.id for step in first.steps] == ["hoor", "kies"]


def test_a_stage_of_which_a_layer_hides_every_step_is_gone(laid):
    route, problems = laid("stappen:\n  - {id: hulp, verborgen: ja, overslaan: ja}\n")
    assert problems == [] and [part.stage.id for part in parts(route)] == ["begin", "midden", "slot"]


def test_what_a_stage_begins_with(laid):
    """In `midden` a question comes first; a way back from `hulp` is no beginning. In `soms` all is sure, up to the next stage."""
    route, _ = laid()
    begin, midden, soms, _slot = parts(route)
    assert [step.id for step in first_done(route, midden)] == ["praat", "bel"]
    assert [step.id for step in sure_steps(route, midden)] == ["kies"]
    assert [step.id for step in first_done(route, begin)] == [step.id for step in sure_steps(route, begin)] == ["hoor"]
    assert [step.id for step in sure_steps(route, soms)] == ["hulp"]


def test_a_way_that_leaves_a_stage_and_comes_back_is_found(laid):
    """hoor → kies → praat → volg: hoor with volg is no stage, nor is kies with volg. A limit makes it a way back."""
    route, _ = laid()
    for ids, found in (({"hoor", "volg"}, ["volg"]), ({"kies", "volg"}, ["volg"]), ({"kies", "praat"}, []), ({"hulp"}, [])):
        assert [step.id for step in returning(route, [step for step in route.steps if step.id in ids])] == found


def test_a_stage_can_be_translated(tmp_path):
    """Title and condition by the id of the stage; what stays out of a translation is Dutch."""
    (tmp_path / "protocol" / "protocollen").mkdir(parents=True)
    (tmp_path / "protocol" / "talen" / "en" / "protocollen").mkdir(parents=True)
    dutch = tmp_path / "protocol" / "protocollen" / "klein.yaml"
    dutch.write_text(HEAD + STAGES + STEPS + EXAMPLES, encoding="utf-8")
    (tmp_path / "protocol" / "talen" / "en" / "protocollen" / "klein.yaml").write_text(
        "fasen:\n  - {id: soms, titel: Sometimes, als: Only if it goes on}\n", encoding="utf-8"
    )
    known = {fingerprint("Soms"), fingerprint("Alleen als het doorgaat")}
    document, layer = translate("protocollen/klein", read(dutch, tmp_path), tmp_path / "protocol" / "talen" / "en", known, {})
    assert layer.own.problems == []
    assert document.value["fasen"][2] == {
        "id": "soms",
        "titel": "Sometimes",
        "als": "Only if it goes on",
        "wat": "Je haalt hulp.",
    }
    assert document.value["fasen"][0]["titel"] == "Begin"


@pytest.mark.parametrize("country, school_type", KINDS)
def test_every_protocol_has_stages(country, school_type):
    """Five to seven on the usual way; every step in one of them, with the side ways beside."""
    content = load(ROOT, country, school_type, layers=())
    for route in content.protocols.values():
        found = parts(route)
        assert 5 <= sum(not part.stage.when for part in found) <= 7, route.id
        assert [step.id for part in found for step in part.steps] == [step.id for step in route.steps]
        assert all(len(part.stage.title) <= 45 and len(part.stage.what.split()) <= 24 for part in found), "on one screen"


def test_the_map_stands_by_stage(laid):
    route, _ = laid()
    content = load(ROOT, layers=())
    page = route_page(route, content, Links("protocollen/klein/"))
    assert re.findall(r'id="fase-([a-z]+)"', page) == ["begin", "midden", "soms", "slot"], "in the order in which one walks it"
    assert re.findall(r'class="stage-number">(\d)<', page) == ["1", "2", "3"]
    facts = re.findall(r'class="stage-facts">([^<]*)<', page)
    assert facts[1].startswith("Binnen 2 schooldagen of binnen 1 week · "), "the shortest term first"
    assert facts[2].startswith("Meteen · ") and "vragen hoe het gaat" not in facts[1], "after a question nothing is sure"
    assert sorted(re.findall(r'<li id="stap-([a-z]+)"', page)) == sorted(step.id for step in route.steps)
    assert [bool(opened) for opened in re.findall(r'<details class="stage[^"]*"( open="")?>', page)] == [
        True,
        False,
        False,
        False,
    ]
    first = page[page.index('<li id="stap-') : page.index("</li>", page.index('class="answers"'))]
    assert page.count('class="guide-step"') == 1 and 'class="guide-step"' in first, "the first step under its station"
