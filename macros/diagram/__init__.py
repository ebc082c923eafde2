"""The map of a route: one column of stations to read from top to bottom, made from the same data as the list of steps."""

from collections.abc import Mapping
from typing import Any

from macros.diagram.markup import to_html
from macros.diagram.rows import rows


def draw(route: Mapping[str, Any], card: str = "") -> str:
    """The map of a route as HTML without style or script; the same route always gives the same text.

    `route` is plain data, as widgets.core.route reads it: {"id", "title", "start", "steps": [{"id", "kind": "do" | "ask" |
    "end", "title", "number", "exits": [{"key", "label", "to", "limit", "then"}]}]}. An exit with `limit` above 0 may be
    taken that many times; after that the route goes on at `then`, told on a line of its own.
    With "stages" ([{"id", "title", "number", "when", "facts", "what"}]) and a "stage" at each step the stations stand by stage,
    each but the first folded. `card`: HTML to stand under the first station, before its exits.
    Raises ValueError when an exit leads to a step that does not exist.
    """
    return to_html(route["id"], route["title"], rows(route), card)
