"""The reports of groups and years on the page."""

from browser import window

from widgets.browser.files import read_files
from widgets.browser.kept import KeptWidget

PART = 20  # files: on a slow device a tenth of a second


class ReportsWidget(KeptWidget):
    """Opens files, keeps nothing, and is empty again when the page is left."""

    def mount(self):
        # Choices of files that wait until an earlier one is read, and how often the page was emptied.
        self.waiting = []
        self.turn = 0
        KeptWidget.mount(self)
        self.listen(self.root, "change", self.changed)
        self.listen(window, "pagehide", self.left)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            control, turn = event.target, self.turn
            read_files(
                control.files,
                self.guarded(lambda found: self.arrived(turn, found)),
                self.guarded(lambda sentence: self.refused(control, sentence)),
            )
        else:
            self.filled(event)

    def send(self, message):
        if message[0] == "cleared":
            self.forget()
        KeptWidget.send(self, message)

    def arrived(self, turn, files):
        """Files were read. A second choice waits for the first: every file is used."""
        if turn != self.turn:  # somebody cleared the page, or left it
            return
        self.waiting.append(files)
        if len(self.waiting) == 1:
            self.opened(turn, 0)

    def opened(self, turn, done):
        """Hand over many files in parts, so that the page stays quick and says how far it is."""
        if turn != self.turn:
            return
        files = self.waiting[0]
        following = done + PART
        if following >= len(files):
            self.send(("files-opened", files[done:]))
            self.waiting.pop(0)
            if self.waiting:
                self.opened(turn, 0)
            return
        self.model = self.core.update(self.content, self.model, ("files-read", files[done:following], len(files)))
        self.say(self.model["news"])
        window.setTimeout(self.guarded(lambda: self.opened(turn, following)), 0)

    def forget(self):
        self.waiting = []
        self.turn = self.turn + 1

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.forget()
        self.model = self.core.init(self.content)
        self.draw()
