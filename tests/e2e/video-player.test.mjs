// What the player lets learners set and press beyond playing: every key of its list, how loud, how
// fast, how captions look, what is described, a window of its own, and what a page puts into slots.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { ENGINE } from "../engines/launch.mjs";
import { MEDIA, item, lesson, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, media, named, play, stands, time, useLessons } from "./lessons.mjs";
import { checkQuiet, checkSoon, lastAnnounced, settled } from "./page.mjs";

const { open } = useLessons();
const words = text();
const LENGTH = 150.68;

const said = (video) => lastAnnounced(video.page());
const select = (video, name) => video.getByRole("combobox", { name, exact: true });
const press = (video, key) => video.locator(".stage").press(key);
const near = (video, at, by = 0.7) => checkSoon(async () => {
  const now = await time(video);
  return now >= at - 0.01 && now <= at + by;
}, true);

/** A lesson that asks nothing, which stands at a minute. */
async function atAMinute(options) {
  const seen = await open(lesson({ checkpoints: [] }), options);
  await play(seen.video);
  await press(seen.video, "k");
  await checkSoon(() => stands(seen.video), true);
  await jump(seen.video, 60);
  await near(seen.video, 60);
  return seen;
}

describe("keys", () => {
  const PLACES = {
    j: 50, l: 70, ArrowLeft: 55, ArrowRight: 65, "Shift+ArrowLeft": 50, "Shift+ArrowRight": 70,
    Home: 0, ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [n, (LENGTH / 10) * n])),
  };
  test("each key for a place leads there", async () => {
    const { video, ...seen } = await atAMinute();
    for (const [key, at] of Object.entries(PLACES)) {
      await jump(video, 60);
      await near(video, 60);
      await press(video, key);
      await near(video, at);
    }
    await press(video, "k");
    await press(video, "End");
    await video.locator(".end").waitFor();
    checkQuiet(seen);
    await seen.close();
  });

  test("on the bar, arrows up and down and whole pages move, too", async () => {
    const { video, ...seen } = await atAMinute();
    const bar = video.getByRole("slider", { name: words.seek_bar });
    for (const [key, at] of [["ArrowUp", 65], ["ArrowDown", 55], ["PageUp", 120], ["PageDown", 0]]) {
      await jump(video, 60);
      await near(video, 60);
      await bar.press(key);
      await near(video, at);
    }
    assert.equal(await media(video).evaluate((element) => element.volume), 1, "and it is as loud as before");
    await seen.close();
  });

  test("keys for sound and speed say what they did", async () => {
    const { video, ...seen } = await atAMinute();
    const is = (name) => media(video).evaluate((element, name) => Math.round(element[name] * 100) / 100, name);
    const steps = [
      ["ArrowDown", "volume", 0.95, /95/], ["ArrowUp", "volume", 1, /100/],
      ["m", "muted", 1, words.muted], ["m", "muted", 0, words.sound_on],
      [">", "playbackRate", 1.25, /1\.25/], ["<", "playbackRate", 1, /1$/], ["<", "playbackRate", 0.75, /0\.75/],
    ];
    for (const [key, name, value, words] of steps) {
      await press(video, key);
      await checkSoon(() => is(name), value);
      await checkSoon(async () => typeof words === "string" ? (await said(video)) === words : words.test(await said(video)), true);
    }
    for (let n = 0; n < 9; n++) await press(video, ">");
    await checkSoon(() => is("playbackRate"), 2);
    for (let n = 0; n < 9; n++) await press(video, "<");
    await checkSoon(() => is("playbackRate"), 0.5);
    await seen.close();
  });

  test("keys open the settings, set a bookmark, and play with Space", async () => {
    const { video, ...seen } = await atAMinute();
    await press(video, "?");
    await video.locator(".settings select").first().waitFor();
    await checkSoon(() => video.locator(".keys kbd").count(), 14, "all keys are listed");
    await press(video, "?");
    await checkSoon(() => video.locator(".settings").isVisible(), false);
    await press(video, "b");
    await checkSoon(async () => (await said(video)).startsWith(words.bookmark_set.split("{")[0]), true);
    await press(video, "b");
    await checkSoon(async () => (await said(video)).startsWith(words.bookmark_removed.split("{")[0]), true);
    const top = () => seen.page.evaluate(() => scrollY);
    const before = await top();
    await press(video, "Space");
    await checkSoon(() => stands(video), false);
    assert.equal(await top(), before, "and the page does not scroll");
    for (const busy of ["Control+k", "Alt+k"]) await press(video, busy);
    await settled(seen.page);
    assert.equal(await stands(video), false, "with Ctrl or Alt a key is the browser's");
    await seen.close();
  });

  // A page with shortcuts of its own went to its search by "/" and, by "k", to its menu as well.
  test("a key that the player did something with is not the page's as well", async () => {
    const { video, page, ...seen } = await atAMinute();
    await page.evaluate(() => {
      window.heard = [];
      for (const type of ["keydown", "keypress", "keyup"]) addEventListener(type, (event) => heard.push(event.key));
    });
    const { keyboard } = page;
    await video.locator(".stage").focus();
    for (const key of ["m", "ArrowLeft", "m", "q", "Control+k"]) await keyboard.press(key);
    await near(video, 55);
    assert.deepEqual([...new Set(await page.evaluate(() => window.heard))], ["q", "Control", "k"]);
    await seen.close();
  });

  test("a held key acts once where it would flicker", async () => {
    const { video, ...seen } = await atAMinute();
    await video.locator(".stage").evaluate((stage) => {
      for (const repeat of [false, true, true]) {
        stage.dispatchEvent(new KeyboardEvent("keydown", { key: "m", code: "KeyM", repeat, bubbles: true, composed: true, cancelable: true }));
      }
    });
    await checkSoon(() => media(video).evaluate((element) => element.muted), true);
    await settled(seen.page);
    assert.ok(await media(video).evaluate((element) => element.muted));
    await seen.close();
  });
});

