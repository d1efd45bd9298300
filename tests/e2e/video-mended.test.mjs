// What once went wrong in lessons, each with its story.
import assert from "node:assert/strict";
import { ENGINE } from "../engines/launch.mjs";
import { MEDIA, item, lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, media, named, panel, play, stands, time, useLessons } from "./lessons.mjs";
import { asksNoMore, checkSoon, fired, hasState, holdBack, html, settled } from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { standIn } from "./sites.mjs";

const { open, site, visitor, visit } = useLessons();
const words = text();

/** What has the focus, through shadow roots. */
const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return `${at?.localName}.${at?.className}`;
});

// Nothing required, no rule: it was complete before anyone had pressed Play, and never said so.
test("a lesson that asks nothing is complete at its end, not at its beginning", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }));
  assert.equal(await hasState(video, "complete"), false);
  await play(video, 150.2);
  await video.locator(".end").waitFor();
  await checkSoon(async () => (await fired(page, "complete")).length, 1);
  await checkSoon(() => hasState(video, "complete"), true);
  await seen.close();
});

// The content said 2:40, the file has 2:30: each visit forgot what was watched, since what was
// kept was compared with the length that the content names.
test("what was watched outlives a reload where the content's length is not exact", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [], duration: "2:40" }), { attributes: `storage="device"` });
  await play(video);
  await checkSoon(async () => (await time(video)) > 1.5, true);
  await named(video, words.pause).click();
  await checkSoon(() => video.locator(".watched").count(), 1);
  await page.reload();
  await video.locator(".base").waitFor();
  await video.locator("button.start").click();
  await checkSoon(async () => (await time(video)) > 1.6, true);
  await named(video, words.pause).click();
  const from = () => video.locator(".watched").first().evaluate((stretch) =>
    parseFloat(stretch.style.getPropertyValue("--adil-at")));
  await checkSoon(async () => (await from()) < 0.5, true, "the first stretch is still there");
  await seen.close();
});

// A chapter that was pressed before Play was forgotten: the video began at its start.
test("a chapter pressed before the video is there is where it begins", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [] }));
  await video.locator("details.bookmarks summary").click();
  await video.locator(".bookmark[data-kind=chapter]").nth(1).click();
  // A slow browser may play a moment of the start before it says how long the video is.
  const from = () => media(video).evaluate(({ played }) =>
    played.length > 0 && Math.round(played.start(played.length - 1)));
  await checkSoon(from, 5);
  await seen.close();
});

// A seek to behind a required question, before the video was loaded, opened the question; after
// the answer the video began at its start, and the stops before the question were skipped.
test("a question that a seek opens before the video is loaded is where it goes on", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [stops.must], chapters: [{ start: 0, title: "A" }, { start: 60, title: "B" }] }));
  await video.locator("details.bookmarks summary").click();
  await video.locator(".bookmark[data-kind=chapter]").nth(1).click();
  await panel(video).locator("label.option").nth(1).click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await time(video)) > 4, true);
  await seen.close();
});

// A cue behind the last picture never came, and a required one kept the lesson from completion.
test("a question behind the last picture is asked before the end", async () => {
  const { page, video, ...seen } = await open(lesson({ duration: undefined, checkpoints: [{ ...stops.must, at: 170, rewindTo: undefined }] }));
  await play(video);
  await media(video).evaluate((element) => { element.pause(); element.currentTime = 150.3; return element.play(); });
  await panel(video).waitFor();
  await panel(video).locator("label.option").nth(1).click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await video.locator(".end").waitFor();
  await checkSoon(async () => (await fired(page, "complete")).length, 1);
  await seen.close();
});

// Who watched again and answered rightly again read that it was worth repeating.
test("a second right answer does not count against the learner", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [stops.must] }));
  for (let n = 0; n < 2; n++) {
    if (n) await jump(video, 3.4);
    else await play(video, 3.4);
    await panel(video).locator("label.option").nth(1).click();
    await named(video, "Check answer").click();
    await named(video, words.continue_video).click();
    await panel(video).waitFor({ state: "hidden" });
  }
  await jump(video, 150.3);
  await video.locator(".end").waitFor();
  assert.equal(await video.locator(".repeat li").count(), 0);
  await seen.close();
});

