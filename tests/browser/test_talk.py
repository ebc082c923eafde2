"""The companion of a conversation in a real browser: through a whole guide, ticks, jumps, paper, without JavaScript."""

import io

import pytest
from pypdf import PdfReader

from macros.publish.links import Links
from macros.publish.talks import talk_data
from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.hurry import rest
from tests.loaded import loaded
from widgets.core.talk_parts import tick_ids

pytestmark = pytest.mark.browser
CONTENT = loaded()
GUIDE = CONTENT.guides["gesprek-gepest"]
ADDRESS = f"gesprekken/{GUIDE.id}/"
PARTS = talk_data(GUIDE, CONTENT, Links(f"gesprekken/{GUIDE.id}.md"))["parts"]
PHASE = next(number for number, part in enumerate(PARTS) if len(tick_ids(part)) > 2 and part["id"].startswith("fase-"))


@pytest.fixture
def talk(server, visited):
    visited.goto(server.url + ADDRESS)
    visited.wait_for_selector("[data-ready]")
    return visited


def title(page) -> str:
    return page.locator(".talk-title").inner_text()


def jump(page, part_id: str) -> None:
    page.locator(".talk-jump > summary").click()
    page.locator(f'[data-message="jumped {part_id}"]').click()


def ticked(page) -> list[str]:
    return page.locator(".talk input:checked").evaluate_all("boxes => boxes.map(box => box.dataset.field.split(' ')[1])")


def test_through_a_whole_guide_by_clicking(talk):
    """Every part in order, and back to the first: one at a time, its title in focus and in sight."""
    for number, part in enumerate(PARTS, 1):
        assert title(talk) == part["title"]
        assert f"Deel {number} van {len(PARTS)}" in talk.locator(".talk .progress").inner_text()
        assert talk.locator(".talk-danger a").get_attribute("href").endswith("nu-gevaar/#school")
        for tick in tick_ids(part):
            assert talk.locator(f'[data-field="ticked {tick}"]').count() == 1
        if number < len(PARTS):
            talk.locator('[data-message="went-on"]').click()
            assert talk.evaluate("document.activeElement.className") == "talk-title"
            place = talk.locator(".talk-title").bounding_box()
            header = talk.locator(".md-header").bounding_box()
            assert header["y"] + header["height"] <= place["y"] < 500, "the title is in sight"
    assert talk.locator('[data-message="went-on"]').count() == 0
    for part in reversed(PARTS[:-1]):
        talk.locator('[data-message="went-back"]').click()
        assert title(talk) == part["title"]
    assert talk.locator('[data-message="went-back"]').count() == 0


