// How the cost of a page grows: with the number of widgets on it, of items in a quiz, of checkpoints
// in a lesson; and that widgets below the fold cost next to nothing until they are seen. Prints and
// notes medians, the cost of one more by least squares, and how that cost compares between large
// and small pages: about 1 where it grows in a line.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { DIST, example, html, quizOf, single } from "../e2e/page.mjs";
import { item, lesson } from "../engines/lesson.mjs";
import { whole } from "../proof/note.mjs";
import { metrics, open, rest } from "./peers/measure.mjs";
import { countMemory, watch } from "./peers/probe.mjs";
import { makeFiles, start } from "./peers/server.mjs";
import { grouped, median, say, table } from "./peers/table.mjs";

const ROUNDS = whole ? 7 : 3;
const many = (n, make) => Array.from({ length: n }, (_, at) => make(at));

const bodies = { "/content/pledge.json": JSON.stringify(example("my-pledge")) };
const quizWith = (items) => JSON.stringify(quizOf(many(items, (n) => single(`q${n}`))));
/** Of four hours, so that there is room for all. */
const lessonWith = (checkpoints) => JSON.stringify(lesson({
  duration: "3:59:59",
  checkpoints: many(checkpoints, (n) => ({ id: `c${n}`, at: 60 + n * 70, item: item(`q${n}`) })),
}));
const widget = (kind, file, loading = "eager") =>
  `<adil-${kind} loading="${loading}" src="/content/${file}.json" storage="none"><p>It needs JavaScript.</p></adil-${kind}>`;

/** A page by its name, with `count` widgets that become ready. */
function page(name, count, body) {
  bodies[`/pages/${name}.html`] = html(body);
  return { name, path: `/pages/${name}.html`, count, runs: [] };
}

const crowd = (kind, file) => ({
  unit: `${kind} on a page`,
  sizes: [1, 10, 100],
  make: (n) => page(`${kind}-${n}`, n, many(n, () => widget(kind, file)).join("")),
});
/** Pages that differ in one number. */
const SERIES = [
  crowd("quiz", "quiz-10"),
  crowd("pledge", "pledge"),
  crowd("video", "lesson-1"),
  {
    unit: "item in a quiz",
    sizes: [10, 100, 1000],
    make: (n) => page(`items-${n}`, 1, widget("quiz", `quiz-${n}`)),
  },
  {
    unit: "checkpoint in a lesson",
    sizes: [1, 10, 100, 200],
    make: (n) => page(`checkpoints-${n}`, 1, widget("video", `lesson-${n}`)),
  },
].map(({ make, ...series }) => ({ ...series, pages: series.sizes.map(make) }));
for (const n of [10, 100, 1000]) bodies[`/content/quiz-${n}.json`] = quizWith(n);
for (const n of [1, 10, 100, 200]) bodies[`/content/lesson-${n}.json`] = lessonWith(n);

const FOLD = `<div style="block-size: 5000px"></div>`;
const EMPTY = page("no-widget", 0, FOLD);
const UNSEEN = page("unseen", 0, FOLD + many(100, () => widget("quiz", "quiz-10", "lazy")).join(""));

/** Runs in the page: keeps when each widget became ready. */
function keepReady() {
  window.seen.ready = [];
  addEventListener("adil-ready", () => window.seen.ready.push(performance.now()));
}
const isReady = (count) => window.seen.ready.length >= count;
const SCRIPTS = [[watch], [countMemory], [keepReady]];

/** One visit until all widgets are ready and the page rests; `more` may go on from there. */
const visit = (where, { name, path, count }, more = () => {}) => open(where, { name, path }, SCRIPTS, async (opened) => {
  const { page, session, net, go } = opened;
  await go();
  await rest(opened, () => page.evaluate(isReady, count), name);
  const { TaskDuration } = await metrics(session);
  await session.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, JSEventListeners, Nodes } = await metrics(session);
  const { ready, wasm } = await page.evaluate(() => ({ ready: window.seen.ready, wasm: window.wasmBytes() }));
  const found = {
    ready: ready[count - 1], busy: TaskDuration * 1000, memory: JSHeapUsedSize + wasm, nodes: Nodes,
    listeners: JSEventListeners, paths: net.all().map((one) => one.path),
  };
  await more(opened);
  return found;
});

