"""What every shared case must give, written down in tests/expected and read by a person against the rules.

`pytest tests/core/test_expected.py --update` writes the files again: read the difference before you keep it. What can be
worked out in another way stands in the tests/core/test_oracle_*.py as well, and does not rest on these files.
"""

import pytest

from tests import cases, readable
from tests.places import TESTS

FOLDER = TESTS / "expected"
# The ballot box, its reports and their page, and the list of a case have expected values of their own.
ELSEWHERE = ("tests.cases_ballot", "tests.cases_ballot_view", "tests.cases_reports", "tests.cases_stages")
HERE = [case for case in cases.CASES if case.__module__ not in ELSEWHERE]
FILES = sorted({case.__module__.split(".")[-1] for case in HERE})


def sections(text: str) -> dict[str, str]:
    """Name -> the lines under "## name"."""
    found = {}
    for part in text.split("## ")[1:]:
        name, _, lines = part.partition("\n")
        found[name] = lines.strip("\n")
    return found


def written(case) -> str:
    return "\n".join(line.rstrip() for line in readable.lines_of(case()))


@pytest.fixture(scope="module")
def expected(request):
    """Name of a case -> its expected value, in lines."""
    if request.config.getoption("--update"):
        for name in FILES:
            parts = [f"## {case.__name__}\n\n{written(case)}\n" for case in HERE if case.__module__ == f"tests.{name}"]
            (FOLDER / f"{name}.txt").write_text("\n".join(parts), encoding="utf-8")
    found = {}
    for name in FILES:
        found |= sections((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("case", HERE, ids=lambda case: case.__name__)
def test_a_case_gives_what_was_written_down(case, expected):
    assert written(case) == expected[case.__name__]


def test_nothing_is_written_down_that_is_no_case(expected):
    assert sorted(expected) == sorted(case.__name__ for case in HERE)
