"""Layers of every kind against a plain merge, and what they do to texts and names, worked out by hand."""

import copy
import random

import pytest

from macros.layers.merge import merge
from macros.layers.renames import Renames, sentence
from macros.schema.names import is_named, name_of, way_name
from macros.source.tree import Node
from tests.layers.laying import BASE, OWN, change, document, told
from tests.oracles import layers

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
