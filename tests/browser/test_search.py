"""Dutch search, on the web and from a disk: word forms, accents and typing mistakes find the page."""

import pytest
from playwright.sync_api import expect

from tests.conftest import settle
from tests.searches import SEARCHES

pytestmark = pytest.mark.browser

PROTOCOL = "Van signaal tot afronding"
THERMOMETER = "Hoe veilig is school voor jou?"
QUERIES = [("signaal", PROTOCOL), ("coordinator", "Wie doet wat?"), ("thermomter", THERMOMETER)]


def results(page, query: str) -> list[str]:
    """The titles of the pages that are found, best first."""
    if page.viewport_size["width"] < 960 and not page.locator("#__search").is_checked():
        page.locator("[data-opens='__search']").first.click()
    field = page.locator(".md-search__input")
    items = page.locator(".md-search-result__item")
    for text in ("", query):
        # The list answers each key that comes up. One key after all the text: the answer is never one of half a word.
        field.fill(text)
        field.press("End")
        expect(items).to_have_count(0) if not text else expect(items).not_to_have_count(0, timeout=15_000)
    return page.locator(".md-search-result__item h1").all_inner_texts()


def test_what_people_type_is_found_in_the_first_three(server, open_page):
    page = open_page(server.url)
    missed = [(query, found[:4]) for query, titles in SEARCHES if not set(titles) & set((found := results(page, query))[:3])]
    assert len(SEARCHES) >= 60 and missed == []


@pytest.mark.parametrize("query, title", QUERIES)
def test_from_a_disk(query, title, offline_site, open_page):
    assert title in results(open_page((offline_site / "index.html").as_uri()), query)


def test_on_a_phone(server, open_page):
    assert PROTOCOL in results(open_page(server.url, 375), "signaal")


def test_the_index_is_only_fetched_to_search(server, open_page):
    page = open_page(server.url)
    settle(page)
    assert not [request for request in page.watch.requests if "search_index" in request]
    assert results(page, "signaal")
    assert len([request for request in page.watch.requests if "search_index" in request]) == 1


@pytest.mark.parametrize("width", [1280, 360])
def test_words_of_danger_show_numbers_to_tap_above_what_is_found(server, open_page, width):
    page = open_page(server.url, width)
    assert results(page, "zelfmoord")[0] == "Nu gevaar?"
    card = page.locator("[data-search-alarm]")
    expect(card).to_be_visible()
    expect(card.locator("a[href='tel:113']")).to_contain_text("24 uur per dag")
    first = page.locator(".md-search-result__item").first
    assert card.bounding_box()["y"] < first.bounding_box()["y"]
    assert card.locator("a").last.bounding_box()["height"] >= 44
    results(page, "klassenregels")
    expect(card).to_be_hidden()


def test_a_question_that_is_pasted_finds_its_page_and_nothing_is_said_to_be_missing(server, open_page):
    page = open_page(server.url)
    page.locator(".md-search__input").focus()
    page.keyboard.insert_text("Mijn kind wordt gepest. Wat kan ik doen?")  # as pasting and dictating do: no key comes up
    first = page.locator(".md-search-result__item h1").first
    expect(first).to_have_text("Mijn kind wordt gepest", timeout=15_000)
    assert page.locator(".md-search-result__terms").count() == 0
