"""The reports of groups and years on the page."""
from browser import window

from widgets.browser.base import Widget
from widgets.browser.files import read_files

PART = 20   # files: on a slow device a tenth of a second


class ReportsWidget(Widget):
    """Opens files, keeps nothing, and is empty again when the page is left."""

    def mount(self):
        Widget.mount(self)
        self.listen(self.root, "change", self.changed)
        self.listen(window, "pagehide", self.left)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            read_files(event.target.files, self.guarded(lambda found: self.opened(found, 0)))
        else:
            self.filled(event)

    def opened(self, files, done):
        """Hand over many files in parts, so that the page stays quick and says how far it is."""
        if self.model["read"] != done:    # somebody cleared the page, or left it
            return
        following = done + PART
        if following >= len(files):
            self.send(("files-opened", files[done:]))
            return
        self.model = self.core.update(self.content, self.model, ("files-read", files[done:following], len(files)))
        self.say(self.model["news"])
        window.setTimeout(self.guarded(lambda: self.opened(files, following)), 0)

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.draw()
