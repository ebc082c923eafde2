"""Files that many sites have in common, once: styles, scripts and pictures go to one place and the pages point there.

The place is named after everything in it. So sites with the same files share them by themselves, a site with a file of
its own gets a place of its own, and a site of an earlier build keeps the files it was made with.
"""

import hashlib
import os
import re
import shutil
from pathlib import Path

from macros.site.offline.files import digest

ASSETS = "assets"
SHARED = "gedeeld"
# A relative address of something in assets/, at the start of an attribute or of a text in JSON or a script.
_ADDRESS = re.compile(r"""(?P<quote>["'])(?P<up>(?:\./)?(?:\.\./)*)assets/""")
# Beside the pages: what a device may keep, and the icons of the site on a phone.
WORKER = "sw.js"
_NAMES_FILES = (WORKER, "manifest.webmanifest")


def share(site: Path, shared: Path, up: str = "../") -> str:
    """Move the assets of a built site to `shared` and point its pages there; the name of the place.

    `up` leads from the start page of the site, where it will stand, to the folder in which `shared` stands.
    Several processes may share at the same time.
    """
    name = _fingerprint(site / ASSETS)
    place = shared / name
    if not place.exists():
        shared.mkdir(parents=True, exist_ok=True)
        try:
            os.rename(site / ASSETS, place)
        except OSError:  # another process was first
            if not place.exists():
                raise
    shutil.rmtree(site / ASSETS, ignore_errors=True)
    target = f"{up}{shared.name}/{name}/"
    hashes = {}  # the worker takes a page only when it has the hash that the worker knows
    for path in [*site.rglob("*.html"), *(site / file for file in _NAMES_FILES)]:
        if path.is_file():
            before = digest(path)
            text = path.read_text(encoding="utf-8")
            path.write_text(repoint(text, path.relative_to(site).as_posix().count("/"), target), encoding="utf-8")
            hashes[before] = digest(path)
    worker = site / WORKER
    if worker.is_file():
        text = worker.read_text(encoding="utf-8")
        for before, after in hashes.items():
            text = text.replace(f'"{before}"', f'"{after}"')
        worker.write_text(text, encoding="utf-8")
    return name


def repoint(text: str, depth: int, target: str) -> str:
    """The text of a page with its assets under `target`, which is an address from the start page of the site.

    `depth`: in how many folders the page stands. Addresses with another number of steps up are no assets of this site.
    """

    def moved(found: re.Match) -> str:
        if found["up"].removeprefix("./") != "../" * depth:
            return found[0]
        return f"{found['quote']}{'../' * depth}{target}"

    return _ADDRESS.sub(moved, text)


def places_used(site: Path, shared: str = SHARED) -> set[str]:
    """The names of the shared places that a site points to: from its start page, and from those of its other languages."""
    starts = [site / "index.html", *site.glob("*/index.html")]
    return {
        place
        for start in starts
        if start.is_file()
        for place in re.findall(rf"/{shared}/([0-9a-f]+)/", start.read_text(encoding="utf-8"))
    }


def _fingerprint(folder: Path) -> str:
    """A short name for all files in a folder together: their places and what is in them."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
