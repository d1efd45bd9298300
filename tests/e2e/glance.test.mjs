// The result at a glance: a sign for each question and a bar for each outcome, told in words too.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkAxe, checkQuiet, checkSoon, fill, quizOf, ready, settled, single, useBrowser, words } from "./page.mjs";

const { visitQuiz } = useBrowser();

const share = { outcome: { en: "share what is there", ar: "أتقاسم ما هو موجود" } };
const ask = { outcome: { en: "ask before I take", ar: "أسأل قبل أن آخذ" } };
const half = (id, more) => ({ ...single(id, more), options: [{ id: "a", text: "the half", score: 0.5 }, { id: "b", text: "the right one", score: 1 }] });
const content = quizOf(
  [single("one", share), half("two", ask), single("three", share), single("four", ask), { id: "five", type: "poll", stem: "Which?", options: [{ text: "the right one" }, { text: "that" }] }],
  { languages: ["en", "ar"] },
);

/** Answers a test: of each question an option by its place, or nothing; then its result. */
async function result({ lang = "en", level = "secondary", ...options } = {}) {
  const attributes = `loading="eager" mode="test" level="${level}" lang="${lang}"`;
  const seen = await visitQuiz(content, { attributes, ...options });
  const { quiz } = seen;
  const text = words(lang);
  await ready(quiz);
  for (const [n, place] of [1, 0, 0, null, 0].entries()) {
    await checkSoon(() => quiz.locator(".count").textContent(), fill(text.question_n_of, { n: n + 1, total: 5 }));
    if (place !== null) await quiz.locator(".option").nth(place).click();
    await quiz.locator(".go").click();
  }
  await quiz.locator(".confirm").getByRole("button", { name: text.finish }).click();
  await quiz.locator(".result").waitFor();
  return { ...seen, text };
}

test("each question has its sign, and each outcome its bar, in words as in shapes", async () => {
  const seen = await result();
  const { quiz, text } = seen;
  const list = quiz.getByRole("list", { name: text.overview });
  const states = ["right", "partly", "wrong", "open", "given"];
  const said = [text.correct, text.partly, text.not_quite, text.not_answered, text.answered];
  for (const [n, state] of states.entries()) {
    const bit = list.getByRole("listitem").nth(n);
    assert.equal(await bit.getAttribute("part"), `bit ${state}`);
    const name = `${fill(text.question_n_of, { n: n + 1, total: 5 })}: ${said[n]}`;
    assert.equal(await bit.locator(".visually-hidden").textContent(), name);
  }
  const rows = await quiz.getByRole("table").getByRole("row").allTextContents();
  assert.deepEqual(rows, ["share what is there50%", "ask before I take25%"]);
  await settled(seen.page);
  const shares = await quiz.locator(".bar").evaluateAll((bars) => bars.map((bar) =>
    Math.round(100 * bar.firstChild.getBoundingClientRect().width / bar.getBoundingClientRect().width)));
  assert.deepEqual(shares, [50, 25]);
  await checkAxe(seen.page, "the result");
  checkQuiet(seen);
  await seen.close();
});

test("from right to left bars grow from the right, and nothing is wider than a phone", async () => {
  const seen = await result({ lang: "ar", viewport: { width: 360, height: 800 } });
  const places = await seen.quiz.locator(".bar").evaluateAll((bars) => bars.map((bar) => {
    const [outer, inner] = [bar.getBoundingClientRect(), bar.firstChild.getBoundingClientRect()];
    return [Math.abs(outer.right - inner.right) < 1, inner.left > outer.left + 1];
  }));
  assert.deepEqual(places, [[true, true], [true, true]]);
  assert.ok(await seen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await seen.close();
});

test("stars and bars come to rest, and stand at once for those who want no motion", async () => {
  const moving = (quiz) => quiz.evaluate((quiz) =>
    quiz.shadowRoot.getAnimations().filter(({ animationName }) => /settle|grow/.test(animationName)).length);
  for (const [reducedMotion, moves] of [["no-preference", true], ["reduce", false]]) {
    const seen = await result({ level: "primary-2", reducedMotion });
    const stars = seen.quiz.locator(".star[data-state=on]");
    assert.ok((await stars.count()) > 0);
    if (moves) {
      const named = await stars.first().evaluate((star) => getComputedStyle(star).animationName);
      assert.equal(named, "settle");
      await checkSoon(() => moving(seen.quiz), 0, "they come to rest");
    } else assert.equal(await moving(seen.quiz), 0);
    await seen.close();
  }
});

test("strip and bars are printed", async () => {
  const seen = await result();
  await seen.page.emulateMedia({ media: "print" });
  await seen.quiz.locator(".bit").nth(4).waitFor();
  await seen.quiz.locator(".filled").first().waitFor();
  const adjust = await seen.quiz.locator(".filled").first().evaluate((bar) => getComputedStyle(bar).printColorAdjust);
  assert.equal(adjust, "exact");
  await seen.close();
});
