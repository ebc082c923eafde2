"""What a browser may lack or refuse, each as a script that runs before those of the page.

Name -> script. What stands before the colon is the interface, what stands behind it the way: a page gets only one way of an
interface at a time (`batches`). Lacking: an older browser, or one that was made poorer. Throwing: a school that forbids it, a
private window, a filter.
"""

# What the scripts below use. Taken before anything is gone.
TOOLS = """
const own = Object.prototype.hasOwnProperty, parent = Object.getPrototypeOf, real = Object.defineProperty;
let changed = 0;
const define = (owner, name, how) => { real(owner, name, how); changed += 1; };
// Take names away from an object and from all that it inherits from.
const gone = (owner, ...names) => { for (const name of names) for (let at = owner; at; at = parent(at))
  if (own.call(at, name) && delete at[name]) changed += 1; };
const put = (owner, name, value) => define(owner, name, { configurable: true, writable: true, value });
// Whoever looks gets an error; whoever calls gets one; a promise that is not kept; no answer at all; nothing of its kind is made.
const denied = () => new DOMException("denied", "SecurityError");
const hidden = (owner, ...names) => { for (const name of names)
  define(owner, name, { configurable: true, get() { throw denied(); }, set() { throw denied(); } }); };
const refuse = (owner, ...names) => { for (const name of names) put(owner, name, () => { throw denied(); }); };
const reject = (owner, ...names) => { for (const name of names) put(owner, name, () => Promise.reject(denied())); };
const never = (owner, ...names) => { for (const name of names) put(owner, name, () => new Promise(() => {})); };
const noClass = (...names) => { for (const name of names) put(window, name, class { constructor() { throw denied(); } }); };
"""

