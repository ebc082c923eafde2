"""Every page: no console error, no request after loading, nothing for another host, and no accessibility violation."""

import pytest

from macros.site import pages
from tests.browser.accessible import AXE_OPTIONS, CONTRAST, WITH_CONTRAST, violations
from tests.browser.sites import html_pages
from tests.conftest import settle
from tests.loaded import loaded
from tests.places import ROOT

pytestmark = pytest.mark.browser
PHONE, DESKTOP = 375, 1280
# The slowest rule of all. A desktop shows all there is; of these pages the phone has something of its own.
CONTRAST_ON_A_PHONE = {"", "leerlingen/", "protocollen/aanbevolen-protocol/", "vragenlijsten/thermometer-vo/"}


def step_addresses() -> list[str]:
    """The addresses of the pages of steps: many, and all made in one way."""
    return [path.removesuffix(".md") + "/" for path, _ in pages.steps(loaded())]


def addresses() -> list[str]:
    """The addresses of all other pages, known before the site is built."""
    found = [path for path, _ in pages.generated(loaded())]
    found += [
        path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md") if "talen" not in path.parts
    ]  # pages in another language are of another build
    urls = [path.removesuffix(".md").removesuffix("index") for path in sorted(found)]
    return [url if not url or url.endswith("/") else url + "/" for url in urls] + ["404.html"]


def test_all_built_pages_are_tested(site):
    built = {path.removesuffix("index.html") for path in html_pages(site)}
    assert built == {*addresses(), *step_addresses()}


# What is out of sight keeps its full layout for a checker that looks at places, and nothing is caught halfway a fade.
STILL = "*, *::before, *::after { content-visibility: visible !important; transition: none !important; }"

NARROW_CELLS = """() => [...document.querySelectorAll("article :is(td, th)")].filter(cell => cell.checkVisibility() &&
    cell.innerText.length > 20 && cell.getBoundingClientRect().width < 80 && !cell.closest(".role-matrix"))
    .map(cell => cell.innerText)"""

# Lists that we lay out ourselves, but where the theme has the last word: seen as a column without gaps.
LOST_TO_THEME = """() => [...document.styleSheets].filter(sheet => sheet.href?.includes("/assets/css/"))
    .flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.selectorText && ["grid", "flex"].includes(rule.style.display))
    .filter(rule => [...document.querySelectorAll(rule.selectorText)].some(
        list => ["UL", "OL"].includes(list.tagName) && getComputedStyle(list).display === "flow-root"))
    .map(rule => rule.selectorText)"""


@pytest.mark.parametrize("address", addresses() + step_addresses()[::12])
def test_page(address, server, visited):
    page = visited
    page.goto(server.url + address, wait_until="load")
    page.wait_for_function("() => !document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")
    settle(page)
    before = len(page.watch.requests)
    page.evaluate("css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }", STILL)
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": 800})
        contrast = width == DESKTOP or address in CONTRAST_ON_A_PHONE
        assert violations(page, WITH_CONTRAST if contrast else AXE_OPTIONS) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        assert page.evaluate(NARROW_CELLS) == [], "a column too narrow to read"
        assert page.evaluate(LOST_TO_THEME) == [], "the theme lays out this list"
        if contrast:
            assert_contrast_in_the_dark(page, width)
    assert page.watch.requests[before:] == []
    assert page.title()


def assert_contrast_in_the_dark(page, width: int) -> None:
    colours = page.locator("body").get_attribute("data-md-color-scheme")
    if colours == "slate":
        return
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    assert violations(page, CONTRAST) == [], (width, "slate")
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", colours)


def test_a_dark_device_gets_the_dark_page(server, open_page):
    page = open_page(server.url, dark=True)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_leave_no_trace(server, open_page, site):
    """Pages with a widget keep nothing on the device, also after use."""
    for path in html_pages(site):
        if "data-widget=" not in (site / path).read_text(encoding="utf-8"):
            continue
        page = open_page(server.url + path)
        page.wait_for_selector("[data-ready]")
        for _ in range(3):
            target = page.locator("[data-widget] [data-message]:visible:enabled").first
            if target.count():
                target.click()
        kept = page.evaluate("""async () => [document.cookie, localStorage.length, sessionStorage.length,
                                             (await indexedDB.databases()).length, (await caches.keys()).length]""")
        assert kept == ["", 0, 0, 0, 0], path
        assert page.context.cookies() == []
