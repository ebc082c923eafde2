/* The buttons that print a page and copy a text on it. Without JavaScript they are not there. */
(function () {
  "use strict";
  document.querySelectorAll("[data-print-page]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var part = button.getAttribute("data-print-page");
      try {
        if (part) document.body.setAttribute("data-printing", part);
        window.print();
      } catch (refused) {
        var told = document.createElement("p");
        told.setAttribute("role", "alert");
        told.textContent = "Printen lukt niet vanaf deze pagina. Kies Afdrukken in het menu van je browser.";
        button.replaceWith(told);
      }
    });
  });
  addEventListener("afterprint", function () { document.body.removeAttribute("data-printing"); });
  function say(button, text) {
    var told = button.parentNode.querySelector("[role=status]");
    if (!told) {
      told = document.createElement("span");
      told.setAttribute("role", "status");
      button.after(" ", told);
    }
    told.textContent = text;
  }
  document.querySelectorAll("[data-copy-text]").forEach(function (button) {
    var text = document.getElementById(button.getAttribute("data-copy-text"));
    function selected() {
      var range = document.createRange();
      range.selectNodeContents(text);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      say(button, "Kopiëren lukt niet vanzelf. De tekst is geselecteerd: kies zelf Kopiëren.");
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      try {
        navigator.clipboard.writeText(text.innerText).then(function () { say(button, "De tekst is gekopieerd."); }, selected);
      } catch (refused) {
        selected();
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
