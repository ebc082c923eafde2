"""The site kept on a device: everything without a network, new text after an update, and gone when it should be gone."""

import os
import random
import shutil

import pytest

from macros.site.offline import worker
from macros.site.offline.files import needed
from tests.browser.sites import Server, html_pages
from tests.browser.test_search import results
from tests.loaded import loaded

pytestmark = pytest.mark.browser
CONTENT = loaded()
FOLDER = "school/"  # below the root of the host, as with many free hosts
BUTTON_PAGE = "zonder-internet/"
GUIDE = f"protocollen/{CONTENT.school.protocol}/"
THERMOMETER = f"vragenlijsten/{next(iter(CONTENT.questionnaires))}/"
PAGE, HEADING = "rollen/", "Wie doet wat?"
SAMPLE = 20
_KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push([name, request.url]);
    return found; }"""
_WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(found => found.scope)"


class Host:
    """A web host with the site in a folder. It can go down, and get other files. `pages`: only these pages."""

    def __init__(self, site, folder, pages=None):
        self.site = folder / FOLDER.strip("/")
        shutil.copytree(site, self.site, copy_function=os.link)  # no second copy of all these bytes
        if pages:
            for path in set(html_pages(self.site)) - {f"{page}index.html" for page in pages}:
                (self.site / path).unlink()
            self.publish()
        self.server = Server(folder)
        self.url = self.server.url + FOLDER

    def down(self):
        self.server.stop()

    def write(self, path: str, text: str):
        (self.site / path).unlink()
        (self.site / path).write_text(text, encoding="utf-8")

    def publish(self, keep: bool = True):
        (self.site / worker.WORKER).unlink(missing_ok=True)
        (self.site / worker.MANIFEST).unlink(missing_ok=True)
        worker.write(self.site, "Veilig op school", keep)


@pytest.fixture
def whole(site, tmp_path):
    running = Host(site, tmp_path)
    yield running
    running.down()


@pytest.fixture
def host(site, tmp_path):
    running = Host(site, tmp_path, ["", BUTTON_PAGE, "schoolteam/", PAGE, GUIDE, THERMOMETER])
    yield running
    running.down()


@pytest.fixture
def kept(host, open_page):
    return keep(host, open_page)


def keep(host, open_page):
    """A page of a device on which somebody pressed the button."""
    page = open_page(host.url + BUTTON_PAGE, 375, expect_errors=True)
    page.get_by_role("button", name="Bewaar deze site").click()
    page.get_by_role("button", name="Haal de site").wait_for()
    assert page.evaluate(_KEPT) and page.evaluate(_WORKERS) == [host.url]
    return page


def visit(page, address: str):
    page.goto(address, wait_until="load")
    page.wait_for_function("() => !document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")
    return page


def restart_worker(page):
    """As after half a minute of rest."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


def heading(page) -> str:
    return page.locator("h1").first.inner_text().removesuffix("#")


def eventually(page, question: str, argument=None):
    """Ask the page until the answer is yes."""
    for _ in range(300):
        if page.evaluate(question, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(question)


def until_nothing_is_kept(page):
    eventually(page, "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length")


def test_nothing_is_kept_before_somebody_chooses(host, open_page):
    page = open_page(host.url + BUTTON_PAGE)
    page.get_by_role("button", name="Bewaar deze site").wait_for()
    for path in ("", "schoolteam/", GUIDE):
        visit(page, host.url + path)
    assert page.evaluate(_KEPT) == [] and page.evaluate(_WORKERS) == []


def test_only_the_page_with_the_button_names_the_manifest(site):
    for path in html_pages(site):
        text = (site / path).read_text(encoding="utf-8")
        assert ("js/bewaren.js" in text) == ("webmanifest" in text) == (path == BUTTON_PAGE + "index.html"), path


@pytest.mark.parametrize("path", ["rollen/index.html", "assets/css/site.css", "index.html"])
def test_finding_14_another_file_than_that_of_this_version_is_never_kept(host, open_page, path):
    """A host, or somebody on the way, that answers with something else: the worker knows the hash of every file."""
    name = next(
        found.relative_to(host.site).as_posix()
        for found in [host.site / path, *host.site.glob("assets/css/*")]
        if found.is_file()
    )
    host.write(name, (host.site / name).read_text(encoding="utf-8") + "<!-- elders -->")
    page = open_page(host.url + BUTTON_PAGE, expect_errors=True)
    page.get_by_role("button", name="Bewaar deze site").click()
    page.get_by_text("Het is niet gelukt.").wait_for()
    assert page.evaluate(_WORKERS) == []
    wrong = host.url + name.removesuffix("index.html") + "?"
    assert not [address for _, address in page.evaluate(_KEPT) if address.startswith(wrong)]


def test_a_phone_offers_to_install_it(host, kept):
    """The page with the button has all that a browser asks of an app. It does not install in a private window."""
    kept.reload()
    session = kept.context.new_cdp_session(kept)
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}


