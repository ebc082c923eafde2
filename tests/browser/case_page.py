"""The page of the school's protocol with a case in hand: where it stands and what a reader does on it."""

import datetime
import re

from tests.loaded import loaded

CONTENT = loaded()
ADDRESS = f"protocollen/{CONTENT.school.protocol}/"
MONDAY = datetime.datetime(2026, 11, 23, 9, 30)


def panel(page, name):
    page.locator(".case-panels").get_by_role("button", name=name, exact=True).click()


def downloaded(page, name) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value.path().read_text(encoding="utf-8")


def answer(page, number=0):
    page.locator(".answer").nth(number).click()


def fill_in(page, label, text):
    if not page.locator(".case-form").get_attribute("open") == "":
        page.locator(".case-form > summary").click()
    control = page.get_by_label(re.compile(f"^{label}"))
    control.fill(text)
    control.blur()
