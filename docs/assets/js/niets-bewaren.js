/* The theme keeps the choice between light and dark on the device, already when a page opens. Here it keeps only a
   choice that a reader makes, and nothing at all on a page with a widget (a thermometer, a protocol). */
(function () {
  "use strict";
  let keep = () => {};
  let chosen = false;
  addEventListener("change", (event) => {
    if (event.isTrusted && event.target.name === "__palette") chosen = true;
  }, true);
  // The theme sets this function further on in the page; what its script gets instead asks first.
  Object.defineProperty(window, "__md_set", {
    set(theirs) { keep = theirs; },
    get: () => (...entry) => { if (chosen && !document.querySelector("[data-widget]")) keep(...entry); },
  });

  // A browser that may not keep anything throws as soon as somebody looks, and then all of the theme stops, its search too.
  // There it gets a place that is gone with the page.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      const kept = new Map();
      const place = { getItem: (key) => kept.has(key) ? kept.get(key) : null, setItem: (key, text) => { kept.set(key, String(text)); },
        removeItem: (key) => { kept.delete(key); } };
      try {
        Object.defineProperty(window, name, { configurable: true, value: place });
      } catch {
        console.info("No place for " + name);
      }
    }
  }
})();
