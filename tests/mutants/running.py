"""Trying mutants: the quick tests of an area are collected once, and each mutant meets them in a fork of that process.

There the mistake is put into the code that is loaded already, and the tests run until the first one that fails.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import pytest
import yaml

from tests.mutants.operators import Mutant, mutants
from tests.mutants.swapping import swap

EXPLAINED = Path(__file__).parent / "explained.yaml"
KILLED, SURVIVED, EXPLAINED_AWAY = "killed", "survived", "explained"
MEMORY = 8 * 1024**3
# Much more than the tests need without a mistake: what takes longer goes on for ever.
TIMES, SECONDS_MORE = 4, 5
QUIET = [
    "-o",
    "addopts=",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:terminal",
    "-p",
    "no:xdist",
    "--hypothesis-profile=mutants",
    "-m",
    "not thorough",
]


@dataclass(frozen=True)
class Area:
    """Files of the product, and the quick tests that belong to them; those that find most come first."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


def chosen(area: Area, root: Path, most: int, seed: int) -> list[Mutant]:
    """At most so many mutants of an area (all of them for 0); the same ones for the same seed."""
    found = [mutant for file in area.files for mutant in mutants((root / file).read_text(encoding="utf-8"), file)]
    if not most or most >= len(found):
        return found
    places = sorted(random.Random(seed).sample(range(len(found)), most))
    return [found[place] for place in places]


def explained(path: Path = EXPLAINED) -> dict[tuple[str, str, str, str, str], str]:
    """Key of a mutant -> why nobody could ever see this one."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        (entry["file"], entry["in"], entry["line"], str(entry["before"]), str(entry["after"])): entry["why"] for entry in entries
    }


def run(
    area: Area,
    root: Path,
    told: Callable[[Mutant, str], None],
    most: int = 0,
    seed: int = 1,
    processes: int = 1,
    reasons: dict | None = None,
) -> None:
    """Tells of each mutant whether it was KILLED, SURVIVED or is EXPLAINED_AWAY, in the order in which they are ready.

    Raises ValueError when the tests can not be collected, or fail without any mistake.
    """
    trial = _Trial(area, root, told, most, seed, processes, reasons or {})
    pytest.main([*QUIET, f"--rootdir={root}", *(str(root / test) for test in area.tests)], plugins=[trial])
    if not trial.sound:
        raise ValueError(f"the tests fail without a mistake: {' '.join(area.tests)}")


class _Trial:
    """Stands where pytest runs its tests: there it tries the mutants instead."""

    def __init__(self, area, root, told, most, seed, processes, reasons) -> None:
        self.area, self.root, self.told = area, root, told
        self.most, self.seed, self.processes, self.reasons = most, seed, processes, reasons
        self.running: dict[int, tuple[Mutant, float]] = {}
        self.sound = False
        self.patience = 0.0

    def pytest_runtestloop(self, session) -> bool:
        if session.testsfailed:  # not even collected
            return True
        started = time.monotonic()
        _, status, usage = os.wait4(_fork(lambda: _first_failure(session), None), 0)
        self.sound = status == 0
        if not self.sound:
            return True
        seconds = int((usage.ru_utime + usage.ru_stime) * TIMES) + SECONDS_MORE
        self.patience = (time.monotonic() - started) * 10 + 60
        for mutant in chosen(self.area, self.root, self.most, self.seed):
            if mutant.key in self.reasons:
                self.told(mutant, EXPLAINED_AWAY)
                continue
            while len(self.running) >= self.processes:
                self.wait()
            self.running[_fork(lambda: self.with_mistake(session, mutant), seconds)] = mutant, time.monotonic()
        while self.running:
            self.wait()
        return True

    def with_mistake(self, session, mutant: Mutant) -> int:
        path = self.root / mutant.file
        swap(mutant.file.removesuffix(".py").replace("/", "."), path, mutant.code(path))
        return _first_failure(session)

    def wait(self) -> None:
        """Tell what came of the processes that ended, or wait a moment."""
        for pid in list(self.running):
            mutant, since = self.running[pid]
            ended, status = os.waitpid(pid, os.WNOHANG)
            if not ended and time.monotonic() - since > self.patience:
                os.kill(pid, signal.SIGKILL)
                ended, status = os.waitpid(pid, 0)
            if ended:
                del self.running[pid]
                self.told(mutant, KILLED if status else SURVIVED)
                return
        time.sleep(0.01)


def _fork(work: Callable[[], int], seconds: int | None) -> int:
    """The id of a process that does this work with its mouth shut and then ends with what came of it."""
    pid = os.fork()
    if pid:
        return pid
    code = 3
    try:
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        code = work()
    finally:
        os._exit(code)


def _first_failure(session) -> int:
    """1 as soon as a test fails, else 0."""
    for item, following in zip(session.items, [*session.items[1:], None]):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0
