"""A page of its own for every step: what stands on it, where it leads, and how the page of its route leads to it."""

import gzip
import html
import json
import re
from collections import Counter
from urllib.parse import urljoin

import pytest

from macros.commands.plain_pages import expanded
from macros.load import load
from macros.publish.links import Links
from macros.render.policy import policy_page
from macros.render.route import route_page
from macros.render.step_page import step_page
from macros.site import lean_menu, pages, talk_script
from tests.loaded import loaded
from tests.own_layers import make_school
from tests.places import ROOT
from tests.schools import LOADED, every_school, school  # noqa: F401 (pytest finds the fixture by its name)

HOST = "https://school.example/"
SMALL = """id: klein
titel: Klein protocol
kort: Een klein protocol.
gecontroleerd: 2026-11-01
begin: hoor
fasen:
  - {id: begin, titel: Horen, wat: Je hoort het.}
  - {id: soms, titel: Hulp halen, als: Alleen als het doorgaat, wat: Je haalt hulp.}
  - {id: slot, titel: Slot, wat: Het is klaar.}
stappen:
  - {id: hoor, soort: doen, fase: begin, titel: Hoor het, wie: [mentor], daarna: [{naar: praat}]}
  - id: praat
    soort: doen
    fase: begin
    titel: Praat met de leerling
    wie: [mentor]
    met: [leerling]
    informeer: [coordinator]
    wanneer: {binnen: 2 schooldagen, na: hoor, let_op: Meteen als het niet veilig is.}
    opvolgen: [1 week]
    waarom: Deze leerling weet het meest.
    hoe: [Zoek een rustige plek., Vraag wat er gebeurt., 'Lees ‘Nu gevaar?’ als je twijfelt.']
    let_op: [Beloof geen geheim.]
    noteer: [Wat de leerling vertelt]
    gesprek: gesprek-gepest
    begrippen: [pesten]
    daarna:
      - {als: Het is klaar, naar: klaar}
      - {als: Nog niet, naar: hulp, hoogstens: 2, dan: klaar}
  - {id: hulp, soort: doen, fase: soms, titel: Haal hulp, wie: [coordinator], daarna: [{naar: praat}]}
  - {id: klaar, soort: einde, fase: slot, titel: Klaar}
scenarios:
  - {naam: Hulp, antwoorden: {praat: [hulp, hulp, hulp]}, einde: klaar}
"""


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def with_layer(folder, layer: str = ""):
    root = make_school(folder, {"protocollen/klein.yaml": layer} if layer else {})
    (root / "protocol" / "protocollen" / "klein.yaml").write_text(SMALL, encoding="utf-8")
    content = load(root)
    assert [problem for problem in content.problems if "klein" in problem.file and not problem.warning] == []
    return content


def card_of(content, step_id: str) -> str:
    route = content.protocols["klein"]
    return step_page(route, route.step(step_id), content, Links(f"protocollen/klein/{step_id}.md"))


def leads_to(markup: str, page: str) -> list[str]:
    """The addresses in the links of a page, from the root of the site."""
    return [
        urljoin(f"{HOST}{page}/", html.unescape(to)).removeprefix(HOST) for to in re.findall(r'<a[^>]* href="([^"]+)"', markup)
    ]


# ---- which pages there are ----


@every_school
def test_every_step_of_every_route_has_exactly_one_page(school):  # noqa: F811
    """At the address of its route and its own id; none in the menu; none at the address of another page."""
    steps = Counter(path for path, _ in pages.steps(school) if not path.startswith("wandplaten/"))
    folder = {route.id: "protocollen" if route.id in school.protocols else "wegwijzers" for route in school.routes}
    assert steps == Counter({f"{folder[route.id]}/{route.id}/{step.id}.md": 1 for route in school.routes for step in route.steps})
    assert not set(steps) & {path for path, _ in pages.generated(school)}
    menu = json.dumps(pages.nav(school, pages.menu(ROOT)))
    assert not any(path in menu for path in steps)


def test_a_step_that_a_layer_hides_has_no_page_and_one_that_it_adds_has(tmp_path):
    content = with_layer(
        tmp_path,
        "stappen:\n  - {id: hulp, verborgen: ja, overslaan: ja}\n"
        "  - {id: nieuw, soort: doen, titel: Iets nieuws, wie: [mentor], na: hoor}\n",
    )
    made = {path: text for path, text in pages.steps(content) if path.startswith("protocollen/klein/")}
    assert sorted(made) == [f"protocollen/klein/{name}.md" for name in ("hoor", "klaar", "nieuw", "praat")]
    assert "# Iets nieuws" in card_of(content, "nieuw")
    shown = route_page(content.protocols["klein"], content, Links("protocollen/klein.md"))
    assert "hulp" not in [address.rpartition("/klein/")[2] for address in leads_to(shown, "protocollen/klein")]
    for step_id in ("hoor", "klaar", "nieuw", "praat"):
        assert not any(
            "/klein/hulp" in address for address in leads_to(card_of(content, step_id), f"protocollen/klein/{step_id}")
        )


