"""The picture of a route: nothing overlaps, nothing is lost, nothing depends on luck."""
import time
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from macros.diagram import draw
from macros.diagram.layout import place
from macros.diagram.measure import Box, problems
from macros.diagram.text import width, wrap
from tests.diagram_routes import HARDEST, random_route, read_route

SVG = "{http://www.w3.org/2000/svg}"

def svg_of(route: dict) -> ElementTree.Element:
    return ElementTree.fromstring(draw(route))


def words_of(element: ElementTree.Element) -> str:
    return "".join(element.find(f".//{SVG}text").itertext())


def test_hardest_route_has_no_overlap_and_is_not_too_wide():
    layout = place(read_route(HARDEST))
    assert problems(layout) == []
    assert layout.width < 1400


@pytest.mark.parametrize("size", [1, 2, 5, 12, 25, 40])
@pytest.mark.parametrize("seed", range(5))
def test_random_routes_have_no_overlap(seed, size):
    assert problems(place(random_route(seed, size))) == []


def test_every_step_is_a_link_with_its_whole_title():
    route = read_route(HARDEST)
    links = {link.get("data-step"): link for link in svg_of(route).iter(f"{SVG}a")}
    assert list(links) == [step["id"] for step in route["steps"]]
    for step in route["steps"]:
        link = links[step["id"]]
        assert words_of(link) == f"{step['number']}. {step['title']}"
        assert link.get("href") == f"#stap-{step['id']}"
        assert f"node-{step['kind']}" in link.get("class").split()
        assert len(link.findall(f"{SVG}text")) == 1


def test_every_exit_is_an_edge_with_its_whole_label():
    route = read_route(HARDEST)
    drawn = [(edge.get("data-from"), edge.get("data-to"), edge.get("data-exit"),
              words_of(edge) if edge.find(f".//{SVG}text") is not None else "")
             for edge in svg_of(route).iter(f"{SVG}g") if edge.get("data-from")]
    wanted = []
    for step in route["steps"]:
        for leaving in step["exits"]:
            wanted.append((step["id"], leaving["to"], leaving["id"], leaving["label"]))
            if leaving["max"]:
                wanted.append((step["id"], leaving["then"], leaving["id"], f"na {leaving['max']} keer"))
    assert drawn == wanted


def test_edges_are_hidden_from_assistive_technology_and_links_are_not():
    drawn = svg_of(read_route(HARDEST))
    hidden = drawn.find(f"{SVG}g[@aria-hidden='true']")
    assert len([edge for edge in drawn.iter(f"{SVG}g") if edge.get("data-from")]) == len(
        [edge for edge in hidden.iter(f"{SVG}g") if edge.get("data-from")])
    assert not list(hidden.iter(f"{SVG}a"))


def test_names_and_explains_itself_with_ids_of_this_route():
    drawn = svg_of(read_route(HARDEST, "een"))
    assert drawn.find(f"{SVG}title").text == "Van signaal tot einde"
    assert drawn.find(f"{SVG}title").get("id") == drawn.get("aria-labelledby")
    assert drawn.find(f"{SVG}desc").text == "De stappen staan ook als lijst op deze pagina."
    assert drawn.find(f"{SVG}desc").get("id") == drawn.get("aria-describedby")
    other = svg_of(read_route(HARDEST, "twee"))
    ids = {element.get("id") for element in drawn.iter() if element.get("id")}
    assert ids and not ids & {element.get("id") for element in other.iter()}


def test_no_inline_styles_or_scripts():
    for element in svg_of(read_route(HARDEST)).iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script")
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]


def test_only_the_start_is_marked_as_start():
    starts = [link.get("data-step") for link in svg_of(read_route(HARDEST)).iter(f"{SVG}a")
              if "node-start" in link.get("class").split()]
    assert starts == ["signaal"]


def test_limited_exit_has_a_dashed_edge_to_where_the_route_goes_on():
    drawn = svg_of(read_route(HARDEST)).iter(f"{SVG}g")
    found = [(edge.get("data-to"), edge.get("class")) for edge in drawn if edge.get("data-from") == "kijken"]
    assert found == [("bespreking", "edge edge-back"), ("geen-pesten", "edge edge-after"), ("geen-pesten", "edge")]


