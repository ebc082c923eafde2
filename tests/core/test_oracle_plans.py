"""Plans of cases of every kind against the reference that works them out the long way."""

import random

import pytest

from tests.cases_case import asking_protocols, case_step, small_protocol, way
from tests.oracles import days
from tests.oracles.plans import Reference
from widgets.core import dates, guide, plan, upcoming
from widgets.core.route import destination, index_steps, walk

DUES = [
    None,
    None,
    [1, "same-day"],
    [1, "now"],
    [2, "school-days"],
    [1, "weeks"],
    [2, "weeks"],
    [1, "months"],
    [1, "terms"],
    [5, "work-days"],
    [2, "calendar-weeks"],
    [10, "calendar-days"],
    [4, "hours"],
    [48, "hours"],
    [1, "meeting"],
]
WAITS = [[1, "same-day"], [2, "school-days"], [1, "weeks"], [1, "months"], [5, "work-days"], [30, "hours"], [3, "calendar-days"]]
LASTS = [*WAITS, [1, "calendar-weeks"], [4, "hours"]]

MOMENTS = [
    (),
    (),
    (),
    ([1, "weeks"],),
    ([2, "school-days"], [1, "weeks"]),
    ([1, "weeks"], [1, "months"], [1, "terms"]),
    ([1, "terms"],),
    ([1, "meeting"], [1, "months"]),
]


def any_protocol(chance: random.Random) -> dict:
    """Steps with every kind of term and days to come back, questions and ways back with a limit."""
    content, size, steps = small_protocol(), chance.randint(2, 6), []
    for number in range(size):
        duration, moments = chance.choice(DUES), chance.choice(MOMENTS)
        if moments and chance.random() < 0.3:
            duration = moments[0]
        due = {"duration": duration, "after": chance.choice(["", "", f"s{chance.randint(0, number)}"])} if duration else None
        if due and chance.random() < 0.2:
            due["wait"] = chance.choice(WAITS)
        if due and chance.random() < 0.2:
            due["lasts"] = chance.choice(LASTS)
        ways = [way("verder", f"s{number + 1}")]
        if chance.random() < 0.5:
            ways.append(way("terug", f"s{chance.randint(0, number)}", "", chance.randint(1, 3), f"s{size}"))
        if chance.random() < 0.4:
            ways.append(way("anders", f"s{chance.randint(number + 1, size + 1)}"))
        if chance.random() < 0.2:
            chance.shuffle(ways)
        if chance.random() < 0.1:  # done again and again, without a choice
            ways = [way("weer", f"s{number}", "", chance.randint(1, 3), f"s{number + 1}")]
        steps.append(case_step(f"s{number}", "ask" if chance.random() < 0.3 else "do", ways, due, moments))
    ended = {"duration": [1, "weeks"], "after": ""} if chance.random() < 0.2 else None  # an end has no latest day
    if chance.random() < 0.7:
        meetings = sorted({chance.randint(20680, 20960) for _ in range(chance.randint(1, 12))})
        content["calendar"] = {**content["calendar"], "meetings": meetings}
    content["steps"] = steps + [case_step(f"s{size}", "end", [], ended), case_step(f"s{size + 1}", "end", [])]
    content["start"] = "s0"
    return content


def any_case(chance: random.Random, content: dict) -> dict:
    """A case somewhere along the way: steps answered, dated, planned and skipped at random."""
    first = chance.randint(20680, 20880)  # August 2026 to March 2027
    model = guide.update(content, guide.init(content), ("day-began", dates.to_iso(first + chance.randint(0, 60)), "abc"))
    model = guide.update(content, model, ("reported", dates.to_iso(first)))
    for _ in range(chance.randint(0, 14)):
        place = walk(content, model["answers"])[-1]
        exits = index_steps(content)[place["step"]]["exits"]
        visit = place["visit"]
        choice = chance.random()
        if choice < 0.55 and exits:
            model = guide.update(content, model, ("answered", visit, chance.choice(exits)["key"]))
        elif choice < 0.9:
            name = chance.choice(["day", "planned", "next"])
            model = guide.update(content, model, ("dated", name, visit, dates.to_iso(first + chance.randint(-3, 90))))
        elif choice < 0.95:
            model = guide.update(content, model, ("skipped", visit, "ja"))
        else:  # the day of a step that was left is taken away
            model = guide.update(content, model, ("dated", "day", chance.choice(walk(content, model["answers"]))["visit"], ""))
    return model | {"today": None} if chance.random() < 0.1 else model


def as_day(date) -> int | None:
    return None if date is None else days.number(date)


CONTENTS = [small_protocol(), *asking_protocols()]


