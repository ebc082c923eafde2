"""The thermometer on a phone beside a classmate: one question in sight, few taps, Back and refresh, the same for everybody."""

import pytest

from tests.browser import questions
from tests.browser.ballots import CONTENT, ITEMS, QUESTIONNAIRE
from tests.browser.test_sheet_harm import VOICE
from tests.loaded import loaded

pytestmark = pytest.mark.browser
ADDRESS = f"vragenlijsten/{QUESTIONNAIRE.id}/"
TEXTS = [item.text for section in QUESTIONNAIRE.sections for item in section.items]
PLACE = {item: place for place, item in enumerate(ITEMS)}


@pytest.fixture
def page(server, open_page):
    opened = open_page("about:blank", 360, reduced_motion="reduce")
    opened.set_viewport_size({"width": 360, "height": 640})
    opened.goto(server.url + ADDRESS)
    opened.wait_for_selector("[data-ready]")
    return opened


def asked(page) -> str:
    return page.locator(".item-text").inner_text()


def fill_in(page, value_of) -> None:
    """All questions at once, each with the answer that value_of(item) gives; None skips it."""
    for item in ITEMS:
        value = value_of(item)
        if value is None:
            page.evaluate("document.querySelector('[data-message=skipped]').click()")
        else:
            page.evaluate("value => document.querySelectorAll('.choice input')[value].click()", value)
            page.evaluate("document.querySelector('[data-message=went-on]').click()")


@pytest.mark.parametrize("size", questions.SIZES)
def test_a_question_with_its_answers_and_the_way_on_is_in_sight(size, page):
    found = questions.troubles(page, size)
    assert len(found) == len(ITEMS)
    wrong = {place + 1: trouble for place, trouble in enumerate(found) if trouble}
    assert len(wrong) <= len(ITEMS) // 20, wrong
    assert not [trouble for troubles in found for trouble in troubles if not trouble.startswith("out of sight")], wrong


@pytest.mark.parametrize("value", [0, 5])
def test_taps_of_a_pupil_are_few_and_tell_nothing(value, server, open_page):
    """At most 55; as many for a pupil to whom everything happened as for one to whom nothing did."""
    page = open_page("about:blank", 360, reduced_motion="reduce")
    page.clock.install()
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    assert questions.taps(page, value) == len(ITEMS) + 1 <= 55


def test_a_tap_goes_on_and_a_key_does_not(page):
    page.locator(".choice").nth(2).click()
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[1])
    page.locator(".choice input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(900)
    assert asked(page) == TEXTS[1]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert asked(page) == TEXTS[2]


def test_on_without_an_answer_says_what_to_do(page):
    page.locator("[data-message=went-on]").click()
    assert asked(page) == TEXTS[0]
    assert page.locator("[data-news]").inner_text() == "Kies een antwoord, of sla de vraag over."


def test_nothing_stands_before_the_first_question_but_a_folded_line(page):
    intro = page.locator("details.intro")
    assert not intro.get_attribute("open") and "48 vragen, 11–20 minuten" in intro.inner_text()
    assert not page.locator(".help-bar, .vw-footer, .md-sidebar--primary .md-nav__list").first.is_visible()
    assert page.locator("legend").bounding_box()["y"] < 320
    page.locator("[data-message=skipped]").click()
    page.locator(".choice").first.click()
    for selector in ("h1", "details.intro", "details.paper", ".staff-links", ".md-search", ".md-tabs", ".md-footer"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".leave-button").is_visible() and page.locator(".danger-link--header").is_visible()


def test_back_of_the_browser_is_the_question_before(page):
    for value in (4, 3, 2):
        before = asked(page)
        page.locator(".choice").nth(value).click()
        page.wait_for_function("text => document.querySelector('.item-text').textContent !== text", arg=before)
    for place, value in ((2, 2), (1, 3), (0, 4)):
        page.go_back()
        page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[place])
        assert page.locator(f'.choice input[value="{value}"]').is_checked()
        page.wait_for_function("() => history.state === 2")
        assert page.evaluate("[location.hash, location.search]") == ["", ""]


def test_back_twice_at_once_is_two_questions_back(page):
    for _ in range(3):
        page.locator("[data-message=skipped]").click()
    page.evaluate("history.go(-2)")
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[1])


def test_the_history_is_as_long_for_whoever_answers_much_or_little(server, page):
    """Nobody sees in the browser how far the pupil before came: no entry per question, forwards or back."""
    page.locator("[data-message=skipped]").click()
    page.wait_for_function("() => history.state === 2")
    length = page.evaluate("history.length")
    for _ in range(6):
        page.locator("[data-message=skipped]").click()
    for _ in range(3):
        page.get_by_role("button", name="Vorige", exact=True).click()
    page.go_back()
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[3])
    page.wait_for_function("() => history.state === 2")
    assert page.evaluate("history.length") == length


def test_back_from_the_first_question_is_the_page_before(server, page):
    page.goto(server.url + "leerlingen/")
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.locator("[data-message=skipped]").click()
    page.go_back()
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[0])
    page.wait_for_function("() => history.state === 2")
    page.evaluate("history.back()")
    page.wait_for_url(server.url + "leerlingen/")
    page.watch.requests.clear()


def test_the_button_and_back_count_the_same(page):
    for _ in range(3):
        page.locator("[data-message=skipped]").click()
    page.get_by_role("button", name="Vorige", exact=True).click()
    assert asked(page) == TEXTS[2]
    page.go_back()
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[1])


