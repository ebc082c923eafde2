"""One mounted widget: message -> update -> view -> draw -> focus.

The page already holds the first view, so mounting only listens. A widget that fails puts back the readable
page it started from; the others go on. What a view may ask for, by attribute:

data-message="name id id"   a click sends ("name", "id", "id")
data-field="name id"        typing or choosing sends ("name", "id", value): around it only the parts are redrawn
data-effect="name id"       a click asks the core what to do: effect(content, model, ("name", "id"), clock())
data-part="name"            redrawn while somebody types, unless the focus is inside
data-body                   redrawn after a click
data-news                   the live region
data-focus                  gets the focus after a click
data-asked                  goes before data-focus; a question before something is lost is placed by press.place_asked
"""
from browser import console, document, window
from javascript import JSON

from widgets.browser import press
from widgets.browser.effects import perform
from widgets.core.html import to_html


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

    def forget(self):
        """Somebody leaves quickly: wipe what the widget holds. What it does when the page is left is enough."""
        if not self.failed:
            self.left(None)

    def left(self, event):
        """The page is left: nothing may come back by the Back button."""

    def fail(self, error):
        self.report(error)
        self.give_up()

    def report(self, error):
        console.error("Widget " + self.root.getAttribute("data-widget") + " stopped: "
                      + type(error).__name__ + ": " + str(error))

    def give_up(self):
        """The readable page as it began."""
        self.failed = True
        self.model = None
        self.root.innerHTML = self.first_html
        self.root.removeAttribute("data-ready")
        self.root.setAttribute("data-failed", "")

    def clicked(self, event):
        target = nearest(event.target, "[data-message], [data-effect], [data-print]")
        if target is None:
            return
        if target.hasAttribute("data-print"):
            window.print()
        elif target.hasAttribute("data-effect"):
            self.effect(words(target, "data-effect"))
        else:
            event.preventDefault()
            self.send(words(target, "data-message"))

    def effect(self, name):
        """Do what the core answers, and say what was done. ("saved", name) tells the core."""
        answer = self.core.effect(self.content, self.model, name, clock())
        if answer is not None:
            perform(answer)
            self.model = self.core.update(self.content, self.model, ("effected", name[0]))
            self.draw_parts()
            self.say(answer["said"])

    def send(self, message):
        self.model = self.core.update(self.content, self.model, message)
        self.draw()
        self.focus()

    def filled(self, event):
        """Somebody typed or chose: keep it, and redraw only what is around it."""
        field = event.target.getAttribute("data-field")
        if field:
            self.model = self.core.update(self.content, self.model,
                                          tuple(field.split(" ")) + (value_of(event.target),))
            self.draw_parts()

    def focus(self):
        asked = self.root.querySelector("[data-asked]")
        heading = self.root.querySelector("[data-focus]")
        if asked:
            press.place_asked(asked)
            asked.scrollIntoView({"block": "nearest"})
            asked.focus()
        elif heading:
            focus_on(heading)

    def draw(self):
        self.put(self.drawn(), "[data-body]")
        self.show()

    def draw_parts(self):
        """Redraw only what changed around the question, never the control under somebody's hands."""
        fresh = self.drawn()
        for part in fresh.querySelectorAll("[data-part]"):
            old = self.root.querySelector('[data-part="' + part.getAttribute("data-part") + '"]')
            if old and old.innerHTML != part.innerHTML and not old.contains(document.activeElement):
                press.renew(old, part)

    def drawn(self):
        """The view of the model, outside the page."""
        fresh = document.createElement("div")
        fresh.innerHTML = to_html(self.core.view(self.content, self.model))
        self.say(fresh.querySelector("[data-news]").textContent)
        return fresh

    def say(self, text):
        """A screen reader only speaks a live region that stays where it is: change its words, nothing else."""
        news = self.root.querySelector("[data-news]")
        if news.textContent != text:
            news.textContent = text

    def put(self, fresh, selector):
        new = fresh.querySelector(selector)
        self.root.querySelector(selector).replaceWith(new)
        press.drawn(new)
        press.hold(self.root)

    def show(self):
        """What else on the page follows the model."""


def focus_on(heading):
    """Bring a heading that was just drawn in sight, then give it the focus: Firefox gives none to what has no place yet."""
    heading.scrollIntoView()
    heading.focus()


def words(node, attribute):
    """The words of an attribute as a tuple."""
    return tuple(node.getAttribute(attribute).split(" "))


def value_of(control):
    """What a control holds, as text; a tick is "ja" or ""."""
    if control.type == "checkbox":
        return "ja" if control.checked else ""
    return control.value


def now():
    """Milliseconds on the clock of the device, as an int."""
    return int(window.Date.now())


def clock():
    """The moment on the clock of the device: {"today": "2026-11-21", "stamp": "20261121T093000Z"}."""
    moment = window.Date.new()
    today = [str(moment.getFullYear())] + [two_digits(number) for number in (moment.getMonth() + 1, moment.getDate())]
    stamp = moment.toISOString()
    return {"today": "-".join(today), "stamp": stamp[0:19].replace("-", "").replace(":", "") + "Z"}


def two_digits(number):
    text = str(int(number))
    return text if len(text) > 1 else "0" + text


def nearest(node, selector):
    """The element itself or the nearest one around it that fits the selector, or None."""
    try:
        return node.closest(selector)
    except KeyError:    # how Brython says that there is none
        return None
