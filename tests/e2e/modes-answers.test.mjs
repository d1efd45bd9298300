// What answers of each type are worth, as learners see it.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { answer, checkIt, checkPoints, go, stem, verdict } from "./acts.mjs";
import { items, taking } from "./items.mjs";
import {
  checkQuiet, checkSoon, fired, lastAnnounced, quizOf, ready, single, useBrowser, words,
} from "./page.mjs";
import { give, solve } from "./solve.mjs";

const { visitQuiz } = useBrowser();
const text = words();

const open = async (content, attributes = "", more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};

const { single: stones, multiple: trees, truth, order, match, sort, number, text: planet, blanks } = items;
const inOrder = (...places) => ({ ...order, entries: places.map((n) => order.entries[n]) });
const paired = (...rights) => ({ ...match, pairs: match.pairs.map(({ left }, n) => ({ left, right: rights[n] })) });
const sorted = (...groups) => ({ ...sort, cards: sort.cards.map((card, n) => ({ ...card, group: groups[n] })) });
const typed = (item, word) => (item.type === "number" ? { ...item, answer: word } : { ...item, accepted: [word] });
const filled = (word, chosen, legs) =>
  ({ ...blanks, blanks: [{ accepted: [word] }, { options: [chosen] }, { answer: legs }] });
const scored = (item, ...scores) =>
  ({ ...item, options: item.options.map((option, n) => ({ ...option, score: scores[n] })) });
/** Rows of one item for several words, each with what it is worth. */
const rowsOf = (item, worths) => Object.entries(worths).map(([word, worth]) => [item, word, worth]);
const third = 1 / 3;

