// Messages that forge those of a player: from the page, from another site, from another frame of the
// same site. None moves the lesson, and what the lesson says is heard by the player alone.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { checkQuiet, checkSoon, html, until, useBrowser } from "../e2e/page.mjs";
import { isHeard, keepMessages, standIn } from "../e2e/sites.mjs";
import { lesson, stops, text } from "../engines/lesson.mjs";
import { note } from "../proof/note.mjs";

const { site, visitor, visit } = useBrowser();
const words = text();
const EVIL = "https://evil.test";

const SITES = {
  YouTube: {
    src: "https://www.youtube.com/watch?v=aB-_9xYz012", origin: "https://www.youtube-nocookie.com",
    forged: { event: "infoDelivery", info: { playerState: 1, playbackRate: 2, duration: 9, progressState: { current: 55, duration: 9 } } },
    broken: [
      { info: null }, { info: "x" }, { info: { progressState: "x" } },
      { info: { progressState: null, playerState: "__proto__" } },
      ...["55", null, -1, {}, [55]].map((current) => ({ info: { progressState: { current, duration: current }, playbackRate: current } })),
      { info: { playerState: "toString", currentTime: [[]] } },
    ],
  },
  Vimeo: {
    src: "https://vimeo.com/123", origin: "https://player.vimeo.com",
    forged: { event: "timeupdate", method: "getDuration", value: 9, data: { seconds: 55, duration: 9 } },
    broken: [
      { data: null }, { data: "x" }, { event: "__proto__" }, { event: "constructor", data: [] },
      ...["55", null, -1, {}, [55]].map((seconds) => ({ event: "timeupdate", data: { seconds, duration: seconds } })),
      { method: "getDuration", value: {} }, { method: "toString", value: "9" },
    ],
  },
};

/** A page of somebody else: it keeps what it hears, and says what it is told to. */
const LISTENER = `<!doctype html><script>
  window.heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
</script>`;

/** A lesson with a player of a site that has answered; the page, its parts and the player's frame. */
async function open(name) {
  const { src, origin } = SITES[name];
  const content = lesson({ files: [{ src }], duration: 60, checkpoints: [stops.must] });
  const bodies = { "/page.html": html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`), "/lesson.json": JSON.stringify(content) };
  const made = await site({ bodies });
  const context = await visitor({}, keepMessages);
  await standIn(context);
  for (const address of [`${EVIL}/**`, `${origin}/forger.html`]) {
    await context.route(address, (route) => route.fulfill({ body: LISTENER, contentType: "text/html" }));
  }
  const seen = await visit(`${made.origin}/page.html`, { context });
  const video = seen.page.locator("adil-video");
  await video.getByRole("button", { name: words.load_from.replace("{name}", name), exact: true }).click();
  const time = () => video.locator(".time").textContent();
  await checkSoon(time, "0:00 / 1:00");
  const frameAt = (start) => until(async () => {
    const frame = seen.page.frames().find((frame) => frame.url().startsWith(start));
    return (await frame.evaluate(() => document.readyState === "complete")) && frame;
  }, `a frame at ${start}`);
  const state = () => video.evaluate((element) => [element.shadowRoot.querySelector(".time").textContent, "ended" in element.dataset]);
  return { ...seen, ...SITES[name], video, time, frameAt, state, made };
}

/** Who forges, by how; each says the forged words to the page that has the lesson. */
const FORGERS = {
  "the page itself": ({ page }, forged) => page.evaluate((forged) => postMessage(forged, "*"), forged),
  "an event that a script made, with the site's name": ({ page, origin }, forged) => page.evaluate(([data, origin]) =>
    dispatchEvent(new MessageEvent("message", { data, origin })), [forged, origin]),
  "a frame without an origin": ({ page }, forged) => page.evaluate((forged) => {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts";
    frame.srcdoc = `<script>parent.postMessage(${JSON.stringify(forged)}, "*")</script>`;
    document.body.append(frame);
  }, forged),
  "a frame of another site": async ({ page, frameAt }, forged) => {
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("iframe"), { src })), `${EVIL}/frame.html`);
    await (await frameAt(EVIL)).evaluate((forged) => parent.postMessage(forged, "*"), forged);
  },
  "another frame of the very same site": async ({ page, origin, frameAt }, forged) => {
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("iframe"), { src })), `${origin}/forger.html`);
    await (await frameAt(`${origin}/forger.html`)).evaluate((forged) => parent.postMessage(forged, "*"), forged);
  },
};

for (const name of Object.keys(SITES)) {
  test(`${name}: no message of anybody else moves the lesson`, async () => {
    const seen = await open(name);
    for (const [n, [who, forge]] of Object.entries(FORGERS).entries()) {
      const before = await seen.state();
      await forge(seen, JSON.stringify(seen.forged));
      await forge(seen, seen.forged);
      await isHeard(seen.page, JSON.stringify(seen.forged), 2 * (n + 1));
      assert.deepEqual(await seen.state(), before, who);
    }
    note("Forged messages", { player: name, forgers: Object.keys(FORGERS).length + 1, moved: 0 });
    // The same words of the player itself do move it, or this test would see nothing.
    await (await seen.frameAt(`${seen.origin}/`)).evaluate((words) => parent.postMessage(JSON.stringify(words), "*"), seen.forged);
    await seen.page.waitForFunction((before) => document.querySelector("adil-video").shadowRoot.querySelector(".time").textContent !== before, "0:00 / 1:00");
    checkQuiet(seen);
    await seen.close();
  });

  test(`${name}: a frame that went to another site neither moves the lesson nor hears a word`, async () => {
    const seen = await open(name);
    const player = await seen.frameAt(`${seen.origin}/`);
    await player.evaluate((to) => { location.href = to; }, `${EVIL}/taken-over.html`);
    const evil = await seen.frameAt(EVIL);
    const before = await seen.state();
    await evil.evaluate((forged) => parent.postMessage(JSON.stringify(forged), "*"), seen.forged);
    for (const press of [words.play, words.mute]) await seen.video.getByRole("button", { name: press, exact: true }).first().click();
    await isHeard(seen.page, JSON.stringify(seen.forged));
    assert.deepEqual(await seen.state(), before);
    // What is said later is heard later: words for the player are for its origin only.
    await seen.page.evaluate(() => document.querySelector("adil-video").shadowRoot.querySelector("iframe").contentWindow.postMessage("to anybody", "*"));
    await checkSoon(() => evil.evaluate(() => heard), ["to anybody"]);
    await seen.close();
  });

  test(`${name}: words that are no player's words neither break nor move the lesson`, async () => {
    const seen = await open(name);
    const player = await seen.frameAt(`${seen.origin}/`);
    const broken = [...seen.broken, "", "{", "null", "[]", '"x"', "[".repeat(100_000), `{"__proto__":{"polluted":1}}`];
    await player.evaluate((all) => {
      for (const words of all) {
        parent.postMessage(words, "*");
        parent.postMessage(JSON.stringify(words), "*");
      }
      parent.postMessage(new Map([[1, 2]]), "*");
      parent.postMessage("the last of them", "*");
    }, broken);
    await isHeard(seen.page, "the last of them");
    assert.match(await seen.time(), /^0:0\d \/ /, "the place is where it was");
    assert.equal(await seen.page.evaluate(() => "polluted" in {}), false);
    // The player is still heard.
    await seen.video.getByRole("button", { name: words.play, exact: true }).first().click();
    await seen.page.waitForFunction(() => /^0:0[1-9]/.test(document.querySelector("adil-video").shadowRoot.querySelector(".time").textContent));
    checkQuiet(seen);
    await seen.close();
  });
}
