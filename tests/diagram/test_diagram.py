"""The map of a route: the order, the lanes, and that nothing is lost or told twice."""

import itertools
import re
import time
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.diagram import draw, gutter, markup
from macros.diagram.order import pairs, reading_order
from macros.diagram.rows import LANE, NEXT, rows
from macros.diagram.text import SOFT_HYPHEN, breakable, width
from tests.diagram_lines import next_reached, read_map, station_reached
from tests.diagram_routes import HARDEST, random_route, read_route, wild_route
from tests.places import ROOT

CSS = ROOT / "docs/assets/css"
ROUTES = st.one_of(
    st.builds(random_route, st.integers(0, 10**6), st.integers(1, 40)),
    st.builds(wild_route, st.integers(0, 10**6), st.integers(1, 25)),
)


def in_stages(route: dict, sizes: list[int]) -> dict:
    """The route with stages of so many steps, in the order in which they are read; the last takes what is left."""
    ahead = reading_order(route)[0]
    stages, stage_of = [], {}
    for number, size in enumerate([*sizes, len(ahead)], 1):
        if not ahead:
            break
        stages.append({"id": f"f{number}", "title": f"Fase {number}", "number": str(number), "facts": "Meteen."})
        stage_of |= {step: f"f{number}" for step in ahead[:size]}
        ahead = ahead[size:]
    return {**route, "stages": stages, "steps": [{**step, "stage": stage_of[step["id"]]} for step in route["steps"]]}


STAGED = st.builds(in_stages, ROUTES, st.lists(st.integers(1, 9), min_size=1, max_size=9))


def reachable(route: dict, start: str) -> set[str]:
    """The steps one can get to from `start`, itself only by a loop."""
    found, ahead = set(), [start]
    while ahead:
        here = ahead.pop()
        for source, target in pairs(route):
            if source == here and target not in found:
                found.add(target)
                ahead.append(target)
    return found


def ways(route: dict) -> list[tuple[str, str, str, bool]]:
    """(from, exit, to, after the limit) of everything that has to be drawn, straight from the route."""
    found = []
    for step in route["steps"]:
        for leaving in step["exits"]:
            found.append((step["id"], leaving["key"], leaving["to"], False))
            if leaving["limit"] and leaving["then"]:
                found.append((step["id"], leaving["key"], leaving["then"], True))
    return found


# ---- the order ----


@given(ROUTES)
def test_a_way_goes_down_unless_it_leads_back(route):
    order, back = reading_order(route)
    assert sorted(order) == sorted(step["id"] for step in route["steps"])
    assert order[0] == route["start"]
    for source, target in pairs(route):
        assert (order.index(target) <= order.index(source)) == ((source, target) in back), (source, target)


@given(ROUTES)
def test_only_a_loop_leads_back(route):
    for source, target in reading_order(route)[1]:
        assert source in reachable(route, target) or target == route["start"]


@given(ROUTES)
def test_the_file_decides_where_it_can(route):
    """When every way up in the file closes a loop, the order is that of the file. Ways to the start do not count."""
    place = {step["id"]: number for number, step in enumerate(route["steps"])}
    ways = networkx.DiGraph([(source, target) for source, target in pairs(route) if target != route["start"]])
    if route["start"] == route["steps"][0]["id"] and all(
        place[source] < place[target] or networkx.has_path(ways, target, source) for source, target in ways.edges
    ):
        assert reading_order(route)[0] == list(place)


def test_a_step_comes_after_all_that_lead_to_it():
    """`laat` stands early in the file, and is only reached from the last step."""
    order, back = reading_order(
        read_route("""
a | ask | 1 | Begin
  ja -> b
  nee -> c
laat | end | 2 | Klaar
b | do | 3 | Praat
  -> c
c | do | 4 | Bel
  nog eens -> b (2, laat)
  klaar -> laat""")
    )
    assert (order, back) == (["a", "b", "c", "laat"], {("c", "b")})


# ---- the lanes ----


