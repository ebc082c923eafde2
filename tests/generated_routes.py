"""Small protocols that any school could write, made at random: loops with limits, terms of every kind, parents anywhere."""

import random

from macros.schema.route import Route

TERMS = [
    "meteen",
    "dezelfde schooldag",
    "1 schooldag",
    "2 schooldagen",
    "8 schooldagen",
    "1 week",
    "2 weken",
    "1 maand",
    "5 werkdagen",
    "10 kalenderdagen",
    "2 kalenderweken",
    "4 uur",
    "48 uur",
]
WAITS = ["1 schooldag", "5 schooldagen", "1 week", "1 maand", "30 uur", "3 kalenderdagen", "5 werkdagen"]
DAYS_BACK = [["1 week"], ["2 schooldagen", "1 week"], ["1 week", "2 weken"], ["2 schooldagen", "1 week", "1 maand"]]
ROLES = ["mentor", "coordinator", "leerling-gepest", "ouders-gepest", "ouders-pest", "ouders"]


def route(seed: int) -> Route:
    """The same route for the same seed. Every step can be reached and leads to an end; only ways back have a limit."""
    chance = random.Random(seed)
    size = chance.randint(4, 8)
    ids = [f"s{number}" for number in range(size)]
    steps = [_step(number, ids, chance) for number in range(size)]
    for number in range(size, size + 2):
        steps.append({"id": f"s{number}", "soort": "einde", "titel": f"Einde {number}"})
    for step in steps[:size]:
        if step["soort"] == "vraag" or chance.random() < 0.2:
            step["daarna"] = _choice(ids.index(step["id"]), size, chance)
        else:
            step["daarna"] = [{"naar": f"s{ids.index(step['id']) + 1}"}]
    always = ["s0"]  # named with `na`: the start always comes first
    for step in steps[1:size]:
        if "wanneer" in step and chance.random() < 0.15:
            step["wanneer"]["na"] = chance.choice(always)
    return Route.model_validate(
        {
            "id": f"route-{seed}",
            "titel": f"Route {seed}",
            "kort": "Proef.",
            "gecontroleerd": "2026-11-30",
            "begin": "s0",
            "stappen": steps,
        }
    )


def _step(number: int, ids: list[str], chance: random.Random) -> dict:
    asks = chance.random() < (0.35 if number else 0.1)
    step = {
        "id": ids[number],
        "soort": "vraag" if asks else "doen",
        "titel": f"Stap nummer {number}",
        "wie": ["mentor"],
        "met": chance.sample(ROLES, chance.choice([0, 0, 1, 2, 3])),
        "informeer": chance.sample(ROLES, chance.choice([0, 0, 1, 2])),
    }
    if chance.random() < (0.35 if asks else 0.93):
        step["wanneer"] = {"binnen": chance.choice(TERMS)}
        if chance.random() < 0.06:
            step["wanneer"]["let_op"] = "Soms duurt het langer."
        if chance.random() < 0.06:
            step["wanneer"]["van_buiten"] = "ja"
        if chance.random() < 0.12:
            step["wanneer"]["niet_voor"] = chance.choice(WAITS)
    if chance.random() < 0.12:
        step["opvolgen"] = chance.choice(DAYS_BACK)
    if not asks and chance.random() < 0.7:
        step["voor_ouders"] = f"U merkt iets van {number}."
        step["voor_leerlingen"] = f"Je merkt iets van {number}."
    return step


def _choice(number: int, size: int, chance: random.Random) -> list[dict]:
    """A way on to the next step, another way on, and now and then one or two ways back."""
    later = chance.randint(number + 1, size + 1)
    ways = [{"id": "ja", "als": "Ja", "naar": f"s{number + 1}"}, {"id": "nee", "als": "Nee", "naar": f"s{later}"}]
    for again in range(chance.choice([0, 0, 1, 1, 2])):
        ways.append(
            {
                "id": f"terug-{again}",
                "als": f"Nog eens {again}",
                "naar": f"s{chance.randint(0, number)}",
                "hoogstens": chance.randint(1, 3),
                "dan": f"s{number + 1}",
            }
        )
    chance.shuffle(ways)
    return ways
