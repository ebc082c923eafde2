"""Time from the start of the navigation until the first answer of a widget has been handled."""

from statistics import median

from playwright.sync_api import Browser

from tests.bench.pages import WidgetPage
from tests.bench.report import Bar, Table, Verdict
from tests.bench.rounds import ratio, rounds, spread

VARIANTS = {"plain": "plain JavaScript", "ours": "ours, compiled in the build", "ordinary": "ordinary Brython"}
RATES = (1, 4, 6)
JUDGED_RATE = 4
MOST_OF_ORDINARY = 0.5


def run(browser: Browser, url: str, pages: list[WidgetPage], count: int) -> tuple[list, dict]:
    """What to print, and the figures. A widget that does not answer raises playwright's TimeoutError."""
    table = Table(
        "First answer handled, ms since the start of the navigation, cold cache",
        ("widget", "CPU", "variant", "ready", "answered", "low", "high", "x plain", "x ordinary", "main thread", "x ordinary"),
    )
    bars, notes, verdicts, figures = [], [], [], []
    for widget, slower, told in rounds(browser, url, pages, "answer", tuple(VARIANTS), RATES, count):
        ready = {variant: spread(told[variant], lambda one: one["ready"]) for variant in VARIANTS}
        answered = {variant: spread(told[variant], lambda one: one["answered"]) for variant in VARIANTS}
        processor = {variant: spread(told[variant], lambda one: one["processor"]) for variant in VARIANTS}
        for variant, label in VARIANTS.items():
            times = answered[variant]
            floor, ordinary = ratio(times, answered["plain"]), ratio(times, answered["ordinary"])
            work = ratio(processor[variant], processor["ordinary"])
            table.add(
                widget,
                f"{slower}x",
                label,
                round(ready[variant]["median"]),
                round(times["median"]),
                round(times["low"]),
                round(times["high"]),
                f"{floor:.2f}",
                f"{ordinary:.2f}",
                round(processor[variant]["median"]),
                f"{work:.2f}",
            )
            bars.append(Bar(f"{widget} {slower}x {variant}", times["median"], "ms"))
            figures.append(
                {
                    "widget": widget,
                    "cpu": slower,
                    "variant": variant,
                    "ready": ready[variant],
                    "answered": times,
                    "processor": processor[variant],
                    "ratio_to_plain": floor,
                    "ratio_to_ordinary": ordinary,
                    "processor_ratio_to_ordinary": work,
                }
            )
            if variant == "ours" and slower == JUDGED_RATE and widget == "guide":
                verdicts.append(
                    Verdict(f"first answer of the guide at {slower}x, against ordinary Brython", ordinary, MOST_OF_ORDINARY, "x")
                )
                notes.append(f"  the same by processor time of the main thread: {work:.2f} x")
                notes.append(
                    f"  what the widget adds to plain JavaScript: {_added(answered, 'ours'):,.0f} ms, "
                    f"ordinary Brython adds {_added(answered, 'ordinary'):,.0f} ms"
                )
        notes += _differences(widget, told)
    return [table, bars, *verdicts, *dict.fromkeys(notes)], {"first_answer": figures}


def _added(answered: dict[str, dict], variant: str) -> float:
    return median(one - plain for one, plain in zip(answered[variant]["all"], answered["plain"]["all"], strict=True))


def _differences(widget: str, told: dict[str, list[dict]]) -> list[str]:
    """A comparison holds only when all variants did the same: they went on, and drew the same HTML."""
    notes = []
    for variant, samples in told.items():
        if not all(sample["moved"] for sample in samples):
            notes.append(f"! {widget}, {variant}: the answer did not lead to another question")
        if samples[0]["html"] != told["ours"][0]["html"]:
            notes.append(f"! {widget}, {variant}: draws other HTML than ours, so the comparison is not quite fair")
    return notes
