"""Time to make the report of a school of 40 groups with 2,000 sheets on a slow processor.

Two ways: each group filled in on two devices (80 part files: open, join the parts of each group, make the school), or each of
80 groups on one (80 report files: open, make the school).
"""

import json
from random import Random

from playwright.sync_api import Browser

from tests.bench.report import Bar, Table, Verdict, progress
from tests.bench.rounds import spread
from tests.browser.ballots import ITEMS, REPORTS, part, report
from widgets.core import report_file

RATE = 4
GROUPS, DEVICES, SHEETS = 40, 2, 25
FILES = GROUPS * DEVICES
MOST_MILLISECONDS = 2000

# Opening, joining and making the report are clicks of a person; the time between them does not count.
_RUN = """async ([texts, join]) => {
  const until = async (selector) => {
    while (!document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 0));
    document.body.offsetHeight;
  };
  const timed = async (act, selector) => {
    const start = performance.now();
    act();
    await until(selector);
    return performance.now() - start;
  };
  const press = (name) => document.querySelector(`[data-message=${name}]`).click();
  const files = new DataTransfer();
  texts.forEach((text, number) => files.items.add(new File([text], number + ".json", {type: "application/json"})));
  const control = document.querySelector("[data-open]");
  control.files = files.files;
  const open = await timed(() => control.dispatchEvent(new Event("change", {bubbles: true})), ".file-list");
  const joined = join ? await timed(() => press("groups-joined"), "[data-message=school-made]") : 0;
  const report = await timed(() => press("school-made"), ".heat-map");
  return {open, join: joined, report, groups: document.querySelectorAll(".heat-map tbody tr").length,
          said: document.querySelector(".report-n").textContent};
}"""


def run(browser: Browser, url: str, count: int) -> tuple[list, dict]:
    """What to print, and the figures. Raises playwright's TimeoutError, and ValueError when the report is not of all sheets."""
    found, figures = [], {}
    for way, words, texts in (
        (
            "parts",
            "part files of two devices for each of 40 groups",
            [_file(part(_sheets(number), f"G{number // DEVICES + 1}", f"kast{number}x")) for number in range(FILES)],
        ),
        (
            "reports",
            "reports of 80 groups",
            [
                _file(report_file.report_file(report(_sheets(number), f"G{number + 1}", f"kast{number}x")))
                for number in range(FILES)
            ],
        ),
    ):
        samples = [_time(browser, url, texts, way == "parts", number) for number in range(count)]
        table = Table(f"{FILES} {words} with {FILES * SHEETS} sheets, ms at {RATE}x", ("part", "median", "low", "high"))
        figures[way] = {}
        for name, value in (
            ("open the files", lambda one: one["open"]),
            ("join the groups", lambda one: one["join"]),
            ("make the report", lambda one: one["report"]),
            ("together", lambda one: one["open"] + one["join"] + one["report"]),
        ):
            times = spread(samples, value)
            table.add(name, round(times["median"]), round(times["low"]), round(times["high"]))
            figures[way][name] = times
        found += [
            table,
            Bar(f"together, {way}", figures[way]["together"]["median"], "ms"),
            Verdict(f"2,000 sheets in 80 {way} reported at {RATE}x", figures[way]["together"]["median"], MOST_MILLISECONDS, "ms"),
        ]
    return found, {"ballot": figures}


def _file(data: dict) -> str:
    """As the page saves it."""
    return json.dumps(data, ensure_ascii=False)


def _sheets(number: int) -> list[dict]:
    """Any answer to any question: no real school has as many different figures, and what was worked out before helps least."""
    chance = Random(number)
    return [{item: chance.randrange(6) for item in ITEMS} for _ in range(SHEETS)]


def _time(browser: Browser, url: str, texts: list[str], join: bool, number: int) -> dict:
    progress(f"ballot: round {number + 1}")
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    try:
        page.goto(url + REPORTS)
        page.wait_for_selector("[data-ready]")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": RATE})
        told = page.evaluate(_RUN, [texts, join])
    finally:
        page.close()
    if told["groups"] != (GROUPS if join else FILES) or str(FILES * SHEETS) not in told["said"]:
        raise ValueError(f"the report is not of all sheets: {told}")
    return told