def test_two_limited_exits_say_which_limit_is_meant():
    drawn = draw(read_route("""
a | do | 1 | Begin
  -> b
b | ask | 2 | Hoe gaat het?
  Slechter -> a (2, c)
  Hetzelfde -> b (3, c)
  Beter -> c
c | end | 3 | Klaar"""))
    assert "na 2 keer ‘Slechter’" in plain(drawn) and "na 3 keer ‘Hetzelfde’" in plain(drawn)


def plain(svg: str) -> str:
    return " ".join("".join(ElementTree.fromstring(svg).itertext()).split())


def test_step_that_leads_to_itself_is_drawn():
    route = read_route("""
a | do | 1 | Blijf volgen
  Het gaat door -> a (3, b)
  Het is gestopt -> b
b | end | 2 | Klaar""")
    assert problems(place(route)) == []


def test_text_is_escaped_for_html_and_for_a_template_engine():
    nasty = "<script>alert(1)</script> & \"a\" 'b' {{ geheim }} {% raw %}"
    route = read_route("""
a | ask | | x
  ja -> b
  nee -> b
b | end | | y""", "r")
    route["title"] = route["steps"][0]["title"] = route["steps"][0]["exits"][0]["label"] = nasty
    svg = draw(route)
    assert "<script" not in svg and "{{" not in svg and "{%" not in svg
    drawn = ElementTree.fromstring(svg)
    assert drawn.find(f"{SVG}title").text == nasty
    assert words_of(drawn.find(f".//{SVG}a[@data-step='a']")) == nasty
    assert words_of(drawn.find(f".//{SVG}g[@data-exit='weg-0']")) == nasty


def test_exit_to_a_step_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'weg-0' of step 'a' leads to 'weg'"):
        draw(read_route("a | do | 1 | Begin\n  -> weg"))


def test_same_route_gives_the_same_picture():
    assert draw(read_route(HARDEST)) == draw(read_route(HARDEST))


def test_forty_steps_take_less_than_a_second():
    began = time.process_time()
    draw(read_route(HARDEST))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", [
    "Praat met de leerling die gepest wordt en met de ouders van deze leerling",
    "Medezeggenschapsraadsvergaderingsverantwoordelijkheid", "oud-leerling/oud-medewerker-commissielid", "a", "É ñ 漢字 ﷽",
])
def test_wrapping_keeps_every_letter_and_every_line_fits(text):
    lines = wrap(text, 14, 120, max_lines=9)
    assert all(width(line.rstrip(), 14) <= 120 for line in lines)
    assert "".join(lines).replace("-", "") == text.replace("-", "")


def test_wrapping_grows_wider_before_it_grows_longer_than_allowed():
    assert len(wrap("praat met de leerling " * 20, 14, 150)) <= 4


def test_wrapping_fills_lines_evenly():
    assert wrap("Blijf kijken en noteer wat je ziet", 14, 200) == ["Blijf kijken en ", "noteer wat je ziet"]


def test_empty_text_has_no_lines():
    assert wrap("  ", 14, 100) == []


def test_measure_sees_what_is_wrong():
    """The measure itself: every kind of fault, made by hand, is found."""
    layout = place(read_route("""
a | ask | 1 | Begin
  ja -> b
  nee -> c
b | end | 2 | Klaar
c | end | 3 | Ook klaar"""))
    a, b, c = layout.nodes
    moved = replace(layout, nodes=(a, b, replace(c, box=Box(b.box.x, b.box.y, 50, 120))))
    assert ("node-node", "b", "c") in problems(moved)
    assert any(kind == "edge-node" and node == "c" for kind, _, node in problems(moved))
    label = replace(layout.edges[0].label, height=60)
    together = replace(layout, edges=(layout.edges[0], replace(layout.edges[1], label=label)))
    assert {"label-label", "edge-label"} <= {kind for kind, *_ in problems(together)}
    on_step = replace(layout, edges=(replace(layout.edges[0], label=a.box), layout.edges[1]))
    assert ("label-node", "a>b (weg-0)", "a") in problems(on_step)
    assert "outside" in {kind for kind, *_ in problems(replace(layout, width=10))}
