// The quiz on a projector, led by a teacher with a keyboard, a mouse or a presenter's remote.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { button, nextFrame, stem } from "./acts.mjs";
import { everyType, items, secrets } from "./items.mjs";
import {
  checkAxe, checkQuiet, checkSoon, fill, fired, quizOf, ready, settled, shadowText, single, useBrowser, words,
} from "./page.mjs";

const { visitQuiz } = useBrowser();
const text = words();
const three = quizOf(["one", "two", "three"].map((id) => single(id, { explanation: "The reason." })));
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>`;

const open = async (content, { attributes = "", ...more } = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" mode="class" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};

const rightOnes = (quiz) => quiz.locator(".option[data-state=right]").allTextContents();
const isShown = async (quiz) => (await quiz.locator(".feedback").count()) > 0;

/** A click beside all buttons, as a teacher does who wants the keys to work here. */
const enter = (quiz) => quiz.locator(".stem").click();

/** The id of the shown question, and whether its answer is shown. */
const state = async (quiz) =>
  [/, (\w+)\?/.exec(await stem(quiz))[1], (await isShown(quiz)) ? "shown" : "hidden"].join(" ");

test("Page Down and Page Up turn, Enter shows and hides the answer", async () => {
  const { page, quiz, ...seen } = await open(three);
  await enter(quiz);
  const steps = [
    ["Enter", "one shown"], ["Enter", "one hidden"], ["Enter", "one shown"],
    ["PageDown", "two hidden"], ["PageDown", "three hidden"], ["Enter", "three shown"],
    // At the ends the question stays as it is.
    ["PageDown", "three shown"], ["PageUp", "two hidden"], ["PageUp", "one hidden"], ["PageUp", "one hidden"],
    ["ArrowRight", "two hidden"], ["ArrowLeft", "one hidden"],
  ];
  for (const [key, expected] of steps) {
    await page.keyboard.press(key);
    await checkSoon(() => state(quiz), expected, `after ${key}`);
  }
  checkQuiet(seen);
  await seen.close();
});

test("the answer is shown and hidden, and questions are turned, by mouse", async () => {
  const { quiz, close } = await open(three);
  assert.equal(await button(quiz, text.previous).count(), 0, "there is no way back from the first");
  const steps = [
    [text.reveal, "one shown"], [text.hide, "one hidden"], [text.reveal, "one shown"], [text.next, "two hidden"],
    [text.next, "three hidden"], [text.previous, "two hidden"],
  ];
  for (const [name, expected] of steps) {
    await button(quiz, name).click();
    await checkSoon(() => state(quiz), expected, `after “${name}”`);
  }
  await checkSoon(() => quiz.locator(".count").first().textContent(), fill(text.question_n_of, { n: 2, total: 3 }));
  await button(quiz, text.next).click();
  await checkSoon(() => button(quiz, text.next).count(), 0, "there is no way on from the last");
  await close();
});

/** What a teacher last did when the remote is taken to hand. */
const before = {
  "a press of “Next”": async ({ quiz }) => {
    await button(quiz, text.next).click();
    await checkSoon(() => state(quiz), "two hidden");
  },
  "a press of “Show the answer”": async ({ quiz }) => {
    await button(quiz, text.next).click();
    await button(quiz, text.reveal).click();
    await checkSoon(() => state(quiz), "two shown");
  },
  "hands that were counted": async ({ quiz }) => {
    await button(quiz, text.next).click();
    await quiz.locator(".hands .sign").last().click();
  },
  "a turn while a button had focus": async ({ page, quiz }) => {
    await button(quiz, text.next).focus();
    await page.keyboard.press("PageDown");
    await checkSoon(() => state(quiz), "two hidden");
  },
};
for (const [name, act] of Object.entries(before)) {
  test(`a presenter's remote goes on after ${name}`, async () => {
    const seen = await open(three);
    await act(seen);
    await nextFrame(seen.page);
    await seen.page.keyboard.press("PageDown");
    await checkSoon(() => state(seen.quiz), "three hidden");
    await nextFrame(seen.page);
    await seen.page.keyboard.press("PageUp");
    await checkSoon(() => state(seen.quiz), "two hidden");
    await seen.close();
  });
}

