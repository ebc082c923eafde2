"""The ballot box and the reports in a real browser: a round, closing, late pupils, files, keyboard, print, accessibility."""

import io
import json
import re

import pytest
from pypdf import PdfReader

from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.ballots import (
    BALLOT,
    ITEMS,
    QUESTIONNAIRE,
    REPORTS,
    SEVERAL,
    answers,
    button,
    close_ballot,
    open_ballot,
    open_report,
    part,
    part_path,
    pupils,
    report,
    report_of_box,
    report_path,
)
from tests.conftest import settle

pytestmark = pytest.mark.browser


@pytest.fixture
def reports(server, open_page):
    page = open_page(server.url + REPORTS, 1280, reduced_motion="reduce")
    page.wait_for_selector("[data-ready]")
    return page


def count(page) -> str:
    return page.locator(".ballot-count strong").inner_text()


def test_a_round_of_ten(ballot):
    """Set up, fill in, refused at four, close, report, reopen and refused again. No request, nothing kept."""
    settle(ballot)
    requests = len(ballot.watch.requests)
    button(ballot, "Open de stembus").click()
    assert "5 tot en met 2000" in ballot.locator("[data-news]").inner_text()
    ballot.get_by_label("Hoeveel leerlingen zijn er?").fill("16")
    button(ballot, "Open de stembus").click()
    assert "Kies waar de groep invult" in ballot.locator("[data-news]").inner_text()
    open_ballot(ballot, 16)
    assert ballot.evaluate("document.fullscreenElement !== null")
    button(ballot, "Ik ga invullen").click()
    for number, item in enumerate(QUESTIONNAIRE.sections[0].items):
        assert item.text in ballot.locator("legend").inner_text()
        ballot.locator(f'.choice input[value="{number % 6}"]').check()
        button(ballot, "Volgende").click()
    for number in range(len(ITEMS) - len(QUESTIONNAIRE.sections[0].items)):
        ballot.locator('.choice input[value="1"]').check()
        button(ballot, "Volgende" if number < len(ITEMS) - len(QUESTIONNAIRE.sections[0].items) - 1 else "Klaar").click()
    assert "Je bent klaar" in ballot.locator("[data-body]").inner_text()
    button(ballot, "Doe in de stembus").click()
    pupils(ballot, range(1, 4))
    assert count(ballot) == "4 van 16"
    ballot.get_by_text("Voor de volwassene").click()
    button(ballot, "Sluit de stembus").click()
    assert "geen 5" in ballot.locator("[data-news]").inner_text()
    assert count(ballot) == "4 van 16"
    pupils(ballot, range(4, 10))
    close_ballot(ballot)
    assert "De stembus is gesloten" in ballot.locator("[data-body]").inner_text()
    report_of_box(ballot)
    assert "10 van de 16 leerlingen" in ballot.locator(".report-n").inner_text()
    assert ballot.evaluate("document.fullscreenElement === null"), "of a full screen only the first sheet comes on paper"
    paper = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in printed(ballot, "rapport").pages))
    named = [item.text for section in QUESTIONNAIRE.sections for item in section.items if re.sub(r"\s", "", item.text) in paper]
    assert len(named) >= 6, "the three best and the three worst; all figures stand on the screen"
    assert ballot.get_by_role("button", name="Open de stembus weer").count() == 0, "what was counted is gone"
    assert ballot.watch.requests[requests:] == []


def test_late_pupils_get_a_box_of_their_own(ballot):
    """After closing nothing can be added: five who come later fill in another box, with a report of their own."""
    open_ballot(ballot, 12)
    pupils(ballot, range(10))
    close_ballot(ballot)
    report_of_box(ballot)
    assert "10 van de 12 leerlingen" in ballot.locator(".report-n").inner_text()
    button(ballot, "Wis alles en begin opnieuw").click()
    button(ballot, "Ja, wis alles").click()
    open_ballot(ballot, 5, "2B laat")
    pupils(ballot, range(10, 14))
    ballot.get_by_text("Voor de volwassene").click()
    button(ballot, "Sluit de stembus").click()
    assert "geen 5" in ballot.locator("[data-news]").inner_text()
    pupils(ballot, [14])
    close_ballot(ballot)
    report_of_box(ballot)
    assert "5 van de 5 leerlingen" in ballot.locator(".report-n").inner_text()
    assert ballot.locator(".stack, .report-signals").count() == 0, "no question is shown of five pupils"


