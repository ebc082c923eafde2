"""Layers of every kind against a plain merge, and what they do to ways, names and locked parts, worked out by hand."""

import copy
import random

import pytest

from macros.layers.locks import check_locks
from macros.layers.merge import merge
from macros.layers.renames import Renames, sentence
from macros.schema.changes import Change
from macros.schema.durations import order
from macros.schema.names import is_named, name_of, way_name
from macros.source.reader import Document, read
from macros.source.tree import Node
from macros.source.tree import tree as tree_of
from tests.oracles import layers

BASE, OWN = "protocol/protocollen/x.yaml", "protocol/eigen/protocollen/x.yaml"


# ---- any layer over any base ----


class Words:
    """Texts that tell where they come from: b1, b2 … in the base, o1, o2 … in the layer."""

    def __init__(self, letter: str, chance: random.Random) -> None:
        self.letter, self.chance, self.count = letter, chance, 0

    def text(self) -> str:
        self.count += 1
        return f"{self.letter}{self.count}"

    def texts(self) -> list[str]:
        return [self.text() for _ in range(self.chance.randint(0, 3))]

    def fields(self, own: bool, deep: int) -> dict:
        found: dict = {}
        for key in ("titel", "kort", "lijst", "wanneer", "woord", "dingen", "meer"):
            if self.chance.random() < 0.4:
                continue
            value = {
                "titel": self.text,
                "kort": self.text,
                "lijst": self.texts,
                "meer": self.texts,
                "wanneer": lambda: {"binnen": self.text(), **({"na": self.text()} if self.chance.random() < 0.5 else {})},
                "woord": lambda: {"naam": self.text()},
                "dingen": lambda: self.things(own, deep),
            }[key]()
            if own and isinstance(value, str) and self.chance.random() < 0.2:
                value = ""
            adds = own and isinstance(value, list) and self.chance.random() < 0.4
            found[key + "+" if adds else key] = value
        return found

    def things(self, own: bool, deep: int) -> list:
        names = self.chance.sample(["p", "q", "r", "s", "t"], self.chance.randint(1, 4))
        found = []
        for name in names:
            one = {"id": name, **(self.fields(own, deep - 1) if deep else {"titel": self.text()})}
            if own and self.chance.random() < 0.3:
                one["na"] = self.chance.choice(["p", "q", "r", "s", "t"])
            elif own and self.chance.random() < 0.2:
                one["verborgen"] = self.chance.choice(["ja", "nee"])
            found.append(one)
        return found


def document(file: str, value: dict) -> Document:
    """As if it was read: each part has a line of its own."""
    root = tree_of(value, file)
    waiting, line = [root], 0
    while waiting:
        part = waiting.pop(0)
        line += 1
        part.line = line
        waiting += [inside for _, inside in part.inside()]
    return Document(file, root)


def leaves(value, path=()):
    if isinstance(value, (dict, list)):
        for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inside, path + (key,))
    else:
        yield path, value


@pytest.mark.parametrize("seed", range(250))
def test_any_layer_over_any_base(seed):
    chance = random.Random(seed)
    base, own = Words("b", chance).fields(False, 2), Words("o", chance).fields(True, 2)
    before = copy.deepcopy((base, own))
    merged = merge(document(BASE, base), document(OWN, own))
    assert (base, own) == before, "the documents stay as they are"
    assert merged.value == layers.laid_over(base, own)
    for path, text in leaves(merged.value):
        if text and text[0] in "bo":  # of a new thing all that stands in it is taken as it is
            assert merged.place(path)[0] == (BASE if text[0] == "b" else OWN), path
            wanted = {"b": base, "o": own}[text[0]]
            places = document("", wanted)
            assert merged.place(path)[1] == next(places.line(place) for place, found in leaves(wanted) if found == text)
    assert merged.layers == [OWN] and merged.left_out == ""


# ---- by hand ----


@pytest.fixture
def laid(tmp_path):
    """A function: (YAML of the base, YAML of the layer, renames) -> the document that they make."""

    def written(file: str, text: str) -> Document:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read(path, tmp_path)

    def run(base: str, own: str, *changes: Change) -> Document:
        return merge(written(BASE, base), written(OWN, own), Renames(list(changes)))

    run.written = written
    return run


def told(merged: Document) -> list[tuple[int, str]]:
    return [(problem.line, ("let op: " if problem.warning else "") + problem.message) for problem in merged.problems]


def change(old: str, new: str = "", file: str = "protocollen/x", kind: str = "stap", version: str = "0.3.0") -> Change:
    more = {"naar": new} if new else {}
    return Change.model_validate(
        {"versie": version, "datum": "2026-11-20", "bestand": file, "soort": kind, "van": old, "waarom": "Beter.", **more}
    )


