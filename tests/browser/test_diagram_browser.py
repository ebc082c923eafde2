"""The map of a route in a real browser, at every width: nothing overlaps, nothing is cut, and the keyboard gets everywhere."""

import re

import pytest

from macros.diagram import draw
from tests.diagram_routes import HARDEST, random_route, read_route, wild_route
from tests.loaded import loaded

pytestmark = pytest.mark.browser
CONTENT = loaded()
ADDRESSES = [f"{folder}/{name}/" for folder in ("protocollen", "wegwijzers") for name in CONTENT.folders[folder]]
TEST_ROUTES = [read_route(HARDEST), *(random_route(seed, 30) for seed in range(3)), *(wild_route(seed, 25) for seed in range(2))]
STEPS = {
    f"{folder}/{name}/": len(CONTENT.route(name).steps)
    for folder in ("protocollen", "wegwijzers")
    for name in CONTENT.folders[folder]
}
WIDTHS = (320, 390, 768, 1366, 1920)

# Everything that is wrong with the map, in words. Text is measured by what the browser drew, line by line.
FAULTS = """() => {
    const map = document.querySelector('.line-map'), found = [], wide = document.documentElement.clientWidth;
    const rectangles = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return [...range.getClientRects()].filter(box => box.width > 0);
    };
    const texts = element => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
        while (walker.nextNode())
          if (walker.currentNode.data.trim() && walker.currentNode.parentElement.checkVisibility()
            && !walker.currentNode.parentElement.closest('.unseen, .stage-number')) nodes.push(walker.currentNode);
        return nodes;
    };
    for (const part of [document.documentElement, map, ...map.querySelectorAll('.map-stops')])
        if (part.scrollWidth > part.clientWidth) found.push('it scrolls sideways');
    if (map.querySelector('.map-head, .map-stop').getBoundingClientRect().top - map.getBoundingClientRect().top > 140)
      found.push('late start');
    let above = null;
    for (const line of map.querySelectorAll('.map-explanation, .map-legend li, .map-head, .map-stop, .map-way')) {
        const name = line.textContent.trim(), boxes = [];
        if (!line.checkVisibility()) {
            // On a phone the explanation is only heard, and the exits under the card are its answers; the stations of a
            // stage that is folded are out of sight.
            const meant = line.closest('.guide-step + ul, .map-explanation') || line.closest('details:not([open])');
            if (!meant) found.push('out of sight: ' + name);
            continue;
        }
        for (const node of texts(line)) {
            if (parseFloat(getComputedStyle(node.parentElement).fontSize) < 14) found.push('small: ' + name);
            boxes.push(...rectangles(node, 0, node.length));
            for (const word of node.data.matchAll(/[^\\s\\u00ad\\u2010\\/-]+/g)) {
                let parts = rectangles(node, word.index, word.index + word[0].length);
                // The hyphen that was drawn before a part belongs to the part, but stands on the line above.
                if (node.data[word.index - 1] === '\\u00ad' && parts[0].width < 9) parts = parts.slice(1);
                if (new Set(parts.map(box => Math.round(box.top))).size > 1) found.push('cut: ' + word[0]);
            }
        }
        const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
        const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
        if (left < 0 || right > wide) found.push('out of view: ' + name);
        if (above && top < above.bottom - 1 && bottom > above.top + 1 && left < above.right && right > above.left)
            found.push('overlap: ' + above.name + ' and ' + name);
        above = {top, bottom, left, right, name};
        const lines = [...line.querySelectorAll('svg')].find(one => one.checkVisibility());
        if (!lines || line.closest('.map-legend')) continue;
        const gutter = lines.getBoundingClientRect();
        if (gutter.right > left) found.push('lines in the text: ' + name);
        if (getComputedStyle(lines).overflow !== 'hidden' || gutter.bottom < line.getBoundingClientRect().bottom - 0.5)
            found.push('lines too short: ' + name);
        const shape = line.querySelector('.shape');
        if (!shape) continue;
        const station = shape.getBoundingClientRect();
        if (station.top < gutter.top || station.bottom > gutter.bottom || station.left < gutter.left ||
          station.right > gutter.right)
            found.push('station cut off: ' + name);
        if (Math.abs((station.top + station.bottom) / 2 - (boxes[0].top + boxes[0].bottom) / 2) > 3)
          found.push('beside its title: ' + name);
        for (const path of line.querySelectorAll('path[class^=lane]')) {
            const box = path.getBoundingClientRect(), ends = box.width > 1;
            if (!ends && box.right + 1.5 > station.left) found.push('line through a station: ' + name);
        }
    }
    return found;
}"""


