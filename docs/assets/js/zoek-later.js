/* The index of the search is the largest file of the site. It is fetched when somebody is going to search, not on
   every page. Not in the offline build: that has the index as a script. */
(function () {
  "use strict";
  const wanted = new Promise((resolve) => {
    const look = (event) => {
      if (event.target instanceof Element && event.target.closest(".md-search, [data-opens='__search'], [for='__search']")) resolve();
    };
    for (const name of ["focusin", "pointerover", "touchstart"]) addEventListener(name, look, { capture: true, passive: true });
    if (/[?&][qh]=/.test(location.search)) resolve(); // a link that brings words to search for
  });
  const fetchIndex = () => {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    return fetch(new URL("search/search_index.json", new URL(base + "/", location.href))).then((answer) => answer.json());
  };
  window.__search = { index: wanted.then(fetchIndex) };
})();
