// What learners see in each language: no gap in the interface, the right letters and numbers, each
// text said to be in its own language, and Arabic from right to left.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { everyType, items } from "./items.mjs";
import * as looks from "./looks.mjs";
import { checkQuiet, checkSoon, DIST, example, hasState, quizOf, single, useBrowser, words } from "./page.mjs";
import { checkNone, find, openPage, show } from "./stage.mjs";
import { tour } from "./tour.mjs";

const browser = useBrowser();
const LANGUAGES = ["en", "ru", "kk", "ar"];
const MODES = ["learn", "test", "class", "print"];
// Every language that has a file.
const ALL = readdirSync(`${DIST}/locales`).flatMap((file) => /^quiz\.(.+)\.json$/.exec(file)?.[1] ?? []);
// What a table may say of its language beside the texts.
const MANNERS = ["date", "months", "numbers"];
const gaps = (text) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted();

for (const lang of ALL) {
  test(`the table of interface texts has no gap (${lang})`, () => {
    const [own, english] = [words(lang), words("en")];
    const { informal = {}, ...formal } = own;
    const keys = (table) => Object.keys(table).filter((key) => !key.startsWith("_") && !MANNERS.includes(key)).toSorted();
    assert.deepEqual(keys(formal), keys(english));
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    const texts = { ...formal, ...informal };
    for (const key of keys(texts)) {
      const text = texts[key];
      if (typeof text === "string") {
        assert.ok(text.trim(), key);
        assert.deepEqual(gaps(text), gaps(english[key]), key);
      } else {
        assert.deepEqual(forms.filter((form) => !text[form]), [], `${key} has all plural forms`);
      }
    }
  });
}

for (const lang of LANGUAGES) {
  test(`no interface text is missing on any screen (${lang})`, async () => {
    const seen = await openPage(browser, { lang });
    // Words that are their own names, as “lang” is never one.
    const keys = Object.keys(words("en")).filter((key) => !Object.values(words(lang)).includes(key));
    const found = [];
    for (const mode of MODES) {
      for (const level of ["primary-1", "secondary"]) {
        const content = everyType({ minutes: 5, intro: "Begin.", teacherNotes: "Talk.", settings: { pass: 0.5 } });
        const attributes = { mode, level, "time-limit": "9", versions: "2" };
        found.push(...await find(seen, looks.rawKeys, content, attributes, { given: { keys } }));
      }
    }
    checkNone(found);
    checkQuiet(seen);
    await seen.close();
  });
}

test("where the page's language has no texts, English ones are said to be English", async () => {
  const seen = await openPage(browser, { lang: "pt" });
  await show(seen, quizOf([single("one")]));
  assert.equal(await seen.quiz.locator(".go").innerText(), words("en").check_answer);
  assert.equal(await seen.quiz.locator(".base").getAttribute("lang"), "en");
  await seen.quiz.evaluate((quiz) => (quiz.content = {}));
  await seen.quiz.locator("[part=retry]").waitFor();
  const lang = await seen.quiz.locator("[part=retry]").evaluate((button) => button.closest("[lang]")?.lang);
  assert.equal(lang, "en", "the button to try again");
  await seen.close();
});

test("what is said when a quiz cannot start is in the page's language", async () => {
  const said = new Set();
  for (const lang of LANGUAGES) {
    const seen = await openPage(browser, { lang, body: `<adil-quiz loading="eager"></adil-quiz>` });
    const panel = seen.quiz.locator("[part=error]");
    said.add(await panel.locator("p").innerText());
    assert.equal(await seen.quiz.locator("[part=retry]").innerText(), words(lang).try_again);
    assert.equal(await panel.evaluate((panel) => getComputedStyle(panel).direction), lang === "ar" ? "rtl" : "ltr");
    assert.ok(await hasState(seen.quiz, "error"));
    await seen.close();
  }
  assert.equal(said.size, LANGUAGES.length);
});

const stringsIn = (value) => {
  if (typeof value === "string") return /\p{L}{2}/u.test(value) ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
};

for (const mode of MODES) {
  test(`an English file in a Kazakh page has its own texts said to be English (${mode})`, async () => {
    const seen = await openPage(browser, { lang: "kk" });
    const sources = [{ title: "The United Nations", url: "https://example.test/" }];
    const content = everyType({
      title: "Stones and planets", intro: "Begin now.", settings: { tries: 1 }, bands: [{ min: 0, text: "Well done." }],
    });
    content.items.forEach((item) => Object.assign(item, { hints: ["Think."], sources }));
    const authors = stringsIn([content.title, content.intro, content.items, content.bands]);
    checkNone(await find(seen, looks.foreign, content, { mode }, { given: { authors, lang: "en", ours: "kk" } }));
    await seen.close();
  });
}

test("headings leave out no level, on any screen", async () => {
  const seen = await openPage(browser);
  const found = [];
  const content = everyType({ intro: "Begin." });
  for (const mode of MODES) found.push(...await find(seen, looks.headings, content, { mode }));
  checkNone(found);
  await seen.close();
});

test("numbers are written as each language writes them", async () => {
  const seen = await openPage(browser);
  const item = single("one", { stem: "It costs {money:1234.5}." });
  item.options[0].score = 0.5;
  const expected = { en: ["1,234.5", "0.5"], ru: ["1 234,5", "0,5"], kk: ["1 234,5", "0,5"] };
  for (const [lang, numbers] of Object.entries(expected)) {
    await show(seen, quizOf([item], { languages: [lang], settings: { tries: 1 } }), { lang });
    const price = (await seen.quiz.locator(".stem bdi").innerText()).replace(/\s/g, " ");
    await tour(seen.quiz, () => []);
    const score = /[\d.,]+/.exec(await seen.quiz.locator(".score").innerText())[0];
    assert.deepEqual([price, score], numbers, lang);
  }
  await seen.close();
});

