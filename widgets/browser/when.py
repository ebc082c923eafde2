"""The days of “Wat gebeurt er wanneer?” on the page."""

from browser import window

from widgets.browser.base import Widget, value_of


class WhenWidget(Widget):
    """Takes the day that somebody chooses, also one chosen before this script was ready, and forgets it."""

    def mount(self):
        Widget.mount(self)
        self.listen(self.root, "change", self.filled)
        self.listen(window, "pagehide", self.left)
        field = self.root.querySelector("[data-field]")
        if value_of(field):
            self.model = self.core.update(self.content, self.model, ("told", value_of(field)))
            self.draw_parts()

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.root.querySelector("[data-field]").value = ""
        self.draw_parts()