def test_full_and_nobody_more(ballot):
    open_ballot(ballot, 5)
    pupils(ballot, range(6))
    assert count(ballot) == "5 van 5"
    assert "telt niet mee" in ballot.locator("[data-news]").inner_text()


def test_the_own_result_is_gone_for_the_next_pupil(ballot):
    open_ballot(ballot)
    button(ballot, "Ik ga invullen").click()
    ballot.locator('.choice input[value="5"]').check()
    button(ballot, "Volgende").click()
    button(ballot, "Stoppen").click()
    assert "minder dan de helft" in ballot.locator("[data-body]").inner_text()
    button(ballot, "Bekijk eerst mijn antwoorden").click()
    assert "Jouw antwoorden in het kort" in ballot.locator("[data-body]").inner_text()
    assert ballot.locator("[data-body] a").count() == 0, "links lead away from the box"
    button(ballot, "Wis mijn antwoorden, doe ze niet in de stembus").click()
    assert count(ballot) == "0 van 12"
    button(ballot, "Ik ga invullen").click()
    assert ballot.locator(".choice input:checked").count() == 0


def test_keyboard_only(ballot):
    def enter():
        ballot.keyboard.press("Enter")

    ballot.get_by_label("Hoeveel leerlingen zijn er?").focus()
    ballot.keyboard.type("12")
    ballot.keyboard.press("Tab")
    ballot.keyboard.press("Tab")
    assert ballot.evaluate("document.activeElement.id") == "stembus-boxes"
    ballot.keyboard.type("alleen")
    for _ in range(3):
        ballot.keyboard.press("Tab")
    assert ballot.evaluate("document.activeElement.textContent") == "Open de stembus"
    enter()
    assert ballot.evaluate("document.activeElement.textContent") == "Geef het apparaat door"
    ballot.keyboard.press("Tab")
    enter()
    assert ballot.evaluate("document.activeElement.tagName") == "LEGEND"
    ballot.keyboard.press("Tab")
    ballot.keyboard.press("Space")
    ballot.keyboard.press("Tab")
    assert ballot.evaluate("document.activeElement.textContent") == "Volgende"
    enter()
    for _ in range(40):
        ballot.keyboard.press("Tab")
        if ballot.evaluate("document.activeElement.textContent") == "Stoppen":
            break
    enter()
    ballot.keyboard.press("Tab")
    assert ballot.evaluate("document.activeElement.textContent") == "Doe in de stembus"
    enter()
    assert ballot.evaluate("document.activeElement.textContent") == "Geef het apparaat door"


def saved(page, name: str) -> tuple[str, str]:
    """The name and the text of the file that a button saves."""
    with page.expect_download() as download:
        button(page, name).click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def test_a_group_on_two_devices(ballot, reports, tmp_path):
    """Each device gives a part and shows no figure; the reports page makes one report of both, which is kept as a file."""
    open_ballot(ballot, 8, where=SEVERAL)
    pupils(ballot, range(6))
    close_ballot(ballot)
    assert (
        ballot.get_by_role("button", name="Bekijk het rapport").count() == 0
        and "%" not in ballot.locator("[data-body]").inner_text()
    )
    name, text = saved(ballot, "Bewaar deelbestand (vertrouwelijk)")
    own = json.loads(text)
    assert name.startswith("deel-") and own["n"] == 6 and own["group"] == "2B" and own["signals"] == {}
    other = part([answers(number) for number in range(20, 28)], "2B", "anderapparaat", own["month"])
    reports.set_input_files("[data-open]", part_path(tmp_path, own))
    reports.wait_for_selector(".file-list")
    assert "Open ook het bestand van het andere apparaat" in reports.locator(".file-list").inner_text()
    assert reports.get_by_role("button", name="Maak het rapport").count() == 0
    reports.set_input_files("[data-open]", part_path(tmp_path, other))
    reports.wait_for_selector(".file-list li:has-text('2 apparaten, 14 ingevuld')")
    reports.get_by_role("button", name="Maak het rapport").click()
    assert "14 van de 16 leerlingen" in reports.locator(".report-n").inner_text()
    name, text = saved(reports, "Bewaar rapport")
    assert json.loads(text)["report"]["n"] == 14
    button(reports, "Terug naar de bestanden").click()
    assert reports.get_by_role("heading", name="Rapporten (1)").count() == 1
    assert reports.get_by_role("heading", name="Deelbestanden").count() == 0, "a part goes into one report"
    assert violations(reports, AXE_OPTIONS) == []


