/* The order of what the search finds: first what answers the question (zoekwijzer.js), pages for who asks it before pages for
   others, the page of a route before those of its steps, and pages for who makes this site last. At some words the numbers
   to call stand above it.
   Wraps window.Worker before the theme starts its search worker; this is the last that does. Messages of the theme: type 0
   holds all pages ({config, docs}), type 2 is a question (text), type 3 its answer ({items}: per page a list of hits). */
(function () {
  "use strict";
  var Base = window.Worker;
  if (!Base) return;
  var FOR_ASKER = 1.2, FOR_ANYONE = 1.1, FOR_OTHERS = 0.75, FOR_MAKERS = 0.6, ONE_STEP = 0.25; // how much what is found counts
  var FOUND_WORDS = 0.2; // what the search of the theme says, beside how well a page answers
  var FIRST = 1; // more than any page gets that answers the question less than almost word by word
  var ENOUGH = 0.25; // a page that answers this well is shown, also when none of the words stands on it

  window.Worker = class extends Base {
    constructor(url, options) {
      super(url, options);
      var understand = null, hasStopWords = false, readers = {}, pages = new Map(), asked = [];
      var send = super.postMessage.bind(this);
      this.postMessage = function (message, transfer) {
        var guide = message && message.type === 0 && message.data.config.wegwijs;
        if (guide) {
          delete message.data.config.wegwijs;
          message.data.docs.forEach(function (doc) {
            if (doc.location.indexOf("#") < 0) pages.set(window.zoekwijzer.nameOf(doc.location), Object.assign({}, doc));
          });
          readers = guide.readers;
          hasStopWords = guide.stop.length > 0; // only Dutch has: its index holds words without accents too
          understand = window.zoekwijzer(guide, message.data.docs);
        } else if (message && message.type === 2 && understand) {
          var meant = understand(message.data || "");
          asked.push(meant);
          alarm(meant.alarm);
          if (hasStopWords && meant.words.length) message = { type: 2, data: meant.words.join(" ") };
        }
        send(message, transfer);
      };
      this.addEventListener("message", function (event) {
        if (!event.data || event.data.type !== 3 || !understand) return;
        var meant = asked.shift();
        if (meant) event.data.data.items = ordered(event.data.data.items, meant, pages, readers);
      });
    }
  };

  function ordered(groups, meant, pages, readers) {
    var found = new Map(), most = 0;
    groups.forEach(function (group) {
      most = Math.max(most, group[0].score);
      found.set(window.zoekwijzer.nameOf(group[0].location), group);
    });
    meant.scores.forEach(function (score, name) {
      var page = pages.get(name);
      if (page && !found.has(name) && (score > ENOUGH || meant.alarm && meant.alarm.first === name)) {
        found.set(name, [{ location: page.location, title: page.title, text: page.text, score: 0, terms: {} }]);
      }
    });
    var list = [];
    found.forEach(function (group, name) {
      var words = most ? Math.sqrt(Math.max(0, group[0].score) / most) : 0;
      var answers = (meant.scores.get(name) || 0) + FOUND_WORDS * words + (meant.alarm && meant.alarm.first === name ? FIRST : 0);
      list.push({ group: group, score: answers * forWhom(readers[name.split("/")[0]], meant.reader) * (name.split("/").length > 3 ? ONE_STEP : 1) });
    });
    list.sort(function (a, b) { return b.score - a.score; });
    return list.map(function (one) {
      // The theme lists every word that is not on a page in the form in which it was typed as missing there.
      one.group.forEach(function (hit) { hit.terms = {}; });
      return one.group;
    });
  }

  function forWhom(reader, asker) {
    if (reader === "maker") return FOR_MAKERS;
    if (!asker) return reader === "leerling" || reader === "ouder" ? FOR_ANYONE : 1;
    return !reader ? 1 : reader === asker ? FOR_ASKER : FOR_OTHERS;
  }

  function alarm(found) {
    var card = document.querySelector("[data-search-alarm]");
    if (!card) return;
    card.hidden = !found;
    card.querySelector("[data-about]").textContent = found ? found.about : "";
    card.querySelector("[data-numbers]").replaceChildren.apply(card.querySelector("[data-numbers]"), found ? found.call.map(button) : []);
  }

  function button(line) {
    var link = document.createElement("a"), text = document.createElement("strong"), more = document.createElement("span");
    link.className = "emergency-call";
    link.href = line.url;
    if (!line.url.startsWith("tel:")) link.rel = "noreferrer";
    text.textContent = line.text;
    more.textContent = line.more;
    link.append(text, " ", more);
    return link;
  }
})();
