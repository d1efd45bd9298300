// How exactly a lesson stops: the picture's distance from the cue once it stands, how far it had
// run on before, and how long it takes until the question has the focus. Seven cues at speed 1 and
// seven at speed 2 in each engine; prints the median, the 95th percentile and the most.
import { NAMES, start } from "../engines/engines.mjs";
import { lesson, lessonSite } from "../engines/lesson.mjs";

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
    if (last && !last.focused && focused()?.localName === "legend") last.focused = performance.now() - last.from;
    setTimeout(tell, 1);
  };
  tell();
};

export const figures = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return [at(0.5), at(0.95), sorted.at(-1)].map((value) => value.toFixed(1).padStart(8)).join("");
};

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
    console.log(`  ${rate}x  picture off its cue, ms`.padEnd(44) + figures(stands));
    console.log(`  ${rate}x  ran on before it stopped, ms`.padEnd(44) + figures(raw));
    console.log(`  ${rate}x  until the question has the focus, ms`.padEnd(44) + figures(stops.map(({ focused }) => focused)));
    await page.close();
    await site.close();
  }
  await engine.close();
}
process.exit(0);
