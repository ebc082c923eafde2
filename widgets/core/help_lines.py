"""The helplines on a page, and the people of the school: names, and numbers to tap."""

from widgets.core.html import el
from widgets.core.words import is_translated, say

DUTCH = {"lang": "nl", "dir": "ltr"}


def first_line(content):
    """The one helpline that everybody is told of, as a list; empty when there is none."""
    return lines_of(content, content["help_groups"][0:1])[0:1]


def lines_of(content, groups):
    """The helplines of these groups, each once."""
    found = []
    for group in groups:
        if group in content["help"]:
            found += [line for line in content["help"][group] if line not in found]
    return found


def help_line(content, line, about=""):
    """A helpline in a span: its name and number to tap, its site, and `about` it: "hours" or "for_whom"."""
    names = DUTCH if is_translated(content) else None  # names and numbers stay as they are, from left to right
    direction_of_names = "ltr" if is_translated(content) else None
    ways = []
    if line["phone"]:
        ways.append(el("a", {"href": "tel:" + line["tel"], "dir": direction_of_names}, line["phone"]))
    if line["site"] and about != "hours":
        if ways:
            ways.append(say(content, " of "))
        ways.append(el("a", {"href": line["site"], "rel": "noreferrer", "dir": direction_of_names}, line["site_text"]))
    told = line[about] if about else ""
    if about == "hours":  # on a line of its own: only a name and a number stand before it
        told = el("span", {"class": "helpline-hours"}, told) if told else ""
    return el(
        "span",
        None,
        el("strong", names, line["name"]),
        ": " if ways else None,
        ways,
        " " if about == "hours" else ". ",
        (el("span", DUTCH, told) if "in_dutch" in line else told) if told else None,
    )


def help_list(content, groups):
    """The helplines of these groups as a list, each once; nothing when there are none."""
    lines = [el("li", {"data-spoken": True}, help_line(content, line, "for_whom")) for line in lines_of(content, groups)]
    return el("ul", {"class": "helplines"}, lines) if lines else None


def contact_view(content, contact):
    """Somebody of the school in a list: who, where, and numbers to tap."""
    details = [el("strong", None, contact["name"])]
    if contact["place"]:
        details.append(contact["place"])
    if contact["phone"]:
        details.append(el("a", {"href": "tel:" + contact["tel"], "dir": "ltr"}, contact["phone"]))
    if contact["mail"]:
        details.append(el("a", {"href": "mailto:" + contact["mail"], "dir": "ltr"}, contact["mail"]))
    parts = [contact["who"] + ": ", details[0]]
    for detail in details[1:]:
        parts += [", ", detail]
    return el("li", {"data-spoken": True}, parts, ". ", _otherwise(contact))


def _otherwise(contact):
    """Whom to ask for instead, with the number to tap."""
    number = contact["other_phone"]
    if not number:
        return [contact["otherwise"]]
    before, after = contact["otherwise"].split(number)
    return [before, el("a", {"href": "tel:" + contact["other_tel"], "dir": "ltr"}, number), after]
