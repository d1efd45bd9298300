// Pages without the internet, for sites that want them. A page names this file; a worker of the site,
// a file of one line, imports it: importScripts("adil/adil-offline.js").
//
// In a page it starts the worker and tells it what the page needs. In the worker it keeps that: our
// own files as whole sets of one build, by their hashes, and the page's own as they came last. Online
// the network is always asked first for what has no build in its address, so nobody stays with an old
// version; a page that began with an old one gets the rest of just that.

(() => {
  /** How long a copy waits for a line that is there and gives nothing, in ms. */
  const PATIENCE = 3_000;

  /** In a page: what it needs goes to the worker, now and as it comes. */
  const page = () => {
    const { src, dataset } = document.currentScript;
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const worker = new URL(dataset.worker ?? "../adil-worker.js", src);
    const isOwn = (address) => address.startsWith(`${location.origin}/`);
    // Of what scripts of the page ask for only the files of our elements are ours to keep.
    const isNamed = (address) => [...document.querySelectorAll("[src], [before]")].some((element) =>
      ["src", "before"].some((name) =>
        element.localName.startsWith("adil-") && element.hasAttribute(name)
        && new URL(element.getAttribute(name), element.baseURI).href === address));
    const isNeeded = ({ name, initiatorType }) =>
      isOwn(name) && (/^(script|link|img|css)$/.test(initiatorType) || name.startsWith(new URL(".", src)) || isNamed(name));
    const tell = (addresses) =>
      workers.ready.then(({ active }) => addresses.length && active.postMessage(addresses));
    workers.register(worker, { updateViaCache: "none" }).then(
      () => {
        tell([location.href.split("#")[0]]);
        new PerformanceObserver((list) => tell(list.getEntries().filter(isNeeded).map(({ name }) => name)))
          .observe({ type: "resource", buffered: true });
      },
      (error) => console.warn(`${worker}: pages are not kept for offline use: ${error.message}`),
    );
  };

  // Written by the build: its id, and the hash of each file that widgets ask for.
  const BUILD = "__ADIL_BUILD__";
  const LINES = "__ADIL_FILES__";

  const serve = () => {
    const files = new Map(LINES.split("\n").map((line) => line.split(" ")).filter(({ length }) => length === 2));
    // A script that is imported does not learn where it lies; a worker with another folder says so.
    const here = new URL(self.adilFolder ?? "adil/", location).href;
    const OWN = `adil-${BUILD}`;
    const SITE = "adil-site";

    /** The name of a file of a release; nothing for other addresses. */
    const nameOf = (address) => {
      const [bare] = address.split(/[?#]/);
      const name = bare.startsWith(here) ? bare.slice(here.length) : "";
      return files.has(name) ? name : undefined;
    };

    /** The files that only work together with this one. */
    const together = (name) => {
      const bundle = /^(adil-(\w+)(-\w+)?)(_bg|\.js|\.css)/.exec(name);
      if (!bundle) return [name];
      // Lessons and stories ask with the items of a quiz.
      const bundles = /^(video|story)$/.test(bundle[2]) ? [bundle[1], "adil-quiz"] : [bundle[1]];
      const all = bundles.flatMap((one) =>
        [`${one}.js`, `${one}_bg.wasm`, `${one}_bg.lazy.wasm`, `${one.split("-").slice(0, 2).join("-")}.css`]);
      return ["adil.js", "adil-first.css", "adil-first.js", ...all].filter((one) => files.has(one));
    };

    /** Keeps files of this build: all of them or none, and only if they are of this build. */
    const keep = async (names) => {
      const cache = await caches.open(OWN);
      const missing = [];
      for (const name of new Set(names.flatMap(together))) {
        if (!(await cache.match(here + name))) missing.push(name);
      }
      const answers = await Promise.all(missing.map((name) =>
        fetch(`${here}${name}?v=${BUILD}`, { integrity: files.get(name) })));
      if (!answers.every(({ ok }) => ok)) throw Error("a file is missing");
      try {
        await Promise.all(answers.map((answer, n) => cache.put(here + missing[n], answer)));
      } catch (error) {
        // The storage is full: half a set would be worse than none.
        await Promise.all(missing.map((name) => cache.delete(here + name)));
        throw error;
      }
    };
    const quietly = (promise) => promise.catch((error) => console.warn(`not kept for offline use: ${error.message}`));

    /** The network, but for those who wait too long, and for those without one, a copy. */
    const freshOr = async (request, copy) => {
      const answer = fetch(request);
      if (!copy) return answer;
      const late = new Promise((done) => setTimeout(done, PATIENCE));
      return (await Promise.race([answer, late]).catch(() => undefined)) ?? copy;
    };

    const ours = async (event, name) => {
      const { request } = event;
      const build = new URL(request.url).searchParams.get("v");
      const [cache, bare] = [await caches.open(OWN), here + name];
      // Whoever tries again asks the server.
      const asks = request.cache === "reload" || request.cache === "no-store";
      if (build === null) {
        // What a page names itself: without a network the set that is whole.
        return freshOr(request, await cache.match(bare));
      }
      if (build !== BUILD) {
        const old = (await caches.has(`adil-${build}`)) && (await (await caches.open(`adil-${build}`)).match(bare));
        return old || fetch(request);
      }
      const copy = asks ? undefined : await cache.match(bare);
      if (copy) return copy;
      event.waitUntil(quietly(keep([name])));
      return fetch(request);
    };

    const site = async (event) => {
      const { request } = event;
      const cache = await caches.open(SITE);
      const copy = await cache.match(request, { ignoreVary: true });
      const answer = await freshOr(request, copy);
      // What is kept is kept as it came last.
      if (copy && answer !== copy && answer.ok) event.waitUntil(quietly(cache.put(request.url, answer.clone())));
      return answer;
    };

    /** What a page says that it needs. */
    const need = async (addresses) => {
      const names = addresses.map(nameOf).filter(Boolean);
      await quietly(keep(names));
      const cache = await caches.open(SITE);
      for (const address of addresses.filter((one) => !nameOf(one))) {
        if (await cache.match(address)) continue;
        await quietly(fetch(address).then((answer) => answer.ok && cache.put(address, answer)));
      }
    };

    addEventListener("install", (event) => event.waitUntil((async () => {
      // What pages had of the last build, they need of this one. As long as that cannot be kept, the
      // worker before this one stays.
      const had = new Set();
      for (const key of (await caches.keys()).filter((key) => /^adil-\w{10}$/.test(key))) {
        for (const { url } of await (await caches.open(key)).keys()) had.add(nameOf(url));
      }
      await keep([...had].filter(Boolean));
    })()));
    addEventListener("activate", (event) => event.waitUntil((async () => {
      // No page of an older build is left.
      for (const key of await caches.keys()) if (/^adil-\w{10}$/.test(key) && key !== OWN) await caches.delete(key);
      await clients.claim();
    })()));
    addEventListener("message", (event) => event.waitUntil(need([event.data].flat())));
    addEventListener("fetch", (event) => {
      const { request } = event;
      const { origin } = new URL(request.url);
      if (request.method !== "GET" || request.headers.has("range") || origin !== location.origin) return;
      const name = nameOf(request.url);
      event.respondWith(name ? ours(event, name) : site(event));
    });
  };

  if (self.document) page();
  else serve();
})();
