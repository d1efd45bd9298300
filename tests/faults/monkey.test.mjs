// Somebody presses, types, moves and leaves at random, for a minute on every push and for half an
// hour in the whole run: nothing goes wrong, nothing that was done is lost, and memory stays flat.
// ADIL_SEED takes another walk, ADIL_SECONDS a longer one.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { LIMIT } from "../run/wait.mjs";
import { checkSoon, html } from "../e2e/page.mjs";
import { note, remark, whole } from "../proof/note.mjs";
import { launchKeeping, servePage } from "./away.mjs";
import { diceOf } from "./dice.mjs";
import { doneIn, isPledgeShown, lostOf, runsOf } from "./lost.mjs";
import { collect, leaveAndReturn, prepareWalk, step } from "./walk.mjs";

const TABLE = "A random walk";
const SEED = Number(process.env.ADIL_SEED ?? 20261124);
const SECONDS = Number(process.env.ADIL_SECONDS ?? (whole ? 1_800 : 10));
// After how many acts memory is measured, and how often the page is loaded anew.
const SAMPLE = whole ? 400 : 80;
const LEGS = whole ? 4 : 2;

const EXAMPLES = "/adil/examples";
const WALKED = `class="walked" loading="eager" storage="device"`;
const TAGS = `
  <adil-quiz id="quiz" ${WALKED} src="${EXAMPLES}/item-types.json"><p>A quiz.</p></adil-quiz>
  <adil-quiz id="timed" ${WALKED} src="${EXAMPLES}/small-choices.json" time-limit="1"
    before="${EXAMPLES}/my-pledge.json"><p>A quiz.</p></adil-quiz>
  <adil-pledge id="pledge" ${WALKED} src="${EXAMPLES}/my-pledge.json"><p>A pledge.</p></adil-pledge>
  <adil-video id="video" ${WALKED} src="${EXAMPLES}/scholarship-list.json"><p>A lesson.</p></adil-video>`;
const PAGE = html(`<div class="place">${TAGS}</div><div class="place"></div>`);

async function open() {
  const site = await servePage(PAGE);
  const browser = await launchKeeping();
  const context = await browser.newContext({ reducedMotion: "reduce", acceptDownloads: false });
  context.setDefaultTimeout(LIMIT);
  await context.addInitScript(prepareWalk);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(`${error.stack}`));
  // A class that wrote promises is asked before it leaves.
  page.on("dialog", (dialog) => dialog.accept().catch(() => {}));
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  const close = () => Promise.all([browser.close(), site.close()]);
  await page.goto(`${site.origin}/page.html`);
  await allRun(page);
  return { page, said, cdp, close, origin: site.origin, told: [] };
}

/** All widgets run, and none is about to show something else. */
const allRun = (page) => checkSoon(() => page.evaluate(() =>
  document.querySelectorAll(".walked:state(ready):not(:state(loading))").length), 4, "all widgets run");

/** Nothing went wrong so far, and nothing that was done is lost. */
async function checkSound(seen) {
  await allRun(seen.page);
  await collect(seen);
  const failed = seen.told.filter(({ name }) => ["error", "rejection", "storage"].includes(name));
  assert.deepEqual(failed, [], "no widget failed");
  assert.deepEqual(await lostOf(seen.page, seen.told), [], "nothing that was done is lost");
}

/** Loads the page anew: what was kept is kept, and shown. */
async function comeBack(seen) {
  await checkSound(seen);
  const before = await runsOf(seen.page);
  await seen.page.reload();
  await allRun(seen.page);
  const after = await runsOf(seen.page);
  for (const [key, run] of Object.entries(before)) {
    assert.deepEqual(doneIn(after[key]), doneIn(run), `${key}, loaded anew`);
  }
  assert.ok(await isPledgeShown(seen.page, before), "the pledge is shown as it was");
}

