"""The list of signals in a real browser: tick, summarise, copy, save, print, clear."""

import pytest

from tests.browser.hurry import rest
from tests.browser.lists_page import (
    ADDRESSES,
    DANGER,
    FIRST,
    FOLDED,
    HOSTILE,
    SECOND,
    SIGNALS,
    TODAY,
    button,
    copied,
    field,
    fill_in_signals,
    opened,
    sheets,
)
from widgets.core import dates, signals

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", (375, 1280))
def test_the_summary_on_screen_copied_and_saved(width, server, open_page, tmp_path):
    page = opened(open_page, server, "signals", width)
    requests = len(page.watch.requests)
    assert page.locator(".list-summary").count() == 0
    model = fill_in_signals(page)
    for heading, texts in signals.summary(SIGNALS, model):
        block = page.locator(".list-moment", has_text=heading)
        assert block.locator("+ ul").inner_text().split("\n") == texts
    monday = dates.short_date(dates.from_iso(TODAY) - 2)[:-5]
    assert page.locator(".list-moment").first.inner_text().startswith(f"In de week van {monday}, op ")
    assert page.locator(".list-summary b").count() == 0
    button(page, "Kopieer de tekst").click()
    assert "gekopieerd" in page.locator(".list-news").inner_text()
    assert copied(page) == signals.summary_text(SIGNALS, model)
    with page.expect_download() as download:
        button(page, "Bewaar als bestand").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.suffix == ".txt" and saved.read_text(encoding="utf-8") == signals.summary_text(SIGNALS, model)
    assert [request for request in page.watch.requests[requests:] if not request.startswith("blob:")] == []
    for way in SIGNALS["onward"]:
        assert page.locator(".list-onward a", has_text=way["label"]).get_attribute("href") == way["href"]


def test_help_first(server, open_page):
    """The notice stands above everything, stays in sight, and leads to the right page."""
    page = opened(open_page, server, "signals")
    assert page.locator(".danger-door").count() == 0
    field(page, f"ticked {DANGER['id']}").check()
    assert page.locator(".list-tool :is(a, input)").first.get_attribute("class") == "danger-door"
    assert signals.HELP_FIRST in page.locator(".list-news").inner_text()
    page.locator(".list-onward").scroll_into_view_if_needed()
    rest(page)
    place = page.locator(".danger-door").bounding_box()
    assert 0 <= place["y"] < 400 and place["height"] >= 44
    assert (
        page.evaluate("""() => { const box = document.querySelector(".danger-door").getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).className }""")
        == "danger-door"
    )
    field(page, f"ticked {DANGER['id']}").uncheck()
    assert page.locator(".danger-door").count() == 0
    field(page, f"ticked {DANGER['id']}").check()
    page.locator(".danger-door").click()
    page.wait_for_url("**/nu-gevaar/#school")


def test_signals_by_keyboard(server, open_page):
    page = opened(open_page, server, "signals")
    page.locator(f'details[data-group="{FOLDED["id"]}"] summary').focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert field(page, f"ticked {FIRST['id']}").is_checked()
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Tab")
    page.keyboard.type("online")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "week-1"
    assert page.locator(".list-moment").inner_text() == "In de week van 9 november, online:"


def test_clear_needs_no_reload(server, open_page):
    page = opened(open_page, server, "signals")
    fill_in_signals(page)
    button(page, "Wis alles").click()
    button(page, "Ja, wis alles").click()
    assert page.locator("[data-widget] input:checked").count() == 0
    assert page.locator(".list-summary").count() == 0
    assert "gewist" in page.locator(".list-news").inner_text()
    assert page.evaluate("document.activeElement.className") == "list-intro"


def test_a_link_to_a_group_opens_it(server, open_page):
    page = open_page(f"{server.url}{ADDRESSES['signals']}#groep-{FOLDED['id']}", 1280)
    page.wait_for_selector("[data-ready]")
    assert field(page, f"ticked {FIRST['id']}").is_visible()
    last = SIGNALS["groups"][-1]["id"]
    page.locator(f"a[href$='#groep-{last}']:visible").first.click()
    group = page.locator(f'[data-group="{last}"]')
    assert group.evaluate("node => node.open") and 0 < group.bounding_box()["y"] < 800


def test_paper_has_the_summary_or_else_the_plain_list(server, open_page):
    page = opened(open_page, server, "signals")
    texts = [entry["text"] for group in SIGNALS["groups"] for entry in group["entries"]]
    whole = " ".join(sheets(page))
    assert all(text in whole for text in texts) and "Zodra je iets aankruist" not in whole
    fill_in_signals(page)
    printed = sheets(page)
    assert len(printed) == 1
    assert [text for text in texts if text in printed[0]] == [FIRST["text"], SECOND["text"]]
    assert HOSTILE in printed[0] and "Eén signaal bewijst niets, en meer signalen samen ook niet." in printed[0]
    assert "Kopieer" not in printed[0] and "Wat doe je nu?" not in printed[0]
