// The first question of a quiz as `adil embed` writes it: answered before WebAssembly is there, taken
// over when the widget wakes, and in its place.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { test } from "../engines/test.mjs";
import { inTurn, sampled } from "../run/sample.mjs";
import { adil } from "./command.mjs";
import {
  checkAxe, checkQuiet, checkSoon, example, fired, hasState, holdBack, html, quizOf, ready, settled, single, until,
  useBrowser,
} from "./page.mjs";

const { site, visitor, visit } = useBrowser();

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "adil-first-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Five options, so that an order is hardly ever another one by chance. */
const five = (id, more = {}) => ({
  id, type: "single", stem: `Which one, ${id}?`, ...more,
  options: ["a", "b", "c", "d", "e"].map((name) => ({ id: name, text: `option ${name}`, score: name === "b" ? 1 : 0 })),
});
const many = (id) => ({ ...five(id), type: "multiple" });
const content = quizOf([five("one"), single("two"), many("three")]);

/** What `adil embed` writes of this content. */
function written(content, ...options) {
  const file = join(folder, "quiz.json");
  writeFileSync(file, JSON.stringify(content));
  const lines = adil("embed", file, "--src", "/quiz.json", ...options);
  return lines.replace("<adil-quiz", `<adil-quiz loading="eager"`);
}

const SHIFTS = () => {
  window.shifts = [];
  const each = (list) => window.shifts.push(...list.getEntries().map(({ value }) => value));
  new PerformanceObserver(each).observe({ type: "layout-shift", buffered: true });
};

/** A page with these lines; `wake` lets WebAssembly come. */
async function open(content, { options = [], around = (lines) => lines, lang, held = "**/*_bg.wasm*", ...more } = {}) {
  const lines = around(`${written(content, ...options)}<p id="after">The page goes on.</p>`);
  const made = await site({ bodies: {
    "/page.html": html(lines, { script: "", lang }), "/quiz.json": JSON.stringify(content),
  } });
  const context = await visitor(more, SHIFTS);
  const wake = held ? await holdBack(context, held) : () => {};
  const seen = await visit(`${made.origin}/page.html`, { context, waitUntil: "commit" });
  await until(() => seen.page.locator("#after").count(), "the page stands");
  const first = seen.page.locator(".adil-first");
  const option = (name) => first.getByRole(/^three/.test(name) ? "checkbox" : "radio", { name });
  return { ...seen, site: made, wake, first, option, shadow: seen.quiz.locator(".base") };
}

const shifts = (page) => page.evaluate(() => window.shifts);
/** The option that has the focus in the widget, and those that are chosen, as they are read. */
const state = (quiz) => quiz.evaluate((quiz) => {
  const words = (input) => input.closest("label").querySelector(".text").textContent;
  const inputs = [...quiz.shadowRoot.querySelectorAll("input")];
  const { activeElement } = quiz.shadowRoot;
  return {
    focus: activeElement?.matches("input") ? words(activeElement) : activeElement?.className ?? "",
    chosen: inputs.filter(({ checked }) => checked).map(words),
    options: inputs.map(words),
  };
});

test("a choice by the keyboard is taken over, with focus and scroll, and nothing moves", async () => {
  // In a small window the page has to be scrolled, and its text follows in view.
  const seen = await open(content, { around: (lines) => `<p style="height: 60vh">Before.</p>${lines}<p style="height: 200vh">`, viewport: { width: 800, height: 700 } });
  await seen.option("option a").focus();
  await seen.page.keyboard.press("ArrowDown");
  await seen.page.keyboard.press("ArrowDown");
  await seen.page.evaluate(() => scrollTo(0, 300));
  await settled(seen.page);
  const scrolled = await seen.page.evaluate(() => scrollY);
  const place = await seen.option("option c").locator("..").boundingBox();
  assert.ok(await seen.option("option c").isChecked());
  assert.deepEqual(await fired(seen.page), [], "nothing is told before the widget is there");
  seen.wake();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ focus, chosen }) => [focus, chosen]), ["option c", ["option c"]]);
  assert.equal(await seen.page.evaluate(() => scrollY), scrolled);
  const now = await seen.quiz.locator(".option").nth(2).boundingBox();
  for (const side of ["x", "y", "width", "height"]) assert.ok(Math.abs(now[side] - place[side]) < 1, `${side}: ${now[side]}, before ${place[side]}`);
  await settled(seen.page);
  assert.deepEqual(await shifts(seen.page), []);
  assert.deepEqual((await fired(seen.page)).map(({ name }) => name), ["ready", "start"]);
  // It is an answer like any other: checked once, kept, and gone on with.
  await seen.page.keyboard.press("Enter");
  await checkSoon(async () => (await fired(seen.page, "answer")).map(({ detail }) => [detail.optionIds, detail.tries]), [[["c"], 1]]);
  checkQuiet(seen);
  await seen.page.reload();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ chosen }) => chosen), ["option c"]);
  assert.equal((await fired(seen.page, "answer")).length, 0);
  await seen.close();
});

