"""Where the code stands: the folder with macros/ and widgets/."""

from pathlib import Path

CODE = Path(__file__).resolve().parent.parent.parent
