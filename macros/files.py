"""Which files under protocol/ are content."""
from pathlib import Path

from macros.problems import Problem, near_miss
from macros.schema import EXTRA_FILES, FOLDERS, SINGLE_FILES


def content_files(root: Path) -> list[Path]:
    """All YAML files under `root`/protocol in a fixed order. Hidden files (of editors, of this project) do not count."""
    folder = root / "protocol"
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml") and path.is_file()
                  and not any(part.startswith(".") for part in path.relative_to(folder).parts))


def folder_files(root: Path, folder: str) -> list[Path]:
    """The files with one page each in a folder of protocol/."""
    return [path for path in content_files(root) if path.parent == root / "protocol" / folder and path.suffix == ".yaml"]


def unread_files(root: Path) -> list[Problem]:
    """A problem for each YAML file that stands where nobody looks for it."""
    problems = []
    for path in content_files(root):
        place = path.relative_to(root / "protocol")
        if place.parts[0] == "talen":   # macros/languages.py reads these
            continue
        if path.suffix == ".yaml" and (place.parent.as_posix() in FOLDERS
                                       or (len(place.parts) == 1 and path.stem in {**SINGLE_FILES, **EXTRA_FILES})):
            continue
        near = near_miss(path.stem, SINGLE_FILES) if len(place.parts) == 1 else near_miss(place.parts[0], FOLDERS)
        problems.append(Problem(path.relative_to(root).as_posix(), 1, "dit bestand wordt niet gelezen. Zet het in een van de "
                                f"mappen {', '.join(FOLDERS)}, met een naam die eindigt op .yaml.{near}"))
    return problems
