// What a lesson costs while it plays, against the bare <video> with its own controls: time on the
// page's main thread over some seconds, in pairs, each pair one after the other in one browser. The
// lesson's controls stay in view, so they are compared with the browser's while a pointer keeps
// those in view, and with a video that shows none: they fade after three seconds. The next cue lies
// just behind the time that is measured, so that its timers run. Then the same in the middle of
// four hours with 200 checkpoints, also against a short lesson. Prints medians, ratios pair by
// pair, and pictures that were dropped.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { DIST, html } from "../e2e/page.mjs";
import { MEDIA, item, lesson, lessonSite } from "../engines/lesson.mjs";
import { note, remark, whole } from "../proof/note.mjs";

const PAIRS = whole ? 9 : 5;
const SECONDS = 6;
const TABLE = "What playing costs";
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"];
const browser = await chromium.launch({ executablePath, args });

/** A file of four hours, the short one again and again; nothing where there is no ffmpeg. */
function longFile(folder) {
  if (spawnSync("ffmpeg", ["-version"]).status !== 0) return undefined;
  const short = join(DIST, "examples/scholarship-list/lesson-360.mp4");
  const long = join(folder, "long.mp4");
  execFileSync("ffmpeg", ["-v", "error", "-stream_loop", "95", "-i", short, "-c", "copy", "-movflags", "+faststart", long]);
  return long;
}

/** Milliseconds on the main thread, and dropped pictures, while a page's video plays. */
async function cost(site, path, begin, at) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${site.origin}${path}`);
  await begin(page);
  const video = page.locator("video");
  // Only what plays can be sent elsewhere: a lesson begins at its own place.
  await video.evaluate(async (element, at) => {
    const passes = (place) => new Promise((there) => {
      element.addEventListener("timeupdate", () => element.currentTime > place && there());
    });
    await passes(0);
    if (at > 1) element.currentTime = at;
    await passes(at);
  }, at);
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
  };
  const before = await busy();
  await page.waitForTimeout(SECONDS * 1_000);
  const spent = (await busy()) - before;
  const dropped = await video.evaluate((element) => element.getVideoPlaybackQuality().droppedVideoFrames);
  await context.close();
  return { spent, dropped };
}

const playBare = (page) => page.evaluate(() => document.querySelector("video").play());
/** Plays with the pointer on the browser's controls, which keeps them in view. */
async function playInView(page) {
  await playBare(page);
  const { x, y, width, height } = await page.locator("video").boundingBox();
  await page.mouse.move(x + width / 2, y + height - 40);
}
const playOurs = (page) => page.locator("button.start").click();
const stop = (at, n) => ({ id: `c${n}`, at, item: item(`q${n}`) });
const bare = (src) => html(`<video controls width="760" src="${src}"><track kind="captions" srclang="en" src="${MEDIA}/captions.en.vtt" default></video>`, { script: "" });

/** Compares pairs of pages, prints the line and notes it. */
async function compare(name, first, second) {
  const pairs = [];
  for (let n = 0; n < PAIRS; n++) {
    const pair = {};
    for (const who of n % 2 ? [second, first] : [first, second]) pair[who.name] = await cost(who.site, who.path, who.begin, who.at);
    pairs.push(pair);
  }
  const of = (who) => median(pairs.map((pair) => pair[who.name].spent)).toFixed(1);
  const drops = (who) => pairs.reduce((sum, pair) => sum + pair[who.name].dropped, 0);
  const ratio = median(pairs.map((pair) => pair[second.name].spent / pair[first.name].spent)).toFixed(3);
  const more = median(pairs.map((pair) => (pair[second.name].spent - pair[first.name].spent) / (SECONDS * 10))).toFixed(2);
  const row = {
    compared: `${second.name} against ${first.name}`, pairs: PAIRS, seconds: SECONDS,
    "ms before": of(first), "ms after": of(second), ratio, "more, % of the time": more,
    "dropped pictures": `${drops(first)} and ${drops(second)}`,
  };
  console.log(`${name}: ${Object.entries(row).map(([key, value]) => `${key} ${value}`).join(", ")}`);
  note(TABLE, row);
}

const folder = mkdtempSync(join(tmpdir(), "adil-cost-"));
const long = longFile(folder);
const files = { "/bare.html": { body: bare(`${MEDIA}/lesson-360.mp4`), type: "text/html" }, "/long.html": { body: bare("/long/long.mp4"), type: "text/html" } };
const fault = (path) => files[path];
const short = await lessonSite(lesson({ checkpoints: [8, 60, 80, 100, 120, 140].map(stop) }), { fault });
const ours = { name: "a lesson", site: short, path: "/page.html", begin: playOurs, at: 1 };
const alone = { name: "the bare video, its controls faded", site: short, path: "/bare.html", begin: playBare, at: 1 };
await compare("controls in view", { ...alone, name: "the bare video, its controls in view", begin: playInView }, ours);
await compare("a lesson of six checkpoints", alone, ours);
if (long) {
  const many = Array.from({ length: 200 }, (_, n) => stop(8 + n * 70, n));
  const content = lesson({ duration: "4:01:00", checkpoints: many, files: [{ src: "/long/long.mp4", type: "video/mp4", height: 360 }] });
  const site = await lessonSite(content, { fault, folders: { "/long/": `${folder}/` } });
  await compare("four hours with 200 checkpoints", { name: "the bare video of four hours, its controls faded", site, path: "/long.html", begin: playBare, at: 7_200 }, { name: "a lesson of four hours", site, path: "/page.html", begin: playOurs, at: 7_200 });
  await compare("long against short", ours, { name: "a lesson of four hours, in its middle", site, path: "/page.html", begin: playOurs, at: 7_200 });
  await site.close();
} else {
  console.log("four hours: left out, since there is no ffmpeg to make such a file");
  remark(TABLE, "Four hours were left out: there was no ffmpeg to make such a file.");
}
await short.close();
await browser.close();
rmSync(folder, { recursive: true });
