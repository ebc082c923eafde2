"""The guide in a real browser: forward, back, change, you-are-here, keyboard, without JavaScript, from a disk."""

import pytest

from macros.publish.links import Links
from macros.publish.routes import route_data
from tests.loaded import loaded
from widgets.core.route import walk

pytestmark = pytest.mark.browser
CONTENT = loaded()
ROUTE_ID = CONTENT.school.protocol
DATA = route_data(CONTENT.protocols[ROUTE_ID], CONTENT, Links(f"protocollen/{ROUTE_ID}.md"))
ADDRESS = f"protocollen/{ROUTE_ID}/"


@pytest.fixture
def guide(server, visited):
    visited.goto(server.url + ADDRESS)
    visited.wait_for_selector("[data-ready]")
    return visited


def title(page) -> str:
    return page.locator(".guide-title").inner_text()


def step_title(step_id: str) -> str:
    return next(step["title"] for step in DATA["steps"] if step["id"] == step_id)


@pytest.mark.parametrize("scenario", CONTENT.protocols[ROUTE_ID].scenarios, ids=lambda scenario: scenario.name)
def test_scenario_by_clicking(scenario, guide):
    """Every scenario, clicked through under Brython, goes where the core says under CPython."""
    answers = {}
    given = {step: list(keys) if isinstance(keys, list) else [keys] for step, keys in scenario.answers.items()}
    while True:
        place = walk(DATA, answers)[-1]
        step = next(step for step in DATA["steps"] if step["id"] == place["step"])
        assert title(guide) == step["title"]
        if not step["exits"]:
            break
        key = step["exits"][0]["key"] if len(step["exits"]) == 1 else given[step["id"]].pop(0)
        answers[place["visit"]] = key
        guide.locator(f'[data-message="answered {place["visit"]} {key}"]').click()
    assert place["step"] == scenario.end
    assert guide.locator("a.map-stop.is-here").get_attribute("data-step") == scenario.end
    assert guide.locator('.map-stop[aria-current="step"]').count() == 1


def test_focus_moves_to_the_new_heading(guide):
    guide.locator(".answer").nth(1).click()
    assert guide.evaluate("document.activeElement.className") == "guide-title"


def test_back_change_and_start_over(guide):
    first = title(guide)
    guide.locator(".answer").nth(1).click()
    second = title(guide)
    guide.locator(".answer").first.click()
    guide.get_by_role("button", name="Vorige stap").click()
    assert title(guide) == second
    guide.get_by_role("button", name="Terug naar waar je was").click()
    assert title(guide) not in (first, second)
    guide.get_by_role("button", name="Vorige stap").click()
    guide.get_by_role("button", name="Vorige stap").click()
    assert title(guide) == first
    assert "(gekozen)" in guide.evaluate(
        "getComputedStyle(document.querySelector('.answer[aria-current] .answer-label'), '::after').content"
    )
    guide.locator(".answer").nth(0).click()
    assert "gewijzigd" in guide.locator(".guide-news").inner_text()
    assert "Niet meer van toepassing" in guide.locator(".guide-left").inner_text()
    guide.get_by_role("button", name="Opnieuw beginnen").click()
    assert title(guide) == first
    assert guide.locator(".guide-trail").count() == 0


def test_trail_leads_back_to_a_step(guide):
    guide.locator(".answer").nth(1).click()
    guide.locator(".answer").first.click()
    guide.locator(".guide-trail button").first.click()
    assert title(guide) == DATA["steps"][0]["title"]


def test_each_answer_says_what_it_starts(guide):
    for exit_, shown in zip(DATA["steps"][0]["exits"], guide.locator(".answer").all()):
        assert exit_["label"] in shown.inner_text()
        assert step_title(exit_["to"]) in shown.inner_text()


def test_keyboard_only(server, open_page):
    page = open_page(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the menu, to the text
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('answer')"):
            break
    page.keyboard.press("Enter")
    assert title(page) != DATA["steps"][0]["title"]
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Vorige stap":
            break
    page.keyboard.press("Space")
    assert title(page) == DATA["steps"][0]["title"]


def test_without_javascript_everything_is_there(server, open_page):
    page = open_page(server.url + ADDRESS, 375, javascript=False)
    for step in DATA["steps"]:
        assert page.locator(f"#stap-{step['id']}").is_visible()
    assert page.locator(".map-stop").count() == len(DATA["steps"]) and page.locator(".map-stop").first.is_visible()
    page.locator(".answer").first.click()
    target = DATA["steps"][0]["exits"][0]["to"]
    assert page.url.endswith(f"#stap-{target}")
    page.locator(f"#stap-{target} > a").click()
    assert page.url == f"{server.url}{ADDRESS}{target}/" and page.locator("h1").inner_text().startswith(step_title(target))


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "protocollen" / f"{ROUTE_ID}.html").as_uri())
    page.wait_for_selector("[data-ready]")
    page.locator(".answer").nth(1).click()
    assert title(page) == step_title(DATA["steps"][0]["exits"][1]["to"])


def test_a_broken_widget_leaves_the_readable_page(server, open_page):
    """When the data is spoiled, the guide stops alone: the page stays as it was, and the console says which."""
    page = open_page("about:blank", expect_errors=True)
    page.route("**/" + ADDRESS, lambda route: spoil(route))
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-failed]")
    assert any("Widget guide stopped" in error for error in page.watch.errors), page.watch.errors
    assert page.locator(".guide-title").inner_text() == DATA["steps"][0]["title"]
    assert page.locator("#stap-" + DATA["steps"][-1]["id"]).count() == 1


def spoil(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('data-content="{', 'data-content="{{', 1))


def test_print_is_clean(guide):
    guide.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar", ".answers", ".quiet-button"):
        for element in guide.locator(hidden).all():
            assert not element.is_visible(), hidden
    assert guide.locator("#stap-" + DATA["steps"][0]["id"]).is_visible()
