"""Projects for tests: the content of this one, without what a school added, or all of it; and the small one of tests/problems."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.places import ROOT, TESTS

LAYERS, LANGUAGES = {"eigen", "locaties"}, {"talen"}
CODE, PAGES, SETTINGS = ("macros", "widgets"), "docs", ("mkdocs.yml", "mkdocs.offline.yml", "pyproject.toml")
# Where compiled scripts are kept.
SCRIPTS = ".cache/widgets"
PROBLEMS = TESTS / "problems"
BASIS = PROBLEMS / "_basis"
# Made here, because a file of two megabytes does not belong in the repository.
LARGE = {"te-groot-bestand": b"id: voorbeeld\nstappen: " + b"[" * 2_000_000 + b"\n"}
ROUTE = "protocol/protocollen/voorbeeld.yaml"


def copied(target: Path, *names: str, without: Iterable[str] = ()) -> Path:
    """Copy these folders and files of this project to `target`, but these folders of protocol/. Returns `target`."""

    def left_out(folder: str, found: list[str]) -> set[str]:
        return {"__pycache__", *(without if Path(folder) == ROOT / "protocol" else ())} & set(found)

    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, target / name)
    return target


def copy_content(target: Path, languages: bool = False) -> Path:
    """Only protocol/, without its layers: enough to read and check. Without `languages` that takes half the time."""
    return copied(target, "protocol", without=LAYERS if languages else LAYERS | LANGUAGES)


def copy_base(target: Path, languages: bool = True) -> Path:
    """As `copy_content`; docs/, with the drawings, is a link."""
    copy_content(target, languages)
    (target / PAGES).symlink_to(ROOT / PAGES)
    return target


def copy_project(target: Path) -> Path:
    """The whole project in `target`, without a layer. Copied, not linked: the code finds content beside its own file.

    The scripts that were compiled before are shared: of the same code they are the same.
    """
    copied(target, "protocol", PAGES, *CODE, *SETTINGS, without=LAYERS | LANGUAGES)
    (ROOT / SCRIPTS).mkdir(parents=True, exist_ok=True)
    (target / SCRIPTS).parent.mkdir()
    (target / SCRIPTS).symlink_to(ROOT / SCRIPTS)
    return target


def make_project(target: Path, case: str = "") -> Path:
    """A copy of the small project in tests/problems, with the files of one case in it."""
    root = target / "project"
    shutil.copytree(BASIS, root)
    folder = PROBLEMS / case
    for path in folder.rglob("*") if case else ():
        if path.is_file() and path.parent != folder:
            place = root / path.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
    gone = folder / "verwijder.txt"
    if case and gone.is_file():
        (root / gone.read_text(encoding="utf-8").strip()).unlink()
    if case in LARGE:
        (root / ROUTE).write_bytes(LARGE[case])
    return root
