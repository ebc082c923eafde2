"""The trying of mutants itself: a mistake that a test sees is killed, one that no test sees survives, and all are told apart."""

from pathlib import Path

import pytest

from tests.mutants import areas, operators, running
from tests.places import ROOT
from tests.processes import python

SMALL = '''"""Counts."""
LIMIT = 10


def most(values):
    """The highest."""
    found = 0
    for value in values:
        if value > found and value < LIMIT:
            found = value
    return found


def unseen(text):
    return text + "!"
'''
SMALL_TEST = """from small import counts
from small.counts import LIMIT


def test_most():
    assert counts.most([1, 3, 2]) == 3 and counts.most([9, 10, 11]) == 9


def test_limit():
    assert LIMIT == 10
"""
TRY = """
import sys
from pathlib import Path
from tests.mutants import running
from tests.mutants.running import Area, run
running.SECONDS_MORE = 1
root = Path(sys.argv[1])
sys.path.insert(0, str(root))
def told(mutant, fate):
    print(f"{mutant.line}|{mutant.words}|{fate}")
run(Area(("small/counts.py",), ("test_counts.py",)), root, told, processes=2, reasons=eval(sys.argv[2]))
"""


def tried(folder: Path, reasons: dict | None = None, test: str = SMALL_TEST) -> dict[str, str]:
    """What comes of every mutant of a small program: "line|change" -> fate."""
    (folder / "small").mkdir(exist_ok=True)
    (folder / "small" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "small" / "counts.py").write_text(SMALL, encoding="utf-8")
    (folder / "test_counts.py").write_text(test, encoding="utf-8")
    (folder / "conftest.py").write_text(
        "from hypothesis import settings\nsettings.register_profile('mutants', max_examples=5)\n"
        "def pytest_configure(config):\n    config.addinivalue_line('markers', 'thorough: x')\n",
        encoding="utf-8",
    )
    done = python("-c", TRY, folder, repr(reasons or {}), timeout=300)
    assert done.returncode == 0, done.stderr
    return {line.rpartition("|")[0]: line.rpartition("|")[2] for line in done.stdout.splitlines() if line.count("|") == 2}


def test_what_a_test_sees_is_killed_and_what_no_test_sees_survives(tmp_path):
    fates = tried(
        tmp_path, {("small/counts.py", "unseen", 'return text + "!"', "return text + '!'", "return None"): "nobody asks"}
    )
    assert fates["9|value > found  →  value <= found"] == running.KILLED
    assert fates["9|value > found and value < LIMIT  →  value > found or value < LIMIT"] == running.KILLED
    assert fates["9|value < LIMIT  →  value <= LIMIT"] == running.KILLED
    assert fates["2|10  →  11"] == running.KILLED == fates["2|10  →  9"], "also where it was imported by name"
    assert fates["11|return found  →  return None"] == running.KILLED
    assert fates["7|0  →  1"] == running.SURVIVED, "no test has a list of only zeros"
    assert fates["15|text + '!'  →  text"] == running.SURVIVED
    assert fates["15|return text + '!'  →  return None"] == running.EXPLAINED_AWAY
    assert not any("Counts" in change or "highest" in change for change in fates), "what documents is no code"


def test_what_never_ends_is_killed(tmp_path):
    fates = tried(
        tmp_path, test=SMALL_TEST + "\n\ndef test_ends():\n    n = 0\n    while counts.most([n]) != 3:\n        n += 1\n"
    )
    assert fates["11|return found  →  return None"] == running.KILLED


def test_tests_that_fail_without_a_mistake_are_no_measure(tmp_path):
    with pytest.raises(AssertionError, match="fail without a mistake"):
        tried(tmp_path, test="def test_wrong():\n    assert False\n")


@pytest.mark.parametrize(
    "source, changes",
    [
        ("x = a < b", ["a <= b", "a >= b"]),
        ("x = a == b", ["a != b"]),
        ("x = a in b", ["a not in b"]),
        ("x = a is None", ["a is not None"]),
        ("x = a and b", ["a or b", "b", "a"]),
        ("x = not a", ["a"]),
        ("x = a + b", ["a - b"]),
        ("x = a + 'b'", ["a", "'b'"]),
        ("x = a // b", ["a * b"]),
        ("x = a % b", ["a // b"]),
        ("x = 5", ["6", "4"]),
        ("x = True", ["False"]),
        ("x = 'text'", []),
        ("x = a if b else c", ["a", "c"]),
        ("x = max(a)", ["min(a)"]),
        ("x = a.strip()", ["a"]),
        ("x = a[1:]", ["a[:]", "2", "0"]),
        ("x = a[0:n]", ["a[0:]", "1", "-1"]),
        ("x = [a for a in b if a]", ["[a for a in b]"]),
        ("x = sorted(a, key=b)", ["list(a)"]),
        ("def f():\n    return a", ["return None"]),
        ("def f():\n    return [a]", ["return []"]),
        ("def f():\n    return None", []),
        ("def f():\n    g()\n    raise E", ["(left out)", "(left out)"]),
        ("def f():\n    '''Says.'''\n    a = 'b'\n    return None", []),
        ("if a:\n    b = c", ["the other way round", "(left out)", "(left out)"]),
        ("import a\nx: int = y", []),
        ("while a:\n    x = b", ["never begun", "(left out)"]),
    ],
)
def test_the_mistakes_that_can_be_made(source, changes):
    found = [mutant.after.removeprefix("x = ") for mutant in operators.mutants(source, "x.py")]
    assert sorted(found) == sorted(changes)


def test_a_choice_is_the_same_for_the_same_seed():
    area = areas.AREAS["guide"]

    def words(seed):
        return [(mutant.file, mutant.line, mutant.words) for mutant in running.chosen(area, ROOT, 20, seed)]

    assert words(1) == words(1) != words(2) and len(words(1)) == 20
    assert len(running.chosen(area, ROOT, 0, 1)) > 500


def test_every_area_and_every_explanation_exists():
    for area in areas.AREAS.values():
        for name in (*area.files, *area.tests):
            assert (ROOT / name.partition("::")[0]).is_file(), name
    files = {file for area in areas.AREAS.values() for file in area.files}
    for key in running.explained():
        assert key[0] in files
        made = operators.mutants((ROOT / key[0]).read_text(encoding="utf-8"), key[0])
        assert [mutant.key for mutant in made].count(key) == 1, key
    assert all(len(why) > 20 for why in running.explained().values())
