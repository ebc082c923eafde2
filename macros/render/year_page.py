"""The page with the list of the coordinator for once a year, to print and tick."""

from pathlib import Path

from macros.checks import ages
from macros.content.model import Content
from macros.publish.phrases import date_text
from macros.render.shared import markdown_section
from macros.upkeep import year_list as yearly
from widgets.core.html import el, to_html

AT_ONCE = 8  # a longer list is folded: on paper it always stands open


def year_check(content: Content, root: Path) -> str:
    """All parts of the list, in Markdown with blocks of HTML, as it is today."""
    today = ages.today()
    parts = yearly.year_check(content, root, today)
    made = to_html(el("p", None, f"Deze lijst is gemaakt op {date_text(today)}."))
    return "\n\n".join(
        [made, to_html(_overview(parts)), *(markdown_section(part.title, part.id, to_html(_part(part))) for part in parts)]
    )


def _overview(parts: list[yearly.Part]) -> tuple:
    """What is in the list and how much: it is long, and not everybody does all of it."""
    return el(
        "ul",
        {"class": "year-overview"},
        [
            el("li", None, el("a", {"href": f"#{part.id}"}, part.title), f": {len(part.items)}" if part.items else ": niets")
            for part in parts
        ],
    )


def _part(part: yearly.Part) -> tuple:
    if not part.items:
        return el("p", None, part.nothing)
    items = el("ul", {"class": "checklist year-check"}, [_item(item) for item in part.items])
    if len(part.items) > AT_ONCE:
        name = f"Toon alle {len(part.items)}"
        items = el("details", None, el("summary", {"aria-label": f"{name}: {part.title}"}, name), items)
    return el("div", None, el("p", None, part.intro), items)


def _item(item: yearly.Item) -> tuple:
    addresses = [el("a", {"href": address, "rel": "noreferrer"}, el("code", None, address)) for address in item.addresses]
    title = el("span", {"class": "entry-text"}, item.text) if item.text else addresses.pop(0)
    below = [*addresses, *item.details, *(el("code", None, place) for place in item.places)]
    return el("li", None, title, el("ul", None, [el("li", None, line) for line in below]) if below else None)
