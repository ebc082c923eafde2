/* Keeps the screen on while a conversation is led, where the browser can. Refused or missing: nothing happens. */
(function () {
  "use strict";
  var wanted = false, lock = null;
  function ask() {
    try {
      navigator.wakeLock.request("screen").then(function (held) {
        if (wanted) lock = held; else held.release();
      }, function () {});
    } catch (missing) { /* the screen goes dark as it always did */ }
  }
  function look(inTalk) {
    var led = inTalk || Boolean(document.querySelector(".talk-led"));
    if (led === wanted) return;
    wanted = led;
    if (wanted) ask();
    else if (lock) { lock.release(); lock = null; }
  }
  document.addEventListener("click", function (event) {  // what was pressed is drawn again: look now where it stands
    setTimeout(look, 50, Boolean(event.target.closest && event.target.closest("[data-widget=talk]")));
  }, true);
  document.addEventListener("visibilitychange", function () { if (wanted && !document.hidden) ask(); });
})();
