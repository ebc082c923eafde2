"""What is filled in stays in the memory of the page: Firefox writes fields into a file on the disk, unless they say no."""

import json
import time

import pytest

from macros.publish.links import Links
from macros.site import scripts
from macros.site.scripts import THEME_SCRIPTS
from tests.browser import case_page, engines, lists_page, test_school_file, test_talk, test_thermometer
from tests.browser.ballots import BALLOT, REPORTS, answers, open_ballot, report, report_path
from tests.browser.mozlz4 import MAGIC, decoded, session
from tests.browser.sites import html_pages
from widgets.core.fields import UNKEPT_FORM

pytestmark = pytest.mark.browser
FIELDS = "[data-widget] :is(input, select, textarea)"
# As Firefox reads it: of a choice and of a long text the field itself, of what is ticked or a file only its form, else either.
KEPT = f"""[...document.querySelectorAll("{FIELDS}")].filter(field => {{
    const own = field.getAttribute("autocomplete") === "off", form = field.form &&
      field.form.getAttribute("autocomplete") === "off";
    return !(field.matches("select, textarea") ? own : ["checkbox", "radio", "file"].includes(field.type) ? form : own || form);
}}).map(field => field.outerHTML.slice(0, 120))"""
# Beside the widget one field of each kind that does not say no. Whether Firefox reads and writes at all is seen by these.
OF_ALL_KINDS = """() => document.body.insertAdjacentHTML("beforeend", `<div data-control>
    <input id="kept-text"><input type="date" id="kept-date"><textarea id="kept-area"></textarea>
    <input type="checkbox" id="kept-box">
    <input type="radio" id="kept-radio"><select id="kept-select"><option>a<option>b</select>
    <input type="file" id="kept-file"></div>`)"""
CONTROLS = {"kept-" + kind for kind in ("text", "date", "area", "box", "radio", "select", "file")}
# A file that was chosen stays in its field: the widget does not hear of it. And no ballot fills the screen, beside which nothing
# is seen.
DEAF = (
    "addEventListener('change', event => { if (event.target.type === 'file' && !window.hears) "
    "event.stopImmediatePropagation(); }, true);"
    "delete Element.prototype.requestFullscreen"
)
# Every field gets another value than it began with. Gives how many.
FILL = """([selector, text]) => [...document.querySelectorAll(selector)].filter(field => {
    if (field.type === "file" || field.readOnly || !field.isConnected) return false;
    if (["checkbox", "radio"].includes(field.type)) field.click();
    else {
        if (field.matches("select")) field.selectedIndex = field.options.length - 1;
        else field.value = field.type === "date" ? "2026-11-20" : text + field.value;
        for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, {bubbles: true}));
    }
    return true;
}).length"""


def press(page, message: str) -> None:
    """Press the first button that sends this; a script that presses is never too early."""
    page.locator(f'[data-message^="{message}"]').first.evaluate("button => button.click()")


def begin(page, server, address: str) -> None:
    """The page with this address, as soon as its widget answers."""
    page.goto(server.url + address)
    page.wait_for_selector("[data-ready]")


# ---- every widget, in every state that has other fields: each yield is one ----


def guide(page, server, _folder):
    begin(page, server, case_page.ADDRESS)
    yield 1
    press(page, "answered ")
    press(page, "talk-opened ")
    while not page.locator(".talk-tick").count():
        press(page, "talk went-on")
    yield 1
    press(page, "talk-closed")
    yield 6
    press(page, "panel-chosen mine")
    yield 7
    press(page, "panel-chosen keep")
    yield 7


def talk(page, server, _folder):
    begin(page, server, test_talk.ADDRESS)
    press(page, f"jumped {test_talk.PARTS[test_talk.PHASE]['id']}")
    yield 3


def thermometer(page, server, _folder):
    begin(page, server, test_thermometer.ADDRESS)
    yield 5
    press(page, "went-on")
    press(page, "finished")
    yield 1


def signals(page, server, _folder):
    begin(page, server, lists_page.ADDRESSES["signals"])
    yield 30


def agreements(page, server, _folder):
    begin(page, server, lists_page.ADDRESSES["agreements"])
    yield 8


def ballot(page, server, _folder):
    begin(page, server, BALLOT)
    yield 5
    page.goto("about:blank")
    page.goto(server.url + BALLOT)
    open_ballot(page, 8, word="slot")
    yield 1
    press(page, "codes-asked")
    yield 1


def reports(page, server, folder):
    begin(page, server, REPORTS)
    page.evaluate("window.hears = true")
    page.set_input_files(
        "[data-open]",
        [
            report_path(folder, report([answers(number + place) for number in range(12)], name, f"kast{place}x"))
            for place, name in enumerate(("1A", "1B"))
        ],
    )
    page.wait_for_selector("#rapport-older")
    page.evaluate("window.hears = false")
    yield 3