@pytest.mark.parametrize("width", (375, 1280))
def test_every_screen_is_accessible(width, server, open_page):
    page = open_page(server.url + BALLOT, width, reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())

    def check(stage):
        assert page.locator(".ballot-" + stage).count() == 1
        settle(page)
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            assert violations(page, AXE_OPTIONS) == [], (stage, scheme)
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, stage

    check("set-up")
    open_ballot(page)
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    check("ready")
    button(page, "Ik ga invullen").click()
    check("question")
    page.locator('.choice input[value="4"]').check()
    button(page, "Volgende").click()
    button(page, "Stoppen").click()
    check("done")
    button(page, "Bekijk eerst mijn antwoorden").click()
    check("own")
    button(page, "Wis mijn antwoorden, doe ze niet in de stembus").click()
    pupils(page, range(11))
    close_ballot(page)
    check("closed")
    report_of_box(page)
    page.evaluate("document.querySelectorAll('[data-body] details').forEach(fold => fold.open = true)")
    check("report")
    page.reload()
    open_ballot(page, where=SEVERAL)
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    pupils(page, range(5))
    close_ballot(page)
    check("closed")


def test_bars_are_drawn_from_the_values_beside_them(reports, tmp_path):
    open_report(reports, report_path(tmp_path, report([answers(number) for number in range(25)], "2B", "kastje")))
    drawn = reports.evaluate("""() => [...document.querySelectorAll(".stack")].map(drawing => [
        [...drawing.querySelectorAll("rect[class]:not(.stack-gap)")].map(part => part.getAttribute("width")),
        [...document.getElementById(drawing.getAttribute("aria-labelledby")).children].map(value => value.textContent)])""")
    assert len(drawn) >= len(ITEMS) // 2
    for widths, values in drawn:
        assert [width.removesuffix("%") for width in widths] == [value.split(": ")[1].split(" %")[0] for value in values]
        assert sum(int(width.removesuffix("%")) for width in widths) == 100
        assert all(int(width.removesuffix("%")) % 5 == 0 for width in widths)
    ids = reports.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
    assert len(ids) == len(set(ids))


def printed(page, part: str) -> PdfReader:
    page.evaluate("part => document.body.setAttribute('data-printing', part)", part)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_paper(reports, tmp_path):
    """The report alone, and the sheet for the pupils, each on one side of A4."""
    open_report(reports, report_path(tmp_path, report([answers(number) for number in range(25)], "2B", "kastje")))
    read = printed(reports, "rapport")
    text = "".join(page.extract_text() for page in read.pages)
    assert len(read.pages) == 1
    assert "25 van de 25 leerlingen" in text and "Wat jullie ons vertelden" not in text and "Zo gaat het" not in text
    sheet = printed(reports, "terugkoppeling")
    assert len(sheet.pages) == 1
    assert "Wat jullie ons vertelden" in sheet.pages[0].extract_text() and "Zo is er geteld" not in sheet.pages[0].extract_text()