@given(st.one_of(ROUTES, STAGED))
def test_every_line_leads_where_the_words_say(route):
    """Followed with a finger from each exit: along its lane or the trunk to the station that its words name."""
    lines = read_map(draw(route))
    kinds = {step["id"]: step["kind"] for step in route["steps"]}
    order = [line.step for line in lines if line.is_station]
    told = []
    for place, line in enumerate(lines):
        if line.is_heading:
            continue
        if line.is_station:
            following = [*order[order.index(line.step) + 1 :], None][0]
            leads_on = following in [target for source, target in pairs(route) if source == line.step]
            assert next_reached(lines, place) == (following if leads_on else None)
            continue
        source, target = line.element.get("data-from"), line.element.get("data-to")
        down = order.index(target) - order.index(source)
        assert source == line.step
        assert station_reached(lines, place) == (target if down > 1 and kinds[target] != "end" else None)
        sign = "↺" if down <= 0 else "↓" if down == 1 else "■" if kinds[target] == "end" else "→"
        number = next(step["number"] for step in route["steps"] if step["id"] == target)
        assert f"{sign} {number}" in line.words
        told.append((source, line.element.get("data-exit"), target))
    assert sorted(told, key=str) == sorted(
        ((source, None if after else exit_, target) for source, exit_, target, after in ways(route)), key=str
    )


@given(STAGED)
def test_folded_stages_are_joined_as_their_steps_are(route):
    """With every stage folded: a lane from stage to stage for each way past the trunk, and the trunk only where a way is next."""
    lines = read_map(draw(route), folded=True)
    names = [line.element.find("h3").get("id").removeprefix("fase-") for line in lines]
    assert names == [stage["id"] for stage in route["stages"]]
    order, kinds = reading_order(route)[0], {step["id"]: step["kind"] for step in route["steps"]}
    stage_of = {step["id"]: step["stage"] for step in route["steps"]}
    down = [(source, target, order.index(target) - order.index(source)) for source, target in pairs(route)]
    lanes = {(stage_of[source], target) for source, target, far in down if far > 1 and kinds[target] != "end"}
    joined = {(source, stage_of[target]) for source, target in lanes if source != stage_of[target]}
    on_trunk = {(stage_of[source], stage_of[target]) for source, target, far in down if far == 1}
    found, trunk = set(), set()
    for place, line in enumerate(lines):
        for piece in line.pieces:
            if piece.colour == "trunk" and piece.bottom is not None:
                trunk.add((names[place], names[place + 1]))
                assert lines[place + 1].pieces[-1].top == piece.bottom
            elif piece.at_trunk and piece.bottom is not None:
                found.add((names[place], names[stage_reached(lines, place + 1, piece)]))
    assert found == joined
    assert trunk == {(one, other) for one, other in on_trunk if one != other}


def stage_reached(lines: list, place: int, leaving) -> int:
    """The place of the heading where a lane ends that left above it."""
    for number, line in enumerate(lines[place:], place):
        pieces = [piece for piece in line.pieces if (piece.colour, piece.top) == (leaving.colour, leaving.bottom)]
        assert len(pieces) == 1, "it breaks off, or two lie on each other"
        if pieces[0].bottom is None:
            assert pieces[0].at_trunk
            return number
    raise AssertionError("it runs off the map")


def test_a_stage_that_comes_back_says_so():
    """Its steps stand apart on the map when ways lead in and out of it; only the first heading has its address."""
    route = read_route("a | do | 1 | Begin\n  -> b\nb | do | 2 | Midden\n  -> c\nc | end | 3 | Slot")
    route["stages"] = [{"id": "x", "title": "Eerst", "number": "1"}, {"id": "y", "title": "Soms", "when": "Alleen soms."}]
    for step, stage in zip(route["steps"], "xyx"):
        step["stage"] = stage
    headings = [line for line in read_map(draw(route)) if line.is_heading]
    assert [line.words for line in headings] == ["1 Eerst", "Soms Alleen soms.", "1 Eerst (vervolg)"]
    assert [line.element.find("h3").get("id") for line in headings] == ["fase-x", "fase-y", None]