// The network came back and a lesson that stood still began to speak; a question was closed.
test("what stands still when the line is back stays so, with its question", async () => {
  const { page, context, video, ...seen } = await open(lesson({ checkpoints: [stops.poll] }));
  await play(video, 1.6);
  await panel(video).waitFor();
  await media(video).evaluate((element) => {
    Object.defineProperty(element, "error", { value: { code: 2 }, configurable: true });
    element.dispatchEvent(new Event("error"));
    delete element.error;
  });
  await video.locator(".notice.status").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await asksNoMore(page);
  assert.ok(await stands(video));
  await panel(video).waitFor();
  await context.close();
});

// A bundle that could not be loaded opened a required question, as if its author had broken it.
test("a required question that cannot be loaded waits until it can", async () => {
  let broken = (path) => (/adil-quiz/.test(path) ? { status: 404 } : undefined);
  const { video, ...seen } = await open(lesson({ checkpoints: [stops.must] }), { fault: (path) => broken(path) });
  await play(video, 3.4);
  await panel(video).locator("[part=retry]").waitFor();
  assert.equal(await named(video, words.continue_video).count(), 0);
  assert.equal(await named(video, words.skip).count(), 0);
  broken = () => undefined;
  await panel(video).locator("[part=retry]").click();
  await panel(video).locator("label.option").nth(1).click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await time(video)) > 4.1, true);
  await seen.close();
});

// Loading a file sets the speed back: what was chosen before Play was lost.
test("a speed chosen before Play, and before another quality, stays", async () => {
  const files = [{ src: `${MEDIA}/lesson-720.mp4`, type: "video/mp4", height: 720 }, ...lesson().files];
  const { page, video, ...seen } = await open(lesson({ checkpoints: [], files }), { viewport: { width: 500, height: 900 } });
  const rate = () => media(video).evaluate((element) => element.playbackRate);
  await video.locator(".stage").focus();
  await page.keyboard.press(">");
  await play(video);
  await checkSoon(rate, 1.25);
  await named(video, words.settings).click();
  await video.locator(".settings select").last().selectOption("720p");
  await checkSoon(async () => (await media(video).evaluate((element) => element.currentSrc)).endsWith("lesson-720.mp4"), true);
  await checkSoon(rate, 1.25);
  await named(video, words.settings).click();
  await named(video, words.settings).click();
  const chosen = video.locator(".settings select").last().locator("option:checked");
  await checkSoon(() => chosen.textContent(), "720p", "the list says what was chosen");
  await seen.close();
});

// The card named the smallest file, and the player loaded a larger one.
test("the size that stands beside Play is that of the file that is loaded", async () => {
  const files = [
    { src: `${MEDIA}/lesson-720.mp4`, type: "video/mp4", height: 720, bytes: 7_000_000 },
    { src: `${MEDIA}/lesson-360.mp4`, type: "video/mp4", height: 360, bytes: 2_000_000 },
  ];
  for (const [width, size, file] of [[1200, "7", "lesson-720.mp4"], [420, "2", "lesson-360.mp4"]]) {
    const { video, ...seen } = await open(lesson({ checkpoints: [], files }), { viewport: { width, height: 900 } });
    const facts = video.locator(".ways-in [part=facts]").first();
    await checkSoon(async () => (await facts.textContent()).includes(words.megabytes.replace("{n}", size)), true);
    await play(video);
    await checkSoon(async () => (await media(video).evaluate((element) => element.currentSrc)).endsWith(file), true);
    await seen.close();
  }
});

