"""The sites of many locations of a board: time against that of one location alone, memory of all processes, bytes."""

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median

from macros.site.shared_assets import SHARED
from tests.bench.building import build
from tests.bench.report import Bar, Table, Verdict, progress
from tests.board_project import BOARD, add
from tests.processes import variables
from tests.projects import copy_project

SAMPLE, ALL = 8, 100
PROCESSES = 2
FASTER = 1.7  # than one after another
MOST_MEGABYTES = 1000
_TOWNS = ("Oosterdam", "Westerdam", "Noordwoude", "Zuiderveen", "Bergzicht")


def run(folder: Path, builds: int, hundred: bool = False) -> tuple[list, dict]:
    """What to print, and the figures. `builds` of one location alone; then all locations once: 100, or a sample of 8.

    Judged by processor time, divided over the processes: on a quiet machine this is what the clock says.
    Raises RuntimeError when a build fails.
    """
    count = ALL if hundred else SAMPLE
    project = make_locations(copy_project(folder / "board"), count)
    alone = []
    for number in range(builds):
        progress(f"locations: one alone, build {number + 1}")
        alone.append(build(project, LOCATIE="locatie-001"))
    shutil.rmtree(project / "site")
    one_wall, one_processor, one_peak = (median(column) for column in zip(*alone, strict=True))
    progress(f"locations: {count} at once")
    wall, processor, peak = _build_all(project)
    shared, own = _bytes(project / "site-alles")
    table = Table(
        f"Sites of {count} locations with {PROCESSES} processes, against one location alone",
        ("locations", "seconds", "processor s", "processor s per location", "peak MB", "MB on disk"),
    )
    table.add(
        1, f"{one_wall:.1f}", f"{one_processor:.1f}", f"{one_processor:.1f}", round(one_peak), round((shared + own / count) / 1e6)
    )
    table.add(count, f"{wall:.1f}", f"{processor:.1f}", f"{processor / count:.1f}", round(peak), round((shared + own) / 1e6))
    shutil.rmtree(project)
    return [
        table,
        [
            Bar("each with files of its own", (own + count * shared) / 1e6, "MB"),
            Bar("shared files once", (own + shared) / 1e6, "MB"),
        ],
        Verdict(
            f"processor time of {count} locations over {PROCESSES} processors, against {count} times one",
            processor / PROCESSES / (count * one_processor),
            1 / FASTER,
            "x",
        ),
        Verdict("memory of all processes together", peak, MOST_MEGABYTES, "MB"),
    ], {
        "locations": {
            "count": count,
            "processes": PROCESSES,
            "one_seconds": one_wall,
            "one_processor_seconds": one_processor,
            "seconds": wall,
            "processor_seconds": processor,
            "peak_megabytes": peak,
            "shared_bytes": shared,
            "own_bytes": own,
        }
    }


def make_locations(project: Path, count: int) -> Path:
    """`project` with a board and `count` locations. Every fourth has a word and a step of its own."""
    files = {"eigen/school.yaml": BOARD}
    for number in range(1, count + 1):
        name = f"locatie-{number:03}"
        files[f"locaties/{name}.yaml"] = (
            f"naam: School {number}\nplaats: {_TOWNS[number % len(_TOWNS)]}\ncontact:\n  - rol: coordinator\n"
            f"    naam: Contact {number}\n    telefoon: 088-000 {number:04}\n"
        )
        if number % 4 == 0:
            files[f"locaties/{name}.yaml"] += "woorden:\n  mentor:\n    naam: coach\n    lidwoord: de\n    meervoud: coaches\n"
            files[f"locaties/{name}/protocollen/aanbevolen-protocol.yaml"] = (
                f"stappen:\n  - id: eerste-gesprek\n    titel: Praat met de leerling op school {number}\n"
            )
    return add(project, files)


def _build_all(project: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak memory in MB of all processes together. Raises RuntimeError."""
    environment = variables(PYTHONPATH=str(project))
    log = project / "build.log"
    with log.open("w", encoding="utf-8") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "macros.boards.build", "--processen", str(PROCESSES)],
            cwd=project,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        memory = _Memory(process.pid)
        _pid, status, usage = os.wait4(process.pid, 0)  # the time of its own processes counts with it
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = memory.stop()
    if process.returncode:
        raise RuntimeError("not all locations were built:\n" + log.read_text(encoding="utf-8")[-2000:])
    return seconds, usage.ru_utime + usage.ru_stime, peak


class _Memory:
    """Watches the memory of a process and all below it: the most that they had together, in MB. Linux only, else 0."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._ended = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._ended.wait(0.2):
            self._peak = max(self._peak, sum(map(_resident, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """A process and all that it started, and that those started."""
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        for children in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            try:
                waiting += map(int, children.read_text().split())
            except OSError:  # it has just ended
                continue
    return found


def _resident(pid: int) -> float:
    """The memory of one process, in MB: what it shares with others counted in proportion."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def _bytes(sites: Path) -> tuple[int, int]:
    """Bytes of the shared files, and of everything else."""
    sizes = {path: path.stat().st_size for path in sites.rglob("*") if path.is_file()}
    shared = sum(size for path, size in sizes.items() if path.is_relative_to(sites / SHARED))
    return shared, sum(sizes.values()) - shared
