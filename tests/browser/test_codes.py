"""From a phone into the box: the QR code of a pupil, scanned or typed on the class device. The camera is a made-up one."""

import base64

import pytest
import zxingcpp

from macros.commands.browsers import launch_chromium
from tests.browser.accessible import AXE_OPTIONS, violations
from tests.browser.ballots import BALLOT, INSTRUMENT, QUESTIONNAIRE, answers, button, open_ballot, open_codes
from tests.browser.test_scan import CAMERA, modules_of
from tests.conftest import settle
from widgets.core import code

pytestmark = pytest.mark.browser

# Turns a picture into grey values; on an empty page, because the pages of the site forbid pictures from a script.
_GREY = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const data = pen.getImageData(0, 0, image.width, image.height).data;
  return [image.width, image.height, Array.from(data.filter((_, place) => place % 4 === 1))];
}"""


def scanned(empty, png: bytes) -> list[str]:
    """What an independent decoder reads in a picture; `empty` is an empty page to unpack it in."""
    width, height, grey = empty.evaluate(_GREY, "data:image/png;base64," + base64.b64encode(png).decode())
    image = memoryview(bytes(grey)).cast("B", (height, width))
    return [found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


def make_code(page, group_code: str) -> str:
    """A pupil answers more than half of the questions and makes a code of it."""
    for number in range(len(code.item_ids(INSTRUMENT)) // 2 + 1):
        page.locator(f'.choice input[value="{number % 4}"]').check()
        button(page, "Volgende").click()
    button(page, "Stoppen en uitslag bekijken").click()
    page.get_by_text("Telt je groep de antwoorden op?").click()
    page.get_by_label("Groepscode").fill(group_code)
    button(page, "Maak mijn code").click()
    return page.locator(".pupil-code-text").inner_text()


def another_code(page) -> str:
    """The code that the same sheet gives when a pupil asks for one again."""
    page.evaluate("document.querySelector('[data-joined]').replaceChildren()")
    if page.locator(".thermometer-join:not([open])").count():
        page.get_by_text("Telt je groep de antwoorden op?").click()
    button(page, "Maak mijn code").click()
    return page.locator(".pupil-code-text").inner_text()


def into_the_box(page, text: str) -> str:
    """Type a code on the device of the group; gives what it says."""
    page.get_by_label("Of typ de code").fill(text)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('[data-code] input').value === ''")
    return page.locator("[data-news]").inner_text()


def with_camera(page, script: str = "") -> None:
    # The last value is none: Playwright would call a function.
    page.evaluate(CAMERA + script + "null;")


def show(page, text: str) -> None:
    page.evaluate("window.show", modules_of(text))


def until_said(page, words: str) -> None:
    page.wait_for_function("words => document.querySelector('[data-news]').textContent.includes(words)", arg=words)


def count(page) -> str:
    return page.locator(".ballot-count strong").inner_text()


@pytest.mark.parametrize("dark", [False, True])
def test_the_qr_of_a_phone_is_read_at_three_pixels_a_module_and_counted(dark, server, open_page, ballot):
    open_ballot(ballot)
    session = open_codes(ballot)
    phone = open_page(f"{server.url}vragenlijsten/{QUESTIONNAIRE.id}/", 375, dark=dark, reduced_motion="reduce")
    phone.wait_for_selector("[data-ready]")
    settle(phone)
    requests = len(phone.watch.requests)
    typed = make_code(phone, code.session_text(session))
    drawing = phone.locator("svg.qr")
    assert drawing.bounding_box()["width"] >= 240
    modules = int(drawing.get_attribute("viewBox").split(" ")[2])
    empty = open_page("about:blank")
    assert scanned(empty, drawing.screenshot()) == [typed.replace(" ", "")]
    drawing.evaluate("(drawing, width) => { drawing.style.minWidth = 0; drawing.style.width = width + 'px'; }", 3 * modules)
    assert drawing.bounding_box()["width"] == 3 * modules
    read = scanned(empty, drawing.screenshot())
    assert read == [typed.replace(" ", "")]
    label = drawing.get_attribute("aria-label")
    assert "code" in label and not any(part in label for part in typed.split(" "))
    assert violations(phone, AXE_OPTIONS) == []
    with_camera(ballot)
    button(ballot, "Zet de camera aan").click()
    show(ballot, read[0])
    until_said(ballot, "opgeteld")
    assert count(ballot) == "1 van 12"
    button(phone, "Wis alles").click()
    assert phone.locator("svg.qr, .pupil-code-text").count() == 0
    assert phone.watch.requests[requests:] == []


def test_finding_7_one_pupil_has_one_vote(server, open_page, ballot):
    """A code made three times, also after a scan that failed and with answers changed in between, counts once."""
    open_ballot(ballot)
    session = open_codes(ballot)
    phone = open_page(f"{server.url}vragenlijsten/{QUESTIONNAIRE.id}/", 375, reduced_motion="reduce")
    phone.wait_for_selector("[data-ready]")
    first = make_code(phone, code.session_text(session))
    damaged = first[:-1] + ("A" if first[-1] != "A" else "B")
    assert "een fout in de code" in into_the_box(ballot, damaged)
    same = another_code(phone)
    assert same == first, "the sheet did not change"
    button(phone, "Terug naar de vragen").click()
    phone.locator('.choice input[value="5"]').check()
    button(phone, "Bekijk je uitslag").click()  # of the last question
    phone.get_by_text("Telt je groep de antwoorden op?").click()
    phone.get_by_label("Groepscode").fill(code.session_text(session))
    changed = another_code(phone)
    assert changed != first
    assert "nu 1 ingevuld" in into_the_box(ballot, first)
    for text in (same, changed, first):
        assert "al geteld" in into_the_box(ballot, text)
    assert count(ballot) == "1 van 12"
    button(phone, "Wis alles").click()
    other = make_code(phone, code.session_text(session))
    assert other != first, "the same answers of another pupil"
    assert "nu 2 ingevuld" in into_the_box(ballot, other)
    assert count(ballot) == "2 van 12"


def test_finding_7_who_is_gone_for_a_while_is_another_pupil(server, open_page):
    """The list is wiped by itself, or by leaving the page: whoever comes next has another number."""
    page = open_page("about:blank", 375, reduced_motion="reduce")
    page.clock.install()
    page.goto(f"{server.url}vragenlijsten/{QUESTIONNAIRE.id}/")
    page.wait_for_selector("[data-ready]")
    marks = [code.decode(INSTRUMENT, 99, make_code(page, code.session_text(99)))["mark"]]
    page.clock.run_for(900_000)
    page.wait_for_selector(".thermometer-question")
    marks.append(code.decode(INSTRUMENT, 99, make_code(page, code.session_text(99)))["mark"])
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_selector(".thermometer-question")
    marks.append(code.decode(INSTRUMENT, 99, make_code(page, code.session_text(99)))["mark"])
    assert len(set(marks)) == 3


def test_pupils_come_one_by_one(ballot):
    """Each code is told in words: counted, counted before, of another class, damaged. Never what is in it."""
    settle(ballot)
    requests = len(ballot.watch.requests)
    open_ballot(ballot)
    session = open_codes(ballot)
    with_camera(ballot)
    button(ballot, "Zet de camera aan").click()
    right = [code.encode(INSTRUMENT, session, number, answers(number)).replace(" ", "") for number in range(3)]
    other = code.encode(INSTRUMENT, (session + 1) % code.SESSIONS, 9, answers(9)).replace(" ", "")
    major = code.encode({**INSTRUMENT, "major": INSTRUMENT["major"] + 1}, session, 9, answers(9)).replace(" ", "")
    damaged = right[2][:-1] + ("A" if right[2][-1] != "A" else "B")
    screens = []
    for text, words, counted in (
        (right[0], "nu 1 ingevuld", 1),
        (right[1], "nu 2 ingevuld", 2),
        (right[0], "al geteld", 2),
        (other, "andere klas", 2),
        (major, "andere versie", 2),
        (damaged, "een fout in de code", 2),
        ("VEILIGWIJZER", "geen code", 2),
        (right[2], "nu 3 ingevuld", 3),
    ):
        show(ballot, text)
        until_said(ballot, words)
        assert count(ballot) == f"{counted} van 12"
        screens.append(ballot.locator("[data-widget]").inner_text())
    assert screens[0].replace("nu 1 ", "nu 3 ").replace("1 van 12", "3 van 12") == screens[-1], "nothing but the count"
    assert violations(ballot, AXE_OPTIONS) == []
    # A slip may be typed while the camera is on; whoever types stays in the field.
    ballot.get_by_label("Of typ de code").fill(code.encode(INSTRUMENT, session, 50, answers(5)).lower())
    ballot.keyboard.press("Enter")
    assert count(ballot) == "4 van 12"
    assert ballot.evaluate("document.activeElement.matches('[data-code] input') && document.activeElement.value") == ""
    button(ballot, "Klaar met codes").click()
    assert ballot.evaluate("window.tracks.some(track => track.readyState === 'live')") is False
    assert ballot.locator(".ballot-camera").is_hidden()
    assert ballot.watch.requests[requests:] == []


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("window.refuse = 'NotAllowedError';", "mag niet aan"),
        ("window.refuse = 'NotFoundError';", "geen camera gevonden"),
        ("window.refuse = 'NotReadableError';", "ander programma"),
        ("Object.defineProperty(navigator, 'mediaDevices', {value: undefined});", "geen camera gebruiken"),
        (
            "Object.defineProperty(navigator, 'mediaDevices', {value: undefined});"
            "Object.defineProperty(window, 'isSecureContext', {value: false});",
            "https",
        ),
    ],
)
def test_without_a_camera_it_says_why_and_typing_stays(ballot, script, words):
    open_ballot(ballot)
    session = open_codes(ballot)
    with_camera(ballot, script)
    button(ballot, "Zet de camera aan").click()
    until_said(ballot, words)
    assert ballot.locator(".ballot-camera").is_hidden() and button(ballot, "Zet de camera aan").is_visible()
    ballot.get_by_label("Of typ de code").fill(code.encode(INSTRUMENT, session, 5, answers(1)))
    ballot.keyboard.press("Enter")
    assert count(ballot) == "1 van 12"


def test_another_camera(ballot):
    open_ballot(ballot)
    open_codes(ballot)
    with_camera(
        ballot,
        """
      navigator.mediaDevices.enumerateDevices = async () => ["voor", "achter"].map(id => ({kind: "videoinput",
        deviceId: id}));""",
    )
    assert ballot.get_by_role("button", name="Andere camera").count() == 0
    button(ballot, "Zet de camera aan").click()
    ballot.get_by_role("button", name="Andere camera").click()
    ballot.wait_for_function("() => window.wanted.video.deviceId && window.wanted.video.deviceId.exact === 'voor'")
    ballot.wait_for_function("() => window.tracks.filter(track => track.readyState === 'live').length === 1")


def test_leaving_turns_the_camera_off(ballot):
    open_ballot(ballot)
    open_codes(ballot)
    with_camera(ballot)
    button(ballot, "Zet de camera aan").click()
    ballot.wait_for_function("() => window.tracks.length === 1")
    ballot.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert ballot.evaluate("window.tracks[0].readyState") == "ended"
    assert button(ballot, "Zet de camera aan").is_visible()


def test_a_real_camera_stream(server, browser, tmp_path):
    """The whole way, with the camera that Chromium itself makes out of a film of one code."""
    film = tmp_path / "code.y4m"
    own = launch_chromium(
        browser.browser_type,
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )
    page = own.new_page(locale="nl-NL")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + BALLOT)
    open_ballot(page)
    session = open_codes(page)
    film.write_bytes(filmed(modules_of(code.encode(INSTRUMENT, session, 5, answers(1)).replace(" ", ""))))
    button(page, "Zet de camera aan").click()
    until_said(page, "nu 1 ingevuld")
    own.close()


def filmed(modules: list[list[bool]]) -> bytes:
    """Two seconds of film, 640 by 480, of a code on grey paper: YUV4MPEG2 with four times as much light as colour."""
    rows = [bytearray(b"\xa0" * 640) for _ in range(480)]
    for row in range(100, 100 + 37 * 7):
        rows[row][150 : 150 + 37 * 7] = b"\xeb" * (37 * 7)
    for down, line in enumerate(modules):
        for right, dark in enumerate(line):
            if dark:
                for row in range(128 + down * 7, 135 + down * 7):
                    rows[row][178 + right * 7 : 185 + right * 7] = b"\x20" * 7
    frame = b"FRAME\n" + b"".join(rows) + b"\x80" * (640 * 480 // 2)
    return b"YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n" + frame * 20
