"""The overview above the sites of all locations."""

import json

import html5lib
import pytest

from macros.boards.landing import MANY, School, files
from macros.site.shared_assets import SHARED

ASSETS = f"{SHARED}/1a2b"


def school(number, name="", town="", board="Stichting De Linden", language="nl", emergency="112"):
    return School(f"locatie-{number}", name or f"School {number}", town, board, language, emergency)


def test_every_school_is_there_in_order():
    page = files([school(1, "Wilg", "Westerdam"), school(2, "de Linde"), school(3, "Eik", "Oosterdam")], ASSETS)["index.html"]
    assert page.index('href="locatie-2/">de Linde') < page.index('href="locatie-3/">Eik') < page.index('href="locatie-1/">Wilg')
    assert '<span class="town">Westerdam</span>' in page
    assert "<h1>Veilig op de scholen van Stichting De Linden</h1>" in page
    assert "<script" not in page and 'href="tel:112"' in page and "3 scholen" in page


@pytest.mark.parametrize("schools", [[school(1)], [school(number, town=f"Stad {number % 3}") for number in range(40)]])
def test_pages_are_valid(schools):
    for name, text in files(schools, ASSETS, "https://scholen.example/pesten/").items():
        if name.endswith(".html"):
            parser = html5lib.HTMLParser(strict=True)
            parser.parse(text)
            assert "Content-Security-Policy" in text and "default-src 'none'" in text


def test_a_raised_digit_is_no_number():
    assert "School²3<" in files([school(1, "School²3"), school(2, "School 2")], ASSETS)["index.html"]


def test_numbers_in_names_count():
    page = files([school(number) for number in (10, 2, 1)], ASSETS)["index.html"]
    assert page.index("School 1<") < page.index("School 2<") < page.index("School 10<")


def test_names_are_escaped():
    page = files([school(1, "<b>'t Hof & co</b>", "<i>", board="<u>")], ASSETS)["index.html"]
    assert "&lt;b&gt;&#39;t Hof &amp; co&lt;/b&gt;" in page and "<b>" not in page and "<i>" not in page and "<u>" not in page


def test_many_schools_stand_under_their_town():
    schools = [school(number, town=("Oosterdam", "amsteldorp", "")[number % 3]) for number in range(MANY + 1)]
    page = files(schools, ASSETS)["index.html"]
    assert page.index("<h2>amsteldorp</h2>") < page.index("<h2>Oosterdam</h2>") < page.index("<h2>Zonder plaats</h2>")
    assert page.count("<li>") == MANY + 1
    assert "<h2>" not in files(schools[:MANY], ASSETS)["index.html"]


def test_schools_of_more_boards_and_countries():
    page = files([school(1, board="A"), school(2, board="B", language="nl-BE", emergency="101")], ASSETS)["index.html"]
    assert "<h1>Veilig op onze scholen</h1>" in page
    assert "Is er nu gevaar?" not in page, "no single number is right for all"


def test_a_wrong_address_of_any_depth_finds_its_way():
    made = files([school(1)], ASSETS, "https://scholen.example/pesten/")["404.html"]
    assert "<h1>Deze pagina is er niet</h1>" in made
    assert 'href="/pesten/locatie-1/"' in made and f'href="/pesten/{ASSETS}/css/locaties.css"' in made
    assert 'href="/locatie-1/"' in files([school(1)], ASSETS)["404.html"]


def test_on_a_disk_links_name_the_file():
    page = files([school(1)], ASSETS, offline=True)["index.html"]
    assert 'href="locatie-1/index.html"' in page and "Content-Security-Policy" not in page


def test_the_list_as_data():
    listed = json.loads(files([school(2, "B"), school(1, "A", "Oosterdam")], ASSETS)["locaties.json"])
    assert [(each["id"], each["name"], each["town"]) for each in listed] == [
        ("locatie-1", "A", "Oosterdam"),
        ("locatie-2", "B", ""),
    ]
