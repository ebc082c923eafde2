"""What is shipped runs in the oldest browsers that the site is for: Chrome and Edge 109, Firefox 115, Safari 15.4."""

import re

import pytest

from tests.browser.sites import html_pages
from tests.places import ROOT
from tests.shipped import NEVER, OLDEST, Newer, is_es5, script, style, too_new

# Newer, and yet right: (pattern of the file, what) -> why the oldest browsers do not stumble over it.
KNOWN = {
    (r"javascripts/bundle\.", "Iterator"): "asked for with typeof first",
    (r"javascripts/bundle\.", "AsyncIterator"): "asked for with typeof first",
    (r"javascripts/bundle\.", "scheduler"): "a name of its own, not that of the browser",
    (r"js/qr-lezer\.js", "scheduler"): "a name of its own, not that of the browser",
    (r"js/afdrukken\.js", "in a selector: ::details-content (Chrome 131)"): "only asked for: without it folded parts are opened",
    (r"js/qr-lezer\.js", "BarcodeDetector"): "the reader that stands in for that of the browser",
    (r"js/scherm-aan\.js", "wakeLock"): "asked for where a refusal is caught: without it the screen goes dark",
    (r"js/qr-lezer\.js", "OffscreenCanvas"): "asked for with typeof first",
    (r"widgets\.", "toReversed"): "only in bytes.rsplit and its like, which no widget calls",
    (r"lunr/wordcut\.js", "groupBy"): "cuts words of Thai: no page loads it",
    (r"lunr/wordcut\.js", "isError"): "cuts words of Thai: no page loads it",
    (r"css/noscript\.css", "only ::details-content brings this in sight"): "steps that unfold with a tap, also without script",
    (r"css/(?:print|site)\.css", "only ::details-content brings this in sight"): "on paper, where a script opens what is folded",
}


def unknown(found: set[Newer]) -> list[Newer]:
    return sorted(one for one in found if not any(re.search(file, one.file) and what == one.what for file, what in KNOWN))


@pytest.fixture(scope="module")
def scripts(site) -> dict[str, str]:
    """Every script of the site, also those in pages: name -> text. Of the widgets the one that holds all of them."""
    whole = max(site.glob("assets/widgets.*.js"), key=lambda path: path.stat().st_size).name
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.js"))
        if not path.name.startswith("widgets.") or path.name == whole
    }
    for page in html_pages(site):
        text = (site / page).read_text(encoding="utf-8")
        for attributes, code in re.findall(r"<script\b([^>]*)>(.+?)</script>", text, re.S):
            if "json" not in attributes and " src=" not in attributes and code not in found.values():
                found[f"{page} ({len(found)})"] = code
    return found


def test_every_script_can_be_read_and_finds_what_it_needs(scripts):
    names = " ".join(scripts)
    for expected in ("bundle.", "workers/search.", "widgets.", "toegankelijk.js", "qr-lezer.js", "sw.js", ".html ("):
        assert expected in names, expected
    assert [one for name, text in scripts.items() for one in unknown(script(name, text))] == []


def test_every_style_shows_what_it_should(site):
    sheets = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.css"))}
    assert len(sheets) >= 8 and any("stylesheets/main" in name for name in sheets)
    assert [one for name, text in sheets.items() for one in unknown(style(name, text))] == []


def test_what_is_known_is_still_there(scripts, site):
    """A reason that is no longer needed goes."""
    found = {one for name, text in scripts.items() for one in script(name, text)}
    found |= {
        one for path in site.rglob("*.css") for one in style(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"))
    }
    unused = [key for key in KNOWN if not any(re.search(key[0], one.file) and one.what == key[1] for one in found)]
    assert unused == []


def test_no_widget_calls_what_the_run_time_cannot_do_everywhere():
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "widgets").rglob("*.py"))
    assert not re.search(r"\.(?:rsplit|rpartition)\(|\bbytes\(|\bbytearray\(", source)


def test_what_watches_the_widgets_is_older_than_all_of_them():
    assert is_es5((ROOT / "macros/site/not_started.js").read_text(encoding="utf-8"))


