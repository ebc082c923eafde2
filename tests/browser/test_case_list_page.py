"""The list of a case on a phone: begun in the middle with few taps, opened by a colleague, and readable on small screens."""

import datetime
import re

import pytest

from tests.browser.accessible import WITH_CONTRAST, violations
from tests.browser.case_page import ADDRESS, answer, panel

pytestmark = pytest.mark.browser
WEEK_TWO = datetime.datetime(2026, 11, 30, 9, 30)


def opened(open_page, address, width=390, height=844, dark=False, **options):
    page = open_page("about:blank", width, dark, **options)
    page.set_viewport_size({"width": width, "height": height})
    page.clock.install(time=WEEK_TWO)
    page.goto(address)
    page.wait_for_selector("[data-ready]")
    return page


def taps_of_week_two(page) -> int:
    """A report on 16 November, the talk and the plan on the 17th; the parents were not called yet. Returns how many taps."""
    taps = [
        page.get_by_role("button", name="Al begonnen?"),
        page.get_by_role("button", name="ma 16 nov"),
        page.locator("[data-part=catch]").get_by_role("button", name="ma 16 nov"),
        page.locator("[data-part=catch]").get_by_role("button", name="di 17 nov"),
        page.get_by_role("button", name="Nee, daar zijn we nu mee bezig"),
        page.get_by_role("link", name="Iedereen is nu veilig"),
        page.get_by_role("link", name=re.compile("^Het is pesten of iets ernstigs")),
    ]
    for tap in taps:
        tap.click()
    return len(taps)


def list_of(page) -> str:
    return " ".join(page.locator(".case-next").inner_text().split())


def in_view(page, locator) -> bool:
    """Whether the top of it is on the screen, below the bar of the site."""
    box = locator.bounding_box()
    bar = page.locator(".md-header").bounding_box()["height"]
    return bar - 1 <= box["y"] < page.viewport_size["height"] - 20


@pytest.mark.parametrize("width, height", [(390, 844), (360, 640)])
def test_a_mentor_in_week_two_is_at_the_right_deadline_within_twelve_taps(width, height, server, open_page):
    page = opened(open_page, server.url + ADDRESS, width, height)
    assert taps_of_week_two(page) <= 12
    words = list_of(page)
    assert "Deze zaak · melding ma 16 nov · 10 schooldagen" in words
    assert (
        "✓ Melden · klaar op ma 16 nov ✓ Praten en een plan maken · klaar op di 17 nov ! De ouders bellen · had wo 18 nov"
        in words
    )
    assert "8 schooldagen te laat (had wo 18 nov gemoeten)" in words
    assert in_view(page, page.locator(".case-when")) and in_view(page, page.locator(".case-go"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Doen", exact=True).click()
    assert in_view(page, page.locator(".case-days")) and in_view(page, page.locator(".answer").first)


def test_a_day_is_chosen_where_one_is(server, open_page):
    """Nothing jumps: the button that was pressed stays under the finger, and the field beside it follows."""
    page = opened(open_page, server.url + ADDRESS)
    taps_of_week_two(page)
    page.get_by_role("button", name="Doen", exact=True).click()
    button = page.locator(".case-days").get_by_role("button", name="wo 18 nov")
    before = button.bounding_box()["y"]
    button.click()
    assert abs(button.bounding_box()["y"] - before) < 3
    assert page.get_by_label("Gedaan op").input_value() == "2026-11-18"
    assert page.evaluate("document.activeElement.textContent") == "wo 18 nov"
    answer(page, 1)
    assert "klaar" not in list_of(page).split("De ouders bellen")[1].split("Eén aanpak")[0]
    panel(page, "Alle datums")
    assert "wo 18 nov 2026" in page.locator(".case-dates").inner_text()


def test_a_colleague_who_opens_a_link_begins_at_the_list(server, open_page):
    page = opened(open_page, server.url + ADDRESS)
    taps_of_week_two(page)
    panel(page, "Bewaren of overdragen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer een link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert len(link) < 400 and "#zaak=2.aanbevolen-protocol." in link
    other = opened(open_page, link)
    other.get_by_text("De zaak is geopend.").wait_for()
    words = list_of(other)
    assert (
        words.index("✓ Melden") < words.index("Gebeurd: 4 stappen") < words.index("Nu: Bel") < words.index("De zaak is geopend.")
    )
    assert "het laatst ‘Maak samen een plan voor de komende dagen’ op di 17 nov." in words
    assert in_view(other, other.locator(".case-when")) and other.locator(".case-panel").count() == 0
    assert other.evaluate("document.activeElement.classList.contains('case-when')")
    answer(other)
    assert "De zaak is geopend." not in list_of(other)


def test_a_changed_answer_is_taken_back_where_it_was_changed(server, open_page):
    page = opened(open_page, server.url + ADDRESS)
    taps_of_week_two(page)
    page.get_by_role("button", name="Bekijk of wijzig").first.click()
    answer(page, 1)
    undo = page.get_by_role("button", name="Maak ongedaan")
    assert in_view(page, undo) and "gewijzigd" in page.locator(".guide-card .notice").inner_text()
    undo.click()
    assert "! De ouders bellen · had wo 18 nov" in list_of(page)


@pytest.mark.parametrize("dark", [False, True])
def test_the_list_is_accessible(dark, server, open_page):
    page = opened(open_page, server.url + ADDRESS, 360, 640, dark)
    page.get_by_role("button", name="Al begonnen?").click()
    page.wait_for_timeout(300)  # colours fade
    assert violations(page, WITH_CONTRAST, ".case-bar") == []
    page.get_by_role("button", name="Stop hiermee").click()
    taps_of_week_two(page)
    page.wait_for_timeout(300)
    assert violations(page, WITH_CONTRAST, "[data-widget]") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
