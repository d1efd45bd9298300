// What learners see on small screens, in the dark, in colours of their own, and while things move.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { everyType, items, taking } from "./items.mjs";
import * as looks from "./looks.mjs";
import { checkAxe, checkQuiet, checkSoon, example, quizOf, single, useBrowser } from "./page.mjs";
import { give, solveAll } from "./solve.mjs";
import { checkNone, find, openPage, show } from "./stage.mjs";

const browser = useBrowser();
const EXAMPLES = ["fair-and-square", "small-choices", "integrity-at-university", "item-types"].map(example);
const LANGUAGES = ["en", "ru", "kk", "ar"];
const MODES = ["learn", "test", "class", "print"];

for (const width of [360, 320]) {
  test(`${width} px are wide enough for any screen in any language`, async () => {
    const seen = await openPage(browser, { viewport: { width, height: 740 } });
    const found = [];
    const cells = LANGUAGES.flatMap((lang) => [
      ...MODES.flatMap((mode) => EXAMPLES.map((content) => [content, { lang, mode }])),
      ...["primary-1", "primary-2", "tertiary"].map((level) => [everyType(), { lang, level }]),
    ]);
    for (const [content, attributes] of sampled(`screens in ${width} px`, cells, 10)) {
      found.push(...await find(seen, looks.pokesOut, content, attributes));
    }
    checkNone(found);
    await seen.close();
  });
}

test("at 400 % a quiz is taken by mouse from its start to its result", async () => {
  // 1280 × 1024 px at 400 % are these.
  const seen = await openPage(browser, { viewport: { width: 320, height: 256 } });
  for (const content of [example("item-types"), example("fair-and-square")]) {
    await show(seen, content);
    await solveAll(seen.quiz, content);
    await seen.quiz.locator(".review-box button").click();
    await seen.quiz.locator("summary").last().click();
    await seen.quiz.locator(".reviewed").last().locator(".verdict, .count").first().waitFor();
  }
  checkQuiet(seen);
  await seen.close();
});

// What is pressed is as large as fingers of the age ask for.
const TARGETS = { "primary-1": 64, "primary-2": 56, secondary: 44, tertiary: 44, staff: 44 };
for (const [level, least] of Object.entries(TARGETS)) {
  test(`on a phone everything that is pressed has ${least} × ${least} px (${level})`, async () => {
    const seen = await openPage(browser, { viewport: { width: 360, height: 740 } });
    const found = [];
    const cells = ["learn", "test"].flatMap((mode) => LANGUAGES.map((lang) => ({ level, mode, lang })));
    for (const attributes of sampled(`sizes of what is pressed, ${level}`, cells, 2)) {
      found.push(...await find(seen, looks.tooSmall, everyType(), attributes, { given: { least } }));
    }
    checkNone(found);
    await seen.close();
  });
}

test("a link to a source, and what is pressed in class, on paper and after an error, have 44 px", async () => {
  const seen = await openPage(browser, { viewport: { width: 360, height: 740 } });
  const given = { least: 44, more: ".sources a" };
  const found = [];
  const sources = [{ title: "UN", url: "https://example.test/" }];
  const content = quizOf([single("one", { explanation: "Because.", sources })], { settings: { tries: 1 } });
  for (const mode of MODES) found.push(...await find(seen, looks.tooSmall, content, { mode }, { given }));
  await seen.quiz.evaluate((quiz) => (quiz.content = {}));
  checkNone(found);
  const { width, height } = await seen.quiz.locator("[part=retry]").boundingBox();
  assert.ok(width >= 44 && height >= 44, `the button to try again has ${width} × ${height} px`);
  await seen.close();
});

for (const [level, least] of [["primary-1", 22], ["primary-2", 20], ["secondary", 16], ["tertiary", 16]]) {
  test(`the letters of all that is read have ${least} px or more (${level})`, async () => {
    const seen = await openPage(browser, { viewport: { width: 360, height: 740 } });
    checkNone(await find(seen, looks.smallType, everyType(), { level }, { given: { least } }));
    await seen.close();
  });
}

const darkness = (quiz) => quiz.locator(".base").evaluate((base) => {
  const [r, g, b] = getComputedStyle(base).backgroundColor.match(/[\d.]+/g).map(Number);
  return r + g + b < 200;
});

for (const colorScheme of ["dark", "light"]) {
  test(`words can be told from their ground on any screen of any type of item (${colorScheme})`, async () => {
    const seen = await openPage(browser, { colorScheme });
    await show(seen, everyType());
    assert.equal(await darkness(seen.quiz), colorScheme === "dark");
    // Looks at the first screen in full, and is in the page from then on.
    await checkAxe(seen.page, "the first item");
    const found = [];
    const cells = [
      ...["learn", "test", "class"].map((mode) => [{ mode }, "color-contrast"]),
      // Seven to one for small children.
      [{ level: "primary-1" }, "color-contrast-enhanced"],
    ];
    for (const [attributes, rule] of sampled(`words and their ground, ${colorScheme}`, cells, 2)) {
      found.push(...await find(seen, looks.contrast, everyType(), attributes, { given: { rule } }));
    }
    checkNone(found);
    await seen.close();
  });
}

/** These elements can be told from each other by more than their words. */
async function checkTold(quiz, selectors, colours) {
  const source = `return [...selectors.entries()].map(([n, one]) => {
    const element = quiz.shadowRoot.querySelector(one);
    return element ? (${looks.marksOf})(element, colours) : n;
  })`;
  const tell = new Function("quiz", "[selectors, colours]", source);
  // What was pressed shows a moment later.
  for (const selector of selectors) await quiz.locator(selector).first().waitFor({ state: "attached" });
  const marks = await quiz.evaluate(tell, [selectors, colours]);
  for (const [n, mark] of marks.entries()) {
    assert.equal(typeof mark, "string", `${selectors[n]} is there`);
    const other = marks.indexOf(mark);
    assert.equal(other, n, `${selectors[n]} looks like ${selectors[other]}: ${mark}`);
  }
}

