"""The companion of a conversation on the page."""

from browser import window

from widgets.browser.kept import KeptWidget


class TalkWidget(KeptWidget):
    """The companion also takes ticks, those included that were set before this script was ready, and forgets them."""

    def mount(self):
        KeptWidget.mount(self)
        self.listen(self.root, "change", self.filled)
        self.listen(window, "pagehide", self.left)
        self.guard_leaving()
        for ticked in self.root.querySelectorAll("input:checked"):
            message = tuple(ticked.getAttribute("data-field").split(" ")) + ("ja",)
            self.model = self.core.update(self.content, self.model, message)
        self.draw_parts()

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.draw()