def test_a_step_cannot_take_the_address_of_its_route(tmp_path):
    root = make_school(tmp_path, {})
    (root / "protocol" / "protocollen" / "klein.yaml").write_text(SMALL.replace("hulp", "index"), encoding="utf-8")
    assert ("address-of-start", "protocol/protocollen/klein.yaml") in [
        (problem.what.code, problem.file) for problem in load(root).errors
    ]


# ---- what stands on one ----


def test_a_step_is_told_in_the_order_in_which_it_is_used(tmp_path):
    content = with_layer(tmp_path)
    card = card_of(content, "praat")
    guide = content.guides["gesprek-gepest"]
    told = words(card[: card.index("<details")])
    for earlier, later in zip(
        order := [
            "Praat met de leerling",
            "Doen, stap 2 · binnen 2 schooldagen na stap 1 · de mentor. Meteen als het niet veilig is.",
            f"Zeg: {guide.opening} Voer het gesprek, deel voor deel",
            "Zoek een rustige plek.",
            "Vraag wat er gebeurt.",
            "Het is klaar → 4. Klaar",
            "Met de leerling Breng op de hoogte de antipestcoördinator Vraag hoe het gaat na 1 week",
        ],
        order[1:],
    ):
        assert told.index(earlier) < told.index(later), (earlier, later)
    assert re.findall(r"<li>(.*?)</li>", card[card.index("<ol") : card.index("</ol>")], re.S)[0] == "Zoek een rustige plek."
    folded = {words(title): words(body) for title, body in re.findall(r"<summary>(.*?)</summary>(.*?)</details>", card, re.S)}
    assert folded == {
        "Let op (1)": "Beloof geen geheim.",
        "Schrijf op": "Wat de leerling vertelt",
        "Waarom": "Deze leerling weet het meest.",
        "Begrippen": content.terms["pesten"].term,
        "Dit kwam ervoor": "1. Hoor het 3. Haal hulp",
    }
    assert "nu-gevaar/#school" in leads_to(card, "protocollen/klein/praat"), "the page that a text names"


def test_the_ways_out_carry_the_word_of_the_choice(tmp_path):
    card = card_of(with_layer(tmp_path), "praat")
    ways = re.findall(r"<li>(<a class=\"answer\".*?)</li>", card, re.S)
    assert [words(way) for way in ways] == [
        "Het is klaar → 4. Klaar",
        "Nog niet → 3. Haal hulp Hoogstens 2 keer. Daarna: 4. Klaar",
    ]
    assert [leads_to(way, "protocollen/klein/praat") for way in ways] == [
        ["protocollen/klein/klaar/"],
        ["protocollen/klein/hulp/", "protocollen/klein/klaar/"],
    ]


def test_around_it(tmp_path):
    content = with_layer(tmp_path)
    route = content.protocols["klein"]
    front = dict(pages.steps(content))["protocollen/klein/praat.md"]
    assert 'title: "Praat met de leerling – Klein protocol"' in front
    assert json.loads(re.search("kruimels: (.*)", front)[1]) == [
        ["Klein protocol", "protocollen/klein"],
        ["1. Horen", "protocollen/klein#fase-begin"],
    ]
    assert "Hulp halen" in dict(pages.steps(content))["protocollen/klein/hulp.md"], "a side way has no number"
    found = leads_to(card_of(content, "praat"), "protocollen/klein/praat")
    assert found[-3:] == ["protocollen/klein/#stap-voor-stap", "protocollen/klein/hoor/", "protocollen/klein/hulp/"]
    shown = route_page(route, content, Links("protocollen/klein.md"))
    assert 'id="fase-begin"' in shown and "{ #stap-voor-stap }" in shown, "both lead somewhere"
    assert "data-print-page hidden" in card_of(content, "praat"), "the button waits for the script that can print"


@pytest.mark.parametrize("country, kind", LOADED)
def test_every_way_out_of_every_step_leads_to_the_page_of_the_next(country, kind):
    content = LOADED[country, kind]
    made = {path.removesuffix(".md") + "/" for path, _ in [*pages.steps(content), *pages.generated(content)]}
    for route in content.routes:
        for step in route.steps:
            page = f"{'protocollen' if route.id in content.protocols else 'wegwijzers'}/{route.id}/{step.id}"
            card = step_page(route, step, content, Links(f"{page}.md"))
            ways = re.findall(r'<a class="answer" href="([^"]+)"><span class="answer-label">(.*?)</span>', card)
            expected = [
                (f"{page.rpartition('/')[0]}/{way.to}/", way.label or "Gedaan, naar de volgende stap") for way in step.exits
            ]
            found = [(urljoin(f"{HOST}{page}/", to).removeprefix(HOST), html.unescape(label)) for to, label in ways]
            assert found[: len(expected)] == expected, page
            assert len(found) <= len(expected) + bool(step.route), page
            assert {to for to, _ in found} <= made, page
            assert ("Hier eindigt deze route." in card) == (not found), page


# ---- the page of the route ----


