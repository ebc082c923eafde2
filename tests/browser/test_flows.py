"""The main flows, in each browser there is: what a school does most, from the first page to the file or the paper.

The other tests of a page look closer, in Chromium alone. A console error fails here too.
"""

import io
import json
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import case_page, engines, lists_page, test_offline, test_school_file, test_search, test_talk, test_thermometer
from tests.browser.ballots import (
    BALLOT,
    QUESTIONNAIRE,
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
    report_of_box,
    report_path,
)

PAGES = (
    "",
    "nu-gevaar/",
    "schoolteam/",
    "ouders/",
    "leerlingen/",
    "rollen/",
    "begrippen/",
    "hulplijnen/",
    "beleid/",
    "over/privacy/",
    "scholen/publiceren/",
    f"wegwijzers/{next(iter(case_page.CONTENT.wayfinders))}/",
)
PRINTS = "window.print = () => { window.printed = (window.printed || 0) + 1; }"
# What goes to the clipboard, without leave to read it.
COPIES = "document.addEventListener('copy', event => { window.copied = event.target.value; })"

pytestmark = pytest.mark.browser


def opened(flow, url, *scripts, **options):
    """A page on a phone, where these scripts run first, with its widget ready."""
    page = flow("about:blank", 375, **options)
    for script in (PRINTS, COPIES, *scripts):
        page.add_init_script(script)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    page.wait_for_function("() => !document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")
    return page


def case_opened(flow, server):
    page = flow("about:blank", 375)
    page.add_init_script(PRINTS)
    page.clock.install(time=case_page.MONDAY)
    page.goto(server.url + case_page.ADDRESS)
    page.wait_for_selector("[data-ready]")
    return page


def test_pages_open(flow, server):
    page = flow(server.url)
    for address in PAGES:
        page.goto(server.url + address, wait_until="load")
        assert page.locator("h1").first.is_visible(), address


def test_a_case_with_dates(flow, server, downloads):
    """From the day of the report to a calendar, a file, and a colleague who opens the file."""
    page = case_opened(flow, server)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Vandaag").click()
    assert page.get_by_label("Dag van de melding").input_value() == "2026-11-23"
    page.locator(".case-form > summary").click()
    page.get_by_label(re.compile("^Feiten")).click()
    page.keyboard.type("Een groepje gooide een tas weg.")  # as a person types: filled by script, Firefox tells of no change
    case_page.answer(page)
    step = page.locator(".guide-title").inner_text()
    case_page.panel(page, "Alle datums")
    assert page.locator(".case-dates tbody tr").count() > 2
    calendar = engines.saved(page, downloads, page.get_by_role("button", name="Zet in je agenda").click)
    assert calendar.suffix == ".ics" and "BEGIN:VEVENT" in calendar.read_text(encoding="utf-8")
    case_page.panel(page, "Verslag")
    assert "Feiten: Een groepje gooide een tas weg." in page.locator("pre.note").inner_text()
    case_page.panel(page, "Bewaren of overdragen")
    kept = engines.saved(page, downloads, page.get_by_role("button", name="Bewaar als bestand").click)
    assert json.loads(kept.read_text(encoding="utf-8"))["format"] == "veiligwijzer-zaak"
    other = case_opened(flow, server)
    case_page.panel(other, "Bewaren of overdragen")
    other.get_by_label("Open een bewaard bestand").set_input_files(kept)
    other.get_by_text("De zaak is geopend.").wait_for()
    assert other.locator(".guide-title").inner_text() == step


def test_a_note_on_paper_and_copied(flow, server):
    """Print marks what goes on paper; copy takes the whole note."""
    page = case_opened(flow, server)
    page.evaluate(COPIES)
    page.get_by_role("button", name="Vandaag").click()
    case_page.answer(page)
    case_page.panel(page, "Verslag")
    page.get_by_role("button", name="Kopieer", exact=True).click()
    page.wait_for_function("() => window.copied")
    assert page.evaluate("window.copied").strip() == page.locator("pre.note").inner_text().strip()
    page.locator(".case-panel").get_by_role("button", name="Print").click()
    assert page.evaluate("[window.printed, document.body.dataset.printing]") == [1, "verslag"]


