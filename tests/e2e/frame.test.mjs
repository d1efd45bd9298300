// frame.html: one widget in a frame, for hosts that strip scripts, and its height on the page
// around.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkAxe, checkSoon, html, readJson, ready, useBrowser } from "./page.mjs";

const { site, visit } = useBrowser();
const QUIZ = "src=examples/the-umbrella.json&kind=quiz";

/** A school's page on one site with a frame of another one; `script` is what keeps the height. */
async function open(query, { script = true, around = "", inside = {}, ...options } = {}) {
  const widgets = await site({ bodies: inside });
  const frame = `${widgets.origin}/adil/frame.html?${query}`;
  const tag = `<iframe src="${frame.replaceAll("&", "&amp;")}" title="A quiz" style="width:100%;height:300px;border:0"></iframe>`;
  const keeps = script ? `<script src="${widgets.origin}/adil/frame-height.js"></script>` : "";
  const school = await site({ bodies: { "/page.html": html(`${around}${tag}${keeps}`, { script: "" }) } });
  const seen = await visit(`${school.origin}/page.html`, options);
  return { ...seen, widgets, school, frame: seen.page.locator("iframe").first(), within: seen.page.frameLocator("iframe").first() };
}

const heightOf = (frame) => frame.evaluate((frame) => frame.getBoundingClientRect().height);
const scrolls = async ({ page, widgets }) => {
  const inner = page.frames().find((one) => one.url().startsWith(`${widgets.origin}/adil/frame.html`));
  return inner.evaluate(() => document.documentElement.scrollHeight - innerHeight);
};

test("a quiz in a frame is answered, and the page around keeps the frame's height", async () => {
  const seen = await open(QUIZ);
  const quiz = seen.within.locator("adil-quiz");
  await ready(quiz);
  await checkSoon(async () => (await scrolls(seen)) <= 0, true, "nothing is left to scroll inside");
  const before = await heightOf(seen.frame);
  assert.notEqual(before, 300);
  // The text comes first.
  await quiz.locator(".go").click();
  await quiz.locator("label.option").first().click();
  await quiz.getByRole("button", { name: readJson("locales/quiz.en.json").check_answer }).click();
  await checkSoon(async () => (await heightOf(seen.frame)) > before, true, "the frame grows with what is said");
  await checkSoon(async () => (await scrolls(seen)) <= 0, true);
  assert.deepEqual(seen.said, []);
  await seen.close();
});

test("without the script of the page the frame has the height that the page gave, and scrolls", async () => {
  const seen = await open(QUIZ, { script: false });
  await ready(seen.within.locator("adil-quiz"));
  assert.equal(await heightOf(seen.frame), 300);
  assert.ok((await scrolls(seen)) > 0);
  assert.deepEqual(seen.said, []);
  await seen.close();
});

test("the language and the mode are those of the address, and axe finds nothing", async () => {
  const seen = await open(`${QUIZ}&lang=ar&mode=test`);
  const quiz = seen.within.locator("adil-quiz");
  await ready(quiz);
  assert.equal(await seen.within.locator("html").getAttribute("dir"), "rtl");
  assert.equal(await quiz.getAttribute("mode"), "test");
  const inner = await visit(`${seen.widgets.origin}/adil/frame.html?${QUIZ}`);
  await ready(inner.page.locator("adil-quiz"));
  await checkAxe(inner.page, "frame.html", "adil-quiz");
  await seen.close();
});

for (const [name, query, word] of [
  ["no kind", "src=examples/the-umbrella.json", "kind"],
  ["a kind that is none", "src=examples/the-umbrella.json&kind=constructor", "kind"],
  ["no src", "kind=quiz", "src"],
  ["a script as src", "kind=quiz&src=javascript:alert(1)", "src"],
  ["data as src", "kind=quiz&src=data:application/json,{}", "src"],
  ["http of another site as src", "kind=quiz&src=http://other.test/quiz.json", "src"],
  ["markup", `kind=${encodeURIComponent("<img src=x onerror=alert(1)>")}`, "kind"],
]) {
  test(`an address with ${name} is refused in words, and asks for nothing`, async () => {
    const seen = await open(query);
    const told = await seen.within.getByRole("alert").textContent();
    assert.ok(told.startsWith(`frame.html: ${word}: expected `), told);
    assert.equal(await seen.within.locator("img, adil-quiz").count(), 0);
    assert.deepEqual(seen.dialogs, []);
    assert.equal(seen.asked.filter((url) => new URL(url).host === "other.test").length, 0);
    await seen.close();
  });
}

test("heights of strangers are not believed", async () => {
  const seen = await open(QUIZ);
  await ready(seen.within.locator("adil-quiz"));
  await checkSoon(async () => (await scrolls(seen)) <= 0, true);
  const before = await heightOf(seen.frame);
  // The page itself, and a frame of another site that shows something else.
  const stranger = await site({ bodies: { "/stranger.html": html("", { script: "" }) } });
  await seen.page.evaluate((src) => new Promise((loaded) => {
    window.heard = 0;
    addEventListener("message", ({ data }) => data.adil === "height" && data.height === 9_999 && window.heard++);
    const frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { src, title: "other" }));
    frame.onload = loaded;
    postMessage({ adil: "height", height: 9_999 }, "*");
  }), `${stranger.origin}/stranger.html`);
  const other = seen.page.frames().find((one) => one.url().includes("stranger"));
  await other.evaluate(() => parent.postMessage({ adil: "height", height: 9_999 }, "*"));
  await checkSoon(() => seen.page.evaluate(() => window.heard), 2, "both were heard by the page");
  assert.equal(await heightOf(seen.frame), before);
  assert.equal(await seen.page.locator("iframe").last().evaluate((frame) => frame.style.height), "");
  await seen.close();
});

test("the frame answers only to the page around, and to one origin", async () => {
  const seen = await open(QUIZ, { script: false });
  await ready(seen.within.locator("adil-quiz"));
  const heights = await seen.page.evaluate(() => new Promise((done) => {
    const [frame] = document.querySelectorAll("iframe");
    const heights = [];
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || data.adil !== "height") return;
      heights.push(data.height);
      if (heights.length === 1) done(heights);
    });
    // A word that it does not know, then the one that it waits for.
    frame.contentWindow.postMessage({ adil: "other" }, "*");
    frame.contentWindow.postMessage({ adil: "hello" }, "*");
  }));
  assert.equal(heights.length, 1);
  assert.ok(heights[0] > 300, `${heights}`);
  await seen.close();
});
