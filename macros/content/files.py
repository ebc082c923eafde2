"""Which files under protocol/ are content."""

from pathlib import Path, PurePosixPath

from macros.schema import EXTRA_FILES, FOLDERS, LANGUAGE_FILES, LAYER_FILES, LAYER_FOLDERS, OWN_FILES, SINGLE_FILES
from macros.source.problems import Problem, nearest, told


def content_files(root: Path) -> list[Path]:
    """All YAML files under `root`/protocol in a fixed order. Hidden files (of editors, of this project) do not count."""
    folder = root / "protocol"
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in (".yaml", ".yml")
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def folder_files(root: Path, folder: str) -> list[Path]:
    """The files with one page each in a folder of protocol/."""
    return [path for path in content_files(root) if path.parent == root / "protocol" / folder and path.suffix == ".yaml"]


def layer_files(files: list[Path], root: Path, layer: str) -> dict[Path, str]:
    """The files of a layer ("eigen") among all content files -> the name of what each changes ("protocollen/x", "school")."""
    folder = root / "protocol" / layer
    found = {folder.with_suffix(".yaml"): "school"} if folder.with_suffix(".yaml") in files else {}
    for path in files:
        if path.is_relative_to(folder) and _is_read(PurePosixPath(path.relative_to(folder).as_posix()), LAYER_FILES):
            found[path] = path.relative_to(folder).with_suffix("").as_posix()
    return found


def in_layer(root: Path, path: Path) -> bool:
    """Does this content file stand in a layer, and not in the base?"""
    return path.relative_to(root / "protocol").parts[0] in {folder.split("/")[0] for folder in LAYER_FOLDERS}


def unread_files(root: Path, files: list[Path]) -> list[Problem]:
    """A problem for each YAML file among `files` that stands where nobody looks for it."""
    problems = []
    for path in files:
        place = PurePosixPath(path.relative_to(root / "protocol").as_posix())
        if place.match("talen/*/*.yaml") and place.stem in LANGUAGE_FILES or place.as_posix() in OWN_FILES:
            continue
        inside, single = place, (*SINGLE_FILES, *EXTRA_FILES)
        for folder in LAYER_FOLDERS:
            depth = folder.count("/") + 1
            if PurePosixPath(*place.parts[:depth]).match(folder) and len(place.parts) > depth:
                inside, single = PurePosixPath(*place.parts[depth:]), LAYER_FILES
        if _is_read(inside, single) or place.match("locaties/*.yaml") and len(place.parts) == 2:
            continue
        named = inside.with_suffix(".yaml")
        if named != inside and _is_read(named, single):
            problems.append(Problem(path.relative_to(root).as_posix(), 1, told("file-not-read-name", name=named.name)))
            continue
        near = nearest(inside.stem, single) if len(inside.parts) == 1 else nearest(inside.parts[0], FOLDERS)
        problems.append(
            Problem(path.relative_to(root).as_posix(), 1, told("file-not-read-place", folders=", ".join(FOLDERS), near=near))
        )
    return problems + _other_files(root)


def _other_files(root: Path) -> list[Problem]:
    """Content that a text editor or word processor saved under a name of its own: protocol.yaml.txt."""
    return [
        Problem(
            path.relative_to(root).as_posix(),
            1,
            told("file-not-read-suffix", name=path.name.removesuffix(path.suffix), suffix=path.suffix),
        )
        for path in sorted((root / "protocol").rglob("*.y*ml.*"))
        if path.suffix.lower() in (".txt", ".rtf", ".doc", ".docx", ".odt")
    ]


def _is_read(place: PurePosixPath, single: dict | tuple) -> bool:
    """Is this the place of a file with content? `place` is the path inside protocol/ or inside a layer."""
    return place.suffix == ".yaml" and (place.parent.as_posix() in FOLDERS or len(place.parts) == 1 and place.stem in single)
