"""One mounted widget: message -> update -> view -> draw -> focus.

The page already holds the first view, so mounting only listens. When something fails on the way, what was filled in stays
and is drawn again. Only a widget that cannot draw it any more gives up: it puts back the readable page it started from, and
above it what can still be saved; the other widgets go on. What a view may ask for, by attribute:

data-message="name id id"   a click sends ("name", "id", "id")
data-field="name id"        typing or choosing sends ("name", "id", value): around it only the parts are redrawn
data-effect="name id"       a click asks the core what to do: effect(content, model, ("name", "id"), clock()); once it is known
                            to be done the core gets ("effected", "name id")
data-confirm="name id"      a click says that it is done: drawn here, beside the button of an effect that cannot know it
data-part="name"            redrawn while somebody types, unless the focus is inside
data-body                   redrawn after a click
data-news                   the live region
data-focus                  gets the focus after a click, on top of the screen; with data-stay where it is
data-asked                  goes before data-focus; a question before something is lost is placed by press.place_asked
"""

from browser import console, document, window
from javascript import JSON

from widgets.browser import press
from widgets.browser.effects import DONE, REFUSED, UNKNOWN, bring_up, give_focus, perform, select_all
from widgets.core.effects import print_part
from widgets.core.fields import UNFINISHED
from widgets.core.html import el, to_html