THINGS = (
    "id: x\ntekst: t\nlijst: [een]\ndingen:\n  - id: a\n    titel: A\n  - id: b\n    titel: B\n    voorheen: [oud-b]\n"
    "rollen:\n  - id: r\n"
)


@pytest.mark.parametrize(
    "own, expected",
    [
        (
            "tekst+: [x]\n",
            [(1, "aan ‘tekst’ kun je niets toevoegen: het is geen lijst. Schrijf ‘tekst:’ zonder plus om het te vervangen.")],
        ),
        ("lijst+: x\n", [(1, "bij ‘lijst+’ hoort een lijst. Begin elke regel met een streepje.")]),
        ("nieuw+: x\n", [(1, "bij ‘nieuw+’ hoort een lijst. Begin elke regel met een streepje.")]),
        ("dingen:\n  - titel: C\n", [(2, "hier ontbreekt ‘id’. Daaraan ziet de computer bij welk ding van ‘dingen’ dit hoort.")]),
        (
            "dingen:\n  - id: a\n    titel: C\n  - id: a\n    titel: D\n",
            [(4, "‘a’ staat hier twee keer. Zet alles van ‘a’ bij elkaar.")],
        ),
        ("dingen:\n  - id: c\n    verborgen: ja\n", [(2, "‘c’ bestaat niet in de basis. Haal dit weg.")]),
        ("dingen:\n  - id: aa\n    overslaan: ja\n", [(2, "‘aa’ bestaat niet in de basis. Bedoel je ‘a’? Haal dit weg.")]),
        ("dingen:\n  - id: a\n    verborgen: misschien\n", [(3, "bij ‘verborgen’ hoort ja of nee.")]),
        (
            "dingen:\n  - id: a\n    na: b\n    bij: c\n",
            [
                (3, "‘na’ kan alleen bij iets nieuws. ‘a’ bestaat al in de basis."),
                (4, "‘bij’ kan alleen bij iets nieuws. ‘a’ bestaat al in de basis."),
            ],
        ),
        ("dingen:\n  - id: c\n    na: a\n    bij: b\n", [(4, "‘bij’ kan alleen bij een stap, samen met ‘na’.")]),
        (
            "dingen:\n  - id: c\n    na: bb\n",
            [(3, "‘bb’ bestaat niet in de basis. Bedoel je ‘b’? Kies een naam uit dezelfde lijst, of haal ‘na’ weg.")],
        ),
        ("dingen:\n  - id: oud-b\n    titel: C\n", [(2, "let op: ‘oud-b’ heet nu ‘b’. Pas de naam hier aan.")]),
        (
            "rollen:\n  - id: r\n    verborgen: ja\n",
            [(2, "‘r’ kan niet weg: overal in de teksten staat dit woord. Je kunt er wel een ander woord van maken.")],
        ),
        ("- x\n", [(1, "hier horen regels met een naam en een dubbele punt, geen losse tekst of lijst.")]),
        ("verborgen: nee\ntekst: u\n", []),
        ("verborgen: soms\n", [(1, "bij ‘verborgen’ hoort ja of nee.")]),
    ],
)
def test_a_mistake_in_a_layer(laid, own, expected):
    merged = laid(THINGS, own)
    assert told(merged) == expected
    assert all(problem.file == OWN for problem in merged.problems)


def test_what_a_mistake_leaves_alone(laid):
    unchanged = laid(THINGS, "tekst+: [x]\nlijst+: y\n").value
    assert (unchanged["tekst"], unchanged["lijst"]) == ("t", ["een"])
    assert laid(THINGS, "rollen:\n  - id: r\n    verborgen: ja\n").value["rollen"] == [{"id": "r"}]
    assert laid(THINGS, "dingen:\n  - id: a\n    verborgen: ja\n").hidden == {"a": ""}
    assert laid(THINGS, "dingen:\n  - id: c\n    na: q\n").value["dingen"][-1] == {"id": "c"}
    assert laid(THINGS, "verborgen: ja\ntekst: u\n").left_out == f"{OWN}:1"


def test_names_that_are_gone_or_changed(laid):
    gone, moved = change("weg", kind="punt"), change("oud-a", "a", kind="punt")
    assert told(laid(THINGS, "dingen:\n  - id: weg\n    verborgen: ja\n", gone)) == [
        (2, "let op: Sinds 0.3.0 is dit punt er niet meer. Beter. Haal dit weg.")
    ]
    assert told(laid(THINGS, "dingen:\n  - id: weg\n    titel: W\n", gone)) == [
        (2, "let op: Sinds 0.3.0 is dit punt er niet meer. Beter. Haal dit weg, of schrijf het hier helemaal zelf uit.")
    ]
    merged = laid(THINGS, "dingen:\n  - id: oud-a\n    titel: Aa\n", moved)
    assert told(merged) == [(2, "let op: Sinds 0.3.0 heet dit punt ‘a’. Beter. Pas de naam hier aan.")]
    assert merged.value["dingen"][0] == {"id": "a", "titel": "Aa"}
    assert told(laid(THINGS, "dingen:\n  - id: c\n    na: weg\n", gone)) == [
        (3, "Sinds 0.3.0 is dit punt er niet meer. Beter. Kies een naam uit dezelfde lijst, of haal ‘na’ weg.")
    ]
    assert laid(THINGS, "dingen:\n  - id: weg\n", change("weg", file="elders/x", kind="punt")).problems == []


