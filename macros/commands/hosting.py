"""Put the settings for hosts into a built site: `python -m macros.commands.hosting site [address]`."""

import sys
from pathlib import Path

from macros.site.hosting import write

if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
