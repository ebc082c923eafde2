"""Back of the browser is the question before. What the browser keeps for it is the same for everybody: no answer, and not how
far somebody came."""

from browser import window

# Entries of the history that the page adds, once. It stays at the last: who presses Back twice is still here.
AHEAD = 2


class Places:
    """The entries before the questions: 0 is the page as it was opened, `AHEAD` where every question is."""

    def follow(self, at):
        """The sheet is at question `at` now; 0: at the first, or there is none."""
        place = here()
        if place is None and at > 0:
            if took(lambda: window.history.replaceState(0, "")):
                for added in range(1, AHEAD + 1):
                    took(lambda: window.history.pushState(added, ""))
        elif place is not None and place < AHEAD and at > 0:
            self.rest()

    def came(self, event):
        """How many questions somebody goes back by going through the history; 0 when that was the page itself."""
        place = number(event.state)
        return 0 if place is None else AHEAD - place

    def rest(self):
        """To where every question is."""
        go(AHEAD - (here() or 0))

    def leave(self):
        """Before the first question, or between two pupils, Back leads to the page before this one."""
        go(-1 - (here() or 0))

    def behind(self):
        """How many entries lie between here and the page as it was opened."""
        return here() or 0


def here():
    """The number of the entry where the page is, or None when it added none, or when the browser does not tell."""
    try:
        return number(window.history.state)
    except Exception:
        return None


def number(state):
    return state if isinstance(state, int) else None


def took(write):
    """Whether the browser took an entry: one on a disk or in a frame may refuse."""
    try:
        write()
        return True
    except Exception:
        return False


def go(count):
    """So many entries; a browser that refuses stays where it is."""
    if count:
        took(lambda: window.history.go(count))
