"""Country, kind of school, law, time zone and holidays are those of the location that is built; holidays are never guessed."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.commands.plain_pages import expanded
from macros.content import calendar
from macros.content.calendar import region_of
from macros.load import load
from macros.schema.countries import COUNTRIES
from tests.board_project import BOARD, add
from tests.places import ROOT
from tests.processes import python
from tests.projects import copy_base, copy_project

DUTCH = (
    BOARD.replace("vakanties: midden\n", "land: nl\nonderwijs: vo\nvakanties: midden\n")
    + """\
contact:
  - rol: coordinator
    naam: Noor de Wit
"""
)
FLEMISH = "naam: De Es\nland: vl\nonderwijs: basis\ncontact:\n  - rol: coordinator\n    naam: Mila Hoek\n"
HERE, THERE = ("eigen",), ("eigen", "locaties/es")
# A sentence of one country only, on the page about complaints.
LAW = {"nl": "Landelijke Klachtencommissie", "vl": "Kinderrechtencommissariaat"}


@pytest.fixture
def board(tmp_path) -> Path:
    """A Dutch board with a Flemish location."""
    return add(copy_base(tmp_path, languages=False), {"eigen/school.yaml": DUTCH, "locaties/es.yaml": FLEMISH})


def errors(root: Path, layers=HERE) -> list[str]:
    return [str(problem) for problem in load(root, layers=layers).errors]


# ---- the region of the school holidays ----


def test_a_flemish_location_of_a_dutch_board_has_flemish_holidays(board):
    content = load(board, layers=THERE)
    assert content.errors == [] and content.school.holidays is None and region_of(content.school) == "vlaanderen"
    assert {holiday.region for holiday in calendar.known_holidays(content)} == {"vlaanderen"}
    assert region_of(load(board, layers=HERE).school) == "midden"


def test_a_dutch_location_of_a_flemish_board_must_choose(board):
    add(
        board,
        {
            "eigen/school.yaml": DUTCH.replace("land: nl\nonderwijs: vo\nvakanties: midden", "land: vl\nonderwijs: basis"),
            "locaties/es.yaml": FLEMISH.replace("land: vl\nonderwijs: basis", "land: nl\nonderwijs: po"),
        },
    )
    [error] = errors(board, THERE)
    assert error.startswith("protocol/locaties/es.yaml:2: ‘vakanties’ ontbreekt")


def test_the_region_of_the_example_is_nobodys_choice(board):
    add(board, {"eigen/school.yaml": DUTCH.replace("vakanties: midden\n", "")})
    [error] = errors(board)
    assert error.startswith("protocol/eigen/school.yaml:2: ‘vakanties’ ontbreekt, en zonder vakanties kloppen de datums niet.")
    assert "Schrijf in dit bestand ‘vakanties: noord’, ‘vakanties: midden’ of ‘vakanties: zuid’." in error
    add(board, {"eigen/school.yaml": DUTCH.replace("land: nl\nonderwijs: vo\nvakanties: midden\n", "")})
    [error] = errors(board)
    assert error.startswith("protocol/eigen/school.yaml:1: ‘vakanties’ ontbreekt")


def test_a_flemish_school_never_gets_the_region_of_the_example(board):
    add(
        board,
        {"eigen/school.yaml": DUTCH.replace("land: nl\nonderwijs: vo\nvakanties: midden\n", "land: vl\nonderwijs: basis\n")},
    )
    content = load(board)
    assert content.errors == [] and region_of(content.school) == "vlaanderen"


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "land: vl\nonderwijs: basis\nvakanties: midden\n",
            "eigen/school.yaml:4: ‘midden’ hoort niet bij land: vl (Vlaanderen). Schrijf hier vlaanderen of eigen.",
        ),
        (
            "land: nl\nonderwijs: vo\nvakanties: vlaanderen\n",
            "eigen/school.yaml:4: ‘vlaanderen’ hoort niet bij land: nl (Nederland).",
        ),
    ],
)
def test_a_region_of_another_country_is_an_error(board, text, told):
    add(board, {"eigen/school.yaml": DUTCH.replace("land: nl\nonderwijs: vo\nvakanties: midden\n", text)})
    [error] = errors(board)
    assert told in error


def test_an_example_without_a_region_is_warned(board):
    add(board, {"eigen/school.yaml": "naam: De Linde\n"})
    content = load(board)
    assert content.errors == [] and [problem.file for problem in content.problems if "regio Midden" in problem.message] == [
        "protocol/eigen/school.yaml"
    ]


def test_translated_texts_are_no_choice_of_a_school():
    """The example itself keeps its region in every language."""
    for language in ("", "ar"):
        assert load(ROOT, layers=(), language=language).school.holidays == "midden"


def test_a_location_in_another_country_says_its_kind_of_school(board):
    add(board, {"locaties/es.yaml": FLEMISH.replace("onderwijs: basis\n", "")})
    [error] = errors(board, THERE)
    assert error.startswith(
        "protocol/locaties/es.yaml:2: bij dit land hoort een ander onderwijs dan ‘vo’, dat in protocol/eigen/school.yaml staat."
    )


# ---- law and words ----


def test_pages_follow_the_location(board):
    """What every page is written with, from the same content."""
    for layers, country, other in ((HERE, "nl", "vl"), (THERE, "vl", "nl")):
        content = load(board, layers=layers)
        pages = dict(expanded(board, content))
        assert LAW[country] in pages["ouders/komt-u-er-niet-uit.md"] and LAW[other] not in pages["ouders/komt-u-er-niet-uit.md"]
        assert COUNTRIES[content.school.country].time_zone in pages[f"protocollen/{content.school.protocol}.md"]


# What a build knows after MkDocs configured it, one line each: printed by a process of its own.
CONFIGURED = """
from pathlib import Path
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config = config.plugins.on_config(config)
variables = config.plugins["macros"].variables
import macros.source.code_folder, macros.site.current, widgets
for value in (variables["country"], variables["school_type"], config.theme["language"], config.extra["school"]["country"],
              macros.site.current.content().school.name, macros.source.code_folder.CODE, Path(widgets.__file__).parent.parent):
    print(value)
