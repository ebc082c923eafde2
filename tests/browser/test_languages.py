"""The site in other languages in a real browser: a pupil in English, a parent in Arabic, links to the Dutch site."""

import pytest

from macros.content.languages import languages
from macros.content.translated_pages import own_pages
from macros.publish.questionnaires import questionnaire_data
from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.sites import Server, html_pages
from tests.loaded import loaded
from tests.places import ROOT
from tests.site.test_built_site import Links
from widgets.core import code

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("languages")]
PAGE = "vragenlijsten/thermometer-vo/"


@pytest.fixture(scope="module")
def addresses(foreign_sites):
    servers = {language: Server(folder) for language, folder in foreign_sites.items()}
    yield {language: server.url for language, server in servers.items()}
    for server in servers.values():
        server.stop()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_pupil_fills_in_the_questionnaire_and_makes_a_code(addresses, open_page, language):
    content = loaded(language=language)
    words = content.translation.site.widget
    data = questionnaire_data(content.questionnaires["thermometer-vo"], content)
    items = code.item_ids(data)
    page = open_page(addresses[language] + PAGE, 375)
    page.wait_for_selector("[data-ready]")
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.querySelector('.choice')).direction]") == [
        language,
        content.translation.site.direction,
    ]
    for number, _ in enumerate(items):
        page.locator(f'.choice input[value="{number % 6}"]').check()
        page.get_by_role(
            "button", name=words["Bekijk je uitslag" if number == len(items) - 1 else "Volgende"], exact=True
        ).click()
    result = page.locator(".thermometer-result")
    assert words["Met wie kun je praten?"] in result.inner_text()
    for summary in (words["Jouw antwoorden in het kort"], words["Alles zien"]):
        page.get_by_text(summary, exact=True).click()
    assert data["sections"][0]["name"] in result.inner_text()
    assert violations(page, AXE_OPTIONS) == []
    page.locator(".thermometer-join summary").click()
    page.locator("#groepscode").fill("02D")
    page.get_by_role("button", name=words["Maak mijn code"], exact=True).click()
    made = page.locator(".pupil-code-text").inner_text()
    dutch = loaded()
    read = code.decode(questionnaire_data(dutch.questionnaires["thermometer-vo"], dutch), code.session_in("02D"), made)
    assert read["sheet"] == {item: number % 6 for number, item in enumerate(items)}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_accessible_and_fit_a_phone(addresses, open_page, language):
    for path in ("", "ouders/", "ouders/wat-gebeurt-er-wanneer/", "nu-gevaar/"):
        page = open_page(addresses[language] + path, 320)
        assert violations(page, AXE_OPTIONS) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_names_and_numbers_read_from_left_to_right_in_arabic(addresses, open_page):
    page = open_page(addresses["ar"] + "hulplijnen/", 375)
    phones = page.locator(".helplines a[href^='tel:']")
    assert phones.count() > 5
    assert phones.evaluate_all("nodes => nodes.every(node => getComputedStyle(node).direction === 'ltr')")
    assert page.locator(".helplines strong").evaluate_all("nodes => nodes.every(node => node.lang === 'nl')")


def test_the_search_finds_words_of_the_language(addresses, open_page):
    for language, word in (("en", "bullied"), ("ar", "الشكاوى")):
        page = open_page(addresses[language], 1280)
        page.locator("[name=query]").fill(word)
        page.wait_for_selector(".md-search-result__item")


def test_links_lead_to_pages_of_this_site_or_of_the_dutch_site(foreign_sites, site):
    for language, folder in foreign_sites.items():
        for path in html_pages(folder):
            if path == "404.html":
                continue
            for link in Links((folder / path).read_text(encoding="utf-8")).links:
                target = link.partition("#")[0]
                if not target or ":" in target:
                    continue
                place = ((folder / path).parent / target).resolve().relative_to(folder.parent.resolve())
                top = place.parts[0] if place.parts else ""
                if top in languages(ROOT):  # the same page in a language that is not built here
                    continue
                file = (folder.parent if top == folder.name else site) / place
                assert (file if file.suffix else file / "index.html").is_file(), f"{language}/{path}: {link}"


def test_a_page_leads_to_itself_in_the_other_languages(addresses, open_page):
    page = open_page(addresses["ar"] + "ouders/mijn-kind-pest/", 375)
    links = page.locator(".languages a").evaluate_all(
        "nodes => nodes.map(node => [node.lang, node.hreflang, node.getAttribute('href')])"
    )
    assert links[0] == ["nl", "nl", "../../../ouders/mijn-kind-pest/"]
    assert ["tr", "tr", "../../../tr/ouders/mijn-kind-pest/"] in links
    assert len(links) == 5 and "ouders/mijn-kind-pest.md" in own_pages(loaded(language="ar"))
