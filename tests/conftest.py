"""Fixtures: the built sites, a server, a browser, and a page that fails on any error on its console."""

import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from tests import distribution
from tests.amount import amount
from tests.browser import hurry, sites
from tests.browser.windows import Windows

# Longer than a test may take (pyproject.toml).
SILENCE = 400

settings.register_profile("default", deadline=None, max_examples=amount(50, 150))
# For trying mutants: always the same examples, and not many.
settings.register_profile("mutants", deadline=None, max_examples=40, derandomize=True, database=None)
settings.load_profile("default")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getvalue("dist") == "loadgroup":
        config.pluginmanager.register(distribution.Watch(config.pluginmanager.getplugin("terminalreporter"), SILENCE))
        return distribution.Distribution(config, log)
    return None


def pytest_collection_modifyitems(items):
    """Groups, which one process runs, go first; loose tests that are soon done go last, so that no process waits for another.

    The first groups need no built site: meanwhile the sites are built (`_ahead`).
    """

    def turn(item) -> int:
        builds = any(fixture in item.fixturenames for fixture in SITES)
        if item.get_closest_marker("xdist_group"):
            return 1 if builds else 0
        return 2 if item.get_closest_marker("browser") else 3 if builds or item.get_closest_marker("thorough") else 4

    items.sort(key=turn)


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write tests/expected again; read the difference before you keep it")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory) -> Path:
    """One folder for all worker processes of this run."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "popen-gw" in folder.name else folder


# Fixture -> what it builds: folder, configuration, environment. In the order in which they are made.
SITES = {
    "site": [("site-web", "mkdocs.yml", {})],
    "offline_site": [("site-offline", "mkdocs.offline.yml", {})],
    "foreign_sites": [(f"site-{code}", "mkdocs.yml", {"TAAL": code, "TALEN": "en ar pl tr uk"}) for code in ("en", "ar")],
}


def _built(folder: Path, fixture: str) -> list[Path]:
    return [sites.build(folder / name, config, **environment) for name, config, environment in SITES[fixture]]


@pytest.fixture(scope="session", autouse=True)
def _ahead(request, shared_folder):
    """Builds the sites that the tests of this run ask for, while other tests run."""
    asked = [fixture for fixture in SITES if any(fixture in item.fixturenames for item in request.session.items)]

    def work():
        for fixture in asked:
            try:
                _built(shared_folder, fixture)
            except (AssertionError, subprocess.TimeoutExpired):
                pass  # told by the first test that asks for it

    threading.Thread(target=work, daemon=True).start()


@pytest.fixture(scope="session")
def site(shared_folder) -> Path:
    """The site as it goes on the web."""
    return _built(shared_folder, "site")[0]


@pytest.fixture(scope="session")
def foreign_sites(shared_folder) -> dict[str, Path]:
    """The site in English, and in Arabic, which is read from right to left."""
    return dict(zip(("en", "ar"), _built(shared_folder, "foreign_sites"), strict=True))


@pytest.fixture(scope="session")
def offline_site(shared_folder) -> Path:
    """The site as it goes on a disk."""
    return _built(shared_folder, "offline_site")[0]


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
        page.on(
            "console",
            lambda message: (
                self.errors.append(f"{message.text} ({message.location.get('url')})")
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def check(self, url: str) -> None:
        """Nothing on the console, nothing asked of another host."""
        assert not self.errors, (url, self.errors)
        foreign = [
            request
            for request in self.requests
            if not request.startswith(("http://127.0.0.1:", "file://", "data:", "blob:", "about:"))
        ]
        assert not foreign, (url, foreign)


def settle(page) -> None:
    """Wait until the page is loaded and half a second passed without a new request."""
    page.wait_for_load_state("load")
    before = -1
    while len(page.watch.requests) > before:
        before = len(page.watch.requests)
        page.wait_for_timeout(500)


@pytest.fixture(scope="session")
def windows(browser):
    kept = Windows(browser)
    yield kept
    kept.close()


@pytest.fixture
def open_page(windows):
    """open_page(url, width, dark, javascript) -> page. Fails at the end on any console error or foreign request.

    Nobody waits there for the guard of presses, unless it is opened with `real_time`.
    """
    with opening(windows) as opener:
        yield opener


@contextmanager
def opening(windows):
    """The opener of pages in the windows of a browser; see `open_page`."""
    opened, watches = [], []

    def opener(url, width=1280, dark=False, javascript=True, expect_errors=False, real_time=False, **options):
        context = windows.take(
            "" if real_time else hurry.SCRIPT,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
            **options,
        )
        context.set_default_timeout(30_000)  # a busy machine is slow, not wrong
        page = context.new_page()
        page.watch = Watch(page)
        opened.append((context, page.watch))
        if not expect_errors:
            watches.append((url, page.watch))
        page.goto(url, wait_until="load")
        return page

    try:
        yield opener
    finally:
        for context, watch in opened:
            windows.give_back(context, watch.requests)
    for url, watch in watches:
        watch.check(url)


@pytest.fixture(scope="module")
def _phone(windows):
    with opening(windows) as opener:
        yield opener("about:blank", 375)


@pytest.fixture
def visited(_phone):
    """The page of a phone on which the tests of a module follow one another: much faster than a browser that never saw the site.

    For tests that go to an address, and keep nothing on the device. Fails as `open_page` does.
    """
    _phone.set_viewport_size({"width": 375, "height": 800})
    _phone.emulate_media(media="null", reduced_motion="reduce")
    _phone.context.set_offline(False)
    _phone.context.clear_permissions()
    _phone.context.unroute_all()
    _phone.watch.errors.clear()
    _phone.watch.requests.clear()
    yield _phone
    _phone.watch.check(_phone.url)
    _phone.on("dialog", _accept)  # it may ask before something is lost
    _phone.goto("about:blank")
    _phone.remove_listener("dialog", _accept)


def _accept(dialog) -> None:
    dialog.accept()


def pytest_terminal_summary(terminalreporter):
    """Which browsers the main flows ran in."""
    from tests.browser import engines

    engines.summary(terminalreporter)
