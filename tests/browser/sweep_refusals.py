"""Browsers that lack or refuse something: every page with a widget gets to its end, or says in words what it cannot do.

A page gets many refusals at once; when that goes wrong, halves of them are tried until the guilty ones are found.
"""
import pytest
from playwright.sync_api import Error, expect

from macros.site.scripts import NOT_STARTED
from tests.browser.refusal_flows import FLOWS, PAGES
from tests.browser.refusals import ASKED_BY, REFUSALS, TOO_OLD, batches, script
from widgets.kinds import KINDS

pytestmark = pytest.mark.browser
# Scripts of this site. That of the theme may stop: the page does not.
OURS = ("/assets/js/", "/assets/widgets.")


class Run:
    """One page in a browser that refuses, and what went wrong on it."""

    def __init__(self, browser, refused: list[str]) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", reduced_motion="reduce")
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.page.add_init_script(script(refused))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.errors: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text)
                     if message.type == "error" and message.text.startswith(("Widget ", "Traceback")) else None)
        self.page.on("pageerror", lambda error: self.errors.append(f"{error.message} {error.stack}")
                     if any(place in (error.stack or "") for place in OURS) else None)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.context.close()


def trouble(browser, name: str, refused: list[str], site: str, folder) -> str:
    """What goes wrong on the way through this page with these refusals; "" when nothing does."""
    with Run(browser, refused) as run:
        try:
            FLOWS[name](run.page, site, folder)
            assert run.page.locator("[data-failed]").count() == 0, "a widget gave up"
        except (AssertionError, Error) as error:
            run.errors.insert(0, " ".join(str(error).split())[:300])
        return " | ".join(run.errors)


def guilty(browser, name: str, refused: list[str], site: str, folder) -> list[tuple[list[str], str]]:
    """The smallest groups of refusals that still go wrong, each with what goes wrong."""
    found = trouble(browser, name, refused, site, folder)
    if not found or len(refused) == 1:
        return [(refused, found)] if found else []
    middle = len(refused) // 2
    deeper = guilty(browser, name, refused[:middle], site, folder) + guilty(browser, name, refused[middle:], site, folder)
    return deeper or [(refused, found)]


def test_the_flows_go_through_every_widget():
    assert set(PAGES) == set(KINDS) and set(KINDS) <= set(FLOWS)
    assert {name for page in FLOWS for batch in batches(page) for name in batch} | TOO_OLD == set(REFUSALS)
    assert set(ASKED_BY) <= {name.split(":")[0] for name in REFUSALS}


@pytest.mark.parametrize("name", FLOWS)
def test_a_page_without_what_is_refused(name, browser, server, tmp_path):
    """Nothing typed is lost, no script of ours stops, and the way leads to its end."""
    for batch in batches(name):
        found = guilty(browser, name, batch, server.url, tmp_path)
        assert found == []


@pytest.mark.parametrize("name", TOO_OLD)
def test_an_engine_that_is_too_old_is_told(name, browser, server):
    for address in PAGES.values():
        with Run(browser, [name]) as run:
            run.page.goto(server.url + address)
            expect(run.page.locator(".not-started")).to_have_text(NOT_STARTED, timeout=10_000)


def test_every_refusal_takes_something_away(browser, server):
    """Else a page would pass for nothing: a name may be gone from browsers, or written wrong."""
    with Run(browser, []) as run:
        for name in REFUSALS:
            run.page.goto(server.url + "assets/img/favicon.svg")
            assert run.page.evaluate(script([name])) > 0, name
