"""A project of a board with locations, for tests and measurements: a copy of this one with a layer and some locations."""

from pathlib import Path

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
