"""A double tap is one press: nothing that was drawn under the finger just now acts, at any size of screen."""

import datetime

import pytest

from tests.browser import taps

pytestmark = pytest.mark.browser


@pytest.fixture
def still(server, open_page):
    """still(address) -> page whose clock only goes on when a test says so."""

    def opened(address):
        page = open_page("about:blank", reduced_motion="reduce", real_time=True)
        page.add_init_script(taps.QUIET)
        page.clock.install(time=datetime.datetime(2026, 11, 23, 9, 0))
        page.goto(server.url + address)
        page.wait_for_selector("[data-ready]")
        page.clock.pause_at(datetime.datetime(2026, 11, 23, 9, 30))
        return page

    return opened


@pytest.mark.parametrize("address", taps.STATES)
def test_a_double_tap_on_any_button_is_one_press(address, still):
    """Every button and answer in every state, over all sizes: two taps leave what one tap leaves."""
    page = still(address)
    wrong, idle, tried, count = [], [], set(), 0

    def tapped(state, place, *gaps):
        taps.goto(page, address, state)
        spot = page.evaluate(taps.SPOT, place)
        if spot is None:
            return None
        taps.tap(page, spot, *gaps)
        return taps.seen(page)

    for state in taps.STATES[address]:
        taps.goto(page, address, state)
        before = taps.seen(page)
        for place, name in page.evaluate(taps.BUTTONS):
            once = tapped(state, place)
            assert once is not None, (state, name)
            if once == before:
                idle.append(name)
            turns = len(taps.SIZES) if name in taps.WEIGHTY and name not in tried else 2
            tried.add(name)
            for _ in range(turns):
                size, gap = taps.SIZES[count % len(taps.SIZES)], taps.GAPS[(count // len(taps.SIZES) + count) % len(taps.GAPS)]
                page.set_viewport_size({"width": size[0], "height": size[1]})
                count += 1
                twice = tapped(state, place, gap)
                if twice != once:
                    wrong.append((state, size, gap, name, taps.difference(once, twice or "out of sight")))
    print(f"{count} double taps")
    assert wrong == []
    assert set(idle) <= {"Doe de code in de stembus", "Ga verder", "Maak mijn code", "nooit"}, "one tap does something"
    assert count >= 40
