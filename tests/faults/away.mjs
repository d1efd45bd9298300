// A browser that keeps pages which are left and hands them back as they were, and a site with a page
// to go away to. Drivers turn this off, since their own handles do not survive it; who uses it asks
// for elements anew after each return.
import { DIST, html } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { launch } from "../engines/launch.mjs";

/** What Chromium is started with wherever films are played. */
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio",
  "--autoplay-policy=no-user-gesture-required",
];

export const launchKeeping = () =>
  launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"], args: FLAGS });

/** A site with this page, and one to go away to. */
export function servePage(page) {
  const other = html("<p>Elsewhere.</p>", { script: "" });
  const bodies = { "/page.html": page, "/other.html": other, "/favicon.ico": "" };
  const fault = (path) => (bodies[path] === undefined ? undefined : { body: bodies[path] });
  return serve({ "/adil/": `${DIST}/` }, { fault });
}
