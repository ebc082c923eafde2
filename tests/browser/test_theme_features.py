"""The theme's own features leave our pages alone: keys, search, focus, what it fetches, and what a browser forbids."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.sites import html_pages

pytestmark = pytest.mark.browser
THERMOMETER, PROTOCOL = "vragenlijsten/thermometer-vo/", "protocollen/aanbevolen-protocol/"
SIGNALS, COMPLAINTS = "lijsten/signalen/", "ouders/komt-u-er-niet-uit/"
SHORTCUTS = ["n", ".", "p", ",", "s", "f", "/", "Alt+n", "N", "S"]
FIELD, ITEMS, META = ".md-search__input", ".md-search-result__item", ".md-search-result__meta"


def ready(page) -> None:
    """Wait until the widget of the page, if it has one, has started."""
    page.wait_for_function("() => !document.querySelector('[data-widget]') || document.querySelector('[data-ready]')")


# ---- keys ----


@pytest.mark.parametrize(
    "address, focus",
    [
        ("", "body"),
        (PROTOCOL, "article h2"),
        (PROTOCOL, "[data-widget] button"),
        (THERMOMETER, "[data-widget] input[type=radio]"),
        (SIGNALS, "[data-widget] input[type=checkbox]"),
        (COMPLAINTS, "article a"),
    ],
)
def test_no_key_alone_does_anything(address, focus, server, open_page):
    page = open_page(server.url + address)
    ready(page)
    page.locator(focus).first.evaluate("node => { if (node.tabIndex < 0) node.tabIndex = -1; node.focus(); }")
    held = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    for key in SHORTCUTS:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == server.url + address
    assert not page.locator("#__search").is_checked()
    assert page.evaluate("document.activeElement.outerHTML.slice(0, 80)") == held


def test_keys_work_in_the_search_itself(server, open_page):
    page = open_page(server.url)
    page.locator(FIELD).click()
    page.keyboard.type("pesten f n s")
    assert page.locator(FIELD).input_value() == "pesten f n s"
    page.locator(FIELD).fill("thermometer")
    expect(page.locator(ITEMS)).not_to_have_count(0)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.md-search-result a')")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.locator(FIELD).click()
    page.locator(FIELD).fill("stembus")
    expect(page.locator(ITEMS)).not_to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != server.url)
    assert "?" not in page.url, "the words somebody searched for are in no address"


# ---- what the theme tells a browser to fetch ----


def test_no_page_is_fetched_before_somebody_asks(site):
    found = [
        path
        for path in html_pages(site)
        if re.search(
            r'<link[^>]*rel="?(?:next|prev|prefetch|prerender|dns-prefetch|preconnect)\b',
            (site / path).read_text(encoding="utf-8"),
        )
    ]
    assert found == []


# ---- the search ----


def titles(page, question: str) -> list[str]:
    """What is found for a text that comes without a key: pasted, dictated or suggested."""
    field = page.locator(FIELD)
    for text in ("", question):
        field.evaluate(
            "(field, text) => { field.focus(); field.value = text; "
            "field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'})); }",
            text,
        )
        expect(page.locator(ITEMS)).to_have_count(0) if not text else expect(page.locator(ITEMS)).not_to_have_count(
            0, timeout=20_000
        )
    return page.locator(f"{ITEMS} h1").all_inner_texts()


def test_text_without_keys_searches(server, open_page):
    page = open_page(server.url)
    assert "Van signaal tot afronding" in titles(page, "signaal")
    page.locator(".md-search__form button[type=reset]").click()
    expect(page.locator(ITEMS)).to_have_count(0)


@pytest.mark.parametrize(
    "forms",
    [
        [
            "naaktfoto's",
            "naaktfoto’s",
            "naaktfoto‘s",
            "naaktfoto`s",
            "naaktfoto´s",
            "‘naaktfoto’s’",
            "'naaktfoto's'",
            "«naaktfoto’s»",
        ],
        ["video's", "video’s", "VIDEO'S"],
        ["coördinator", "coo\u0308rdinator", "coör\u00addinator", "coördi\u200bnator"],
        ["nu gevaar", "nu\u00a0gevaar", "nu\u202fgevaar"],
        ["anti-pest", "anti\u2011pest", "anti\u2010pest"],
    ],
)
def test_every_way_to_type_it_finds_the_same_pages(forms, server, open_page):
    page = open_page(server.url)
    found = {form: titles(page, form) for form in forms}
    assert all(pages == found[forms[0]] for pages in found.values()), found
    assert "'" not in "".join(found[forms[0]]), "a title is shown with the apostrophe of the page"


def test_from_a_disk_every_apostrophe_finds_the_same(offline_site, open_page):
    page = open_page((offline_site / "index.html").as_uri())
    assert titles(page, "naaktfoto's") == titles(page, "naaktfoto’s") != []


FORBIDDEN = {
    "it throws": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
    "{configurable: true, "
    "get() { throw new DOMException('denied', 'SecurityError'); }});",
    "there is none": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
    "{configurable: true, value: null});",
    "it is full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("how", FORBIDDEN)
def test_site_data_forbidden(how, server, open_page):
    """The search works, and so do the choice of colours, the menu and the widgets."""
    page = open_page("about:blank", 1280)
    page.add_init_script(FORBIDDEN[how])
    page.goto(server.url + THERMOMETER)
    page.wait_for_selector("[data-ready]")
    assert "Van signaal tot afronding" in titles(page, "signaal")
    page.keyboard.press("Escape")
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize("how", ["no worker", "no index", "no theme"])
def test_a_search_that_cannot_work_says_so(how, server, open_page):
    page = open_page("about:blank", 1280, expect_errors=True)
    if how == "no worker":
        page.add_init_script("window.Worker = class { constructor() { throw new DOMException('denied', 'SecurityError'); } };")
    else:
        page.route({"no index": "**/search_index.json", "no theme": "**/bundle.*.js"}[how], lambda route: route.abort())
    page.clock.install()
    page.goto(server.url)
    if how == "no theme":
        assert not page.locator(FIELD).is_visible(), "without the theme nobody is offered a search"
        return
    page.locator(FIELD).evaluate(
        "field => { field.focus(); field.value = 'pesten'; field.dispatchEvent(new InputEvent('input', {bubbles: true})); }"
    )
    page.wait_for_timeout(200)
    page.clock.run_for(9000)
    expect(page.locator(META)).to_have_text("Zoeken lukt nu niet. Gebruik het menu, of probeer het straks nog eens.")
    expect(page.locator(META)).to_be_visible()


# ---- focus below the header ----

# What of the focused control can be seen: 0 to 1, measured at points on it.
SEEN = """async () => {
    await new Promise(ready => requestAnimationFrame(() => setTimeout(ready)));   // what comes into sight gets its real height
    let control = document.activeElement;
    if (control === document.body) return null;
    if (control.labels && control.labels[0] && control.getBoundingClientRect().width < 5) control = control.labels[0];
    const box = control.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap(x => [0.2, 0.5, 0.8].map(y => [box.left + x * box.width, box.top + y * box.height]));
    const seen = points.filter(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (control.contains(top) || top.contains(control));
    });
    return [seen.length / points.length, box.height > innerHeight / 2, control.outerHTML.slice(0, 120)];
}"""


@pytest.mark.parametrize("address", ["", THERMOMETER, PROTOCOL, SIGNALS])
@pytest.mark.parametrize("size", [(1280, 720), (640, 512), (320, 256)], ids=str)
def test_focus_is_seen_all_the_way_back(address, size, server, open_page):
    page = open_page(server.url + address, reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    ready(page)
    page.locator("footer a").last.focus()
    page.wait_for_timeout(500)
    hidden, steps = [], 0
    for steps in range(70):
        page.keyboard.press("Shift+Tab")
        found = page.evaluate(SEEN)
        if found is None:
            break
        seen, tall, html = found
        if seen == 0 or (seen < 0.5 and not tall):
            hidden.append((seen, html))
    assert steps > 10 and hidden == []


# ---- size ----

# A target is at least 24 by 24 pixels, or has that much room of its own; a link in a sentence may be as small as its text.
# WCAG 2.2, 2.5.8.
SMALL = """() => {
    const targets = [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), [role=button]")]
        .filter(node => node.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !node.closest("[inert]"))
        .map(node => ({node, box: node.labels && node.labels.length
          ? node.labels[0].getBoundingClientRect() : node.getBoundingClientRect()}))
        .filter(({box}) => box.width > 1 && box.height > 1);
    const small = ({box}) => box.height < 23.99 || box.width < 23.99;
    const inText = ({node}) => getComputedStyle(node).display === "inline"
        && node.parentElement.textContent.trim() !== node.textContent.trim();
    const centre = ({box}) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const near = (one, other) => {
        const [x, y] = centre(one), box = other.box;
        if (small(other)) return Math.hypot(x - centre(other)[0], y - centre(other)[1]) < 23.9;
        return Math.hypot(x - Math.min(Math.max(x, box.left), box.right), y - Math.min(Math.max(y, box.top), box.bottom)) < 11.9;
    };
    return targets.filter(one => small(one) && !inText(one)
            && (one.node.closest("nav, header, footer, aside") || targets.some(other => other !== one && near(one, other)
                && !one.node.contains(other.node) && !other.node.contains(one.node))))
        .map(({node, box}) => `${Math.round(box.width)}x${Math.round(box.height)} ${node.outerHTML.slice(0, 120)}`);
}"""


# What is out of sight keeps its full layout for a checker that looks at places.
STILL = (
    "() => { const own = new CSSStyleSheet(); own.replaceSync('* { content-visibility: visible !important; }'); "
    "document.adoptedStyleSheets = [own]; }"
)


@pytest.mark.parametrize(
    "address", ["", PROTOCOL, THERMOMETER, SIGNALS, COMPLAINTS, "scholen/besturen/", "begrippen/", "rollen/"]
)
def test_everything_to_press_is_at_least_24_pixels(address, server, open_page):
    page = open_page(server.url + address)
    ready(page)
    page.evaluate(STILL)
    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL) == [], width


@pytest.mark.parametrize("address", ("", "ouders/", "protocollen/aanbevolen-protocol/"))
def test_every_part_of_the_menu_of_a_phone_shows_its_pages(address, server, open_page):
    """The part slides in: nothing may have scrolled the drawer away from it."""
    page = open_page(server.url + address, 390, has_touch=True)
    nested = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item--nested:not(.md-nav__item--active)")
    parts = nested.locator(":scope > button.md-nav__link").all_inner_texts()
    assert parts
    for number in range(len(parts)):
        page.goto(server.url + address)
        page.get_by_role("button", name="Menu").first.tap()
        back = page.locator(".md-nav__item--active > .md-nav > button.md-nav__title")
        if back.count() and page.locator(".md-nav__item--active > .md-nav__toggle:checked").count():
            back.first.tap()  # where one is stands open
        nested.nth(number).locator(":scope > button.md-nav__link").tap()
        for link in (nested.nth(number).locator("li > a").first, nested.nth(number).locator("button.md-nav__title").first):
            expect(link).to_be_in_viewport(ratio=1)
        link.tap()
        expect(nested.nth(number).locator(":scope > button.md-nav__link")).to_be_in_viewport(ratio=1)
