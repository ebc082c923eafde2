"""A mentor in week two: a report two weeks ago, three steps done on known days, now at step 4. Few taps to the right deadline,
and no deadline moves by answering a question. The days are worked out by hand: 16 November 2026 is a Monday, and until the
Christmas holidays of 19 December every day from Monday to Friday is a school day."""

import pytest

from macros.publish.cases import protocol_data
from macros.publish.links import Links
from tests.core.test_case import PROTOCOLS as OF_THE_SCHOOL
from tests.loaded import loaded
from widgets.core import case_list, dates, guide, plan
from widgets.core.html import to_html
from widgets.core.route import index_steps, visited_step, walk

PRIMARY = loaded("nl", "po")
PROTOCOLS = OF_THE_SCHOOL | {
    name: protocol_data(route, PRIMARY, Links(f"protocollen/{name}.md", True))
    for name, route in PRIMARY.protocols.items()
    if name not in OF_THE_SCHOOL
}
TODAY = "2026-11-30"
MOST_TAPS = 12


def done(visit, day, key):
    return [f"day-chosen {visit} 2026-11-{day}", f"answered {visit} {key}"]


BEGUN = ["catch-up", "reported 2026-11-16"]
# Protocol, taps, the step that it leads to, its latest day and how late that is on 30 November.
ROWS = [
    (  # By stages: report and talk finished on the 16th and the 17th. A school day after the plan.
        "aanbevolen-protocol",
        [
            *BEGUN,
            "caught-up melden 2026-11-16",
            "caught-up praten 2026-11-17",
            "catch-up-ended",
            "answered melding eerste-gesprek",
            "answered wat-is-het thuis-gepest",
        ],
        ("thuis-gepest", "2026-11-18", 8),
    ),
    (  # The same step by step; the plan was made a day later, so the call may come a day later.
        "aanbevolen-protocol",
        [
            *BEGUN,
            "catch-up-stopped",
            *done("melding", 16, "eerste-gesprek"),
            *done("eerste-gesprek", 17, "plan"),
            *done("plan", 18, "wat-is-het"),
            "answered wat-is-het thuis-gepest",
        ],
        ("thuis-gepest", "2026-11-19", 7),
    ),
    (  # Three steps in a stage that is not finished. Two school days after the parents heard of it on the 18th.
        "zes-stappen",
        [
            *BEGUN,
            "caught-up zien 2026-11-16",
            "catch-up-ended",
            "answered signaal gesprek-gepest",
            *done("gesprek-gepest", 17, "klopt-het"),
            "answered klopt-het thuis-gepest",
            *done("thuis-gepest", 18, "vijf-sporen"),
        ],
        ("vijf-sporen", "2026-11-20", 6),
    ),
    (
        "nul-tot-zeven",
        [
            *BEGUN,
            "caught-up melden 2026-11-16",
            "catch-up-ended",
            "answered wat-is-het stap-3-gepest",
            *done("stap-3-gepest", 17, "stap-3-thuis"),
            *done("stap-3-thuis", 18, "stap-3-pest"),
        ],
        ("stap-3-pest", "2026-11-20", 6),
    ),
    (  # On the same school day as the call to the parents.
        "plagen-en-steungroep",
        [
            *BEGUN,
            "caught-up melden 2026-11-16",
            "catch-up-ended",
            "answered signaal wat-speelt",
            "answered wat-speelt eerste-gesprek",
            *done("eerste-gesprek", 17, "ouders-inlichten"),
            *done("ouders-inlichten", 18, "preventie-nakijken"),
        ],
        ("preventie-nakijken", "2026-11-18", 8),
    ),
    (  # Two school days after the talk and the call were finished on the 18th.
        "signaal-tot-afronding",
        [
            *BEGUN,
            "caught-up melden 2026-11-16",
            "caught-up praten 2026-11-18",
            "catch-up-ended",
            "answered signaal eerste-gesprek",
            "answered klopt-het ouders-inlichten",
            "answered wie-doet-het aanpak-kiezen",
            "answered aanpak-kiezen gesprek-apart",
        ],
        ("gesprek-apart", "2026-11-20", 6),
    ),
]


