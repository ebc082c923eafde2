"""Interleaved rounds: every variant once per round, so that a busy moment hits all of them alike."""

from collections.abc import Callable, Iterator
from itertools import product
from statistics import median

from playwright.sync_api import Browser

from tests.bench import loading
from tests.bench.pages import WidgetPage
from tests.bench.report import progress


def rounds(
    browser: Browser, url: str, pages: list[WidgetPage], what: str, variants: tuple[str, ...], rates: tuple[int, ...], count: int
) -> Iterator[tuple[str, int, dict[str, list[dict]]]]:
    """For each page and rate: (widget, rate, variant -> what in_page.js told, one per round)."""
    for page, slower in product(pages, rates):
        told: dict[str, list[dict]] = {variant: [] for variant in variants}
        for number in range(count):
            for variant in variants if number % 2 == 0 else variants[::-1]:
                progress(f"{what}: {page.widget} at {slower}x, round {number + 1} of {count}, {variant}")
                told[variant].append(loading.measure(browser, url + page.variant(variant), what, slower))
        yield page.widget, slower, told


def spread(samples: list[dict], value: Callable[[dict], float]) -> dict:
    """Median, lowest and highest of one value over the rounds."""
    values = [value(sample) for sample in samples]
    return {"median": median(values), "low": min(values), "high": max(values), "all": values}


def ratio(one: dict, other: dict) -> float:
    """The median of the ratios per round: a round that was slow as a whole does not count double."""
    return median(a / b for a, b in zip(one["all"], other["all"], strict=True))