test("how loud it is has a slider and a button that agree", async () => {
  const { video, ...seen } = await atAMinute();
  const volume = video.getByRole("slider", { name: words.volume });
  const mute = named(video, words.mute);
  const loudness = () => media(video).evaluate(({ volume, muted }) => (muted ? 0 : Math.round(volume * 100)));
  for (let n = 0; n < 12; n++) await volume.press("ArrowLeft");
  await checkSoon(loudness, 40);
  assert.equal(await mute.getAttribute("aria-pressed"), "false");
  await mute.click();
  await checkSoon(loudness, 0);
  await checkSoon(() => mute.getAttribute("aria-pressed"), "true");
  await checkSoon(() => volume.inputValue(), "0");
  await mute.click();
  await checkSoon(loudness, 40);
  await volume.press("Home");
  await checkSoon(() => mute.getAttribute("aria-pressed"), "true");
  await media(video).evaluate((element) => Object.assign(element, { muted: false, volume: 0.8 }));
  await checkSoon(() => volume.inputValue(), "80");
  await seen.close();
});

test("how captions look is chosen, and is so the next time", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { attributes: `storage="device"` });
  await play(video, 3);
  const line = video.locator(".caption p > span").first();
  await line.waitFor();
  const look = () => line.evaluate((span) => {
    const { fontSize, backgroundColor } = getComputedStyle(span);
    return [parseFloat(fontSize), backgroundColor];
  });
  const [before] = await look();
  await named(video, words.settings).click();
  await select(video, words.caption_size).selectOption(words.large);
  await select(video, words.caption_background).selectOption(words.black);
  await checkSoon(async () => (await look())[0] > before * 1.1, true, `larger than ${before} px`);
  await checkSoon(async () => (await look())[1], "rgb(0, 0, 0)");
  const [after] = await look();
  await select(video, words.caption_background).selectOption(words.none);
  await checkSoon(async () => (await look())[1], "rgba(0, 0, 0, 0)");
  await page.reload();
  await video.locator(".base").waitFor();
  await play(video, 3);
  await line.waitFor();
  await checkSoon(look, [after, "rgba(0, 0, 0, 0)"]);
  await seen.close();
});

