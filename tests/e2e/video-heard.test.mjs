// What a lesson gives to those who hear it, and what a school's styles can tell apart: names, groups
// in their order, what is said once, headings, parts and their states. Each test has its story.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ENGINE } from "../engines/launch.mjs";
import { MEDIA, item, lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, media, named, panel, play, stands, useLessons } from "./lessons.mjs";
import { checkAxe, checkSoon, settled } from "./page.mjs";

const { open } = useLessons();
const words = text();
const fill = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const slides = [0, 50].map((start) => ({ start, picture: { src: `${MEDIA}/folder.svg`, alt: "A folder" }, text: "Words." }));

/** Signs that a voice spells out, or leaves out. */
const SIGNS = /[→←↑↓▶◀›‹×·•✓]/u;
const SPOKEN = /^(button|ToggleButton|DisclosureTriangle|link|combobox|MenuListOption|option|slider|group|region|list|heading|checkbox|textbox|searchbox|Video|Audio)$/;

/** What Chromium gives to screen readers: role, name, description and level of each node. */
async function heardTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description }) =>
    ({ role: role?.value, name: name?.value ?? "", description: description?.value ?? "" }));
}

/** Keeps what the lesson's live regions say from here on, with the language of each sentence. */
const listen = (video) => video.evaluate((element) => {
  window.saidHere = [];
  const hear = (records) => {
    for (const { addedNodes, target } of records) {
      if (!addedNodes.length || !target.closest?.("[role=status].visually-hidden")) continue;
      for (const node of addedNodes) {
        window.saidHere.push({ words: node.textContent.trim(), lang: node.querySelector?.("[lang]")?.lang ?? "" });
      }
    }
  };
  new MutationObserver(hear).observe(element.shadowRoot, { childList: true, subtree: true });
});
const said = (video) => video.page().evaluate(() => window.saidHere.map(({ words }) => words));

/** A lesson that asks nothing and stands at a minute, with the focus on its stage. */
async function atAMinute(options) {
  const seen = await open(lesson({ checkpoints: [] }), options);
  await play(seen.video);
  await seen.page.keyboard.press("k");
  await checkSoon(() => stands(seen.video), true);
  await jump(seen.video, 60);
  await checkSoon(() => media(seen.video).evaluate(({ currentTime, seeking }) => !seeking && Math.round(currentTime)), 60);
  await seen.video.locator(".stage").focus();
  await listen(seen.video);
  return seen;
}

const clock = (n) => new Date(n * 1_000).toISOString().slice(11, 19);
const manyLines = (count) => ["WEBVTT", ...Array.from({ length: count }, (_, n) => `${clock(n)}.000 --> ${clock(n + 1)}.000\nLine number ${n}.`)].join("\n\n");

// Of a hundred lines a screen reader met six with words and ninety-four that were called "button".
if (ENGINE === "chromium") test("every line of a long text has a name, also out of sight", async () => {
  const fault = (path) => (path === "/long.vtt" ? { body: manyLines(5_000), type: "text/vtt" } : undefined);
  const { page, video, ...seen } = await open(lesson({ checkpoints: [], captions: [{ lang: "en", src: "/long.vtt" }] }), { fault });
  await video.locator("summary", { hasText: words.transcript }).click();
  await checkSoon(() => video.locator(".transcript-cue").count(), 5_000);
  const lines = (await heardTree(page)).filter(({ role, name }) => role === "button" && (!name || name.includes("Line number")));
  assert.equal(lines.length, 5_000);
  assert.deepEqual(lines.filter(({ name }) => !name), []);
  assert.equal(lines.at(-1).name, "1:23:19 Line number 4999.");
  // What is out of sight is still not laid out: that is what keeps it fast.
  const skips = await video.locator(".transcript-cue").last().evaluate((line) => getComputedStyle(line).contentVisibility);
  assert.equal(skips, "auto");
  await seen.close();
});

// Before Play, Chromium called the film "Unable to play media.", whatever name it had.
if (ENGINE === "chromium") test("a film is heard by its name, or not at all", async () => {
  const own = { inside: `<video controls preload="none" src="${MEDIA}/lesson-360.mp4"></video>` };
  const none = { fault: (path) => (/\.(mp4|webm)$/.test(path) ? { status: 404 } : undefined) };
  for (const [options, content] of [[{}, {}], [own, { files: [], captions: [] }], [none, {}]]) {
    const { page, video, ...seen } = await open(lesson({ checkpoints: [], ...content }), options);
    const films = async () => (await heardTree(page)).filter(({ role, name }) => role === "Video" || /unable/i.test(name));
    await named(video, words.bookmark).waitFor();
    await checkSoon(films, []);
    if (options === none) {
      await video.locator("button.start").click();
      await video.locator(".lock-message").waitFor();
      await checkSoon(films, []);
    } else {
      await play(video);
      await checkSoon(async () => (await films()).map(({ role, name }) => `${role} ${name}`), ["Video A short lesson"]);
    }
    await seen.close();
  }
});

