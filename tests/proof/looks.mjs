// How the site looks, and what its pages cost: a contact sheet of every widget in themes, languages and
// widths, compared with what was kept; and for each page bytes, first paint and what jumps.
// `node proof/looks.mjs <folder for the pictures>`; ADIL_UPDATE keeps what is seen now.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../engines/launch.mjs";
import { DIST } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { inLanguage, LANGUAGES, pages } from "../e2e/site-pages.mjs";
import { until } from "../run/wait.mjs";
import { note, remark } from "./note.mjs";

const [folder] = process.argv.slice(2);
const KEPT = fileURLToPath(new URL("looks.txt", import.meta.url));
const WIDTHS = [360, 1_280];
const SCHEMES = ["light", "dark"];
const SIDE = 12; // A picture is kept as so many rows of so many greys: fonts differ, places do not.
const FAR = 14; // How far, of 255, the greys of a picture may be from those that were kept, in the mean.

/** Runs in a page: the greys of a picture, coarsely. */
async function greysIn([address, side]) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  brush.imageSmoothingQuality = "high";
  brush.drawImage(image, 0, 0, side, side);
  const { data } = brush.getImageData(0, 0, side, side);
  return Array.from({ length: side * side }, (_, n) => Math.round((data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 3));
}

const toText = (greys) => Buffer.from(greys).toString("base64");
const toGreys = (text) => [...Buffer.from(text, "base64")];
const apart = (a, b) => a.reduce((sum, grey, n) => sum + Math.abs(grey - b[n]), 0) / a.length;

/** Runs in a page: what jumps, and when something is painted first. */
function keep() {
  window.cost = { shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => {
    if (!hadRecentInput) window.cost.shift += value;
  })).observe({ type: "layout-shift", buffered: true });
}

const stands = (page) => until(() => page.evaluate(() => [...document.querySelectorAll(".stage > *")]
  .filter((one) => one.matches(":state(loading)") || one.getAttribute("loading") === "eager")
  .every((one) => one.matches(":state(ready)"))), "the widgets stand");

const browser = await launch();
const site = await serve({ "/": `${DIST}/` });

/** A page in a window of its own; the clock stands at one day, as plans and pledges show dates. */
async function open(path, { width = 1_280, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce", timezoneId: "UTC" });
  await context.addInitScript(keep);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-11-02T09:00:00Z"));
  await page.goto(`${site.origin}/${path}`);
  await stands(page);
  return { page, close: () => context.close() };
}

const kb = (bytes) => (bytes / 1_000).toFixed(1);
const TABLE = "What the pages of the site cost";
const shifted = [];
for (const path of pages.filter((path) => !/^(kk|ru)\//.test(path))) {
  const { page, close } = await open(path);
  const cost = await page.evaluate(() => ({
    shift: window.cost.shift, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    own: performance.getEntriesByType("navigation")[0].transferSize,
    all: performance.getEntriesByType("resource").reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: performance.getEntriesByType("resource").length + 1,
  }));
  const row = { page: path, "kB itself": kb(cost.own), "kB in all, not compressed": kb(cost.own + cost.all), requests: cost.requests,
    "first paint, ms": Math.round(cost.paint), "layout shift": cost.shift.toFixed(3) };
  note(TABLE, row);
  console.log(Object.values(row).join("  "));
  if (cost.shift) shifted.push(path);
  await close();
}
remark(TABLE, `Pages on which something jumps: ${shifted.join(", ") || "none"}.`);

mkdirSync(folder, { recursive: true });
const before = new Map();
try {
  for (const line of readFileSync(KEPT, "utf8").trim().split("\n")) before.set(...line.split(" "));
} catch (error) {
  if (error.code !== "ENOENT") throw error;
}
const now = new Map();
const far = [];
const reader = await (await browser.newContext()).newPage();
const widgets = pages.filter((path) => /^widgets\//.test(path));
for (const widget of [...widgets, "index.html"]) {
  for (const lang of LANGUAGES) for (const scheme of SCHEMES) for (const width of WIDTHS) {
    const { page, close } = await open(`${inLanguage(widget, lang)}?view=pupil`, { width, scheme });
    const name = `${widget.replace(/^widgets\/|\.html$/g, "")}-${lang}-${scheme}-${width}`;
    const picture = await page.screenshot({ path: join(folder, `${name}.png`) });
    const greys = await reader.evaluate(greysIn, [`data:image/png;base64,${picture.toString("base64")}`, SIDE]);
    now.set(name, toText(greys));
    const distance = before.has(name) ? apart(toGreys(before.get(name)), greys) : 0;
    if (distance > FAR) far.push(`${name}: ${distance.toFixed(1)} from what was kept`);
    await close();
  }
}
const figure = (name) => `<figure><img loading="lazy" src="${name}.png" alt=""><figcaption>${name}</figcaption></figure>`;
writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Looks</title>
<style>body{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem;font:.8rem sans-serif}figure{margin:0}img{inline-size:100%;border:1px solid #999}</style>
${[...now.keys()].map(figure).join("\n")}\n`);
if (process.env.ADIL_UPDATE) writeFileSync(KEPT, `${[...now].map((line) => line.join(" ")).join("\n")}\n`);
remark("How widgets look", `${now.size} pictures of ${widgets.length} widgets and the front page, in ${SCHEMES.length} schemes, ${LANGUAGES.length} languages and ${WIDTHS.length} widths; ${before.size ? `${far.length} differ` : "none were kept yet"}.`);
console.log(`${now.size} pictures in ${folder}`);
await browser.close();
await site.close();
if (far.length && !process.env.ADIL_UPDATE) {
  console.error(far.join("\n"));
  process.exitCode = 1;
}
