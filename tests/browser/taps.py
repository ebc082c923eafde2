"""States of the widgets for tests of double taps: how to get there, and what a reader sees there.

Every state is reached by a script in the page, which no guard stops. The clock of the page stands still but for the taps, and
every round of a ballot box has the same session, so that codes of pupils can be made beforehand.
"""

import json
import re

from tests.browser.ballots import BALLOT, INSTRUMENT, QUESTIONNAIRE, REPORTS, answers, part, report
from tests.browser.case_page import ADDRESS as PROTOCOL
from widgets.core import code, report_file

SIZES = ((1280, 800), (800, 1100), (1366, 650), (360, 740), (375, 667), (390, 760))
GAPS = (90, 180, 350)
THERMOMETER = f"vragenlijsten/{QUESTIONNAIRE.id}/"
SIGNAL = next(
    place for place, item in enumerate(item for section in INSTRUMENT["sections"] for item in section["items"]) if item["signal"]
)

SESSION = 1234
CODES = [code.encode(INSTRUMENT, SESSION, 7 + number, answers(number)) for number in range(6)]

# What every page of these tests has: no dialogs, and a count of what happens outside the page.
QUIET = """(() => {
  window.outside = [];
  window.print = () => window.outside.push("print");
  HTMLAnchorElement.prototype.click = function () { window.outside.push("saved " + this.download.slice(0, 7)); };
  document.execCommand = () => { window.outside.push("copied"); return true; };
  delete Element.prototype.requestFullscreen;
  const chance = Crypto.prototype.getRandomValues;
  Crypto.prototype.getRandomValues = function (numbers) {
    if (numbers.length !== 3) return chance.call(this, numbers);
    numbers.set([SESSION >> 16, SESSION >> 8 & 255, SESSION & 255]);   // as widgets.browser.files.random_below reads them
    return numbers;
  };
  addEventListener("beforeunload", event => event.stopImmediatePropagation(), true);
})()""".replace("SESSION", str(SESSION))

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
  const open = (word, where = "een") => {
    type("#stembus-present", "12"); type("#stembus-group", "2B"); type("#stembus-boxes", where); type("#stembus-word", word);
    submit("box-opened");
  };
  const say_word = word => { find("#stembus-sluitwoord").value = word; submit("unlocked"); };
  const filled = where => {
    open("", where); send("codes-asked");
    for (const text of CODES) { find("[data-code] input").value = text; submit("code-entered"); }
    send("codes-done"); send("close-asked");
  };
  const closed = where => { filled(where); send("closed"); };
  const give = texts => {
    const files = new DataTransfer();
    texts.forEach((text, place) => files.items.add(new File([text], place + ".json")));
    find("[data-open]").files = files.files;
    find("[data-open]").dispatchEvent(new Event("change", {bubbles: true}));
  };
""".replace("CODES", json.dumps(CODES))

STATES = {
    THERMOMETER: {
        "second": "answer(1);",
        "third-chosen": 'answer(2); click(".choice input");',
        "signal": f'for (let at = 0; at < {SIGNAL}; at++) send("skipped"); click(\'.choice input[value="5"]\');',
        "result": 'answer(3); send("finished");',
        "code": f'answer(1); send("finished"); find("#groepscode").value = "{code.session_text(1234)}"; enter("[data-join]");',
    },
    BALLOT: {
        "set-up": 'type("#stembus-present", "12");',
        "ready": 'open("");',
        "emptying": 'open(""); send("empty-asked");',
        "word": 'open("raam"); say_word("deur");',
        "staff": 'open("raam"); say_word("raam");',
        "waiting": 'open("raam"); send("word-forgotten");',
        "codes": 'open(""); send("codes-asked");',
        "question": 'open(""); send("pupil-began"); answer(1); click(".choice input");',
        "few": 'open(""); send("pupil-began"); answer(1); send("finished");',
        "own": 'open(""); send("pupil-began"); answer(1); send("finished"); send("own-asked");',
        "closing": "filled();",
        "closed": "closed();",
        "part": 'closed("meer");',
        "emptying-closed": 'closed(); send("empty-asked");',
        "report": 'closed(); send("revealed");',
    },
    REPORTS: {
        "files": "FILES",
        "joined": 'FILES click("[data-message^=group-joined]");',
        "report": 'FILES click("[data-message^=report-chosen]");',
        "school": 'FILES send("school-made");',
        "years": 'FILES send("compared");',
    },
    PROTOCOL: {
        "second": 'click(".answer");',
        "case": 'send("reported-today"); click(".answer");',
        "restarting": 'send("reported-today"); click(".answer"); send("restart-asked");',
    },
}
# What ends, skips, confirms or wipes: tried at every size, once. All others at two sizes in each state, each time others.
WEIGHTY = (
    "went-on",
    "skipped",
    "went-back",
    "finished",
    "restarted",
    "restart-asked",
    "close-asked",
    "empty-asked",
    "closed",
    "cast",
    "wiped",
    "own-asked",
    "box-opened",
    "Open de stembus",
)

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
_CHANCE = re.compile(
    r"v[a-z0-9]{12}-|(?<=ballot-session\">)[^<]+|(?<=<p class=\"pupil-code).*?(?=</p>)|<svg.*?</svg>| "
    r"class=\"\"|(?<=[a-z]) focus-visible| class=\"focus-visible\"| data-focus-visible-added=\"\"| data-place=\"\w+\"| is-ahead",
    re.DOTALL,
)


# Two parts of one group, and the reports of two groups.
FILES = [json.dumps(part([answers(place + number) for number in range(8)], "2B", f"kast{place}x")) for place in range(2)] + [
    json.dumps(report_file.report_file(report([answers(place + number) for number in range(12)], name, f"kast{name.lower()}")))
    for place, name in enumerate(("1A", "1B"))
]


def goto(page, address: str, state: str) -> None:
    """Bring the widget in a state."""
    script = STATES[address][state]
    if script.startswith("FILES"):
        page.evaluate("texts => {" + WORDS + "begin(); give(texts); }", FILES)
        page.wait_for_selector(".file-list", state="attached")
        script = script.removeprefix("FILES")
    else:
        script = "begin();" + script
    page.evaluate("() => {" + WORDS + script + "unfold(); }")
    page.clock.run_for(1100)  # an answer leads on after six tenths of a second, and what is drawn then takes no press at once


def seen(page) -> str:
    page.clock.run_for(1100)
    for _ in range(30):  # a camera that is not there says so in its own time
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
    place = next(
        (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other))
    )
    return f"{one[max(place - 40, 0) : place + 80]!r} / {other[max(place - 40, 0) : place + 80]!r}"
