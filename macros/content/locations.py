"""The locations of a board: each is a layer of its own, in protocol/locaties/<id>.yaml or a folder with that name.

The order is: base, the layer of the board (protocol/eigen), the location. Source: R-33, school, locations, contacts; a
location may change roles and rules, but not what is locked (macros.layers.locks).
"""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.content.project import LAYERS
from macros.source.problems import near_miss
from widgets.core.school_text import TAKEN

FOLDER = "locaties"
VARIABLE = "LOCATIE"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class UnknownLocation(ValueError):
    """There is no such location; the message is for the person at the terminal."""


def location_ids(root: Path) -> list[str]:
    """The ids of all locations of the project in `root`, sorted."""
    folder = root / "protocol" / FOLDER
    found = {path.stem for path in folder.glob("*.yaml")} | {path.name for path in folder.glob("*/") if any(path.rglob("*.yaml"))}
    return sorted(name for name in found if not name.startswith("."))


def id_problem(location: str) -> str:
    """What is wrong with the name of a location, which is also the address of its site; empty when it is fine."""
    if location in TAKEN:
        return f"de naam ‘{location}’ is al bezet. Geef het bestand in protocol/{FOLDER} een andere naam."
    if not _ID.fullmatch(location):
        return (
            f"de naam ‘{location}’ kan geen webadres zijn. Gebruik in de naam van het bestand alleen kleine letters, "
            "cijfers en streepjes."
        )
    return ""


def layers_of(root: Path, location: str) -> tuple[str, ...]:
    """The layers of one location. Raises UnknownLocation."""
    known = location_ids(root)
    if location not in known:
        advice = near_miss(location, known) or (
            f" Kies uit: {', '.join(known)}." if known else f" Maak eerst protocol/{FOLDER}/{location}.yaml."
        )
        raise UnknownLocation(f"de locatie ‘{location}’ bestaat niet.{advice}")
    wrong = id_problem(location)
    if wrong:
        raise UnknownLocation(wrong)
    return (*LAYERS, f"{FOLDER}/{location}")


def chosen_layers(root: Path, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The layers of the site to build: with LOCATIE=oost those of that location. Raises UnknownLocation."""
    location = environment.get(VARIABLE, "").strip()
    return layers_of(root, location) if location else LAYERS
