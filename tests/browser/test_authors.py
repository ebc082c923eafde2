"""What an author sees: mistakes in the build and in the browser, recovery, and hostile content as plain text."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.browser import sites
from tests.browser.sites import run_mkdocs
from tests.places import ROOT
from tests.processes import variables
from tests.projects import CODE, PAGES, SETTINGS, copied

pytestmark = pytest.mark.browser
NASTY = "<script>alert(1)</script> \"&' {{ school.naam }} {% raw %} *x* <!-- " + "lang" * 40


def copy_project(target: Path) -> Path:
    """A copy that shares the code and has its own content and pages."""
    target.mkdir()
    for name in CODE:
        (target / name).symlink_to(ROOT / name)
    return copied(target, *SETTINGS, "protocol", PAGES)


def break_protocol(project: Path) -> tuple[Path, str]:
    path = next((project / "protocol" / "protocollen").glob("signaal*.yaml"))
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("wie: [mentor]", "wie: [metnor]", 1).replace("soort: vraag", "soort: vrag", 1), encoding="utf-8")
    return path, good


def test_build_with_mistakes_stops_without_a_traceback(tmp_path):
    project = copy_project(tmp_path / "project")
    break_protocol(project)
    done = run_mkdocs(project, "build", "--site-dir", str(tmp_path / "site"))
    output = done.stdout + done.stderr
    assert done.returncode != 0
    assert "‘vrag’ kan niet bij ‘soort’" in output and "signaal-tot-afronding.yaml:" in output
    assert "Traceback" not in output


def test_serve_shows_mistakes_recovers_and_the_page_follows(tmp_path, open_page):
    project = copy_project(tmp_path / "project")
    path, good = break_protocol(project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path / "log.txt").open("w")
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        stdout=log,
        stderr=log,
        env=variables(PYTHONPATH=str(project)),
    )
    try:
        page = wait_for(port, "Fouten in de inhoud")
        assert "‘vrag’" in page and "signaal-tot-afronding.yaml:" in page
        opened = open_page(f"http://127.0.0.1:{port}/", expect_errors=True)  # it asks again while the site is made
        path.write_text(good, encoding="utf-8")
        assert "Wordt er iemand gepest?" in wait_for(port, "Wordt er iemand gepest?")
        opened.get_by_text("Wordt er iemand gepest?").wait_for()
        break_protocol(project)
        wait_for(port, "Fouten in de inhoud")
        opened.get_by_text("Fouten in de inhoud").first.wait_for()
        path.write_text(good, encoding="utf-8")
        wait_for(port, "Wordt er iemand gepest?")
    finally:
        running.terminate()
        running.wait(10)
    assert "Traceback" not in (tmp_path / "log.txt").read_text()


def wait_for(port: int, text: str) -> str:
    """The home page as soon as it holds `text`."""
    page = ""
    for _ in range(150):
        try:
            page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read().decode()
            if text in page:
                return page
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{text!r} did not appear; last seen: {page[:500]}")


def test_hostile_content_is_shown_as_text(tmp_path, open_page):
    project = copy_project(tmp_path / "project")
    path = project / "protocol" / "protocollen" / "signaal-tot-afronding.yaml"
    text = path.read_text(encoding="utf-8")
    quoted = "'" + NASTY.replace("'", "''") + "'"
    title = "    titel: Neem het signaal serieus en meld het\n"
    text = text.replace(title, "    titel: '" + NASTY[:90].replace("'", "''") + "'\n")
    text = text.replace(
        "      - Luister rustig, bedank de leerling voor het vertellen en zeg wat je nu gaat doen.", "      - " + quoted
    )
    text = text.replace("titel: Van signaal tot afronding", "titel: '<b>Vet</b> {{ x }} # *kop* [a](b)'")
    assert text.count("<script>") == 2 and "<b>Vet</b>" in text
    path.write_text(text, encoding="utf-8")
    done = run_mkdocs(project, "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    server = sites.Server(tmp_path / "site")
    page = open_page(server.url + "protocollen/signaal-tot-afronding/", 375)
    page.wait_for_selector("[data-ready]")
    assert page.locator("h1").first.inner_text().startswith("<b>Vet</b> {{ x }} # *kop* [a](b)")
    assert NASTY in page.locator(".guide-card .how li").first.inner_text()
    page.locator(".answer").nth(1).click()
    page.get_by_role("button", name="Vorige stap").click()
    assert NASTY in page.locator(".guide-card .how li").first.inner_text()
    assert NASTY[:60] in page.locator("a.map-stop").first.text_content().replace("\u00ad", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.goto(server.url + "protocollen/signaal-tot-afronding/signaal/")
    assert page.locator("h1").first.inner_text().startswith(NASTY[:90])
    assert NASTY in page.locator(".step-how li").first.inner_text()
    assert page.locator(".md-path li").first.inner_text().strip() == "<b>Vet</b> {{ x }} # *kop* [a](b)"
    server.stop()
