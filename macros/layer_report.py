"""What a layer does to the rest of the content, after it was read: names that are hidden are no longer pointed at, and
problems say what the base or the layer did with a name."""
from __future__ import annotations

import re
from dataclasses import replace

from macros.model import Content
from macros.problems import Problem
from macros.renames import sentence

_GONE = re.compile(r"‘([a-z0-9-]+)’ bestaat niet\b")


def forget_hidden(content: Content) -> None:
    """Take away what points at a hidden guide, route, term or helpline (in place): the base points at it everywhere."""
    hidden = content.project.hidden
    names = {name: set(document.hidden) for name, document in content.project.documents.items()}
    for route in content.routes:
        for step in route.steps:
            if f"gesprekken/{step.guide}" in hidden:
                step.guide = None
            if f"protocollen/{step.route}" in hidden or f"wegwijzers/{step.route}" in hidden:
                step.route = None
            step.terms[:] = [term for term in step.terms if term not in names.get("begrippen", ())]
    for danger in content.dangers:
        danger.call[:] = [line for line in danger.call if line not in names.get("hulplijnen", ())]


def explain(content: Content, before: list[Problem]) -> list[Problem]:
    """The problems of `content`, with what became of a name that is gone. `before` holds those of the base alone."""
    project = content.project
    known, found = set(before), []
    for problem in content.problems:
        name = _GONE.search(problem.message)
        told = _told(content, name.group(1)) if name else ""
        if told and problem not in known:
            problem = replace(problem, message=f"{problem.message[:name.end()]}. {told}")
        if not problem.warning and problem not in known and problem.file in {one.file for one in project.base.values()}:
            owners = [document.layers[-1] for document in project.documents.values()
                      if document.file == problem.file and document.layers]
            where = owners[0] if owners else "jullie eigen laag"
            problem = replace(problem, message=f"{problem.message} Dit komt door {where}: verander het daar, niet hier.")
        found.append(problem)
    return found


def _told(content: Content, name: str) -> str:
    project = content.project
    if any(name in document.hidden for document in project.documents.values()):
        return "Jullie eigen laag verbergt dit."
    for page, document in project.documents.items():
        if document.left_out and page.endswith(f"/{name}"):
            return f"Jullie eigen laag verbergt deze pagina ({document.left_out})."
    change = project.renames.anywhere(name)
    return sentence(change) if change else ""