test("Kazakh letters stay what they are, and are letters of their own in answers", async () => {
  const letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
  const seen = await openPage(browser, { lang: "kk" });
  const item = (accepted) => ({ id: "one", type: "text", stem: letters, accepted: [accepted] });
  const verdictOn = async (accepted, typed) => {
    await show(seen, quizOf([item(accepted)], { languages: ["kk"] }));
    await seen.quiz.locator(".blank").fill(typed);
    await seen.quiz.locator(".go").click();
    return seen.quiz.locator(".verdict").getAttribute("data-state");
  };
  assert.equal(await verdictOn("Ұлт намысы", "ұЛТ НАМЫСЫ"), "right");
  assert.equal(await seen.quiz.locator(".stem").innerText(), letters);
  for (const [letter, other] of ["ӘА", "ҒГ", "ҚК", "ҢН", "ӨО", "ҰУ", "ҮУ", "ІИ", "ҺХ"]) {
    const typed = `${letter}${letter}`.toLowerCase();
    assert.equal(await verdictOn(`${letter}${letter}`, typed), "right", `${typed} is ${letter}${letter}`);
    assert.equal(await verdictOn(`${letter}${letter}`, `${other}${other}`), "wrong", `${other} is not ${letter}`);
  }
  await seen.close();
});

test("HTML in options and cards reads as text where answers stand in one line", async () => {
  const seen = await openPage(browser);
  const html = (text) => ({ html: `<p>${text} &amp; <em>more</em></p>` });
  const options = [{ text: html("quartz"), score: 1 }, { text: html("granite") }];
  const { sort } = items;
  const groups = sort.groups.map((group) => ({ ...group, text: html(group.text) }));
  const content = quizOf([single("one", { options }), { ...sort, groups }], { settings: { tries: 1 } });
  const raw = ({ root }) => (root.textContent.match(/<\/?\w+>|&amp;/) ?? []).map((mark) => `${mark} is read`);
  const found = [];
  for (const mode of MODES) found.push(...await find(seen, raw, content, { mode }));
  checkNone(found);
  await seen.close();
});

/** Boxes of elements by their selectors. */
const boxesOf = (quiz, selectors) => quiz.evaluate((quiz, selectors) => selectors.map((selector) => {
  const { left, right, top, width } = quiz.shadowRoot.querySelector(selector).getBoundingClientRect();
  return { left, right, top, width, center: (left + right) / 2 };
}), selectors);

/** Of these pairs the first stands after the second, read from right to left. */
async function checkMirrored(quiz, pairs) {
  for (const pair of pairs) {
    const [first, second] = await boxesOf(quiz, pair);
    assert.ok(first.center > second.center, `${pair[0]} stands to the right of ${pair[1]}`);
  }
}

test("Arabic is read from right to left: progress, options, tools and the way on", async () => {
  const seen = await openPage(browser, { lang: "ar", viewport: { width: 900, height: 900 } });
  const { quiz } = seen;
  await show(seen, example("fair-and-square"));
  const texts = words("ar");
  await checkMirrored(quiz, [
    [".steps .step:first-child", ".steps .step:last-child"],
    [".steps .step[data-state=now]", ".steps .step:last-child"],
    [".option .key", ".option .text"], [".ways > :not([hidden])", ".go"],
  ]);
  await quiz.locator(".option").first().click();
  await quiz.locator(".go").click();
  const note = quiz.locator(".note").first();
  const [right, left] = await note.evaluate((note) => {
    const { borderRightWidth, borderLeftWidth } = getComputedStyle(note);
    return [borderRightWidth, borderLeftWidth].map(parseFloat);
  });
  assert.ok(right > left, "the mark of a note is at its right");
  assert.equal(await quiz.locator(".stem").first().evaluate((stem) => getComputedStyle(stem).direction), "rtl");
  // Western numbers, as the file's own texts have them.
  const numbers = await quiz.locator(".option .key").allInnerTexts();
  assert.deepEqual(numbers, ["1", "2", "3"]);
  assert.equal(await quiz.locator(".verdict").innerText(), texts.not_quite);

  await show(seen, everyType(), { mode: "test" });
  await checkMirrored(quiz, [
    [".overview li:first-child", ".overview li:nth-child(2)"], [".head .title", ".head .sign:not([hidden])"],
  ]);
  await show(seen, quizOf([items.order]));
  await quiz.locator(".waiting").first().click();
  await quiz.locator(".placed .tools").waitFor();
  await checkMirrored(quiz, [[".placed .key", ".placed .words"], [".placed .words", ".placed .tools"]]);
  await show(seen, quizOf([items.scale]));
  await checkMirrored(quiz, [[".scale .step:first-child", ".scale .step:last-child"]]);
  await show(seen, quizOf([items.number]));
  assert.equal(await quiz.locator(".blank").evaluate((field) => getComputedStyle(field).direction), "ltr");
  checkQuiet(seen);
  await seen.close();
});

for (const [lang, on, back] of [["en", "ArrowRight", "ArrowLeft"], ["ar", "ArrowLeft", "ArrowRight"]]) {
  test(`in class, ${on} goes on in ${lang}, and ${back} back`, async () => {
    const seen = await openPage(browser, { lang });
    await show(seen, quizOf([single("one"), single("two")]), { mode: "class" });
    const stem = () => seen.quiz.locator(".stem").innerText();
    await seen.quiz.locator(".base").focus();
    await seen.page.keyboard.press(on);
    await checkSoon(stem, "Which one, two?");
    await seen.page.keyboard.press(back);
    await checkSoon(stem, "Which one, one?");
    await seen.close();
  });
}
