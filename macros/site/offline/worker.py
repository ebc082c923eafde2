"""The service worker and the manifest: the site on a phone and without a network, for who chooses that.

The worker is generated from the built site, so that it names exactly the files of that build. Why a choice and not by
itself: docs/keuzes/zonder-internet.md. Source: https://w3c.github.io/ServiceWorker/ and https://www.w3.org/TR/appmanifest/
"""

import gzip
import json
from pathlib import Path

from macros.publish.links import Links
from macros.site.offline.files import DIGITS, needed, version

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
SCRIPT = "assets/js/bewaren.js"
MARK = "data-keep"
START = "schoolteam/"
_CODE = Path(__file__).parent
_ICON = "assets/img/icoon-{size}.png"


def write(site: Path, name: str, keep: bool) -> int:
    """Put the worker and the manifest in a built site; the number of files that a device would keep.

    With `keep` False the worker removes itself and everything it kept from every device that comes by.
    """
    files = needed(site) if keep else {}
    (site / WORKER).write_text(_worker(files) if keep else _read("common.js") + _read("leaves.js"), encoding="utf-8")
    (site / MANIFEST).write_text(manifest(name), encoding="utf-8")
    return len(files)


def manifest(name: str) -> str:
    """The manifest: how the site stands on the home screen of a phone. Addresses are relative to the manifest."""
    icons = [
        {"src": _ICON.format(size=size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
    ]
    return (
        json.dumps(
            {
                "id": "./",
                "name": name,
                "short_name": "Veiligwijzer",
                "lang": "nl",
                "start_url": f"./{START}",
                "scope": "./",
                "display": "standalone",
                "background_color": "#ffffff",
                "theme_color": "#0e5f6f",
                "icons": icons,
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def add_to_page(html: str, links: Links) -> str:
    """The page with the button gets its script and the manifest. No other page: browsers ask for a manifest on their own."""
    if MARK not in html:
        return html
    head = (
        f'<link rel="manifest" href="{links.asset(MANIFEST)}">'
        f'<link rel="apple-touch-icon" href="{links.asset(_ICON.format(size=192))}">'
        f'<script src="{links.asset(SCRIPT)}" defer></script></head>'
    )
    return html.replace("</head>", head, 1)


def sizes(site: Path) -> tuple[int, int]:
    """What a device keeps, in bytes: on the device, and over the line from a host that compresses."""
    contents = [
        (site / (address + "index.html" if not address or address.endswith("/") else address)).read_bytes()
        for address in needed(site)
    ]
    return sum(map(len, contents)), sum(len(gzip.compress(content, 6)) for content in contents)


def _worker(files: dict[str, str]) -> str:
    listed = json.dumps(list(files.items()), ensure_ascii=True, separators=(",", ":"))
    return _read("common.js") + _read("keeps.js").replace("@VERSION@", version(files)).replace("@FILES@", listed).replace(
        "@DIGITS@", str(DIGITS)
    )


def _read(name: str) -> str:
    return (_CODE / name).read_text(encoding="utf-8")
