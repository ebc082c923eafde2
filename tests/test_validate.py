"""Every error pydantic can give for our models has a Dutch sentence."""
import copy
import random
import re

from macros.node import tree
from macros.schema import FOLDERS, SINGLE_FILES
from macros.source import Document, read
from macros.validate import MESSAGES, validate
from tests.browser.sites import ROOT

BAD_VALUES = ["", " ", "x" * 5000, "ÿ", "12", "-1", "9999999", "ja", [], {}, ["a", "b"], {"a": "b"}, [[]], [{}], "2026-13-01",
              "{mentor}", "https://", "dezelfde week"]


def mutate(value, chance: random.Random):
    """The value with one thing broken somewhere in it. Only what lies on the way there is copied."""
    value = place = copy.copy(value)
    while isinstance(place, (dict, list)) and place:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if chance.random() < 0.35 or not isinstance(place[key], (dict, list)) or not place[key]:
            kind = chance.random()
            if kind < 0.2:
                del place[key]
            elif kind < 0.3 and isinstance(place, dict):
                place["onbekend"] = "x"
            else:
                place[key] = chance.choice(BAD_VALUES)
            return value
        place[key] = copy.copy(place[key])
        place = place[key]
    return value


def test_every_mistake_is_told_in_dutch():
    chance = random.Random(4)
    sources = [(model, path) for name, model in FOLDERS.items() for path in sorted((ROOT / "protocol" / name).glob("*.yaml"))]
    sources += [(model, ROOT / "protocol" / f"{name}.yaml") for name, model in SINGLE_FILES.items()]
    seen = 0
    for model, path in sources:
        value = read(path, ROOT).value
        for _ in range(120):
            document = Document("x.yaml", tree(mutate(value, chance), "x.yaml"))
            validate(document, model)
            for problem in document.problems:
                seen += 1
                assert not problem.message.endswith("klopt niet."), problem.message
                assert not re.search(r"\b(should|must|input|valid|field|string)\b", problem.message), problem.message
    assert seen > 500


def test_messages_have_no_gap():
    for kind, message in MESSAGES.items():
        assert message[0] in "‘bd" and message.rstrip("}")[-1] in ".rs{nearpattern_help", (kind, message)
