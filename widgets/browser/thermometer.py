"""The thermometer on the page."""

from widgets.browser.files import random_below
from widgets.browser.sheet import SheetWidget
from widgets.core.code import NONCES
from widgets.core.html import to_html
from widgets.core.join import code_view


class ThermometerWidget(SheetWidget):
    """A sheet with the own result at the end, and a code of it for a pupil who asks: one sheet is one vote."""

    def __init__(self, root, core):
        SheetWidget.__init__(self, root, core)
        self.nonce = None

    def draw(self):
        """Another pupil, or the same one from the beginning, is another sheet."""
        SheetWidget.draw(self)
        if self.core.is_untouched(self.model):
            self.nonce = None

    def submitted(self, event):
        SheetWidget.submitted(self, event)
        if event.target.hasAttribute("data-join"):
            if self.nonce is None:
                self.nonce = random_below(NONCES)
            shown = code_view(self.content, self.model["answers"], event.target.querySelector("input").value, self.nonce)
            self.root.querySelector("[data-joined]").innerHTML = to_html(shown)
            self.restart_timers()
