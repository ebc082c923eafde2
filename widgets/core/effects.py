"""What a widget may ask of the world outside its own place on the page, one maker per kind.

The world may refuse each of them: widgets.browser.effects does them and says how it went. So "said" is only said when
it is known to be done; a file that was handed to the browser or a dialog that should open is never known to be done.

An effect is a dict: "kind", "said" and what that kind needs. More keys: "began", a message for the core as soon as it
may have been done; "confirm" (bool), whether the reader is asked to say that the file is there.
"""

from widgets.core.changes import with_changes

KINDS = ("copy", "copy-link", "save", "print", "tell")
HANDED_OVER = "Je browser heeft het bestand gekregen. Kijk zelf even of het er staat, want dat kan deze pagina niet zien."
PRINTING = "Komt er geen venster om te printen? Kies dan Afdrukken in het menu van je browser."


def copy(text, said):
    """Put `text` on the clipboard; `said` when that is done."""
    return {"kind": "copy", "text": text, "said": said}


def copy_link(text, said):
    """Put a link to this page on the clipboard, with a text behind the #."""
    return {"kind": "copy-link", "text": text, "said": said}


def save_text(name, media_type, text, more=None):
    """Hand a file with this text to the browser. `more`: other keys of the effect."""
    return with_changes({"kind": "save", "name": name, "type": media_type, "text": text, "said": HANDED_OVER}, more or {})


def save_data(name, data, more=None):
    """Hand a file with plain data to the browser, as JSON."""
    return with_changes({"kind": "save", "name": name, "type": "application/json", "data": data, "said": HANDED_OVER}, more or {})


def print_part(part):
    """Print what is marked data-print-part=`part` alone; "" prints the page."""
    return {"kind": "print", "part": part, "said": PRINTING}


def tell(said):
    """Nothing can be done: only say why."""
    return {"kind": "tell", "said": said}
