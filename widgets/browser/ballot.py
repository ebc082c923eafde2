"""The ballot box on the page."""

from browser import document, window
from javascript import JSON

from widgets.browser import press
from widgets.browser.base import clock, nearest
from widgets.browser.effects import bring_up, drop_focus, give_focus
from widgets.browser.files import random_below, random_name
from widgets.browser.scan import Scanner
from widgets.browser.sheet import SheetWidget
from widgets.core import ballot
from widgets.core.code import SESSIONS
from widgets.core.html import to_html


class BallotWidget(SheetWidget):
    """A sheet that many fill in, one after another: names of fields, the screen, camera, files and leaving."""

    def __init__(self, root, core):
        SheetWidget.__init__(self, root, core)
        self.scanner = None
        self.waiting = None
        # The last model that could be drawn.
        self.good = None

    def mount(self):
        place = self.root.querySelector("[data-camera]")
        self.scanner = Scanner(
            place.querySelector("video"),
            self.guarded(self.code_came),
            self.guarded(self.camera_failed),
            self.guarded(self.cameras_known),
        )
        SheetWidget.mount(self)
        self.begin_day()
        # Take over what was filled in before this script was ready.
        for control in self.root.querySelectorAll("[data-field]"):
            if control.value:
                self.model = self.core.update(
                    self.content, self.model, tuple(control.getAttribute("data-field").split(" ")) + (control.value,)
                )
        self.listen(self.root, "input", self.filled)
        self.listen(window, "pageshow", self.begin_day)
        self.listen(window, "focus", self.begin_day)
        self.listen(document, "visibilitychange", self.begin_day)
        self.listen(document, "fullscreenchange", self.screen_switched)

    def begin_day(self, *event):
        """Ask the device which day it is: a page may stay open for days, and a clock may be set."""
        today = clock()["today"]
        if today == self.model["today"]:
            return
        self.model = self.core.update(self.content, self.model, ("day-began", today))
        in_months = self.root.querySelector('[data-part="month"] :focus')
        if in_months:
            drop_focus(in_months)  # or the months are not drawn again
        self.draw_parts()
        if in_months:
            give_focus(self.root.querySelector('[data-part="month"] select'))

    def draw_parts(self):
        SheetWidget.draw_parts(self)
        self.good = self.model

    def meet_day(self):
        self.begin_day()

    def send(self, message):
        """The core knows no chance: names and numbers that mean nothing come from here."""
        if message[0] == "box-opened":
            message = ("box-opened", random_name(), random_below(SESSIONS))
        elif message[0] == "pupil-began":
            message = ("pupil-began", random_name())
        SheetWidget.send(self, message)
        if message[0] == "box-opened" and self.model["box"] is not None:
            self.fill_screen()
        elif message[0] in ("closed", "emptied") and fills_screen():
            quietly(lambda: document.exitFullscreen())  # on paper a full screen is one sheet, and the rest is lost

    def sheet(self):
        return self.model["sheet"]

    def make_room(self, filled):
        """A box is a page of its own as long as it is open or holds a sheet: nothing around it."""
        whole = document.documentElement
        if self.model["box"] is not None and self.model["box"]["state"] == "open":
            whole.setAttribute("data-asking", "on")
        else:
            whole.removeAttribute("data-asking")

    def show(self):
        """The camera and the time of waiting follow the model, whatever changed it."""
        SheetWidget.show(self)
        self.good = self.model
        self.root.querySelector("[data-camera]").hidden = not self.model["camera"]
        for button in self.root.querySelectorAll("[data-full]"):
            button.hidden = not can_fill_screen(self.root)
        if self.model["camera"] != self.scanner.wanted:
            if self.model["camera"]:
                self.scanner.start()
            else:
                self.scanner.stop()
        if self.waiting is not None:
            window.clearTimeout(self.waiting)
            self.waiting = None
        if self.model["asking"] == "waiting":
            self.waiting = window.setTimeout(self.guarded(self.waited), ballot.WAIT_SECONDS * 1000)

    def waited(self):
        self.send(("waited",))

    def focus(self):
        """What the camera sees stays in sight."""
        SheetWidget.focus(self)
        if self.model["camera"]:
            bring_up(self.root.querySelector(".ballot"))

    def clicked(self, event):
        if nearest(event.target, "[data-full]") is not None:
            self.switch_screen()
        elif nearest(event.target, "[data-other-camera]") is not None:
            self.scanner.switch()
        else:
            SheetWidget.clicked(self, event)

    def changed(self, event):
        if event.target.hasAttribute("data-field"):
            self.filled(event)
        else:
            SheetWidget.changed(self, event)

    def submitted(self, event):
        """Enter in a field does what the button of its form does."""
        SheetWidget.submitted(self, event)
        name = event.target.getAttribute("data-submit")
        typed = event.target.querySelector("input")
        if name == "code-entered":
            if typed.value.strip():
                self.code_came(typed.value)
        elif name == "unlocked":
            self.send((name, typed.value))
        elif name:
            self.send((name,))

    def code_came(self, text):
        """Only the count, what is said and the field change: the camera goes on, and whoever types can go on.

        An emptied field still gives back by undo what was in it, so the next code is typed in another element.
        """
        self.model = self.core.update(self.content, self.model, ("code-entered", text))
        self.draw_parts()
        old = self.root.querySelector("[data-code]")
        new = self.drawn().querySelector("[data-code]")
        typing = old.contains(document.activeElement)
        old.replaceWith(new)
        if typing:
            give_focus(new.querySelector("input"))

    def camera_failed(self, sentence):
        self.send(("camera-failed", sentence))

    def cameras_known(self, count):
        self.root.querySelector("[data-other-camera]").hidden = count < 2

    def warn(self, event):
        """Ask before a box that was not kept is lost. Chrome and Edge before 119 only ask for the second."""
        if self.model["unsaved"]:
            event.preventDefault()
            event.returnValue = "unsaved"

    def left(self, event):
        """Leaving the page: the sheet of a pupil is gone. An open box may come back by the Back button, as a count only."""
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("left",))
        self.draw()

    def recover(self, error, before):
        """A box is never dropped for an error: it goes on from what is right, and only the sheet of one pupil is wiped."""
        if self.model is None or self.model["box"] is None:
            SheetWidget.recover(self, error, before)
            return
        self.report(error, "went on after")
        self.clear_timers()
        for model in (self.model, self.good):
            try:
                self.scanner.stop()
                self.model = self.core.after_error(self.content, model)
                self.draw()
                return
            except Exception:  # this one can not be drawn either
                pass
        rescue = self.core.rescue(self.content, self.good)
        self.give_up()
        self.offer(rescue)

    def give_up(self):
        self.scanner.stop()
        SheetWidget.give_up(self)

    def offer(self, rescue):
        """Above the page as it began: what can still be kept of the box."""
        notice = document.createElement("div")
        notice.innerHTML = to_html(rescue["view"])
        self.root.prepend(notice)
        if rescue["file"] is not None:
            link = notice.querySelector("a")
            file = window.Blob.new([JSON.stringify(rescue["file"])], {"type": "application/json"})
            link.href = window.URL.createObjectURL(file)

    def fill_screen(self):
        """Only the box on the screen. A browser may refuse; the box works just as well without."""
        if can_fill_screen(self.root) and not fills_screen():
            quietly(lambda: self.root.requestFullscreen())

    def switch_screen(self):
        if fills_screen():
            quietly(lambda: document.exitFullscreen())
        else:
            self.fill_screen()

    def screen_switched(self, event):
        """Everything stands somewhere else now."""
        press.drawn(self.root)
        press.hold(self.root)


def can_fill_screen(root):
    """Not on an iPhone. Elsewhere a browser may still refuse."""
    return hasattr(root, "requestFullscreen")


def fills_screen():
    try:
        return bool(getattr(document, "fullscreenElement", None))
    except Exception:  # it may not even be asked
        return False


def quietly(ask):
    """Ask the browser for something that it may refuse, in whatever way it does that."""
    try:
        answer = ask()
        if hasattr(answer, "catch"):
            answer.catch(lambda reason: None)
    except Exception:  # refused at once
        pass