"""


def configured(project: Path, **environment: str) -> subprocess.CompletedProcess:
    """Without the folder of the project on the path of Python, as the command `mkdocs` runs."""
    return python("-P", "-c", CONFIGURED, folder=project, code=ROOT, **environment)


@pytest.fixture(scope="module")
def whole_board(tmp_path_factory) -> Path:
    """A whole copy of the project, with the code, for a Dutch board with a Flemish location."""
    return add(copy_project(tmp_path_factory.mktemp("board")), {"eigen/school.yaml": DUTCH, "locaties/es.yaml": FLEMISH})


def test_mkdocs_gives_pages_the_country_of_the_location(whole_board):
    """And the code beside the content, although Python finds the package of another copy of the project first."""
    for location, expected in (
        ("", ["nl", "vo", "nl", "nl", "Voorbeeldschool"]),
        ("es", ["vl", "basis", "nl-BE", "vl", "De Es"]),
    ):
        done = configured(whole_board, LOCATIE=location)
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines()[-7:] == [*expected, str(whole_board), str(whole_board)]


def test_code_of_another_copy_that_already_runs_is_refused(whole_board):
    done = python("-P", "-c", "import macros.site.current\n" + CONFIGURED, folder=whole_board, code=ROOT)
    assert done.returncode != 0
    assert f"Deze site hoort bij de code in {whole_board}, maar er draait al code uit {ROOT}." in done.stderr


@pytest.mark.parametrize(
    "module, arguments, told",
    [
        ("macros.commands.check", [], ""),
        ("macros.commands.yearly", [], "De Es"),
        ("macros.commands.stage", ["stage"], "stage"),
        ("macros.commands.disk", ["site", "stick.zip"], ""),
    ],
)
def test_every_command_follows_the_location(module, arguments, told, whole_board):
    """Those that make or tell something of the school, run as make runs them."""
    (whole_board / "site").mkdir(exist_ok=True)
    (whole_board / "site" / "index.html").write_text("", encoding="utf-8")
    done = python("-m", module, *arguments, folder=whole_board, LOCATIE="es")
    assert done.returncode == 0, done.stdout + done.stderr
    assert told in done.stdout
    if module == "macros.commands.stage":
        page = (whole_board / "stage/docs/ouders/komt-u-er-niet-uit.md").read_text(encoding="utf-8")
        assert LAW["vl"] in page and LAW["nl"] not in page
    if module == "macros.commands.disk":
        with zipfile.ZipFile(whole_board / "stick.zip") as stick:
            assert "Veilig op De Es" in stick.read("LEESMIJ.txt").decode("utf-8-sig")
    wrong = python("-m", module, *arguments, folder=whole_board, LOCATIE="esch")
    assert wrong.returncode == 1 and "de locatie ‘esch’ bestaat niet" in wrong.stdout
