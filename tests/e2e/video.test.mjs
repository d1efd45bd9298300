// The video lesson beyond what tests/engines shows in three engines: other sites, paper, lost
// lines, hidden tabs, hostile words, looks, and what is left when it goes.
import assert from "node:assert/strict";
import { ENGINE } from "../engines/launch.mjs";
import { MEDIA, item, lesson, stops, text } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { pokesOut, tooSmall } from "./looks.mjs";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fired, hasState, html, readJson, shadowText, useBrowser,
} from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { standIn } from "./sites.mjs";

const { site, visitor, visit } = useBrowser({ args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"] });
const words = text();

/** Opens a page with one lesson. */
async function open(content = lesson(), { attributes = "", inside = "<p>The fallback.</p>", lang = "en", fault, headers, ...options } = {}) {
  const tag = `<adil-video loading="eager" src="/lesson.json" ${attributes}>${inside}</adil-video>`;
  const bodies = { "/page.html": html(tag, { lang }), "/lesson.json": JSON.stringify(content) };
  const made = await site({ bodies, fault, headers });
  const context = await visitor(options, ...(options.init ?? []));
  const seen = await visit(`${made.origin}/page.html`, { context });
  const video = seen.page.locator("adil-video");
  await video.locator(".base").waitFor();
  return { ...seen, video, site: made };
}

const media = (video) => video.locator("video");
const time = (video) => media(video).evaluate((element) => element.currentTime);
const named = (video, name) => video.getByRole("button", { name, exact: true });
const jump = (video, to) => media(video).evaluate((element, to) => { element.currentTime = to; }, to);
const panel = (video) => video.locator(".checkpoint-panel");

async function play(video, from) {
  await video.locator("button.start").click();
  await checkSoon(async () => (await time(video)) > 0, true);
  if (from) await jump(video, from);
}

for (const [name, src, host] of [
  ["YouTube", "https://www.youtube.com/watch?v=aB-_9xYz012", "https://www.youtube-nocookie.com/embed/aB-_9xYz012"],
  ["Vimeo", "https://vimeo.com/123", "https://player.vimeo.com/video/123"],
]) {
  test(`${name} is asked only after a learner agreed, and stops at checkpoints`, async () => {
    const content = lesson({ files: [{ src }], duration: 60, checkpoints: [stops.poll, stops.must] });
    const made = await site({ bodies: { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content) } });
    const context = await visitor();
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
    const overshoot = await frame().evaluate(() => at() - 2);
    assert.ok(overshoot >= -0.1 && overshoot <= 0.5, `it stands ${overshoot} s behind the cue`);
    await named(video, words.skip).click();
    await panel(video).waitFor({ state: "hidden" });
    await panel(video).waitFor();
    assert.equal(await named(video, words.skip).count(), 0, "the second one is required");
    // A learner may use the site's own keys inside the frame.
    await video.evaluate((element) => element.shadowRoot.querySelector("iframe").contentWindow.postMessage(JSON.stringify({ event: "command", func: "playVideo", method: "play", args: [] }), "*"));
    await checkSoon(() => frame().evaluate(() => state.playing), false);
    // Words from elsewhere are no words of the player.
    await seen.page.evaluate(() => postMessage(JSON.stringify({ event: "infoDelivery", info: { playerState: 1, progressState: { current: 55 } } }), "*"));
    await seen.page.evaluate(() => {
      const other = document.body.appendChild(document.createElement("iframe"));
      other.srcdoc = `<script>parent.postMessage(JSON.stringify({ event: "infoDelivery", info: { playerState: 1, progressState: { current: 55 } } }), "*")</script>`;
    });
    await seen.page.waitForTimeout(400);
    assert.match(await video.locator(".time").textContent(), /^0:0[34] /);
    checkQuiet(seen);
    await seen.close();
  });
}

// What is read from right to left a PDF keeps in no order that a test could read.
for (const lang of ["en", "ru", "kk"]) test(`on paper there are stills, questions, lines and the text (${lang})`, async () => {
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
  let broken = (path) => (path.endsWith(".mp4") ? { breaks: 150_000 } : undefined);
  const fault = (path) => broken(path);
  const { page, context, video, ...seen } = await open(lesson({ checkpoints: [stops.poll], files: lesson().files.slice(0, 1) }), { fault });
  await play(video, 1.5);
  await panel(video).waitFor();
  await named(video, words.skip).click();
  broken = (path) => (path.endsWith(".mp4") ? { drop: true } : undefined);
  await context.setOffline(true);
  await jump(video, 100);
  // Once a line broke, Firefox goes no further than what it has of the video.
  const place = await time(video);
  assert.ok(ENGINE === "firefox" ? place > 5 : place === 100, `it is at ${place}`);
  await video.locator(".lock-message").waitFor({ timeout: 25_000 });
  assert.ok((await shadowText(video)).includes(words.lost));
  await checkAxe(page, "the lost line", "adil-video");
  broken = () => undefined;
  await context.setOffline(false);
  await checkSoon(async () => (await time(video)) > place + 0.2, true);
  await checkSoon(() => video.locator(".lock-message").count(), 0);
  assert.equal(await video.locator(".marker").first().getAttribute("data-state"), "upcoming", "a skipped one may still be answered");
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
  await panel(video).waitFor({ timeout: 8_000 });
  assert.ok(Math.abs((await time(video)) - 4) <= 0.02);
  await checkSoon(() => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.localName;
  }), "legend");
  await hide(false);
  await named(video, words.skip).click();
  await jump(video, 149.9);
  await video.locator(".end").waitFor();
  assert.match(await video.locator(".end").textContent(), new RegExp(words.unattended.replace("{n}", "[23] %")));
  await seen.close();
});