def tapped(content, taps, today=TODAY):
    """The model after these taps, each on a button that is there."""
    model = guide.update(content, guide.init(content), ("day-began", today, "abc123"))
    for tap in taps:
        assert f'data-message="{tap}"' in to_html(guide.view(content, model)), tap
        model = guide.update(content, model, tuple(tap.split(" ")))
    return model


@pytest.mark.parametrize("name, taps, there", ROWS, ids=[f"{row[0]} {len(row[1])} taps" for row in ROWS])
def test_few_taps_to_the_right_deadline(name, taps, there):
    content = PROTOCOLS[name]
    model = tapped(content, taps)
    lines = plan.plan(content, model)
    place = walk(content, model["answers"])[-1]["visit"]
    due = {line["visit"]: line["due"] for line in lines}[place]
    step, day, late = there
    assert (place, dates.to_iso(due), len(taps) <= MOST_TAPS) == (step, day, True)
    words = f"{late} schooldagen te laat (had {dates.near_date(due, None)[:-5]} gemoeten)"
    assert case_list.now(content, model, lines)["words"] == words and words in to_html(guide.view(content, model))


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
def test_no_deadline_moves_by_answering_a_question(name):
    """Every question without a time of its own, at the end of the shortest way to it: whichever day it is answered, what follows
    has the same latest day, and so has all that was there before."""
    content = PROTOCOLS[name]
    tried = 0
    for answers in ways_to_questions(content):
        question = walk(content, answers)[-1]
        for way in index_steps(content)[question["step"]]["exits"]:
            found = []
            for today in ("2026-11-17", "2026-11-30", "2026-12-16"):
                model = guide.update(content, guide.init(content), ("day-began", today, "abc123"))
                model = guide.update(content, model, ("reported", "2026-11-16"))
                for visit in answers:
                    if index_steps(content)[visited_step(visit)]["kind"] == "do":
                        model = guide.update(content, model, ("dated", "day", visit, "2026-11-17"))
                    model = guide.update(content, model, ("answered", visit, answers[visit]))
                before = [line["due"] for line in plan.plan(content, model) if not line["expected"]]
                model = guide.update(content, model, ("answered", question["visit"], way["key"]))
                after = [line["due"] for line in plan.plan(content, model) if not line["expected"]]
                assert after[: len(before)] == before
                found.append(after)
            assert found[0] == found[1] == found[2], (question["visit"], way["key"])
            tried += 1
    assert tried > 1


def ways_to_questions(content) -> list[dict]:
    """The answers on the shortest way to each question that has no time of its own."""
    steps = index_steps(content)
    seen, found, waiting = {content["start"]}, [], [{}]
    while waiting:
        answers = waiting.pop(0)
        place = walk(content, answers)[-1]
        step = steps[place["step"]]
        if step["kind"] == "ask" and step["due"] is None and not step["moments"]:
            found.append(answers)
        for way in step["exits"]:
            if way["to"] not in seen:
                seen.add(way["to"])
                waiting.append(answers | {place["visit"]: way["key"]})
    return found


# ---- what is asked on the way ----


def test_each_step_of_a_finished_stage_gets_its_day_and_that_is_told():
    content = PROTOCOLS["aanbevolen-protocol"]
    model = tapped(content, ROWS[0][1])
    days = {visit: dates.to_iso(record["day"]) for visit, record in model["records"].items()}
    assert days == {
        "melding": "2026-11-16",
        "eerste-gesprek": "2026-11-17",
        "plan": "2026-11-17",
        "wat-is-het": "2026-11-17",
    }
    assert model["catch"] is None and model["focus"] == "next" and "Elke stap kreeg de dag" in model["notice"][0]
    assert guide.update(content, model, ("answered", "thuis-gepest", "online"))["notice"] == []