// With each answer the focus jumped from the feedback back to the question.
test("after an answer the focus stays at what is said about it", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.must] }));
  await play(video, 3.4);
  await checkSoon(() => focused(page).then((name) => name.endsWith(".ask")), true);
  await panel(video).locator("label.option").nth(1).click();
  await named(video, "Check answer").focus();
  await page.keyboard.press("Enter");
  await panel(video).locator(".verdict").waitFor();
  await settled(page);
  assert.ok(!(await focused(page)).endsWith(".ask"), await focused(page));
  await seen.close();
});

// On a Cyrillic layout the keys < and > write other letters, and did nothing.
test("keys for the speed work on every layout, and none moves a video of unknown length", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }));
  await play(video);
  const send = (init) => video.evaluate((element, init) => {
    const stage = element.shadowRoot.querySelector(".stage");
    stage.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, cancelable: true, ...init }));
  }, init);
  await send({ key: "Ю", code: "Period", shiftKey: true });
  await checkSoon(() => media(video).evaluate((element) => element.playbackRate), 1.25);
  await send({ key: "Б", code: "Comma", shiftKey: true });
  await checkSoon(() => media(video).evaluate((element) => element.playbackRate), 1);
  // Without its lock the pad's 1 is End, and led to a tenth of the video.
  await send({ key: "7", code: "Digit7" });
  await checkSoon(async () => (await time(video)) > 100, true);
  await send({ key: "End", code: "Numpad1" });
  await settled(page);
  assert.ok((await time(video)) > 100);
  await named(video, words.settings).click();
  await video.locator(".settings select").first().focus();
  await page.keyboard.press("Escape");
  await checkSoon(() => focused(page).then((name) => name.startsWith("button.sign control")), true);
  await seen.close();
});

// A page's own video came back without its captions and its loop.
test("a page's own video is given back as it was", async () => {
  // WebKitGTK shows no captions by itself, not even those that the page's author names for it.
  const shown = ENGINE === "webkit" ? `<script>document.querySelector("track").track.mode = "showing"</script>` : "";
  const inside = `<video controls loop preload="metadata" src="${MEDIA}/lesson-360.mp4">
    <track kind="captions" srclang="en" src="${MEDIA}/captions.en.vtt" default></video>${shown}`;
  const { page, video, ...seen } = await open(lesson({ files: [], captions: [], descriptions: [], checkpoints: [] }), { inside });
  const state = () => page.evaluate(() => {
    const own = document.querySelector("video");
    return [own.controls, own.loop, own.slot, own.hasAttribute("playsinline"), own.textTracks[0].mode];
  });
  assert.deepEqual((await state()).slice(0, 3), [false, false, "media"]);
  await page.evaluate(() => { const lesson = document.querySelector("adil-video"); lesson.replaceWith(...lesson.childNodes); });
  await checkSoon(state, [true, true, "", false, "showing"]);
  await seen.close();
});

// Two presses made two players, of which the second, unseen one was driven. What makes a player is
// held back until both are done, since on a quick machine the second press met the player itself.
test("two presses on the card ask the other site once", async () => {
  const content = lesson({ files: [{ src: "https://www.youtube.com/watch?v=aB-_9xYz012" }], duration: 60, checkpoints: [] });
  const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content) } });
  const context = await visitor();
  const asked = await standIn(context);
  const letGo = await holdBack(context, "**/adil-video-frame.js*");
  const seen = await visit(`${made.origin}/page.html`, { context });
  const video = seen.page.locator("adil-video");
  const load = named(video, words.load_from.replace("{name}", "YouTube"));
  await load.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await load.boundingBox();
  const middle = [x + width / 2, y + height / 2];
  await seen.page.mouse.click(...middle);
  await seen.page.mouse.click(...middle);
  assert.equal(await video.locator("iframe").count(), 0, "both presses met the card");
  letGo();
  await checkSoon(() => video.locator("iframe").count(), 1);
  await checkSoon(() => asked.length, 1);
  await asksNoMore(seen.page);
  assert.equal(asked.length, 1);
  await checkSoon(async () => (await focused(seen.page)) !== "body.", true, "the focus is in the player");
  await seen.close();
});