def test_the_card_stands_under_the_first_station_in_the_only_stage_that_is_open():
    route = in_stages(read_route(HARDEST), [2, 3])
    drawn = ElementTree.fromstring(draw(route, '<div class="card"/>'))
    (station,) = [row for row in drawn.iter("li") if row.find("div[@class='card']") is not None]
    assert [part.tag for part in station] == ["a", "div", "ul"] and station.find("a").get("data-step") == route["start"]
    assert [stage.get("open") is not None for stage in drawn.iter("details")] == [True, False, False]


@given(ROUTES)
def test_one_lane_for_each_step_and_never_two_on_one_place(route):
    drawn = rows(route)
    assert len({lane.target for lane in drawn.lanes}) == len(drawn.lanes)
    for one, other in itertools.combinations(drawn.lanes, 2):
        assert one.place != other.place or one.last < other.first or other.last < one.first, (one, other)
    for row in drawn.rows:
        for way in row.ways:
            lane = drawn.lane_of(way)
            assert (lane is not None) == (way.kind == LANE)
            if lane:
                assert lane.target == way.target and lane.first <= way.line < lane.last
    # Together in view are at most as many as there are places.
    most = max(
        (sum(lane.first <= line <= lane.last for lane in drawn.lanes) for line in range(drawn.rows[-1].line + 1)), default=0
    )
    assert most <= drawn.width <= len(drawn.lanes)


def test_a_lane_is_shared_by_all_ways_to_a_step():
    drawn = rows(
        read_route("""
a | ask | 1 | Begin
  een -> d
  twee -> b
b | ask | 2 | Vraag
  een -> d
  twee -> c
c | ask | 3 | Vraag
  een -> e
  twee -> d
d | do | 4 | Doen
  -> e
e | do | 5 | Nog iets
  -> f
f | end | 6 | Klaar""")
    )
    assert [(lane.target, lane.place, lane.first, lane.last) for lane in drawn.lanes] == [("e", 0, 7, 11), ("d", 1, 1, 9)]
    assert [[way.kind for way in row.ways] for row in drawn.rows] == [
        [LANE, NEXT],
        [LANE, NEXT],
        [LANE, NEXT],
        [NEXT],
        [NEXT],
        [],
    ]


def test_the_hardest_route_takes_few_lanes():
    """Six, as counted by hand on paper for the same order; each further lane takes room from the words."""
    assert rows(read_route(HARDEST)).width <= 6


@pytest.mark.parametrize("count", range(41))
def test_lanes_never_eat_the_text(count):
    """With up to forty lanes beside each other the words keep more than half of the smallest screen."""
    steps = [{"id": f"s{number}", "kind": "do", "number": "", "title": "x", "exits": []} for number in range(count + 2)]
    steps[0]["exits"] = [
        {"key": f"e{number}", "label": "x", "to": f"s{number + 2}", "limit": 0, "then": ""} for number in range(count)
    ]
    html = draw({"id": "r", "title": "r", "start": "s0", "steps": steps})
    drawn = rows({"id": "r", "title": "r", "start": "s0", "steps": steps})
    assert drawn.width == count
    sizes = {int(width) for width in re.findall(r'<svg width="(\d+)" aria-hidden="true">(?!.*<li>. terug)', html)} - {20}
    assert sizes == {gutter.gutter(min(count, gutter.MOST))} and max(sizes) <= 91
    places = {piece.bottom for line in read_map(html) for piece in line.pieces if piece.bottom is not None}
    assert min(places, default=9) >= 3 and len(places) == count + bool(count)


# ---- what is told ----


def test_every_station_is_a_link_with_its_whole_title():
    route = read_route(HARDEST)
    stations = {line.step: line for line in read_map(draw(route)) if line.is_station}
    for step in route["steps"]:
        link = stations[step["id"]].element
        assert stations[step["id"]].words == f"{step['number']}. {step['title']}"
        count = ["", "één uitgang", "twee uitgangen", "drie uitgangen"][len(step["exits"])]
        kind = {"do": "doen", "ask": "vraag", "end": "einde"}[step["kind"]]
        told = ", ".join(text for text in (f"stap {step['number']} van {len(route['steps'])}", kind, count) if text)
        assert stations[step["id"]].heard == f"{step['number']}. {step['title']} ({told})"
        assert link.get("href") == f"#stap-{step['id']}"
        assert link.get("data-step") == step["id"]
        assert f"map-{step['kind']}" in link.get("class").split()


