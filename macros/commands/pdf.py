"""The whole policy as a PDF: prints the page `beleid` of a built site with Chromium.

`python -m macros.commands.pdf [site dir] [target]`: site/ and site/beleid.pdf when left out. Needs the extra "test"
(Playwright) and a Chromium (macros/commands/browsers.py), and no network: every address is answered from the folder.
The PDF is tagged, with bookmarks and page numbers; the web page stays the accessible original.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros.commands.browsers import CannotStart, launch_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Route

NO_ADDRESS = "http://site.invalid/"  # for a site that does not know its own address
PAGES = ("beleid/index.html", "beleid.html")

# Links to other pages of the site work in a PDF only when the site knows its own address.
REMOVE_LOCAL_LINKS = """for (const link of [...document.links])
  if (link.host === location.host && link.pathname !== location.pathname) link.removeAttribute("href")"""


class CannotPrint(Exception):
    """Why there is no PDF, in Dutch, with what to do."""


def print_policy(site: Path, target: Path) -> None:
    """Print the policy page of the built site in `site` to the file `target`. Raises CannotPrint."""
    path = next((path for path in PAGES if (site / path).is_file()), None)
    if path is None:
        raise CannotPrint(f"In de map {site} staat geen pagina ‘beleid’. Maak eerst de site: make build.")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise CannotPrint(
            "Playwright ontbreekt. Dat hoort bij de pakketten voor de tests: pip install --require-hashes -r requirements.lock."
        ) from None
    base = _address(site / path, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        try:
            browser = launch_chromium(playwright.chromium)
        except CannotStart as problem:
            raise CannotPrint(str(problem)) from None
        page = browser.new_page(locale="nl-NL")
        page.route("**/*", lambda route: _answer(route, base, site))
        page.goto(base + path.removesuffix("index.html"), wait_until="load")
        if base == NO_ADDRESS:
            page.evaluate(REMOVE_LOCAL_LINKS)
        page.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
        browser.close()


def _address(file: Path, path: str) -> str:
    """The address of the site, from the canonical link of its page."""
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', file.read_text(encoding="utf-8"))
    return canonical[1].removesuffix(path.removesuffix("index.html")) if canonical else NO_ADDRESS


def _answer(route: "Route", base: str, site: Path) -> None:
    """Answer a request for the site from its folder; no scripts, and nothing of others."""
    url = route.request.url
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(base).path).lstrip("/"))
    file = (site / path / "index.html" if url.split("#")[0].endswith("/") else site / path).resolve()
    if url.startswith(base) and file.is_file() and file.is_relative_to(site.resolve()) and file.suffix != ".js":
        route.fulfill(path=file)
    else:
        route.abort()


def main(arguments: list[str]) -> int:
    """Print, and say where the PDF is or why there is none. Returns the exit code."""
    site = Path(arguments[0] if arguments else "site")
    target = Path(arguments[1]) if len(arguments) > 1 else site / "beleid.pdf"
    try:
        print_policy(site, target)
    except CannotPrint as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Het beleid staat in {target}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
