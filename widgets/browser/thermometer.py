"""The thermometer on the page."""
from browser import window

from widgets.browser.sheet import SheetWidget
from widgets.core.html import to_html
from widgets.core.join import code_view


class ThermometerWidget(SheetWidget):
    """A sheet with the own result at the end, and a code of it for a pupil who asks."""

    def submitted(self, event):
        SheetWidget.submitted(self, event)
        if event.target.hasAttribute("data-join"):
            shown = code_view(self.content, self.model["answers"], event.target.querySelector("input").value, random_number())
            self.root.querySelector("[data-joined]").innerHTML = to_html(shown)
            self.restart_timers()


def random_number():
    """A random number of twenty bits."""
    numbers = window.Uint32Array.new(1)
    window.crypto.getRandomValues(numbers)
    return int(numbers[0]) % 1048576
