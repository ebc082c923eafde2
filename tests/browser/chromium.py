"""A Chromium for the tests: an installed one, else Debian's package (as root), else Playwright's own.

Chromium without windows (headless shell) opens a page in less than half the time, so that one goes first.

`python -m tests.browser.chromium` makes sure there is one.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Playwright, sync_playwright

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "msedge")
ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
             "--disable-quic"]


def installed() -> str | None:
    """The path of an installed Chromium; CHROMIUM in the environment goes first."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    return next((path for path in map(shutil.which, NAMES) if path), None)


def launch(playwright: Playwright) -> Browser:
    """A running headless browser."""
    return launch_type(playwright.chromium, [])


def launch_type(kind: BrowserType, more: list[str]) -> Browser:
    """A running headless browser with more arguments than the others."""
    arguments = ARGUMENTS + more + (["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])
    return kind.launch(executable_path=installed(), args=arguments)


def _install_debians() -> None:
    """As root on Debian: the fast Chromium; without that package the ordinary one, unless there is one already."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return
    print("Installing Chromium from Debian's packages (about a minute)", flush=True)
    apt = ["apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
    subprocess.run([*apt, "update"], check=False)
    for name in (SHELL, "chromium"):
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", name, "fonts-liberation"], check=False,
                       stdout=subprocess.DEVNULL)
        if installed():
            return


def _playwrights_own() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).is_file()


def ensure() -> None:
    """Install a Chromium when there is none, or only a slow one that Debian has a fast one for.

    Raises SystemExit with what to do when there is none in the end.
    """
    if not os.environ.get("CHROMIUM") and not shutil.which(SHELL) and not _playwrights_own():
        _install_debians()
    if not (installed() or _playwrights_own()):
        print("Installing Playwright's own Chromium (about a minute)", flush=True)
        own = [sys.executable, "-m", "playwright", "install"]
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        subprocess.run([*own, *(["--with-deps"] if root else []), "chromium"], check=False)
    if not (installed() or _playwrights_own()):
        sys.exit("No Chromium found for the tests. Install Chromium or Chrome, or set CHROMIUM to its path.")


if __name__ == "__main__":
    ensure()
