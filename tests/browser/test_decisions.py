"""The table of measures on a phone and on a desk, and its letters."""

import pytest

pytestmark = pytest.mark.browser
ADDRESS = "lijsten/maatregelen/"
# Cells in which a word is wider than its line: it would be cut, or stick out.
CUT = """() => [...document.querySelectorAll(".decisions :is(th, td)")].filter(
  cell => cell.innerText.trim() && cell.scrollWidth > cell.clientWidth + 1)
  .map(cell => cell.innerText)"""


@pytest.mark.parametrize("width", [360, 390, 768, 1366, 1920])
def test_it_fits_and_no_word_is_cut(width, server, open_page):
    page = open_page(server.url + ADDRESS, width)
    assert page.locator(".decisions").is_visible() and page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 1000:  # a block for each measure, with the name of the column in front of every answer
        assert page.evaluate("getComputedStyle(document.querySelector('.decisions tbody tr')).display") == "block"
        assert "Wie beslist" in page.evaluate("getComputedStyle(document.querySelector('.decisions td'), '::before').content")
    else:
        assert page.evaluate("getComputedStyle(document.querySelector('.decisions td')).display") == "table-cell"
        frame = page.locator(".table-scroll:has(.decisions)")
        assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth + 1")


def test_a_letter_is_copied_or_selected(server, open_page):
    page = open_page(server.url + ADDRESS, 390)
    page.locator(".decisions a.to-letters").first.click()
    button = page.locator("[data-copy-text]:visible").first
    page.evaluate("() => { navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); } }")
    button.click()
    assert "[naam]" in page.evaluate("window.copied") and page.get_by_text("De tekst is gekopieerd.").is_visible()
    page.evaluate("() => { navigator.clipboard.writeText = text => Promise.reject(new Error('no')) }")
    button.click()
    page.wait_for_function("() => getSelection().toString().includes('[naam]')")
    assert page.get_by_text("kies zelf Kopiëren").is_visible()
