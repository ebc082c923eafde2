"""A sheet, the ballot box and leaving quickly when the world does not help: sleep, wrong clocks, refusals, other browsers."""

import datetime
import io
import json
import re
import time

import pytest
from pypdf import PdfReader

from tests.browser import case_page
from tests.browser.ballots import (
    BALLOT,
    CONTENT,
    ITEMS,
    QUESTIONNAIRE,
    REPORTS,
    SEVERAL,
    answers,
    button,
    choose_where,
    close_ballot,
    open_ballot,
    open_report,
    pupils,
    report,
    report_of_box,
    report_path,
)

pytestmark = pytest.mark.browser
THERMOMETER = f"vragenlijsten/{QUESTIONNAIRE.id}/"
MORNING = datetime.datetime(2026, 11, 30, 9, 0)
HOUR, DAY, YEAR = 3600, 24 * 3600, 365 * 24 * 3600


@pytest.fixture
def clocked(server, open_page):
    """clocked(address, script, time) -> page with a clock of the test, and a script that runs before those of the page."""

    def opened(address, script="", time=MORNING, **options):
        page = open_page("about:blank", 375, reduced_motion="reduce", **options)
        page.on("dialog", lambda dialog: dialog.accept())
        page.clock.install(time=time)
        if script:
            page.add_init_script(script)
        page.goto(server.url + address)
        page.wait_for_selector("[data-ready]")
        return page

    return opened


def set_clock(page, seconds: int) -> None:
    """Somebody sets the clock of the device: only the date jumps. Asleep without a steady clock it looks the same.

    The theme then asks to be called after as many years. A browser counts to 24 days and calls it at once, over and over, and
    the clock of a test does so for each millisecond: a minute would take a quarter of an hour.
    """
    page.evaluate(
        """seconds => {
      const again = window.setInterval;
      window.setInterval = (act, wait, ...more) => again.call(window, act, Math.min(wait || 0, 2 ** 31 - 1), ...more);
      const true_now = Date.now.bind(Date), RealDate = Date, jump = seconds * 1000;
      window.Date = class extends RealDate {
        constructor(...given) { if (given.length) super(...given); else super(true_now() + jump); }
        static now() { return true_now() + jump; }
      };
    }""",
        seconds,
    )


def heading(page) -> str:
    return page.locator("legend").inner_text()


def news(page) -> str:
    return page.locator("[data-news]").inner_text()


def answer(page, count: int = 1) -> None:
    for _ in range(count):
        page.evaluate("document.querySelectorAll('.choice input')[4].click()")
        page.evaluate("document.querySelector('[data-message=went-on]').click()")


def result(page) -> None:
    """The own result of a sheet that was filled in whole."""
    answer(page, len(ITEMS))
    assert page.locator(".thermometer-result").count() == 1


# ---- asleep, and clocks that somebody sets ----


@pytest.mark.parametrize("asleep", (8 * HOUR, 3 * DAY))
@pytest.mark.parametrize("steady", (True, False))
def test_what_slept_is_wiped_with_a_sentence(asleep, steady, clocked):
    """Whether the steady clock of the page went on while the device slept, or not."""
    page = clocked(THERMOMETER)
    answer(page, 2)
    if steady:
        page.clock.fast_forward(asleep * 1000)
    else:
        set_clock(page, asleep)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "gewist" in news(page)
    assert QUESTIONNAIRE.sections[0].items[0].text in heading(page)


@pytest.mark.parametrize("jump", (-DAY, -7 * YEAR, 7 * YEAR))
def test_a_clock_that_is_set_neither_wipes_nor_keeps(jump, clocked):
    """The pupil who is busy goes on; a minute and a half after the last sign of life everything is gone as ever."""
    page = clocked(THERMOMETER)
    answer(page, 2)
    set_clock(page, jump)
    page.mouse.click(5, 5)
    answer(page, 1)
    assert QUESTIONNAIRE.sections[0].items[3].text in heading(page)
    page.clock.run_for(61_000)
    assert "Ben je er nog?" in news(page)
    page.clock.run_for(31_000)
    assert "gewist" in news(page)