def school_file(page, server, _folder):
    begin(page, server, test_school_file.ADDRESS)
    press(page, "location-added")
    yield 12


def without_script(page, server, _folder):
    """A script that does not come, or not yet."""
    page.route("**/assets/widgets.*.js", lambda route: route.abort())
    page.goto(server.url + lists_page.ADDRESSES["signals"])
    yield 30


WIDGETS = (guide, talk, thermometer, signals, agreements, ballot, reports, school_file, without_script)


@pytest.fixture
def at_home(playwright, tmp_path):
    """(page, profile) of a Firefox that keeps on its disk what it keeps on that of a reader."""
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with engines.firefox(playwright, downloads, tmp_path / "profile") as window:
        page = window.new_page()
        page.set_default_timeout(60_000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.add_init_script(DEAF)
        yield page, tmp_path / "profile"


def fill_in(page, file) -> int:
    """Every field of the widgets that is on the page now; how many there are."""
    choosers = page.locator(f"{FIELDS}[type=file]").all()
    for chooser in choosers:
        chooser.set_input_files(file)
    return page.evaluate(FILL, [FIELDS, "geheim"]) + len(choosers)


def fill_controls(page, number: int, file) -> None:
    """What Firefox does keep, by the same means; last the number of this state, by keys."""
    if not page.locator("[data-control]").count():
        page.evaluate(OF_ALL_KINDS)
        page.locator("#kept-file").set_input_files(file)
        page.evaluate(FILL, ["[data-control] :not([type=file], #kept-text)", "dit wel"])
    page.locator("#kept-text").fill("dit wel ")
    page.locator("#kept-text").press_sequentially(str(number))  # filled by script, Firefox tells of no change


def kept(profile, number: int) -> tuple[set[str], str]:
    """The fields that are in the file of the state with this number, by id or by path, and the text of the whole file."""
    for _ in range(150):
        found = session(profile)
        for tab in [tab for window in found.get("windows", []) for tab in window["tabs"]]:
            data = tab.get("formdata") or {}
            if data.get("id", {}).get("kept-text") == f"dit wel {number}":
                return {*data["id"], *data.get("xpath", {}), *data.get("children", [])}, json.dumps(found)
        time.sleep(0.1)
    raise AssertionError(f"Firefox did not write what was filled in: {number}")


@pytest.mark.xdist_group("firefox")
def test_nothing_of_any_widget_is_in_the_session_file_of_firefox(at_home, server, tmp_path):
    """Beside the fields of a widget stands one of each kind that Firefox does keep: those are in the file, ours are not."""
    page, profile = at_home
    file = tmp_path / "bestand.json"
    file.write_text("{}")
    number = 0
    for states in WIDGETS:
        for least in states(page, server, tmp_path):
            number += 1
            where = f"{states.__name__} {number}"
            assert page.evaluate(KEPT) == [], where
            assert fill_in(page, file) >= least, where
            fill_controls(page, number, file)
            fields, text = kept(profile, number)
            assert fields == CONTROLS, (where, fields - CONTROLS)
            assert "geheim" not in text, where
    assert number == 16


@pytest.mark.parametrize("engine", ["chromium", pytest.param("firefox", marks=pytest.mark.xdist_group("firefox"))])
def test_enter_on_a_box_to_tick_goes_nowhere(engine, request, server):
    """A box belongs to a form: Enter must not send that form, which would empty the page."""
    running = request.getfixturevalue("browser" if engine == "chromium" else "firefox")
    page = running.new_page()
    begin(page, server, lists_page.ADDRESSES["signals"])
    tick = lists_page.field(page, f"ticked {lists_page.DANGER['id']}")
    tick.check()
    tick.press("Enter")
    page.wait_for_timeout(500)
    assert tick.is_checked() and page.url == server.url + lists_page.ADDRESSES["signals"]
    assert page.evaluate("name => document.forms[name].elements.length", UNKEPT_FORM) > 30
    page.close()


def test_one_form_for_all_widgets_of_a_page(site):
    for path in html_pages(site):
        html = (site / path).read_text(encoding="utf-8")
        assert html.count(f'id="{UNKEPT_FORM}"') == ("data-widget=" in html), path
    two = scripts.add_to_page('<head></head><p data-widget="talk"></p><p data-widget="guide"></p>' + THEME_SCRIPTS, Links("x.md"))
    assert two.count(f'id="{UNKEPT_FORM}"') == 1


@pytest.mark.parametrize(
    "block, text",
    [
        (b"\x50hello", b"hello"),
        (b"\x15a\x01\x00\x00", b"a" * 10),
        (b"\xf0\x05" + b"b" * 20, b"b" * 20),
        (b"\x2fab\x02\x00\x01\x10c", b"ab" * 11 + b"c"),
        (b"\x30abc", b"abc"),
    ],
)
def test_the_file_is_read_as_it_is_packed(block, text):
    assert decoded(MAGIC + len(text).to_bytes(4, "little") + block) == text.decode()
