"""All locations of a board at once: `python -m macros.boards.build`.

Worker processes build the sites one after another, so that each reads the code and compiles the widgets only once. A new
site takes the place of the old one when it is complete; an error in one location leaves all others as they are.
The report goes to a folder beside the sites: it is for the board, not for the web.
"""

from __future__ import annotations

import argparse
import datetime
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from macros.boards import landing
from macros.boards import report as location_report
from macros.boards.location import BUILT, DISK, WEB, Done, Job, build_location, stands
from macros.boards.report import Report
from macros.command import print_anything
from macros.content.languages import languages
from macros.content.locations import FOLDER, location_ids
from macros.publish.phrases import date_text
from macros.site import hosting
from macros.site.shared_assets import SHARED, places_used
from macros.source.code_folder import CODE
from macros.source.problems import near_miss

STYLE = CODE / "docs" / "assets" / "css" / "locaties.css"


def build_all(jobs: list[Job], processes: int, tell: Callable[[str], None]) -> list[Done]:
    """Build all jobs, several at once; in the order of the jobs. `tell` gets a line for each that is ready."""
    found: dict[str, Done] = {}
    for done in _results(jobs, processes):
        report = done.report
        found[report.id] = done
        end = f"{report.seconds:.1f} s".replace(".", ",") if report.built else "NIET GEMAAKT"
        tell(f"[{len(found):{len(str(len(jobs)))}}/{len(jobs)}] {report.id}: {end}")
    return [found[job.location] for job in jobs]


def _results(jobs: list[Job], processes: int) -> Iterator[Done]:
    stopped: list[Job] = []
    for job, done in _attempt(jobs, processes):
        if done:
            yield done
        else:
            stopped.append(job)
    # A process that is stopped from outside takes the work of others with it: now each gets a process of its own.
    for each in stopped:
        for job, done in _attempt([each], 1):
            yield done or Done(
                Report(
                    job.location,
                    kept=stands(job),
                    errors=("het bouwen stopte halverwege, misschien omdat het geheugen vol was.",),
                )
            )


def _attempt(jobs: list[Job], processes: int) -> Iterator[tuple[Job, Done | None]]:
    """Each job with what became of it, as soon as that is known; None when its process was stopped."""
    # Fresh processes, not copies of this one: a copy of a process with V8 in it may hang.
    with ProcessPoolExecutor(min(processes, len(jobs)), multiprocessing.get_context("spawn")) as pool:
        futures = {pool.submit(build_location, job): job for job in jobs}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None


def finish(target: Path, results: list[Done], url: str = "", offline: bool = False) -> None:
    """The overview above the sites; and what belongs to no site any more goes away."""
    made = [done.school for done in results if done.school]
    known = {done.report.id for done in results}
    for folder in target.glob("*/"):
        if folder.name not in known and places_used(folder):  # made here, but no location any more
            shutil.rmtree(folder)
    used = {place for name in known for place in places_used(target / name)}
    if made:
        newest = sorted(places_used(target / landing.in_order(made)[0].id))[0]
        for name, text in landing.files(made, f"{SHARED}/{newest}", url, offline).items():
            fresh = target / f"{name}.nieuw"
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(target / name)
    if not offline and any(done.school or done.report.kept for done in results):  # else the folder stays empty for the next time
        old = [hosting.hashes_of(target / done.report.id) for done in results if done.report.kept]
        hosting.write(target, url, set().union(*old, *(done.hashes for done in results)))
    for place in (target / SHARED).glob("*/"):
        if place.name not in used:
            shutil.rmtree(place)


def write_report(folder: Path, reports: list[Report], today: datetime.date) -> None:
    """The report as a page and as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    style = STYLE.read_text(encoding="utf-8")
    (folder / "index.html").write_text(location_report.as_page(reports, date_text(today), style), encoding="utf-8")
    (folder / "overzicht.md").write_text(location_report.as_markdown(reports, date_text(today)), encoding="utf-8")


def unknown_language(root: Path, wanted: tuple[str, ...]) -> str:
    """What is wrong with the languages to build, besides Dutch; empty when they are all there."""
    known = languages(root)
    for language in wanted:
        if language not in known:
            advice = f"{near_miss(language, known)} Kies uit: {', '.join(known)}." if known else " Er zijn geen vertalingen."
            return f"de taal ‘{language}’ bestaat niet.{advice}"
    return ""


def not_ours(target: Path) -> str:
    """Why nothing may be written in `target`; empty when it may."""
    if target.is_dir() and any(target.iterdir()) and not (target / SHARED).is_dir():
        return f"In de map {target.name} staat al iets anders. Kies een lege map, of haal weg wat erin staat."
    return ""


def run(root: Path, target: Path, report: Path, processes: int, offline: bool = False) -> int:
    """Build all locations of the project in `root` to `target`; 0 when all were made, else 1. With TALEN also in those
    languages."""
    locations = location_ids(root)
    if not locations:
        print(
            f"Er zijn nog geen locaties. Zet voor elke locatie een bestand in protocol/{FOLDER}, bijvoorbeeld {FOLDER}/oost.yaml."
        )
        return 1
    if not_ours(target):
        print(not_ours(target))
        return 1
    wanted = tuple(os.environ.get(BUILT, "").split())
    if unknown_language(root, wanted):
        print(f"{BUILT} klopt niet: {unknown_language(root, wanted)}")
        return 1
    url = "" if offline else os.environ.get("SITE_URL", "")
    url = url and url.rstrip("/") + "/"
    jobs = [Job(root, location, target, DISK if offline else WEB, url, wanted) for location in locations]
    shutil.rmtree(jobs[0].work, ignore_errors=True)
    jobs[0].work.mkdir(parents=True)
    target.mkdir(parents=True, exist_ok=True)
    try:
        results = build_all(jobs, processes, lambda line: print(line, flush=True))
    finally:
        shutil.rmtree(jobs[0].work, ignore_errors=True)
    finish(target, results, url, offline)
    reports = [done.report for done in results]
    write_report(report, reports, datetime.date.today())
    print(f"\n{location_report.summary(reports)}\n")
    print(f"De sites staan in de map {target.name}/. Het overzicht voor het bestuur: {report.name}/index.html.")
    return 0 if all(each.built for each in reports) else 1


def processors() -> int:
    """How many processes may run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def main(arguments: list[str] | None = None) -> int:
    print_anything(sys.stdout)
    parser = argparse.ArgumentParser(prog="python -m macros.boards.build", description="Maak de sites van alle locaties.")
    parser.add_argument("--naar", type=Path, help="map voor de sites (site-alles, of site-alles-offline)")
    parser.add_argument("--rapport", type=Path, default=Path("rapport-locaties"), help="map voor het overzicht van het bestuur")
    parser.add_argument("--processen", type=int, default=processors(), help="hoeveel tegelijk; elk neemt zo'n 300 MB geheugen")
    parser.add_argument("--offline", action="store_true", help="voor een USB-stick of gedeelde schijf")
    options = parser.parse_args(arguments)
    target = options.naar or Path("site-alles-offline" if options.offline else "site-alles")
    return run(Path.cwd(), target.resolve(), options.rapport.resolve(), max(1, options.processen), options.offline)


if __name__ == "__main__":
    sys.exit(main())
