"""What a screen reader, a keyboard, strong enlargement and colours of one's own ask, beyond what axe looks at."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGES = ("", "ouders/", "nu-gevaar/#leerling", "leerlingen/tips/")


def test_headings_have_their_own_words_as_name_and_their_links_take_no_tab(server, open_page):
    page = open_page(server.url + "ouders/")
    expect(page.get_by_role("heading", name="Bij wie kunt u terecht?", exact=True)).to_be_visible()
    assert page.locator(".headerlink:not([tabindex='-1'])").count() == 0


def test_escape_in_the_search_keeps_the_focus_there(server, open_page):
    page = open_page(server.url)
    page.locator(".md-search__input").focus()
    page.keyboard.type("pesten")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.wait_for_function("() => document.querySelector('.md-search').contains(document.activeElement)")


@pytest.mark.parametrize("path", PAGES)
def test_at_four_hundred_percent_nothing_scrolls_sideways(server, browser, path):
    page = browser.new_page(viewport={"width": 320, "height": 256}, locale="nl-NL")
    page.goto(server.url + path)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    page.close()


def test_with_colours_of_the_reader_the_buttons_of_danger_keep_an_edge(server, browser):
    page = browser.new_page(forced_colors="active", viewport={"width": 390, "height": 844}, locale="nl-NL")
    page.goto(server.url + "nu-gevaar/#ouder")
    for which in (".danger-doors a", ".danger-part:has(#ouder) .danger-box", "article > .emergency a"):
        part = page.locator(which).first
        width = part.evaluate("node => getComputedStyle(node).borderTopWidth")
        assert float(width.removesuffix("px")) >= 1, which
    page.close()
