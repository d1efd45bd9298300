// What is answered while the rest of the bundle is on its way is kept as soon as that is there, and
// what was kept is shown then.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkQuiet, checkSoon, holdBack, quizOf, ready, single, useBrowser, words } from "./page.mjs";

const { visit, visitor, visitQuiz } = useBrowser();
const content = quizOf([single("one"), single("two")]);
const text = words();

/** Opens the quiz with the rest of its bundle held back; gives what lets it go, too. */
async function openHeld(attributes = "") {
  const context = await visitor();
  const letGo = await holdBack(context, "**/*.lazy.wasm*");
  const seen = await visitQuiz(content, { attributes: `loading="eager" mode="test" ${attributes}`, context });
  await ready(seen.quiz);
  return { ...seen, letGo };
}

const isChosen = (quiz) => quiz.locator(".option input").nth(1).isChecked();
const kept = (page) => page.evaluate(() => sessionStorage.length + localStorage.length);

// On a slow line a pupil had answered the first question before the code that keeps answers came.
test("what was answered early is kept, and there after a reload", async () => {
  const { page, quiz, letGo, ...seen } = await openHeld();
  await quiz.locator(".option").nth(1).click();
  assert.equal(await kept(page), 0);
  letGo();
  await checkSoon(() => kept(page), 1);
  await page.reload();
  await checkSoon(() => isChosen(quiz), true);
  assert.equal(await quiz.locator(".notice").count(), 0);
  checkQuiet(seen);
  await seen.close();
});

// A page changed the language of its quiz, or moved it, while the rest was still on its way.
test("what was answered early is in the next view of the element, and kept then", async () => {
  const { page, quiz, letGo, ...seen } = await openHeld();
  await quiz.locator(".option").nth(1).click();
  for (const lang of ["ru", "en"]) {
    await quiz.evaluate((quiz, lang) => quiz.setAttribute("lang", lang), lang);
    await quiz.locator(`.base[lang=${lang}]`).waitFor();
  }
  letGo();
  await checkSoon(() => isChosen(quiz), true);
  await checkSoon(() => kept(page), 1);
  checkQuiet(seen);
  await seen.close();
});

// Who comes back must not begin anew, and then see the new answers go.
test("a kept run waits for the rest of the bundle, which can be asked for again", async () => {
  const { page, quiz, letGo, ...seen } = await openHeld();
  letGo();
  await quiz.locator(".option").nth(1).click();
  await checkSoon(() => kept(page), 1);
  seen.site.faulty((path) => (path.endsWith(".lazy.wasm") ? { status: 404 } : undefined));
  await page.reload();
  await quiz.getByText(text.lost).first().waitFor();
  assert.equal(await quiz.locator(".option").count(), 0);
  seen.site.faulty(() => undefined);
  await quiz.getByRole("button", { name: text.try_again }).click();
  await checkSoon(() => isChosen(quiz), true);
  await seen.close();
});

// A second tab had answered while the first one was still loading: what it kept was not heard.
for (const [answers, notice] of [[false, text.joined], [true, text.replaced]]) {
  test(`what another tab kept meanwhile is taken up, or not written over: ${notice}`, async () => {
    const context = await visitor();
    const other = await visitQuiz(content, { attributes: `loading="eager" mode="test" storage="device"`, context });
    await other.quiz.locator(".option").nth(1).click();
    await checkSoon(() => kept(other.page), 1);
    const entry = await other.page.evaluate(() => Object.entries(localStorage)[0]);
    await other.page.evaluate(() => localStorage.clear());
    const letGo = await holdBack(context, "**/*.lazy.wasm*");
    const { page, quiz } = await visit(other.page.url(), { context });
    await ready(quiz);
    if (answers) await quiz.locator(".option").nth(0).click();
    await page.evaluate(([key, run]) => localStorage.setItem(key, run), entry);
    letGo();
    await checkSoon(() => quiz.locator(".notice p").innerText(), notice);
    assert.equal(await isChosen(quiz), !answers);
    assert.equal(await page.evaluate((key) => localStorage.getItem(key), entry[0]), entry[1]);
    await context.close();
  });
}
