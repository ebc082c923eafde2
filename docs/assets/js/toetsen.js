/* The theme has shortcuts of one key: n . p , leave the page and s f / open the search, also for somebody who speaks
   to the device or has the focus on an answer (WCAG 2.1.4). Here they do nothing: only keys in the search get to the theme,
   and those that close it. This script runs before that of the theme; everybody else has had the key by then. */
(function () {
  "use strict";
  window.addEventListener("keydown", function (event) {
    var inSearch = event.target instanceof Element && event.target.closest(".md-search");
    if (!inSearch && event.key !== "Escape" && event.key !== "Tab") event.stopImmediatePropagation();
  });
})();
