"""Which files of a built site a device needs to show all of it: every page, what pages load, and the search."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# A tag that loads a file with the page. Links to other pages and the manifest are no part of it.
_TAG = re.compile(r"<(?:script|img|link)\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\s(?:src|href)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LOADS = re.compile(r"""^<(?:script|img)|\srel\s*=\s*["']?(?:stylesheet|preload|icon|apple-touch-icon)\b""", re.IGNORECASE)
_SEARCH_WORKER = re.compile(r'"search": ?"([^"]+)"')
SEARCH_INDEX = "search/search_index.json"
DIGITS = 16  # of a hash, in hex: nobody makes another file with the same 64 bits by accident
# Shown by a host for an address that does not exist: no page of its own.
NOT_FOUND = "404.html"


def needed(site: Path) -> dict[str, str]:
    """Address below the root of the site ("" is the home page, "rollen/", "assets/x.css") -> first part of its SHA-256.

    The same files give the same answer. A file that a page names but that is not in `site` is left out.
    """
    addresses = {}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path != NOT_FOUND:
            addresses[path.removesuffix("index.html")] = page
            for part in _loaded(page.read_text(encoding="utf-8"), path):
                addresses.setdefault(part, site / part)
    for part in _search(site):
        addresses.setdefault(part, site / part)
    return {address: digest(file) for address, file in sorted(addresses.items()) if file.is_file()}


def version(files: dict[str, str]) -> str:
    """One name for exactly these files with exactly this content."""
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]


def _loaded(html: str, path: str) -> list[str]:
    """The files of this site that a page loads, as paths from the root of the site."""
    found = []
    for tag in _TAG.findall(html):
        address = _ADDRESS.search(tag)
        if address and _LOADS.search(tag):
            found.append(_place(path, address[1]))
    worker = _SEARCH_WORKER.search(html)
    if worker:
        found.append(_place(path, worker[1]))
    return [part for part in found if part]


def _place(path: str, address: str) -> str:
    """An address in the page at `path`, as a path from the root of the site; empty when it is on another host."""
    parts = urlsplit(urljoin(f"https://site.invalid/{path}", address))
    return unquote(parts.path).lstrip("/") if parts.netloc == "site.invalid" and parts.scheme == "https" else ""


def _search(site: Path) -> list[str]:
    """What the search worker of the theme loads by itself: the index, and the words of its languages."""
    index = site / SEARCH_INDEX
    if not index.is_file():
        return []
    languages = [language for language in json.loads(index.read_text(encoding="utf-8"))["config"]["lang"] if language != "en"]
    names = [f"lunr.{language}.min.js" for language in languages]
    names += ["lunr.stemmer.support.min.js"] if languages else []
    names += ["lunr.multi.min.js"] if len(languages) > 1 else []
    return [SEARCH_INDEX, *(f"assets/javascripts/lunr/min/{name}" for name in names)]


def digest(file: Path) -> str:
    """The first part of the SHA-256 of a file, in hex."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]
