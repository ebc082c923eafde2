"""The guide on the page."""
from browser import document

from widgets.browser.base import Widget
from widgets.core import guide


class GuideWidget(Widget):
    """The guide also shows where you are in the list of steps and in the picture."""

    def show(self):
        self.mark(guide.marks(self.content, self.model))

    def fail(self, error):
        Widget.fail(self, error)
        self.mark({"here": "", "walked": [], "exits": []})

    def mark(self, marks):
        for node in document.querySelectorAll("[data-step]"):
            step = node.getAttribute("data-step")
            node.classList.toggle("is-here", step == marks["here"])
            node.classList.toggle("is-walked", step in marks["walked"])
            if step == marks["here"]:
                node.setAttribute("aria-current", "step")
            else:
                node.removeAttribute("aria-current")
        for edge in document.querySelectorAll("[data-exit]"):
            name = edge.getAttribute("data-from") + "/" + edge.getAttribute("data-exit")
            edge.classList.toggle("is-walked", name in marks["exits"])
