"""A package that can not be used is told in Dutch with what to do, by each command and by bare mkdocs; other errors are not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.command import explain
from tests.places import ROOT
from tests.processes import python, run

LIBRARY = 'raise ImportError("libgobject-2.0.so.0: cannot open shared object file: No such file or directory")\n'
BY_HAND = 'import ctypes\nctypes.CDLL("libdiehierniet.so.7")\n'
CUT_OFF = "def layout(graph:\n"
GONE = 'raise ModuleNotFoundError("No module named \'{0}\'", name="{0}")\n'
HALF = "import no_such_part_of_it\n"
CHECK = ("-m", "macros.command", "macros.commands.check")
BUILD = ("-m", "macros.command", "mkdocs", "build", "--site-dir")
BARE = ("-m", "mkdocs", "build", "--site-dir")


def run_with(folder: Path, package: str, code: str, command: tuple[str, ...]) -> subprocess.CompletedProcess:
    """Run a command in an environment where this package holds this code."""
    packages = folder / "site-packages"
    packages.mkdir()
    (packages / f"{package}.py").write_text(code.format(package), encoding="utf-8")
    more = [str(folder / "site")] if command[-1] == "--site-dir" else []
    return python(*command, *more, code=packages, timeout=300)


@pytest.mark.parametrize(
    "command, package, code",
    [
        (CHECK, "networkx", LIBRARY),
        (CHECK, "yaml", CUT_OFF),
        (CHECK, "pydantic", GONE),
        (BUILD, "mkdocs", CUT_OFF),
        (BUILD, "material", GONE),
        (BUILD, "jinja2", BY_HAND),
        (BUILD, "mkdocs_macros", HALF),
        (BUILD, "py_mini_racer", LIBRARY),
        (BARE, "networkx", LIBRARY),
        (BARE, "rjsmin", CUT_OFF),
    ],
)
def test_a_package_that_can_not_be_used(command, package, code, tmp_path):
    result = run_with(tmp_path, package, code, command)
    said = result.stderr.strip().splitlines()[-1]
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr and 'File "' not in result.stderr
    assert f"Het pakket ‘{'no_such_part_of_it' if code == HALF else package}’" in said
    library = re.search(r"lib\w[\w.-]*\.so\.\d", code)
    if library:
        assert library[0] in said and "Installeer die" in said and ".venv" not in said
    else:
        assert "Verwijder de map .venv" in said


def raised(run_it) -> BaseException:
    with pytest.raises(BaseException) as caught:
        run_it()
    return caught.value


def test_other_errors_keep_their_own_words():
    """Also an error inside a package, and a file that is not there: those say nothing about the environment."""

    def missing_file():
        (ROOT / "no such file").read_text(encoding="utf-8")

    def wrong_use_of_a_package():
        import networkx

        networkx.shortest_path(networkx.DiGraph(), 1, 2)

    def missing_name():
        raise KeyError("libx.so.1")

    assert [explain(raised(one)) for one in (missing_file, wrong_use_of_a_package, missing_name)] == [None, None, None]


def test_own_code_that_is_missing_is_no_package():
    def missing():
        from macros import no_such_module  # noqa: F401

    def missing_room():
        import widgets.core.no_such_module  # noqa: F401

    for words in (explain(raised(missing)), explain(raised(missing_room))):
        assert "deel van de code" in words and "git status" in words and ".venv" not in words


def test_an_environment_that_does_not_start_is_made_again(tmp_path):
    """As after an update of Python: `python` in .venv points to what is gone."""
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).touch()
    place = tmp_path / ".venv"
    (place / "bin").mkdir(parents=True)
    ready = place / "ready-python3"

    def planned() -> str:
        ready.touch()
        return run("make", "--dry-run", "check", folder=tmp_path).stdout

    (place / "bin" / "python").symlink_to("/no/such/python3")
    assert "-m venv" in planned()
    (place / "bin" / "python").unlink()
    (place / "bin" / "python").symlink_to(sys.executable)
    assert "-m venv" not in planned() and "macros.commands.check" in planned()
