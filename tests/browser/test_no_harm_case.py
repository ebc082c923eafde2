"""First do no harm, on the page of a case: true days, no door to a loss without a question, nothing typed that disappears."""

import datetime
import json

import pytest

from tests.browser import refused_effects as refused
from tests.browser.ballots import REPORTS, answers, part, part_path
from tests.browser.case_page import ADDRESS, answer, downloaded, fill_in, panel
from tests.browser.lists_page import ADDRESSES, fill_in_signals
from widgets.core.reserved import RESERVED

pytestmark = pytest.mark.browser
THURSDAY, MONDAY = datetime.datetime(2026, 11, 26, 9, 0), datetime.datetime(2026, 11, 30, 10, 0)


def opened(open_page, server, script="", when=None, expect_errors=False, address=ADDRESS):
    """The page of the protocol on a phone; `script` runs before everything else, as another browser would be."""
    page = open_page("about:blank", 375, accept_downloads=True, expect_errors=expect_errors)
    if script:
        page.add_init_script(script)
    if when:
        page.clock.install(time=when)
    page.goto(server.url + address)
    page.wait_for_selector("[data-ready]")
    return page


# ---- H-4: the day is asked again ----


def test_a_page_that_stayed_open_over_the_weekend_knows_that_it_is_monday(server, open_page):
    page = opened(open_page, server, when=THURSDAY)
    page.get_by_role("button", name="Vandaag").click()
    page.clock.set_system_time(MONDAY)
    answer(page)
    panel(page, "Verslag")
    text = page.locator("pre.note").inner_text()
    assert "Gedaan op maandag 30 november 2026." in text and "Melding: donderdag 26 november 2026" in text


def test_vandaag_fills_in_the_day_it_is(server, open_page):
    page = opened(open_page, server, when=THURSDAY)
    page.clock.set_system_time(MONDAY)
    page.get_by_role("button", name="Vandaag").click()
    assert page.get_by_label("Dag van de melding").input_value() == "2026-11-30"


@pytest.mark.parametrize("event", ["focus", "pageshow", "visibilitychange"])
def test_coming_back_to_the_page_draws_the_dates_again(event, server, open_page):
    page = opened(open_page, server, when=THURSDAY)
    page.get_by_role("button", name="Vandaag").click()
    panel(page, "Alle datums")
    fill_in(page, "Feiten", "Staat er nog.")
    page.get_by_label("Afspraak").first.focus()
    before = page.locator('[data-part="due"]').inner_text()
    page.clock.set_system_time(MONDAY)
    page.evaluate("name => (name == 'visibilitychange' ? document : window).dispatchEvent(new Event(name))", event)
    page.locator('[data-part="due"]', has_text="te laat").wait_for()
    assert "te laat" not in before and "te laat" in page.locator(".case-dates").inner_text()
    assert page.get_by_label("Feiten").input_value() == "Staat er nog."


# ---- H-6: every door to a loss asks ----


def test_leaving_asks_in_old_browsers_too(case):
    """Chrome and Edge before 119 look at returnValue and at nothing else."""
    asked = (
        "() => { const e = new Event('beforeunload', {cancelable: true}); let given = ''; Object.defineProperty(e, "
        "'returnValue', "
        "{get: () => given, set: value => { given = value }}); window.dispatchEvent(e); return [e.defaultPrevented, !!given] }"
    )
    assert case.evaluate(asked) == [True, True]
    panel(case, "Bewaren of overdragen")
    downloaded(case, "Bewaar als bestand")
    assert case.evaluate(asked) == [True, True], "a download is no proof"
    case.get_by_role("button", name="Ja, het bestand staat er").click()
    assert case.evaluate(asked) == [False, False]


@pytest.mark.parametrize("kind", ["signals", "agreements", "school_file", "talk"])
def test_every_page_with_something_typed_or_ticked_asks(kind, server, open_page, tmp_path):
    page = open_page("about:blank", 375)
    refused.PAGES[kind][0](page, server, tmp_path)
    assert page.evaluate(refused.ASKS)


