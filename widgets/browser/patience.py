"""How long ago something was, also when a device slept or its clock was set."""

from widgets.browser.base import now
from widgets.browser.press import steady

LONGEST_SLEEP = 60 * 24 * 3600 * 1000  # milliseconds: a device that was shut for a holiday


class Patience:
    """Milliseconds since the last `restart`.

    The steady clock of a page may stand still while the device sleeps; the clock of the device goes on, but somebody can set
    it. Ahead of the steady one means that the device slept, unless it is too much to be true; then, and when it went back, it
    was set, and only the steady one counts.
    """

    def __init__(self):
        self.restart()

    def restart(self):
        self.by_device = now()
        self.by_page = steady()

    def passed(self):
        by_page = steady() - self.by_page
        by_device = now() - self.by_device
        return by_device if 0 < by_device - by_page < LONGEST_SLEEP else by_page