test("on a button, Enter does what the button says and nothing besides", async () => {
  const { page, quiz, close } = await open(three);
  await button(quiz, text.next).focus();
  await page.keyboard.press("Enter");
  await checkSoon(() => state(quiz), "two hidden");
  await button(quiz, text.reveal).focus();
  await page.keyboard.press("Enter");
  await checkSoon(() => state(quiz), "two shown");
  await close();
});

test("keys of the page stay the page's", async () => {
  const { page, quiz, close } = await open(three);
  await page.locator("h1").click();
  for (const key of ["PageDown", "Enter", "ArrowRight"]) await page.keyboard.press(key);
  await settled(page);
  assert.equal(await state(quiz), "one hidden");
  await close();
});

test("raised hands are counted for each option, and stay while the answer is shown", async () => {
  const { page, quiz, close } = await open(quizOf([items.single, items.multiple]));
  const counts = () => quiz.locator(".hands output").allTextContents();
  const hand = (option, sign) =>
    quiz.locator(".hands").nth(option - 1).getByText(sign).click();
  assert.deepEqual(await counts(), ["0", "0", "0"]);
  for (const [n, sign, expected] of [
    [2, "+", "010"], [2, "+", "020"], [1, "+", "120"], [2, "−", "110"],
    [3, "−", "110"], [1, "−", "010"], [1, "−", "010"],
  ]) {
    await hand(n, sign);
    await checkSoon(counts, [...expected], `${sign} for option ${n}`);
  }
  await button(quiz, text.reveal).click();
  await checkSoon(() => isShown(quiz), true);
  assert.deepEqual(await counts(), ["0", "1", "0"]);
  await enter(quiz);
  await page.keyboard.press("PageDown");
  await checkSoon(counts, ["0", "0", "0", "0"], "the next question starts at zero");
  await close();
});

/** What a class sees of each item before its answer, and what it sees then. */
const slides = {
  single: { asks: ["granite", "quartz", "marble"], tells: ["quartz"], marks: ["quartz"] },
  multiple: { asks: ["spruce", "birch", "pine", "maple"], tells: ["spruce; pine"], marks: ["spruce", "pine"] },
  truth: { asks: [text.yes, text.no, text.not_sure], tells: [text.yes], marks: [text.yes] },
  poll: { asks: ["the spring", "the autumn"], tells: [], marks: [] },
  order: { asks: items.order.entries, tells: [items.order.entries.join("; ")] },
  match: { asks: ["cow", "horse", "sheep", "calf", "foal", "lamb", "puppy"], tells: ["cow – calf", "sheep – lamb"] },
  sort: { asks: ["a bird", "a fish", "owl", "trout", "heron", "perch"], tells: ["owl – a bird", "perch – a fish"] },
  number: { asks: ["days"], tells: ["22"] },
  text: { asks: [], tells: ["Jupiter"] },
  blanks: { asks: ["Bees make", "out of", "nectar", "sand", "rain", "legs."], tells: ["honey", "nectar", "6"] },
  scale: { asks: ["1", "2", "3", "4", "5", "hardly ever", "every day"], tells: [] },
};
for (const [type, { asks, tells, marks = [] }] of Object.entries(slides)) {
  test(`an item of type ${type} can be solved by a class, and tells nothing before its answer is shown`, async () => {
    const { page, quiz, ...seen } = await open(quizOf([items[type]]));
    const item = items[type];
    const body = async () => (await quiz.locator(".item").textContent()).replace(item.stem, "");
    const hidden = await body();
    // Whatever is in the shadow root can be seen by a class with the right tool, and by a screen reader.
    const all = (await shadowText(quiz)).replace(item.stem, "");
    for (const word of [item.explanation, text.right_answer, ...secrets[type] ?? []].filter(Boolean)) {
      assert.ok(!all.includes(word), `“${word}” is not there yet`);
    }
    for (const word of tells.filter((word) => word.includes("; ") || word.includes(" – "))) {
      assert.ok(!all.includes(word), `“${word}” is not there yet`);
    }
    assert.deepEqual(await rightOnes(quiz), []);
    await button(quiz, text.reveal).click();
    await checkSoon(() => isShown(quiz), true);
    const told = await body();
    for (const word of [...tells, item.explanation].filter(Boolean)) {
      assert.ok(told.includes(word), `“${word}” is told`);
    }
    const right = await rightOnes(quiz);
    assert.deepEqual(marks.map((mark, n) => right[n]?.includes(mark)), marks.map(() => true));
    assert.equal(right.length, marks.length);
    await button(quiz, text.hide).click();
    await checkSoon(body, hidden, "hidden again, all is as before");
    checkQuiet(seen);
    for (const word of asks) assert.ok(hidden.includes(word), `“${word}” is there to talk about, in “${hidden}”`);
    await seen.close();
  });
}