REFUSALS = {
    # the whole screen
    "full screen: absent": "gone(Element.prototype, 'requestFullscreen', 'webkitRequestFullscreen', 'webkitRequestFullScreen');"
    "gone(document, 'fullscreenElement', 'fullscreenEnabled', 'exitFullscreen', 'onfullscreenchange');",
    "full screen: no element": "gone(document, 'fullscreenElement', 'exitFullscreen'); put(Element.prototype, "
    "'requestFullscreen', () => undefined);",
    "full screen: throws": "refuse(Element.prototype, 'requestFullscreen'); hidden(document, 'fullscreenElement');",
    "full screen: rejects": "reject(Element.prototype, 'requestFullscreen'); reject(Document.prototype, 'exitFullscreen');",
    # reading aloud
    "speech: no EventTarget": "put(window, 'speechSynthesis', { getVoices: () => [{ lang: 'nl-NL', localService: true }],"
    " speak() {}, cancel() {} });",
    "speech: throws": "put(window, 'speechSynthesis', { addEventListener() { throw denied(); }, getVoices() { throw "
    "denied(); } });",
    "speech: hidden": "hidden(window, 'speechSynthesis');",
    "speech: no utterance": "put(window, 'speechSynthesis', { getVoices: () => [{ lang: 'nl-NL', localService: true }] });"
    "gone(window, 'SpeechSynthesisUtterance');",
    # what a site may keep
    "storage: throws": "hidden(window, 'localStorage', 'sessionStorage', 'indexedDB', 'caches');"
    "hidden(Document.prototype, 'cookie');",
    "storage: absent": "gone(window, 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Storage'); "
    "gone(document, 'cookie');",
    "storage: full": "refuse(Storage.prototype, 'setItem', 'getItem', 'removeItem'); reject(CacheStorage.prototype, "
    "'open', 'keys');"
    "refuse(IDBFactory.prototype, 'open');",
    "cookies: off": "put(navigator, 'cookieEnabled', false);",
    "service worker: absent": "gone(navigator, 'serviceWorker');",
    "service worker: hidden": "hidden(Navigator.prototype, 'serviceWorker');",
    "service worker: rejects": "if (window.ServiceWorkerContainer) reject(ServiceWorkerContainer.prototype, "
    "'getRegistration', 'register');",
    # chance
    "crypto: absent": "gone(window, 'crypto', 'Crypto', 'SubtleCrypto');",
    "crypto: nothing in it": "gone(crypto, 'getRandomValues', 'randomUUID', 'subtle');",
    "crypto: throws": "refuse(Crypto.prototype, 'getRandomValues', 'randomUUID');",
    # files
    "files out: throws": "refuse(URL, 'createObjectURL'); noClass('Blob');",
    "files out: absent": "gone(URL, 'createObjectURL', 'revokeObjectURL'); gone(window, 'Blob');",
    "files out: no download": "gone(HTMLAnchorElement.prototype, 'download');",
    "files in: new ways absent": "gone(Blob.prototype, 'text', 'arrayBuffer', 'stream'); gone(window, 'showOpenFilePicker');",
    "reader: absent": "gone(window, 'FileReader');",
    "reader: throws": "noClass('FileReader');",
    "reader: fails": "put(FileReader.prototype, 'readAsText', function () { setTimeout(() => this.onerror(new "
    "Event('error'))); });",
    # copying and printing
    "copy: absent": "gone(navigator, 'clipboard'); gone(document, 'execCommand', 'queryCommandSupported');",
    "copy: false": "gone(navigator, 'clipboard'); put(document, 'execCommand', () => false);"
    "put(window, 'getSelection', () => null); put(document, 'getSelection', () => null);",
    "copy: throws": "hidden(Navigator.prototype, 'clipboard'); refuse(Document.prototype, 'execCommand');"
    "refuse(HTMLTextAreaElement.prototype, 'select', 'setSelectionRange'); refuse(window, 'getSelection');",
    "print: absent": "gone(window, 'print', 'onbeforeprint', 'onafterprint');",
    "print: throws": "refuse(window, 'print');",
    "print: nothing": "put(window, 'print', () => undefined);",
    # how the screen is
    "media: no listeners": "{ const ask = matchMedia; put(window, 'matchMedia', media => { const { matches } = ask(media);"
    " return { media, matches, addListener() {}, removeListener() {} }; }); }",
    "media: absent": "gone(window, 'matchMedia', 'MediaQueryList');",
    "media: throws": "refuse(window, 'matchMedia');",
    "observers: silent": "for (const name of ['IntersectionObserver', 'ResizeObserver'])"
    " put(window, name, class { observe() {} unobserve() {} disconnect() {} });",
    "observers: absent": "gone(window, 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver', 'ReportingObserver');",
    "observers: throw": "noClass('IntersectionObserver', 'ResizeObserver');",
    "frames: slow": "put(window, 'requestAnimationFrame', act => setTimeout(act, 700, Date.now()));",
    "frames: absent": "gone(window, 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback');",
    "frames: throw": "refuse(window, 'requestAnimationFrame');",
    "viewport: absent": "gone(window, 'visualViewport', 'VisualViewport'); gone(screen, 'orientation');",
    "fonts: absent": "gone(document, 'fonts'); gone(window, 'FontFace', 'FontFaceSet');",
    "fonts: hidden": "hidden(Document.prototype, 'fonts');",
    # clocks
    "clock: absent": "gone(window, 'performance', 'Performance');",
    "clock: throws": "refuse(Performance.prototype, 'now', 'mark', 'measure', 'getEntriesByType');",
    "clock: coarse": "{ const now = performance.now.bind(performance); put(performance, 'now', () => Math.floor(now() / "
    "100) * 100); }",
    "moments: none": "define(Event.prototype, 'timeStamp', { configurable: true, get: () => 0 });",
    "moments: since 1970": "define(Event.prototype, 'timeStamp', { configurable: true, get: () => Date.now() });",
    "moments: absent": "gone(Event.prototype, 'timeStamp');",
    # words and numbers
    "language: no Intl": "gone(window, 'Intl');",
    "language: Intl throws": "for (const name of Object.getOwnPropertyNames(Intl)) if (typeof Intl[name] === 'function')"
    " put(Intl, name, class { constructor() { throw new RangeError('no data'); } });"
    "for (const type of [Date, Number, String, Array, BigInt]) for (const name of"
    " Object.getOwnPropertyNames(type.prototype)) if (/^toLocale|^localeCompare/.test(name))"
    " put(type.prototype, name, () => { throw new RangeError('no data'); });",
    "names: absent": "gone(navigator, 'language', 'languages', 'userLanguage', 'userAgentData', 'platform');",
    "names: empty": "for (const name of ['userAgent', 'vendor', 'platform', 'appVersion', 'language']) put(navigator, name, '');",
    # camera
    "camera: absent": "gone(navigator, 'mediaDevices', 'getUserMedia', 'webkitGetUserMedia'); gone(window, 'BarcodeDetector');",
    "camera: not allowed": "put(MediaDevices.prototype, 'getUserMedia', () => Promise.reject(new DOMException('no', "
    "'NotAllowedError')));",
    "camera: throws": "refuse(MediaDevices.prototype, 'getUserMedia', 'enumerateDevices'); noClass('BarcodeDetector');",
    "camera: never": "never(MediaDevices.prototype, 'getUserMedia', 'enumerateDevices');",
    "camera: hidden": "hidden(Navigator.prototype, 'mediaDevices');",
    "permissions: absent": "gone(navigator, 'permissions', 'storage', 'wakeLock', 'share');",
    # addresses
    "history: throws": "refuse(History.prototype, 'replaceState', 'pushState');",
    "history: absent": "gone(history, 'replaceState', 'pushState', 'scrollRestoration', 'state');",
    # what is newer in the tree of a page
    "tree: absent": "gone(Element.prototype, 'checkVisibility', 'replaceChildren', 'animate', 'attachShadow', "
    "'toggleAttribute', 'ariaLabel',"
    " 'computedStyleMap', 'getAnimations', 'setHTML', 'getHTML', 'scrollIntoViewIfNeeded');"
    "gone(document, 'adoptedStyleSheets', 'startViewTransition', 'replaceChildren', 'getAnimations', 'hasFocus');"
    "gone(HTMLElement.prototype, 'inert', 'popover', 'showPopover', 'hidePopover', 'togglePopover', 'enterKeyHint',"
    " 'attachInternals');"
    "gone(window, 'HTMLDialogElement', 'CSSStyleSheet', 'StylePropertyMap', 'Highlight', 'ShadowRoot', 'Sanitizer',"
    " 'ToggleEvent', 'Animation', 'ElementInternals'); gone(HTMLFormElement.prototype, 'requestSubmit');"
    "if (window.HTMLDialogElement) gone(HTMLDialogElement.prototype, 'showModal');",
    "tree: throws": "refuse(Element.prototype, 'checkVisibility', 'replaceChildren', 'animate', 'attachShadow');"
    "hidden(Document.prototype, 'adoptedStyleSheets');",
    "selectors: newer ones unknown": "for (const type of [Document, Element, DocumentFragment]) for (const name of "
    "['querySelector', 'querySelectorAll'])"
    " { const ask = type.prototype[name]; put(type.prototype, name, function (text) { if (/:has\\(|::details|:popover|"
    ":modal|:focus-visible|:user-/.test(text)) throw new DOMException(text, 'SyntaxError'); return ask.call(this, text); }); }",
    "styles: nothing supported": "put(CSS, 'supports', () => false);",
    "styles: absent": "gone(window, 'CSS', 'CSSStyleSheet', 'CSSRule');",
    "custom elements: absent": "gone(window, 'customElements', 'CustomElementRegistry');",
    "mutations: absent": "gone(window, 'MutationObserver', 'WebKitMutationObserver');",
    # seeing and scrolling
    "scrolling: throws": "refuse(Element.prototype, 'scrollIntoView', 'scrollTo', 'scrollBy', 'scroll'); refuse(window, "
    "'scrollTo', 'scrollBy', 'scroll');",
    "scrolling: absent": "gone(Element.prototype, 'scrollIntoView', 'scrollTo', 'scrollBy', 'scroll'); gone(window, "
    "'scrollTo', 'scrollBy');",
    "focus: throws": "refuse(HTMLElement.prototype, 'focus', 'blur'); refuse(SVGElement.prototype, 'focus');",
    "sight: absent": "gone(document, 'visibilityState', 'hidden', 'onvisibilitychange');",
    "pointers: absent": "{ const listen = EventTarget.prototype.addEventListener; put(EventTarget.prototype, "
    "'addEventListener', function (name, ...rest)"
    " { if (!/^pointer/.test(name)) listen.call(this, name, ...rest); }); gone(window, 'PointerEvent'); }",
    # asking and waiting
    "workers: absent": "gone(window, 'Worker', 'SharedWorker', 'BroadcastChannel', 'MessageChannel');",
    "workers: throw": "noClass('Worker', 'SharedWorker');",
    "requests: absent": "gone(window, 'fetch', 'Request', 'Response', 'Headers', 'AbortController', 'AbortSignal');",
    "requests: refused": "reject(window, 'fetch'); refuse(XMLHttpRequest.prototype, 'send');",
    "requests: none": "gone(window, 'XMLHttpRequest'); never(window, 'fetch');",
    "turns: absent": "gone(window, 'queueMicrotask', 'structuredClone', 'scheduler', 'setImmediate', 'reportError');",
    "dialogs: refused": "refuse(window, 'confirm', 'alert', 'prompt', 'open'); put(navigator, 'sendBeacon', () => { "
    "throw denied(); });",
    "secure: no": "put(window, 'isSecureContext', false); put(window, 'crossOriginIsolated', false);",
    # the language itself
    "script: names of 2020 absent": "gone(Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', "
    "'with', 'group');"
    "gone(String.prototype, 'at', 'replaceAll', 'isWellFormed'); gone(Promise, 'allSettled', 'any', 'withResolvers');"
    "gone(Object, 'groupBy'); gone(Map, 'groupBy'); gone(Array, 'fromAsync'); gone(RegExp, 'escape');"
    "gone(window, 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'SuppressedError', 'Iterator', 'Atomics', "
    "'SharedArrayBuffer');"
    "for (const name of ['union', 'difference', 'intersection', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom',"
    " 'symmetricDifference']) gone(Set.prototype, name); gone(Uint8Array, 'fromBase64'); gone(Math, 'sumPrecise', 'f16round');",
    "script: texts": "gone(window, 'TextEncoder', 'TextDecoder', 'TextDecoderStream', 'TextEncoderStream');",
    "script: Object.hasOwn absent": "gone(Object, 'hasOwn');",
}
# An engine this old may leave a page as it is without a script: then the page says so.
TOO_OLD = {"script: Object.hasOwn absent"}
# Interfaces that only some pages ask for; all others go to every page. A sheet is read aloud in a box as in a thermometer.
ASKED_BY = {
    "full screen": {"ballot"},
    "camera": {"ballot"},
    "speech": {"ballot"},
    "service worker": {"keeping"},
    "crypto": {"ballot", "thermometer", "guide", "link"},
    "workers": {"search"},
    "requests": {"search", "keeping"},
    "reader": {"reading"},
    "files in": {"reading", "reports"},
}
# Ways through pages that another way goes through too: only what is asked for there and not on the other.
ASKS_ONLY = {
    "reading": {"reader", "files in", "script"},
    "link": {"history", "crypto", "language", "script", "storage", "turns", "frames", "clock", "focus", "scrolling"},
}


