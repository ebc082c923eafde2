"""How the site sounds: for each kind of reader sentences that nobody says, and how they are written instead."""

from pathlib import Path
from typing import TypeVar

from macros.render.shared import markdown_section
from macros.schema.base import Strict
from macros.schema.countries import COUNTRIES
from macros.schema.language import Language, Pair, Pairs, ReaderPairs
from macros.schema.validate import validate
from macros.source.reader import read
from widgets.core.html import el, to_html

Model = TypeVar("Model", bound=Strict)
COLUMNS = ("Zo niet", "Zo wel", "Waarom")


def sentence_pairs(root: Path) -> str:
    """A table for each kind of reader, in Markdown with blocks of HTML.

    Raises ValueError, with the report in Dutch, when one of the two files cannot be read.
    """
    reasons = {rule.id: rule.why for rule in _typed(root, "taal", Language).sentences}
    return "\n\n".join(
        markdown_section(reader.name, reader.id, to_html(_reader(reader, reasons)))
        for reader in _typed(root, "voorbeeldzinnen", Pairs).readers
    )


def _typed(root: Path, name: str, model: type[Model]) -> Model:
    document = read(root / "protocol" / f"{name}.yaml", root)
    typed = validate(document, model)
    if typed is None:
        raise ValueError("\n".join(map(str, document.problems)))
    return typed


def why(pair: Pair, reasons: dict[str, str]) -> str:
    """What is wrong with the first sentence: as the pair says, else as its rule does."""
    return pair.why or reasons[pair.rule or ""]


def _reader(reader: ReaderPairs, reasons: dict[str, str]) -> tuple:
    head = [el("th", {"scope": "col", "role": "columnheader"}, text) for text in COLUMNS]
    rows = [
        el(
            "tr",
            {"role": "row"},
            [
                el("td", {"role": "cell", "data-label": label}, text)
                for label, text in zip(COLUMNS, (pair.bad, pair.good, _where(pair) + why(pair, reasons)), strict=True)
            ],
        )
        for pair in reader.pairs
    ]
    table = el(
        "table",
        {"class": "sentence-pairs", "role": "table"},
        el("thead", None, el("tr", {"role": "row"}, head)),
        el("tbody", None, rows),
    )
    around = {"class": "table-scroll stacked", "tabindex": "0", "role": "region", "aria-label": reader.name}
    return el("div", None, el("p", None, reader.voice), el("div", around, table))


def _where(pair: Pair) -> str:
    """ "Vlaanderen. " when the sentence is for one country only."""
    countries = pair.audience.countries if pair.audience else []
    return "".join(f"{COUNTRIES[code].name}. " for code in countries)
