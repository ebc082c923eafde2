/* What somebody who types a question means: words that say nothing do not count, other words for the same thing do, a
   typing mistake is forgiven, and the pages for who asks come first. It reads what protocol/zoeken.yaml says, which comes
   with the index of the search. `zoekwijzer(guide, docs)` gives a function that says of a question which `words` count, who
   asks it (`reader`), whom to call (`alarm`), and how well each page answers it (`scores`: address -> number). */
(function () {
  "use strict";
  var NEXT = 0.2; // what the second and third question of a page count that are like it
  var PART = 0.6; // what a word in a longer one counts
  var ENDINGS = ["erijen", "ingen", "erij", "tjes", "tje", "ing", "ten", "den", "en", "er", "te", "de", "e", "t", "d", "s"];

  function fold(text) {
    return text.toLowerCase().replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'").normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  }

  function wordsOf(text) {
    return fold(text).replace(/'s(?!\p{L})/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  }

  // Only to bring forms together: the same rules for the question and for what it is compared with.
  function stem(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    var cut = /^ge.{3,}(?:t|d|en)$/.test(word) ? word.slice(2) : word;
    for (var i = 0; i < ENDINGS.length; i++) {
      var end = ENDINGS[i];
      if (cut.length - end.length >= 3 && cut.endsWith(end)) { cut = cut.slice(0, -end.length); break; }
    }
    return cut.replace(/([a-z])\1$/, "$1").replace(/([aeou])\1(?=[a-z]$)/, "$1").replace(/v$/, "f").replace(/z$/, "s");
  }

  // One bit per letter: two words with few letters in common are not worth comparing.
  function letters(word) {
    for (var bits = 0, i = 0; i < word.length; i++) bits |= 1 << word.charCodeAt(i) % 31;
    return bits;
  }

  function ones(bits) {
    for (var count = 0; bits; count++) bits &= bits - 1;
    return count;
  }

  // Damerau-Levenshtein, no further than `most`.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most || ones(letters(a) ^ letters(b)) > 2 * most) return most + 1;
    var two = [], one = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) one[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
      }
      two = one; one = row;
    }
    return one[b.length];
  }

  function allowed(word) { return word.length < 5 ? 0 : word.length < 8 ? 1 : 2; }

  // The address of a page in one form: on a disk a page is a file.
  function nameOf(location) {
    return location.split("#")[0].replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
  }

  window.zoekwijzer = function (guide, docs) {
    var stop = new Set(guide.stop.map(fold));
    var same = new Map();
    guide.same.forEach(function (group, number) {
      group.forEach(function (word) { wordsOf(word).forEach(function (one) { same.set(stem(one), "=" + number); }); });
    });
    var known = new Map(); // what people type -> how it counts
    var meanings = new Map();
    function meaning(word) {
      if (!meanings.has(word)) meanings.set(word, same.get(stem(word)) || stem(word));
      return meanings.get(word);
    }

    // ---- what a page is about: its questions, its words, its headings ----
    var pages = new Map(), spread = new Map();
    function page(name) {
      if (!pages.has(name)) pages.set(name, { examples: [], all: new Set() });
      return pages.get(name);
    }
    function learn(name, text, weight) {
      var own = new Set();
      wordsOf(text).forEach(function (word) {
        if (stop.has(word)) return;
        known.set(word, meaning(word));
        own.add(meaning(word));
        own.add("'" + word);
      });
      if (!own.size) return;
      var there = page(name);
      there.examples.push({ words: own, weight: weight });
      own.forEach(function (word) { there.all.add(word); });
    }
    docs.forEach(function (doc) {
      var name = nameOf(doc.location), isPart = doc.location.indexOf("#") >= 0;
      if (name.split("/").length <= 3) learn(name, doc.title, isPart ? 0.6 : 0.9); // not the page of one step
    });
    Object.keys(guide.given).forEach(function (location) {
      var name = nameOf(location);
      if (pages.has(name)) guide.given[location].forEach(function (words) { learn(name, words, 0.85); });
    });
    Object.keys(guide.asked).forEach(function (name) {
      if (pages.has(name)) guide.asked[name].forEach(function (question) { learn(name, question, 1); });
    });
    pages.forEach(function (one) {
      one.all.forEach(function (word) { spread.set(word, (spread.get(word) || 0) + 1); });
    });
    function rare(word) {
      return (word[0] === "'" ? 0.35 : 1) * Math.log(1 + pages.size / (spread.get(word) || 0.7));
    }
    pages.forEach(function (one) {
      one.examples.forEach(function (example) {
        example.size = 0;
        example.words.forEach(function (word) { example.size += rare(word); });
      });
    });

    // ---- a question ----
    function isPart(other, word) {
      return other.length > 3 && word.length > other.length + 2 && (word.startsWith(other) || word.endsWith(other));
    }

    function features(words, typing) {
      var found = new Map();
      function add(word, weight) { found.set(word, Math.max(found.get(word) || 0, weight)); }
      words.forEach(function (word, place) {
        if (known.has(word)) {
          add(known.get(word), 1);
          add("'" + word, 1);
          if (word.length > 8) known.forEach(function (means, other) { if (isPart(other, word)) add(means, PART); });
          return;
        }
        var direct = meaning(word);
        if (spread.has(direct)) { add(direct, 1); return; }
        var near = [], best = allowed(word);
        known.forEach(function (means, other) {
          var far;
          if (typing && place === words.length - 1 && word.length > 2 && other.startsWith(word)) near.push([means, 0.8, other]);
          else if (best && (far = distance(word, other, best)) <= best) {
            if (far < best) { best = far; near = []; }
            near.push([means, 0.8, other]);
          } else if (isPart(other, word)) {
            near.push([means, 0.6, other]);
          }
        });
        if (near.length) near.forEach(function (one) { add(one[0], one[1]); add("'" + one[2], one[1]); });
        else add(direct, 1);
      });
      return found;
    }

    function readerOf(words) {
      var text = " " + words.join(" ") + " ";
      var found = guide.who.find(function (group) {
        return group.words.some(function (word) { return text.includes(" " + wordsOf(word).join(" ") + " "); });
      });
      return found ? found.reader : "";
    }

    // The words of a phrase in their order, with no more than two others between them.
    function says(words, phrase) {
      function fits(word, wanted) {
        return word === wanted || wanted.length > 5 && /^[a-z]/.test(wanted) && word[0] === wanted[0] && distance(word, wanted, 1) <= 1;
      }
      return words.some(function (_, start) {
        var at = start;
        return phrase.every(function (wanted, number) {
          for (var last = number ? at + 2 : at; at <= last && at < words.length; at++) if (fits(words[at], wanted)) { at++; return true; }
          return false;
        });
      });
    }

    return function (question) {
      var all = wordsOf(question), reader = readerOf(all);
      var words = all.filter(function (word) { return !stop.has(word); });
      var asked = features(words, !/\s$/.test(question)), size = 0, scores = new Map();
      asked.forEach(function (weight, word) { size += weight * rare(word); });
      pages.forEach(function (one, name) {
        var likeness = [], covered = 0;
        one.examples.forEach(function (example) {
          var both = 0;
          asked.forEach(function (weight, word) { if (example.words.has(word)) both += weight * rare(word); });
          if (both) likeness.push(example.weight * both / Math.sqrt(size * example.size));
        });
        if (!likeness.length) return;
        likeness.sort(function (a, b) { return b - a; });
        var best = likeness[0] + NEXT * ((likeness[1] || 0) + (likeness[2] || 0));
        asked.forEach(function (weight, word) { if (one.all.has(word)) covered += weight * rare(word); });
        scores.set(name, best + 0.35 * covered / size);
      });
      return {
        words: words, reader: reader, scores: scores,
        alarm: guide.alarm.find(function (one) { return one.words.some(function (phrase) { return says(all, wordsOf(phrase)); }); })
      };
    };
  };
  window.zoekwijzer.nameOf = nameOf;
})();