def script(names) -> str:
    """One script for several refusals; its value is for each how many things it changed, -1 when it stopped."""
    return (
        "(() => {"
        + TOOLS
        + "const taken = {};"
        + "".join(
            f"changed = 0; try {{ {REFUSALS[name]} }} catch (error) {{ changed = -1; }} taken[{name!r}] = changed;\n"
            for name in names
        )
        + "return taken; })();"
    )


def asking(interface: str, pages) -> list[str]:
    """The pages, of all `pages`, that ask for an interface."""
    return [page for page in pages if page in ASKED_BY.get(interface, {page}) and interface in ASKS_ONLY.get(page, {interface})]


def batches(page: str, pages) -> list[list[str]]:
    """All refusals that a page meets, in as few groups as can be: in each group one way of every interface.

    The parts that ask are mostly the same on every page. So where more than two of all `pages` ask for an interface that can
    be refused in three ways or more, each page leaves one way out, the next page the next one.
    """
    found: list[list[str]] = []
    for interface in dict.fromkeys(name.split(":")[0] for name in REFUSALS):
        askers = asking(interface, pages)
        if page not in askers:
            continue
        ways = [name for name in REFUSALS if name.split(":")[0] == interface and name not in TOO_OLD]
        if len(askers) > 2 and len(ways) > 2:
            del ways[askers.index(page) % len(ways)]
        found += [[] for _ in range(len(ways) - len(found))]
        for group, name in zip(found, ways, strict=False):
            group.append(name)
    return found
