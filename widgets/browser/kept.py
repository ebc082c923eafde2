"""A widget with what an adult fills in: it asks before that is lost, saves what it can, and knows which day it is."""

from browser import document, window

from widgets.browser.base import Widget, clock, nearest
from widgets.browser.effects import drop_focus, give_focus
from widgets.browser.rescue import give_up

AFTER_PRESS = 500  # milliseconds


class KeptWidget(Widget):
    """Asks its core would_lose(content, model) before somebody leaves, and rescued(content, model) when it has to give up."""

    def __init__(self, root, core):
        Widget.__init__(self, root, core)
        self.leaving = False
        self.day = ""

    def rescue(self, content, model):
        return give_up(self, content, model)

    def day_message(self, today):
        """For a core that counts days: the message that it is `today` (iso) now. None: it does not."""
        return None

    def meet_day(self):
        """Ask the day again: a page may stay open for days. True when another day began since the last time."""
        message = self.day_message(clock()["today"])
        if message is None or message[1] == self.day:
            return False
        self.day = message[1]
        self.model = self.core.update(self.content, self.model, message)
        return True

    def follow_days(self):
        """Know the day now, and look again whenever somebody comes back to the page."""
        self.day = ""
        self.meet_day()
        for target, name in ((window, "focus"), (window, "pageshow"), (document, "visibilitychange")):
            target.addEventListener(name, self.guarded(self.looked_at))  # not of what is inside: a field that gets the focus

    def looked_at(self, event):
        """Somebody is back. Not at once: that may be a press, and what is pressed must not be drawn again under the finger."""
        window.setTimeout(self.guarded(self.renew_day), AFTER_PRESS)

    def renew_day(self):
        """Another day: what hangs on it is drawn again. A field under somebody's hands stays as it is."""
        if not self.meet_day():
            return
        held = document.activeElement
        inside = held and self.root.contains(held) and held.tagName not in ("INPUT", "SELECT", "TEXTAREA")
        if inside:
            drop_focus(held)
        self.draw_parts()
        if inside:
            give_focus(held if self.root.contains(held) else self.same(held))

    def guard_leaving(self):
        """Ask before something is lost, whichever way somebody leaves, but never when somebody leaves quickly."""
        self.listen(window, "beforeunload", self.warn)
        self.listen(document, "click", self.leave_quickly)
        self.listen(window, "pageshow", self.came_back)

    def warn(self, event):
        if not self.leaving and self.core.would_lose(self.content, self.model):
            ask_to_stay(event)

    def leave_quickly(self, event):
        self.leaving = self.leaving or nearest(event.target, "[data-leave]") is not None

    def came_back(self, event):
        self.leaving = False


def ask_to_stay(event):
    """Let the browser ask whether somebody really wants to leave; Chrome and Edge before 119 want the second."""
    event.preventDefault()
    event.returnValue = "Wat je invulde, is nog niet bewaard."
