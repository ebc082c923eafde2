"""What the guide needs to lead a case: dates, roles, conversations and a version, besides the route itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from macros.checks import ages
from macros.content.calendar import calendar_data
from macros.content.graph import always_on_the_way
from macros.content.model import Content
from macros.content.stages import parts
from macros.publish.links import Links
from macros.publish.routes import route_data
from macros.publish.shapes import Calendar, Due, ProtocolData, ProtocolStepData, RoleLink, RouteStepData, Unit
from macros.publish.talks import talk_data
from macros.schema.countries import COUNTRIES
from macros.schema.durations import FIXED, UNITS, counted
from macros.schema.route import PREVIOUS, Deadline, Route, Step
from widgets.core import dates


def protocol_data(route: Route, content: Content, links: Links) -> ProtocolData:
    """A route with which the guide can lead a case: see widgets.core.guide, plan and case."""
    data = route_data(route, content, links)
    always = always_on_the_way(route)
    steps = [_step_data(plain, step, step.id in always, content) for plain, step in zip(data["steps"], route.steps)]
    used = {step.guide for step in route.steps if step.guide in content.guides}
    contact = content.school.contacts[0]
    return {
        **data,
        "stages": [{"id": stage.id, "title": stage.title, "side": bool(stage.when)} for stage, _ in parts(route)],
        "steps": steps,
        "calendar": core_calendar(content),
        "version": version(route, data["steps"]),
        "time_zone": COUNTRIES[content.school.country].time_zone,
        "roles": roles_data(route, content, links),
        "leave_to": content.school.leave_to,
        "contact": content.vocabulary.name(contact.role, article=True),
        "talks": {guide_id: talk_data(content.guides[guide_id], content, links) for guide_id in sorted(used)},
    }


def _step_data(plain: RouteStepData, step: Step, always: bool, content: Content) -> ProtocolStepData:
    return {
        **plain,
        "stage": step.stage or "",
        "talk": step.guide if step.guide in content.guides else "",
        "due": _due(step.deadline) if step.deadline else None,
        "moments": [duration_data(text) for text in step.follow_up],
        "mandatory": step.kind == "doen" and always,
        "parents": step.for_parents or "",
        "was": step.former,
        "roles": {"who": step.who, "with": step.with_, "inform": step.inform},
    }


def _due(deadline: Deadline) -> Due:
    due: Due = {
        "duration": duration_data(deadline.within),
        "after": "" if deadline.after == PREVIOUS else deadline.after,
    }
    if deadline.not_before:
        due["wait"] = duration_data(deadline.not_before)
    if deadline.lasts:
        due["lasts"] = duration_data(deadline.lasts)
    if deadline.outside:
        due["outside"] = True
    return due


def duration_data(text: str) -> list[int | Unit]:
    """A duration of an author as [amount, unit]: "2 weken" -> [2, "weeks"]. Raises ValueError for what is none."""
    if text in FIXED:
        return [1, FIXED[text]]
    found = counted(text)
    if found is None:
        raise ValueError(text)
    amount, unit = found
    return [amount, UNITS[unit].browser]


def core_calendar(content: Content) -> Calendar:
    """The calendar of the school as widgets.core.dates reads it."""
    data = calendar_data(content, ages.today())
    calendar: Calendar = {
        "closed": [[dates.from_iso(first), dates.from_iso(last)] for first, last in data["closed"]],
        "free": [dates.from_iso(day) for day in data["free"]],
        "known_until": dates.from_iso(data["known_until"]),
        "terms": [[int(part) for part in text.split("-")] for text in data["trimesters"]],
    }
    if content.school.meetings:
        calendar["meetings"] = sorted(dates.from_iso(day.isoformat()) for day in content.school.meetings)
    return calendar


def roles_data(route: Route, content: Content, links: Links) -> list[RoleLink]:
    """The roles with a part in this route; "href" leads to the sheet of that role, for the school's own protocol."""
    used = {role_id for step in route.steps for role_id in [*step.who, *step.with_, *step.inform]}
    own = route.id == content.school.protocol
    return [
        {
            "id": role_id,
            "name": content.vocabulary.name(role_id, article=False),
            "href": links.to(f"rollen/{role_id}") if own else "",
        }
        for role_id in content.roles
        if role_id in used
    ]


def version(route: Route, steps: Sequence[RouteStepData]) -> str:
    """The date of the protocol and a fingerprint: another one means that something in it reads otherwise."""
    told = json.dumps([[step["id"], step["title"], step["deadline"], step["exits"]] for step in steps], sort_keys=True)
    return f"{route.checked.isoformat()}-{hashlib.sha256(told.encode()).hexdigest()[:6]}"
