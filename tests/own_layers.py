"""A school with a layer of its own, for tests."""

import re
from pathlib import Path

from tests.places import ROOT
from tests.projects import LAYERS, copied

GUIDE = ROOT / "docs" / "schrijven" / "eigen-laag.md"
PICTURES = "docs/assets/img/pictogrammen"


# Who answers at a school that is no example any more.
FILLED_IN = (
    "voorbeeld: nee\nvakanties: midden\nnaam: De Linde\ncontact:\n  - rol: coordinator\n    naam: Noor de Wit\n"
    "bestuur:\n  naam: De Bomen\n  contact: de secretaris\n  escalatie: Gaat het over de schoolleiding?\n"
)


def make_school(target: Path, files: dict[str, str]) -> Path:
    """A copy of the content of this project with files in its layer ("protocollen/x.yaml" -> text)."""
    return write_layer(copied(target / "school", "protocol", PICTURES, without=LAYERS), files)


def write_layer(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "protocol" / "eigen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def examples() -> list[tuple[str, str]]:
    """The examples in the guide to the layer: (file in the layer, YAML)."""
    return re.findall(r"^In `protocol/eigen/([^`]+)`:\n\n```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.M | re.S)


def mistakes(problems: list) -> list:
    """All but two notices that are right here: a translation of a text that the layer changed, and a board not filled in yet."""
    return [
        problem
        for problem in problems
        if not problem.warning or not (problem.file.startswith("protocol/talen/") or problem.what.code == "board-missing")
    ]
