"""What a layer may not loosen, worked out by hand."""

import pytest

from macros.layers.locks import check_locks
from macros.layers.renames import Renames
from macros.schema.changes import Change
from macros.schema.durations import order
from tests.layers.laying import BASE, OWN, change, steps

LOCKED = """id: x
titel: Titel
stappen:
  - id: a
    titel: A
    vast: ja
    vast_omdat: De wet zegt het
    wanneer: {binnen: 1 week, na: z}
    hoe: [een]
    wie: [mentor]
    daarna:
      - naar: b
  - id: b
    titel: B
    wanneer: {binnen: 2 schooldagen}
    daarna:
      - als: J
        naar: a
      - als: N
        naar: c
  - id: c
    titel: C
    hoe_voor:
      - {id: w, tekst: Wet, vast: ja, vast_omdat: Wet.}
"""
A_LOCKED = "‘A’ staat vast. De wet zegt het. Aanvullen mag wel: schrijf een plus achter het veld, zoals ‘hoe+:’."
LATE = "De basis zegt: {}. Korter mag, langer niet: leerlingen en ouders rekenen erop."


def locks(laid, own: str, page: str = "protocollen/x", base: str = LOCKED, *changes: Change) -> list[tuple[int, str]]:
    return [
        (problem.line, problem.message)
        for problem in check_locks(page, laid.written(BASE, base), laid.written(OWN, own), Renames(list(changes)))
    ]


@pytest.mark.parametrize(
    "own, expected",
    [
        ("titel: Nieuw\n", []),
        (steps("id: a, hoe+: [twee], wie: [ouders], bron: [X]"), []),
        (steps("id: b, titel: Bee"), []),
        (steps("id: a, titel: Aa"), [(2, A_LOCKED)]),
        (steps("id: a, titel: A"), []),
        (steps("id: a, hoe: [twee]"), [(2, A_LOCKED)]),
        (steps("id: a, verborgen: ja"), [(2, A_LOCKED)]),
        (steps("id: a, overslaan: ja"), [(2, A_LOCKED)]),
        (steps("id: a, verborgen: nee"), []),
        (steps("id: b, verborgen: ja"), []),
        (steps("id: n, titel: N"), []),
        (steps("id: a, nieuw: x"), []),
        (steps("id: a, voor: {land: [nl]}"), [(2, A_LOCKED)]),
        (steps("id: a, lezer: [x]"), [(2, A_LOCKED)]),
        (steps("id: b, voor: {land: [nl]}"), []),
        # ways to a locked step stay
        (
            steps("id: b, daarna: [{naar: a, verborgen: ja}]"),
            [(2, "deze uitgang gaat naar een vaste stap, dus die moet blijven. " + A_LOCKED.replace("‘A’", "‘a’"))],
        ),
        (
            steps("id: b, daarna: [{id: a, naar: c}]"),
            [(2, "deze uitgang gaat naar een vaste stap, dus die moet blijven. " + A_LOCKED.replace("‘A’", "‘a’"))],
        ),
        (steps("id: b, daarna: [{naar: c, verborgen: ja}]"), []),
        (steps("id: b, daarna: [{naar: a}]"), []),
        (steps("id: b, daarna: [{naar: a, als: Ja}]"), [(2, A_LOCKED.replace("‘A’", "‘a’"))]),
        (steps("id: a, daarna: [{naar: b, verborgen: ja}]"), [(2, A_LOCKED.replace("‘A’", "‘b’"))]),
        # a locked part inside
        (
            steps("id: c, verborgen: ja"),
            [(2, "‘C’ staat vast. Wet. Aanvullen mag wel: schrijf een plus achter het veld, zoals ‘hoe+:’.")],
        ),
        (
            steps("id: c, hoe_voor: [{id: w, tekst: Anders}]"),
            [(2, "‘w’ staat vast. Wet. Aanvullen mag wel: schrijf een plus achter het veld, zoals ‘hoe+:’.")],
        ),
        (
            steps("id: c, hoe_voor: weg"),
            [(2, "‘w’ staat vast. Wet. Aanvullen mag wel: schrijf een plus achter het veld, zoals ‘hoe+:’.")],
        ),
        (steps("id: c, hoe_voor+: [{id: v, tekst: Meer}]"), []),
        # deadlines
        (steps("id: b, wanneer: {binnen: 1 schooldag}"), []),
        (steps("id: b, wanneer: {binnen: 2 schooldagen}"), []),
        (steps("id: b, wanneer: {binnen: meteen}"), []),
        (steps("id: b, wanneer: {binnen: dezelfde schooldag}"), []),
        (
            steps("id: b, wanneer: {binnen: 3 schooldagen}"),
            [(2, "‘3 schooldagen’ is te laat bij ‘B’. " + LATE.format("2 schooldagen"))],
        ),
        (steps("id: b, wanneer: {binnen: 1 week}"), [(2, "‘1 week’ is te laat bij ‘B’. " + LATE.format("2 schooldagen"))]),
        (
            steps("id: b, wanneer: {binnen: elk trimester}"),
            [(2, "‘elk trimester’ is te laat bij ‘B’. " + LATE.format("2 schooldagen"))],
        ),
        (steps("id: b, wanneer: {binnen: ooit}"), []),  # the schema says what is wrong with that
        (steps("id: a, wanneer: {binnen: 5 schooldagen}"), []),
        (steps("id: a, wanneer: {na: z}"), []),
        (
            steps("id: a, wanneer: {na: b}"),
            [(2, "‘na’ kan hier niet anders: dan begint de termijn van ‘A’ later te lopen. Haal deze regel weg.")],
        ),
        (steps("id: b, wanneer: {na: a}"), []),
        (steps("id: b, wanneer: {let_op: Soms.}"), []),
        ("stappen:\n  - id: b\n    wanneer:\n", [(3, "de termijn van ‘B’ kan niet weg. " + LATE.format("2 schooldagen"))]),
        (
            "stappen:\n  - id: b\n    wanneer:\n      binnen:\n",
            [(3, "de termijn van ‘B’ kan niet weg. " + LATE.format("2 schooldagen"))],
        ),
        ("verborgen: ja\n", []),
        ("verborgen: nee\n", []),
        ("- x\n", []),
    ],
)
def test_what_a_layer_may_not_loosen(laid, own, expected):
    assert locks(laid, own) == expected


