"""Everything that is read for one site: the base, and over it the layers in their order."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.content.files import content_files, layer_files, unread_files
from macros.layers.locks import check_locks
from macros.layers.merge import merge
from macros.layers.renames import FILE as RENAMES_FILE
from macros.layers.renames import Renames
from macros.schema import FOLDERS, HISTORY_FILE, SEARCH_FILE, SINGLE_FILES
from macros.schema.changes import Changes
from macros.schema.validate import validate
from macros.source.problems import Problem
from macros.source.reader import Document, read

LAYERS = ("eigen",)
# A layer in a folder below this one only says things in another language.
TRANSLATIONS = "talen/"


@dataclass
class Project:
    """The content files of one site, joined. Names are as in protocol/: "school", "protocollen/zes-stappen"."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)  # with the layers over it
    base: dict[str, Document] = field(default_factory=dict)  # before the layers
    chosen: dict[str, Document] = field(default_factory=dict)  # with the layers, translations left out
    own: list[str] = field(default_factory=list)  # names that a layer (no translation) adds to or changes
    problems: list[Problem] = field(default_factory=list)  # of no document
    renames: Renames = field(default_factory=Renames)
    layers: tuple[str, ...] = ()

    def pages(self, folder: str) -> dict[str, Document]:
        """The documents in a folder, by name, without those that a layer hides."""
        return {
            name: document for name, document in self.documents.items() if name.startswith(f"{folder}/") and not document.left_out
        }

    def without_layers(self) -> "Project":
        """The base alone."""
        return replace(self, documents=dict(self.base), own=[], layers=())

    @property
    def hidden(self) -> set[str]:
        """The pages that a layer hides."""
        return {name for name, document in self.documents.items() if document.left_out}


def read_project(root: Path, layers: tuple[str, ...] = LAYERS) -> Project:
    """Read `root`/protocol and lay `layers` (folders in it) over it. Never raises for bad content."""
    files = content_files(root)
    project = Project(root, problems=unread_files(root, files), layers=layers)
    singles = (*SINGLE_FILES, HISTORY_FILE, SEARCH_FILE, RENAMES_FILE)
    for path in files:
        place = path.relative_to(root / "protocol")
        name = place.with_suffix("").as_posix()
        if place.suffix == ".yaml" and (place.parent.as_posix() in FOLDERS or name in singles):
            project.base[name] = read(path, root)
    project.documents = dict(project.base)
    project.renames = _renames(project)
    for layer in layers:
        for path, name in layer_files(files, root, layer).items():
            _lay_over(project, name, read(path, root), layer)
    return project


def _renames(project: Project) -> Renames:
    document = project.base.get(RENAMES_FILE)
    if document is None:
        return Renames()
    changes = validate(document, Changes)
    project.problems += document.problems
    return Renames(changes.changes if changes else [])


def _lay_over(project: Project, name: str, own: Document, layer: str) -> None:
    before = project.documents.get(name)
    project.documents[name] = merge(before, own, project.renames)
    new = project.documents[name]
    if before is None and new.root is not None:
        folder = name.rpartition("/")[0]
        new.root = replace(
            new.root, known=[known.rpartition("/")[2] for known in project.base if folder and known.startswith(f"{folder}/")]
        )
    if layer.startswith(TRANSLATIONS):
        return
    new.problems += check_locks(name, before, own, project.renames)
    project.chosen[name] = new
    if name not in project.own:
        project.own.append(name)
