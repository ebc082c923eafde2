"""Every location in more languages: each language in a folder of its own, with pages that this location has."""

import os

import pytest

from macros import hooks
from macros.boards import landing
from macros.boards import location as one_location
from macros.boards.build import finish, run
from macros.boards.location import Done, Job
from macros.boards.report import Report
from macros.content.locations import layers_of
from macros.load import load
from macros.publish.links import Links
from macros.site.foreign_pages import chooser
from macros.site.shared_assets import SHARED, places_used
from tests.board_project import EAST, add, add_board
from tests.projects import copy_base, copy_content

URL = "https://scholen.example/"


@pytest.fixture
def built(tmp_path, monkeypatch):
    """What was asked of MkDocs for one location in Dutch and English: (language, languages to choose from, address)."""
    asked = []

    def build_site(config, folder):
        language = os.environ["TAAL"]
        asked.append((language, os.environ["TALEN"], os.environ["SITE_URL"]))
        for name, text in {
            "index.html": '<link href="assets/a.css">',
            "ouders/index.html": '<link href="../assets/a.css">',
            "404.html": "",
            "_headers": "",
            "hosting/nginx.conf": "",
            "assets/a.css": f"/* {language} */",
        }.items():
            path = tmp_path.joinpath(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(hooks, "build_site", build_site)
    monkeypatch.setenv("TAAL", "ar")  # of the person at the terminal: not for these builds
    target = tmp_path / "site-alles"
    target.mkdir()
    one_location._make(Job(tmp_path, "oost", target, url=URL, languages=("en",)))
    return target, asked


def test_each_language_is_built_inside_the_site(built):
    target, asked = built
    assert asked == [("", "en", f"{URL}oost/"), ("en", "en", f"{URL}oost/en/")]
    assert sorted(path.relative_to(target / "oost").as_posix() for path in (target / "oost").rglob("*.html")) == [
        "en/index.html",
        "en/ouders/index.html",
        "index.html",
        "ouders/index.html",
    ]
    assert not list((target / "oost").rglob("_headers")) and not list((target / "oost").rglob("hosting"))


def test_the_files_of_a_language_are_shared_and_stay(built):
    target, _ = built
    places = {path.name for path in (target / SHARED).iterdir()}
    assert len(places) == 2 and places_used(target / "oost") == places
    start = (target / "oost" / "en" / "index.html").read_text(encoding="utf-8")
    deep = (target / "oost" / "en" / "ouders" / "index.html").read_text(encoding="utf-8")
    assert f'"../../{SHARED}/' in start and f'"../../../{SHARED}/' in deep
    finish(target, [Done(Report("oost", "Oost"), landing.School("oost", "Oost", "", "", "nl", "112"))])
    assert {path.name for path in (target / SHARED).iterdir()} == places


def test_a_language_that_does_not_exist(tmp_path, monkeypatch, capsys):
    add_board(copy_base(tmp_path))
    monkeypatch.setenv("TALEN", "en fr")
    assert run(tmp_path, tmp_path / "site-alles", tmp_path / "rapport", 1) == 1
    assert "de taal ‘fr’ bestaat niet. " in (told := capsys.readouterr().out) and "Kies uit: ar, en" in told
    assert not (tmp_path / "site-alles").exists()


def test_without_translations_no_language_can_be_chosen(tmp_path, monkeypatch, capsys):
    add_board(copy_content(tmp_path))
    monkeypatch.setenv("TALEN", "en")
    assert run(tmp_path, tmp_path / "site-alles", tmp_path / "rapport", 1) == 1
    assert "Er zijn geen vertalingen" in capsys.readouterr().out


def test_a_location_offers_what_it_has_itself(tmp_path):
    """The board is a secondary school; this location is a primary school, with another questionnaire."""
    add(add_board(copy_base(tmp_path)), {"locaties/klein.yaml": EAST + "onderwijs: po\n"})
    for location, own, other in (("oost", "thermometer-vo", "thermometer-po"), ("klein", "thermometer-po", "thermometer-vo")):
        content = load(tmp_path, layers=layers_of(tmp_path, location))
        assert not content.errors

        def offered(page):
            return [language["code"] for language in chooser(content, f"vragenlijsten/{page}.md", Links("x.md", True), ["en"])]

        assert offered(own) == ["en"] and offered(other) == []
