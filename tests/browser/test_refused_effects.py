"""What a browser refuses is told in one sentence, and nothing is lost: every effect of every widget, every way to refuse it."""

import pytest

from tests.browser import refused_effects as refused
from widgets.core import effects

pytestmark = pytest.mark.browser
CLAIMS = ("is gekopieerd", "zijn gekopieerd", "is gemaakt", "is bewaard", "is geprint", "staat bij je downloads")


@pytest.fixture(scope="module")
def pages(browser, server, tmp_path_factory):
    """pages(kind) -> the page of a widget with something to lose; opened once for all its effects."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, locale="nl-NL", accept_downloads=True)
    context.set_default_timeout(30_000)
    opened = {}

    def page_of(kind):
        if kind not in opened:
            page = context.new_page()
            page.add_init_script("window.print = () => {}")
            page.on("dialog", lambda dialog: dialog.accept())
            refused.PAGES[kind][0](page, server, tmp_path_factory.mktemp(kind))
            opened[kind] = page
        return opened[kind]

    yield page_of
    context.close()


def the_button(page, kind, name):
    before = refused.PAGES[kind][1][name]
    if before:
        before(page)
    return page.locator(f'[data-effect="{name}"], [data-effect^="{name} "]').first


# What each effect asks of the browser.
KIND = {
    "calendar": "save",
    "case-saved": "save",
    "link-copied": "copy-link",
    "note-copied": "copy",
    "note-saved": "save",
    "note-printed": "print",
    "printed": "print",
    "notes-copied": "copy",
    "reason-copied": "copy",
    "copy": "copy",
    "save": "save",
    "save-location": "save",
    "part-saved": "save",
    "report-saved": "save",
    "csv-saved": "save",
    "report-printed": "print",
    "feedback-printed": "print",
}


def test_every_kind_of_effect_is_refused_here():
    assert set(KIND.values()) == set(refused.REFUSALS) == set(effects.KINDS) - {"tell"}
    assert {name for _, name in refused.EFFECTS} == set(KIND)


def press(page, button, replaced=None):
    if replaced:
        page.evaluate(refused.REPLACE, list(replaced))
    button.evaluate("button => button.click()")
    if replaced:
        page.evaluate(refused.RESTORE)


@pytest.mark.parametrize("kind, name", refused.EFFECTS, ids=lambda part: part)
def test_a_refused_effect_is_told_and_loses_nothing(kind, name, pages):
    page = pages(kind)
    button = the_button(page, kind, name)
    before, asked = page.evaluate(refused.STATE), page.evaluate(refused.ASKS)
    assert asked or kind in ("reports", "outcome"), "what was answered is there again in a few taps"
    for way, replaced in refused.REFUSALS[KIND[name]].items():
        press(page, button, replaced)
        assert page.locator("[data-failed]").count() == 0, way
        told = page.locator("[data-told] p").first.inner_text()
        assert "lukt niet" in told or way == "throws a word" and "staat er nog" in told, (way, told)
        assert page.locator("[data-news]").inner_text() == told, way
        assert not any(claim in told for claim in CLAIMS), way
        assert page.locator("[data-confirm]").count() == 0, way
        assert page.evaluate(refused.STATE) == before, way
        assert page.evaluate(refused.ASKS) == asked, way
        if KIND[name] != "print" and way != "throws a word":  # what was refused can be copied by hand: it is there, and selected
            chosen = page.evaluate("""() => { const field = document.querySelector('[data-told] textarea');
                return [field.value.length > 20, field.selectionEnd - field.selectionStart == field.value.length] }""")
            assert chosen[0] and (chosen[1] or way == "cannot select"), way


@pytest.mark.parametrize(
    "kind, name", [pair for pair in refused.EFFECTS if KIND[pair[1]] in refused.SILENT], ids=lambda part: part
)
def test_what_nobody_can_know_is_not_claimed(kind, name, pages):
    """A browser that takes a file or a print job and does nothing: no word that it was done, and leaving still asks."""
    page = pages(kind)
    button = the_button(page, kind, name)
    asked = page.evaluate(refused.ASKS)
    press(page, button, refused.SILENT[KIND[name]])
    shown = page.locator("[data-told]").inner_text()
    assert not any(claim in shown for claim in CLAIMS)
    assert ("kan deze pagina niet zien" in shown) == (KIND[name] == "save")
    assert page.evaluate(refused.ASKS) == asked


def test_a_print_that_never_came_does_not_spoil_the_next(pages):
    page = pages("guide")
    press(page, the_button(page, "guide", "note-printed"), refused.SILENT["print"])
    assert page.evaluate("document.body.getAttribute('data-printing')") == "verslag"
    page.keyboard.press("Control")
    assert page.evaluate("document.body.hasAttribute('data-printing')") is False


def test_only_who_sees_the_file_is_told_that_it_is_kept(pages):
    page = pages("guide")
    press(page, the_button(page, "guide", "case-saved"), refused.SILENT["save"])
    assert page.evaluate(refused.ASKS)
    assert "staat alleen op deze pagina" in page.locator('[data-part="kept"]').inner_text()
    page.get_by_role("button", name="Ja, het bestand staat er").click()
    assert not page.evaluate(refused.ASKS)
    assert page.locator('[data-part="kept"]').inner_text() == "Alles wat je invulde, is bewaard."
