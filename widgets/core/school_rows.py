"""The rows of the school file while somebody fills them in: contacts and locations, added, filled, raised and removed."""

from widgets.core import plain_yaml
from widgets.core.changes import with_changes


def rows_after(rows, message, keys, most, name):
    """(the rows after a message about one of them, the field that gets the focus)."""
    verb = message[0].split("-")[1]
    if verb == "added" and len(message) == 1:
        if len(rows) >= most:
            return rows, ""
        return rows + [{key: "" for key in keys}], name + "-" + str(len(rows) + 1) + "-" + keys[0]
    number = place_of(rows, message)
    if verb == "filled" and len(message) == 4 and message[2] in keys:
        row = dict(rows[number])
        row[message[2]] = one_line(message[3])
        return rows[:number] + [row] + rows[number + 1 :], ""
    if verb == "removed" and len(message) == 2:
        return rows[:number] + rows[number + 1 :], name + "-lijst"
    if verb == "raised" and len(message) == 2 and name == "contact":
        return [rows[number]] + rows[:number] + rows[number + 1 :], name + "-lijst"
    raise ValueError("unknown message: " + str(message))


def with_removed(model, changed, rows, message):
    """Remember a row that was taken away, so that a slip costs nothing; an empty row is no loss."""
    name, verb = message[0].split("-")
    if verb != "removed":
        return changed
    number = place_of(rows, message)
    filled = [key for key in rows[number] if key != "rol" and rows[number][key].strip()]
    return with_changes(changed, {"removed": [name, number, rows[number]] if filled else None})


def place_of(rows, message):
    for number in range(len(rows)):
        if len(message) > 1 and message[1] == str(number + 1):
            return number
    raise ValueError("unknown message: " + str(message))


def one_line(text):
    """Text as it can stand in a file: every invisible character becomes a space."""
    for character in text:
        if plain_yaml.is_invisible(character):
            return "".join([" " if plain_yaml.is_invisible(one) else one for one in text])
    return text
