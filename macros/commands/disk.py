"""The site as one zip for a USB stick: `python -m macros.commands.disk site-offline site-offline.zip`."""

import sys
from pathlib import Path

from macros.commands.check import right_content
from macros.site.offline.disk import write

if __name__ == "__main__":
    found = right_content(Path.cwd())
    if found is None:
        sys.exit(1)
    write(Path(sys.argv[1]), Path(sys.argv[2]), found.school.name)
