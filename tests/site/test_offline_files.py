"""What a device keeps: the right files, named by their content, of a sensible size."""

import json
import struct
from dataclasses import replace

import pytest

from macros.publish.links import Links
from macros.site.offline import worker
from macros.site.offline.button import SWITCHED_OFF, keep_button
from macros.site.offline.files import needed, version
from tests.browser.sites import html_pages
from tests.loaded import loaded

PAGE = """<!doctype html><html><head><link rel="stylesheet" href="{up}assets/a.css"><link rel="canonical" href="/elders/">
<link rel="manifest" href="{up}manifest.webmanifest"><script src="https://example.org/x.js"></script>
<script src="{up}assets/is-er-niet.js"></script></head><body><img src="{up}assets/b.svg"><a href="{up}assets/groot.pdf">pdf</a>
<a href="../">terug</a></body></html>"""


@pytest.fixture
def small(tmp_path):
    for path, text in {
        "index.html": PAGE.format(up=""),
        "rollen/index.html": PAGE.format(up="../"),
        "404.html": "x",
        "assets/a.css": "a{}",
        "assets/b.svg": "<svg/>",
        "assets/groot.pdf": "pdf",
        "sitemap.xml": "x",
        "manifest.webmanifest": "{}",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_pages_and_what_they_load(small):
    assert list(needed(small)) == ["", "assets/a.css", "assets/b.svg", "rollen/"]


def test_the_version_follows_the_content(small):
    before = needed(small)
    assert needed(small) == before and version(needed(small)) == version(before)
    (small / "assets" / "a.css").write_text("b{}", encoding="utf-8")
    after = needed(small)
    assert {path for path in before if before[path] != after[path]} == {"assets/a.css"}
    assert version(after) != version(before)


def test_the_same_site_gives_the_same_worker(small):
    worker.write(small, "Veilig op school", True)
    text = (small / worker.WORKER).read_text(encoding="utf-8")
    worker.write(small, "Veilig op school", True)
    assert (small / worker.WORKER).read_text(encoding="utf-8") == text
    assert version(needed(small)) in text and "@" not in text


def test_the_worker_of_a_school_that_keeps_nothing_answers_no_request(small):
    worker.write(small, "Veilig op school", False)
    text = (small / worker.WORKER).read_text(encoding="utf-8")
    assert "leave()" in text and '"fetch"' not in text and "assets/a.css" not in text


def test_a_school_that_keeps_nothing_has_no_button():
    content = loaded()
    assert worker.MARK in keep_button(content, Links("zonder-internet.md"))
    off = replace(content, school=content.school.model_copy(update={"keep": False}))
    assert keep_button(off, Links("zonder-internet.md")) == f'<p class="notice">{SWITCHED_OFF}</p>\n'


def test_other_pages_do_not_change():
    assert worker.add_to_page("<head></head><p>x</p>", Links("rollen.md")) == "<head></head><p>x</p>"


def test_the_whole_site_is_kept(site):
    files = needed(site)
    assert {path.removesuffix("index.html") for path in html_pages(site)} - {"404.html"} <= set(files)
    assert "search/search_index.json" in files and any("workers/search" in path for path in files)
    assert not any(path.endswith((".map", ".pdf", ".xml")) for path in files)
    on_device, on_the_line = worker.sizes(site)
    assert on_the_line <= 5_500_000 and on_device <= 33_000_000, "the page says: about 5 megabyte, and 31 on the device"


def test_the_manifest_names_icons_that_are_there(site):
    manifest = json.loads((site / worker.MANIFEST).read_text(encoding="utf-8"))
    assert manifest["start_url"].startswith("./") and (site / manifest["start_url"] / "index.html").is_file()
    for icon in manifest["icons"]:
        width, height = struct.unpack(">II", (site / icon["src"]).read_bytes()[16:24])  # the header of a PNG
        assert f"{width}x{height}" == icon["sizes"]
