"""Files of a school that go on its site as they are: pictures and documents. What is wrong with one, as data."""

import re
from pathlib import Path
from xml.etree import ElementTree

from macros.source.problems import Told, told

MOST_LOGO, MOST_PICTURE, MOST_DOCUMENT = 200_000, 1_000_000, 10_000_000
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
DOCUMENTS = (".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp")
# How each kind of file begins.
_STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
    ".pdf": b"%PDF-",
}
_ZIP = b"PK\x03\x04"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
# All that a drawing needs; a script, a page in it, an animation or anything from elsewhere is none of it.
_DRAWS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs use clipPath mask linearGradient "
    "radialGradient stop symbol pattern metadata style".split()
)
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:|-moz-binding", re.IGNORECASE)


def wrong_with(path: Path, logo: bool = False) -> Told | None:
    """Why a file may not go on the site, or None."""
    kind = path.suffix.lower()
    if kind not in (PICTURES if logo else (*PICTURES, *DOCUMENTS)):
        return (
            told("logo-kind", kinds=_listed(PICTURES))
            if logo
            else told("attachment-kind", kinds=_listed((*PICTURES, *DOCUMENTS)))
        )
    if not _NAME.fullmatch(path.name):
        return told("attachment-name", name=path.name)
    most = MOST_LOGO if logo else MOST_PICTURE if kind in PICTURES else MOST_DOCUMENT
    try:
        if path.is_symlink():
            return told("no-links")
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(most if kind == ".svg" else 16)
    except OSError:
        return told("file-cannot-open")
    if size > most:
        return told("attachment-too-large", size=size // 1000, most=most // 1000)
    if kind == ".svg":
        return wrong_with_drawing(data)
    if not data.startswith(_STARTS.get(kind, _ZIP)) or kind == ".webp" and data[8:12] != b"WEBP":
        return told("attachment-other-kind", kind=kind[1:])
    return None


def _listed(kinds: tuple[str, ...]) -> str:
    names = [kind[1:] for kind in kinds]
    return f"{', '.join(names[:-1])} of {names[-1]}"


def wrong_with_drawing(data: bytes) -> Told | None:
    """Why an SVG may not be shown: it holds something that runs, or that comes from elsewhere. None for a plain drawing."""
    if re.search(rb"<!(DOCTYPE|ENTITY)|<\?xml-stylesheet", data, re.IGNORECASE):
        return told("drawing-holds", what="een DOCTYPE of stijlblad")
    try:
        root = ElementTree.fromstring(data.decode("utf-8-sig"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
        return told("attachment-other-kind", kind="svg")
    if _bare(root.tag) != "svg":
        return told("attachment-other-kind", kind="svg")
    for part in root.iter():
        name = _bare(part.tag)
        if name not in _DRAWS and not _is_of_a_program(part.tag):
            return told("drawing-holds", what=f"<{name}>")
        if name == "style" and _ELSEWHERE.search(part.text or ""):
            return told("drawing-holds", what="een stijl die iets van elders haalt")
        for key, value in part.attrib.items():
            attribute = _bare(key).lower()
            if attribute.startswith("on"):
                return told("drawing-holds", what=f"{attribute}=…")
            if (attribute == "href" or key == _XLINK) and not value.startswith("#"):
                return told("drawing-holds", what="een link")
            if _ELSEWHERE.search(value):
                return told("drawing-holds", what=f"een verwijzing naar elders in {attribute}")
    return None


def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _is_of_a_program(tag: object) -> bool:
    """Notes that a drawing program leaves behind: in a name space of its own, so that a browser does not draw them."""
    space = str(tag).rpartition("}")[0]
    return bool(space) and space not in ("{http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xhtml")