def told(text: str) -> list[str]:
    """The words of all exits of a route in short notation."""
    return [line.words for line in read_map(draw(read_route(text))) if not line.is_station]


def test_exits_in_words():
    assert told("""
a | ask | 1 | Begin
  Iemand is niet veilig -> b
  Iedereen is veilig -> c
  Het is niets -> e
b | do | 2 | Maak het veilig
  Het is gelukt -> d
  Nog niet -> c
c | do | 3 | Praat
  Het gaat door -> b (2, e)
  Het helpt -> d
d | do | 4 | Kijk terug
  -> e
e | end | 5 | Klaar""") == [
        "Iemand is niet veilig ↓ 2",
        "Iedereen is veilig → 3",
        "Het is niets ■ 5",
        "Het is gelukt → 4",
        "Nog niet ↓ 3",
        "Het gaat door ↺ 2, hoogstens 2 keer",
        "Na 2 keer ■ 5",
        "Het helpt ↓ 4",
        "Verder ↓ 5",
    ]


def test_two_limited_exits_say_which_limit_is_meant():
    assert told("""
a | do | 1 | Begin
  -> b
b | ask | 2 | Hoe gaat het?
  Slechter -> a (2, c)
  Hetzelfde -> b (3, c)
  Beter -> c
c | end | 3 | Klaar""") == [
        "Verder ↓ 2",
        "Slechter ↺ 1, hoogstens 2 keer",
        "Na 2 keer ‘Slechter’ ↓ 3",
        "Hetzelfde ↺ 2, hoogstens 3 keer",
        "Na 3 keer ‘Hetzelfde’ ↓ 3",
        "Beter ↓ 3",
    ]


def test_a_step_without_a_number_is_called_by_its_title():
    assert told("a | do | | Begin\n  -> b\nb | end | | Klaar") == ["Verder ↓ Klaar"]


def test_names_and_explains_itself_with_ids_of_this_route():
    drawn = ElementTree.fromstring(draw(read_route(HARDEST, "een")))
    assert drawn.get("aria-label") == "Tekening: Van signaal tot einde"
    assert drawn.find(f".//*[@id='{drawn.get('aria-describedby')}']").text.startswith("Lees van boven naar beneden.")
    other = ElementTree.fromstring(draw(read_route(HARDEST, "twee")))
    ids = {element.get("id") for element in drawn.iter() if element.get("id") and not element.get("id").startswith("stap-")}
    assert ids and not ids & {element.get("id") for element in other.iter()}


@given(ROUTES)
def test_lines_are_hidden_from_assistive_technology_and_nothing_is_inline(route):
    for element in ElementTree.fromstring(draw(route)).iter():
        assert element.tag not in ("style", "script")
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert element.tag != "svg" or element.get("aria-hidden") == "true"


def test_text_is_escaped_for_html_and_for_a_template_engine():
    nasty = "<script>alert(1)</script> & \"a\" 'b' {{ geheim }} {% raw %}"
    route = read_route(
        """
a | ask | | x
  ja -> b
  nee -> b
b | end | | y""",
        "r",
    )
    route["title"] = route["steps"][0]["title"] = route["steps"][0]["exits"][0]["label"] = nasty
    html = draw(route)
    assert "<script" not in html and "{{" not in html and "{%" not in html
    assert ElementTree.fromstring(html).get("aria-label") == f"Tekening: {nasty}"
    station, exit_, *_ = read_map(html)
    assert station.words == nasty and exit_.words == f"{nasty} ↓ y"


def test_exit_to_a_step_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'weg-0' of step 'a' leads to 'weg'"):
        draw(read_route("a | do | 1 | Begin\n  -> weg"))


@given(ROUTES)
def test_same_route_gives_the_same_map(route):
    assert draw(route) == draw(route)


def test_forty_steps_take_less_than_a_second():
    began = time.process_time()
    draw(read_route(HARDEST))
    assert time.process_time() - began < 1


# ---- long words ----


