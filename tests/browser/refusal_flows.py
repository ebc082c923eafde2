"""One short way through every page with a widget: some of it by hand, the rest by script, to the end that the page is for.

Each flow takes (page, address of the site, folder for files). It waits for what is on the screen and asks no page for a frame or
a time: the page may have none. What the browser refuses must be said, what was typed must stay.
"""

from urllib.parse import quote

from macros.publish.cases import protocol_data
from macros.publish.links import Links
from tests.browser import case_page, lists_page, test_school_file, test_talk, test_thermometer, test_when
from tests.browser.ballots import BALLOT, INSTRUMENT, REPORTS, answers, report, report_path
from widgets.core import code, guide

TYPED = "Een tas in de sloot"
# What a widget says when one of its own parts failed.
WENT_WRONG = "Er ging iets mis"
SAID = "[data-told] p, [data-news]"
# A pupil who is at the second question answers this many more, and stops.
_REST = """count => { const click = name => document.querySelector(name).click();
  for (let place = 0; place < count; place++) { click(".choice input"); click("[data-message='went-on']"); }
  click("[data-message='finished']"); }"""
# Type these codes one after another, each with Enter.
_CODES = """codes => { for (const text of codes) {
  document.querySelector("[data-code] input").value = text;
  document.querySelector("form[data-submit='code-entered']").dispatchEvent(new Event("submit", {bubbles: true,
    cancelable: true})); } }"""


def opened(page, address: str) -> None:
    page.goto(address, wait_until="commit")
    page.locator("[data-widget][data-ready]").wait_for(state="attached")


def still(page) -> None:
    """Wait as a person does: nothing that was only just drawn is pressed."""
    page.locator("body:not(:has([data-still]))").wait_for(state="attached")


def press(page, selector: str) -> None:
    """Press with the mouse."""
    still(page)
    page.locator(selector).first.click()


def run(page, *messages: str) -> None:
    """Send by script what the first button with each of these words sends."""
    for message in messages:
        page.locator(f'[data-message^="{message}"]').first.evaluate("button => button.click()")


def write(page, selector: str, text: str) -> None:
    still(page)
    page.locator(selector).first.click()
    page.keyboard.insert_text(text)


def perform(page, *effects: str) -> None:
    """Ask for effects by script; of each the page says how it went: done, unknown or refused."""
    for effect in effects:
        page.locator(f'[data-effect^="{effect}"], [data-print]').first.evaluate("button => button.click()")
        said = " ".join(page.locator(SAID).all_inner_texts()).strip()
        assert said or effect == "print", f"nothing is said of {effect}"
        assert WENT_WRONG not in said, said


def text_of(page, selector: str) -> str:
    return page.locator(selector).first.text_content()


# ---- the pages ----


def guide_flow(page, site, _folder):
    opened(page, site + case_page.ADDRESS)
    press(page, "[data-widget] button:has-text('Vandaag')")
    press(page, ".case-form > summary")
    write(page, "textarea[data-field^='noted facts']", TYPED)
    steps = page.evaluate("""() => { let steps = 0; for (; steps < 80; steps++) {
        const answer = document.querySelector("[data-message^='answered ']"); if (!answer) break; answer.click();
          } return steps; }""")
    assert 4 < steps < 80, f"no end after {steps} steps"
    run(page, "panel-chosen note")
    assert TYPED in text_of(page, "pre.note")
    perform(page, "note-copied", "note-saved", "note-printed")
    run(page, "panel-chosen dates", "panel-chosen keep")
    perform(page, "case-saved", "link-copied")
    run(page, "panel-chosen note")
    assert TYPED in text_of(page, "pre.note")


def link_flow(page, site, _folder):
    """A case in the address."""
    model = guide.init(CASE)
    for message in (("day-began", "2026-11-23", "abcdefghijkl"), ("reported", "2026-11-23")):
        model = guide.update(CASE, model, message)
    first = CASE["steps"][0]
    model = guide.update(CASE, model, ("answered", first["id"], first["exits"][0]["key"]))
    text = guide.effect(CASE, model, ("link-copied",), None)["text"]
    opened(page, site + case_page.ADDRESS + "#zaak=" + quote(text))
    page.get_by_text("De zaak is geopend.").first.wait_for(state="attached")
    still_there = page.evaluate("location.hash") != ""
    said = " ".join(page.locator(SAID).all_inner_texts())
    assert still_there == ("laat de zaak in het adres" in said), said
    assert WENT_WRONG not in said


