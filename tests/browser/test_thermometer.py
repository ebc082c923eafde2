"""The thermometer in a real browser: fill in, skip, own result, help, idle wipe, leaving, nothing kept or sent."""

import pytest

from macros.publish.questionnaires import questionnaire_data
from tests.conftest import settle
from tests.loaded import loaded
from widgets.core import code

pytestmark = pytest.mark.browser
CONTENT = loaded()
QUESTIONNAIRE = next(iter(CONTENT.questionnaires.values()))
ITEMS = [item for section in QUESTIONNAIRE.sections for item in section.items]
INSTRUMENT = questionnaire_data(QUESTIONNAIRE, CONTENT)
ADDRESS = f"vragenlijsten/{QUESTIONNAIRE.id}/"


@pytest.fixture
def thermometer(server, visited):
    visited.goto(server.url + ADDRESS)
    visited.wait_for_selector("[data-ready]")
    return visited


def choose(page, value: int) -> None:
    page.locator(f'.choice input[value="{value}"]').check()


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_fill_in_everything_and_see_the_result(thermometer):
    settle(thermometer)
    requests = len(thermometer.watch.requests)
    for number, item in enumerate(ITEMS):
        assert item.text in thermometer.locator("legend").inner_text()
        if number % 7 == 6:
            button(thermometer, QUESTIONNAIRE.skip).click()
            continue
        choose(thermometer, number % 6)
        button(thermometer, "Bekijk je uitslag" if number == len(ITEMS) - 1 else "Volgende").click()
    result = thermometer.locator(".thermometer-result")
    assert "Met wie kun je praten?" in result.inner_text()
    assert not [section.name for section in QUESTIONNAIRE.sections if section.name in result.inner_text()], (
        "the own result is folded"
    )
    thermometer.get_by_text("Jouw antwoorden in het kort").click()
    thermometer.get_by_text("Alles zien").click()
    for section in QUESTIONNAIRE.sections:
        assert section.name in result.inner_text()
    assert "geen test" in result.inner_text()
    assert thermometer.watch.requests[requests:] == []
    assert thermometer.url.endswith(ADDRESS)


def test_title_is_neutral(thermometer):
    assert thermometer.title().startswith("Vragenlijst")


def test_choosing_does_not_move_the_focus(thermometer):
    choose(thermometer, 2)
    assert thermometer.evaluate("document.activeElement.value") == "2"
    assert button(thermometer, "Volgende").is_enabled()


def test_keyboard_only(thermometer):
    thermometer.locator(".choice input").first.focus()
    thermometer.keyboard.press("Space")
    thermometer.keyboard.press("ArrowDown")
    assert thermometer.evaluate("document.activeElement.value") == "1"
    thermometer.keyboard.press("Tab")
    assert thermometer.evaluate("document.activeElement.textContent") == "Volgende"
    thermometer.keyboard.press("Enter")
    assert ITEMS[1].text in thermometer.locator("legend").inner_text()
    assert thermometer.evaluate("document.activeElement.tagName") == "LEGEND"


def test_back_keeps_the_answer(thermometer):
    choose(thermometer, 4)
    button(thermometer, "Volgende").click()
    button(thermometer, "Vorige").click()
    assert thermometer.locator('.choice input[value="4"]').is_checked()


def test_idle_warns_after_60_and_wipes_after_90_seconds(server, open_page):
    page = open_page("about:blank")
    page.clock.install()
    page.goto(server.url + ADDRESS)
    page.wait_for_selector("[data-ready]")
    choose(page, 5)
    button(page, "Volgende").click()
    page.clock.run_for(61_000)
    assert "Ben je er nog?" in page.locator(".thermometer-news").inner_text()
    page.mouse.click(5, 5)
    page.clock.run_for(61_000)
    assert ITEMS[1].text in page.locator("legend").inner_text()
    page.clock.run_for(30_000)
    assert "gewist" in page.locator(".thermometer-news").inner_text()
    assert ITEMS[0].text in page.locator("legend").inner_text()
    assert page.locator(".choice input:checked").count() == 0