def test_of_two_locked_parts_the_first_is_named(laid):
    base = LOCKED + "      - {id: v, tekst: Meer, vast: ja, vast_omdat: Ook.}\n"
    assert [words[:16] for _, words in locks(laid, steps("id: c, hoe_voor: weg"), "protocollen/x", base)] == ["‘w’ staat vast. "]


def test_a_deadline_that_is_none_limits_nothing(laid):
    base = LOCKED.replace("{binnen: 2 schooldagen}", "{binnen: ooit}")
    assert locks(laid, steps("id: b, wanneer: {binnen: 1 week}"), "protocollen/x", base) == []


def test_a_deadline_of_a_wayfinder_is_free(laid):
    assert locks(laid, steps("id: b, wanneer: {binnen: 1 week}"), "wegwijzers/x") == []


def test_an_older_name_is_no_way_around_a_lock(laid):
    older = LOCKED.replace("  - id: a\n", "  - id: a\n    voorheen: [oud-a]\n")
    assert locks(laid, steps("id: oud-a, verborgen: ja"), "protocollen/x", older) == [(2, A_LOCKED)]
    assert locks(laid, steps("id: ouder, verborgen: ja"), "protocollen/x", LOCKED, change("ouder", "a")) == [(2, A_LOCKED)]
    assert locks(laid, steps("id: ouder, verborgen: ja"), "protocollen/x", LOCKED, change("ouder")) == []


