/* One form for what is searched and what is asked: an apostrophe from a keyboard (') finds what a typesetter wrote (’), and
   the other way round. Also for marks that nobody sees: soft hyphens, spaces of another width, accents as loose signs.
   Wraps window.Worker before the theme starts its search worker; zoekhulp.js wraps this again.
   Messages of the theme: type 0 holds all pages ({docs}), type 2 is a question (text), type 3 its answer ({items}). */
(function () {
  "use strict";
  var Base = window.Worker;
  var FIELDS = ["title", "text", "trefwoorden", "zoekwoorden"]; // as in mkdocs.yml

  // A question keeps no quotation marks; in a page they end words, and stay for whoever reads what is found (’s nachts).
  function oneForm(text, ofPage) {
    return text.normalize("NFC")
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2012\u2212]/g, "-")
      .replace(/(\p{L})[\u2018\u2019](?=\p{L})/gu, "$1'")
      .replace(/\u2018|&lsquo;/g, ofPage ? "\u0001" : "'")
      .replace(/&(?:#39|#x27|apos|lsquo|rsquo);|[\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g, "'")
      .replace(/(\p{L})'(?=\p{L})/gu, "$1\u0000") // between letters it belongs to the word, elsewhere it is a quotation mark
      .replace(/'/g, ofPage ? "\u2019" : " ")
      .replace(/[\u201a\u2039\u203a\u00ab\u00bb]/g, " ")
      .replace(/\u0000/g, "'")
      .replace(/\u0001/g, "\u2018");
  }

  function asPrinted(text) {
    return text.replace(/(\p{L})'(?=\p{L})/gu, "$1\u2019");
  }

  window.oneForm = oneForm; // for the tests
  if (!Base) return;
  window.Worker = class extends Base {
    constructor(url, options) {
      super(url, options);
      // First listener: whoever listens later shows the apostrophe of the page again.
      this.addEventListener("message", function (event) {
        if (!event.data || event.data.type !== 3) return;
        event.data.data.items.forEach(function (group) {
          group.forEach(function (hit) {
            hit.title = asPrinted(hit.title);
            hit.text = asPrinted(hit.text);
          });
        });
      });
    }

    postMessage(message, transfer) {
      if (message && message.type === 0 && message.data.docs) {
        message.data.docs.forEach(function (page) {
          FIELDS.forEach(function (field) {
            if (typeof page[field] === "string") page[field] = oneForm(page[field], true);
          });
        });
      } else if (message && message.type === 2 && message.data) {
        // A word is found by its beginning: video's finds video, and naaktfoto's also naaktfoto.
        message = { type: 2, data: oneForm(message.data).replace(/(\p{L})'[sS]?(?!\p{L})/gu, "$1") };
      }
      super.postMessage(message, transfer);
    }
  };
})();
