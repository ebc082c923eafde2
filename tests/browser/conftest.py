"""Fixtures for the tests in a browser: a page that is opened and ready."""
import pytest

from tests.browser import case_page


@pytest.fixture
def case(server, open_page):
    """The page of the protocol on a phone, on Monday 23 November 2026, with a report of that day."""
    page = open_page("about:blank", 375, accept_downloads=True)
    page.clock.install(time=case_page.MONDAY)
    page.goto(server.url + case_page.ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()
    return page
