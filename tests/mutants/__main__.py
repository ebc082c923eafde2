"""`python -m tests.mutants [area ...] [--most 60] [--seed 1] [--processes 2]`: how many small mistakes the tests see."""

import argparse
import os
import sys

from tests.mutants.areas import AREAS
from tests.mutants.operators import Mutant
from tests.mutants.running import EXPLAINED_AWAY, KILLED, SURVIVED, explained, run
from tests.places import ROOT

ENOUGH = 90  # per cent


def main() -> int:
    """Tries the mutants, area by area, and tells what survived. Returns 1 when in some area fewer than 90 % are seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("areas", nargs="*", metavar="area", help=f"one or more of: {', '.join(AREAS)}")
    parser.add_argument("--most", type=int, default=0, help="at most so many mutants per area; 0: all")
    parser.add_argument("--seed", type=int, default=1, help="which mutants are chosen when there are more")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    unknown = [name for name in given.areas if name not in AREAS]
    if unknown:
        parser.error(f"unknown area: {', '.join(unknown)}. Choose from: {', '.join(AREAS)}")
    enough, lines = True, []
    for name in given.areas or AREAS:
        counts = _try_area(name, given.most, given.seed, given.processes)
        tried = counts[KILLED] + counts[SURVIVED]
        share = 100 * counts[KILLED] // tried if tried else 100
        enough = enough and share >= ENOUGH
        lines.append(
            f"{name:<12} {counts[KILLED]:>4} / {tried:<4} killed  {share:>3} %"
            + (f"   and {counts[EXPLAINED_AWAY]} explained" if counts[EXPLAINED_AWAY] else "")
        )
        print(lines[-1], flush=True)
    if len(lines) > 1:
        print("\n" + "\n".join(lines))
    return 0 if enough else 1


def _try_area(name: str, most: int, seed: int, processes: int) -> dict[str, int]:
    counts = {KILLED: 0, SURVIVED: 0, EXPLAINED_AWAY: 0}

    def told(mutant: Mutant, fate: str) -> None:
        counts[fate] += 1
        if fate == SURVIVED:
            _progress("")
            print(f"{mutant.file}:{mutant.line}: {mutant.words}", flush=True)
        _progress(f"{name}: {sum(counts.values())} tried, {counts[SURVIVED]} survived")

    run(AREAS[name], ROOT, told, most, seed, processes, explained())
    _progress("")
    return counts


def _progress(words: str) -> None:
    """On a terminal: one line that is written over."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
