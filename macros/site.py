"""The content of the site that is being built: read once, read again when a file changes."""
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.content import Content, load
from macros.files import content_files

CODE = Path(__file__).resolve().parent.parent   # where macros/ and widgets/ stand

_state: dict = {"root": CODE, "key": None, "content": None, "instead": None}


def use(root: Path) -> None:
    """From now on build the site of the project in `root`: the folder with protocol/ and docs/."""
    _state["root"] = root


def root() -> Path:
    """The folder of the project that is being built."""
    return _state["root"]


def content() -> Content:
    """The checked content of the project, from memory when no file changed."""
    if _state["instead"] is not None:
        return _state["instead"]
    root = _state["root"]
    key = (root, _fingerprint(root))
    if _state["key"] != key:
        _state["content"] = load(root)
        _state["key"] = key
    return _state["content"]


@contextmanager
def using(root: Path, content: Content | None = None) -> Iterator[None]:
    """Within this block the project is that in `root`, and `content` (when given) stands in for what is read there."""
    before = _state["root"], _state["instead"]
    _state["root"], _state["instead"] = root, content
    try:
        yield
    finally:
        _state["root"], _state["instead"] = before


def _fingerprint(root: Path) -> tuple:
    """Changes when a content file is added, removed or saved."""
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in content_files(root))
