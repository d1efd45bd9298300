// A story for a group at one device, whose parts go round, and the sounds of scenes.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkAxe, checkSoon, example, fill, fired, readJson, useBrowser } from "./page.mjs";
import { inLanguage, named, opener, small, title } from "./stories.mjs";

const open = opener(useBrowser());
const game = inLanguage(example("cash-box"), "en");
const text = readJson("locales/story.en.json");
const group = { file: "cash-box", attributes: `mode="group"` };

/** Who does what, as it is read: the number, and the words. */
const parts = (story) => story.getByRole("list", { name: text.roles }).getByRole("listitem").allTextContents();
const said = (...roles) => roles.map((role, n) => `${n + 1} ${text[`role_${role}`]}`);
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function choose(story, choice) {
  await named(story, choice.text).click();
  if (choice.feedback) await named(story, text.go_on).click();
}

test("a group says how many it is, the parts go round, and a reload keeps both", async () => {
  const { page, story, ...seen } = await open(group);
  await story.getByLabel("3", { exact: true }).check();
  await checkAxe(page, "how many", "adil-story");
  await named(story, text.start).click();
  await title(story, game.scenes[0].title).waitFor();
  await checkSoon(() => parts(story), said("read", "doubt", "decide"));
  await checkAxe(page, "the parts", "adil-story");
  await choose(story, game.scenes[0].choices[0]);
  await title(story, game.scenes[1].title).waitFor();
  await checkSoon(() => parts(story), said("decide", "read", "doubt"));
  assert.equal((await fired(page, "start")).length, 1, "to say how many is not to begin");
  await page.reload();
  await title(story, game.scenes[1].title).waitFor();
  await checkSoon(() => parts(story), said("decide", "read", "doubt"));
  // Somebody has come later.
  await story.locator("summary", { hasText: text.group_size }).click();
  await story.getByLabel("4", { exact: true }).check();
  await checkSoon(() => parts(story), said("decide", "read", "speak", "doubt"));
  await named(story, text.back_step).click();
  await checkSoon(() => parts(story), said("read", "speak", "doubt", "decide"));
  const events = await fired(page);
  assert.deepEqual([...new Set(events.map(({ detail }) => detail.mode))], ["group"]);
  await seen.close();
});

test("a group that says nothing is of four, and in the end everyone answers", async () => {
  const { story, ...seen } = await open(group);
  await named(story, text.start).click();
  let at = game.start;
  for (let turns = 0; game.scenes.some(({ id }) => id === at); turns++) {
    const scene = game.scenes.find(({ id }) => id === at);
    await title(story, scene.title).waitFor();
    await checkSoon(async () => (await parts(story)).length, 4);
    assert.equal((await parts(story)).indexOf(`${(turns % 4) + 1} ${text.role_read}`), turns % 4);
    await choose(story, scene.choices[0]);
    at = scene.choices[0].to;
  }
  await story.getByText(fill(text.group_end, { n: 4 })).waitFor();
  await seen.close();
});

test("a group fits 360 px from right to left, and axe finds nothing in the dark", async () => {
  const words = readJson("locales/story.ar.json");
  const { page, story, ...seen } = await open({ ...group, lang: "ar", colorScheme: "dark", viewport: { width: 360, height: 740 } });
  await story.getByLabel("5", { exact: true }).check();
  assert.equal(await fits(page), 0);
  await named(story, words.start).click();
  await story.getByRole("list", { name: words.roles }).waitFor();
  assert.equal(await fits(page), 0);
  await checkAxe(page, "a group in Arabic", "adil-story");
  await seen.close();
});

/** A sound of some seconds: silence in eight bits. */
function silence(seconds, rate = 8_000) {
  const bytes = Buffer.alloc(44 + seconds * rate, 128);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(bytes.length - 44, 40);
  return bytes;
}

const scene = (id, to, sound) => ({ id, title: id, text: `At ${id}.`, sound, choices: [{ id: "on", text: `Leave ${id}`, to }] });
const sounding = small(game, {
  scenes: [
    scene("a", "b", { src: "rain.wav", text: "Rain on the roof." }),
    scene("b", "c", { src: "bell.wav", text: "A school bell, far away." }),
    scene("c", "e", { src: "steps.wav", text: "Steps in the corridor." }),
  ],
});
const withSounds = (path) => (path.endsWith(".wav") ? { body: silence(30), type: "audio/wav" } : undefined);

test("a sound is silent until it is asked for, then those of later scenes come until it is turned off", async () => {
  const { page, story, site, ...seen } = await open({ content: sounding, fault: withSounds });
  const asked = () => [...new Set(site.asked.filter((path) => path.endsWith(".wav")))];
  await story.getByText("Rain on the roof.").waitFor();
  await named(story, text.sound_on).waitFor();
  await checkAxe(page, "a scene with a sound", "adil-story");
  assert.deepEqual(asked(), [], "nothing is loaded before");
  await named(story, text.sound_on).click();
  await named(story, text.sound_off).waitFor();
  const first = await story.locator("audio").elementHandle();
  await checkSoon(() => first.evaluate((audio) => audio.paused), false);
  assert.deepEqual(asked(), ["/rain.wav"]);
  await named(story, "Leave a").click();
  await story.getByText("A school bell, far away.").waitFor();
  await checkSoon(() => first.evaluate((audio) => audio.paused), true, "who leaves a scene leaves its sound");
  await named(story, text.sound_off).click();
  await named(story, text.sound_on).waitFor();
  assert.deepEqual(asked(), ["/rain.wav", "/bell.wav"]);
  await named(story, "Leave b").click();
  await story.getByText("Steps in the corridor.").waitFor();
  await named(story, text.sound_on).waitFor();
  assert.deepEqual(asked(), ["/rain.wav", "/bell.wav"], "turned off it stays off");
  assert.deepEqual(seen.said, []);
  await seen.close();
});

test("a sound that cannot be had is told, and its words stay", async () => {
  const fault = (path) => (path.endsWith(".wav") ? { status: 404 } : undefined);
  const { story, ...seen } = await open({ content: sounding, fault });
  await named(story, text.sound_on).click();
  await story.getByText(text.sound_lost).waitFor();
  assert.ok(await story.getByText("Rain on the roof.").isVisible());
  await named(story, "Leave a").click();
  await title(story, "b").waitFor();
  await seen.close();
});

test("on paper and before a class the words of a sound are there, too", async () => {
  for (const mode of ["print", "class"]) {
    const { story, ...seen } = await open({ content: sounding, attributes: `mode="${mode}"`, fault: withSounds });
    await story.getByText("Rain on the roof.").waitFor();
    if (mode === "class") await named(story, text.sound_on).waitFor();
    await seen.close();
  }
});
