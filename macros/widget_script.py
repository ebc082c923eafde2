"""The one script with all widgets: compiled from widgets/, named after its content, only on pages that need it."""
import hashlib
from functools import lru_cache

from macros.brython.bundle import bundle, package_modules
from macros.links import Links
from macros.site import CODE

MAIN = "widgets.page"
MARK = "data-widget="


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
    head = (f'<noscript><link rel="stylesheet" href="{links.asset("assets/css/noscript.css")}"></noscript>'
            f'<script src="{links.asset(path())}" defer></script></head>')
    return html.replace("</head>", head, 1)


def _fingerprint() -> tuple:
    return tuple(sorted(package_modules(CODE).items()))


@lru_cache(maxsize=1)
def _compiled(modules: tuple) -> str:
    return bundle(dict(modules), MAIN)
