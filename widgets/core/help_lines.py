"""The helplines on a page."""

from widgets.core.html import el
from widgets.core.words import is_translated, say

DUTCH = {"lang": "nl", "dir": "ltr"}


def help_list(content, groups):
    """The helplines of these groups as a list, each once; nothing when there are none."""
    found = []
    for group in groups:
        if group in content["help"]:
            found += [line for line in content["help"][group] if line not in found]
    lines = []
    names = DUTCH if is_translated(content) else None  # names and numbers stay as they are, from left to right
    direction_of_names = "ltr" if is_translated(content) else None
    for line in found:
        ways = []
        if line["phone"]:
            ways.append(el("a", {"href": "tel:" + line["tel"], "dir": direction_of_names}, line["phone"]))
        if line["site"]:
            if ways:
                ways.append(say(content, " of "))
            ways.append(el("a", {"href": line["site"], "rel": "noreferrer", "dir": direction_of_names}, line["site_text"]))
        lines.append(
            el(
                "li",
                None,
                el("strong", names, line["name"]),
                ": ",
                ways,
                ". ",
                el("span", DUTCH, line["for_whom"]) if "in_dutch" in line else line["for_whom"],
            )
        )
    return el("ul", {"class": "helplines"}, lines) if lines else None
