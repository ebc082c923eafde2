"""What a layer does to the ways of a route, worked out by hand."""

import pytest

from macros.source.reader import Document
from tests.layers.laying import OWN, change, steps, told

ROUTE = """id: x
begin: s
stappen:
  - id: s
    soort: doen
    daarna:
      - naar: k
  - id: k
    soort: vraag
    daarna:
      - als: A
        naar: p
      - als: B
        naar: q
  - id: p
    soort: doen
    daarna:
      - naar: v
  - id: q
    soort: doen
    wanneer: {binnen: 1 week, na: p}
    daarna:
      - naar: v
  - id: v
    soort: doen
    daarna:
      - als: Goed
        naar: e
      - als: Weer
        naar: v
        hoogstens: 2
        dan: h
  - id: h
    soort: doen
    daarna:
      - naar: e
  - id: e
    soort: einde
scenarios:
  - naam: Een
    antwoorden: {k: p, v: [v, e]}
    einde: e
    langs: [p, v]
  - naam: Twee
    antwoorden: {k: q, v: [v, v, v]}
    einde: e
    langs: [h]
"""


def ways(merged: Document) -> str:
    """The whole route on one line: "s>k k>p,q …", with the name of a way where it is another, and `~` for `dan`."""

    def words(way: dict) -> str:
        limit = f"*{way['hoogstens']}~{way['dan']}" if "dan" in way else ""
        return (f"{way['id']}=" if way.get("id") else "") + way["naar"] + limit

    return " ".join(step["id"] + ">" + ",".join(words(way) for way in step.get("daarna", [])) for step in merged.value["stappen"])


WHOLE = "s>k k>p,q p>v q>v v>e,v*2~h h>e e>"


ONE_LEFT = "Er bleef maar één antwoord over, dus is er niets meer te vragen."
NO_WAY = "Er gaat geen weg meer naartoe."


@pytest.mark.parametrize(
    "own, expected, hidden",
    [
        ("", WHOLE, {}),
        (steps("id: s, titel: S"), WHOLE, {}),
        ("verborgen: nee\n", WHOLE, {}),
        # new steps
        (steps("id: n, soort: doen, na: s"), "s>k=n n>k k>p,q p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: p"), "s>k k>p,q p>v=n n>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: k, bij: p"), "s>k k>p=n,q n>p p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: k, bij: [p, q], daarna: [{naar: v}]"), "s>k k>p=n,q=n n>v p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: v"), "s>k k>p,q p>v q>v v>n n>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: v, bij: e"), "s>k k>p,q p>v q>v v>e=n,v*2~h n>e h>e e>", {}),
        (steps("id: n, soort: doen, na: s", "id: m, soort: doen, na: s"), "s>k=n n>k=m m>k k>p,q p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, na: s", "id: m, soort: doen, na: n"), "s>k=n n>k=m m>k k>p,q p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: m, soort: doen, na: n", "id: n, soort: doen, na: s"), "s>k=n n>k=m m>k k>p,q p>v q>v v>e,v*2~h h>e e>", {}),
        (steps("id: n, soort: doen, daarna: [{naar: e}]"), "s>k k>p,q p>v q>v v>e,v*2~h h>e e> n>e", {}),
        (
            steps("id: n, soort: doen, na: h, daarna: [{naar: e}]", "id: s, daarna: [{id: k, naar: n}]"),
            "s>k=n k>p,q p>v q>v v>e,v*2~h h>e n>e e>",
            {},
        ),  # what it leads past is for the checks of the route
        # hidden steps
        (steps("id: p, verborgen: ja"), "s>k=q q>v v>e,v*2~h h>e e>", {"p": "", "k": ONE_LEFT}),
        (steps("id: p, overslaan: ja"), "s>k k>p=v,q q>v v>e,v*2~h h>e e>", {"p": ""}),
        (steps("id: s, verborgen: ja"), "k>p,q p>v q>v v>e,v*2~h h>e e>", {"s": ""}),
        (steps("id: h, verborgen: ja"), "s>k k>p,q p>v q>v v>e,v*2~e e>", {"h": ""}),
        (steps("id: k, daarna: [{naar: p, verborgen: ja}]"), "s>k=q q>v v>e,v*2~h h>e e>", {"k": ONE_LEFT, "p": NO_WAY}),
        (steps("id: v, daarna: [{naar: v, verborgen: ja}]"), "s>k k>p,q p>v q>v v>e e>", {"h": NO_WAY}),
        (steps("id: p, verborgen: ja", "id: q, verborgen: ja"), "s>k=v v>e,v*2~h h>e e>", {"p": "", "k": ONE_LEFT, "q": ""}),
        (steps("id: q, overslaan: ja", "id: p, overslaan: ja"), "s>k k>p=v,q=v v>e,v*2~h h>e e>", {"q": "", "p": ""}),
        (
            steps("id: n, soort: doen, na: q", "id: q, verborgen: ja"),
            "s>k=p p>v v>e,v*2~h h>e e>",
            {"k": ONE_LEFT, "q": "", "n": NO_WAY},
        ),
        (steps("id: n, soort: einde, na: s"), "s>k=n n> k>p,q p>v q>v v>e,v*2~h h>e e>", {}),
    ],
)
def test_the_ways_after_a_layer(laid, own, expected, hidden):
    """Worked out by hand from the rules at the top of macros.layers.ways."""
    merged = laid(ROUTE, own) if own else laid(ROUTE, "titel: X\n")
    assert (ways(merged), merged.hidden, told(merged)) == (expected, hidden, [])


