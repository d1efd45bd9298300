// What learners type on their keyboards, and cards that nobody can tell apart.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { go, press, stem, verdict } from "./acts.mjs";
import { checkSoon, fired, lastAnnounced, quizOf, ready, useBrowser, words } from "./page.mjs";

const { visitQuiz } = useBrowser();
const text = words();

const open = async (content, attributes = "", more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};

const asks = (id, more) => ({ id, type: "text", stem: id, ...more });
const number = (id, answer, more) => ({ id, type: "number", stem: id, answer, ...more });

// A pupil's phone made a curly apostrophe of don't, a messenger put marks of direction around
// القاهرة, an Arabic keyboard has a comma but no decimal mark: all were told "Not quite" beside a
// solution that looked just like what they had typed.
test("what keyboards write is what the author means", async () => {
  const rows = [
    [asks("a", { accepted: ["don't"] }), "don’t"], [asks("b", { accepted: ["don’t"] }), "don't"],
    [asks("c", { accepted: ['"yes"'] }), "“yes”"], [asks("d", { accepted: ["well-known"] }), "well–known"],
    [asks("e", { accepted: ["Astana"] }), "Astana\u200b"], [asks("f", { accepted: ["القاهرة"] }), "\u200fالقاهرة\u200f"],
    [asks("g", { accepted: ["أحمد"] }), "احمد"], [asks("h", { accepted: ["كتاب"] }), "كـتـاب"],
    [number("i", 5), "\u200f٥\u200f"], [number("j", -5), "\u200e-5"], [number("k", 3.5), "٣،٥"],
    [number("l", 0.125), "0,125"], [number("m", 1000000), "1.000.000"], [number("n", 25), "25%"],
    [number("o", 5, { unit: "km" }), "5 KM."],
    [{ ...asks("p"), type: "blanks", text: "I {1} {2}", blanks: [{ accepted: ["don't"] }, { answer: 2 }] }, "don’t", "٢"],
  ];
  const { page, quiz, close } = await open(quizOf(rows.map(([item]) => item)), `tries="1"`);
  for (const [item, ...typed] of rows) {
    await checkSoon(() => stem(quiz), item.id);
    for (const [n, part] of typed.entries()) await quiz.locator(".blank").nth(n).fill(part);
    await go(quiz);
    await checkSoon(() => verdict(quiz), "right", `${item.id}: ${typed}`);
    await go(quiz);
  }
  assert.equal((await fired(page, "answer")).length, rows.length);
  await close();
});

// "seven", then "7 days": both were "Not quite", and the pupil was out of tries.
test("what is no number is told beside its field, and costs no try", async () => {
  const { page, quiz, close } = await open(quizOf([number("days-in-a-week", 7)]), `tries="2"`);
  const field = quiz.getByRole("textbox");
  for (const typed of ["seven", "7 days", "7/1"]) {
    await field.fill(typed);
    await go(quiz);
    await checkSoon(() => field.getAttribute("aria-invalid"), "true", typed);
    const ids = (await field.getAttribute("aria-describedby")).split(" ");
    assert.equal(await quiz.locator(`#${ids.at(-1)}`).textContent(), text.not_number);
    await checkSoon(() => lastAnnounced(page), text.not_number, `${typed} is announced`);
    await checkSoon(() => field.evaluate((field) => field.matches(":focus")), true, "the field has the focus");
    assert.equal(await quiz.locator(".verdict").count(), 0);
  }
  // The words go as soon as it is a number.
  await field.fill("8");
  await checkSoon(() => field.getAttribute("aria-invalid"), "false");
  assert.equal(await quiz.locator(".unread").textContent(), "");
  await go(quiz);
  await checkSoon(() => verdict(quiz), "wrong");
  await press(quiz, text.try_again);
  await field.fill("7");
  await go(quiz);
  await checkSoon(() => verdict(quiz), "right");
  const tries = (await fired(page, "answer")).map(({ detail }) => detail.tries);
  assert.deepEqual(tries, [1, 2]);
  await close();
});

