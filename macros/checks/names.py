"""Checks of names that several kinds of content share. Which fields name something else is in the schema."""

from collections.abc import Collection

from macros.content.model import Content
from macros.schema.base import Strict
from macros.schema.route import OWN_PROTOCOL
from macros.schema.validate import problem_at
from macros.schema.walk import texts
from macros.source.problems import Problem, nearest, told


def unknown_names(part: Strict, content: Content) -> list[Problem]:
    """A problem for each name in this part of the content of something that this school does not have."""
    known: dict[str, Collection[str]] = {
        "role": content.roles,
        "term": content.terms,
        "helpline": content.helplines,
        "guide": content.guides,
        "route": [OWN_PROTOCOL, *content.protocols, *content.wayfinders],
    }
    problems = []
    for owner, field, place, name in texts(part, lambda field: field.names and field.names.thing in known):
        thing = field.names.thing if field.names else ""
        if name not in known[thing]:
            problems.append(
                problem_at(owner, *place, message=told(f"unknown-{thing}", unknown=name, near=nearest(name, known[thing])))
            )
    return problems


def duplicates(items: list, kind: str) -> list[Problem]:
    """A problem for each item whose id stands twice in the list."""
    seen: set[str] = set()
    problems = []
    for item in items:
        if item.id in seen:
            problems.append(problem_at(item, "id", message=told("id-twice", kind=kind, id=item.id)))
        seen.add(item.id)
    return problems
