"""The pages to measure: the built site, and beside each page with a widget the variants of that page."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from macros.load import load
from macros.site import scripts
from macros.site.brython import runtime
from tests.bench import ordinary
from tests.browser import sites
from tests.places import ROOT

PLAIN = Path(__file__).parent / "plain"
_SCRIPT = re.compile(r'<script src="(?P<root>[^"]*)assets/widgets\.[0-9a-f]+\.js"(?P<attributes>[^>]*)></script>')
_HINT = re.compile(r"<link [^>]*assets/widgets\.[^>]*>")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True)
class WidgetPage:
    """A page with a widget, by its path in the site, and the paths of its variants. `steps` is the length of a route."""

    widget: str
    path: str
    steps: int = 0
    judged: bool = True

    def variant(self, name: str) -> str:
        """ "ours" is the page as built; "plain", "ordinary" and "none" stand beside it, so that its links still fit."""
        return self.path if name == "ours" else f"{self.path.rstrip('/')}--{name}/"


def prepare(folder: Path) -> tuple[Path, list[WidgetPage]]:
    """Build the site below `folder` and add the variants. Returns the folder of the site and the pages."""
    site = sites.build(folder / "site")
    content = load(ROOT)
    pages = [
        WidgetPage("guide", f"protocollen/{route.id}/", len(route.steps), route.id == content.school.protocol)
        for route in content.protocols.values()
    ]
    pages += [WidgetPage("thermometer", f"vragenlijsten/{page_id}/") for page_id in list(content.questionnaires)[:1]]
    assets = site / "assets" / "bench"
    assets.mkdir()
    (assets / ordinary.RUNTIME).write_text(runtime.full(), encoding="utf-8")
    for page in pages:
        python = ordinary.page_scripts(scripts.modules_for((page.widget,)))
        shutil.copy(PLAIN / f"{page.widget}.js", assets)
        html = (site / page.path / "index.html").read_text(encoding="utf-8")
        html = _HINT.sub("", html)
        script = _one(_SCRIPT, html)
        opening = f'<script{script["attributes"]} src="{script["root"]}assets/bench/'
        _write(site, page, "none", _replace(_SCRIPT, html, ""))
        _write(site, page, "plain", _replace(_SCRIPT, html, f'{opening}{page.widget}.js"></script>'))
        _write(
            site,
            page,
            "ordinary",
            _replace(_POLICY, _replace(_SCRIPT, html, f'{opening}{ordinary.RUNTIME}"></script>\n{python}'), ""),
        )
    return site, pages


def judged(pages: list[WidgetPage]) -> list[WidgetPage]:
    """One page per widget: of the guide the protocol that the school follows."""
    return [page for page in pages if page.judged]


def longest_route(pages: list[WidgetPage]) -> WidgetPage:
    """The page of the protocol with the most steps."""
    return max(pages, key=lambda page: page.steps)


def _one(pattern: re.Pattern, html: str) -> re.Match:
    found = list(pattern.finditer(html))
    if len(found) != 1:
        raise ValueError(f"found {len(found)} times in a page with a widget: {pattern.pattern}")
    return found[0]


def _replace(pattern: re.Pattern, html: str, text: str) -> str:
    place = _one(pattern, html)
    return html[: place.start()] + text + html[place.end() :]


def _write(site: Path, page: WidgetPage, variant: str, html: str) -> None:
    target = site / page.variant(variant)
    target.mkdir()
    (target / "index.html").write_text(html, encoding="utf-8")
