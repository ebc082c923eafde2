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
    page.locator(".danger-box > summary").first.click()
    button = page.locator(".danger-box .emergency a").first
    box = button.bounding_box()
    assert button.get_attribute("href") == "tel:113" and "24 uur per dag" in button.inner_text()
    assert 0 < box["y"] and box["y"] + box["height"] < 844
    for link in page.locator(".danger-box[open] a[href^='tel:']").all():
        assert link.bounding_box()["height"] >= 24
    page.close()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("door, other", [("leerling", "ouder"), ("ouder", "school"), ("school", "leerling")])
def test_a_door_shows_its_own_situations_on_three_screens_at_most(server, browser, door, other, script):
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="nl-NL", java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server.url}nu-gevaar/#{door}")
    assert page.locator(f"#{door}").is_visible() and not page.locator(f"#{other}").is_visible()
    buttons = page.locator(f".danger-part:has(#{door}) .danger-box > summary")
    assert buttons.count() >= 7 and all(button.bounding_box()["height"] >= 48 for button in buttons.all())
    last = buttons.last.bounding_box()
    above = page.locator("article").bounding_box()["y"]
    assert last["y"] + last["height"] - above <= 3 * 640
    context.close()


@pytest.mark.parametrize(
    "start, door", [("leerlingen/tips/", "leerling"), ("ouders/", "ouder"), ("schoolteam/", "school"), ("hulplijnen/", "")]
)
def test_every_way_to_it_leads_to_the_door_of_who_reads_there(server, browser, start, door):
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="nl-NL")
    page.goto(server.url + start)
    ways = page.locator("a[href*='nu-gevaar/']:not(.md-nav__link):not(.md-tabs__link)")
    wanted = f"nu-gevaar/#{door}" if door else "nu-gevaar/"
    found = [way.get_attribute("href") for way in ways.all()]
    assert found and all(way.endswith(wanted) for way in found), found
    page.close()


def test_a_link_to_one_situation_opens_it(server, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="nl-NL")
    page.goto(server.url + "nu-gevaar/#gevaar-leerling-thuis-vo-nl")
    assert page.locator(".danger-box[open] a[href='tel:08002000']").first.is_visible()
    assert page.locator(".danger-box[open]").count() == 1 and not page.locator("#ouder").is_visible()
    page.close()


def test_without_javascript_there_is_one_button_for_danger_in_the_bars_on_top(server, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    for address in ("", "nu-gevaar/", "ouders/"):
        page.goto(server.url + address)
        buttons = page.locator(".help-bar .danger-link, .md-header .danger-link").all()
        assert [button.is_visible() for button in buttons].count(True) == 1, address
    context.close()
