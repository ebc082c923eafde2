"""Cases for scoring: a questionnaire as others publish them, with reversed items, prorated sums and own answer scales."""

from widgets.core import scoring, thermometer
from widgets.core.html import to_html

THREE = ["niet waar", "een beetje waar", "zeker waar"]
FIVE = ["nooit", "bijna nooit", "soms", "vaak", "bijna altijd"]


def section(id, labels, score, minimum, items, polarity="high-is-bad", reversed_items=()):
    made = [
        {
            "id": id + str(number),
            "text": "Vraag " + id + str(number) + ".",
            "class": "A",
            "signal": False,
            "urgent_from": 0,
            "help": "praten",
            "picture": "",
            "reverse": number in reversed_items,
        }
        for number in range(1, items + 1)
    ]
    return {
        "id": id,
        "title": "Titel " + id,
        "name": "Deel " + id,
        "explanation": "",
        "polarity": polarity,
        "kind": "scale" if score in ("mean", "sum") else "checklist",
        "score": score,
        "minimum": minimum,
        "own_behaviour": False,
        "labels": labels,
        "label_pictures": [],
        "bands": ["laag", "midden", "hoog"],
        "advice": ["a0", "a1", "a2"],
        "talk": None,
        "items": made,
    }


def published():
    """Five items of 0-1-2 with two reversed, summed when three are answered; eight items of 0-4 as a mean; two lists."""
    return {
        "id": "ander",
        "skip": "Sla over",
        "closing": ["Klaar."],
        "help": {"praten": []},
        "help_groups": ["praten"],
        "contacts": [],
        "ballot": False,
        "aloud": True,
        "pictures": {},
        "sections": [
            section("s", THREE, "sum", 3, 5, "high-is-bad", (2, 4)),
            section("m", FIVE, "mean", 4, 8, "high-is-good", (8,)),
            section("h", FIVE, "highest", 1, 3),
            section("c", THREE, "count", 2, 4),
        ],
    }


def answered(id, values):
    """Answers to the items of one section; None is skipped."""
    found = {}
    for number in range(len(values)):
        if values[number] is not None:
            found[id + str(number + 1)] = values[number]
    return found


def case_published_scores():
    content = published()
    found = []
    for place, values in (
        (0, (2, 0, 2, 0, 2)),
        (0, (2, 0, None, None, 1)),
        (0, (1, None, None, None, 1)),
        (0, (0, 2, 0, 2, 0)),
        (1, (4, 4, 4, 4, None, None, None, 0)),
        (1, (3, 3, 3, None, None, None, None, None)),
        (1, (0,) * 7 + (4,)),
        (2, (0, 3, 3)),
        (2, (None, None, None)),
        (3, (0, 1, 2, None)),
        (3, (2, None, None, None)),
    ):
        chosen = content["sections"][place]
        score = scoring.score_section(chosen, answered(chosen["id"], values))
        found.append([score, scoring.value_of(score), scoring.most(chosen), scoring.percent(chosen, score)])
    return found


def case_published_result():
    """The own result shows every kind of score."""
    content = published()
    answers = {}
    for id, values in (("s", (2, 0, 2, None, 1)), ("m", (3,) * 8), ("h", (1, 4, 0)), ("c", (1, 2, 0, 0))):
        answers.update(answered(id, values))
    return to_html(thermometer.view(content, {"at": 20, "answers": answers, "news": "", "idle": False}))


def case_short_scale_refuses():
    """An answer that is not on the scale of its own section is refused."""
    content = published()
    found = []
    for item, text in (("s1", "2"), ("s1", "3"), ("m1", "4"), ("m1", "5")):
        try:
            found.append(thermometer.update(content, thermometer.init(content), ("answered", item, text))["answers"])
        except ValueError as error:
            found.append(str(error))
    return found


def case_high_is_good():
    content = published()
    return [[scoring.high_is_good(part, item) for item in part["items"]] for part in content["sections"]]


CASES = [case_published_scores, case_published_result, case_short_scale_refuses, case_high_is_good]
