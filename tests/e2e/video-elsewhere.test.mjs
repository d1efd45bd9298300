// A lesson that is not simply a file in a page in sight: in another site's player, on paper, on a
// line that is lost, in a hidden tab.
import assert from "node:assert/strict";
import { ENGINE } from "../engines/launch.mjs";
import { lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { jump, named, panel, play, time, useLessons } from "./lessons.mjs";
import { checkAxe, checkOwn, checkQuiet, checkSoon, example, fired, html, shadowText } from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { isHeard, keepMessages, standIn } from "./sites.mjs";

const { open, site, visitor, visit } = useLessons();
const words = text();

for (const [name, src, host] of [
  ["YouTube", "https://www.youtube.com/watch?v=aB-_9xYz012", "https://www.youtube-nocookie.com/embed/aB-_9xYz012"],
  ["Vimeo", "https://vimeo.com/123", "https://player.vimeo.com/video/123"],
]) {
  test(`${name} is asked only after a learner agreed, and stops at checkpoints`, async () => {
    const content = lesson({ files: [{ src }], duration: 60, checkpoints: [stops.poll, stops.must] });
    const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content) } });
    const context = await visitor({}, keepMessages);
    const asked = await standIn(context);
    const seen = await visit(`${made.origin}/page.html`, { context });
    const video = seen.page.locator("adil-video");
    await video.locator(".base").waitFor();
    await checkSoon(async () => (await shadowText(video)).includes(words.external.replaceAll("{name}", name)), true);
    await checkAxe(seen.page, "the card", "adil-video");
    checkOwn(seen, made.origin);
    assert.deepEqual(asked, []);
    await named(video, words.load_from.replace("{name}", name)).click();
    await checkSoon(() => asked.length, 1);
    assert.ok(asked[0].startsWith(`${host}?`), asked[0]);
    const frame = () => seen.page.frames().find((one) => one.url().startsWith(host));
    await checkSoon(() => video.locator(".time").textContent(), "0:00 / 1:00");
    await named(video, words.play).first().click();
    await panel(video).waitFor();
    await checkSoon(() => frame().evaluate(() => state.playing), false);
    const overshoot = await frame().evaluate(() => at() - 2);
    assert.ok(overshoot >= -0.1 && overshoot <= 0.5, `it stands ${overshoot} s behind the cue`);
    await named(video, words.skip).click();
    await panel(video).waitFor({ state: "hidden" });
    await panel(video).waitFor();
    await checkSoon(() => named(video, words.skip).count(), 0, "the second one is required");
    // A learner may use the site's own keys inside the frame.
    await video.evaluate((element) => element.shadowRoot.querySelector("iframe").contentWindow.postMessage(JSON.stringify({ event: "command", func: "playVideo", method: "play", args: [] }), "*"));
    await checkSoon(() => frame().evaluate(() => state.playing), false);
    // Words from elsewhere are no words of the player.
    const forged = JSON.stringify({ event: "infoDelivery", info: { playerState: 1, progressState: { current: 55 } } });
    await seen.page.evaluate((forged) => postMessage(forged, "*"), forged);
    await seen.page.evaluate((forged) => {
      const other = document.body.appendChild(document.createElement("iframe"));
      other.srcdoc = `<script>parent.postMessage(${JSON.stringify(forged)}, "*")</script>`;
    }, forged);
    await isHeard(seen.page, forged, 2);
    assert.match(await video.locator(".time").textContent(), /^0:0[34] /);
    checkQuiet(seen);
    await seen.close();
  });
}

