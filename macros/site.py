"""The content of the site that is being built: read once, read again when a file changes."""
from pathlib import Path

from macros.content import Content, load
from macros.files import content_files
from macros.languages import DUTCH
from macros.project import LAYERS

CODE = Path(__file__).resolve().parent.parent   # where macros/ and widgets/ stand

_state: dict = {"root": CODE, "layers": LAYERS, "language": "", "key": None, "content": None}


def use(root: Path, layers: tuple[str, ...] = LAYERS, language: str = "") -> None:
    """From now on build the site of the project in `root` (the folder with protocol/ and docs/), with these layers over it.

    The texts are Dutch, or in `language`.
    """
    _state.update(root=root, layers=layers, language="" if language == DUTCH else language)


def root() -> Path:
    """The folder of the project that is being built."""
    return _state["root"]


def content() -> Content:
    """The checked content of the project, from memory when no file changed."""
    root = _state["root"]
    key = (root, _state["layers"], _state["language"], _fingerprint(root))
    if _state["key"] != key:
        _state["content"] = load(root, layers=_state["layers"], language=_state["language"])
        _state["key"] = key
    return _state["content"]


def _fingerprint(root: Path) -> tuple:
    """Changes when a content file is added, removed or saved."""
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in content_files(root))
