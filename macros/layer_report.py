"""What a layer does to the rest of the content, after it was read: names that are hidden are no longer pointed at, and
problems say what the base or the layer did with a name."""
from __future__ import annotations

import re
from dataclasses import replace

from macros.model import Content
from macros.problems import Problem
from macros.project import Project
from macros.renames import sentence
from macros.schema.base import Strict
from macros.schema.marks import Names, in_type
from macros.schema.walk import Part, mapped

_GONE = re.compile(r"‘([a-z0-9-]+)’ bestaat niet\b")


def hidden_names(project: Project) -> dict[str, set[str]]:
    """What the layers hide, by kind of thing as the schema calls it: the base points at it everywhere. Without layers nothing."""
    folders = {"gesprekswijzer": ("gesprekken",), "protocol of wegwijzer": ("protocollen", "wegwijzers")}
    found = {thing: {name.partition("/")[2] for name in project.hidden if name.partition("/")[0] in names}
             for thing, names in folders.items()}
    found |= {thing: set(project.documents[file].hidden) if file in project.documents else set()
              for thing, file in (("begrip", "begrippen"), ("hulplijn", "hulplijnen"))}
    return {thing: names for thing, names in found.items() if names and project.own}


def without_names(part: Part, gone: dict[str, set[str]]) -> Part:
    """The part of the content without the names in it of things that are gone."""
    def left(inside: Strict) -> Strict:
        changed = {}
        for name, info in type(inside).model_fields.items():
            names, value = in_type(info, Names), getattr(inside, name)
            if names and names.thing in gone:
                here = gone[names.thing]
                changed[name] = [one for one in value if one not in here] if isinstance(value, list) else (
                    None if value in here else value)
        return inside.model_copy(update=changed) if changed else inside
    return mapped(part, left) if gone else part


def explained(content: Content, before: list[Problem]) -> list[Problem]:
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
