"""Checks of names that several kinds of content share. Which fields name something else is in the schema."""
from macros.model import Content
from macros.problems import Problem, near_miss
from macros.schema.base import Strict
from macros.schema.marks import Names, in_type
from macros.schema.route import OWN_PROTOCOL
from macros.schema.walk import texts
from macros.validate import problem_at


def unknown_names(part: Strict, content: Content) -> list[Problem]:
    """A problem for each name in this part of the content of something that this school does not have."""
    known = {"rol": content.roles, "begrip": content.terms, "hulplijn": content.helplines, "gesprekswijzer": content.guides,
             "protocol of wegwijzer": [OWN_PROTOCOL, *content.protocols, *content.wayfinders]}
    problems = []
    for owner, info, place, name in texts(part):
        names = in_type(info, Names)
        if names and names.thing in known and name not in known[names.thing]:
            problems.append(problem_at(owner, *place, message=f"{names.thing} ‘{name}’ bestaat niet."
                                                              f"{near_miss(name, known[names.thing]) or names.advice}"))
    return problems


def duplicates(items: list, kind: str) -> list[Problem]:
    """A problem for each item whose id stands twice in the list."""
    seen: set[str] = set()
    problems = []
    for item in items:
        if item.id in seen:
            problems.append(problem_at(item, "id", message=f"{kind} ‘{item.id}’ staat er twee keer. Kies een andere id."))
        seen.add(item.id)
    return problems
