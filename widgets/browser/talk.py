"""The companion of a conversation on the page."""

from browser import window

from widgets.browser.base import value_of
from widgets.browser.kept import KeptWidget


class TalkWidget(KeptWidget):
    """The companion also takes ticks and a few words, those included of before this script was ready, and forgets them."""

    def mount(self):
        KeptWidget.mount(self)
        self.listen(self.root, "change", self.filled)
        self.listen(window, "pagehide", self.left)
        self.guard_leaving()
        for ticked in self.root.querySelectorAll("input:checked"):
            message = tuple(ticked.getAttribute("data-field").split(" ")) + ("ja",)
            self.model = self.core.update(self.content, self.model, message)
        for written in self.root.querySelectorAll("input[type=text]"):
            message = tuple(written.getAttribute("data-field").split(" ")) + (value_of(written),)
            self.model = self.core.update(self.content, self.model, message)
        self.draw_parts()

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.draw()
