// A lesson from someone who means harm: its words show as words, its addresses are refused.
import assert from "node:assert/strict";
import { MEDIA, lesson, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { named, panel, play, useLessons } from "./lessons.mjs";
import { asksNoMore, checkOwn, checkQuiet, fired, html } from "./page.mjs";

const { open, site, visit } = useLessons();
const words = text();
const evil = `<img src=x onerror="window.pwned.push(1)">`;

test("hostile words show as words", async () => {
  const option = { text: evil, feedback: evil, score: 1 };
  const content = lesson({
    title: evil, chapters: [{ start: 0, title: evil }],
    checkpoints: [
      { id: "a", at: 2, title: evil, item: { id: "a", type: "single", stem: evil, options: [option, { text: "b" }] } },
      { id: "b", at: 3, title: evil, reflection: { prompt: evil, answer: evil } }, { id: "c", at: 4, note: evil },
    ],
    captions: [{ lang: "en", label: evil, src: "/evil.vtt" }], teacherNotes: evil,
    slides: [{ start: 0, picture: { src: `${MEDIA}/folder.svg`, alt: evil }, text: evil }],
  });
  const vtt = `WEBVTT\n\n00:00:00.000 --> 00:10:00.000\n${evil}<script>window.pwned.push(2)</script> <v ${evil}>said\n`;
  const { page, video, site, ...seen } = await open(content, {
    init: [() => { window.pwned = []; }], fault: (path) => (path === "/evil.vtt" ? { body: vtt, type: "text/vtt" } : undefined),
    headers: { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await play(video);
  for (const fold of await video.locator("summary").all()) await fold.click();
  for (let n = 0; n < 3; n++) {
    await panel(video).waitFor();
    const skip = named(video, n < 2 ? words.skip : words.continue_video);
    if (n === 1) await named(video, words.done).click();
    await (n === 1 ? named(video, words.continue_video) : skip).click();
    await panel(video).waitFor({ state: "hidden" });
  }
  await named(video, words.as_slides).click();
  await asksNoMore(page);
  assert.deepEqual(await page.evaluate(() => window.pwned), []);
  assert.equal(await video.locator("img[src=x]").count(), 0);
  checkOwn({ asked: seen.asked }, site.origin);
  checkQuiet(seen);
  await seen.close();
});

for (const src of ["javascript:alert(1)", "data:video/mp4;base64,AAAA", "blob:x"]) {
  test(`a video at ${src.slice(0, 10)} is refused with its place`, async () => {
    const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"><p>x</p></adil-video>`), "/lesson.json": JSON.stringify(lesson({ files: [{ src }] })) } });
    const { page, close } = await visit(`${made.origin}/page.html`);
    await page.locator("[part=error]").waitFor();
    const [event] = await fired(page, "error");
    assert.equal(event.detail.code, "content");
    assert.match(event.detail.message, /^lesson\.json: files\[0\]\.src: expected an address such as "cat\.png"/);
    await close();
  });
}
