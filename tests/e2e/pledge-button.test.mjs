// The button that makes a pledge: keys always find it, whatever the zoom; what merely decorates a
// page does not disarm it, and what may hide it does, with a word to the page's author.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkQuiet, checkSoon, html, ready, settled, until } from "./page.mjs";
import { comesToRest, restsInSight } from "./guard.mjs";
import { isMade, named, text, toPromise, toQuestions, usePledges } from "./pledges.mjs";

const { open, site, visit } = usePledges();

const isWholeInView = (button) => button.evaluate((button) => {
  const { top, bottom } = button.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

// At 400 % a window of 1280 pixels has 320 by 256. "One moment…" came above the buttons and pushed
// them out of the window, and each further Enter said that something covers the button.
test("at 400 % zoom a key that comes too soon moves nothing, and the next one makes the pledge", async () => {
  const { page, pledge, ...seen } = await open({ viewport: { width: 320, height: 256 } });
  await toQuestions(pledge);
  await page.evaluate(() => window.hold(true));
  await named(pledge, text.next).press("Enter");
  const button = named(pledge, text.i_pledge);
  await button.focus();
  const before = await button.boundingBox();
  assert.ok(await pledge.getByRole("status").filter({ hasNotText: /./ }).count() > 0, "the place of the message is known before it comes");
  await page.keyboard.press("Enter");
  await pledge.getByText(text.wait_moment).waitFor();
  assert.deepEqual(await button.boundingBox(), before, "the message moves nothing");
  await page.evaluate(() => window.hold(false));
  await until(() => page.evaluate(() => performance.now() > window.heldUntil + 600));
  await page.keyboard.press("Enter");
  await checkSoon(() => isMade(pledge), true);
  checkQuiet(seen);
  await seen.close();
});

test("a key makes the pledge wherever the button is, and whatever lies over it", async () => {
  const { page, pledge, ...seen } = await open();
  const button = await toPromise(pledge);
  await page.evaluate(() => {
    const sheet = document.createElement("div");
    sheet.style = "position: fixed; inset: 0; background: #fff";
    document.body.append(sheet);
  });
  await comesToRest(button);
  await button.focus();
  await page.keyboard.press("Enter");
  await checkSoon(() => isMade(pledge), true);
  await seen.close();
});

// Whoever pressed the half of it that a small window showed read that something covers it.
test("a button that is half out of view comes into view when it is pressed by hand, and the next press counts", async () => {
  const { page, pledge, ...seen } = await open({ viewport: { width: 320, height: 400 } });
  const button = await toPromise(pledge);
  await button.evaluate((button) => scrollBy(0, button.getBoundingClientRect().top - innerHeight + 20));
  await button.evaluate(restsInSight);
  const { x, y } = await button.boundingBox();
  await page.mouse.click(x + 40, y + 10);
  await checkSoon(() => isWholeInView(button), true);
  await pledge.getByText(text.wait_moment).waitFor();
  assert.ok(!(await isMade(pledge)));
  await comesToRest(button);
  await button.click();
  await checkSoon(() => isMade(pledge), true);
  await seen.close();
});

const inCard = (style) => (tag) => `<div class="card" style="${style}">${tag}</div>`;
/** A pledge that a component of the page shows in its own slot. */
const inSlot = (tag) => `<x-card>${tag}</x-card><script>
  customElements.define("x-card", class extends HTMLElement {
    constructor() { super().attachShadow({ mode: "open" }).innerHTML = '<div style="opacity: .9"><slot></slot></div>'; }
  });</script>`;
const DECORATIONS = {
  "a shadow": inCard("filter: drop-shadow(0 4px 8px rgb(0 0 0 / .4)) sepia(.2)"),
  "a little opacity": inCard("opacity: .97"),
  "a tilt": inCard("rotate: -1deg"),
  "a tilt by a transform": inCard("transform: rotate(2deg) scale(1.02)"),
  "a blend": inCard("mix-blend-mode: multiply"),
  "frosted glass": inCard("background: rgb(255 255 255 / .5); backdrop-filter: blur(4px)"),
  "inverted colours": inCard("filter: invert(1) hue-rotate(180deg) contrast(.9)"),
  "a card of another component": inSlot,
};
// Chromium vouches for nothing inside such an element: the promise could never be made there by hand.
for (const [what, around] of Object.entries(DECORATIONS)) {
  test(`${what} around it does not keep the pledge from being made by hand`, async () => {
    const { pledge, warned, ...seen } = await open({ around });
    const button = await toPromise(pledge);
    await comesToRest(button);
    await button.click();
    await checkSoon(() => isMade(pledge), true);
    assert.deepEqual(warned.filter((line) => line.includes("promise")), []);
    await seen.close();
  });
}

const HIDING = {
  "opacity: 0.2": ["opacity: .2", `"opacity: 0.2" of <div class="card">`],
  "blur": ["filter: blur(20px)", `"filter: blur(20px)" of <div class="card">`],
  "no brightness": ["filter: sepia(1) brightness(0)", `"filter: sepia(1) brightness(0)" of <div class="card">`],
  "a shape cut out": ["opacity: .9; clip-path: circle(90%)", `"clip-path: circle(90%)" of <div class="card">`],
  "a mask": ["opacity: .9; mask-image: linear-gradient(#000, #000)", `"mask-image: linear-gradient(rgb(0, 0, 0), rgb(0, 0, 0))" of <div class="card">`],
  "a scale": ["transform: scale(.5)", `"transform: matrix(0.5, 0, 0, 0.5, 0, 0)" of <div class="card">`],
};
for (const [what, [style, blamed]] of Object.entries(HIDING)) {
  test(`${what} may hide the button: it does not act by hand, and the page's author reads why, once`, async () => {
    const { page, pledge, warned, ...seen } = await open({ around: inCard(style) });
    const button = await toPromise(pledge);
    await comesToRest(button);
    for (let n = 0; n < 2; n++) {
      const { x, y, width, height } = await button.boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2);
    }
    await settled(page);
    assert.ok(!(await isMade(pledge)));
    const expected = [`adil-pledge: the promise cannot be made, because ${blamed} may hide its button`];
    await checkSoon(async () => warned.filter((line) => line.includes("promise")), expected);
    // Keys have no place that something could hide.
    await button.focus();
    await page.keyboard.press("Enter");
    await checkSoon(() => isMade(pledge), true);
    await seen.close();
  });
}

test("two layers that each fade a little count together", async () => {
  const { pledge, warned, ...seen } = await open({ around: (tag) => `<div id="out" style="opacity:.7"><div style="opacity:.6">${tag}</div></div>` });
  const button = await toPromise(pledge);
  await comesToRest(button);
  await button.click();
  await checkSoon(async () => warned.some((line) => line.includes(`"opacity: 0.7" of <div id="out">`)), true);
  assert.ok(!(await isMade(pledge)));
  await seen.close();
});

test("in a decorated page a button that something covers in part does not act either", async () => {
  const { page, pledge, ...seen } = await open({ around: inCard("opacity: .97") });
  const button = await toPromise(pledge);
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button.boundingBox();
  await page.evaluate(([x, y, width, height]) => {
    const sheet = document.createElement("div");
    sheet.style = `position: fixed; left: ${x}px; top: ${y}px; inline-size: ${width * 0.4}px; block-size: ${height}px; background: rgb(0 0 0 / 1%)`;
    document.body.append(sheet);
  }, [x, y, width, height]);
  await comesToRest(button);
  await page.mouse.click(x + width * 0.7, y + height / 2);
  await pledge.getByText(text.covered).waitFor();
  assert.ok(!(await isMade(pledge)));
  await seen.close();
});

test("in a frame of another site a decorated button does not act by hand: nobody tells what covers it there", async () => {
  const tag = `<adil-pledge loading="eager" src="/adil/examples/my-pledge.json"></adil-pledge>`;
  const inside = await site({ bodies: { "/page.html": html(inCard("opacity: .97")(tag)) } });
  const address = `${inside.origin}/page.html`.replace("127.0.0.1", "localhost");
  const outside = await site({ bodies: { "/page.html": html(`<iframe src="${address}" style="inline-size:900px;block-size:900px"></iframe>`) } });
  const { page, warned, ...seen } = await visit(`${outside.origin}/page.html`);
  const pledge = page.frameLocator("iframe").locator("adil-pledge");
  await ready(pledge);
  const button = await toPromise(pledge);
  await comesToRest(button);
  await button.click();
  await pledge.getByText(text.covered).waitFor();
  assert.ok(!(await isMade(pledge)));
  assert.ok(warned.some((line) => line.includes(`"opacity: 0.97" of <div class="card">`)));
  await seen.close();
});
