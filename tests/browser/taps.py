"""States of the widgets for tests of double taps: how to get there, and what a reader sees there.

Every state is reached by a script in the page, which no guard stops. The clock of the page stands still but for the taps.
"""
import re

from tests.browser.ballots import BALLOT, INSTRUMENT, QUESTIONNAIRE
from tests.browser.case_page import ADDRESS as PROTOCOL
from widgets.core import code

SIZES = ((1280, 800), (800, 1100), (1366, 650), (360, 740), (375, 667), (390, 760))
GAPS = (90, 180, 350)
THERMOMETER = f"vragenlijsten/{QUESTIONNAIRE.id}/"
SIGNAL = next(place for place, item in enumerate(item for section in INSTRUMENT["sections"] for item in section["items"])
              if item["signal"])

# What every page of these tests has: no dialogs, and a count of what happens outside the page.
QUIET = """(() => {
  window.outside = [];
  window.print = () => window.outside.push("print");
  HTMLAnchorElement.prototype.click = function () { window.outside.push("saved " + this.download.slice(0, 7)); };
  document.execCommand = () => { window.outside.push("copied"); return true; };
  delete Element.prototype.requestFullscreen;
  addEventListener("beforeunload", event => event.stopImmediatePropagation(), true);
})()"""

# Small words for the scripts below. `begin` empties the widget, whatever is on screen.
WORDS = """
  const root = document.querySelector("[data-widget]"), find = name => root.querySelector(name);
  const click = name => find(name).click(), send = name => click(`[data-message="${name}"]`);
  const type = (name, text) => { find(name).value = text; find(name).dispatchEvent(new Event("input", {bubbles: true})); };
  const enter = name => find(name).dispatchEvent(new Event("submit", {bubbles: true, cancelable: true}));
  const unfold = () => root.querySelectorAll("details").forEach(fold => { fold.open = true; });
  const begin = () => {
    for (const name of ["pagehide", "pageshow"]) window.dispatchEvent(new PageTransitionEvent(name, {persisted: true}));
    for (const name of ["codes-done", "asked-back"]) if (find(`[data-message="${name}"]`)) send(name);
    if (find("#stembus-sluitwoord")) say_word("raam");
    for (const name of ["empty-asked", "emptied"]) if (find(`[data-message="${name}"]`)) send(name);
    window.outside = [];
  };
  const answer = count => { for (let at = 0; at < count; at++) { click('.choice input[value="2"]'); send("went-on"); } };
  const submit = name => enter(`form[data-submit="${name}"]`);
  const open = word => { type("#stembus-present", "12"); type("#stembus-word", word); submit("box-opened"); };
  const say_word = word => { find("#stembus-sluitwoord").value = word; submit("unlocked"); };
  const give = (text, name) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "dagbestand.json"));
    find("[data-open]").files = files.files;
    find("[data-open]").dispatchEvent(new Event("change", {bubbles: true}));
  };
"""

STATES = {
    THERMOMETER: {
        "second": "answer(1);", "third-chosen": 'answer(2); click(".choice input");',
        "signal": f'for (let at = 0; at < {SIGNAL}; at++) send("skipped"); click(\'.choice input[value="5"]\');',
        "result": 'answer(3); send("finished");',
        "code": f'answer(1); send("finished"); find("#groepscode").value = "{code.session_text(1234)}"; enter("[data-join]");',
    },
    BALLOT: {
        "set-up": 'type("#stembus-present", "12");', "ready": 'open("");', "emptying": 'open(""); send("empty-asked");',
        "word": 'open("raam"); say_word("deur");', "staff": 'open("raam"); say_word("raam");',
        "waiting": 'open("raam"); send("word-forgotten");', "codes": 'open(""); send("codes-asked");',
        "question": 'open(""); send("pupil-began"); answer(1); click(".choice input");',
        "few": 'open(""); send("pupil-began"); answer(1); send("finished");',
        "own": 'open(""); send("pupil-began"); answer(1); send("finished"); send("own-asked");',
        "closed": "FILE", "reopening": 'FILE send("reopen-asked");', "emptying-closed": 'FILE send("empty-asked");',
        "report": 'FILE send("revealed");', "reopened": 'FILE send("reopen-asked"); send("reopened");',
        "closing": 'FILE send("reopen-asked"); send("reopened"); send("close-asked");',
        "former": 'FILE send("reopen-asked"); send("reopened"); send("former-asked");',
    },
    PROTOCOL: {
        "second": 'click(".answer");', "case": 'send("reported-today"); click(".answer");',
        "restarting": 'send("reported-today"); click(".answer"); send("restart-asked");',
    },
}
# What ends, skips, confirms or wipes: tried at every size, once. All others at two sizes in each state, each time others.
WEIGHTY = ("went-on", "skipped", "went-back", "finished", "restarted", "restart-asked", "close-asked", "empty-asked", "reopen-asked",
           "cast", "wiped", "own-asked", "box-opened", "Open de stembus")

BUTTONS = """() => [...document.querySelectorAll("[data-widget] :is(button, .answer, .choice:first-child)")]
  .map((node, place) => [node, place]).filter(([node]) => !node.disabled && node.checkVisibility())
  .map(([node, place]) => [place, (node.dataset.message || node.dataset.effect || node.textContent).trim()])"""
SPOT = """place => {
  const node = document.querySelectorAll("[data-widget] :is(button, .answer, .choice:first-child)")[place];
  for (const block of ["nearest", "center"]) {
    node.scrollIntoView({block, behavior: "instant"});
    const box = node.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (node.contains(document.elementFromPoint(x, y))) return [x, y];
  }
  return null;
}"""
SEEN = """() => {
  const copy = document.querySelector("[data-widget]").cloneNode(true);
  copy.querySelectorAll("input").forEach(field => field.checked && field.setAttribute("data-chosen", ""));
  return [copy.innerHTML, window.outside.join(), location.href, document.querySelectorAll(":checked").length].join("|");
}"""
_CHANCE = re.compile(r"v[a-z0-9]{12}-|(?<=ballot-session\">)[^<]+|(?<=<p class=\"pupil-code).*?(?=</p>)|<svg.*?</svg>| class=\"\"|(?<=[a-z]) focus-visible| class=\"focus-visible\"| data-focus-visible-added=\"\"| data-place=\"\w+\"", re.DOTALL)


def goto(page, address: str, state: str, file: str = "") -> None:
    """Bring the widget in a state. `file`: the text of a day file."""
    before, after = "", STATES[address][state]
    if after.startswith("FILE"):
        page.evaluate("text => {" + WORDS + "begin(); give(text); }", file)
        page.wait_for_selector(".ballot-closed", state="attached")
        after = after.removeprefix("FILE")
    else:
        before = "begin();"
    page.evaluate("() => {" + WORDS + before + after + "unfold(); }")
    page.clock.run_for(600)


def seen(page) -> str:
    page.clock.run_for(600)
    for _ in range(30):   # a camera that is not there says so in its own time
        if not page.evaluate("!!document.querySelector('[data-camera]:not([hidden])')"):
            break
        page.wait_for_timeout(100)
    return _CHANCE.sub("", page.evaluate(SEEN))


def tap(page, spot, *gaps: int) -> None:
    """One tap, and another one after each gap."""
    page.mouse.click(*spot)
    for gap in gaps:
        page.clock.run_for(gap)
        page.mouse.click(*spot)


def difference(one: str, other: str) -> str:
    """Where two screens begin to differ."""
    place = next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))
    return f"{one[max(place - 40, 0):place + 80]!r} / {other[max(place - 40, 0):place + 80]!r}"