const option = (state) => `.option[data-state=${state}]`;
const CHECKED = {
  multiple: [option("right"), option("wrong"), option("answer"), `.option[data-state=""]`],
  order: [".placed .option[data-state=right]", ".placed .option[data-state=wrong]"],
  match: [".pair[data-state=right] > .option", ".pair[data-state=wrong] > .option"],
  sort: [".card[data-state=right]", ".card[data-state=wrong]"],
};
// Half of each is right.
const HALF = {
  multiple: taking(items.multiple, "spruce", "birch"),
  order: { ...items.order, entries: ["Mercury", "Venus", "Mars", "Earth"] },
  match: {
    ...items.match,
    pairs: items.match.pairs.map((pair, n, all) => ({ left: pair.left, right: all[[0, 2, 1][n]].right })),
  },
  sort: { ...items.sort, cards: items.sort.cards.map((card) => ({ ...card, group: "birds" })) },
};

for (const forcedColors of ["active", "none"]) {
  const whose = forcedColors === "active" ? "in colours of the learner's own" : "without regard to colours";

  test(`what is right and what is not can be told ${whose}`, async () => {
    const seen = await openPage(browser, { forcedColors });
    const settings = { tries: 1 };
    for (const [type, selectors] of Object.entries(CHECKED)) {
      await show(seen, quizOf([items[type]], { settings }));
      await give(seen.quiz, HALF[type]);
      await seen.quiz.locator(".go").click();
      await seen.quiz.locator(".verdict").waitFor();
      await checkTold(seen.quiz, selectors, false);
    }
    const markOf = async (n) => {
      await show(seen, quizOf([items.single], { settings }));
      await seen.quiz.locator(".option").nth(n).click();
      await seen.quiz.locator(".go").click();
      await seen.quiz.locator(".verdict").waitFor();
      const mark = new Function("option", `return (${looks.marksOf})(option, false)`);
      return seen.quiz.locator(".option").nth(n).evaluate(mark);
    };
    const marks = [await markOf(0), await markOf(1), await markOf(2)];
    assert.equal(new Set(marks).size, 3, `wrong, right and partly right: ${marks}`);
    await seen.close();
  });
}

test("in colours of the learner's own what is chosen can be told from what is not", async () => {
  const seen = await openPage(browser, { forcedColors: "active" });
  const begin = async (type) => {
    await show(seen, quizOf([items[type]]));
    return seen.quiz;
  };
  const shapes = { single: "label", multiple: "label", truth: "label", scale: "label .key" };
  for (const [type, shape] of Object.entries(shapes)) {
    const quiz = await begin(type);
    await quiz.locator("label").nth(1).click();
    const both = [":has(:checked)", ":not(:has(:checked))"].map((is) => shape.replace("label", `label${is}`));
    await checkTold(quiz, both, true);
  }
  await (await begin("sort")).locator(".group").first().click();
  await checkTold(seen.quiz, [".group:has(:checked)", ".group:not(:has(:checked))"], true);
  await (await begin("match")).locator(".pair > .option").first().click();
  await checkTold(seen.quiz, [".pair > .option[aria-pressed=true]", ".pair > .option[aria-pressed=false]"], true);
  await seen.close();
});

test("in colours of the learner's own the overview of a test tells what is answered, marked and shown", async () => {
  const seen = await openPage(browser, { forcedColors: "active" });
  await show(seen, quizOf(["a", "b", "c", "d"].map((id) => single(id))), { mode: "test" });
  const { quiz } = seen;
  await quiz.locator(".option").first().click();
  await quiz.locator(".go").click();
  await quiz.locator(".sign[aria-pressed=false]:visible").click();
  await checkSoon(() => quiz.locator(".jump[data-flagged]").count(), 1);
  await quiz.locator(".go").click();
  // The first is answered, the second marked, the third shown, and the fourth is nothing of these.
  const jumps = [1, 2, 3, 4].map((n) => `.overview li:nth-child(${n}) .jump`);
  for (const jump of jumps.slice(0, 3)) await checkTold(quiz, [jump, jumps[3]], true);
  await seen.close();
});

test("in colours of the learner's own a pressed flag can be told from one that is not", async () => {
  const seen = await openPage(browser, { forcedColors: "active" });
  await show(seen, quizOf([single("a"), single("b")]), { mode: "test" });
  const flag = seen.quiz.locator(".sign[aria-pressed]:visible");
  const mark = new Function("sign", `return (${looks.marksOf})(sign, true)`);
  const before = await flag.evaluate(mark);
  await flag.click();
  await checkSoon(() => flag.getAttribute("aria-pressed"), "true");
  await seen.page.mouse.move(0, 0);
  assert.notEqual(await flag.evaluate(mark), before);
  await seen.close();
});

test("without motion nothing moves", async () => {
  const seen = await openPage(browser, { reducedMotion: "reduce" });
  checkNone(await find(seen, looks.moving, everyType(), {}, { given: { most: -1 } }));
  assert.equal(await seen.page.evaluate(() => window.moved), 0);
  await seen.close();
});

test("what moves stops within five seconds", async () => {
  const seen = await openPage(browser, { reducedMotion: "no-preference" });
  checkNone(await find(seen, looks.moving, everyType(), {}, { given: { most: 5_000 } }));
  assert.ok(await seen.page.evaluate(() => window.moved) > 0, "feedback comes in by a movement, which is seen here");
  await seen.close();
});
