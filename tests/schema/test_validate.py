"""Every error pydantic can give for our models has a Dutch sentence."""

import copy
import random
import re
from dataclasses import replace

from macros.schema import FOLDERS, SINGLE_FILES
from macros.schema.validate import validate
from macros.source.problems import SENTENCES, told
from macros.source.reader import Document, read
from macros.source.tree import tree
from tests.places import ROOT

BAD_VALUES = [
    "",
    " ",
    "x" * 5000,
    "ÿ",
    "12",
    "-1",
    "9999999",
    "ja",
    [],
    {},
    ["a", "b"],
    {"a": "b"},
    [[]],
    [{}],
    "2026-13-01",
    "{mentor}",
    "https://",
    "dezelfde week",
]


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


def test_every_mistake_of_a_value_has_a_sentence():
    values = [sentence.rest for code, sentence in SENTENCES.items() if code.startswith("value-")]
    assert len(values) > 20
    for sentence in values:
        assert sentence[0] in "‘bd" and sentence.rstrip("}")[-1] in ".rs{hinthelp", sentence


def codes_in(path) -> set[str]:
    """The codes that a module tells, as they are written."""
    text = path.read_text(encoding="utf-8")
    return (
        set(re.findall(r"\btold\(\s*\"([a-z0-9-]+)\"", text))
        | set(re.findall(r"self\.gone\(\"([a-z-]+)\"", text))
        | set(re.findall(r"told\(\"([a-z-]+)\" if [^)]*? else \"[a-z-]+\"", text))
        | set(re.findall(r"told\(\"[a-z-]+\" if [^)]*? else \"([a-z-]+)\"", text))
    )


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    written = set().union(*(codes_in(path) for folder in ("macros", "tests/words") for path in (ROOT / folder).rglob("*.py")))
    made = {code for code in SENTENCES if code.startswith(("value-", "unknown-"))} | {
        f"{code}-renamed" for code in written if f"{code}-renamed" in SENTENCES
    }
    assert written - set(SENTENCES) == set() and set(SENTENCES) - written - made == set()


def test_what_became_of_a_name_comes_in_the_place_of_what_to_do():
    unknown = told("unknown-role", unknown="metnor", near="mentor")
    assert str(unknown) == "rol ‘metnor’ bestaat niet. Bedoel je ‘mentor’?"
    assert str(told("unknown-role", unknown="x", near="")) == "rol ‘x’ bestaat niet. Kies een id uit rollen.yaml."
    assert str(replace(unknown, because=told("hidden-by-layer"))) == "rol ‘metnor’ bestaat niet. Jullie eigen laag verbergt dit."