test("what was not touched stays open, and nothing is marked", async () => {
  const seen = await open(content);
  seen.wake();
  await ready(seen.quiz);
  assert.deepEqual((await state(seen.quiz)).chosen, []);
  assert.deepEqual((await fired(seen.page)).map(({ name }) => name), ["ready"]);
  assert.ok(!(await hasState(seen.quiz, "started")));
  assert.ok(!(await seen.first.isVisible()), "the text between the tags has made room");
  await seen.close();
});

test("a press that began between the tags ends there", async () => {
  const seen = await open(quizOf([many("one")]));
  const box = await seen.first.locator("label").nth(1).boundingBox();
  await seen.page.mouse.move(box.x + 80, box.y + 20);
  await seen.page.mouse.down();
  seen.wake();
  await until(() => seen.site.asked.some((path) => path.endsWith("_bg.wasm")));
  await settled(seen.page);
  await seen.page.mouse.up();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ chosen }) => chosen), ["option b"]);
  await seen.close();
});

test("options in a random order stay as they stood, and the next question is mixed", async () => {
  const mixed = quizOf([five("one"), five("two"), five("three")], { settings: { shuffle: true, shuffleOptions: true } });
  const seen = await open(mixed);
  const labels = seen.first.locator(".adil-item").first().locator("label");
  const order = (await labels.allTextContents()).map((words) => words.trim());
  const stem = await seen.first.locator("legend").first().textContent();
  await labels.nth(3).click();
  seen.wake();
  await ready(seen.quiz);
  const now = await state(seen.quiz);
  assert.deepEqual([now.options, now.chosen], [order, [order[3]]]);
  assert.equal((await seen.quiz.locator(".stem").textContent()).trim(), stem.trim());
  await seen.page.reload();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ options }) => options), order, "the kept run has the same order");
  await seen.close();
});

test("a seed of the page decides the order between the tags, too", async () => {
  const mixed = quizOf([five("one"), five("two")], { settings: { shuffle: true, shuffleOptions: true } });
  const seen = await open(mixed, { options: ["--attr", "seed=7"] });
  const order = (await seen.first.locator(".adil-item").first().locator("label").allTextContents()).map((words) => words.trim());
  seen.wake();
  await ready(seen.quiz);
  assert.deepEqual((await state(seen.quiz)).options, order);
  await seen.close();
});

test("a kept run goes on, unless its question was answered between the tags", async () => {
  const seen = await open(content, { held: null });
  await ready(seen.quiz);
  await seen.quiz.getByRole("radio", { name: "option a" }).press("Space");
  await checkSoon(() => state(seen.quiz).then(({ chosen }) => chosen), ["option a"]);
  await until(() => seen.page.evaluate(() => sessionStorage.length > 0));
  const wake = await holdBack(seen.context, "**/*_bg.wasm*");
  await seen.page.reload();
  assert.ok(await seen.first.isVisible());
  wake();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ chosen }) => chosen), ["option a"], "what was kept");
  const later = await holdBack(seen.context, "**/*_bg.wasm*");
  await seen.page.reload();
  await seen.option("option d").press("Space");
  later();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ chosen, focus }) => [chosen, focus]), [["option d"], "option d"], "what was just chosen");
  assert.deepEqual(await shifts(seen.page), []);
  await seen.close();
});

test("the introduction is left before the widget is there", async () => {
  const seen = await open(quizOf([five("one")], { intro: "Five options, one question." }));
  await seen.first.getByText("Five options, one question.").waitFor();
  assert.ok(!(await seen.first.getByRole("radio").first().isVisible()));
  await seen.first.getByText("Start", { exact: true }).press("Enter");
  await seen.option("option b").press("Space");
  seen.wake();
  await ready(seen.quiz);
  await checkSoon(() => state(seen.quiz).then(({ chosen, focus }) => [chosen, focus]), [["option b"], "option b"]);
  assert.equal((await fired(seen.page, "start")).length, 1);
  await seen.close();
});

