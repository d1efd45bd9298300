// Adil against its peers: the same five questions and the same video in pages of each, served
// alike, visited in turn. Prints and notes tables of medians, with ratios pair by pair, and each
// target as met or missed. Run it by `node bench/peers/bench.mjs` in tests/.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { whole } from "../../proof/note.mjs";
import { install } from "../../run/install.mjs";
import { LATER, PROFILES, pressed, resting } from "./measure.mjs";
import { makePages } from "./pages.mjs";
import { checkMeasuring } from "./self-test.mjs";
import { start } from "./server.mjs";
import { say, show } from "./table.mjs";
import { quizTargets, videoTargets } from "./targets.mjs";
import { together } from "./together.mjs";

const ROUNDS = whole ? 9 : 3;
/** Rounds in which pages are also left alone; what that measures varies less. */
const RESTS = Math.min(ROUNDS, 5);
const PROTOCOLS = ["HTTP/1.1", "HTTP/2"];
const KINDS = {
  quiz: { title: "A quiz of five questions", targets: quizTargets },
  video: { title: "A video with captions", targets: videoTargets },
};
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--no-first-run",
];

/** The contenders in another order each round, so that none always follows the same one. */
const turned = (list, n) => [...list.slice(n % list.length), ...list.slice(0, n % list.length)];

/** The memory of WebAssembly; counting it disturbs the rest, so it has a visit of its own. */
async function memories(where, contenders) {
  const found = new Map();
  for (const one of contenders) {
    found.set(one.path, (await resting(where, one, { memory: true })).wasm);
  }
  return found;
}

/**
 * What our own pages load until the first press is taken. What comes later by design is held back,
 * since it is not needed, but on a slow machine it comes before the press does.
 */
async function needs(where, contenders) {
  const found = new Map();
  for (const one of contenders.filter(({ ours }) => ours)) {
    found.set(one.path, (await pressed({ ...where, held: LATER }, one)).early.brotli);
  }
  return found;
}

/** One round of one table. What a page costs by itself does not depend on the protocol. */
async function round({ where, runs }, wasm, n) {
  for (const one of turned(runs, n)) one.presses.push(await pressed(where, one));
  if (where.site.protocol !== PROTOCOLS[0] || n >= RESTS) return;
  for (const one of turned(runs, n)) {
    one.rests.push({ ...(await resting(where, one)), wasm: wasm.get(one.path) });
  }
}

/** Prints one table, and what it decides. */
function report({ kind, where: { site, profile }, runs }) {
  const { title, targets } = KINDS[kind];
  const name = `${title}: ${site.protocol}, ${profile}`;
  show(name, kind, runs);
  targets(name, profile, runs);
  return name;
}

/** What all tables have in common, and what this machine could not do. */
function explain(name, seconds) {
  say(name, [
    `Medians of ${ROUNDS} visits in which pages are pressed and ${RESTS} in which they are left alone,`,
    "in turn, each with a cold cache; × is the median of the ratios to Adil, round by round.",
    "Bytes are those of scripts, styles, WebAssembly and texts of the interface, without the page,",
    "its content and media. “Slowed” is a processor slowed four times, 1.6 Mbit/s and 150 ms.",
    "“Until it works” is all that had come by then; the targets for bytes count what is needed.",
  ].join(" "));
  if (seconds > 10) say(name, `Without ffmpeg here the video was not cut to ten seconds: it is ${seconds} s long.`);
}

install(fileURLToPath(new URL(".", import.meta.url)));
const { files, seconds, ...contenders } = await makePages();
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: FLAGS });
const sites = await Promise.all(PROTOCOLS.map((protocol) => start(files, protocol)));
try {
  await checkMeasuring(browser);
  const first = { browser, files, site: sites[0], profile: "as it is" };
  // These first visits also compress every file, so that no later one waits for it.
  const wasm = await memories(first, Object.values(contenders).flat());
  const needed = await needs(first, Object.values(contenders).flat());
  const tables = Object.keys(KINDS).flatMap((kind) =>
    Object.keys(PROFILES).flatMap((profile) => sites.map((site) => ({
      kind,
      where: { browser, files, site, profile },
      runs: contenders[kind].map((one) =>
        ({ ...one, needed: needed.get(one.path), presses: [], rests: [] })),
    }))));
  for (let n = 0; n < ROUNDS; n++) {
    for (const table of tables) await round(table, wasm, n);
    console.log(`round ${n + 1} of ${ROUNDS}`);
  }
  const [name] = tables.map(report);
  await together(first);
  explain(name, seconds);
} finally {
  await browser.close();
  await Promise.all(sites.map((site) => site.close()));
}
