"""Every page: no console error, no request after loading, nothing for another host, and no accessibility violation."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import settle
from tests.browser.sites import ROOT, html_pages
from macros import pages
from macros.content import load

pytestmark = pytest.mark.browser
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def addresses() -> list[str]:
    """The addresses of all pages, known before the site is built."""
    found = [path for path, _ in pages.generated(load(ROOT))]
    found += [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    urls = [path.removesuffix(".md").removesuffix("index") for path in sorted(found)]
    return [url if not url or url.endswith("/") else url + "/" for url in urls] + ["404.html"]


def test_all_built_pages_are_tested(site):
    built = {path.removesuffix("index.html") for path in html_pages(site)}
    assert built == set(addresses())


@pytest.mark.parametrize("address", addresses())
def test_page(address, server, open_page):
    for width in (375, 1280):
        for dark in (False, True):
            page = open_page(server.url + address, width, dark)
            check_page(page, width, dark)
            page.close()


def check_page(page, width, dark):
    page.wait_for_function("!document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")
    settle(page)
    before = len(page.watch.requests)
    result = Axe().run(page, options=AXE_OPTIONS)
    found = [f"{violation['id']}: {node['html'][:200]}" for violation in result.response["violations"]
             for node in violation["nodes"]]
    assert not found, (width, dark, found)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
    assert page.watch.requests[before:] == []
    assert page.title()


def test_leave_no_trace(server, open_page, site):
    """Pages with a widget keep nothing on the device, also after use."""
    for path in html_pages(site):
        if "data-widget=" not in (site / path).read_text(encoding="utf-8"):
            continue
        page = open_page(server.url + path)
        page.wait_for_selector("[data-ready]")
        for _ in range(3):
            target = page.locator("[data-widget] [data-message]:visible").first
            if target.count():
                target.click()
        kept = page.evaluate("""async () => [document.cookie, localStorage.length, sessionStorage.length,
                                             (await indexedDB.databases()).length, (await caches.keys()).length]""")
        assert kept == ["", 0, 0, 0, 0], path
        assert page.context.cookies() == []