/** What the page holds when no widget is in it, after garbage was collected. */
async function measure({ page, cdp }) {
  await page.evaluate(async () => {
    for (const place of document.querySelectorAll(".place")) place.replaceChildren();
    window.picked = undefined;
    // A rest for what is measured; it changes only by how much this may vary.
    await new Promise((later) => setTimeout(later, 100));
  });
  for (let times = 0; times < 2; times++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
  const memories = await page.evaluate(() => Object.entries(window.memories)
    .map(([name, memory]) => [name, memory.buffer.byteLength]));
  await page.evaluate((tags) => document.querySelector(".place").insertAdjacentHTML("beforeend", tags), TAGS);
  await allRun(page);
  return {
    nodes: value("Nodes"), listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize"),
    ...Object.fromEntries(memories),
  };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

// What may stand between the halves of a walk: a factor, and so much more. Within the first minutes
// engines still compile what runs often.
const MOST = { nodes: [1.02, 40], listeners: [1, 4], heap: [1.05, whole ? 400_000 : 2_000_000] };
const OF_BUNDLES = [1, 131_072];

/**
 * The second half of the samples is as the first: no node, no listener, no memory stays behind. At
 * first a walk meets much for the first time, and that is left out.
 */
function checkFlat(all) {
  const samples = all.slice(Math.ceil(all.length / 4));
  const half = Math.floor(samples.length / 2);
  const found = {};
  for (const what of Object.keys(samples.at(-1))) {
    // A browser counts the nodes and the heap of pages that it keeps for "back", too, and those come
    // and go. The least of many samples has none of them, and what stays behind is in all samples; of
    // nodes a short walk has too few.
    if (what === "nodes" && !whole) continue;
    const typical = ["nodes", "heap"].includes(what) ? (list) => Math.min(...list) : median;
    const halves = [samples.slice(0, half), samples.slice(half)]
      .map((part) => part.map((sample) => sample[what]).filter(Boolean));
    // A bundle that came late has no first half.
    if (!halves[0].length) continue;
    const [first, second] = (found[what] = halves.map(typical));
    const [factor, more] = MOST[what] ?? OF_BUNDLES;
    assert.ok(second <= first * factor + more, `${what} in both halves: ${JSON.stringify(halves)}`);
  }
  return found;
}

async function walk(seen, dice, until, acts) {
  const samples = [];
  // A slow machine takes longer, so that there is something to compare.
  while (Date.now() < until || samples.length < 6) {
    acts.push(await step(seen, dice));
    assert.deepEqual(seen.said, [], "no error in the console");
    if (acts.length % SAMPLE) continue;
    await checkSound(seen);
    // A page that the browser keeps for "forward" has nodes, too: there is one in each sample.
    await leaveAndReturn(seen);
    await allRun(seen.page);
    samples.push(await measure(seen));
  }
  return samples;
}

/** An error with the walk that led to it. */
function withTrail(error, acts) {
  const last = acts.slice(-30);
  const trail = last.map((act, n) => `${acts.length - last.length + n + 1}. ${act}`);
  return new Error(`seed ${SEED}, after ${acts.length} acts: ${error.stack}\nthe last acts:\n${trail.join("\n")}`);
}

test(`a random walk of ${SECONDS} seconds`, { timeout: SECONDS * 3_000 + 900_000 }, async () => {
  const seen = await open();
  const dice = diceOf(SEED);
  const acts = [];
  const flat = [];
  const end = Date.now() + SECONDS * 1_000;
  try {
    for (let leg = 1; leg <= LEGS; leg++) {
      const until = end - (SECONDS * 1_000 * (LEGS - leg)) / LEGS;
      flat.push(checkFlat(await walk(seen, dice, until, acts)));
      await comeBack(seen);
    }
  } catch (error) {
    throw withTrail(error, acts);
  } finally {
    await seen.close();
  }
  report(seen.told, acts, flat);
});

function report(told, acts, flat) {
  const counts = {};
  for (const { name } of told) counts[name] = (counts[name] ?? 0) + 1;
  const events = Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(", ");
  const sum = `seed ${SEED}: ${acts.length} acts in ${SECONDS} s; events: ${events}`;
  console.log(sum);
  const kinds = new Set(acts.map((act) => act.split(" ")[0]));
  assert.ok(counts.answer > 0 && kinds.size > 10, "somebody was busy, in all kinds of ways");
  if (whole) assert.ok(counts.pledge > 0, "pledges were made");
  remark(TABLE, `${sum}. No error in the console, no unhandled rejection, no widget that failed, no lost answer.`);
  const inKiB = (list) => list.map((bytes) => Math.round(bytes / 1024)).join(", ");
  for (const [n, { nodes, listeners, heap, ...bundles }] of flat.entries()) {
    const memory = Object.entries(bundles).map(([name, list]) => `${name} ${inKiB(list)}`).join("; ");
    note(TABLE, {
      "between two loads of the page": n + 1, "nodes, first and second half": nodes?.join(", ") ?? "not compared",
      listeners: listeners.join(", "), "JS heap, KiB": inKiB(heap), "WebAssembly memory, KiB": memory,
    });
  }
}
