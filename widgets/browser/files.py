"""Files that somebody opens from the own disk, and names that say nothing."""
from browser import window
from javascript import JSON

LARGEST_FILE = 1000000   # bytes; a long case takes some ten thousand, a ballot box some twenty thousand


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
    """Read all chosen files, and give `use` a list of what `read_file` makes of each, in the order of choosing."""
    found = {}
    count = chosen.length

    def read(place):
        def keep(data):
            found[place] = data
            if len(found) == count:
                use([found[number] for number in range(count)])
        read_file(chosen.item(place), keep)
    for place in range(count):
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
