"""The helplines on a page."""
from widgets.core.html import el


def help_list(content, groups):
    """The helplines of these groups as a list, each once; nothing when there are none."""
    found = []
    for group in groups:
        if group in content["help"]:
            found += [line for line in content["help"][group] if line not in found]
    lines = []
    for line in found:
        ways = []
        if line["phone"]:
            ways.append(el("a", {"href": "tel:" + line["tel"]}, line["phone"]))
        if line["site"]:
            if ways:
                ways.append(" of ")
            ways.append(el("a", {"href": line["site"], "rel": "noreferrer"}, line["site_text"]))
        lines.append(el("li", None, el("strong", None, line["name"]), ": ", ways, ". " + line["for_whom"]))
    return el("ul", {"class": "helplines"}, lines) if lines else None
