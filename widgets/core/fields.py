"""Fields about people: what somebody types there, a browser and its additions keep to themselves.

Some of them send what is typed to a company that checks spelling, writes along or translates. Each of these attributes
tells one of them not to. `autocomplete` also keeps a field out of what a browser writes on disk for the next start.
"""
from widgets.core.changes import with_changes

# What the page sends for a date field of which only a part is filled in: the browser then gives no text.
UNFINISHED = "?"
UNSENT = {"autocomplete": "off", "spellcheck": "false", "autocorrect": "off", "writingsuggestions": "false", "translate": "no",
          "data-gramm": "false", "data-gramm_editor": "false", "data-enable-grammarly": "false", "data-lt-active": "false"}


def unsent(attributes):
    """The attributes of a field for text, with those that keep its text here."""
    return with_changes(UNSENT, attributes)