@given(st.text(alphabet="abcdeghijlmnorstuvwé -/", max_size=80), st.integers(40, 200))
def test_a_word_that_fits_stays_whole_and_others_can_break(text, limit):
    broken = breakable(text, 16, limit)
    assert broken.replace(SOFT_HYPHEN, "") == " ".join(text.split())
    for word in broken.split():
        for part in word.split("-"):
            assert SOFT_HYPHEN not in part or width(part.replace(SOFT_HYPHEN, "") + "-", 16) > limit
            assert all(width(f"{piece}-", 16) <= limit for piece in part.split(SOFT_HYPHEN))


@pytest.mark.parametrize(
    "word, parts",
    [
        ("veiligheidscoördinator", "vei lig heids coör dina tor"),
        ("medezeggenschapsraad", "mede zeg gen schaps raad"),
        ("vertrouwenspersoon", "ver trou wens per soon"),
        ("oud-medewerkersgesprekken", "oud-mede wer kers gesprek ken"),
        ("leerkrachtgesprekken", "leer kracht gesprek ken"),
        ("meldcode", "meldcode"),
    ],
)
def test_a_long_word_breaks_between_syllables(word, parts):
    assert breakable(word, 16, 130).split(SOFT_HYPHEN) == parts.split(" ")


# ---- the style sheet ----


def colours(scheme: str) -> dict[str, str]:
    """The colours of the map, and of the page behind it, in light ("default"), in dark ("slate") or on paper ("print")."""
    own, site = ((CSS / f"{name}.css").read_text(encoding="utf-8") for name in ("diagram", "site"))
    if scheme == "print":
        return {"page": "#ffffff", **_variables(own[own.index("@media print") :])}
    begin = ":root" if scheme == "default" else '[data-md-color-scheme="slate"]'
    page = _variables(site[site.index(begin) :])["page"]
    return {"page": "#ffffff" if page == "#fff" else page, **_variables(own[own.index(f"\n{begin}") :])}


def _variables(text: str) -> dict[str, str]:
    found = re.findall(r"--(?:map|vw)-([\w-]+): (#[0-9a-f]+)", text[: text.index("}")])
    return {name: colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:]) for name, colour in found} | (
        {"page": dict(found)["page"]} if "page" in dict(found) else {}
    )


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it."""
    low, high = sorted(
        sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour))) for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


# How colours look without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1), in linear RGB.
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIELAB of a colour as somebody with this sight sees it."""
    red, green, blue = (min(1, max(0, sum(weight * part for weight, part in zip(row, linear(colour))))) for row in SIGHT[sight])
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("scheme", ["default", "slate", "print"])
def test_lines_stand_out_from_the_page_and_from_each_other(scheme):
    shown = colours(scheme)
    lines = [shown["trunk"], *(shown[f"lane-{number}"] for number in range(1, gutter.COLOURS + 1))]
    assert all(contrast(line, shown["page"]) >= 3 for line in lines)
    assert contrast(shown["trunk"], shown["page"]) >= 4.5, "words stand on it"
    for sight in SIGHT:
        for one, other in itertools.combinations(lines[scheme == "print" :], 2):  # on paper the trunk is black, and thicker
            distance = sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight))) ** 0.5
            assert distance > 20, (sight, one, other)


def test_style_sheet_and_drawing_agree_on_sizes():
    """The text begins behind the lines, and the middle of its first line is where the lines expect it."""
    text = (CSS / "diagram.css").read_text(encoding="utf-8")
    padding = {
        int(count or 0): int(size)
        for count, size in re.findall(
            r"\.(?:line-map|map-(\d)) :is\(\.map-head, \.map-stop, \.map-way\) \{[^}]*padding-inline-start: (\d+)px", text
        )
    }
    assert padding == {count: gutter.gutter(count) + markup.GAP for count in range(gutter.MOST + 1)}
    for name, middle, line in (("stop", gutter.STATION, "1.3rem"), ("way", gutter.EXIT, "1.2rem")):
        rule = re.search(rf"\.line-map \.map-{name} \{{(.*?)\}}", text, re.DOTALL)[1]
        half = f"{float(line[:-3]) / 2:g}".lstrip("0")
        assert f"padding-block: max(0px, {middle}px - {half}rem)" in rule and f"line-height: {line}" in rule
