"""The sheet of a pupil on the page, in a thermometer or in a ballot box."""

from browser import document, window

from widgets.browser import press
from widgets.browser.aloud import Aloud
from widgets.browser.base import Widget
from widgets.browser.patience import Patience
from widgets.browser.places import Places
from widgets.core import sheet

# Hands, and what moves without hands: a screen reader moves the focus, a switch the selection.
HANDS = ("keydown", "pointerdown", "wheel", "touchmove")
MOVES = ("scroll", "focusin", "selectionchange")
# After drawing something itself the page moves by itself: milliseconds in which that says nothing about a pupil.
OWN_MOVES = 500
# Between a tap on an answer and the next question: time to see what was chosen, and to choose something else.
GOING_ON = 600


class SheetWidget(Widget):
    """A sheet also forgets: after a time without any sign of life, and when the page is left."""

    def __init__(self, root, core):
        Widget.__init__(self, root, core)
        self.timers = []
        self.alive = Patience()
        self.drew = Patience()
        self.aloud = Aloud(root, self.guarded(self.heard))
        self.places = Places()
        self.going = None

    def mount(self):
        self.root.parentNode.setAttribute("data-here", "")
        Widget.mount(self)
        self.aloud.listen(self)
        self.listen(self.root, "change", self.changed)
        self.listen(self.root, "submit", self.submitted)
        for name in HANDS:
            self.listen(document, name, self.stirred)
        for name in MOVES:
            self.listen(document, name, self.moved)
        self.listen(document, "visibilitychange", self.woke)
        self.listen(window, "pageshow", self.woke)
        self.listen(window, "pagehide", self.left)
        self.listen(window, "popstate", self.went)
        self.listen(window, "beforeunload", self.warn)
        # Take over what was chosen before this script was ready.
        for chosen in self.root.querySelectorAll("input:checked"):
            self.model = self.core.update(
                self.content, self.model, ("answered", chosen.getAttribute("data-answer"), chosen.value)
            )
        if not self.core.is_untouched(self.model):
            self.draw_parts()
            self.restart_timers()

    def show(self):
        """Another question, the result, or the first again: what was being read stops, and the rest of the page makes room."""
        self.aloud.stop()
        self.stay()
        filled = self.sheet()
        self.places.follow(filled["at"] if filled is not None else 0)
        self.make_room(filled)

    def sheet(self):
        """The model of the sheet that is being filled in, or None."""
        return self.model

    def make_room(self, filled):
        """While somebody fills in there is nothing around the question but the bar on top (widgets.css). At the first question
        the page is still there, below; it goes with that question, so that nothing moves under a finger."""
        whole = document.documentElement
        if filled is None:
            whole.removeAttribute("data-asking")
        else:
            whole.setAttribute("data-asking", "begin" if self.core.is_untouched(self.model) else "on")

    def draw(self):
        """The question, and next to it what the page holds now."""
        fresh = self.drawn()
        self.put(fresh, "[data-body]")
        self.put(fresh, '[data-part="look"]')
        self.drew.restart()
        self.show()

    def draw_parts(self):
        Widget.draw_parts(self)
        self.drew.restart()

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
            self.stay()
            if press.by_finger() and self.sheet()["at"] < len(sheet.places(self.content)) - 1:
                self.going = window.setTimeout(self.guarded(self.go_on), GOING_ON)

    def go_on(self):
        """A tap on an answer is enough: whoever uses keys goes on with the button."""
        self.send(("went-on",))

    def stay(self):
        if self.going is not None:
            window.clearTimeout(self.going)
            self.going = None

    def went(self, event):
        """Back of the browser: the question before, with its answer; from the first question the page before."""
        filled, back = self.sheet(), self.places.came(event)
        at = filled["at"] if filled is not None else 0
        if back and not at:
            self.places.leave()
        elif back:
            for _ in range(min(back, at)):
                self.send(("went-back",))
            self.places.rest()

    def warn(self, event):
        """Ask before answers are lost. Chrome and Edge before 119 only ask for the second."""
        if not self.core.is_untouched(self.model):
            event.preventDefault()
            event.returnValue = "unsaved"

    def steps_back(self):
        """How many entries of the history lie before the questions (widgets/page.py)."""
        return self.places.behind()

    def submitted(self, event):
        event.preventDefault()

    def moved(self, event):
        """Something moved on the page; somebody did that, unless the page did it."""
        if self.drew.passed() > OWN_MOVES:
            self.stirred(event)

    def heard(self):
        """Reading aloud began or ended."""
        if not self.core.is_untouched(self.model):
            self.stirred(None)
            self.restart_timers()

    def stirred(self, event):
        if self.woke():
            return
        if self.core.is_idle(self.model):
            self.model = self.core.update(self.content, self.model, ("stirred",))
            self.draw_parts()
            self.restart_timers()
        elif self.alive.passed() > 1000:
            self.restart_timers()

    def woke(self, *event):
        """Wipe when the time is over by the clock: timers stand still while a device sleeps. True when wiped."""
        late = self.alive.passed() > self.idle_seconds()[1] * 1000
        if late and not self.core.is_untouched(self.model) and not self.aloud.is_reading():
            self.timed_out()
            return True
        return False

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.clear_timers()
        self.model = self.core.init(self.content)
        self.draw()

    def give_up(self):
        self.clear_timers()
        self.stay()
        document.documentElement.removeAttribute("data-asking")
        self.aloud.stop()
        Widget.give_up(self)

    def idle_seconds(self):
        """(seconds until the question whether somebody is there, until wiping): longer while there is much to read."""
        result = self.root.querySelector(".thermometer-result")
        return sheet.idle_seconds(len(result.textContent.split()) if result else 0)

    def restart_timers(self):
        self.clear_timers()
        self.alive.restart()
        if not self.core.is_untouched(self.model):
            warning, wipe = self.idle_seconds()
            self.timers = [
                window.setTimeout(self.guarded(self.idled), warning * 1000),
                window.setTimeout(self.guarded(self.timed_out), wipe * 1000),
            ]

    def clear_timers(self):
        for running in self.timers:
            window.clearTimeout(running)
        self.timers = []

    def idled(self):
        """Who is being read to is there, and has no hands on the device."""
        if self.aloud.is_reading():
            self.restart_timers()
            return
        self.model = self.core.update(self.content, self.model, ("idled",))
        self.draw_parts()

    def timed_out(self):
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("timed-out",))
        held_focus = self.root.contains(document.activeElement)
        self.draw()
        if held_focus:
            self.focus()
