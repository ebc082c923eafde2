"""Write down which Dutch texts a language translates: `python -m macros.commands.translated en`, or all languages without a name.

Do this after reading a translation through next to the Dutch. From then on a text whose Dutch changes is shown in
Dutch again, until somebody looks at it.
"""

import json
import sys
from pathlib import Path

from macros.checks.translated_pages import check_pages
from macros.content.languages import languages
from macros.content.model import Content
from macros.content.translated_pages import START, written_pages
from macros.content.translation import FOLDER, STATE, fingerprint
from macros.load import load
from macros.source.problems import report

HEAD = """# yaml-language-server: $schema=../../.schema/stand.json
# Van welke Nederlandse teksten dit de vertaling is. Verander hier niets met de hand.
# Heb je een vertaling nagekeken? Typ dan: make vertaald
bestanden:
"""


def state_of(root: Path, code: str) -> dict[str, list[str]]:
    """Per Dutch file the fingerprints of the texts that have a translation now."""
    translation = load(root, language=code).translation
    layers = translation.layers if translation else {}
    found = {file: sorted(set(layer.seen)) for file, layer in layers.items() if layer.seen}
    for page in written_pages(root, code):
        dutch = root / "docs" / page
        if page != START and dutch.is_file():
            found[f"docs/{page}"] = [fingerprint(dutch.read_text(encoding="utf-8"))]
    return dict(sorted(found.items()))


def write(root: Path, code: str) -> int:
    """Write stand.yaml of a language. Returns how many texts are in it."""
    state = state_of(root, code)
    lines = [f"  - bestand: {file}\n    teksten: {json.dumps(' '.join(texts))}\n" for file, texts in state.items()]
    path = root / "protocol" / FOLDER / code / f"{STATE}.yaml"
    path.write_text(HEAD + "".join(lines) if lines else HEAD.replace("bestanden:", "bestanden: []"), encoding="utf-8")
    return sum(len(texts) for texts in state.values())


def main(root: Path, codes: list[str]) -> int:
    unknown = [code for code in codes if code not in languages(root)]
    if unknown:
        print(f"Deze taal is er niet: {', '.join(unknown)}. Wat er wel is: {', '.join(languages(root))}.")
        return 1
    for code in codes or languages(root):
        print(f"{code}: {write(root, code)} Nederlandse teksten vastgelegd.")
        content = load(root, language=code)
        problems = content.problems + (check_pages(content) if isinstance(content, Content) else [])
        if problems:
            print(report(problems))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd(), sys.argv[1:]))
