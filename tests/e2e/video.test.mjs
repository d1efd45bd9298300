// The video lesson beyond what tests/engines shows in three engines: what is loaded and when, what
// events tell, bookmarks, qualities, large and broken lessons, and what is left when it goes.
import assert from "node:assert/strict";
import { MEDIA, item, lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, media, named, panel, play, time, useLessons } from "./lessons.mjs";
import { asksNoMore, checkAxe, checkSoon, fired, hasState, shadowText } from "./page.mjs";

const { open } = useLessons();
const words = text();

test("nothing is loaded of the video, of captions or of the quiz until it is played", async () => {
  const { video, site, ...seen } = await open();
  const asked = () => site.asked.filter((path) => !["/page.html", "/lesson.json", "/favicon.ico"].includes(path)).toSorted();
  const needed = [
    "/adil/adil-video.css", "/adil/adil-video.js", "/adil/adil-video_bg.lazy.wasm", "/adil/adil-video_bg.wasm",
    "/adil/adil.js", "/adil/locales/video.en.json",
  ];
  await checkSoon(asked, needed);
  await asksNoMore(video.page());
  assert.deepEqual(asked(), needed);
  assert.ok((await shadowText(video)).includes("0.8 MB"), "its size is said before");
  await seen.close();
});

test("a question that cannot be loaded yet says so, and is asked once it can", async () => {
  let missing = { status: 404 };
  const fault = (path) => (path.endsWith(".lazy.wasm") ? missing : undefined);
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.must] }), { fault });
  const sorry = () => video.locator(".notice").allTextContents();
  assert.deepEqual(await sorry(), [], "nobody needs it yet");
  await video.locator("summary", { hasText: words.contents }).click();
  await checkSoon(async () => (await sorry()).length, 1);
  await checkAxe(page, "the rest is missing", "adil-video");
  await play(video, 1.5);
  await checkSoon(async () => (await sorry()).length, 2);
  const place = await time(video);
  missing = undefined;
  await named(video, words.try_again).first().click();
  await panel(video).waitFor();
  await video.locator(".entries").waitFor();
  await checkSoon(sorry, []);
  assert.equal(await time(video), place, "it stands where it stopped");
  await checkSoon(() => video.evaluate((element) => !!element.shadowRoot.activeElement?.closest(".checkpoint-panel")), true);
  await seen.close();
});

test("notes for teachers are for teachers", async () => {
  const content = lesson({ teacherNotes: "Ask *why*." });
  for (const [mode, expected] of [["teacher", "Ask <em>why</em>."], ["learn", undefined]]) {
    const { video, ...seen } = await open(content, { attributes: `mode="${mode}"` });
    const fold = video.locator("summary", { hasText: words.teacher_notes });
    if (expected) {
      await fold.click();
      await checkSoon(() => video.locator(".note-text p").innerHTML(), expected);
    } else {
      await named(video, words.bookmark).waitFor();
      assert.equal(await fold.count(), 0);
    }
    await seen.close();
  }
});

test("who saves data gets slides at first", async () => {
  const slow = { content: `Object.defineProperty(navigator, "connection", { value: { saveData: true } })` };
  const slides = [{ start: 0, picture: { src: `${MEDIA}/folder.svg`, alt: "A folder" }, text: "Once." }];
  const { video, ...seen } = await open(lesson({ slides }), { init: [slow] });
  assert.equal(await video.locator(".slide-text").textContent(), "Once.");
  await seen.close();
});

test("whoever saw the end begins anew the next time", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }));
  await play(video, 149.9);
  await video.locator(".end").waitFor();
  await page.reload();
  await video.locator("button.start").waitFor();
  assert.equal((await video.locator("button.start").textContent()).trim(), words.play);
  assert.ok(!(await video.evaluate((element) => element.hasAttribute("data-ended"))));
  await seen.close();
});

test("events carry neither names nor words, and come in order", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.poll], completion: { minCheckpoints: 1, minWatched: 0 } }));
  await page.evaluate(() => {
    for (const name of ["play", "pause", "seek", "checkpoint"]) {
      addEventListener(`adil-${name}`, (event) => window.fired.push({ name, detail: event.detail, frozen: Object.isFrozen(event.detail), on: "" }));
    }
  });
  await play(video, 1.6);
  await panel(video).waitFor();
  await video.locator("label.option").first().click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await fired(page)).map((event) => event.name),
    ["ready", "play", "seek", "pause", "checkpoint", "progress", "complete", "play"]);
  assert.ok((await fired(page)).every((event) => event.frozen));
  await checkSoon(() => hasState(video, "complete"), true);
  await seen.close();
});