test("what is seen is said in words by whoever asks for it", async () => {
  const { video, ...seen } = await open(lesson({ checkpoints: [] }));
  await play(video, 5);
  const description = video.locator(".description");
  assert.equal(await description.textContent(), "", "nobody asked yet");
  await named(video, words.settings).click();
  await select(video, words.descriptions).selectOption(words.on);
  await checkSoon(() => description.textContent(), "Amina sits at an office desk with a thick folder.");
  await checkSoon(() => said(video), "Amina sits at an office desk with a thick folder.");
  await jump(video, 15);
  await checkSoon(async () => (await description.textContent()).startsWith("A page with four lines"), true);
  await select(video, words.descriptions).selectOption(words.off);
  await checkSoon(() => description.textContent(), "");
  await seen.close();
});

test("the speed of the list is that of the film, and of the keys", async () => {
  const { video, ...seen } = await atAMinute();
  await named(video, words.settings).click();
  const speed = select(video, words.speed);
  assert.deepEqual(await speed.locator("option").allTextContents(), ["0.5", "0.75", "1", "1.25", "1.5", "1.75", "2"]);
  await speed.selectOption("1.5");
  await checkSoon(() => media(video).evaluate((element) => element.playbackRate), 1.5);
  await press(video, ">");
  await checkSoon(() => speed.evaluate((list) => list.selectedOptions[0].textContent), "1.75");
  await video.locator(".settings select").first().press("Escape");
  await checkSoon(() => video.locator(".settings").isVisible(), false);
  const hasFocus = () => named(video, words.settings).evaluate((button) => button.matches(":focus"));
  await checkSoon(hasFocus, true, "the focus is where it was opened");
  await seen.close();
});

test("the picture goes into a window of its own by its button and its key", async () => {
  const init = () => {
    window.asked = [];
    Object.defineProperty(document, "pictureInPictureEnabled", { value: true });
    HTMLVideoElement.prototype.requestPictureInPicture = function () {
      window.asked.push(this.localName);
      return Promise.resolve({});
    };
  };
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { init: [init] });
  await play(video);
  await named(video, words.picture_in_picture).click();
  await press(video, "i");
  await checkSoon(() => page.evaluate(() => window.asked), ["video", "video"]);
  await seen.close();
});

test("a browser without such windows has no button for them", async () => {
  const init = () => Object.defineProperty(document, "pictureInPictureEnabled", { value: false });
  const { video, ...seen } = await open(lesson({ checkpoints: [] }), { init: [init] });
  await play(video);
  await checkSoon(() => video.locator("[part~=pip-button]").isVisible(), false);
  await seen.close();
});

test("a slide has its own sound, which is loaded when it is played", async () => {
  const slides = [0, 3].map((start) => ({
    start, picture: { src: `${MEDIA}/folder.svg`, alt: `At ${start}` }, text: `Text ${start}`,
    sound: { src: `${MEDIA}/folder.mp3`, type: "audio/mpeg", bytes: 40608 },
  }));
  const { page, video, site, ...seen } = await open(lesson({ checkpoints: [], slides }), { attributes: `version="slides"` });
  const sound = video.getByLabel(words.sound_of_slide);
  await sound.waitFor();
  const isAsked = () => site.asked.some((path) => path.endsWith(".mp3"));
  assert.ok(!isAsked(), "nothing is loaded yet");
  await sound.evaluate((audio) => audio.play());
  await checkSoon(isAsked, true);
  await checkSoon(() => sound.evaluate(({ currentTime }) => currentTime > 0), true);
  await sound.evaluate((audio) => void (window.firstSound = audio));
  await named(video, words.next).click();
  await checkSoon(() => video.locator(".slide-text").textContent(), "Text 3");
  const isSilent = () => page.evaluate(() => !window.firstSound.isConnected && window.firstSound.paused);
  await checkSoon(isSilent, true, "the next slide silences it");
  await seen.close();
});

