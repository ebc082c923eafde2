"""How the time of a build grows with the number of protocols: the school's own protocol 1, 10 and 100 times."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from macros.load import load
from tests.bench.report import Bar, Table, Verdict, progress
from tests.places import ROOT
from tests.processes import variables
from tests.projects import CODE, PAGES, SETTINGS, copied

COPIES = (1, 10, 100)
MOST_TIMES = 12
MOST_SECONDS = 60


def run(folder: Path, count: int) -> tuple[list, dict]:
    """What to print, and the figures. `count` builds for 1 and 10 copies, one for 100.

    Judged by processor time: a build uses one processor, so that on a quiet machine this is what the clock says.
    Raises RuntimeError when a build fails.
    """
    table = Table(
        "Building the site with copies of the school's protocol, whole site, cold",
        ("protocols", "builds", "seconds", "processor s", "processor s per protocol", "peak MB"),
    )
    seconds, figures = {}, []
    for copies in COPIES:
        project = copy_project(folder / f"project-{copies}", copies)
        builds = []
        for number in range(count if copies < COPIES[-1] else 1):
            progress(f"build: {copies} protocols, build {number + 1}")
            builds.append(build(project))
        wall, processor, peak = (median(column) for column in zip(*builds, strict=True))
        seconds[copies] = processor
        table.add(copies, len(builds), f"{wall:.1f}", f"{processor:.1f}", f"{processor / copies:.2f}", round(peak))
        figures.append(
            {"protocols": copies, "builds": len(builds), "seconds": wall, "processor_seconds": processor, "peak_megabytes": peak}
        )
        shutil.rmtree(project)
    bars = [Bar(f"{copies} protocols", value, "s") for copies, value in seconds.items()]
    return [
        table,
        bars,
        Verdict("build of 100 protocols against 10, processor time", seconds[100] / seconds[10], MOST_TIMES, "x"),
        Verdict("build of 100 protocols, processor time", seconds[100], MOST_SECONDS, "s"),
    ], {"building": figures}


def copy_project(target: Path, copies: int) -> Path:
    """The project in `target`, with the school's protocol `copies` times under other ids and titles.

    Copied, not linked: the code finds the content from the place of its own file.
    """
    copied(target, "protocol", PAGES, *CODE, *SETTINGS)
    content = load(ROOT)
    original = target / "protocol" / "protocollen" / f"{content.school.protocol}.yaml"
    text = original.read_text(encoding="utf-8")
    for number in range(2, copies + 1):
        name = f"kopie-{number}"
        copy = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
        copy = re.sub(r"^titel: (.*)$", rf"titel: \1 {number}", copy, count=1, flags=re.MULTILINE)
        original.with_name(f"{name}.yaml").write_text(copy, encoding="utf-8")
    return target


def build(project: Path, **environment: str) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak memory in MB of one build, with these variables. Raises RuntimeError."""
    log = project / "build.log"
    environment = variables(PYTHONPATH=str(project), **environment)
    with log.open("w", encoding="utf-8") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", project / "site"],
            cwd=project,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError("the build failed:\n" + log.read_text(encoding="utf-8")[-2000:])
    # Linux counts in kB, macOS in bytes.
    peak = usage.ru_maxrss / (1000 if sys.platform != "darwin" else 1_000_000)
    return seconds, usage.ru_utime + usage.ru_stime, peak
