// How a quiz is taken, in a test and for learning: feedback, tries, hints, results, another run.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { answer, button, checkIt, checkPoints, go, press, stem, verdict } from "./acts.mjs";
import { everyType, items, mistaken, secrets, taking } from "./items.mjs";
import {
  checkQuiet, checkSoon, fill, lastAnnounced, quizOf, ready, settled, shadowText, single, useBrowser, words,
} from "./page.mjs";
import { give, solve } from "./solve.mjs";

const { visitQuiz } = useBrowser();
const text = words();

const open = async (content, attributes = "", more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};
const singles = (...ids) => ids.map((id) => single(id));
const wrong = (id) => taking(single(id), "a");

/** What tells on the screen whether an answer was right, or which one is. */
const MARKED = ":is(.option, .card, .pair, .blank)[data-state]:not([data-state=''])";
const tellTales = (quiz) => quiz.locator(`.verdict, .note, .solution, .answer, .reason > *, ${MARKED}`).count();

/** The states of the rows of the opened review. */
const states = (rows) => rows.evaluateAll((all) => all.map((row) => row.dataset.state));

// In a test

test("a test gives no feedback before its end, and then all of it", async () => {
  const content = everyType();
  for (const item of content.items) item.hints = ["A hint that would help."];
  const { quiz, ...seen } = await open(content, `mode="test"`);
  for (const [n, item] of content.items.entries()) {
    await checkSoon(() => stem(quiz), item.stem);
    await give(quiz, n < 3 ? item : mistaken[item.id] ?? item);
    await settled(seen.page);
    assert.equal(await tellTales(quiz), 0, item.id);
    const shown = await shadowText(quiz);
    for (const word of [item.explanation, "A hint that would help.", text.correct, text.not_quite].filter(Boolean)) {
      assert.ok(!shown.includes(word), `“${word}” is not there at ${item.id}`);
    }
    for (const name of [text.hint, text.check_answer]) assert.equal(await button(quiz, name).count(), 0, name);
    assert.equal(await quiz.locator(".go").textContent(), n + 1 < content.items.length ? text.next : text.finish);
    await go(quiz);
  }
  await checkPoints(quiz, 3, 9);
  await press(quiz, text.review);
  const rows = quiz.locator(".reviewed");
  await checkSoon(() => rows.count(), content.items.length);
  const expected = content.items.map(({ id }, n) => (n < 3 ? "right" : mistaken[id] ? "wrong" : "open"));
  assert.deepEqual(await states(rows), expected);
  for (const [n, word] of [[0, "quartz"], [7, "31"], [7, "22"], [8, "Saturn"], [8, "Jupiter"], [6, "owl – a fish"]]) {
    assert.ok((await rows.nth(n).textContent()).includes(word), `“${word}” is in the review`);
  }
  await rows.nth(1).locator("summary").click();
  await rows.nth(1).getByText(items.multiple.explanation).waitFor();
  checkQuiet(seen);
  await seen.close();
});

test("in a test, learners go back and forth, mark questions, see all of them, and change answers", async () => {
  const { quiz, close } = await open(quizOf(singles("one", "two", "three")), `mode="test"`);
  const jumps = quiz.getByRole("navigation", { name: text.overview }).getByRole("button");
  const names = () => jumps.evaluateAll((all) => all.map((jump) => jump.ariaLabel.split(", ").slice(1).join("+")));
  const flag = button(quiz, text.flag);
  assert.equal(await button(quiz, text.back).count(), 0);
  await give(quiz, wrong("one"));
  await flag.click();
  await checkSoon(() => flag.getAttribute("aria-pressed"), "true");
  await checkSoon(names, [`${text.answered}+${text.flagged}`, text.not_answered, text.not_answered]);
  await press(quiz, text.next);
  await checkSoon(() => stem(quiz), "Which one, two?");
  await checkSoon(() => flag.getAttribute("aria-pressed"), "false", "each question has a mark of its own");
  await press(quiz, text.back);
  await checkSoon(() => stem(quiz), "Which one, one?");
  await checkSoon(() => quiz.locator("input").first().isChecked(), true, "the answer is still there");
  await jumps.nth(2).click();
  await checkSoon(() => stem(quiz), "Which one, three?");
  await checkSoon(() => jumps.evaluateAll((all) => all.map((jump) => jump.ariaCurrent)), [null, null, "step"]);
  await give(quiz, single("three"));
  await jumps.first().click();
  await checkSoon(() => stem(quiz), "Which one, one?");
  await flag.click();
  await give(quiz, single("one"));
  await checkSoon(names, [text.answered, text.not_answered, text.answered]);
  await jumps.nth(1).click();
  await give(quiz, single("two"));
  await press(quiz, text.finish);
  await checkPoints(quiz, 3, 3);
  await close();
});

