"""The lists on the page: fields to fill in, links to a group, and nothing left after leaving."""

from browser import document, window

from widgets.browser import press
from widgets.browser.base import nearest, value_of
from widgets.browser.effects import bring_up
from widgets.browser.kept import KeptWidget
from widgets.core.html import to_html


class ListWidget(KeptWidget):
    """A list to fill in."""

    def mount(self):
        KeptWidget.mount(self)
        self.follow_days()
        self.listen(self.root, "input", self.filled)
        self.listen(document, "click", self.went)
        self.listen(window, "pagehide", self.left)
        self.guard_leaving()
        # Take over what was filled in before this script was ready.
        early = [control for control in self.root.querySelectorAll("[data-field]") if is_changed(control)]
        for control in early:
            self.keep(control)
        if early:
            self.draw_parts()
        self.jump(window.location.hash)

    def keep(self, control):
        """Tell the core what a field holds. Returns the message."""
        message = tuple(control.getAttribute("data-field").split(" ")) + (value_of(control),)
        self.model = self.core.update(self.content, self.model, message)
        return message

    def filled(self, event):
        """Redraw only the parts that this field has to do with: a list is long, and the whole of it takes too long."""
        if not event.target.hasAttribute("data-field"):
            return
        if self.meet_day():
            self.draw_parts()
        message = self.keep(event.target)
        self.untell()
        self.say(self.model["news"])
        for part in self.core.parts(self.content, self.model, message):
            old = self.root.querySelector('[data-part="' + part[1]["data-part"] + '"]')
            if not old.contains(document.activeElement):
                old.innerHTML = "".join([to_html(child) for child in part[2]])
                press.part_drawn(old)

    def left(self, event):
        """Leaving the page: nothing may come back by the Back button."""
        self.model = self.core.init(self.content)
        self.day = ""
        self.meet_day()
        self.draw()

    def went(self, event):
        """The plain list is out of sight now, so links to one of its groups lead to the same group here."""
        link = nearest(event.target, "a[href*='#groep-']")
        if link is not None and link.pathname == window.location.pathname:
            self.jump(link.hash)

    def jump(self, anchor):
        for group in self.root.querySelectorAll("[data-group]"):
            if anchor == "#groep-" + group.getAttribute("data-group"):
                if group.tagName == "DETAILS":
                    group.setAttribute("open", "")
                bring_up(group)


class SignalsWidget(ListWidget):
    """The signal list also needs to know which day it is: it speaks of this week and of last week."""

    def day_message(self, today):
        return ("day-began", today)


def is_changed(control):
    """Whether somebody filled in this field since it was drawn."""
    if control.type == "checkbox":
        return control.checked != control.defaultChecked
    if control.tagName == "SELECT":
        for option in control.options:
            if option.selected != option.defaultSelected:
                return True
        return False
    return control.type == "text" and control.value != control.defaultValue
