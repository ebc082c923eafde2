"""The danger page on a phone: first help, the choice of reader and every number can be seen and tapped."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width, height", [(390, 844), (360, 640)])
def test_first_help_is_within_one_screen(server, browser, width, height):
    page = browser.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
    page.goto(server.url + "nu-gevaar/")
    wanted = page.locator("article > .emergency a, article > .danger-doors a")
    assert wanted.count() == 5
    for link in wanted.all():
        box = link.bounding_box()
        assert box["y"] + box["height"] <= height and box["height"] >= 44, link.inner_text()
    page.close()


def test_a_situation_shows_its_number_without_scrolling(server, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="nl-NL")
    page.goto(server.url + "nu-gevaar/")
    page.locator(".danger-doors a").first.click()
    page.locator(".danger-jump a").first.click()
    button = page.locator(".danger-box .emergency a").first
    box = button.bounding_box()
    assert button.get_attribute("href") == "tel:113" and "24 uur per dag" in button.inner_text()
    assert 0 < box["y"] and box["y"] + box["height"] < 844
    for link in page.locator(".danger-box a[href^='tel:']").all():
        assert link.bounding_box()["height"] >= 24
    page.close()
