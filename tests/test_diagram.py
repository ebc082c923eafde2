"""The picture of a route: nothing overlaps, nothing is lost, nothing depends on luck."""
import random
import time
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from macros.diagram import draw
from macros.diagram.layout import place
from macros.diagram.measure import Box, problems
from macros.diagram.text import width, wrap

SVG = "{http://www.w3.org/2000/svg}"

# The hardest route we know of: step | kind | number | title, then its exits: label -> step (at most n, then step).
HARDEST = """
signaal | do | 1 | Je ziet of hoort een signaal
  Een collega of ouder ziet het -> bespreking
  De leerling vertelt het zelf -> orienterend
bespreking | do | 2 | Bespreek het signaal met de coördinator en collega's
  -> orienterend
orienterend | do | 3 | Praat met de leerling die misschien gepest wordt
  -> klopt
klopt | ask | 4 | Klopt het vermoeden?
  Ja, er wordt gepest -> ouders
  Nee, of we weten het nog niet -> kijken
kijken | do | 5 | Blijf kijken en noteer wat je ziet
  Er komt een nieuw signaal -> bespreking (3, geen-pesten)
  Er komt geen nieuw signaal -> geen-pesten
ouders | do | 6 | Bespreek met de leerling wat de ouders horen
  -> wie
wie | ask | 7 | Weet de leerling wie er pest?
  Ja, iemand uit de eigen klas -> aanpak
  Ja, iemand van een andere school -> andere-school
  Nee, dat is onbekend -> gesprek-steun
andere-school | do | 8 | Neem contact op met de andere school via de vertrouwenspersoon
  -> ouders-8
aanpak | ask | 9 | Welke aanpak kiezen mentor en leerling samen?
  Niet confronteren -> klas
  Wel confronteren -> bemiddeling
klas | do | 10 | Maak pesten een thema in de klas
  -> ouders-5
ouders-5 | do | 11 | Vertel de ouders wat er in de klas gebeurt
  -> volgen-6
volgen-6 | do | 12 | Blijf de groep volgen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
bemiddeling | do | 13 | Voer een bemiddelingsgesprek met beide leerlingen
  -> ouders-8
ouders-8 | do | 14 | Informeer ouders, teamleider en coördinator
  -> dossier-9
dossier-9 | do | 15 | Noteer het in het dossier
  -> volgen-10
volgen-10 | do | 16 | Volg beide leerlingen en plan een vervolgafspraak
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
gesprek-steun | do | 17 | Praat met de leerling over steun en over online veiligheid
  -> ouders-12
ouders-12 | do | 18 | Informeer de ouders van de leerling
  -> dossier-13
dossier-13 | do | 19 | Noteer het in het dossier
  -> volgen-14
volgen-14 | do | 20 | Blijf de leerling volgen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
dader-nu | ask | 21 | Is nu bekend wie er pest?
  Ja, en het gebeurt vaker -> betrekken
  Nee, nog steeds onbekend -> gesprek-ouders
betrekken | do | 22 | Betrek de teamleider en de coördinator
  -> gesprek-dader
gesprek-dader | do | 23 | Praat met de leerling die pest en de ouders
  -> ouders-17
ouders-17 | do | 24 | Informeer de ouders van de gepeste leerling
  -> dossier-18
dossier-18 | do | 25 | Noteer het in het dossier
  -> volgen-19
volgen-19 | do | 26 | Volg beide leerlingen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> maatregel
gesprek-ouders | do | 27 | Praat met de gepeste leerling en de ouders
  -> verdachte
verdachte | ask | 28 | Is er op school iemand van wie je denkt dat die het doet?
  Ja -> gesprek-verdachte
  Nee -> steun-politie
gesprek-verdachte | do | 29 | Praat alleen met deze leerling
  -> bevestigt
bevestigt | ask | 30 | Zegt de leerling dat het klopt?
  Ja, de leerling geeft het toe -> ouders-17
  Nee -> steun-politie
steun-politie | do | 31 | Help met melden bij de aanbieder of de politie
  -> dossier-21
dossier-21 | do | 32 | Noteer het in het dossier
  -> ouders-22
ouders-22 | do | 33 | Stuur de ouders een samenvatting van het gesprek
  -> volgen-23
volgen-23 | do | 34 | Blijf de gepeste leerling volgen
  Het pesten is gestopt -> gestopt
  Nu is bekend wie er pest -> betrekken (2, extern)
  Het pesten gaat door -> extern
maatregel | do | 35 | Kies een maatregel die bij de ernst past
  De maatregel helpt -> volgen-19 (3, extern)
  De maatregel helpt niet -> extern
extern | do | 36 | Vraag hulp van buiten de school
  -> gestopt
gestopt | end | 37 | Sluit af: de leerling bevestigt dat het pesten gestopt is
geen-pesten | end | 38 | Stop: er is nu geen pesten
"""


def read_route(text: str, route_id: str = "signaal-tot-einde") -> dict:
    """A route from the short notation above."""
    steps = []
    for line in text.strip().splitlines():
        if line.startswith("  "):
            label, _, target = line.strip().rpartition("->")
            target, _, limit = target.strip().partition(" (")
            most, _, then = limit.rstrip(")").partition(", ")
            exits = steps[-1]["exits"]
            exits.append({"id": f"weg-{len(exits)}", "label": label.strip(), "to": target, "max": int(most or 0),
                          "then": then})
        else:
            step_id, kind, number, title = (part.strip() for part in line.split("|"))
            steps.append({"id": step_id, "kind": kind, "number": number, "title": title, "exits": []})
    return {"id": route_id, "title": "Van signaal tot einde", "start": steps[0]["id"], "steps": steps}


WORDS = ("de leerling praat met een ouder of verzorger over pesten op school en online verantwoordelijkheidsgevoel "
         "medezeggenschapsraadsvergadering groep mentor afspraak meldcode veiligheidscoördinator we i iii").split()


def random_route(seed: int, size: int) -> dict:
    """A route of `size` steps that mostly goes forward, with some loops and some very long words."""
    chance = random.Random(seed)

    def phrase(least: int, most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most))).capitalize()

    steps = []
    for place_of in range(size):
        later = range(place_of + 1, size)
        kind = "end" if not later or (place_of > 2 and chance.random() < 0.06) else chance.choice(("do", "do", "ask"))
        exits = []
        if kind != "end":
            for number in range(chance.randint(2, 4) if kind == "ask" else chance.choice((1, 1, 1, 2))):
                near = min(size - 1, place_of + chance.randint(1, 5))
                exits.append({"id": f"e{number}", "label": phrase(1, 6), "to": f"s{near}", "max": 0, "then": ""})
            if len(exits) == 1:
                exits[0]["label"] = ""
            elif chance.random() < 0.25:
                exits[-1] |= {"to": f"s{chance.randint(max(0, place_of - 8), place_of)}", "max": chance.randint(1, 5),
                              "then": exits[0]["to"]}
        steps.append({"id": f"s{place_of}", "kind": kind, "number": str(place_of + 1), "title": phrase(1, 12),
                      "exits": exits})
    return {"id": f"toeval-{seed}", "title": "Toeval", "start": "s0", "steps": steps}


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
