"""The reports of groups and years on the page."""
from browser import window

from widgets.browser.base import Widget
from widgets.browser.files import read_files


class ReportsWidget(Widget):
    """Opens files, keeps nothing, and is empty again when the page is left."""

    def mount(self):
        Widget.mount(self)
        self.listen(self.root, "change", self.changed)
        self.listen(window, "pagehide", self.left)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            read_files(event.target.files, self.guarded(lambda found: self.send(("files-opened", found))))
        else:
            self.filled(event)

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.draw()
