"""A walk by ear through the guide, the questionnaire with its result, the report of a group and the search."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.browser.ballots import answers, button, open_report, report, report_path
from tests.browser.spoken import Reader

pytestmark = pytest.mark.browser


def several_times(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_the_guide_says_where_one_is_and_what_an_answer_leads_to(server, open_page):
    page = open_page(server.url + "protocollen/aanbevolen-protocol/")
    reader = Reader(page)
    expect(page.locator(".guide-card")).to_be_visible()
    stations = [words for words in reader.words("link") if "(stap 1 van 31, doen, drie uitgangen)" in words]
    assert len(stations) == 1 and stations[0].startswith("1. ")
    answer = page.get_by_role("link", name="Iedereen is nu veilig").first
    answer.focus()
    role, words, _ = reader.focused()
    assert role == "link" and words.startswith("Iedereen is nu veilig Dan: Praat met de leerling")
    page.keyboard.press("Enter")
    page.locator(".guide-title:focus").wait_for()
    assert reader.focused()[:2] == ("heading", "Praat met de leerling die er last van heeft")
    # The step in sight says its place, and every fold beside it has a name of its own.
    assert any(words.startswith("3. ") and "stap 3 van 31" in words for words in reader.words("link"))
    assert several_times(reader.words("DisclosureTriangle")) == []
    assert reader.unnamed() == []


def test_a_questionnaire_speaks_question_place_and_answers_and_ends_with_people(server, open_page):
    page = open_page(server.url + "vragenlijsten/thermometer-vo/", real_time=True)
    reader = Reader(page)
    expect(page.locator("legend")).to_be_visible()
    page.get_by_role("radio", name="nooit", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Volgende").focus()
    page.keyboard.press("Enter")
    page.locator("legend:focus").wait_for()
    role, words, _ = reader.focused()
    assert words.startswith("Op school durf ik …") and "Vraag 2 van 48" in words
    assert reader.words("radio")[-6:] == ["nooit", "bijna nooit", "soms", "vaak", "bijna altijd", "altijd"]
    assert reader.unnamed() == []
    page.clock.install()
    while page.locator("legend").count():
        page.clock.run_for(1_000)
        page.locator("[data-message=skipped]").click()
    page.clock.run_for(1_000)
    role, words, states = reader.focused()
    assert (role, words, states) == ("heading", "Je bent klaar", "niveau 2")
    spoken = reader.all()
    after = spoken[spoken.index(("heading", "Je bent klaar", "niveau 2")) :]
    first_number = next(index for index, (kind, words, _) in enumerate(after) if kind == "link" and "0800" in words)
    first_fold = next(index for index, (kind, _, _) in enumerate(after) if kind == "DisclosureTriangle")
    assert first_number < first_fold
    assert several_times([words for kind, words, _ in after if kind == "DisclosureTriangle"]) == []
    assert reader.unnamed() == []


def test_a_report_tells_each_figure_in_words_and_in_a_table_with_heads(server, open_page, tmp_path):
    page = open_page(server.url + "vragenlijsten/thermometer-vo-rapport/")
    reader = Reader(page)
    open_report(page, report_path(tmp_path, report([answers(number) for number in range(12)], "1A", "kast1x")))
    expect(page.locator(".report-n")).to_contain_text("12 van de 12 leerlingen")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert reader.unnamed() == []
    figures = reader.words("img") + reader.words("image")
    assert figures and all(any(letter.isdigit() for letter in words) for words in figures)
    tables = [words for words in reader.words("region") if words.startswith("Tabel: ")]
    assert tables and several_times(tables) == []
    outline, levels = [], [0]
    for _, words, states in (one for one in reader.all() if one[0] == "heading"):
        level = int(states.removeprefix("niveau "))
        assert level <= len(levels), f"a level is left out before {words}"
        levels[level:] = [words]
        outline.append(" > ".join(levels[1:]))
    assert len(outline) > 50 and several_times(outline) == []
    assert {"columnheader", "rowheader"} <= {role for role, _, _ in reader.all()}
    assert button(page, "Bewaar als tabel (CSV)").count() == 1


def test_what_is_found_is_counted_and_each_page_has_its_own_name(server, open_page):
    page = open_page(server.url, width=390)
    reader = Reader(page)
    page.get_by_role("button", name="Zoeken").click()
    page.keyboard.type("mijn kind wordt gepest")
    expect(page.locator(".md-search-result__meta")).to_contain_text("gevonden", timeout=15_000)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert reader.focused()[:2] == ("textbox", "Zoek een woord")
    spoken = reader.all()
    found = spoken[spoken.index(next(one for one in spoken if one[1] == "Gevonden pagina’s")) :]
    assert any("gevonden" in words for _, words, _ in found[:4])
    assert "Mijn kind wordt gepest" in [words for kind, words, _ in found if kind == "link"]
    folds = [words for kind, words, _ in found if kind == "DisclosureTriangle"]
    assert folds and several_times(folds) == []
    assert reader.unnamed() == []
    text = page.locator(".md-search-result__item").first.inner_text()
    assert "en ’s nachts de huisartsenpost" in text, text
