// What a run takes from the clock and from chance: the timer, and the order of items and options.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { answer, button, checkPoints, go, press, stem } from "./acts.mjs";
import { items } from "./items.mjs";
import {
  checkQuiet, checkSoon, fill, fired, hasState, lastAnnounced, quizOf, ready, single, useBrowser, words,
} from "./page.mjs";
import { give } from "./solve.mjs";

const { visitor, visitQuiz } = useBrowser();
const text = words();
const singles = (...ids) => ids.map((id) => single(id));

// The timer

/** Opens a quiz whose clock the test turns; it stands still until then. */
async function open(content, attributes) {
  const context = await visitor();
  await context.clock.install();
  const seen = await visitQuiz(content, { context, attributes: `loading="eager" ${attributes}` });
  await ready(seen.quiz);
  await seen.page.clock.pauseAt(Date.now() + 3_600_000);
  const pass = (seconds) => seen.page.clock.runFor(seconds * 1_000);
  const left = () => seen.quiz.getByRole("timer", { name: text.time_left }).textContent();
  return { ...seen, pass, left, close: () => context.close() };
}

async function begin(content, attributes) {
  const seen = await open(content, attributes);
  await press(seen.quiz, text.start);
  await seen.quiz.getByRole("timer").waitFor();
  return seen;
}

const limits = [
  ["the page's", {}, `time-limit="2"`, "2:00"], ["the file's", { timeLimit: 3 }, "", "3:00"],
  ["the page's before the file's", { timeLimit: 3 }, `time-limit="90"`, "90:00"],
  ["a part of a minute", {}, `time-limit="0.5"`, "0:30"],
  ["the file's where the page's is no number", { timeLimit: 3 }, `time-limit="soon"`, "3:00"],
];
for (const [name, settings, attributes, expected] of limits) {
  test(`the time that is left is shown and runs down from ${name}`, async () => {
    const { quiz, pass, left, ...seen } = await begin(quizOf(singles("one"), { settings }), attributes);
    await quiz.getByRole("timer").waitFor();
    await checkSoon(left, expected);
    await pass(11);
    const [minutes, seconds] = expected.split(":").map(Number);
    const rest = minutes * 60 + seconds - 11;
    await checkSoon(left, `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`);
    checkQuiet(seen);
    await seen.close();
  });
}

test("before the start learners read how many questions and how many minutes there are", async () => {
  const { quiz, close } = await open(quizOf(singles("one", "two", "three"), { minutes: 9 }), `time-limit="2"`);
  const intro = await quiz.locator(".intro").textContent();
  assert.ok(intro.includes(fill(text.questions.other, { n: 3 })), intro);
  assert.ok(intro.includes(fill(text.minutes.other, { n: 2 })), `the limit is in “${intro}”`);
  await close();
});

test("no time passes before the start", async () => {
  const { quiz, pass, left, close } = await open(quizOf(singles("one", "two"), { intro: "Ready?" }), `time-limit="2"`);
  await pass(600);
  await press(quiz, text.start);
  await checkSoon(left, "2:00");
  await close();
});

test("a pause holds the time until the learner goes on", async () => {
  const { quiz, pass, left, close } = await begin(quizOf(singles("one")), `time-limit="2"`);
  await pass(10);
  await press(quiz, text.pause);
  await pass(1_000);
  await checkSoon(left, "1:50");
  await press(quiz, text.resume);
  await pass(10);
  await checkSoon(left, "1:40");
  await close();
});

test("after a pause the question is there at which it began", async () => {
  const { quiz, pass, left, close } = await begin(quizOf(singles("one", "two")), `time-limit="2" mode="test"`);
  await press(quiz, text.next);
  await checkSoon(() => stem(quiz), "Which one, two?");
  await press(quiz, text.pause);
  await button(quiz, text.resume).waitFor();
  assert.equal(await quiz.locator(".stem").count(), 0, "nobody reads on meanwhile");
  await pass(30);
  assert.equal(await left(), "2:00");
  await press(quiz, text.resume);
  await checkSoon(() => stem(quiz), "Which one, two?");
  await close();
});

test("time passes for those who turn quickly, too", async () => {
  const { quiz, pass, left, close } = await begin(quizOf(singles("one", "two")), `time-limit="2" mode="test"`);
  for (let n = 0; n < 20; n++) {
    await pass(0.9);
    await press(quiz, n % 2 ? text.back : text.next);
    await checkSoon(() => stem(quiz), `Which one, ${n % 2 ? "one" : "two"}?`);
  }
  // Eighteen seconds have passed; two may still be on their way.
  const rest = async () => (["1:42", "1:43", "1:44"].includes(await left()) ? true : left());
  await checkSoon(rest, true);
  await close();
});

