// What a lesson costs while it plays, against the bare <video> with its own controls: time on the
// page's main thread over some seconds, in pairs, each pair one after the other in one browser.
// Then the same for four hours with 200 checkpoints. Prints medians and the ratio pair by pair.
import { chromium } from "playwright-core";
import { html } from "../e2e/page.mjs";
import { MEDIA, item, lesson, lessonSite } from "../engines/lesson.mjs";

const PAIRS = 5;
const SECONDS = 6;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"] });

/** Milliseconds on the main thread while a page's video plays. */
async function cost(site, path, begin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${site.origin}${path}`);
  await begin(page);
  await page.waitForTimeout(1_500);
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
  };
  const before = await busy();
  await page.waitForTimeout(SECONDS * 1_000);
  const spent = (await busy()) - before;
  await context.close();
  return spent;
}

const bare = html(`<video controls width="760" src="${MEDIA}/lesson-360.mp4"><track kind="captions" srclang="en" src="${MEDIA}/captions.en.vtt" default></video>`, { script: "" });
const playBare = (page) => page.evaluate(() => document.querySelector("video").play());
const playOurs = async (page) => {
  await page.locator("button.start").click();
};

for (const [name, content] of [
  ["a lesson of six checkpoints", lesson({ checkpoints: [60, 80, 100, 120, 130, 140].map((at, n) => ({ id: `c${n}`, at, item: item(`q${n}`) })) })],
  ["four hours with 200 checkpoints", lesson({ duration: "3:59:59", checkpoints: Array.from({ length: 200 }, (_, n) => ({ id: `c${n}`, at: 60 + n * 70, item: item(`q${n}`) })) })],
]) {
  const site = await lessonSite(content, { fault: (path) => (path === "/bare.html" ? { body: bare, type: "text/html" } : undefined) });
  const pairs = [];
  for (let n = 0; n < PAIRS; n++) {
    const order = n % 2 ? ["ours", "bare"] : ["bare", "ours"];
    const pair = {};
    for (const who of order) pair[who] = await cost(site, who === "bare" ? "/bare.html" : "/page.html", who === "bare" ? playBare : playOurs);
    pairs.push(pair);
  }
  const of = (who) => median(pairs.map((pair) => pair[who])).toFixed(1);
  const ratio = median(pairs.map(({ ours, bare }) => ours / bare)).toFixed(3);
  const share = median(pairs.map(({ ours, bare }) => (ours - bare) / (SECONDS * 10))).toFixed(2);
  console.log(`${name}: main thread over ${SECONDS} s, median of ${PAIRS} pairs: bare video ${of("bare")} ms, lesson ${of("ours")} ms, ratio ${ratio}, more by ${share} % of the time`);
  await site.close();
}
await browser.close();