def test_a_text_and_a_mapping_replace_each_other(laid):
    assert laid("id: x\nwanneer: ooit\n", "wanneer: {binnen: 1 week}\n").value["wanneer"] == {"binnen": "1 week"}
    assert laid("id: x\nwanneer: {binnen: 1 week}\n", "wanneer: ooit\n").value["wanneer"] == "ooit"
    assert laid("id: x\nlijst: [{id: a}]\n", "lijst: niets\n").value["lijst"] == "niets"


def test_new_content_of_a_layer(laid):
    written = laid.written(OWN, "id: x\ntitel: X\n")
    assert merge(None, written).value == {"id": "x", "titel": "X"} and merge(None, written).problems == []
    hidden = merge(None, laid.written(OWN, "verborgen: ja\n"))
    assert hidden.value is None and told(hidden) == [
        (1, "de pagina ‘x’ bestaat niet in de basis, dus valt er niets te verbergen. Gooi dit bestand weg.")
    ]
    moved = merge(None, written, Renames([change("x", "y", "protocollen/x", "pagina")]))
    assert moved.value is None and told(moved) == [(1, "Sinds 0.3.0 heet deze pagina ‘y’. Beter. Noem dit bestand y.yaml.")]
    table = merge(None, laid.written("protocol/eigen/oud.yaml", "id: x\n"), Renames([change("oud", "nieuw", "oud", "pagina")]))
    assert table.value is None and "Noem dit bestand nieuw.yaml." in told(table)[0][1]
    empty = laid(THINGS, "")
    assert empty.value["tekst"] == "t" and empty.layers == []


def test_renames_are_followed_to_the_newest():
    renames = Renames([change("b", "c"), change("a", "b"), change("z", "", version="0.2.0")])
    assert [renames.find("protocollen/x", name).new for name in ("a", "b")] == ["c", "c"]
    assert renames.find("protocollen/y", "a") is None and renames.find("protocollen/x", "q") is None
    assert renames.anywhere("z").version == "0.2.0" and renames.anywhere("q") is None
    assert str(sentence(renames.find("protocollen/x", "z"))) == "Sinds 0.2.0 is deze stap er niet meer. Beter."
    assert Renames([change("a", "b"), change("b", "a")]).find("protocollen/x", "b").new == "b", "there and back again"
    later = Renames([change("a", "b"), change("b", "c")])  # the newest comes first: b was changed before a became b
    assert later.find("protocollen/x", "a").new == "b"


def test_names_of_things():
    def node(**fields):
        return Node({key: Node(value, BASE, 1) for key, value in fields.items()}, BASE, 1)

    assert name_of("dingen", node(id="a", naar="b")) == "a" and name_of("dingen", node(naar="b")) == ""
    assert way_name(node(naar="b")) == "b" and way_name(node(id="a", naar="b")) == "a"
    assert name_of("vakanties", node(regio="noord", schooljaar="2026", naam="Herfst")) == "noord 2026 Herfst"
    assert name_of("vakanties", node(regio="noord", naam="Herfst")) == ""
    assert is_named("daarna", Node([node(naar="b")], BASE, 1)) and not is_named("daarna", Node([node(naar="b"), node()], BASE, 1))
    assert not is_named("daarna", Node([], BASE, 1)) and not is_named("daarna", Node("x", BASE, 1))


def test_parts_of_a_tree(laid):
    tree = laid.written(BASE, "a: x\nb:\n  - y\n  - c: z\n  - w\nd: {e: f}\n").root
    assert (tree.text("a"), tree.text("b"), tree.text("q")) == ("x", "", "")
    assert tree.texts("a") == ["x"] and tree.texts("b") == ["y", "w"] and tree.texts("q") == [] and tree.texts("d") == []
    assert [item.plain() for item in tree.items("b")] == [{"c": "z"}] and tree.items("a") == [] and tree.items("q") == []
    assert Node({"b": Node([Node("", BASE, 1), Node("y", BASE, 1)], BASE, 1)}, BASE, 1).texts("b") == ["y"]
    assert tree.get("d").get("e").line == 6 and tree.get("a").get("x") is None


# ---- the ways of a route ----

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


def steps(*lines: str) -> str:
    return "stappen:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


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


# ---- what may not be loosened ----

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
