"""Both lists to fill in: leaving, without JavaScript, accessible, broken, from a disk; nothing kept or sent."""

import pytest

from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.lists_page import (
    ADDRESSES,
    AGREEMENTS_PAGE,
    CHOICES,
    DANGER,
    SIGNALS_PAGE,
    field,
    fill_in_agreements,
    fill_in_signals,
    opened,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name, fill_in", [("signals", fill_in_signals), ("agreements", fill_in_agreements)])
@pytest.mark.parametrize("how", ["away", "reload"])
def test_leaving_clears_and_nothing_is_kept(how, name, fill_in, server, open_page):
    page = opened(open_page, server, name)
    fresh = page.locator("[data-body]").inner_html()
    fill_in(page)
    kept = page.evaluate("""async () => [document.cookie, name, location.hash, String(history.state), localStorage.length,
                            sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]""")
    assert kept == ["", "", "", "null", 0, 0, 0, 0]
    if how == "away":
        page.goto(server.url)
        page.go_back()
    else:
        page.reload()
    page.wait_for_selector("[data-ready]")
    assert page.locator("[data-body]").inner_html() == fresh
    assert page.locator("[data-widget] input:checked").count() == (0 if name == "signals" else len(CHOICES))
    assert page.evaluate("[...document.querySelectorAll('[data-widget] input[type=text]')].map(one => one.value).join('')") == ""


@pytest.mark.parametrize("name, shown", [("signals", SIGNALS_PAGE), ("agreements", AGREEMENTS_PAGE)])
def test_without_javascript_the_plain_list_is_there(name, shown, server, open_page):
    page = open_page(server.url + ADDRESSES[name], 375, javascript=False)
    assert not page.locator("[data-widget]").is_visible()
    assert not page.locator("#op-dit-scherm").is_visible()
    assert plain_list_is_visible(page, shown)


@pytest.mark.parametrize("name, fill_in", [("signals", fill_in_signals), ("agreements", fill_in_agreements)])
@pytest.mark.parametrize("dark", [False, True])
def test_what_appears_while_filling_in_is_accessible(dark, name, fill_in, server, open_page):
    page = opened(open_page, server, name, dark=dark)
    if name == "signals":
        field(page, f"ticked {DANGER['id']}").check()
    fill_in(page)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # nothing half under the bar: that is no matter of size
    assert violations(page, AXE_OPTIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    low = page.evaluate("""() => [...document.querySelectorAll(
        ".list-tool :is(button, select, input[type=text], summary, .list-tick)")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map(one => one.outerHTML.slice(0, 90))""")
    assert low == []


def plain_list_is_visible(page, shown) -> bool:
    texts = page.locator(".entry-text:visible").all_inner_texts()
    return texts == [entry.text for group in shown.groups for entry in group.entries]


@pytest.mark.parametrize("name, shown", [("signals", SIGNALS_PAGE), ("agreements", AGREEMENTS_PAGE)])
def test_with_javascript_the_list_stands_there_once(name, shown, server, open_page):
    page = opened(open_page, server, name)
    assert page.locator(".entry-text:visible").count() == 0
    page.emulate_media(media="screen")
    for details in page.locator("details.list-group summary").all():
        details.click()
    assert page.locator(".list-tick:visible").count() == sum(len(group.entries) for group in shown.groups)


@pytest.mark.parametrize("name, shown", [("signals", SIGNALS_PAGE), ("agreements", AGREEMENTS_PAGE)])
def test_a_broken_list_leaves_the_plain_one(name, shown, server, open_page):
    page = open_page("about:blank", expect_errors=True)
    page.route("**/" + ADDRESSES[name], lambda route: spoil(route))
    page.goto(server.url + ADDRESSES[name])
    page.wait_for_selector("[data-failed]", state="attached")
    page.wait_for_selector(".not-started")
    assert any(f"Widget {name} stopped" in error for error in page.watch.errors), page.watch.errors
    assert plain_list_is_visible(page, shown)
    assert page.locator("[data-widget] input:visible").count() == 0


def spoil(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('data-content="{', 'data-content="{{', 1))


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "lijsten" / f"{SIGNALS_PAGE.id}.html").as_uri(), 375)
    page.wait_for_selector("[data-ready]")
    field(page, f"ticked {DANGER['id']}").check()
    page.locator(".danger-door").click()
    page.wait_for_url("**/nu-gevaar.html#school")


def test_what_was_ticked_before_the_script_is_ready_counts(server, open_page):
    """A slow phone: the reader ticks, then the script takes over."""
    page = open_page("about:blank")
    waiting = []
    page.route("**/assets/widgets.*.js", lambda route: waiting.append(route))
    page.goto(server.url + ADDRESSES["signals"], wait_until="commit")
    field(page, f"ticked {DANGER['id']}").check()
    waiting[0].continue_()
    page.wait_for_selector("[data-ready]")
    assert page.locator(".danger-door").is_visible()
    assert field(page, f"ticked {DANGER['id']}").is_checked()
