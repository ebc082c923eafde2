"""Largest contentful paint of a page with its widget, against the same page without its script."""

from playwright.sync_api import Browser

from tests.bench.pages import WidgetPage
from tests.bench.report import Bar, Table, Verdict
from tests.bench.rounds import ratio, rounds, spread

VARIANTS = {"none": "without script", "ours": "with widget"}
RATES = (1, 4)
MOST_OF_WITHOUT = 1.1


def run(browser: Browser, url: str, pages: list[WidgetPage], count: int) -> tuple[list, dict]:
    """What to print, and the figures. Raises playwright's TimeoutError."""
    table = Table(
        "Largest contentful paint, ms since the start of the navigation, cold cache",
        ("page", "CPU", "variant", "median", "low", "high", "x without"),
    )
    bars, verdicts, figures = [], [], []
    for widget, slower, told in rounds(browser, url, pages, "paint", tuple(VARIANTS), RATES, count):
        times = {variant: spread(told[variant], lambda one: one["largest"]) for variant in VARIANTS}
        for variant, label in VARIANTS.items():
            against = ratio(times[variant], times["none"])
            table.add(
                widget,
                f"{slower}x",
                label,
                round(times[variant]["median"]),
                round(times[variant]["low"]),
                round(times[variant]["high"]),
                f"{against:.2f}",
            )
            bars.append(Bar(f"{widget} {slower}x {label}", times[variant]["median"], "ms"))
            figures.append(
                {
                    "widget": widget,
                    "cpu": slower,
                    "variant": variant,
                    "largest_paint": times[variant],
                    "ratio_to_without": against,
                }
            )
            if variant == "ours":
                verdicts.append(
                    Verdict(
                        f"largest paint of the {widget} page at {slower}x, against without script", against, MOST_OF_WITHOUT, "x"
                    )
                )
    return [table, bars, *verdicts], {"largest_paint": figures}
