"""Projects for tests: the content of this one, without what a school added."""

import shutil
from pathlib import Path

from tests.places import ROOT

LAYERS, LANGUAGES = {"eigen", "locaties"}, {"talen"}


def copy_base(target: Path, languages: bool = True) -> Path:
    """Copy protocol/ without its layers to `target`; docs/, with the drawings, is a link. Returns `target`.

    Without `languages` a whole check takes half the time.
    """

    def left_out(folder: str, names: list[str]) -> set[str]:
        at_top = Path(folder) == ROOT / "protocol"
        return (LAYERS if languages else LAYERS | LANGUAGES) & set(names) if at_top else set()

    shutil.copytree(ROOT / "protocol", target / "protocol", ignore=left_out)
    (target / "docs").symlink_to(ROOT / "docs")
    return target