def test_nothing_is_filled_in_of_what_nobody_said():
    """A way into a stage that is seldom needed, or past the stages that were finished, is for somebody to tell."""
    content = PROTOCOLS["aanbevolen-protocol"]
    taps = [
        *BEGUN,
        "caught-up melden 2026-11-16",
        "caught-up praten 2026-11-17",
        "caught-up ouders 2026-11-18",
        "caught-up aanpakken 2026-11-20",
        "catch-up-ended",
        "answered melding eerste-gesprek",
        "answered wat-is-het thuis-gepest",
        "answered thuis-gepest wie-is-het",
        "answered wie-is-het onbekend",
    ]
    model = tapped(content, taps)
    assert walk(content, model["answers"])[-1]["visit"] == "onbekend" and "onbekend" not in model["records"]
    assert model["catch"] is None
    model = tapped(content, ["catch-up"])
    assert guide.update(content, model, ("catch-up-stopped",))["catch"] is None
    with pytest.raises(ValueError):
        guide.update(content, model, ("caught-up", "weg", "2026-11-16"))
    with pytest.raises(ValueError):
        guide.update(content, model, ("caught-up", "melden", "16-11"))


def test_a_day_to_choose_is_a_day_that_can_be():
    """Since the step before; on a Monday yesterday is no school day. Today is chosen unless somebody says otherwise."""
    content = PROTOCOLS["aanbevolen-protocol"]
    model = tapped(content, [*BEGUN, "catch-up-stopped"])
    shown = to_html(guide.view(content, model))
    days = [part[:10] for part in shown.split("day-chosen melding ")[1:]]
    assert days == ["2026-11-30", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16"]
    assert 'aria-pressed="true" data-message="day-chosen melding 2026-11-30" data-stay>vandaag' in shown
    tuesday = to_html(guide.view(content, tapped(content, ["catch-up", "reported 2026-11-30", "catch-up-stopped"], "2026-12-01")))
    days = [part.split("</button>")[0].split(">") for part in tuesday.split("day-chosen melding ")[1:]]
    assert [(day[0][:10], day[1]) for day in days] == [("2026-12-01", "vandaag"), ("2026-11-30", "gisteren")]


# ---- undo, and why not ----


def test_a_changed_answer_can_be_taken_back():
    content = PROTOCOLS["aanbevolen-protocol"]
    model = tapped(content, ROWS[1][1])
    again = guide.update(content, model, ("revisited", "melding"))
    changed = guide.update(content, again, ("answered", "melding", "eerst-veilig"))
    shown = to_html(guide.view(content, changed))
    assert "Je antwoord is gewijzigd." in shown.split("guide-changed")[1] and 'data-message="undone"' in shown
    back = guide.update(content, changed, ("undone",))
    assert (back["answers"], back["records"], back["at"]) == (model["answers"], model["records"], "melding")
    assert "undone" not in to_html(guide.view(content, back)) and back["news"] == "De wijziging is ongedaan gemaakt."
    same = guide.update(content, again, ("answered", "melding", "eerste-gesprek"))
    assert same["undo"] is None and "undone" not in to_html(guide.view(content, same))
    with pytest.raises(ValueError):
        guide.update(content, model, ("undone",))


def test_why_a_step_cannot_be_left_stands_beside_its_answers_until_it_is_mended():
    content = PROTOCOLS["aanbevolen-protocol"]
    model = tapped(content, [*BEGUN, "catch-up-stopped"])
    model = guide.update(content, model, ("skipped", "melding", "ja"))
    refused = guide.update(content, model, ("answered", "melding", "eerste-gesprek"))
    warning = 'data-part="refusal"><p class="case-warning">Deze stap hoort altijd'
    assert warning in to_html(guide.view(content, refused))
    mended = guide.update(content, refused, ("noted", "reason", "melding", "Was al gebeurd."))
    assert warning not in to_html(guide.view(content, mended))
    typed = guide.update(content, model, ("dated", "day", "melding", "20-11"))
    typed = guide.update(content, typed, ("answered", "melding", "eerste-gesprek"))
    assert typed["focus"] == "answers" and "‘Gedaan op’ is nog niet goed" in to_html(guide.view(content, typed))
    chosen = guide.update(content, typed, ("day-chosen", "melding", "2026-11-20"))
    assert "nog niet goed" not in to_html(guide.view(content, chosen)) and chosen["unread"] == {}
