"""The agreements of a class in a real browser: choose, add, copy, print the sheet to sign."""

import pytest

from tests.browser.lists_page import (
    AGREEMENTS,
    AGREEMENTS_PAGE,
    CHOICES,
    HOSTILE,
    SIGNALS,
    button,
    copied,
    field,
    fill_in_agreements,
    opened,
    sheets,
)
from widgets.core import agreements

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", (375, 1280))
def test_the_sheet_has_only_what_was_chosen(width, server, open_page):
    page = opened(open_page, server, "agreements", width)
    assert page.locator("[data-widget] input[type=checkbox]:checked").count() == len(CHOICES)
    model = fill_in_agreements(page)
    button(page, "Kopieer de afspraken").click()
    assert copied(page) == agreements.sheet_text(AGREEMENTS, model)
    printed = sheets(page)
    assert len(printed) == 1
    assert [entry["text"] for entry in CHOICES if entry["text"] in printed[0]] == [CHOICES[0]["text"]]
    for text in (AGREEMENTS["title"], "Klas 2b", "Wij lachen samen.", HOSTILE, "Naam en handtekening"):
        assert text in printed[0]
    for text in ("Print het blad", "Hoeveel plekken", SIGNALS["groups"][0]["title"], AGREEMENTS_PAGE.intro[0]):
        assert text not in printed[0]


def test_everything_chosen_fits_one_sheet(server, open_page):
    page = opened(open_page, server, "agreements")
    printed = sheets(page)
    assert len(printed) == 1
    assert all(entry["text"] in printed[0] for entry in CHOICES)
    page.emulate_media(media="print")
    assert page.locator(".seats li:visible").count() == 30


def test_agreements_by_keyboard_and_start_again(server, open_page):
    page = opened(open_page, server, "agreements")
    field(page, "named").focus()
    page.keyboard.type("2b")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not field(page, f"chosen {CHOICES[0]['id']}").is_checked()
    button(page, "Nog een eigen afspraak").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('data-field')") == "written regel-2"
    assert field(page, "named").input_value() == "2b" and not field(page, f"chosen {CHOICES[0]['id']}").is_checked()
    button(page, "Begin opnieuw").click()
    button(page, "Ja, begin opnieuw").click()
    assert field(page, "named").input_value() == "" and field(page, f"chosen {CHOICES[0]['id']}").is_checked()
    assert field(page, "written regel-2").count() == 0
    assert page.evaluate("document.activeElement.className") == "list-intro"