def test_another_case_by_file_or_by_link_asks_first(case, tmp_path):
    answer(case)
    panel(case, "Bewaren of overdragen")
    other = tmp_path / "zaak.json"
    other.write_text(downloaded(case, "Bewaar als bestand"), encoding="utf-8")
    case.get_by_role("button", name="Bekijk of wijzig").first.click()
    fill_in(case, "Feiten", "Alleen hier.")
    case.get_by_label("Open een bewaard bestand").set_input_files(other)
    case.get_by_role("button", name="Houd deze zaak").click()
    assert case.get_by_label("Feiten").input_value() == "Alleen hier."
    link = "#zaak=" + other.read_text(encoding="utf-8")
    case.evaluate("link => { location.hash = link }", link)
    case.get_by_role("button", name="Open de andere zaak").wait_for()
    assert "#" not in case.url
    case.get_by_role("button", name="Open de andere zaak").click()
    panel(case, "Verslag")
    assert "Alleen hier." not in case.locator("pre.note").inner_text()


def test_links_open_beside_a_case_that_was_not_kept(case):
    """In the guide, and below it: an iPhone does not ask before a page is left."""
    answer(case)
    fill_in(case, "Feiten", "Staat er nog.")
    case.locator("#wie-doet-wat > summary").click()
    links = [case.locator(".guide-card .step-facts a").first, case.locator("#wie-doet-wat a:visible").first]
    for link in links:
        with case.context.expect_page() as beside:
            link.click()
        beside.value.close()
    assert case.get_by_label("Feiten").input_value() == "Staat er nog."
    assert case.url.split("#")[0].endswith(ADDRESS)


@pytest.mark.parametrize("key", [*RESERVED, "constructor"])
def test_names_that_mean_something_to_the_browser_break_nothing(key, case, tmp_path):
    fill_in(case, "Feiten", "Feit.")
    panel(case, "Bewaren of overdragen")
    text = downloaded(case, "Bewaar als bestand")
    case.get_by_role("button", name="Ja, het bestand staat er").click()
    data = json.loads(text)
    for number, spot in enumerate((data, data["records"], data["records"]["melding"], data["answers"], data["seen"])):
        spot[key] = {"x": 1}
        path = tmp_path / f"zaak{number}.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        if not case.get_by_label("Open een bewaard bestand").count():  # a case that opened begins at its list
            panel(case, "Bewaren of overdragen")
        case.get_by_label("Open een bewaard bestand").set_input_files(path)
        case.locator(":is(.case-next, .case-panel) .notice").first.wait_for()
        del spot[key]
        assert case.locator("[data-failed]").count() == 0
        assert case.get_by_label("Feiten").input_value() == "Feit."
    case.evaluate("link => { location.hash = link }", '#zaak={"' + key + '": 1}')
    case.get_by_text("geen zaak van deze site").wait_for()
    assert case.watch.errors == []


def test_a_file_stays_in_reach_while_somebody_looks_for_a_folder(case):
    """A browser may first ask where to save it: ten seconds are too few for that, and minutes are not."""
    case.evaluate("""() => { window.gone = []; const revoke = URL.revokeObjectURL;
      URL.revokeObjectURL = address => { window.gone.push(address); revoke.call(URL, address); }; }""")
    panel(case, "Bewaren of overdragen")
    downloaded(case, "Bewaar als bestand")
    case.clock.fast_forward(5 * 60_000)
    assert case.evaluate("window.gone.length") == 0
    case.clock.fast_forward(10 * 60_000)
    assert case.evaluate("window.gone.length") == 1, "and it does not stay for ever"


# ---- H-8: used whole, or refused in words ----


def as_text(page):
    """What a browser without a date picker shows: a field for text."""
    page.evaluate("document.querySelectorAll('[type=date]').forEach(field => field.setAttribute('type', 'text'))")


def test_a_typed_date_is_read(case):
    case.locator(".case-form > summary").click()
    as_text(case)
    fill_in(case, "Gedaan op", "20-11-26")
    fill_in(case, "Volgende afspraak", "4-12-26")
    case.get_by_label("Dag van de melding").fill("20-11-2026")
    case.get_by_label("Dag van de melding").blur()
    answer(case)
    panel(case, "Verslag")
    text = case.locator("pre.note").inner_text()
    assert "Gedaan op vrijdag 20 november 2026." in text and "Volgende afspraak: vrijdag 4 december 2026" in text