// The settings came after two other buttons, and nobody heard where they began.
test("what a button opens is a group with a name, and comes next", async () => {
  const { page, video, ...seen } = await open(lesson({ slides }));
  const versions = video.getByRole("group", { name: words.versions, exact: true });
  assert.equal(await versions.getByRole("button").count(), 2);
  await play(video);
  const gear = named(video, words.settings);
  await gear.press("Enter");
  const settings = video.getByRole("group", { name: words.settings, exact: true });
  await settings.getByLabel(words.speed).waitFor();
  await gear.press("Tab");
  const isNext = () => settings.getByLabel(words.speed).evaluate((list) => list.matches(":focus"));
  await checkSoon(isNext, true, "Tab leads from the button into what it opened");
  const [above, below] = await Promise.all([gear, settings].map((part) => part.boundingBox()));
  assert.ok(below.y >= above.y + above.height - 1, "it is seen below the row");
  const row = await video.locator("[part~=controls]").boundingBox();
  assert.ok(below.width > row.width * 0.9, "and is as wide as the player");
  await video.locator("summary", { hasText: words.contents }).click();
  const list = video.getByRole("list", { name: words.contents, exact: true });
  await checkSoon(() => list.getByRole("listitem").count(), 6);
  await seen.close();
});

// "Video · 0.8 MB" was read as "Video middle dot", and two buttons that remove bookmarks were one.
if (ENGINE === "chromium") test("no name has signs in it, and no two buttons have one name", async () => {
  const { page, video, ...seen } = await open(lesson({ slides }));
  const check = async (where) => {
    const heard = (await heardTree(page)).filter(({ role }) => SPOKEN.test(role));
    assert.deepEqual(heard.filter(({ name, description }) => SIGNS.test(name + description)), [], where);
    const buttons = heard.filter(({ role }) => role === "button").map(({ name, description }) => `${name} ${description}`);
    assert.deepEqual(buttons.filter((name, n) => buttons.indexOf(name) < n), [], where);
  };
  await named(video, words.settings).click();
  await video.locator(".settings select").first().waitFor();
  for (const fold of [words.contents, words.transcript, words.keys]) await video.locator("summary", { hasText: fold }).click();
  await video.locator(".entries").waitFor();
  await check("start");
  await checkAxe(page, "all that can be opened", "adil-video");
  await play(video, 1);
  await named(video, words.bookmark).click();
  await panel(video).waitFor();
  await named(video, words.bookmark).click();
  await checkSoon(() => video.getByRole("button", { name: words.remove }).count(), 2);
  await check("bookmarks");
  await seen.close();
});

// Arrows, J and L led somewhere without a word; a held key would have said each of its turns.
test("keys say where they led, how loud it is and how fast, once, when they are let go", async () => {
  const { page, video, ...seen } = await atAMinute();
  const { keyboard } = page;
  const at = (minutes, seconds) => `${minutes} minute ${seconds} seconds`;
  for (const [key, expected] of [["ArrowRight", at(1, 5)], ["j", "55 seconds"], ["l", at(1, 5)], ["ArrowLeft", "1 minute"], [">", `${words.speed} 1.25`]]) {
    const before = (await said(video)).length;
    await keyboard.press(key);
    await checkSoon(async () => (await said(video)).slice(before), [expected], key);
  }
  for (const [key, expected] of [["ArrowRight", at(1, 20)], ["ArrowDown", `${words.volume} 80%`]]) {
    const before = (await said(video)).length;
    for (let n = 0; n < 4; n++) await keyboard.down(key);
    await settled(page);
    assert.equal((await said(video)).length, before, "nothing while it is held");
    await keyboard.up(key);
    await checkSoon(async () => (await said(video)).slice(before), [expected]);
  }
  await seen.close();
});

