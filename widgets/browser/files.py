"""Files that somebody opens from the own disk, and names that say nothing."""

from browser import window
from javascript import JSON

from widgets.core.reserved import RESERVED

LARGEST_FILE = 20000000  # bytes; a long case takes some ten thousand, a ballot box some thousands
NOT_READ = "Je browser kan dit bestand niet lezen. Er is niets veranderd."
TOO_LARGE = "Dit bestand is te groot. Er is niets veranderd."
BETWEEN = "\0"
BYTE_ORDER_MARK = "\ufeff"


def read_file(chosen, use, refuse):
    """Read one chosen file and give `use` its plain data, or None when it is damaged or no JSON.

    refuse(sentence) is called instead when it is too large or the browser cannot read it.
    """
    read_text(chosen, lambda text: use(parsed(text)), refuse)


def read_text(chosen, use, refuse):
    """Read one chosen file and give `use` its text, or `refuse` a sentence why not."""
    if chosen.size > LARGEST_FILE:
        refuse(TOO_LARGE)
        return
    try:
        reader = window.FileReader.new()
        reader.onload = lambda event: use(str(reader.result))
        reader.onerror = lambda event: refuse(NOT_READ)
        reader.readAsText(chosen)
    except Exception:
        refuse(NOT_READ)


def read_files(chosen, use, refuse):
    """Read all chosen files, and give `use` a list of what `read_file` makes of each, in the order of choosing.

    refuse(sentence) is called instead when none of them can be read: then nothing is known of the files themselves.
    They are read as one text, which is far quicker than eighty times one: BETWEEN can not stand in JSON. When a file has
    it all the same, or can not be read, each file is read by itself.
    """
    files = [chosen.item(place) for place in range(chosen.length)]
    small = [each for each in files if each.size <= LARGEST_FILE]
    pieces = []
    for each in small:
        pieces += [each, BETWEEN]

    def cut(event):
        texts = reader.result.split(BETWEEN)
        if len(texts) == len(small) + 1 == len(files) + 1:
            use([parsed(text.lstrip(BYTE_ORDER_MARK)) for text in texts[0:-1]])
        else:
            _read_each(files, use, refuse)

    try:
        reader = window.FileReader.new()
        reader.onload = cut
        reader.onerror = lambda event: _read_each(files, use, refuse)
        reader.readAsText(window.Blob.new(pieces))
    except Exception:
        _read_each(files, use, refuse)


def _read_each(files, use, refuse):
    found, reasons = {}, []

    def read(place):
        def keep(data):
            found[place] = data
            if len(reasons) == len(files):
                refuse(reasons[0])
            elif len(found) == len(files):
                use([found[number] for number in range(len(files))])

        def leave(sentence):
            reasons.append(sentence)
            keep(None)

        read_file(files[place], keep, leave)

    for place in range(len(files)):
        read(place)


def parsed(text):
    """Text as plain data, or None when it is no JSON.

    A key that no dict can hold here gets a space before it: then it is a key that no core knows, and that is told.
    """
    try:
        return JSON.parse(_without_reserved(text) if _may_be_reserved(text) else text)
    except Exception:
        return None


def _may_be_reserved(text):
    """Whether one of those keys can be in it: as it is, or with letters written as numbers."""
    if "\\u" in text:
        return True
    for name in RESERVED:
        if name in text:
            return True
    return False


def _without_reserved(text):
    # Written again by the browser, so that a key stands there in one way only, and never inside a text.
    plain = window.JSON.stringify(window.JSON.parse(text))
    for name in RESERVED:
        plain = plain.replace('"' + name + '":', '" ' + name + '":')
    return plain


def random_name():
    """Twelve random letters and digits: it says nothing, and two cases never share it."""
    return "".join(["abcdefghijklmnopqrstuvwxyz012345"[number % 32] for number in random_bytes(12)])


def random_below(limit):
    """A random number of 0 to `limit` - 1. `limit`: a power of two, at most 16777216."""
    first, second, third = random_bytes(3)
    return (first * 65536 + second * 256 + third) % limit


def random_bytes(count):
    """A list of `count` random numbers of 0 to 255. Nothing secret hangs on them, so any source will do."""
    try:
        numbers = window.Uint8Array.new(count)
        window.crypto.getRandomValues(numbers)
        return [int(numbers[position]) for position in range(count)]
    except Exception:
        return [int(window.Math.random() * 256) for _ in range(count)]
