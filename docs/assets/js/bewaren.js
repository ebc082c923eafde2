/* The button with which somebody keeps this site on a device, and the one to take it away again. Nothing is kept before
   the first is pressed. Only the page with the button has this script (macros/site/offline/worker.py). */
(function () {
  "use strict";
  const box = document.querySelector("[data-keep]");
  const [status, keep, progress, away] = ["status", "go", "progress", "away"].map((name) => box.querySelector(`[data-part=${name}]`));
  const worker = new URL(box.dataset.keep, location.href);
  const scope = new URL("./", worker);
  const family = `veiligwijzer ${scope.pathname} `; // as in macros/site/offline/common.js

  const TEXT = {
    idle: "De site staat nog niet op dit apparaat. Het gaat om ongeveer 5 megabyte.",
    busy: "De site wordt bewaard. Laat deze pagina even open.",
    kept: "De site staat op dit apparaat. Met internet zie je de nieuwste tekst, zonder internet de bewaarde tekst.",
    failed: "Het is niet gelukt. Controleer of je internet hebt en of er ruimte is op dit apparaat. Probeer het dan opnieuw.",
    still: "Het weghalen is niet gelukt. Wis in je browser de gegevens van deze site.",
    unable: "Deze browser kan de site hier niet bewaren. Gebruik een gewoon venster, geen privévenster, of een andere browser.",
  };

  const show = (text, part) => {
    status.textContent = text;
    for (const each of [keep, progress, away]) each.hidden = each !== part;
  };
  const ready = () => show(TEXT.kept, away);
  const idle = () => show(TEXT.idle, keep);

  async function registered() {
    const found = await navigator.serviceWorker.getRegistration(scope);
    return found && found.scope === scope.href ? found : null; // not the one of a site in a folder above
  }

  // A browser that may keep nothing has none of this, or refuses as soon as somebody asks.
  async function start() {
    try {
      if (!location.protocol.startsWith("http") || !window.isSecureContext || !navigator.serviceWorker || !window.caches) throw new Error("not here");
      navigator.serviceWorker.addEventListener("message", (event) => {
        progress.max = event.data.of;
        progress.value = event.data.kept;
      });
      const found = await registered();
      await caches.keys();
      if (found && found.active) ready();
      else idle();
    } catch (error) {
      console.info(error);
      show(TEXT.unable);
    }
  }

  keep.addEventListener("click", async () => {
    show(TEXT.busy, progress);
    progress.removeAttribute("value");
    try {
      const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
      await installed(registration.installing || registration.waiting || registration.active);
    } catch (error) {
      console.info(error);
      show(TEXT.failed, keep);
      keep.focus();
      return;
    }
    ready();
    away.focus();
  });

  const installed = (coming) => new Promise((resolve, reject) => {
    const look = () => {
      if (coming.state === "activated") resolve();
      if (coming.state === "redundant") reject(new Error("The worker could not fetch all files."));
    };
    coming.addEventListener("statechange", look);
    look();
  });

  away.addEventListener("click", async () => {
    try {
      const found = await registered();
      if (found) await found.unregister();
      const names = (await caches.keys()).filter((name) => name.startsWith(family));
      await Promise.all(names.map((name) => caches.delete(name)));
    } catch (error) {
      console.info(error);
      show(TEXT.still, away);
      away.focus();
      return;
    }
    idle();
    keep.focus();
  });

  start();
})();
