"""A content file as a tree in which every value knows its file and line, so that parts of several files can be joined."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.source import Document


@dataclass(eq=False)
class Node:
    """A text, a list of nodes or a mapping of nodes. `known`: for a new thing in a layer, the names beside it in the base."""
    value: Any
    file: str
    line: int
    known: list[str] | None = None

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

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def from_document(document: Document) -> Node:
    """The tree of a document. It shares nothing with it, so it may be changed."""
    return _node(document, document.value, (), document.place(()))


def _node(document: Document, value: Any, path: tuple, around: tuple[str, int]) -> Node:
    """The tree of what stands at `path`. `around`: the file and line of what it stands in."""
    line = document.lines.get(path)
    place = around if line is None else (document.files.get(path, document.file), line)
    if isinstance(value, dict):
        value = {key: _node(document, item, path + (key,), place) for key, item in value.items()}
    elif isinstance(value, list):
        value = [_node(document, item, path + (index,), place) for index, item in enumerate(value)]
    return Node(value, *place, document.known_names.get(path))


def to_document(node: Node, file: str) -> Document:
    """A document with the values and places of a tree. `file` is the file that the whole is named after."""
    document = Document(file, node.plain())
    waiting: list[tuple[tuple, Node]] = [((), node)]
    while waiting:
        path, part = waiting.pop()
        document.lines[path] = part.line
        if part.file != file:
            document.files[path] = part.file
        if part.known is not None:
            document.known_names[path] = part.known
        if isinstance(part.value, dict):
            waiting += [(path + (key,), item) for key, item in part.value.items()]
        elif isinstance(part.value, list):
            waiting += [(path + (index,), item) for index, item in enumerate(part.value)]
    return document
