"""The one script with all widgets: compiled from widgets/, named after its content, only on pages that need it."""
import hashlib
from functools import lru_cache

from macros.brython.bundle import bundle, package_modules
from macros.links import Links
from macros.site import CODE

MAIN = "widgets.page"
MARK = "data-widget="
# Before the scripts of the theme: those restyle the whole page first, and the reader would wait for that.
THEME_SCRIPTS = '<script id="__config"'


def text() -> str:
    """The script. Compiled again only when a module in widgets/ changed."""
    return _compiled(_fingerprint())


def path() -> str:
    """Where the script stands in the site; another name for another content, so that no old copy is used."""
    return f"assets/widgets.{hashlib.sha256(text().encode()).hexdigest()[:8]}.js"


def add_to_page(html: str, links: Links) -> str:
    """A page with a widget gets the script; other pages stay as they are."""
    if MARK not in html:
        return html
    address = links.asset(path())
    head = (f'<noscript><link rel="stylesheet" href="{links.asset("assets/css/noscript.css")}"></noscript>'
            f'<link rel="preload" as="script" href="{address}"></head>')
    script = f'<script src="{address}"></script>'
    return html.replace("</head>", head, 1).replace(THEME_SCRIPTS, script + THEME_SCRIPTS, 1)


def _fingerprint() -> tuple:
    return tuple(sorted(package_modules(CODE).items()))


@lru_cache(maxsize=1)
def _compiled(modules: tuple) -> str:
    return bundle(dict(modules), MAIN)