const kilo = (value) => value / 1000;
/** What is compared: how a page's figure is shown, and that of one more. */
const FIGURES = [
  { key: "ready", name: "ready", unit: "ms", show: grouped, one: (value) => value.toFixed(2) },
  { key: "busy", name: "main thread", unit: "ms", show: grouped, one: (value) => value.toFixed(2) },
  { key: "memory", name: "memory", unit: "kB", show: (value) => grouped(kilo(value)), one: (value) => kilo(value).toFixed(1) },
  { key: "nodes", name: "DOM", unit: "nodes", show: grouped, one: (value) => value.toFixed(1) },
];

/** What one more costs, by least squares over points of size and cost. */
function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [size, cost] = [mean(([x]) => x), mean(([, y]) => y)];
  return mean(([x, y]) => (x - size) * (y - cost)) / mean(([x]) => (x - size) ** 2);
}

/**
 * The cost of one more between the two largest pages, times that between the two smallest; a dash
 * where the small ones cost the same as far as noise lets one see.
 */
function bend(sizes, costs) {
  const between = (n, m) => (costs[m] - costs[n]) / (sizes[m] - sizes[n]);
  const times = between(sizes.length - 2, sizes.length - 1) / between(0, 1);
  return Number.isFinite(times) && times > 0 ? times.toFixed(2) : "–";
}

const costs = (pages, { key }) => pages.map(({ runs }) => median(runs.map((run) => run[key])));

/** The medians of each page of a series. */
function sized({ unit, sizes, pages }) {
  return sizes.map((size, n) => ({
    "": unit,
    number: grouped(size),
    ...Object.fromEntries(FIGURES.map((figure) =>
      [`${figure.name}, ${figure.unit}`, figure.show(costs(pages, figure)[n])])),
  }));
}

/** What one more adds, and whether that stays the same. */
function added({ unit, sizes, pages }) {
  const row = { "": unit };
  for (const figure of FIGURES) {
    const points = pages.flatMap(({ runs }, n) => runs.map((run) => [sizes[n], run[figure.key]]));
    row[`${figure.name}, ${figure.unit}`] = figure.one(slope(points));
    row[`${figure.name}, large : small`] = bend(sizes, costs(pages, figure));
  }
  return row;
}

/** Widgets that nobody has seen yet: nothing of theirs is asked for, until they are. */
async function below(where) {
  const isBundle = (path) => path.startsWith("/adil/adil-") || path.startsWith("/content/");
  const empty = await visit(where, EMPTY);
  let woken;
  const unseen = await visit(where, UNSEEN, async ({ page, net }) => {
    await page.locator("adil-quiz").first().scrollIntoViewIfNeeded();
    await page.waitForFunction(isReady, 1);
    woken = net.all().map(({ path }) => path);
  });
  assert.deepEqual(unseen.paths.filter(isBundle), [], "nothing is asked for below the fold");
  assert.ok(woken.some((path) => path.endsWith(".wasm")), "what is seen is asked for");
  const each = (key) => (unseen[key] - empty[key]) / 100;
  const held = `${each("listeners").toFixed(1)} listeners, ${kilo(each("memory")).toFixed(1)} kB and ${each("nodes").toFixed(1)} DOM nodes`;
  say("What one more costs", `A quiz below the fold, as one of 100: no request, ${held}, ${each("busy").toFixed(2)} ms on the main thread.`);
}

const site = await start(makeFiles({ bodies, folders: { "/adil/": `${DIST}/` } }), "HTTP/1.1");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const where = { browser, site, profile: "as it is" };
try {
  // The first visit compresses every file and is not counted.
  for (const { pages } of SERIES) await visit(where, pages[0]);
  for (let n = 0; n < ROUNDS; n++) {
    for (const { pages } of SERIES) for (const one of pages) one.runs.push(await visit(where, one));
  }
  table("How the cost grows", SERIES.flatMap(sized));
  table("What one more costs", SERIES.map(added));
  await below(where);
} finally {
  await browser.close();
  await site.close();
}
