"""The ballot box on the page."""
from browser import document, window

from widgets.browser.base import clock, nearest
from widgets.browser.files import random_name, read_files
from widgets.browser.thermometer import ThermometerWidget

SESSIONS = 32768


class BallotWidget(ThermometerWidget):
    """A thermometer that many fill in, one after another: names of fields, the screen, files and leaving."""

    def mount(self):
        ThermometerWidget.mount(self)
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
        ThermometerWidget.send(self, message)
        if message[0] == "box-opened" and self.model["box"] is not None:
            self.fill_screen()

    def clicked(self, event):
        if nearest(event.target, "[data-full]") is not None:
            self.switch_screen()
        else:
            ThermometerWidget.clicked(self, event)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            read_files(event.target.files, self.guarded(lambda found: self.send(("files-opened", found))))
        elif event.target.hasAttribute("data-field"):
            self.filled(event)
        else:
            ThermometerWidget.changed(self, event)

    def submitted(self, event):
        """Enter in a field: a code goes into the box at once, and the field is empty again."""
        event.preventDefault()
        typed = event.target.querySelector("[data-code]")
        if typed and typed.value.strip():
            self.send(("code-entered", typed.value))

    def warn(self, event):
        """Ask before a box that was not kept is lost."""
        if self.model["unsaved"]:
            event.preventDefault()

    def left(self, event):
        """Leaving the page: the sheet of a pupil is gone. An open box may come back by the Back button, as a count only."""
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("left",))
        self.draw()

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
