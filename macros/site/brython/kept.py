"""Keeps a text that takes long to make in a file, so that the next build does not make it again."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(path: Path, key: str, make: Callable[[], str]) -> str:
    """What `make` gives, from the file at `path` when that was written for the same `key`.

    `key` tells everything that `make` depends on. A file for another key, or a damaged one, is written again; several processes
    can do so at once. Where nothing can be written, nothing is kept.
    """
    head = hashlib.sha256(key.encode()).hexdigest()
    text = _read(path, head)
    if text is None:
        text = make()
        _write(path, f"{head}\n{_digest(text)}\n{text}")
    return text


def _read(path: Path, head: str) -> str | None:
    try:
        found, digest, text = path.read_bytes().decode().split("\n", 2)
    except (OSError, ValueError):  # not there, no text, or too few lines
        return None
    return text if found == head and digest == _digest(text) else None


def _write(path: Path, text: str) -> None:
    """All or nothing: who reads at the same time sees the old file or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        return
    try:
        with open(number, "wb") as file:
            file.write(text.encode())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