test("nothing is loaded of the video, of captions or of the quiz until it is played", async () => {
  const { video, site, ...seen } = await open();
  await video.page().waitForTimeout(500);
  const asked = site.asked.filter((path) => !["/page.html", "/lesson.json", "/favicon.ico"].includes(path));
  assert.deepEqual(asked.toSorted(), ["/adil/adil-video.css", "/adil/adil-video.js", "/adil/adil-video_bg.later.wasm", "/adil/adil-video_bg.wasm", "/adil/adil.js", "/adil/locales/video.en.json"]);
  assert.ok((await shadowText(video)).includes("0.8 MB"), "its size is said before");
  await seen.close();
});

test("a question that cannot be loaded yet says so, and is asked once it can", async () => {
  let missing = { status: 404 };
  const fault = (path) => (path.endsWith(".later.wasm") ? missing : undefined);
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
  assert.deepEqual(await sorry(), []);
  assert.equal(await time(video), place, "it stands where it stopped");
  await checkSoon(() => video.evaluate((element) => !!element.shadowRoot.activeElement?.closest(".checkpoint-panel")), true);
  await seen.close();
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
  assert.ok(await hasState(video, "complete"));
  await seen.close();
});

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
    assert.match(event.detail.message, /^lesson\.json: files\[0\]\.src: expected an address that is https, http or relative/);
    await close();
  });
}

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
  await named(video, words.remove).click();
  await checkSoon(() => mark.count(), 0);
  await seen.close();
});

test("keys of headphones and lock screens play, stop and seek by the lesson's rules", async () => {
  const keep = () => {
    window.keys = {};
    // WebKit may forget what a script adds to the session itself.
    MediaSession.prototype.setActionHandler = (name, act) => { window.keys[name] = act; };
  };
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.must] }), { init: [keep] });
  await play(video);
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata.title), "A short lesson");
  const press = (action, more) => page.evaluate(([action, more]) => window.keys[action]({ action, ...more }), [action, more]);
  await press("pause");
  await checkSoon(() => media(video).evaluate((element) => element.paused), true);
  await press("seekto", { seekTime: 1 });
  await checkSoon(() => time(video), 1);
  await press("seekforward", { seekOffset: 30 });
  await panel(video).waitFor();
  assert.equal(await time(video), 4, "a required question is not passed by them");
  await press("play");
  await page.waitForTimeout(200);
  assert.ok(await media(video).evaluate((element) => element.paused));
  await page.evaluate(() => document.querySelector("adil-video").remove());
  await checkSoon(() => page.evaluate(() => Object.values(window.keys).every((act) => act === null)), true);
  await seen.close();
});

