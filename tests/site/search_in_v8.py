"""The search of a built site without a browser: the scripts of the theme and of this project, in one V8."""

import json
from pathlib import Path

import material
from py_mini_racer import MiniRacer

from tests.places import ROOT

THEME = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
SCRIPTS = ("zoekvorm.js", "zoekhulp.js", "zoekwijzer.js", "zoekvolgorde.js")  # in the order of mkdocs.yml

# What a page and a worker offer, as far as these scripts ask for it. The worker listens and answers in the same place.
_PAGE = """
var listeners = {}, worker = [], answers = [], files = %s;
var console = {log() {}, warn() {}, error() {}, info() {}, time() {}, timeEnd() {}};
var location = {href: "https://school.example/", protocol: "https:", search: ""}, performance = {now: () => 0};
function setTimeout() { return 0; }
function clearTimeout() {}
function importScripts(...urls) { for (const url of urls) (0, eval)(files[String(url).replace(/^.*\\/lunr\\//, "")]); }
function addEventListener(name, listener) { if (name === "message") worker.push(listener); }
class Part { constructor() { this.dataset = {}; this.hidden = true; this.textContent = ""; this.children = []; this.rel = ""; }
  replaceChildren(...children) { this.children = children; }
  append(...children) { this.children.push(...children); }
  querySelector(which) { return card.parts[which]; } }
var card = new Part();
card.parts = {"[data-about]": new Part(), "[data-numbers]": new Part()};
var document = {addEventListener() {}, createElement: () => new Part(), currentScript: null, getElementById: () => null,
  querySelector: (which) => which === "[data-search-alarm]" ? card : null};
var copy = (what) => JSON.parse(JSON.stringify(what));
var window = globalThis, self = globalThis, page = null;
globalThis.Worker = class { constructor() { this.heard = []; page = this; }
  addEventListener(name, listener) { this.heard.push(listener); }
  postMessage(message) { for (const listener of worker) listener({data: copy(message)}); } };
function postMessage(message) {
  const event = {data: copy(message), stopped: false, stopImmediatePropagation() { this.stopped = true; }};
  for (const listener of page.heard) { if (!event.stopped) listener(event); }
  if (!event.stopped) answers.push(event.data);
}
"""
_START = """
var search = new window.Worker("search.js");
function begin(index) { search.postMessage({type: 0, data: {...JSON.parse(index), options: {suggest: false}}}); return ""; }
function ask(question) { answers.length = 0; search.postMessage({type: 2, data: question}); return ""; }
function answer() {
  const buttons = card.parts["[data-numbers]"].children;
  const groups = answers[answers.length - 1].data.items;
  return JSON.stringify({
    pages: groups.map((group) => group[0].location.split("#")[0]),
    missing: groups.some((group) => group.some((hit) => Object.keys(hit.terms).length)),
    about: card.hidden ? null : card.parts["[data-about]"].textContent,
    call: card.hidden ? [] : buttons.map((link) => [link.href, link.children[0].textContent, link.children[2].textContent]),
  });
}
"""


class SearchOfSite:
    """The search of one built site, as its pages start it. Close it after use: an open V8 keeps the program from ending."""

    def __init__(self, site: Path) -> None:
        index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        names = [path.relative_to(THEME / "lunr").as_posix() for path in (THEME / "lunr").rglob("*.js")]
        files = {name: (THEME / "lunr" / name).read_text(encoding="utf-8") for name in names}
        (worker,) = (THEME / "workers").glob("search.*.min.js")
        self._v8 = MiniRacer()
        self._v8.eval(_PAGE % json.dumps(files))
        self._v8.eval(worker.read_text(encoding="utf-8"))
        for name in SCRIPTS:
            self._v8.eval((ROOT / "docs" / "assets" / "js" / name).read_text(encoding="utf-8"))
        self._v8.eval(_START)
        self._v8.call("begin", json.dumps(index))

    def ask(self, question: str) -> dict:
        """What somebody sees who asks this: `pages` (addresses, best first), `about` and `call` (the card with numbers), and
        whether words are listed as missing."""
        self._v8.call("ask", question)
        return json.loads(self._v8.call("answer"))

    def close(self) -> None:
        self._v8.close()