@pytest.mark.parametrize("country, kind", LOADED)
def test_an_old_link_leads_to_the_station_of_its_step_and_that_to_its_page(country, kind):
    content = LOADED[country, kind]
    for route in content.routes:
        page = f"{'protocollen' if route.id in content.protocols else 'wegwijzers'}/{route.id}"
        shown = route_page(route, content, Links(f"{page}.md"))
        rows = re.findall(r'<li id="stap-([^"]+)"><a [^>]*href="([^"]+)"[^>]*>(?:<svg.*?</svg>)?([^<]+)<', shown)
        found = {step_id: urljoin(f"{HOST}{page}/", to).removeprefix(HOST) for step_id, to, _ in rows}
        assert found == {step.id: f"{page}/{step.id}/" for step in route.steps}
        assert Counter(re.findall(r'id="(stap-[^"]+)"', shown)) == Counter(f"stap-{step.id}" for step in route.steps)
        numbers = {step.id: f"{number}. {step.title}" for number, step in enumerate(route.steps, 1)}
        assert {step_id: html.unescape(text).replace("\u00ad", "").strip() for step_id, _, text in rows} == numbers


def test_the_page_of_a_route_is_light():
    """At most 40 kB with the 11 kB that the shell of the site takes; a step is told once, and the talks stand apart."""
    content = LOADED["nl", "po"]
    for route in content.protocols.values():
        shown = route_page(route, content, Links(f"protocollen/{route.id}.md"))
        assert len(gzip.compress(shown.encode())) <= 29_000, route.id
        assert "step-facts" not in shown.replace(shown[shown.index("data-widget") : shown.index("De hele route")], "")


def test_a_talk_of_the_guide_comes_with_a_script():
    """It fills in what the guide reads; the same for all protocols, with addresses that are right from their folder."""
    content = LOADED["nl", "po"]
    ((path, text),) = talk_script.files(content, True).items()
    talks = json.loads(json.loads(re.fullmatch(r'.*setAttribute\("data-talks",(".*")\);\n', text, re.S)[1]))
    used = {step.guide for route in content.protocols.values() for step in route.steps if step.guide}
    assert set(talks) == used and len(used) > 5
    assert {talk["danger_href"] for talk in talks.values()} == {"../../nu-gevaar/#school"}
    page = f'<div data-widget="guide" data-talks></div>{"X"}'
    assert f'<script src="../../{path}"></script>X' in talk_script.add_to_page(page, Links("protocollen/y.md"), content, "X")
    assert talk_script.add_to_page("<p>X", Links("y.md"), content, "X") == "<p>X"


# ---- elsewhere ----


def test_in_the_policy_a_step_stays_in_the_document():
    content = LOADED["nl", "po"]
    name = content.school.protocol
    document = policy_page(content, Links("beleid.md"))
    ids = set(re.findall(r' id="([^"]+)"', document))
    inside = re.findall(rf'href="#(protocollen-{name}--stap-[^"]+)"', document)
    assert inside and set(inside) <= ids
    assert not re.search(rf'href="[^"#]*protocollen/{name}/', document)


def test_the_menu_of_staff_has_one_protocol_and_the_others_stand_in_one_place():
    content = loaded("nl", "po")
    own = f"protocollen/{content.school.protocol}.md"
    menu = {title: below for item in pages.nav(content, pages.menu(ROOT)) for title, below in item.items()}
    assert [part for part in menu["Schoolteam"] if "protocollen/" in json.dumps(part)] == [{"Ons protocol": own}]
    others = [part for part in menu["Voor scholen"] if "protocollen/" in json.dumps(part)]
    assert others == [
        {"Andere protocollen om van te leren": [path for name in content.protocols if (path := f"protocollen/{name}.md") != own]}
    ]
    content.protocols = {content.school.protocol: content.protocols[content.school.protocol]}
    assert "om van te leren" not in json.dumps(pages.nav(content, pages.menu(ROOT)))


def test_the_other_protocols_stand_on_the_page_for_schools():
    content = LOADED["nl", "po"]
    shown = dict(expanded(ROOT, content))
    own = content.school.protocol
    for name in content.protocols:
        assert (f"protocollen/{name}/" in shown["schoolteam.md"]) == (name == own)
        assert (f"protocollen/{name}/" in shown["scholen.md"]) == (name != own)


class Item:
    def __init__(self, title, page="", children=None):
        self.title, self.children = title, children
        if page:
            self.url, self.file = page.replace(".md", "/"), type("File", (), {"src_uri": page})


def test_the_menu_of_a_step_has_only_the_parts_of_the_site():
    deep = Item("Schoolteam", children=[Item("Team", "team.md"), Item("Ons", children=[Item("P", "protocollen/p.md")])])
    nav = type("Nav", (), {"homepage": Item("Start", "index.md"), "items": [Item("Start", "index.md"), deep]})
    made = lean_menu.of(nav, "protocollen/p")
    assert [(item.title, item.url, item.active, item.children) for item in made.items] == [
        ("Start", "index/", False, None),
        ("Schoolteam", "team/", True, None),
    ]
