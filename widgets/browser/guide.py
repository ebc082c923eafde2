"""The guide on the page, with the case that is led with it."""
from browser import document, window
from javascript import JSON

from widgets.browser.base import Widget, clock, nearest
from widgets.browser.effects import LINK_MARK
from widgets.browser.files import parsed, random_name, read_file
from widgets.core import case, guide

NO_MARKS = {"here": "", "walked": [], "exits": []}


class GuideWidget(Widget):
    """The guide also shows where you are in the list of steps and in the picture. It forgets when the page is left."""

    def __init__(self, root, core):
        Widget.__init__(self, root, core)
        self.marks = dict(NO_MARKS)

    def mount(self):
        Widget.mount(self)
        if self.content["calendar"] is None:
            return
        self.leaving = False
        self.begin_day()
        self.listen(self.root, "change", self.changed)
        self.listen(window, "pagehide", self.left)
        self.listen(window, "pageshow", self.returned)
        self.listen(window, "hashchange", self.open_link)
        self.listen(window, "beforeunload", self.warn)
        self.listen(document, "click", self.leave_quickly)
        self.open_link()

    def begin_day(self):
        self.model = self.core.update(self.content, self.model, ("day-began", clock()["today"], random_name()))

    def send(self, message):
        if message[0] == "talk-opened" and "talks" not in self.content:
            self.content["talks"] = JSON.parse(self.root.getAttribute("data-talks"))
        Widget.send(self, message)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            self.open_file(event.target)
        else:
            self.filled(event)

    def open_file(self, control):
        chosen = control.files.item(0)
        if not chosen:
            return
        read_file(chosen, self.guarded(lambda data: self.send(("file-opened", data))))

    def open_link(self, *event):
        """A case in the address: take it over, and take it out of the address."""
        fragment = window.location.hash
        if not fragment.startswith(LINK_MARK):
            return
        window.history.replaceState(0, "", window.location.href.split("#")[0])
        self.send(("file-opened", parsed(decoded(fragment[len(LINK_MARK):]))))

    def leave_quickly(self, event):
        self.leaving = self.leaving or nearest(event.target, "[data-leave]") is not None

    def warn(self, event):
        """Ask before a case that was not kept is lost, but never when somebody leaves quickly."""
        if self.model["unsaved"] and case.has_case(self.model) and not self.leaving:
            event.preventDefault()

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.draw()

    def returned(self, event):
        """Back on the page from memory: empty, on the day of today."""
        if event.persisted:
            self.leaving = False
            self.begin_day()

    def show(self):
        self.mark(guide.marks(self.content, self.model))

    def fail(self, error):
        Widget.fail(self, error)
        self.mark(NO_MARKS)

    def mark(self, marks):
        """Show the place in the list and the picture. Only what is other than before is touched: there are hundreds of nodes."""
        before = self.marks
        self.marks = marks
        if marks["here"] != before["here"]:
            for node in steps_on_page(before["here"]):
                node.classList.remove("is-here")
                node.removeAttribute("aria-current")
            for node in steps_on_page(marks["here"]):
                node.classList.add("is-here")
                node.setAttribute("aria-current", "step")
        for step in before["walked"]:
            if step not in marks["walked"]:
                for node in steps_on_page(step):
                    node.classList.remove("is-walked")
        for step in marks["walked"]:
            if step not in before["walked"]:
                for node in steps_on_page(step):
                    node.classList.add("is-walked")
        for name in before["exits"]:
            if name not in marks["exits"]:
                for edge in edges_on_page(name):
                    edge.classList.remove("is-walked")
        for name in marks["exits"]:
            if name not in before["exits"]:
                for edge in edges_on_page(name):
                    edge.classList.add("is-walked")


def steps_on_page(step):
    """The nodes in the list and the picture that stand for a step; none for ""."""
    return document.querySelectorAll('[data-step="' + step + '"]') if step else []


def edges_on_page(name):
    """The lines in the picture for an exit: "step/exit key"."""
    step, key = name.split("/")
    return document.querySelectorAll('[data-from="' + step + '"][data-exit="' + key + '"]')


def decoded(text):
    """Text from an address, or "" when it is damaged."""
    try:
        return window.decodeURIComponent(text)
    except Exception:
        return ""
