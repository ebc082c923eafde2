"""Fixture for the tests of layers."""

import pytest

from macros.layers.merge import merge
from macros.layers.renames import Renames
from macros.schema.changes import Change
from macros.source.reader import Document, read
from tests.layers.laying import BASE, OWN


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
