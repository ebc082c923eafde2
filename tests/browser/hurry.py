"""Pages on which nobody waits for the guard of presses (widgets/browser/press.py).

For 400 milliseconds after something is drawn, the guard takes no press. Here the steady clock of the page leaps over that time
as soon as the page was shown, so that a test presses at once and no press comes too early. Tests of the guard itself open a
page in real time.
"""

# Only timers of at most LONGEST milliseconds, and only while a part of the page is held still, take no time.
LONGEST = 401
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
  window.rested = () => new Promise(done => frame(() => { ahead += LONGEST; done(); }));
})()""".replace("LONGEST", str(LONGEST))

# What takes no time on such a page, and half a second on one in real time.
REST = "() => window.rested ? window.rested() : new Promise(done => setTimeout(done, 450))"


def rest(page) -> None:
    """Wait until what was just drawn takes presses again: sooner a press would be the second of a double one."""
    page.evaluate(REST)
