"""Time to redraw after a click, along the longest route, on a slow processor: ours against plain JavaScript."""

from playwright.sync_api import Browser

from tests.bench.pages import WidgetPage
from tests.bench.report import Bar, Table, Verdict, progress
from tests.bench.rounds import spread

RATE = 4
CLICKS = 50
MOST_MILLISECONDS = 100
# The floor leads no case; "dated" is ours with a day of report, so with all dates worked out at each click.
VARIANTS = {"plain": "plain JavaScript", "ours": "ours", "dated": "ours, with dates"}

# Clicks the last answer each time, so that loops are walked too; at an end it goes back. Layout is part of the time.
_CLICK = """async (count) => {
  const times = [];
  for (let number = 0; number < count; number++) {
    const target = [...document.querySelectorAll(".answer")].pop() || document.querySelector("[data-message=went-back]");
    const start = performance.now();
    target.click();
    document.body.offsetHeight;
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return times;
}"""


def run(browser: Browser, url: str, longest: WidgetPage) -> tuple[list, dict]:
    """What to print, and the figures. Raises playwright's TimeoutError."""
    table = Table(
        f"A click on the guide, ms until it is redrawn, {CLICKS} clicks at {RATE}x",
        ("variant", "median", "low", "high", "x plain"),
    )
    bars, verdicts, figures = [], [], []
    floor = None
    for variant, label in VARIANTS.items():
        progress(f"clicks: {label}")
        times = spread(_times(browser, url, longest, variant), lambda one: one)
        floor = floor or times["median"]
        table.add(label, round(times["median"]), round(times["low"]), round(times["high"]), f"{times['median'] / floor:.2f}")
        bars.append(Bar(label, times["median"], "ms"))
        figures.append({"variant": variant, "cpu": RATE, "redraw": times, "ratio_to_plain": times["median"] / floor})
        if variant == "dated":
            verdicts.append(Verdict(f"a click on the longest route at {RATE}x", times["median"], MOST_MILLISECONDS, "ms"))
    return [table, bars, *verdicts], {"clicks": figures}


def _times(browser: Browser, url: str, longest: WidgetPage, variant: str) -> list[float]:
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="nl-NL")
    try:
        page.goto(url + longest.variant("plain" if variant == "plain" else "ours"))
        page.wait_for_selector("[data-ready]")
        if variant == "dated":
            page.get_by_role("button", name="Vandaag").click()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": RATE})
        return page.evaluate(_CLICK, CLICKS)
    finally:
        page.close()
