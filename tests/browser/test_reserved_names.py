"""Names that mean something to the engine of a browser, in files of the ballot box and in every field: nothing stops, nothing
is lost."""

import json

import pytest

from tests.browser import case_page, lists_page
from tests.browser.ballots import (
    BALLOT,
    ITEMS,
    REPORTS,
    SEVERAL,
    answers,
    button,
    close_ballot,
    open_ballot,
    part,
    part_path,
    pupils,
    report,
    report_path,
)
from widgets.core import report_file
from widgets.core.reserved import RESERVED

pytestmark = pytest.mark.browser
SHEETS = [answers(number) for number in range(12)]
FORMS = (case_page.ADDRESS, *lists_page.ADDRESSES.values(), "scholen/schoolbestand/", BALLOT)


def renamed(data, before: str, after: str):
    """The same plain data with one text everywhere another one, also as a key."""
    if isinstance(data, dict):
        return {renamed(key, before, after): renamed(value, before, after) for key, value in data.items()}
    if isinstance(data, list):
        return [renamed(value, before, after) for value in data]
    return after if data == before and isinstance(data, str) else data


@pytest.mark.parametrize("name", RESERVED)
def test_finding_12_in_a_report_or_a_part(name, server, open_page, tmp_path):
    """Opened, or refused in words; what was opened before stays."""
    page = open_page(server.url + REPORTS, 900, reduced_motion="reduce")
    page.wait_for_selector("[data-ready]")
    good = report(SHEETS, "1A", "kasteen")
    data = report_file.report_file(report(SHEETS, "1B", "kasttwee"))
    inside = data["report"]
    wrong = [
        renamed(data, text, name)
        for text in (
            ITEMS[0],
            inside["sections"][0]["id"],
            inside["signals"][0]["words"],
            "1B",
            inside["title"],
            inside["instrument"],
            inside["method"][0],
        )
    ]
    odd = part(SHEETS, name, "kastdrie")
    wrong += [renamed(odd, ITEMS[0], name), {**odd, name: 1}, {**data, name: {"a": 1}}, odd, {**odd, "id": "kastvier"}]
    paths = [report_path(tmp_path, good)]
    for number, found in enumerate(wrong):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(json.dumps(found), encoding="utf-8")
    page.set_input_files("[data-open]", paths)
    page.wait_for_selector(".file-list")
    listed = page.locator(".file-list li").all_inner_texts()
    assert any("Rapport van 1A" in line for line in listed)
    assert any("2 apparaten, 24 ingevuld" in line for line in listed), "a group may have any name"
    page.locator("[data-message^=group-joined]").click()
    assert "24 van de 24" in page.locator(".report-n").inner_text() and name in page.locator(".report h2").inner_text()
    button(page, "Terug naar de bestanden").click()
    for place in range(page.locator("[data-message^=report-chosen]").count()):
        page.locator("[data-message^=report-chosen]").nth(place).click()
        page.wait_for_selector(".report")
        button(page, "Terug naar de bestanden").click()
    button(page, "Vergelijk").click()
    page.wait_for_selector(".report")
    assert page.locator("[data-failed]").count() == 0


@pytest.mark.parametrize("name", ("$kw", "valueOf"))
def test_finding_12_as_the_name_of_a_group(name, ballot, server, open_page, tmp_path):
    """A group of that name makes parts that can be joined."""
    open_ballot(ballot, 6, name, where=SEVERAL)
    pupils(ballot, range(6))
    close_ballot(ballot)
    with ballot.expect_download() as download:
        button(ballot, "Bewaar deelbestand (vertrouwelijk)").click()
    own = json.loads(download.value.path().read_text(encoding="utf-8"))
    page = open_page(server.url + REPORTS)
    page.wait_for_selector("[data-ready]")
    page.set_input_files(
        "[data-open]", [part_path(tmp_path, own), part_path(tmp_path, part(SHEETS, name, "kastx", own["month"]))]
    )
    page.locator("[data-message^=group-joined]").click()
    assert "18 van de 18" in page.locator(".report-n").inner_text()


@pytest.mark.parametrize("address", FORMS)
def test_finding_12_in_every_field_of_a_form(address, server, open_page):
    page = open_page(server.url + address, 900, reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_selector("[data-ready]")
    if address == case_page.ADDRESS:
        page.get_by_role("button", name="Vandaag").click()
    page.evaluate("document.querySelectorAll('[data-widget] details').forEach(fold => { fold.open = true; })")
    filled = 0
    for name in RESERVED:
        fields = page.locator(
            "[data-widget] :is(input[type=text], input:not([type]), input[type=email], input[type=url], textarea):visible"
        )
        for place in range(fields.count()):
            if place < fields.count() and fields.nth(place).is_editable():
                fields.nth(place).fill(name)
                filled += 1
        for control in page.locator("[data-widget] [data-effect]:visible").all()[:3]:
            if control.is_visible():
                control.evaluate("control => control.click()")
        assert page.locator("[data-failed]").count() == 0, name
    assert filled >= 3 and page.watch.errors == []
