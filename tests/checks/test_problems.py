"""Broken content gives exactly its report, in Dutch, with file and line, and never a traceback.

Each folder in tests/problems holds the files that differ from _basis, and melding.txt: the report.
"""

import datetime
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.checks import ages
from macros.commands.check import check
from macros.source.problems import report
from tests.places import TESTS

FOLDER = TESTS / "problems"
BASIS = FOLDER / "_basis"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "_basis")
# Made here, because a file of two megabytes does not belong in the repository.
LARGE = {"te-groot-bestand": b"id: voorbeeld\nstappen: " + b"[" * 2_000_000 + b"\n"}
ROUTE = "protocol/protocollen/voorbeeld.yaml"


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


def make_project(target: Path, case: str) -> Path:
    """A copy of the basis with the files of one case in it."""
    root = target / "project"
    shutil.copytree(BASIS, root)
    folder = FOLDER / case
    for path in folder.rglob("*"):
        if path.is_file() and path.parent != folder:
            place = root / path.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
    gone = folder / "verwijder.txt"
    if gone.is_file():
        (root / gone.read_text(encoding="utf-8").strip()).unlink()
    if case in LARGE:
        (root / ROUTE).write_bytes(LARGE[case])
    return root


def test_there_are_enough_cases():
    assert len(CASES) >= 30


def test_basis_is_right(tmp_path):
    shutil.copytree(BASIS, tmp_path / "project")
    _, problems = check(tmp_path / "project")
    assert problems == []


@pytest.mark.parametrize("case", CASES)
def test_report(case, tmp_path):
    started = time.monotonic()
    _, problems = check(make_project(tmp_path, case))
    expected = (FOLDER / case / "melding.txt").read_text(encoding="utf-8")
    assert report(problems) == expected.rstrip("\n")
    assert time.monotonic() - started < 20, "refused, not hung"


@pytest.mark.thorough
@pytest.mark.parametrize("case", ["alles-tegelijk", "niet-utf8", "diepe-nesting", "bom"])
def test_command_never_shows_a_traceback(case, tmp_path):
    root = make_project(tmp_path, case)
    done = subprocess.run([sys.executable, "-m", "macros.commands.check"], cwd=root, capture_output=True, text=True, timeout=60)
    expected_errors = bool((FOLDER / case / "melding.txt").read_text(encoding="utf-8").strip())
    assert done.returncode == (1 if expected_errors else 0)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr == ""