// In a test nobody is held: it is told once, and who goes on all the same does.
test("in a test what is no number is told once", async () => {
  const { quiz, close } = await open(quizOf([number("one", 7), number("two", 8)]), `mode="test"`);
  const field = quiz.getByRole("textbox");
  await field.fill("seven");
  await go(quiz);
  await checkSoon(() => field.getAttribute("aria-invalid"), "true");
  assert.equal(await stem(quiz), "one");
  await go(quiz);
  await checkSoon(() => stem(quiz), "two");
  assert.equal(await field.getAttribute("aria-invalid"), "false");
  await close();
});

/** The states of the rows of an answer, as styles see them. */
const states = (rows) => rows.evaluateAll((rows) => rows.map((row) => row.dataset.state));

// Cow and horse eat plants. Of the two equal cards one was right for each, and nobody could know
// which; LEVEL, spelled with the first free card each time, was wrong.
test("cards with equal words are interchangeable", async () => {
  const match = {
    id: "diet", type: "match", stem: "Diet",
    pairs: [["Cow", "herbivore"], ["Lion", "carnivore"], ["Horse", "herbivore"]].map(([left, right]) => ({ left, right })),
  };
  const order = { id: "level", type: "order", stem: "Spell: not crooked", entries: [..."LEVEL"] };
  for (const first of [0, 1]) {
    const { quiz, warned, close } = await open(quizOf([match, order]), `tries="1" seed="${first + 1}"`);
    assert.match(warned.join(), /pairs \(right, then extra\): 1 and 3 look the same/u, "the author is told");
    for (const [left, right, nth] of [["Cow", "herbivore", first], ["Lion", "carnivore", 0], ["Horse", "herbivore", 1 - first]]) {
      await quiz.locator(".pair > .option").filter({ hasText: left }).click();
      await quiz.locator("button.partner").filter({ hasText: right }).nth(nth).click();
    }
    await go(quiz);
    await checkSoon(() => verdict(quiz), "right", `herbivore ${first} for the cow`);
    assert.deepEqual(await states(quiz.locator(".pair")), ["right", "right", "right"]);
    await go(quiz);
    const waiting = quiz.locator(".waiting");
    await waiting.first().waitFor();
    for (const letter of "LEVEL") {
      const before = await waiting.count();
      await waiting.filter({ hasText: letter }).first().click();
      await checkSoon(() => waiting.count(), before - 1);
    }
    await go(quiz);
    await checkSoon(() => verdict(quiz), "right", `LEVEL with seed ${first + 1}`);
    assert.deepEqual(await states(quiz.locator(".placed .option")), Array(5).fill("right"));
    await close();
  }
});

// B, C, D, A had four crosses, and was two thirds right.
test("an entry is crossed exactly if it costs points", async () => {
  const order = { id: "abc", type: "order", stem: "In order", entries: [..."ABCD"] };
  const { page, quiz, close } = await open(quizOf([order]), `tries="1"`);
  const waiting = quiz.locator(".waiting");
  await waiting.first().waitFor();
  for (const letter of "BCDA") await waiting.filter({ hasText: letter }).click();
  await go(quiz);
  await checkSoon(() => verdict(quiz), "partly");
  assert.deepEqual(await states(quiz.locator(".placed .option")), ["right", "right", "right", "wrong"]);
  const [answer] = await fired(page, "answer");
  assert.equal(answer.detail.score.toFixed(4), "0.6667");
  await close();
});

// Two options read alike, and the pupil took the one that was not marked right.
test("options with equal words count for each other", async () => {
  const options = [{ text: "two", score: 0 }, { text: "three", score: 0 }, { text: "two", score: 1 }];
  const seen = await open(quizOf([{ id: "one", type: "single", stem: "One and one?", options }]), `tries="1"`);
  await seen.quiz.locator("label.option").filter({ hasText: "two" }).first().click();
  await go(seen.quiz);
  await checkSoon(() => verdict(seen.quiz), "right");
  assert.deepEqual(await states(seen.quiz.locator("label.option")), ["right", "", ""]);
  await seen.close();
});
