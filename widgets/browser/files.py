"""Files that somebody opens from the own disk, and names that say nothing."""
from browser import window
from javascript import JSON

LARGEST_FILE = 1000000   # bytes; a long case takes some ten thousand, a ballot box some thousands
BETWEEN = "\0"
BYTE_ORDER_MARK = "\ufeff"


def read_file(chosen, use):
    """Read one chosen file and give `use` its plain data, or None when it is too large, damaged or no JSON."""
    read_text(chosen, lambda text: use(None if text is None else parsed(text)))


def read_text(chosen, use):
    """Read one chosen file and give `use` its text, or None when it is too large or can not be read."""
    if chosen.size > LARGEST_FILE:
        use(None)
        return
    reader = window.FileReader.new()
    reader.onload = lambda event: use(str(reader.result))
    reader.onerror = lambda event: use(None)
    reader.readAsText(chosen)


def read_files(chosen, use):
    """Read all chosen files, and give `use` a list of what `read_file` makes of each, in the order of choosing.

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
            _read_each(files, use)
    reader = window.FileReader.new()
    reader.onload = cut
    reader.onerror = lambda event: _read_each(files, use)
    reader.readAsText(window.Blob.new(pieces))


def _read_each(files, use):
    found = {}

    def read(place):
        def keep(data):
            found[place] = data
            if len(found) == len(files):
                use([found[number] for number in range(len(files))])
        read_file(files[place], keep)
    for place in range(len(files)):
        read(place)


def parsed(text):
    """Text as plain data, or None when it is no JSON."""
    try:
        return JSON.parse(text)
    except Exception:
        return None


def random_name():
    """Twelve random letters and digits: it says nothing, and two cases never share it."""
    numbers = window.Uint8Array.new(12)
    window.crypto.getRandomValues(numbers)
    return "".join(["abcdefghijklmnopqrstuvwxyz012345"[int(numbers[position]) % 32] for position in range(12)])