// What is read from right to left a PDF keeps in no order that a test could read.
const ON_PAPER = sampled("languages of lessons on paper", ["en", "ru", "kk"], 1);
for (const lang of ON_PAPER) test(`on paper there are stills, questions, lines and the text (${lang})`, async () => {
  const content = example("scholarship-list");
  const said = text(lang);
  const { page, video, ...seen } = await open(content, { lang });
  await page.evaluate((address) => { document.querySelector("adil-video").src = address; }, "/adil/examples/scholarship-list.json");
  // The view before has as many markers, and a sheet whose pictures lie elsewhere.
  await checkSoon(async () => (await fired(page, "ready")).length, 2);
  await checkSoon(() => video.locator(".marker").count(), content.checkpoints.length);
  await video.locator(".sheet").first().waitFor({ state: "attached" });
  const pages = textsOf(await page.pdf({ format: "A4" }));
  const all = pages.join("").replace(/\s+/g, " ");
  const squeezed = all.replaceAll(" ", "");
  const has = (words) => assert.ok(squeezed.includes(words.replaceAll("*", "").replaceAll(" ", "")), words);
  for (const { item, reflection } of content.checkpoints) {
    has((item?.stem ?? reflection.prompt)[lang]);
    for (const option of item?.options ?? []) has(option.text[lang]);
  }
  has(said.name_line);
  const textAt = pages.findIndex((one) => one.replace(/\s+/g, "").includes(said.transcript.replaceAll(" ", "")));
  assert.ok(textAt > 0, "the text has a page of its own");
  assert.ok(!squeezed.includes(said.play + said.mute), "no button is printed");
  await seen.close();
});

test("a line that is lost keeps answers and place, and goes on when it is back", async () => {
  // A player waits for twelve seconds before it gives a line up; here for one, once the line is lost.
  const hurried = () => {
    const later = window.setTimeout;
    window.setTimeout = (act, wait, ...given) => later(act, window.hurries && wait >= 10_000 ? wait / 10 : wait, ...given);
  };
  let broken = (path) => (path.endsWith(".mp4") ? { breaks: 150_000 } : undefined);
  const fault = (path) => broken(path);
  const content = lesson({ checkpoints: [stops.poll], files: lesson().files.slice(0, 1) });
  const { page, context, video, ...seen } = await open(content, { fault, init: [hurried] });
  await play(video, 1.5);
  await panel(video).waitFor();
  await named(video, words.skip).click();
  broken = (path) => (path.endsWith(".mp4") ? { drop: true } : undefined);
  await context.setOffline(true);
  await page.evaluate(() => (window.hurries = true));
  await jump(video, 100);
  // Once a line broke, Firefox goes no further than what it has of the video.
  const place = await time(video);
  assert.ok(ENGINE === "firefox" ? place > 5 : place === 100, `it is at ${place}`);
  await video.locator(".lock-message").waitFor();
  await checkSoon(async () => (await shadowText(video)).includes(words.lost), true);
  await checkAxe(page, "the lost line", "adil-video");
  broken = () => undefined;
  await page.evaluate(() => (window.hurries = false));
  await context.setOffline(false);
  await checkSoon(async () => (await time(video)) > place + 0.2, true);
  await checkSoon(() => video.locator(".lock-message").count(), 0);
  const marker = video.locator(".marker").first();
  await checkSoon(() => marker.getAttribute("data-state"), "upcoming", "a skipped one may still be answered");
  await seen.close();
});

test("in a hidden tab it stops, too, and silent play there is told apart", async () => {
  const { page, context, video, ...seen } = await open(lesson({ checkpoints: [{ ...stops.poll, at: 4 }] }));
  await play(video);
  await named(video, words.mute).click();
  const hide = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
    if (hidden) window.requestAnimationFrame = () => 0;
  }, hidden);
  await hide(true);
  await panel(video).waitFor();
  await checkSoon(async () => Math.abs((await time(video)) - 4) <= 0.02, true);
  await checkSoon(() => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.className;
  }), "ask");
  await hide(false);
  await named(video, words.skip).click();
  await jump(video, 149.9);
  await video.locator(".end").waitFor();
  assert.match(await video.locator(".end").textContent(), new RegExp(words.unattended.replace("{n}", "[23]%")));
  await seen.close();
});
