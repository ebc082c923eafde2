"""The page that makes the school file, in a real browser: keyboard, phone, mistakes, opening, saving; the build takes it."""

from pathlib import Path

import pytest

from macros.load import load
from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.test_pages import STILL
from tests.conftest import settle
from tests.projects import copy_base

pytestmark = pytest.mark.browser
ADDRESS = "scholen/schoolbestand/"
OWN = """# een eigen regel
naam: De Linde
onderwijs: po
vakanties: midden
contact:
  - rol: coordinator
    naam: Noor de Wit
    mail: noor@delinde.example
vrije_dagen:
  - naam: Studiedag
    van: 2027-03-12
woorden:
  mentor:
    naam: coach
"""


def opened(open_page, server, width=1280, **options):
    page = open_page(server.url + ADDRESS, width, **options)
    page.wait_for_selector("[data-ready]")
    settle(page)
    return page


def field(page, name: str):
    return page.locator(f"#veld-{name}")


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def tab_to(page, wanted: str) -> None:
    """Tab on until the focus is there: an element id, or the text of a button."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("[document.activeElement.id, document.activeElement.textContent.trim()]").count(wanted):
            return
    raise AssertionError(f"{wanted} is not reached with Tab")


def fill_in(page) -> None:
    field(page, "naam").fill("De Vlinder")
    field(page, "contact-1-naam").fill("A. de Wit")
    field(page, "contact-2-naam").fill("B. Bos")
    if field(page, "vakanties").is_visible():  # nobody guesses which holidays a Dutch school has
        field(page, "vakanties").select_option("midden")


def saved(page, name: str, folder: Path) -> Path:
    """The file after a click on this button, in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with page.expect_download() as download:
        button(page, name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_file(page, folder: Path, text: str) -> None:
    (folder / "gekozen.yaml").write_text(text, encoding="utf-8")
    page.locator(".school-open summary").click()
    page.set_input_files("#veld-openen", folder / "gekozen.yaml")


def test_with_the_keyboard_alone(server, open_page, tmp_path):
    project = copy_base(tmp_path)
    page = opened(open_page, server)
    page.locator("h1").click()
    requests = len(page.watch.requests)
    tab_to(page, "veld-naam")
    page.keyboard.type('Foto\'s & "zo": de Été')
    tab_to(page, "veld-land")
    page.keyboard.press("ArrowDown")
    tab_to(page, "veld-onderwijs")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for name, text in (
        ("contact-1-naam", "A. de Wit"),
        ("contact-1-telefoon", "03 123 45 67"),
        ("contact-1-waar", "lokaal 12"),
        ("contact-2-naam", "B. Bos"),
    ):
        tab_to(page, f"veld-{name}")
        page.keyboard.type(text)
    tab_to(page, "Voeg een locatie toe")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "veld-locatie-1-naam"
    page.keyboard.type("Oost")
    tab_to(page, "veld-locatie-1-coordinator")
    page.keyboard.type("C. Cau")
    tab_to(page, "Bewaar school.yaml")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "kan deze pagina niet zien" in page.locator("[data-news]").inner_text()
    (project / "protocol/eigen").mkdir()
    download.value.save_as(project / "protocol/eigen" / download.value.suggested_filename)
    location = saved(page, "Bewaar oost.yaml", project / "protocol/locaties")
    content = load(project)
    school = content.school
    assert content.errors == [] and school.name == 'Foto\'s & "zo": de Été' and not school.example
    assert (school.country, school.school_type, school.holidays) == ("vl", "secundair", "vlaanderen")
    assert [(contact.name, contact.phone, contact.place) for contact in school.contacts] == [
        ("A. de Wit", "03 123 45 67", "lokaal 12"),
        ("B. Bos", None, None),
    ]
    there = load(project, layers=("eigen", f"locaties/{location.stem}"))
    assert (
        there.errors == []
        and there.school.name == "Oost"
        and [contact.name for contact in there.school.contacts] == ["C. Cau", "B. Bos"]
    )
    assert [request for request in page.watch.requests[requests:] if not request.startswith("blob:")] == []


def test_all_mistakes_at_once_at_their_fields(server, open_page):
    page = opened(open_page, server, 375)
    assert page.locator("[aria-invalid=true]").count() == 0
    field(page, "land").select_option("vl")
    field(page, "contact-1-mail").fill("geen adres")
    button(page, "Bewaar school.yaml").click()
    wrong = ["veld-naam", "veld-onderwijs", "veld-contact-1-naam", "veld-contact-1-mail", "veld-contact-2-naam"]
    assert page.evaluate("[...document.querySelectorAll('[aria-invalid=true]')].map(field => field.id)") == wrong
    assert page.evaluate("document.activeElement.id") == "veld-naam"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") > 48, "not under the bar"
    assert page.locator("[data-news]").inner_text() == "Er zijn nog 5 velden om naar te kijken."
    for name in wrong:
        control = page.locator(f"#{name}")
        described = [page.locator(f"#{part}").inner_text() for part in control.get_attribute("aria-describedby").split(" ")]
        assert described[0].startswith("Let op: ") and page.locator(f"label[for={name}]").count() == 1
    # While somebody mends it, the mistake goes, and the focus stays.
    page.keyboard.type("De Vlinder")
    assert page.evaluate("[document.activeElement.id, document.activeElement.value]") == ["veld-naam", "De Vlinder"]
    assert field(page, "naam").get_attribute("aria-invalid") == "false" and page.locator("#veld-naam-fout").inner_text() == ""
    assert "naam: De Vlinder" in page.locator(".school-text pre").first.inner_text()
    assert page.locator(".school-status").inner_text() == "Nog 4 velden om naar te kijken."


@pytest.mark.parametrize("width", (320, 1280))
def test_with_mistakes_and_locations_it_is_accessible(width, server, open_page):
    page = opened(open_page, server, width)
    button(page, "Voeg een locatie toe").click()
    button(page, "Voeg iemand toe").click()
    button(page, "Bewaar school.yaml").click()
    page.locator(".school-open summary").click()
    page.evaluate("css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }", STILL)
    assert violations(page, AXE_OPTIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate("""[...document.querySelectorAll('.school-form :is(input, select, button, summary)')].filter(control =>
        control.type != 'checkbox' && control.getBoundingClientRect().height < 24).map(control => control.outerHTML)""")
    assert small == []
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    assert violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


def test_an_existing_file_is_opened_and_kept(server, open_page, tmp_path):
    page = opened(open_page, server)
    open_file(page, tmp_path, OWN)
    page.wait_for_selector("[data-news]:has-text('geopend')")
    assert page.locator("[data-news]").inner_text() == "Het bestand is geopend. Alles is goed ingevuld."
    assert (
        field(page, "onderwijs").input_value() == "po" and field(page, "contact-1-mail").input_value() == "noor@delinde.example"
    )
    field(page, "contact-1-naam").fill("Noor Bakker")
    project = copy_base(tmp_path / "project")
    saved(page, "Bewaar school.yaml", project / "protocol/eigen")
    content = load(project)
    school = content.school
    assert content.errors == [] and (school.name, school.contacts[0].name) == ("De Linde", "Noor Bakker")
    assert school.free_days[0].first.isoformat() == "2027-03-12" and school.words["mentor"].name == "coach"


@pytest.mark.parametrize(
    "text, reason",
    [
        ("naam: |\n  De Linde\n", "Regel 1: Een tekst over meer regels kan hier niet."),
        ("directeur: Bo\n", "‘directeur’ hoort hier niet."),
        ("\x89PNG", "Regel 1:"),
        ("naam: [x]\n", "Bij ‘naam’: Hier hoort één tekst"),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(server, open_page, tmp_path, text, reason):
    page = opened(open_page, server)
    fill_in(page)
    before = page.locator(".school-text pre").first.inner_text()
    open_file(page, tmp_path, text)
    page.wait_for_selector("#veld-openen-fout p")
    said = page.locator("#veld-openen-fout").inner_text()
    assert reason in said and said.endswith("Er is niets veranderd op deze pagina.")
    assert page.evaluate("document.activeElement.id") == "veld-openen"
    assert page.locator(".school-text pre").first.inner_text() == before and field(page, "naam").input_value() == "De Vlinder"


def test_copy_and_leave(server, open_page):
    """The text of the file can be copied; after leaving nothing is left, also not with the Back button."""
    page = opened(open_page, server)
    fill_in(page)
    button(page, "Kopieer de tekst").click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert (
        page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
        == page.locator(".school-text pre").first.text_content()
    )
    button(page, "Zet bovenaan contact 2").click()
    assert field(page, "contact-1-naam").input_value() == "B. Bos"
    page.goto(server.url)
    page.go_back()
    page.wait_for_selector("[data-ready]")
    assert field(page, "naam").input_value() == ""
    fill_in(page)
    button(page, "Wis alles").click()
    button(page, "Ja, wis alles").click()
    assert field(page, "naam").input_value() == "" and page.evaluate("document.activeElement.id") == "veld-naam"


def test_without_javascript_the_file_can_be_copied(server, open_page):
    page = open_page(server.url + ADDRESS, 375, javascript=False)
    assert not field(page, "naam").is_visible()
    assert "Zonder JavaScript maak je het bestand zelf" in page.locator(".notice").inner_text()
    text = page.get_by_label("De tekst van school.yaml").first.text_content()
    assert "naam: Voorbeeldschool" in text and "# De naam van de school" in text
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
