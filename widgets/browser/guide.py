"""The guide on the page, with the case that is led with it."""

from browser import document, window
from javascript import JSON

from widgets.browser.base import nearest, value_of
from widgets.browser.effects import LINK_MARK, REFUSED, went
from widgets.browser.files import parsed, random_name, read_file
from widgets.browser.kept import KeptWidget
from widgets.core import guide_map

STILL_IN_ADDRESS = (
    "Je browser laat de zaak in het adres van deze pagina staan. Deel dat adres met niemand, en sluit de pagina als je "
    "klaar bent."
)
# What looks ahead on the map when somebody is about to choose it.
CHOICES = ".answer, .map-way"


class GuideWidget(KeptWidget):
    """The guide with the map in it: the step stands under its station, and the map shows the way. It forgets when the page is
    left."""

    def __init__(self, root, core):
        KeptWidget.__init__(self, root, core)
        self.marks = {}
        self.map = root.querySelector("[data-map]")
        self.stage = None

    def mount(self):
        KeptWidget.mount(self)
        for name in ("mouseover", "focusin"):
            self.listen(self.root, name, self.looked_ahead)
        self.listen(window, "hashchange", self.open_station)
        self.open_station()
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

    def put(self, fresh, selector):
        """The map stays what it is, with the new step under its station."""
        place = fresh.querySelector("[data-map]")
        if place:
            for old in self.map.querySelectorAll(".guide-step"):
                old.remove()
            place.replaceWith(self.map)
        KeptWidget.put(self, fresh, selector)

    def open_station(self, *event):
        """A station in the address, or one that a link on the page leads to: its step."""
        mark, _, step = window.location.hash.partition("-")
        if mark == "#stap" and self.map.querySelector(station_of(step)):
            self.send(("looked", step))

    def looked_ahead(self, event):
        """Over a choice: the station where it leads."""
        for node in self.map.querySelectorAll(".is-ahead"):
            node.classList.remove("is-ahead")
        choice = nearest(event.target, CHOICES)
        if choice is not None:
            step = choice.getAttribute("data-to") or choice.getAttribute("href").partition("-")[2]
            self.map.querySelector(station_of(step)).classList.add("is-ahead")

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
        self.mark(guide_map.marks(self.content, self.model))

    def fail(self, error):
        KeptWidget.fail(self, error)
        self.mark([])

    def mark(self, marks):
        """Show the place on the map. Only what is other than before is touched: there are hundreds of nodes."""
        fresh = {}
        for key in marks:
            fresh[key] = True
            if key not in self.marks:
                self.toggle(key, True)
        for key in self.marks:
            if key not in fresh:
                self.toggle(key, False)
        self.marks = fresh
        for node in self.map.querySelectorAll("[aria-current=step]"):
            node.removeAttribute("aria-current")
        for node in self.map.querySelectorAll(".is-here"):
            node.setAttribute("aria-current", "step")
            step = self.root.querySelector(".guide-step")
            if step and not step.isSameNode(node.nextElementSibling):
                node.insertAdjacentElement("afterend", step)
            # Its stage is unfolded; that of the station before folds again.
            stage = nearest(node, "details")
            if self.stage is not None:
                self.stage.open = False
            self.stage = stage
            if stage is not None:
                stage.open = True

    def toggle(self, key, on):
        """Give what a mark names its class, or take that away."""
        style, name = key.split(" ")
        step, *way = name.split("/")
        place = '[data-from="' + step + '"][data-exit="' + way[0] + '"]' if way else station_of(step)
        for node in self.map.querySelectorAll(place):
            node.classList.toggle(style, on)


def station_of(step):
    """A selector for the station of a step on the map."""
    return '[data-step="' + step + '"]'


def decoded(text):
    """Text from an address, or "" when it is damaged."""
    try:
        return window.decodeURIComponent(text)
    except Exception:
        return ""
