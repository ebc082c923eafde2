"""Every page: no console error, no request after loading, nothing for another host, and no accessibility violation."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from macros.load import load
from macros.site import pages
from tests.browser.sites import ROOT, html_pages
from tests.conftest import settle

pytestmark = pytest.mark.browser
PHONE, DESKTOP = 375, 1280
# Only what is wrong is worked out in full: on a long page that saves half the time.
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"],
               "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# The slowest rule of all. A desktop shows all there is; of these pages the phone has something of its own.
CONTRAST_ON_A_PHONE = {"", "leerlingen/", "protocollen/aanbevolen-protocol/", "vragenlijsten/thermometer-vo/"}


def addresses() -> list[str]:
    """The addresses of all pages, known before the site is built."""
    found = [path for path, _ in pages.generated(load(ROOT))]
    found += [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")
              if "talen" not in path.parts]   # pages in another language are of another build
    urls = [path.removesuffix(".md").removesuffix("index") for path in sorted(found)]
    return [url if not url or url.endswith("/") else url + "/" for url in urls] + ["404.html"]


def test_all_built_pages_are_tested(site):
    built = {path.removesuffix("index.html") for path in html_pages(site)}
    assert built == set(addresses())


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


@pytest.mark.parametrize("address", addresses())
def test_page(address, server, open_page):
    page = open_page(server.url + address, PHONE)
    page.wait_for_function("!document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")
    settle(page)
    before = len(page.watch.requests)
    page.evaluate("css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }",
                  STILL)
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page, AXE_OPTIONS) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        assert page.evaluate(NARROW_CELLS) == [], "a column too narrow to read"
        assert page.evaluate(LOST_TO_THEME) == [], "the theme lays out this list"
        if width == DESKTOP or address in CONTRAST_ON_A_PHONE:
            assert_contrast(page, width)
    assert page.watch.requests[before:] == []
    assert page.title()


def assert_contrast(page, width: int) -> None:
    """Both in the colours of the page and in the dark."""
    colours = page.locator("body").get_attribute("data-md-color-scheme")
    for scheme in (colours, "slate"):
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        assert violations(page, CONTRAST) == [], (width, scheme)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", colours)


# A link of the menu that is scrolled half out of sight is not a small target: these are measured by themselves.
LOW_MENU_LINKS = """() => [...document.querySelectorAll(".md-sidebar a.md-nav__link")]
    .filter(link => link.checkVisibility() && link.getBoundingClientRect().height < 24).map(link => link.innerText.trim())"""


def violations(page, options) -> list[str]:
    return [f"{violation['id']}: {node['html'][:200]}" for violation in Axe().run(page, options=options).response["violations"]
            for node in violation["nodes"]
            if not (violation["id"] == "target-size" and 'class="md-nav__link' in node["html"])] + page.evaluate(LOW_MENU_LINKS)


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
