"""Mistakes in content: collected, never raised one by one. A mistake is data until it is shown.

The Dutch sentences stand in macros/source/sentences.yaml, each under the code of what it tells.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml


class Sentence(NamedTuple):
    """What a code says. `what` and `rest` together are the sentence; `otherwise` stands for {near} when nothing looks like it."""

    what: str
    rest: str
    otherwise: str = ""


def _sentences() -> dict[str, Sentence]:
    text = Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8")
    written = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {code: Sentence("", said) if isinstance(said, str) else Sentence(*said) for code, said in written.items()}


SENTENCES = _sentences()


@dataclass(frozen=True)
class Told:
    """One thing that is said: a code of SENTENCES, and what fills its holes (texts, numbers, or something told itself).

    The hole `near` is a name that was perhaps meant. `because`: what became of the name in the hole `unknown`; it is told
    instead of what to do.
    """

    code: str
    holes: tuple[tuple[str, object], ...] = ()
    because: "Told | None" = None

    def get(self, hole: str) -> object:
        """What fills a hole, or None."""
        return dict(self.holes).get(hole)

    def __str__(self) -> str:
        sentence, holes = SENTENCES[self.code], dict(self.holes)
        if self.because:
            return f"{sentence.what.format_map(holes)}. {self.because}"
        if "near" in holes:
            near = SENTENCES["near"].rest.format(name=holes["near"]) if holes["near"] else sentence.otherwise.format_map(holes)
            holes["near"] = near
        return sentence.what.format_map(holes) + sentence.rest.format_map(holes)


def told(code: str, **holes: object) -> Told:
    """Something to say, as data. The code is one of macros/source/sentences.yaml."""
    return Told(code, tuple(holes.items()))


@dataclass(frozen=True)
class Problem:
    """One mistake: the file (path relative to the project), the line (from 1), what is wrong, and notes about it."""

    file: str
    line: int
    what: Told
    warning: bool = False
    notes: tuple[Told, ...] = ()

    @cached_property
    def message(self) -> str:
        """What is wrong and what to do, in Dutch."""
        return " ".join(map(str, (self.what, *self.notes)))

    def __lt__(self, other: "Problem") -> bool:
        return (self.file, self.line, self.message, self.warning) < (other.file, other.line, other.message, other.warning)

    def __str__(self) -> str:
        kind = "let op: " if self.warning else ""
        return f"{self.file}:{self.line}: {kind}{self.message}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`; empty when none does."""
    names = sorted(known)
    matches = difflib.get_close_matches(word, names, 1, 0.6) or difflib.get_close_matches(word.lower(), names, 1, 0.6)
    return matches[0] if matches else ""


def near_miss(word: str, known: Iterable[str]) -> str:
    """ " Bedoel je ‘mentor’?" when a known word looks like `word`, else the empty string."""
    near = nearest(word, known)
    return str(told("near", name=near)) if near else ""


SUMMED_UP = ("way-without-scenario",)  # told once per file when there is much of it
FEW = 3
COMMAND = "python -m macros.commands.check --alles"


def summed_up(problems: list[Problem]) -> list[Problem]:
    """The problems, sorted; remarks of which a file has many become one with their number, at the first of them."""
    places: dict[tuple[str, str], set[tuple[int, Told]]] = {}
    for problem in problems:
        if problem.what.code in SUMMED_UP:
            places.setdefault((problem.file, problem.what.code), set()).add((problem.line, problem.what))
    many = {key: found for key, found in places.items() if len(found) > FEW}
    kept = [problem for problem in problems if (problem.file, problem.what.code) not in many]
    kept += [
        Problem(file, min(line for line, _ in found), told("ways-without-scenario", number=len(found), command=COMMAND), True)
        for (file, _), found in many.items()
    ]
    return sorted(kept)


def report(problems: Iterable[Problem], every: bool = False) -> str:
    """All problems as text, sorted by file and line, with a closing line that counts them. With `every` nothing is summed up."""
    found = list({str(problem): problem for problem in sorted(problems)}.values())
    found = found if every else summed_up(found)
    errors = [problem for problem in found if not problem.warning]
    warnings = len(found) - len(errors)
    lines = [str(problem) for problem in found]
    if errors:
        lines.append("")
        lines.append(
            f"{_count(len(errors), 'fout', 'fouten')} in de inhoud. Verbeter de regels hierboven en probeer het opnieuw."
        )
    elif warnings:
        lines.append("")
        lines.append(f"Geen fouten, {_count(warnings, 'punt', 'punten')} om naar te kijken.")
    return "\n".join(lines)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