WENT_WRONG = "Er ging iets mis. Wat je had ingevuld, staat er nog."
IS_THERE = "Ja, het bestand staat er"


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
        """A listener that, when `handler` fails, keeps what was filled in and reports on the console."""

        def listener(*event):
            if self.failed:
                return
            before = self.model
            try:
                handler(*event)
            except Exception as error:
                self.recover(error, before)

        return listener

    def forget(self):
        """Somebody leaves quickly: wipe what the widget holds. What it does when the page is left is enough."""
        if not self.failed:
            self.left(None)

    def left(self, event):
        """The page is left: nothing may come back by the Back button."""

    def recover(self, error, before):
        """Draw what the core knows now, or else what it knew before; say that something went wrong."""
        self.report(error, "went on after")
        for model in (self.model, before):
            try:
                self.model = model
                self.draw()
                self.say(WENT_WRONG)
                self.tell(self.root.querySelector("[data-news]"), {"outcome": REFUSED, "said": WENT_WRONG, "text": ""}, "")
                return
            except Exception as again:
                error = again
        self.fail(error)

    def fail(self, error):
        """Give up; what can still be saved stands above the readable page, or else macros/site/not_started.js says that this
        stopped."""
        self.report(error, "stopped")
        content, model = self.content, self.model
        self.give_up()
        if not self.rescue(content, model):
            try:
                document.dispatchEvent(window.Event.new("widget-stopped"))
            except Exception:  # it reads as it began
                pass

    def rescue(self, content, model):
        """Show what can still be saved. True when there was something."""
        return False

    def give_up(self):
        """The readable page as it began."""
        self.failed = True
        self.model = None
        self.root.innerHTML = self.first_html
        self.root.removeAttribute("data-ready")
        self.root.setAttribute("data-failed", "")

    def report(self, error, what):
        console.error(
            "Widget " + self.root.getAttribute("data-widget") + " " + what + ": " + type(error).__name__ + ": " + str(error)
        )

    def meet_day(self):
        """For a widget that counts days: ask the day again. True when another day began."""
        return False

    # ---- clicks, effects, fields ----

    def clicked(self, event):
        target = nearest(event.target, "[data-message], [data-effect], [data-print], [data-confirm]")
        if target is None:
            return
        if target.hasAttribute("data-print"):
            self.tell(target, perform(print_part("")), "")
        elif target.hasAttribute("data-effect"):
            self.effect(words(target, "data-effect"), target)
        elif target.hasAttribute("data-confirm"):
            self.confirmed(target.getAttribute("data-confirm"))
        else:
            event.preventDefault()
            self.send(words(target, "data-message"))

    def effect(self, name, target):
        """Do what the core asks for at a click on `target`."""
        self.meet_day()
        answer = self.core.effect(self.content, self.model, name, clock())
        if answer is not None:
            self.carry_out(answer, " ".join(name), target)

    def carry_out(self, effect, name, target):
        """Do an effect. The core only hears that it is done when that is known; the reader sees at the button how it went."""
        how = perform(effect)
        if "began" in effect and how["outcome"] != REFUSED:
            self.model = self.core.update(self.content, self.model, effect["began"])
        if how["outcome"] == DONE:
            self.model = self.core.update(self.content, self.model, ("effected", name))
        self.draw_parts()
        self.say(how["said"])
        ask = "confirm" in effect and effect["confirm"] and how["outcome"] == UNKNOWN
        self.tell(target if self.root.contains(target) else self.same(target), how, name if ask else "")
        # What is said moves everything below it: a second tap must not land on a button that came under the finger.
        press.drawn(self.root)
        press.hold(self.root)

    def tell(self, target, how, confirm):
        """Show at `target` how an effect went: what was refused, what nobody can know, and what can be copied by hand.

        `confirm`: the effect of which the reader can say that it is done, or "".
        """
        self.untell()
        if target is None or how["outcome"] == DONE or not how["said"]:
            return
        place = nearest(target, "p") or target
        place.insertAdjacentHTML(
            "afterend",
            to_html(
                el(
                    "div",
                    {"class": "told notice", "data-told": True},
                    el("p", None, how["said"]),
                    el(
                        "textarea",
                        {
                            "readonly": True,
                            "rows": "6",
                            "autocomplete": "off",
                            "spellcheck": "false",
                            "translate": "no",
                            "aria-label": "Tekst om zelf te kopiëren",
                        },
                        how["text"],
                    )
                    if how["text"]
                    else None,
                    el("p", None, el("button", {"type": "button", "class": "quiet-button", "data-confirm": confirm}, IS_THERE))
                    if confirm
                    else None,
                )
            ),
        )
        field = self.root.querySelector("[data-told] textarea")
        if field:
            select_all(field)

    def untell(self):
        """What was told no longer holds once something else happened."""
        for told in self.root.querySelectorAll("[data-told]"):
            told.remove()

    def confirmed(self, name):
        """The reader has seen that it is done."""
        self.model = self.core.update(self.content, self.model, ("effected", name))
        self.draw_parts()
        self.untell()
        self.say("Goed. Wat je invulde, is bewaard.")

    def refused(self, control, sentence):
        """Something that was chosen cannot be used: say why, where somebody chose it. It can be chosen again."""
        control.value = ""
        self.say(sentence)
        self.tell(control, {"outcome": REFUSED, "said": sentence, "text": ""}, "")

    def same(self, node):
        """The node that does the same as one that was drawn again, or None."""
        for name in ("data-message", "data-effect"):
            if node.hasAttribute(name):
                return self.root.querySelector("[" + name + '="' + node.getAttribute(name) + '"]')
        return None

    def send(self, message):
        self.meet_day()
        self.model = self.core.update(self.content, self.model, message)
        self.draw()
        self.focus()

    def filled(self, event):
        """Somebody typed or chose: keep it, and redraw only what is around it."""
        field = event.target.getAttribute("data-field")
        if field:
            self.meet_day()
            self.model = self.core.update(self.content, self.model, tuple(field.split(" ")) + (value_of(event.target),))
            self.untell()
            self.draw_parts()

    def focus(self):
        asked = self.root.querySelector("[data-asked]")
        heading = self.root.querySelector("[data-focus]")
        if asked:
            press.place_asked(asked)
            give_focus(asked)
        elif heading:
            if not heading.hasAttribute("data-stay"):
                bring_up(heading)
            give_focus(heading)

    def draw(self):
        self.untell()
        self.put(self.drawn(), "[data-body]")
        self.show()

    def draw_parts(self):
        """Redraw only what changed around the question, never the control under somebody's hands.

        What is marked data-once holds fields: it comes and goes, and while it is there nothing in it is put back.
        """
        fresh = self.drawn()
        for part in fresh.querySelectorAll("[data-part]"):
            old = self.root.querySelector('[data-part="' + part.getAttribute("data-part") + '"]')
            if not old or old.innerHTML == part.innerHTML or old.contains(document.activeElement):
                continue
            if not part.hasAttribute("data-once") or not old.innerHTML or not part.innerHTML:
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


def words(node, attribute):
    """The words of an attribute as a tuple."""
    return tuple(node.getAttribute(attribute).split(" "))


def value_of(control):
    """What a control holds, as text; a tick is "ja" or "", and a date that is not filled in whole is UNFINISHED."""
    if control.type == "checkbox":
        return "ja" if control.checked else ""
    if control.type == "date" and control.validity.badInput:
        return UNFINISHED
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
    except KeyError:  # how Brython says that there is none
        return None
