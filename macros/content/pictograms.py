"""Pictograms: small drawings in docs/assets/img/pictogrammen, put into the page itself so that nothing is asked for later.

A drawing is plain SVG: a few shapes without text, colour or script. Only those shapes and attributes get through.
"""

from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path("docs/assets/img/pictogrammen")
SIZE = "0 0 48 48"
SHAPES = ("path", "circle", "ellipse", "rect", "line", "polyline", "polygon")
ATTRIBUTES = ("d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "x1", "y1", "x2", "y2", "points")
_SVG = "{http://www.w3.org/2000/svg}"


def picture_names(root: Path) -> list[str]:
    """The names of all drawings, without .svg."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.svg"))


def shapes(name: str, root: Path) -> list[list]:
    """A drawing as widgets.core.pictogram reads it: [[tag, {attribute: value}], ...]. Raises ValueError for other SVG."""
    path = root / FOLDER / f"{name}.svg"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int) -> list[list]:
    drawing = ElementTree.parse(path).getroot()
    if drawing.get("viewBox") != SIZE:
        raise ValueError(f"{path.name}: viewBox must be {SIZE}")
    found = []
    for shape in drawing:
        tag = shape.tag.removeprefix(_SVG)
        if tag not in SHAPES or list(shape):
            raise ValueError(f"{path.name}: <{tag}> cannot stand in a pictogram")
        attributes = dict(shape.attrib)
        if attributes.pop("fill", None):
            attributes["class"] = "full"  # the colour itself comes from the page, light or dark
        wrong = [name for name in attributes if name not in (*ATTRIBUTES, "class")]
        if wrong or "class" in shape.attrib:
            raise ValueError(f"{path.name}: attribute {(wrong or ['class'])[0]} cannot stand in a pictogram")
        found.append([tag, attributes])
    return found
