"""How much a visitor downloads for a page with a widget, in parts: as it is, by gzip -9 and by brotli 11."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser

from tests.bench.pages import WidgetPage
from tests.bench.report import Bar, Table, Verdict

MOST_TOTAL = 400
MOST_SCRIPT = 230
WIDGETS = "widgets script"
LOADER_END = "})(__BRYTHON__,"  # what comes after it are our modules
# The first that fits the path of a file names its part; the order is that of the table.
PARTS = (
    ("assets/stylesheets/", "theme css"),
    ("assets/javascripts/bundle.", "theme js"),
    ("assets/javascripts/", "search"),
    ("search/", "search"),
    ("assets/css/", "our css"),
    ("assets/js/", "our js"),
    ("assets/widgets.", WIDGETS),
    ("assets/img/", "images"),
    ("assets/images/", "images"),
    ("", "html"),
)


def run(browser: Browser, url: str, site: Path, pages: list[WidgetPage]) -> tuple[list, dict]:
    """What to print, and the figures."""
    shown, verdicts, figures = [], [], []
    for page in pages:
        files = [
            site / (path + "index.html" if path.endswith("/") or not path else path) for path in loaded(browser, url, page.path)
        ]
        table = Table(
            f"Transfer of the {page.widget} page, first visit, bytes; what loads by itself",
            ("part", "files", "raw", "gzip -9", "brotli 11"),
        )
        parts = {
            name: [file for file in files if _part(file.relative_to(site).as_posix()) == name]
            for name in dict.fromkeys(name for _start, name in PARTS)
        }
        sizes = {
            name: [sum(sums) for sums in zip(*(packed(file.read_bytes()) for file in found), strict=True)]
            for name, found in parts.items()
            if found
        }
        for name, found in sizes.items():
            table.add(name, len(parts[name]), *found)
            if name == WIDGETS:
                script = parts[name][0].read_text(encoding="utf-8")
                pieces = {piece: packed(text.encode()) for piece, text in script_pieces(script).items()}
                for piece, piece_sizes in pieces.items():
                    table.add(f"  {piece}", "", *piece_sizes)
        total = [sum(column) for column in zip(*sizes.values(), strict=True)]
        table.add("total", len(files), *total)
        shown += [table, [Bar(name, found[1] / 1000, "kB gzip") for name, found in sizes.items()]]
        verdicts += [
            Verdict(f"total of the {page.widget} page", total[1] / 1000, MOST_TOTAL, "kB gzip"),
            Verdict(f"widgets script on the {page.widget} page", sizes[WIDGETS][1] / 1000, MOST_SCRIPT, "kB gzip"),
        ]
        figures.append(
            {
                "widget": page.widget,
                "order": ["raw", "gzip -9", "brotli 11"],
                "parts": sizes,
                "widgets_script": pieces,
                "total": total,
            }
        )
    return [*shown, *verdicts], {"sizes": figures}


def loaded(browser: Browser, url: str, path: str) -> list[str]:
    """The paths, each once, of all that a first visit asks for by itself; those of workers too."""
    context = browser.new_context(locale="nl-NL")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page = context.new_page()
    page.goto(url + path, wait_until="networkidle")
    # The search starts its worker after that.
    page.wait_for_timeout(1000)
    context.close()
    return list(dict.fromkeys(asked))


def packed(content: bytes) -> tuple[int, int, int]:
    """Bytes as they are, by gzip -9 and by brotli 11."""
    return len(content), len(gzip.compress(content, 9, mtime=0)), len(brotli.compress(content, quality=11))


def script_pieces(script: str) -> dict[str, str]:
    """The text of a script with widgets, cut in run-time with loader, and our own modules."""
    end = script.index(LOADER_END) + len(LOADER_END)
    return {"runtime and loader": script[:end], "own modules": script[end:]}


def _part(path: str) -> str:
    return next(name for start, name in PARTS if path.startswith(start))
