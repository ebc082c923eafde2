"""The content report as files, for a change request: `python -m macros.change_report DIRECTORY`.

Writes `verslag.txt`, the text of `make check`, and `gl-code-quality-report.json`, which GitLab shows beside the changed
lines. Source of the second: https://docs.gitlab.com/ci/testing/code_quality/ (code quality report format).
"""
import hashlib
import json
import sys
from pathlib import Path

from macros.check import check
from macros.problems import Problem, report

TEXT = "verslag.txt"
CODE_QUALITY = "gl-code-quality-report.json"
ALL_WELL = "De inhoud klopt. Er zijn geen fouten gevonden."


def code_quality(problems: list[Problem]) -> list[dict]:
    """The problems as GitLab reads them. The fingerprint stays the same when lines move, so that old ones are known."""
    entries, seen = [], {}
    for problem in problems:
        # The same mistake twice in a file is two mistakes.
        number = seen[problem.file, problem.message] = seen.get((problem.file, problem.message), 0) + 1
        entries.append({
            "description": problem.message, "check_name": "inhoud", "severity": "minor" if problem.warning else "major",
            "fingerprint": hashlib.sha256(f"{problem.file}\n{problem.message}\n{number}".encode()).hexdigest(),
            "location": {"path": problem.file, "lines": {"begin": problem.line}},
        })
    return entries


def write(problems: list[Problem], folder: Path) -> str:
    """Write both files into `folder`; the text."""
    text = report(problems) or ALL_WELL
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TEXT).write_text(text + "\n", encoding="utf-8")
    (folder / CODE_QUALITY).write_text(json.dumps(code_quality(problems), ensure_ascii=False, indent=1), encoding="utf-8")
    return text


def main(root: Path, folder: Path) -> int:
    """1 when there is an error, as `make check` does."""
    _, problems = check(root)
    print(write(problems, folder))
    return int(any(not problem.warning for problem in problems))


if __name__ == "__main__":
    sys.exit(main(Path.cwd(), Path(sys.argv[1])))
