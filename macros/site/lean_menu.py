"""The menu of a page that stands behind another one: only the parts of the site, or each of these pages would hold all of it."""

from types import SimpleNamespace
from typing import Any


def of(nav: Any, page: str) -> SimpleNamespace:
    """The menu `nav` (of MkDocs) with only its highest parts, each a link to its first page. `page` (a path without .md): the
    part in which that page stands is marked as the current one."""
    return SimpleNamespace(homepage=nav.homepage, items=[_part(item, f"{page}.md") for item in nav.items])


def _part(item: Any, page: str) -> SimpleNamespace:
    inside = _pages(item)
    return SimpleNamespace(
        title=item.title,
        url=inside[0].url if inside else "",
        children=None,
        active=any(each.file.src_uri == page for each in inside),
    )


def _pages(item: Any) -> list:
    """The pages of a part of the menu, in their order; a link to elsewhere is none."""
    if item.children:
        return [page for child in item.children for page in _pages(child)]
    return [item] if getattr(item, "file", None) else []
