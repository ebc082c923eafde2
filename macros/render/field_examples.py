"""An example of every key that an author may use: one whole file per kind in macros/schema/examples, cut up per key.

tests/render/test_field_examples.py holds that the models accept every file, and that no key is without an example.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from macros.source.reader import Document, read

FOLDER = Path(__file__).parent.parent / "schema" / "examples"
MOST_LINES = 4  # of one key; what is longer ends with "…"


@lru_cache(maxsize=None)
def example_file(kind: str) -> tuple[Document, str]:
    """The example of a kind of file ("school", "protocollen"): as values with lines, and as text."""
    path = FOLDER / f"{kind}.yaml"
    return read(path, FOLDER), path.read_text(encoding="utf-8")


def example(kind: str, path: tuple[str, ...], key: str) -> str:
    """How a key looks in the example of this kind: the first place where it stands. `path`: the keys that lead to the thing.

    Raises KeyError when it stands nowhere.
    """
    document, text = example_file(kind)
    for place in _places(document.value, path, ()):
        node = document.at(place + (key,))
        if node is not None:
            return _cut(text.splitlines(), node.line)
    raise KeyError(f"{kind}: {' › '.join((*path, key))}")


def _places(value: Any, path: tuple[str, ...], place: tuple) -> list[tuple]:
    """All places in `value` that the keys of `path` lead to; a list or a mapping of things counts as each of its things."""
    if isinstance(value, list):
        return [found for number, item in enumerate(value) for found in _places(item, path, place + (number,))]
    if not isinstance(value, dict):
        return []
    if path and path[0] in value:
        return _places(value[path[0]], path[1:], place + (path[0],))
    inside = [found for key, item in value.items() if isinstance(item, dict) for found in _places(item, path, place + (key,))]
    return inside if path else [place, *inside]


def _cut(lines: list[str], line: int) -> str:
    """The key on this line (from 1) with what belongs to it, moved to the left."""
    first = lines[line - 1].replace("- ", "  ", 1) if lines[line - 1].lstrip().startswith("- ") else lines[line - 1]
    indent = len(first) - len(first.lstrip())
    found = [first[indent:]]
    for following in lines[line:]:
        if len(following) - len(following.lstrip()) <= indent:
            break
        found.append(following[indent:])
    return "\n".join([*found[:MOST_LINES], "  …"] if len(found) > MOST_LINES else found)
