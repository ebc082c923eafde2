"""Walking and answering along any route, against a naive walker; and every message of the guide by itself."""

import random

import pytest

from tests.cases import small_route, step, way
from tests.cases_case import led, small_protocol
from tests.cases_talk import small_talk
from tests.oracles.routes import leads, step_of, still_reached, taken, walked
from tests.readable import lines_of
from widgets.core import case_file, guide, guide_map, route, talk
from widgets.core.html import to_html


def any_route(chance: random.Random) -> dict:
    """A route in which every way goes on or is a way back with a limit; the last two steps are ends."""
    size = chance.randint(2, 6)
    steps = []
    for number in range(size):
        ways = [way("verder", f"s{number + 1}")]
        for extra in range(chance.randint(0, 2)):
            if chance.random() < 0.5:
                ways.append(way(f"terug{extra}", f"s{chance.randint(0, number)}", "", chance.randint(1, 3), f"s{size + 1}"))
            else:
                ways.append(way(f"anders{extra}", f"s{chance.randint(number + 1, size + 1)}"))
        chance.shuffle(ways)
        steps.append(step(f"s{number}", chance.choice(["do", "ask"]), ways))
    return {
        "id": "x",
        "title": "X",
        "start": "s0",
        "calendar": None,
        "steps": steps + [step(f"s{size}", "end", []), step(f"s{size + 1}", "end", [])],
    }


@pytest.mark.parametrize("seed", range(60))
def test_any_walk_along_any_route(seed):
    """Answers given, changed and looked at again, in any order: place, trail, counts and news are those of the walker."""
    chance = random.Random(seed)
    content = any_route(chance)
    model = guide.init(content)
    answers: dict[str, str] = {}
    at = ""
    for _ in range(25):
        trail = walked(content, answers)
        seen = route.walk(content, model["answers"])
        assert [(place["visit"], place["step"], place["answer"]) for place in seen] == trail
        for number, place in enumerate(seen):
            assert place["round"] == sum(name == place["step"] for _, name, _ in trail[: number + 1])
            assert place["taken"] == {
                one["key"]: taken(trail[:number], place["step"], one["key"]) for one in step_of(content, place["step"])["exits"]
            }
            for one in step_of(content, place["step"])["exits"]:
                arrived = [*trail[:number], (place["visit"], place["step"], "")]
                assert route.destination(one, place["taken"][one["key"]]) == leads(content, arrived, one["key"])
        on_the_way = [visit for visit, _, _ in trail]
        assert route.off_path(content, answers) == [visit for visit in answers if visit not in on_the_way]
        here = on_the_way.index(at) if at in on_the_way else len(trail) - 1
        walked_on = [mark for _, name, answer in trail[:-1] for mark in (f"is-walked {name}", f"is-walked {name}/{answer}")]
        never = {step["id"] for step in content["steps"]} - {name for _, name, _ in trail} - still_reached(content, trail)
        gone = [f"is-gone {step['id']}" for step in content["steps"] if step["id"] in never]
        assert guide_map.marks(content, model) == [f"is-here {trail[here][1]}", *walked_on, *gone]
        if chance.random() < 0.25:
            visit = chance.choice(on_the_way)
            model, at = guide.update(content, model, ("revisited", visit)), visit
        elif chance.random() < 0.2:
            model = guide.update(content, model, ("went-back",))
            at = on_the_way[here - 1] if here else at
        else:
            visit = on_the_way[here]
            ways = [one["key"] for one in step_of(content, trail[here][1])["exits"]]
            if ways:
                answer = chance.choice(ways)
                changed = visit in answers and answers[visit] != answer
                answers[visit] = answer
                model = guide.update(content, model, ("answered", visit, answer))
                now = [visit for visit, _, _ in walked(content, answers)]
                following = now.index(visit) + 1
                at = "" if following == len(now) - 1 else now[following]
                assert bool(model["news"]) is changed
        assert (model["answers"], model["at"]) == (answers, at)


