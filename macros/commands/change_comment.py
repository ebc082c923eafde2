"""The content report as a comment in Markdown: `python -m macros.commands.change_comment report/verslag.txt`.

Needs nothing but Python itself. The report can come from a change of somebody we do not know: here it is only text, in
a block that it cannot end, so it can mention nobody, load no picture and make no link.
"""

import io
import re
import sys
import unicodedata
from pathlib import Path

MOST = 50_000  # a comment on GitHub holds 65,536 characters
HEADING = "### Verslag van de inhoud"


def comment(text: str) -> str:
    """The comment for a report."""
    clean = "".join(char for char in text if char == "\n" or unicodedata.category(char)[0] != "C").strip()
    if len(clean) > MOST:
        clean = clean[:MOST].rsplit("\n", 1)[0] + "\n…\nHet verslag is te lang. Typ make check voor de rest."
    # A block ends at a line with at least as many marks as it began with.
    fence = "`" * max(3, *(len(marks) + 1 for marks in re.findall("`+", clean)), 3)
    return (
        f"{HEADING}\n\n{fence}text\n{clean}\n{fence}\n\n"
        "Voor elke regel staat welk bestand en welke regel het is. Wat het betekent, staat bij *Zo schrijf je mee*.\n"
    )


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(comment(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")), end="")