@pytest.mark.parametrize(
    "days,month,said",
    ((1, "2026-12", ""), (-1, "2026-11", "29 november 2026"), (7 * 365, "2033-11", "2033"), (-5 * 365, "2021-12", "2021")),
)
def test_the_ballot_box_asks_the_day_again(days, month, said, clocked):
    """Opened on the last day of November: the month to choose is that of the day on which it is opened."""
    page = clocked(BALLOT)
    page.get_by_label("Hoeveel leerlingen zijn er?").fill("12")
    set_clock(page, days * DAY)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    select = page.get_by_label("Welke maand?")
    assert select.input_value() == month and select.locator("option").first.get_attribute("value") == month
    assert page.get_by_label("Hoeveel leerlingen zijn er?").input_value() == "12"
    assert (said in news(page)) if said else news(page) == ""
    choose_where(page)
    button(page, "Open de stembus").click()
    assert page.locator(".ballot-ready").count() == 1


def test_a_clock_before_the_box_existed_is_told(clocked):
    page = clocked(BALLOT)
    page.get_by_label("Hoeveel leerlingen zijn er?").fill("12")
    set_clock(page, -7 * YEAR)
    choose_where(page)
    button(page, "Open de stembus").click()
    assert "Zet eerst de klok goed" in news(page) and page.locator(".ballot-set-up").count() == 1


def test_an_open_box_keeps_its_sheets_and_its_month_overnight(clocked):
    page = clocked(BALLOT)
    open_ballot(page)
    pupils(page, range(5))
    set_clock(page, DAY)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    pupils(page, [5])
    assert page.locator(".ballot-count strong").inner_text() == "6 van 12"


# ---- who is there without hands ----

SPEECH = """(() => {
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const engine = { getVoices: () => [{name: "near", lang: "nl-NL", localService: true}], speak(it) { window.spoken = it; },
    cancel() {} };
  Object.defineProperty(window, "speechSynthesis", { value: TARGET });
})()"""
VOICE = SPEECH.replace("TARGET", "Object.assign(new EventTarget(), engine)")


def read_aloud(page) -> None:
    """What a questionnaire for children offers."""
    page.evaluate("document.querySelector('[data-aloud]').click()")


def test_a_result_is_read_to_the_end(clocked):
    """174 seconds of reading aloud: not wiped, also not asked; afterwards the time begins anew."""
    page = clocked(THERMOMETER, VOICE)
    if not page.locator("[data-aloud]").count():
        page.evaluate("""() => { const root = document.querySelector("[data-widget]");
          root.querySelector("[data-body]").insertAdjacentHTML("beforebegin", "<button data-aloud>Lees voor</button>"); }""")
    result(page)
    read_aloud(page)
    for _ in range(6):
        page.clock.run_for(29_000)
        assert page.locator(".thermometer-result").count() == 1 and news(page) == ""
    page.evaluate("spoken.dispatchEvent(new Event('end'))")
    page.clock.run_for(59_000)
    assert page.locator(".thermometer-result").count() == 1 and news(page) == ""
    # With a clock of the test the page scrolls long after it drew, as if somebody did that.
    page.evaluate("window.addEventListener('scroll', event => event.stopImmediatePropagation(), true)")
    page.clock.run_for(900_000)
    assert page.locator(".thermometer-result").count() == 0 and "gewist" in news(page)


def test_a_voice_that_never_ends_does_not_keep_a_sheet(clocked):
    page = clocked(THERMOMETER, VOICE)
    page.evaluate(
        """() => document.querySelector("[data-body]").insertAdjacentHTML("beforebegin", "<button data-aloud></button>")"""
    )
    answer(page, 1)
    read_aloud(page)
    page.clock.run_for(600_000)
    assert "gewist" in news(page)


@pytest.mark.parametrize(
    "sign",
    (
        "document.querySelectorAll('.choice input')[1].focus({preventScroll: true})",
        "document.dispatchEvent(new Event('selectionchange'))",
    ),
)
def test_focus_that_moves_without_keys_is_a_sign_of_life(sign, clocked):
    page = clocked(THERMOMETER)
    answer(page, 2)
    page.clock.run_for(50_000)
    page.evaluate(sign)
    page.clock.run_for(50_000)
    assert news(page) == "" and QUESTIONNAIRE.sections[0].items[2].text in heading(page)
    page.clock.run_for(41_000)
    assert "gewist" in news(page), "and without one it is wiped"


