"""The script with the widgets of a page: compiled from widgets/, named after its content, only on pages that need it.

Each kind of widget has a script of its own with just the modules it uses; a page with more kinds gets one with all.
"""

import ast
import hashlib
import re
import sys
from functools import lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import rjsmin

from macros.publish.links import Links
from macros.site.brython.bundle import banner, bundle, package_modules
from macros.site.brython.kept import kept
from macros.site.brython.runtime import minified
from macros.site.brython.unused import without_unused
from macros.source.code_folder import CODE
from widgets.core.fields import UNKEPT_FORM
from widgets.core.html import el, to_html
from widgets.kinds import KINDS

MAIN = "widgets.page"
COMPILER = ("brython", "mini-racer", "tdewolff-minify", "rjsmin")
# The module that is made for each script: which kinds of widgets it has. widgets/page.py asks it.
CHOSEN = "widgets.chosen"
# Kinds that scan with the camera, and what reads its pictures where the browser itself cannot. It stands on the page from
# the start: after loading a page makes no request.
SCANNING = {"ballot"}
OWN_SCRIPTS = "assets/js"
QR_READER = f"{OWN_SCRIPTS}/qr-lezer.js"
_MARK = re.compile(r'data-widget="([a-z_]+)"')
# The page is shown first, then the script starts: whoever came to read does not wait for it. Brython asks which script
# it stands in, and that is only known right away.
_AFTER_PAINT = (
    "(function(ownScript,start){{function later(){{setTimeout(start,0,ownScript)}}"
    "try{{requestAnimationFrame(later)}}catch(none){{later()}}}})"
    "(document.currentScript,function(ownScript){{\n{text}}});\n"
)
# Before the scripts of the theme: those restyle the whole page first, and the reader would wait for that.
THEME_SCRIPTS = '<script id="__config"'
# The first of the scripts that are added here.
FIRST = '<script id="not-started"'


# What a page says of a widget that does not start (not_started.js).
NOT_STARTED = (
    "Dit onderdeel start niet op dit apparaat. Misschien is de browser te oud, of houdt een filter het tegen. "
    "Je kunt alles op deze pagina wel lezen en printen."
)


def smaller(folder: Path) -> dict[str, str]:
    """Our own scripts in `folder` (docs/), short: path in the site -> text. Those of others begin with their licence, and stay
    as they are."""
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / OWN_SCRIPTS).glob("*.js"))}
    return {f"{OWN_SCRIPTS}/{name}": minified(text) for name, text in found.items() if not text.startswith("/*!")}


def all_scripts() -> dict[str, str]:
    """Every script of the site: path in the site -> text."""
    kinds = [(kind,) for kind in KINDS] + [tuple(KINDS)]
    return {path(chosen): text(chosen) for chosen in kinds}


def text(kinds: tuple[str, ...]) -> str:
    """The script for some kinds of widgets. Compiled again only when one of its modules or the compiler changed."""
    return _kept("-".join(sorted(kinds)), tuple(sorted(modules_for(kinds).items())))


def path(kinds: tuple[str, ...]) -> str:
    """Where a script stands in the site; another name for another content, so that no old copy is used."""
    return f"assets/widgets.{hashlib.sha256(text(kinds).encode()).hexdigest()[:8]}.js"


def add_to_page(html: str, links: Links, not_started: str = NOT_STARTED) -> str:
    """A page with a widget gets its script, one that tells `not_started` when that does not run, and the form of its loose
    fields. Other pages stay as they are.
    """
    found = set(_MARK.findall(html))
    if not found:
        return html
    address = links.asset(path(tuple(found) if len(found) == 1 else tuple(KINDS)))
    style = links.asset("assets/css/noscript.css")
    head = f'<noscript><link rel="stylesheet" href="{style}"></noscript><link rel="preload" as="script" href="{address}"></head>'
    script = f'{FIRST} data-style="{style}" data-text="{escape(not_started)}">{watch()}</script><script src="{address}"></script>'
    if found & SCANNING:
        script += f'<script defer src="{links.asset(QR_READER)}"></script>'
    return html.replace("</head>", head, 1).replace(THEME_SCRIPTS, unkept_form() + script + THEME_SCRIPTS, 1)


