"""Files that many sites have in common stand in one place, and every page finds them there."""

import hashlib

import pytest

from macros.site.offline.files import digest
from macros.site.shared_assets import places_used, repoint, share

PAGE = (
    '<link href="{up}assets/css/site.css"><img src=\'{up}assets/img/a.svg\'><a href="{up}ouders/">ouders</a>'
    '<script type="application/json">{{"base": ".", "search": "{up}assets/javascripts/search.js"}}</script>'
    "<code>docs/assets/css</code> assets/css"
)


def make(site, logo="<svg/>"):
    """A small site with pages at two depths."""
    files = {
        "index.html": PAGE.format(up=""),
        "ouders/thuis/index.html": PAGE.format(up="../../"),
        "sw.js": 'const files = [["assets/css/site.css", "1"], ["./", "2"]]',
        "search/search_index.json": '{"a": "assets/"}',
        "assets/css/site.css": "a{}",
        "assets/img/a.svg": logo,
        "assets/javascripts/search.js": "1",
    }
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


def test_pages_point_to_the_shared_place(tmp_path):
    name = share(make(tmp_path / "oost"), tmp_path / "gedeeld")
    assert not (tmp_path / "oost" / "assets").exists()
    assert (tmp_path / "gedeeld" / name / "css" / "site.css").read_text(encoding="utf-8") == "a{}"
    start = (tmp_path / "oost" / "index.html").read_text(encoding="utf-8")
    deep = (tmp_path / "oost" / "ouders" / "thuis" / "index.html").read_text(encoding="utf-8")
    assert start.count(f'"../gedeeld/{name}/') == 2 and f"'../gedeeld/{name}/img/a.svg'" in start
    assert deep.count(f'"../../../gedeeld/{name}/') == 2 and '"../../ouders/"' in deep
    assert "<code>docs/assets/css</code> assets/css" in start, "text is no address"
    assert f'"../gedeeld/{name}/css/site.css"' in (tmp_path / "oost" / "sw.js").read_text(encoding="utf-8")
    assert places_used(tmp_path / "oost") == {name}


def test_the_worker_knows_the_pages_as_they_stand_on_the_host(tmp_path):
    """It refuses a page with another hash, so the hash is that of the page with its new addresses."""
    site = make(tmp_path / "oost")
    known = {page: digest(site / page) for page in ("index.html", "ouders/thuis/index.html")}
    (site / "sw.js").write_text("".join(f'["{page}", "{found}"]' for page, found in known.items()), encoding="utf-8")
    share(site, tmp_path / "gedeeld")
    worker = (site / "sw.js").read_text(encoding="utf-8")
    for page, before in known.items():
        after = hashlib.sha256((site / page).read_bytes()).hexdigest()[:16]
        assert after != before and f'["{page}", "{after}"]' in worker


def test_the_same_files_stand_there_once(tmp_path):
    names = [share(make(tmp_path / location), tmp_path / "gedeeld") for location in ("oost", "west")]
    assert names[0] == names[1]
    assert [path.name for path in (tmp_path / "gedeeld").iterdir()] == [names[0]]


def test_a_site_with_a_file_of_its_own_gets_its_own_place(tmp_path):
    first = share(make(tmp_path / "oost"), tmp_path / "gedeeld")
    second = share(make(tmp_path / "west", logo="<svg>west</svg>"), tmp_path / "gedeeld")
    assert first != second
    for name, logo in ((first, "<svg/>"), (second, "<svg>west</svg>")):
        assert (tmp_path / "gedeeld" / name / "img" / "a.svg").read_text(encoding="utf-8") == logo


@pytest.mark.parametrize(
    "depth, address, moved",
    [
        (0, "assets/x.js", True),
        (0, "./assets/x.js", True),
        (1, "../assets/x.js", True),
        (1, "assets/x.js", False),
        (0, "../assets/x.js", False),
        (0, "https://elders.example/assets/x.js", False),
        (2, "../assets/x.js", False),
    ],
)
def test_only_assets_of_this_site_are_moved(depth, address, moved):
    text = repoint(f'<script src="{address}">', depth, "../gedeeld/1/")
    assert (text == f'<script src="{"../" * depth}../gedeeld/1/x.js">') is moved
    assert moved or address in text


def test_a_folder_without_a_start_page_uses_nothing(tmp_path):
    assert places_used(tmp_path) == set()