// A screen reader reads the bar's new place by itself, and why it goes no further says enough.
test("where a key led is not said twice, nor over what matters more", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { attributes: "no-skip" });
  await play(video);
  await video.locator(".stage").press("k");
  await checkSoon(() => stands(video), true);
  await listen(video);
  await page.keyboard.press("End");
  await checkSoon(() => said(video), [words.not_further]);
  await video.getByRole("slider", { name: words.seek_bar }).press("ArrowLeft");
  await settled(page);
  assert.deepEqual(await said(video), [words.not_further]);
  await seen.close();
});

// A stop called "Why?" was announced as "Why?. Video paused." and then read once more as a heading.
test("a stop says once what it is and which of all it is", async () => {
  const checkpoints = [{ ...stops.note, at: 2, title: "Why?" }, { ...stops.must, at: 4, title: "And now?" }];
  const { page, video, ...seen } = await open(lesson({ checkpoints }));
  await listen(video);
  await play(video, 1.5);
  const heading = panel(video).getByRole("heading", { name: /Why\?/ });
  await checkSoon(() => heading.evaluate((title) => title.matches(":focus")), true);
  const place = (n) => fill("checkpoint_n_of", { n, total: 2 });
  assert.equal((await heading.textContent()).replace(/\s+/g, " "), [words.stop_and_think, "Why?", place(1), words.required].join(", "));
  await checkSoon(async () => (await said(video)).filter((sentence) => /\?/.test(sentence) || sentence.includes(words.video_paused)), [words.video_paused]);
  await named(video, words.continue_video).click();
  const asked = panel(video).locator("adil-quiz [tabindex='-1']").first();
  await checkSoon(() => asked.evaluate((ask) => ask.matches(":focus") && ask.getAttribute("aria-description")), place(2));
  await seen.close();
});

// English words about the picture were read with a Russian voice.
test("what is seen is said in the language of its words", async () => {
  const russian = text("ru");
  const { video, ...seen } = await open(lesson({ checkpoints: [], languages: ["ru", "en"] }), { lang: "ru" });
  await play(video, 5);
  await listen(video);
  await named(video, russian.settings).click();
  await video.getByRole("combobox", { name: russian.descriptions }).selectOption(russian.on);
  const described = () => video.page().evaluate(() => window.saidHere.find(({ words }) => words.startsWith("Amina"))?.lang);
  await checkSoon(described, "en");
  await seen.close();
});

// A slide's picture stood before the words that get the focus: who read on never met it.
test("a slide is read on from where the focus is", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [], slides }), { attributes: `version="slides"` });
  await named(video, words.next).click();
  const count = video.locator(".slides .count");
  await checkSoon(() => count.evaluate((line) => line.matches(":focus") && line.textContent), fill("slide_n_of", { n: 2, total: 2 }));
  const picture = video.getByRole("img", { name: "A folder" });
  const [line, image] = await Promise.all([count, picture].map((part) => part.boundingBox()));
  assert.ok(image.y < line.y, "it is seen above");
  assert.ok(await count.evaluate((line) => line.compareDocumentPosition(line.getRootNode().querySelector(".picture")) & Node.DOCUMENT_POSITION_FOLLOWING), "and read below");
  await seen.close();
});

// A lesson below a heading of the third level began with one of the second.
test("headings go down from the level that the page sets", async () => {
  const checkpoints = [{ ...stops.poll, at: 2 }, { ...stops.poll, id: "late", at: 149, item: item("late") }];
  const { video, ...seen } = await open(lesson({ checkpoints }), { attributes: `heading-level="4"` });
  const level = (name, level) => video.getByRole("heading", { name, level });
  await level("A short lesson", 4).waitFor();
  await play(video, 1.6);
  await level(new RegExp(words.stop_and_think), 5).waitFor();
  assert.equal(await panel(video).locator("adil-quiz").getAttribute("heading-level"), "5");
  await named(video, words.skip).click();
  await panel(video).waitFor({ state: "hidden" });
  await jump(video, 148.5);
  await panel(video).locator("label.option").first().click();
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await level(words.end_title, 5).waitFor();
  await level(words.repeat_title, 6).waitFor();
  await seen.close();
});

