"""The pages with a list to fill in: what stands on them and what a reader does there."""

import io
import re

from pypdf import PdfReader

from macros.publish.links import Links
from macros.publish.lists import agreements_data, signals_data
from tests.conftest import settle
from tests.loaded import loaded
from widgets.core import agreements, signals

CONTENT = loaded()
SIGNALS_PAGE = next(page for page in CONTENT.collections.values() if page.tool == "signaallijst")
AGREEMENTS_PAGE = next(page for page in CONTENT.collections.values() if page.tool == "klasblad")
SIGNALS = signals_data(SIGNALS_PAGE, CONTENT, Links(f"lijsten/{SIGNALS_PAGE.id}.md"))
AGREEMENTS = agreements_data(AGREEMENTS_PAGE, CONTENT, Links(f"lijsten/{AGREEMENTS_PAGE.id}.md"))
ADDRESSES = {"signals": f"lijsten/{SIGNALS_PAGE.id}/", "agreements": f"lijsten/{AGREEMENTS_PAGE.id}/"}
DANGER = next(group for group in SIGNALS["groups"] if group["danger"])["entries"][0]
FOLDED = next(group for group in SIGNALS["groups"] if group["entries"] and not group["danger"])
FIRST, SECOND = FOLDED["entries"][0], FOLDED["entries"][1]
OWN_LINE = signals.own_ids(next(group for group in SIGNALS["groups"] if group["blank"]))[0]
CHOICES = [entry for group in AGREEMENTS["groups"] for entry in group["entries"]]
TODAY = "2026-11-18"
HOSTILE = '<b>Wij</b> & "zij"'


def opened(open_page, server, name, width=375, **options):
    page = open_page("about:blank", width, **options)
    page.clock.install(time=f"{TODAY}T10:00:00")
    page.goto(server.url + ADDRESSES[name])
    page.wait_for_selector("[data-ready]")
    settle(page)
    return page


def field(page, name: str):
    return page.locator(f'[data-field="{name}"]')


def open_group(page, group) -> None:
    page.locator(f'details[data-group="{group["id"]}"] summary').click()


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def copied(page) -> str:
    """What another program would get."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def sheets(page) -> list[str]:
    """The text of each printed sheet, on one line."""
    return [
        re.sub(r"\s+", " ", sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ]


def fill_in_signals(page) -> dict:
    """Tick two signals and write one; the model that the core then has."""
    open_group(page, FOLDED)
    field(page, f"ticked {FIRST['id']}").check()
    field(page, f"placed {FIRST['id']}").select_option("plein")
    field(page, f"ticked {SECOND['id']}").check()
    field(page, f"dated {SECOND['id']}").select_option("week-1")
    open_group(page, SIGNALS["groups"][-1])
    field(page, f"described {OWN_LINE}").fill(HOSTILE)
    field(page, f"placed {OWN_LINE}").select_option("online")
    model = signals.init(SIGNALS)
    for message in (
        ("day-began", TODAY),
        ("ticked", FIRST["id"], "ja"),
        ("placed", FIRST["id"], "plein"),
        ("ticked", SECOND["id"], "ja"),
        ("dated", SECOND["id"], "week-1"),
        ("described", OWN_LINE, HOSTILE),
        ("placed", OWN_LINE, "online"),
    ):
        model = signals.update(SIGNALS, model, message)
    return model


def fill_in_agreements(page) -> dict:
    """Choose one agreement and write two; the model that the core then has."""
    model = agreements.init(AGREEMENTS)
    for entry in CHOICES[1:]:
        field(page, f"chosen {entry['id']}").uncheck()
        model = agreements.update(AGREEMENTS, model, ("chosen", entry["id"], ""))
    field(page, "named").fill("Klas 2b")
    field(page, "written regel-1").fill("Wij lachen samen.")
    button(page, "Nog een eigen afspraak").click()
    page.keyboard.type(HOSTILE)
    field(page, "seated").select_option("12")
    for message in (
        ("named", "Klas 2b"),
        ("written", "regel-1", "Wij lachen samen."),
        ("line-added",),
        ("written", "regel-2", HOSTILE),
        ("seated", "12"),
    ):
        model = agreements.update(AGREEMENTS, model, message)
    return model