def test_a_talk(flow, server):
    """Part by part to the end, with ticks that stay."""
    page = opened(flow, server.url + test_talk.ADDRESS)
    for phase in test_talk.PARTS[:-1]:
        assert test_talk.title(page) == phase["title"]
        for box in page.locator(".talk input[type=checkbox]").all()[:1]:
            box.check()
        page.locator('[data-message="went-on"]').click()
    assert test_talk.title(page) == test_talk.PARTS[-1]["title"]
    page.locator('[data-message="went-back"]').click()
    test_talk.jump(page, test_talk.PARTS[test_talk.PHASE]["id"])
    assert test_talk.ticked(page)
    page.get_by_role("button", name="Print op A5").click()
    assert page.evaluate("[window.printed, document.body.dataset.printing]") == [1, "gesprek"]


def test_the_thermometer_to_its_result(flow, server):
    page = opened(flow, server.url + test_thermometer.ADDRESS)
    last = len(test_thermometer.ITEMS) - 1
    for number, item in enumerate(test_thermometer.ITEMS):
        assert item.text in page.locator("legend").inner_text()
        test_thermometer.choose(page, number % 6)
        button(page, "Bekijk je uitslag" if number == last else "Volgende").click()
    result = page.locator(".thermometer-result").text_content()
    assert all(section.name in result for section in test_thermometer.QUESTIONNAIRE.sections)
    assert "Met wie kun je praten?" in result
    button(page, "Wis alles").click()
    assert test_thermometer.ITEMS[0].text in page.locator("legend").inner_text()


def test_a_ballot(flow, server, downloads):
    """Open, one pupil by hand and others fast, close, report, files, paper."""
    page = opened(flow, server.url + BALLOT, reduced_motion="reduce")
    open_ballot(page, 8)
    button(page, "Ik ga invullen").click()
    page.locator('.choice input[value="2"]').check()
    button(page, "Volgende").click()
    button(page, "Stoppen").click()
    button(page, "Wis mijn antwoorden, doe ze niet in de stembus").click()
    pupils(page, range(6))
    assert page.locator(".ballot-count strong").inner_text() == "6 van 8"
    close_ballot(page)
    report_of_box(page)
    assert "6 van de 8 leerlingen" in page.locator(".report-n").inner_text()
    kept = engines.saved(page, downloads, button(page, "Bewaar rapport").click)
    assert json.loads(kept.read_text(encoding="utf-8"))["report"]["n"] == 6
    page.get_by_role("button", name="Print het blad voor de leerlingen").click()
    assert page.evaluate("[window.printed, document.body.dataset.printing]") == [1, "terugkoppeling"]


