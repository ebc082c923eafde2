"""What a layer does to the rest of the content, after it was read: names that are hidden are no longer pointed at, and
problems say what the base or the layer did with a name."""

from __future__ import annotations

from dataclasses import replace

from macros.content.model import Draft
from macros.content.project import Project
from macros.layers.renames import sentence
from macros.schema.base import Strict
from macros.schema.walk import Part, mapped, text_fields
from macros.source.problems import Problem, Told, told


def hidden_names(project: Project) -> dict[str, set[str]]:
    """What the layers hide, by kind of thing as the schema calls it: the base points at it everywhere. Without layers nothing."""
    folders = {"guide": ("gesprekken",), "route": ("protocollen", "wegwijzers")}
    found = {
        thing: {name.partition("/")[2] for name in project.hidden if name.partition("/")[0] in names}
        for thing, names in folders.items()
    }
    found |= {
        thing: set(project.documents[file].hidden) if file in project.documents else set()
        for thing, file in (("term", "begrippen"), ("helpline", "hulplijnen"))
    }
    return {thing: names for thing, names in found.items() if names and project.own}


def without_names(part: Part, gone: dict[str, set[str]]) -> Part:
    """The part of the content without the names in it of things that are gone."""

    def left(inside: Strict) -> Strict:
        changed = {}
        for field in text_fields(type(inside)):
            if field.names and field.names.thing in gone:
                value, here = getattr(inside, field.name), gone[field.names.thing]
                changed[field.name] = (
                    [one for one in value if one not in here] if isinstance(value, list) else (None if value in here else value)
                )
        return inside.model_copy(update=changed) if changed else inside

    return mapped(part, left) if gone else part


def explained(content: Draft, before: list[Problem]) -> list[Problem]:
    """The problems of `content`, with what became of a name that is gone. `before` holds those of the base alone."""
    project = content.project
    known, of_base = set(before), {document.file for document in project.base.values()}
    found = []
    for problem in content.problems:
        if problem not in known:
            name = problem.what.get("unknown")
            because = _became_of(content, str(name)) if name else None
            if because:
                problem = replace(problem, what=replace(problem.what, because=because))
            if not problem.warning and problem.file in of_base:
                owners = [
                    document.layers[-1]
                    for document in project.documents.values()
                    if document.file == problem.file and document.layers
                ]
                cause = told("caused-by-file", file=owners[0]) if owners else told("caused-by-layer")
                problem = replace(problem, notes=(*problem.notes, cause))
        found.append(problem)
    return found


def _became_of(content: Draft, name: str) -> Told | None:
    """What the layer or the base did with a name that is gone, or None."""
    project = content.project
    if any(name in document.hidden for document in project.documents.values()):
        return told("hidden-by-layer")
    for page, document in project.documents.items():
        if document.left_out and page.endswith(f"/{name}"):
            return told("page-hidden-by-layer", place=document.left_out)
    change = project.renames.anywhere(name)
    return sentence(change) if change else None
