// From a press to the next paint when a quiz goes on to another item, on a processor slowed four
// times, as on an old phone. Prints the median, the ninth decile and the most of each change.
import { chromium } from "playwright-core";
import { example, html, quizOf } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";

const ROUNDS = 7;
const SLOWER = 4;
/** What an item change may take, in milliseconds. */
const MOST = 50;

const everyType = example("item-types");
// A change shows what a learner sees next; polls come between, since any answer to them will do.
const poll = (n) => ({ id: `poll-${n}`, type: "poll", stem: "Which one?", options: [{ text: "This" }, { text: "That" }] });
const items = everyType.items.flatMap((item, n) => [poll(n), item]);
const content = quizOf(items, { languages: everyType.languages });

/** Runs in the page: presses the main button; milliseconds until the next frame was painted. */
const measure = (quiz) => new Promise((done) => {
  const go = quiz.shadowRoot.querySelector(".go");
  const from = performance.now();
  go.click();
  requestAnimationFrame(() => {
    // A message that is sent in a frame arrives after its paint.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - from);
    port2.postMessage(0);
  });
});

async function round(browser, origin, times) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/page.html`);
  const quiz = page.locator("adil-quiz");
  await quiz.locator(".item").waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  for (const item of everyType.items) {
    await quiz.locator(".option").first().click();
    await quiz.locator(".go").click();
    await quiz.locator(".verdict").waitFor();
    const time = await quiz.evaluate(measure);
    times.set(item.type, [...(times.get(item.type) ?? []), time]);
    // "I do not know" is an answer to everything but opinions; those take any.
    const unsure = quiz.locator(".ways .quiet:visible").last();
    if (["poll", "scale"].includes(item.type)) await quiz.locator("label").first().click();
    else if (item.type === "truth") await quiz.locator(".option").last().click();
    else await unsure.click();
    if (!(await quiz.locator(".verdict").count())) await quiz.locator(".go").click();
    await quiz.locator(".verdict").waitFor();
    if (await quiz.locator(".item").count()) await quiz.locator(".go").click();
  }
  await context.close();
}

const bodies = { "/page.html": html(`<adil-quiz src="/quiz.json" loading="eager" storage="none"></adil-quiz>`), "/quiz.json": JSON.stringify(content) };
const site = await serve({ "/adil/": `${process.env.ADIL_DIST}/` }, {
  fault: (path) => (bodies[path] ? { body: bodies[path] } : path === "/favicon.ico" ? { body: "" } : undefined),
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const times = new Map();
for (let n = 0; n < ROUNDS; n++) await round(browser, site.origin, times);
await browser.close();
await site.close();

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const row = (name, values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const cells = [0.5, 0.9, 1].map((share) => at(sorted, share).toFixed(1).padStart(8));
  console.log(`${name.padEnd(10)}${cells.join("")}`);
  return at(sorted, 0.5);
};
console.log(`item change to the next paint, processor slowed ${SLOWER} times, ${ROUNDS} rounds, milliseconds`);
console.log(`${"shown".padEnd(10)}${["median", "90 %", "most"].map((name) => name.padStart(8)).join("")}`);
for (const [type, values] of times) row(type, values);
const median = row("all", [...times.values()].flat());
console.log(median < MOST ? `the median is under ${MOST} ms` : `the median is not under ${MOST} ms`);