MOVES = "document.getAnimations().some(one => one.playState === 'running')"


def faults(page, moves: bool = False) -> list[str]:
    """What is wrong at each width. `moves`: first the menu of the theme comes to rest."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if moves:
            page.wait_for_timeout(50)
            while page.evaluate(MOVES):
                page.wait_for_timeout(50)
        found += [f"{width}: {fault}" for fault in page.evaluate(FAULTS)]
    return found


@pytest.fixture(scope="module")
def page(server, browser):
    """A page with a map, without its scripts, to put other maps into."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(server.url + ADDRESSES[0])
    yield opened
    context.close()


def show(page, route: dict) -> None:
    page.evaluate("html => { document.querySelector('.line-map').outerHTML = html; }", draw(route))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_map_of_the_site_is_whole_at_every_width(address, server, open_page):
    page = open_page(server.url + address, javascript=False)
    assert page.locator(".map-stop").count() == STEPS[address] > 0
    assert faults(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_folded_it_is_whole_at_every_width_with_its_first_station_in_the_first_screen(address, server, open_page):
    """With the step on screen under its station or beside it; the folded stages of a protocol take one screen of a phone."""
    page = open_page(server.url + address)
    page.wait_for_selector("[data-ready]")
    assert faults(page, moves=True) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        first = page.locator(".map-head, .map-stop").first.bounding_box()
        assert first["y"] + first["height"] < 844, (width, first)
    page.set_viewport_size({"width": 390, "height": 844})
    heads = page.locator(".map-head").evaluate_all("all => all.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)")
    assert heads < 844


def test_beside_each_other_on_a_wide_screen_and_under_each_other_on_a_phone(server, open_page):
    """The step begins at its station; neither lies over the other, and the part below stays below both."""
    page = open_page(server.url + ADDRESSES[0])
    page.wait_for_selector("[data-ready]")
    for answer in (None, 1, 0):
        for width in (390, 768, 1024, 1366, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            if answer is not None and width == 390:
                page.locator(".answer").nth(answer).click()
                page.wait_for_function("() => !document.querySelector('[data-still]')")
            station, card, rest = (
                page.locator(name).first.bounding_box() for name in (".map-stop.is-here", ".guide-card", ".case-panels")
            )
            heads = page.locator(".map-head, .map-stop").evaluate_all(
                "all => Math.max(...all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().right))"
            )
            assert rest["y"] >= card["y"] + card["height"]
            if width < 1024:
                assert card["y"] >= station["y"] + station["height"]
            else:
                assert card["x"] >= heads and card["x"] + card["width"] <= width
                assert abs(card["y"] - station["y"]) < 40, (width, card, station)


@pytest.mark.parametrize("route", TEST_ROUTES, ids=lambda route: route["id"])
def test_every_other_map_is_whole_at_every_width(page, route):
    show(page, route)
    assert faults(page, moves=True) == []


SPOILED = {
    "it scrolls sideways": "row.style.width = '400px'",
    "out of view": "row.style.translate = '300px'",
    "late start": "map.querySelector('.map-stop').style.marginTop = '200px'",
    "out of sight": "row.style.display = 'none'",
    "small": "row.style.fontSize = '13px'",
    "cut": "row.append(' ' + 'm'.repeat(60))",
    "overlap": "row.style.marginTop = '-20px'",
    "lines in the text": "row.style.paddingInlineStart = '40px'",
    "lines too short": "row.querySelector('svg').style.height = '5px'",
    "station cut off": "map.querySelectorAll('.map-stop svg')[3].style.height = '20px'",
    "beside its title": "map.querySelectorAll('.map-stop')[3].style.paddingTop = '20px'",
    "line through a station": "map.querySelectorAll('.map-stop .shape').forEach(shape => "
    "shape.setAttribute('transform', 'translate(-14)'))",
}


@pytest.mark.parametrize("fault", SPOILED)
def test_the_measure_sees_every_fault(page, fault):
    page.set_viewport_size({"width": 390, "height": 800})
    show(page, read_route(HARDEST))
    page.evaluate(
        f"() => {{ const map = document.querySelector('.line-map'), row = map.querySelectorAll('.map-way')[3]; "
        f"{SPOILED[fault]}; }}"
    )
    assert fault in {found.partition(":")[0] for found in page.evaluate(FAULTS)}


def test_with_text_twice_as_large_nothing_overlaps(page):
    """In a size of the reader's own choice, on a tablet: the lines keep their size, the words their place."""
    page.set_viewport_size({"width": 900, "height": 800})
    show(page, read_route(HARDEST))
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    found = [fault for fault in page.evaluate(FAULTS) if not fault.startswith(("late start", "beside its title"))]
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert found == []


def test_accessible_names_are_the_visible_texts_and_what_the_shapes_tell(page):
    route = read_route(HARDEST)
    show(page, route)
    snapshot = page.locator(".line-map").aria_snapshot()
    counts = ["", ", één uitgang", ", twee uitgangen", ", drie uitgangen"]
    kinds = {"do": "doen", "ask": "vraag", "end": "einde"}
    order = page.locator(".map-stop").evaluate_all("all => all.map(one => one.dataset.step)")
    assert re.findall(r'link "(.*?)"', snapshot) == [
        f"{step['number']}. {step['title']} (stap {step['number']} van {len(order)}, "
        f"{kinds[step['kind']]}{counts[len(step['exits'])]})"
        for step in sorted(route["steps"], key=lambda step: order.index(step["id"]))
    ]
    assert 'group "Tekening: Van signaal tot einde"' in snapshot
    assert "Het pesten gaat door" in snapshot and "img" not in snapshot


def test_keyboard_reaches_the_stations_in_order_and_shows_where_it_is(page):
    show(page, read_route(HARDEST))
    page.locator(".map-stop").first.focus()
    for expected in ("bespreking", "orienterend", "klopt"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.step") == expected
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("getComputedStyle(document.querySelector('.map-stop')).outlineStyle") == "none"


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_here_and_walked_differ_in_more_than_colour(page, scheme):
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    show(page, read_route(HARDEST))

    def look(selector: str, what: str, pseudo: str = "") -> str:
        return page.evaluate("([s, w, p]) => getComputedStyle(document.querySelector(s), p)[w]", [selector, what, pseudo])

    step, way, line = (
        ".map-stop[data-step=klopt]",
        "[data-from=wie][data-to=gesprek-steun]",
        "[data-to=gesprek-steun] path:last-child",
    )
    before = look(step, "content", "::after"), look(way, "fontWeight"), look(line, "strokeWidth")
    page.evaluate("""() => {
        document.querySelector('.map-stop[data-step=klopt]').classList.add('is-here');
        document.querySelector('[data-from=wie][data-to=gesprek-steun]').classList.add('is-walked');
    }""")
    after = look(step, "content", "::after"), look(way, "fontWeight"), look(line, "strokeWidth")
    assert before == ("none", "400", "3px")
    assert after == ('"je bent hier" / ""', "700", "6px")
    assert look(step, "backgroundColor", "::after") == look(f"{step} .shape", "stroke"), "teal, as the trunk"
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")


def test_the_guide_shows_the_way_on_the_map(server, open_page):
    """The answer that was given and the station where it leads are marked, and what stands beside them is not."""
    page = open_page(server.url + ADDRESSES[0])
    page.wait_for_selector("[data-ready]")
    here, walked = page.locator(".map-stop.is-here"), page.locator(".map-way.is-walked")
    first = CONTENT.route(ADDRESSES[0].split("/")[1]).steps[0]
    assert here.get_attribute("data-step") == first.id and walked.count() == 0
    page.locator(".answer").nth(1).click()
    assert here.get_attribute("data-step") == first.exits[1].to and here.get_attribute("aria-current") == "step"
    assert (walked.get_attribute("data-from"), walked.get_attribute("data-exit")) == (first.id, first.exits[1].key)
    assert page.locator(".map-stop.is-walked").get_attribute("data-step") == first.id


def test_without_a_script_a_station_leads_to_the_page_of_its_step(server, open_page):
    page = open_page(server.url + ADDRESSES[0], 390, javascript=False)
    station = page.locator(".map-stop").nth(4)
    step = station.get_attribute("data-step")
    station.click()
    assert page.url == f"{server.url}{ADDRESSES[0]}{step}/"
