// What makes a test hold: it ends only when that was meant, its time runs whatever becomes of the
// page, a pause shows nothing of it, and what is read as percent is what decides.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { button, checkPoints, go, press, stem, verdict } from "./acts.mjs";
import { items, taking } from "./items.mjs";
import {
  checkAxe, checkQuiet, checkSoon, fill, fired, html, quizOf, ready, shadowText, single, useBrowser, words,
} from "./page.mjs";
import { give, keyboard } from "./solve.mjs";

const { visitor, visitQuiz } = useBrowser();
const text = words();
const singles = (...ids) => ids.map((id) => single(id));
const typed = (id) => ({ id, type: "text", stem: `What is ${id}?`, accepted: [id] });

const open = async (content, attributes = `mode="test"`, more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};

// The end

const asks = (quiz, n, total) =>
  quiz.getByRole("heading", { name: fill(text.open_items, { n, total }), exact: true });
const nameOf = (n, total, ...states) => [fill(text.question_n_of, { n, total }), ...states].join(", ");
const question = (quiz, n, total) => button(quiz, nameOf(n, total, text.not_answered));
const hasFocus = (element) => element.evaluate((element) => element.matches(":focus"));

// Finish stands beside Next at every item: one press, and four of five were never answered.
test("Finish asks while items are open, says which, and leads there", async () => {
  const { page, quiz, ...seen } = await open(quizOf(singles("one", "two", "three", "four", "five")));
  await give(quiz, single("one"));
  await press(quiz, text.finish);
  await asks(quiz, 4, 5).waitFor();
  await checkSoon(() => hasFocus(asks(quiz, 4, 5)), true, "the focus is at what is asked");
  assert.deepEqual(await quiz.locator(".jump").allTextContents(), ["2", "3", "4", "5"]);
  assert.deepEqual(await fired(page, "complete"), []);
  await checkAxe(page, "the question before the end");

  await press(quiz, text.resume);
  await checkSoon(() => stem(quiz), "Which one, one?");
  assert.ok(await quiz.locator("input").nth(1).isChecked(), "the answer is still there");

  await press(quiz, text.finish);
  await question(quiz, 4, 5).click();
  await checkSoon(() => stem(quiz), "Which one, four?");
  await checkSoon(() => hasFocus(quiz.locator(".ask")), true, "the focus is at the item");
  await give(quiz, single("four"));

  await press(quiz, text.finish);
  await asks(quiz, 3, 5).waitFor();
  await press(quiz, text.first_open);
  await checkSoon(() => stem(quiz), "Which one, two?");

  await press(quiz, text.finish);
  await asks(quiz, 3, 5).waitFor();
  await press(quiz, text.finish);
  await checkPoints(quiz, 2, 5);
  assert.equal((await fired(page, "complete")).length, 1);
  checkQuiet(seen);
  await seen.close();
});

test("an item that is half filled is open, and a mark to come back is named", async () => {
  const { quiz, close } = await open(quizOf([single("one"), items.blanks]));
  await give(quiz, single("one"));
  await go(quiz);
  await quiz.locator("input.blank").first().fill("4");
  await press(quiz, text.flag);
  await go(quiz);
  await asks(quiz, 1, 2).waitFor();
  const name = nameOf(2, 2, text.not_answered, text.flagged);
  await button(quiz, name).click();
  await checkSoon(() => quiz.locator(".blank").count().then((n) => n > 0), true);
  await close();
});

test("the question before the end is answered by the keyboard alone", async () => {
  const { page, quiz, close } = await open(quizOf(singles("one", "two")));
  const hand = keyboard(page);
  await hand.press(button(quiz, text.finish));
  await checkSoon(() => hasFocus(asks(quiz, 2, 2)), true);
  // Neither Enter nor a number does anything where nothing has the focus.
  for (const key of ["Enter", "Digit1"]) await page.keyboard.press(key);
  await asks(quiz, 2, 2).waitFor();
  await hand.press(question(quiz, 2, 2));
  await checkSoon(() => stem(quiz), "Which one, two?");
  await hand.press(button(quiz, text.finish));
  await checkSoon(() => hasFocus(asks(quiz, 2, 2)), true);
  await hand.press(button(quiz, text.finish));
  await checkPoints(quiz, 0, 2);
  await close();
});

