"""Starts the page: mounts each widget on it, each on its own."""

from browser import console, document, window

from widgets.browser import press
from widgets.browser.base import nearest
from widgets.chosen import KINDS

mounted_widgets = []
# So many milliseconds does leaving wait for the history of the browser.
LATEST = 200


def leave(event):
    """Leave quickly: first nothing is to be seen, then replace this page, so that Back does not lead to it.

    Another site may take seconds to answer, and all that time this page stays where it is.
    """
    target = nearest(event.target, "[data-leave]")
    if target is None:
        return
    event.preventDefault()
    document.documentElement.style.setProperty("display", "none", "important")
    back = 0
    for widget in mounted_widgets:
        try:
            if hasattr(widget, "steps_back"):
                back = back + widget.steps_back()
        except Exception as error:
            console.error("Widget keeps its questions: " + type(error).__name__)
    go_elsewhere(target.getAttribute("href"), back)
    for widget in mounted_widgets:
        try:
            widget.forget()
        except Exception as error:  # what one widget holds must not keep the next from wiping
            console.error("Widget not wiped: " + type(error).__name__)


def go_elsewhere(address, back):
    """Replace the page, after `back` entries of the history that it added itself: else Back would lead to those."""

    def go(*event):
        window.location.replace(address)

    if not back:
        go()
        return
    window.addEventListener("popstate", go)
    window.setTimeout(go, LATEST)
    try:
        window.history.go(-back)
    except Exception:  # then Back leads to an empty questionnaire
        go()


def start():
    press.listen()
    document.addEventListener("click", leave)
    for root in document.querySelectorAll("[data-widget]"):
        mounted, core = KINDS[root.getAttribute("data-widget")]
        try:
            widget = mounted(root, core)
        except Exception as error:  # the page stays as it is, and not_started.js tells so; the next widget goes on
            console.error("Widget not made: " + type(error).__name__ + ": " + str(error))
            continue
        try:
            widget.mount()
            mounted_widgets.append(widget)
        except Exception as error:
            widget.fail(error)


start()
