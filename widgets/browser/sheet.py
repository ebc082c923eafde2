"""The sheet of a pupil on the page, in a thermometer or in a ballot box."""
from browser import document, window

from widgets.browser.aloud import Aloud
from widgets.browser.base import Widget, now
from widgets.core import sheet

SIGNS_OF_LIFE = ("keydown", "pointerdown", "wheel", "touchmove", "scroll")


class SheetWidget(Widget):
    """A sheet also forgets: after a time without any sign of life, and when the page is left."""

    def __init__(self, root, core):
        Widget.__init__(self, root, core)
        self.timers = []
        self.alive = now()
        self.aloud = Aloud(root)

    def mount(self):
        Widget.mount(self)
        self.aloud.listen(self)
        self.listen(self.root, "change", self.changed)
        self.listen(self.root, "submit", self.submitted)
        for name in SIGNS_OF_LIFE:
            self.listen(document, name, self.stirred)
        self.listen(document, "visibilitychange", self.woke)
        self.listen(window, "pageshow", self.woke)
        self.listen(window, "pagehide", self.left)
        # Take over what was chosen before this script was ready.
        for chosen in self.root.querySelectorAll("input:checked"):
            self.model = self.core.update(self.content, self.model,
                                          ("answered", chosen.getAttribute("data-answer"), chosen.value))
        if not self.core.is_untouched(self.model):
            self.draw_parts()
            self.restart_timers()

    def show(self):
        """Another question, the result, or the first again: what was being read stops."""
        self.aloud.stop()

    def draw(self):
        """The question, and next to it what the page holds now."""
        fresh = self.drawn()
        self.put(fresh, "[data-body]")
        self.put(fresh, '[data-part="look"]')
        self.show()

    def clicked(self, event):
        if self.woke():
            event.preventDefault()
        else:
            Widget.clicked(self, event)
            self.restart_timers()

    def changed(self, event):
        item = event.target.getAttribute("data-answer")
        if item and not self.woke():
            self.model = self.core.update(self.content, self.model, ("answered", item, event.target.value))
            self.draw_parts()
            self.restart_timers()

    def submitted(self, event):
        event.preventDefault()

    def stirred(self, event):
        if self.woke():
            return
        if self.core.is_idle(self.model):
            self.model = self.core.update(self.content, self.model, ("stirred",))
            self.draw_parts()
            self.restart_timers()
        elif now() - self.alive > 1000:
            self.restart_timers()

    def woke(self, *event):
        """Wipe when the time is over by the clock: timers stand still while a device sleeps. True when wiped."""
        late = now() - self.alive > sheet.IDLE_WIPE_SECONDS * 1000
        if late and not self.core.is_untouched(self.model):
            self.timed_out()
            return True
        return False

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.clear_timers()
        self.model = self.core.init(self.content)
        self.draw()

    def fail(self, error):
        self.clear_timers()
        self.aloud.stop()
        Widget.fail(self, error)

    def restart_timers(self):
        self.clear_timers()
        self.alive = now()
        if not self.core.is_untouched(self.model):
            self.timers = [window.setTimeout(self.guarded(self.idled), sheet.IDLE_WARNING_SECONDS * 1000),
                           window.setTimeout(self.guarded(self.timed_out), sheet.IDLE_WIPE_SECONDS * 1000)]

    def clear_timers(self):
        for running in self.timers:
            window.clearTimeout(running)
        self.timers = []

    def idled(self):
        self.model = self.core.update(self.content, self.model, ("idled",))
        self.draw_parts()

    def timed_out(self):
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("timed-out",))
        held_focus = self.root.contains(document.activeElement)
        self.draw()
        if held_focus:
            self.focus()
