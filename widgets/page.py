"""The only module that touches the browser: finds widgets, draws them and listens.

Message -> update -> view -> draw -> focus. The page already holds the first view, so mounting only
listens. A widget that fails puts back the readable page it started from; the others go on.
"""
from browser import console, document, window
from javascript import JSON

from widgets.core import guide, thermometer
from widgets.core.html import to_html

CORES = {"guide": guide, "thermometer": thermometer}


class Widget:
    """One mounted widget."""

    def __init__(self, root, core):
        self.root = root
        self.core = core
        self.content = JSON.parse(root.getAttribute("data-content"))
        self.model = core.init(self.content)
        self.first_html = root.innerHTML
        self.timers = []
        self.waits = core is thermometer

    def mount(self):
        self.root.addEventListener("click", self.guarded(self.clicked))
        self.root.addEventListener("change", self.guarded(self.changed))
        self.root.addEventListener("submit", self.guarded(self.submitted))
        if self.waits:
            for name in ("keydown", "pointerdown"):
                document.addEventListener(name, self.guarded(self.stirred))
            self.adopt_checked()
        window.addEventListener("pagehide", self.guarded(self.left))
        self.root.setAttribute("data-ready", "")
        self.show_marks()

    def guarded(self, handler):
        """A listener that, when `handler` fails, restores the static page and reports on the console."""
        def listener(event):
            try:
                handler(event)
            except Exception as error:
                self.fail(error)
        return listener

    def fail(self, error):
        self.clear_timers()
        self.root.innerHTML = self.first_html
        self.root.removeAttribute("data-ready")
        self.root.setAttribute("data-failed", "")
        console.error("Widget " + self.root.getAttribute("data-widget") + " stopped: "
                      + type(error).__name__ + ": " + str(error))

    # ---- what happened ----

    def clicked(self, event):
        target = nearest(event.target, "[data-message], [data-print]")
        if target is None or self.root.hasAttribute("data-failed"):
            return
        if target.hasAttribute("data-print"):
            window.print()
        elif target.hasAttribute("data-message"):
            event.preventDefault()
            self.send(tuple(target.getAttribute("data-message").split(" ")))

    def changed(self, event):
        item = event.target.getAttribute("data-answer")
        if item:
            self.model = self.core.update(self.content, self.model, ("answered", item, event.target.value))
            self.draw_parts()
            self.restart_timers()

    def submitted(self, event):
        event.preventDefault()

    def stirred(self, event):
        if self.model["idle"]:
            self.model = self.core.update(self.content, self.model, ("stirred",))
            self.draw_parts()
        self.restart_timers()

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        if self.waits:
            self.clear_timers()
            self.model = self.core.init(self.content)
            self.draw()

    def send(self, message):
        self.model = self.core.update(self.content, self.model, message)
        self.draw()
        self.focus()
        if self.waits:
            self.restart_timers()

    # ---- drawing ----

    def draw(self):
        self.root.innerHTML = to_html(self.core.view(self.content, self.model))
        self.show_marks()

    def draw_parts(self):
        """Redraw only what changed, never the control under somebody's hands."""
        fresh = document.createElement("div")
        fresh.innerHTML = to_html(self.core.view(self.content, self.model))
        for part in fresh.querySelectorAll("[data-part]"):
            old = self.root.querySelector('[data-part="' + part.getAttribute("data-part") + '"]')
            if old and old.innerHTML != part.innerHTML and not old.contains(document.activeElement):
                old.innerHTML = part.innerHTML

    def focus(self):
        target = self.root.querySelector("[data-focus]")
        if target:
            target.focus()

    def show_marks(self):
        """You are here: in the list of steps and in the picture."""
        if self.core is not guide:
            return
        marks = guide.marks(self.content, self.model)
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

    # ---- idle ----

    def adopt_checked(self):
        """Take over what was chosen before this script was ready."""
        for chosen in self.root.querySelectorAll("input:checked"):
            self.model = self.core.update(self.content, self.model,
                                          ("answered", chosen.getAttribute("data-answer"), chosen.value))
        if not thermometer.is_untouched(self.model):
            self.draw_parts()
            self.restart_timers()

    def restart_timers(self):
        self.clear_timers()
        if not thermometer.is_untouched(self.model):
            self.timers = [window.setTimeout(self.idled, thermometer.IDLE_WARNING_SECONDS * 1000),
                           window.setTimeout(self.timed_out, thermometer.IDLE_WIPE_SECONDS * 1000)]

    def clear_timers(self):
        for running in self.timers:
            window.clearTimeout(running)
        self.timers = []

    def idled(self):
        self.model = self.core.update(self.content, self.model, ("idled",))
        self.draw_parts()

    def timed_out(self):
        self.clear_timers()
        self.model = self.core.update(self.content, self.model, ("timed-out",))
        self.draw()


def nearest(node, selector):
    """The element itself or the nearest one around it that fits the selector, or None."""
    try:
        return node.closest(selector)
    except KeyError:    # how Brython says that there is none
        return None


def leave(event):
    """Leave quickly: replace this page, so that Back does not lead to it."""
    target = nearest(event.target, "[data-leave]")
    if target is not None:
        event.preventDefault()
        window.location.replace(target.getAttribute("href"))


def start():
    for root in document.querySelectorAll("[data-widget]"):
        try:
            Widget(root, CORES[root.getAttribute("data-widget")]).mount()
        except Exception as error:
            console.error("Widget " + str(root.getAttribute("data-widget")) + " did not start: "
                          + type(error).__name__ + ": " + str(error))
    document.addEventListener("click", leave)


start()
