// A pledge that is remembered just before a quiz: seen, answered to, noted with the run, and never
// in the way of the quiz.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { answer } from "./acts.mjs";
import { taking } from "./items.mjs";
import {
  checkAxe, checkQuiet, checkSoon, example, fired, html, quizOf, readJson, shadowText, single, useBrowser,
} from "./page.mjs";
import { hands, keyboard } from "./solve.mjs";

const { site, visit } = useBrowser();
const pledge = example("my-pledge");
const texts = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const quiz = quizOf([single("one"), single("two")]);

/** Opens a quiz that has a pledge before it. */
async function open({ attributes = "", lang = "en", content = quiz, fault, ...options } = {}) {
  const before = `before="/adil/examples/my-pledge.json"`;
  const tag = `<adil-quiz src="/quiz.json" loading="eager" ${before} ${attributes}><p>The fallback.</p></adil-quiz>`;
  const bodies = { "/page.html": html(tag, { lang }), "/quiz.json": JSON.stringify(content) };
  const made = await site({ bodies, fault });
  const seen = await visit(`${made.origin}/page.html`, options);
  return { ...seen, site: made, reminder: seen.quiz.locator("adil-pledge") };
}

const remember = ({ reminder }, lang) => reminder.getByRole("button", { name: texts(lang).i_remember, exact: true });
const stemOf = ({ quiz }) => quiz.locator(".stem").innerText();

const ways = {
  mouse: [{}, () => hands.mouse],
  touch: [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, () => hands.touch],
  keyboard: [{}, (page) => keyboard(page)],
};
for (const [way, [options, handOf]] of Object.entries(ways)) {
  test(`a clause with an example is remembered before the first question, by ${way}`, async () => {
    const seen = await open(options);
    await remember(seen).waitFor();
    const shown = await shadowText(seen.reminder);
    const clause = pledge.clauses.find(({ text }) => shown.includes(text.en));
    assert.ok(clause, "a clause of the pledge is shown");
    assert.equal(await seen.quiz.locator(".item").count(), 0, "no question is there yet");
    await checkAxe(seen.page, "the reminder");
    await handOf(seen.page).press(remember(seen));
    await checkSoon(() => stemOf(seen), "Which one, one?");
    await checkSoon(() => seen.quiz.evaluate((quiz) => quiz.shadowRoot.activeElement?.className), "ask");
    assert.equal(await seen.reminder.count(), 0);
    const shownEvents = await fired(seen.page, "reminder-shown");
    assert.deepEqual(shownEvents.map(({ detail }) => detail.clauseId), [clause.id]);
    checkQuiet(seen);
    await seen.close();
  });
}

test("the run tells that the pledge was remembered, in its events and after a reload", async () => {
  const seen = await open();
  await remember(seen).click();
  await seen.quiz.locator(".option").nth(1).click();
  const started = async () => (await fired(seen.page, "start")).map(({ detail }) => detail.reminded);
  await checkSoon(started, [true]);
  // The page hears of one widget that is ready: its quiz.
  const readyOnes = await fired(seen.page, "ready");
  assert.deepEqual(readyOnes.map(({ detail }) => detail.widget), ["quiz"]);
  await seen.page.reload();
  await seen.quiz.locator(".item").waitFor();
  assert.equal(await seen.reminder.count(), 0, "a run that began goes on without it");
  for (let n = 0; n < 2; n++) {
    await seen.quiz.locator(".option").nth(1).click();
    await seen.quiz.locator(".go").click();
    await seen.quiz.locator(".verdict").waitFor();
    await seen.quiz.locator(".go").click();
  }
  const done = async () => (await fired(seen.page, "complete")).map(({ detail }) => detail.reminded);
  await checkSoon(done, [true]);
  await seen.close();
});

test("the next pupil is reminded, too; who tries the missed ones again is not", async () => {
  const seen = await open({ content: quizOf([single("one")], { settings: { tries: 1 } }) });
  const wrongly = async () => {
    await answer(seen.quiz, taking(single("one"), "a"));
    await seen.quiz.locator(".result").waitFor();
  };
  await remember(seen).click();
  await wrongly();
  await seen.quiz.locator(".result .go").click();
  await seen.quiz.locator(".item").waitFor();
  await wrongly();
  await seen.quiz.locator(".ways .quiet").last().click();
  await remember(seen).waitFor();
  await seen.close();
});

for (const lang of ["ru", "kk", "ar"]) {
  test(`the reminder speaks the page's language (${lang})`, async () => {
    const seen = await open({ lang });
    await remember(seen, lang).waitFor();
    const shown = await shadowText(seen.reminder);
    assert.ok(pledge.clauses.some(({ text }) => shown.includes(text[lang])));
    const direction = await remember(seen, lang).evaluate((button) => getComputedStyle(button).direction);
    assert.equal(direction, lang === "ar" ? "rtl" : "ltr");
    await seen.close();
  });
}

const broken = {
  "is not there": (path) => (path.endsWith("my-pledge.json") ? { status: 404 } : undefined),
  "is no pledge": (path) => (path.endsWith("my-pledge.json") ? { body: "{}" } : undefined),
  "has no bundle": (path) => (path.includes("adil-pledge-reminder_bg") ? { status: 404 } : undefined),
};
for (const [what, fault] of Object.entries(broken)) {
  test(`a pledge that ${what} does not keep anybody from the quiz, and the author reads why`, async () => {
    const seen = await open({ fault });
    await checkSoon(() => stemOf(seen), "Which one, one?");
    await seen.quiz.locator(".option").nth(1).click();
    const started = async () => (await fired(seen.page, "start")).map(({ detail }) => detail.reminded);
    await checkSoon(started, [false]);
    assert.deepEqual(await fired(seen.page, "error"), [], "for the page the quiz itself is well");
    await checkSoon(() => seen.said.some((line) => line.includes("<adil-pledge>")), true, "the author reads why");
    await seen.close();
  });
}

/** Runs in the page: what is to happen after some seconds happens once a test says so. */
function holdLong() {
  const later = window.setTimeout;
  window.setTimeout = (act, wait, ...given) => {
    if (!(wait >= 5_000)) return later(act, wait, ...given);
    window.passes = act;
    return 0;
  };
}

test("where the reminder hangs, there is a way on without it after a while", async () => {
  const never = new Promise(() => {});
  const seen = await open({ init: [holdLong] });
  await seen.context.route("**/my-pledge.json*", () => never);
  await seen.page.reload();
  await seen.quiz.locator(".before").waitFor();
  const start = seen.quiz.locator(".before .go");
  assert.ok(!(await start.isVisible()), "not at once");
  await seen.page.evaluate(() => window.passes());
  await start.click();
  await checkSoon(() => stemOf(seen), "Which one, one?");
  await seen.close();
});

for (const mode of ["class", "print"]) {
  test(`a ${mode} quiz is not kept waiting by a pledge`, async () => {
    const seen = await open({ attributes: `mode="${mode}"` });
    await seen.quiz.locator(".stem").first().waitFor();
    assert.equal(await seen.reminder.count(), 0);
    assert.ok(!seen.asked.some((url) => url.includes("pledge")), "nothing of the pledge is loaded");
    await seen.close();
  });
}
