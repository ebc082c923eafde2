"""Projects for tests: the content of this one, without what a school added."""
import shutil
from pathlib import Path

from tests.browser.sites import ROOT

LAYERS = {"eigen", "locaties"}


def copy_base(target: Path) -> Path:
    """Copy protocol/ without its layers to `target`; docs/, with the drawings, is a link. Returns `target`."""
    def layers(folder: str, names: list[str]) -> set[str]:
        return LAYERS & set(names) if Path(folder) == ROOT / "protocol" else set()
    shutil.copytree(ROOT / "protocol", target / "protocol", ignore=layers)
    (target / "docs").symlink_to(ROOT / "docs")
    return target
