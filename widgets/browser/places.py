"""Back of the browser is the question before. What the browser keeps for it is the number of a question, never an answer."""

from browser import window

from widgets.browser.patience import Patience

# A browser stops a page that adds entries as fast as it can; nobody answers so fast.
FASTEST = 80


class Places:
    """The questions behind the entries that this page added to the history."""

    def __init__(self):
        self.passed = []
        self.moved = Patience()

    def follow(self, at):
        """The sheet is at question `at` now; 0: at the first, or there is none."""
        if at > (self.passed[-1] if self.passed else 0):
            if self.moved.passed() < FASTEST:
                return
            if not self.passed:
                took(lambda: window.history.replaceState(0, ""))
            if took(lambda: window.history.pushState(at, "")):
                self.passed.append(at)
                self.moved.restart()
        elif self.passed and at < self.passed[-1]:
            left = [place for place in self.passed if place <= at]
            gone = len(self.passed) - len(left)
            if gone == 1 and at > 0 and at not in left and took(lambda: window.history.replaceState(at, "")):
                gone = 0  # from the end back to a question that was never shown
                left.append(at)
            self.passed = left
            self.moved.restart()
            go_back(gone)

    def came(self, event):
        """The number of the question to which somebody went, or None when that is no entry of ours."""
        if event.state is None or not isinstance(event.state, int):
            return None
        self.passed = [place for place in self.passed if place <= event.state]
        return event.state

    def leave(self):
        """How many entries lie between here and the page as it was opened; from now on they are forgotten."""
        count = len(self.passed)
        self.passed = []
        return count


def took(write):
    """Whether the browser took an entry: one on a disk or in a frame may refuse."""
    try:
        write()
        return True
    except Exception:
        return False


def go_back(count):
    """So many entries; a browser that refuses stays where it is."""
    if count > 0:
        took(lambda: window.history.go(-count))
