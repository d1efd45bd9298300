// The widgets as components of a Leptos app: the same steps as with the elements, no script tag.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { test } from "../engines/test.mjs";
import { checkIt, go, press, stem } from "./acts.mjs";
import { comesToRest } from "./guard.mjs";
import { checkAxe, checkSoon, example, readJson, settled, until, useBrowser, words } from "./page.mjs";
import { toPromise, total } from "./pledges.mjs";
import { serve } from "./server.mjs";
import { give } from "./solve.mjs";

const { visit } = useBrowser();
const text = words();
const lessonWords = readJson("locales/video.en.json");
const story = example("the-umbrella");
let site;

before(async () => {
  assert.ok(process.env.ADIL_LEPTOS_APP, "cargo xtask example says where the app is");
  const fault = (path) => (path === "/favicon.ico" ? { body: "" } : undefined);
  site = await serve({ "/": `${process.env.ADIL_LEPTOS_APP}/` }, { fault });
});
after(() => site.close());

/** The site, and its widgets by what the site calls them. */
async function open() {
  const seen = await visit(`${site.origin}/`);
  const widget = (name) => seen.page.getByTestId(name).locator("> div");
  const told = () => seen.page.getByRole("list", { name: "What happened" }).getByRole("listitem").allTextContents();
  return { ...seen, widget, told };
}

test("a quiz component asks, marks and tells its app", async () => {
  const { page, widget, told, said, asked, ...seen } = await open();
  const quiz = widget("quiz");
  await checkSoon(() => stem(quiz), story.items[0].stem.en.replaceAll("**", ""));
  await press(quiz, text.next);
  await give(quiz, story.items[1]);
  await checkIt(quiz);
  await go(quiz);
  await give(quiz, story.items[2]);
  await checkIt(quiz);
  await go(quiz);
  await quiz.getByRole("heading", { name: text.your_score }).waitFor();
  await checkSoon(told, ["broken: content", "quiz: 2 questions", "quiz: right", "quiz: open", "quiz: 1 of 1"]);
  // What stands among the children goes into its slot; the fallback is not seen any more.
  await page.getByText("Made by class 7B").waitFor();
  assert.ok(!(await page.getByText("A quiz about a story.").isVisible()));
  assert.ok(!asked.some((url) => /\/adil(-quiz|-video|-pledge)?(_bg)?\.(js|wasm)/.test(url)), "no script of the elements");
  assert.equal(said.filter((line) => !line.includes("adil-quiz: content")).join(), "");
  await checkAxe(page, "the Leptos site", "main");
  await seen.close();
});

test("what was answered stays while the language and the look change", async () => {
  const { page, widget, ...seen } = await open();
  const quiz = widget("quiz");
  await quiz.getByRole("button", { name: text.next, exact: true }).click();
  await give(quiz, story.items[1]);
  await checkIt(quiz);
  await page.getByRole("combobox", { name: "Language" }).selectOption("kk");
  await checkSoon(() => stem(quiz), story.items[1].stem.kk);
  assert.equal(await quiz.locator(".verdict").textContent(), words("kk").correct);
  // The site's own colour.
  assert.equal(await quiz.locator(".go").evaluate((go) => getComputedStyle(go).backgroundColor), "rgb(122, 32, 72)");
  await page.getByRole("button", { name: "Dark" }).click();
  await checkSoon(() => quiz.locator(".base").evaluate((base) => getComputedStyle(base).colorScheme), "dark");
  await page.getByRole("button", { name: "As a test" }).click();
  // Another mode has a run of its own.
  await checkSoon(() => stem(quiz), story.items[0].stem.kk.replaceAll("**", ""));
  await seen.close();
});

test("two of a kind keep their runs apart, and one that goes takes all with it", async () => {
  const { page, widget, ...seen } = await open();
  const [first, second] = [widget("first"), widget("second")];
  for (const quiz of [first, second]) await quiz.locator(".options").first().waitFor();
  await first.locator("label.option").first().click();
  await checkSoon(() => first.locator("input:checked").count(), 1);
  assert.equal(await second.locator("input:checked").count(), 0);
  const keys = () => page.evaluate(() => Object.keys(sessionStorage).length);
  await second.locator("label.option").nth(1).click();
  await checkSoon(keys, 2);
  const toggle = page.getByRole("button", { name: "Show or hide" });
  for (let n = 0; n < 3; n++) {
    await toggle.click();
    await checkSoon(() => page.getByTestId("quiz").count(), 0);
    await toggle.click();
    await widget("quiz").locator(".base").waitFor();
  }
  assert.equal(await widget("quiz").locator(".base").count(), 1);
  await seen.close();
});

test("a lesson component asks by a quiz inside it", async () => {
  const { widget, told, ...seen } = await open();
  const lesson = widget("lesson");
  const next = lesson.getByRole("button", { name: lessonWords.next, exact: true });
  await next.waitFor();
  const quiz = lesson.locator("adil-quiz");
  await until(async () => (await quiz.count()) || (await next.click()));
  await quiz.locator("label.option").first().click();
  await quiz.getByRole("button", { name: text.check_answer, exact: true }).click();
  await checkSoon(async () => (await told()).filter((line) => line.startsWith("lesson: ")).length, 1);
  await seen.close();
});

test("an app may keep a pledge back, and hears of one that is made", async () => {
  const { page, widget, told, ...seen } = await open();
  const pledge = widget("pledge");
  const button = await toPromise(pledge);
  await comesToRest(button);
  await page.getByRole("button", { name: "Keep it back" }).click();
  await comesToRest(button);
  await button.click();
  await settled(page);
  assert.equal((await told()).filter((line) => line.startsWith("pledge")).length, 0);
  await button.waitFor(); // the promise can still be made
  await page.reload();
  const again = await toPromise(widget("pledge"));
  await comesToRest(again);
  await again.click();
  await checkSoon(async () => (await told()).at(-1), `pledge: ${total} clauses`);
  await seen.close();
});

test("what cannot run leaves the fallback, says what to mend, and may be tried again", async () => {
  const { page, widget, told, ...seen } = await open();
  const broken = widget("broken");
  await broken.getByRole("alert").waitFor();
  await page.getByText("Ask your teacher for the paper.").waitFor();
  await broken.getByText("content", { exact: true }).click();
  assert.match(await broken.getByRole("alert").textContent(), /content: formatVersion: expected/);
  await broken.getByRole("button", { name: "Try again" }).click();
  await checkSoon(async () => (await told()).filter((line) => line === "broken: content").length, 2);
  await seen.close();
});
