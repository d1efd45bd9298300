// A text between questions: it is read, and neither asked, counted nor checked.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { answer, button, checkPoints, go, press, stem } from "./acts.mjs";
import {
  checkAxe, checkQuiet, checkSoon, example, fill, fired, hasState, quizOf, ready, single, useBrowser, words,
} from "./page.mjs";

const { visitQuiz } = useBrowser();
const text = words();

const note = { id: "story", type: "note", stem: "Dana took an umbrella.\n\nIt was not hers." };
const content = (more) => quizOf([single("a"), note, single("b")], more);
const right = (id) => ({ ...single(id) });

test("a text between questions leads on, and has no number, no check and no part in the sums", async () => {
  const { page, quiz, ...seen } = await visitQuiz(content(), { attributes: `loading="eager"` });
  await ready(quiz);
  const count = quiz.locator("#count");
  assert.equal(await count.textContent(), fill(text.question_n_of, { n: 1, total: 2 }));
  await answer(quiz, right("a"));
  await checkSoon(() => stem(quiz), "Dana took an umbrella.It was not hers.");
  assert.equal(await count.textContent(), "");
  assert.equal(await quiz.getByRole("heading", { name: /umbrella/ }).count(), 0, "a text is no heading");
  for (const name of [text.check_answer, text.not_sure, text.finish]) assert.equal(await button(quiz, name).count(), 0);
  await checkAxe(page, "a text between questions");
  // Who goes back and forth with the keyboard meets it where it stands.
  await press(quiz, text.next);
  await checkSoon(() => count.textContent(), fill(text.question_n_of, { n: 2, total: 2 }));
  await answer(quiz, right("b"));
  await checkPoints(quiz, 2, 2);
  await press(quiz, text.review);
  assert.equal(await quiz.locator(".reviewed").count(), 2);
  const events = await fired(page);
  assert.deepEqual(events.filter(({ name }) => name === "answer").map(({ detail }) => detail.itemId), ["a", "b"]);
  assert.deepEqual(events.filter(({ name }) => name === "progress").map(({ detail }) => [detail.done, detail.total]), [[1, 2], [2, 2]]);
  assert.equal(events.find(({ name }) => name === "ready").detail.items, 2);
  checkQuiet(seen);
  await seen.close();
});

test("a test has a way to each question and none to a text, which is not open at the end", async () => {
  const { quiz, ...seen } = await visitQuiz(content(), { attributes: `loading="eager" mode="test"` });
  await ready(quiz);
  const jumps = quiz.locator(".jump");
  assert.deepEqual(await jumps.allTextContents(), ["1", "2"]);
  await jumps.nth(1).click();
  await checkSoon(() => quiz.locator("#count").textContent(), fill(text.question_n_of, { n: 2, total: 2 }));
  await press(quiz, text.back);
  await checkSoon(() => stem(quiz), "Dana took an umbrella.It was not hers.");
  await press(quiz, text.finish);
  const open = fill(text.open_items, { n: 2, total: 2 });
  await quiz.getByRole("heading", { name: open }).waitFor();
  await seen.close();
});

test("shuffled questions move around a text, and picked ones leave it out", async () => {
  const items = [single("a"), single("b"), note, single("c"), single("d")];
  for (const [attributes, at, many] of [[`shuffle seed="3"`, 2, 5], [`pick="2" seed="3"`, -1, 2]]) {
    const { quiz, ...seen } = await visitQuiz(quizOf(items), { attributes: `loading="eager" ${attributes}` });
    await ready(quiz);
    const stems = [];
    for (let n = 0; n < many; n++) {
      stems.push(await stem(quiz));
      if (stems.at(-1).startsWith("Dana")) await go(quiz);
      else await answer(quiz, right(""));
      await checkSoon(async () => (await quiz.locator(".result").count()) > 0 || (await stem(quiz)) !== stems.at(-1), true);
    }
    assert.equal(stems.findIndex((words) => words.startsWith("Dana")), at, stems.join());
    await seen.close();
  }
});

test("on paper a text has no number, and no line in the answers", async () => {
  const { quiz, ...seen } = await visitQuiz(content(), { attributes: `loading="eager" mode="print"` });
  await ready(quiz);
  const numbers = (list) => quiz.locator(`${list} > li`).evaluateAll((rows) =>
    rows.map((row) => getComputedStyle(row).listStyleType === "none" ? "" : `${row.value}`));
  assert.deepEqual(await numbers(".sheet"), ["1", "", "2"]);
  assert.equal(await quiz.locator(".answer-key li").count(), 2);
  await seen.close();
});

test("a text in class has no answer to show", async () => {
  const { quiz, ...seen } = await visitQuiz(content(), { attributes: `loading="eager" mode="class"` });
  await ready(quiz);
  await quiz.getByRole("button", { name: text.next, exact: true }).click();
  await checkSoon(() => stem(quiz), "Dana took an umbrella.It was not hers.");
  assert.equal(await button(quiz, text.reveal).count(), 0);
  await seen.close();
});

test("the example with a story is read in each language", async () => {
  const story = example("the-umbrella");
  for (const lang of ["en", "ru", "kk", "ar"]) {
    const { quiz, ...seen } = await visitQuiz(story, { attributes: `loading="eager" lang="${lang}"` });
    await ready(quiz);
    assert.equal(await stem(quiz), story.items[0].stem[lang].replaceAll("**", ""));
    assert.ok(!(await hasState(quiz, "complete")));
    await seen.close();
  }
});
