// A lesson on its learner's device: keys of headphones, taps, narrow screens.
import assert from "node:assert/strict";
import { lesson, stops } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { jump, named, panel, play, stands, time, useLessons } from "./lessons.mjs";
import { pokesOut, tooSmall } from "./looks.mjs";
import { checkAxe, checkSoon, example, readJson, settled, until } from "./page.mjs";

const { open } = useLessons();

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
  await checkSoon(() => stands(video), true);
  await press("seekto", { seekTime: 1 });
  await checkSoon(() => time(video), 1);
  await press("seekforward", { seekOffset: 30 });
  await panel(video).waitFor();
  await checkSoon(() => time(video), 4, "a required question is not passed by them");
  await press("play");
  await settled(page);
  assert.ok(await stands(video));
  await page.evaluate(() => document.querySelector("adil-video").remove());
  await checkSoon(() => page.evaluate(() => Object.values(window.keys).every((act) => act === null)), true);
  await seen.close();
});

/** Runs in the page: keeps when it was pressed. */
function keepPresses() {
  window.presses = [];
  addEventListener("click", ({ timeStamp }) => window.presses.push(timeStamp), true);
}
/** The next tap makes no double one with the last: those come within 300 ms of the page's clock. */
const isApart = (page) => until(() => page.evaluate(() => performance.now() - window.presses.at(-1) > 300));

/** Taps twice within that time, which a busy machine does not always manage at first. */
const tapTwice = (page, tap) => until(async () => {
  const before = await page.evaluate(() => window.presses.length);
  await Promise.all([tap(), tap()]);
  await checkSoon(() => page.evaluate(() => window.presses.length), before + 2);
  if (await page.evaluate(() => window.presses.at(-1) - window.presses.at(-2) < 300)) return true;
  // Two single taps played and stopped.
  await isApart(page);
  return false;
});

test("a double tap at a side goes ten seconds, one in the middle plays or stops", async () => {
  const phone = { hasTouch: true, viewport: { width: 400, height: 800 } };
  const { page, video, ...seen } = await open(lesson({ checkpoints: [] }), { ...phone, init: [keepPresses] });
  await play(video, 40);
  const box = await video.locator(".picture-box").boundingBox();
  const tap = (across) => page.touchscreen.tap(box.x + box.width * across, box.y + box.height / 2);
  await checkSoon(async () => (await time(video)) >= 40, true);
  await tapTwice(page, () => tap(0.9));
  await checkSoon(async () => (await time(video)) >= 49.9, true);
  await isApart(page);
  await tap(0.5);
  await checkSoon(() => stands(video), true);
  // Both taps came before the browser told of the first, both saw a video that played, and it
  // stood still after them.
  await isApart(page);
  await tap(0.5);
  await checkSoon(() => stands(video), false);
  await isApart(page);
  await jump(video, 80);
  await checkSoon(async () => (await time(video)) >= 80, true);
  await video.locator(".picture-box").evaluate((picture) => {
    const { x, y, width, height } = picture.getBoundingClientRect();
    const place = { clientX: x + width / 10, clientY: y + height / 2, pointerType: "touch", bubbles: true, composed: true };
    for (let n = 0; n < 2; n++) picture.dispatchEvent(new PointerEvent("click", place));
  });
  await checkSoon(async () => Math.floor((await time(video)) / 10), 7, "it went back");
  await settled(page);
  assert.equal(await stands(video), false);
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
