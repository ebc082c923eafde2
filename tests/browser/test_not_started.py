"""A widget whose script does not run or arrive: within seconds a sentence, and what the page has without a script."""

import re

import pytest
from playwright.sync_api import expect

from macros.site.scripts import NOT_STARTED
from tests.browser import sites

pytestmark = pytest.mark.browser
THERMOMETER, SIGNALS, TALK = "vragenlijsten/thermometer-vo/", "lijsten/signalen/", "gesprekken/gesprek-gepest/"
BALLOT, FORM, PROTOCOL = "vragenlijsten/thermometer-vo-stembus/", "scholen/schoolbestand/", "protocollen/aanbevolen-protocol/"
SCRIPT = re.compile(r"/assets/widgets\.[0-9a-f]+\.js$")
TOLD, SECONDS = ".not-started", 10_000
# Ways in which a script does not start.
OLD_ENGINE = "delete Object.hasOwn;"
NOT_READ = {
    "a filter": lambda route: route.abort(),
    "not there": lambda route: route.fulfill(status=404, body="no"),
    "cut off": lambda route: route.fulfill(body="(function(){ var a = {", content_type="text/javascript"),
    "another page": lambda route: route.fulfill(body="<html>Log in</html>", content_type="text/html"),
}


def opened(open_page, address: str, way: str = "a filter"):
    page = open_page("about:blank", 375, expect_errors=True)
    if way in NOT_READ:
        page.route(SCRIPT, NOT_READ[way])
    else:
        page.add_init_script(OLD_ENGINE)
    page.goto(address)
    return page


@pytest.mark.parametrize("way", [*NOT_READ, "an old engine"])
def test_the_questionnaire_is_there_on_paper(way, server, open_page):
    page = opened(open_page, server.url + THERMOMETER, way)
    expect(page.locator(TOLD)).to_be_visible(timeout=SECONDS)
    assert page.locator(TOLD).inner_text() == NOT_STARTED
    expect(page.locator("[data-widget]")).to_be_hidden()
    expect(page.locator(".paper-table").first).to_be_visible()
    expect(page.get_by_role("link", name="alle vragen staan hieronder")).to_be_visible()


@pytest.mark.parametrize(
    "address, shown",
    [
        (SIGNALS, "article li"),
        (TALK, "#het-hele-gesprek"),
        (BALLOT, "a[href$='#op-papier']"),
        (FORM, "pre code"),
        (PROTOCOL, "article h3"),
    ],
)
def test_every_widget_leaves_what_can_be_read(address, shown, server, open_page):
    page = opened(open_page, server.url + address)
    expect(page.locator(TOLD)).to_be_visible(timeout=SECONDS)
    expect(page.locator(shown).first).to_be_visible()
    dead = page.locator("[data-widget] :is(button, input, select)").locator("visible=true")
    expect(dead).to_have_count(0)  # nothing that looks alive and is dead


def test_a_script_that_comes_late_takes_over(server, open_page):
    waiting = []
    page = open_page("about:blank", 375)
    page.route(SCRIPT, lambda route: waiting.append(route))
    page.goto(server.url + THERMOMETER, wait_until="commit")
    expect(page.locator(TOLD)).to_be_visible(timeout=SECONDS)
    for route in waiting:
        route.continue_()
    page.wait_for_selector("[data-ready]")
    expect(page.locator(TOLD)).to_have_count(0)
    expect(page.locator("[data-widget]")).to_be_visible()
    assert page.locator("article div.not-started-text").count() == 0


def test_one_that_cannot_go_on_says_so_too(server, open_page):
    """It puts back the page as it began: that looks alive and is dead."""
    page = open_page(server.url + THERMOMETER, 375, expect_errors=True)
    page.wait_for_selector("[data-ready]")
    page.wait_for_timeout(1000)  # what waits for its start has seen it
    page.evaluate("() => { Element.prototype.replaceWith = () => { throw new Error('nee'); }; }")
    page.locator(".choice").first.click()
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator(TOLD)).to_be_visible(timeout=3000)
    expect(page.locator("[data-widget]")).to_be_hidden()
    expect(page.locator(".paper-table").first).to_be_visible()


def test_nothing_is_said_when_all_is_well(server, open_page):
    page = open_page(server.url + THERMOMETER, 375)
    page.wait_for_selector("[data-ready]")
    page.wait_for_timeout(7000)
    assert page.locator(TOLD).count() == 0


def test_in_the_language_of_the_page(foreign_sites, open_page):
    running = sites.Server(foreign_sites["ar"])
    page = opened(open_page, running.url + THERMOMETER)
    expect(page.locator(TOLD)).to_be_visible(timeout=SECONDS)
    assert page.locator(TOLD).inner_text().startswith("هذا الجزء لا يعمل على هذا الجهاز")
    running.stop()


def test_without_the_script_of_the_theme_the_page_reads_and_its_menu_opens(server, open_page):
    page = open_page("about:blank", 375, expect_errors=True)
    page.route(re.compile(r"/assets/javascripts/bundle\.[0-9a-f]+\.min\.js$"), lambda route: route.abort())
    page.goto(server.url + THERMOMETER)
    page.wait_for_selector("[data-ready]")
    expect(page.locator("article h1")).to_be_visible()
    page.locator("[data-opens='__drawer'], label[for='__drawer'].md-header__button").locator("visible=true").first.click()
    expect(page.locator(".md-sidebar--primary .md-nav__link").first).to_be_visible()