// A pupil looked at the last item first, typed its answer and pressed Enter: two were never seen.
test("Enter in a field never ends a test", async () => {
  const { page, quiz, close } = await open(quizOf([typed("x"), typed("y"), typed("z")]));
  await quiz.locator(".jump").nth(2).click();
  await checkSoon(() => stem(quiz), "What is z?");
  const enter = async (word) => {
    await quiz.locator("input.blank").fill(word);
    await page.keyboard.press("Enter");
  };
  await enter("z");
  assert.equal(await stem(quiz), "What is z?");
  await quiz.locator(".jump").first().click();
  await checkSoon(() => stem(quiz), "What is x?");
  await enter("x");
  await checkSoon(() => stem(quiz), "What is y?");
  await enter("y");
  await checkSoon(() => stem(quiz), "What is z?");
  // Nothing is open any more: still only the button ends it.
  await quiz.locator("input.blank").focus();
  await page.keyboard.press("Enter");
  assert.equal(await stem(quiz), "What is z?");
  await go(quiz);
  await checkPoints(quiz, 3, 3);
  await close();
});

// Whoever typed a wrong word at the end and pressed Enter twice had no second try.
test("Enter in a field does not end a run of learning, either", async () => {
  const { page, quiz, close } = await open(quizOf([typed("x")]), `tries="2"`);
  await quiz.locator("input.blank").fill("wrong");
  await page.keyboard.press("Enter");
  await checkSoon(() => verdict(quiz), "wrong");
  await page.keyboard.press("Enter");
  await button(quiz, text.try_again).waitFor();
  assert.deepEqual(await fired(page, "complete"), []);
  await close();
});

test("“I do not know” at the last item does not end a test", async () => {
  const { quiz, close } = await open(quizOf(singles("one", "two")));
  await give(quiz, single("one"));
  await go(quiz);
  await press(quiz, text.not_sure);
  await button(quiz, `${text.not_sure} ${text.answered}`).waitFor();
  assert.equal(await stem(quiz), "Which one, two?");
  await go(quiz);
  await checkPoints(quiz, 1, 2);
  await close();
});

test("a run of learning whose first item is open asks, too", async () => {
  const { page, quiz, close } = await open(quizOf(singles("one", "two")), "");
  await give(quiz, single("one"));
  await page.evaluate(() => {
    const [key, text] = Object.entries(sessionStorage).find(([key]) => key.startsWith("adil/quiz"));
    const kept = JSON.parse(text);
    sessionStorage.setItem(key, JSON.stringify({ ...kept, run: { ...kept.run, at: 1 } }));
  });
  await page.reload();
  await checkSoon(() => stem(quiz), "Which one, two?");
  await give(quiz, single("two"));
  await go(quiz);
  await quiz.locator(".verdict").waitFor();
  await go(quiz);
  await asks(quiz, 1, 2).waitFor();
  await press(quiz, text.first_open);
  await checkSoon(() => stem(quiz), "Which one, one?");
  await close();
});

// The time

const ELSEWHERE = { "/elsewhere.html": html("<p>Another page.</p>") };

/** Starts a run whose clock the test turns. */
async function begin(content, attributes) {
  const context = await visitor();
  await context.clock.install();
  const seen = await open(content, attributes, { context, bodies: ELSEWHERE });
  await seen.page.clock.pauseAt(Date.now() + 3_600_000);
  const pass = (seconds) => seen.page.clock.runFor(seconds * 1_000);
  const left = () => seen.quiz.getByRole("timer", { name: text.time_left }).textContent();
  const away = async (seconds) => {
    await seen.page.goto(`${seen.site.origin}/elsewhere.html`);
    await pass(seconds);
    await seen.page.goto(`${seen.site.origin}/page.html`);
    await ready(seen.quiz);
  };
  await press(seen.quiz, text.start);
  await seen.quiz.getByRole("timer").waitFor();
  // Keeping comes with the later part of the bundle.
  const isKept = () => [localStorage, sessionStorage].some((kept) => Object.keys(kept).some((key) => key.startsWith("adil/quiz")));
  await checkSoon(() => seen.page.evaluate(isKept), true, "the start is kept");
  return { ...seen, pass, left, away, close: () => context.close() };
}

