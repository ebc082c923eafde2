"""The only module that touches the browser: finds widgets, draws them and listens.

Message -> update -> view -> draw -> focus. The page already holds the first view, so mounting only
listens. A widget that fails puts back the readable page it started from; the others go on.
"""
from browser import console, document, window
from javascript import JSON

from widgets.core import guide, thermometer
from widgets.core.html import to_html

CORES = {"guide": guide, "thermometer": thermometer}
SIGNS_OF_LIFE = ("keydown", "pointerdown", "wheel", "touchmove", "scroll")


class Widget:
    """One mounted widget."""

    def __init__(self, root, core):
        self.root = root
        self.core = core
        self.first_html = root.innerHTML
        self.failed = False
        self.content = None
        self.model = None

    def mount(self):
        """Take over the drawn page. Nothing is attached before the content is read and the first state is right."""
        self.content = JSON.parse(self.root.getAttribute("data-content"))
        self.model = self.core.init(self.content)
        self.show()
        self.listen(self.root, "click", self.clicked)
        self.root.setAttribute("data-ready", "")

    def listen(self, target, name, handler):
        target.addEventListener(name, self.guarded(handler), True)

    def guarded(self, handler):
        """A listener that, when `handler` fails, restores the static page and reports on the console."""
        def listener(*event):
            if self.failed:
                return
            try:
                handler(*event)
            except Exception as error:
                self.fail(error)
        return listener

    def fail(self, error):
        self.failed = True
        self.model = None
        self.root.innerHTML = self.first_html
        self.root.removeAttribute("data-ready")
        self.root.setAttribute("data-failed", "")
        console.error("Widget " + self.root.getAttribute("data-widget") + " stopped: "
                      + type(error).__name__ + ": " + str(error))

    def clicked(self, event):
        target = nearest(event.target, "[data-message], [data-print]")
        if target is None:
            return
        if target.hasAttribute("data-print"):
            window.print()
        else:
            event.preventDefault()
            self.send(tuple(target.getAttribute("data-message").split(" ")))

    def send(self, message):
        self.model = self.core.update(self.content, self.model, message)
        self.draw()
        self.focus()

    def focus(self):
        heading = self.root.querySelector("[data-focus]")
        if heading:
            heading.focus()
            heading.scrollIntoView()

    def draw(self):
        self.put(self.drawn(), "[data-body]")
        self.show()

    def drawn(self):
        """The view of the model, outside the page."""
        fresh = document.createElement("div")
        fresh.innerHTML = to_html(self.core.view(self.content, self.model))
        # A screen reader only speaks a live region that stays where it is: change its words, nothing else.
        news = self.root.querySelector("[data-news]")
        words = fresh.querySelector("[data-news]").textContent
        if news.textContent != words:
            news.textContent = words
        return fresh

    def put(self, fresh, selector):
        self.root.querySelector(selector).innerHTML = fresh.querySelector(selector).innerHTML

    def show(self):
        """What else on the page follows the model."""


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


class ThermometerWidget(Widget):
    """The thermometer also forgets: after a time without any sign of life, and when the page is left."""

    def __init__(self, root, core):
        Widget.__init__(self, root, core)
        self.timers = []
        self.alive = now()

    def mount(self):
        Widget.mount(self)
        self.listen(self.root, "change", self.changed)
        self.listen(self.root, "submit", self.submitted)
        for name in SIGNS_OF_LIFE:
            self.listen(document, name, self.stirred)
        self.listen(document, "visibilitychange", self.woke)
        self.listen(window, "pageshow", self.woke)
        self.listen(window, "pagehide", self.left)
        # Take over what was chosen before this script was ready.
        for chosen in self.root.querySelectorAll("input:checked"):
            self.model = self.core.update(self.content, self.model,
                                          ("answered", chosen.getAttribute("data-answer"), chosen.value))
        if not thermometer.is_untouched(self.model):
            self.draw_parts()
            self.restart_timers()

    def clicked(self, event):
        if self.woke():
            event.preventDefault()
        else:
            Widget.clicked(self, event)
            self.restart_timers()

    def changed(self, event):
        item = event.target.getAttribute("data-answer")
        if item and not self.woke():
            self.model = self.core.update(self.content, self.model, ("answered", item, event.target.value))
            self.draw_parts()
            self.restart_timers()

    def submitted(self, event):
        event.preventDefault()

    def stirred(self, event):
        if self.woke():
            return
        if self.model["idle"]:
            self.model = self.core.update(self.content, self.model, ("stirred",))
            self.draw_parts()
            self.restart_timers()
        elif now() - self.alive > 1000:
            self.restart_timers()

    def woke(self, *event):
        """Wipe when the time is over by the clock: timers stand still while a device sleeps. True when wiped."""
        late = now() - self.alive > thermometer.IDLE_WIPE_SECONDS * 1000
        if late and not thermometer.is_untouched(self.model):
            self.timed_out()
            return True
        return False

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.clear_timers()
        self.model = self.core.init(self.content)
        self.draw()

    def fail(self, error):
        self.clear_timers()
        Widget.fail(self, error)

    def draw_parts(self):
        """Redraw only what changed around the question, never the control under somebody's hands."""
        fresh = self.drawn()
        for part in fresh.querySelectorAll("[data-part]"):
            old = self.root.querySelector('[data-part="' + part.getAttribute("data-part") + '"]')
            if old and old.innerHTML != part.innerHTML and not old.contains(document.activeElement):
                old.innerHTML = part.innerHTML

    def restart_timers(self):
        self.clear_timers()
        self.alive = now()
        if not thermometer.is_untouched(self.model):
            self.timers = [window.setTimeout(self.guarded(self.idled), thermometer.IDLE_WARNING_SECONDS * 1000),
                           window.setTimeout(self.guarded(self.timed_out), thermometer.IDLE_WIPE_SECONDS * 1000)]

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
        held_focus = self.root.contains(document.activeElement)
        self.draw()
        if held_focus:
            self.focus()


WIDGETS = {"guide": GuideWidget, "thermometer": ThermometerWidget}


def now():
    """Milliseconds on the clock of the device, as an int."""
    return int(window.Date.now())


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
        name = root.getAttribute("data-widget")
        widget = WIDGETS[name](root, CORES[name])
        try:
            widget.mount()
        except Exception as error:
            widget.fail(error)
    document.addEventListener("click", leave)


start()