def test_the_second_to_the_last_round_of_a_limit():
    """By hand: “onzeker” may be taken twice, and the third time leads to help."""
    content, answers = small_route(), {"begin": "ja", "doen": "verder"}
    for visit, place in (("volgen", "volgen#2"), ("volgen#2", "volgen#3"), ("volgen#3", "hulp")):
        answers[visit] = "onzeker"
        assert route.walk(content, answers)[-1]["visit"] == place
    assert route.walk(content, {"begin": "onzin"}) == [
        {"visit": "begin", "step": "begin", "round": 1, "answer": "", "taken": {"ja": 0, "nee": 0}}
    ], "no answer that this step knows"
    assert route.find_exit(content["steps"][0], "x") is None and route.visited_step("volgen#3") == "volgen"


# ---- every message of the guide ----


def protocol() -> dict:
    """The small protocol, with a conversation at its second step."""
    content = small_protocol()
    content["talks"] = {"klein": small_talk()}
    content["steps"][1] |= {"talk": "klein", "guide": {"title": "Klein gesprek", "href": "../gesprekken/klein/"}}
    return content


def played(content: dict, *messages) -> dict:
    model = guide.init(content)
    for message in [("day-began", "2026-12-07", "abc"), *messages]:
        model = guide.update(content, model, message)
    return model


def shown(content: dict, model: dict) -> str:
    return "\n".join(lines_of(to_html(guide.view(content, model))))


BEGUN = [("reported", "2026-12-04"), ("answered", "melding", "gesprek")]


@pytest.mark.parametrize(
    "message",
    [
        ("answered",),
        ("answered", "melding"),
        ("answered", "melding", "gesprek", "x"),
        ("answered", "melding", "zz"),
        ("answered", "volgen", "gestopt"),
        ("went-back", "x"),
        ("revisited",),
        ("revisited", "gesprek", "x"),
        ("revisited", "hulp"),
        ("returned", "x"),
        ("restart-asked", "x"),
        ("restart-refused", "x"),
        ("restarted", "x"),
        ("talk-opened",),
        ("talk-opened", "gesprek", "x"),
        ("talk-opened", "volgen"),
        ("talk", "went-on"),
        ("talk",),
        ("talk-closed",),
        ("file-opened",),
        ("file-opened", {}, "x"),
        ("opening-confirmed",),
        ("opening-confirmed", "x"),
        ("opening-refused", "x"),
        ("calendar-made",),
        ("calendar-made", "20261207T080000Z", "x"),
        ("opened", "gesprek"),
        ("x",),
    ],
)
def test_a_message_that_makes_no_sense_is_refused(message):
    content = protocol()
    with pytest.raises(ValueError):
        guide.update(content, played(content, *BEGUN), message)


def test_a_talk_needs_to_be_open():
    content = protocol()
    opened = played(content, *BEGUN, ("talk-opened", "gesprek"))
    for message in (("talk",), ("talk-closed", "x"), ("talk", "zz"), ("talk", "went-on", "x")):
        with pytest.raises(ValueError):
            guide.update(content, opened, message)


def test_a_route_without_a_calendar_keeps_no_case():
    content = small_route()
    for message in (
        ("file-opened", {}),
        ("opening-refused",),
        ("calendar-made", "20261207T080000Z"),
        ("day-began", "2026-12-07", "a"),
        ("reported-today",),
        ("labelled", "A"),
    ):
        with pytest.raises(ValueError):
            guide.update(content, guide.init(content), message)


def test_a_conversation_opens_at_its_step_and_is_kept():
    content = protocol()
    model = played(content, *BEGUN, ("revisited", "melding"), ("talk-opened", "gesprek"))
    assert (model["at"], model["talk"]) == ("melding", {"visit": "gesprek", "model": talk.init(small_talk()), "open": True})
    model = guide.update(content, model, ("talk", "went-on"))
    assert model["talk"]["model"]["at"] == 1
    markup = shown(content, model)
    assert 'data-message="talk-closed" | Terug naar de stap' in markup and 'href="../gesprekken/klein/"' in markup
    assert "Deel 2 van 7" in markup and "Opnieuw beginnen" not in markup
    closed = guide.update(content, model, ("talk-closed",))
    assert (closed["at"], closed["focus"], closed["talk"]["open"]) == ("gesprek", "form", False)
    assert "Deel 2 van 7" not in shown(content, closed) and "h3.guide-title" in shown(content, closed)
    again = guide.update(content, closed, ("talk-opened", "gesprek"))
    assert again["talk"] == {"visit": "gesprek", "model": model["talk"]["model"], "open": True}, "as it was left"
    assert guide.update(content, again, ("answered", "gesprek", "vraag"))["talk"] is None
    assert 'data-message="talk-opened gesprek"' in shown(content, guide.update(content, closed, ("revisited", "gesprek")))


