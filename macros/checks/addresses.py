"""Pages made from content each need an address of their own, and some addresses are taken by pages that the site makes itself."""

from __future__ import annotations

from macros.content.model import Content
from macros.schema.base import Page
from macros.schema.people import MATRIX, Role
from macros.schema.questionnaire import BALLOT, REPORT, page_id
from macros.schema.route import Step
from macros.schema.validate import problem_at
from macros.source.problems import Problem, told

START = "index"  # on the web the start page of a folder, not a page in it


def check_addresses(content: Content) -> list[Problem]:
    """Content whose id would give its page the address of another page."""
    problems = []
    if MATRIX in content.roles:
        problems.append(problem_at(content.roles[MATRIX], "id", message=told("address-of-matrix", id=MATRIX)))
    for what, title in ((BALLOT, "stembus"), (REPORT, "rapporten")):
        for owner in [page for page in content.questionnaires.values() if page.ballot]:
            other = content.questionnaires.get(page_id(owner.id, what))
            if other:
                problems.append(
                    problem_at(
                        other, "id", message=told("address-of-extra-page", id=other.id, title=title, questionnaire=owner.id)
                    )
                )
    with_address: list[Page | Role | Step] = [
        *content.protocols.values(),
        *content.wayfinders.values(),
        *content.guides.values(),
        *content.questionnaires.values(),
        *content.collections.values(),
        *content.roles.values(),
        *(step for route in content.routes for step in route.steps),
    ]
    for item in with_address:
        if item.id == START:
            problems.append(problem_at(item, "id", message=told("address-of-start", id=START)))
    return problems