def test_a_long_result_gets_time_to_read(clocked):
    """Words at a hundred a minute, before the question whether somebody is there."""
    page = clocked(THERMOMETER)
    result(page)
    words = len(page.locator(".thermometer-result").evaluate("node => node.textContent").split())
    assert words > 200
    page.clock.run_for((min(words * 60 // 100, 300) - 2) * 1000)
    assert news(page) == ""
    page.clock.run_for(4_000)
    assert "Ben je er nog?" in news(page)
    page.clock.run_for(31_000)
    assert "gewist" in news(page)


# ---- leaving quickly ----

# What is left of the page half a second after somebody leaves, told on the console: Playwright itself waits for the other site.
TELL = """document.addEventListener("click", event => event.target.closest("[data-leave]") && setTimeout(() => console.log(
  "state " + JSON.stringify([document.documentElement.getClientRects().length,
    document.querySelectorAll(":checked[data-answer]").length,
    document.querySelector("[data-field=reported]")?.value ?? "", location.href])), 500), true)"""


@pytest.mark.parametrize("address", (THERMOMETER, case_page.ADDRESS))
def test_leaving_hides_before_the_other_site_answers(address, server, open_page):
    """Nothing of the page is drawn any more, and what was filled in is gone, while the other site takes its time."""

    def late(route):
        time.sleep(1)
        route.fulfill(body="elders", content_type="text/html")

    page = open_page(server.url + address, 375, expect_errors=True)
    page.wait_for_selector("[data-ready]")
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.route(CONTENT.school.leave_to + "**", late)
    if address == THERMOMETER:
        page.locator('.choice input[value="5"]').check()
    else:
        button(page, "Vandaag").click()
        page.locator(".answer").first.click()
        assert page.locator("[data-field=reported]").input_value() != ""
    page.evaluate(TELL)
    page.locator("[data-leave]").first.click(no_wait_after=True)
    page.wait_for_url(CONTENT.school.leave_to + "**")
    states = [json.loads(text.removeprefix("state ")) for text in told if text.startswith("state ")]
    assert states == [[0, 0, "", server.url + address]]


SMALL = ((360, 640), (360, 560), (390, 664), (375, 548), (320, 480))
# In every question, at the place where it is drawn: what the button covers, and what is wholly on the screen but is covered.
COVERED = """() => {
  const leave = document.querySelector(".leave-button"), bar = leave.closest(".md-header"),
    box = leave.getBoundingClientRect(), found = [];
  if (!bar || getComputedStyle(leave).position === "fixed") found.push("lies loose");
  if (document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== leave) found.push("out of sight");
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  const asked = document.querySelector("legend").getBoundingClientRect();
  if (asked.top < bar.getBoundingClientRect().bottom - 1) found.push("question under the bar");
  for (const node of document.querySelectorAll(".choice, .thermometer-controls button")) {
    const it = node.getBoundingClientRect();
    if (it.left < box.right && it.right > box.left && it.top < box.bottom && it.bottom > box.top) found.push(node.textContent);
  }
  return found;
}"""


def covered(page) -> list:
    """(size, question, what) for everything that Snel weg lies on, in every question at every small size."""
    found = []
    for size in SMALL:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate("window.dispatchEvent(new Event('pagehide'))")
        page.evaluate("document.querySelector('legend').scrollIntoView()")
        number = 1
        while page.locator("legend").count():
            found += [(size, number, what) for what in page.evaluate(COVERED)]
            page.evaluate("document.querySelector('[data-message=skipped]').click()")
            number += 1
        assert number > 20
    return found


def test_leaving_lies_over_nothing(server, open_page):
    page = open_page(server.url + THERMOMETER, 360, reduced_motion="reduce")
    page.wait_for_selector("[data-ready]")
    assert covered(page) == []


# ---- the ballot box when the world refuses ----

REFUSED = {
    "no print": "delete window.print; window.print = undefined;",
    "print throws": "window.print = () => { throw new Error('no') };",
    "no saving": "URL.createObjectURL = () => { throw new Error('no') };",
}


@pytest.mark.parametrize("script", REFUSED)
def test_a_refusal_at_the_report_keeps_the_report_and_the_box(script, failing):
    page = failing
    close_ballot(page)
    report_of_box(page)
    page.evaluate(f"() => {{ {REFUSED[script]} }}")
    for name in ("Print", "Bewaar rapport"):
        controls = [
            control
            for control in page.get_by_role("button", name=re.compile("^" + re.escape(name))).all()
            if control.is_visible()
        ]
        assert controls
        for control in controls:
            control.click()
            assert page.locator(".report").count() == 1 and page.locator("[data-failed]").count() == 0
    assert "6 van de 12" in page.locator(".report-n").inner_text()
    button(page, "Wis alles en begin opnieuw").click()
    button(page, "Nee, ga terug").click()
    assert page.locator(".report").count() == 1


SCREENS = {
    "no full screen": "delete Element.prototype.requestFullscreen; delete Document.prototype.fullscreenElement;",
    "no element that fills the screen": "delete Document.prototype.fullscreenElement;",
    "says nothing": "Element.prototype.requestFullscreen = () => undefined;",
    "throws": "Element.prototype.requestFullscreen = () => { throw new TypeError('no') };",
    "refuses": "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'));",
    "may not": "Object.defineProperty(document, 'fullscreenEnabled', {value: false});",
}


@pytest.mark.parametrize("script", SCREENS)
def test_a_screen_that_is_not_filled_costs_no_box(script, clocked):
    page = clocked(BALLOT, SCREENS[script])
    open_ballot(page)
    pupils(page, range(3))
    page.get_by_text("Voor de volwassene").click()
    switch = button(page, "Volledig scherm aan of uit")
    if script == "no full screen":
        assert not switch.is_visible()
    else:
        switch.click()
        switch.click()
    assert page.locator(".ballot-count strong").inner_text() == "3 van 12"
    pupils(page, [4])
    assert page.locator(".ballot-count strong").inner_text() == "4 van 12"


CAMERAS = {
    "no camera at all": "Object.defineProperty(navigator, 'mediaDevices', {value: undefined});",
    "refused": "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    "throws": "navigator.mediaDevices.getUserMedia = () => { throw new TypeError('no') };",
    "says nothing": "navigator.mediaDevices.getUserMedia = () => undefined;",
    "hangs": "navigator.mediaDevices.getUserMedia = () => new Promise(() => {});",
}


@pytest.mark.parametrize("script", CAMERAS)
def test_a_camera_that_does_not_come_costs_no_box(script, clocked):
    page = clocked(BALLOT, CAMERAS[script])
    open_ballot(page)
    pupils(page, range(3))
    button(page, "Ik heb een code op mijn eigen apparaat").click()
    button(page, "Zet de camera aan").click()
    if script != "hangs":
        page.wait_for_function("() => document.querySelector('[data-news]').textContent.includes('yp de codes')")
        assert button(page, "Zet de camera aan").is_visible()
    button(page, "Klaar met codes").click()
    assert page.locator(".ballot-count strong").inner_text() == "3 van 12"


@pytest.fixture
def failing(server, open_page):
    """A ballot box with six sheets in it, on a page on which errors are expected."""
    page = open_page(server.url + BALLOT, 375, expect_errors=True, reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())
    open_ballot(page)
    pupils(page, range(6))
    return page


def break_a_button(page) -> None:
    page.evaluate("document.querySelector('[data-message]').setAttribute('data-message', 'stuk')")
    page.evaluate("document.querySelector('[data-message=stuk]').click()")


def test_an_error_drops_no_box(failing):
    """Between pupils, in the middle of a sheet, and after closing: the count goes on, and it says so."""
    break_a_button(failing)
    assert "de stembus is er nog" in news(failing) and failing.locator(".ballot-count strong").inner_text() == "6 van 12"
    button(failing, "Ik ga invullen").click()
    failing.locator('.choice input[value="3"]').check()
    break_a_button(failing)
    assert "lijst van deze leerling is gewist" in news(failing)
    assert (
        failing.locator(".ballot-count strong").inner_text() == "6 van 12"
        and failing.locator(":checked[data-answer]").count() == 0
    )
    pupils(failing, [7])
    close_ballot(failing)
    report_of_box(failing)
    break_a_button(failing)
    assert "7 van de 12" in failing.locator(".report-n").inner_text() and "de stembus is er nog" in news(failing)


@pytest.mark.parametrize("several", (False, True))
def test_when_nothing_can_be_drawn_what_is_in_the_box_can_still_be_kept(several, failing):
    """The page itself is taken apart, so that no screen of the box fits any more: the report, or the part of this device."""
    if several:
        failing.reload()
        open_ballot(failing, where=SEVERAL)
        pupils(failing, range(6))
    failing.evaluate("document.querySelector('[data-body]').remove()")
    failing.evaluate("document.querySelector('[data-camera]').dispatchEvent(new Event('change', {bubbles: true}))")
    failing.evaluate("""() => { const button = document.createElement("button"); button.dataset.message = "stuk";
                        document.querySelector("[data-widget]").append(button); button.click(); }""")
    assert "6 van 12 lijsten" in failing.get_by_role("alert").inner_text()
    with failing.expect_download() as download:
        failing.get_by_role("link", name="Bewaar het bestand").click()
    kept = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert kept["format"] == ("veiligwijzer-deel" if several else "veiligwijzer-uitslag")
    assert (kept if several else kept["report"])["n"] == 6


# ---- other browsers ----


def test_a_browser_whose_voices_take_no_listeners(clocked):
    """Safari 15: speechSynthesis is no EventTarget."""
    for address in (THERMOMETER, BALLOT):
        page = clocked(address, SPEECH.replace("TARGET", "engine"))
        assert page.locator("[data-ready]").count() == 1 and page.locator("[data-failed]").count() == 0
    page = clocked(THERMOMETER, "Object.defineProperty(window, 'speechSynthesis', {value: {}});")
    assert page.locator("[data-ready]").count() == 1


# A browser from before ::details-content: it does not know the word, and a closed part stays closed on paper.
OLD_PAPER = """(() => {
  const real = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => !String(asked[0]).includes("details-content") && real(...asked);
  addEventListener("load", () => { for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule.media)
    for (let place = rule.cssRules.length - 1; place >= 0; place--)
      if (rule.cssRules[place].cssText.includes("details-content")) rule.deleteRule(place); });
})()"""


def paper(page, part: str = "") -> str:
    if part:
        page.evaluate("part => document.body.setAttribute('data-printing', part)", part)
    return "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def test_folded_parts_print_in_older_browsers(server, open_page, tmp_path):
    page = open_page("about:blank", 900)
    page.on("dialog", lambda dialog: dialog.accept())
    page.add_init_script(OLD_PAPER)
    page.goto(server.url + REPORTS)
    open_report(page, report_path(tmp_path, report([answers(number) for number in range(25)], "2B", "kastje")))
    assert page.locator(".feedback-fold").get_attribute("open") is None
    assert "Wat jullie ons vertelden" in paper(page, "terugkoppeling")
    assert page.locator(".feedback-fold").get_attribute("open") is None, "folded again"
    page.goto(server.url + THERMOMETER)
    text = " ".join(paper(page).split())
    assert QUESTIONNAIRE.sections[-1].items[-1].text in text


def test_a_place_for_news_is_never_taken_away(server, open_page):
    """A screen reader does not speak the first words in a place that was not there: no display: none, also while empty."""
    for address in (THERMOMETER, BALLOT, case_page.ADDRESS):
        page = open_page(server.url + address, 375)
        page.wait_for_selector("[data-ready]")
        assert (
            page.evaluate("""() => [...document.querySelectorAll(":is([role=status], [aria-live])")]
          .filter(node => node.closest("[data-widget]") && !node.closest("details:not([open])") &&
            getComputedStyle(node).display === "none")
          .map(node => node.outerHTML)""")
            == []
        )


def test_the_help_line_is_the_same_whatever_is_answered(server, open_page):
    """Who looks on from aside sees no help appear: the line stands under every question, before an answer and after it."""
    page = open_page(server.url + THERMOMETER, 375)
    page.wait_for_selector("[data-ready]")
    items = [item for section in QUESTIONNAIRE.sections for item in section.items]
    for _ in range(next(place for place, item in enumerate(items) if item.signal)):
        page.evaluate("document.querySelector('[data-message=skipped]').click()")
    before = page.locator(".help-line").all_inner_texts()
    page.locator('.choice input[value="5"]').check()
    assert page.locator(".help-line").all_inner_texts() == before and "Wil je erover praten?" in before[-1]


def test_the_next_question_is_in_sight_before_it_gets_the_focus(server, open_page):
    """Firefox with a screen reader gives no focus to what was only just drawn out of sight, and then no question is read."""
    page = open_page("about:blank", 375)
    page.add_init_script("""window.done = []; for (const name of ["scrollIntoView", "focus"]) {
      const act = HTMLElement.prototype[name];
      HTMLElement.prototype[name] = function (...how) { window.done.push(name + " " + this.tagName); return act.apply(this,
        how); }; }""")
    page.goto(server.url + THERMOMETER)
    page.wait_for_selector("[data-ready]")
    page.locator(".choice").first.click()
    page.evaluate("window.done = []")
    page.get_by_role("button", name="Volgende").click()
    done = page.evaluate("window.done")
    assert done[-1] == "focus LEGEND" and "scrollIntoView LEGEND" in done[:-1]
    assert page.evaluate("document.activeElement.tagName") == "LEGEND"
