"""Pages that a step names between quotes get a link beside it; a title that is nearly right is a mistake."""

import re

import pytest

from macros.checks.routes import check_mentions
from macros.content.mentions import WRITTEN, mentioned, titles
from macros.load import load
from macros.publish.links import Links
from macros.publish.routes import route_data
from tests.places import ROOT


@pytest.fixture
def content():
    return load(ROOT)


@pytest.fixture
def step(content):
    return content.protocols["aanbevolen-protocol"].step("maatregel")


def test_the_pages_in_docs_have_these_titles():
    for title, path in WRITTEN.items():
        heading = next(line for line in (ROOT / f"docs/{path}.md").read_text(encoding="utf-8").splitlines() if line[:2] == "# ")
        assert heading.removeprefix("# ").startswith(title.removesuffix("?")), "a long title may be named by how it begins"


def test_every_page_that_a_step_names_is_a_link_in_the_guide(content):
    for route in content.routes:
        steps = route_data(route, content, Links("x.md"))["steps"]
        named = [
            title
            for data in steps
            for text in [*data["how"], *data["caution"]]
            for title in re.findall(r"(?:pagina|wegwijzer) ‘([^’]+)’", text)
        ]
        assert set(named) == {page["title"] for data in steps for page in data["pages"]} & set(named), route.id
    signals = route_data(content.protocols["signaal-tot-afronding"], content, Links("protocollen/x.md"))["steps"][0]["pages"]
    assert {"title": "Signalen van pesten", "href": "../../lijsten/signalen/"} in signals


def test_named_twice_is_linked_once_and_other_words_between_quotes_are_no_page(content, step):
    step.how[:] = ["Open de pagina ‘Maatregelen en straf’.", "Zeg: ‘Dat is niet goed.’", "Weer ‘Maatregelen en straf’."]
    step.caution[:] = ["Kijk op ‘Nu gevaar?’"]
    assert mentioned(step, content) == [("Maatregelen en straf", "lijsten/maatregelen"), ("Nu gevaar?", "nu-gevaar")]


def test_a_title_that_is_nearly_right_is_a_mistake(content, step):
    step.how[:] = ["Open de pagina ‘Maatregel en straf’.", "Open de pagina ‘Iets van de school’."]
    step.caution[:] = []
    problem, remark = check_mentions(step, content)
    assert not problem.warning and remark.warning and "‘Iets van de school’, dus hier komt geen link" in remark.message
    assert "geen pagina met de titel ‘Maatregel en straf’. Bedoel je ‘Maatregelen en straf’?" in problem.message
    assert problem.file.endswith("aanbevolen-protocol.yaml") and problem.line > 1


def test_titles_are_not_shared(content):
    pages = [page.title for page in content.pages]
    assert len(set(pages)) == len(pages) and len(titles(content)) == len(pages) + len(WRITTEN)