test("a double tap at a side goes ten seconds, one in the middle plays or stops", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { hasTouch: true, viewport: { width: 400, height: 800 } });
  await play(video, 40);
  const box = await video.locator(".picture-box").boundingBox();
  const tap = (across) => page.touchscreen.tap(box.x + box.width * across, box.y + box.height / 2);
  await checkSoon(async () => (await time(video)) >= 40, true);
  await Promise.all([tap(0.9), tap(0.9)]);
  await checkSoon(async () => (await time(video)) >= 49.9, true);
  await page.waitForTimeout(400);
  await tap(0.5);
  const stands = () => media(video).evaluate((element) => element.paused);
  await checkSoon(stands, true);
  // Both taps came before the browser told of the first, both saw a video that played, and it
  // stood still after them.
  await page.waitForTimeout(400);
  await tap(0.5);
  await checkSoon(stands, false);
  await page.waitForTimeout(400);
  await video.locator(".picture-box").evaluate((picture) => {
    const { x, y, width, height } = picture.getBoundingClientRect();
    const place = { clientX: x + width / 10, clientY: y + height / 2, pointerType: "touch", bubbles: true, composed: true };
    for (let n = 0; n < 2; n++) picture.dispatchEvent(new PointerEvent("click", place));
  });
  await page.waitForTimeout(200);
  assert.equal(await stands(), false);
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
  await checkSoon(async () => (await time(video)) > 20, true);
  assert.ok((await time(video)) < 30);
  await seen.close();
});

for (const lang of ["en", "ru", "kk", "ar"]) {
  test(`in ${lang} nothing pokes out of a narrow screen, and targets are large enough`, async () => {
    const said = readJson(`locales/video.${lang}.json`);
    const { page, video, ...seen } = await open(example("scholarship-list"), {
      lang, viewport: { width: 360, height: 740 },
      fault: (path) => (path.startsWith("/scholarship-list/") ? { status: 302, headers: { location: `/adil/examples${path}` } } : undefined),
    });
    const look = async (where) => {
      const at = await video.evaluateHandle((element) => element.shadowRoot);
      const found = await page.evaluate(([root, pokes, small]) => {
        const run = (code, given) => Function(`return (${code})`)()({ root, given });
        return [...run(pokes, {}), ...run(small, { least: 44 })];
      }, [at, pokesOut.toString(), tooSmall.toString()]);
      assert.deepEqual(found, [], where);
      await checkAxe(page, where, "adil-video");
    };
    assert.equal(await video.locator(".base").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
    await look("the start");
    await play(video);
    await named(video, said.settings).click();
    await look("playing, with settings");
    await named(video, said.settings).click();
    await jump(video, 25);
    await panel(video).waitFor();
    await checkSoon(() => panel(video).locator("label.option").count(), 4);
    await look("the question");
    await video.locator("details.bookmarks summary").click();
    await look("the parts");
    await seen.close();
  });
}

test("a lesson that goes takes its listeners, timers and sound with it", async () => {
  const { page, video, ...seen } = await open(lesson({ checkpoints: [stops.poll] }));
  await play(video);
  const counts = await page.evaluate(async () => {
    const element = document.querySelector("adil-video");
    const inner = element.shadowRoot.querySelector("video");
    element.remove();
    await new Promise((later) => setTimeout(later, 300));
    return { paused: inner.paused, boxes: element.shadowRoot.querySelectorAll(".base").length };
  });
  assert.deepEqual(counts, { paused: true, boxes: 0 });
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
      while (!fresh.shadowRoot.querySelector(".base")) await new Promise((later) => setTimeout(later, 5));
      fresh.remove();
      await new Promise((later) => setTimeout(later, 5));
    }
  }, times);
  await round(20);
  const first = await held();
  await round(60);
  const last = await held();
  assert.ok(last.Nodes - first.Nodes < 200, `${first.Nodes} nodes, then ${last.Nodes}`);
  assert.ok(last.JSEventListeners - first.JSEventListeners < 60, `${first.JSEventListeners} listeners, then ${last.JSEventListeners}`);
  await seen.close();
});
