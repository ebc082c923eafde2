"""The shape of any route against walks that are tried one by one, and every mistake in a route with its line and words."""

import datetime
import random

import pytest

from macros.checks import ages
from macros.checks.routes import check_route
from macros.content import graph
from macros.load import load
from macros.schema.route import Route
from macros.schema.validate import validate
from macros.source.reader import read
from tests.oracles import graphs
from tests.projects import BASIS

CONTENT = load(BASIS)
HEAD = "id: voorbeeld\ntitel: Voorbeeld\nkort: Kort.\ngecontroleerd: 2026-11-01\nbegin: a\nstappen:\n"


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


def as_route(text: str, folder) -> Route:
    path = folder / "protocol" / "protocollen" / "voorbeeld.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    document = read(path, folder)
    made = validate(document, Route)
    assert document.problems == [] and made is not None, document.problems
    return made


def any_shape(chance: random.Random) -> tuple[dict, str]:
    """({step: [(target, limit or 0, then)]}, YAML of a route of that shape); ends are steps without ways."""
    names = [f"s{number}" for number in range(chance.randint(2, 7))]
    shape = {
        name: []
        if chance.random() < 0.2
        else [(chance.choice(names), chance.choice([0, 0, 2]), chance.choice(names)) for _ in range(chance.choice([1, 1, 2, 3]))]
        for name in names
    }
    lines = [HEAD.replace("begin: a", "begin: s0")]
    for name, ways in shape.items():
        lines.append(f"  - id: {name}\n    soort: {'doen' if ways else 'einde'}\n    titel: Stap\n    wie: [mentor]\n")
        lines.append("    daarna:\n" if ways else "")
        for place, (target, limit, then) in enumerate(ways):
            lines.append(f"      - id: w{place}\n        als: Weg {place}\n        naar: {target}\n")
            lines.append(f"        hoogstens: {limit}\n        dan: {then}\n" if limit else "")
    return shape, "".join(lines)


@pytest.mark.parametrize("seed", range(120))
def test_the_shape_of_any_route(seed, tmp_path):
    shape, text = any_shape(random.Random(seed))
    route = as_route(text, tmp_path)
    ways = {
        name: [(target, limit > 0) for target, limit, _ in some] + [(then, False) for _, limit, then in some if limit]
        for name, some in shape.items()
    }
    ends = {name for name in shape if not ways[name]}
    reachable = graphs.reached(ways, "s0")
    assert graph.reachable(route) == reachable
    assert graph.reaching_an_end(route) == {name for name in shape if graphs.reached(ways, name) & ends}
    before = graphs.dominators(ways, "s0")
    assert graph.always_before(route) == before
    through = [before[end] for end in ends & reachable]
    assert graph.always_on_the_way(route) == (set.intersection(*through) if through else set())
    sure = ["s0"]
    while len({target for target, _ in ways[sure[-1]]}) == 1 and ways[sure[-1]][0][0] not in sure:
        sure.append(ways[sure[-1]][0][0])
    assert graph.surely_first(route) == sure
    loop = graph.unlimited_loop(route)
    assert bool(loop) is graphs.goes_round(ways)
    for here, following in zip(loop, [*loop[1:], *loop[:1]]):
        assert (following, False) in ways[here]
    assert [(a, b) for a, b, _ in graph.edges(route)] == [
        (name, target) for name, some in shape.items() for way in some for target in ([way[0], way[2]] if way[1] else [way[0]])
    ]
    problems = {problem.message.split(".")[0] for problem in check_route(route, CONTENT) if not problem.warning}
    lost = {f"stap ‘{name}’ is niet te bereiken" for name in set(shape) - reachable}
    stuck = {f"vanaf stap ‘{name}’ kom je nooit bij een einde" for name in reachable if not graphs.reached(ways, name) & ends}
    assert {words for words in problems if "te bereiken" in words or "nooit bij een einde" in words} == lost | stuck
    assert any("gaan eindeloos rond" in words for words in problems) is bool(loop)


# ---- mistakes, each with its line and the beginning of what is said ----

GOOD = (
    HEAD
    + """  - id: a
    soort: doen
    titel: Begin
    wie: [mentor]
    daarna:
      - naar: b
  - id: b
    soort: vraag
    titel: Kies
    wanneer: {binnen: 1 week, na: a}
    daarna:
      - als: Ja
        naar: c
      - als: Nee
        naar: b
        hoogstens: 2
        dan: d
  - id: c
    soort: einde
    titel: Klaar
  - id: d
    soort: einde
    titel: Hulp
scenarios:
  - naam: Goed
    antwoorden: {b: c}
    einde: c
    langs: [a]
  - naam: Fout
    antwoorden: {b: [b, b, b]}
    einde: d
"""
)


