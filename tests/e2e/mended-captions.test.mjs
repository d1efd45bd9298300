// Captions stand where their file wants them, in the colours that it names, and all of them.
import assert from "node:assert/strict";
import { lesson, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, media, named, play, useLessons } from "./lessons.mjs";
import { checkQuiet, checkSoon, html } from "./page.mjs";
import { standIn } from "./sites.mjs";

const { open, site, visitor, visit } = useLessons();
const words = text();

/** A lesson with these captions. */
const openWith = (vtt, more = {}, options = {}) => open(lesson({
  checkpoints: [], descriptions: [], captions: [{ lang: "en", src: "/c.vtt" }], ...more,
}), { ...options, fault: (path) => (path === "/c.vtt" ? { body: `WEBVTT\n\n${vtt}`, type: "text/vtt" } : undefined) });

/** What each caption says, and where its words and its box stand, in percent of the picture. */
const standing = (video) => video.locator(".caption").evaluate((place) => {
  const picture = place.parentElement.getBoundingClientRect();
  const area = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [across, down] = [(x) => ((x - picture.left) / picture.width) * 100, (y) => ((y - picture.top) / picture.height) * 100];
    return { left: across(left), right: across(right), top: down(top), bottom: down(bottom) };
  };
  return [...place.children].map((row) => {
    const box = area(row);
    return { said: row.textContent, ...area(row.firstChild), box, middle: (box.top + box.bottom) / 2, centre: (box.left + box.right) / 2 };
  });
});

const said = async (video) => (await standing(video)).map((one) => one.said);

/** No two captions share a part of the picture, and none leaves it. */
function checkApart(all) {
  for (const [n, one] of all.entries()) {
    assert.ok(one.left >= 0 && one.right <= 100 && one.box.top >= 0 && one.box.bottom <= 100, JSON.stringify(one));
    for (const other of all.slice(n + 1)) {
      const apart = one.right <= other.left || other.right <= one.left || one.box.bottom <= other.box.top + 0.5 || other.box.bottom <= one.box.top + 0.5;
      assert.ok(apart, `${one.said} lies upon ${other.said}`);
    }
  }
}

// A film with writing at its bottom had two captions for the top, left and right; all stood at the
// bottom, one upon another, and the yellow speaker was white.
test("captions stand at the top where their file says so, in the colour of who speaks", async () => {
  const vtt = `00:00.000 --> 00:20.000 line:0 align:start position:0%\nTop left\n
00:00.000 --> 00:20.000 line:0 align:end position:100%\nTop right\n
00:00.000 --> 00:20.000\n<c.yellow>Yellow words</c> below, and <c.blue.bg_white.poster>blue</c>\n`;
  const { page, video, ...seen } = await openWith(vtt);
  await play(video);
  await checkSoon(async () => (await said(video)).length, 3);
  const [left, right, below] = await standing(video);
  assert.deepEqual([left.said, right.said, below.said], ["Top left", "Top right", "Yellow words below, and blue"]);
  assert.ok(left.middle < 12 && left.left < 10, JSON.stringify(left));
  assert.ok(right.middle < 12 && right.right > 90, JSON.stringify(right));
  assert.ok(below.middle > 88, JSON.stringify(below));
  checkApart([left, right, below]);
  const colours = () => video.locator(".caption").evaluate((place) => [...place.querySelectorAll("p > span *")].map((one) => {
    const { color, backgroundColor } = getComputedStyle(one);
    return [color, backgroundColor, one.className];
  }));
  const none = "rgba(0, 0, 0, 0)";
  assert.deepEqual(await colours(), [["rgb(255, 255, 0)", none, ""], ["rgb(0, 0, 255)", "rgb(255, 255, 255)", ""]]);
  // What a learner chose to lie behind captions lies there, and blue is not left alone on black.
  await named(video, words.settings).click();
  await video.getByRole("combobox", { name: words.caption_background, exact: true }).selectOption(words.black);
  await checkSoon(colours, [["rgb(255, 255, 0)", none, ""], ["rgb(255, 255, 255)", none, ""]]);
  // Larger letters need other places.
  await video.getByRole("combobox", { name: words.caption_size, exact: true }).selectOption(words.large);
  checkApart(await standing(video));
  await page.setViewportSize({ width: 420, height: 800 });
  await checkSoon(async () => (await standing(video))[2].box.bottom > 88, true);
  checkApart(await standing(video));
  checkQuiet(seen);
  await seen.close();
});

