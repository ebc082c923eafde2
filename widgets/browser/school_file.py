"""The school file on the page: opens one from the own disk, marks fields with a mistake, saves only a file that is right."""

from widgets.browser.files import read_text
from widgets.browser.lists import ListWidget


class SchoolFileWidget(ListWidget):
    """A form that is empty again when the page is left."""

    def mount(self):
        self.turn = 0
        ListWidget.mount(self)
        self.listen(self.root, "change", self.changed)

    def changed(self, event):
        if event.target.hasAttribute("data-open"):
            if event.target.files.length:
                control, turn = event.target, self.turn
                read_text(
                    control.files.item(0),
                    self.guarded(lambda text: self.opened(turn, text)),
                    self.guarded(lambda sentence: self.refused(control, sentence)),
                )
        elif event.target.tagName == "SELECT":
            self.filled(event)  # also where a browser tells of a choice only now

    def opened(self, turn, text):
        """A file was read. Not when somebody left the page while it was: then it stays empty."""
        if turn == self.turn:
            self.send(("opened", text))

    def left(self, event):
        self.turn = self.turn + 1
        ListWidget.left(self, event)

    def filled(self, event):
        ListWidget.filled(self, event)
        self.mark()

    def mark(self):
        """Say at each field itself whether it is right: the field stays under somebody's hands and is not drawn again."""
        wrong = self.core.wrong_fields(self.content, self.model)
        for field in self.root.querySelectorAll("[aria-invalid]"):
            state = "true" if field.id.replace("veld-", "", 1) in wrong else "false"
            if field.getAttribute("aria-invalid") != state:
                field.setAttribute("aria-invalid", state)

    def effect(self, name, target):
        """Save or copy; with a mistake in the form show them all instead, and go to the first."""
        answer = self.core.effect(self.content, self.model, name, None)
        if answer is None:
            self.send(("checked",))
        else:
            self.carry_out(answer, " ".join(name), target)
