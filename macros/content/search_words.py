"""The words for the search, in protocol/zoeken.yaml."""

from pathlib import Path

from macros.schema.search import Search
from macros.schema.validate import validate
from macros.source.problems import Problem
from macros.source.reader import read

FILE = "protocol/zoeken.yaml"


def search_words(root: Path) -> tuple[Search, list[Problem]]:
    """The words of the project in `root`, and the mistakes in that file. No words without the file, or with a mistake in it."""
    nothing = Search.model_validate({})
    if not (root / FILE).is_file():
        return nothing, []
    document = read(root / FILE, root)
    return validate(document, Search) or nothing, document.problems
