"""The picture of a route in a real browser: real letters fit, colours have contrast, the keyboard gets everywhere."""
import re
from pathlib import Path

import pytest
from macros.diagram import draw
from tests.test_diagram import HARDEST, random_route, read_route

CSS = (Path(__file__).parents[2] / "docs/assets/css/diagram.css").read_text(encoding="utf-8")

# Texts that stick out of their shape. A question has slanted sides: its text must stay between the corners.
OVERFLOW = """() => {
    const found = [];
    for (const link of document.querySelectorAll('.node')) {
        const text = link.querySelector('text').getBBox(), box = link.querySelector('.shape').getBBox();
        const inset = link.matches('.node-ask') ? 12 : 2;
        if (text.x < box.x + inset || text.x + text.width > box.x + box.width - inset
            || text.y < box.y || text.y + text.height > box.y + box.height) found.push(link.dataset.step);
    }
    for (const label of document.querySelectorAll('.edge-label')) {
        const text = label.querySelector('text').getBBox(), box = label.querySelector('rect').getBBox();
        if (text.x < box.x || text.x + text.width > box.x + box.width
            || text.y < box.y - 1 || text.y + text.height > box.y + box.height + 1) found.push(label.textContent);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def picture(browser):
    """An empty page to draw in."""
    opened = browser.new_page()
    yield opened
    opened.close()


def show(picture, route: dict, scheme: str = "default") -> None:
    picture.set_content(f'<!doctype html><html lang="nl"><head><title>Tekening</title><style>{CSS}</style></head>'
                     f'<body data-md-color-scheme="{scheme}"><div class="diagram-frame" tabindex="0">{draw(route)}</div>'
                     f"</body></html>")


@pytest.mark.parametrize("route", [read_route(HARDEST), *(random_route(seed, 25) for seed in range(4))],
                         ids=lambda route: route["id"])
def test_no_text_sticks_out(picture, route):
    show(picture, route)
    assert picture.locator(".node").count() == len(route["steps"])
    assert picture.evaluate(OVERFLOW) == []


def test_the_measure_of_overflow_sees_a_text_that_is_too_long(picture):
    show(picture, read_route(HARDEST))
    picture.evaluate("document.querySelector('[data-step=klopt] tspan').textContent = 'm'.repeat(60)")
    assert picture.evaluate(OVERFLOW) == ["klopt"]


def test_accessible_names_are_the_visible_texts_and_nothing_else_is_announced(picture):
    route = read_route(HARDEST)
    show(picture, route)
    snapshot = picture.locator("body").aria_snapshot()
    assert re.findall(r'link "(.*?)"', snapshot) == [f"{step['number']}. {step['title']}" for step in route["steps"]]
    assert "Van signaal tot einde" in snapshot
    assert "Het pesten gaat door" not in snapshot


def test_keyboard_reaches_the_steps_in_order_and_shows_where_it_is(picture):
    show(picture, read_route(HARDEST))
    picture.keyboard.press("Tab")
    for expected in ("signaal", "bespreking", "orienterend"):
        picture.keyboard.press("Tab")
        assert picture.evaluate("document.activeElement.dataset.step") == expected
        assert picture.evaluate("getComputedStyle(document.activeElement.querySelector('.halo')).stroke") != "none"
    assert picture.evaluate("getComputedStyle(document.querySelector('[data-step=klopt] .halo')).stroke") == "none"


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it."""
    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_contrast(picture, scheme, medium):
    picture.emulate_media(media=medium)
    show(picture, read_route(HARDEST), scheme)
    picture.evaluate("""() => {
        document.querySelector('[data-step=signaal]').classList.add('is-walked');
        document.querySelector('[data-from=bespreking]').classList.add('is-walked');
        document.querySelector('[data-step=klopt]').classList.add('is-here');
    }""")

    def colour(selector: str, what: str) -> str:
        return picture.evaluate("([s, w]) => getComputedStyle(document.querySelector(s))[w]", [selector, what])

    back = colour(".diagram", "backgroundColor")
    assert contrast(colour(".edge-label text", "fill"), colour(".edge-label-back", "fill")) >= 4.5
    for kind in ("do", "ask", "end"):
        fill = colour(f".node-{kind} .shape", "fill")
        assert contrast(colour(f".node-{kind} text", "fill"), fill) >= 4.5
        assert contrast(colour(f".node-{kind}:not(.is-walked, .is-here) .shape", "stroke"), back) >= 3
    for selector in (".edge:not(.is-walked) .edge-line", ".edge.is-walked .edge-line", ".node.is-walked .shape",
                     ".node.is-here .shape", ".node.is-here .halo"):
        assert contrast(colour(selector, "stroke"), back) >= 3
    assert contrast(colour(".edge-arrow", "fill"), back) >= 3
    picture.emulate_media(media="screen")


def test_here_and_walked_differ_in_more_than_colour(picture):
    show(picture, read_route(HARDEST))
    thickness = "s => parseFloat(getComputedStyle(document.querySelector(s)).strokeWidth)"
    step, line = "[data-step=klopt] .shape", "[data-from=bespreking] .edge-line"
    before = picture.evaluate(thickness, step), picture.evaluate(thickness, line)
    picture.evaluate("""() => {
        document.querySelector('[data-step=klopt]').classList.add('is-here');
        document.querySelector('[data-from=bespreking]').classList.add('is-walked');
    }""")
    assert picture.evaluate(thickness, step) >= 2 * before[0]
    assert picture.evaluate(thickness, line) >= 2 * before[1]
    assert picture.evaluate("getComputedStyle(document.querySelector('[data-step=klopt] .halo')).stroke") != "none"
