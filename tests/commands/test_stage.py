"""The way out: all pages as plain Markdown that another generator can build, and the comparison of two builds."""

import posixpath
import re
from urllib.parse import unquote

import pytest
import yaml

from macros.commands import stage as stage_module
from macros.commands.compare import compare, read_site
from macros.commands.plain_pages import FRONT_MATTER
from macros.commands.stage import MARK, CannotStage, main, settings, stage, with_file_links
from macros.load import load
from tests.places import ROOT

CODE_IN_MARKDOWN = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
HTML_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")
WIDGET_DATA = re.compile(r' data-content="[^"]*"|<script\b.*?</script>|<noscript\b.*?</noscript>', re.DOTALL)


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    target = tmp_path_factory.mktemp("stage") / "uit"
    count = stage(ROOT, target)
    return (
        target,
        count,
        {
            path.relative_to(target / "docs").as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((target / "docs").rglob("*.md"))
        },
    )


def test_every_page_of_the_site_is_there(staged, site):
    target, count, pages = staged
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    assert count == len(pages) == len(built)
    assert {page.removesuffix("index.md").removesuffix(".md").rstrip("/") for page in pages} == {
        page.removesuffix("index.html").rstrip("/") for page in built
    }


def test_no_macro_is_left(staged):
    assert not {path: found for path, text in staged[2].items() if (found := MACRO.findall(CODE_IN_MARKDOWN.sub("", text)))}
    assert all(FRONT_MATTER.match(text) for text in staged[2].values())


def test_links_inside_lead_to_a_file(staged):
    target, _, pages = staged
    wrong, seen = [], 0
    for page, text in pages.items():
        plain = WIDGET_DATA.sub("", CODE_IN_MARKDOWN.sub("", text))
        for link in [*HTML_LINK.findall(plain), *MARKDOWN_LINK.findall(plain)]:
            if re.match(r"[a-z]+:", link) or link.startswith("#"):
                continue
            seen += 1
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(link.partition("#")[0])))
            if not (target / "docs" / path).is_file():
                wrong.append(f"{page}: {link}")
    assert not wrong, "\n".join(wrong)
    assert seen > 800


def test_anchors_in_links_exist(staged):
    """Of links in HTML to a step, a group or a helpline."""
    anchors = {page: set(re.findall(r'\bid="([^"]+)"|\{[^{}\n]*#([\w-]+)[^{}\n]*\}', text)) for page, text in staged[2].items()}
    known = {page: {one or other for one, other in found} for page, found in anchors.items()}
    wrong = []
    for page, text in staged[2].items():
        for link in HTML_LINK.findall(WIDGET_DATA.sub("", text)):
            path, _, anchor = link.partition("#")
            other = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            if anchor and other in known and anchor not in known[other]:
                wrong.append(f"{page}: {link}")
    assert not wrong, "\n".join(wrong[:20])


def test_all_files_that_the_settings_name_are_there(staged):
    target, _, pages = staged
    found = yaml.safe_load((target / "mkdocs.yml").read_text(encoding="utf-8"))
    for path in [*found["extra_css"], *found["extra_javascript"], found["theme"]["logo"], found["theme"]["favicon"]]:
        assert (target / "docs" / path).is_file(), path
    assert not {"hooks", "plugins", "validation"} & set(found) and "custom_dir" not in found["theme"]

    def listed(menu):
        for item in menu:
            for value in item.values() if isinstance(item, dict) else [item]:
                yield from listed(value) if isinstance(value, list) else [value]

    of_steps = {page for page in pages if page.count("/") == 2 and page.startswith(("protocollen/", "wegwijzers/"))}
    of_roles = {page for page in pages if page.startswith(("rollen/", "wandplaten/"))} - set(listed(found["nav"]))
    assert set(listed(found["nav"])) == set(pages) - of_steps - of_roles and len(of_steps) > 50, (
        "the page of a step is reached from its route, and that of a role that is seldom asked for from the page of roles"
    )
    assert found["site_name"] == "Veilig op Voorbeeldschool" == settings(ROOT, load(ROOT))["site_name"]


