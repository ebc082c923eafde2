"""Fixtures: the built sites, a server, a browser, and a page that fails on any error on its console."""
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from tests import distribution
from tests.browser import sites

# Longer than a test may take (pyproject.toml).
SILENCE = 400

settings.register_profile("default", deadline=None, max_examples=150)
# For trying mutants: always the same examples, and not many.
settings.register_profile("mutants", deadline=None, max_examples=40, derandomize=True, database=None)
settings.load_profile("default")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getvalue("dist") == "loadgroup":
        config.pluginmanager.register(distribution.Watch(config.pluginmanager.getplugin("terminalreporter"), SILENCE))
        return distribution.Distribution(config, log)
    return None


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write tests/expected again; read the difference before you keep it")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory) -> Path:
    """One folder for all worker processes of this run."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "popen-gw" in folder.name else folder


@pytest.fixture(scope="session")
def site(shared_folder) -> Path:
    """The site as it goes on the web."""
    return sites.build(shared_folder / "site-web")


@pytest.fixture(scope="session")
def foreign_sites(shared_folder) -> dict[str, Path]:
    """The site in English, and in Arabic, which is read from right to left."""
    return {code: sites.build(shared_folder / f"site-{code}", TAAL=code, TALEN="en ar pl tr uk") for code in ("en", "ar")}


@pytest.fixture(scope="session")
def offline_site(shared_folder) -> Path:
    """The site as it goes on a disk."""
    return sites.build(shared_folder / "site-offline", "mkdocs.offline.yml")


@pytest.fixture(scope="session")
def server(site):
    running = sites.Server(site)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def playwright():
    from playwright.sync_api import sync_playwright
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright):
    from tests.browser import engines
    running = engines.chromium(playwright)
    yield running
    running.close()


class Watch:
    """What a page did that it should not do."""

    def __init__(self, page) -> None:
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.errors.append(f"{message.text} ({message.location.get('url')})")
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


def settle(page) -> None:
    """Wait until the page is loaded and half a second passed without a new request."""
    page.wait_for_load_state("load")
    before = -1
    while len(page.watch.requests) > before:
        before = len(page.watch.requests)
        page.wait_for_timeout(500)


def rest(page) -> None:
    """Wait until what was just drawn takes presses again: sooner a press would be the second of a double one."""
    page.wait_for_timeout(450)


@pytest.fixture
def open_page(browser):
    """open_page(url, width, dark, javascript) -> page. Fails at the end on any console error or foreign request."""
    with opening(browser) as opener:
        yield opener


@contextmanager
def opening(browser):
    """The opener of pages in a browser; see `open_page`."""
    contexts, watches = [], []

    def opener(url, width=1280, dark=False, javascript=True, expect_errors=False, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=javascript,
                                      color_scheme="dark" if dark else "light", locale="nl-NL", **options)
        context.set_default_timeout(30_000)   # a busy machine is slow, not wrong
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(page)
        if not expect_errors:
            watches.append((url, page.watch))
        page.goto(url, wait_until="load")
        return page

    try:
        yield opener
    finally:
        for context in contexts:
            context.close()
    for url, watch in watches:
        assert not watch.errors, (url, watch.errors)
        foreign = [request for request in watch.requests
                   if not request.startswith(("http://127.0.0.1:", "file://", "data:", "blob:", "about:"))]
        assert not foreign, (url, foreign)


def pytest_terminal_summary(terminalreporter):
    """Which browsers the main flows ran in."""
    from tests.browser import engines
    engines.summary(terminalreporter)
