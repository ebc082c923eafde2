"""The one finder of browsers: what is found, what is installed, and what is said when there is none."""

import re
import subprocess
import sys

import pytest

from macros.commands import browsers
from tests.places import ROOT
from tests.processes import run


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A computer without any browser; machine.programs is its path, machine.ran what was run on it."""

    class Machine:
        programs = tmp_path / "programs"
        ran: list[list[str]] = []
        packages: dict[str, str] = {}  # package -> program that it brings
        own = False  # the Chromium of Playwright

        def add(self, name: str) -> str:
            path = self.programs / name
            path.touch()
            path.chmod(0o755)
            return str(path)

        def run(self, command, **_options):
            self.ran.append(command)
            for name, program in self.packages.items():
                if "install" in command and name in command:
                    self.add(program)
            self.own = self.own or "playwright" in command and bool(self.packages.get("playwright"))
            return subprocess.CompletedProcess(command, 0)

        def installed(self) -> list[str]:
            """The packages that were asked for, in order."""
            return [command[command.index("--no-install-recommends") + 1] for command in self.ran if "-y" in command]

    found = Machine()
    found.ran, found.packages = [], {}
    found.programs.mkdir()
    for name in ("CHROMIUM", "FIREFOX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(found.programs))
    monkeypatch.setattr(browsers, "_places", lambda _kind: [])
    monkeypatch.setattr(browsers, "_playwrights_own", lambda: found.own)
    monkeypatch.setattr(browsers, "installs_packages", lambda: True)
    monkeypatch.setattr(browsers.subprocess, "run", found.run)
    return found


def test_each_name_is_found_and_the_fast_one_goes_first(machine, monkeypatch):
    assert browsers.installed("chromium") is None and browsers.installed("firefox") is None
    for name in ("msedge", "google-chrome", "chromium", "chromium-headless-shell"):
        assert machine.add(name) == browsers.installed("chromium")
    for name in ("firefox", "firefox-esr"):
        assert machine.add(name) == browsers.installed("firefox")
    monkeypatch.setenv("CHROMIUM", "/elsewhere/chrome")
    monkeypatch.setenv("FIREFOX", "/elsewhere/firefox")
    assert [browsers.installed(kind) for kind in ("chromium", "firefox")] == ["/elsewhere/chrome", "/elsewhere/firefox"]


@pytest.mark.parametrize(
    "system, variables, path",
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", {"ProgramFiles(x86)": "C:/Programs"}, "C:/Programs/Microsoft/Edge/Application/msedge.exe"),
    ],
)
def test_programs_that_are_not_on_the_path(system, variables, path, monkeypatch):
    monkeypatch.setattr(browsers.sys, "platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert path in browsers._places("chromium")
    assert any("irefox" in place for place in browsers._places("firefox"))


def test_as_root_on_debian_packages_are_installed(machine):
    machine.packages = {"chromium-headless-shell": "chromium-headless-shell", "firefox-esr": "firefox-esr"}
    browsers.ensure(["chromium", "firefox"])
    assert machine.installed() == ["chromium-headless-shell", "firefox-esr"]
    machine.ran.clear()
    browsers.ensure(["chromium", "firefox"])
    assert machine.ran == [], "nothing to do the second time"


def test_for_a_pdf_no_firefox_is_installed(machine):
    machine.packages = {"chromium-headless-shell": "chromium-headless-shell"}
    browsers.ensure(["chromium"])
    assert machine.installed() == ["chromium-headless-shell"]


def test_without_the_fast_package_the_ordinary_one(machine):
    machine.packages = {"chromium": "chromium"}
    browsers.ensure(["chromium"])
    assert browsers.installed("chromium").endswith("/chromium")


def test_elsewhere_playwrights_own_or_words(machine, monkeypatch, capsys):
    monkeypatch.setattr(browsers, "installs_packages", lambda: False)
    assert browsers.main(["chromium", "firefox"]) == 1
    said = capsys.readouterr().err
    assert all(word in said for word in ("Chrome", "CHROMIUM", "playwright install chromium"))
    assert machine.ran == [[sys.executable, "-m", "playwright", "install", *machine.ran[0][4:]]]
    machine.packages = {"playwright": "its own"}
    assert browsers.main(["chromium", "firefox"]) == 0, "a Firefox may be absent"


def test_names_of_browsers_stand_in_one_place():
    names = re.compile(r"chromium-browser|google-chrome|chromium-headless-shell")
    python = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    found = {path.relative_to(ROOT).as_posix() for path in python if names.search(path.read_text(encoding="utf-8"))}
    assert found == {"macros/commands/browsers.py", "tests/commands/test_browsers.py"}


@pytest.mark.parametrize("target, kinds", [("test", "chromium firefox"), ("pdf", "chromium"), ("bench", "chromium")])
def test_each_command_asks_the_same_finder(target, kinds):
    planned = run("make", "--dry-run", target).stdout
    assert re.search(rf"macros\.commands\.browsers {kinds}$", planned, re.MULTILINE)
