"""Checks of names that several kinds of content share."""
from typing import Iterable

from macros.problems import Problem, near_miss
from macros.schema.base import Strict
from macros.validate import problem_at


def unknown(model: Strict, key: str, names: Iterable[str], known: Iterable[str], kind: str, file: str) -> list[Problem]:
    """A problem for each of `names` (the list under `key`) that is not known."""
    return [problem_at(model, key, index, message=f"{kind} ‘{name}’ bestaat niet."
                       f"{near_miss(name, known) or f' Kies een id uit {file}.'}")
            for index, name in enumerate(names) if name not in known]


def duplicates(items: list, kind: str) -> list[Problem]:
    """A problem for each item whose id stands twice in the list."""
    seen: set[str] = set()
    problems = []
    for item in items:
        if item.id in seen:
            problems.append(problem_at(item, "id", message=f"{kind} ‘{item.id}’ staat er twee keer. Kies een andere id."))
        seen.add(item.id)
    return problems