STUCK = (
    "stap ‘{}’ kan niet zomaar weg: vanaf ‘{}’ is er dan geen weg meer. Zeg in protocol/eigen wat er dan volgt: geef ‘{}’ "
    "één uitgang, of verander de stap ervoor."
)


@pytest.mark.parametrize(
    "own, expected",
    [
        (steps("id: k, verborgen: ja"), [(2, STUCK.format("k", "s", "k"))]),
        (steps("id: v, verborgen: ja"), [(2, STUCK.format("v", "p", "v"))]),
        (steps("id: e, verborgen: ja"), [(2, STUCK.format("e", "h", "e"))]),
        (steps("id: s, verborgen: ja", "id: k, verborgen: ja"), [(3, "stap ‘k’ is het begin. Kies eerst een ander begin.")]),
        (
            steps("id: s, daarna: [{naar: k, verborgen: ja}]"),
            [(2, "dit is de enige uitgang van stap ‘s’. Voeg er eerst een andere toe.")],
        ),
        (
            steps("id: n, soort: vraag, na: s, daarna: [{als: J, naar: k}, {als: N, naar: p}]", "id: p, verborgen: ja"),
            [(2, "deze uitgang gaat naar stap ‘p’, maar die verberg je zelf. Kies een andere stap.")],
        ),
        (steps("id: n, soort: doen, na: e"), [(2, "na ‘e’ komt niets meer: dat is een einde. Kies een eerdere stap.")]),
        (
            steps("id: n, soort: doen, na: k"),
            [
                (
                    2,
                    "stap ‘k’ heeft meer uitgangen. Zeg bij welke deze stap hoort, bijvoorbeeld: bij: "
                    "p. Je kunt kiezen "
                    "uit: p, q.",
                )
            ],
        ),
        (
            steps("id: n, soort: vraag, na: v, daarna: [{als: x, naar: e}]"),
            [
                (
                    2,
                    "stap ‘v’ heeft meer uitgangen. Zeg bij welke deze stap hoort, bijvoorbeeld: bij: e. Je kunt kiezen "
                    "uit: e, v.",
                )
            ],
        ),
        (
            steps("id: n, soort: einde, na: v"),
            [
                (
                    2,
                    "stap ‘v’ heeft meer uitgangen. Zeg bij welke deze stap hoort, bijvoorbeeld: bij: e. Je kunt kiezen "
                    "uit: e, v.",
                )
            ],
        ),
        (steps("id: n, soort: doen, na: zz"), [(2, "stap ‘zz’ bestaat niet. Kies een stap uit dit protocol.")]),
        (steps("id: n, soort: doen, na: k, bij: zz"), [(2, "stap ‘k’ heeft geen uitgang ‘zz’. Kies uit: p, q.")]),
        (
            steps("id: n, soort: doen, na: k, bij: [p, q]"),
            [(2, "deze uitgangen gaan naar verschillende stappen: p, q. Schrijf bij de nieuwe stap zelf een ‘daarna’.")],
        ),
        (steps("id: n, soort: doen, bij: p"), [(2, "‘bij’ kan alleen samen met ‘na’: de stap waar de nieuwe stap na komt.")]),
        (
            steps("id: n, soort: doen, na: m", "id: m, soort: doen, na: n"),
            [
                (2, "stap ‘m’ bestaat niet. Kies een stap uit dit protocol."),
                (3, "stap ‘n’ bestaat niet. Kies een stap uit dit protocol."),
            ],
        ),
    ],
)
def test_ways_that_can_not_be_made(laid, own, expected):
    merged = laid(ROUTE, own)
    assert told(merged) == expected
    kept = ways(merged).replace("n>k,p ", "").replace("s>k=n", "s>k")
    assert all(part in kept for part in ("k>p,q", "p>v", "q>v", "v>e,v*2~h", "h>e", "e>")), "nothing else changes"