test("a test that is finished early counts what was answered, and keeps its result over a reload", async () => {
  const { page, quiz, close } = await open(quizOf([...singles("one", "two", "three"), items.order]), `mode="test"`);
  await give(quiz, single("one"));
  await go(quiz);
  await press(quiz, text.not_sure);
  await checkSoon(() => stem(quiz), "Which one, three?");
  await press(quiz, text.finish);
  // Two are open: it asks first.
  await button(quiz, text.first_open).waitFor();
  await press(quiz, text.finish);
  const check = async () => {
    await checkPoints(quiz, 1, 4);
    await press(quiz, text.review);
    const rows = quiz.locator(".reviewed");
    await checkSoon(() => states(rows), ["right", "unsure", "wrong", "wrong"]);
    const given = (await rows.allTextContents()).map((row) => row.includes(text.your_answer));
    assert.deepEqual(given, [true, true, false, false]);
    assert.ok((await rows.nth(1).textContent()).includes(text.not_sure));
  };
  await check();
  await page.reload();
  await ready(quiz);
  await check();
  await close();
});

// For learning

const CHECKS = 6;
const tries = [
  ["secondary", {}, "", 2], ["tertiary", {}, "", 1], ["staff", {}, "", 1],
  ["primary-1", {}, "", CHECKS], ["primary-2", {}, "", CHECKS],
  ["secondary", { tries: 3 }, "", 3], ["primary-1", { tries: 1 }, "", 1], ["secondary", { tries: 3 }, `tries="4"`, 4],
  ["secondary", {}, `level="tertiary"`, 1], ["secondary", {}, `tries="0"`, 2], ["secondary", {}, `tries="often"`, 2],
];
for (const [level, settings, attributes, expected] of sampled("levels and tries", tries, 5)) {
  const how = [level, JSON.stringify(settings), attributes].filter((word) => word && word !== "{}").join(", ");
  test(`an item may be checked ${expected === CHECKS ? "again and again" : `${expected} times`}: ${how}`, async () => {
    const { quiz, close } = await open(quizOf(singles("one"), { level, settings }), attributes);
    let checks = 0;
    for (let more = true; more && checks < CHECKS; checks++) {
      await give(quiz, wrong("one"));
      await checkIt(quiz);
      more = await button(quiz, text.try_again).isVisible();
      const told = () => quiz.locator(".option[data-state=answer]").count();
      await checkSoon(told, more ? 0 : 1, "the right one shows after the last");
      if (more) await press(quiz, text.try_again);
    }
    assert.equal(checks, expected);
    await close();
  });
}

test("the right answer of every type is hidden while tries are left, and shown after the last", async () => {
  const content = quizOf(Object.keys(mistaken).map((type) => items[type]));
  const { quiz, close } = await open(content, `tries="2"`);
  const told = async () => quiz.locator(".option[data-state=answer], .solution, .answer").count();
  for (const { id, type, explanation } of content.items) {
    await give(quiz, mistaken[id]);
    await go(quiz);
    await checkSoon(() => verdict(quiz), "wrong", id);
    await checkSoon(async () => (await tellTales(quiz)) > 0, true, `what is right or wrong shows at ${id}`);
    assert.equal(await told(), 0, `nothing tells the answer to ${id}`);
    const shown = await shadowText(quiz);
    for (const word of [explanation, ...secrets[id]]) assert.ok(!shown.includes(word), `no “${word}” at ${id}`);
    await press(quiz, text.try_again);
    // Longer answers are kept, to be mended.
    if (!["match", "sort"].includes(type)) await give(quiz, mistaken[id]);
    await checkIt(quiz);
    await checkSoon(async () => (await told()) > 0, true, `the answer to ${id} is told`);
    await checkSoon(async () => (await shadowText(quiz)).includes(explanation), true);
    await checkSoon(() => button(quiz, text.try_again).isVisible(), false);
    await go(quiz);
  }
  await close();
});

test("hints come one after the other, stay over a reload, and cost nothing", async () => {
  const { page, quiz, close } = await open(quizOf([single("one", { hints: ["First.", "Second."] })]));
  const hints = quiz.locator(".hint");
  const checkHints = (...expected) => checkSoon(() => hints.allTextContents(), expected);
  await checkHints();
  await press(quiz, text.hint);
  await checkHints("First.");
  await checkSoon(() => lastAnnounced(page), `${text.hint}: First.`, "it is read to those who do not see it");
  await page.reload();
  await ready(quiz);
  await checkHints("First.");
  await press(quiz, text.hint);
  await checkHints("First.", "Second.");
  await checkSoon(() => button(quiz, text.hint).getAttribute("aria-disabled"), "true", "there is no third");
  await solve(quiz, single("one"));
  await checkPoints(quiz, 1, 1);
  await close();
});

