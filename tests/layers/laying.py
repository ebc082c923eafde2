"""Layers made in tests: documents, what was told of them, and changes of names."""

from macros.schema.changes import Change
from macros.source.reader import Document
from macros.source.tree import tree as tree_of

BASE, OWN = "protocol/protocollen/x.yaml", "protocol/eigen/protocollen/x.yaml"


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


def told(merged: Document) -> list[tuple[int, str]]:
    return [(problem.line, ("let op: " if problem.warning else "") + problem.message) for problem in merged.problems]


def change(old: str, new: str = "", file: str = "protocollen/x", kind: str = "stap", version: str = "0.3.0") -> Change:
    more = {"naar": new} if new else {}
    return Change.model_validate(
        {"versie": version, "datum": "2026-11-20", "bestand": file, "soort": kind, "van": old, "waarom": "Beter.", **more}
    )


def steps(*lines: str) -> str:
    """YAML of a layer with these steps."""
    return "stappen:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
