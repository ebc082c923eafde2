"""A run of the tests ends, whatever a test does: it hangs in itself, in a fixture, in C, or takes its process along."""

import re
import subprocess
import sys

from tests.places import ROOT

SETTINGS = """\
[pytest]
faulthandler_timeout = 2
faulthandler_exit_on_timeout = true
"""
HOOKS = """\
from tests.distribution import Distribution, Watch

def pytest_xdist_make_scheduler(config, log):
    config.pluginmanager.register(Watch(config.pluginmanager.getplugin("terminalreporter"), {silence}))
    return Distribution(config, log)
"""
# A test writes down that it ran; most of these groups are only one test.
TESTS = """\
import ctypes, os, pathlib, time
import pytest

@pytest.fixture(autouse=True)
def ran(request):
    (pathlib.Path(__file__).parent / "ran.txt").open("a").write(request.node.name + "\\n")

@pytest.fixture(scope="session")
def never_closed():
    yield
    time.sleep(600)

@pytest.mark.parametrize("number", range(8))
def test_before(number): pass

def test_hangs(): time.sleep(600)

def test_hangs_in_c(): ctypes.PyDLL(None).sleep(600)

@pytest.mark.xdist_group("group")
@pytest.mark.parametrize("number", range(5))
def test_group(number):
    if number == 2: os._exit(7)

@pytest.mark.parametrize("number", range(8))
def test_after(number): pass

def test_last(never_closed): pass
"""

WAITS = """\
import time

def test_right(): pass

def test_waits(): time.sleep(60)
"""


def run(folder, silence, tests=TESTS, settings=SETTINGS) -> str:
    """What a run of `tests` in two processes says; it has to end within a minute and a half."""
    for name, text in (("pytest.ini", settings), ("conftest.py", HOOKS.format(silence=silence)), ("test_it.py", tests)):
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadgroup"]
    done = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=90,
        env={"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "xdist.plugin"},
    )
    assert done.returncode == 1, done.stdout
    return done.stdout


def test_every_test_runs_once_and_those_that_hang_are_told(tmp_path):
    told = run(tmp_path, silence=60)
    assert set(re.findall(r"crashed while running 'test_it.py::(\w+(?:\[\d\])?)", told)) == {
        "test_hangs",
        "test_hangs_in_c",
        "test_group[2]",
        "test_last",
    }
    counts = {"test_before": 8, "test_group": 5, "test_after": 8}
    expected = [f"{name}[{number}]" for name, count in counts.items() for number in range(count)]
    ran = (tmp_path / "ran.txt").read_text(encoding="utf-8").split()
    assert sorted(ran) == sorted([*expected, "test_hangs", "test_hangs_in_c", "test_last"])
    assert "4 failed, 21 passed" in told, told


def test_a_silent_run_stops(tmp_path):
    """Also when no process may be ended for it."""
    told = run(tmp_path, silence=5, tests=WAITS, settings="[pytest]")
    assert "Nothing was heard for 5 seconds: the run stops here. Failed: []" in told, told
