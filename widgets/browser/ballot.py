"""The ballot box on the page."""
from browser import document, window

from widgets.browser.base import clock, nearest
from widgets.browser.files import random_name, read_files
from widgets.browser.scan import Scanner
from widgets.browser.sheet import SheetWidget
from widgets.core import ballot

SESSIONS = 32768


class BallotWidget(SheetWidget):
    """A sheet that many fill in, one after another: names of fields, the screen, camera, files and leaving."""

    def __init__(self, root, core):
        SheetWidget.__init__(self, root, core)
        self.scanner = None
        self.waiting = None

    def mount(self):
        place = self.root.querySelector("[data-camera]")
        self.scanner = Scanner(place.querySelector("video"), self.guarded(self.code_came), self.guarded(self.camera_failed),
                               self.guarded(self.cameras_known))
        SheetWidget.mount(self)
        self.begin_day()
        self.listen(self.root, "input", self.filled)
        self.listen(window, "pageshow", self.returned)
        self.listen(window, "beforeunload", self.warn)

    def begin_day(self):
        self.model = self.core.update(self.content, self.model, ("day-began", clock()["today"]))
        self.draw()

    def send(self, message):
        """The core knows no chance: names and numbers that mean nothing come from here."""
        if message[0] == "box-opened":
            message = ("box-opened", random_name(), random_session())
        elif message[0] == "pupil-began":
            message = ("pupil-began", random_name())
        SheetWidget.send(self, message)
        if message[0] == "box-opened" and self.model["box"] is not None:
            self.fill_screen()

    def show(self):
        """The camera and the time of waiting follow the model, whatever changed it."""
        SheetWidget.show(self)
        self.root.querySelector("[data-camera]").hidden = not self.model["camera"]
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
        """A question to staff goes before the heading; what the camera sees stays in sight."""
        asked = self.root.querySelector("[data-asked]")
        if asked:
            asked.focus()
            return
        SheetWidget.focus(self)
        if self.model["camera"]:
            self.root.querySelector(".ballot").scrollIntoView()

    def clicked(self, event):
        if nearest(event.target, "[data-full]") is not None:
            self.switch_screen()
        elif nearest(event.target, "[data-other-camera]") is not None:
            self.scanner.switch()
        else:
            SheetWidget.clicked(self, event)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            read_files(event.target.files, self.guarded(lambda found: self.send(("files-opened", found))))
        elif event.target.hasAttribute("data-field"):
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
            typed.value = ""
        elif name == "unlocked":
            self.send((name, typed.value))
        elif name:
            self.send((name,))

    def code_came(self, text):
        """Only the count and what is said change: the camera goes on, and whoever types stays in the field."""
        self.model = self.core.update(self.content, self.model, ("code-entered", text))
        self.draw_parts()

    def camera_failed(self, sentence):
        self.send(("camera-failed", sentence))

    def cameras_known(self, count):
        self.root.querySelector("[data-other-camera]").hidden = count < 2

    def warn(self, event):
        """Ask before a box that was not kept is lost."""
        if self.model["unsaved"]:
            event.preventDefault()

    def left(self, event):
        """Leaving the page: the sheet of a pupil is gone. An open box may come back by the Back button, as a count only."""
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("left",))
        self.draw()

    def fail(self, error):
        self.scanner.stop()
        SheetWidget.fail(self, error)

    def returned(self, event):
        if event.persisted:
            self.begin_day()

    def fill_screen(self):
        """Only the box on the screen. A browser may refuse; the box works just as well without."""
        if hasattr(self.root, "requestFullscreen") and not document.fullscreenElement:
            self.root.requestFullscreen().catch(lambda reason: None)

    def switch_screen(self):
        if document.fullscreenElement:
            document.exitFullscreen()
        else:
            self.fill_screen()


def random_session():
    """A number that tells classes apart and says nothing."""
    numbers = window.Uint16Array.new(1)
    window.crypto.getRandomValues(numbers)
    return int(numbers[0]) % SESSIONS
