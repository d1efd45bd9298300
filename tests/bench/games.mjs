// The largest games that a file may hold, on a processor slowed four times, as on an old phone: a
// story of 500 scenes, and a board of 100 squares with 300 cards. Prints when each stands, and the
// longest task while it opens, while it is checked for its author, and while it is played: a page
// freezes for as long as its longest task.
import { chromium } from "playwright-core";
import { DIST, html } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { whole } from "../proof/note.mjs";
import { median, table } from "./peers/table.mjs";

const ROUNDS = whole ? 7 : 3;
const SLOWER = 4;
/** How many presses of each game are measured. */
const PRESSES = 60;
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n));
const words = (n) => `Scene ${n}. ${"A friend asks you for something that you could do, and nobody would know. ".repeat(4)}`;
const file = (kind, more) => ({ format: "adil", formatVersion: 1, kind, id: `large-${kind}`, title: "Large", level: "tertiary", languages: ["en"], ...more });

const SCENES = 500;
const after = (n) => (n < SCENES ? `s${n}` : "end");
const story = file("story", {
  variables: {
    trust: { start: 3, min: 0, max: 12, label: "Trust" }, debt: { start: 0, min: 0, max: 5, label: "Debt" },
    told: { start: false },
  },
  scenes: many(SCENES, (n) => ({
    id: `s${n}`, title: `Scene ${n}`, text: words(n), choices: [
      { id: "a", text: "Say what you think", set: ["trust + 1", "told = true"], feedback: "They listen.", to: after(n + 1) },
      { id: "b", text: "Wait and see", set: "debt + 1", to: after(n + 1) },
      { id: "c", text: "Ask somebody else", if: "trust >= 4 and not told", to: after(n + 2) },
    ],
  })),
  endings: [{ id: "end", title: "The end", text: "So it ends." }],
});

const deck = (kind, at, card) => ({ id: kind, kind, title: kind, on: many(10, (n) => at + n * 10), cards: many(100, (n) => ({ id: `${kind}-${n}`, stem: words(n), ...card(n) })) });
const board = file("board", {
  board: { squares: 100, columns: 10 },
  links: many(9, (n) => n * 10).flatMap((n) => [{ from: n + 9, to: n + 15, text: words(n) }, { from: n + 10, to: n + 6, text: words(n) }]),
  decks: [
    deck("question", 2, () => ({ options: many(4, (n) => ({ text: `Answer ${n}`, score: n ? 0 : 1, feedback: "Because." })) })),
    deck("task", 4, () => ({ explanation: "What a good answer has." })),
    deck("fate", 7, (n) => ({ steps: (n % 5) - 2 })),
  ],
});

/** Runs in the page before its scripts: keeps long tasks, and when the widget stood. */
function watch() {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask", buffered: true });
  addEventListener("adil-ready", () => (window.readyAt = performance.now()));
}

/** Runs in the page: presses the next way on, and waits until what follows was painted. */
const pressNext = (element) => new Promise((done) => {
  const ways = ["button.option", "button.verdict", ".scene .go, .stage .go, .setup .go"];
  const way = ways.map((way) => element.shadowRoot.querySelector(way)).find(Boolean);
  if (!way) return done(false);
  way.click();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(true);
    port2.postMessage(0);
  });
});

const bodies = {
  "/favicon.ico": "", "/story.json": JSON.stringify(story), "/board.json": JSON.stringify(board),
  ...Object.fromEntries(["story", "board"].map((kind) =>
    [`/${kind}.html`, html(`<adil-${kind} loading="eager" storage="none" src="/${kind}.json"></adil-${kind}>`)])),
};
const site = await serve({ "/adil/": `${DIST}/` }, { fault: (path) => (bodies[path] === undefined ? undefined : { body: bodies[path] }) });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

/** The longest task since the last question; tasks under 50 ms are none that browsers tell of. */
const longest = (page) => page.evaluate(() => new Promise((done) =>
  requestAnimationFrame(() => setTimeout(() => done(Math.max(0, ...window.tasks.splice(0)))))));

async function visit(kind) {
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(`${site.origin}/${kind}.html`);
  await page.waitForFunction(() => window.readyAt);
  const ready = await page.evaluate(() => window.readyAt);
  const opening = await longest(page);
  await page.waitForLoadState("networkidle");
  const checking = await longest(page);
  const element = page.locator(`adil-${kind}`);
  let presses = 0;
  while (presses < PRESSES && (await element.evaluate(pressNext))) presses++;
  const playing = await longest(page);
  if (presses < PRESSES) throw new Error(`${kind} stopped after ${presses} presses`);
  await context.close();
  return { ready, opening, checking, playing };
}

try {
  const rows = [];
  for (const [kind, what] of [["story", "a story of 500 scenes"], ["board", "a board of 100 squares, 300 cards"]]) {
    await visit(kind);
    const runs = [];
    for (let n = 0; n < ROUNDS; n++) runs.push(await visit(kind));
    const figure = (key) => {
      const value = median(runs.map((run) => run[key]));
      return value < 50 ? "below 50" : String(Math.round(value));
    };
    rows.push({
      "": what, "bytes": String(bodies[`/${kind}.json`].length), "stands after, ms": figure("ready"),
      "longest task while it opens, ms": figure("opening"), "after that, ms": figure("checking"),
      [`in ${PRESSES} presses, ms`]: figure("playing"),
    });
  }
  table("The largest games, on a processor slowed four times", rows);
} finally {
  await browser.close();
  await site.close();
}