test("the end of the time ends a test, counts all answers so far, and says so", async () => {
  const content = quizOf([...singles("one", "two", "three"), items.text]);
  const { page, quiz, pass, ...seen } = await begin(content, `time-limit="1" mode="test"`);
  await give(quiz, single("one"));
  await go(quiz);
  await give(quiz, single("two"));
  await pass(59);
  assert.equal(await quiz.locator(".result").count(), 0);
  await pass(1);
  await checkPoints(quiz, 2, 4);
  await checkSoon(() => hasState(quiz, "complete"), true);
  const done = async () => (await fired(page, "complete")).map(({ detail }) => [detail.score, detail.max]);
  await checkSoon(done, [[2, 4]]);
  await checkSoon(() => lastAnnounced(page), text.time_over, "it is read aloud");
  await pass(600);
  assert.equal((await fired(page, "complete")).length, 1, "it ends once");
  await press(quiz, text.review);
  const rows = quiz.locator(".reviewed");
  const states = () => rows.evaluateAll((all) => all.map((row) => row.dataset.state));
  await checkSoon(states, ["right", "right", "wrong", "wrong"]);
  await page.reload();
  await checkPoints(quiz, 2, 4);
  checkQuiet(seen);
  await seen.close();
});

test("those who see the screen read that the time is over, too", async () => {
  const { quiz, pass, close } = await begin(quizOf(singles("one")), `time-limit="1" mode="test"`);
  await pass(60);
  await quiz.locator(".result").waitFor();
  const said = () => quiz.getByText(text.time_over).evaluateAll((all) => all.some((e) => !e.closest(".visually-hidden")));
  await checkSoon(said, true, "the words stand beside the result");
  await close();
});

test("what was answered and not checked yet counts at the end of the time in learning, too", async () => {
  const { page, quiz, pass, ...seen } = await begin(quizOf(singles("one", "two")), `time-limit="1"`);
  await give(quiz, single("one"));
  await pass(61);
  await checkPoints(quiz, 1, 2);
  const told = async () => (await fired(page, "answer")).map(({ detail }) => [detail.itemId, detail.score]);
  await checkSoon(told, [["one", 1]]);
  checkQuiet(seen);
  await seen.close();
});

test("the end of the time ends a run of learning with what was checked", async () => {
  const { quiz, pass, close } = await begin(quizOf(singles("one", "two")), `time-limit="1"`);
  await answer(quiz, single("one"));
  await pass(61);
  await checkPoints(quiz, 1, 2);
  await close();
});

test("a new run has all its time again", async () => {
  const { quiz, pass, left, close } = await begin(quizOf(singles("one")), `time-limit="1" mode="test"`);
  await pass(60);
  await quiz.locator(".result").waitFor();
  await press(quiz, text.retry_all);
  await press(quiz, text.start);
  await checkSoon(left, "1:00");
  await pass(10);
  await checkSoon(left, "0:50");
  await close();
});

test("a reload gives no time back", async () => {
  const { page, quiz, pass, left, close } = await begin(quizOf(singles("one", "two")), `time-limit="2" mode="test"`);
  await pass(35);
  await go(quiz);
  await page.reload();
  await ready(quiz);
  await checkSoon(left, "1:25");
  await checkSoon(() => stem(quiz), "Which one, two?");
  await close();
});

const young = [
  ["the file is for them", { level: "primary-1" }, `time-limit="1"`],
  ["the page says so", {}, `level="primary-2" time-limit="1"`],
  ["the file has a limit", { level: "primary-2", settings: { timeLimit: 1 } }, ""],
];
for (const [name, more, attributes] of young) {
  test(`primary school never has a timer, when ${name}`, async () => {
    const { page, quiz, pass, close } = await open(quizOf(singles("one", "two"), more), attributes);
    assert.equal(await quiz.locator(".intro").count(), 0, "it starts at once");
    await give(quiz, single("one"));
    await pass(120);
    assert.equal(await quiz.getByRole("timer").count(), 0);
    await checkSoon(() => stem(quiz), "Which one, one?");
    assert.deepEqual(await fired(page, "complete"), []);
    await close();
  });
}

// Order and choice

const LETTERS = [..."abcd"];
const many = (more) => quizOf([
  ...Array.from({ length: 7 }, (_, n) => ({
    id: `q${n}`, type: "single", stem: `Question ${n}`,
    options: LETTERS.map((id) => ({ id, text: id, score: id === "a" ? 1 : 0 })),
  })),
  { id: "truth", type: "truth", stem: "A sentence", answer: true },
], more);

/** The stems and the options of all questions, in the order in which they are shown. */
async function orders(quiz) {
  const jumps = quiz.locator(".jump");
  const stems = [];
  const options = {};
  await jumps.first().waitFor();
  for (let n = 0; n < await jumps.count(); n++) {
    await jumps.nth(n).click();
    await checkSoon(() => jumps.nth(n).getAttribute("aria-current"), "step");
    const at = await stem(quiz);
    stems.push(at);
    options[at] = (await quiz.locator(".option .text").allTextContents()).join("");
  }
  return { stems, options };
}