test("200 checkpoints in four hours are drawn and found", async () => {
  const many = Array.from({ length: 200 }, (_, n) => ({ id: `c${n}`, at: 60 + n * 70, item: item(`q${n}`) }));
  const { page, video, ...seen } = await open(lesson({ duration: "3:59:59", checkpoints: many, captions: [] }));
  assert.equal(await video.locator(".marker").count(), 200);
  await video.locator("details.bookmarks summary").click();
  await checkSoon(() => video.locator(".bookmark[data-kind=stop]").count(), 200);
  await checkAxe(page, "the list of 200", "adil-video");
  await seen.close();
});

test("a lesson with a broken question keeps nobody", async () => {
  const broken = { id: "x", at: 2, required: true, item: { type: "nothing", stem: "?" } };
  const { video, ...seen } = await open(lesson({ checkpoints: [broken] }));
  await play(video, 1.6);
  await panel(video).waitFor();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await time(video)) > 2.2, true);
  await seen.close();
});

test("a bookmark is set, found and removed", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }));
  await play(video, 30);
  await page.keyboard.press("k");
  await named(video, words.bookmark).click();
  await video.locator("details.bookmarks summary").click();
  const mark = video.locator(".bookmark[data-kind=mark]");
  await checkSoon(() => mark.count(), 1);
  await checkAxe(page, "bookmarks", "adil-video");
  await jump(video, 5);
  await mark.click();
  await checkSoon(async () => Math.abs((await time(video)) - 30) < 1.5, true);
  await video.getByRole("button", { name: words.remove }).click();
  await checkSoon(() => mark.count(), 0);
  await seen.close();
});

test("another quality goes on at the same place", async () => {
  const files = [{ src: `${MEDIA}/lesson-720.mp4`, type: "video/mp4", height: 720 }, ...lesson().files];
  const { video, ...seen } = await open(lesson({ checkpoints: [], files }), { viewport: { width: 500, height: 900 } });
  await play(video, 20);
  await named(video, words.settings).click();
  const list = video.locator(".settings select").last();
  assert.deepEqual(await list.locator("option").allTextContents(), [words.fits, "720p", "360p"]);
  const before = await media(video).evaluate((element) => element.currentSrc);
  assert.ok(before.endsWith("lesson-360.mp4"), "a small picture needs no large file");
  await list.selectOption("720p");
  await checkSoon(async () => (await media(video).evaluate((element) => element.currentSrc)).endsWith("lesson-720.mp4"), true);
  const place = async () => Math.floor((await time(video)) / 10);
  await checkSoon(place, 2, "it goes on behind 0:20, and not at its start");
  await seen.close();
});

test("a lesson that goes takes its listeners, timers and sound with it", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.poll] }));
  await play(video);
  await page.evaluate(() => {
    window.gone = document.querySelector("adil-video");
    window.inner = window.gone.shadowRoot.querySelector("video");
    window.gone.remove();
  });
  const counts = () => page.evaluate(() =>
    ({ paused: window.inner.paused, boxes: window.gone.shadowRoot.querySelectorAll(".base").length }));
  await checkSoon(counts, { paused: true, boxes: 0 });
  await page.evaluate(() => (window.gone = window.inner = undefined));
  const session = await page.context().newCDPSession(page);
  const held = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.filter(({ name }) => ["Nodes", "JSEventListeners"].includes(name)).map(({ name, value }) => [name, value]));
  };
  await session.send("Performance.enable");
  const round = (times) => page.evaluate(async (times) => {
    for (let n = 0; n < times; n++) {
      const fresh = document.createElement("adil-video");
      fresh.setAttribute("loading", "eager");
      fresh.setAttribute("src", "/lesson.json");
      document.querySelector("main").append(fresh);
      while (!fresh.shadowRoot.querySelector(".base")) await new Promise((later) => setTimeout(later));
      fresh.remove();
      await new Promise((later) => setTimeout(later));
    }
  }, times);
  await round(20);
  const first = await held();
  await round(60);
  // Garbage is not always collected at the first wish.
  const more = async () => {
    const last = await held();
    return last.Nodes - first.Nodes < 200 && last.JSEventListeners - first.JSEventListeners < 60 ? "little" : [first, last];
  };
  await checkSoon(more, "little");
  await seen.close();
});