def test_leaving_quickly_leads_back_to_no_question(server, page):
    """Two questions further, somebody leaves: Back then goes to what was there before the questions."""
    page.goto(server.url + "leerlingen/")
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    for _ in range(2):
        page.locator("[data-message=skipped]").click()
        page.wait_for_timeout(120)
    page.context.route(CONTENT.school.leave_to + "**", lambda route: route.fulfill(body="elders", content_type="text/html"))
    page.locator(".leave-button").click(no_wait_after=True)
    page.wait_for_url(CONTENT.school.leave_to + "**")
    page.go_back()
    assert page.url == server.url + "leerlingen/"
    page.watch.requests.clear()


def test_refresh_asks_first(page):
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.type), dialog.dismiss()))
    page.locator(".choice").nth(3).click()
    page.wait_for_function("text => document.querySelector('.item-text').textContent === text", arg=TEXTS[1])
    page.evaluate("setTimeout(() => location.reload(), 0)")
    page.wait_for_timeout(500)
    assert said == ["beforeunload"] and asked(page) == TEXTS[1]
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.reload()
    assert said == ["beforeunload"], "nothing to lose, nothing asked"


SCREEN = """() => { const node = document.querySelector("[data-body]").cloneNode(true);
  node.querySelectorAll("details").forEach(one => one.remove());
  node.querySelectorAll("[checked]").forEach(one => one.removeAttribute("checked"));
  node.querySelectorAll("[data-part=stop]").forEach(one => one.remove());
  return node.innerHTML; }"""


def test_a_neighbour_sees_the_same_whatever_was_answered(page):
    """Every screen, up to the end: all at the worst, all at the best."""
    seen = []
    for value in (0, 5):
        questions.begin_again(page, (360, 640))
        screens = []
        for _ in ITEMS:
            page.evaluate("value => document.querySelectorAll('.choice input')[value].click()", value)
            screens.append(page.evaluate(SCREEN))
            page.evaluate("document.querySelector('[data-message=went-on]').click()")
        screens.append(page.evaluate(SCREEN))
        seen.append(screens)
    assert seen[0] == seen[1]
    assert len({screen.partition('class="help-line"')[2].partition("</p>")[0] for screen in seen[0][:-1]}) == 1


def test_the_result_on_a_phone(page):
    """Help at once; the own result folded, one sentence first, the worst part before all the others, within three screens."""
    fill_in(page, lambda item: 5)
    result = page.locator(".thermometer-result")
    first = result.locator("a[href^='tel:']").first
    assert first.is_visible() and first.bounding_box()["y"] < 640
    shown = result.inner_text()
    assert "De Kindertelefoon" in shown and "11 tot 21 uur" in shown and "113" in shown and "vertrouwenspersoon" in shown.lower()
    assert "niet jouw schuld" not in shown, "folded"
    page.get_by_text("Jouw antwoorden in het kort").click()
    own = page.locator(".own-result")
    assert "niet jouw schuld" in own.inner_text() and own.locator("article").first.is_visible()
    top = page.evaluate("document.querySelector('.thermometer-result').getBoundingClientRect().top")
    fold = page.evaluate("document.querySelector('.all-results > summary').getBoundingClientRect().bottom")
    assert fold - top <= 3 * 640
    assert not own.locator(".all-results article").first.is_visible()


@pytest.mark.parametrize("answer, urgent", [(5, True), (4, False)])
def test_being_bullied_every_day_cannot_wait(answer, urgent, page):
    fill_in(page, lambda item: answer if item == "wat-er-gebeurde-pesten" else None)
    page.get_by_text("Jouw antwoorden in het kort").click()
    sentence = page.locator(".own-result > p").first.inner_text()
    assert ("niet jouw schuld" in sentence) == urgent and ("0800-0432" in sentence) == urgent
    assert page.locator(".own-result article h3").first.inner_text() == "Wat er gebeurde"


def test_reading_aloud_says_names_and_help_and_nothing_that_is_folded(server, open_page):
    page = open_page("about:blank", 375, reduced_motion="reduce")
    page.add_init_script(VOICE)
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Lees voor").click()
    said = page.evaluate("spoken.text")
    assert TEXTS[0] in said and "bijna altijd" in said and "praten" not in said
    fill_in(page, lambda item: 5)
    page.get_by_role("button", name="Lees voor").click()
    said = page.evaluate("spoken.text")
    assert "De Kindertelefoon" in said and "0800-0432" in said and "vertrouwenspersoon" in said
    assert "niet jouw schuld" not in said
    page.get_by_role("button", name="Stop met voorlezen").click()
    page.get_by_text("Jouw antwoorden in het kort").click()
    page.get_by_role("button", name="Lees voor").click()
    said = page.evaluate("spoken.text")
    assert "niet jouw schuld" in said and "Wat er gebeurde" in said


def test_minutes_follow_from_the_words():
    """By hand for three questions of one word under a title of two, six answers of one word, and six words before them."""
    from macros.content import reading_time

    small = loaded().questionnaires[QUESTIONNAIRE.id].model_copy(deep=True)
    small.intro, small.definition, small.sections = ["een twee drie"], ["vier vijf zes"], small.sections[:1]
    section = small.sections[0]
    section.title, section.explanation, section.items = "een twee", None, section.items[:3]
    for item in section.items:
        item.text = "een"
    for scale in small.scales:
        scale.labels = ["a", "b", "c", "d", "e", "f"]
    # 6 + 3 × (2 + 1 + 6) = 33 words: 11 seconds at 180 a minute and 2 each; 20 seconds at 100 a minute and 5 each.
    assert reading_time.minutes(small) == (1, 1)
    small.sections = [section] * 20  # 6 + 20 × 27 = 546 words, 60 questions: 182 + 120 and 328 + 300 seconds
    assert reading_time.minutes(small) == (6, 11)