def test_a_page_that_is_locked_as_a_whole(laid):
    base = "id: x\ntitel: Titel\nvast: ja\nvast_omdat: Wet!\nlijst: [een]\n"
    words = "‘{}’ staat vast. Wet! Aanvullen mag wel: schrijf een plus achter het veld, zoals ‘hoe+:’."
    assert locks(laid, "verborgen: ja\n", "protocollen/x", base) == [(1, words.format("Titel"))]
    assert locks(laid, "lijst: [twee]\n", "protocollen/x", base) == [(1, words.format("protocollen/x"))]
    assert locks(laid, "lijst+: [twee]\ntitel: Titel\n", "protocollen/x", base) == []
    inside = "id: x\ntitel: Titel\nfasen:\n  - {id: f, titel: F, vast: ja, vast_omdat: Wet.}\n"
    assert locks(laid, "verborgen: ja\n", "gesprekken/x", inside) == [(1, words.format("Titel").replace("Wet!", "Wet."))]
    assert locks(laid, "verborgen: ja\n", "protocollen/x", inside) == [], "of a protocol a school may choose another"


def test_danger_and_its_helplines_are_the_same_for_everybody(laid):
    base = "gevaar:\n  - {id: g, situatie: S, doe: [Bel]}\nhulplijnen:\n  - {id: h, naam: H, groepen: [direct, kind]}\n"
    base += "  - {id: i, naam: I, groepen: [kind]}\n  - {id: j, naam: J, groepen: [direct], status: nakijken}\n"
    danger = locks(laid, "gevaar:\n  - {id: g, verborgen: ja}\n", "gevaar", base)
    assert len(danger) == 1 and "Bij nood telt elke seconde" in danger[0][1]
    assert len(locks(laid, "gevaar:\n  - {id: g, doe: [Wacht]}\n", "gevaar", base)) == 1
    assert locks(laid, "gevaar:\n  - {id: n, situatie: N}\n", "gevaar", base) == []
    for name, locked in (("h", True), ("i", False), ("j", False)):
        assert bool(locks(laid, f"hulplijnen:\n  - {{id: {name}, verborgen: ja}}\n", "hulplijnen", base)) is locked


@pytest.mark.parametrize(
    "own, refused",
    [
        ("drempels: {groep: 9}", True),
        ("drempels: {groep: 10}", False),
        ("drempels: {groep: 11}", False),
        ("drempels: {meer: 1}", True),
        ("drempels: {meer: }", True),
        ("drempels: {nieuw: 1}", False),
        ("drempels: ''", True),
        ("drempels: {groep: x}", False),
        ("stembus: nee", False),
        ("stembus: ja", False),
        ("delen:\n  - {id: d, klasse: A}", True),
        ("delen:\n  - {id: d, klasse: C}", False),
        ("delen:\n  - {id: d, klasse: B}", False),
        ("delen:\n  - {id: d, signaal: nee}", True),
        ("delen:\n  - {id: d, signaal: ''}", True),
        ("delen:\n  - {id: d, klasse: Q}", False),
        ("delen:\n  - {id: d, groepssignaal: ja}", True),
        ("delen:\n  - {id: d, eigen_gedrag: nee}", True),
    ],
)
def test_a_layer_shows_no_more_of_pupils_than_the_base(laid, own, refused):
    base = (
        "drempels: {groep: 10, meer: 2}\nstembus: ja\ndelen:\n  - {id: d, klasse: B, signaal: ja, groepssignaal: nee, "
        "eigen_gedrag: ja}\n"
    )
    assert bool(locks(laid, own + "\n", "vragenlijsten/x", base)) is refused
    if not own.startswith("drempels"):
        assert locks(laid, own + "\n", "lijsten/x", base) == [], "only in a questionnaire"


@pytest.mark.parametrize(
    "text, length",
    [
        ("meteen", 0),
        ("dezelfde schooldag", 1),
        ("1 schooldag", 2),
        ("2 schooldagen", 3),
        ("1 week", 6),
        ("2 weken", 11),
        ("elk trimester", 61),
        ("x weken", None),
        ("2 jaar", None),
        ("", None),
        ("week", None),
    ],
)
def test_how_long_a_deadline_is(text, length):
    """In school days, and one more than that; five in a week."""
    assert order(text) == length