def test_a_typed_date_that_is_none_is_refused_in_words(case):
    case.locator(".case-form > summary").click()
    title = case.locator(".guide-title").inner_text()
    as_text(case)
    fill_in(case, "Gedaan op", "20-11")
    assert "‘20-11’ is geen datum" in case.locator('[data-part="remark-day"]').inner_text()
    answer(case)
    assert case.locator(".guide-title").inner_text() == title
    assert "Verbeter hem eerst" in case.locator(".guide-news").inner_text()
    assert "‘20-11’ is geen datum" in case.locator('[data-part="remark-day"]').inner_text()


def test_a_date_filled_in_for_a_part_is_told(case):
    """The browser tells nobody of a date of which only the day is filled in."""
    case.locator(".case-form > summary").click()
    case.get_by_label("Gedaan op").focus()
    case.keyboard.type("20")
    case.get_by_label("Afspraak").first.focus()
    assert "nog niet af" in case.locator('[data-part="remark-day"]').inner_text()
    title = case.locator(".guide-title").inner_text()
    answer(case)
    assert case.locator(".guide-title").inner_text() == title


def test_a_year_ahead_gets_a_remark(case):
    case.get_by_label("Dag van de melding").fill("2036-11-23")
    assert "Deze dag moet nog komen" in case.locator('[data-part="remark-reported"]').inner_text()


def test_a_long_text_that_is_pasted_stays_whole(case):
    text = "Er gebeurde iets op het plein. " * 107 + "Dit is het einde."
    fill_in(case, "Feiten", text)
    panel(case, "Verslag")
    assert "Dit is het einde." in case.locator("pre.note").inner_text()


def test_a_second_choice_of_files_waits_for_the_first(server, open_page, tmp_path):
    page = opened(open_page, server, address=REPORTS)
    made = [
        part_path(tmp_path, part([answers(number) for number in range(6)], f"G{place}", f"kast{place}")) for place in range(50)
    ]
    page.evaluate("() => { const own = window.setTimeout; window.setTimeout = (run, wait) => own(run, wait + 300) }")
    page.set_input_files("[data-open]", made[:45])
    page.get_by_text("van 45 bestanden gelezen").wait_for()
    page.set_input_files("[data-open]", made[45:])
    page.get_by_role("heading", name="Deelbestanden (50)").wait_for()


# ---- H-13: a chosen day works as Vandaag does ----


def test_a_day_that_is_chosen_draws_the_form_and_the_letter(server, open_page):
    page = opened(open_page, server, when=MONDAY)
    page.get_by_label("Dag van de melding").fill("2026-11-27")
    assert page.get_by_text("Invullen: datum, feiten, afspraak").is_visible()
    assert page.get_by_label("Letter voor deze zaak").is_visible()
    assert page.locator("[data-part=case-today] button").count() == 0
    fill_in(page, "Feiten", "Een tas.")
    page.get_by_label("Letter voor deze zaak").fill("A")
    page.get_by_label("Dag van de melding").fill("2026-11-26")
    assert (
        page.get_by_label("Feiten").input_value() == "Een tas."
        and page.get_by_label("Letter voor deze zaak").input_value() == "A"
    )
    page.get_by_label("Letter voor deze zaak").fill("Karin")
    page.get_by_label("Letter voor deze zaak").blur()
    assert "hoogstens drie letters of cijfers" in page.locator(".guide-news").inner_text()


# ---- H-1: what the world does not have or does not allow ----