def test_schools_are_told_which_browsers():
    page = (ROOT / "docs/over/toegankelijkheid.md").read_text(encoding="utf-8")
    for browser, version in OLDEST.items():
        assert f"| {browser} | {'.'.join(map(str, version))} |" in page, browser


# ---- the check itself ----


@pytest.mark.parametrize(
    "text, what",
    [
        ("class A { static { run(); } }", "static { }"),
        ("x = /(?<=a)b/;", "looking behind"),
        ("x = new RegExp('(?<!a)b');", "looking behind"),
        ("x = /a/v;", "the flag v"),
        ("[1].toSorted();", "toSorted"),
        ("document.querySelector('p:has(a)');", ":has"),
        ("const {toSorted} = [];", "toSorted"),
        ("if (", "does not know"),
        ("element.requestFullscreen();", "requestFullscreen"),
        ("a?.checkVisibility()", "checkVisibility"),
        ("navigator.wakeLock.request()", "wakeLock"),
    ],
)
def test_a_newer_script_is_found(text, what):
    assert any(what in one.what for one in script("x.js", text))


@pytest.mark.parametrize(
    "text",
    [
        "const a = b?.c ?? d; a ||= 1; class A { #x = 1; has(o) { return #x in o; } }",
        "x = /(?<name>a)\\k<name>/u; y = /\\p{L}/u;",
        "Object.hasOwn(a, 'b'); [1].at(-1); structuredClone(a); a.findLast(b); a.replaceAll('x', 'y');",
        "async function* f() { for await (const x of y) yield x; } 1_000n; import('x');",
        "x = 'toSorted'; // toSorted",
    ],
)
def test_what_the_oldest_know_is_let_through(text):
    assert script("x.js", text) == set()


@pytest.mark.parametrize(
    "text, what",
    [
        ("a:has(b), c { display: block; }", "takes along"),
        ("details::details-content { content-visibility: visible; }", "brings this in sight"),
        ("p { color: color-mix(in srgb, red, blue); }", "color-mix"),
        (".a { .b { color: red; } }", "a rule inside a rule"),
        (".a { & > b { color: red; } }", "a rule inside a rule"),
        ("@container (width > 1px) { p { color: red; } }", "@container"),
        ("@media (width >= 60em) { p { color: red; } }", "a range"),
        ("@media (400px <= width) { p { color: red; } }", "a range"),
        ("@media print { :popover-open { visibility: visible; } }", ":popover-open"),
    ],
)
def test_a_newer_style_is_found(text, what):
    assert any(what in one.what for one in style("x.css", text))


@pytest.mark.parametrize(
    "text",
    [
        "a:has(b), c { color: red; }",
        "a:has(b) { display: none; }",
        "p { color: red; color: color-mix(in srgb, red, blue); }",
        "@media (min-width: 60em) { p { inset: 0; } }",
        "@layer a { p { gap: 1rem; } }",
        "p:is(.a, .b):not(.c, .d):focus-visible { height: 1dvh; }",
        "@supports (color: color-mix(in srgb, red, blue)) { p { color: red } }",
    ],
)
def test_a_style_that_may_be_missed_is_let_through(text):
    assert style("x.css", text) == set()


@pytest.mark.parametrize(
    "text, old",
    [
        ("var a = function (b) { return b; };", True),
        ("let a = 1;", False),
        ("a = b => b;", False),
        ("a = `b`;", False),
        ("a?.b", False),
        ("class A {}", False),
        ("f(...a)", False),
    ],
)
def test_the_javascript_of_2009_is_told_from_later(text, old):
    assert is_es5(text) == old


@pytest.mark.parametrize(
    "first, newer",
    [
        ((109, 115, 15.4), False),
        ((110, 115, 15.4), True),
        ((109, 116, 1), True),
        ((1, 1, 15.5), True),
        ((1, 1, 16), True),
        ((1, 1, 15), False),
        (NEVER, True),
    ],
)
def test_versions_are_compared_as_numbers(first, newer):
    assert too_new(first) == newer
