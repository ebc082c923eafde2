"""The map of a route as the guide itself: a station opens its step, the way that was walked shows, and the keyboard gets
everywhere."""

import pytest

from tests.browser import accessible, hurry
from tests.loaded import loaded

pytestmark = pytest.mark.browser
CONTENT = loaded()
ROUTE = CONTENT.protocols[CONTENT.school.protocol]
ADDRESS = f"protocollen/{ROUTE.id}/"
FLAT = next(route for route in CONTENT.wayfinders.values() if not route.stages)
FIRST = ROUTE.step(ROUTE.start)


def opened(open_page, address, width=390, **options):
    page = open_page(address, width, **options)
    page.wait_for_selector("[data-ready]")
    return page


def title(page) -> str:
    return page.locator(".guide-title").inner_text()


def here(page) -> str:
    return page.locator(".map-stop.is-here").get_attribute("data-step")


def under_its_station(page) -> bool:
    """Whether the step on screen stands at the station that is marked."""
    return page.locator(".map-stop.is-here + .guide-step .guide-title").count() == 1


def in_view(page, selector: str) -> bool:
    return page.locator(selector).evaluate(
        "node => { const box = node.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }"
    )


@pytest.fixture
def route(server, open_page):
    return opened(open_page, server.url + ADDRESS)


def test_only_the_first_stage_is_open(route):
    assert route.locator(".stage").count() == len(ROUTE.stages) and route.locator(".stage[open]").count() == 1
    assert route.locator(f".stage[open] #stap-{ROUTE.start}").count() == 1


def test_a_station_that_was_not_reached_is_shown_to_read(route):
    """Nothing is answered by it, its choices look on, and there is a way back."""
    route.locator(".map-head").nth(2).click()
    station = route.locator(".stage").nth(2).locator(".map-stop").first
    step = ROUTE.step(station.get_attribute("data-step"))
    station.click()
    assert title(route) == step.title and here(route) == step.id and under_its_station(route)
    assert route.locator(".guide-kind").inner_text().startswith("Vooruitkijken") and in_view(route, ".guide-title")
    assert route.locator(".guide-trail").count() == 0 and route.locator(".map-stop.is-walked").count() == 0
    hurry.rest(route)
    route.locator(".answer").first.click()
    assert title(route) == ROUTE.step(step.exits[0].to).title
    hurry.rest(route)
    route.get_by_role("button", name="Terug naar waar je was").click()
    assert title(route) == FIRST.title and under_its_station(route)


def test_answering_draws_the_way_and_what_cannot_come_any_more_fades(route):
    """What is left is worked out here along all ways of the route."""
    route.locator(".answer").nth(1).click()
    second = FIRST.exits[1].to
    assert here(route) == second and under_its_station(route)
    left, ahead = {second}, [second]
    while ahead:
        for way in ROUTE.step(ahead.pop()).exits:
            for target in {way.to, way.then} - {None, *left}:
                left.add(target)
                ahead.append(target)
    gone = {step.id for step in ROUTE.steps} - left - {FIRST.id}
    assert set(route.locator(".map-stop.is-gone").evaluate_all("all => all.map(one => one.dataset.step)")) == gone
    assert route.locator(f'.map-way.is-walked[data-from="{FIRST.id}"]').get_attribute("data-exit") == FIRST.exits[1].key
    hurry.rest(route)
    route.locator(f'.map-stop[data-step="{FIRST.id}"]').click()
    assert title(route) == FIRST.title and route.locator('.answer[aria-current="true"]').count() == 1, "with its answer"


def test_the_stage_of_the_step_unfolds_and_the_one_before_folds(route):
    stage = {step.id: step.stage for step in ROUTE.steps}
    way = next(index for index, way in enumerate(FIRST.exits) if stage[way.to] != FIRST.stage)
    route.locator(".answer").nth(way).click()
    assert route.locator(".stage[open] > summary > h3").evaluate_all("all => all.map(one => one.id)") == [
        f"fase-{stage[FIRST.exits[way].to]}"
    ]
    assert in_view(route, ".guide-title")


def test_over_a_choice_the_station_shows_where_it_leads(server, open_page):
    page = opened(open_page, server.url + ADDRESS, 1366)
    for index, way in enumerate(FIRST.exits):
        page.locator(".answer").nth(index).focus()
        assert page.locator(".map-stop.is-ahead").evaluate_all("all => all.map(one => one.dataset.step)") == [way.to]
    page.locator("h1").hover()
    page.locator(".answer").first.hover()
    assert page.locator(".map-stop.is-ahead").get_attribute("data-step") == FIRST.exits[0].to
    page.locator(".guide-title").hover()
    assert page.locator(".is-ahead").count() == 0