def has_widget(html: str) -> bool:
    return bool(_MARK.search(html))


def unkept_form() -> str:
    """The empty form that boxes to tick and files belong to, once per page, for two widgets too. With this method it goes
    nowhere."""
    return to_html(el("form", {"id": UNKEPT_FORM, "autocomplete": "off", "method": "dialog", "hidden": True}))


@lru_cache(maxsize=1)
def watch() -> str:
    return rjsmin.jsmin((Path(__file__).parent / "not_started.js").read_text(encoding="utf-8")).strip()


def modules_for(kinds: tuple[str, ...]) -> dict[str, str]:
    """The modules that a page with these kinds of widgets needs: dotted name -> source. Raises KeyError for another kind."""
    modules = {**package_modules(CODE), CHOSEN: chosen(kinds)}
    return {name: modules[name] for name in _needed(tuple(modules.items()))}


def chosen(kinds: tuple[str, ...]) -> str:
    """The source of the module with the kinds of a script: name -> (class on the page, core). Raises KeyError for another
    kind."""
    lines, entries = [], []
    for kind in sorted(kinds):
        module, name = KINDS[kind].split(".")
        lines += [f"from widgets.browser.{module} import {name}", f"from widgets.core import {kind}"]
        entries.append(f'"{kind}": ({name}, {kind})')
    return "\n".join([*lines, f"KINDS = {{{', '.join(entries)}}}", ""])


@lru_cache(maxsize=64)  # every page with a widget asks, and reading all imports takes a second
def _needed(sources: tuple) -> list[str]:
    """The names of the modules of one script, sorted. `sources`: all modules, as (dotted name, source)."""
    modules = dict(sources)
    needed: set[str] = set()
    ahead = [MAIN]
    while ahead:
        name = ahead.pop()
        if name in modules and name not in needed:
            needed.add(name)
            ahead += _imports(modules[name], modules)
    packages = {name.rsplit(".", depth)[0] for name in needed for depth in range(1, name.count(".") + 1)}
    return sorted(needed | packages)


def _imports(source: str, modules: dict[str, str]) -> list[str]:
    """The modules of this project that a source imports."""
    found = []
    for module, names in _import_statements(source):
        parts = [f"{module}.{name}" for name in names]
        found += [part for part in parts if part in modules] or [module]
    return found


@lru_cache(maxsize=512)
def _import_statements(source: str) -> list[tuple[str, list[str]]]:
    """(module, names that are imported from it) of each import."""
    tree = ast.parse(source)
    found: list[tuple[str, list[str]]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found.append((node.module or "", [alias.name for alias in node.names]))
        elif isinstance(node, ast.Import):
            found += [(alias.name, []) for alias in node.names]
    return found


@lru_cache(maxsize=16)
def _kept(name: str, modules: tuple) -> str:
    return kept(CODE / ".cache/widgets" / f"{name}.js", f"{_compiler()}{modules}", lambda: _compiled(modules))


@lru_cache(maxsize=1)
def _compiler() -> str:
    """All that a script is made with: our own code, the packages and Python itself."""
    own = [Path(__file__), *sorted(path for path in (Path(__file__).parent / "brython").iterdir() if path.is_file())]
    return "".join([sys.version, *map(_version, COMPILER), *(path.read_text(encoding="utf-8") for path in own)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # one of the two minifiers, see pyproject.toml
        return ""


def _compiled(modules: tuple) -> str:
    text = bundle(without_unused(dict(modules)), MAIN, lines=False)
    return banner() + _AFTER_PAINT.format(text=text.removeprefix(banner()).replace("document.currentScript", "ownScript"))