/** Sets the device's clock on or back, in this page and those that follow. */
async function setClock({ page, context }, seconds) {
  const set = (seconds) => {
    const { now } = Date;
    Date.now = () => now() + seconds * 1_000;
  };
  await page.evaluate(set, seconds);
  await context.addInitScript(set, seconds);
}

// Seconds were put down only every ten of them: a test of one minute, reloaded in time, never ended.
test("whoever reloads again and again has no more time", async () => {
  const { page, quiz, pass, left, close } = await begin(quizOf([typed("x"), typed("y")]), `mode="test" time-limit="1"`);
  for (const expected of ["0:52", "0:44", "0:36"]) {
    await pass(8);
    await page.reload();
    await ready(quiz);
    assert.equal(await left(), expected);
  }
  await pass(36);
  await quiz.locator(".result").waitFor();
  await close();
});

test("parts of a second count over reloads, too", async () => {
  const { page, quiz, pass, left, close } = await begin(quizOf(singles("one")), `mode="test" time-limit="1"`);
  for (let n = 0; n < 6; n++) {
    await pass(0.75);
    await page.reload();
    await ready(quiz);
  }
  assert.equal(await left(), "0:56");
  await close();
});

test("the time of a closed page counts", async () => {
  const { page, quiz, away, left, close } = await begin(quizOf(singles("one")), `mode="test" storage="device" time-limit="1"`);
  await away(20);
  assert.equal(await left(), "0:40");
  await away(41);
  await quiz.locator(".result").waitFor();
  await quiz.locator(".result").getByText(text.time_over).waitFor();
  assert.equal((await fired(page, "complete")).length, 1);
  await close();
});

for (const [name, seconds] of [["back by an hour", -3_600], ["on by a day", 86_400]]) {
  test(`a device's clock that is set ${name} changes nothing`, async () => {
    const { quiz, pass, left, ...seen } = await begin(quizOf(singles("one")), `mode="test" time-limit="2"`);
    await pass(10);
    await setClock(seen, seconds);
    await pass(15);
    assert.equal(await left(), "1:35");
    await seen.page.reload();
    await ready(quiz);
    assert.equal(await left(), "1:35");
    await seen.close();
  });
}

test("a device that slept while the page was hidden used its time", async () => {
  const { pass, left, ...seen } = await begin(quizOf(singles("one")), `mode="test" time-limit="2"`);
  const hide = (hidden) => seen.page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await pass(10);
  await hide(true);
  await setClock(seen, 30);
  await hide(false);
  assert.equal(await left(), "1:20");
  await seen.close();
});

// The pause

// In a pause everything could be read and answered, and the test be finished, while the clock stood.
for (const mode of ["test", "learn"]) {
  test(`a pause covers the item in mode ${mode}`, async () => {
    const attributes = `mode="${mode}" time-limit="1"`;
    const { page, quiz, pass, left, ...seen } = await begin(quizOf([typed("x"), single("one")]), attributes);
    await pass(10);
    await quiz.locator("input.blank").fill("x");
    await press(quiz, text.pause);
    const heading = quiz.getByRole("heading", { name: text.paused, exact: true });
    const check = async () => {
      await heading.waitFor();
      assert.ok(!(await shadowText(quiz)).includes("What is"), "nothing of the item is in the page");
      assert.equal(await quiz.locator("input, fieldset").count(), 0);
      assert.equal(await quiz.getByRole("button").count(), 1, "there is one way on");
      for (const key of ["Enter", "Digit1"]) await page.keyboard.press(key);
      await pass(100);
      assert.equal(await left(), "0:50");
    };
    await checkSoon(() => heading.evaluate((heading) => heading.matches(":focus")), true);
    await check();
    await page.reload();
    await ready(quiz);
    await check();
    await press(quiz, text.resume);
    await checkSoon(() => stem(quiz), "What is x?");
    await checkSoon(() => quiz.locator(".ask").evaluate((legend) => legend.matches(":focus")), true);
    assert.equal(await quiz.locator("input.blank").inputValue(), "x");
    await pass(10);
    assert.equal(await left(), "0:40");
    checkQuiet(seen);
    await seen.close();
  });
}