def test_a_school_of_three_groups(reports, tmp_path):
    """Groups of 12 and more are shown, one of 6 is named as not counted; leaving clears everything."""
    sizes = {"1A": 12, "1B": 14, "2A": 6}
    files = [
        report_path(tmp_path, report([answers(number + place) for number in range(size)], name, "id" + name.lower()))
        for place, (name, size) in enumerate(sizes.items())
    ]
    reports.set_input_files("[data-open]", files)
    reports.wait_for_selector(".file-list")
    assert reports.locator(".file-list li").count() == 3
    button(reports, "Maak het schoolrapport van 3 groepen").click()
    assert "26 van de 26 leerlingen" in reports.locator(".report-n").inner_text()
    assert reports.locator(".heat-map tbody th").all_inner_texts() == ["1A", "1B"]
    assert "2A" in reports.locator(".report").inner_text().split("Niet meegeteld")[1]
    assert all(
        word.strip().split()[-1] in ("laag", "midden", "hoog")
        for word in reports.locator(".heat-map td[class]").all_inner_texts()
    )
    assert violations(reports, AXE_OPTIONS) == []
    assert saved(reports, "Bewaar als tabel (CSV)")[0].endswith(".csv")
    reports.reload()
    reports.wait_for_selector("[data-ready]")
    assert reports.locator(".file-list, .report").count() == 0


def test_years_side_by_side_say_no_clear_difference(reports, tmp_path):
    sheets = [answers(number) for number in range(25)]
    files = [
        report_path(tmp_path, report(sheets, "2B", "id" + month.replace("-", ""), month)) for month in ("2025-11", "2026-11")
    ]
    reports.set_input_files("[data-open]", files)
    reports.wait_for_selector(".file-list")
    button(reports, "Vergelijk").click()
    assert "Geen duidelijk verschil." in reports.locator(".report-verdict").inner_text()
    assert "november 2025" in reports.locator("thead").inner_text()
    assert violations(reports, AXE_OPTIONS) == []


def test_a_file_of_something_else_is_refused(reports, tmp_path):
    for number, text in enumerate(
        ("geen json", "{}", "[1]", '{"format": "veiligwijzer-deel"}', '{"format": "veiligwijzer-stembus"}')
    ):
        (tmp_path / f"{number}.json").write_text(text, encoding="utf-8")
    reports.set_input_files("[data-open]", sorted(tmp_path.glob("*.json")))
    reports.wait_for_selector(".file-troubles")
    assert reports.locator(".file-troubles li").count() == 5
    assert "Daarin staan precieze aantallen" in reports.locator(".file-troubles li").last.inner_text(), (
        "of before: refused with the reason"
    )
    assert reports.locator(".report, .file-list").count() == 0


def test_see_for_yourself(server, open_page):
    """The questionnaire itself tells what the page holds: nothing, the answers, and nothing again."""
    page = open_page(server.url + f"vragenlijsten/{QUESTIONNAIRE.id}/", 375)
    page.wait_for_selector("[data-ready]")
    page.get_by_text("Kijk zelf maar: wat houdt").click()
    held = page.locator('[data-part="look"]')
    assert "Niets." in held.inner_text()
    page.locator('.choice input[value="4"]').check()
    assert "Vraag 1: 4" in held.inner_text()
    button(page, "Volgende").click()
    page.locator('.choice input[value="2"]').check()
    assert "2 getallen" in held.inner_text()
    page.locator("[data-message=finished]").click()
    button(page, "Wis alles").click()
    assert "Niets." in held.inner_text()


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "vragenlijsten" / f"{QUESTIONNAIRE.id}-stembus.html").as_uri())
    page.on("dialog", lambda dialog: dialog.accept())
    open_ballot(page)
    pupils(page, range(2))
    assert count(page) == "2 van 12"


def test_without_javascript_it_leads_to_paper(server, open_page):
    for address in (BALLOT, REPORTS):
        page = open_page(server.url + address, javascript=False)
        assert page.locator(".notice a").first.is_visible()
        assert not page.locator("[data-widget]").is_visible()
