"""Where the tests run: `python -m tests.base` prints the folder. In a fork that is a copy without the layer of the school.

The tests are about the code and the base: they know the example school and its protocols. What a school wrote itself is
read by `make check`, which `make test` runs first, on the files themselves.
"""

import shutil
import sys
from pathlib import Path

from macros.content.locations import FOLDER as LOCATIONS
from macros.content.project import LAYERS

COPY = ".cache/basis"
# What is made here and not written; as in .gitignore.
MADE = (
    ".git",
    ".venv",
    ".cache",
    ".hypothesis",
    ".pytest_cache",
    "__pycache__",
    "*.egg-info",
    "site",
    "site-*",
    "public",
    "report",
    "rapport-locaties",
    "stage",
    "build",
    "bench-results",
    "*.pdf",
)


def own_files(root: Path) -> list[Path]:
    """What a school or a board wrote over the base."""
    return sorted(path for layer in (*LAYERS, LOCATIONS) for path in (root / "protocol" / layer).rglob("*.yaml"))


def place(root: Path) -> Path:
    """The folder to test: `root`, or a fresh copy of it without the layers when it has any."""
    own = own_files(root)
    if not own:
        return root
    copy = root / COPY
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*MADE))
    for path in own:
        (copy / path.relative_to(root)).unlink()
    shutil.rmtree(copy / "protocol" / LOCATIONS, ignore_errors=True)
    return copy


if __name__ == "__main__":
    folder = place(Path.cwd())
    if folder != Path.cwd():
        print(f"This project has a layer of its own: the tests run on the base, in {COPY}.", file=sys.stderr)
    print(folder)
