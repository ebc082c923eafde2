"""Fixtures for the tests in a browser: pages that are opened and ready."""

import pytest

from tests.browser import case_page, engines
from tests.browser.ballots import BALLOT
from tests.browser.windows import Windows
from tests.conftest import opening


@pytest.fixture
def case(server, open_page):
    """The page of the protocol on a phone, on Monday 23 November 2026, with a report of that day."""
    page = open_page("about:blank", 375, accept_downloads=True)
    page.clock.install(time=case_page.MONDAY)
    page.goto(server.url + case_page.ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()
    return page


@pytest.fixture
def ballot(server, visited):
    """The page of the ballot box on a phone; questions of the browser are answered with yes."""

    def accept(dialog):
        dialog.accept()

    visited.on("dialog", accept)
    visited.goto(server.url + BALLOT)
    visited.wait_for_selector("[data-ready]")
    yield visited
    visited.remove_listener("dialog", accept)


@pytest.fixture(scope="session")
def downloads(tmp_path_factory):
    """Where Firefox saves files."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def firefox(playwright, downloads):
    with engines.firefox(playwright, downloads) as running:
        yield running


@pytest.fixture(scope="session")
def webkit(playwright):
    with engines.webkit(playwright) as running:
        yield running


# One Firefox for all flows: they are one group, that one worker runs. So for WebKit, where the computer has it.
@pytest.fixture(params=["chromium", *(pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("firefox", "webkit"))])
def flow(request, record_property):
    """The opener of pages in the browser at hand; see `open_page`."""
    running = request.getfixturevalue("browser" if request.param == "chromium" else request.param)
    record_property("browser", f"{request.param.capitalize()} {running.version}")
    kept = request.getfixturevalue("windows") if request.param == "chromium" else Windows(running, again=False)
    with opening(kept) as opener:
        yield opener
