"""The same table of cases under Brython, in the script that is shipped, without a browser."""

import pytest

from macros.site.brython.bundle import package_modules
from tests import cases
from tests.brython_in_v8 import V8Session
from tests.places import ROOT


@pytest.fixture(scope="module")
def brython_results():
    modules = {
        name: source
        for name, source in package_modules(ROOT).items()
        if name != "widgets.page" and not name.startswith("widgets.browser")
    }
    modules["tests"] = ""
    for path in sorted((ROOT / "tests").glob("cases*.py")):
        modules[f"tests.{path.stem}"] = path.read_text(encoding="utf-8")
    lines = V8Session(modules, lines=False).call("tests.cases", "results").split("\n")
    return dict(line.split(" ", 1) for line in lines)


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.__name__)
def test_brython_agrees_with_cpython(case, brython_results):
    assert brython_results[case.__name__] == repr(case())
