"""The built site as files: valid HTML, links and anchors that lead somewhere, sizes."""

import gzip
import html
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
from bs4 import BeautifulSoup

from tests.browser.sites import html_pages
from tests.loaded import loaded

KB = 1000
CONTENT = loaded()


class Links(HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, markup):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("href", "src"):
            if attributes.get(name):
                self.links.append(attributes[name])


def broken_links(folder: Path, directory_urls: bool) -> list[str]:
    parsed = {path: Links((folder / path).read_text(encoding="utf-8")) for path in html_pages(folder)}
    broken = []
    for path, page in parsed.items():
        if path == "404.html":  # its links start at the root of the host
            continue
        for link in page.links:
            if re.match(r"^(https?:|mailto:|tel:|data:|javascript:void)", link):
                continue
            address, anchor = urldefrag(urljoin("/" + path, link))
            target = unquote(address).lstrip("/")
            if target.endswith("/") or not target:
                target += "index.html"
            if not (folder / target).is_file():
                broken.append(f"{path}: {link}")
            elif anchor and target in parsed and unquote(anchor) not in parsed[target].ids + ["__top"]:
                broken.append(f"{path}: {link} (no such anchor)")
    return broken


def test_links_on_the_web(site):
    assert broken_links(site, True) == []


def test_links_on_a_disk(offline_site):
    assert broken_links(offline_site, False) == []


def test_html_is_valid(site):
    found = []
    for path in html_pages(site):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((site / path).read_text(encoding="utf-8"))
        found += [f"{path}: {error}" for error in parser.errors]
        ids = Links((site / path).read_text(encoding="utf-8")).ids
        found += [f"{path}: id twice: {name}" for name in {name for name in ids if ids.count(name) > 1}]
    assert found == []


def test_no_address_of_another_host_is_loaded(site):
    loading = re.compile(
        r'<(?:script|img|iframe|source|link(?![^>]*rel="?(?:canonical|license|alternate|next|prev))[^>]*)'
        r'[^>]*(?:src|href)="?(https?:)?//',
        re.I,
    )
    found = [path for path in html_pages(site) if loading.search((site / path).read_text(encoding="utf-8"))]
    assert found == []
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", style.read_text(encoding="utf-8")), style


@cache
def gzipped(path: Path) -> int:
    """The size of a file after gzip -9."""
    return len(gzip.compress(path.read_bytes(), 9))


@cache
def loaded_files(site: Path, path: str) -> dict[str, int]:
    """What a browser loads for this page, images aside: path -> size in bytes after gzip -9."""
    markup = (site / path).read_text(encoding="utf-8")
    sizes = {path: len(gzip.compress(markup.encode(), 9))}
    for link in re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css))"', markup):
        target = unquote(urljoin("/" + path, link)).lstrip("/")
        sizes[target] = gzipped(site / target)
    return sizes


def widget_pages(site: Path) -> list[str]:
    return [path for path in html_pages(site) if "data-widget=" in (site / path).read_text(encoding="utf-8")]


def test_budget_of_widget_pages(site):
    assert widget_pages(site)
    for path in widget_pages(site):
        sizes = loaded_files(site, path)
        script = [size for name, size in sizes.items() if "/widgets." in name and name.endswith(".js")]
        assert len(script) == 1, "one script for all widgets"
        markup = (site / path).read_text(encoding="utf-8")
        most = next((size for kind, size in (("ballot", 250), ("guide", 245)) if f'data-widget="{kind}"' in markup), 240)
        assert script[0] <= most * KB
        assert sum(sizes.values()) <= 407 * KB, sizes


def test_the_page_of_a_route_is_light(site):
    """The HTML itself: on a slow phone somebody waits for it before there is anything to read."""
    found = {
        path: gzipped(site / path) for path in html_pages(site) if re.fullmatch("(protocollen|wegwijzers)/[^/]+/index.html", path)
    }
    assert len(found) == len(CONTENT.routes)
    assert max(found.values()) <= 40 * KB, found


def test_the_search_finds_a_step_on_its_own_page(site):
    """Once, after the page of its route; that page does not repeat it."""
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    for route in CONTENT.routes:
        page = f"{'protocollen' if route.id in CONTENT.protocols else 'wegwijzers'}/{route.id}/"
        told = " ".join(doc["text"] for doc in docs if doc["location"].partition("#")[0] == page)
        for step in route.steps:
            (own,) = [doc for doc in docs if doc["location"].partition("#")[0] == f"{page}{step.id}/"]
            assert html.unescape(own["title"]) == step.title and own["boost"] < 1
            assert all(line in html.unescape(own["text"]) for line in step.how)
            assert step.id == route.start or not any(line in html.unescape(told) for line in step.how), step.id


def test_only_pages_that_scan_load_the_reader_of_qr_codes(site):
    """From the start, so that it asks for nothing later; and it counts in the budget of the page above."""
    for path in html_pages(site):
        scans = 'data-widget="ballot"' in (site / path).read_text(encoding="utf-8")
        assert ("assets/js/qr-lezer.js" in loaded_files(site, path)) == scans, path


def test_other_pages_load_no_widget_script(site):
    for path in set(html_pages(site)) - set(widget_pages(site)):
        assert not any("/widgets." in name and name.endswith(".js") for name in loaded_files(site, path)), path


def test_every_fold_of_a_page_has_a_name_of_its_own(site):
    """A screen reader lists what can be opened. Of the doors of danger one is seen at a time."""
    same = {}
    for path in sorted(site.glob("**/index.html")):
        if path == site / "nu-gevaar" / "index.html":
            continue
        article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
        names = (
            [fold.get("aria-label") or fold.get_text(" ", strip=True) for fold in article.find_all("summary")] if article else []
        )
        if len(set(names)) < len(names):
            same[str(path.relative_to(site))] = sorted(names)
    assert same == {}
