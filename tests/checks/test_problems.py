"""Broken content gives exactly its report, in Dutch, with file and line, and never a traceback.

Each folder in tests/problems holds the files that differ from _basis, and melding.txt: the report.
"""

import datetime
import time

import pytest

from macros.checks import ages
from macros.commands.check import check
from macros.source.problems import report
from tests.places import ROOT
from tests.processes import python
from tests.projects import PROBLEMS, make_project

CASES = sorted(path.name for path in PROBLEMS.iterdir() if path.is_dir() and path.name != "_basis")


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


def test_there_are_enough_cases():
    assert len(CASES) >= 30


def test_basis_is_right(tmp_path):
    _, problems = check(make_project(tmp_path))
    assert problems == []


@pytest.mark.parametrize("case", CASES)
def test_report(case, tmp_path):
    started = time.monotonic()
    _, problems = check(make_project(tmp_path, case))
    expected = (PROBLEMS / case / "melding.txt").read_text(encoding="utf-8")
    assert report(problems) == expected.rstrip("\n")
    assert time.monotonic() - started < 20, "refused, not hung"


@pytest.mark.thorough
@pytest.mark.parametrize("case", ["alles-tegelijk", "niet-utf8", "diepe-nesting", "bom"])
def test_command_never_shows_a_traceback(case, tmp_path):
    root = make_project(tmp_path, case)
    done = python("-m", "macros.commands.check", folder=root, code=ROOT)
    expected_errors = bool((PROBLEMS / case / "melding.txt").read_text(encoding="utf-8").strip())
    assert done.returncode == (1 if expected_errors else 0)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr == ""