@pytest.mark.parametrize("place", [0, len(ROUTE.steps) // 2, -1])
def test_the_address_of_a_station_opens_its_step(server, open_page, place):
    """From elsewhere, and from a link on the page."""
    step = ROUTE.steps[place]
    page = opened(open_page, f"{server.url}{ADDRESS}#stap-{step.id}")
    assert title(page) == step.title and under_its_station(page) and in_view(page, ".guide-title")
    other = ROUTE.steps[3]
    page.evaluate("address => { location.hash = address }", f"stap-{other.id}")
    page.wait_for_function("title => document.querySelector('.guide-title').innerText === title", arg=other.title)
    assert in_view(page, ".guide-title")


def test_the_arrow_keys_walk_every_station(server, open_page):
    """Down to the end of the map and up again, past folded stages too; each station opens its step."""
    page = opened(open_page, server.url + ADDRESS, 1366)
    page.evaluate("document.querySelectorAll('.stage').forEach(stage => { stage.open = true })")
    page.locator(".map-head").first.focus()
    walked = []
    for _ in range(len(ROUTE.stages) + len(ROUTE.steps)):
        walked.append(page.evaluate("document.activeElement.dataset.step || document.activeElement.querySelector('h3').id"))
        page.keyboard.press("ArrowDown")
    assert len(set(walked)) == len(walked) == len(ROUTE.stages) + len(ROUTE.steps)
    assert {name for name in walked if not name.startswith("fase-")} == {step.id for step in ROUTE.steps}
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.step") == walked[-2]
    page.keyboard.press("Enter")
    assert title(page) == ROUTE.step(walked[-2]).title


def test_every_station_of_every_route_opens_its_step(server, open_page):
    page = open_page("about:blank", 390)
    for folder, routes in (("protocollen", CONTENT.protocols), ("wegwijzers", CONTENT.wayfinders)):
        for each in routes.values():
            page.goto(f"{server.url}{folder}/{each.id}/")
            page.wait_for_selector("[data-ready]")
            found = page.evaluate("""() => [...document.querySelectorAll('.map-stop')].map(station => {
                station.click();
                const card = station.nextElementSibling, stage = station.closest('details');
                return [station.dataset.step, card.querySelector('.guide-title').innerText, !stage || stage.open];
            })""")
            assert sorted(found) == sorted([step.id, step.title, True] for step in each.steps)


def test_a_route_without_stages_works_the_same(server, open_page):
    page = opened(open_page, f"{server.url}wegwijzers/{FLAT.id}/")
    page.locator(".answer").first.click()
    target = FLAT.step(FLAT.start).exits[0].to
    assert here(page) == target and under_its_station(page)


def test_a_tap_before_the_script_is_ready_is_kept_and_carried_out(server, open_page):
    """Pressed while the script of the widgets is held back: nothing happens but that it shows, and then it is answered."""
    page = open_page("about:blank", 390)
    held = []
    page.route("**/assets/widgets.*.js", lambda route: held.append(route))
    page.goto(server.url + ADDRESS, wait_until="commit")
    answer = page.locator(".answer").nth(1)
    answer.wait_for()
    answer.click()
    assert page.locator("[data-ready]").count() == 0 and page.locator("[data-tapped]").count() == 1
    assert "#" not in page.url
    held[0].continue_()
    page.wait_for_function(
        "title => document.querySelector('.guide-title').innerText === title", arg=ROUTE.step(FIRST.exits[1].to).title
    )
    assert page.locator("[data-tapped]").count() == 0 and "#" not in page.url


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1366])
def test_axe_finds_nothing_on_the_map_in_any_state(server, open_page, width, dark):
    page = opened(open_page, server.url + ADDRESS, width, dark=dark)
    page.evaluate("document.querySelectorAll('.stage').forEach(stage => { stage.open = true })")
    assert accessible.violations(page, accessible.WITH_CONTRAST, ".widget") == []
    page.locator(".answer").nth(1).click()
    page.evaluate("document.querySelectorAll('.stage').forEach(stage => { stage.open = true })")
    page.locator(".answer").first.focus()
    assert accessible.violations(page, accessible.WITH_CONTRAST, ".widget") == []


@pytest.mark.parametrize("width", [320, 768, 1366])
def test_no_title_runs_under_the_mark_that_unfolds_or_over_a_number(server, open_page, width):
    page = opened(open_page, server.url + ADDRESS, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for stage in page.locator(".map-head").all():
        room = stage.evaluate("""summary => { const text = document.createRange(), title = summary.querySelector("h3");
            text.selectNodeContents(title.lastChild);
            const box = text.getBoundingClientRect(), all = summary.getBoundingClientRect();
            const number = title.querySelector(".stage-number")?.getBoundingClientRect();
            return [number ? box.left - number.right : 9, all.right - box.right] }""")
        assert room[0] >= 2 and room[1] >= 20, room
