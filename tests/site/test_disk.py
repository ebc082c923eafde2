"""The zip for a USB stick: the same bytes each time, and a site that works after unpacking."""

import zipfile

import pytest

from macros.site.offline import disk
from tests.browser.test_search import results
from tests.loaded import loaded

CONTENT = loaded()
GUIDE = f"protocollen/{CONTENT.school.protocol}.html"


@pytest.fixture
def archive(offline_site, tmp_path):
    target = tmp_path / "site.zip"
    disk.write(offline_site, target, "onze school")
    return target


def test_the_same_site_gives_the_same_bytes(archive, offline_site, tmp_path):
    again = tmp_path / "again.zip"
    disk.write(offline_site, again, "onze school")
    assert again.read_bytes() == archive.read_bytes()


def test_the_readme_comes_first_and_reads_in_windows(archive):
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        text = opened.read(disk.README)
    assert names[0] == disk.README and all(name.startswith(f"{disk.FOLDER}/") for name in names[1:])
    assert text.startswith(b"\xef\xbb\xbf") and b"\n" not in text.replace(b"\r\n", b"")
    assert "Veilig op onze school" in text.decode("utf-8-sig") and "index.html" in text.decode()
    assert not any(name.endswith((".map", ".xml", ".gz")) for name in names)


def test_without_a_site_it_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="make offline"):
        disk.write(tmp_path, tmp_path / "site.zip", "onze school")


@pytest.mark.browser
def test_unpacked_it_works_from_the_disk(archive, tmp_path, open_page):
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "stick")
    folder = tmp_path / "stick" / disk.FOLDER
    page = open_page((folder / "index.html").as_uri())
    assert "Van signaal tot afronding" in results(page, "signaal")
    page.goto((folder / "rollen.html").as_uri())
    assert page.locator("h1").first.inner_text().startswith("Wie doet wat?")
    page.goto((folder / GUIDE).as_uri())
    page.wait_for_selector("[data-ready]")
    before = page.locator(".guide-title").inner_text()
    page.locator("[data-message^='answered ']").first.click()
    assert page.locator(".guide-title").inner_text() != before
