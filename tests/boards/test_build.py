"""All locations at once: built for real one time, and what happens when something goes wrong."""

import datetime
import json
import re
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from macros.boards import build, landing
from macros.boards.build import build_all, finish, not_ours, run, write_report
from macros.boards.location import Done, Job, build_location
from macros.boards.report import Report
from macros.site import csp
from macros.site.shared_assets import SHARED, places_used, repoint
from tests.board_project import add_board
from tests.browser.sites import Server, html_pages
from tests.browser.test_search import results
from tests.processes import python
from tests.projects import copy_content, copy_project
from tests.site.test_built_site import broken_links

URL = "https://scholen.example/pesten/"
TEXT_FILES = (".html", ".json", ".xml")
pytestmark = pytest.mark.xdist_group("locations")  # one process builds, for all tests here


def command(project, *arguments, **environment):
    """Run a module in `project`, with the code of that project."""
    return python("-m", *arguments, folder=project, timeout=600, **environment)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return add_board(copy_project(tmp_path_factory.mktemp("board")))


@pytest.fixture(scope="module")
def answer(project):
    """One process makes all, so that what one location leaves behind could show in the next."""
    return command(project, "macros.boards.build", "--processen", "1", SITE_URL=URL)


@pytest.fixture(scope="module")
def sites(project, answer):
    assert (project / "site-alles" / "index.html").is_file(), answer.stdout + answer.stderr
    return project / "site-alles"


def test_one_broken_location_leaves_the_others(answer, sites):
    assert answer.returncode == 1 and not answer.stderr.strip(), answer.stderr
    assert "/3] oost: " in answer.stdout and "/3] stuk: NIET GEMAAKT" in answer.stdout
    assert "protocol/locaties/stuk.yaml:3: rol ‘coordinatro’ bestaat niet. Bedoel je ‘coordinator’?" in answer.stdout
    start = (sites / "index.html").read_text(encoding="utf-8")
    assert 'href="oost/"' in start and 'href="west/"' in start and "stuk" not in start
    assert sorted(path.name for path in sites.iterdir()) == [
        "404.html",
        "_headers",
        SHARED,
        "hosting",
        "index.html",
        "locaties.json",
        "oost",
        "west",
    ]


def test_every_link_leads_somewhere(sites):
    assert broken_links(sites, True) == []
    assert len(html_pages(sites / "oost")) > 100


def test_the_files_are_shared(sites):
    places = list((sites / SHARED).iterdir())
    assert len(places) == 1 and places_used(sites / "oost") == places_used(sites / "west") == {places[0].name}
    assert not list(sites.rglob("assets"))
    shared = sum(path.stat().st_size for path in places[0].rglob("*") if path.is_file())
    assert shared > 5_000_000, "the scripts and the theme are there, once"


def test_no_page_names_somebody_of_another_location(sites):
    for location, others in (
        ("oost", ("Sam Smit", "De Wilg", "s.smit", "Ga rustig zitten met de leerling")),
        ("west", ("Mila Hoek", "De Hazelaar", "088-000 00 11", "hazelaar.example")),
    ):
        for path in (path for path in (sites / location).rglob("*") if path.suffix in TEXT_FILES):
            text = path.read_text(encoding="utf-8")
            assert not [other for other in others if other in text], path


def test_a_device_can_keep_a_location_with_the_shared_files(sites):
    worker = (sites / "oost" / "sw.js").read_text(encoding="utf-8")
    files = [path for path, _ in json.loads(re.search(r"new Map\((\[\[.*?\]\])\)", worker)[1])]
    assert any(path.startswith(f"../{SHARED}/") for path in files) and len(files) > 100
    for path in files:
        place = sites / "oost" / path
        assert place.is_file() or (place / "index.html").is_file(), path


