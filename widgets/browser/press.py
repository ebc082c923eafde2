"""No press acts on what was drawn under the finger only just now: a double tap is one press.

One guard for the whole page. Widgets tell it what they draw (`drawn`, `renew`); it hears every press before they do, and
stops the ones that nobody can have meant. A person sees something new and answers it in 400 milliseconds at the earliest.
"""

from browser import window

QUIET = 400  # milliseconds in which what was just drawn does nothing
UNSEEN = 1000  # so long is waited for a slow device to show what was drawn
SAME_SPOT = 24  # pixels: a second tap of the same finger
REMEMBERED = 5000
LATEST = 30000  # so late can a press be heard
CONTROLS = "label, button, a, summary, input, select, textarea, [data-message]"
# Pressed twice at once they do the same once more, which nobody wants: two files, two dialogs.
ONCE = "[data-effect], [data-print]"
# What may differ in a control that is still the same one for whoever presses it.
STATES = ("hidden", "disabled", "checked", "aria-current", "aria-expanded")

_started = int(window.Date.now())
_new = []  # [node, when it was drawn, whether it was shown since]
_held = {}  # id of a widget on the page -> how often it was held
_press = {"last": None, "before": None, "key": -1}


def steady():
    """Milliseconds since the page opened: a clock that nobody sets. Where a browser has none, that of the device counts on."""
    try:
        return window.performance.now()
    except Exception:
        return int(window.Date.now()) - _started


def moment_of(event):
    """When somebody did this: on a slow device it is heard later. A browser may give no time, or one of another clock."""
    passed = steady()
    told = getattr(event, "timeStamp", None)
    return told if isinstance(told, (int, float)) and max(0, passed - LATEST) < told <= passed else passed


def listen():
    """Begin to guard the page."""
    window.addEventListener("pointerdown", _went_down, True)
    window.addEventListener("keydown", _key_went_down, True)
    window.addEventListener("click", _clicked, True)


def by_finger():
    """Whether the last press was one of a finger or a mouse, and not of a key."""
    return _press["last"] is not None and _press["last"]["at"] >= _press["key"]


def drawn(node):
    """Say that everything in `node` was drawn just now, or got another meaning."""
    moment = steady()
    _new[:] = [entry for entry in _new if moment - entry[1] < REMEMBERED]
    entry = [node, moment, False]
    _new.append(entry)

    def shown(_frame):
        """On a slow device it is only seen later."""
        entry[1] = steady()
        entry[2] = True

    at_next_frame(shown)


def at_next_frame(act):
    """Call act(anything) when the page is shown again; a browser that does not tell when gets it at once."""
    try:
        window.requestAnimationFrame(act)
    except Exception:
        act(None)


def hold(root):
    """Let presses fall beside a whole widget for a moment: no finger or mouse even touches what is new (widgets.css)."""
    name = root.getAttribute("data-widget")
    turn = _held[name] + 1 if name in _held else 1
    _held[name] = turn
    root.setAttribute("data-still", "")

    def release():
        if _held[name] != turn:
            return
        left = _last_drawn() + QUIET - steady()
        if left > 0:  # it was only seen after a while
            window.setTimeout(release, left + 1)
        else:
            root.removeAttribute("data-still")

    window.setTimeout(release, QUIET)


def part_drawn(node):
    """Say that a part of a widget was drawn just now, and let presses fall beside it for a moment."""
    drawn(node)
    node.setAttribute("data-still", "")

    def release():
        left = _drawn_at(node) + QUIET - steady()
        if left > 0:  # it was only seen after a while, or drawn again
            window.setTimeout(release, left + 1)
        else:
            node.removeAttribute("data-still")

    window.setTimeout(release, QUIET)


