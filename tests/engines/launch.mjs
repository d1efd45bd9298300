// The engine that tests run in: Chromium by playwright-core, or the one that ADIL_ENGINE names, by
// a driver that has as much of the same interface as the tests use.
import { chromium } from "playwright-core";
import { Browser } from "./driver/browser.mjs";

/** The engine's name: chromium, firefox or webkit. */
export const ENGINE = process.env.ADIL_ENGINE ?? "chromium";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Starts a browser of that engine; `args` are Chromium's own flags. */
export async function launch({ args = FLAGS, ...more } = {}, engine = ENGINE) {
  if (engine === "chromium") {
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args, ...more });
  }
  const driver = await import(`./driver/${engine}.mjs`);
  return new Browser(await driver.launch());
}

/** Runs a script in a page, past the page's content security policy. */
export async function pastPolicy(page, script) {
  // Drivers of other engines run scripts so in any case.
  if (ENGINE !== "chromium") return page.evaluate(`${script};undefined`);
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: script });
  await session.detach();
}

/** Draws a finger over a page, from point to point; Playwright has no word for it. */
export async function dragFinger(page, points) {
  if (ENGINE !== "chromium") return page.touchscreen.drag(points);
  const session = await page.context().newCDPSession(page);
  const touch = (type, at) => session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
  await touch("touchStart", points[0]);
  for (const point of points.slice(1)) await touch("touchMove", point);
  await touch("touchEnd");
  await session.detach();
}
