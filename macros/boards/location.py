"""One location of a board: its site built aside and put in its place, and what came of that."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from macros.boards import landing
from macros.boards import report as location_report
from macros.boards.report import Report
from macros.checks.contacts import without_board
from macros.command import explain
from macros.content.locations import VARIABLE, UnknownLocation, layers_of
from macros.content.model import Content, is_right
from macros.schema.countries import COUNTRIES
from macros.site import current, hosting
from macros.site.shared_assets import SHARED, share

WEB, DISK = "mkdocs.yml", "mkdocs.offline.yml"
LANGUAGE, BUILT = "TAAL", "TALEN"  # the language of one build; those that a reader can choose from


@dataclass(frozen=True)
class Job:
    """One location to build. `url`: the address of the folder with all sites, or empty."""

    root: Path
    location: str
    target: Path
    config: str = WEB
    url: str = ""
    languages: tuple[str, ...] = ()  # besides Dutch, each in a folder of its own inside the site

    @property
    def work(self) -> Path:
        """Where sites are made, on the same disk as where they go."""
        return self.target.with_name(f"{self.target.name}.bezig")


@dataclass(frozen=True)
class Done:
    """What became of a job. `school` is there when its site was made, with the `hashes` of the inline scripts in it."""

    report: Report
    school: landing.School | None = None
    hashes: frozenset[str] = frozenset()


def build_location(job: Job) -> Done:
    """Build one location in this process and put it in its place. Never raises: what went wrong is in the report."""
    start, done, errors = time.perf_counter(), Done(Report(job.location)), list[str]()
    _heard.clear()
    try:
        current.use(job.root, layers_of(job.root, job.location))
        content = current.content()
        refused = content.errors if not is_right(content) else [] if content.school.example else without_board(content.school)
        if is_right(content) and not refused:
            done = Done(location_report.report_of(job.location, content))
            done = replace(done, hashes=_make(job), school=_school(job.location, content))
        else:
            errors = [str(replace(problem, warning=False)) for problem in sorted(set(refused))]
    except UnknownLocation as unknown:
        errors = [str(unknown)]
    except (Exception, SystemExit) as error:  # MkDocs ends a strict build with SystemExit
        own = [] if _heard and isinstance(error, SystemExit) else [explain(error) or f"{type(error).__name__}: {error}"]
        errors = ["\n".join(["het bouwen lukte niet.", *_heard, *own])]
    kept = bool(errors) and stands(job)
    return replace(done, report=replace(done.report, errors=tuple(errors), seconds=time.perf_counter() - start, kept=kept))


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Within this block these variables have these values; afterwards what they were."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _make(job: Job) -> frozenset[str]:
    """Build the site aside, share its assets, and put it in the place of the old one; the hashes of its inline scripts."""
    from macros.hooks import build_site  # only a worker loads MkDocs

    _listen()
    fresh, old, place = job.work / job.location, job.work / f"{job.location}.oud", job.target / job.location
    shutil.rmtree(fresh, ignore_errors=True)
    address = f"{job.url}{job.location}/" if job.url else ""
    for language in ("", *job.languages):  # Dutch first: it empties the folder
        with _environment(
            {
                VARIABLE: job.location,
                LANGUAGE: language,
                BUILT: " ".join(job.languages),
                "SITE_URL": f"{address}{language}/" if address and language else address,
            }
        ):
            build_site(str(job.root / job.config), str(fresh / language))
    hashes = frozenset() if job.config == DISK else frozenset(hosting.hashes_of(fresh))
    for language in (*job.languages, ""):
        part = fresh / language
        # What a host reads stands in its root: for all sites together.
        for name in ("404.html", hosting.HEADERS_FILE):
            (part / name).unlink(missing_ok=True)
        shutil.rmtree(part / hosting.FOLDER, ignore_errors=True)
        share(part, job.target / SHARED, "../../" if language else "../")
    if place.exists():
        os.rename(place, old)
    os.rename(fresh, place)
    shutil.rmtree(old, ignore_errors=True)
    return hashes


_heard: list[str] = []  # of the location that this process is building


class _Ear(logging.Handler):
    """Keeps what MkDocs warns of during a build."""

    def emit(self, record: logging.LogRecord) -> None:
        _heard.append(record.getMessage())


def _listen() -> None:
    logger = logging.getLogger("mkdocs")
    if not any(isinstance(handler, _Ear) for handler in logger.handlers):
        ear = _Ear()
        ear.setLevel(logging.WARNING)
        logger.addHandler(ear)


def _school(location: str, content: Content) -> landing.School:
    school = content.school
    numbers = [line.phone for line in content.helplines.values() if "direct" in line.groups and line.phone and line.shown]
    return landing.School(
        location,
        school.name,
        school.town or "",
        school.board.name if school.board else "",
        COUNTRIES[school.country].language,
        numbers[0] if numbers else "",
    )


def stands(job: Job) -> bool:
    """Is there a site of this location?"""
    return (job.target / job.location / "index.html").is_file()
