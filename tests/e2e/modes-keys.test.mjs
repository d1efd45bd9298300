// Answering without a mouse, and taking back what was answered.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { button, checkIt, checkPoints, go, nextFrame, press, stem, verdict } from "./acts.mjs";
import { items } from "./items.mjs";
import { checkQuiet, checkSoon, quizOf, ready, settled, single, useBrowser, words } from "./page.mjs";
import { give, keyboard, solve } from "./solve.mjs";

const { visitQuiz } = useBrowser();
const text = words();
const { single: stones, multiple: trees, truth, order, match, sort, number, text: planet, blanks } = items;
const inOrder = (...places) => ({ ...order, entries: places.map((n) => order.entries[n]) });

const open = async (content, attributes = "", more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};

/** The places of the chosen options, counted from 1. */
const chosen = (quiz) =>
  quiz.locator("label input").evaluateAll((all) => all.flatMap((input, n) => (input.checked ? [n + 1] : [])));

async function pressKeys(page, quiz, steps) {
  await nextFrame(page);
  for (const [key, expected] of steps) {
    await page.keyboard.press(key);
    await checkSoon(() => chosen(quiz), expected, `after ${key}`);
  }
}

test("number keys pick options", async () => {
  const { page, quiz, close } = await open(quizOf([stones, trees, truth, items.poll]));
  await quiz.locator("label input").first().focus();
  await pressKeys(page, quiz, [
    ["Digit2", [2]], ["Numpad3", [3]], ["Digit1", [1]], ["Digit4", [1]], ["Digit9", [1]], ["Digit0", [1]],
    ["Control+Digit2", [1]], ["Alt+Digit2", [1]],
  ]);
  await go(quiz);
  await quiz.locator(".verdict").waitFor();
  await pressKeys(page, quiz, [["Digit2", [1]]]);
  await go(quiz);
  await checkSoon(() => stem(quiz), trees.stem);
  await pressKeys(page, quiz, [["Digit1", [1]], ["Digit4", [1, 4]], ["Digit3", [1, 3, 4]], ["Digit4", [1, 3]]]);
  await checkIt(quiz);
  await go(quiz);
  await checkSoon(() => stem(quiz), truth.stem);
  await pressKeys(page, quiz, [["Digit3", [3]], ["Digit1", [1]]]);
  await checkIt(quiz);
  await go(quiz);
  await checkSoon(() => stem(quiz), items.poll.stem);
  await pressKeys(page, quiz, [["Digit2", [2]]]);
  await close();
});

test("number keys pick by what stands beside the options when those are shuffled", async () => {
  const { page, quiz, close } = await open(quizOf([trees]), `shuffle seed="3"`);
  await quiz.locator("label input").first().focus();
  await page.keyboard.press("Digit1");
  const first = await quiz.locator("label.option").first().locator(".text").textContent();
  assert.notEqual(first, "spruce", "this seed puts another one first");
  await checkSoon(() => chosen(quiz), [1]);
  await close();
});

test("numbers that are typed into a field stay there", async () => {
  const { page, quiz, close } = await open(quizOf([number, blanks]));
  await quiz.locator(".blank").focus();
  await page.keyboard.type("22");
  await checkSoon(() => quiz.locator(".blank").inputValue(), "22");
  await page.keyboard.press("Enter");
  await checkSoon(() => verdict(quiz), "right");
  await close();
});

test("Enter checks a choice, and goes on when it is pressed again", async () => {
  const { page, quiz, close } = await open(quizOf([single("one"), single("two")]));
  await quiz.locator("label input").first().focus();
  await page.keyboard.press("Digit2");
  await page.keyboard.press("Enter");
  await checkSoon(() => quiz.locator(".feedback .verdict").count(), 1);
  await page.keyboard.press("Enter");
  await checkSoon(() => stem(quiz), "Which one, two?");
  await close();
});

