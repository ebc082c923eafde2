"""What a widget does outside its own place on the page: copy, save to the own disk, print."""
from browser import document, window
from javascript import JSON

LINK_MARK = "#zaak="


def perform(effect):
    """Do one effect, a dict with "kind": "copy" {"text"}, "copy-link" {"data"}, "save" {"name", "type", and "text"
    or "data"} or "print" {"part"}.

    "part" names the attribute data-print-part of what is printed alone; "" prints the page.
    """
    kind = effect["kind"]
    if kind == "copy":
        copy(effect["text"])
    elif kind == "copy-link":
        copy(window.location.href.split("#")[0] + LINK_MARK + window.encodeURIComponent(JSON.stringify(effect["data"])))
    elif kind == "save":
        save(effect["name"], effect["type"], effect["text"] if "text" in effect else JSON.stringify(effect["data"]))
    elif kind == "print":
        print_part(effect["part"])
    else:
        raise ValueError("unknown effect: " + kind)


def copy(text):
    """Put text on the clipboard, also from a page that was opened from a disk."""
    field = document.createElement("textarea")
    field.value = text
    field.setAttribute("readonly", "")
    field.className = "copy-field"
    held = document.activeElement
    document.body.appendChild(field)
    field.select()
    document.execCommand("copy")
    field.remove()
    if held:
        held.focus()


def save(name, media_type, text):
    """Let the browser save a file on the own disk."""
    address = window.URL.createObjectURL(window.Blob.new([text], {"type": media_type}))
    link = document.createElement("a")
    link.href = address
    link.download = name
    document.body.appendChild(link)
    link.click()
    link.remove()
    window.setTimeout(lambda: window.URL.revokeObjectURL(address), 10000)


def print_part(part):
    """Print the page, or one part of it: print.css hides the rest."""
    if part:
        document.body.setAttribute("data-printing", part)
        # Not right after print(): a phone shows its dialog later, and prints the page as it is then.
        window.addEventListener("afterprint", _printed)
    window.print()


def _printed(_event):
    window.removeEventListener("afterprint", _printed)
    document.body.removeAttribute("data-printing")
