"""Pages that more files of tests begin with."""
import pytest

from tests.browser.ballots import BALLOT


@pytest.fixture
def ballot(server, open_page):
    """The page of the ballot box on a phone; questions of the browser are answered with yes."""
    page = open_page(server.url + BALLOT, 375, reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_selector("[data-ready]")
    return page