@pytest.mark.parametrize("seed", range(250))
def test_a_plan_is_the_one_that_the_reference_works_out(seed):
    chance = random.Random(seed)
    content = CONTENTS[seed % 8] if seed % 8 < len(CONTENTS) else any_protocol(chance)
    model = any_case(chance, content)
    reference, lines = Reference(content, model), plan.plan(content, model)
    assert [line["visit"] for line in lines] == [visit for visit, _, _ in reference.visits]
    for index, line in enumerate(lines):
        visit, step, answer = reference.visits[index]
        position, moments = reference.series(index)
        assert line == {
            "visit": visit,
            "step": step,
            "round": reference.round(index),
            "answer": answer or "",
            "expected": answer is None,
            "skipped": reference.record(index)["skipped"],
            "from": as_day(reference.day(index - 1)),
            "due": as_day(reference.due(index)),
            "opens": as_day(reference.opens(index)),
            "over": as_day(reference.over(index)),
            "day": as_day(reference.day(index)),
            "done": as_day(reference.filled_in(index)) if answer else None,
            "begun": as_day(reference.begun(index)),
            "moments": [as_day(moment) for moment in moments],
            "moment": position if moments else 0,
            "later": [as_day(moment) for moment in reference.later(index)],
            "run": reference.run(index),
            "comes": reference.comes(index),
            "certain": reference.certain(index),
        }, (seed, index)
    found = upcoming.open_dates(content, model, lines)
    assert [
        (days.date(event["day"]), event["kind"], event["title"], event["step"], event["expected"], event["certain"])
        for event in found
    ] == reference.open_dates()
    assert all(event["who"] == index_steps(content)[event["step"]]["who"] for event in found)
    moments = [event["uid"] for event in found if event["kind"] == "moment"]
    assert len(moments) == len(set(moments))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_said_before_a_choice_holds_after_it(seed):
    """The latest day on a button is the one in the plan once it is pressed, by the reference too."""
    chance = random.Random(1000 + seed)
    content = any_protocol(chance)
    model = any_case(chance, content)
    lines = plan.plan(content, model)
    place = walk(content, model["answers"])[-1]
    line = next(line for line in lines if line["visit"] == place["visit"])
    if model["today"] is None or line["skipped"]:  # leaving asks for a reason then
        return
    for one in index_steps(content)[place["step"]]["exits"]:
        target = destination(one, place["taken"][one["key"]])
        said = plan.due_when_started(content, model, lines, line, index_steps(content)[target])
        after = guide.update(content, model, ("answered", place["visit"], one["key"]))
        assert said == as_day(Reference(content, after).due(len(walk(content, after["answers"])) - 1)), (seed, one["key"])


# ---- by hand ----


def test_how_late_in_words():
    """Monday 7 December 2026; school is closed from the 19th."""
    calendar, today = small_protocol()["calendar"], dates.from_iso("2026-12-07")

    def words(due: str) -> str:
        return plan.lateness(calendar, dates.from_iso(due), today)

    assert [
        words(due) for due in ("2026-12-07", "2026-12-08", "2026-12-09", "2026-12-04", "2026-12-03", "2026-12-18", "2027-01-04")
    ] == [
        "vandaag",
        "nog 1 schooldag",
        "nog 2 schooldagen",
        "1 schooldag te laat",
        "2 schooldagen te laat",
        "nog 9 schooldagen",
        "nog 10 schooldagen",
    ]
    assert plan.lateness(calendar, today, None) == ""
    sunday = dates.from_iso("2026-12-06")
    assert plan.lateness(calendar, sunday - 1, sunday) == "te laat", "no school day has passed since"


def test_counting_in_words():
    assert [upcoming.ordinal(place) for place in (0, 1, 9, 10, 11)] == ["Eerste", "Tweede", "Tiende", "11e", "12e"]
    assert [plan.school_days(number) for number in (0, 1, 2)] == ["0 schooldagen", "1 schooldag", "2 schooldagen"]
    assert [plan.visit_name("a", number) for number in (1, 2, 10)] == ["a", "a#2", "a#10"]
    assert plan.pace({"moments": [[1, "terms"], [2, "weeks"], [1, "weeks"]]}) == [2, "weeks"]
    assert plan.pace({"moments": [[1, "terms"]]}) == plan.pace({"moments": []}) == [1, "months"]


def led_twice(first: str, second: str) -> list[dict]:
    """The open dates after a series of talks was left and began again."""
    content = small_protocol()
    model = guide.init(content)
    for message in [
        ("day-began", "2026-11-02", "abc"),
        ("reported", "2026-11-02"),
        ("answered", "melding", "gesprek"),
        ("answered", "gesprek", "vraag"),
        ("answered", "vraag", "pesten"),
        *[("answered", "volgen", key) for key in (first,)],
        ("answered", "gesprek#2", "vraag"),
        ("answered", "vraag#2", second),
    ]:
        model = guide.update(content, model, message)
    return upcoming.open_dates(content, model, plan.plan(content, model))