def test_paper(flow, server):
    """The questions start under their heading, and the small sheets of a talk are all of one width."""
    page = opened(flow, server.url + test_thermometer.ADDRESS)
    sheets = lists_page.sheets(page)
    assert len(sheets) <= 4 and min(map(len, sheets)) > 300
    page.goto(server.url + test_talk.ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.evaluate("document.body.dataset.printing = 'gesprek'")
    read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    widest = [max(map(len, sheet.extract_text().splitlines())) for sheet in read.pages]
    # The last sheet ends with one long line, without a heading beside it.
    assert len(widest) <= 5 and max(widest[:-1]) < 100, "on A4 a line holds more than 110"


def test_reports_of_groups(flow, server, downloads, tmp_path):
    page = opened(flow, server.url + REPORTS, reduced_motion="reduce")
    files = [
        report_path(tmp_path, report([answers(number + place) for number in range(12)], name, f"kast{place}x"))
        for place, name in enumerate(("1A", "1B"))
    ]
    page.set_input_files("[data-open]", files)
    page.wait_for_selector(".file-list")
    button(page, "Maak het schoolrapport van 2 groepen").click()
    assert "24 van de 24 leerlingen" in page.locator(".report-n").inner_text()
    table = engines.saved(page, downloads, button(page, "Bewaar als tabel (CSV)").click)
    assert table.suffix == ".csv" and "1A" in table.read_text(encoding="utf-8")


def test_a_group_on_several_devices(flow, server, downloads, tmp_path):
    """One device gives its part, and the page of the reports makes one report of both."""
    page = opened(flow, server.url + BALLOT, reduced_motion="reduce")
    open_ballot(page, 6, where=SEVERAL)
    pupils(page, range(6))
    close_ballot(page)
    kept = engines.saved(page, downloads, button(page, "Bewaar deelbestand (vertrouwelijk)").click)
    page.goto(server.url + REPORTS)
    page.wait_for_selector("[data-ready]")
    month = json.loads(kept.read_text(encoding="utf-8"))["month"]
    other = part([answers(number) for number in range(8)], "2B", "kast2", month)
    page.set_input_files("[data-open]", [kept, part_path(tmp_path, other)])
    page.wait_for_selector(".file-list")
    page.get_by_role("button", name="Maak het rapport").click()
    assert "14 van de 14 leerlingen" in page.locator(".report-n").inner_text()


def test_lists_to_fill_in(flow, server):
    page = opened(flow, server.url + lists_page.ADDRESSES["signals"])
    lists_page.fill_in_signals(page)
    button(page, "Kopieer de tekst").click()
    page.wait_for_function("() => window.copied")
    for text in (lists_page.FIRST["text"], lists_page.SECOND["text"], lists_page.HOSTILE):
        assert text in page.evaluate("window.copied")
    page.goto(server.url + lists_page.ADDRESSES["agreements"])
    page.wait_for_selector("[data-ready]")
    lists_page.fill_in_agreements(page)
    button(page, "Print het blad").click()
    assert page.evaluate("window.printed") == 1
    assert lists_page.HOSTILE in page.locator(".list-sheet").text_content()


def test_the_school_file(flow, server, downloads, tmp_path):
    page = opened(flow, server.url + test_school_file.ADDRESS)
    button(page, "Bewaar school.yaml").click()
    assert page.evaluate("document.activeElement.id") == "veld-naam", "what is missing is asked first"
    test_school_file.fill_in(page)
    test_school_file.field(page, "onderwijs").select_option("vo")
    made = engines.saved(page, downloads, button(page, "Bewaar school.yaml").click)
    assert made.name.startswith("school") and "naam: De Vlinder" in made.read_text(encoding="utf-8")
    page.reload()
    page.wait_for_selector("[data-ready]")
    test_school_file.open_file(page, tmp_path, made.read_text(encoding="utf-8"))
    page.wait_for_selector("[data-news]:has-text('geopend')")
    assert test_school_file.field(page, "naam").input_value() == "De Vlinder"


def test_searching(flow, server):
    page = opened(flow, server.url)
    for query, title in test_search.QUERIES:
        assert title in test_search.results(page, query)
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("article.md-content__inner h1").first).to_be_visible()


def test_without_a_network(flow, site, tmp_path):
    """Kept by one press, everything works when the host is gone, and goes away again."""
    host = test_offline.Host(site, tmp_path)
    page = test_offline.keep(host, flow)
    host.down()
    for address in (test_offline.PAGE, "nu-gevaar/", test_offline.GUIDE):
        test_offline.visit(page, host.url + address)
    before = page.locator(".guide-title").inner_text()
    page.locator(".answer").first.click()
    assert page.locator(".guide-title").inner_text() != before
    assert "Van signaal tot afronding" in test_search.results(test_offline.visit(page, host.url), "signaal")
    page.on("dialog", lambda dialog: dialog.accept())
    test_offline.visit(page, host.url + test_offline.BUTTON_PAGE)
    page.get_by_role("button", name="Haal de site").click()
    test_offline.until_nothing_is_kept(page)


def test_from_a_disk(flow, offline_site):
    page = opened(flow, (offline_site / "index.html").as_uri())
    assert "Van signaal tot afronding" in test_search.results(page, "signaal")
    page.goto((offline_site / f"{case_page.ADDRESS.rstrip('/')}.html").as_uri())
    page.wait_for_selector("[data-ready]")
    before = page.locator(".guide-title").inner_text()
    case_page.answer(page)
    assert page.locator(".guide-title").inner_text() != before
    page.goto((offline_site / "vragenlijsten" / f"{QUESTIONNAIRE.id}-stembus.html").as_uri())
    open_ballot(page)
    pupils(page, range(2))
    assert page.locator(".ballot-count strong").inner_text() == "2 van 12"
