/* A link to something in a folded part unfolds it, also in a browser that does not do so itself (Firefox before 139, Safari
   before 26). Also a link to where the address leads already. */
(function () {
  "use strict";
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = false;
    for (var part = target && target.closest("details"); part; part = part.parentElement.closest("details")) {
      folded = folded || !part.open;
      part.open = true;
    }
    if (folded) target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (link && link.hash && link.href === location.href) unfold();
  });
  unfold();
})();
