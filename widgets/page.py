"""Starts the page: mounts each widget on it, each on its own."""
from browser import document, window

from widgets.browser.base import nearest
from widgets.browser.guide import GuideWidget
from widgets.browser.thermometer import ThermometerWidget
from widgets.core import guide, thermometer

WIDGETS = {"guide": (GuideWidget, guide), "thermometer": (ThermometerWidget, thermometer)}


def leave(event):
    """Leave quickly: replace this page, so that Back does not lead to it."""
    target = nearest(event.target, "[data-leave]")
    if target is not None:
        event.preventDefault()
        window.location.replace(target.getAttribute("href"))


def start():
    for root in document.querySelectorAll("[data-widget]"):
        mounted, core = WIDGETS[root.getAttribute("data-widget")]
        widget = mounted(root, core)
        try:
            widget.mount()
        except Exception as error:
            widget.fail(error)
    document.addEventListener("click", leave)


start()