// The worksheet printed what is to be put in order in the right order.
test("the worksheet does not give answers away", async () => {
  const entries = ["first", "second", "third", "fourth", "fifth"];
  const order = { id: "o", at: 4, item: { id: "o", type: "order", stem: "In which order?", entries } };
  const truth = { id: "t", at: 6, item: { id: "t", type: "truth", stem: "Is it so?", answer: true } };
  const { page, video, ...seen } = await open(lesson({ checkpoints: [order, truth], captions: [] }));
  await video.locator(".sheet").first().waitFor({ state: "attached" });
  const all = textsOf(await page.pdf({ format: "A4" })).join(" ");
  const places = entries.map((entry) => all.indexOf(entry));
  assert.ok(places.every((place) => place >= 0), all);
  assert.notDeepEqual(places, places.toSorted((a, b) => a - b), "they stand in another order");
  assert.ok(all.includes(words.yes) && all.includes(words.no));
  await seen.close();
});

// Pressing Next through all slides counted as watching the whole video.
test("slides that nobody looked at do not count as watched", async () => {
  const slides = [0, 50, 100].map((start) => ({ start, picture: { src: `${MEDIA}/folder.svg`, alt: "A folder" }, text: "Words." }));
  const content = lesson({ checkpoints: [], slides, completion: { minWatched: 0.5 } });
  const { page, video, ...seen } = await open(content, { attributes: `version="slides"` });
  for (let n = 0; n < 3; n++) await named(video, words.next).click();
  await video.locator(".end").waitFor();
  await settled(page);
  assert.equal(await hasState(video, "complete"), false);
  assert.equal((await fired(page, "complete")).length, 0);
  await seen.close();
});

// A right answer led past a required question, and the next seek led back to it.
test("what a right answer leads past keeps nobody", async () => {
  const ahead = { id: "ahead", at: 2, skipTo: 40, item: item("ahead") };
  const { video, ...seen } = await open(lesson({ checkpoints: [ahead, stops.must] }));
  await play(video, 1.6);
  await panel(video).locator("label.option").nth(1).click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await time(video)) >= 40, true);
  await jump(video, 60);
  await checkSoon(async () => (await time(video)) >= 60, true);
  await settled(video.page());
  assert.equal(await panel(video).isVisible(), false);
  await seen.close();
});

// While the lesson of one mode was loading, that of the other one still kept what was done in it:
// a learner's answers were replaced by those of a teacher.
test("what is done in one mode is not kept in another", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [] }), { attributes: `mode="teacher"` });
  const bookmark = named(video, words.bookmark);
  await bookmark.waitFor();
  const fresh = video.evaluate((element, name) => new Promise((ready) => {
    element.addEventListener("adil-ready", ready, { once: true });
    const button = [...element.shadowRoot.querySelectorAll("button")].find(({ ariaLabel, textContent }) =>
      (ariaLabel ?? textContent) === name);
    element.removeAttribute("mode");
    button.click();
  }).then(() => true), words.bookmark);
  await fresh;
  await video.locator("details.bookmarks summary").click();
  await video.locator("details.bookmarks p, details.bookmarks .bookmark").first().waitFor();
  assert.equal(await video.locator(".bookmark[data-kind=mark]").count(), 0);
  await seen.close();
});

// A view that trapped could not give the page's video back: it was gone from the page.
test("after a trap a page's own video is there to be watched", async () => {
  const inside = `<video controls preload="metadata" src="${MEDIA}/lesson-360.mp4"></video>`;
  const { page, video, ...seen } = await open(lesson({ files: [], captions: [], checkpoints: [] }), { inside });
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    error.stack = "at https://school.test/adil/adil-video_bg.wasm?v=0:wasm-function[1]";
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await video.locator("[part=error]").waitFor();
  await page.locator("adil-video > video").waitFor();
  await video.locator("[part=retry]").click();
  await video.locator("button.start").waitFor();
  await checkSoon(() => page.locator("adil-video > video").getAttribute("slot"), "media");
  await seen.close();
});
