"""Joining a layer with the base: what replaces, adds and hides, and where every value then stands."""

import datetime

import pytest

from macros.checks import ages
from macros.layers.merge import merge
from macros.layers.renames import Renames, sentence
from macros.schema.changes import Change
from macros.source.reader import Document, read
from macros.source.tree import Node

BASE = """id: x
titel: Oud
kort: Kort
lijst: [een, twee]
wanneer:
  binnen: 1 week
  na: a
woord:
  naam: mentor
  meervoud: mentoren
dingen:
  - id: a
    titel: A
  - id: b
    titel: B
    voorheen: [oude-b]
vakanties:
  - {regio: noord, schooljaar: 2026-2027, naam: Herfst, status: nakijken}
"""


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


@pytest.fixture
def join(tmp_path):
    """A function: the YAML of a layer, joined with BASE (or another base)."""

    def document(name: str, text: str) -> Document:
        path = tmp_path / "protocol" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read(path, tmp_path)

    def joined(own: str, base: str = BASE, renames: Renames | None = None) -> Document:
        return merge(document("x.yaml", base), document("eigen/x.yaml", own), renames)

    return joined


def parts(node: Node, path: tuple = ()) -> list[tuple]:
    """(place, file, line, text if it is one) of a tree and everything in it."""
    own = node.value if isinstance(node.value, str) else None
    return [(path, node.file, node.line, own), *(part for key, inside in node.inside() for part in parts(inside, (*path, key)))]


def test_a_copy_has_every_value_and_place_and_shares_nothing(join):
    document = join("titel: Nieuw\n")
    before, again = parts(document.root), document.root.copy()
    assert parts(again) == before and again.plain() == document.value
    again.value["dingen"].value[0].value["titel"].value = "Anders"
    assert parts(document.root) == before


def test_a_field_replaces_and_knows_its_file(join):
    merged = join("\n\ntitel: Nieuw\nlijst: [drie]\nwoord:\n  naam: coach\n")
    assert merged.problems == []
    assert (merged.value["titel"], merged.value["kort"], merged.value["lijst"]) == ("Nieuw", "Kort", ["drie"])
    assert merged.value["woord"] == {"naam": "coach"}, "another mapping is replaced whole"
    assert merged.place(("titel",)) == ("protocol/eigen/x.yaml", 3)
    assert merged.place(("kort",)) == ("protocol/x.yaml", 3)
    assert merged.place(("lijst", 0)) == ("protocol/eigen/x.yaml", 4)


def test_a_deadline_is_joined_field_by_field(join):
    assert join("wanneer:\n  binnen: 2 schooldagen\n").value["wanneer"] == {"binnen": "2 schooldagen", "na": "a"}


def test_a_plus_adds_and_an_empty_field_takes_away(join):
    merged = join("lijst+: [drie]\nkort:\nnieuw+: [vier]\n")
    assert merged.value["lijst"] == ["een", "twee", "drie"] and "kort" not in merged.value and merged.value["nieuw"] == ["vier"]
    assert merged.place(("lijst", 1)) == ("protocol/x.yaml", 4)
    assert merged.place(("lijst", 2)) == ("protocol/eigen/x.yaml", 1)


def test_things_with_a_name_are_joined_by_name(join):
    merged = join(
        "dingen:\n  - id: c\n    titel: C\n    na: a\n  - id: d\n    titel: D\n    na: a\n  - id: b\n    titel: Bee\n  - id: e\n"
    )
    assert [item["id"] for item in merged.value["dingen"]] == ["a", "c", "d", "b", "e"]
    assert merged.value["dingen"][3] == {"id": "b", "titel": "Bee", "voorheen": ["oude-b"]}
    assert [item.known for item in merged.root.items("dingen")] == [None, ["a", "b"], ["a", "b"], None, ["a", "b"]]
    assert all("na" not in item for item in merged.value["dingen"])


def test_a_thing_can_be_named_by_more_than_one_key(join):
    merged = join("vakanties:\n  - regio: noord\n    schooljaar: 2026-2027\n    naam: Herfst\n    status: nagekeken\n")
    assert [line["status"] for line in merged.value["vakanties"]] == ["nagekeken"]


def test_hidden_things_and_pages(join):
    assert [item["id"] for item in join("dingen:\n  - id: a\n    verborgen: ja\n").value["dingen"]] == ["b"]
    assert join("verborgen: ja\n").left_out == "protocol/eigen/x.yaml:1"
    assert join("verborgen: nee\n").left_out == ""


def test_an_older_name_is_followed_with_a_notice(join):
    renamed = Change(versie="0.3.0", datum="2026-11-20", bestand="x", soort="punt", van="a-lang", naar="a", waarom="Korter.")
    merged = join("dingen:\n  - id: oude-b\n    titel: Bee\n  - id: a-lang\n    titel: Aa\n", renames=Renames([renamed]))
    assert [item["titel"] for item in merged.value["dingen"]] == ["Aa", "Bee"]
    assert [item["id"] for item in merged.value["dingen"]] == ["a", "b"]
    assert [problem.warning for problem in merged.problems] == [True, True]
    assert "Sinds 0.3.0 heet dit punt ‘a’. Korter." in merged.problems[1].message


def test_a_name_that_changed_twice_leads_to_the_newest():
    def change(old, new):
        return Change(versie="1.0", datum="2026-11-20", bestand="x", soort="stap", van=old, naar=new, waarom="Beter.")

    renames = Renames([change("b", "c"), change("a", "b"), change("c", "a")])
    assert renames.find("x", "a").new == "c" and renames.find("x", "q") is None and renames.find("y", "a") is None
    assert str(sentence(renames.find("x", "a"))) == "Sinds 1.0 heet deze stap ‘c’. Beter."


def test_layers_lie_over_each_other(join, tmp_path):
    first = join("titel: Nieuw\nlijst+: [drie]\n")
    second = tmp_path / "protocol" / "locaties" / "oost" / "x.yaml"
    second.parent.mkdir(parents=True)
    second.write_text("lijst+: [vier]\n", encoding="utf-8")
    merged = merge(first, read(second, tmp_path))
    assert merged.value["lijst"] == ["een", "twee", "drie", "vier"] and merged.value["titel"] == "Nieuw"
    assert merged.place(("lijst", 3))[0] == "protocol/locaties/oost/x.yaml"
    assert merged.place(("titel",))[0] == "protocol/eigen/x.yaml"
    assert merged.layers == ["protocol/eigen/x.yaml", "protocol/locaties/oost/x.yaml"]


def test_the_documents_that_are_joined_stay_as_they_are(join, tmp_path):
    join("dingen:\n  - id: a\n    verborgen: ja\n")
    base = read(tmp_path / "protocol" / "x.yaml", tmp_path)
    before = parts(base.root)
    merge(base, read(tmp_path / "protocol" / "eigen" / "x.yaml", tmp_path))
    assert parts(base.root) == before
