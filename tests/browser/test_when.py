"""“Wat gebeurt er wanneer?” in a browser: real days once a parent chooses one, and nothing of it is kept."""

import pytest

from tests.browser.accessible import AXE_OPTIONS, violations

pytestmark = pytest.mark.browser
ADDRESS = "ouders/wat-gebeurt-er-wanneer/"


@pytest.fixture
def page(server, open_page):
    page = open_page(server.url + ADDRESS, 390)
    page.wait_for_selector("[data-widget=when][data-ready]")
    return page


def field(page):
    return page.get_by_label("Op welke dag hebt u het aan de school verteld?")


def days(page) -> list[str]:
    return [text for text in page.locator(".when-day").all_inner_texts() if text]


def test_the_days_stand_beside_the_moments(page):
    """The example school has the holidays of the middle of the Netherlands: Christmas from 19 December 2026 to 3 January 2027."""
    assert days(page) == []
    field(page).fill("2026-12-17")
    field(page).blur()
    page.locator(".when-day", has_text="uiterlijk donderdag 17 december 2026").wait_for()
    assert days(page)[:2] == ["uiterlijk donderdag 17 december 2026", "uiterlijk maandag 4 januari 2027"]
    assert all(day.startswith("meestal uiterlijk ") for day in days(page)[2:])
    field(page).fill("")
    field(page).blur()
    page.wait_for_function("() => !document.querySelector('.when-day').textContent")
    assert days(page) == []


def test_a_typed_day_is_read_and_what_is_none_is_said(page):
    page.evaluate("document.querySelector('[data-field=told]').setAttribute('type', 'text')")
    field(page).fill("17-12-26")
    field(page).blur()
    page.locator(".when-day", has_text="uiterlijk donderdag 17 december 2026").wait_for()
    field(page).fill("31-11-2026")
    field(page).blur()
    page.get_by_text("niet te lezen").wait_for()
    assert days(page) == [] and field(page).input_value() == "31-11-2026"


def test_nothing_is_kept(page):
    field(page).fill("2026-12-17")
    field(page).blur()
    page.locator(".when-day", has_text="17 december").wait_for()
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert page.url.endswith(ADDRESS)
    page.goto(page.url.replace(ADDRESS, "ouders/"))
    page.go_back()
    page.wait_for_selector("[data-widget=when][data-ready]")
    assert field(page).input_value() == "" and days(page) == []


def test_one_screen_says_when_and_the_rest_is_folded(page):
    """The moments themselves take at most three screens of a phone, and what rarely happens is folded."""
    box = page.locator("[data-widget=when]").bounding_box()
    assert box["height"] <= 3 * 844
    assert page.locator(".when-rare li").first.is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, AXE_OPTIONS) == []


def test_it_reads_without_javascript(server, open_page):
    page = open_page(server.url + ADDRESS, 390, javascript=False)
    assert page.get_by_text("Uiterlijk 2 schooldagen nadat u het hebt verteld").is_visible()
    assert page.locator(".when-told").is_hidden()
