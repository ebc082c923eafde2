"""What a press does, and what it does not: fresh, held, too late, and the quick pupil who means it."""

import time

import pytest

from tests.browser.ballots import BALLOT, QUESTIONNAIRE, button, open_ballot, pupils

pytestmark = pytest.mark.browser
ITEMS = [item for section in QUESTIONNAIRE.sections for item in section.items]
GUARD = 0.4  # seconds in which a press on what was just drawn does not count
SIZES = ((1280, 800), (800, 1100), (1366, 650), (360, 740), (375, 667), (390, 760), (360, 560), (640, 360))


@pytest.fixture
def thermometer(server, open_page):
    page = open_page(
        server.url + f"vragenlijsten/{QUESTIONNAIRE.id}/", 375, reduced_motion="reduce", has_touch=True, real_time=True
    )
    page.wait_for_selector("[data-ready]")
    return page


def asked(page) -> str:
    return page.locator(".item-text").inner_text()


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_quick_pupil_is_not_held_up(thermometer):
    """The way on was there before the answer: both within a tenth of a second, by touch."""
    following = thermometer.locator("[data-message=went-on]")
    following.scroll_into_view_if_needed()
    place = middle(following)
    thermometer.touchscreen.tap(*middle(thermometer.locator(".choice").nth(4)))
    thermometer.touchscreen.tap(*place)
    assert asked(thermometer) == ITEMS[1].text
    assert middle(thermometer.locator("[data-message=skipped]"))[0] > 0


@pytest.mark.parametrize("gap", (90, 180, 300))
def test_double_taps_of_a_finger_in_real_time(gap, thermometer):
    for number in range(3):
        thermometer.wait_for_timeout(450)
        # Not by touch: after a tap on an answer the next question comes by itself, which a slow machine would mix up with these.
        thermometer.evaluate("document.querySelector('.choice input').click()")
        following = thermometer.locator("[data-message=went-on]")
        following.scroll_into_view_if_needed()
        place = middle(following)
        began = time.monotonic()
        thermometer.touchscreen.tap(*place)
        thermometer.wait_for_timeout(gap)
        thermometer.touchscreen.tap(*place)
        if time.monotonic() - began > GUARD:
            pytest.skip(f"this computer was too busy to tap twice within {GUARD} s")
        assert asked(thermometer) == ITEMS[number + 1].text


def test_a_held_key_presses_once(thermometer):
    thermometer.locator("[data-message=skipped]").focus()
    thermometer.keyboard.down("Enter")
    for _ in range(10):
        thermometer.keyboard.down("Enter")  # the key repeats
        thermometer.evaluate("document.querySelector('[data-message=skipped]').focus()")
    thermometer.keyboard.up("Enter")
    assert asked(thermometer) == ITEMS[1].text
    thermometer.keyboard.press("Enter")
    assert asked(thermometer) == ITEMS[2].text, "and a new press of the key counts at once"


def test_a_press_that_began_before_something_was_drawn_does_not_count(thermometer):
    """The finger goes down on one question and up on another, however long it takes."""
    skip = thermometer.locator("[data-message=skipped]")
    skip.scroll_into_view_if_needed()
    thermometer.mouse.move(*middle(skip))
    thermometer.mouse.down()
    thermometer.evaluate("""() => { document.querySelector("[data-message=skipped]").click();
                                    document.querySelector("[data-message=skipped]").scrollIntoView({block: "center"}); }""")
    thermometer.wait_for_timeout(600)
    thermometer.mouse.move(*middle(thermometer.locator("[data-message=skipped]")))
    thermometer.mouse.up()
    assert asked(thermometer) == ITEMS[1].text


def rectangle(page, selector: str) -> dict:
    return page.locator(selector).evaluate(
        "node => { const it = node.getBoundingClientRect(); return {l: it.left, r: it.right, t: it.top, b: it.bottom}; }"
    )


