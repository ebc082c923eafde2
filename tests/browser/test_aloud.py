"""The questionnaire for children: drawings without a request, and reading aloud with a voice of the device only."""

import re

import pytest

from tests.browser import questions
from tests.browser.sites import Server, build
from tests.browser.test_authors import copy_project
from tests.browser.test_sheet_harm import covered
from tests.conftest import settle
from tests.loaded import loaded

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("children")]  # one process: one copy of the project
PAGE = "vragenlijsten/thermometer-po/"
ITEMS = [item for section in loaded("nl", "po").questionnaires["thermometer-po"].sections for item in section.items]
# What is said, and who may say it: a stand-in for the voices of a device.
VOICES = """(() => {
  window.said = []; window.spoken = null;
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const engine = Object.assign(new EventTarget(), { voices: VOICES, getVoices() { return this.voices; },
    speak(it) { window.spoken = it; window.said.push([it.text, it.voice.name, it.lang]); },
    cancel() { window.said.push("silence"); } });
  Object.defineProperty(window, "speechSynthesis", { value: engine });
})()"""
FAR = "{name: 'far', lang: 'nl-NL', localService: false}"
ENGLISH = "{name: 'english', lang: 'en-GB', localService: true}"
NEAR = "{name: 'near', lang: 'nl_NL', localService: true}"


@pytest.fixture(scope="module")
def children(tmp_path_factory):
    """The site of a school for children of 4 to 12."""
    folder = tmp_path_factory.mktemp("children")
    project = copy_project(folder / "project")
    school = project / "protocol" / "school.yaml"
    school.write_text(re.sub(r"(?m)^onderwijs: \w+", "onderwijs: po", school.read_text(encoding="utf-8")), encoding="utf-8")
    server = Server(build(folder / "site", project=project))
    yield server.url + PAGE
    server.stop()


def opened(open_page, address, voices):
    page = open_page("about:blank", 375)
    page.add_init_script(VOICES.replace("VOICES", f"[{', '.join(voices)}]"))
    page.goto(address)
    page.wait_for_selector("[data-ready]")
    return page


@pytest.mark.parametrize("voices", [[], [FAR], [ENGLISH], [FAR, ENGLISH]])
def test_no_button_without_a_dutch_voice_of_the_device(children, open_page, voices):
    assert not opened(open_page, children, voices).locator("[data-aloud]").is_visible()


def test_the_question_and_the_answers_are_read_by_the_voice_of_the_device(children, open_page):
    page = opened(open_page, children, [FAR, ENGLISH, NEAR])
    button = page.locator("[data-aloud]")
    assert button.inner_text() == "Lees voor"
    button.click()
    text, voice, language = page.evaluate("said.at(-1)")
    assert (voice, language) == ("near", "nl_NL")
    assert f"Op school durf ik {ITEMS[0].text} nooit. soms. vaak. altijd." in text
    assert button.inner_text() == "Stop met voorlezen"
    button.click()
    assert page.evaluate("said.at(-1)") == "silence" and button.inner_text() == "Lees voor"
    button.click()
    page.evaluate("spoken.dispatchEvent(new Event('end'))")
    assert button.inner_text() == "Lees voor"


def test_another_question_and_leaving_are_silent(children, open_page):
    page = opened(open_page, children, [NEAR])
    page.locator("[data-aloud]").click()
    page.locator(".choice input").first.check()
    page.get_by_role("button", name="Volgende", exact=True).click()
    assert page.evaluate("said.at(-1)") == "silence"
    page.locator("[data-aloud]").click()
    assert ITEMS[1].text in page.evaluate("said.at(-1)")[0]
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("said.at(-1)") == "silence"


def test_a_voice_that_comes_later_brings_the_button(children, open_page):
    page = opened(open_page, children, [FAR])
    page.evaluate(f"speechSynthesis.voices = [{NEAR}]; speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    assert page.locator("[data-aloud]").is_visible()


def test_every_question_has_its_drawing_and_nothing_is_asked_for(children, open_page):
    page = opened(open_page, children, [NEAR])
    settle(page)
    before = len(page.watch.requests)
    for item in ITEMS:
        assert item.text in page.locator("legend").inner_text()
        assert page.locator("legend svg.pictogram :first-child").first.bounding_box()["width"] > 0
        assert page.locator(".choice svg.pictogram").count() == 4, "young children choose from four"
        page.locator('.choice input[value="5"]').check()
        page.locator(".main-button").click()
    assert "Jouw antwoorden in het kort" in page.locator(".thermometer-result").inner_text()
    page.locator("[data-aloud]").click()
    assert "De Kindertelefoon" in page.evaluate("said.at(-1)")[0]
    assert page.watch.requests[before:] == []


def test_leaving_lies_over_nothing_for_children_too(children, open_page):
    page = opened(open_page, children, [NEAR])
    assert covered(page) == []


@pytest.mark.parametrize("size", questions.SIZES)
def test_every_question_for_children_is_in_sight(size, open_page, children):
    found = questions.troubles(opened(open_page, children, []), size)
    wrong = {place + 1: trouble for place, trouble in enumerate(found) if trouble}
    assert len(found) == len(ITEMS) and len(wrong) <= len(ITEMS) // 20, wrong
    assert not [trouble for troubles in found for trouble in troubles if not trouble.startswith("out of sight")], wrong


@pytest.mark.parametrize("value", [0, 5])
def test_taps_of_a_child_are_few_and_tell_nothing(value, open_page, children):
    page = open_page("about:blank", 360, reduced_motion="reduce")
    page.clock.install()
    page.goto(children)
    page.wait_for_selector("[data-ready]")
    assert questions.taps(page, value) == len(ITEMS) + 1 <= 40
