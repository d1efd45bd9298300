// Runs the tests of whole pages in the other engines: `node all.mjs`, or with ADIL_WHOLE=1 every
// file in all of them; ADIL_ENGINES names others. Says what passed, and what could not be looked at
// or is different, and why.
import { readFileSync, readdirSync } from "node:fs";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { note, remark, whole } from "../proof/note.mjs";
import { DIFFERENCES, fits } from "./differences.mjs";
import { enginesOr } from "./engines.mjs";
import { launch } from "./launch.mjs";

const ENGINES = { firefox: "Firefox ESR", webkit: "WebKitGTK", chromium: "Chromium" };
/** What every push runs: pages as schools write them, and what they hear and keep. */
const MOST = ["hosts", "events", "progress", "pledge-before", "modes-answers"];

/** The files of tests in a folder beside this one whose text has this. */
const filesWith = (folder, text) => {
  const at = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  const names = readdirSync(at).filter((name) => name.endsWith(".test.mjs"));
  return names.map((name) => at + name).filter((file) => readFileSync(file, "utf8").includes(text));
};
const nameOf = (file) => file.split("/").pop().split(".")[0];

const all = filesWith("e2e", "");
const inPages = filesWith("e2e", "engines/test.mjs");
const lessons = filesWith("engines", "./each.mjs");
const files = whole ? [...inPages, ...lessons] : inPages.filter((file) => MOST.includes(nameOf(file)));

/** Runs all files in one engine; what became of each test. */
async function runIn(engine) {
  process.env.ADIL_ENGINE = process.env.ADIL_ENGINES = engine;
  const tests = [];
  const heard = (passed) => ({ name, skip, details }) => {
    if (details.type === "suite") return;
    tests.push({ name, reason: skip, passed });
    if (skip === undefined) console.log(`${passed ? "✔" : "✖"} ${name}`);
    else console.log(`﹣ ${name}: ${skip}`);
    if (!passed) console.log(details.error?.cause?.stack ?? details.error);
  };
  const stream = run({ files, concurrency: 1 });
  stream.on("test:pass", heard(true)).on("test:fail", heard(false));
  for await (const _ of stream);
  return tests;
}

async function versionOf(engine) {
  const browser = await launch({}, engine);
  await (await browser.newContext()).close();
  const version = browser.version();
  await browser.close();
  return version;
}

/** How often each reason was given for a test that was skipped. */
function reasonsOf(tests) {
  const counts = new Map();
  for (const { reason } of tests) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, n]) => [...reason.split(/: (.*)/, 2), n]);
}

// WebKit starts a browser for each window: on a push it runs the lessons alone, by files of this
// folder, and Chromium has a stage of its own.
const wanted = enginesOr(whole ? Object.keys(ENGINES) : ["firefox"]);
const chosen = Object.entries(ENGINES).filter(([engine]) => wanted.includes(engine));

let failures = 0;
for (const [engine, title] of chosen) {
  const version = await versionOf(engine);
  console.log(`\n${title} ${version}`);
  const tests = await runIn(engine);
  const [skipped, ran] = [tests.filter(({ reason }) => reason), tests.filter(({ reason }) => !reason)];
  const failed = ran.filter(({ passed }) => !passed).length;
  const counts = { passed: ran.length - failed, failed, skipped: skipped.length };
  console.log(`${title} ${version}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  note("Engines", { engine: title, version, ...counts });
  for (const [kind, why, n] of reasonsOf(skipped)) {
    note("What differs", { engine: title, what: kind, why, tests: n });
    console.log(`  ${n} × ${kind}: ${why}`);
  }
  const stale = whole ? DIFFERENCES.filter((known) => known.engine === engine && !tests.some(({ name }) => fits(known, name))) : [];
  for (const { test } of stale) console.log(`✖ no test is called ${test} any more: take it out of differences.mjs`);
  failures += failed + stale.length;
}
const alone = all.filter((file) => !inPages.includes(file)).map(nameOf).join(", ");
remark("Engines", `Run: ${files.length} files of tests in each engine. Beside them ${alone} need what only Chromium's driver can, and run there on every push.`);
process.exitCode = failures ? 1 : 0;