NOT_ALWAYS = "je komt niet altijd langs ‘{}’ voordat je bij ‘b’ bent. Kies een eerdere stap, of laat ‘na’ weg."


def told(text: str, folder) -> list[tuple[int, str]]:
    """(line, what is said) of the mistakes in a route, in the order of the lines; a warning begins with "let op: "."""
    return sorted(
        (problem.line, ("let op: " if problem.warning else "") + problem.message)
        for problem in check_route(as_route(text, folder), CONTENT)
    )


def test_a_good_route_has_no_mistakes(tmp_path):
    assert told(GOOD, tmp_path) == []


@pytest.mark.parametrize(
    "old, new, expected",
    [
        # names
        ("begin: a", "begin: e", [(5, "stap ‘e’ bestaat niet.")]),
        (
            "  - id: d\n",
            "  - id: c\n",
            [
                (23, "stap ‘d’ bestaat niet. Kies een id van een stap in dit bestand."),
                (27, "stap ‘c’ bestaat al (regel 24). Kies een andere id."),
            ],
        ),
        ("naar: c\n", "naar: cc\n", [(19, "stap ‘cc’ bestaat niet. Bedoel je ‘c’?")]),
        ("naar: c\n", "naar: qq\n", [(19, "stap ‘qq’ bestaat niet. Kies een id van een stap in dit bestand.")]),
        ("dan: d", "dan: dd", [(23, "stap ‘dd’ bestaat niet. Bedoel je ‘d’?")]),
        ("wie: [mentor]", "wie: [mentoor]", [(10, "rol ‘mentoor’ bestaat niet. Bedoel je ‘mentor’?")]),
        (
            "wie: [mentor]",
            "wie: [mentor]\n    met: [qq]\n    informeer: [zz]",
            [
                (11, "rol ‘qq’ bestaat niet. Kies een id uit rollen.yaml."),
                (12, "rol ‘zz’ bestaat niet. Kies een id uit rollen.yaml."),
            ],
        ),
        (
            "    wie: [mentor]\n",
            "    wie: [mentor]\n    begrippen: [qq]\n",
            [(11, "begrip ‘qq’ bestaat niet. Kies een id uit begrippen.yaml.")],
        ),
        (
            "    wie: [mentor]\n",
            "    wie: [mentor]\n    gesprek: qq\n",
            [(11, "gesprekswijzer ‘qq’ bestaat niet. Kies een bestand uit de map gesprekken.")],
        ),
        (
            "    wie: [mentor]\n",
            "    wie: [mentor]\n    gesprek: eerste-gesprk\n",
            [(11, "gesprekswijzer ‘eerste-gesprk’ bestaat niet. Bedoel je ‘eerste-gesprek’?")],
        ),
        ("titel: Klaar\n", "titel: Klaar\n    verder_met: qq\n", [(27, "protocol of wegwijzer ‘qq’ bestaat niet.")]),
        ("titel: Klaar\n", "titel: Klaar\n    verder_met: voorbeeld\n", []),
        ("titel: Klaar\n", "titel: Klaar\n    verder_met: eigen-protocol\n", []),
        (
            "    wie: [mentor]\n",
            "    wie: [mentor]\n    verder_met: voorbeeld\n",
            [(11, "‘verder_met’ kan alleen bij soort: einde.")],
        ),
        # steps
        ("    wie: [mentor]\n", "", [(7, "bij stap ‘a’ ontbreekt wie het doet. Voeg ‘wie’ toe.")]),
        (
            "titel: Klaar\n",
            "titel: Klaar\n    daarna:\n      - naar: d\n",
            [(27, "‘c’ is een einde, maar er staat een ‘daarna’ bij. Haal dat weg of maak er een andere soort van.")],
        ),
        (
            "    daarna:\n      - naar: b\n",
            "",
            [(7, "stap ‘a’ loopt dood: er staat geen ‘daarna’ bij. Zeg wat er volgt, of zet er soort: einde bij.")],
        ),
        (
            "      - als: Ja\n        naar: c\n",
            "",
            [(17, "vraag ‘b’ heeft maar één antwoord. Voeg een antwoord toe of maak er soort: doen van.")],
        ),
        # ways
        (
            "      - als: Ja\n        naar: c",
            "      - naar: c",
            [(18, "bij deze uitgang staat niet wanneer je hem neemt. Voeg ‘als’ toe, in een paar woorden.")],
        ),
        (
            "      - naar: b\n",
            "      - naar: b\n      - naar: c\n",
            [
                (12, "bij deze uitgang staat niet wanneer je hem neemt. Voeg ‘als’ toe, in een paar woorden."),
                (13, "bij deze uitgang staat niet wanneer je hem neemt. Voeg ‘als’ toe, in een paar woorden."),
            ],
        ),
        ("als: Nee", "als: ja", [(20, "‘ja’ staat er twee keer. Geef elke uitgang een eigen tekst.")]),
        (
            "        naar: b\n        hoogstens",
            "        id: c\n        naar: b\n        hoogstens",
            [(20, "twee uitgangen heten ‘c’. Geef deze uitgang een eigen id.")],
        ),
        ("        dan: d\n", "", [(20, "‘hoogstens’ en ‘dan’ horen bij elkaar: zeg hoe vaak, en wat er daarna gebeurt.")]),
        ("        hoogstens: 2\n", "", [(20, "‘hoogstens’ en ‘dan’ horen bij elkaar: zeg hoe vaak, en wat er daarna gebeurt.")]),
        # deadlines
        ("na: a}", "na: q}", [(16, "stap ‘q’ bestaat niet.")]),
        ("na: a}", "na: c}", [(16, NOT_ALWAYS.format("c"))]),
        ("na: a}", "na: b}", [(16, NOT_ALWAYS.format("b"))]),
        (", na: a}", "}", []),
        ("na: a}", "na: vorige}", []),
        # examples
        (
            "antwoorden: {b: c}",
            "antwoorden: {q: c}",
            [
                (18, "let op: geen enkel scenario gaat van ‘b’ naar ‘c’. Voeg een voorbeeld toe onder scenarios."),
                (32, "stap ‘q’ bestaat niet."),
            ],
        ),
        (
            "antwoorden: {b: c}",
            "antwoorden: {b: q}",
            [
                (18, "let op: geen enkel scenario gaat van ‘b’ naar ‘c’. Voeg een voorbeeld toe onder scenarios."),
                (32, "stap ‘b’ heeft geen uitgang ‘q’. Kies uit: c, b."),
            ],
        ),
        (
            "antwoorden: {b: c}",
            "antwoorden: {b: c, c: d}",
            [
                (18, "let op: geen enkel scenario gaat van ‘b’ naar ‘c’. Voeg een voorbeeld toe onder scenarios."),
                (32, "stap ‘c’ is een einde. Haal deze regel weg."),
            ],
        ),
        (
            "antwoorden: {b: c}",
            "antwoorden: {b: [c, b]}",
            [(32, "dit voorbeeld geeft meer antwoorden bij ‘b’ dan het er langs komt. Haal weg wat niet nodig is.")],
        ),
        ("    einde: c\n", "    einde: d\n", [(33, "dit voorbeeld eindigt bij ‘c’, niet bij ‘d’. De weg: a → b → c.")]),
        ("langs: [a]", "langs: [a, d]", [(34, "dit voorbeeld komt niet langs ‘d’.")]),
        (
            "b: [b, b, b]",
            "b: [b, b]",
            [
                (20, "let op: geen enkel scenario gaat van ‘b’ naar ‘d’. Voeg een voorbeeld toe onder scenarios."),
                (37, "dit voorbeeld eindigt bij ‘b’, niet bij ‘d’. De weg: a → b → b → b."),
            ],
        ),
    ],
)
def test_a_mistake_is_told_at_its_line(old, new, expected, tmp_path):
    assert GOOD.count(old) >= 1
    found = told(GOOD.replace(old, new, 1), tmp_path)
    assert [(line, words) for line, words in found] == expected


def test_a_step_may_fill_one_screen(tmp_path):
    """260 words in all that a step says; one more is too long. The title and the answers do not count."""

    def written(words: int) -> str:
        lines = [
            "    waarom: " + "woord " * 60,
            "    hoe: [" + "woord " * 60 + "]",
            "    let_op: [" + "woord " * 60 + "]",
            "    noteer: [" + "woord " * 60 + "]",
            "    hoe_voor:\n      - tekst: " + "woord " * (words - 240),
        ]
        return GOOD.replace("    wie: [mentor]\n", "    wie: [mentor]\n" + "\n".join(line.rstrip() for line in lines) + "\n", 1)

    assert told(written(260), tmp_path) == []
    assert told(written(261), tmp_path) == [
        (
            7,
            "let op: stap ‘a’ is lang: meer dan 260 woorden past niet op één scherm. Maak hem "
            "korter of "
            "maak er twee stappen van.",
        )
    ]
