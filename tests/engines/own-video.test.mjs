// A video that the page's author put inside the tags: it works before the script is there, is taken
// over as it is, and given back.
import assert from "node:assert/strict";
import { inEachEngine, isOpen, stands, test } from "./each.mjs";
import { MEDIA, lesson, stops } from "./lesson.mjs";
import { standsAt } from "./playing.mjs";

const FILM = `<video controls preload="none" src="${MEDIA}/lesson-360.webm" width="320">
  <track kind="captions" srclang="en" label="English" src="${MEDIA}/captions.en.vtt" default></video>`;
/** After so many milliseconds a lesson looks whether the page's own film has failed. */
const BEGINS = 250;
const LIST = "/fixtures/hls/lesson.m3u8";
const STREAMS = {
  "a source": `<video controls preload="none"><source src="${LIST}" type="application/vnd.apple.mpegurl"></video>`,
  "its address": `<video controls preload="none" src="${LIST}"></video>`,
};

inEachEngine((open) => {
  /** Opens a page whose lesson names no file of its own. */
  const visit = (inside, { fault, checkpoints = [stops.poll], ...more } = {}) =>
    open(lesson({ files: [], captions: [], checkpoints, ...more }), { inside, fault });

  /** Opens a page whose bundle comes once it is released. */
  const early = async (more) => {
    let release;
    const wait = new Promise((done) => (release = done));
    const fault = (path) => (path.endsWith("adil-video_bg.wasm") ? { wait } : undefined);
    const seen = await visit(FILM, { fault, ...more });
    await seen.page.wait(() => Boolean(customElements.get("adil-video")));
    return { ...seen, release };
  };

  test("a page's own video is taken over and given back", async () => {
    const { page, site, close } = await visit(FILM);
    await page.wait(stands);
    assert.ok(!site.asked.some((path) => path.endsWith(".webm")), "preload is honoured");
    await page.click("button.start");
    await page.wait(() => {
      const [video] = all("video");
      const plays = video.currentTime > 0;
      if (plays) video.currentTime = 1.4;
      return plays;
    });
    await page.wait(isOpen);
    await standsAt(page, 2);
    const before = await page.run(() => {
      const element = document.querySelector("adil-video");
      const video = element.querySelector("video");
      const before = [video.controls, video.slot];
      element.replaceWith(video);
      return before;
    });
    assert.deepEqual(before, [false, "media"]);
    await page.expect(() => {
      const video = document.querySelector("video");
      return [video.controls, video.slot, video.paused];
    }, [true, "", true]);
    await close();
  });

  test("it plays with the browser's controls before the bundle is there, and is taken over as it plays", async () => {
    const { page, release, close } = await early();
    const before = await page.run(() => {
      const video = document.querySelector("adil-video > video");
      const { width, height } = video.getBoundingClientRect();
      // Without a press browsers play what is silent only.
      video.muted = true;
      video.play();
      return [video.controls, width > 0 && height > 0];
    });
    assert.deepEqual(before, [true, true], "it is seen, with controls");
    await page.wait(() => document.querySelector("video").currentTime > 0.2);
    release();
    await page.wait(stands);
    // It plays on, with ours.
    await page.expect(() => {
      const video = document.querySelector("video");
      return [video.controls, video.paused, seen(".poster").length];
    }, [false, false, 0]);
    // WebKitGTK at times lets a film that plays stand still once its box is made anew, as the slot of
    // the lesson does; it does so on a page without us too. In half of the runs it never came to its cue.
    await page.wait(isOpen);
    await standsAt(page, 2);
    await close();
  });

  // Its speed is set anew then, and browsers refuse what is faster than their limit.
  test("one that plays as fast as can be is taken over as fast", async () => {
    const { page, release, close } = await early({ checkpoints: [] });
    await page.run(() => {
      const video = document.querySelector("adil-video > video");
      Object.assign(video, { muted: true, playbackRate: 16 });
      video.play();
      return true;
    });
    await page.wait(() => document.querySelector("video").currentTime > 0.2);
    await page.run(() => {
      window.rates = 0;
      document.querySelector("video").addEventListener("ratechange", () => window.rates++);
    });
    release();
    await page.wait(stands);
    await page.wait(() => window.rates > 0 || document.querySelector("video").ended);
    await page.settle();
    assert.equal(await page.run(() => document.querySelector("video").playbackRate), 16);
    assert.deepEqual(await page.errors(), []);
    await close();
  });

  for (const [place, inside] of Object.entries(STREAMS)) {
    test(`a stream that it names as ${place} is played by the browser, or by a library that is loaded then`, async () => {
      const { page, site, close } = await visit(inside, { duration: 6, checkpoints: [{ ...stops.poll, at: 1 }] });
      await page.wait(stands);
      const native = await page.run(() => all("video")[0].canPlayType("application/vnd.apple.mpegurl") !== "");
      await page.pass(BEGINS);
      assert.ok(!site.asked.some((path) => path.includes("hls.light")), "nothing before it is asked for");
      assert.equal(await page.run(() => seen(".notice").length), 0, "and nothing is wrong");
      await page.click("button.start");
      await page.wait(() => seen(".checkpoint-panel, .notice").length > 0);
      assert.equal(await page.run(() => seen(".notice").length), 0, "nor on the way");
      await standsAt(page, 1);
      assert.equal(site.asked.filter((path) => path === "/adil/hls.light.js").length, native ? 0 : 1);
      await close();
    });
  }

  test("one that is put into the page with its lesson is not called broken", async () => {
    const { page, close } = await visit(FILM);
    await page.wait(stands);
    await page.run((film) => {
      window.told = 0;
      const again = document.createElement("adil-video");
      again.setAttribute("loading", "eager");
      again.setAttribute("src", "/lesson.json");
      again.innerHTML = film;
      document.querySelector("adil-video").replaceWith(again);
      const look = () => {
        window.told += seen(".notice").length;
        requestAnimationFrame(look);
      };
      look();
    }, FILM);
    await page.wait(stands);
    await page.pass(BEGINS);
    assert.equal(await page.run(() => window.told), 0);
    await close();
  });

  test("one that could not be played before the script came says so", async () => {
    const broken = `<video controls src="/nothing.webm" width="320"></video>`;
    const { page, close } = await visit(broken);
    await page.wait(() => document.querySelector("video").networkState === HTMLMediaElement.NETWORK_NO_SOURCE);
    await page.wait(stands);
    await page.wait(() => seen(".notice button").length > 0);
    await close();
  });
});
