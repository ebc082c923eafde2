"""`python -m tests.bench [--quick] [part ...]`: prints tables, pictures and verdicts; writes bench-results/results.json.

Parts: answer, clicks, ballot, surveyjs, sizes, paint, build, locations; all of them when none is given.
The exit code is always 0: these are measurements.
"""

import argparse
import json
import os
import tempfile
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tests.bench import ballot, building, clicks, interaction, locations, paint, report, sizes, surveyjs
from tests.bench.pages import judged, longest_route, prepare
from tests.browser import engines, sites
from tests.places import ROOT

PARTS = ("answer", "clicks", "ballot", "surveyjs", "sizes", "paint", "build", "locations")
RESULTS = ROOT / "bench-results" / "results.json"
RUNS, QUICK_RUNS = 7, 3
BUILDS, QUICK_BUILDS = 3, 1
BUSY = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measurements of Veiligwijzer.")
    parser.add_argument("--quick", action="store_true", help=f"medians of {QUICK_RUNS} instead of {RUNS}, to try")
    parser.add_argument("--hundred", action="store_true", help=f"{locations.ALL} locations instead of {locations.SAMPLE}")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"what to measure: {', '.join(PARTS)}; default all")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        write(measure(Path(folder), options.parts or PARTS, options.quick, options.hundred))


def measure(folder: Path, parts: tuple[str, ...], quick: bool, hundred: bool = False) -> dict:
    """Measure the parts, print each as soon as it is known, and return all figures."""
    figures = {
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "brython": version("brython"),
        "runs": QUICK_RUNS if quick else RUNS,
    }
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    figures["load_per_processor_at_start"] = round(busy, 2)
    verdicts: list[report.Verdict] = []

    def measured(name: str, run, *arguments) -> None:
        if name not in parts:
            return
        try:
            shown, found = run(*arguments)
        except (Error, RuntimeError, ValueError) as error:
            shown, found = [f"! {name} could not be measured: {error}"], {name: str(error)}
        report.show(shown)
        verdicts.extend(report.verdicts(shown))
        figures.update(found)

    if set(parts) - {"build", "locations"}:
        report.progress("building the site")
        site, pages = prepare(folder)
        server = sites.Server(site)
        try:
            with sync_playwright() as playwright:
                browser: Browser = engines.chromium(playwright)
                figures["chromium"] = browser.version
                measured("sizes", sizes.run, browser, server.url, site, judged(pages))
                measured("answer", interaction.run, browser, server.url, judged(pages), figures["runs"])
                measured("clicks", clicks.run, browser, server.url, longest_route(pages))
                measured("ballot", ballot.run, browser, server.url, figures["runs"])
                measured("surveyjs", surveyjs.run, browser, site, judged(pages), figures["runs"])
                measured("paint", paint.run, browser, server.url, judged(pages), figures["runs"])
                browser.close()
        finally:
            server.stop()
    builds = QUICK_BUILDS if quick else BUILDS
    measured("build", building.run, folder, builds)
    measured("locations", locations.run, folder, builds, hundred)
    report.show(["\nThe bars", "--------", *verdicts])
    if busy > BUSY:
        report.show(
            [
                f"! Other programs kept the processors busy (load {busy:.1f} per processor at the start): times by "
                "the clock are too long then. Ratios and processor times say more; or measure again."
            ]
        )
    figures["verdicts"] = [
        {"what": each.what, "value": each.value, "most": each.most, "unit": each.unit, "met": each.met} for each in verdicts
    ]
    return figures


def write(figures: dict) -> None:
    """Keep the figures; the file is not part of the project."""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\nAll figures: {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