@pytest.mark.parametrize(
    "lock, deadline, refused",
    [("vast: ja", "meteen", True), ("vast: nee", "meteen", False), ("vast: ja", "1 week", False), ("vast: ja", "", False)],
)
def test_nothing_comes_before_a_fixed_step_that_is_for_at_once(laid, lock, deadline, refused):
    fields = f"    {lock}\n    vast_omdat: Nood.\n" + (f"    wanneer: {{binnen: {deadline}}}\n" if deadline else "")
    merged = laid(ROUTE.replace("  - id: p\n", "  - id: p\n" + fields), steps("id: n, soort: doen, na: k, bij: p"))
    said = (
        "stap ‘p’ moet meteen, dus daar komt niets voor. ‘p’ staat vast. Nood. Aanvullen mag wel: schrijf een plus achter "
        "het veld, zoals ‘hoe+:’."
    )
    assert told(merged) == ([(2, said)] if refused else [])


def test_a_way_keeps_its_name_and_its_limit(laid):
    """Stored answers stay right: a way that leads elsewhere is still called after where it led."""
    merged = laid(
        ROUTE.replace("      - naar: e\n  - id: e", "      - naar: k\n        hoogstens: 3\n        dan: e\n  - id: e"),
        steps("id: h, overslaan: ja"),
    )
    assert ways(merged) == "s>k k>p,q p>v q>v v>e,v*2~k e>", "of a way back only where the limit leads changes"
    skipped = laid(
        ROUTE.replace(
            "  - id: p\n    soort: doen\n    daarna:\n      - naar: v",
            "  - id: p\n    soort: doen\n    daarna:\n      - naar: s\n        hoogstens: 3\n        dan: e",
        ),
        steps("id: p, overslaan: ja"),
    )
    assert ways(skipped) == "s>k k>p=s*3~e,q q>v v>e,v*2~h h>e e>", "a way that is passed over hands its limit on"
    named = laid(ROUTE, steps("id: k, daarna: [{naar: p, id: praat}, {id: q, naar: h}]"))
    assert ways(named).startswith("s>k k>p,q=h,praat=p ")


def test_a_question_with_two_answers_left_stays_a_question(laid):
    base = ROUTE.replace("        naar: q\n", "        naar: q\n      - als: C\n        naar: h\n")
    merged = laid(base, steps("id: p, verborgen: ja"))
    assert (ways(merged), merged.hidden) == ("s>k k>q,h q>v v>e,v*2~h h>e e>", {"p": ""})
    assert [way["als"] for way in merged.value["stappen"][1]["daarna"]] == ["B", "C"]


def test_what_a_step_takes_over(laid):
    """A step after one with more ways out takes them over, and its answers in the examples with them."""
    merged = laid(ROUTE, steps("id: n, soort: doen, na: v"))
    by_name = {step["id"]: step for step in merged.value["stappen"]}
    assert by_name["v"]["daarna"] == [{"naar": "n", "voorheen": ["e", "v"]}]
    assert by_name["n"]["daarna"][1] == {"als": "Weer", "naar": "v", "hoogstens": "2", "dan": "h"}
    answers = [one["antwoorden"] for one in merged.value["scenarios"]]
    assert answers == [{"k": "p", "n": ["v", "e"]}, {"k": "q", "n": ["v", "v", "v"]}]
    assert merged.place(("stappen", [step["id"] for step in merged.value["stappen"]].index("n")))[0] == OWN


