"""Fields about people: what somebody types there, a browser and its additions keep to themselves.

Some of them send what is typed to a company that checks spelling, writes along or translates. Each of these attributes
tells one of them not to. `autocomplete` also keeps a field out of what a browser writes on disk for the next start; Firefox
only listens to it on a field for text, a day or a choice from a list. Of a box to tick, a radio and a file it asks the form.
"""

from widgets.core.changes import with_changes
from widgets.core.html import el

# The empty form, once on each page with a widget (macros/site/scripts.py), that says no for what has no form of its own.
UNKEPT_FORM = "niet-bewaard"

# What the page sends for a date field of which only a part is filled in: the browser then gives no text.
UNFINISHED = "?"
UNSENT = {
    "autocomplete": "off",
    "spellcheck": "false",
    "autocorrect": "off",
    "writingsuggestions": "false",
    "translate": "no",
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
}


def unsent(attributes):
    """The attributes of a field for text, with those that keep its text here."""
    return with_changes(UNSENT, attributes)


def tick_box(attributes):
    """A box to tick, outside a form, that no browser keeps."""
    return el("input", with_changes({"type": "checkbox", "form": UNKEPT_FORM}, attributes))


def file_field(attributes):
    """A field to choose a file, outside a form, of which no browser keeps the name."""
    return el("input", with_changes({"type": "file", "form": UNKEPT_FORM}, attributes))