def talk_flow(page, site, _folder):
    opened(page, site + test_talk.ADDRESS)
    run(page, f"jumped {test_talk.PARTS[test_talk.PHASE]['id']}")
    press(page, ".talk-tick")
    assert page.locator(".talk-tick input:checked").count() == 1
    press(page, "[data-message='went-on']")
    for _ in test_talk.PARTS[test_talk.PHASE + 2 :]:
        run(page, "went-on")
    assert test_talk.PARTS[-1]["title"] in text_of(page, ".talk-title")
    perform(page, "printed")
    run(page, f"jumped {test_talk.PARTS[test_talk.PHASE]['id']}")
    assert page.locator(".talk-tick input:checked").count() == 1


def thermometer_flow(page, site, _folder):
    opened(page, site + test_thermometer.ADDRESS)
    press(page, ".choice")
    press(page, "[data-message='went-on']")
    assert test_thermometer.ITEMS[1].text in text_of(page, "legend")
    page.evaluate("""() => { for (const button of document.querySelectorAll("[data-aloud]")) button.click(); }""")
    page.evaluate(_REST, 5)
    assert "Met wie kun je praten?" in text_of(page, ".thermometer-result")
    page.locator(".thermometer-join > summary").evaluate("summary => summary.click()")
    write(page, "#groepscode", code.session_text(1234))
    page.keyboard.press("Enter")
    page.locator(".pupil-code-text").wait_for(state="attached")
    assert page.locator("#groepscode").input_value() == code.session_text(1234)


def signals_flow(page, site, _folder):
    opened(page, site + lists_page.ADDRESSES["signals"])
    press(page, f'label:has([data-field="ticked {lists_page.DANGER["id"]}"])')
    page.locator("details[data-group]").last.evaluate("group => { group.open = true; }")
    write(page, f'[data-field="described {lists_page.OWN_LINE}"]', TYPED)
    result = "[data-widget]"
    assert text_of(page, result).count(lists_page.DANGER["text"]) > 1 and TYPED in text_of(page, result)
    run(page, "clear-asked", "clear-refused")
    perform(page, "copy", "save", "print")
    assert page.locator(f'[data-field="described {lists_page.OWN_LINE}"]').input_value() == TYPED


def agreements_flow(page, site, _folder):
    opened(page, site + lists_page.ADDRESSES["agreements"])
    press(page, f'label:has([data-field="chosen {lists_page.CHOICES[0]["id"]}"])')
    write(page, '[data-field="written regel-1"]', TYPED)
    sheet = text_of(page, ".list-sheet")
    assert TYPED in sheet and lists_page.CHOICES[0]["text"] not in sheet and lists_page.CHOICES[1]["text"] in sheet
    perform(page, "copy", "print")
    run(page, "line-added")
    assert page.locator('[data-field="written regel-1"]').input_value() == TYPED


def school_file_flow(page, site, _folder):
    opened(page, site + test_school_file.ADDRESS)
    write(page, "#veld-naam", TYPED)
    press(page, "[data-effect='save']")  # what is missing is said first
    assert page.locator("[aria-invalid=true]").count() > 0
    for name, text in (("contact-1-naam", "A. de Wit"), ("contact-2-naam", "B. Bos")):
        page.locator(f"#veld-{name}").fill(text)
    for name in ("vakanties", "onderwijs"):
        page.locator(f"#veld-{name}").select_option(index=1)
    perform(page, "save", "copy")
    assert page.locator("[aria-invalid=true]").count() == 0
    assert page.locator("#veld-naam").input_value() == TYPED and f"naam: {TYPED}" in text_of(page, "[data-widget]")


def ballot_flow(page, site, _folder):
    opened(page, site + BALLOT)
    write(page, "#stembus-group", "2B")
    write(page, "#stembus-present", "8")
    page.locator("#stembus-boxes").select_option("een")
    press(page, "[data-submit='box-opened'] button")
    press(page, "[data-message='pupil-began']")
    press(page, ".choice")
    press(page, "[data-message='went-on']")
    assert "Vraag 2" in text_of(page, ".progress")
    page.evaluate("""() => { for (const button of document.querySelectorAll("[data-aloud], [data-full]")) button.click(); }""")
    page.evaluate(_REST, 3)
    run(page, "own-asked")
    run(page, "cast")
    assert text_of(page, ".ballot-count strong") == "0 van 8", "less than half does not count"
    run(page, "codes-asked")
    session = code.session_in(text_of(page, ".ballot-session"))
    page.evaluate(_CODES, [code.encode(INSTRUMENT, session, number, answers(number)) for number in range(6)])
    run(page, "camera-began")
    page.wait_for_timeout(300)
    if not page.locator("[data-message='camera-ended']").count():  # it says why not, and the codes can be typed
        assert "Typ de codes" in text_of(page, "[data-widget]")
    write(page, "[data-code] input", code.encode(INSTRUMENT, session, 77, answers(77)))
    page.keyboard.press("Enter")
    page.locator(".ballot-count strong", has_text="7 van 8").wait_for(state="attached")
    run(page, "codes-done", "close-asked", "closed")
    run(page, "revealed")
    assert "7 van de 8 leerlingen" in text_of(page, ".report-n")
    perform(page, "report-saved", "csv-saved", "feedback-printed")
    assert "7 van de 8 leerlingen" in text_of(page, ".report-n")