def test_another_visit_gets_a_conversation_of_its_own():
    content = protocol()
    model = played(
        content,
        *BEGUN,
        ("talk-opened", "gesprek"),
        ("talk", "went-on"),
        ("answered", "gesprek", "vraag"),
        ("answered", "vraag", "pesten"),
        ("answered", "volgen", "opnieuw"),
        ("talk-opened", "gesprek#2"),
    )
    assert model["talk"] == {"visit": "gesprek#2", "model": talk.init(small_talk()), "open": True}
    both = guide.update(content, guide.update(content, model, ("talk", "went-on")), ("talk-opened", "gesprek"))
    assert both["talk"]["model"]["at"] == 0


def test_starting_over_is_asked_first_and_gives_the_case_a_new_name():
    content = protocol()
    model = played(content, *BEGUN, ("labelled", "b"))
    asking = guide.update(content, model, ("restart-asked",))
    assert asking["asking"] and "Alles wat je invulde gaat dan weg" in shown(content, asking)
    assert not guide.update(content, asking, ("restart-refused",))["asking"]
    assert not guide.update(content, asking, ("returned",))["asking"]
    fresh = guide.update(content, asking, ("restarted",))
    assert fresh == guide.init(content) | {"news": "Je begint opnieuw.", "today": model["today"], "id": "abcx"}
    assert guide.update(content, guide.init(content), ("restarted",))["id"] == ""


def test_another_file_over_a_case_that_is_not_kept_waits_for_a_yes():
    content, other = led([("noted", "facts", "melding", "Iets")])
    data = case_file.case_data(content, other, True)
    model = played(content, ("reported", "2026-11-30"))
    waiting = guide.update(content, model, ("file-opened", data))
    assert (waiting["waiting"], waiting["focus"], waiting["reported"]) == (data, "waiting", model["reported"])
    for message in (("opening-confirmed", "x"), ("opening-refused", "x")):
        with pytest.raises(ValueError):
            guide.update(content, waiting, message)
    kept = guide.update(content, waiting, ("opening-refused",))
    assert (kept["waiting"], kept["reported"], kept["panel"], kept["focus"]) == (None, model["reported"], "keep", "panel")
    assert kept["notice"] == ["Je zaak staat er nog. De andere zaak is niet geopend."]
    opened = guide.update(content, waiting, ("opening-confirmed",))
    assert (opened["waiting"], opened["reported"], opened["notice"]) == (None, other["reported"], ["De zaak is geopend."])
    with pytest.raises(ValueError):
        guide.update(content, opened, ("opening-confirmed",))
    saved = guide.update(content, model, ("effected", "case-saved"))
    assert guide.update(content, saved, ("file-opened", data))["reported"] == other["reported"], "nothing would be lost"


def test_a_calendar_that_was_made_belongs_to_the_case():
    content = protocol()
    model = guide.update(content, played(content, *BEGUN), ("effected", "case-saved"))
    assert not model["unsaved"]
    made = guide.update(content, model, ("calendar-made", "20261207T080000Z"))
    assert made["unsaved"] and list(made["agenda"]["events"])[0] == "gesprek"
    assert made["agenda"]["sequence"] == 20794 * 1440 + 8 * 60, "the minute in which it was made"


def test_back_to_where_somebody_was():
    content = protocol()
    model = played(content, *BEGUN, ("revisited", "melding"))
    assert 'data-message="returned" | Terug naar waar je was' in shown(content, model)
    assert 'data-message="went-back"' not in shown(content, model), "nothing comes before the first step"
    back = guide.update(content, model, ("returned",))
    assert back["at"] == "" and "Terug naar waar je was" not in shown(content, back)
    assert 'data-message="went-back" | Vorige stap' in shown(content, back)


