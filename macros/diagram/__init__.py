"""The picture of a route: one <svg> made from the same data as the list of steps."""
from macros.diagram.layout import place
from macros.diagram.svg import to_svg


def draw(route: dict) -> str:
    """The picture of a route as one <svg> element; the same route always gives the same text.

    `route` is plain data: {"id", "title", "start", "steps": [{"id", "kind": "do" | "ask" | "end", "title", "number",
    "exits": [{"id", "label", "to", "max", "then"}]}]}. An exit with `max` above 0 may be taken that many times; after
    that the route goes on at `then`, drawn as a second, dashed arrow.
    Raises ValueError when an exit leads to a step that does not exist.
    """
    return to_svg(route["id"], route["title"], place(route))
