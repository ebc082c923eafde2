"""The content of the site that is being built: read once per build, read again when a file changed since."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.content.files import content_files
from macros.content.languages import DUTCH
from macros.content.model import Draft
from macros.content.project import LAYERS
from macros.load import load

# No project before somebody chose one: else a page would speak of another school than the one that is built.
_state: dict = {"root": None, "layers": LAYERS, "language": "", "key": None, "content": None}


def use(root: Path, layers: tuple[str, ...] = LAYERS, language: str = "") -> None:
    """From now on build the site of the project in `root` (the folder with protocol/ and docs/), with these layers over it.

    The texts are Dutch, or in `language`. Called once at the start of each build: only then the files are looked at.
    """
    language = "" if language == DUTCH else language
    key = (root, layers, language, _fingerprint(root))
    if _state["key"] != key:
        _state.update(root=root, layers=layers, language=language, key=key, content=None)


def root() -> Path:
    """The folder of the project that is being built. Raises RuntimeError when none was chosen."""
    if _state["root"] is None:
        raise RuntimeError("no project was chosen: call site.use first")
    return _state["root"]


def content() -> Draft:
    """What was read of the project; without errors it is Content. Raises RuntimeError when none was chosen."""
    if _state["content"] is None:
        _state["content"] = load(root(), layers=_state["layers"], language=_state["language"])
    return _state["content"]


@contextmanager
def using(root: Path, content: Draft | None = None) -> Iterator[None]:
    """Within this block the project is that in `root`, and `content` (when given) stands in for what is read there."""
    before = dict(_state)
    if content is None:
        use(root, _state["layers"], _state["language"])
    else:
        _state.update(root=root, key=None, content=content)
    try:
        yield
    finally:
        _state.update(before)


def _fingerprint(root: Path) -> tuple:
    """Changes when a content file is added, removed or saved."""
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in content_files(root))
