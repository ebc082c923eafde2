"""Who stands in for the coordinator is named wherever the coordinator is, from one line in the school file."""

import html
import re

import pytest

from macros.commands.plain_pages import content_for, expanded_page
from macros.content.languages import languages
from macros.load import load
from macros.publish.links import Links
from macros.publish.questionnaires import questionnaire_data
from macros.render import first_minutes, policy
from macros.site.shell import shell_data
from tests.own_layers import make_school
from tests.places import ROOT
from widgets.core.help_lines import contact_view
from widgets.core.html import to_html

SCHOOL = (
    "voorbeeld: nee\nvakanties: midden\nnaam: De Linde\ncontact:\n"
    "  - rol: coordinator\n    naam: Noor de Wit\n    telefoon: 088-000 00 00\n"
    "    vervanger: Sam Jansen\n    vervanger_telefoon: 088-000 00 02\n  - rol: vertrouwenspersoon\n    naam: Bo de Groot\n"
    "bestuur:\n  naam: De Bomen\n  contact: de secretaris\n  telefoon: 088-000 00 01\n"
    "  escalatie: Gaat het over de schoolleiding?\n"
)
TOLD = "Niet bereikbaar? Vraag naar Sam Jansen, 088-000 00 02."


def text(markup: str) -> str:
    """What a reader sees, with one space for every gap."""
    inline = re.sub(r"</?(?:a|strong)\b[^>]*>", "", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inline)).split())


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    content = load(make_school(tmp_path_factory.mktemp("school"), {"school.yaml": SCHOOL}))
    assert content.errors == []
    return content


@pytest.mark.parametrize(
    "path",
    [
        "nu-gevaar.md",
        "leerlingen.md",
        "leerlingen/vertellen.md",
        "ouders.md",
        "ouders/komt-u-er-niet-uit.md",
        "ouders/brief-vragenlijst.md",
    ],
)
def test_on_every_page_that_names_the_coordinator(school, path):
    markup = expanded_page(ROOT, school, path)
    page = text(markup)
    assert {"tel:0880000000", "tel:0880000002"} <= set(re.findall(r'href="([^"]*)"', markup)), "numbers are tapped"
    assert f"Noor de Wit, 088-000 00 00. {TOLD}" in page and page.count("Niet bereikbaar?") == page.count("Noor de Wit")


def test_in_the_bar_the_questionnaire_the_first_minutes_and_the_policy(school):
    contact = shell_data(school)["contact"]
    assert (contact["substitute"], contact["substitute_dialled"]) == (TOLD, "0880000002")
    told = questionnaire_data(next(iter(school.questionnaires.values())), school)["contacts"]
    assert [person["who"] for person in told] == ["De vertrouwenspersoon", "De antipestcoördinator"], "who listens comes first"
    shown = to_html(contact_view({}, told[1]))
    assert TOLD in text(shown) and 'href="tel:0880000002"' in shown and 'href="tel:0880000000"' in shown
    assert told[0]["otherwise"] == ""
    assert TOLD in text(policy.policy_page(school, Links("beleid.md")))
    box = first_minutes.first_minutes(school, Links("schoolteam.md"))
    assert f"Bel of mail De antipestcoördinator: Noor de Wit, 088-000 00 00. {TOLD}" in text(box)
    assert 'href="tel:0880000000"' in box and 'href="tel:0880000002"' in box


def test_without_a_substitute_nothing_is_said():
    content = content_for(ROOT, "nl", "vo")
    assert shell_data(content)["contact"]["substitute"] == ""
    assert "Niet bereikbaar" not in expanded_page(ROOT, content, "ouders.md")
    assert "Niet bereikbaar" not in first_minutes.first_minutes(content, Links("schoolteam.md"))


@pytest.mark.parametrize("language", languages(ROOT))
def test_in_every_language(language, tmp_path):
    content = load(make_school(tmp_path, {"school.yaml": SCHOOL}), language=language)
    for path in ("nu-gevaar.md", "ouders.md"):
        page = text(expanded_page(ROOT, content, path)).replace("\u2066", "").replace("\u2069", "")  # kept together in Arabic
        assert "Sam Jansen, 088-000 00 02" in page and "Niet bereikbaar" not in page
