"""Commands in processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT


def run(
    *command: object, folder: Path = ROOT, timeout: float = 120, said: str | None = None, **environment: str
) -> subprocess.CompletedProcess:
    """Run a command in `folder` until it ends; it reads `said`. More variables go by their names."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        env=variables(**environment),
    )


def python(*arguments: object, folder: Path = ROOT, code: Path | None = None, **more) -> subprocess.CompletedProcess:
    """Run this Python in `folder`, with the code of that folder, or of `code`, or of PYTHONPATH when told; the rest as `run`."""
    return run(sys.executable, *arguments, folder=folder, **{"PYTHONPATH": str(code or folder), **more})


def variables(**more: str) -> dict[str, str]:
    """The environment of a command: that of the tests, without the warning of MkDocs, and more."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}
