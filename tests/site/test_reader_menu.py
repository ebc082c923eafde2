"""The menu of a real school is for its readers; what is for makers stands apart, or is left out with one line."""

import re

import pytest

from macros.commands.plain_pages import expanded
from macros.site import pages, reader_menu
from macros.site.shell import shell_data
from tests.loaded import loaded
from tests.places import ROOT

LINK = re.compile(r'(?:href="|\]\()(?:\.\./|\./)*([a-z][\w/-]*?)(?:/|\.md)?(?:#[^")]*)?[")]')
KINDS = [("nl", "po"), ("nl", "vo"), ("vl", "basis"), ("vl", "secundair")]


def school(country="nl", kind="vo", example=False, for_makers=True):
    content = loaded(country, kind)
    content.school.example, content.school.for_makers = example, for_makers
    return content


def menu(content) -> list:
    return reader_menu.for_readers(pages.nav(content, pages.menu(ROOT)), content)


@pytest.mark.parametrize("country, kind", KINDS)
def test_a_real_school_has_a_menu_for_readers(country, kind):
    made = menu(school(country, kind))
    assert [next(iter(part)) if isinstance(part, dict) else part for part in made][1:5] == [
        "Schoolteam", "Ouders", "Leerlingen", "Hulplijnen",
    ]  # fmt: skip
    parts = {title: reader_menu.paths(below) for part in made if isinstance(part, dict) for title, below in part.items()}
    assert all(len(paths) <= 28 for paths in parts.values()), {title: len(paths) for title, paths in parts.items()}
    assert not [path for path in reader_menu.paths(made) if path.startswith(reader_menu.MAKERS)]


def test_the_example_keeps_all_of_its_menu():
    content = school(example=True)
    assert menu(content) == pages.nav(content, pages.menu(ROOT))


def test_whatever_is_not_in_the_menu_stands_on_a_page_of_it():
    content = school()
    listed = set(reader_menu.paths(menu(content)))
    everything = set(reader_menu.paths(pages.nav(content, pages.menu(ROOT))))
    shown = dict(expanded(ROOT, content))
    linked = {name for path in listed for name in LINK.findall(shown[path])}
    hidden = {path.removesuffix(".md") for path in everything - listed if not path.startswith((*reader_menu.MAKERS, "over/"))}
    hidden -= {name for name in hidden if name.startswith("protocollen/")}  # those that the school does not follow
    assert {name for name in hidden if not any(link == name or name.endswith(f"/{link}") for link in linked)} == set()


def test_one_line_leaves_out_what_is_for_makers():
    links = [link["url"] for link in shell_data(school())["footer_links"]]
    assert "scholen/" in links
    content = school(for_makers=False)
    assert "scholen/" not in [link["url"] for link in shell_data(content)["footer_links"]]
    assert all(reader_menu.is_left_out(path, content) for path in ("scholen.md", "schrijven/velden.md", "keuzes/index.md"))
    kept = ("over/privacy.md", "over/geprobeerd.md", "ouders/mijn-kind-pest.md", "index.md")
    assert not any(reader_menu.is_left_out(path, content) for path in kept)
    assert not reader_menu.is_left_out("scholen.md", school(example=True, for_makers=False))
