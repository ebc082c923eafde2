"""The theme: what we changed is based on these files of Material for MkDocs, and the result keeps our promises."""

import hashlib
import re
from pathlib import Path

import material
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.places import ROOT

UPSTREAM = Path(material.__file__).parent / "templates"
OURS = ROOT / "macros" / "theme"

# Upstream file -> (its hash, what of ours depends on it).
BASED_ON = {
    "base.html": ("cfbf793362e67de5", "macros/theme/main.html (blocks announce, header, footer)"),
    "404.html": ("80c93494b5432b1b", "macros/theme/404.html"),
    "partials/path.html": ("cbde0642861fe915", "macros/theme/partials/path.html"),
    "partials/search.html": ("bfd556535abcddb9", "macros/theme/partials/search.html"),
    "partials/languages/nl.html": ("24efebd5f061f6b6", "macros/theme/partials/languages/nl.html"),
    "partials/header.html": ("8cf3fb15bcf969ff", "docs/assets/js/toegankelijk.js (labels of menu and search)"),
    "partials/nav.html": ("af33f6e032f632eb", "docs/assets/js/toegankelijk.js (labels in the menu)"),
    "partials/nav-item.html": ("89895208f22d68ce", "docs/assets/js/toegankelijk.js (labels in the menu)"),
    "assets/javascripts/workers/search.*.min.js": ("fd26dd60bca3bff3", "docs/assets/js/zoekhulp.js (messages of type 2 and 3)"),
}

# Texts of parts of the theme that this site does not use.
NOT_USED = re.compile(r"(action\.(edit|view)|blog|consent|meta|readtime|rss|source|search\.(share|config)|direction)\b")
KEY = re.compile(r'^\s*"([a-z.]+)":', re.MULTILINE)


def fingerprint(pattern: str) -> str:
    """The hash of an upstream file, without what changes with each release: version and names with a hash."""
    [path] = UPSTREAM.glob(pattern)
    text = re.sub(r"mkdocs-material-[\d.]+|\.[0-9a-f]{8}\.min|sourceMappingURL=\S+", "", path.read_text(encoding="utf-8"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", BASED_ON)
def test_upstream_is_what_our_theme_was_made_from(name):
    expected, ours = BASED_ON[name]
    assert fingerprint(name) == expected, (
        f"Material changed {UPSTREAM / name}. Compare it with {ours}, take over what matters, "
        f"check keyboard and search in a browser, and put the new hash in {Path(__file__).name}."
    )


def test_every_changed_partial_is_watched():
    changed = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*.html")}
    existing = {name for name in changed if (UPSTREAM / name).exists()} - {"main.html", "partials/languages/nl-BE.html"}
    assert existing <= set(BASED_ON)


def test_no_text_of_the_theme_falls_back_on_english():
    def keys(folder: Path, language: str) -> set[str]:
        return set(KEY.findall((folder / "partials" / "languages" / f"{language}.html").read_text(encoding="utf-8")))

    missing = {key for key in keys(UPSTREAM, "en") - keys(OURS, "nl") if not NOT_USED.match(key)}
    assert missing - {"search.config.pipeline", "search.config.separator"} == set()


@pytest.fixture(scope="module", params=["nl", "nl-BE"])
def site(request, tmp_path_factory) -> Path:
    """A small site with our theme, without our content."""
    folder = tmp_path_factory.mktemp("site")
    docs = folder / "docs"
    (docs / "deel").mkdir(parents=True)
    (docs / "index.md").write_text("# Start\n\n[Verder](deel/a.md)\n", encoding="utf-8")
    (docs / "deel" / "a.md").write_text("# Een\n\n## Twee\n\nTekst.\n", encoding="utf-8")
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(folder / "site"),
        hooks=[],
        plugins=["search"],
        watch=[],
        nav=[{"Start": "index.md"}, {"Deel": ["deel/a.md"]}],
    )
    config.theme["language"] = request.param
    config.extra.update(
        {
            "school": {"name": "Voorbeeldschool", "example": True},
            "danger_url": "nu-gevaar/",
            "contact": {
                "label": "de coördinator",
                "name": "A & B",
                "phone": "012 345",
                "dialled": "012345",
                "mail": "",
                "url": "deel/a/",
                "substitute": "Niet bereikbaar? Vraag naar C & D, 034 567.",
                "substitute_phone": "034 567",
                "substitute_dialled": "034567",
            },
            "footer_links": [{"title": "Privacy", "url": "over/privacy/"}, {"title": "Elders", "url": "https://example.org/"}],
        }
    )
    build(config)
    return folder / "site"


PAGES = ["index.html", "deel/a/index.html", "404.html"]


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_page_keeps_the_policy(site, name):
    html = read(site, name)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', html)


@pytest.mark.parametrize(("name", "up"), [("index.html", ""), ("deel/a/index.html", "../../"), ("404.html", "/")])
def test_help_stands_on_every_page(site, name, up):
    html = read(site, name)
    assert html.count(f'<a class="danger-link" href="{up}nu-gevaar/">Nu gevaar?</a>') == 2
    assert "A &amp; B" in html and 'href="tel:012345"' in html and "mailto:" not in html
    assert html.count("Vraag naar C &amp; D") == 2 and 'href="tel:034567"' in html
    assert f'href="{up}over/privacy/"' in html and 'href="https://example.org/"' in html
    assert "Dit is een voorbeeldschool." in html


def test_texts_of_the_shell_are_dutch(site):
    assert "Deze pagina is er niet" in read(site, "404.html")
    assert "Not found" not in read(site, "404.html")
    assert 'aria-label="Kruimelpad"' in read(site, "deel/a/index.html")
    for name in PAGES:
        assert re.search(r'<html lang="nl(-BE)?"', read(site, name))
        assert 'aria-label="Zoeken op deze site"' in read(site, name)
        assert "Made with" not in read(site, name)
