"""What stands on every page: the values that the theme gets from the content of the school."""

import copy

import pytest

from macros.checks.contacts import dialled
from macros.site.shell import shell_data
from tests.loaded import loaded

CONTENT = loaded()


@pytest.mark.parametrize(
    "phone, number",
    [("02/123 45 67", "021234567"), ("+31 (0)20 123", "+3120123"), ("(020) 123-45", "02012345"), ("112", "112"), ("", "")],
)
def test_a_number_can_be_dialled_however_it_is_written(phone, number):
    content = copy.copy(CONTENT)
    contact = CONTENT.school.contacts[0].model_copy(update={"phone": phone or None})
    content.school = CONTENT.school.model_copy(update={"contacts": [contact]})
    assert shell_data(content)["contact"]["dialled"] == dialled(phone) == number


def test_the_website_of_the_school_stands_first_in_the_footer():
    content = copy.copy(CONTENT)
    content.school = CONTENT.school.model_copy(update={"site": "https://school.example/"})
    assert shell_data(content)["footer_links"][0] == {"title": "Website van de school", "url": "https://school.example/"}


def test_without_a_website_there_is_no_empty_link():
    content = copy.copy(CONTENT)
    content.school = CONTENT.school.model_copy(update={"site": None})
    assert [link["title"] for link in shell_data(content)["footer_links"]] == ["Privacy", "Toegankelijkheid", "Licenties"]