/** The order of a quiz, and what it is after a reload where a test asks for it. */
async function ordersOf(attributes, more, { reloads = false } = {}) {
  const seen = await visitQuiz(many(more), { attributes: `loading="eager" mode="test" storage="none" ${attributes}` });
  await ready(seen.quiz);
  const found = await orders(seen.quiz);
  if (!reloads) {
    await seen.close();
    return found;
  }
  await seen.page.reload();
  await ready(seen.quiz);
  const again = await orders(seen.quiz);
  await seen.close();
  return { ...found, again };
}

const asWritten = [...Array.from({ length: 7 }, (_, n) => `Question ${n}`), "A sentence"];
const truth = [text.yes, text.no, text.not_sure].join("");

test("the same seed gives the same order, also after a reload; another seed gives another", async () => {
  const { again, ...one } = await ordersOf(`shuffle seed="5"`, {}, { reloads: true });
  assert.deepEqual(again, one);
  assert.deepEqual(await ordersOf(`shuffle seed="5"`), one);
  const other = await ordersOf(`shuffle seed="6"`);
  assert.notDeepEqual(other.stems, one.stems);
  assert.notDeepEqual(other.options, one.options);
  assert.deepEqual(other.stems.toSorted(), asWritten.toSorted(), "all questions are there");
  assert.equal(one.options["A sentence"], truth, "yes stays before no");
});

const shuffles = [
  ["", {}, false, false], [`shuffle="false"`, {}, false, false], ["shuffle", {}, true, true],
  ["", { shuffle: true }, true, false], ["", { shuffleOptions: true }, false, true],
];
for (const [attributes, settings, moves, mixes] of shuffles) {
  const how = [attributes, ...Object.keys(settings)].filter(Boolean).join(", ") || "nothing said";
  const what = [moves && "items", mixes && "options"].filter(Boolean).join(" and ") || "nothing";
  test(`with ${how}, ${what} is shuffled`, async () => {
    const { stems, options } = await ordersOf(`${attributes} seed="5"`, { settings });
    assert.equal(stems.join() !== asWritten.join(), moves, stems.join());
    const { "A sentence": sentence, ...others } = options;
    assert.equal(Object.values(others).some((order) => order !== "abcd"), mixes, JSON.stringify(others));
    for (const order of Object.values(others)) assert.deepEqual([...order].toSorted(), LETTERS);
    assert.equal(sentence, truth);
  });
}

test("without a seed, a run keeps its order over a reload, and the next run has another", async () => {
  const seen = await visitQuiz(many(), { attributes: `loading="eager" mode="test" shuffle` });
  const { page, quiz, close } = seen;
  await ready(quiz);
  const first = await orders(quiz);
  await page.reload();
  await ready(quiz);
  assert.deepEqual(await orders(quiz), first);
  await quiz.locator(".go").click();
  await button(quiz, text.first_open).waitFor();
  await press(quiz, text.finish);
  await quiz.locator(".result").waitFor();
  await press(quiz, text.retry_all);
  await quiz.locator(".options").waitFor();
  // That eight items come in the same order twice happens once in forty thousand runs.
  assert.notDeepEqual(await orders(quiz), first);
  await close();
});

const picks = [
  [`pick="3"`, {}, 3], ["", { pick: 2 }, 2], [`pick="3"`, { pick: 2 }, 3],
  [`pick="99"`, {}, 8], [`pick="0"`, {}, 8], [`pick="few"`, { pick: 2 }, 2],
];
for (const [attributes, settings, expected] of picks) {
  const how = [attributes, settings.pick && `the file's ${settings.pick}`].filter(Boolean).join(" and ");
  test(`${expected} items are picked by ${how}, in the order of the file`, async () => {
    // Where all of them are picked, a reload picks no others.
    const reloads = expected < asWritten.length;
    const { stems, again } = await ordersOf(`${attributes} seed="5"`, { settings }, { reloads });
    assert.equal(stems.length, expected);
    assert.deepEqual(stems, asWritten.filter((stem) => stems.includes(stem)));
    if (reloads) assert.deepEqual(again.stems, stems, "the same ones after a reload");
  });
}

test("another seed picks other items", async () => {
  const picked = [];
  for (const seed of [5, 6, 7]) picked.push((await ordersOf(`pick="3" seed="${seed}"`)).stems.join());
  assert.ok(new Set(picked).size > 1, picked.join("; "));
});

test("entries to put in order are never shown in the right one", async () => {
  const task = (_, n) => ({ ...items.order, id: `o${n}`, stem: `Question ${n}`, entries: ["first", "second"] });
  const tasks = Array.from({ length: 10 }, task);
  const { quiz, close } = await visitQuiz(quizOf(tasks), { attributes: `loading="eager" mode="test" seed="1"` });
  await ready(quiz);
  const shown = [];
  for (const { stem: expected } of tasks) {
    await checkSoon(() => stem(quiz), expected);
    shown.push(await quiz.locator(".waiting").first().textContent());
    await go(quiz);
  }
  assert.deepEqual(shown, tasks.map(() => "second"));
  await close();
});
