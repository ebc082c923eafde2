"""The list of the coordinator for once a year: `python -m macros.commands.yearly` prints it."""

import sys
from pathlib import Path

from macros.checks import ages
from macros.command import print_anything
from macros.commands.check import right_content
from macros.upkeep.year_list import as_text, year_check


def main(root: Path) -> int:
    print_anything(sys.stdout)
    content = right_content(root)
    if content is None:
        return 1
    print(as_text(year_check(content, root, ages.today()), content.school.name, ages.today()))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