def test_what_zensical_does_not_read_keeps_its_address():
    text = '<noscript><a href="../a/">x</a></noscript><a href="../a/">x</a>'
    assert with_file_links(text, "b.md", {"a.md", "b.md"}) == text.replace(
        '</noscript><a href="../a/"', '</noscript><a href="a.md"'
    )


def test_it_never_overwrites_the_files_of_another(tmp_path, monkeypatch, capsys):
    (tmp_path / "eigen.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(CannotStage, match="al andere bestanden"):
        stage(ROOT, tmp_path)
    assert main(ROOT, tmp_path) == 1 and (tmp_path / "eigen.txt").read_text(encoding="utf-8") == "van mij"
    monkeypatch.setattr(stage_module, "expanded", lambda root, content: [("index.md", "# Start")])
    own = tmp_path / "nieuw"
    assert main(ROOT, own) == 0
    (own / "docs/oud.md").write_text("oud", encoding="utf-8")
    assert main(ROOT, own) == 0 and not (own / "docs/oud.md").exists() and (own / MARK).is_file()
    assert "1 pagina’s als Markdown" in capsys.readouterr().out


@pytest.mark.parametrize(
    "page, link, file",
    [
        ("a/b.md", "../../nu/#x", "../nu.md#x"),
        ("a/b.md", "../c/", "c.md"),
        ("a/b.md", "../", "index.md"),
        ("a/b.md", "../../", "../index.md"),
        ("index.md", "a/b/", "a/b.md"),
        ("a/index.md", "b/", "b.md"),
        ("nu.md", "../a/c/", "a/c.md"),
        ("nu.md", "#x", "#x"),
        ("nu.md", "https://x.example/a/", "https://x.example/a/"),
        ("nu.md", "../weg/", "../weg/"),
        ("nu.md", "tel:112", "tel:112"),
    ],
)
def test_a_link_in_html_names_the_file(page, link, file):
    known = {"index.md", "nu.md", "a/b.md", "a/c.md", "a/index.md"}
    assert with_file_links(f'<a class="x" href="{link}">x</a>', page, known) == f'<a class="x" href="{file}">x</a>'


# ---- two builds side by side ----

PAGE = (
    '<nav><h2>Menu</h2><a href="x/">x</a></nav><article class="md-content__inner"><h1>Kop<a class="headerlink" '
    'href="#kop">#</a></h1>'
    '<article><a href="{}">binnen</a></article><a href="https://x.example/">buiten</a></article><a href="voet/">voet</a>'
)


def test_comparing_two_builds(tmp_path):
    for name, link in (("een", "../a/index.html#x"), ("twee", "../a/#x"), ("drie", "../../a/#x")):
        (tmp_path / name / "b").mkdir(parents=True)
        (tmp_path / name / "b/index.html").write_text(PAGE.format(link), encoding="utf-8")
    (tmp_path / "drie/index.html").write_text("<h1>Buiten het artikel</h1>", encoding="utf-8")
    one, two, three = (read_site(tmp_path / name) for name in ("een", "twee", "drie"))
    assert one["b/index.html"].headings == [("h1", "Kop")] and one["b/index.html"].inside == {"a#x": 1}
    assert [line.split()[-3:] for line in compare(one, two)[1:]] == [["1"] * 3] * 5, "one way of writing an address or another"
    assert compare(one, three)[-2:] == ["only in the second: index.html", "differs: b/index.html (inside)"]


def test_a_site_is_like_itself(site):
    pages = read_site(site)
    table = compare(pages, pages)
    assert len(table) == 6 and all(len(set(line.split()[-3:])) == 1 for line in table[1:])
    assert sum(len(parts.headings) for parts in pages.values()) > 1000
