"""No school's protocol promises a reader what the planner does not give: the four cases, and protocols made at random."""

import datetime
import html
import random
import re
from functools import lru_cache

import icalendar
import pytest
import yaml

from macros.content.courses import takes_time
from macros.load import load
from macros.publish.cases import protocol_data
from macros.publish.links import Links
from macros.render import readers
from macros.render.deadlines import REPORT, counted_from
from macros.render.role_sheets import sheet_page
from macros.render.step_page import step_page
from macros.schema.route import PREVIOUS, Route
from tests.generated_routes import route as generated
from tests.places import ROOT
from widgets.core import agenda, dates, guide, plan, upcoming
from widgets.core.route import destination, index_steps, walk

CONTENT = load(ROOT, "nl", "vo")
AT_HOME = {
    "ouders": "ouders of verzorgers",
    "ouders-gepest": "ouders of verzorgers van de leerling die gepest wordt",
    "ouders-pest": "ouders of verzorgers van de leerling die pest",
}
ROUTES = range(320)
NO_HOLIDAYS = {"closed": [], "free": [], "known_until": dates.from_iso("2030-01-01"), "terms": []}


def text(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def with_route(route: Route):
    """The content of a school that follows this protocol."""
    CONTENT.protocols = {route.id: route}
    CONTENT.school.protocol = route.id
    return CONTENT


def case(name: str) -> Route:
    return Route.model_validate(yaml.safe_load((ROOT / "tests/any_school" / f"{name}.yaml").read_text(encoding="utf-8")))


def parents(route: Route) -> str:
    return readers.for_parents(with_route(route), Links("ouders/stappen.md"))


def lines(page: str) -> dict[str, str]:
    """What “Wanneer hoort u iets?” says per role at home, as markup."""
    found = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", page.split("\n\n## ")[0], re.S))
    return {role: found[f"De {name}"] for role, name in AT_HOME.items() if f"De {name}" in found}


def items(page: str) -> dict[str, str]:
    parts = re.split(r'(?=<li class="reader-step")', page)[1:]
    return {re.search(r'/protocollen/[a-z0-9-]+/([a-z0-9-]+)/"', part).group(1): part for part in parts}


def data(route: Route, calendar: dict) -> dict:
    return {**protocol_data(route, with_route(route), Links(f"protocollen/{route.id}.md")), "calendar": calendar}


@lru_cache(maxsize=None)
def made(seed: int) -> tuple[Route, str]:
    """A route made at random, and its page for parents."""
    route = generated(seed)
    return route, parents(route)


def led(content: dict, reported: str, today: str, *messages):
    model = guide.update(content, guide.init(content), ("day-began", today, "abc123"))
    for message in [("reported", reported), *messages]:
        model = guide.update(content, model, message)
    return model, plan.plan(content, model)


def due(schedule: list[dict]) -> dict[str, str]:
    return {line["visit"]: dates.to_iso(line["due"]) for line in schedule if line["due"] is not None}


# ---- the four cases ----


def test_a_question_that_takes_time_counts_for_parents_too():
    """d1: report on Monday 2 November 2026. Two weeks later is Monday 16, and a school day after that Tuesday 17."""
    content = data(case("d1"), NO_HOLIDAYS)
    _, schedule = led(content, "2026-11-02", "2026-11-02", ("answered", "melding", "gestopt"), ("answered", "gestopt", "bellen"))
    assert due(schedule)["bellen"] == "2026-11-03", "answered at once, on Monday: the call is a school day later"
    late = led(
        content,
        "2026-11-02",
        "2026-11-02",
        ("answered", "melding", "gestopt"),
        ("answered", "gestopt", "bellen"),
        ("dated", "day", "gestopt", "2026-11-26"),
    )[1]
    assert due(late)["bellen"] == "2026-11-17", "answered ten days late: the call does not move with it"
    page = parents(case("d1"))
    assert "<strong>Uiterlijk 2 weken en 1 schooldag nadat de school het weet.</strong>" in lines(page)["ouders-gepest"]
    assert "binnen 1 schooldag na ‘Is het na twee weken gestopt?’" in text(items(page)["bellen"])


def test_the_first_step_has_no_condition():
    """d2: the route comes back to its first step, yet that step always comes."""
    assert "reader-condition" not in items(parents(case("d2")))["melding"]
    assert "Dit is niet altijd nodig." in text(items(parents(case("d2")))["bellen"])


def test_a_loop_counts_as_often_as_it_may_be_taken():
    """d2: three times two weeks, because the way back may be taken twice, and a school day for the call."""
    assert "Uiterlijk 6 weken en 1 schooldag" in text(lines(parents(case("d2")))["ouders-gepest"])


def test_a_term_beside_fixed_days_comes_first_and_the_days_count_from_when_it_was_done():
    """d3: staff, planner, parents and the calendar file all say 3 November, then a week and two weeks after the call."""
    route = case("d3")
    content = data(route, NO_HOLIDAYS)
    model, schedule = led(content, "2026-11-02", "2026-11-02", ("answered", "melding", "bellen"))
    assert due(schedule)["bellen"] == "2026-11-03"
    opened = upcoming.open_dates(content, model, schedule)
    assert [(dates.to_iso(event["day"]), event["kind"], event["expected"]) for event in opened] == [
        ("2026-11-03", "step", False),
        ("2026-11-10", "moment", True),
        ("2026-11-17", "moment", True),
    ]
    begun, schedule = led(
        content, "2026-11-02", "2026-11-04", ("answered", "melding", "bellen"), ("dated", "day", "bellen", "2026-11-04")
    )
    assert [dates.to_iso(event["day"]) for event in upcoming.open_dates(content, begun, schedule)] == ["2026-11-11", "2026-11-18"]
    done, schedule = led(
        content,
        "2026-11-02",
        "2026-11-12",
        ("answered", "melding", "bellen"),
        ("dated", "day", "bellen", "2026-11-04"),
        ("answered", "bellen", "klaar"),
    )
    assert [(dates.to_iso(event["day"]), event["certain"]) for event in upcoming.open_dates(content, done, schedule)] == [
        ("2026-11-18", True)
    ], "11 November is over; the call itself is not asked again"
    file = icalendar.Calendar.from_ical(agenda.calendar_file(content, done, "20261112T080000Z"))
    assert [event["DTSTART"].dt for event in file.walk("VEVENT")] == [datetime.date(2026, 11, 18)]
    words = "1 week, 2 weken (geteld vanaf de dag dat dit is gedaan)"
    call = step_page(route, route.step("bellen"), with_route(route), Links("protocollen/d3/bellen.md"))
    for page in (call, sheet_page("mentor", CONTENT, Links("x.md"))):
        assert words in text(page)
    seen = text(items(parents(route))["bellen"])
    assert "binnen 1 schooldag na ‘Neem de melding aan’" in seen and words in seen
    assert "Uiterlijk 1 schooldag" in text(lines(parents(route))["ouders-gepest"])


def test_coming_back_to_a_step_with_its_own_term():
    """Visits after the first are the fixed days, counted from the first visit; before a case has days they are named so."""
    route = case("d3")
    raw = yaml.safe_load((ROOT / "tests/any_school/d3.yaml").read_text(encoding="utf-8"))
    raw["stappen"][1]["daarna"] = [
        {"als": "Goed", "naar": "klaar"},
        {"id": "nog", "als": "Nog niet", "naar": "bellen", "hoogstens": 4, "dan": "klaar"},
    ]
    route = Route.model_validate(raw)
    content = data(route, NO_HOLIDAYS)
    walked = [
        ("answered", "melding", "bellen"),
        ("dated", "day", "bellen", "2026-11-05"),
        ("answered", "bellen", "nog"),
        ("dated", "day", "bellen#2", "2026-11-12"),
        ("answered", "bellen#2", "nog"),
        ("dated", "day", "bellen#3", "2026-11-19"),
        ("answered", "bellen#3", "nog"),
    ]
    _, schedule = led(content, "2026-11-02", "2026-11-02", *walked)
    assert due(schedule) == {
        "melding": "2026-11-02",
        "bellen": "2026-11-03",
        "bellen#2": "2026-11-12",
        "bellen#3": "2026-11-19",
        "bellen#4": "2026-11-26",
    }
    fresh = guide.update(content, guide.init(content), ("answered", "melding", "bellen"))
    assert "Moment" not in str(guide.view(content, fresh))
    assert "Moment 1 van 2" in str(guide.view(content, guide.update(content, fresh, ("answered", "bellen", "nog"))))


def test_parents_who_get_a_letter_or_stand_later_in_a_list_are_told_when():
    """d4: a letter within two school days, after a report that is taken the same day; the talk comes later."""
    page = parents(case("d4"))
    seen = text(lines(page)["ouders-pest"])
    assert "Uiterlijk 2 schooldagen nadat de school het weet." in seen
    assert "U krijgt bericht. Dat gebeurt binnen 2 schooldagen na ‘Neem de melding aan’. In het protocol: Stuur een brief" in seen


def test_a_talk_is_told_as_a_talk_also_without_a_text_for_parents():
    route = case("d4")
    route.step("brief").inform.clear()
    route.step("gesprek").for_parents = None
    seen = text(lines(parents(route))["ouders-pest"])
    assert "De school praat met u. Dat gebeurt binnen 1 week na ‘Stuur een brief’. In het protocol: Praat met" in seen


def test_an_exception_in_words_leaves_no_absolute_promise():
    route = case("d4")
    route.step("brief").deadline.remark = "Een week later als de leerling het eerst zelf vertelt."
    shown = lines(parents(route))["ouders-pest"]
    assert "uiterlijk" not in text(shown) and "<strong>" not in shown
    assert "Meestal binnen 2 schooldagen nadat de school het weet." in text(shown)
    assert "Een week later als de leerling het eerst zelf vertelt." in text(shown)


def test_a_step_without_a_term_on_the_way_leaves_no_sum():
    route = case("d4")
    route.step("melding").deadline = None
    seen = text(lines(parents(route))["ouders-pest"])
    assert "nadat de school het weet" not in seen and "binnen 2 schooldagen na ‘Neem de melding aan’" in seen


def test_headings_are_true_for_every_protocol():
    """Above a definitive exclusion, right after the report, stands nothing about listening and helping."""
    route = case("d4")
    route.step("brief").title = "Verwijder de leerling definitief van school"
    for wrong in ("luisteren", "helpen", "gestopt", "Als je iets vertelt"):
        assert not any(wrong in line for line in parents(route).splitlines() if line.startswith("#"))
    assert "## Wat de school doet" in parents(route)


def test_what_comes_each_term_is_planned_without_fixed_days_too():
    route = case("d3")
    route.step("bellen").follow_up.clear()
    route.step("bellen").deadline.within = "elk trimester"
    content = data(route, {**NO_HOLIDAYS, "terms": [[12, 1], [3, 15], [6, 1]]})
    assert due(led(content, "2026-11-02", "2026-11-02")[1])["bellen"] == "2026-12-01"
    assert "Samen uiterlijk" not in text(lines(parents(route))["ouders-gepest"])


def test_days_to_come_back_that_a_holiday_makes_one():
    """Closed for three weeks: one school day and one week are the same day, so the second visit waits a month."""
    raw = yaml.safe_load((ROOT / "tests/any_school/d3.yaml").read_text(encoding="utf-8"))
    again = {"id": "nog", "als": "Weet niet", "naar": "volgen", "hoogstens": 1, "dan": "bellen"}
    raw["stappen"][1] = {
        "id": "volgen",
        "soort": "vraag",
        "titel": "Gaat het goed?",
        "opvolgen": ["1 schooldag", "1 week", "1 maand"],
        "daarna": [{"als": "Ja", "naar": "bellen"}, again],
    }
    raw["stappen"].insert(
        2,
        {
            "id": "bellen",
            "soort": "doen",
            "titel": "Bel",
            "wie": ["mentor"],
            "met": ["ouders-gepest"],
            "wanneer": {"binnen": "1 schooldag"},
            "daarna": [{"naar": "klaar"}],
        },
    )
    raw["stappen"][0]["daarna"] = [{"naar": "volgen"}]
    route = Route.model_validate(raw)
    monday = dates.from_iso("2026-11-02")
    closed = {**NO_HOLIDAYS, "closed": [[monday + 1, monday + 20]]}
    content = data(route, closed)
    schedule = on_the_last_day(content, {"melding": "volgen", "volgen": "nog", "volgen#2": "bellen"}, monday)
    assert [dates.to_iso(line["due"]) for line in schedule[1:4]] == ["2026-11-23", "2026-12-02", "2026-12-03"]
    words = promise(lines(parents(route))["ouders-gepest"])
    assert words == "4 weken en 4 schooldagen", "a month has at most 23 school days, and the call comes a day later"
    assert told_day(words, closed, monday) >= schedule[3]["due"]


# ---- protocols made at random ----


def courses(content: dict, chance: random.Random, number: int):
    """Answers of random ways to an end. Ways back are liked, because they take the longest."""
    steps = index_steps(content)
    for _ in range(number):
        answers = {}
        while True:
            place = walk(content, answers)[-1]
            exits = steps[place["step"]]["exits"]
            if not exits:
                break
            back = [way for way in exits if way["limit"] > place["taken"][way["key"]]]
            chosen = chance.choice(back if back and chance.random() < 0.6 else exits)
            answers[place["visit"]] = chosen["key"]
        yield answers


def on_the_last_day(content: dict, answers: dict, reported: int, records=()) -> list[dict]:
    """The plan of a course in which everything is done on its last day: what is answered without a day counts as that."""
    model = {**guide.init(content), "answers": answers, "records": dict(records), "reported": reported, "today": None}
    return plan.plan(content, model)


def holidays(chance: random.Random) -> dict:
    closed, day = [], dates.from_iso("2026-08-20")
    while day < dates.from_iso("2028-01-01"):
        first = day + chance.randint(5, 70)
        day = first + chance.choice([0, 0, 6, 8, 15, 44])
        closed.append([first, day])
    free = [first for first, _ in closed if chance.random() < 0.3]
    return {"closed": closed, "free": free, "known_until": day, "terms": [[12, 1], [3, 15], [6, 1]]}


def told_day(words: str, calendar: dict, reported: int) -> int:
    """The day a reader works out: from the first school day on, with five school days for a week, as the page says."""
    day = dates.school_day_from(calendar, reported)
    parts = re.fullmatch(r"(?:(\d+) we(?:ek|ken))?(?: en )?(?:(\d+) schooldag(?:en)?)?", words)
    assert parts and any(parts.groups()), words
    weeks, days = (int(part or 0) for part in parts.groups())
    return dates.add_school_days(calendar, day, 5 * weeks + days)


def promise(line: str) -> str | None:
    """The words of the sum that is promised as the latest, or None."""
    found = re.search(r"<strong>Uiterlijk (.*?) nadat de school het weet\.</strong>", line)
    if found is None:
        assert "uiterlijk" not in line.lower() or "<strong>Uiterlijk dezelfde schooldag" in line
        return "0 schooldagen" if "<strong>" in line else None
    return found.group(1)


def reaches(route: Route, step_id: str, role: str) -> bool:
    return role in (*route.step(step_id).with_, *route.step(step_id).inform)


@pytest.mark.parametrize("block", range(0, len(ROUTES), 80))
def test_no_course_gives_parents_an_earlier_day_than_the_planner(block):
    promised = 0
    for seed in ROUTES[block : block + 80]:
        (route, page), chance = made(seed), random.Random(seed)
        told = [
            (words, re.findall(r"/protocollen/[a-z0-9-]+/([a-z0-9-]+)/", line))
            for line in lines(page).values()
            if (words := promise(line))
        ]
        promised += len(told)
        if not told:
            continue
        for calendar in (NO_HOLIDAYS, holidays(chance), holidays(chance)):
            content = data(route, calendar)
            for answers in courses(content, chance, 6):
                reported = dates.from_iso("2026-09-01") + chance.randint(0, 330)
                schedule = on_the_last_day(content, answers, reported)
                for words, steps in told:
                    for line in schedule:
                        if line["step"] in steps:
                            assert line["due"] <= told_day(words, calendar, reported), (seed, words, line)
    assert promised > 10, "promises are made, so this was a test"


def all_courses(content: dict, most: int):
    """Every way to an end, or nothing when there are more than `most`."""
    steps = index_steps(content)
    waiting, found = [({}, content["start"], {}, {})], []
    while waiting:
        answers, step_id, rounds, taken = waiting.pop()
        rounds = {**rounds, step_id: rounds.get(step_id, 0) + 1}
        visit = plan.visit_name(step_id, rounds[step_id])
        if not steps[step_id]["exits"]:
            found.append(answers)
        for way in steps[step_id]["exits"]:
            name = f"{step_id}/{way['key']}"
            waiting.append(
                (
                    {**answers, visit: way["key"]},
                    destination(way, taken.get(name, 0)),
                    rounds,
                    {**taken, name: taken.get(name, 0) + 1},
                )
            )
        if len(found) + len(waiting) > most:
            return []
    return found


def test_a_promise_is_the_latest_of_all_courses_and_not_later():
    """On a calendar without holidays, from a Monday, every course tried: the sum is the day of one of them."""
    compared, monday = 0, dates.from_iso("2026-11-02")
    for seed in range(640):
        route, page = made(seed)
        terms = [
            term for step in route.steps if step.deadline for term in (step.deadline.within, step.deadline.not_before) if term
        ]
        if any(step.follow_up for step in route.steps) or any(
            unit in term for term in terms for unit in ("maand", "kalenderdag", "48 uur", "30 uur")
        ):
            # A month, days on the calendar and hours have no fixed number of school days; a day to come back may fall in a
            # holiday.
            continue
        promises = {role: words for role, line in lines(page).items() if (words := promise(line))}
        if not promises:
            continue
        content = data(route, NO_HOLIDAYS)
        plans = [on_the_last_day(content, answers, monday) for answers in all_courses(content, 600)]
        for role, words in promises.items():
            first = {
                one["step"] for schedule in plans for one in [line for line in schedule if reaches(route, line["step"], role)][:1]
            }
            days = [one["due"] for schedule in plans for one in schedule if one["step"] in first]
            if plans:
                assert max(days) == told_day(words, NO_HOLIDAYS, monday), (seed, role, words)
                compared += 1
    assert compared > 60


@pytest.mark.parametrize("block", range(0, len(ROUTES), 80))
def test_a_term_counts_from_a_step_that_is_named_and_a_late_answer_moves_nothing(block):
    for seed in ROUTES[block : block + 80]:
        route, chance = made(seed)[0], random.Random(seed + 1)
        content = data(route, holidays(chance))
        for answers in courses(content, chance, 6):
            reported = dates.from_iso("2026-09-01") + chance.randint(0, 330)
            schedule = on_the_last_day(content, answers, reported)
            last = REPORT
            for line in schedule:
                step = route.step(line["step"])
                named = counted_from(step, route)
                again = step.follow_up and last == step.id
                if step.kind != "einde" and not again and (not step.deadline or step.deadline.after == PREVIOUS):
                    assert last in named, (seed, step.id, last, named)
                if takes_time(step):
                    last = step.id
            late = {
                line["visit"]: {
                    "day": (line["due"] or line["from"]) + chance.randint(0, 60),
                    "planned": None,
                    "next": None,
                    "skipped": False,
                    "reason": "",
                    "facts": "",
                    "agreement": "",
                }
                for line in schedule
                if route.step(line["step"]).kind == "vraag"
            }
            moved = on_the_last_day(content, answers, reported, late)
            assert [line["due"] for line in moved] == [line["due"] for line in schedule]


def beginning(route: Route) -> list[str]:
    """The steps that come whatever happens, before anything can be chosen."""
    found, here = [], route.step(route.start)
    while here.id not in found:
        found.append(here.id)
        targets = {target for way in here.exits for target in (way.to, way.then) if target}
        if len(targets) != 1:
            break
        here = route.step(targets.pop())
    return found


def test_no_step_at_the_start_has_a_condition_and_everyone_is_told_when():
    told = conditions = 0
    for seed in ROUTES:
        route, page = made(seed)
        shown = items(page)
        for step_id in beginning(route):
            assert "reader-condition" not in shown.get(step_id, ""), (seed, step_id)
        conditions += sum("reader-condition" in one for one in shown.values())
        for role in AT_HOME:
            reached = [step for step in route.steps if role in (*step.with_, *step.inform)]
            assert bool(reached) == (role in lines(page)), (seed, role)
            if reached:
                line = lines(page)[role]
                linked = re.findall(r"/protocollen/[a-z0-9-]+/([a-z0-9-]+)/", line)
                assert linked and all(reaches(route, step_id, role) for step_id in linked)
                talk = role in route.step(linked[0]).with_
                assert ("De school praat met u" if talk else "U krijgt bericht") in line
                told += 1
        content = data(route, NO_HOLIDAYS)
        for answers in courses(content, random.Random(seed), 4):  # the first of every course is among those that are named
            for role, line in lines(page).items():
                first = next(
                    (step_id for step_id in [place["step"] for place in walk(content, answers)] if reaches(route, step_id, role)),
                    None,
                )
                assert first is None or f'/{first}/"' in line, (seed, role, first)
    assert told > 400 and conditions > 200
