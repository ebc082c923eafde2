/* The button that prints a page. Without JavaScript it is not there. */
(function () {
  "use strict";
  document.querySelectorAll("[data-print-page]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      try {
        window.print();
      } catch (refused) {
        var told = document.createElement("p");
        told.setAttribute("role", "alert");
        told.textContent = "Printen lukt niet vanaf deze pagina. Kies Afdrukken in het menu van je browser.";
        button.replaceWith(told);
      }
    });
  });
})();
/* On paper folded parts are open (print.css). A browser that does not know ::details-content (Chrome before 131, Firefox
   before 143, Safari before 18.4) only prints what is unfolded, so there it is unfolded for as long as printing takes. */
(function () {
  "use strict";
  var opened = [];
  if (window.CSS && CSS.supports && CSS.supports("selector(::details-content)")) return;
  addEventListener("beforeprint", function () {
    document.querySelectorAll(".md-content details:not([open]):not(.report-exact)").forEach(function (part) {
      part.open = true;
      opened.push(part);
    });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (part) { part.open = false; });
    opened = [];
  });
})();
