"""The menu of a school that is no example any more: for who reads there.

The pages for who makes the site are not in it; the school file leaves them out of the site altogether. Pages that stand as a
card or a link on another page of the menu are not in it either: a menu of a hundred lines helps nobody.
"""

from macros.content.model import Content

MAKERS = ("scholen.md", "scholen/", "schrijven/", "keuzes/", "eigen-keuzes.md", "over/bouwen.md", "over/verantwoording.md")
# Where each of these stands: the talks on the page for staff, the roles on theirs, the rest on that of the coordinator.
ELSEWHERE = (
    "gesprekken/",
    "rollen/",
    "coordinator/",
    "zonder-internet.md",
    "over/",
    "lijsten/analyse.md",
    "lijsten/bewijslijst.md",
    "lijsten/jaarkalender.md",
)
_FOR_GROUPS = ("-stembus.md", "-rapport.md")


def is_published(content: Content) -> bool:
    """Is this the site of a real school?"""
    return not content.school.example


def is_left_out(path: str, content: Content) -> bool:
    """Is this page (a path under docs) not on the site of this school at all?"""
    return is_published(content) and not content.school.for_makers and path.startswith(MAKERS)


def for_readers(menu: list, content: Content) -> list:
    """The menu (as for MkDocs) of this school: that of a real school without what is for makers or stands elsewhere."""
    own = f"protocollen/{content.school.protocol}.md"
    return [kept for item in menu for kept in _kept(item, own)] if is_published(content) else menu


def _kept(item: str | dict, own: str) -> list:
    if isinstance(item, dict):
        made = {
            title: [kept for each in below for kept in _kept(each, own)] if isinstance(below, list) else below
            for title, below in item.items()
        }
        return [{title: below} for title, below in made.items() if below and (isinstance(below, list) or _stays(below, own))]
    return [item] if _stays(item, own) else []


def _stays(path: str, own: str) -> bool:
    if path.startswith("protocollen/"):
        return path == own
    return not path.startswith((*MAKERS, *ELSEWHERE)) and not path.endswith(_FOR_GROUPS)


def paths(menu: list | dict | str) -> list[str]:
    """All pages in a menu."""
    if isinstance(menu, str):
        return [menu]
    return [path for part in (menu if isinstance(menu, list) else menu.values()) for path in paths(part)]
