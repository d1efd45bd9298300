// A school's site with one widget on a page, the walks that run inside it, and a stranger's server
// that nobody may ask for anything.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { DIST, html } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { exampleOf } from "./contents.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A server of somebody else: it keeps what it was asked for, and gives nothing. */
export async function stranger() {
  const asked = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.writeHead(404, { "access-control-allow-origin": "*" }).end();
  });
  await new Promise((listening) => server.listen(0, listening));
  server.unref();
  // Another name of this machine, so that it is another site as well as another origin.
  const origin = `http://localhost:${server.address().port}`;
  const close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(closed);
  });
  return { origin, asked, close };
}

/** The widgets and modes of which each has screens of its own. */
export const PLACES = {
  quiz: { tag: "adil-quiz", walk: "quiz", attributes: `storage="none"` },
  "quiz, class": { tag: "adil-quiz", walk: "quiz", attributes: `storage="none" mode="class"` },
  "quiz, print": { tag: "adil-quiz", walk: "paper", attributes: `storage="none" mode="print"` },
  pledge: { tag: "adil-pledge", walk: "pledge", attributes: `beside="ru"` },
  "pledge, reminder": { tag: "adil-pledge", walk: "reminder", attributes: `mode="reminder"` },
  "pledge, certificate": { tag: "adil-pledge", walk: "certificate", attributes: `mode="certificate" signature="class"` },
  "pledge, class": { tag: "adil-pledge", walk: "class", attributes: `mode="class" storage="none"` },
  "pledge, verify": { tag: "adil-pledge", walk: "verify", attributes: `mode="verify"` },
  video: { tag: "adil-video", walk: "video", attributes: `mode="teacher" version="slides" storage="none"` },
  "video, captions": { tag: "adil-video", walk: "captions", attributes: `storage="none" version="film"` },
};

/**
 * Serves the places as pages, `contentOf(place)` first in each, and `body(path)` for whatever a test
 * adds. `sanitizer` is "loaded" for a browser that is to have none of its own.
 */
export async function school({ contentOf = exampleOf, body = () => undefined, sanitizer = "", headers } = {}) {
  const pageOf = (name, { tag, attributes }) => html(
    `<${tag} loading="eager" ${attributes}><script type="application/json">${JSON.stringify(contentOf(name))}</script></${tag}>`,
    { head: `<script src="/inside/watch.js" data-sanitizer="${sanitizer}"></script>
      <script type="module" src="/inside/walks.mjs"></script>` });
  const fault = (path) => {
    const [, name] = /^\/page\/([^/]+)\.html$/.exec(path) ?? [];
    const place = name && decodeURIComponent(name);
    if (place) return { body: pageOf(place, PLACES[place]) };
    const own = body(path);
    if (own !== undefined) return { body: own };
    return path.endsWith(".mjs") ? { type: "text/javascript" } : undefined;
  };
  const folders = { "/adil/": `${DIST}/`, "/page/": `${DIST}/examples/`, "/inside/": folder("inside/"), "/e2e/": folder("../e2e/") };
  const site = await serve(folders, { fault, headers });
  return Object.assign(site, { pageOf: (place) => `${site.origin}/page/${encodeURIComponent(place)}.html` });
}
