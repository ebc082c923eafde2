"""Time to open 80 day files with 2,000 sheets and to show the report of the school, on a slow processor."""
import json

from playwright.sync_api import Browser

from tests.bench.report import Bar, Table, Verdict, progress
from tests.bench.rounds import spread
from tests.browser.ballots import REPORTS, answers, box
from widgets.core import ballot_file

RATE = 4
GROUPS, DEVICES, SHEETS = 40, 2, 25
MOST_MILLISECONDS = 2000

# Opening and making the report are two clicks of a person; the time between them does not count.
_RUN = """async (texts) => {
  const until = async (selector) => {
    while (!document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 0));
    document.body.offsetHeight;
  };
  const files = new DataTransfer();
  texts.forEach((text, number) => files.items.add(new File([text], number + ".json", {type: "application/json"})));
  const control = document.querySelector("[data-open]");
  control.files = files.files;
  const start = performance.now();
  control.dispatchEvent(new Event("change", {bubbles: true}));
  await until(".file-list");
  const opened = performance.now();
  document.querySelector("[data-message=school-made]").click();
  await until(".heat-map");
  return {open: opened - start, report: performance.now() - opened, groups: document.querySelectorAll(".heat-map tbody tr").length,
          said: document.querySelector(".report-n").textContent};
}"""


def run(browser: Browser, url: str, count: int) -> tuple[list, dict]:
    """What to print, and the figures. Raises playwright's TimeoutError, and ValueError when the report is not of all sheets."""
    texts = [json.dumps(ballot_file.box_file(_box(number))) for number in range(GROUPS * DEVICES)]
    samples = [_time(browser, url, texts, number) for number in range(count)]
    table = Table(f"{GROUPS * DEVICES} day files with {GROUPS * DEVICES * SHEETS} sheets, ms at {RATE}x", ("part", "median",
                                                                                                           "low", "high"))
    figures, bars = {}, []
    for name, value in (("open the files", lambda one: one["open"]), ("make the report", lambda one: one["report"]),
                        ("together", lambda one: one["open"] + one["report"])):
        times = spread(samples, value)
        table.add(name, round(times["median"]), round(times["low"]), round(times["high"]))
        bars.append(Bar(name, times["median"], "ms"))
        figures[name] = times
    verdict = Verdict(f"2,000 sheets in 80 files merged and reported at {RATE}x", figures["together"]["median"],
                      MOST_MILLISECONDS, "ms")
    return [table, bars, verdict], {"ballot": figures}


def _box(number: int) -> dict:
    sheets = [answers(number + place) for place in range(SHEETS)]
    return box(sheets, f"G{number // DEVICES + 1}", f"kast{number}x")


def _time(browser: Browser, url: str, texts: list[str], number: int) -> dict:
    progress(f"ballot: round {number + 1}")
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    try:
        page.goto(url + REPORTS)
        page.wait_for_selector("[data-ready]")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": RATE})
        told = page.evaluate(_RUN, texts)
    finally:
        page.close()
    if told["groups"] != GROUPS or str(GROUPS * DEVICES * SHEETS) not in told["said"]:
        raise ValueError(f"the report is not of all sheets: {told}")
    return told
