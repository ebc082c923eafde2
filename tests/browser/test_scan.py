"""Scanning in a real browser with a made-up camera: the code is read once, the camera goes off, nothing is asked of the net."""

import random

import pytest
from qrcodegen import QrCode, QrSegment

from macros.site.brython.bundle import bundle, package_modules
from macros.site.csp import finish
from tests.browser import sites
from tests.cases_code import small_instrument
from tests.places import ROOT
from widgets.core import code

pytestmark = pytest.mark.browser

MAIN = """
from browser import document, window
from widgets.browser.scan import Scanner

def note(kind):
    def listener(text):
        line = document.createElement("li")
        line.textContent = kind + text
        document.getElementById("log").appendChild(line)
    return listener

scanner = Scanner(document.querySelector("video"), note("text "), note("trouble "), lambda count: None)
document.getElementById("start").addEventListener("click", lambda event: scanner.start())
document.getElementById("stop").addEventListener("click", lambda event: scanner.stop())
document.body.setAttribute("data-ready", "")
"""
PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8">
<title>Scannen</title><link rel="icon" href="data:,">{reader}</head><body>
<video></video><button id="start">Start</button><button id="stop">Stop</button><ul id="log"></ul>
<script src="main.js"></script></body></html>"""
READER = '<script defer src="qr-lezer.js"></script>'
# Instead of a camera: a canvas that the test draws on, again and again because only a change makes a new picture.
CAMERA = """
window.tracks = [];
window.show = modules => { window.shown = modules; };
window.paint = modules => {
  const canvas = window.sheet, pen = canvas.getContext("2d");
  pen.fillStyle = "#ccc"; pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#fff"; pen.fillRect(180, 120, 37 * 6, 37 * 6);
  pen.fillStyle = "#222";
  modules.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect(204 + x * 6, 144 + y * 6, 6, 6); }));
};
window.sheet = Object.assign(document.createElement("canvas"), {width: 640, height: 480});
window.show([]);
setInterval(() => window.paint(window.shown), 50);
window.wait = false;
navigator.mediaDevices.getUserMedia = async wanted => {
  window.wanted = wanted;
  if (window.refuse) throw new DOMException("no", window.refuse);
  while (window.wait) await new Promise(done => setTimeout(done, 20));
  const stream = window.sheet.captureStream(20);
  window.tracks.push(...stream.getTracks());
  return stream;
};
"""
OWN_DETECTOR = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return FORMATS; }
  async detect() { return window.sheet.own ? [{rawValue: window.sheet.own}] : []; }
};
"""


@pytest.fixture(scope="module")
def scan_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scan")
    modules = {
        name: source
        for name, source in package_modules(ROOT).items()
        if name in ("widgets", "widgets.browser", "widgets.browser.scan")
    }
    (folder / "main.js").write_text(bundle({**modules, "main": MAIN}, "main"), encoding="utf-8")
    (folder / "qr-lezer.js").write_bytes((ROOT / "docs/assets/js/qr-lezer.js").read_bytes())
    (folder / "index.html").write_text(finish(PAGE.format(reader=READER)), encoding="utf-8")
    (folder / "kaal.html").write_text(finish(PAGE.format(reader="")), encoding="utf-8")
    running = sites.Server(folder)
    yield running
    running.stop()


@pytest.fixture
def open_scan(scan_server, open_page):
    def opener(script="", path="index.html"):
        page = open_page(scan_server.url + path)
        page.wait_for_selector("[data-ready]")
        # The last value is none: Playwright would call a function.
        page.evaluate(CAMERA + script + "null;")
        return page

    return opener


def modules_of(text):
    """The modules of a QR code, made by another encoder."""
    made = QrCode.encode_segments([QrSegment.make_alphanumeric(text)], QrCode.Ecc.QUARTILE, 3, 3, 0, False)
    return [[made.get_module(column, row) for column in range(29)] for row in range(29)]


def log(page, count):
    page.wait_for_function("count => document.querySelectorAll('#log li').length >= count", arg=count)
    return page.locator("#log li").all_inner_texts()


def cameras_on(page):
    return page.evaluate("window.tracks.filter(track => track.readyState === 'live').length")


def random_code(seed):
    chance = random.Random(seed)
    instrument = small_instrument(48)
    sheet = {item: chance.randrange(6) for item in code.item_ids(instrument)}
    return code.encode(instrument, 5, chance.randrange(code.NONCES), sheet).replace(" ", "")


def test_each_code_is_read_once_and_the_camera_goes_off(open_scan):
    page = open_scan()
    requests = len(page.watch.requests)
    texts = [random_code(seed) for seed in range(5)]
    page.click("#start")
    for turn, text in enumerate(texts, 1):
        page.evaluate("window.show", modules_of(text))
        assert log(page, turn) == [f"text {text}" for text in texts[:turn]]
    page.wait_for_timeout(1000)
    assert len(log(page, 5)) == 5, "a code that stays in view is not read again"
    assert cameras_on(page) == 1
    page.click("#stop")
    assert cameras_on(page) == 0
    assert page.evaluate("document.querySelector('video').srcObject") is None
    page.evaluate("window.show", modules_of(random_code(9)))
    page.wait_for_timeout(500)
    assert len(log(page, 5)) == 5
    assert page.watch.requests[requests:] == []
    assert page.evaluate("window.wanted.audio") is False


def test_a_code_that_comes_back_is_read_again(open_scan):
    page = open_scan()
    text = random_code(1)
    page.click("#start")
    page.evaluate("window.show", modules_of(text))
    log(page, 1)
    page.evaluate("window.show([])")
    page.wait_for_timeout(4000)
    page.evaluate("window.show", modules_of(text))
    assert log(page, 2) == [f"text {text}"] * 2


def test_stopped_before_the_camera_answers(open_scan):
    page = open_scan("window.wait = true;")
    page.click("#start")
    page.click("#stop")
    page.evaluate("window.wait = false")
    page.wait_for_function("() => window.tracks.length === 1")
    page.wait_for_function("() => window.tracks[0].readyState === 'ended'")


def test_leaving_the_page_turns_the_camera_off(open_scan):
    page = open_scan()
    page.click("#start")
    page.wait_for_function("() => document.querySelector('video').srcObject !== null")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert cameras_on(page) == 0


def test_the_own_detector_of_the_browser_goes_first(open_scan):
    page = open_scan(OWN_DETECTOR.replace("FORMATS", "['qr_code']") + "window.sheet.own = 'VAN DE BROWSER';")
    page.click("#start")
    assert log(page, 1) == ["text VAN DE BROWSER"]


def test_an_own_detector_without_qr_is_passed_over(open_scan):
    page = open_scan(OWN_DETECTOR.replace("FORMATS", "['ean_13']") + "window.sheet.own = 'VAN DE BROWSER';")
    text = random_code(2)
    page.evaluate("window.show", modules_of(text))
    page.click("#start")
    assert log(page, 1) == [f"text {text}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NotAllowedError", "mag niet aan"),
        ("NotFoundError", "geen camera gevonden"),
        ("NotReadableError", "ander programma"),
        ("AbortError", "lukt niet"),
    ],
)
def test_trouble_is_said_in_words(open_scan, name, words):
    page = open_scan(f"window.refuse = '{name}';")
    page.click("#start")
    assert words in log(page, 1)[0]
    assert cameras_on(page) == 0


def test_without_anything_to_read_with(open_scan):
    page = open_scan(path="kaal.html")
    page.click("#start")
    assert "geen camera gebruiken" in log(page, 1)[0]
    assert page.evaluate("window.wanted") is None
