"""The stages of a route in a real browser: folded, one screen or little more, and every link to a step unfolds its stage."""

import pytest

from tests.loaded import loaded

pytestmark = pytest.mark.browser
CONTENT = loaded()
ROUTE = CONTENT.protocols[CONTENT.school.protocol]
ADDRESS = f"protocollen/{ROUTE.id}/"


def in_view(page, step_id: str) -> bool:
    return page.locator(f"#stap-{step_id}").evaluate(
        "step => { const box = step.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }"
    )


@pytest.fixture
def route(server, open_page):
    page = open_page(server.url + ADDRESS, 390)
    page.wait_for_selector("[data-ready]")
    return page


def test_folded_with_the_first_stage_in_the_first_screen(route):
    assert route.locator(".stage").count() == len(ROUTE.stages) and route.locator(".stage[open]").count() == 0
    assert route.locator(".stage").first.bounding_box()["y"] < route.viewport_size["height"]
    # Every usual stage with its facts: little more than the 844 pixels of a phone.
    first, last = (route.locator(".stage:not(.stage-side)").nth(place).bounding_box() for place in (0, -1))
    assert last["y"] + last["height"] - first["y"] < 1.2 * 844
    assert all(route.locator(".stage:not(.stage-side) .stage-what").nth(place).is_visible() for place in range(5))


def test_old_links_lead_to_the_line_of_the_step_and_that_to_its_page(server, open_page):
    """From elsewhere, from another link on the page, and once more after it was folded again."""
    last = ROUTE.steps[-1].id
    page = open_page(f"{server.url}{ADDRESS}#stap-{last}", 390)
    page.wait_for_selector("[data-ready]")
    page.wait_for_function(f"() => document.querySelector('#stap-{last}').closest('details').open")
    assert in_view(page, last) and page.locator(".stage[open]").count() == 1
    other = page.locator(".answer").first.get_attribute("href").removeprefix("#stap-")
    for _ in range(2):
        page.evaluate("address => { location.hash = address }", f"stap-{other}")
        page.wait_for_function("() => document.querySelectorAll('.stage[open]').length === 2")
        assert in_view(page, other)
        page.locator(f".stage:has(#stap-{other}) > summary").click()
        page.evaluate("() => { location.hash = '' }")
    page.locator(f".stage:has(#stap-{other}) > summary").click()
    page.locator(f"#stap-{other} a").click()
    page.wait_for_url(f"{server.url}{ADDRESS}{other}/")


def test_by_keyboard(route):
    route.locator(".stage > summary").first.focus()
    route.keyboard.press("Enter")
    assert route.locator(f"#stap-{ROUTE.start}").is_visible()


@pytest.mark.parametrize("width", [320, 768, 1366])
def test_nothing_sticks_out_or_lies_over_something(server, open_page, width):
    """A title never runs under the mark that unfolds, nor over its number."""
    page = open_page(server.url + ADDRESS, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for stage in page.locator(".stage > summary").all():
        room = stage.evaluate("""summary => { const text = document.createRange(), title = summary.querySelector("h3");
            text.selectNodeContents(title.lastChild);
            const box = text.getBoundingClientRect(), all = summary.getBoundingClientRect();
            return [box.left - all.left, all.right - box.right] }""")
        assert room[0] >= 40 and room[1] >= 24, room
