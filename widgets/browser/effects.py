"""What a widget does outside its own place on the page: copy, save to the own disk, print.

The world may refuse any of it, and a refusal never breaks a widget: `perform` says how it went. The effects themselves are
in widgets.core.effects.
"""

from browser import document, window
from javascript import JSON

LINK_MARK = "#zaak="
DONE, REFUSED, UNKNOWN = "done", "refused", "unknown"
# Milliseconds that a file stays within reach of the browser: somebody may look long for the right folder.
KEPT_READY = 600000

NOT_COPIED = "Kopiëren lukt niet in deze browser. De tekst staat hieronder klaar en is geselecteerd: kopieer hem zelf."
NOT_SAVED = (
    "Bewaren lukt niet in deze browser. Kopieer de tekst hieronder, plak hem in een leeg tekstbestand en noem dat "
    "bestand ‘{name}’."
)
NOT_PRINTED = "Printen lukt niet vanaf deze pagina. Kies Afdrukken in het menu van je browser, of gebruik een andere browser."


def perform(effect):
    """Do one effect. Returns how it went: {"outcome": DONE, REFUSED or UNKNOWN, "said": a sentence or "", "text": what the
    reader can copy by hand, or ""}.

    DONE only when that is known. A file handed to the browser and a print dialog are UNKNOWN. Raises ValueError for another
    kind.
    """
    kind = effect["kind"]
    if kind not in DOERS:
        raise ValueError("unknown effect: " + kind)
    return DOERS[kind](effect)


def went(outcome, said, text=""):
    return {"outcome": outcome, "said": said, "text": text}


# ---- copy ----


def copy(effect):
    return copy_text(effect["text"], effect["said"])


def copy_link(effect):
    address = window.location.href.split("#")[0]
    return copy_text(address + LINK_MARK + window.encodeURIComponent(effect["text"]), effect["said"])


def copy_text(text, said):
    return went(DONE, said) if is_copied(text) else went(REFUSED, NOT_COPIED, text)


def is_copied(text):
    """Put text on the clipboard, also from a page that was opened from a disk. True only when the browser says that it is."""
    held = document.activeElement
    field = document.createElement("textarea")
    field.value = text
    field.setAttribute("readonly", "")
    field.setAttribute("translate", "no")
    field.className = "copy-field"
    document.body.appendChild(field)
    try:
        field.select()
        done = document.execCommand("copy") is True
    except Exception:
        done = False
    field.remove()
    give_focus(held)
    return done


# ---- save ----


def save(effect):
    """Let the browser save a file on the own disk. Whether it does, no page can see."""
    text = effect["text"] if "text" in effect else JSON.stringify(effect["data"])
    if is_handed_over(effect["name"], effect["type"], text):
        return went(UNKNOWN, effect["said"])
    return went(REFUSED, NOT_SAVED.replace("{name}", effect["name"]), text)


def is_handed_over(name, media_type, text):
    """Give a file to the browser. False when it does not take it, or would show it in place of this page."""
    try:
        address = window.URL.createObjectURL(window.Blob.new([text], {"type": media_type}))
        if not isinstance(address, str) or not address.startswith("blob:"):
            return False
        link = document.createElement("a")
        if not hasattr(link, "download"):
            return False
        link.href = address
        link.download = name
        document.body.appendChild(link)
        try:
            link.click()
        finally:
            link.remove()
    except Exception:
        return False
    window.setTimeout(lambda: window.URL.revokeObjectURL(address), KEPT_READY)
    return True


# ---- print ----


def print_part(effect):
    """Print the page, or one part of it: print.css hides the rest."""
    if effect["part"]:
        document.body.setAttribute("data-printing", effect["part"])
        # Not right after print(): a phone shows its dialog later, and prints the page as it is then.
        window.addEventListener("afterprint", _printed)
        # Where no dialog comes, the next press ends it: from then on the whole page prints again.
        window.addEventListener("pointerdown", _printed, True)
        window.addEventListener("keydown", _printed, True)
    try:
        window.print()
    except Exception:
        _printed(None)
        return went(REFUSED, NOT_PRINTED)
    return went(UNKNOWN, effect["said"])


def _printed(_event):
    document.body.removeAttribute("data-printing")
    window.removeEventListener("afterprint", _printed)
    window.removeEventListener("pointerdown", _printed, True)
    window.removeEventListener("keydown", _printed, True)


# ---- nothing to do, and what nobody has to hear of ----


def tell(effect):
    return went(REFUSED, effect["said"])


def give_focus(node):
    """Focus a node, in sight. A browser may refuse; then the page works all the same."""
    if not node:
        return
    try:
        # First in sight: a browser does not focus what it has just drawn out of sight.
        node.scrollIntoView({"block": "nearest"})
    except Exception:
        pass
    try:
        node.focus()
    except Exception:
        pass


def drop_focus(node):
    """Let a node go of the focus, as far as the browser does that."""
    try:
        node.blur()
    except Exception:
        pass


def select_all(field):
    """Select what is in a field, as far as the browser does that."""
    give_focus(field)
    try:
        field.select()
    except Exception:
        pass


def bring_up(node):
    """Scroll a node to the top, as far as the browser does that."""
    try:
        node.scrollIntoView()
    except Exception:
        pass


DOERS = {"copy": copy, "copy-link": copy_link, "save": save, "print": print_part, "tell": tell}
