"""Opening many files at once on the page of the reports."""

import pytest

from tests.browser.ballots import REPORTS, answers, button, part, part_path

pytestmark = pytest.mark.browser


def test_files_that_spoil_the_reading_in_one_go(server, open_page, tmp_path):
    """A file with the mark between files in it, a byte order mark, and more files than one part."""
    sheets = [answers(number) for number in range(12)]
    paths = [part_path(tmp_path, part(sheets, f"G{place}", f"kast{place}x")) for place in range(22)]
    paths[3].write_bytes(b"\xef\xbb\xbf" + paths[3].read_bytes())
    page = open_page(server.url + REPORTS)
    page.wait_for_selector("[data-ready]")
    page.set_input_files("[data-open]", paths)
    page.wait_for_selector(".file-list")
    assert page.locator(".file-list li").count() == 22 and page.locator(".file-troubles").count() == 0
    assert page.locator("[data-news]").inner_text() == "Er zijn 22 bestanden geopend."
    button(page, "Wis alles op deze pagina").click()
    paths[1].write_bytes(paths[1].read_bytes() + b"\0{}")
    page.set_input_files("[data-open]", paths[:3])
    page.wait_for_selector(".file-list")
    assert page.locator(".file-list li").count() == 2
    assert page.locator(".file-troubles li").all_inner_texts() == [
        "Bestand 2: Dit bestand is geen uitslag van deze site. Er is niets veranderd."
    ]