test("a pause is accessible, and a second tab of the device pauses with the first", async () => {
  const attributes = `mode="test" storage="device" time-limit="9"`;
  const { page, quiz, context, site, ...seen } = await open(quizOf(singles("one")), attributes);
  await press(quiz, text.start);
  await checkSoon(() => stem(quiz), "Which one, one?");
  const other = await context.newPage();
  await other.goto(`${site.origin}/page.html`);
  const second = other.locator("adil-quiz");
  await checkSoon(() => stem(second), "Which one, one?");
  await press(quiz, text.pause);
  await button(quiz, text.resume).waitFor();
  await checkAxe(page, "a pause");
  // Else one tab would be read while the time stands still in the other.
  await button(second, text.resume).waitFor();
  await press(second, text.resume);
  await checkSoon(() => stem(second), "Which one, one?");
  await checkSoon(() => stem(quiz), "Which one, one?");
  checkQuiet(seen);
  await seen.close();
});

const pauses = [
  [{}, "", 1], [{ pause: false }, "", 0], [{}, `allow-pause="false"`, 0],
  [{ pause: false }, `allow-pause="true"`, 1], [{ pause: false }, "allow-pause", 1],
];
for (const [settings, attributes, expected] of pauses) {
  const how = [JSON.stringify(settings), attributes].join(" ");
  test(`a teacher ${expected ? "lets pupils pause" : "forbids a pause"}: ${how}`, async () => {
    const seen = await begin(quizOf(singles("one"), { settings }), `mode="test" time-limit="1" ${attributes}`);
    assert.equal(await button(seen.quiz, text.pause).count(), expected);
    await seen.close();
  });
}

// Percent

const weighed = (...weights) => weights.map((weight, n) => single(`i${n}`, { weight }));
const marks = [
  // Two of three: "67%" and "not there yet" stood below each other.
  ["2 of 3 points", weighed(2, 1), 0.67, "67%", 0.67, true],
  ["35 of 44 points", weighed(35, 9), 0.8, "80%", 0.8, true],
  ["79 of 100 points", weighed(79, 21), 0.8, "79%", 0.79, false],
  // All is only all.
  ["99.7 of 100 points", weighed(99.7, 0.3), 1, "99%", 0.99, false],
];
for (const [name, both, pass, percent, scaled, passed] of marks) {
  test(`what is read as percent is what decides and what is told: ${name}, ${pass} asked`, async () => {
    const bands = [{ min: 0, text: "Low." }, { min: pass, text: "High." }];
    const content = quizOf(both, { settings: { pass }, bands });
    const { page, quiz, close } = await open(content);
    await give(quiz, both[0]);
    await go(quiz);
    await give(quiz, taking(both[1], "a"));
    await go(quiz);
    await quiz.locator(".result").waitFor();
    const score = (await quiz.locator(".score").textContent()).replace(/\s+/g, " ");
    assert.ok(score.endsWith(percent), score);
    assert.equal(await quiz.locator(".passed").textContent(), passed ? text.passed : text.not_passed);
    assert.equal(await quiz.locator(".band").textContent(), passed ? "High." : "Low.");
    const [{ detail }] = await fired(page, "complete");
    assert.deepEqual([detail.scaled, detail.passed, detail.band], [scaled, passed, passed ? 1 : 0]);
    await close();
  });
}
