// What once went wrong with the place of a lesson: where it stands, and what leads there. Each
// test has its story.
import assert from "node:assert/strict";
import { MEDIA, item, lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { media, named, panel, play, stands, time, useLessons } from "./lessons.mjs";
import { asksNoMore, checkSoon, hasState, html } from "./page.mjs";
import { standIn } from "./sites.mjs";

const { open, site, visitor, visit } = useLessons();
const words = text();

const slides = [0, 50, 100].map((start) => ({ start, picture: { src: `${MEDIA}/folder.svg`, alt: "A folder" }, text: "Words." }));
/** Answers a lesson's files only after so many milliseconds. */
const slowly = (wait) => ({
  fault: (path) => (/lesson-.*\.(mp4|webm)$/.test(path) ? { wait: new Promise((later) => setTimeout(later, wait)) } : undefined),
});
const version = (video, name) => video.locator(".version", { hasText: name });

// Whoever pressed Play and then another place on a slow line landed where they had left off.
test("a place chosen while the file is on its way is where it plays", async () => {
  let wait = 0;
  const fault = (path) => slowly(wait).fault(path);
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { attributes: `storage="device"`, fault, headers: { "cache-control": "no-store" } });
  await play(video, 20);
  await checkSoon(async () => (await time(video)) > 20.2, true);
  await named(video, words.pause).click();
  wait = 1_500;
  await page.reload();
  await video.locator("button.start").click();
  await video.locator(".time-slider").focus();
  await page.keyboard.press("PageUp");
  // Before the file is there, a place is only wished for.
  await checkSoon(() => media(video).evaluate((element) => element.readyState > 2 && !element.seeking), true);
  await checkSoon(async () => (await time(video)) > 60, true);
  await seen.close();
});

// A chapter at 0:03 whose file came after three seconds: all before it counted as watched.
test("what was waited for was not watched", async () => {
  const content = lesson({ checkpoints: [], chapters: [{ start: 0, title: "A" }, { start: 3, title: "B" }] });
  const { video, ...seen } = await open(content, slowly(3_000));
  await video.locator("details.bookmarks summary").click();
  await video.locator(".bookmark[data-kind=chapter]").nth(1).click();
  // WebKit asks for the file more than once, and each time it comes after three seconds.
  await checkSoon(() => media(video).evaluate((element) => element.readyState > 2), true);
  await checkSoon(async () => (await time(video)) > 3.6, true);
  await named(video, words.pause).click();
  await checkSoon(() => video.locator(".watched").count(), 1);
  const from = await video.locator(".watched").evaluate((stretch) => stretch.style.getPropertyValue("--adil-at"));
  assert.ok(parseFloat(from) > 1.9, `what was watched begins at ${from}`);
  await seen.close();
});

// The line was lost, the learner took the slides, and with the line the film came back: unseen,
// behind the slides.
test("a line that comes back starts no film behind slides", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [], slides }));
  await play(video, 5);
  await checkSoon(async () => (await time(video)) > 5.3, true);
  await media(video).evaluate((element) => {
    Object.defineProperty(element, "error", { value: { code: 2 }, configurable: true });
    element.dispatchEvent(new Event("error"));
    delete element.error;
  });
  await video.locator(".notice.status").waitFor();
  await version(video, words.as_slides).click();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await asksNoMore(page);
  assert.ok(await stands(video));
  await seen.close();
});

// After a turned slide the film had no button to start it, no size, and a black picture; with
// `no-skip` it stood where slides had been turned to and nothing had been watched.
test("from slides the film begins with its button, and no further than its rules let", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [], slides }), { attributes: `version="slides" no-skip` });
  await named(video, words.next).click();
  await checkSoon(() => video.locator(".slides .count").textContent().then((count) => count.includes("2")), true);
  await version(video, words.as_film).click();
  await video.locator("button.start").click();
  const from = () => media(video).evaluate((element) => element.played.length && Math.floor(element.played.start(0) / 10));
  await checkSoon(async () => (await time(video)) > 0, true);
  await checkSoon(from, 0, "most of it is still to be watched");
  await seen.close();
});

// An entry of the contents led back from the end of the slides, and the page still read "ended".
test("a lesson that goes on from its end has not ended", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [], slides }), { attributes: `version="slides"` });
  for (let n = 0; n < 3; n++) await named(video, words.next).click();
  await checkSoon(() => hasState(video, "ended"), true);
  await video.locator("details.bookmarks summary").click();
  await video.locator(".bookmark[data-kind=chapter]").first().click();
  await checkSoon(() => hasState(video, "ended"), false);
  await seen.close();
});

// A question that sends a learner back kept teachers, too, whom nothing is to keep.
test("a teacher goes on after a wrong answer", async () => {
  const back = { ...stops.must, item: item("must"), rewinds: true };
  const { video, ...seen } = await open(lesson({ checkpoints: [back] }), { attributes: `mode="teacher"` });
  await play(video, 3.4);
  await panel(video).locator("label.option").first().click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(async () => (await time(video)) > 4.2, true);
  await seen.close();
});

// "Try again" took the notice away and asked nobody: the site's player was never loaded anew.
test("a site whose player said nothing is asked once more", async () => {
  const content = lesson({ files: [{ src: "https://www.youtube.com/watch?v=aB-_9xYz012" }], duration: 60, checkpoints: [] });
  const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content) } });
  const hurried = () => {
    const later = window.setTimeout;
    window.setTimeout = (act, wait, ...given) => later(act, wait >= 10_000 ? wait / 10 : wait, ...given);
  };
  const context = await visitor({}, hurried);
  let asked = 0;
  await context.route("https://www.youtube-nocookie.com/**", (route) => {
    asked++;
    return route.fulfill({ body: "<!doctype html><p>Blocked here.", contentType: "text/html" });
  });
  const seen = await visit(`${made.origin}/page.html`, { context });
  const video = seen.page.locator("adil-video");
  await named(video, words.load_from.replace("{name}", "YouTube")).click();
  await named(video, words.try_again).waitFor();
  assert.equal(asked, 1);
  await standIn(context);
  await named(video, words.try_again).click();
  await checkSoon(async () => /^0:0[1-9]/.test(await video.locator(".time").textContent()), true);
  await seen.close();
});
