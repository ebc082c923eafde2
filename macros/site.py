"""The content of the site that is being built: read once per build, read again when a file changed since."""
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.content import Content, load
from macros.files import content_files
from macros.project import LAYERS

CODE = Path(__file__).resolve().parent.parent   # where macros/ and widgets/ stand

_state: dict = {"root": CODE, "layers": LAYERS, "key": None, "content": None}


def use(root: Path, layers: tuple[str, ...] = LAYERS) -> None:
    """From now on build the site of the project in `root` (the folder with protocol/ and docs/), with these layers over it.

    Called once at the start of each build: only then the files are looked at.
    """
    key = (root, layers, _fingerprint(root))
    if _state["key"] != key:
        _state.update(root=root, layers=layers, key=key, content=None)


def root() -> Path:
    """The folder of the project that is being built."""
    return _state["root"]


def content() -> Content:
    """The checked content of the project."""
    if _state["content"] is None:
        _state["content"] = load(_state["root"], layers=_state["layers"])
    return _state["content"]


@contextmanager
def using(root: Path, content: Content | None = None) -> Iterator[None]:
    """Within this block the project is that in `root`, and `content` (when given) stands in for what is read there."""
    before = dict(_state)
    if content is None:
        use(root, _state["layers"])
    else:
        _state.update(root=root, key=None, content=content)
    try:
        yield
    finally:
        _state.update(before)


def _fingerprint(root: Path) -> tuple:
    """Changes when a content file is added, removed or saved."""
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in content_files(root))
