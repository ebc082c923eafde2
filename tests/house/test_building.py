"""The page for whoever builds on: every file and test that it names is there, and each job says how to see it."""

import re

import pytest

from tests.places import ROOT, TESTS

PAGE = (ROOT / "docs" / "over" / "bouwen.md").read_text(encoding="utf-8")
JOBS = dict(re.findall(r"^## [^\n]* \{ #(\w+) \}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
PATH = re.compile(r"`((?:[\w.-]+/)[\w./-]*|[\w-]+\.(?:md|yml|toml))`")


def test_there_is_a_part_for_each_job():
    assert list(JOBS) == ["veld", "score", "lijst", "hulpmiddel", "land", "taal", "controle", "host"]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_names_what_is_there(job):
    """Files in order, a test in tests/, and an example; on at most eight lines, of which each names a place."""
    named = PATH.findall(JOBS[job])
    assert [path for path in named if not (ROOT / path).exists()] == []
    steps = re.findall(r"^\d+\. (.*)$", JOBS[job], re.MULTILINE)
    assert 2 <= len(steps) <= 8 and all(PATH.match(step) for step in steps)
    test = re.search(r"Test: (.*?)Voorbeeld: ", JOBS[job], re.DOTALL)
    assert test and any(re.match(r"tests/\w+/test_", path) for path in PATH.findall(test[1]))


def test_the_readme_is_short_and_names_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) < 120
    rooms = [path.name for path in (ROOT / "macros").iterdir() if path.is_dir() and path.name not in ("theme", "__pycache__")]
    assert [room for room in rooms if f"  {room}/" not in readme] == []
    assert [
        path
        for path in PATH.findall(readme)
        if not path.startswith(("site", ".venv", "stage", "http")) and not (ROOT / path).exists()
    ] == []


def test_each_test_stands_in_the_folder_of_its_room():
    assert sorted(path.name for path in TESTS.glob("test_*.py")) == []
    rooms = {path.name for path in (ROOT / "macros").iterdir() if path.is_dir()}
    assert {path.parent.name for path in TESTS.rglob("test_*.py")} - rooms == {"core", "house", "browser"}
