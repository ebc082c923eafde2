"""The pages of steps in a real browser: one screen of a phone, one sheet of paper, no script needed; light pages of routes."""

import io

import pytest
from markdown import Markdown
from pypdf import PdfReader

from macros.publish.links import Links
from macros.render.step_page import step_page
from tests.loaded import loaded
from tests.schools import LOADED

pytestmark = pytest.mark.browser
CONTENT = loaded()
OWN = CONTENT.protocols[CONTENT.school.protocol]
ADDRESS = f"protocollen/{OWN.id}/"
ROUTES = [f"{folder}/{name}/" for folder in ("protocollen", "wegwijzers") for name in CONTENT.folders[folder]]
PHONE, SMALL_PHONE = (390, 844), (360, 640)
SCREENS = 6  # of the page of a route, with the step of its guide

# Every step of the five protocols: a site of one kind of school has not all of them.
EVERY_PROTOCOL = {name: (content, route) for content in LOADED.values() for name, route in content.protocols.items()}
STEPS = [(content, route, step) for content, route in EVERY_PROTOCOL.values() for step in route.steps]


def body(content, route, step) -> str:
    """What the build puts in the page of a step, to show it in the page of another."""
    links = Links(f"protocollen/{route.id}/{step.id}.md")
    return Markdown(extensions=["attr_list", "toc"]).convert(step_page(route, step, content, links))


SHOW = "html => { document.querySelector('article').innerHTML = html; scrollTo(0, 0); }"
# The end of the last way out, from the top of the screen.
END_OF_ANSWERS = "() => document.querySelector('.step-ways')?.getBoundingClientRect().bottom"


@pytest.fixture(scope="module")
def card(server, browser):
    """The page of a step, without its scripts, to put other steps into."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{server.url}{ADDRESS}{OWN.start}/")
    # Only an example has this bar; a school that filled in its own data has none.
    opened.evaluate("() => document.querySelector('.md-banner').remove()")
    yield opened
    context.close()


def ends(page, size) -> dict[str, float]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    found = {}
    for content, route, step in STEPS:
        page.evaluate(SHOW, body(content, route, step))
        end = page.evaluate(END_OF_ANSWERS)
        assert (end is None) == (not step.exits and not step.route), (route.id, step.id)
        if end is not None:
            found[f"{route.id}/{step.id}"] = end
    return found


@pytest.mark.parametrize("size, least", [(PHONE, 0.8), (SMALL_PHONE, 0.6)])
def test_the_answers_are_in_view_without_scrolling(size, least, card):
    assert len(EVERY_PROTOCOL) == 5
    found = ends(card, size)
    late = {name: round(end) for name, end in found.items() if end > size[1]}
    print(size, f"{1 - len(late) / len(found):.1%} of {len(found)}", late)
    assert len(late) <= (1 - least) * len(found), late


def test_a_step_shown_in_another_page_measures_as_its_own(card, server, open_page):
    """What the two tests above rest on."""
    step = next(step for step in OWN.steps if len(step.exits) > 2)
    card.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    card.evaluate(SHOW, body(CONTENT, OWN, step))
    page = open_page(f"{server.url}{ADDRESS}{step.id}/", PHONE[0], javascript=False)
    page.evaluate("() => document.querySelector('.md-banner').remove()")
    assert abs(page.evaluate(END_OF_ANSWERS) - card.evaluate(END_OF_ANSWERS)) < 2


def test_a_step_prints_on_one_sheet_in_type_that_can_be_read(card):
    """The twenty with the most words of all protocols."""
    longest = sorted((body(*step) for step in STEPS), key=len, reverse=True)[:20]
    sheets = {}
    card.emulate_media(media="print")
    for markup in longest:
        card.evaluate(SHOW, markup)
        small = card.evaluate("""() => [...document.querySelectorAll('.step-card *')].filter(part => part.checkVisibility() &&
            parseFloat(getComputedStyle(part).fontSize) < 11 * 96 / 72 - 0.1).map(part => part.className)""")
        assert small == []
        paper = PdfReader(io.BytesIO(card.pdf(prefer_css_page_size=True)))
        sheets[markup[:80]] = len(paper.pages)
        assert ("Let op" in markup) == ("Let op" in paper.pages[0].extract_text()), "what is folded is printed"
    card.emulate_media(media="screen")
    assert set(sheets.values()) == {1}, sheets


def test_without_javascript_one_can_walk_and_read_all(server, open_page):
    page = open_page(f"{server.url}{ADDRESS}{OWN.start}/", PHONE[0], javascript=False)
    assert page.locator("[data-print-page]").is_hidden()
    page.locator(".step-fold summary").first.click()
    assert page.locator(".step-fold").first.locator("li").first.is_visible()
    page.locator(".step-ways .answer").first.click()
    assert page.url == f"{server.url}{ADDRESS}{OWN.step(OWN.start).exits[0].to}/"
    page.locator(".md-path a").first.click()
    assert page.url == server.url + ADDRESS


def test_back_to_the_stage_and_to_the_case(server, open_page):
    page = open_page(f"{server.url}{ADDRESS}{OWN.start}/", PHONE[0])
    page.locator(".md-path a").nth(1).click()
    page.wait_for_function("() => document.querySelectorAll('.stage[open]').length === 1")
    assert page.locator(f"#stap-{OWN.start}").is_visible()
    page.go_back()
    page.locator(".step-walk a").click()
    page.wait_for_selector("[data-ready]")
    assert page.locator(".guide-title").is_visible()


def test_the_print_button_prints(server, open_page):
    page = open_page(f"{server.url}{ADDRESS}{OWN.start}/")
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print deze stap").click()
    assert page.evaluate("window.printed")
    page.evaluate("() => { window.print = () => { throw new Error('no') } }")
    page.get_by_role("button", name="Print deze stap").click()
    assert "Printen lukt niet" in page.get_by_role("alert").inner_text()


def test_from_a_disk(offline_site, open_page):
    page = open_page((offline_site / "protocollen" / OWN.id / f"{OWN.start}.html").as_uri(), PHONE[0])
    page.locator(".step-ways .answer").first.click()
    assert page.url.endswith(f"/protocollen/{OWN.id}/{OWN.step(OWN.start).exits[0].to}.html")
    page.locator(".md-path a").nth(1).click()
    page.wait_for_function("() => document.querySelectorAll('.stage[open]').length === 1")


def test_the_menu_on_a_phone_leads_on(server, open_page):
    page = open_page(f"{server.url}{ADDRESS}{OWN.start}/", PHONE[0])
    page.locator(".md-header [data-opens='__drawer']").click()
    link = page.locator(".md-nav--primary a", has_text="Schoolteam")
    link.wait_for(state="visible")
    link.click()
    page.wait_for_url(server.url + "schoolteam/")


@pytest.mark.parametrize("address", ROUTES)
def test_the_page_of_a_route_is_short(address, server, open_page):
    page = open_page(server.url + address, PHONE[0])
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.wait_for_selector("[data-ready]")
    height = page.evaluate("document.documentElement.scrollHeight") / PHONE[1]
    print(address, f"{height:.2f} screens")
    assert height <= SCREENS


def test_a_talk_opens_from_the_guide(server, open_page):
    """Its text comes with a script of its own."""
    page = open_page(server.url + ADDRESS, PHONE[0])
    page.wait_for_selector("[data-ready]")
    assert '"parts"' in page.locator("[data-talks]").get_attribute("data-talks")
