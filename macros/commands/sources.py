"""Traceability: `python -m macros.commands.sources` tells for every fact where it stands in protocol/, or why not."""

import sys
from pathlib import Path

from macros.source.problems import report
from macros.upkeep.sources import coverage


def main(root: Path) -> int:
    """Print where every fact stands and a count. Returns 1 when a fact is missing or a number does not exist."""
    found = coverage(root)
    for fact in found.facts:
        places = ", ".join(str(place) for place in found.places.get(fact.id, []))
        reason = f"reden: {found.reasons[fact.id]}" if fact.id in found.reasons else ""
        print(f"{fact.id}: {'; '.join(part for part in (places, reason) if part) or 'NERGENS'}")
    print()
    for (source, kind), count in found.counts().items():
        print(
            f"{source if source == kind else f'{source} {kind}'}: {count.total}, waarvan {count.placed} in de inhoud, "
            f"{count.reasoned} met een reden waarom het anders is, {count.missing} nergens"
        )
    print(f"Samen: {len(found.facts)} feiten, {len(found.missing)} nergens.")
    if found.problems:
        print(report(found.problems))
    return 1 if found.missing or found.problems else 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