THROW = "throw new DOMException('nee', 'SecurityError')"
WITHOUT = {
    "random numbers": "Object.defineProperty(window, 'crypto', {value: undefined})",
    "random numbers that throw": f"Crypto.prototype.getRandomValues = () => {{ {THROW} }}",
    "scrolling": "delete Element.prototype.scrollIntoView",
    "scrolling that throws": f"Element.prototype.scrollIntoView = () => {{ {THROW} }}",
    "focus": f"HTMLElement.prototype.focus = () => {{ {THROW} }}",
    "history": f"History.prototype.replaceState = () => {{ {THROW} }}",
    "a reader of files": "delete window.FileReader",
    "a reader that throws": f"FileReader.prototype.readAsText = () => {{ {THROW} }}",
    "a reader that cannot": "FileReader.prototype.readAsText = function () { setTimeout(() => this.onerror(new "
    "Event('error'))) }",
}


@pytest.mark.parametrize("missing", WITHOUT)
def test_a_case_goes_on_without(missing, server, open_page, tmp_path):
    page = opened(open_page, server, WITHOUT[missing])
    page.get_by_role("button", name="Vandaag").click()
    fill_in(page, "Feiten", "Een tas.")
    answer(page)
    panel(page, "Bewaren of overdragen")
    kept = downloaded(page, "Bewaar als bestand")
    assert "Een tas." in kept
    (tmp_path / "zaak.json").write_text(kept, encoding="utf-8")
    page.get_by_label("Open een bewaard bestand").set_input_files(tmp_path / "zaak.json")
    if "reader" in missing:
        page.get_by_text("Je browser kan dit bestand niet lezen.").last.wait_for()
    else:
        page.get_by_role("button", name="Houd deze zaak").click()
    panel(page, "Verslag")
    assert "Een tas." in page.locator("pre.note").inner_text() and page.locator("[data-failed]").count() == 0


def test_a_link_that_stays_in_the_address_is_told(server, open_page, case):
    panel(case, "Bewaren of overdragen")
    link = "#zaak=" + downloaded(case, "Bewaar als bestand")
    page = open_page("about:blank", 375)
    page.add_init_script(WITHOUT["history"])
    page.goto(server.url + ADDRESS + link)
    page.get_by_text("De zaak is geopend.").wait_for()
    assert "Deel dat adres met niemand" in page.locator("[data-told]").inner_text()


# ---- a page that cannot draw any more ----

BROKEN = "Element.prototype.replaceWith = () => { throw new Error('nee') }"


def test_a_case_that_cannot_be_drawn_any_more_is_there_to_copy(server, open_page):
    page = opened(open_page, server, expect_errors=True)
    page.get_by_role("button", name="Vandaag").click()
    fill_in(page, "Feiten", "Een tas in de sloot.")
    page.evaluate("() => { " + BROKEN + " }")
    answer(page)
    page.wait_for_selector("[data-failed]")
    told = page.locator("[data-rescued]")
    assert "Kopieer eerst wat je had ingevuld" in told.inner_text()
    assert "Een tas in de sloot." in told.locator("textarea").first.input_value()
    assert json.loads(told.locator("textarea").last.input_value())["records"]["melding"]["facts"] == "Een tas in de sloot."
    assert page.evaluate(refused.ASKS)
    assert page.locator(".guide-title").count() == 1
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert page.locator("[data-rescued]").count() == 0 and not page.evaluate(refused.ASKS)


def test_a_list_that_cannot_be_drawn_any_more_is_there_to_copy(server, open_page):
    page = opened(open_page, server, expect_errors=True, address=ADDRESSES["signals"])
    fill_in_signals(page)
    page.evaluate("() => { " + BROKEN + " }")
    page.get_by_role("button", name="Wis alles").click()
    page.wait_for_selector("[data-failed]")
    assert "Wat ons opviel" in page.locator("[data-rescued] textarea").input_value()


def test_a_fault_on_the_way_costs_nothing(server, open_page):
    page = opened(open_page, server, expect_errors=True)
    page.get_by_role("button", name="Vandaag").click()
    fill_in(page, "Feiten", "Een tas.")
    page.locator(".answer").first.evaluate("node => node.setAttribute('data-message', 'stuk')")
    answer(page)
    assert page.locator("[data-failed]").count() == 0 and page.get_by_label("Feiten").input_value() == "Een tas."
    assert "Wat je had ingevuld, staat er nog." in page.locator(".guide-news").inner_text()
    answer(page)
    assert page.locator(".guide-trail").count() == 1
