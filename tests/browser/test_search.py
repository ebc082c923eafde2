"""Dutch search, on the web and from a disk: word forms, accents and typing mistakes find the page."""
import pytest

pytestmark = pytest.mark.browser
PROTOCOL = "Van signaal tot afronding"
THERMOMETER = "Hoe veilig is school voor jou?"
QUERIES = [("afronding", PROTOCOL), ("signaal", PROTOCOL), ("signalen", PROTOCOL), ("coordinator", PROTOCOL),
           ("afrondign", PROTOCOL), ("vragenlijst", THERMOMETER), ("thermomter", THERMOMETER)]


def results(page, query: str) -> list[str]:
    """The titles of the pages that are found."""
    if page.viewport_size["width"] < 960:
        page.locator("[data-opens='__search']").first.click()
    page.locator(".md-search__input").press_sequentially(query, delay=15)
    page.wait_for_selector(".md-search-result__item", timeout=15000)
    page.wait_for_timeout(300)
    return page.locator(".md-search-result__item h1").all_inner_texts()


@pytest.mark.parametrize("query, title", QUERIES)
def test_on_the_web(query, title, server, open_page):
    assert title in results(open_page(server.url), query)


@pytest.mark.parametrize("query, title", [QUERIES[1], QUERIES[3], QUERIES[-1]])
def test_from_a_disk(query, title, offline_site, open_page):
    assert title in results(open_page((offline_site / "index.html").as_uri()), query)


def test_on_a_phone(server, open_page):
    assert PROTOCOL in results(open_page(server.url, 375), "signaal")
