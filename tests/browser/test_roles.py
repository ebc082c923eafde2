"""Role sheets, the matrix and the sheet for the wall: each on one side of paper, for every protocol; and usable on a phone."""

import html
import io

import pytest
from pypdf import PdfReader

from macros.content.stages import parts
from macros.load import load
from macros.publish.links import Links
from macros.render import role_sheets, wall_sheet
from tests.loaded import loaded
from tests.places import ROOT
from tests.schools import LOADED

pytestmark = pytest.mark.browser
CONTENT = loaded()
SHEETS = role_sheets.sheets(CONTENT)
MATRIX = f"rollen/{role_sheets.MATRIX}/"
SMALLEST_TEXT, SMALLEST_IN_TABLE = 8.99, 7.4  # points
A4 = (210, 297)
A3 = (420, 297)


def printed(page) -> list:
    """The sheets of paper that come out of a browser."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages


def millimetres(sheet) -> tuple[int, int]:
    return tuple(round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:])


def smallest_text(page) -> float:
    """The smallest type that comes on paper, in points."""
    page.emulate_media(media="print")
    return page.evaluate("""() => Math.min(...[...document.querySelectorAll("article *")].filter(element =>
        element.checkVisibility() && !element.classList.contains("unseen")
        && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .map(element => parseFloat(getComputedStyle(element).fontSize) * 0.75))""")


def test_every_role_fits_on_one_side_of_paper(server, open_page):
    page = open_page(server.url, javascript=False)
    for sheet in SHEETS:
        page.goto(f"{server.url}rollen/{sheet.role.id}/")
        paper = printed(page)
        assert (len(paper), millimetres(paper[0])) == (1, A4), sheet.role.id
        text = " ".join(paper[0].extract_text().split())
        assert all(step.title in text for step in sheet.does), sheet.role.id
        assert smallest_text(page) >= SMALLEST_TEXT, sheet.role.id


@pytest.mark.parametrize("protocol", [name for name in CONTENT.protocols if name != CONTENT.school.protocol])
def test_so_does_every_role_of_another_protocol(protocol, server, open_page):
    """A school may follow any of them: one sheet of paper. It is put in the place of one that was built."""
    content = load(ROOT)
    content.school.protocol = protocol
    page = open_page(f"{server.url}rollen/{SHEETS[0].role.id}/")
    for sheet in role_sheets.sheets(content):
        markup = as_html(role_sheets.sheet_page(sheet.role.id, content, Links(f"rollen/{sheet.role.id}.md")))
        page.evaluate("markup => { document.querySelector('article').innerHTML = markup; }", markup)
        # At 9 points the mentor of a longer protocol needs both sides of the sheet.
        assert len(printed(page)) <= (2 if role_sheets.SMALLEST in markup else 1), sheet.role.id


def as_html(markdown: str) -> str:
    from markdown import Markdown

    return Markdown(extensions=["attr_list", "md_in_html"]).convert(markdown)


EVERY_PROTOCOL = [(kind, name) for kind, content in LOADED.items() for name in content.protocols]


@pytest.mark.parametrize("kind, name", EVERY_PROTOCOL, ids=lambda part: part if isinstance(part, str) else "-".join(part))
def test_every_protocol_of_every_kind_of_school_fits_on_one_sheet_for_the_wall(kind, name, server, open_page):
    """One side of A3, lying, at 9 points or more, with every step whole and each stage in a column. It is put in the place of one
    that was built."""
    content = LOADED[kind]
    route = content.protocols[name]
    page = open_page(f"{server.url}wandplaten/{CONTENT.school.protocol}/")
    markup = as_html(wall_sheet.wall_sheet(route, content, Links(f"wandplaten/{name}.md")))
    page.evaluate("markup => { document.querySelector('article').innerHTML = markup; }", markup)
    assert smallest_text(page) >= 9
    paper = printed(page)
    assert (len(paper), millimetres(paper[0])) == (1, A3)
    text = "".join(paper[0].extract_text().split()).replace("\u00ad", "").replace("-", "")
    told = [f"{number}.{step.title}" for number, step in enumerate(route.steps, 1)] + [stage.title for stage, _ in parts(route)]
    assert [words for words in told if "".join(words.split()).replace("-", "") not in text] == []
    cut = page.evaluate(
        "() => [...document.querySelectorAll('.wall-sheet :is(th, td)')].filter("
        "cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
    )
    assert cut == []


def test_a_step_stands_in_the_row_of_who_is_named_first():
    """Once; who has no row of its own stands with the first."""
    route = CONTENT.protocols[CONTENT.school.protocol]
    markup = wall_sheet.wall_sheet(route, CONTENT, Links(f"wandplaten/{route.id}.md"))
    rows = dict(zip(("medewerker", "mentor", "coordinator", "leiding", "thuis"), markup.split("<tr")[2:], strict=True))
    same = {"schoolleiding": "leiding", "bestuur": "leiding", "gespreksleider": "medewerker"}
    for number, step in enumerate(route.steps, 1):
        found = [row for row, text in rows.items() if f">{number}. {html.escape(step.title)}<" in text]
        assert found == [same.get(step.who[0], step.who[0])], step.id


def test_the_matrix_prints_lying_on_its_side(server, open_page):
    page = open_page(server.url + MATRIX, javascript=False)
    paper = printed(page)
    assert {millimetres(sheet) for sheet in paper} == {A4[::-1]} and len(paper) <= 2
    text = " ".join(" ".join(sheet.extract_text() for sheet in paper).split())
    route = CONTENT.protocols[CONTENT.school.protocol]
    assert [step.title for step in route.steps if f"{route.steps.index(step) + 1}. {step.title}" not in text] == []
    assert smallest_text(page) >= SMALLEST_IN_TABLE


def test_the_matrix_scrolls_on_a_phone_and_keeps_the_steps_in_sight(server, open_page):
    page = open_page(server.url + MATRIX, 375)
    frame = page.locator(".matrix-frame")
    frame.focus()
    assert frame.evaluate("frame => document.activeElement === frame && frame.scrollWidth > frame.clientWidth + 100")
    row = page.locator(".role-matrix tbody tr").first
    step, last = row.locator("th"), row.locator("td").last
    before = step.bounding_box()
    assert last.bounding_box()["x"] > 375
    frame.evaluate("frame => { frame.scrollLeft = frame.scrollWidth; frame.scrollTop = 400; }")
    head, box = page.locator(".role-matrix thead th").last.bounding_box(), frame.bounding_box()
    assert head["y"] == pytest.approx(box["y"], abs=3), "the names of the roles stay in sight"
    frame.evaluate("frame => { frame.scrollTop = 0; }")
    after = last.bounding_box()
    assert step.bounding_box()["x"] == pytest.approx(before["x"], abs=2)
    assert before["x"] + before["width"] <= after["x"] + 1 and after["x"] + after["width"] <= 376
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("address", [MATRIX, f"rollen/{SHEETS[0].role.id}/"])
def test_links_are_large_enough_to_touch(address, server, open_page):
    page = open_page(server.url + address, 375)
    small = page.locator(".role-matrix a, .role-steps a, .role-guides a").evaluate_all(
        "links => links.filter(link => { const box = link.getBoundingClientRect(); return box.width < 24 || box.height < 24 })"
        ".map(link => link.textContent)"
    )
    assert small == []


def test_a_sheet_leads_to_the_step_in_the_protocol(server, open_page):
    page = open_page(f"{server.url}rollen/{SHEETS[0].role.id}/", 375)
    link = page.locator(".role-steps a").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/protocollen/**")
    assert title.partition(". ")[2] == page.locator("h1").inner_text().strip()
