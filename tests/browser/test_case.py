"""A case in hand, in a real browser: dates, calendar, note and panels, on a phone."""

import datetime
import io
import re

import icalendar
import pytest
from pypdf import PdfReader

from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.case_page import ADDRESS, CONTENT, answer, downloaded, fill_in, panel

pytestmark = pytest.mark.browser
MONTHS = {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "apr": 4,
    "mei": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}


# ---- as somebody who is new here ----


def test_by_when_parents_must_know_within_five_taps(server, open_page):
    page = open_page(server.url, 375)
    page.get_by_role("link", name="Het protocol van onze school").click()  # 1
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()  # 2
    panel(page, "Alle datums")  # 3
    assert (
        page.locator(".case-dates tr", has_text="Bel de ouders van de leerling die gepest wordt").locator("td").first.is_visible()
    )


def test_a_calendar_within_eight_taps(server, open_page):
    page = open_page(server.url, 375)
    page.get_by_role("link", name="Het protocol van onze school").click()
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()
    panel(page, "Alle datums")
    assert "BEGIN:VEVENT" in downloaded(page, "Zet in je agenda")  # 4


# ---- dates ----


def dates_shown(page) -> list[datetime.date]:
    """The days in the table that are still open."""
    found = []
    for row in page.locator(".case-dates tbody tr").all():
        day, _, state = row.locator("td").all_inner_texts()
        if not state.startswith(("gedaan", "niet gedaan", "doorlopen")):
            _, number, month, year = day.split()
            found.append(datetime.date(int(year), MONTHS[month], int(number)))
    return found


def test_the_calendar_holds_the_dates_of_the_table(case):
    answer(case)
    panel(case, "Alle datums")
    read = icalendar.Calendar.from_ical(downloaded(case, "Zet in je agenda"))
    assert [event["DTSTART"].dt for event in read.walk("VEVENT")] == dates_shown(case)
    assert "kan deze pagina niet zien" in case.locator(".guide-news").inner_text()


def test_another_day_of_report_moves_all_dates(case):
    panel(case, "Alle datums")
    before = dates_shown(case)
    case.get_by_label("Dag van de melding").fill("2026-11-16")
    assert "te laat" in case.locator(".case-next").inner_text()
    assert "te laat" in case.locator(".case-dates").inner_text()
    case.get_by_label("Dag van de melding").fill("2026-11-30")
    after = dates_shown(case)
    assert all(late > early for early, late in zip(before[:6], after[:6]))


def test_a_step_that_is_done_on_another_day_moves_what_follows(case):
    answer(case)
    panel(case, "Alle datums")
    before = dates_shown(case)
    case.get_by_role("button", name="Bekijk of wijzig").first.click()
    fill_in(case, "Later: gepland op", "")
    fill_in(case, "Gedaan op", "2026-11-26")
    assert case.get_by_label("Gedaan op").input_value() == "2026-11-26"
    assert dates_shown(case) != before


def test_each_answer_says_by_when(case):
    assert re.search(r"uiterlijk woensdag 25 november 2026", case.locator(".answer").first.inner_text())


# ---- honest steps and the note ----


def test_a_fixed_step_is_only_left_out_with_a_reason(case):
    first = case.locator(".guide-title").inner_text()
    case.locator(".case-form > summary").click()
    case.get_by_label("Deze stap is niet gedaan").check()
    answer(case)
    assert case.locator(".guide-title").inner_text() == first
    assert "Schrijf eerst op waarom" in case.locator(".guide-news").inner_text()
    assert case.evaluate("document.activeElement.dataset.field") == "noted reason melding"
    case.get_by_label("Waarom deze keuze?").fill("Het was al gebeurd.")
    case.get_by_label("Waarom deze keuze?").blur()
    answer(case)
    assert case.locator(".guide-title").inner_text() != first
    panel(case, "Verslag")
    assert "Niet gedaan. Reden: Het was al gebeurd." in case.locator("pre.note").inner_text()


