// A learner who knows the content file: gives right answers to items of every type, by mouse,
// by touch, or by the keyboard alone.
import assert from "node:assert/strict";
import { checkSoon } from "./page.mjs";

/** An author's text as it reads in a language, without its marks. */
export const plain = (text, lang = "en") => {
  const chosen = text?.html ?? text;
  const words = typeof chosen === "string" ? chosen : chosen[lang] ?? Object.values(chosen)[0];
  return squeeze(words.replace(/<[^>]*>|[*`]/g, ""));
};
const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** The one of these elements that reads so. */
async function reading(elements, text) {
  // What an item needs of the bundle's second part may come a moment later.
  await elements.first().waitFor();
  const all = (await elements.allTextContents()).map(squeeze);
  const at = all.indexOf(text);
  assert.ok(at >= 0, `“${text}” is among ${JSON.stringify(all)}`);
  return elements.nth(at);
}

export const hands = {
  mouse: { press: (element) => element.click(), type: (element, text) => element.fill(text) },
  touch: { press: (element) => element.tap(), type: (element, text) => element.fill(text) },
};

/** The hands of someone who has no mouse: Tab to the element, then Enter. */
export function keyboard(page) {
  const tabTo = async (element) => {
    // Whoever could not get there by Tab within all elements of a page cannot get there at all.
    for (let n = 0; n < 60; n++) {
      if (await element.evaluate((element) => (element.closest("button") ?? element).matches(":focus"))) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the Tab key reaches ${element}`);
  };
  return {
    page,
    tabTo,
    press: async (element) => {
      await tabTo(element);
      await page.keyboard.press("Enter");
    },
    type: async (element, text) => {
      await tabTo(element);
      await page.keyboard.type(text);
    },
  };
}

const isRight = (option) => (option.score ?? 0) > 0;

/** The places of the right options of an item with options, counted from 0. */
export function rightOptions(item) {
  const places = (test) => item.options.map((option, n) => (test(option) ? n : -1)).filter((n) => n >= 0);
  if (item.type === "truth") return [item.answer ? 0 : 1];
  if (item.type === "poll") return [1];
  return item.type === "single" ? places((option) => option.score === 1).slice(0, 1) : places(isRight);
}

/** Picks options: by pressing them, or with keys by number or by arrows. */
async function choose(quiz, item, hand, lang) {
  const labels = quiz.locator("label.option");
  for (const n of rightOptions(item)) {
    const label = item.type === "truth" ? labels.nth(n) : await reading(labels.locator(".text"), plain(item.options[n].text, lang));
    if (!hand.page) {
      await hand.press(label);
    } else if (item.type === "single") {
      const keys = (await labels.locator(".text").allTextContents()).map(squeeze);
      await hand.page.keyboard.press(`Digit${keys.indexOf(plain(item.options[n].text, lang)) + 1}`);
    } else if (item.type === "multiple") {
      await hand.tabTo(labels.nth(n).locator("input"));
      await hand.page.keyboard.press("Space");
    } else {
      await hand.tabTo(labels.first().locator("input"));
      await hand.page.keyboard.press("Space");
      for (let step = 0; step < n; step++) await hand.page.keyboard.press("ArrowDown");
    }
  }
}

async function fillBlanks(quiz, item, hand, lang) {
  const alone = { number: () => String((item.answer ?? item.least)), text: () => plain(item.accepted[0].text ?? item.accepted[0], lang) };
  if (alone[item.type]) return hand.type(quiz.locator(".blank"), alone[item.type]());
  const numbers = [...plain(item.text, lang).matchAll(/\{(\d+)\}/g)].map((found) => found[1] - 1);
  for (const [place, number] of numbers.entries()) {
    const blank = item.blanks[number];
    const field = quiz.locator(".blank").nth(place);
    if (blank.options) await field.selectOption(plain(blank.options[0], lang));
    else await hand.type(field, String(blank.answer ?? plain(blank.accepted[0].text ?? blank.accepted[0], lang)));
  }
}

/** Gives the right answer to the shown item, without checking it. */
export async function give(quiz, item, { hand = hands.mouse, lang = "en" } = {}) {
  const press = async (elements, text) => hand.press(await reading(elements, plain(text, lang)));
  switch (item.type) {
    case "order":
      for (const entry of item.entries) {
        const waiting = quiz.locator(".waiting");
        await waiting.first().waitFor();
        const before = await waiting.count();
        await press(waiting, entry);
        await checkSoon(() => waiting.count(), before - 1);
      }
      return;
    case "match":
      for (const pair of item.pairs) {
        await press(quiz.locator(".pair > .option .text"), pair.left).catch(() => {});
        await press(quiz.locator(".option.partner > .words"), pair.right);
      }
      return;
    case "sort":
      await quiz.locator(".card").first().waitFor();
      for (const card of item.cards) {
        const texts = (await quiz.locator(".card .card-text .words").allTextContents()).map(squeeze);
        const row = quiz.locator(".card").nth(texts.indexOf(plain(card.text, lang)));
        const at = item.groups.findIndex((group) => group.id === card.group);
        if (!hand.page) {
          await hand.press(row.locator(".group").nth(at));
          continue;
        }
        await hand.tabTo(row.locator("input").first());
        await hand.page.keyboard.press("Space");
        for (let step = 0; step < at; step++) await hand.page.keyboard.press("ArrowDown");
      }
      return;
    case "number": case "text": case "blanks":
      return fillBlanks(quiz, item, hand, lang);
    case "scale":
      return hand.press(quiz.locator(".scale .step").nth(1));
    default:
      return choose(quiz, item, hand, lang);
  }
}

const OPEN = ["poll", "scale"];

/** Answers, checks and reads the verdict of one item in learn mode, and goes on. */
export async function solve(quiz, item, { hand = hands.mouse, lang = "en", checked = () => {} } = {}) {
  await give(quiz, item, { hand, lang });
  await hand.press(quiz.locator(".go"));
  const state = () => quiz.locator(".verdict").getAttribute("data-state");
  await checkSoon(state, OPEN.includes(item.type) ? "open" : "right", `the verdict on ${item.id}`);
  await checked(item);
  await hand.press(quiz.locator(".go"));
}

/** Takes a whole quiz in learn mode without a mistake, from its start to its result. */
export async function solveAll(quiz, content, options = {}) {
  const { hand = hands.mouse } = options;
  if (await quiz.locator(".intro").count()) await hand.press(quiz.locator(".go"));
  for (const item of content.items) {
    // Each item is the file's next one.
    if (!item.stem.html) {
      const stem = async () => (await quiz.locator(".stem").textContent()).replace(/\s+/g, "").slice(0, 12);
      await checkSoon(stem, plain(item.stem, options.lang).replace(/\s+/g, "").slice(0, 12));
    }
    await solve(quiz, item, options);
  }
  await quiz.locator(".result").waitFor();
}

/** The points of a content file. */
export const pointsOf = (content) =>
  content.items.filter((item) => !OPEN.includes(item.type)).reduce((sum, item) => sum + (item.weight ?? 1), 0);