def renew(old, fresh):
    """Give the node `old` the content of `fresh`. A control that stays what and where it was, stays: it may be pressed at
    once."""
    kept, ahead = _elements(old), _elements(fresh)
    if kept is None or ahead is None:
        old.innerHTML = fresh.innerHTML
        part_drawn(old)
        return
    place = 0
    while place < len(kept) and place < len(ahead) and _is_same(kept[place], ahead[place]):
        place += 1
    for node in kept[place:]:
        node.remove()
    for node in ahead[place:]:
        old.appendChild(node)
        part_drawn(node)


def place_asked(asked):
    """Where a question "Are you sure?" stands: in the half of the screen where the button was not that led to it."""
    last = _press["last"]
    middle = window.innerHeight / 2
    asked.setAttribute("data-place", "low" if last is not None and last["y"] < middle else "high")


def _elements(node):
    """The children of a node when they are elements only, else None."""
    found = list(node.childNodes)
    return found if not [child for child in found if child.nodeType != 1] else None


def _is_same(old, new):
    """Whether both are the same control; then the old one takes over the state of the new one."""
    if old.isEqualNode(new):
        return True
    plain_old, plain_new = old.cloneNode(True), new.cloneNode(True)
    for name in STATES + ("data-still",):
        plain_old.removeAttribute(name)
        plain_new.removeAttribute(name)
    if not plain_old.isEqualNode(plain_new):
        return False
    for name in STATES:
        if new.hasAttribute(name):
            old.setAttribute(name, new.getAttribute(name))
        else:
            old.removeAttribute(name)
    return True


def _control(node):
    """The control around a node, or None. A tick box and the words beside it are one control."""
    for selector in ("label", CONTROLS):
        try:
            return node.closest(selector)
        except (KeyError, AttributeError):  # none, or no element at all
            pass
    return None


def _drawn_at(control, by_key=False):
    """When a control was last drawn; -QUIET when that is long ago or was never told."""
    found = -QUIET
    for entry in _new:
        if entry[0].contains(control):
            found = max(found, _seen_at(entry, by_key))
    return found


def _last_drawn():
    """When anything was drawn last."""
    found = -QUIET
    for entry in _new:
        found = max(found, _seen_at(entry))
    return found


def _seen_at(entry, by_key=False):
    """When somebody could see what was drawn: only now, as long as it is not shown. Who uses keys may go by ear."""
    moment = steady()
    return entry[1] if entry[2] or by_key or moment - entry[1] > UNSEEN else moment


def _went_down(event):
    _press["before"] = _press["last"]
    _press["last"] = {"at": moment_of(event), "x": event.clientX, "y": event.clientY, "control": _control(event.target)}


def _key_went_down(event):
    """A key that is held down presses once, not at every repeat."""
    if not event.repeat:
        _press["key"] = moment_of(event)
    elif event.key in ("Enter", " ") and event.target.tagName != "TEXTAREA" and _control(event.target) is not None:
        event.preventDefault()


def _clicked(event):
    """A script that clicks is no finger."""
    control = _control(event.target)
    if control is not None and event.isTrusted and _is_too_early(event, control):
        event.preventDefault()
        event.stopImmediatePropagation()


def _is_too_early(event, control):
    last, before = _press["last"], _press["before"]
    if event.detail == 0 and (last is None or _press["key"] > last["at"]):
        born = _drawn_at(control, True)
        return _press["key"] < born if _press["key"] >= 0 else moment_of(event) - born < QUIET
    born = _drawn_at(control)
    down = moment_of(event) if last is None else last["at"]
    if down - born < QUIET:
        return True
    if before is None or event.detail == 0:
        return False
    if event.detail > 1 and born > before["at"]:
        return True
    if down - before["at"] < QUIET and control.matches(ONCE):
        return before["control"] is not None and control.isSameNode(before["control"])
    same_spot = abs(last["x"] - before["x"]) < SAME_SPOT and abs(last["y"] - before["y"]) < SAME_SPOT
    return same_spot and down - _last_drawn() < QUIET and (before["control"] is None or not control.isSameNode(before["control"]))