def meet(one: dict, other: dict) -> bool:
    return one["l"] < other["r"] and one["r"] > other["l"] and one["t"] < other["b"] and one["b"] > other["t"]


def confirmations(page, asking: str, sure: str, refuse: str, size, blocks) -> None:
    """Press `asking` where it stands at the top, in the middle and at the bottom of the screen: `sure` stands elsewhere."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for block in blocks:
        control = page.locator(f"[data-message={asking}]")
        if page.locator(".ballot-staff:not([open])").count():
            page.get_by_text("Voor de volwassene").click()
        control.evaluate("(node, block) => node.scrollIntoView({block, behavior: 'instant'})", block)
        # Where it is as it is pressed: the browser driver may scroll once more before its click.
        control.evaluate("""node => node.addEventListener("pointerdown", () => {
            const it = node.getBoundingClientRect();
            window.pressedAt = {l: it.left, r: it.right, t: it.top, b: it.bottom};
        }, {once: true, capture: true})""")
        control.click()
        before = page.evaluate("window.pressedAt")
        after = rectangle(page, f"[data-message={sure}]")
        assert not meet(before, after), (asking, size, block)
        assert 0 <= after["l"] and after["r"] <= size[0] and 0 <= after["t"] and after["b"] <= size[1], (asking, size, block)
        assert page.evaluate("document.activeElement.matches('.asked')")
        page.locator(f"[data-message={refuse}]").click()


def test_a_press_on_a_device_that_shows_late_waits_for_the_screen(server, open_page):
    """Seven tenths of a second before the new question is seen: until then, and shortly after, no press can be meant for it.

    The clock of the page goes when we say so: how fast this computer is makes no difference.
    """
    page = open_page("about:blank", 375, reduced_motion="reduce", real_time=True)
    page.clock.install(time="2026-11-23T09:30:00")
    page.add_init_script("window.requestAnimationFrame = act => setTimeout(act, 700, 0);")
    page.goto(server.url + f"vragenlijsten/{QUESTIONNAIRE.id}/")
    page.wait_for_selector("[data-ready]")
    page.locator("[data-message=skipped]").scroll_into_view_if_needed()
    page.clock.pause_at("2026-11-23T10:30:00")
    page.mouse.click(*middle(page.locator("[data-message=skipped]")))
    assert asked(page) == ITEMS[1].text
    spot = middle(page.locator("[data-message=skipped]"))
    for pause in (180, 180, 180, 270):
        page.clock.run_for(pause)
        page.mouse.click(*spot)
        assert asked(page) == ITEMS[1].text, "nothing of it was on the screen, or only just"
    page.clock.run_for(400)
    assert page.locator("[data-still]").count() == 0
    page.mouse.click(*spot)
    assert asked(page) == ITEMS[2].text, "what takes no press looks so, and what does not look so takes it"


def test_a_confirmation_stands_where_the_button_was_not(server, open_page):
    page = open_page(server.url + BALLOT, 375, reduced_motion="reduce", real_time=True)
    page.on("dialog", lambda dialog: dialog.accept())
    open_ballot(page)
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    pupils(page, range(5))
    for place, size in enumerate(SIZES):
        blocks = (("start", "center", "end")[place % 3],)
        confirmations(page, "close-asked", "closed", "asked-back", size, blocks)
        confirmations(page, "empty-asked", "emptied", "asked-back", size, blocks)
    page.get_by_text("Voor de volwassene").click()
    button(page, "Sluit de stembus").click()
    button(page, "Ja, sluit de stembus").click()
    for place, size in enumerate(SIZES):
        blocks = (("start", "center", "end")[place % 3],)
        confirmations(page, "empty-asked", "emptied", "asked-back", size, blocks)


def test_a_confirmation_of_the_guide_stands_where_the_button_was_not(case):
    case.locator(".answer").first.click()
    for place, size in enumerate(SIZES):
        confirmations(case, "restart-asked", "restarted", "restart-refused", size, (("start", "center", "end")[place % 3],))