def when_flow(page, site, _folder):
    """A parent chooses the day of telling: real days stand beside the moments, and the day that was typed stays."""
    opened(page, site + test_when.ADDRESS)
    field = page.locator("[data-field=told]")
    field.fill("2026-12-17")
    field.blur()
    page.locator(".when-day", has_text="uiterlijk donderdag 17 december 2026").wait_for()
    assert field.input_value() == "2026-12-17"


def reports_flow(page, site, folder):
    opened(page, site + REPORTS)
    page.set_input_files(
        "[data-open]",
        [
            report_path(folder, report([answers(number + place) for number in range(12)], name, f"kast{place}x"))
            for place, name in enumerate(("1A", "1B"))
        ],
    )
    page.locator("#rapport-older").wait_for(state="attached")
    press(page, "[data-message='compared']")
    assert "1A" in text_of(page, "[data-widget]")
    run(page, "returned", "report-chosen")
    assert "12 van de 12 leerlingen" in text_of(page, ".report-n")
    perform(page, "csv-saved", "report-printed")


def reading_flow(page, site, folder):
    """A browser that does not read files: where one is opened that is said, and it goes on. For a case: test_no_harm_case.py."""
    for address, name in ((test_school_file.ADDRESS, ".yaml"), (REPORTS, ".json")):
        opened(page, site + address)
        (folder / f"kapot{name}").write_text("{}", encoding="utf-8")
        page.set_input_files("[data-open]", folder / f"kapot{name}")
        page.locator("[data-news]:has-text('bestand'), .file-troubles").first.wait_for(state="attached")
        said = " ".join(page.locator(f"{SAID}, .file-troubles").all_inner_texts())
        assert "niet" in said and WENT_WRONG not in said, said


def search_flow(page, site, _folder):
    """What is typed finds pages, or the search says that it does not work (docs/assets/js/zoekhulp.js, here sooner)."""
    page.add_init_script(
        "{ const wait = setTimeout; setTimeout = (act, time, ...more) => wait(act, time === 8000 ? 2500 : time, ...more); }"
    )
    page.goto(site)
    page.locator(".md-search__input").click()
    page.keyboard.type("signaal")
    page.locator(".md-search-result__item, .md-search-result__meta:has-text('Zoeken lukt nu niet')").first.wait_for()
    assert page.locator(".md-search__input").input_value() == "signaal"


def keeping_flow(page, site, _folder):
    """The site is kept and goes away again, or the page says that it cannot be."""
    page.goto(site + "zonder-internet/")
    status = page.locator("[data-keep] [data-part=status]")
    sentences = {
        "idle": "staat nog niet op dit apparaat",
        "kept": "De site staat op dit apparaat",
        "unable": "kan de site hier niet bewaren",
        "failed": "is niet gelukt",
    }

    def state(*wanted: str) -> str:
        for _ in range(200):
            found = [name for name, sentence in sentences.items() if sentence in status.inner_text() and status.is_visible()]
            if found and found[0] in wanted:
                return found[0]
            page.wait_for_timeout(100)
        raise AssertionError(f"the page says: {status.inner_text()!r}")

    if state("idle", "unable") == "idle":
        page.get_by_role("button", name="Bewaar deze site").click()
        if state("kept", "failed", "unable") == "kept":
            page.get_by_role("button", name="Haal de site").click()
            state("idle", "failed", "unable")


CASE = protocol_data(
    case_page.CONTENT.protocols[case_page.CONTENT.school.protocol],
    case_page.CONTENT,
    Links(case_page.ADDRESS.rstrip("/") + ".md"),
)
FLOWS = {
    "guide": guide_flow,
    "link": link_flow,
    "talk": talk_flow,
    "thermometer": thermometer_flow,
    "signals": signals_flow,
    "agreements": agreements_flow,
    "school_file": school_file_flow,
    "ballot": ballot_flow,
    "reports": reports_flow,
    "reading": reading_flow,
    "when": when_flow,
    "search": search_flow,
    "keeping": keeping_flow,
}
# Where a widget of each kind stands.
PAGES = {
    "guide": case_page.ADDRESS,
    "talk": test_talk.ADDRESS,
    "thermometer": test_thermometer.ADDRESS,
    "ballot": BALLOT,
    "signals": lists_page.ADDRESSES["signals"],
    "agreements": lists_page.ADDRESSES["agreements"],
    "reports": REPORTS,
    "school_file": test_school_file.ADDRESS,
    "when": test_when.ADDRESS,
}