// A dark lesson on a light system asked in dark letters on dark.
test("a question is as dark or light as the lesson around it", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const other = colorScheme === "light" ? "dark" : "light";
    const { video, ...seen } = await open(lesson({ checkpoints: [stops.poll] }), { colorScheme, attributes: `theme="${other}"` });
    await play(video, 1.6);
    const stem = panel(video).locator("adil-quiz .stem");
    await stem.waitFor();
    const inks = () => video.evaluate((element) => {
      const quiz = element.shadowRoot.querySelector("adil-quiz");
      return [element, quiz].map((one) => getComputedStyle(one.shadowRoot.querySelector(".base")).color);
    });
    const same = async () => { const [outer, inner] = await inks(); return outer === inner && outer; };
    const ink = await same();
    assert.ok(ink, `${other} on a ${colorScheme} system: ${await inks()}`);
    await video.evaluate((element, theme) => element.setAttribute("theme", theme), colorScheme);
    await checkSoon(async () => { const now = await same(); return now && now !== ink; }, true, "also when it changes");
    await seen.close();
  }
});

/** The parts of all that stands in the lesson's own tree. */
const partsOf = (video) => video.evaluate((element) =>
  [...element.shadowRoot.querySelectorAll("[part]")].map(({ part }) => [...part]));

// README named states that no style of a page can ask for, and a third of the parts not at all.
test("parts say their states, and all of them are named for pages", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../../widgets/video/custom-elements.json", import.meta.url), "utf8"));
  const { cssParts } = manifest.modules[0].declarations[0];
  const known = new Set(cssParts.map(({ name }) => name));
  const unknown = new Set();
  const look = async (video) => (await partsOf(video)).flat().forEach((name) => known.has(name) || unknown.add(name));
  const has = async (video, ...names) => (await partsOf(video)).some((part) => names.every((name) => part.includes(name)));
  const { video, ...seen } = await open(lesson({ slides, checkpoints: [{ ...stops.must, at: 2, rewindTo: undefined }, stops.think] }));
  await named(video, words.settings).click();
  for (const fold of [words.contents, words.transcript, words.keys]) await video.locator("summary", { hasText: fold }).click();
  await video.locator(".entries").waitFor();
  await look(video);
  assert.ok(await has(video, "version", "pressed"));
  assert.ok(await has(video, "captions-button", "pressed"));
  assert.ok(await has(video, "settings-button", "open"));
  assert.ok(await has(video, "bookmarks", "open"));
  assert.ok(await has(video, "marker", "upcoming"));
  assert.ok(await has(video, "bookmark", "chapter"));
  await play(video, 1.6);
  await panel(video).locator("label.option").nth(1).click();
  await checkSoon(() => has(video, "marker", "now"), true);
  await checkSoon(() => has(video, "bookmark", "stop", "now"), true);
  await checkSoon(() => has(video, "transcript-cue", "now"), true);
  await look(video);
  await named(video, "Check answer").click();
  await named(video, words.continue_video).click();
  await checkSoon(() => has(video, "marker", "done", "passed"), true);
  await jump(video, 5.7);
  await named(video, words.done).click();
  await look(video);
  await named(video, words.continue_video).click();
  await jump(video, 150.3);
  await video.locator(".end").waitFor();
  await look(video);
  await video.locator(".version").nth(1).click();
  await look(video);
  assert.deepEqual([...unknown], []);
  await seen.close();
});

// With a light accent nobody saw how loud it was: the fill was as light as the browser's own ground.
for (const theme of ["light", "dark"]) test(`how loud it is is seen with any accent (${theme})`, async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [] }), { attributes: `theme="${theme}"` });
  const accents = ["#7a1f5c", "yellow", "lime", "lightblue", "orange", "grey", "black", "white", "red", "#2c48cc"];
  const faint = await video.evaluate((element, accents) => {
    const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map((v) => v / 255)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
    };
    const volume = element.shadowRoot.querySelector("[part~=volume]");
    return accents.flatMap((accent) => {
      element.style.setProperty("--adil-accent", accent);
      // What fills the bar and what lies under it, as the style sheet has them.
      const probe = volume.parentNode.appendChild(document.createElement("i"));
      probe.style.cssText = "color: var(--_accent-edge); background: var(--_raised)";
      const { color, backgroundColor } = getComputedStyle(probe);
      probe.remove();
      if (getComputedStyle(volume).appearance !== "none") return [`${accent}: the browser's own ground`];
      const [more, less] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
      return (more + 0.05) / (less + 0.05) < 3 ? [`${accent}: ${color} on ${backgroundColor}`] : [];
    });
  }, accents);
  assert.deepEqual(faint, []);
  const filled = () => video.locator("[part~=volume]").evaluate((field) => field.style.getPropertyValue("--adil-volume"));
  await video.getByRole("slider", { name: words.volume }).press("ArrowLeft");
  await checkSoon(filled, "95%");
  await seen.close();
});
