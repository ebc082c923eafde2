"""The lists to fill in, in a real browser: tick, summarise, choose, add, copy, save, print, leave; nothing kept or sent."""
import io
import re

import pytest
from pypdf import PdfReader

from macros.content import load
from macros.links import Links
from macros.publish_lists import agreements_data, signals_data
from tests.browser.sites import ROOT
from tests.browser.test_pages import AXE_OPTIONS, violations
from tests.conftest import settle
from widgets.core import agreements, dates, signals

pytestmark = pytest.mark.browser
CONTENT = load(ROOT)
SIGNALS_PAGE = next(page for page in CONTENT.collections.values() if page.tool == "signaallijst")
AGREEMENTS_PAGE = next(page for page in CONTENT.collections.values() if page.tool == "klasblad")
SIGNALS = signals_data(SIGNALS_PAGE, CONTENT, Links(f"lijsten/{SIGNALS_PAGE.id}.md"))
AGREEMENTS = agreements_data(AGREEMENTS_PAGE, CONTENT, Links(f"lijsten/{AGREEMENTS_PAGE.id}.md"))
ADDRESSES = {"signals": f"lijsten/{SIGNALS_PAGE.id}/", "agreements": f"lijsten/{AGREEMENTS_PAGE.id}/"}
DANGER = next(group for group in SIGNALS["groups"] if group["danger"])["entries"][0]
FOLDED = next(group for group in SIGNALS["groups"] if group["entries"] and not group["danger"])
FIRST, SECOND = FOLDED["entries"][0], FOLDED["entries"][1]
OWN_LINE = signals.own_ids(next(group for group in SIGNALS["groups"] if group["blank"]))[0]
CHOICES = [entry for group in AGREEMENTS["groups"] for entry in group["entries"]]
TODAY = "2026-11-18"
HOSTILE = "<b>Wij</b> & \"zij\""


def opened(open_page, server, name, width=375, **options):
    page = open_page("about:blank", width, **options)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00")
    page.goto(server.url + ADDRESSES[name])
    page.wait_for_selector("[data-ready]")
    settle(page)
    return page


def field(page, name: str):
    return page.locator(f'[data-field="{name}"]')


def open_group(page, group) -> None:
    page.locator(f'details[data-group="{group["id"]}"] summary').click()


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def copied(page) -> str:
    """What another program would get."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def sheets(page) -> list[str]:
    """The text of each printed sheet, on one line."""
    return [re.sub(r"\s+", " ", sheet.extract_text())
            for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def fill_in_signals(page) -> dict:
    """Tick two signals and write one; the model that the core then has."""
    open_group(page, FOLDED)
    field(page, f"ticked {FIRST['id']}").check()
    field(page, f"placed {FIRST['id']}").select_option("plein")
    field(page, f"ticked {SECOND['id']}").check()
    field(page, f"dated {SECOND['id']}").select_option("week-1")
    open_group(page, SIGNALS["groups"][-1])
    field(page, f"described {OWN_LINE}").fill(HOSTILE)
    field(page, f"placed {OWN_LINE}").select_option("online")
    model = signals.init(SIGNALS)
    for message in (("day-began", TODAY), ("ticked", FIRST["id"], "ja"), ("placed", FIRST["id"], "plein"),
                    ("ticked", SECOND["id"], "ja"), ("dated", SECOND["id"], "week-1"), ("described", OWN_LINE, HOSTILE),
                    ("placed", OWN_LINE, "online")):
        model = signals.update(SIGNALS, model, message)
    return model


def fill_in_agreements(page) -> dict:
    """Choose one agreement and write two; the model that the core then has."""
    model = agreements.init(AGREEMENTS)
    for entry in CHOICES[1:]:
        field(page, f"chosen {entry['id']}").uncheck()
        model = agreements.update(AGREEMENTS, model, ("chosen", entry["id"], ""))
    field(page, "named").fill("Klas 2b")
    field(page, "written regel-1").fill("Wij lachen samen.")
    button(page, "Nog een eigen afspraak").click()
    page.keyboard.type(HOSTILE)
    field(page, "seated").select_option("12")
    for message in (("named", "Klas 2b"), ("written", "regel-1", "Wij lachen samen."), ("line-added",),
                    ("written", "regel-2", HOSTILE), ("seated", "12")):
        model = agreements.update(AGREEMENTS, model, message)
    return model


# ---- signals ----

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
    place = page.locator(".danger-door").bounding_box()
    assert 0 <= place["y"] < 400 and place["height"] >= 44
    assert page.evaluate("""() => { const box = document.querySelector(".danger-door").getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).className }""") == "danger-door"
    field(page, f"ticked {DANGER['id']}").uncheck()
    assert page.locator(".danger-door").count() == 0
    field(page, f"ticked {DANGER['id']}").check()
    page.locator(".danger-door").click()
    page.wait_for_url("**/nu-gevaar/")


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
    assert all(text in whole for text in texts) and "Kruis je iets aan?" not in whole
    fill_in_signals(page)
    printed = sheets(page)
    assert len(printed) == 1
    assert [text for text in texts if text in printed[0]] == [FIRST["text"], SECOND["text"]]
    assert HOSTILE in printed[0] and "Eén signaal bewijst niets." in printed[0]
    assert "Kopieer" not in printed[0] and "Wat doe je nu?" not in printed[0]


# ---- agreements ----

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
    assert field(page, "named").input_value() == "" and field(page, f"chosen {CHOICES[0]['id']}").is_checked()
    assert field(page, "written regel-2").count() == 0
    assert page.evaluate("document.activeElement.className") == "list-intro"


# ---- both ----

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
    assert violations(page, AXE_OPTIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    low = page.evaluate("""() => [...document.querySelectorAll(".list-tool :is(button, select, input[type=text], summary, .list-tick)")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 90))""")
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
    page.wait_for_selector("[data-failed]")
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
    page.wait_for_url("**/nu-gevaar.html")


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
