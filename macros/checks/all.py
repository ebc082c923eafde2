"""Checks over all files together: everything that is named exists, and every route ends."""

from __future__ import annotations

from macros.checks.addresses import check_addresses
from macros.checks.ages import check_age, check_seen
from macros.checks.calendar import check_calendar
from macros.checks.contacts import check_contacts
from macros.checks.names import duplicates, unknown_names
from macros.checks.questionnaires import check_questionnaires
from macros.checks.routes import check_route
from macros.content.model import Content
from macros.schema.base import Lockable
from macros.schema.countries import SCHOOL_TYPES
from macros.schema.school import School
from macros.schema.validate import problem_at
from macros.source.problems import Problem, nearest, told


def check_references(content: Content) -> list[Problem]:
    """All mistakes that only show when everything is known."""
    problems: list[Problem] = []
    for route in content.routes:
        problems += check_route(route, content)
    for guide in content.guides.values():
        problems += unknown_names(guide, content) + duplicates(guide.phases, "fase")
    problems += check_questionnaires(content)
    problems += check_addresses(content)
    for collection in content.collections.values():
        problems += duplicates(collection.groups, "groep")
        problems += unknown_names(collection, content)
    problems += check_ages(content)
    problems += _check_locked(content)
    for danger in content.dangers:
        problems += unknown_names(danger, content)
    problems += _check_school(content)
    problems += check_calendar(content)
    return problems


def _check_locked(content: Content) -> list[Problem]:
    """What a school may not hide says why: the reason stands in what a school reads when it tries."""
    parts: list[Lockable] = [*content.pages, *(step for route in content.routes for step in route.steps)]
    parts += [group for collection in content.collections.values() for group in collection.groups]
    return [
        problem_at(part, "vast", message=told("locked-without-reason"))
        for part in parts
        if part.locked and not part.locked_because
    ]


def check_ages(content: Content) -> list[Problem]:
    """Pages and helplines that were last read through too long ago."""
    lines = [*content.helplines.values(), *([content.danger_page] if content.danger_page else [])]
    return [problem for page in content.pages for problem in check_age(page)] + [
        problem for line in lines for problem in check_seen(line)
    ]


def _check_school(content: Content) -> list[Problem]:
    school = content.school
    problems = []
    if school.protocol not in content.protocols:
        problems.append(
            problem_at(
                school,
                "protocol",
                message=told(
                    "unknown-own-protocol",
                    unknown=school.protocol,
                    protocols=", ".join(content.protocols),
                    near=nearest(school.protocol, content.protocols),
                ),
            )
        )
    return problems + unknown_names(school, content) + check_contacts(school)


def check_school_type(school: School) -> list[Problem]:
    """A problem when the kind of school is not one of its country; said where a layer changed one of the two."""
    if school.school_type in SCHOOL_TYPES[school.country]:
        return []
    choices = told("choose-from", choices=", ".join(SCHOOL_TYPES[school.country]))
    document = school._document
    file, other = (document.place((key,))[0] for key in ("land", "onderwijs"))
    if file != other and file in document.layers and other not in document.layers[document.layers.index(file) :]:
        return [
            problem_at(
                school,
                "land",
                message=told("school-type-of-other-country", school_type=school.school_type, file=other, choices=choices),
            )
        ]
    return [problem_at(school, "onderwijs", message=told("school-type-unknown", school_type=school.school_type, choices=choices))]
