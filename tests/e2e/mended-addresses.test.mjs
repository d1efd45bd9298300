// Addresses of YouTube and Vimeo as people paste them: known before anything is asked.
import assert from "node:assert/strict";
import { lesson, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { named, useLessons } from "./lessons.mjs";
import { checkOwn, checkSoon, fired, html, shadowText } from "./page.mjs";
import { standIn } from "./sites.mjs";

const { site, visitor, visit } = useLessons();
const words = text();

/** A page with a lesson whose film is at an address. */
async function openAt(src, ...init) {
  const content = lesson({ files: [{ src }], duration: 60, checkpoints: [] });
  const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json" version="film"></adil-video>`), "/lesson.json": JSON.stringify(content) } });
  const context = await visitor({}, ...init);
  const others = await standIn(context);
  const seen = await visit(`${made.origin}/page.html`, { context });
  return { ...seen, made, others, context, video: seen.page.locator("adil-video") };
}

// A teacher pasted what the address bar showed. Its start was dropped; an address out of a channel
// or a group was taken for a file, and the site was asked before the learner had agreed.
for (const [src, name, expected] of [
  ["https://www.youtube.com/watch?v=aB-_9xYz012&t=30s", "YouTube", /^https:\/\/www\.youtube-nocookie\.com\/embed\/aB-_9xYz012\?.*&start=30$/],
  ["https://music.youtube.com/watch?v=aB-_9xYz012&list=RD1#t=0m30s", "YouTube", /\/embed\/aB-_9xYz012\?.*&start=30$/],
  ["//www.youtube.com/v/aB-_9xYz012?start=30", "YouTube", /\/embed\/aB-_9xYz012\?.*&start=30$/],
  ["https://vimeo.com/channels/staffpicks/123456#t=0m30s", "Vimeo", /^https:\/\/player\.vimeo\.com\/video\/123456\?dnt=1.*#t=30s$/],
  ["https://vimeo.com/groups/motion/videos/123456", "Vimeo", /\/video\/123456\?dnt=1[^#]*$/],
  ["https://vimeo.com/showcase/77/video/123456/ab12#t=30", "Vimeo", /\/video\/123456\?h=ab12&.*#t=30s$/],
]) {
  test(`${src} is a film of ${name}, asked for after the learner agreed`, async () => {
    const { video, others, made, ...seen } = await openAt(src);
    await checkSoon(async () => (await shadowText(video)).includes(words.external.replaceAll("{name}", name)), true);
    checkOwn(seen, made.origin);
    assert.deepEqual(others, []);
    await named(video, words.load_from.replace("{name}", name)).click();
    await checkSoon(() => others.length, 1);
    assert.match(await video.locator("iframe").getAttribute("src"), expected);
    if (!/t=|start=/.test(src)) return seen.close();
    await named(video, words.play).first().click();
    await checkSoon(async () => /^0:3[0-9] /.test(await video.locator(".time").textContent()), true, "it begins there");
    await seen.close();
  });
}

// The address of a channel went to the site at once, and the learner read that the video cannot be
// played; the author was told nothing.
for (const src of [
  "https://vimeo.com/channels/staffpicks", "https://www.youtube.com/@school", "https://youtube.com/playlist?list=PL1", "//www.youtube.com/results?search_query=list",
]) {
  test(`${src} is no film: its author is told, and nobody is asked`, async () => {
    const { page, others, made, ...seen } = await openAt(src);
    await page.locator("[part=error]").waitFor();
    const [event] = await fired(page, "error");
    assert.equal(event.detail.code, "content");
    assert.match(event.detail.message, /^lesson\.json: files\[0\]\.src: expected the address of one YouTube or Vimeo video, not of a channel, list or search, found "/);
    assert.deepEqual(others, []);
    checkOwn(seen, made.origin);
    await seen.close();
  });
}

// A browser only goes to a place of the page that it has when an address with a # is set again.
test("a player that is to begin somewhere is asked once more, too", async () => {
  const hurried = () => {
    const later = window.setTimeout;
    window.setTimeout = (act, wait, ...given) => later(act, wait >= 10_000 ? wait / 10 : wait, ...given);
  };
  const { video, context, ...seen } = await openAt("https://vimeo.com/123#t=30s", hurried);
  let silent = 0;
  await context.route("https://player.vimeo.com/**", (route) => {
    silent++;
    return route.fulfill({ body: "<!doctype html><p>Blocked here.", contentType: "text/html" });
  });
  await named(video, words.load_from.replace("{name}", "Vimeo")).click();
  await named(video, words.try_again).waitFor();
  assert.equal(silent, 1);
  await standIn(context);
  await named(video, words.try_again).click();
  await checkSoon(async () => /^0:3[0-9] /.test(await video.locator(".time").textContent()), true);
  await seen.close();
});