/** For each type: the item, what a learner gives, and the share that it is worth. */
const marks = {
  single: [
    [stones, taking(stones, "quartz"), 1], [stones, taking(stones, "marble"), 0.5],
    [stones, taking(stones, "granite"), 0], [scored(stones, -1, 1, 0), taking(stones, "granite"), 0],
  ],
  truth: [[truth, truth, 1], [truth, { ...truth, answer: false }, 0], [{ ...truth, answer: false }, truth, 0]],
  multiple: [
    [trees, taking(trees, "spruce", "pine"), 1], [trees, taking(trees, "pine"), 0.5],
    // A wrong one takes away what a right one gives.
    [trees, taking(trees, "spruce", "pine", "birch"), 0.5], [trees, taking(trees, "spruce", "birch"), 0],
    [trees, taking(trees, "birch", "maple"), 0], [trees, taking(trees, "spruce", "birch", "pine", "maple"), 0],
    [scored(trees, 1, 0, 1, -0.5), taking(trees, "spruce", "birch", "pine"), 1],
    [scored(trees, 1, 0, 1, -0.5), taking(trees, "spruce", "pine", "maple"), 0.75],
    [scored(trees, 1, -1, 0.5, -1), taking(trees, "pine"), third],
  ],
  order: [
    [order, order, 1], [order, inOrder(3, 2, 1, 0), 0],
    // One entry in the wrong place does not cost everything.
    [order, inOrder(3, 0, 1, 2), 2 * third], [order, inOrder(0, 1, 3, 2), third], [order, inOrder(1, 0, 3, 2), 0],
  ],
  match: [
    [match, match, 1], [match, paired("calf", "lamb", "foal"), third],
    [match, paired("calf", "foal", "puppy"), 2 * third], [match, paired("foal", "lamb", "calf"), 0],
  ],
  sort: [
    [sort, sort, 1], [sort, sorted("birds", "birds", "birds", "fishes"), 0.75],
    [sort, sorted("birds", "birds", "birds", "birds"), 0.5], [sort, sorted("fishes", "birds", "fishes", "birds"), 0],
  ],
  number: [
    ...rowsOf(number, { 22: 1, 23: 1, 21: 1, "22,5": 1, "22.5": 1, " 22 ": 1, "22 days": 1, "22days": 1, "+22": 1 }),
    ...rowsOf(number, { "٢٢": 1, "۲۲": 1, "٢٢٫٥": 1, "20.9": 0, "23,1": 0, "-22": 0, "−22": 0 }),
    ...rowsOf(number, { "1,022": 0, "22 DAYS.": 1, "22 %": 1 }),
    ...rowsOf({ ...number, answer: 1250 }, { "1,250": 1, 1250: 1, "1 250": 1, "1’250": 1, "1'250.0": 1 }),
    ...rowsOf({ ...number, answer: 0.3, tolerance: 0 }, { "0,3": 1, ".3": 1, "0.30": 1, "0.31": 0 }),
    ...rowsOf({ ...number, answer: -4, tolerance: 0 }, { "−4": 1, "-4": 1, 4: 0 }),
    ...rowsOf({ ...number, answer: undefined, tolerance: undefined, least: 5, most: 9 }, { 5: 1, 9: 1, 4.99: 0, 9.1: 0 }),
    ...rowsOf({ ...number, answer: undefined, tolerance: undefined, least: 5 }, { 5: 1, "1000000": 1, 4: 0 }),
  ],
  text: [
    ...rowsOf(planet, { Jupiter: 1, jupiter: 1, JUPITER: 1, "  Jupiter  ": 1, "Júpiter": 1, jovian: 1, Jovi: 1 }),
    ...rowsOf(planet, { "the jovi one": 0, "the gas giant": 0.5, "THE  GAS giant": 0.5, "gas giant": 0, Jupiters: 0 }),
    ...rowsOf({ ...planet, case: true, accepted: ["Jupiter"] }, { Jupiter: 1, jupiter: 0 }),
    ...rowsOf({ ...planet, accents: true, accepted: ["crème"] }, { "crème": 1, "Crème": 1, creme: 0 }),
    // In Russian ё is mostly written е, but й is another letter than и.
    ...rowsOf({ ...planet, accepted: ["ёлка"] }, { "ёлка": 1, "елка": 1, "Ёлка": 1 }),
    ...rowsOf({ ...planet, accepted: ["мой"] }, { "мой": 1, "мои": 0 }),
    // In Kazakh no letter is another one with an accent.
    ...rowsOf({ ...planet, accepted: ["ұл"] }, { "ұл": 1, "ҰЛ": 1, "ул": 0 }),
    ...rowsOf({ ...planet, accepted: ["*red*"] }, { "a big red one": 1, red: 1, green: 0 }),
    ...rowsOf({ ...planet, accepted: ["big*one"] }, { "big red one": 1, "big one": 1, "one big": 0 }),
  ],
  blanks: [
    [blanks, blanks, 1], [blanks, filled("wax", "nectar", "6"), 1], [blanks, filled("HONEY", "nectar", "6.0"), 1],
    [blanks, filled("honey", "sand", "6"), 2 * third], [blanks, filled("milk", "rain", "6"), third],
    [blanks, filled("milk", "sand", "8"), 0],
  ],
};
const word = (worth) => (worth === 1 ? "right" : worth === 0 ? "wrong" : "partly");
for (const [type, rows] of Object.entries(marks)) {
  test(`answers of type ${type} are worth what they should`, async () => {
    const content = quizOf(rows.map(([item], n) => ({ ...item, id: `row-${n}`, stem: `Row ${n}` })));
    const { page, quiz, ...seen } = await open(content, `tries="1"`);
    const found = [];
    for (const [n, [item, given]] of rows.entries()) {
      await checkSoon(() => stem(quiz), `Row ${n}`);
      await give(quiz, typeof given === "string" ? typed(item, given) : given);
      await checkIt(quiz);
      found.push(await verdict(quiz));
      await go(quiz);
    }
    await checkSoon(async () => (await fired(page, "answer")).length, rows.length);
    const scores = (await fired(page, "answer")).map(({ detail }) => detail.score);
    const nameOf = ([, given], n) => (typeof given === "string" ? `${n}: ${given}` : `${n}`);
    assert.deepEqual(
      rows.map((row, n) => [nameOf(row, n), scores[n].toFixed(4), found[n]]),
      rows.map((row, n) => [nameOf(row, n), row[2].toFixed(4), word(row[2])]),
    );
    checkQuiet(seen);
    await seen.close();
  });
}

test("weights and parts add up to the points of the result", async () => {
  const content = quizOf([{ ...trees, weight: 4 }, { ...stones, weight: 0.5 }, items.poll, { ...truth, weight: 3 }]);
  const { quiz, close } = await open(content, `tries="1"`);
  for (const belief of [taking(trees, "pine"), stones, items.poll, { ...truth, answer: false }]) {
    await answer(quiz, belief);
  }
  await checkPoints(quiz, 2.5, 7.5);
  await close();
});

test("what is not complete is not checked, and says what is missing", async () => {
  const tasks = {
    single: "choose_one", multiple: "choose_all", order: "order_hint", match: "pair_hint", sort: "sort_hint",
    number: "number_hint", text: "text_hint", blanks: "blanks_hint", scale: "scale_hint",
  };
  const { page, quiz, close } = await open(quizOf(Object.keys(tasks).map((type) => items[type])));
  for (const [type, key] of Object.entries(tasks)) {
    await checkSoon(() => quiz.locator(".task").textContent(), text[key], type);
    await checkSoon(() => quiz.locator(".go").getAttribute("aria-disabled"), "true");
    // A press all the same, which Playwright would not do by itself.
    await quiz.locator(".go").click({ force: true });
    await checkSoon(() => lastAnnounced(page), text[key], `${type} says what to do`);
    assert.equal(await quiz.locator(".verdict").count(), 0);
    await solve(quiz, items[type]);
  }
  await checkSoon(async () => (await fired(page, "answer")).length, Object.keys(tasks).length);
  await close();
});