def test_the_name_of_a_date_in_calendars_tells_series_apart():
    """The second time that talks begin, they are another series; a visit has its own name without the #."""
    assert [event["uid"] for event in led_twice("opnieuw", "pesten")][:2] == ["volgen-reeks2-1", "volgen-reeks2-2"]


def test_no_plan_without_a_day_of_report():
    content = small_protocol()
    assert plan.plan(content, guide.init(content)) == []


def test_a_plan_goes_on_where_the_limit_of_a_way_leads():
    """The first way of s1 is a way back that may be taken twice: taken twice already, it leads to help."""
    content = small_protocol()
    content["steps"] = [
        case_step("s0", "do", [way("x", "s1")]),
        case_step("s1", "do", [way("terug", "s0", "", 2, "hulp")]),
        case_step("hulp", "end", []),
    ]
    content["start"] = "s0"
    answers: dict[str, str] = {}
    ahead = []
    for visit, key in (("s0", "x"), ("s1", "terug"), ("s0#2", "x"), ("s1#2", "terug"), ("s0#3", "x")):
        ahead.append(plan.expected(content, walk(content, answers)))
        answers[visit] = key
    assert ahead == [["s1", "s0"], ["s0", "s1"], ["s1", "s0"], ["s0", "s1", "hulp"], ["s1", "hulp"]]
    assert plan.expected(content, walk(content, answers)) == ["hulp"]


@pytest.mark.parametrize("term, counts_from", [([1, 5], "2027-01-05"), ([1, 6], "2026-11-04")])
def test_of_a_series_to_come_two_months_are_counted(term, counts_from):
    """By hand: the first day to come back is Wednesday 4 November; 5 January is 62 days later, 6 January 63."""
    content = small_protocol()
    content["calendar"] = {"closed": [], "free": [], "known_until": 0, "terms": [term]}
    content["steps"] = [
        case_step("s0", "do", [way("x", "s1")]),
        case_step("s1", "do", [way("x", "eind")], moments=([2, "school-days"], [1, "terms"])),
        case_step("eind", "end", []),
    ]
    content["start"] = "s0"
    model = guide.update(content, guide.init(content), ("day-began", "2026-11-02", "abc"))
    lines = plan.plan(content, guide.update(content, model, ("reported", "2026-11-02")))
    assert dates.to_iso(lines[1]["day"]) == counts_from


@pytest.mark.parametrize(
    "kind, due, moments, sure",
    [
        ("do", [1, "weeks"], (), True),
        ("do", None, (), False),
        ("ask", None, (), True),
        ("do", [1, "weeks"], ([1, "weeks"],), False),
    ],
)
def test_a_day_is_certain_only_after_steps_that_are_over_on_a_known_day(kind, due, moments, sure):
    """After a step in time: one with a latest day, or a question; not one without a day, nor one that is come back to."""
    content = small_protocol()
    content["steps"] = [
        case_step("s0", "do", [way("x", "s1")], {"duration": [1, "weeks"], "after": ""}),
        case_step("s1", kind, [way("x", "s2"), way("y", "s2")], due and {"duration": due, "after": ""}, moments),
        case_step("s2", "do", [way("x", "eind")], {"duration": [1, "weeks"], "after": ""}),
        case_step("eind", "end", []),
    ]
    content["start"] = "s0"
    model = guide.update(content, guide.init(content), ("day-began", "2026-11-02", "abc"))
    lines = plan.plan(content, guide.update(content, model, ("reported", "2026-11-02")))
    assert [(line["comes"], line["certain"]) for line in lines] == [(True, True), (True, True), (True, sure), (True, sure)]


@pytest.mark.parametrize("after, moments, sure", [("s0", (), True), ("", (), False), ("s0", ([2, "weeks"],), False)])
def test_a_day_that_counts_from_what_was_done_is_certain(after, moments, sure):
    """After a step without a latest day: only what counts from a step that was done, and is not come back to."""
    content = small_protocol()
    content["steps"] = [
        case_step("s0", "do", [way("x", "s1")]),
        case_step("s1", "do", [way("x", "s2")]),
        case_step("s2", "do", [way("x", "eind")], {"duration": [3, "weeks"], "after": after}, moments),
        case_step("eind", "end", []),
    ]
    content["start"] = "s0"
    model = guide.init(content)
    for message in (("day-began", "2026-11-02", "abc"), ("reported", "2026-11-02"), ("answered", "s0", "x")):
        model = guide.update(content, model, message)
    assert [line["certain"] for line in plan.plan(content, model)] == [True, True, sure, False]


def test_a_plan_looks_no_more_than_sixty_steps_ahead():
    content = small_protocol()
    content["steps"] = [case_step(f"s{number}", "do", [way("x", f"s{number + 1}")]) for number in range(80)]
    content["steps"].append(case_step("s80", "end", []))
    content["start"] = "s0"
    assert len(plan.expected(content, walk(content, {}))) == 60
