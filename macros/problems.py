"""Mistakes in content: collected, never raised one by one, and told to authors in Dutch."""
import difflib
from dataclasses import dataclass
from typing import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the file (path relative to the project), the line (from 1), what is wrong and what to do."""
    file: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "let op: " if self.warning else ""
        return f"{self.file}:{self.line}: {kind}{self.message}"


def near_miss(word: str, known: Iterable[str]) -> str:
    """" Bedoel je ‘mentor’?" when a known word looks like `word`, else the empty string."""
    names = sorted(known)
    matches = difflib.get_close_matches(word, names, 1, 0.6) or difflib.get_close_matches(word.lower(), names, 1, 0.6)
    return f" Bedoel je ‘{matches[0]}’?" if matches else ""


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, sorted by file and line, with a closing line that counts them."""
    found = sorted(set(problems))
    errors = [problem for problem in found if not problem.warning]
    warnings = len(found) - len(errors)
    lines = [str(problem) for problem in found]
    if errors:
        lines.append("")
        lines.append(f"{_count(len(errors), 'fout', 'fouten')} in de inhoud. "
                     "Verbeter de regels hierboven en probeer het opnieuw.")
    elif warnings:
        lines.append("")
        lines.append(f"Geen fouten, {_count(warnings, 'punt', 'punten')} om naar te kijken.")
    return "\n".join(lines)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