test("a form of the page neither takes the choice along nor is sent by Enter", async () => {
  const around = (lines) => `<form action="/sent.html"><input name="own" value="1">${lines}<button>Send</button></form>`;
  const seen = await open(content, { around });
  await seen.option("option b").press("Space");
  await seen.page.keyboard.press("Enter");
  const fields = await seen.page.evaluate(() => [...new FormData(document.querySelector("form")).keys()]);
  assert.deepEqual(fields, ["own"]);
  seen.wake();
  await ready(seen.quiz);
  assert.ok(!seen.site.asked.includes("/sent.html"));
  await seen.close();
});

test("without JavaScript all questions stand there, and can be tried", async () => {
  const seen = await open(content, { javaScriptEnabled: false });
  await seen.first.getByRole("heading", { name: "Question 3 of 3" }).waitFor();
  const three = seen.first.getByRole("group", { name: "Which one, three?" });
  await three.getByRole("checkbox", { name: "option b" }).check();
  await three.getByRole("checkbox", { name: "option d" }).check();
  assert.equal(await three.getByRole("checkbox", { checked: true }).count(), 2);
  await seen.first.getByText("Correct answer").last().click();
  await seen.first.locator("details[open] li").first().waitFor();
  assert.ok(!(await seen.first.getByText("Check answer").first().isVisible()));
  await seen.close();
});

test("where the script does not come all questions are shown late, where WebAssembly does not, at once", async () => {
  const [none, broken] = await Promise.all([open(content, { held: "**/adil.js" }), open(content)]);
  assert.ok(!(await none.first.getByText("Which one, two?").isVisible()));
  await none.page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  await none.first.getByText("Which one, two?").waitFor();
  broken.site.faulty((path) => (path.endsWith(".wasm") ? { status: 500 } : undefined));
  broken.wake();
  await broken.quiz.locator("[part=error]").waitFor();
  await broken.first.getByText("Which one, two?").waitFor();
  await Promise.all([none.close(), broken.close()]);
});

/** Where things of the first screen stand: the card, its title, the question and the options. */
const places = (page, light) => page.evaluate((light) => {
  const quiz = document.querySelector("adil-quiz");
  const [root, list] = light
    ? [quiz, [".adil-first", ".adil-first > :first-child", ".adil-item > h3", "legend", "label", ".adil-foot > b"]]
    : [quiz.shadowRoot, [".base", ".title", ".count", ".stem", ".option", ".go"]];
  const isSeen = (node) => node.getClientRects().length > 0;
  return list.map((selector) => [...root.querySelectorAll(selector)].filter(isSeen).map((node) => {
    const { top, bottom, left, right } = node.getBoundingClientRect();
    // The two kinds of titles are as wide as what stands beside them allows.
    const isTitle = /title|first-child/.test(selector);
    return isTitle ? [Math.round((top + bottom) / 2)] : [top, bottom, left, right].map(Math.round);
  }));
}, light);

const SHOWN = [
  ["small-choices", []], ["integrity-at-university", ["--attr", "mode=test"]], ["fair-and-square", ["--attr", "currency=KZT"]],
].flatMap(([name, options]) => ["en", "ar"].filter((lang) => example(name).languages.includes(lang))
  .flatMap((lang) => [360, 1280].map((width) => ({ name, options, lang, width }))));

for (const { name, options, lang, width } of sampled("quizzes before and after they wake", SHOWN, 4)) {
  test(`${name} stands in ${lang} at ${width} px as the widget will`, async () => {
    const content = { ...example(name), intro: undefined };
    const colorScheme = inTurn("light and dark", ["light", "dark"])[0];
    const seen = await open(content, { options: [...options, "--lang", lang], lang, viewport: { width, height: 900 }, colorScheme });
    await checkAxe(seen.page, name, "adil-quiz");
    const before = await places(seen.page, true);
    seen.wake();
    await ready(seen.quiz);
    await settled(seen.page);
    assert.deepEqual(await places(seen.page, false), before);
    assert.deepEqual(await shifts(seen.page), []);
    await seen.close();
  });
}
