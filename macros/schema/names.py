"""By which name a layer knows a thing in a list."""

from macros.schema.tables import NAMED_BY
from macros.source.tree import Node

# What a layer may say of a thing besides its fields.
CONTROLS = ("verborgen", "overslaan", "na", "bij")


def name_of(key: str, item: Node) -> str:
    """The name by which a thing in the list under `key` is known; empty when it has none."""
    if item.text("id"):
        return item.text("id")
    parts = [item.text(part) for part in NAMED_BY.get(key, ())]
    return " ".join(parts) if all(parts) else ""


def way_name(way: Node) -> str:
    """The name of a way out of a step: its id, or where it leads."""
    return name_of("daarna", way)


def is_named(key: str, node: Node) -> bool:
    """Is this a list of things that all have a name?"""
    return isinstance(node.value, list) and bool(node.value) and all(name_of(key, item) for item in node.value)
