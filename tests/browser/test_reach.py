"""From the home page on a phone, what somebody needs in a hurry is at most three taps away, without the menu or the search."""

import pytest

from tests.loaded import loaded

pytestmark = pytest.mark.browser
CONTENT = loaded()
MOST_TAPS = 3
NEEDED = {
    "what to do now in danger": "nu-gevaar/",
    "first talk with a bullied pupil": "gesprekken/orienterend-gesprek/",
    "what parents may expect after a report": "ouders/wat-gebeurt-er-wanneer/",
    "where to complain": "ouders/komt-u-er-niet-uit/",
    "what to do with a nude image going round": "wegwijzers/online-pesten/",
    "how to fill in the thermometer": f"vragenlijsten/{next(iter(CONTENT.questionnaires))}/",
}
_LINKS = """() => [...document.querySelectorAll(".help-bar a[href], article a[href]")]
    .filter(link => link.checkVisibility() && link.getBoundingClientRect().height > 0)
    .map(link => new URL(link.getAttribute("href"), location.href)).map(address => address.origin + address.pathname)"""


@pytest.fixture(scope="module")
def taps(server, browser) -> dict[str, int]:
    """Path of each page -> the fewest taps to it from the home page."""
    page = browser.new_page(viewport={"width": 375, "height": 800}, locale="nl-NL")
    found, ahead = {"": 0}, [""]
    for count in range(1, MOST_TAPS + 1):
        level, ahead = ahead, []
        for path in level:
            if set(NEEDED.values()) <= set(found):
                break
            page.goto(server.url + path)
            for address in page.evaluate(_LINKS):
                target = address.removeprefix(server.url)
                if address.startswith(server.url) and target not in found:
                    found[target] = count
                    ahead.append(target)
    page.close()
    return found


@pytest.mark.parametrize("need", NEEDED)
def test_at_most_three_taps(need, taps):
    assert taps.get(NEEDED[need], 99) <= MOST_TAPS


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_danger_stays_in_sight_while_scrolling(width, script, server, browser):
    context = browser.new_context(viewport={"width": width, "height": 700}, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server.url}protocollen/{CONTENT.school.protocol}/")
    in_sight = page.locator(".danger-link").filter(has_text="Nu gevaar?").locator("visible=true")
    assert in_sight.first.bounding_box()["y"] < 200
    page.mouse.wheel(0, 3000)
    link = page.locator(".danger-link--header")
    link.wait_for(state="visible")
    box = link.bounding_box()
    assert 0 <= box["y"] < 60 and 0 <= box["x"] and box["x"] + box["width"] <= width
    context.close()
