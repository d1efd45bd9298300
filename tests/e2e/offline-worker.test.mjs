// Pages that open again without a connection: what a worker of the site keeps, across new releases and
// where the browser has no more room.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import {
  DIST, checkSoon, html, quizOf, ready, single, until, useBrowser, words,
} from "./page.mjs";

const { site, visitor, visit } = useBrowser();
const read = (name) => readFileSync(`${DIST}/${name}`, "utf8");

const LINE = `<script src="/adil/adil-offline.js" async></script>`;
const TAG = `<adil-quiz loading="eager" src="/content/quiz.json"><p>The fallback.</p></adil-quiz>`;
const bodies = {
  "/adil-worker.js": `importScripts("adil/adil-offline.js");`,
  "/page.html": html(TAG, { head: LINE }),
  "/content/quiz.json": JSON.stringify(quizOf([single("one"), single("two")])),
};

/** Another release: a word of the interface is new, and with it the id and the hash of the file. */
function another() {
  const [, build] = /"([0-9a-f]{10})"/.exec(read("adil-offline.js"));
  const id = "0123456789";
  const name = "locales/quiz.en.json";
  const text = JSON.stringify({ ...JSON.parse(read(name)), check_answer: "Check it" });
  const script = read("adil.js").replaceAll(build, id);
  const hash = (body) => `sha256-${createHash("sha256").update(body).digest("base64")}`;
  const list = read("adil-offline.js").replaceAll(build, id).replace(
    /(adil\.js|locales\/quiz\.en\.json) sha256-[\w+/=]+/g,
    (_, file) => `${file} ${hash(file === name ? text : script)}`,
  );
  const all = { [`/adil/${name}`]: text, "/adil/adil.js": script, "/adil/adil-offline.js": list };
  return { id, build, fault: (path) => (all[path] === undefined ? undefined : { body: all[path] }) };
}

async function open(options) {
  const made = await site({ bodies });
  const context = await visitor(options);
  return { ...(await visit(`${made.origin}/page.html`, { context })), site: made };
}

/** The names of what is kept of a build, and of the site's own. */
const kept = (page) => page.evaluate(async () => {
  const keys = await caches.keys();
  const names = async (key) => (await (await caches.open(key)).keys()).map(({ url }) => new URL(url).pathname).sort();
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await names(key)])));
});
const PARTS = ["adil.js", "adil-quiz.css", "adil-quiz.js", "adil-quiz_bg.lazy.wasm", "adil-quiz_bg.wasm", "locales/quiz.en.json"];
const isKept = (page, build) => until(async () => {
  const all = await kept(page);
  return PARTS.every((name) => all[`adil-${build}`]?.includes(`/adil/${name}`))
    && ["/page.html", "/content/quiz.json"].every((name) => all["adil-site"]?.includes(name));
}, `all is kept of ${build}`);

/** The line is cut for all that the browser asks for, the worker's own requests among it. */
async function cut(seen) {
  seen.site.faulty(() => ({ drop: true }));
}

async function answer({ page, quiz }, check = words().check_answer) {
  await ready(quiz);
  await quiz.getByRole("radio", { name: "the right one" }).press("Space");
  await quiz.getByRole("button", { name: check, exact: true }).click();
  await quiz.getByText(words().correct, { exact: true }).first().waitFor();
  return page;
}

test("a page that was seen once opens again without a connection, and is answered", async () => {
  const seen = await open();
  await ready(seen.quiz);
  await isKept(seen.page, another().build);
  await cut(seen);
  await seen.page.reload();
  await answer(seen);
  await seen.page.reload();
  await ready(seen.quiz);
  assert.ok(await seen.quiz.getByRole("radio", { name: "the right one" }).isChecked(), "what was answered is kept");
  await seen.close();
});

test("a new release strands no page: not an open one, not the next, and none without a connection", async () => {
  const next = another();
  const seen = await open();
  await ready(seen.quiz);
  await isKept(seen.page, next.build);
  seen.site.faulty(next.fault);
  // The old page goes on with what it began with, and gets what it did not have yet.
  await seen.page.evaluate(() => {
    const quiz = document.querySelector("adil-quiz").cloneNode(true);
    quiz.id = "later";
    document.querySelector("adil-quiz").replaceWith(quiz);
  });
  await answer(seen);
  await seen.page.evaluate(() => (document.documentElement.lang = "kk"));
  await checkSoon(() => seen.quiz.getByRole("button", { name: words("kk").next, exact: true }).count(), 1);
  // A page that is opened now is new, while the old worker still runs.
  await seen.page.reload();
  await ready(seen.quiz);
  await seen.quiz.getByRole("button", { name: "Check it" }).waitFor();
  await until(async () => (await kept(seen.page))[`adil-${next.id}`]?.length >= PARTS.length, "the new worker has its own");
  await cut(seen);
  await seen.page.reload();
  await ready(seen.quiz);
  // Once no old page is left, only the new release is kept.
  seen.site.faulty(next.fault);
  await seen.page.goto("about:blank");
  await seen.page.goto(`${seen.site.origin}/page.html`);
  await until(async () => !(`adil-${next.build}` in await kept(seen.page)), "the old release is gone");
  await cut(seen);
  await seen.page.reload();
  await answer(seen, "Check it");
  await seen.close();
});

test("a release that is only half there is not kept, and nothing breaks", async () => {
  const next = another();
  const seen = await open();
  await ready(seen.quiz);
  await isKept(seen.page, next.build);
  // The script is new, its texts are still the old ones.
  seen.site.faulty((path) => (path.includes("locales") ? undefined : next.fault(path)));
  await seen.page.reload();
  await answer(seen);
  await cut(seen);
  await seen.page.reload();
  await ready(seen.quiz);
  assert.equal((await kept(seen.page))[`adil-${next.build}`].length >= PARTS.length, true, "the whole one stays");
  await seen.close();
});

test("where the browser has no more room the page works as without a worker", async () => {
  const made = await site({ bodies });
  const context = await visitor();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: made.origin, quotaSize: 20_000 });
  const warned = [];
  context.on("console", (message) => warned.push(message.text()));
  context.on("serviceworker", (worker) => worker.on?.("console", (message) => warned.push(message.text())));
  await page.goto(`${made.origin}/page.html`);
  const seen = { page, quiz: page.locator("adil-quiz") };
  await answer(seen);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await ready(seen.quiz);
  const all = await kept(page);
  const own = Object.entries(all).filter(([key]) => key !== "adil-site").flatMap(([, names]) => names);
  assert.deepEqual(own.filter((name) => name.endsWith(".wasm")), [], "no half of a set is kept");
  await context.close();
});