@pytest.fixture
def accepting(thermometer):
    """Who is asked whether to leave, says yes."""

    def accept(dialog):
        dialog.accept()

    thermometer.on("dialog", accept)
    yield
    thermometer.remove_listener("dialog", accept)


@pytest.mark.parametrize("how", ["away", "reload"])
def test_leaving_wipes(how, server, thermometer, accepting):
    choose(thermometer, 5)
    button(thermometer, "Volgende").click()
    choose(thermometer, 3)
    if how == "away":
        thermometer.goto(server.url)
        thermometer.go_back()
    else:
        thermometer.reload()
    thermometer.wait_for_selector("[data-ready]")
    assert ITEMS[0].text in thermometer.locator("legend").inner_text()
    assert thermometer.locator(".choice input:checked").count() == 0


def test_quick_exit_replaces_the_page(server, thermometer):
    thermometer.context.route(CONTENT.school.leave_to, lambda route: route.fulfill(body="elsewhere"))
    thermometer.watch.requests.clear()
    before = thermometer.evaluate("history.length")
    choose(thermometer, 5)
    thermometer.get_by_text("Snel weg", exact=True).click()
    thermometer.wait_for_url(CONTENT.school.leave_to)
    assert thermometer.evaluate("history.length") == before
    thermometer.watch.requests.clear()


def test_nothing_of_the_answers_leaks(thermometer):
    choose(thermometer, 5)
    button(thermometer, "Volgende").click()
    button(thermometer, "Stoppen en uitslag bekijken").click()
    kept = thermometer.evaluate(
        "[location.href, location.hash, document.title, document.cookie, name, "
        "String(history.state), String(localStorage.length), String(sessionStorage.length)]"
    )
    assert kept[1] == "" and kept[3] == "" and kept[4] == "" and kept[6:] == ["0", "0"]


def test_without_javascript_the_paper_form_is_there(server, open_page):
    page = open_page(server.url + ADDRESS, javascript=False)
    assert page.locator(".notice").first.is_visible()
    assert not page.locator("[data-widget]").is_visible()
    page.locator(".paper summary").first.click()
    for item in ITEMS:
        assert page.locator(".paper-table").get_by_text(item.text, exact=True).first.is_visible()


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "vragenlijsten" / f"{QUESTIONNAIRE.id}.html").as_uri())
    page.wait_for_selector("[data-ready]")
    choose(page, 1)
    button(page, "Volgende").click()
    assert ITEMS[1].text in page.locator("legend").inner_text()


def test_an_answer_given_before_the_script_is_ready_counts(server, open_page):
    """A slow phone: the pupil chooses, then the script takes over."""
    page = open_page("about:blank")
    waiting = []
    page.route("**/assets/widgets.*.js", lambda route: waiting.append(route))
    page.goto(server.url + ADDRESS, wait_until="commit")
    page.locator(".choice input").nth(3).check()
    waiting[0].continue_()
    page.wait_for_selector("[data-ready]")
    assert button(page, "Volgende").is_enabled()
    button(page, "Volgende").click()
    button(page, "Vorige").click()
    assert page.locator('.choice input[value="3"]').is_checked()


def test_a_code_for_the_group_holds_the_answers(server, open_page):
    """On an own device: the code that this page makes is the one that the box of the group reads."""
    page = open_page(server.url + ADDRESS, 375)
    page.wait_for_selector("[data-ready]")
    choose(page, 3)
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Stoppen en uitslag bekijken").click()
    page.get_by_text("Telt je groep de antwoorden op?").click()
    page.get_by_label("Groepscode").fill("7")
    page.get_by_role("button", name="Maak mijn code").click()
    assert "klopt niet" in page.locator("[data-joined]").inner_text()
    page.get_by_label("Groepscode").fill(code.session_text(1234))
    page.get_by_role("button", name="Maak mijn code").click()
    read = code.decode(INSTRUMENT, 1234, page.locator(".pupil-code-text").inner_text())
    assert read["sheet"] == {INSTRUMENT["sections"][0]["items"][0]["id"]: 3}
    page.get_by_role("button", name="Wis alles").click()
    assert page.locator(".pupil-code").count() == 0
