"""Attempts to read a pupil's answers from the page. The docstrings are published: what was tried and what happened."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.ballots import (
    BALLOT,
    INSTRUMENT,
    ITEMS,
    REPORTS,
    SEVERAL,
    answers,
    button,
    close_ballot,
    open_ballot,
    open_codes,
    open_report,
    pupils,
    report,
    report_of_box,
    report_path,
    type_codes,
)
from tests.conftest import settle
from widgets.core import ballot as ballot_core
from widgets.core import code

pytestmark = pytest.mark.browser


def body(page) -> str:
    return page.locator("[data-widget]").inner_html()


def begin(page, value: int = 5) -> None:
    """A pupil answers one question and stands at the next."""
    button(page, "Ik ga invullen").click()
    page.locator(f'.choice input[value="{value}"]').check()
    button(page, "Volgende").click()


# The random name of a box.
_NAME = re.compile(r'"boxes":\s*\["[a-z0-9]{12}"\]')


def alike(few: int) -> list[dict]:
    """25 sheets of which `few` are at the risky end of one question; the report may not tell 0, 1 and 2 apart."""
    good = {
        item["id"]: (4 if section["polarity"] == "high-is-good" else 0)
        for section in INSTRUMENT["sections"]
        for item in section["items"]
    }
    return [{**good, ITEMS[0]: 0} if number < few else good for number in range(25)]


def test_attack_14_read_hidden_figures_from_the_page_the_table_and_the_paper(server, open_page):
    """Aanval: Iemand zoekt in de code van de pagina, in de tabel en op papier naar cijfers die niet op het scherm staan.
    Uitkomst: Er staat nergens meer dan op het scherm. Nul, één of twee leerlingen geven precies dezelfde bestanden."""
    found = []
    for few in (0, 1, 2):
        page = open_page(server.url + BALLOT, 900, reduced_motion="reduce")
        page.on("dialog", lambda dialog: dialog.accept())
        open_ballot(page, 25)
        type_codes(page, open_codes(page), alike(few))
        close_ballot(page)
        report_of_box(page)
        texts = [body(page)]
        for name in ("Bewaar als tabel (CSV)", "Bewaar rapport"):
            with page.expect_download() as download:
                button(page, name).click()
            texts.append(_NAME.sub("", download.value.path().read_text(encoding="utf-8")))
        paper = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
        texts.append(sorted(re.sub(r"\s", "", paper)))  # in which order pieces are drawn is the browser's
        found.append(texts)
    assert found[0] == found[1] == found[2]
    assert "%" in found[0][0] or "ijna iedereen" in found[0][0]


def heap(page) -> str:
    """All texts and names that the scripts of a page hold in memory, after everything unused was thrown away."""
    session = page.context.new_cdp_session(page)
    pieces = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: pieces.append(event["chunk"]))
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    session.detach()
    return "".join(pieces)


def test_attack_07_look_for_a_code_that_was_counted(ballot):
    """Aanval: Iemand zoekt na het tellen naar de code van een leerling: in de pagina, het geheugen, het klembord of de opslag.
    Uitkomst: De code is nergens meer. Ook uit een gesloten stembus is geen formulier te halen.
    Blijft mogelijk: Wie een code eerst overschrijft of fotografeert, heeft hem nog."""
    open_ballot(ballot)
    session = open_codes(ballot)
    texts = [code.encode(INSTRUMENT, session, 77 + number, answers(number)) for number in range(6)]
    for text in texts:
        ballot.get_by_label("Of typ de code van de leerling").fill(text)
        ballot.keyboard.press("Enter")
    assert ballot.locator(".ballot-count strong").inner_text() == "6 van 12"
    ballot.context.grant_permissions(["clipboard-read"])
    for closed in (False, True):
        if closed:
            button(ballot, "Klaar met codes").click()
            close_ballot(ballot)
        kept = ballot.evaluate("""async () => [document.documentElement.outerHTML, await navigator.clipboard.readText(),
          document.cookie,
          JSON.stringify({...localStorage, ...sessionStorage}), (await indexedDB.databases()).length, window.name, location.href,
          [...document.querySelectorAll("input")].map(control => control.value).join(" ")].join(" ")""") + heap(ballot)
        assert "widgets.core.ballot" in kept, "the search looks in the memory of the page"
        for text in texts:
            assert text not in kept and text.replace(" ", "") not in kept
            assert text.split(" ")[3] not in kept, "a part of a code with answers in it"


@pytest.mark.parametrize("how", ["back", "reload", "closed"])
def test_attack_15_come_back_after_the_pupil_before_you(how, server, ballot):
    """Aanval: Een leerling drukt op Terug of Opnieuw laden, of hoopt dat het apparaat velden van de vorige invult.
    Uitkomst: De lijst van de vorige is leeg. Velden hebben elke keer een andere naam en worden nooit vanzelf ingevuld."""
    open_ballot(ballot)
    begin(ballot)
    ballot.locator('.choice input[value="3"]').check()
    name = ballot.locator(".choice input").first.get_attribute("name")
    if how == "back":
        ballot.goto(server.url)
        ballot.go_back()
    elif how == "reload":
        ballot.reload()
    else:
        ballot.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
        ballot.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    ballot.wait_for_selector("[data-ready]")
    assert ballot.locator(".thermometer-question").count() == 0
    assert "Vraag 1:" not in body(ballot)
    if ballot.locator(".ballot-set-up").count():
        assert ballot.get_by_label("Hoeveel leerlingen zijn er?").input_value() == ""
        open_ballot(ballot)
    button(ballot, "Ik ga invullen").click()
    assert ballot.locator(".choice input:checked").count() == 0
    assert ballot.locator(".choice input").first.get_attribute("name") != name
    assert ballot.locator("[data-widget] :is(input, form, select):not([autocomplete=off]):not([type=file])").count() == 0


def test_attack_16_wait_until_a_pupil_walks_away(server, open_page):
    """Aanval: Een leerling loopt weg met een halve lijst op het scherm. De volgende wil die lezen.
    Uitkomst: Na een minuut vraagt de pagina of er nog iemand is. Na anderhalve minuut is de lijst weg. De stembus blijft."""
    page = open_page("about:blank")
    page.on("dialog", lambda dialog: dialog.accept())
    page.clock.install()
    page.goto(server.url + BALLOT)
    open_ballot(page)
    pupils(page, [1])
    begin(page)
    page.clock.run_for(61_000)
    assert "Ben je er nog?" in page.locator("[data-news]").inner_text()
    page.mouse.click(5, 5)
    page.clock.run_for(61_000)
    assert page.locator(".thermometer-question").count() == 1
    page.clock.run_for(30_000)
    assert page.locator(".thermometer-question").count() == 0
    assert "gewist" in page.locator("[data-news]").inner_text()
    assert page.locator(".ballot-count strong").inner_text() == "1 van 12"
    page.clock.run_for(200_000)
    assert page.locator(".ballot-count strong").inner_text() == "1 van 12"


def test_attack_17_look_in_the_address_the_title_the_history_and_the_console(server, open_page):
    """Aanval: Iemand zoekt antwoorden in het adres, de titel, de geschiedenis, de opslag of in een foutmelding.
    Uitkomst: Daar staat niets. Ook een fout in de pagina noemt geen antwoord."""
    page = open_page(server.url + BALLOT, expect_errors=True)
    page.on("dialog", lambda dialog: dialog.accept())
    open_ballot(page)
    before = page.evaluate("[location.href, document.title, window.name]")
    begin(page)
    page.locator('.choice input[value="3"]').check()
    page.locator("[data-message=went-on]").click()
    assert page.evaluate("[location.href, document.title, window.name]") == before
    length = page.evaluate("history.length")
    for _ in range(5):
        page.locator("[data-message=went-on], [data-message=skipped]").first.click()
    assert page.evaluate("[history.state, history.length]") == [2, length], "the same for everybody"
    kept = page.evaluate("""async () => [document.cookie, localStorage.length, sessionStorage.length,
                                         (await indexedDB.databases()).length, (await caches.keys()).length]""")
    assert kept == ["", 0, 0, 0, 0]
    assert page.watch.errors == []
    page.evaluate("document.querySelector('[data-message=went-on]').setAttribute('data-message', 'stuk')")
    page.locator("[data-message=stuk]").click()
    assert page.locator(".thermometer-question").count() == 0 and page.locator(".ballot-count strong").inner_text() == "0 van 12"
    assert len(page.watch.errors) == 1 and not any(item in page.watch.errors[0] for item in ITEMS)
    assert page.locator(".choice input:checked").count() == 0


def test_attack_18_listen_to_the_network(ballot, server, open_page, tmp_path):
    """Aanval: Iemand luistert mee op het netwerk terwijl leerlingen invullen en de school rapporten bekijkt.
    Uitkomst: Na het openen van de pagina gaat er niets meer over het netwerk. Alles werkt ook zonder wifi."""
    settle(ballot)
    ballot.context.set_offline(True)
    before = len(ballot.watch.requests)
    open_ballot(ballot)
    pupils(ballot, range(6))
    close_ballot(ballot)
    report_of_box(ballot)
    button(ballot, "Wis alles en begin opnieuw").click()
    button(ballot, "Ja, wis alles").click()
    assert [request for request in ballot.watch.requests[before:] if not request.startswith("blob:")] == []
    reports = open_page(server.url + REPORTS, 375)
    settle(reports)
    reports.context.set_offline(True)
    before = len(reports.watch.requests)
    open_report(reports, report_path(tmp_path, report([answers(number) for number in range(12)], "2B", "kastje")))
    assert [request for request in reports.watch.requests[before:] if not request.startswith("blob:")] == []


def test_attack_24_find_a_day_or_a_time_in_a_file(ballot):
    """Aanval: Iemand zoekt in bestanden wanneer er is ingevuld, om te raden wie dat was.
    Uitkomst: In de naam en in het bestand staat alleen de maand."""
    today = ballot.evaluate("new Date().toISOString().slice(0, 10)")
    found = []
    for options, names in (
        ({}, ("Bewaar rapport", "Bewaar als tabel (CSV)")),
        ({"where": SEVERAL}, ("Bewaar deelbestand (vertrouwelijk)",)),
    ):
        open_ballot(ballot, **options)
        pupils(ballot, range(12))
        close_ballot(ballot)
        if not options:
            report_of_box(ballot)
        for name in names:
            with ballot.expect_download() as download:
                button(ballot, name).click()
            found.append(download.value.suggested_filename + download.value.path().read_text(encoding="utf-8"))
        button(ballot, "Wis alles en begin opnieuw").click()
        button(ballot, "Ja, wis alles").click()
    assert len(found) == 3
    for text in found:
        assert today[:7] in text
        assert today not in text and not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d|\b1[5-9]\d{8,11}\b", text)


def test_attack_25_compare_the_screen_after_every_pupil(server, open_page):
    """Aanval: Iemand maakt na elke leerling een foto van het scherm, of leest de code van de pagina van een open stembus.
    Uitkomst: Er verandert alleen één getal: hoeveel leerlingen klaar zijn. Wat zij kozen, maakt geen verschil."""
    found = []
    for numbers in ((1, 2, 3), (7, 11, 20)):
        page = open_page(server.url + BALLOT, reduced_motion="reduce")
        page.on("dialog", lambda dialog: dialog.accept())
        open_ballot(page)
        screens = []
        for number in numbers:
            pupils(page, [number])
            screens.append(body(page))
        found.append(screens)
    assert found[0] == found[1]
    first, last = found[0][0], found[0][2]
    assert first.replace("1 van 12", "3 van 12").replace("nu 1 ", "nu 3 ") == last


def test_attack_26_close_the_box_as_a_pupil(server, open_page):
    """Aanval: Een leerling wil de stembus zelf sluiten of wissen, of stiekem de uitslag zien.
    Uitkomst: Met een sluitwoord kan dat niet. Het woord staat nergens in de pagina.
    Blijft mogelijk: Wie twee minuten alleen bij het apparaat is, kan verder zonder het woord. En wie de pagina sluit, wist
    alles."""
    page = open_page("about:blank")
    page.on("dialog", lambda dialog: dialog.accept())
    page.clock.install()
    page.goto(server.url + BALLOT)
    open_ballot(page, word="Raam 7")
    pupils(page, range(6))
    assert "raam" not in body(page).lower()
    page.get_by_text("Voor de volwassene").click()
    for guess in ("", "deur", "raam"):
        page.get_by_label("Sluitwoord").fill(guess)
        page.keyboard.press("Enter")
        assert "niet het sluitwoord" in page.locator("[data-news]").inner_text()
        assert not page.get_by_role("button", name="Sluit de stembus").count()
    page.evaluate("document.querySelector('[data-message=pupil-began]').setAttribute('data-message', 'close-asked')")
    page.locator("[data-message=close-asked]").click()
    assert page.locator(".ballot-ready").count() == 1 and page.get_by_role("button", name="Ja, sluit de stembus").count() == 0
    button(page, "Ik weet het sluitwoord niet meer").click()
    page.clock.run_for((ballot_core.WAIT_SECONDS - 2) * 1000)
    assert "Over twee minuten" in page.locator("[data-body]").inner_text()
    pupils(page, [6])
    page.clock.run_for(10_000)
    assert not page.get_by_role("button", name="Sluit de stembus").count(), "a pupil who begins stops the time"
    page.get_by_text("Voor de volwassene").click()
    page.get_by_label("Sluitwoord").fill("RAAM 7")
    page.keyboard.press("Enter")
    button(page, "Sluit de stembus").click()
    button(page, "Ja, sluit de stembus").click()
    assert "De stembus is gesloten" in page.locator("[data-body]").inner_text()