const near = (expected) => (found) => Math.abs(found - expected) < 1.5;
const long = "Words that are long enough for more than one line of text in a narrow box";
const places = [
  ["", { middle: (n) => n > 88, left: (n) => n > 30, right: (n) => n < 70 }],
  ["line:1", { middle: (n) => n > 12 && n < 22 }],
  ["line:-2", { middle: (n) => n > 78 && n < 88 }],
  ["line:99", { middle: (n) => n > 80 }],
  ["line:40%", { "box.top": near(40) }],
  ["line:100%", { "box.bottom": (n) => n > 90 && n <= 100 }],
  ["position:10% align:start", { left: near(10) }],
  ["position:90% align:end", { right: near(90) }],
  ["position:25%", { centre: near(25) }],
  ["position:25% size:30%", { "box.left": near(10), "box.right": near(40) }, long],
  ["align:left", { left: near(4) }],
  ["align:right", { right: near(96) }],
  ["size:30%", { "box.left": near(35), "box.right": near(65) }, long],
  ["position:100% align:start", { right: (n) => n <= 100 }],
  ["vertical:rl line:0", { right: (n) => n > 90, left: (n) => n > 70, top: (n) => n < 50, bottom: (n) => n > 50 }],
  ["vertical:lr line:0 size:60%", { left: (n) => n < 10, "box.top": near(20), "box.bottom": near(80) }, long],
];

// Position, line, size and writing from top to bottom are heard each.
test("each setting of a caption puts it where WebVTT says", async () => {
  const at = (n) => `00:${String(n * 2).padStart(2, "0")}.000`;
  const vtt = places.map(([settings, , words = "Words"], n) => `${at(n)} --> ${at(n + 1)} ${settings}\n${words}\n`).join("\n");
  const { video, ...seen } = await openWith(vtt);
  await play(video);
  await media(video).evaluate((element) => element.pause());
  for (const [n, [settings, expected]] of places.entries()) {
    await jump(video, n * 2 + 1);
    const found = async () => {
      const all = await standing(video);
      if (all.length !== 1) return `${all.length} captions`;
      const value = (path) => path.split(".").reduce((one, name) => one[name], all[0]);
      const wrong = Object.entries(expected).filter(([path, fits]) => !fits(value(path)));
      return wrong.length ? JSON.stringify([settings, all[0]]) : "right";
    };
    await checkSoon(found, "right");
  }
  await seen.close();
});

// A note that stood at the top for a while went when four others had come; what begins and ends
// leaves the others where they are.
test("every caption that is said is shown, and none upon another", async () => {
  const vtt = `00:00.000 --> 00:20.000 line:0\nA note\n\n${[1, 2, 3, 4, 5, 6].map((n) => `00:0${n}.000 --> 00:1${n}.000\nSpeaker ${n}\n`).join("\n")}`;
  const { video, ...seen } = await openWith(vtt);
  await play(video);
  await media(video).evaluate((element) => element.pause());
  await jump(video, 8);
  await checkSoon(async () => (await said(video)).length, 7);
  const all = await standing(video);
  checkApart(all);
  assert.ok(all[0].middle < 12 && all[1].middle > 88 && all[2].middle < all[1].middle, "the first one keeps the lowest line");
  await jump(video, 16.5);
  await checkSoon(() => said(video), ["A note"]);
  await seen.close();
});

// What WebVTT has tags for reads as such: bold, italic, underlined, ruby, a voice.
test("tags of captions are heard", async () => {
  const vtt = "00:00.000 --> 00:20.000\n<v Amina>I <b>will</b> <i>not</i> <u>sign</u></v> <ruby>漢<rt>kan</rt></ruby>\n";
  const { video, ...seen } = await openWith(vtt);
  await play(video);
  await checkSoon(async () => (await said(video)).length, 1);
  const look = (tag, name) => video.locator(`.caption ${tag}`).evaluate((one, name) => getComputedStyle(one)[name], name);
  assert.ok(Number(await look("b", "fontWeight")) >= 600);
  assert.equal(await look("i", "fontStyle"), "italic");
  assert.match(await look("u", "textDecorationLine"), /underline/);
  assert.equal(await look("rt", "display"), "ruby-text");
  assert.ok(!(await said(video))[0].includes("Amina"), "who speaks is not said");
  await seen.close();
});

// The browser shows no captions over another site's player; ours stand at their places there, too.
test("captions over a player of another site stand where their file says", async () => {
  const content = lesson({ files: [{ src: "https://youtu.be/aB-_9xYz012" }], duration: 60, checkpoints: [], descriptions: [], captions: [{ lang: "en", src: "/c.vtt" }] });
  const vtt = "WEBVTT\n\n00:00.000 --> 00:50.000 line:0\nAbove\n\n00:00.000 --> 00:01.500\nFirst\n\n00:01.500 --> 00:50.000\nSecond\n";
  const bodies = { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content), "/c.vtt": vtt };
  const made = await site({ bodies });
  const context = await visitor();
  await standIn(context);
  const seen = await visit(`${made.origin}/page.html`, { context });
  const video = seen.page.locator("adil-video");
  await named(video, words.load_from.replace("{name}", "YouTube")).click();
  await checkSoon(() => video.locator(".time").textContent(), "0:00 / 1:00");
  await named(video, words.play).first().click();
  await checkSoon(() => said(video), ["Above", "Second"]);
  const [above, second] = await standing(video);
  assert.ok(above.middle < 12 && second.middle > 88, JSON.stringify([above, second]));
  await seen.close();
});