// Where the browser plays streams itself it asks for no library.
if (ENGINE === "chromium") test("an author names what plays streams", async () => {
  const OTHER = `export default class {
    on() {}
    loadSource(address) { globalThis.streamed = address; }
    attachMedia(video) { video.src = "${MEDIA}/lesson-360.mp4"; }
  }`;
  const fault = (path) => (path.startsWith("/adil/school-hls.js") ? { body: OTHER, type: "text/javascript" } : undefined);
  const files = [{ src: "/streams/lesson.m3u8", type: "application/vnd.apple.mpegurl" }];
  const init = () => { HTMLMediaElement.prototype.canPlayType = (type) => (/mpegurl/.test(type) ? "" : "maybe"); };
  const { page, video, site, ...seen } = await open(lesson({ checkpoints: [], files }), { attributes: `hls="school-hls.js"`, fault, init: [init] });
  await play(video);
  assert.equal(await page.evaluate(() => globalThis.streamed), `${site.origin}/streams/lesson.m3u8`);
  assert.ok(!site.asked.some((path) => path.includes("hls.light")), "ours is not loaded");
  await seen.close();
});

describe("slots", () => {
  const own = (slot) => `<span slot="${slot}" class="own">${slot}</span>`;
  const ALWAYS = ["logo", "poster", "top", "controls-start", "controls-end", "settings-icon", "footer"];

  test("what a page puts into slots is seen there", async () => {
    const { video, ...seen } = await open(lesson({ checkpoints: [] }), { inside: ["transcript", "play-icon", "pause-icon", ...ALWAYS].map(own).join("") });
    const isSeen = (slot) => video.locator(`.own[slot="${slot}"]`).isVisible();
    for (const slot of ALWAYS) {
      // Controls come with the film.
      if (!/control|icon/.test(slot)) await checkSoon(() => isSeen(slot), true, slot);
    }
    await play(video);
    for (const slot of ALWAYS.filter((slot) => /control|icon/.test(slot))) await checkSoon(() => isSeen(slot), true);
    await checkSoon(async () => [await isSeen("pause-icon"), await isSeen("play-icon")].join(), "true,false");
    await press(video, "k");
    await checkSoon(async () => [await isSeen("pause-icon"), await isSeen("play-icon")].join(), "false,true");
    await checkSoon(() => named(video, words.play).count(), 1, "its name stays");
    await video.locator("details.transcript summary").click();
    await checkSoon(() => isSeen("transcript"), true);
    await seen.close();
  });

  test("below a question a page may say more", async () => {
    const poll = { id: "poll", at: 1, note: "Look." };
    const { video, ...seen } = await open(lesson({ checkpoints: [poll] }), { inside: own("checkpoint") });
    const more = video.locator(".own");
    assert.equal(await more.isVisible(), false);
    await play(video);
    await checkSoon(() => more.isVisible(), true);
    await seen.close();
  });
});

// On a device without a voice the row of the quiz's tools was empty, and stood between heading and question.
test("a question on a narrow screen has a row of tools only where it has tools", async () => {
  const mute = () => { if (window.SpeechSynthesis) SpeechSynthesis.prototype.getVoices = () => []; };
  for (const [hints, height] of [[[], 0], [["Look."], 48]]) {
    const one = { id: "one", at: 1, item: { ...item("one"), hints } };
    const { video, ...seen } = await open(lesson({ checkpoints: [one] }), { viewport: { width: 360, height: 800 }, init: [mute] });
    await play(video);
    const panel = video.locator(".checkpoint-panel");
    await panel.locator("label.option").first().waitFor();
    await checkSoon(() => panel.locator("header.head").evaluate(({ offsetHeight }) => offsetHeight), height);
    await seen.close();
  }
});
