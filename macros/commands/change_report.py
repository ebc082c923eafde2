"""The content report as files, for a change request: `python -m macros.commands.change_report DIRECTORY [PROPOSAL]`.

With PROPOSAL, a checkout of the change, the content in it is read by the code that stands here: a change that brings code
of its own can then not say of itself that it is right. Which code it changes, the report names. Writes `verslag.txt`, the
text of `make check`, and `gl-code-quality-report.json`, which GitLab shows beside the changed lines. Source of the second:
https://docs.gitlab.com/ci/testing/code_quality/ (code quality report format).
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from macros.commands.check import check
from macros.source.code_folder import CODE
from macros.source.problems import Problem, report, told

TEXT = "verslag.txt"
CODE_QUALITY = "gl-code-quality-report.json"
ALL_WELL = "De inhoud klopt. Er zijn geen fouten gevonden."
CHANGED_CODE = "Dit voorstel verandert ook code. Dit verslag zegt daar niets over, lees die zelf na:"
NO_LINKS = told("no-links")
# Folders with what was made, and the one of Git.
MADE = (".git", ".venv", ".cache", ".hypothesis", ".pytest_cache", "site", "report", "stage", "__pycache__")
MOST_NAMED = 40


def code_quality(problems: list[Problem]) -> list[dict]:
    """The problems as GitLab reads them. The fingerprint stays the same when lines move, so that old ones are known."""
    entries: list[dict] = []
    seen: dict[tuple[str, str], int] = {}
    for problem in problems:
        # The same mistake twice in a file is two mistakes.
        number = seen[problem.file, problem.message] = seen.get((problem.file, problem.message), 0) + 1
        entries.append(
            {
                "description": problem.message,
                "check_name": "inhoud",
                "severity": "minor" if problem.warning else "major",
                "fingerprint": hashlib.sha256(f"{problem.file}\n{problem.message}\n{number}".encode()).hexdigest(),
                "location": {"path": problem.file, "lines": {"begin": problem.line}},
            }
        )
    return entries


def files_of(root: Path) -> dict[str, Path]:
    """The files of a checkout by their path in it, links included; nothing that was made, and nothing of Git."""
    found = {}
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in (*MADE, *links) and not name.endswith(".egg-info"))
        for name in [*names, *links]:
            if name != ".git":  # a file where the checkout is a worktree
                found[(here / name).relative_to(root).as_posix()] = here / name
    return found


def links_in(root: Path) -> list[Problem]:
    """A link could lead to a file that is none of the change's business."""
    return [Problem(name, 1, NO_LINKS) for name, path in sorted(files_of(root).items()) if path.is_symlink()]


def is_content(name: str) -> bool:
    """Whether a file holds what this report is about: texts in protocol/ and pages in docs/."""
    return (name.startswith("protocol/") and name.endswith((".yaml", ".md"))) or (
        name.startswith("docs/") and name.endswith(".md")
    )


def changed_code(proposal: Path, code: Path) -> list[str]:
    """The files beside the content that are other or new in the proposal, and then those that are gone there."""
    here = {name: path for name, path in files_of(code).items() if not is_content(name) and not path.is_relative_to(proposal)}
    there = {name: path for name, path in files_of(proposal).items() if not is_content(name)}
    other = [name for name in sorted(there) if name not in here or here[name].read_bytes() != there[name].read_bytes()]
    return other + [f"{name} (weg)" for name in sorted(set(here) - set(there))]


def about_code(names: list[str]) -> str:
    """A paragraph that names changed code; empty without any."""
    if not names:
        return ""
    more = [f"- en nog {len(names) - MOST_NAMED} bestanden"] if len(names) > MOST_NAMED else []
    return "\n".join(["", "", CHANGED_CODE, *(f"- {name}" for name in names[:MOST_NAMED]), *more])


def write(problems: list[Problem], folder: Path, code: Iterable[str] = ()) -> str:
    """Write both files into `folder`; the text. `code`: files beside the content that the change touches."""
    text = (report(problems) or ALL_WELL) + about_code(list(code))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TEXT).write_text(text + "\n", encoding="utf-8")
    (folder / CODE_QUALITY).write_text(json.dumps(code_quality(problems), ensure_ascii=False, indent=1), encoding="utf-8")
    return text


def main(root: Path, folder: Path) -> int:
    """1 when there is an error, as `make check` does."""
    problems = links_in(root) if root != CODE else []
    code = []
    if not problems:
        _, problems = check(root)
        code = changed_code(root, CODE) if root != CODE else []
    print(write(problems, folder, code))
    return int(any(not problem.warning for problem in problems))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else CODE, Path(sys.argv[1])))
