/* The index of the search is the largest file of the site. The theme asks for it on every page; here that request
   waits until somebody is going to search. The offline build has the index as a script and asks nothing. */
(function () {
  "use strict";
  if (!window.XMLHttpRequest) return; // then nothing is asked at all
  const wanted = new Promise((resolve) => {
    const look = (event) => {
      if (event.target instanceof Element && event.target.closest(".md-search, [data-opens='__search'], [for='__search']")) resolve();
    };
    for (const name of ["focusin", "pointerover", "touchstart"]) addEventListener(name, look, { capture: true, passive: true });
    if (/[?&]q=/.test(location.search)) resolve(); // a link that brings words to search for
  });
  const { open, send } = XMLHttpRequest.prototype;
  const waits = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (String(url).endsWith("/search/search_index.json")) waits.add(this);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (waits.has(this)) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
