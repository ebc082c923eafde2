"""A talk that is opened from a step: on the whole screen of a phone, with the screen kept on, and without its script a link."""

import pytest

from tests.browser import case_page

pytestmark = pytest.mark.browser
LOCK = """navigator.__defineGetter__("wakeLock", () => ({request: () => { window.asked = (window.asked || 0) + 1;
  return REFUSED ? Promise.reject(new Error("no")) : Promise.resolve({release: () => { window.released = true; }}); }}))"""


def at_the_talk(page) -> None:
    """The guide on its first step with a talk."""
    page.wait_for_selector("[data-ready]")
    page.locator('[data-message^="answered "]').first.evaluate("way => way.click()")
    page.wait_for_selector('[data-message^="talk-opened"]')


def opened(page) -> None:
    page.locator('[data-message^="talk-opened"]').first.evaluate("way => way.click()")  # bubbles, as a press does
    page.wait_for_selector(".talk-led")


def test_it_has_the_whole_screen_of_a_phone_and_gives_it_back(server, open_page):
    page = open_page(server.url + case_page.ADDRESS, 390)
    at_the_talk(page)
    opened(page)
    assert not page.locator(".md-header").is_visible() and not page.locator("h1").first.is_visible()
    assert page.locator(".talk-title").is_visible() and page.get_by_role("link", name="Doe eerst dit", exact=True).is_visible()
    page.locator('[data-message="talk-closed"]').evaluate("way => way.click()")
    assert page.locator(".md-header").is_visible()


@pytest.mark.parametrize("refused", ["false", "true"])
def test_the_screen_is_kept_on_as_long_as_it_stands_open(refused, server, open_page):
    page = open_page(server.url + case_page.ADDRESS, 390)
    page.evaluate(LOCK.replace("REFUSED", refused))
    page.get_by_role("button", name="Vandaag").click()
    at_the_talk(page)
    assert not page.evaluate("window.asked")
    opened(page)
    page.wait_for_function("() => window.asked === 1")
    page.locator(".talk-note-field input").fill("bang in de gang")
    page.locator('[data-message="talk-closed"]').evaluate("way => way.click()")
    page.wait_for_selector(".guide-card")
    page.wait_for_timeout(200)
    assert bool(page.evaluate("window.released")) == (refused == "false")
    case_page.panel(page, "Verslag")
    assert "bang in de gang" in page.locator("[data-widget]").inner_text()


def test_without_the_script_of_talks_it_is_a_link_to_the_page(server, open_page):
    page = open_page(server.url + "404.html", expect_errors=True)
    page.route("**/gesprekken.*.js", lambda route: route.abort())
    page.goto(server.url + case_page.ADDRESS)
    at_the_talk(page)
    page.locator('[data-message^="talk-opened"]').first.click()
    page.wait_for_url("**/gesprekken/**#een-deel-tegelijk")
    page.wait_for_selector(".talk [data-focus]")
