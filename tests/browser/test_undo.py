"""What was typed on a shared device is gone for good: no undo, redo or menu of a field gives back a code or a word.

Typed with a keyboard, because a browser only remembers that. In each browser there is.
"""

import pytest

from tests.browser.ballots import BALLOT, INSTRUMENT, answers, button, open_ballot, open_codes, pupils, report_of_box
from tests.browser.test_codes import show, until_said, with_camera
from widgets.core import code

pytestmark = pytest.mark.browser

KEYS = ("Control+z", "Control+z", "Control+Shift+z", "Control+y", "Control+z")
# Which of these texts some element of the page holds.
HELD = """texts => {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  const held = [document.documentElement.outerHTML, ...fields.map(node => node.value)]
    .join(" ").toLowerCase();
  return texts.filter(text => held.includes(text));
}"""
WORD, GROUP = "kwxqzyw", "q7zzq7zz"


def opened(flow, server):
    page = flow(server.url + BALLOT, 900, reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_selector("[data-ready]")
    return page


def parts(text: str) -> list[str]:
    """The groups of a code with answers in them, and halves of a word: so that a part of it is found too."""
    return [part for part in text.lower().split(" ")[2:] if len(part) > 3] if " " in text else [text[:4].lower()]


def check(page, texts, where: str) -> None:
    found = page.evaluate(HELD, [part for text in texts for part in (text.lower(), text.lower().replace(" ", ""), *parts(text))])
    assert found == [], where


def bring_back(page, texts, field=None) -> None:
    """Try all that a browser offers to get back what was typed; `field`: what can be typed in now."""
    check(page, texts, "at once")
    for control in (field, None):
        if control is None:
            page.evaluate("document.activeElement.blur()")
        else:
            control.click()
        for key in KEYS:
            page.keyboard.press(key)
            check(page, texts, key)
        for command in ("undo", "undo", "redo", "undo"):  # what the menu of a field does
            page.evaluate("command => document.execCommand(command)", command)
            check(page, texts, f"the command {command}")
    if field is not None:
        field.click()
        page.keyboard.type("x1")
        for key in ("Control+z", "Control+z", "Control+z", "Control+y", "Control+a"):
            page.keyboard.press(key)
            check(page, texts, "after another letter: " + key)
        field.select_text()  # what could be dragged to another place
        assert page.evaluate("window.getSelection().toString()").strip("• \n") in ("", "x1", "x")


def typed(page, field, text: str) -> None:
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def code_field(page):
    return page.get_by_label("Of typ de code van de leerling")


def test_undo_does_bring_back_what_is_in_one_field(flow, server):
    """The keys and commands of these tests work: in a field that stays they give back what was there."""
    page = opened(flow, server)
    field = page.get_by_label("Welke groep?")
    typed(page, field, "2B")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert field.input_value() == ""
    page.keyboard.press("Control+z")
    assert field.input_value() == "2B"
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.evaluate("document.execCommand('undo')")
    assert field.input_value() == "2B"


def test_finding_1_no_undo_gives_back_a_code(flow, server):
    """A code that is counted, one that is refused, and one of which a part was typed before somebody left the screen."""
    page = opened(flow, server)
    open_ballot(page)
    session = open_codes(page)
    right = code.encode(INSTRUMENT, session, 77, answers(3))
    damaged = code.encode(INSTRUMENT, session, 78, answers(5))
    damaged = damaged[:-1] + ("A" if damaged[-1] != "A" else "B")
    for text, said in ((right, "opgeteld"), (damaged, "een fout in de code")):
        typed(page, code_field(page), text)
        page.keyboard.press("Enter")
        until_said(page, said)
        bring_back(page, [text], code_field(page))
    again = code.encode(INSTRUMENT, session, 79, answers(8))
    typed(page, code_field(page), again)
    button(page, "Doe de code in de stembus").click()
    until_said(page, "nu 2 ingevuld")
    bring_back(page, [right, damaged, again], code_field(page))
    half = code.encode(INSTRUMENT, session, 80, answers(9))
    typed(page, code_field(page), half[:30])
    button(page, "Klaar met codes").click()
    bring_back(page, [right, damaged, again, half])
    button(page, "Ik heb een code op mijn eigen apparaat").click()
    bring_back(page, [right, damaged, again, half], code_field(page))
    assert page.locator(".ballot-count strong").inner_text() == "2 van 12"


def test_finding_1_a_code_for_the_camera_while_one_is_half_typed(ballot):
    """The camera reads the code of the next pupil: what was half typed is gone, and neither can be brought back."""
    open_ballot(ballot)
    session = open_codes(ballot)
    with_camera(ballot)
    button(ballot, "Zet de camera aan").click()
    half, shown = (code.encode(INSTRUMENT, session, number, answers(number)) for number in (5, 6))
    typed(ballot, code_field(ballot), half[:30])
    show(ballot, shown.replace(" ", ""))
    until_said(ballot, "nu 1 ingevuld")
    assert code_field(ballot).input_value() == ""
    bring_back(ballot, [half, shown], code_field(ballot))


def test_finding_1_no_undo_gives_back_the_word_of_the_adult(flow, server):
    """The word that closes the box, typed when the box is set up, and typed wrong or right between pupils."""
    page = opened(flow, server)
    typed(page, page.get_by_label("Hoeveel leerlingen zijn er?"), "12")
    typed(page, page.get_by_label("Sluitwoord"), WORD)
    page.get_by_label("Waar vult de groep de lijst in?").select_option(label="alleen op dit apparaat")
    page.get_by_label("Sluitwoord").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ballot-ready")
    bring_back(page, [WORD])
    page.get_by_text("Voor de volwassene").click()
    bring_back(page, [WORD], page.get_by_label("Sluitwoord"))
    for word, said in ((WORD + "x", "niet het sluitwoord"), (WORD, "")):
        typed(page, page.get_by_label("Sluitwoord"), word)
        page.keyboard.press("Enter")
        until_said(page, said)
        bring_back(page, [WORD])
        if not said:
            button(page, "Terug").click()
        if page.locator(".ballot-staff:not([open])").count():
            page.get_by_text("Voor de volwassene").click()
        bring_back(page, [WORD], page.get_by_label("Sluitwoord"))
    page.keyboard.press("Control+a")
    page.keyboard.type(WORD[:5])
    button(page, "Ik ga invullen").click()
    bring_back(page, [WORD])


def test_finding_1_the_form_of_a_new_box_gives_back_nothing_of_the_box_before(flow, server):
    page = opened(flow, server)
    for field, text in (("Hoeveel leerlingen zijn er?", "1234"), ("Welke groep?", GROUP)):
        typed(page, page.get_by_label(field), text)
    page.get_by_label("Waar vult de groep de lijst in?").select_option(label="alleen op dit apparaat")
    typed(page, page.get_by_label("Sluitwoord"), WORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".ballot-ready")
    pupils(page, range(5))
    bring_back(page, [WORD])
    page.get_by_text("Voor de volwassene").click()
    typed(page, page.get_by_label("Sluitwoord"), WORD)
    page.keyboard.press("Enter")
    button(page, "Sluit de stembus").click()
    button(page, "Ja, sluit de stembus").click()
    report_of_box(page)
    button(page, "Wis alles en begin opnieuw").click()
    button(page, "Ja, wis alles").click()
    for field in ("Hoeveel leerlingen zijn er?", "Welke groep?", "Sluitwoord"):
        bring_back(page, [WORD, GROUP], page.get_by_label(field))
