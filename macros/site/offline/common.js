/* Service worker of this site. It is only there on a device where somebody chose to keep the site (zonder-internet/).
   It keeps the files of the site and nothing else: no answers, no addresses with a question mark, nothing after a #. */
"use strict";
const ROOT = new URL("./", self.location).pathname; // another site on the same host has another folder
const FAMILY = `veiligwijzer ${ROOT}`;
const CACHE = `${FAMILY} 1`; // the number goes up when the way of keeping changes

const others = async () => (await caches.keys()).filter((name) => name.startsWith(`${FAMILY} `) && name !== CACHE);

async function leave() {
  await Promise.all([...(await others()), CACHE].map((name) => caches.delete(name)));
  await self.registration.unregister();
}
