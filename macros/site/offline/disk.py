"""The site as one zip for a USB stick or a shared drive.

The same site gives the same bytes: fixed order, fixed dates, fixed rights.
"""

import zipfile
from pathlib import Path

FOLDER = "veiligwijzer"
README = "LEESMIJ.txt"
# Only of use to a web server or to who mends the theme.
LEFT_OUT = {".map", ".gz", ".xml"}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no date before this one


def readme(school: str) -> str:
    """What somebody reads who opens the stick. With the line ends of Windows, for its plain editor."""
    lines = [
        f"Veilig op {school}",
        "",
        "Zo open je deze site",
        "1. Pak de zip helemaal uit. Dubbelklikken op een bestand in de zip zelf werkt niet.",
        f"2. Open de map {FOLDER}.",
        "3. Open het bestand index.html. De site opent in je browser.",
        "",
        "Er hoeft niets te worden geïnstalleerd. Je hebt geen internet nodig.",
        "Zoeken, de protocollen en de vragenlijst werken ook.",
        "",
        "Goed om te weten",
        "- Laat alle bestanden bij elkaar staan. Maak een snelkoppeling naar index.html.",
        "- De site bewaart niets van wat je aanklikt of invult.",
        "- Dit is een kopie. Op de website van de school staat de nieuwste tekst.",
        "- Op een telefoon werkt een zip slecht. Gebruik daar de website, bij ‘Zonder internet’.",
    ]
    return "\r\n".join(lines) + "\r\n"


def write(folder: Path, target: Path, school: str) -> int:
    """Put the built site in `folder` and the readme into a zip at `target`; the number of files in it.

    Raises FileNotFoundError when `folder` holds no site.
    """
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(f"{folder}/index.html is er niet. Maak de site eerst met: make offline")
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in LEFT_OUT)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # The byte order mark tells Windows that this is UTF-8.
        _add(archive, README, readme(school).encode("utf-8-sig"))
        for path in files:
            _add(archive, f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())
    return len(files) + 1


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
