"""Reading the map of a route back from its HTML: what stands on each line, and where the lines beside it lead.

This knows nothing of how the map is made. It looks at the drawing as a finger would: along a line, from one piece to the
piece of the same colour at the same place right below it.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

BELOW = 900  # what is drawn further down than this goes on in the next line
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?[\d.]+")


@dataclass
class Piece:
    """One stroke beside a line of text: where it comes in at the top and goes out at the bottom (None: it does not)."""

    colour: str
    top: float | None
    bottom: float | None
    at_trunk: bool  # begins or ends at the trunk


@dataclass
class Line:
    """One line of text: the heading of a stage, a station, or an exit of the station above it."""

    element: ElementTree.Element
    step: str
    pieces: list[Piece]

    @property
    def is_station(self) -> bool:
        return self.element.tag == "a"

    @property
    def is_heading(self) -> bool:
        return self.element.tag == "summary"

    @property
    def words(self) -> str:
        """What somebody sees; what only is heard and what stands below a title in small letters left out."""
        return " ".join("".join(_seen(self.element)).replace("\u00ad", "").split())

    @property
    def heard(self) -> str:
        """All of it."""
        return " ".join("".join(self.element.itertext()).replace("\u00ad", "").split())


def _seen(element: ElementTree.Element) -> list[str]:
    found = [element.text or ""]
    for child in element:
        found += ([] if child.get("class") in ("unseen", "map-facts") else _seen(child)) + [child.tail or ""]
    return found


def read_map(html: str, folded: bool = False) -> list[Line]:
    """All lines of the map, from top to bottom, with every stage unfolded, or with every stage `folded`."""
    found = []
    for element in ElementTree.fromstring(html).iter():
        if element.tag == "summary":
            found.append(Line(element, "", _pieces(element, "map-shut" if folded else "map-open")))
        elif not folded and element.tag == "li" and element.find("a") is not None:
            step = element.find("a").get("data-step")
            found += [Line(line, step, _pieces(line)) for line in (element.find("a"), *element.findall("ul/li"))]
    return found


def _pieces(element: ElementTree.Element, name: str | None = None) -> list[Piece]:
    return [
        _piece(path)
        for svg in element.findall("svg")
        if svg.get("class") == name
        for path in svg.findall("path")
        if path.get("class") != "shape"
    ]


def station_reached(lines: list[Line], start: int) -> str | None:
    """The step at which the lane ends that leaves at line `start` (an exit); None when no lane leaves there.

    Raises AssertionError when the line breaks off.
    """
    leaving = [piece for piece in lines[start].pieces if piece.at_trunk and piece.colour != "trunk"]
    if not leaving:
        return None
    assert len(leaving) == 1 and leaving[0].bottom is not None, lines[start].words
    return _follow(lines, start + 1, leaving[0].colour, leaving[0].bottom)


def next_reached(lines: list[Line], start: int) -> str | None:
    """The step that the trunk leads to from the station at line `start`; None when it stops before the next station."""
    trunk = [piece for piece in lines[start].pieces if piece.colour == "trunk" and piece.bottom is not None]
    for line in lines[start + 1 :] if trunk else []:
        pieces = [piece for piece in line.pieces if piece.colour == "trunk" and piece.top == trunk[0].bottom]
        if not pieces:
            return None
        if line.is_station:
            return line.step
    return None


def _follow(lines: list[Line], place: int, colour: str, x: float) -> str:
    for line in lines[place:]:
        pieces = [piece for piece in line.pieces if piece.colour == colour and piece.top == x]
        assert len(pieces) == 1, f"the line breaks off, or two lie on each other, beside {line.words!r}"
        if pieces[0].bottom is None:
            assert line.is_station and pieces[0].at_trunk, line.words
            return line.step
        assert pieces[0].bottom == x
    raise AssertionError("the line runs off the map")


def _piece(path: ElementTree.Element) -> Piece:
    x = y = 0.0
    points = []
    for command, text in _COMMAND.findall(path.get("d")):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        if command == "M":
            x, y = numbers
        elif command == "V":
            y = numbers[0]
        elif command == "H":
            x = numbers[0]
        elif command == "q":
            x, y = x + numbers[2], y + numbers[3]
        else:
            raise ValueError(f"unknown command {command} in {path.get('d')}")
        points.append((round(x, 1), y))
    first, last = points[0], points[-1]
    bends = len({x for x, _ in points}) > 1
    is_from_trunk = bends and first[0] > last[0]
    return Piece(
        path.get("class"), first[0] if first[1] == 0 and not is_from_trunk else None, last[0] if last[1] > BELOW else None, bends
    )