def test_what_the_base_says_of_hidden_steps_goes(laid):
    """A deadline that counted from it, an example that ends there or chose the way to it; other examples just pass over it."""
    passed = laid(ROUTE, steps("id: p, overslaan: ja"))
    assert {step["id"]: step for step in passed.value["stappen"]}["q"]["wanneer"] == {"binnen": "1 week"}
    assert [(one["naam"], one["langs"]) for one in passed.value["scenarios"]] == [("Een", ["v"]), ("Twee", ["h"])]
    gone = laid(ROUTE, steps("id: k, daarna: [{naar: q, verborgen: ja}]"))
    assert [(one["naam"], one["antwoorden"]) for one in gone.value["scenarios"]] == [("Een", {"v": ["v", "e"]})]
    once = laid(ROUTE, steps("id: v, daarna: [{naar: v, verborgen: ja}]"))
    assert once.value["scenarios"] == [], "both went round at v"
    assert "als" not in {step["id"]: step for step in once.value["stappen"]}["v"]["daarna"][0], "one way left needs no words"
    ended = laid(
        ROUTE.replace("einde: e\n    langs: [h]", "einde: h\n    langs: []").replace(
            "  - id: h\n    soort: doen\n    daarna:\n      - naar: e", "  - id: h\n    soort: einde"
        ),
        steps("id: v, daarna: [{naar: v, verborgen: ja}]"),
    )
    assert ended.value["scenarios"] == [] and ended.hidden == {"h": NO_WAY}


def test_what_the_layer_itself_says_of_hidden_steps_stays_for_its_author(laid):
    own = (
        steps("id: p, overslaan: ja", "id: h, wanneer: {binnen: 1 week, na: p}")
        + "scenarios:\n  - {naam: Drie, antwoorden: {p: v}, einde: e}\n"
    )
    merged = laid(ROUTE, own)
    assert {step["id"]: step for step in merged.value["stappen"]}["h"]["wanneer"] == {"binnen": "1 week", "na": "p"}
    assert merged.value["scenarios"][2]["antwoorden"] == {"p": "v"}


# ---- older names in a layer ----


def test_older_names_of_steps_and_ways(laid):
    base = ROUTE.replace("  - id: p\n", "  - id: p\n    voorheen: [oud-p]\n")
    base = base.replace("      - als: B\n", "      - als: B\n        voorheen: [oud-q]\n")
    own = (
        "begin: s\n"
        + steps(
            "id: n, soort: doen, na: oud-p",
            "id: h, daarna: [{id: e, naar: oud-p, hoogstens: 1, dan: oud-e}]",
            "id: m, soort: doen, na: k, bij: oud-q",
        )
        + "scenarios:\n  - {naam: Drie, antwoorden: {k: oud-q, oud-p: n}, einde: oud-e, langs: [oud-p, s]}\n"
    )
    merged = laid(base, own, change("oud-e", "e"))
    assert ways(merged) == "s>k k>p,q=m m>q p>v=n n>v q>v v>e,v*2~h h>e=p*1~e e>"
    assert merged.value["scenarios"][2] == {"naam": "Drie", "antwoorden": {"k": "q", "p": "n"}, "einde": "e", "langs": ["p", "s"]}
    renamed = "Sinds 0.3.0 heet deze stap ‘e’. Beter. Pas de naam hier aan."
    assert sorted(told(merged)) == sorted(
        [
            (3, "let op: ‘oud-p’ heet nu ‘p’. Pas de naam hier aan."),
            (4, "let op: ‘oud-p’ heet nu ‘p’. Pas de naam hier aan."),
            (4, f"let op: {renamed}"),
            (5, "let op: ‘oud-q’ heet nu ‘q’. Pas de naam hier aan."),
            (7, "let op: ‘oud-q’ heet nu ‘q’. Pas de naam hier aan."),
            (7, f"let op: {renamed}"),
            (7, "let op: ‘oud-p’ heet nu ‘p’. Pas de naam hier aan."),
        ]
    )


def test_only_a_step_has_an_older_name(laid):
    merged = laid(ROUTE.replace("  - id: p\n", "  - id: p\n    voorheen: [oud-p]\n"), steps("id: n, soort: doen, na: oud-p"))
    assert ways(merged) == "s>k k>p,q p>v=n n>v q>v v>e,v*2~h h>e e>"
    assert told(merged) == [(2, "let op: ‘oud-p’ heet nu ‘p’. Pas de naam hier aan.")]


def test_a_name_that_is_in_use_again_is_no_older_name(laid):
    base = ROUTE.replace("  - id: p\n", "  - id: p\n    voorheen: [q]\n")
    base = base.replace("      - als: A\n", "      - als: A\n        voorheen: [e]\n")
    merged = laid(base, steps("id: n, soort: doen, na: q", "id: m, soort: doen, na: v, bij: e"))
    assert merged.problems == [] and ways(merged) == "s>k k>p,q p>v q>v=n n>v v>e=m,v*2~h m>e h>e e>"
