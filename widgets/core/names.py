"""Whether a text is the name of somebody, or what stands there until somebody fills it in."""

NO_NAME = ("naam", "namen", "invullen", "vullen", "vul", "te", "in", "nog", "volgt", "onbekend", "nvt", "tbd")


def is_name(text):
    """False for a placeholder such as ‘Naam invullen’, "n.v.t.", dots or dashes: a name has two letters beside such words."""
    letters = 0
    for word in _words(text.lower().replace("n.v.t", " ").replace("t.b.d", " ")):
        if word not in NO_NAME and (len(word) < 2 or word.strip("x")):
            letters += len([character for character in word if character.isalpha()])
    return letters >= 2


def _words(text):
    kept = [character if character.isalpha() or character in "0123456789" else " " for character in text]
    return "".join(kept).split()
