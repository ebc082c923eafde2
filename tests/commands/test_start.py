"""`make nieuw`: seven questions write a layer that the build accepts, and nothing else ever happens to the files."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import start
from macros.load import load
from macros.source.reader import read
from tests.places import ROOT
from tests.processes import python
from tests.projects import copy_base
from widgets.core import plain_yaml

ALL = [
    "--naam",
    "De Vlinder",
    "--land",
    "vl",
    "--onderwijs",
    "secundair",
    "--locaties",
    "Oost, Été 2",
    "--coordinator",
    "A. de Wit",
    "--protocol",
    "zes-stappen",
]


@pytest.fixture
def project(tmp_path) -> Path:
    """The content of the project, without a layer."""
    copy_base(tmp_path)
    return tmp_path


@pytest.fixture
def answering(monkeypatch):
    def use(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return use


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in (folder / "protocol").rglob("*")
    }


def run(project: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess:
    more = {"said": answers, "PYTHONIOENCODING": "utf-8"}
    return python("-m", "macros.commands.start", *arguments, folder=project, code=ROOT, **more)


def test_all_answers_given(project):
    done = run(project, *ALL)
    assert done.returncode == 0 and done.stderr == ""
    for written in ("protocol/eigen/school.yaml", "protocol/locaties/oost.yaml", "protocol/locaties/ete-2.yaml", "make serve"):
        assert written in done.stdout
    content = load(project)
    assert content.errors == [] and content.school.name == "De Vlinder" and content.school.protocol == "zes-stappen"
    assert (content.school.country, content.school.school_type, content.school.holidays) == ("vl", "secundair", "vlaanderen")
    assert [contact.name for contact in content.school.contacts] == ["A. de Wit"] and not content.school.example
    assert load(project, layers=("eigen", "locaties/ete-2")).school.name == "Été 2"


def test_asked_on_the_terminal_with_wrong_answers_in_between(project, answering, capsys):
    answering("", "x", "De Vlinder", "be", "", "vo", "Oost, oost", "", "", "zes-stapen", "zes-stappen", "", "oost", "Regio Zuid")
    assert start.main(project, []) == 0
    said = capsys.readouterr().out
    for reason in (
        "Vul dit in.",
        "Schrijf minstens twee letters.",
        "Kies uit: nl, vl.",
        "‘oost’ en ‘Oost’ lijken te veel op elkaar.",
        "Bedoel je ‘zes-stappen’?",
        "Kies uit: noord, midden, zuid, eigen.",
    ):
        assert reason in said
    for choice in ("vo                       voortgezet onderwijs (vo)", "zes-stappen", "[nl]", "[aanbevolen-protocol]"):
        assert choice in said
    school = load(project).school
    assert (school.name, school.country, school.school_type, school.protocol, school.example) == (
        "De Vlinder",
        "nl",
        "vo",
        "zes-stappen",
        True,
    )
    assert school.holidays == "zuid"
    assert school.contacts[0].name == start.LATER and not (project / start.LOCATIONS).exists()
    assert "zet dan ‘voorbeeld’ op nee" in said


def test_the_region_of_the_school_holidays_is_asked_where_there_is_a_choice(project, answering, capsys):
    """In Flanders there is one; in the Netherlands an empty answer is none."""
    dutch = [
        "--naam",
        "Bo Bo",
        "--land",
        "nl",
        "--onderwijs",
        "po",
        "--locaties",
        "",
        "--coordinator",
        "A. de Wit",
        "--protocol",
        "nul-tot-zeven",
    ]
    answering("", "", "")
    assert start.main(project, dutch) == 1 and not (project / start.SCHOOL_FILE).exists()
    assert "7. Welke schoolvakanties gelden?" in capsys.readouterr().out
    answering()
    assert start.main(project, ALL) == 0
    assert "7. " not in capsys.readouterr().out and load(project).school.holidays == "vlaanderen"


def test_only_protocols_of_this_kind_of_school_are_offered(project, answering, capsys):
    answering("Bo Bo", "nl", "po", "", "", "zes-stappen", "nul-tot-zeven", "noord")
    assert start.main(project, []) == 0
    asked = capsys.readouterr().out.partition("6. ")[2]
    assert "Kies uit: aanbevolen-protocol, nul-tot-zeven, plagen-en-steungroep." in asked
    assert load(project).school.protocol == "nul-tot-zeven"


def test_the_file_can_be_edited_and_opened(project):
    """Every value has its explanation, the browser can open it, and the first line leads editors to the schema."""
    run(project, *ALL)
    path = project / start.SCHOOL_FILE
    text = path.read_text(encoding="utf-8")
    value, problem = plain_yaml.read(text)
    assert problem is None and value == read(path, project).value
    assert (path.parent / text.splitlines()[0].partition("$schema=")[2]).is_file()
    for block in text.strip().split("\n\n"):
        assert block.startswith("#"), block


@pytest.mark.parametrize(
    "arguments, reason",
    [
        (["--land", "be"], "‘be’ kan niet. Kies uit: nl, vl."),
        (["--naam", " "], "‘ ’ kan niet. Vul dit in."),
        (["--vakanties", "noord"], "‘noord’ kan niet. Kies uit: vlaanderen, eigen."),
        (["--onderwijs", "po"], "‘po’ kan niet. Kies uit: basis, secundair."),
        (["--protocol", "nul-tot-zeven"], "kan niet. Kies uit:"),
        (["--locaties", "Oost,oost"], "lijken te veel op elkaar"),
        (["--locaties", "日"], "is geen goede naam"),
    ],
)
def test_a_wrong_option_writes_nothing(project, arguments, reason):
    before = tree(project)
    done = run(project, *ALL, *arguments)
    assert done.returncode == 1 and reason in done.stderr and "Traceback" not in done.stderr
    assert tree(project) == before


def test_it_refuses_to_overwrite(project):
    run(project, *ALL)
    before = tree(project)
    done = run(project, *ALL, "--naam", "Anders")
    assert done.returncode == 1 and "bestaat al, en blijft zoals het is" in done.stderr and "Maak je schoolbestand" in done.stderr
    assert tree(project) == before


def test_a_location_that_exists_stops_everything(project):
    (project / start.LOCATIONS).mkdir()
    (project / start.LOCATIONS / "oost.yaml").write_text("naam: Al lang hier\n", encoding="utf-8")
    before = tree(project)
    done = run(project, *ALL)
    assert done.returncode == 1 and "Dit bestaat al: protocol/locaties/oost.yaml. Er is niets geschreven." in done.stderr
    assert tree(project) == before


def test_the_end_of_the_input_writes_nothing(project):
    before = tree(project)
    done = run(project, answers="De Vlinder\nnl\n")
    assert done.returncode == 1 and "Er kwam geen antwoord meer" in done.stderr and "Traceback" not in done.stderr
    assert tree(project) == before


@pytest.mark.parametrize("moment", ["asking", "writing", "checking"])
def test_ctrl_c_leaves_nothing_behind(project, monkeypatch, capsys, moment):
    def stop(*_arguments, **_options):
        raise KeyboardInterrupt

    before = tree(project)
    if moment == "asking":
        monkeypatch.setattr("builtins.input", stop)
    elif moment == "writing":
        monkeypatch.setattr(start.school_text, "location_id", _stop_at(4, start.school_text.location_id))
    else:
        monkeypatch.setattr(start, "_check", stop)
    assert start.main(project, ["--land", "nl"] if moment == "asking" else ALL) == 1
    assert "Gestopt. Er is niets geschreven." in capsys.readouterr().err
    assert tree(project) == before


def _stop_at(count: int, function):
    """The function, until Ctrl-C at call number `count`."""
    calls = []

    def counted(*arguments):
        calls.append(arguments)
        if len(calls) == count:
            raise KeyboardInterrupt
        return function(*arguments)

    return counted


def test_a_write_that_breaks_off_takes_all_files_back(project):
    """The second file fails while it is written: the first goes as well, and so do the new folders."""
    before = tree(project)
    files = {start.SCHOOL_FILE: "naam: x\n", f"{start.LOCATIONS}/a.yaml": None}
    with pytest.raises(TypeError):
        start.write(project, files)
    assert tree(project) == before


def test_content_that_does_not_fit_is_taken_back(project):
    before = tree(project)
    with pytest.raises(start.Refused, match="Er is niets geschreven") as caught:
        start.write(project, {start.SCHOOL_FILE: "protocol: bestaat-niet\n"})
    assert "protocol/eigen/school.yaml:1: protocol ‘bestaat-niet’ bestaat niet" in str(caught.value)
    assert tree(project) == before


def test_a_broken_base_is_told_first(project):
    (project / "protocol/school.yaml").write_text("naam: [x", encoding="utf-8")
    done = run(project, *ALL)
    assert done.returncode == 1 and "De inhoud heeft al fouten" in done.stderr and not (project / start.SCHOOL_FILE).exists()


@pytest.mark.parametrize("answer, meant", [("Nederland", "nl"), ("VL", "vl"), ("nederland", "nl"), ("be", "be"), ("", "")])
def test_a_choice_may_be_said_in_words(answer, meant):
    assert start.chosen(answer, {"nl": "Nederland", "vl": "Vlaanderen"}) == meant
    assert start.chosen("Voortgezet onderwijs", {"po": "basisschool (po)", "vo": "voortgezet onderwijs (vo)"}) == "vo"
