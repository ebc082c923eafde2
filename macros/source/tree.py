"""A content file as a tree in which every value knows its file and line, so that parts of several files can be joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class Node:
    """A text, a list of nodes or a mapping of nodes.

    `known`: for a new thing in a layer, the names beside it in the base. `translated`: a text in the language of the site.
    """

    value: Any
    file: str
    line: int
    known: list[str] | None = None
    translated: bool = False

    def get(self, key: str) -> Node | None:
        """What stands under a key, or None."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text(self, key: str) -> str:
        """The text under a key; empty when there is none."""
        node = self.get(key)
        return node.value if node is not None and isinstance(node.value, str) else ""

    def items(self, key: str) -> list[Node]:
        """The mappings in the list under a key, in order; anything else is left out."""
        node = self.get(key)
        found = node.value if node is not None and isinstance(node.value, list) else []
        return [item for item in found if isinstance(item.value, dict)]

    def texts(self, key: str) -> list[str]:
        """The text or the texts in the list under a key."""
        node = self.get(key)
        found = node.value if node is not None and isinstance(node.value, list) else [node] if node is not None else []
        return [item.value for item in found if isinstance(item.value, str) and item.value]

    def inside(self) -> list[tuple[Any, Node]]:
        """(key or index, node) of everything directly in this; nothing in a text."""
        if isinstance(self.value, dict):
            return list(self.value.items())
        return list(enumerate(self.value)) if isinstance(self.value, list) else []

    def way(self, path: tuple) -> Iterator[Node]:
        """This node and every node on the way to `path` (keys and indexes), as far as that exists."""
        node = self
        yield node
        for part in path:
            known = (
                isinstance(node.value, dict)
                and part in node.value
                or (isinstance(node.value, list) and isinstance(part, int) and part < len(node.value))
            )
            if not known:
                return
            node = node.value[part]
            yield node

    def at(self, path: tuple) -> Node | None:
        """The node at `path`, or None."""
        found = list(self.way(path))
        return found[-1] if len(found) == len(path) + 1 else None

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def copy(self) -> Node:
        """The same tree, of which every part may be changed."""
        value = self.value
        if isinstance(value, dict):
            value = {key: node.copy() for key, node in value.items()}
        elif isinstance(value, list):
            value = [node.copy() for node in value]
        return Node(value, self.file, self.line, self.known, self.translated)


def tree(value: Any, file: str, line: int = 1) -> Node:
    """The tree of a plain value, all on one line."""
    if isinstance(value, dict):
        value = {key: tree(item, file, line) for key, item in value.items()}
    elif isinstance(value, list):
        value = [tree(item, file, line) for item in value]
    return Node(value, file, line)