def test_what_can_not_be_left_yet_stays_and_says_why():
    content = protocol()
    model = played(content, ("reported", "2026-12-04"), ("skipped", "melding", "ja"))
    stays = guide.update(content, model, ("answered", "melding", "gesprek"))
    assert stays == model | {"news": stays["news"], "focus": "reason"} and "Schrijf eerst op waarom" in stays["news"]
    assert 'p.guide-news role="status" data-news | Deze stap hoort altijd' in shown(content, stays)


def test_how_a_route_without_dates_shows_days_to_come_back():
    """The third of two fixed moments is none; a step with one moment shows no count."""
    content = small_route()
    moments = []
    messages = [
        ("answered", "begin", "ja"),
        ("answered", "doen", "verder"),
        ("answered", "volgen", "onzeker"),
        ("answered", "volgen#2", "onzeker"),
    ]
    model = guide.init(content)
    for message in messages:
        model = guide.update(content, model, message)
        moments += [line.strip() for line in lines_of(to_html(guide.view(content, model))) if "p.moment" in line]
    assert moments == ["p.moment | Moment 1 van 2: na 2 schooldagen.", "p.moment | Moment 2 van 2: na 1 week."]
    content["steps"][2]["follow_up"] = ["1 week"]
    assert "p.moment" not in shown(content, guide.update(content, model, ("revisited", "volgen")))


def test_days_to_come_back_beside_a_term_begin_with_the_second_visit():
    """Led without a day of report: the first visit has its own term, and the days to come back count from when it was done."""
    content = protocol()
    content["steps"][3]["due"] = {"duration": [1, "weeks"], "after": ""}
    messages = [
        ("answered", "melding", "gesprek"),
        ("answered", "gesprek", "vraag"),
        ("answered", "vraag", "pesten"),
        ("answered", "volgen", "nog-niet"),
        ("answered", "volgen#2", "nog-niet"),
    ]
    found = [
        [line.strip() for line in shown(content, played(content, *messages[:count])).split("\n") if "p.moment" in line]
        for count in (3, 4, 5)
    ]
    assert found == [[], ["p.moment | Moment 1 van 4: na 1 week."], ["p.moment | Moment 2 van 4: na 1 week."]]


def test_in_a_case_other_pages_open_beside_this_one():
    """So that what was filled in stays; a route that leads no case links as any page does."""
    content, plain = protocol(), small_route()
    plain["steps"][0]["guide"] = content["steps"][1]["guide"]
    in_case = shown(content, played(content, *BEGUN))
    link = 'a href="../gesprekken/klein/"'
    assert f'{link} target="_blank" rel="noopener" | Klein gesprek' in in_case
    assert f"{link} | Klein gesprek" in shown(plain, guide.init(plain))


def test_reasons_in_the_trail():
    """What was skipped says so instead of a day; a reason follows either."""
    content = protocol()
    first = played(
        content,
        ("reported", "2026-12-04"),
        ("skipped", "melding", "ja"),
        ("noted", "reason", "melding", " Was  al\ngedaan "),
        ("answered", "melding", "gesprek"),
    )
    assert "span.trail-answer | Niet gedaan, reden: Was al gedaan\n" in shown(content, first)
    second = played(content, *BEGUN, ("noted", "reason", "melding", "  "))
    assert "span.trail-answer | 7 december 2026\n" in shown(content, second)
    third = played(content, ("answered", "melding", "gesprek"))  # without a day of report nothing is dated
    assert shown(content, third).count("span.trail-answer") == 1


def test_answers_that_no_longer_count_are_listed_and_kept():
    content = protocol()
    model = played(
        content,
        *BEGUN,
        ("answered", "gesprek", "vraag"),
        ("answered", "vraag", "pesten"),
        ("revisited", "melding"),
        ("answered", "melding", "anders"),
    )
    markup = shown(content, model)
    assert "Niet meer van toepassing (2)" in markup
    assert "li | Stap gesprek: Naar vraag" in markup and "li | Stap vraag: Pesten 😀" in markup
