// Version @VERSION@: the same files give the same version.
const FILES = new Map(@FILES@); // address below ROOT -> hash of its content
const PATIENCE = 2500; // milliseconds to wait for the network before the kept page is shown
const AT_ONCE = 6;
const HASHED = /\.[0-9a-f]{8}\.(min\.)?(js|css)$/; // another content has another name
const SORRY = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Niet bewaard</title><h1>Deze pagina staat niet op dit apparaat</h1>
<p>Er is nu geen internet. Ga terug, of probeer het straks opnieuw.</p><p><a href="${ROOT}">Naar de startpagina</a></p></html>`;

// Where each file stands on the host. What several sites share stands outside ROOT.
const PLACES = new Map(Array.from(FILES.keys(), (path) => [new URL(`${ROOT}${path}`, self.location).pathname, path]));

// The name under which a file is kept. Asked for like this it also passes an older copy at the host.
const place = (path) => new URL(`${ROOT}${path}?${FILES.get(path)}`, self.location).href;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));

async function fill() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const ahead = [...FILES.keys()].filter((path) => !kept.has(place(path)));
  const total = ahead.length;
  const carry = async () => {
    for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
      // A redirect is a login page or another site: never keep that as a page of ours.
      const answer = await fetch(place(path), { cache: "no-cache", redirect: "error" });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      if ((await hash(answer.clone())) !== FILES.get(path)) throw new Error(`${path}: another file than the one of this version`);
      await cache.put(place(path), answer);
      await tell(total - ahead.length, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
}

async function hash(answer) { // as macros/site/offline/files.py makes it
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, @DIGITS@);
}

async function tell(done, total) {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage({ kept: done, of: total });
}

self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

async function tidy() { // what an older version kept goes
  await Promise.all((await others()).map((name) => caches.delete(name)));
  const cache = await caches.open(CACHE);
  const current = new Set(Array.from(FILES.keys(), place));
  await Promise.all((await cache.keys()).filter((request) => !current.has(request.url)).map((request) => cache.delete(request)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const known = PLACES.get(address.pathname);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (known === undefined && !address.pathname.startsWith(ROOT)) return;
  const path = known ?? address.pathname.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  const page = request.mode === "navigate";
  if (FILES.has(path)) event.respondWith(page ? showPage(event, path) : getPart(event, path));
  else if (page) event.respondWith(fetch(request).catch(() => notOurs(path)));
});

// A host adds a slash that was forgotten; without a network that is done here.
const notOurs = (path) => (FILES.has(`${path}/`) ? Response.redirect(`${ROOT}${path}/`) : sorry());

const sorry = () => new Response(SORRY, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
const fromCache = (path) => caches.match(place(path), { cacheName: CACHE }); // opening it would make it again after leave()

function fromNetwork(request) { // null: no network, too slow, or the host is in trouble
  const answer = fetch(request).then((response) => (response.status < 500 ? response : null), () => null);
  return { answer, soon: Promise.race([answer, new Promise((resolve) => setTimeout(resolve, PATIENCE, null))]) };
}

const showsKept = new Set(); // pages that were opened from what is kept: their parts come from there too

async function showPage(event, path) { // the newest text when there is a network
  const network = fromNetwork(event.request);
  const fresh = await network.soon;
  if (fresh) {
    event.waitUntil(lookForWorker());
    return fresh;
  }
  const kept = await fromCache(path);
  if (kept) showsKept.add(event.resultingClientId);
  return kept || (await network.answer) || sorry();
}

async function getPart(event, path) {
  if (HASHED.test(path) || showsKept.has(event.clientId)) return (await fromCache(path)) || fetch(event.request);
  const network = fromNetwork(event.request);
  return (await network.soon) || (await fromCache(path)) || (await network.answer) || Response.error();
}

let looked = false;
async function lookForWorker() { // a site without this file wants nothing kept any more
  if (looked) return;
  looked = true;
  const answer = await fetch(self.location.pathname, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer && [404, 410].includes(answer.status)) await leave();
}
