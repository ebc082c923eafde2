"""Browsers that lack or refuse something: every page with a widget gets to its end, or says in words what it cannot do.

A page gets many refusals at once; when that goes wrong, halves of them are tried until the guilty ones are found.
"""

import time

import pytest
from playwright.sync_api import Error, expect

from macros.site.scripts import NOT_STARTED
from tests.browser.refusal_flows import FLOWS, PAGES
from tests.browser.refusals import ASKED_BY, ASKS_ONLY, REFUSALS, TOO_OLD, asking, batches, script
from widgets.kinds import KINDS

pytestmark = pytest.mark.browser
# Scripts of this site. That of the theme may stop: the page does not.
OURS = ("/assets/js/", "/assets/widgets.")
# Milliseconds for one wait: a busy computer is slow, not wrong. Less while looking for who is guilty, and that
# has an end, in seconds.
PATIENT, HASTY, SEARCH = 30_000, 8_000, 60
# The dialog for printing is no page: no test waits for it.
QUIET = "window.print = () => {};"


@pytest.fixture(scope="module")
def context(browser):
    """One context for all pages: what they share is fetched and read once. Nothing is kept in it, see `keeping`."""
    with_all = new_context(browser)
    yield with_all
    with_all.close()


def new_context(browser):
    return browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", reduced_motion="reduce")


class Run:
    """One page in a browser that refuses, and what went wrong on it."""

    def __init__(self, context, refused: list[str], patience: int = PATIENT) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(patience)
        self.page.add_init_script(QUIET + script(refused))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.errors: list[str] = []
        self.page.on(
            "console",
            lambda message: (
                self.errors.append(message.text)
                if message.type == "error" and message.text.startswith(("Widget ", "Traceback"))
                else None
            ),
        )
        self.page.on(
            "pageerror",
            lambda error: (
                self.errors.append(f"{error.message} {error.stack}")
                if any(place in (error.stack or "") for place in OURS)
                else None
            ),
        )

    def __enter__(self):
        return self.page, self.errors

    def __exit__(self, *_error):
        self.page.close()


def trouble(context, name: str, refused: list[str], site: str, folder, patience: int = PATIENT) -> str:
    """What goes wrong on the way through this page with these refusals; "" when nothing does."""
    with Run(context, refused, patience) as (page, errors):
        try:
            FLOWS[name](page, site, folder)
            assert page.locator("[data-failed]").count() == 0, "a widget gave up"
        except (AssertionError, Error) as error:
            errors.insert(0, " ".join(str(error).split())[:300])
        return " | ".join(errors)


def guilty(found: str, refused: list[str], again, end: float) -> list[tuple[list[str], str]]:
    """The smallest groups of refusals that still go wrong, each with what goes wrong.

    `found`: what went wrong with all of `refused`; `again(refused)` tries some of them; `end`: when there is no more time.
    """
    if not found or len(refused) < 2 or time.monotonic() > end:
        return [(refused, found)] if found else []
    middle = len(refused) // 2
    deeper = [one for half in (refused[:middle], refused[middle:]) for one in guilty(again(half), half, again, end)]
    return deeper or [(refused, found)]


def test_the_flows_go_through_every_widget():
    assert set(PAGES) == set(KINDS) and set(KINDS) <= set(FLOWS)
    met = [name for page in FLOWS for batch in batches(page, FLOWS) for name in batch]
    for name in set(REFUSALS) - TOO_OLD:
        askers = asking(name.split(":")[0], FLOWS)
        assert min(len(askers), 2) <= met.count(name) >= len(askers) // 2, name
    interfaces = {name.split(":")[0] for name in REFUSALS}
    assert set(ASKED_BY) <= interfaces and all(asked <= interfaces for asked in ASKS_ONLY.values())


def test_every_refusal_takes_something_away(context, server):
    """Else a page would pass for nothing: a name may be gone from browsers, or a script may stop on what another one took."""
    groups = {tuple(batch) for page in FLOWS for batch in batches(page, FLOWS)} | {(name,) for name in TOO_OLD}
    with Run(context, []) as (page, _errors):
        for group in groups:
            page.goto(server.url + "assets/img/favicon.svg")
            taken = page.evaluate(script(group))
            assert [name for name in group if not taken[name] > 0] == []


def test_guilty_finds_the_smallest_groups():
    """A pair that only goes wrong together is not lost, and every lone one is named."""

    def again(refused):
        return "x" * (("b" in refused) + ("e" in refused and "f" in refused))

    assert guilty(again(list("abcdefgh")), list("abcdefgh"), again, time.monotonic() + 9) == [(["b"], "x"), (["e", "f"], "x")]
    assert guilty("", list("ab"), again, time.monotonic() + 9) == []


@pytest.mark.parametrize("name", FLOWS)
def test_a_page_without_what_is_refused(name, browser, context, server, tmp_path):
    """Nothing typed is lost, no script of ours stops, and the way leads to its end."""
    for batch in batches(name, FLOWS):
        own = new_context(browser) if name == "keeping" else context

        def again(refused, own=own):
            return trouble(own, name, refused, server.url, tmp_path, HASTY)

        found = trouble(own, name, batch, server.url, tmp_path)
        if found:
            assert again([]) == "", "goes wrong when nothing is refused"
            assert guilty(found, batch, again, time.monotonic() + SEARCH) == []
        if own is not context:
            own.close()


@pytest.mark.parametrize("name", TOO_OLD)
def test_an_engine_that_is_too_old_is_told(name, browser, server):
    """On every page at once: each waits some seconds before it says so."""
    context = new_context(browser)
    context.add_init_script(script([name]))
    pages = []
    for address in PAGES.values():
        pages.append(context.new_page())
        pages[-1].goto(server.url + address, wait_until="commit")
    for page in pages:
        expect(page.locator(".not-started")).to_have_text(NOT_STARTED, timeout=PATIENT)
    context.close()
