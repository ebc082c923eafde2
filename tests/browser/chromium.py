"""A Chromium for the tests: an installed one, else Debian's package (as root), else Playwright's own.

`python -m tests.browser.chromium` makes sure there is one.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "msedge")
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


def _playwrights_own() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).is_file()


def ensure() -> None:
    """Install a Chromium when there is none. Raises SystemExit with what to do when that fails."""
    if installed() or _playwrights_own():
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium from Debian's packages (about a minute)", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"], check=False,
                       stdout=subprocess.DEVNULL)
    if not installed():
        print("Installing Playwright's own Chromium (about a minute)", flush=True)
        own = [sys.executable, "-m", "playwright", "install"]
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        subprocess.run([*own, *(["--with-deps"] if root else []), "chromium"], check=False)
    if not (installed() or _playwrights_own()):
        sys.exit("No Chromium found for the tests. Install Chromium or Chrome, or set CHROMIUM to its path.")


if __name__ == "__main__":
    ensure()
