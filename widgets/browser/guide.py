"""The guide on the page, with the case that is led with it."""

from browser import document, window
from javascript import JSON

from widgets.browser.base import nearest, value_of
from widgets.browser.effects import LINK_MARK, REFUSED, went
from widgets.browser.files import parsed, random_name, read_file
from widgets.browser.kept import KeptWidget
from widgets.core import guide

STILL_IN_ADDRESS = (
    "Je browser laat de zaak in het adres van deze pagina staan. Deel dat adres met niemand, en sluit de pagina als je "
    "klaar bent."
)
NO_MARKS = {"here": "", "walked": [], "exits": []}


class GuideWidget(KeptWidget):
    """The guide also shows where you are in the list of steps and in the picture. It forgets when the page is left."""

    def __init__(self, root, core):
        KeptWidget.__init__(self, root, core)
        self.marks = dict(NO_MARKS)

    def mount(self):
        KeptWidget.mount(self)
        if self.content["calendar"] is None:
            return
        self.turn = 0
        self.follow_days()
        self.listen(self.root, "change", self.changed)
        self.listen(self.root, "focusout", self.left_field)
        self.listen(window, "pagehide", self.left)
        self.listen(window, "hashchange", self.open_link)
        self.guard_leaving()
        self.listen(document, "click", self.keep_beside)
        # Take over what was filled in before this script was ready.
        before = self.model
        self.take_dates()
        if self.model is not before:
            self.draw_parts()
        self.open_link()

    def day_message(self, today):
        return ("day-began", today, random_name()) if self.content["calendar"] is not None else None

    def take_dates(self):
        """What stands in the date fields now. A browser does not tell of a date that is filled in for a part."""
        for control in self.root.querySelectorAll("[type=date][data-field]"):
            message = tuple(control.getAttribute("data-field").split(" ")) + (value_of(control),)
            self.model = self.core.update(self.content, self.model, message)

    def left_field(self, event):
        if event.target.hasAttribute("data-field") and event.target.type == "date":
            self.filled(event)

    def send(self, message):
        if message[0] == "answered":
            self.take_dates()
        if message[0] == "talk-opened" and "talks" not in self.content:
            self.content["talks"] = JSON.parse(self.root.getAttribute("data-talks"))
        KeptWidget.send(self, message)

    def clicked(self, event):
        """Without the script that holds the talks, the way to one is a plain link to its page."""
        opener = nearest(event.target, "a[data-message^=talk-opened]")
        if opener is None or "talks" in self.content or self.root.getAttribute("data-talks"):
            KeptWidget.clicked(self, event)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            self.open_file(event.target)
        else:
            self.filled(event)

    def open_file(self, control):
        chosen = control.files.item(0)
        if not chosen:
            return
        turn = self.turn
        read_file(
            chosen,
            self.guarded(lambda data: self.opened(turn, data)),
            self.guarded(lambda sentence: self.refused(control, sentence)),
        )

    def opened(self, turn, data):
        """A file was read. Not when somebody left the page while it was: then it stays empty."""
        if turn == self.turn:
            self.send(("file-opened", data))

    def open_link(self, *event):
        """A case in the address: take it over, and take it out of the address."""
        fragment = window.location.hash
        if not fragment.startswith(LINK_MARK):
            return
        self.take_dates()
        text = decoded(fragment[len(LINK_MARK) :])
        self.send(("link-opened", parsed(text) if text.startswith("{") else text))
        try:
            window.history.replaceState(0, "", window.location.href.split("#")[0])
        except Exception:
            self.say(STILL_IN_ADDRESS)
            self.tell(self.root.querySelector("[data-news]"), went(REFUSED, STILL_IN_ADDRESS), "")

    def keep_beside(self, event):
        """A link to another page opens beside a case that was not kept: not every browser asks before it is lost."""
        link = nearest(event.target, ".md-content a[href]")
        if (
            link is not None
            and not link.hasAttribute("data-leave")
            and not link.hasAttribute("download")
            and not link.target
            and link.protocol in ("http:", "https:", "file:")
            and link.href.split("#")[0] != window.location.href.split("#")[0]
            and self.core.would_lose(self.content, self.model)
        ):
            link.target = "_blank"
            link.rel = "noopener"
            window.setTimeout(lambda: link.removeAttribute("target"), 0)

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.turn = self.turn + 1
        self.model = self.core.init(self.content)
        self.day = ""
        self.draw()

    def show(self):
        self.mark(guide.marks(self.content, self.model))

    def fail(self, error):
        KeptWidget.fail(self, error)
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
