"""Paper: what a reader gets from Print on any page, and the whole policy as a PDF."""

import io
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.site import pages
from tests.browser.sites import html_pages
from tests.loaded import loaded
from tests.places import ROOT
from tests.processes import python

pytestmark = pytest.mark.browser
CONTENT = loaded()
FOLDERS = CONTENT.folders
ROUTES = [f"{folder}/{name}" for folder in ("protocollen", "wegwijzers") for name in FOLDERS[folder]]
MM = 96 / 25.4  # CSS pixels
PAPER_WIDTH = int((210 - 2 * 16) * MM)


def printed(page) -> PdfReader:
    """What the print button of a browser makes of this page."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def on_paper(page) -> None:
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    page.emulate_media(media="print")


def test_nothing_of_the_screen_and_nothing_beside_the_paper(site, server, open_page):
    """Every page: no menu, bar or button, nothing folded, nothing wider than the sheet."""
    page = open_page(server.url, javascript=False)
    on_paper(page)
    for path in html_pages(site):
        page.goto(server.url + path)
        visible = page.locator(
            ".md-header, .md-tabs, .md-sidebar, .md-path, .md-search, .md-skip, .help-bar, .md-banner, "
            ".headerlink, .leave, [data-widget] .answers, button, input"
        ).locator("visible=true")
        assert visible.count() == 0, (path, visible.first.evaluate("element => element.outerHTML"))
        wide = page.evaluate(
            """width => [...document.querySelectorAll("article *, footer *")]
            .filter(element => element.checkVisibility() && !element.closest("svg")
                               && !element.classList.contains("unseen") && element.getBoundingClientRect().right > width + 1)
            .map(element => element.outerHTML.slice(0, 120))""",
            PAPER_WIDTH,
        )
        assert wide == [], path
        folded = page.evaluate("""() => [...document.querySelectorAll("article details > :not(summary)")]
            .filter(element => element.getClientRects().length === 0 && !element.closest("[data-widget], .no-print, .leave") &&
              element.textContent)
            .map(element => element.outerHTML.slice(0, 120))""")
        assert folded == [], path


@pytest.mark.parametrize("address", ROUTES)
def test_no_step_is_torn_in_two(address, server, open_page):
    """The mark at the start and the mark at the end of each station on the map with its answers come out on the same page. The
    map of a whole protocol, with what its stages and steps say of themselves, takes at most three pages."""
    page = open_page(f"{server.url}{address}/", javascript=False)
    count = page.evaluate("""() => {
        const written = text => { const small = document.createElement("span"); small.textContent = text;
                                  small.style.fontSize = "1px"; return small; };
        const mark = (part, first, name) => { first.prepend(written(`{{a${name}}}`));
          part.lastElementChild.append(written(`{{z${name}}}`)); };
        const stations = document.querySelectorAll(".map-stops > li");
        stations.forEach((row, index) => mark(row, row.firstElementChild, `m${index}`));
        return stations.length }""")
    texts = [re.sub(r"\s", "", sheet.extract_text()) for sheet in printed(page).pages]
    where = {mark: number for number, text in enumerate(texts) for mark in re.findall(r"\{\{([az]m\d+)\}\}", text)}
    assert count and len(where) == 2 * count
    assert [name for name in where if where[f"a{name[1:]}"] != where[f"z{name[1:]}"]] == []
    assert max(where.values()) - min(where.values()) <= 2


@pytest.mark.parametrize(
    "address",
    [
        ROUTES[0],
        "nu-gevaar",
        "beleid",
        *[f"{folder}/{name}" for folder in ("gesprekken", "vragenlijsten", "lijsten") for name in list(FOLDERS[folder])[:1]],
    ],
)
def test_dark_colours_stay_on_the_screen(address, server, open_page):
    """Who reads the site in its dark colours still prints dark text on white."""
    page = open_page(f"{server.url}{address}/", dark=True)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    on_paper(page)
    wrong = page.evaluate("""() => {
        const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
        const light = colour => { const [r, g, b] = parts(colour); return (r + g + b) / 765; };
        const clear = colour => parts(colour)[3] === 0;
        return [document.body, ...document.querySelectorAll("article *, footer *")].filter(element => {
            if (!element.checkVisibility() || element.closest("svg")) return false;
            const style = getComputedStyle(element);
            return light(style.color) > 0.35 || (!clear(style.backgroundColor) && light(style.backgroundColor) < 0.95);
        }).map(element => element.outerHTML.slice(0, 120)) }""")
    assert wrong == []


# Stations or exits with small text, or that stick out of their column, and stations that are cut off.
TORN_MAP = """() => [...document.querySelectorAll(".map-stop, .map-way")].filter(line => {
    const column = document.querySelector(".line-map").getBoundingClientRect(), box = line.getBoundingClientRect();
    const shape = line.querySelector(".shape")?.getBoundingClientRect(),
      lines = line.querySelector("svg")?.getBoundingClientRect();
    return parseFloat(getComputedStyle(line).fontSize) * 0.75 < 8 || box.width > column.width / 2 ||
      line.scrollWidth > line.clientWidth
        || (shape && (shape.top < lines.top || shape.bottom > lines.bottom || shape.height < 12));
          }).map(line => line.innerText)"""


@pytest.mark.parametrize("address", ROUTES)
def test_map_is_readable_on_paper(address, server, open_page):
    """In two columns, with nothing small and nothing cut off."""
    page = open_page(f"{server.url}{address}/", javascript=False)
    on_paper(page)
    assert page.locator(".map-stop").first.is_visible() and page.evaluate(TORN_MAP) == []


def test_where_the_reader_is_stays_on_the_screen(server, open_page):
    """The mark of the guide on the map says nothing on paper: who prints a page is at no step."""
    page = open_page(f"{server.url}{ROUTES[0]}/")
    page.wait_for_selector("[data-ready]")
    assert "je bent hier" in page.evaluate("getComputedStyle(document.querySelector('.map-stop.is-here'), '::after').content")
    on_paper(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.map-stop.is-here'), '::after').content") == "none"


def test_guides_print_on_one_sheet(server, open_page):
    """At most two pages: one sheet, printed on both sides."""
    page = open_page(server.url, javascript=False)
    for name in FOLDERS["gesprekken"]:
        page.goto(f"{server.url}gesprekken/{name}/")
        assert len(printed(page).pages) <= 2, name


@pytest.mark.parametrize("name", FOLDERS["vragenlijsten"])
def test_questions_on_paper_have_boxes(name, server, open_page):
    page = open_page(f"{server.url}vragenlijsten/{name}/", javascript=False)
    on_paper(page)
    labels = {scale.id: len(scale.labels) for scale in CONTENT.questionnaires[name].scales}
    boxes = page.locator(".tick-box").evaluate_all("""boxes => boxes.map(box => [box.getBoundingClientRect().width,
        box.getBoundingClientRect().height, parseFloat(getComputedStyle(box).borderTopWidth)])""")
    assert len(boxes) == sum(len(section.items) * labels[section.scale] for section in CONTENT.questionnaires[name].sections)
    assert all(width >= 4 * MM and height >= 4 * MM and border >= 1 for width, height, border in boxes)
    assert not page.locator("[data-widget]").is_visible()


def make_pdf(site: Path, target: Path, **environment: str) -> subprocess.CompletedProcess:
    """python -m macros.commands.pdf, in a process of its own: Playwright runs once per process."""
    return python("-m", "macros.commands.pdf", site, target, timeout=300, **environment)


@pytest.fixture(scope="module")
def policies(site, tmp_path_factory) -> tuple[PdfReader, PdfReader]:
    """The whole policy and the short one, made by one command."""
    target = tmp_path_factory.mktemp("pdf") / "beleid.pdf"
    result = make_pdf(site, target)
    assert result.returncode == 0, result.stderr
    return PdfReader(target), PdfReader(target.with_name("beleid-kort.pdf"))


@pytest.fixture(scope="module")
def policy(policies) -> PdfReader:
    return policies[0]


def bookmarks(outline) -> list[str]:
    return [title for item in outline for title in (bookmarks(item) if isinstance(item, list) else [item.title])]


def text_of(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in reader.pages))


def test_policy_pdf_is_tagged_dutch_and_has_a_title(policy):
    root = policy.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("nl")
    assert policy.metadata.title
    width, height = (float(side) / 72 * 25.4 for side in policy.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)


def test_policy_pdf_holds_everything(policy):
    wanted = [*CONTENT.guides.values(), *CONTENT.collections.values(), CONTENT.protocols[CONTENT.school.protocol]]
    found = [" ".join(title.split()) for title in bookmarks(policy.outline)]
    assert [page.title for page in wanted if page.title not in found] == []
    for_staff = [danger.situation for danger in CONTENT.dangers if danger.reader == "personeel"]
    assert for_staff and [situation for situation in for_staff if situation not in found] == []
    text = text_of(policy)
    for step in CONTENT.protocols[CONTENT.school.protocol].steps:
        assert step.title in text
    for line in CONTENT.helplines.values():
        assert not line.shown or line.name in text
    assert CONTENT.school.name in text


def test_policy_pdf_counts_its_pages(policy):
    total = len(policy.pages)
    least = len(CONTENT.guides) + len(CONTENT.collections) + len(CONTENT.protocols[CONTENT.school.protocol].steps) // 4
    assert least < total < 4 * least
    assert "pagina" not in policy.pages[0].extract_text(), "no number on the cover"
    for number in (2, total // 2, total):
        assert f"pagina {number} van {total}" in policy.pages[number - 1].extract_text()


def places(reader: PdfReader) -> list[str]:
    """The text of each page on one line, without spaces."""
    return [re.sub(r"\s", "", sheet.extract_text()) for sheet in reader.pages]


def listed(reader: PdfReader) -> list[tuple[str, int]]:
    """Every line of the contents that has a number: the end of its title, and the page it names."""
    text = "".join(" " + sheet.extract_text() for sheet in reader.pages[:5])
    contents = text.partition("Inhoud")[2]
    return [(title.strip(), int(page)) for title, page in re.findall(r"(\d+\. [^\d\n]+?)\s(\d+)(?=\n|$)", contents)]


def test_the_contents_of_the_policy_name_the_right_pages(policies):
    """Each chapter stands on the page that its line in the contents names."""
    for reader, least in zip(policies, (8, 7)):
        texts = places(reader)
        chapters = {title: page for title, page in listed(reader) if page > 1}
        right = [title for title, page in chapters.items() if re.sub(r"\s", "", title) in texts[page - 1]]
        assert len(right) >= least and right == list(chapters)


def test_the_short_policy_has_at_most_twelve_pages_and_the_whole_line(policies):
    """Every stage, who decides on every measure, and where to go; the sheets of A4 with numbers."""
    short = policies[1]
    assert 3 < len(short.pages) <= 12
    text = text_of(short)
    protocol = CONTENT.protocols[CONTENT.school.protocol]
    assert [stage.title for stage in protocol.stages if stage.title not in text] == []
    assert [step.title for step in protocol.steps if step.title not in text] == []
    assert [one.measure for one in CONTENT.collections["maatregelen"].decisions if one.measure not in text] == []
    assert CONTENT.school.name in text and "112" in text
    assert f"pagina 2 van {len(short.pages)}" in text


def test_lines_of_the_policy_can_be_read(server, open_page):
    """Running text is at most some 90 letters wide: 142 mm in this type."""
    page = open_page(server.url + "beleid/", javascript=False)
    on_paper(page)
    wide = page.evaluate(
        """most => [...document.querySelectorAll(".policy-part:not(.guide-part) p")].filter(text => !text.closest("table, .step")
          && text.checkVisibility() && text.getBoundingClientRect().width > most).map(text => text.innerText.slice(0, 60))""",
        143 * MM,
    )
    assert wide == []


@pytest.mark.parametrize("name", FOLDERS["protocollen"])
def test_the_overview_of_a_protocol_is_one_sheet(name, server, open_page):
    """With the button: every stage and every step, at 9 points or more, on one side of A4."""
    page = open_page(f"{server.url}protocollen/{name}/")
    page.evaluate("window.print = () => {}")
    page.locator('[data-print-page="overzicht"]').click()
    assert page.locator("body").get_attribute("data-printing") == "overzicht"
    sheets = printed(page).pages
    assert len(sheets) == 1
    text = " ".join(sheets[0].extract_text().split())
    route = CONTENT.protocols[name]
    assert [step.title for step in route.steps if step.title not in text] == []
    page.emulate_media(media="print")
    page.evaluate("document.body.setAttribute('data-printing', 'overzicht')")  # taken away after printing
    sizes = page.locator(".overview-sheet :is(h4, li, .stage-facts)").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).fontSize) * .75)"
    )
    assert min(sizes) >= 8.99


BUTTONS = [
    "lijsten/maatregelen",
    "rollen/mentor",
    "rollen/wie-doet-wat",
    f"gesprekken/{next(iter(FOLDERS['gesprekken']))}",
    "beleid",
    "beleid-kort",
    "ouders/brief-vragenlijst",
    "coordinator/jaarcheck",
]


@pytest.mark.parametrize("address", BUTTONS)
def test_pages_that_people_print_have_a_button(address, server, open_page):
    page = open_page(f"{server.url}{address}/")
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    page.locator("[data-print-page]:visible").first.click()
    assert page.evaluate("window.printed") == 1


def test_policy_pdf_links_lead_somewhere(policy):
    """Contents and cross-references stay in the document; no address that exists only while printing."""
    inside, outside = 0, []
    for sheet in policy.pages:
        for annotation in sheet.get("/Annots") or []:
            link = annotation.get_object()
            action = link.get("/A", {})
            if "/URI" in action:
                outside.append(action["/URI"])
            else:
                inside += 1
    assert inside > len(CONTENT.guides) + len(CONTENT.collections)
    assert [address for address in outside if not address.startswith(("https://", "tel:", "mailto:"))] == []


def test_policy_page_keeps_its_links_inside(server, open_page):
    page = open_page(server.url + "beleid/", javascript=False)
    links = page.locator(".policy a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    own = [path.removesuffix(".md") for path, _ in pages.generated(CONTENT) if path.startswith(("gesprekken/", "lijsten/"))]
    assert [link for link in links if any(f"{path}/" in link for path in own)] == []
    anchors = {link[1:] for link in links if link.startswith("#")}
    assert page.evaluate("names => names.filter(name => !document.getElementById(name))", sorted(anchors)) == []


def test_the_policy_is_in_the_search_by_its_name_alone(site):
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    found = {doc["location"]: len(doc["text"]) for doc in docs if doc["location"].startswith("beleid")}
    assert set(found) == {"beleid/", "beleid-kort/"} and max(found.values()) < 150


@pytest.mark.parametrize("missing, advice", [("site", "make build"), ("playwright", "pip install"), ("chromium", "CHROMIUM")])
def test_what_is_missing_is_said_in_dutch(missing, advice, tmp_path):
    (tmp_path / "no").mkdir()
    (tmp_path / "no" / "playwright.py").touch()  # hides the real package
    environment = {
        "playwright": {"PYTHONPATH": f"{tmp_path / 'no'}{os.pathsep}{ROOT}"},
        "chromium": {"CHROMIUM": str(tmp_path / "no-browser")},
    }.get(missing, {})
    if missing != "site":
        (tmp_path / "site" / "beleid").mkdir(parents=True)
        (tmp_path / "site" / "beleid" / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    result = make_pdf(tmp_path / "site", tmp_path / "beleid.pdf", **environment)
    assert result.returncode == 1
    assert advice in result.stderr and "Traceback" not in result.stderr
    assert not (tmp_path / "beleid.pdf").exists()
