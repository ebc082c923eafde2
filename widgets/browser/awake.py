"""Keeps the screen awake while somebody leads a conversation, where the browser can. Refused or missing: nothing happens."""

from browser import document, window

_state = {"wanted": False, "lock": None, "listens": False}


def keep_awake(wanted):
    """Ask the browser to leave the screen on (True), or let it go again (False)."""
    if wanted == _state["wanted"] or not hasattr(window.navigator, "wakeLock"):
        return
    _state["wanted"] = wanted
    if not _state["listens"]:
        _state["listens"] = True
        document.addEventListener("visibilitychange", _seen_again)
    if wanted:
        _ask()
    elif _state["lock"]:
        lock, _state["lock"] = _state["lock"], None
        lock.release()


def _ask():
    try:
        window.navigator.wakeLock.request("screen").then(_held, _refused)
    except Exception:  # an older browser may also refuse at once
        pass


def _held(lock):
    if _state["wanted"]:
        _state["lock"] = lock
    else:
        lock.release()


def _refused(reason):
    """A nearly empty battery, or another page in front: the screen goes dark as it always did."""


def _seen_again(event):
    """A browser lets go when the page is out of sight."""
    if _state["wanted"] and not document.hidden:
        _ask()
