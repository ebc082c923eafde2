"""The content report: `python -m macros.commands.check`. Prints every mistake at once and exits with 1 when there is one; with
`--alles` also each of the remarks that are summed up else.

Checks the content for the school itself, and once for every other country and school type, because a
school that takes this over may be of any kind; and once for each language.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from macros.checks.contacts import still_to_fill
from macros.checks.translated_pages import check_pages
from macros.command import print_anything
from macros.content.languages import languages
from macros.content.locations import VARIABLE, UnknownLocation, chosen_layers
from macros.content.model import Content, Draft, is_right
from macros.content.project import LAYERS, Project, read_project
from macros.content.search_words import search_words
from macros.content.typed import Typed, read_typed
from macros.load import load
from macros.schema.countries import KINDS
from macros.source.problems import Problem, report, told
from macros.upkeep.facts import check_facts, to_look_up


def check(root: Path, layers: tuple[str, ...] = LAYERS) -> tuple[Draft, list[Problem]]:
    """The content of the school and all problems, those for other kinds of school included."""
    project = read_project(root, layers)
    typed = read_typed(project, None)
    content = load(root, project=project, typed=typed)
    problems = list(content.problems)
    if is_right(content):
        for country, school_type in KINDS:
            if (country, school_type) != (content.school.country, content.school.school_type):
                problems += [
                    problem
                    for problem in _for_other_school(project, typed, country, school_type)
                    if not _known(problem, content.problems)
                ]
        for language in languages(root):
            problems += [problem for problem in _in_language(project, language) if problem not in content.problems]
    return content, sorted({*problems, *check_facts(root), *search_words(project)[1]})


def _in_language(project: Project, language: str) -> list[Problem]:
    """Problems with the translations into a language."""
    content = load(project.root, project=project, language=language)
    return content.problems + (check_pages(content) if isinstance(content, Content) else [])


def _known(problem: Problem, problems: list[Problem]) -> bool:
    """Is this what was already said of the same line for the school itself?"""
    return any((problem.file, problem.line, problem.what) == (known.file, known.line, known.what) for known in problems)


def _for_other_school(project: Project, typed: Typed, country: str, school_type: str) -> list[Problem]:
    """Problems that only show for another kind of school, and for which one."""
    only = told("holds-for", country=country, school_type=school_type)
    return [
        replace(problem, notes=(*problem.notes, only))
        for problem in load(project.root, country, school_type, project=project, typed=typed).problems
    ]


def right_content(root: Path) -> Content | None:
    """The content of the location that LOCATIE chooses, for a command; None after it printed what is wrong."""
    try:
        content = load(root, layers=chosen_layers(root, os.environ))
    except UnknownLocation as unknown:
        print(f"{VARIABLE} klopt niet: {unknown}")
        return None
    if is_right(content):
        return content
    print(report(content.errors))
    return None


def main(root: Path) -> int:
    print_anything(sys.stdout)
    try:
        content, problems = check(root, chosen_layers(root, os.environ))
    except UnknownLocation as unknown:
        print(f"{VARIABLE} klopt niet: {unknown}")
        return 1
    if problems:
        print(report(problems, "--alles" in sys.argv[1:]))
    if any(not problem.warning for problem in problems) or not is_right(content):
        return 1
    counts = (
        ("protocol", "protocollen", content.protocols),
        ("wegwijzer", "wegwijzers", content.wayfinders),
        ("gesprekswijzer", "gesprekswijzers", content.guides),
        ("vragenlijst", "vragenlijsten", content.questionnaires),
    )
    found = ", ".join(f"{len(pages)} {one if len(pages) == 1 else more}" for one, more, pages in counts)
    print(f"De inhoud klopt: {found}.")
    open_points = still_to_fill(content.school)
    if open_points:
        print("\nNog te doen voordat dit de site van jullie school is (nu staat er voorbeeld: ja):")
        print("\n".join(map(str, open_points)))
    points = to_look_up(root, content.school)
    if points:
        print("\nZelf opzoeken voordat jullie publiceren, en daarna elk jaar (zie ook make jaarcheck):")
        print("\n".join(f"- {point.question} {', '.join(point.links)}" for point in points))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