test("numbers and Enter work as soon as the next question is there", async () => {
  const { page, quiz, close } = await open(quizOf([single("one"), single("two")]));
  await solve(quiz, single("one"));
  await checkSoon(() => stem(quiz), "Which one, two?");
  await nextFrame(page);
  await page.keyboard.press("Digit2");
  await checkSoon(() => chosen(quiz), [2]);
  await page.keyboard.press("Enter");
  await checkSoon(() => quiz.locator(".feedback .verdict").count(), 1);
  await close();
});

test("with numbers and Enter alone a run is taken from its first field on", async () => {
  const { page, quiz, ...seen } = await open(quizOf([single("one"), single("two"), truth, trees]));
  // Where the device has a voice, there is a button before the field.
  await keyboard(page).tabTo(quiz.locator("label input").first());
  const steps = [["Which one, one?", "2"], ["Which one, two?", "2"], [truth.stem, "1"], [trees.stem, "13"]];
  for (const [at, keys] of steps) {
    await checkSoon(() => stem(quiz), at);
    await nextFrame(page);
    for (const key of keys) await page.keyboard.press(`Digit${key}`);
    await checkSoon(() => chosen(quiz), [...keys].map(Number));
    await page.keyboard.press("Enter");
    await checkSoon(() => quiz.locator(".feedback .verdict").count(), 1, `Enter checks “${at}”`);
    await checkSoon(() => verdict(quiz), "right");
    await page.keyboard.press("Enter");
    await checkSoon(() => quiz.locator(".feedback .verdict").count(), 0, `Enter goes on from “${at}”`);
  }
  await checkPoints(quiz, 4, 4);
  checkQuiet(seen);
  await seen.close();
});

test("in fields, Enter checks and goes on", async () => {
  const { page, quiz, close } = await open(quizOf([planet, number, single("one")]));
  for (const word of ["Jupiter", "22"]) {
    await quiz.locator(".blank").focus();
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
    await checkSoon(() => quiz.locator(".feedback .verdict").count(), 1);
    await page.keyboard.press("Enter");
    await checkSoon(() => quiz.locator(".feedback .verdict").count(), 0);
  }
  await checkSoon(() => stem(quiz), "Which one, one?");
  await close();
});

test("in a test, Enter goes on and keeps the answer", async () => {
  const { page, quiz, close } = await open(quizOf([single("one"), planet, single("two")]), `mode="test"`);
  await quiz.locator("label input").first().focus();
  for (const keys of [["Digit2", "Enter"], ["Tab", ..."Jupiter", "Enter"], ["Tab", "Digit2", "Enter"]]) {
    const before = await stem(quiz);
    await nextFrame(page);
    for (const key of keys) await page.keyboard.press(key);
    const isOver = async () => (await quiz.locator(".result").count()) > 0;
    await checkSoon(async () => (await isOver()) || (await stem(quiz)) !== before, true, keys.join());
  }
  await checkPoints(quiz, 3, 3);
  await close();
});

