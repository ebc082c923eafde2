"""The thermometer on the page."""
from widgets.browser.files import random_below
from widgets.browser.sheet import SheetWidget
from widgets.core.code import NONCES
from widgets.core.html import to_html
from widgets.core.join import code_view


class ThermometerWidget(SheetWidget):
    """A sheet with the own result at the end, and a code of it for a pupil who asks."""

    def submitted(self, event):
        SheetWidget.submitted(self, event)
        if event.target.hasAttribute("data-join"):
            shown = code_view(self.content, self.model["answers"], event.target.querySelector("input").value,
                              random_below(NONCES))
            self.root.querySelector("[data-joined]").innerHTML = to_html(shown)
            self.restart_timers()
