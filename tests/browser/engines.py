"""The browsers in which the main flows run, and what differs between them: starting, and saving a file.

Playwright drives the Firefox of a computer by WebDriver BiDi. What that does not tell: a download (so files are looked for in
the folder where they are saved), and pages that come back from memory. What it does not change: media and permissions.
"""

import os
import shlex
import signal
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright

from macros.commands import browsers

ENGINES = ("chromium", "firefox", "webkit")
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
NO_WEBKIT = "geen WebKit gevonden: installeer die van Playwright"
NO_FIREFOX = "geen Firefox gevonden: installeer firefox-esr of zet FIREFOX"


# Longer than a Firefox on a busy computer needs to go away.
CLOSING = 30


def chromium(playwright: Playwright) -> Browser:
    """A running Chromium without windows."""
    return browsers.launch_chromium(playwright.chromium, *ARGUMENTS)


@contextmanager
def firefox(playwright: Playwright, downloads: Path, profile: Path | None = None):
    """A running Firefox without windows, that saves files in `downloads`. One that does not go away is stopped.

    With a folder for its `profile` it writes there what it keeps at home, soon after it changes, and what comes back is a
    context. Skips the test when there is no Firefox, or one that does not start; where the tests install it themselves, that
    fails.
    """
    path = browsers.installed("firefox")
    if path is None:
        assert not browsers.installs_packages(), NO_FIREFOX
        pytest.skip(NO_FIREFOX)
    number, starter = downloads.with_suffix(".number"), downloads.with_suffix(".start")
    starter.write_text(f'#!/bin/sh\necho $$ > {shlex.quote(str(number))}\nexec {shlex.quote(path)} "$@"\n', encoding="utf-8")
    starter.chmod(0o700)
    options = {"channel": "moz-firefox", "executable_path": starter, "downloads_path": downloads}
    try:
        if profile:
            running = playwright.firefox.launch_persistent_context(
                profile, firefox_user_prefs={"browser.sessionstore.interval": 300}, **options
            )  # milliseconds between two writes
        else:
            running = playwright.firefox.launch(**options)
    except Error as error:
        if browsers.installs_packages():
            raise
        pytest.skip(f"{path} start niet: {str(error).splitlines()[0]}")
    yield running
    stop = threading.Timer(CLOSING, os.kill, (int(number.read_text()), signal.SIGKILL))
    stop.start()
    running.close()
    stop.cancel()


@contextmanager
def webkit(playwright: Playwright):
    """A running WebKit without windows, that of Playwright. Skips the test where there is none, or one that does not start."""
    if not Path(playwright.webkit.executable_path).exists():
        pytest.skip(NO_WEBKIT)
    try:
        running = playwright.webkit.launch()
    except Error as error:
        pytest.skip(f"WebKit start niet: {str(error).splitlines()[0]}")
    yield running
    running.close()


def saved(page, downloads: Path, press) -> Path:
    """The file that `press()` saves, under the name that the page gave it."""
    if page.context.browser.browser_type.name != "firefox":
        with page.expect_download() as waiting:
            press()
        path = downloads / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path
    before = set(downloads.iterdir())
    press()
    for _ in range(600):
        fresh = [path for path in set(downloads.iterdir()) - before if path.suffix != ".part" and path.stat().st_size]
        if fresh and not list(downloads.glob("*.part")):
            return fresh[0]
        time.sleep(0.05)
    raise AssertionError("no file was saved")


def summary(reporter) -> None:
    """One line per browser at the end of a run: how many flows, or why none. `reporter`: the terminal reporter of pytest."""
    for engine in ENGINES:
        outcomes, names, reasons = {}, set(), set()
        for outcome in ("passed", "failed", "error", "skipped"):
            for report in reporter.stats.get(outcome, []):
                if "test_flows.py" in report.nodeid and f"[{engine}" in report.nodeid:
                    outcomes[outcome] = outcomes.get(outcome, 0) + 1
                    names |= {value for name, value in report.user_properties if name == "browser"}
                    if outcome == "skipped":
                        reasons.add(report.longrepr[-1].removeprefix("Skipped: "))
        if outcomes:
            counts = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
            reporter.write_line(
                f"main flows in {', '.join(sorted(names)) or engine}: {counts}"
                + "".join(f" ({reason})" for reason in sorted(reasons))
            )
