"""What stands on every page: the values that the theme gets from the content of the school."""
import copy

from macros.content import load
from macros.shell import shell_data
from tests.browser.sites import ROOT

CONTENT = load(ROOT)


def test_the_website_of_the_school_stands_first_in_the_footer():
    content = copy.copy(CONTENT)
    content.school = CONTENT.school.model_copy(update={"site": "https://school.example/"})
    assert shell_data(content)["footer_links"][0] == {"title": "Website van de school", "url": "https://school.example/"}


def test_without_a_website_there_is_no_empty_link():
    content = copy.copy(CONTENT)
    content.school = CONTENT.school.model_copy(update={"site": None})
    assert [link["title"] for link in shell_data(content)["footer_links"]] == ["Privacy", "Toegankelijkheid", "Licenties"]
