"""Do the links to other sites still work? `python -m macros.commands.links` tries them all and tells what to do.

The trying itself is done by LinkChecker: a few at a time, following robots.txt, with patience. What gave no
answer is tried once more. Nothing is tried when the site is built or tested.
"""

import csv
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass
from pathlib import Path

from macros.command import print_anything
from macros.commands.check import right_content
from macros.upkeep.external_links import Place, external_links

AT_A_TIME, TIMEOUT, WAIT = 4, 20, 30  # links, seconds, seconds before a second try
_STATUS = re.compile(r"^(\d{3})\b")
_MOVED = re.compile(r"Redirected to `([^']+)' status: (?:301|308)\b")


class CannotCheck(Exception):
    """Why no link was tried, in Dutch, with what to do."""


@dataclass(frozen=True)
class Finding:
    """One link that asks for attention. `broken`: it leads nowhere; else a person may get through, or it has moved."""

    address: str
    what: str
    broken: bool
    again: bool = False  # may be over soon


def check_links(addresses: list[str], timeout: int = TIMEOUT, wait: int = WAIT) -> list[Finding]:
    """Try every address, twice when it gave no answer. Returns what asks for attention, the broken ones first.

    Raises CannotCheck without LinkChecker, or when it gives no result.
    """
    found = {finding.address: finding for finding in findings(_tried(addresses, timeout))}
    again = [finding.address for finding in found.values() if finding.again]
    if again:
        time.sleep(wait)
        found = {address: finding for address, finding in found.items() if not finding.again}
        found |= {finding.address: finding for finding in findings(_tried(again, timeout))}
    return sorted(found.values(), key=lambda finding: (not finding.broken, finding.address))


def _tried(addresses: list[str], timeout: int) -> str:
    """The report of LinkChecker on these addresses, as CSV."""
    command = shutil.which("linkchecker", path=sysconfig.get_path("scripts")) or shutil.which("linkchecker")
    if command is None:
        raise CannotCheck("Het programma LinkChecker ontbreekt. Typ: make links.")
    done = subprocess.run(
        [
            command,
            "--stdin",
            "--verbose",
            "--no-status",
            "--check-extern",
            "--recursion-level",
            "0",
            "--threads",
            str(AT_A_TIME),
            "--timeout",
            str(timeout),
            "--output",
            "csv/utf-8",
        ],
        input="\n".join(addresses),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "urlname;" not in done.stdout:
        raise CannotCheck(f"LinkChecker gaf geen uitslag: {done.stderr.strip()[-500:]}")
    return done.stdout


def findings(table: str) -> list[Finding]:
    """What a report of LinkChecker (CSV) says of each link that asks for attention."""
    rows = csv.DictReader([line for line in table.splitlines() if line and not line.startswith("#")], delimiter=";")
    return [finding for row in rows for finding in _finding(row)]


def _finding(row: dict[str, str]) -> list[Finding]:
    address, status = row["urlname"], _STATUS.match(row["result"])
    moved = _MOVED.search(row["warningstring"] or "")
    if row["valid"] == "True" and "robots.txt" in (row["warningstring"] or "") + row["result"]:
        return [Finding(address, "laat een programma niet toe. Open de link zelf.", False)]
    if row["valid"] == "True":
        what = f"staat nu op {moved[1]}. Kijk of dat klopt en zet het nieuwe adres erin." if moved else ""
        return [Finding(address, what, False)] if moved else []
    if status is None and "timed out" in row["result"].lower():
        return [Finding(address, "gaf geen antwoord. Probeer het later nog eens, of open de link zelf.", False, again=True)]
    if status is None:
        return [
            Finding(address, "is niet te bereiken. Bestaat de site nog? Zoek een andere, of haal de link weg.", True, again=True)
        ]
    code = int(status[1])
    if code in (404, 410):
        return [Finding(address, f"bestaat niet meer ({code}). Zoek waar het nu staat, of haal de link weg.", True)]
    if code >= 500:
        return [Finding(address, f"had een storing ({code}). Probeer het morgen nog eens.", False, again=True)]
    return [Finding(address, f"laat een programma niet toe ({code}). Open de link zelf.", False)]


def as_text(found: list[Finding], places: dict[str, list[Place]]) -> str:
    """The report: each link, what to do, and where it stands. `places`: every link that was tried."""
    lines = []
    for finding in found:
        lines += [f"{finding.address} {finding.what}", *(f"    {place}" for place in places.get(finding.address, [])), ""]
    broken = sum(finding.broken for finding in found)
    return "\n".join(
        [
            *lines,
            f"{len(places)} links geprobeerd: {broken} kapot, {len(found) - broken} om zelf te openen, "
            f"{len(places) - len(found)} goed.",
        ]
    )


def main(root: Path) -> int:
    """Try all links of the school. Returns 1 when one is broken, or when nothing could be tried."""
    print_anything(sys.stdout)
    content = right_content(root)
    if content is None:
        return 1
    places = external_links(content, root)
    print(f"{len(places)} links proberen, {AT_A_TIME} tegelijk. Dit duurt een paar minuten.", flush=True)
    try:
        found = check_links(list(places))
    except CannotCheck as reason:
        print(reason)
        return 1
    if len(found) == len(places) and all(finding.again for finding in found):
        print("Geen enkele link was te bereiken. Heeft deze computer internet?")
        return 1
    print(as_text(found, places))
    return 1 if any(finding.broken for finding in found) else 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