test("“I do not know” costs nothing", async () => {
  const { quiz, close } = await open(quizOf(singles("one"), { settings: { penalty: 0.5, tries: 3 } }));
  await press(quiz, text.not_sure);
  await checkSoon(() => verdict(quiz), "unsure");
  await checkSoon(() => quiz.locator(".feedback .verdict").textContent(), text.unsure_fine);
  await press(quiz, text.try_again);
  await solve(quiz, single("one"));
  await checkPoints(quiz, 1, 1);
  await close();
});

test("“I do not know” beside yes and no is fine, too", async () => {
  const { quiz, close } = await open(quizOf([items.truth]));
  assert.equal(await button(quiz, text.not_sure).count(), 0, "it is an option already");
  await quiz.locator(".option").nth(2).click();
  await go(quiz);
  await checkSoon(() => quiz.locator(".feedback .verdict").textContent(), text.unsure_fine);
  await close();
});

test("a file may do without “I do not know”", async () => {
  const content = quizOf([{ ...items.truth, unsure: false }, single("one")], { settings: { dontKnow: false } });
  const { quiz, close } = await open(content);
  await solve(quiz, content.items[0]);
  await checkSoon(() => stem(quiz), "Which one, one?");
  assert.ok(!(await shadowText(quiz)).includes(text.not_sure));
  await close();
});

const costs = [
  ["every further try costs", ["granite", "granite", "quartz"], { penalty: 0.25, tries: 4 }, 0.5],
  ["without a penalty a right answer counts in full", ["granite", "quartz"], { tries: 4 }, 1],
  ["a worse try takes nothing away", ["marble", "granite"], { penalty: 0.25, tries: 2 }, 0.5],
  ["a penalty never goes below nothing", ["granite", "granite", "granite", "quartz"], { penalty: 0.5, tries: 4 }, 0],
];
for (const [name, chosen, settings, points] of costs) {
  test(name, async () => {
    const { quiz, close } = await open(quizOf([items.single], { settings }));
    for (const [n, id] of chosen.entries()) {
      if (n) await press(quiz, text.try_again);
      await give(quiz, taking(items.single, id));
      await checkIt(quiz);
    }
    await go(quiz);
    await checkPoints(quiz, points, 1);
    await close();
  });
}

test("a run is taken again with all questions, or with the missed ones only", async () => {
  const content = quizOf([...singles("one", "two"), items.poll, ...singles("three", "four")]);
  const { quiz, close } = await open(content, `tries="1"`);
  const count = (n, total) =>
    checkSoon(() => quiz.locator(".count").first().textContent(), fill(text.question_n_of, { n, total }));
  for (const belief of [single("one"), wrong("two"), items.poll, wrong("three"), single("four")]) {
    await answer(quiz, belief);
  }
  await checkPoints(quiz, 2, 4);
  await press(quiz, text.retry_missed);
  for (const [n, id] of ["two", "three"].entries()) {
    await count(n + 1, 2);
    await checkSoon(() => stem(quiz), `Which one, ${id}?`);
    await checkSoon(() => quiz.locator("input:checked").count(), 0, "the last answer is forgotten");
    await answer(quiz, n ? wrong(id) : single(id));
  }
  await checkPoints(quiz, 1, 2);
  await press(quiz, text.retry_missed);
  await count(1, 1);
  await answer(quiz, single("three"));
  await checkPoints(quiz, 1, 1);
  assert.equal(await button(quiz, text.retry_missed).count(), 0, "nothing was missed");
  await press(quiz, text.retry_all);
  await count(1, 5);
  await checkSoon(() => stem(quiz), "Which one, one?");
  await close();
});

test("a result has its band in words and says whether the mark was reached", async () => {
  const bands = Object.entries({ 0.8: "A **high** one.", 0: "A low one.", 0.5: "A middle one." });
  const content = quizOf(singles("one", "two", "three", "four"), {
    bands: bands.map(([min, text]) => ({ min: Number(min), text })), settings: { pass: 0.75, tries: 1 },
  });
  const { quiz, close } = await open(content);
  const rows = [
    ["A low one.", false], ["A low one.", false], ["A middle one.", false], ["A middle one.", true], ["A high one.", true],
  ];
  for (const [right, [band, passed]] of rows.entries()) {
    for (const [n, item] of content.items.entries()) await answer(quiz, n < right ? item : wrong(item.id));
    await checkPoints(quiz, right, 4);
    await checkSoon(() => quiz.locator(".band").textContent(), band);
    await checkSoon(() => quiz.locator(".passed").textContent(), passed ? text.passed : text.not_passed);
    await press(quiz, text.retry_all);
    await quiz.locator(".options").waitFor();
  }
  await close();
});

