"""“Wat gebeurt er wanneer?”: every line once, no title of a step, and no promise that the planner does not give."""

import html
import json
import random
import re

import pytest

from macros.content.graph import always_before
from macros.load import load
from macros.render.when import HOME_OF_WHO_BULLIES, when_for_parents, when_for_pupils
from macros.schema.countries import KINDS
from macros.schema.route import Route
from tests.amount import amount
from tests.generated_routes import route as generated
from tests.places import ROOT
from tests.render.test_promises import (
    NO_HOLIDAYS,
    all_courses,
    courses,
    data,
    holidays,
    on_the_last_day,
    text,
    with_route,
)
from widgets.core import dates, when

LOADED = {kind: load(ROOT, *kind) for kind in KINDS}
CASES = [(kind, route_id) for kind, content in LOADED.items() for route_id in content.protocols]
ROUTES = range(amount(100, 320))


def content_for(kind: tuple[str, str], route_id: str):
    content = LOADED[kind]
    content.school.protocol = route_id
    return content


def widget_data(page: str) -> dict:
    return json.loads(html.unescape(re.search(r'data-content="([^"]*)"', page).group(1)))


def moments(page: str) -> list[dict]:
    return [moment for entry in widget_data(page)["lists"] for moment in entry["moments"]]


def seen(page: str) -> str:
    """What a reader sees."""
    return text(re.sub(r'data-content="[^"]*"', "", page))


def generated_page(seed: int) -> tuple[Route, str]:
    """A route made at random in which every step tells parents something of its own, and its page."""
    route = generated(seed)
    for step in route.steps:
        step.for_parents = f"Regel van {step.id}."
    return route, when_for_parents(with_route(route))


def promised(page: str) -> list[tuple[str, dict]]:
    """(id of a step, moment) of what is promised in bold: only the step that the moment was made for, which comes first."""
    return [
        (re.fullmatch(r"Regel van (.*)\.", moment["lines"][0]["text"]).group(1), moment)
        for moment in moments(page)
        if moment["sure"]
    ]


@pytest.mark.parametrize("kind, route_id", CASES)
def test_every_line_stands_once_and_no_title_and_no_label(kind, route_id):
    content = content_for(kind, route_id)
    route = content.protocols[route_id]
    for page, name in ((when_for_parents(content), "for_parents"), (when_for_pupils(content), "for_pupils")):
        shown = seen(page)
        lines = [" ".join(getattr(step, name).split()) for step in route.steps if getattr(step, name)]
        assert lines and [line for line in lines if shown.count(line) != lines.count(line)] == []
        rest = shown
        for line in sorted(lines, key=len, reverse=True):
            rest = rest.replace(line, "")
        assert [step.title for step in route.steps if step.title in rest] == []
        labels = {way.label for step in route.steps for way in step.exits if way.label and len(way.label) > 3}
        assert [label for label in labels if label in rest] == []


@pytest.mark.parametrize("kind, route_id", CASES)
def test_a_line_comes_after_what_always_comes_first(kind, route_id):
    content = content_for(kind, route_id)
    route = content.protocols[route_id]
    school = widget_data(when_for_parents(content))["lists"][0]
    order = [line["text"] for moment in school["moments"] for line in moment["lines"]]
    place = {step.id: order.index(step.for_parents) for step in route.steps if step.for_parents in order}
    for step_id, earlier in always_before(route).items():
        for first in earlier & set(place):
            assert step_id not in place or place[first] < place[step_id], (first, step_id)


def test_the_home_of_a_pupil_who_bullies_stands_apart():
    """In the recommended protocol that is the call to that home alone, and nothing of it stands among the rest."""
    content = content_for(("nl", "vo"), "aanbevolen-protocol")
    route = content.protocols["aanbevolen-protocol"]
    school, apart = widget_data(when_for_parents(content))["lists"]
    line = route.step("thuis-pest").for_parents
    assert apart["id"] == "kind-pest" and [one["text"] for moment in apart["moments"] for one in moment["lines"]] == [line]
    assert line not in str(school)
    assert {*route.step("thuis-pest").with_, *route.step("thuis-pest").inform} & {"ouders-gepest", "ouders"} == set()
    assert HOME_OF_WHO_BULLIES in content.roles


