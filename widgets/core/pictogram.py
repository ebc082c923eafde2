"""Pictograms: small drawings beside a text, never instead of it.

content["pictures"]: {name: [[tag, {attribute: value}], ...]}, shapes on a field of 48 by 48.
"""

from widgets.core.html import el


def picture(content, name):
    """The drawing as an element; None without a name. Hidden from screen readers: the text says it all."""
    if not name:
        return None
    shapes = [el(shape[0], shape[1]) for shape in content["pictures"][name]]
    return el("svg", {"class": "pictogram", "viewBox": "0 0 48 48", "aria-hidden": "true", "focusable": "false"}, shapes)
