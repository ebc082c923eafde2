"""Write every new version of a questionnaire down: `python -m macros.commands.record`, or `make record`."""

import sys
from pathlib import Path

from macros.content.questionnaires import FILE, write_history
from macros.source.problems import report


def main(root: Path) -> int:
    problems = write_history(root)
    if problems:
        print(report(problems))
        return 1
    print(f"Vastgelegd in {FILE}.yaml.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
