"""A project of a board with locations, for tests and measurements: a copy of this one with a layer and some locations."""

import shutil
from pathlib import Path

from tests.places import ROOT

FOLDERS = ("protocol", "docs", "macros", "widgets")
FILES = ("mkdocs.yml", "mkdocs.offline.yml", "pyproject.toml")
SCRIPTS = Path(".cache/widgets")
BOARD = """\
voorbeeld: nee
vakanties: midden
bestuur:
  naam: Stichting De Linden
  contact: de secretaris
  telefoon: 088-000 00 01
  escalatie: Gaat het over de schoolleiding? Ga dan naar het bestuur.
"""
EAST = """\
naam: De Hazelaar
plaats: Oosterdam
website: https://www.hazelaar.example/
contact:
  - rol: coordinator
    naam: Mila Hoek
    telefoon: 088-000 00 11
"""
WEST = """\
naam: De Wilg
plaats: Westerdam
contact:
  - rol: coordinator
    naam: Ank Berk
  - rol: vertrouwenspersoon
    naam: Sam Smit
    mail: s.smit@wilg.example
woorden:
  mentor:
    naam: coach
    lidwoord: de
    meervoud: coaches
"""
BROKEN = """\
naam: De Es
contact:
  - rol: coordinatro
    naam: Kim Los
"""
WEST_STEP = """\
stappen:
  - id: eerste-gesprek
    titel: Ga rustig zitten met de leerling
"""


def copy_project(target: Path) -> Path:
    """The whole project in `target`, without a layer. Copied, not linked: the code finds content beside its own file.

    The scripts that were compiled before are shared: of the same code they are the same.
    """
    copy_content(target)
    for name in FOLDERS[1:]:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, target)
    (ROOT / SCRIPTS).mkdir(parents=True, exist_ok=True)
    (target / SCRIPTS).parent.mkdir()
    (target / SCRIPTS).symlink_to(ROOT / SCRIPTS)
    return target


def copy_content(target: Path) -> Path:
    """Only protocol/, without a layer: enough to read and check."""
    shutil.copytree(
        ROOT / "protocol",
        target / "protocol",
        ignore=lambda folder, names: [
            name for name in names if folder == str(ROOT / "protocol") and name in ("eigen", "locaties", "talen")
        ],
    )
    return target


def add(project: Path, files: dict[str, str]) -> Path:
    """Write files under protocol/: path -> text."""
    for name, text in files.items():
        path = project / "protocol" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def add_board(project: Path) -> Path:
    """A board with two good locations and one with a mistake."""
    return add(
        project,
        {
            "eigen/school.yaml": BOARD,
            "locaties/oost.yaml": EAST,
            "locaties/west.yaml": WEST,
            "locaties/west/protocollen/aanbevolen-protocol.yaml": WEST_STEP,
            "locaties/stuk.yaml": BROKEN,
        },
    )
