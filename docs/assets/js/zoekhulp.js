/* Search help: text that comes without a key searches too; when a question finds nothing, ask once more and allow one or
   two typing mistakes per word; a search that does not answer says so; and what is found has a name of its own for who hears it.
   Wraps window.Worker before the theme starts its search worker; works with http and with file:// (iframe-worker).
   Messages of the theme: type 2 is a question (text), type 3 its answer ({items}). */
(function () {
  "use strict";
  var Base = window.Worker;
  var PATIENCE = 8000; // milliseconds from the first text to the first answer; then words take their place
  var waiting = null;
  var answered = false;

  // The theme looks only when a key comes up. Pasting, dictating and the suggestions of a keyboard bring none.
  function look(field) {
    field.dispatchEvent(new Event("keyup"));
    if (field.value.trim() && !answered && waiting === null) waiting = setTimeout(tell, PATIENCE);
  }

  function tell() {
    var search = document.querySelector(".md-search");
    if (answered || !search) return;
    search.hidden = false; // the theme hides a search that it could not start
    search.querySelector(".md-search-result__meta").textContent = search.getAttribute("data-late");
    // Where the theme stopped, nobody opened the place in which that stands.
    var open = document.getElementById("__search");
    if (open && !open.checked && search.contains(document.activeElement)) open.click();
  }

  function name() {
    document.querySelectorAll(".md-search-result a, .md-search-result summary").forEach(function (node) {
      var title = node.querySelector("h1, h2");
      node.setAttribute("aria-label", title ? title.textContent : node.textContent + ": " + node.closest("li").querySelector("h1").textContent);
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    try {
      new MutationObserver(name).observe(document.querySelector(".md-search-result__list"), { childList: true, subtree: true });
    } catch (refused) { /* then all of what is found is read */ }
  });

  document.addEventListener("input", function (event) {
    if (event.target.matches(".md-search__input")) look(event.target);
  });
  document.addEventListener("reset", function (event) {
    if (event.target.matches(".md-search__form")) setTimeout(look, 0, event.target.elements.query);
  });
  window.addEventListener("load", function () { // what was typed or filled in before the theme listened
    var field = document.querySelector(".md-search__input");
    if (field && field.value) look(field);
    if (document.querySelector(".md-search[hidden]")) tell();
  });
  if (!Base) return;

  function tolerant(question) {
    return question.toLowerCase().split(/[\s\-]+/).map(function (word) {
      word = word.replace(/[^\p{L}\p{N}]/gu, "");
      if (word.length < 4) return word;
      return word + (word.length < 8 ? "~1" : "~2");
    }).filter(Boolean).join(" ");
  }

  window.Worker = class extends Base {
    constructor(url, options) {
      super(url, options);
      var asked = [];
      var send = super.postMessage.bind(this);
      // The worker answers in the order of the questions, so a queue tells which answer this is.
      this.postMessage = function (message, transfer) {
        if (message && message.type === 2) asked.push({ question: message.data, again: false });
        send(message, transfer);
      };
      // First listener: it can hold back an empty answer and let the second answer take its place.
      this.addEventListener("message", function (event) {
        if (!event.data || event.data.type !== 3) return;
        answered = true;
        var answer = asked.shift();
        if (!answer) return;
        var items = event.data.data.items;
        if (answer.again) {
          // The words as typed are on no page: do not list them as missing under every result.
          items.forEach(function (group) { group.forEach(function (hit) { hit.terms = {}; }); });
        } else if (!items.length && !asked.length) {
          var question = tolerant(answer.question || "");
          if (!/~/.test(question)) return;
          event.stopImmediatePropagation();
          asked.push({ question: question, again: true });
          send({ type: 2, data: question });
        }
      });
    }
  };
})();
