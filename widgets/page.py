"""Starts the page: mounts each widget on it, each on its own."""
from browser import console, document, window

from widgets.browser import press
from widgets.browser.base import nearest

mounted_widgets = []


def kind_of(name):
    """(class of the mounted widget, core) of a kind of widget.

    Imported here and not above: the script of a page holds only the kinds that stand on it (macros/site/scripts.py).
    """
    if name == "guide":
        from widgets.browser.guide import GuideWidget
        from widgets.core import guide
        return GuideWidget, guide
    if name == "talk":
        from widgets.browser.talk import TalkWidget
        from widgets.core import talk
        return TalkWidget, talk
    if name == "thermometer":
        from widgets.browser.thermometer import ThermometerWidget
        from widgets.core import thermometer
        return ThermometerWidget, thermometer
    if name == "signals":
        from widgets.browser.lists import SignalsWidget
        from widgets.core import signals
        return SignalsWidget, signals
    if name == "agreements":
        from widgets.browser.lists import ListWidget
        from widgets.core import agreements
        return ListWidget, agreements
    if name == "ballot":
        from widgets.browser.ballot import BallotWidget
        from widgets.core import ballot
        return BallotWidget, ballot
    if name == "reports":
        from widgets.browser.reports import ReportsWidget
        from widgets.core import reports
        return ReportsWidget, reports
    if name == "school_file":
        from widgets.browser.school_file import SchoolFileWidget
        from widgets.core import school_file
        return SchoolFileWidget, school_file
    raise ValueError("unknown widget: " + name)


def leave(event):
    """Leave quickly: first nothing is to be seen, then replace this page, so that Back does not lead to it.

    Another site may take seconds to answer, and all that time this page stays where it is.
    """
    target = nearest(event.target, "[data-leave]")
    if target is None:
        return
    event.preventDefault()
    document.documentElement.style.setProperty("display", "none", "important")
    window.location.replace(target.getAttribute("href"))
    for widget in mounted_widgets:
        try:
            widget.forget()
        except Exception as error:    # what one widget holds must not keep the next from wiping
            console.error("Widget not wiped: " + type(error).__name__)


def start():
    press.listen()
    document.addEventListener("click", leave)
    for root in document.querySelectorAll("[data-widget]"):
        mounted, core = kind_of(root.getAttribute("data-widget"))
        try:
            widget = mounted(root, core)
        except Exception as error:    # the page stays as it is, and not_started.js tells so; the next widget goes on
            console.error("Widget not made: " + type(error).__name__ + ": " + str(error))
            continue
        try:
            widget.mount()
            mounted_widgets.append(widget)
        except Exception as error:
            widget.fail(error)


start()