def press_until(page, wanted: str) -> None:
    """Press Tab until the focus is on what fits `wanted`, a selector."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def test_through_a_whole_guide_by_keyboard(talk):
    """With Tab, Space and Enter alone; what has the focus is never covered by the bar at the bottom."""
    talk.locator(".talk-title").focus()
    for part in PARTS:
        assert title(talk) == part["title"]
        for _ in tick_ids(part)[:1]:
            press_until(talk, ".talk input[type=checkbox]")
            rest(talk)
            assert talk.evaluate("""() => { const held = document.activeElement, place = held.getBoundingClientRect();
                return held === document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2) }""")
            talk.keyboard.press("Space")
            assert talk.evaluate("document.activeElement.checked"), "ticking keeps the focus on the box"
        if part is not PARTS[-1]:
            press_until(talk, '[data-message="went-on"]')
            talk.keyboard.press("Enter")


def test_ticks_stay(talk):
    """A tick stays when somebody goes on, back or jumps, and the list of parts counts it."""
    jump(talk, PARTS[PHASE]["id"])
    ticks = tick_ids(PARTS[PHASE])
    talk.locator(f'[data-field="ticked {ticks[0]}"]').click()
    talk.locator(".talk details.more > summary").click()
    talk.locator(f'[data-field="ticked {ticks[-1]}"]').click()
    assert talk.locator(".talk details.more").get_attribute("open") is not None, "ticking folds nothing"
    talk.locator('[data-message="went-on"]').click()
    talk.locator('[data-message="went-back"]').click()
    assert ticked(talk) == [ticks[0], ticks[-1]]
    jump(talk, "vooraf")
    talk.locator(".talk-jump > summary").click()
    line = talk.locator(f'[data-message="jumped {PARTS[PHASE]["id"]}"]')
    assert f"(2 van {len(ticks)} afgevinkt)" in line.inner_text()
    line.click()
    assert ticked(talk) == [ticks[0], ticks[-1]]
    talk.locator(f'[data-field="ticked {ticks[0]}"]').click()
    assert ticked(talk) == [ticks[-1]]


def test_jump_marks_where_you_are(talk):
    for part in (PARTS[-1], PARTS[2]):
        jump(talk, part["id"])
        assert title(talk) == part["title"]
        assert talk.locator('.talk-jump [aria-current="step"]').get_attribute("data-message") == f"jumped {part['id']}"


def test_reactions_are_at_hand_in_every_phase(talk):
    jump(talk, PARTS[PHASE]["id"])
    answer = talk.get_by_text(GUIDE.reactions[0].then).first
    assert not answer.is_visible()
    talk.locator(".talk-what-if > summary").click()
    assert answer.is_visible()


def test_type_is_large_and_targets_too(talk):
    """On a phone: text of 20 pixels or more, sentences to say larger, everything to touch at least 44 pixels high."""
    jump(talk, PARTS[PHASE]["id"])
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert talk.locator(".talk-tick").first.evaluate(size) >= 20
    jump(talk, "eerste-zin")
    assert talk.locator(".talk blockquote.say").first.evaluate(size) >= 24
    for touched in talk.locator(".talk :is(button, summary, .talk-tick)").locator("visible=true").all():
        assert touched.bounding_box()["height"] >= 43.5


@pytest.mark.parametrize("dark", (False, True), ids=("light", "dark"))
def test_every_kind_of_part_is_accessible(dark, server, open_page):
    """With a tick set and everything folded out; the page tests only see the first part."""
    page = open_page(server.url + ADDRESS, 375, dark)
    page.wait_for_selector("[data-ready]")
    for part in ("vooraf", "eerste-zin", PARTS[PHASE]["id"], "wat-als", "valkuilen"):
        jump(page, part)
        for box in page.locator(".talk input[type=checkbox]").all()[:1]:
            box.check()
        page.evaluate("document.querySelectorAll('.talk details').forEach(part => { part.open = true })")
        assert violations(page, AXE_OPTIONS) == [], part
        page.locator(".talk-jump > summary").click()


def test_nothing_comes_back_after_leaving(talk):
    jump(talk, "vooraf")
    talk.locator(".talk input[type=checkbox]").first.check()
    talk.locator(".talk-danger a").click()
    talk.wait_for_url("**/nu-gevaar/#school")
    talk.go_back()
    talk.wait_for_selector("[data-ready]")
    assert title(talk) == PARTS[0]["title"]
    assert ticked(talk) == []


def test_without_javascript_everything_is_there(server, open_page):
    page = open_page(server.url + ADDRESS, 375, javascript=False)
    assert not page.locator(".talk").is_visible()
    assert not page.get_by_role("heading", name="Eén deel tegelijk").is_visible()
    texts = [GUIDE.opening, *GUIDE.before, *GUIDE.closing, *GUIDE.record]
    for phase in GUIDE.phases:
        texts += [*phase.say, *phase.questions, *phase.tips]
    article = page.locator("article").inner_text()
    assert [text for text in texts if text not in article] == []
    assert article.count("Vraag:") == sum(bool(phase.questions) for phase in GUIDE.phases)


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "gesprekken" / f"{GUIDE.id}.html").as_uri(), 375)
    page.wait_for_selector("[data-ready]")
    page.locator('[data-message="went-on"]').click()
    assert title(page) == PARTS[1]["title"]
    assert page.locator(".talk-danger a").get_attribute("href") == "../nu-gevaar.html#school"


# ---- paper ----


def sheets(page) -> list[tuple[int, int, str]]:
    """Width and height in millimetres and the text of each page."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [(*(round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]), sheet.extract_text()) for sheet in reader.pages]


def joined(text: str) -> str:
    return "".join(text.split())


def test_the_button_prints_the_talk(talk):
    """The page is marked until the browser has printed: a phone shows its dialog later. Not afterwards."""
    talk.evaluate("window.print = () => {}")
    talk.get_by_role("button", name="Print op A5").click()
    assert talk.evaluate("document.body.dataset.printing") == "gesprek"
    talk.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert not talk.evaluate("document.body.hasAttribute('data-printing')")


@pytest.mark.parametrize("guide", CONTENT.guides.values(), ids=lambda guide: guide.id)
def test_small_sheets_hold_the_whole_talk(guide, server, open_page):
    """A5 only, at most five, none of them empty; the text of the part on screen stands there once."""
    page = open_page(f"{server.url}gesprekken/{guide.id}/", 375, javascript=False)
    page.evaluate("document.body.dataset.printing = 'gesprek'")
    found = sheets(page)
    assert {(width, height) for width, height, _ in found} == {(148, 210)}
    assert len(found) <= 5
    assert all(len(joined(sheet)) > 100 for _, _, sheet in found)
    text = joined("".join(sheet for _, _, sheet in found))
    wanted = [guide.opening, *guide.before, *guide.closing, *guide.record]
    for phase in guide.phases:
        wanted += [*phase.say, *phase.questions, *phase.more, *phase.tips]
    assert text.count(joined(guide.opening)) == 1
    assert len([sentence for sentence in wanted if joined(sentence) not in text]) <= len(found), "only torn by an edge of paper"


def test_without_the_button_it_prints_on_a4(talk):
    talk.locator('[data-message="went-on"]').click()
    found = sheets(talk)
    assert {(width, height) for width, height, _ in found} == {(210, 297)}
    assert len(found) <= 2
    assert joined("".join(text for _, _, text in found)).count(joined(GUIDE.opening)) == 1
