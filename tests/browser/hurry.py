"""Pages on which nobody waits for the guard of presses (widgets/browser/press.py).

For 400 milliseconds after something is drawn, the guard takes no press, nor as long as the page was not shown (a second at
most). Here the steady clock of the page leaps over that time: as soon as the page was shown, and whenever a finger or a mouse
goes down. So a test presses at once and no press comes too early, on whatever slow computer. Tests of the guard itself open
a page in real time.
"""

# Only timers of at most LONGEST milliseconds, and only while a part of the page is held still, take no time.
LONGEST = 401
# So long does the guard wait for a page to be shown.
UNSEEN = 1001
SCRIPT = """(() => {
  const steady = performance.now.bind(performance), later = window.setTimeout.bind(window),
    clear = window.clearTimeout.bind(window);
  const frame = window.requestAnimationFrame.bind(window), told = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp");
  const leaping = new Set();
  let ahead = 0;
  performance.now = () => steady() + ahead;
  Object.defineProperty(Event.prototype, "timeStamp", {...told, get() { return told.get.call(this) + ahead; }});
  window.setTimeout = (act, wait, ...given) => {
    if (!(wait > 0 && wait <= LONGEST && typeof act === "function" &&
      document.querySelector("[data-still]"))) return later(act, wait, ...given);
    const leap = () => {
      if (!leaping.delete(number)) return;
      clear(number);
      ahead += wait;
      act(...given);
    };
    const number = later(leap, wait);   // a page out of sight is not shown
    leaping.add(number);
    frame(leap);
    return number;
  };
  window.clearTimeout = number => { leaping.delete(number); clear(number); };
  window.addEventListener("pointerdown", () => { ahead += UNSEEN; }, true);
})()""".replace("LONGEST", str(LONGEST)).replace("UNSEEN", str(UNSEEN))


def rest(page) -> None:
    """Wait until what was just drawn can be touched."""
    page.wait_for_function("() => !document.querySelector('[data-still]')")