def test_the_note_grows_and_can_be_copied_saved_and_printed(case):
    fill_in(case, "Feiten", "Een groepje gooide een tas weg.")
    answer(case)
    panel(case, "Verslag")
    text = case.locator("pre.note").inner_text()
    assert "Gedaan op maandag 23 november 2026." in text and "Feiten: Een groepje gooide een tas weg." in text
    fill_in(case, "Afspraak", "We praten morgen.")
    assert "Afgesproken: We praten morgen." in case.locator("pre.note").inner_text()
    case.context.grant_permissions(["clipboard-read", "clipboard-write"])
    case.get_by_role("button", name="Kopieer", exact=True).click()
    assert case.evaluate("navigator.clipboard.readText()").strip() == case.locator("pre.note").inner_text().strip()
    assert downloaded(case, "Bewaar als tekst").strip() == case.locator("pre.note").inner_text().strip()
    case.evaluate("document.body.setAttribute('data-printing', 'verslag')")
    case.emulate_media(media="print")
    pages = PdfReader(io.BytesIO(case.pdf(prefer_css_page_size=True))).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) == 1 and "Een groepje gooide een tas weg." in paper and "Alle stappen op een rij" not in paper


def test_parents_get_nothing_that_was_typed(case):
    fill_in(case, "Feiten", "Geheimpje")
    answer(case)
    panel(case, "Voor ouders")
    assert "Geheimpje" not in case.locator("pre.note").inner_text()
    assert "Uiterlijk" in case.locator("pre.note").inner_text()


def test_a_name_gets_a_warning(case):
    fill_in(case, "Feiten", "Karin de Groot belde 06 12345678")
    warning = case.locator(".case-warning").inner_text()
    assert "een volledige naam" in warning and "een telefoonnummer" in warning


def test_my_part(case):
    panel(case, "Wat moet ik doen?")
    case.get_by_label("Mijn rol").select_option("mentor")
    shown = case.locator('[data-part="mine"]').inner_text()
    assert "verwacht maandag 30 november 2026" in shown and "gesprekswijzer" in shown, "it depends on what is chosen first"


# ---- the conversation, and back ----


def test_the_conversation_comes_back_to_its_step(case):
    answer(case)
    title = case.locator(".guide-title").inner_text()
    case.get_by_role("link", name="Voer het gesprek").click()
    case.get_by_role("button", name="Volgende").click()
    assert case.locator(".guide-title").count() == 0
    case.get_by_role("button", name="Terug naar de stap").click()
    assert case.locator(".guide-title").inner_text() == title
    case.get_by_label("Volgende afspraak op").fill("2026-12-01")
    panel(case, "Alle datums")
    assert datetime.date(2026, 12, 1) in dates_shown(case)


# ---- for everybody ----


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["Alle datums", "Wat moet ik doen?", "Verslag", "Bewaren of overdragen"])
def test_panels_are_accessible(name, dark, server, open_page):
    page = open_page(server.url + ADDRESS, 375, dark)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()
    page.locator(".case-form > summary").click()
    fill_in(page, "Feiten", "Karin de Groot belde")
    panel(page, name)
    page.wait_for_timeout(300)  # colours fade
    assert violations(page, AXE_OPTIONS, "[data-widget]") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_keyboard_only(server, open_page):
    page = open_page(server.url + ADDRESS, 1280)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").focus()
    page.keyboard.press("Enter")
    assert "case-when" in page.evaluate("document.activeElement.className")
    page.locator(".case-panels").get_by_role("button", name="Alle datums").focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.innerText") == "Alle datums"


def test_a_wayfinder_leads_no_case(server, open_page):
    page = open_page(f"{server.url}wegwijzers/{next(iter(CONTENT.wayfinders))}/", 375)
    page.wait_for_selector("[data-ready]")
    assert page.locator(".case-bar, .case-panels, .case-form").count() == 0
