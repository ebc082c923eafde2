"""The one finder of browsers, for the PDF, the tests and the measurements.

`python -m macros.commands.browsers [chromium] [firefox]` makes sure that they are there: an installed one, else Debian's package
(as root), else for Chromium Playwright's own. Without a Chromium it stops and says what to do; Firefox may be absent.
CHROMIUM and FIREFOX in the environment go first.

Chromium without windows (headless shell) opens a page in less than half the time, so that one goes before the others.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SHELL = "chromium-headless-shell"
FIREFOX = "firefox-esr"
NAMES = {
    "chromium": (
        SHELL,
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "chrome",
        "microsoft-edge-stable",
        "microsoft-edge",
        "msedge",
    ),
    "firefox": (FIREFOX, "firefox"),
}
# Where macOS and Windows keep programs, which are not on the path there.
MAC = {"chromium": ("Google Chrome", "Chromium", "Microsoft Edge"), "firefox": ("Firefox",)}
WINDOWS = {
    "chromium": (
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ),
    "firefox": ("Mozilla Firefox/firefox.exe",),
}
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
DOES_NOT_START = "Chromium start niet. "
NOT_FOUND = "Er is geen Chromium gevonden. "
WHAT_TO_DO = (
    "Installeer Chromium, Chrome of Edge, of zet in CHROMIUM waar het staat. Of gebruik: python -m playwright install chromium."
)


class CannotStart(Exception):
    """Why there is no browser, in Dutch, with what to do."""


def installed(kind: str) -> str | None:
    """The path of an installed browser of a kind, "chromium" or "firefox"; None when there is none."""
    given = os.environ.get(kind.upper())
    if given:
        return given
    return next((path for path in [*map(shutil.which, NAMES[kind]), *_places(kind)] if path and Path(path).is_file()), None)


def _places(kind: str) -> list[str]:
    """Where programs of this kind stand on macOS and on Windows."""
    if sys.platform == "darwin":
        inside = {"Firefox": "firefox"}
        return [f"/Applications/{name}.app/Contents/MacOS/{inside.get(name, name)}" for name in MAC[kind]]
    folders = [os.environ[name] for name in WINDOWS_FOLDERS if name in os.environ] if sys.platform == "win32" else []
    return [f"{folder}/{place}" for place in WINDOWS[kind] for folder in folders]


def launch_chromium(kind: Any, *more: str) -> Any:
    """A running Chromium without windows, with more arguments; `kind` is Playwright's `chromium`. Raises CannotStart."""
    from playwright.sync_api import Error

    # As root it does not start inside its own fence.
    arguments = [*(["--no-sandbox"] if _is_root() else []), *more]
    try:
        return kind.launch(executable_path=installed("chromium"), args=arguments)
    except Error:
        raise CannotStart(DOES_NOT_START + WHAT_TO_DO) from None


# A machine without letters of its own draws everything in one that is far too wide.
LETTERS = ("fontconfig", "fonts-liberation", "fonts-dejavu-core")


def installs_packages() -> bool:
    """Can packages of Debian be installed here: as root, on Debian itself?"""
    release = Path("/etc/os-release")
    return bool(
        _is_root()
        and shutil.which("apt-get")
        and release.is_file()
        and "ID=debian" in release.read_text(encoding="utf-8").splitlines()
    )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _playwrights_own() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).is_file()


def _packages(kinds: list[str]) -> list[str]:
    """The packages of Debian that would help: one for a kind that is not there, and the fast Chromium."""
    wanted = []
    if "chromium" in kinds and not os.environ.get("CHROMIUM") and not shutil.which(SHELL) and not _playwrights_own():
        wanted.append(SHELL)
    if "firefox" in kinds and not installed("firefox"):
        wanted.append(FIREFOX)
    return wanted


def _install(names: list[str]) -> None:
    """Install packages of Debian one by one, so that one which is not there keeps none of the others away."""
    print(f"Even wachten: {' en '.join(names)} wordt geïnstalleerd (ongeveer een minuut).", flush=True)
    apt = ["apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "install", "-y", "--no-install-recommends"]

    def run(command: list[str]) -> None:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})

    run([*apt, "update"])
    for name in names:
        run([*install, name, *LETTERS])
    if SHELL in names and not installed("chromium"):
        run([*install, "chromium", *LETTERS])


def ensure(kinds: list[str]) -> None:
    """Install what is missing of the kinds "chromium" and "firefox". Raises CannotStart when there is no Chromium in the end."""
    packages = _packages(kinds)
    if packages and installs_packages():
        _install(packages)
    if "chromium" not in kinds or installed("chromium") or _playwrights_own():
        return
    print("Even wachten: de Chromium van Playwright wordt geïnstalleerd (ongeveer een minuut).", flush=True)
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", *(["--with-deps"] if _is_root() else []), "chromium"], check=False
    )
    if not _playwrights_own():
        raise CannotStart(NOT_FOUND + WHAT_TO_DO)


def main(kinds: list[str]) -> int:
    """Make sure of the kinds; all when none is named. Returns the exit code."""
    try:
        ensure(kinds or list(NAMES))
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