def test_the_moments_of_the_recommended_protocol():
    """Worked out by hand: the talk is promised after two school days; the call home has an exception that makes it later."""
    page = when_for_parents(content_for(("nl", "vo"), "aanbevolen-protocol"))
    assert [(moment["when"], moment["sure"], moment["days"], len(moment["lines"])) for moment in moments(page)] == [
        ("Op de dag dat u het vertelt", True, 0, 1),
        ("Uiterlijk 2 schooldagen nadat u het hebt verteld", True, 2, 2),
        ("Meestal binnen 3 schooldagen nadat u het hebt verteld", False, 3, 2),
        ("Meestal binnen 5 schooldagen nadat u het hebt verteld", False, 5, 1),
        ("Meestal binnen 2 weken nadat u het hebt verteld", False, 10, 1),
        ("Daarna", False, -1, 2),
        ("Meestal binnen 5 schooldagen nadat de school het heeft gehoord", False, 5, 1),
    ]


def test_an_exception_that_only_makes_it_sooner_leaves_the_promise():
    content = load(ROOT, "nl", "vo")
    first = content.protocols["aanbevolen-protocol"].step("eerste-gesprek")
    assert first.deadline.remark and first.deadline.only_sooner
    first.deadline.only_sooner = False
    assert [moment["sure"] for moment in moments(when_for_parents(content))][:2] == [True, False]


@pytest.mark.parametrize("block", range(0, len(ROUTES), 50))
def test_no_course_gives_parents_an_earlier_day_than_the_planner(block):
    """On calendars with and without holidays, from any day, also one without school."""
    compared = 0
    for seed in ROUTES[block : block + 50]:
        (route, page), chance = generated_page(seed), random.Random(seed)
        told = promised(page)
        for calendar in (NO_HOLIDAYS, holidays(chance), holidays(chance)) if told else ():
            content = data(route, calendar)
            for answers in courses(content, chance, 6):
                reported = dates.from_iso("2026-09-01") + chance.randint(0, 330)
                for line in on_the_last_day(content, answers, reported):
                    for step_id, moment in told:
                        if line["step"] == step_id:
                            day = when.day_of(calendar, reported, moment["days"])
                            assert day is None or line["due"] <= day, (seed, moment, line)
                            compared += 1
    assert compared > 200


def test_bold_is_the_latest_of_all_courses_and_not_later():
    """On a calendar without holidays, from a Monday, every course tried: the day is that of one of them."""
    compared, monday = 0, dates.from_iso("2026-11-02")
    for seed in range(12 * len(ROUTES)):
        if any(
            step.follow_up
            or step.deadline
            and any(
                unit in f"{step.deadline.within} {step.deadline.not_before}"
                for unit in ("maand", "kalenderdag", "uur", "werkdag")
            )
            for step in generated(seed).steps
        ):
            continue  # a month, hours and days on the calendar have no fixed number of school days
        route, page = generated_page(seed)
        content = data(route, NO_HOLIDAYS)
        plans = [on_the_last_day(content, answers, monday) for answers in all_courses(content, 600)]
        for step_id, moment in promised(page):
            days = [line["due"] for schedule in plans for line in schedule if line["step"] == step_id]
            if days:
                assert max(days) == when.day_of(NO_HOLIDAYS, monday, moment["days"]), (seed, step_id)
                compared += 1
    assert compared > 20


def test_what_comes_after_a_series_of_days_names_no_day():
    """Nobody can say when it is over: the steps after it stand under “Daarna”, without a number of days."""
    for kind, route_id in CASES:
        found = moments(when_for_parents(content_for(kind, route_id)))
        after = [moment for moment in found if moment["when"] == "Daarna"]
        assert all(moment["days"] == -1 and not moment["sure"] for moment in after), route_id
