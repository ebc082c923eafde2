"""A question "Are you sure?" before something is lost."""

from widgets.core.html import el


def asked(text, harmless, certain):
    """The question as an element that gets the focus, the harmless button first.

    It lies on the screen away from the button that led to it (widgets/browser/press.py), so that a second tap of the same finger
    never answers it.
    """
    return el(
        "div",
        {"class": "notice asked", "tabindex": "-1", "data-asked": True},
        el("p", None, text),
        el("p", {"class": "asked-buttons"}, harmless, certain),
    )