test("entries to put in order are never shown in the right one", async () => {
  const task = (_, n) => ({ ...items.order, id: `o${n}`, entries: ["the first", "the second"] });
  const short = Array.from({ length: 10 }, task);
  const { page, quiz, close } = await open(quizOf(short), { attributes: `seed="1"` });
  await enter(quiz);
  for (const [n, { id }] of short.entries()) {
    await checkSoon(() => quiz.locator(".count").first().textContent(), fill(text.question_n_of, { n: n + 1, total: 10 }));
    const shown = await shadowText(quiz);
    const [first, second] = ["the first", "the second"].map((entry) => shown.indexOf(entry));
    assert.ok(first >= 0 && first > second, `${id}: ${shown}`);
    await page.keyboard.press("PageDown");
  }
  await close();
});

test("the pictures of options are shown", async () => {
  const pictured = (name) => ({ text: name, score: 1, picture: { src: "/picture.svg", alt: `A picture of ${name}` } });
  const content = quizOf([{ ...items.single, options: [pictured("granite"), pictured("quartz")] }]);
  const { quiz, close } = await open(content, { bodies: { "/picture.svg": PICTURE } });
  await checkSoon(() => quiz.getByRole("img").count(), 2);
  await close();
});

for (const [width, height] of [[1024, 768], [1280, 720], [1920, 1080]]) {
  test(`what the class reads is at least 32 px tall at ${width} × ${height}`, async () => {
    const { quiz, close } = await open(quizOf([items.single]), { viewport: { width, height } });
    await button(quiz, text.reveal).click();
    await checkSoon(() => isShown(quiz), true);
    const read = quiz.locator(".stem p, .option .words, .solution .in-line, .note-text p");
    const sizes = await read.evaluateAll((all) =>
      all.map((e) => ({ words: e.textContent, size: parseFloat(getComputedStyle(e).fontSize) })));
    assert.equal(sizes.length, 6, "the question, three options, the answer and the reason");
    assert.deepEqual(sizes.filter(({ size }) => size < 32), []);
    const wide = await quiz.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, "and nothing runs out of the page");
    await close();
  });
}

test("axe finds nothing on any slide, before and after the answer", async () => {
  const content = everyType();
  const { page, quiz, ...seen } = await open(content);
  await enter(quiz);
  for (const { id, stem: expected } of content.items) {
    await checkSoon(() => stem(quiz), expected);
    await checkAxe(page, id);
    await page.keyboard.press("Enter");
    await checkSoon(() => isShown(quiz), true);
    await checkAxe(page, `${id}, shown`);
    await page.keyboard.press("PageDown");
  }
  checkQuiet(seen);
  await seen.close();
});

test("a class is ready once, and nothing that it does is an answer", async () => {
  const { page, quiz, close } = await open(quizOf([items.single, items.multiple]));
  await enter(quiz);
  await quiz.locator(".hands .sign").last().click();
  for (const key of ["Enter", "PageDown", "Enter"]) await page.keyboard.press(key);
  await checkSoon(() => isShown(quiz), true);
  await settled(page);
  const all = await fired(page);
  assert.deepEqual(all.map(({ name }) => name), ["ready"]);
  assert.equal(all[0].detail.mode, "class");
  await close();
});

test("a reload comes back to the question that was shown, its answer hidden", async () => {
  const { page, quiz, close } = await open(three);
  await enter(quiz);
  for (const key of ["PageDown", "Enter"]) await page.keyboard.press(key);
  await checkSoon(() => state(quiz), "two shown");
  await page.reload();
  await ready(quiz);
  await checkSoon(() => state(quiz), "two hidden");
  await close();
});