test("a key that is held down goes through one question only", async () => {
  const { page, quiz, close } = await open(quizOf([single("one"), single("two"), single("three")]), `mode="test"`);
  await quiz.locator("label input").first().focus();
  for (let n = 0; n < 5; n++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await checkSoon(() => stem(quiz), "Which one, two?");
  await settled(page);
  assert.equal(await stem(quiz), "Which one, two?");
  await close();
});

test("arrows move the choice", async () => {
  const { page, quiz, close } = await open(quizOf([stones, items.scale]));
  await quiz.locator("label input").first().focus();
  await pressKeys(page, quiz, [
    ["ArrowDown", [2]], ["ArrowDown", [3]], ["ArrowDown", [1]], ["ArrowUp", [3]], ["ArrowLeft", [2]],
  ]);
  await go(quiz);
  await checkSoon(() => verdict(quiz), "right");
  await go(quiz);
  await checkSoon(() => stem(quiz), items.scale.stem);
  await quiz.locator("label input").first().focus();
  await pressKeys(page, quiz, [["Space", [1]], ["ArrowRight", [2]], ["ArrowRight", [3]], ["ArrowLeft", [2]]]);
  await close();
});

/** The entries in the order that the learner gave so far. */
const placed = (quiz) => quiz.locator(".placed .words").allTextContents();

test("entries are moved up, down and out by mouse", async () => {
  const { quiz, close } = await open(quizOf([order]));
  await give(quiz, inOrder(0, 1, 2, 3));
  const row = (entry) => quiz.locator(".placed .option").filter({ hasText: entry });
  const [a, b, c, d] = order.entries;
  for (const [entry, name, expected] of [
    [a, text.move_down, [b, a, c, d]], [d, text.move_up, [b, a, d, c]], [b, text.move_up, [b, a, d, c]],
    [c, text.move_down, [b, a, d, c]], [a, text.take_out, [b, d, c]],
  ]) {
    await row(entry).getByRole("button", { name }).click();
    await checkSoon(() => placed(quiz), expected, `${entry}: ${name}`);
  }
  await checkSoon(() => quiz.locator(".waiting").allTextContents(), [a]);
  await close();
});

test("an entry is moved several places by pressing one key again and again", async () => {
  const { page, quiz, close } = await open(quizOf([order]));
  await give(quiz, inOrder(0, 1, 2, 3));
  const [a, b, c, d] = order.entries;
  await quiz.locator(".placed .option").filter({ hasText: a }).getByRole("button", { name: text.move_down }).focus();
  for (const expected of [[b, a, c, d], [b, c, a, d], [b, c, d, a]]) {
    await page.keyboard.press("Enter");
    await nextFrame(page);
    await checkSoon(() => placed(quiz), expected, "the focus stays with the entry");
  }
  await close();
});

test("entries are put in order by pressing one key again and again", async () => {
  const { page, quiz, close } = await open(quizOf([order]));
  await quiz.locator(".waiting").first().focus();
  for (const count of [1, 2, 3, 4]) {
    await page.keyboard.press("Enter");
    await nextFrame(page);
    await checkSoon(async () => (await placed(quiz)).length, count, "the focus goes on to the next entry that waits");
  }
  await close();
});

test("a pair and a card are taken back by a second press", async () => {
  const { quiz, close } = await open(quizOf([match, sort]));
  await give(quiz, match);
  const paired = quiz.locator(".pair .partner");
  await checkSoon(() => paired.count(), 3);
  await quiz.locator("button.partner").filter({ hasText: "calf" }).click();
  await checkSoon(() => paired.count(), 2);
  await checkSoon(() => quiz.locator(".go").getAttribute("aria-disabled"), "true");
  await quiz.locator("button.partner").filter({ hasText: "calf" }).click();
  await solve(quiz, { ...match, pairs: [] });
  const group = quiz.locator(".group").first();
  for (const expected of [true, false, true]) {
    await group.click();
    await checkSoon(() => group.locator("input").isChecked(), expected);
  }
  await close();
});

test("a partner that is given away leaves its first card", async () => {
  const { quiz, close } = await open(quizOf([match]));
  const pairs = async () => (await quiz.locator(".pair > .option .words").allTextContents()).toSorted();
  const pair = async (left, right) => {
    await quiz.locator(".pair > .option .text").filter({ hasText: left }).click();
    await quiz.locator("button.partner").filter({ hasText: right }).click();
  };
  await pair("cow", "calf");
  await checkSoon(pairs, ["cow. Matched with: calf", "horse", "sheep"]);
  await pair("horse", "calf");
  await checkSoon(pairs, ["cow", "horse. Matched with: calf", "sheep"]);
  await close();
});

test("a question can be answered after “I do not know”", async () => {
  for (const item of [order, match, sort, number, planet, blanks, trees]) {
    const { quiz, close } = await open(quizOf([item]), `tries="2"`);
    await press(quiz, text.not_sure);
    await checkSoon(() => verdict(quiz), "unsure");
    await press(quiz, text.try_again);
    await solve(quiz, item);
    await checkSoon(() => button(quiz, text.try_again).count(), 0, item.id);
    await checkPoints(quiz, 1, 1);
    await close();
  }
});