def test_a_host_gets_one_policy_for_all(sites):
    rules = (sites / "_headers").read_text(encoding="utf-8")
    for page in [sites / "index.html", sites / "oost" / "index.html", sites / "west" / "rollen" / "index.html"]:
        assert all(digest in rules for digest in csp.inline_hashes(page.read_text(encoding="utf-8")))
    assert f"/pesten/{SHARED}/*" in rules and not (sites / "oost" / "_headers").exists()


def test_each_location_has_its_own_search(sites):
    index = (sites / "west" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Ga rustig zitten met de leerling" in index and "coach" in index


def test_after_another_location_a_site_is_as_when_built_alone(project, sites):
    alone = project / "alleen"
    built = command(project, "mkdocs", "build", "--site-dir", str(alone), LOCATIE="west", SITE_URL=f"{URL}west/")
    assert built.returncode == 0, built.stderr
    place = places_used(sites / "west").pop()
    names = {path.relative_to(alone).as_posix() for path in alone.rglob("*") if path.suffix in TEXT_FILES} - {"404.html"}
    assert names == {
        path.relative_to(sites / "west").as_posix() for path in (sites / "west").rglob("*") if path.suffix in TEXT_FILES
    }
    different = [
        name
        for name in names - {"sitemap.xml"}
        if repoint((alone / name).read_text(encoding="utf-8"), name.count("/"), f"../{SHARED}/{place}/")
        != (sites / "west" / name).read_text(encoding="utf-8")
    ]
    assert different == []


def test_the_address_of_a_location(sites):
    assert f'href="{URL}oost/ouders/"' in (sites / "oost" / "ouders" / "index.html").read_text(encoding="utf-8")


def test_the_report_is_for_the_board_alone(project, sites):
    folder = project / "rapport-locaties"
    assert "De Wilg (west)" in (folder / "overzicht.md").read_text(encoding="utf-8")
    assert "nummer of mail bij antipestcoördinator" in (folder / "index.html").read_text(encoding="utf-8")
    assert not [path for path in sites.rglob("*.html") if "nummer of mail bij" in path.read_text(encoding="utf-8")]


# ---- without building ----


def old_site(target, location, place="0a1b"):
    """What is left of an earlier build."""
    (target / location).mkdir(parents=True)
    (target / location / "index.html").write_text(f'<img src="../{SHARED}/{place}/a.svg">', encoding="utf-8")
    (target / SHARED / place).mkdir(parents=True, exist_ok=True)
    (target / SHARED / place / "a.svg").write_text("<svg/>", encoding="utf-8")


def made(location):
    return Done(Report(location, f"School {location}"), landing.School(location, f"School {location}", "", "", "nl", "112"))


def test_a_mistake_leaves_the_site_of_the_last_time(tmp_path):
    add_board(copy_content(tmp_path))
    target = tmp_path / "site-alles"
    old_site(target, "stuk")
    done = build_location(Job(tmp_path, "stuk", target))
    assert done.report.kept and done.school is None
    assert (target / "stuk" / "index.html").is_file()


def test_an_error_in_the_build_is_told(tmp_path):
    add_board(copy_content(tmp_path))  # there is no mkdocs.yml
    done = build_location(Job(tmp_path, "oost", tmp_path / "site-alles"))
    assert "het bouwen lukte niet" in done.report.errors[0] and "mkdocs.yml" in done.report.errors[0]
    assert not (tmp_path / "site-alles" / "oost").exists()


def test_what_belongs_to_no_location_goes(tmp_path):
    for location, place in (("oost", "aa11"), ("weg", "bb22"), ("stuk", "cc33")):
        old_site(tmp_path, location, place)
    (tmp_path / "van-iemand-anders").mkdir()
    finish(tmp_path, [made("oost"), Done(Report("stuk", errors=("fout",), kept=True))])
    assert sorted(path.name for path in tmp_path.glob("*/")) == [SHARED, "hosting", "oost", "stuk", "van-iemand-anders"]
    assert sorted(path.name for path in (tmp_path / SHARED).iterdir()) == ["aa11", "cc33"], "the old site keeps its files"
    assert "stuk" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_when_nothing_was_made_the_overview_stays(tmp_path):
    old_site(tmp_path, "oost")
    (tmp_path / "index.html").write_text("vorige keer", encoding="utf-8")
    finish(tmp_path, [Done(Report("oost", errors=("fout",), kept=True))])
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "vorige keer"
    assert (tmp_path / "oost" / "index.html").is_file()


def test_after_a_first_time_without_any_site_the_folder_is_still_free(tmp_path):
    finish(tmp_path, [Done(Report("oost", errors=("fout",)))])
    assert not_ours(tmp_path) == ""


class _Pool:
    """In place of processes. The process of `dies` is stopped from outside, and takes those after it with it."""

    def __init__(self, dies):
        self.dies, self.broken = dies, False

    def __call__(self, processes, context):
        self.broken = False
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def submit(self, function, job):
        future = Future()
        self.broken = self.broken or job.location in self.dies
        future.set_exception(BrokenProcessPool()) if self.broken else future.set_result(made(job.location))
        self.dies.discard("eenmaal")
        return future


@pytest.mark.parametrize("dies, lost", [({"eenmaal"}, []), ({"b"}, ["b"])])
def test_a_process_that_is_stopped(tmp_path, monkeypatch, dies, lost):
    monkeypatch.setattr(build, "ProcessPoolExecutor", _Pool(dies))
    names = ["a", "eenmaal", "b", "c"]
    told = []
    results = build_all([Job(tmp_path, name, tmp_path) for name in names], 2, told.append)
    assert [done.report.id for done in results] == names, "in the order of the jobs"
    assert [done.report.id for done in results if not done.report.built] == lost
    assert len(told) == 4 and told[-1].startswith("[4/4]")


def test_a_folder_with_something_else_is_left_alone(tmp_path, capsys):
    add_board(copy_content(tmp_path / "project"))
    target = tmp_path / "foto"
    target.mkdir()
    assert not_ours(target) == ""
    (target / "vakantie.txt").write_text("x", encoding="utf-8")
    assert run(tmp_path / "project", target, tmp_path / "rapport", 1) == 1
    assert "In de map foto staat al iets anders" in capsys.readouterr().out
    assert [path.name for path in target.iterdir()] == ["vakantie.txt"]


def test_without_locations_it_says_what_to_do(tmp_path, capsys):
    assert run(copy_content(tmp_path), tmp_path / "site", tmp_path / "rapport", 1) == 1
    assert "protocol/locaties" in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_the_report_is_written(tmp_path):
    write_report(tmp_path / "rapport", [Report("oost", "De Hazelaar", ("naam",))], datetime.date(2026, 11, 21))
    assert "21 november 2026" in (tmp_path / "rapport" / "index.html").read_text(encoding="utf-8")
    assert "| De Hazelaar (oost) | ja | 1 van 1 |" in (tmp_path / "rapport" / "overzicht.md").read_text(encoding="utf-8")


# ---- in a browser ----


@pytest.fixture(scope="module")
def address(sites):
    running = Server(sites)
    yield running.url
    running.stop()


@pytest.mark.browser
def test_a_visitor_finds_the_school_and_everything_works(address, open_page):
    """No message on the console and no foreign request: open_page sees to that."""
    page = open_page(address)
    page.get_by_role("link", name="De Hazelaar").click()
    page.wait_for_url("**/oost/")
    assert results(page, "signalen")
    page.goto(f"{address}oost/protocollen/aanbevolen-protocol/")
    page.wait_for_selector("[data-ready]")


@pytest.mark.browser
def test_the_overview_needs_no_script_and_fits_a_phone(address, open_page):
    page = open_page(f"{address}een/adres/dat/er-niet-is", 320, javascript=False, expect_errors=True)
    assert page.get_by_role("heading", level=1).inner_text() == "Deze pagina is er niet"
    page = open_page(address, 320, dark=True, javascript=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 25, 29)", "the style sheet is found"
    page.get_by_role("link", name="De Wilg").click()
    page.wait_for_url("**/west/")