def test_everything_works_with_the_network_off(whole, open_page):
    kept = keep(whole, open_page)
    pages = [path.removesuffix("index.html") for path in html_pages(whole.site) if path != "404.html"]
    sample = [*random.Random(7).sample(sorted(set(pages) - {"", GUIDE, THERMOMETER}), SAMPLE - 1), ""]
    expected = {path: heading(visit(kept, whole.url + path)) for path in sample}
    whole.down()
    kept.context.set_offline(True)
    shown = {path: heading(visit(kept, whole.url + path)) for path in sample}
    assert shown == expected and len(shown) == SAMPLE
    styles = kept.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length)")
    assert styles and kept.locator("[data-opens=__search]").count(), "style and scripts are there too"

    assert "Van signaal tot afronding" in results(kept, "signaal")
    for written in ("rollen/index.html", "rollen", "rollen/?h=mentor"):
        assert heading(visit(kept, whole.url + written)) == HEADING

    visit(kept, whole.url + GUIDE)
    before = kept.locator(".guide-title").inner_text()
    kept.locator("[data-message^='answered ']").first.click()
    assert kept.locator(".guide-title").inner_text() != before

    visit(kept, whole.url + THERMOMETER)
    kept.locator('.choice input[value="2"]').check()
    kept.get_by_role("button", name="Volgende", exact=True).click()
    assert kept.locator("legend").count()

    kept.goto(whole.url + "bestaat-niet/")
    assert heading(kept) == "Deze pagina staat niet op dit apparaat"


def test_a_slow_network_shows_what_is_kept(host, kept):
    def never(_route):
        pass

    kept.context.route(host.url + PAGE, never)
    assert heading(visit(kept, host.url + PAGE)) == HEADING


def test_only_the_plain_files_are_kept(host, kept):
    before = kept.evaluate(_KEPT)
    names = {name for name, _ in before}
    assert names == {f"veiligwijzer /{FOLDER} 1"}
    assert {address for _, address in before} == {f"{host.url}{path}?{digest}" for path, digest in needed(host.site).items()}
    for path in (f"{THERMOMETER}?code=geheim#antwoord", f"{GUIDE}?naam=geheim#zaak=geheim", "bestaat-niet/?x=geheim"):
        page = visit(kept, host.url + path)
        for _ in range(3):
            target = page.locator("[data-widget] [data-message]:visible:enabled").first
            if target.count():
                target.click()
    visit(kept, host.url)
    assert kept.evaluate(_KEPT) == before
    assert kept.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_change_shows_at_the_next_visit_and_the_old_text_leaves(host, kept):
    path = PAGE + "index.html"
    old = kept.evaluate(_KEPT)
    host.write(path, (host.site / path).read_text(encoding="utf-8").replace(HEADING, "Nieuwe tekst"))
    host.publish()
    assert heading(visit(kept, host.url + PAGE)) == "Nieuwe tekst", "at once, from the network"
    gone = next(address for _, address in old if address.startswith(f"{host.url}{PAGE}?"))
    eventually(kept, "async gone => !(await caches.match(gone))", gone)
    now = kept.evaluate(_KEPT)
    assert len(now) == len(old) and len({tuple(entry) for entry in now} - {tuple(entry) for entry in old}) == 1
    host.down()
    assert heading(visit(kept, host.url + PAGE)) == "Nieuwe tekst", "and without a network"


def test_an_update_that_fails_halfway_changes_nothing(host, kept):
    old = kept.evaluate(_KEPT)
    path = PAGE + "index.html"
    host.write(path, (host.site / path).read_text(encoding="utf-8").replace(HEADING, "Nieuwe tekst"))
    host.publish()
    shutil.rmtree(host.site / PAGE)  # the upload has not come this far
    assert (
        kept.evaluate("""async () => {
        const found = await navigator.serviceWorker.ready;
        const coming = (await found.update()).installing;
        while (coming.state === "installing") await new Promise(resolve => setTimeout(resolve, 50));
        return coming.state; }""")
        == "redundant"
    )
    assert {tuple(entry) for entry in old} <= {tuple(entry) for entry in kept.evaluate(_KEPT)}
    host.down()
    assert heading(visit(kept, host.url + PAGE)) == HEADING


def test_the_button_takes_everything_away(host, kept):
    kept.evaluate("async () => { await caches.open('foto'); await caches.open('veiligwijzer /school2/ 1'); }")
    kept.get_by_role("button", name="Haal de site").click()
    kept.get_by_role("button", name="Bewaar deze site").wait_for()
    assert kept.evaluate(_WORKERS) == []
    assert kept.evaluate("caches.keys()") == ["foto", "veiligwijzer /school2/ 1"], "what others keep stays"


def test_a_school_can_switch_it_off(host, kept):
    host.publish(keep=False)
    visit(kept, host.url + "schoolteam/")
    until_nothing_is_kept(kept)


def test_a_site_without_the_worker_clears_it_too(host, kept):
    (host.site / worker.WORKER).unlink()
    restart_worker(kept)
    visit(kept, host.url + "schoolteam/")
    until_nothing_is_kept(kept)


def test_without_a_network_the_button_says_so(host, open_page):
    page = open_page(host.url + BUTTON_PAGE, expect_errors=True)
    page.get_by_role("button", name="Bewaar deze site").wait_for()
    host.down()
    page.get_by_role("button", name="Bewaar deze site").click()
    page.get_by_text("Het is niet gelukt").wait_for()
    assert page.evaluate(_WORKERS) == []


def test_from_a_disk_there_is_only_a_sentence(offline_site, open_page):
    assert not list(offline_site.rglob(worker.WORKER)) and not list(offline_site.rglob("*.webmanifest"))
    page = open_page((offline_site / "zonder-internet.html").as_uri())
    assert page.locator("[data-keep]").inner_text().startswith("Hier komt een knop")
    assert page.locator("[data-keep] :is(button, progress):visible").count() == 0
