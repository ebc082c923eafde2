"""The policy as two PDFs: prints the pages `beleid` and `beleid-kort` of a built site with Chromium.

`python -m macros.commands.pdf [site dir] [target]`: site/ and site/beleid.pdf when left out; the short one stands beside it as
beleid-kort.pdf. Needs the extra "test" (Playwright, pypdf) and a Chromium (macros/commands/browsers.py), and no network: every
address is answered from the folder. The PDF is tagged, with bookmarks and page numbers, also in its contents: a browser cannot
tell on which page something comes, so it is printed twice. The web page stays the accessible original.
"""

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros.commands.browsers import CannotStart, launch_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

NO_ADDRESS = "http://site.invalid/"  # for a site that does not know its own address
POLICY, SHORT = "beleid", "beleid-kort"
MOST_TIMES = 4  # a number in the contents may move what comes after it

# Links to other pages of the site work in a PDF only when the site knows its own address.
REMOVE_LOCAL_LINKS = """for (const link of [...document.links])
  if (link.host === location.host && link.pathname !== location.pathname) link.removeAttribute("href")"""


# Every line of the contents with room for a number, then with the number of its page; whether that changed anything.
NUMBER_CONTENTS = """pages => [...document.querySelectorAll(".policy-contents a[href^='#']")].filter(link => {
  const before = link.dataset.page, page = pages[decodeURIComponent(link.hash.slice(1))] || (before ? "" : "00");
  link.dataset.page = page;
  return page !== before }).length"""


class CannotPrint(Exception):
    """Why there is no PDF, in Dutch, with what to do."""


def print_policy(site: Path, target: Path) -> list[Path]:
    """Print the policy of the built site in `site` to the file `target`, and the short one beside it, if the site has that.
    Returns the files. Raises CannotPrint."""
    if _page(site, POLICY) is None:
        raise CannotPrint(f"In de map {site} staat geen pagina ‘beleid’. Maak eerst de site: make build.")
    try:
        from playwright.sync_api import sync_playwright
        from pypdf import PdfReader  # noqa: F401  (asked for here, to say what is missing)
    except ImportError:
        raise CannotPrint(
            "Playwright of pypdf ontbreekt. Die horen bij de pakketten voor de tests: pip install --require-hashes -r "
            "requirements.lock."
        ) from None
    target.parent.mkdir(parents=True, exist_ok=True)
    wanted = {POLICY: target, SHORT: target.with_name(f"{target.stem}-kort{target.suffix}")}
    made = []
    with sync_playwright() as playwright:
        try:
            browser = launch_chromium(playwright.chromium)
        except CannotStart as problem:
            raise CannotPrint(str(problem)) from None
        for name, file in wanted.items():
            path = _page(site, name)
            if path:
                file.write_bytes(_printed(browser, site, path))
                made.append(file)
        browser.close()
    return made


def _page(site: Path, name: str) -> str | None:
    """The path in the site of the page with this name."""
    return next((path for path in (f"{name}/index.html", f"{name}.html") if (site / path).is_file()), None)


def _printed(browser: "Browser", site: Path, path: str) -> bytes:
    """The page as a PDF, with the numbers of pages in its contents."""
    base = _address(site / path, path)
    page = browser.new_page(locale="nl-NL")
    page.route("**/*", lambda route: _answer(route, base, site))
    page.goto(base + path.removesuffix("index.html"), wait_until="load")
    if base == NO_ADDRESS:
        page.evaluate(REMOVE_LOCAL_LINKS)
    page.evaluate(NUMBER_CONTENTS, {})
    for _ in range(MOST_TIMES):
        document = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
        if not page.evaluate(NUMBER_CONTENTS, page_numbers(document)):
            break
    page.close()
    return document


def page_numbers(document: bytes) -> dict[str, str]:
    """Name of a place in a PDF that a link leads to -> the number of its page, from 1."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(document))
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1) if page.indirect_reference}
    found = {}
    for name, place in reader.named_destinations.items():
        page = place.raw_get("/Page")
        found[name.lstrip("/")] = str(numbers.get(getattr(page, "idnum", -1), ""))
    return found


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
        made = print_policy(site, target)
    except CannotPrint as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Het beleid staat in {' en '.join(map(str, made))}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
