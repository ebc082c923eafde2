"""A translation as a layer of texts: protocol/talen/<language>/<the same path>.yaml, with the same shape by id.

A translation only replaces texts. What it leaves out stays Dutch, and so does every text whose Dutch changed since it
was translated: nobody may read a promise that the school no longer makes. Which Dutch texts were translated is in
stand.yaml of the language, as short fingerprints; `make vertaald` writes it.
"""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from macros.content.vocabulary import PLACEHOLDER, owner_of
from macros.schema.tables import TRANSLATED
from macros.source.problems import Problem, Told, nearest, told
from macros.source.reader import Document, read
from macros.source.tree import Node

FOLDER = "talen"
SITE, STATE = "site", "stand"
FORMS = "vormen"


@dataclass
class Layer:
    """The translation of one file while it is laid over the Dutch."""

    own: Document
    known: set[str]  # fingerprints of the Dutch texts that were translated
    names: dict[str, str] = field(default_factory=dict)  # placeholder -> id of the word
    seen: list[str] = field(default_factory=list)  # fingerprints of all texts that have a translation

    def problem(self, node: Node, message: Told, warning: bool = False) -> None:
        """A mistake in the translation, at a place in it."""
        self.own.problems.append(Problem(node.file, node.line, message, warning))


def fingerprint(text: str) -> str:
    """Six characters that change with the text; spaces and line breaks do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]


def translate(
    name: str, document: Document, folder: Path, known: set[str], names: dict[str, str], before: Document | None = None
) -> tuple[Document, Layer | None]:
    """A file with its translation laid over it, if `folder` has one, and what was done.

    `name` is as in protocol/: "vragenlijsten/x". A school's own layer is in `document` already, so a text that the
    school changed is a text that was not translated. `before` is then the file without that layer: a translation is
    right when it fits that, what it says of a part that the school hid is left out, and nothing is said of a text that the
    school changed: the translation of the base is not its work.

    In the new document the texts in the other language say `translated`, and `dutch` is the tree of before. Mistakes are in
    the problems of the layer's own document.
    """
    path = folder / f"{name}.yaml"
    dutch = replace(document, dutch=document.root)
    if not path.is_file() or document.root is None:
        return dutch, None
    own = read(path, folder.parent.parent.parent)
    layer = Layer(own, known, names)
    if own.root is None:
        return dutch, layer
    translated = replace(dutch, root=_merged(layer, document.root, own.root))
    if before is not None and before.root is not None:
        own.problems.clear()
        _merged(Layer(own, known, names), before.root, own.root)
    return translated, layer


def _merged(layer: Layer, dutch: Node, own: Node) -> Node:
    """The Dutch with its translation laid over it; `dutch` itself stays as it is."""
    if isinstance(dutch.value, dict) and isinstance(own.value, dict):
        return replace(dutch, value=_mapping(layer, dutch, own))
    if isinstance(dutch.value, list) and isinstance(own.value, list):
        if dutch.value and all(key_of(item) for item in dutch.value):
            return replace(dutch, value=_by_id(layer, dutch, own))
        if len(dutch.value) != len(own.value):
            layer.problem(own, told("translation-number-of-lines", dutch=len(dutch.value), own=len(own.value)))
            return dutch
        return replace(dutch, value=[_merged(layer, one, other) for one, other in zip(dutch.value, own.value)])
    if isinstance(dutch.value, str) and isinstance(own.value, str):
        return _text(layer, dutch, own)
    layer.problem(own, told("translation-other-form"))
    return dutch


def _mapping(layer: Layer, dutch: Node, own: Node) -> dict[str, Node]:
    result = dict(dutch.value)
    for key, node in own.value.items():
        if key == FORMS and "naam" in dutch.value:
            result[FORMS] = node
        elif key in ("id", "naar"):
            continue  # names the part, see key_of
        elif key not in dutch.value:
            layer.problem(node, told("translation-unknown-key", key=key, near=nearest(key, dutch.value)))
        elif _is_text(dutch.value[key]) and key not in TRANSLATED:
            layer.problem(node, told("translation-of-no-text", key=key))
        else:
            result[key] = _merged(layer, dutch.value[key], node)
    return result


def _is_text(node: Node) -> bool:
    return isinstance(node.value, str) or (
        isinstance(node.value, list) and all(isinstance(item.value, str) for item in node.value)
    )


def key_of(item: Node) -> str:
    """What a translator calls a part of a list: its id; for an exit without one, the step it leads to."""
    return item.text("id") or item.text("naar")


def _by_id(layer: Layer, dutch: Node, own: Node) -> list[Node]:
    places = {key_of(item): number for number, item in enumerate(dutch.value)}
    result = list(dutch.value)
    seen: set[str] = set()
    for item in own.value:
        item_id, here = key_of(item), item.get("id") or item
        if item_id not in places:
            layer.problem(here, told("unknown-id-in-dutch", unknown=item_id, near=nearest(item_id, places)))
        elif item_id in seen:
            layer.problem(here, told("translation-twice", id=item_id))
        else:
            seen.add(item_id)
            result[places[item_id]] = _merged(layer, dutch.value[places[item_id]], item)
    return result


def _text(layer: Layer, dutch: Node, own: Node) -> Node:
    layer.seen.append(fingerprint(dutch.value))
    wanted, found = words_in(dutch.value, layer.names), words_in(own.value, layer.names)
    for name in sorted(wanted - found):
        layer.problem(own, told("translation-misses-word", name=name))
    for name in sorted(found - wanted):
        near = nearest(name, [*layer.names, *wanted]) if name not in layer.names.values() else ""
        layer.problem(own, told("translation-extra-word", name=name, near=near))
    if wanted != found:
        return dutch
    if layer.seen[-1] not in layer.known:
        layer.problem(own, told("translation-outdated"), warning=True)
        return dutch
    return replace(own, translated=True)


def words_in(text: str, names: dict[str, str]) -> set[str]:
    """The ids of the school words in a text, whatever their form: {de mentor} and {mentor:dat} are both mentor."""
    found = set()
    for match in PLACEHOLDER.finditer(text):
        name = owner_of(match.group(1))
        found.add(names.get(name, name))
    return found


def dutch_part(model: Any, *keys: Any) -> dict[str, str] | None:
    """Attributes for a text that stayed Dutch on a page in another language, else None."""
    document = model._document
    if document is None or document.dutch is None:
        return None
    node = document.at(model._path + keys)
    if node is not None and node.translated:
        return None
    return {"lang": "nl", "dir": "ltr"}
