// How exactly a lesson stops: the picture's distance from the cue once it stands, how far it had
// run on before, and how long it takes until the question has the focus. Seven cues at speed 1 and
// seven at speed 2 in each engine; prints the median, the 95th percentile and the most.
import { NAMES, start } from "../engines/engines.mjs";
import { lesson, lessonSite } from "../engines/lesson.mjs";
import { note } from "../proof/note.mjs";

const CUES = [1.5, 2.9, 4.3, 5.7, 7.1, 8.5, 9.9];
const poll = (at, n) => ({ id: `c${n}`, at, item: { id: `c${n}`, type: "poll", stem: "What now?", options: [{ text: "This" }, { text: "That" }] } });

/** Runs in the page: notes where the video is when it is told to pause, and where it then stands. */
const watch = () => {
  const video = all("video")[0];
  window.stops = [];
  const pause = video.pause.bind(video);
  video.pause = () => {
    if (!video.paused) stops.push({ raw: video.currentTime, from: performance.now() });
    pause();
  };
  const tell = () => {
    const last = stops.at(-1);
    if (last && !last.focused && focused()?.className === "ask") last.focused = performance.now() - last.from;
    setTimeout(tell, 1);
  };
  tell();
};

/** Prints and notes the median, the 95th percentile and the most. */
function tell(engine, rate, what, values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  const [p50, p95, max] = [at(0.5), at(0.95), sorted.at(-1)].map((value) => value.toFixed(1));
  console.log(`  ${rate}x  ${what}`.padEnd(44) + [p50, p95, max].map((text) => text.padStart(8)).join(""));
  note("How exactly a lesson stops, ms", { engine, speed: rate, what, p50, p95, max });
}

for (const name of NAMES) {
  const engine = await start(name);
  console.log(`\n${name.padEnd(44)}     p50     p95     max`);
  for (const rate of [1, 2]) {
    const site = await lessonSite(lesson({ checkpoints: CUES.map(poll) }));
    const page = await engine.open(site.page);
    await page.wait(() => seen("button.start").length);
    await page.run(watch);
    await page.click("button.start");
    await page.wait(() => all("video")[0].currentTime > 0.1);
    await page.run((rate) => { all("video")[0].playbackRate = rate; }, rate);
    const stands = [];
    for (const cue of CUES) {
      await page.wait((n) => stops.length >= n && stops.at(-1).focused !== undefined && !all("video")[0].seeking, stands.length + 1);
      stands.push(Math.abs((await page.run(() => all("video")[0].currentTime)) - cue) * 1000);
      await page.wait(() => seen("button").some((one) => one.textContent === "Skip"));
      await page.run(() => seen("button").find((one) => one.textContent === "Skip").click());
    }
    const stops = await page.run(() => window.stops);
    const raw = stops.map(({ raw }, n) => (raw - CUES[n]) * 1000);
    tell(name, rate, "picture off its cue", stands);
    tell(name, rate, "ran on before it stopped", raw);
    tell(name, rate, "until the question has the focus", stops.map(({ focused }) => focused));
    await page.close();
    await site.close();
  }
  await engine.close();
}
process.exit(0);