test("a file without bands and mark says nothing about them", async () => {
  const { quiz, close } = await open(quizOf(singles("one")));
  await solve(quiz, single("one"));
  await quiz.locator(".result").waitFor();
  assert.equal(await quiz.locator(".band, .passed").count(), 0);
  await close();
});

for (const level of ["primary-1", "primary-2"]) {
  test(`pupils of ${level} see stars, and no number`, async () => {
    const starsOf = (share) => quizOf([
      single(`most-${share}`, { weight: share }), single(`rest-${share}`, { weight: 100 - share }),
    ], { level });
    const { quiz, close } = await open(starsOf(1), `storage="none" tries="1"`);
    for (const [share, stars] of [[29, 0], [30, 1], [59, 1], [60, 2], [84, 2], [85, 3]]) {
      await quiz.evaluate((quiz, content) => (quiz.content = content), starsOf(share));
      await checkSoon(() => stem(quiz), `Which one, most-${share}?`);
      await answer(quiz, single(`most-${share}`));
      await answer(quiz, wrong(`rest-${share}`));
      await quiz.locator(".result").waitFor();
      await checkSoon(() => quiz.locator(".star[data-state=on]").count(), stars, `${share} %`);
      const name = fill(text.stars_of, { n: stars, total: 3 });
      await checkSoon(() => quiz.getByRole("img", { name }).count(), 1);
      // Beside the stars stands which question is which, and nothing that counts.
      const shown = await quiz.locator(".result").evaluate((result) => {
        const copy = result.cloneNode(true);
        copy.querySelector(".strip").remove();
        return copy.textContent;
      });
      assert.doesNotMatch(shown, /\d/);
    }
    await close();
  });
}

test("another content begins a run of its own, though its items have the same names", async () => {
  const { quiz, close } = await open(quizOf(singles("one", "two")));
  await answer(quiz, single("one"));
  await checkSoon(() => stem(quiz), "Which one, two?");
  const more = { id: "another-quiz", title: "Another" };
  const other = quizOf([single("one", { stem: "Something else?" }), single("two")], more);
  await quiz.evaluate((quiz, content) => (quiz.content = content), other);
  await checkSoon(() => quiz.locator(".title").textContent(), "Another");
  await checkSoon(() => stem(quiz), "Something else?");
  await checkSoon(() => quiz.locator("input:checked").count(), 0, "nobody has answered this one");
  await close();
});

test("in a test one sees that “I do not know” was given, until something else is", async () => {
  const seen = await visitQuiz(quizOf([single("one"), single("two")]), { attributes: `loading="eager" mode="test"` });
  const { quiz } = seen;
  const unsure = quiz.getByRole("button", { name: text.not_sure });
  await unsure.waitFor();
  const isGiven = async () => (await unsure.textContent()).endsWith(text.answered);
  assert.equal(await isGiven(), false);
  // It leads on, so it is no toggle.
  assert.equal(await unsure.getAttribute("aria-pressed"), null);
  await unsure.click();
  await checkSoon(() => quiz.locator(".stem").innerText(), "Which one, two?");
  await quiz.getByRole("button", { name: text.back, exact: true }).click();
  await checkSoon(isGiven, true);
  await quiz.locator(".option").first().click();
  await checkSoon(isGiven, false);
  checkQuiet(seen);
  await seen.close();
});

// "Back" from a question that was checked to one with fewer options ended the quiz: the signs of the
// options that were about to go were asked for once more, by their places.
test("one goes back and forth between checked questions with more and with fewer options", async () => {
  const many = { ...items.multiple, id: "many" };
  const { quiz, close, ...seen } = await visitQuiz(quizOf([single("few"), many, items.truth]), { attributes: `loading="eager"` });
  for (let n = 0; n < 2; n++) {
    await quiz.locator(".option").first().click();
    await checkIt(quiz);
    if (n === 0) await go(quiz);
  }
  for (const [way, words] of [[text.back, "Which one, few?"], [text.next, many.stem], [text.back, "Which one, few?"]]) {
    await press(quiz, way);
    await checkSoon(() => stem(quiz), words);
  }
  checkQuiet(seen);
  await close();
});
