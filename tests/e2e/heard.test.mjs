// What those hear who do not see a quiz: names, descriptions, and what is said when something changes.
// Transcripts of whole runs are in `heard-transcripts.test.mjs`; here is what had been wrong.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { button, checkIt, go, press, verdict } from "./acts.mjs";
import { items, mistaken } from "./items.mjs";
import {
  announced, announcedIn, checkSoon, fill, lastAnnounced, quizOf, ready, single, useBrowser, words,
} from "./page.mjs";
import { give } from "./solve.mjs";

const { visitor, visitQuiz } = useBrowser();
const text = words();

const open = async (content, attributes = "", more = {}) => {
  const seen = await visitQuiz(content, { attributes: `loading="eager" seed="1" ${attributes}`, ...more });
  await ready(seen.quiz);
  return seen;
};
/** Of what an element has the focus: its name, as a screen reader says it. */
const role = (quiz, role, name) => quiz.getByRole(role, { name, exact: true });
const hasFocus = (element) => element.evaluate((element) => element.matches(":focus"));
const pressSign = (quiz, name, entry) => button(quiz, `${name}: ${entry}`).click();

// Four cards had "the whole class" and "only those concerned" below them, and nobody knew of which.
test("a card to sort is a group by its own words, with its places and its verdict", async () => {
  const { quiz, close } = await open(quizOf([items.sort]));
  await give(quiz, mistaken.sort);
  const owl = role(quiz, "radiogroup", "owl");
  assert.ok(await owl.getByRole("radio", { name: "a fish" }).isChecked());
  await go(quiz);
  await checkSoon(() => verdict(quiz), "wrong");
  await checkSoon(() => owl.getByRole("radio", { name: "a fish" }).getAttribute("aria-disabled"), "true");
  const id = await owl.getAttribute("aria-describedby");
  assert.equal(await quiz.locator(`#${id}`).textContent(), text.not_quite);
  await close();
});

test("arrow keys lead through the places of a card", async () => {
  const { page, quiz, close } = await open(quizOf([items.sort]));
  const owl = role(quiz, "radiogroup", "owl");
  await owl.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await checkSoon(() => owl.getByRole("radio", { name: "a fish" }).isChecked(), true);
  // A second press takes the card out again.
  await page.keyboard.press("Space");
  await checkSoon(() => owl.getByRole("radio", { name: "a fish" }).isChecked(), false);
  await close();
});

// "Now at place 1" was said of an entry that nobody named, while the focus went on to another one.
test("an entry that is put in order is named with its place, also by its buttons", async () => {
  const { page, quiz, close } = await open(quizOf([items.order]));
  await quiz.locator(".waiting").filter({ hasText: "Venus" }).click();
  const place = (n) => fill(text.placed_at, { n, total: 4 });
  await checkSoon(() => lastAnnounced(page), `Venus: ${place(1)}`);
  await quiz.locator(".waiting").filter({ hasText: "Earth" }).click();
  await checkSoon(() => lastAnnounced(page), `Earth: ${place(2)}`);
  await pressSign(quiz, text.move_up, "Earth");
  await checkSoon(() => lastAnnounced(page), `Earth: ${place(1)}`);
  await pressSign(quiz, text.move_up, "Earth");
  await checkSoon(() => lastAnnounced(page), `Earth: ${text.is_first}`);
  await pressSign(quiz, text.move_down, "Venus");
  await checkSoon(() => lastAnnounced(page), `Venus: ${text.is_last}`);
  await close();
});

// Each second made the list anew, and the focus fell out of it.
test("the focus stays at an entry while the time runs", async () => {
  const context = await visitor();
  await context.clock.install();
  const { page, quiz, close } = await open(quizOf([items.order]), `mode="test" time-limit="5"`, { context });
  await press(quiz, text.start);
  await quiz.locator(".waiting").first().click();
  await quiz.locator(".waiting").first().click();
  const up = quiz.getByRole("button", { name: `${text.move_up}: ` }).last();
  await up.focus();
  await page.clock.runFor(3_000);
  assert.ok(await hasFocus(up));
  await close();
});

test("a pair says what belongs to what, in columns with names", async () => {
  const { page, quiz, close } = await open(quizOf([items.match]));
  const cards = role(quiz, "group", text.pair_cards);
  const matches = role(quiz, "group", text.pair_matches);
  await cards.getByRole("button", { name: "horse" }).click();
  await matches.getByRole("button", { name: "foal" }).click();
  await checkSoon(() => lastAnnounced(page), `horse. ${text.matched_with} foal`);
  for (const button of [cards.getByRole("button", { name: "horse" }), matches.getByRole("button", { name: "foal" })]) {
    const name = await button.ariaSnapshot();
    assert.match(name, new RegExp(`${text.matched_with} (foal|horse)`));
    assert.doesNotMatch(name, /[↳↲\d]/, "no sign and no number whose twin is hidden");
  }
  await matches.getByRole("button", { name: "foal" }).click();
  await checkSoon(() => lastAnnounced(page), `horse: ${text.unmatched}`);
  await close();
});

// "Blank 2" said nothing of the sentence that it stands in, nor whether it was right.
test("a blank is described by its sentence, its unit and its verdict", async () => {
  const { quiz, close } = await open(quizOf([items.blanks, items.number]));
  const field = quiz.getByRole("textbox", { name: fill(text.blank_n, { n: 1 }) });
  const about = async (field) => {
    const ids = (await field.getAttribute("aria-describedby")).split(" ");
    return (await Promise.all(ids.map((id) => quiz.locator(`[id="${id}"]`).allTextContents()))).flat().join(" ");
  };
  assert.match(await about(field), /Bees make .* out of .* and walk on .* legs\./);
  await give(quiz, mistaken.blanks);
  await checkIt(quiz);
  await checkSoon(() => field.getAttribute("aria-invalid"), "true");
  assert.ok((await about(field)).includes(text.not_quite));
  await go(quiz);
  // A lone field is called as its question; "Blank 1" was heard before.
  const alone = quiz.getByRole("textbox", { name: items.number.stem });
  assert.ok((await about(alone)).includes("days"));
  await close();
});

test("a reason names the option that it is about, where several may be chosen", async () => {
  const several = {
    ...items.multiple, options: items.multiple.options.map((option) => ({ ...option, feedback: `About ${option.text}.` })),
  };
  const { page, quiz, close } = await open(quizOf([several]));
  await give(quiz, several);
  await checkIt(quiz);
  await checkSoon(() => lastAnnounced(page), `${text.correct}. spruce: About spruce. pine: About pine.`);
  await close();
});

// Feedback in English was read by the Arabic voice of the page, and sentences ended in "?. ".
test("each part of what is said has its own language, and one end", async () => {
  const asking = single("one", { feedback: { right: "Do you see?" }, hints: ["Look!"] });
  const { page, quiz, close } = await open(quizOf([asking]), `lang="ar"`);
  const arabic = words("ar");
  await press(quiz, arabic.hint);
  await checkSoon(() => lastAnnounced(page), `${arabic.hint}: Look!`);
  assert.deepEqual(await announcedIn(page), ["ar", "en"]);
  await quiz.locator(".option").nth(1).click();
  await checkIt(quiz);
  await checkSoon(() => lastAnnounced(page), `${arabic.correct}. Do you see?`);
  assert.deepEqual(await announcedIn(page), ["ar", "en"]);
  assert.equal(await quiz.getByRole("radio").first().getAttribute("lang"), "en");
  await close();
});

test("a question that gets the focus says which it is, once, and is a heading below the quiz's", async () => {
  const { quiz, close } = await open(quizOf([single("one"), single("two")]), `heading-level="3"`);
  await quiz.locator(".option").first().click();
  await checkIt(quiz);
  await go(quiz);
  const heading = quiz.getByRole("heading", { level: 4 });
  const name = `${fill(text.question_n_of, { n: 2, total: 2 })} Which one, two? ${text.choose_one}`;
  await checkSoon(() => hasFocus(heading), true);
  assert.equal(await role(quiz, "heading", name).count(), 1);
  assert.equal(await role(quiz, "heading", "A test").evaluate((title) => title.localName), "h3");
  await role(quiz, "radiogroup", `Which one, two? ${text.choose_one}`).waitFor();
  await close();
});

// Twelve buttons were called "Why?", and only a colour told which questions were right.
test("the review has a heading and a verdict for each question, and reasons that differ", async () => {
  const { quiz, close } = await open(quizOf([single("one"), single("two")]));
  for (const n of [0, 1]) {
    await quiz.locator(".option").nth(n).click();
    await checkIt(quiz);
    await go(quiz);
  }
  await quiz.locator(".result").waitFor();
  const result = `${text.your_score} ${fill(text.points_of, { n: 1, total: 2 })} 50%`;
  await checkSoon(() => role(quiz, "heading", result).count(), 1, "the heading says how it went");
  await press(quiz, text.review);
  await quiz.locator(".reviewed").first().waitFor();
  for (const [n, word] of [[1, text.not_quite], [2, text.correct]]) {
    const which = fill(text.question_n_of, { n, total: 2 });
    const row = quiz.locator(".reviewed").nth(n - 1);
    assert.equal(await row.getByRole("heading", { level: 4 }).filter({ hasText: which }).count(), 1);
    assert.equal(await row.locator(".verdict").first().textContent(), word);
    assert.equal(await row.locator("summary").textContent(), `${text.why} ${which}`);
  }
  await close();
});

test("the time is said at the start, at half, at a minute, at ten seconds, at the end, and on a key", async () => {
  const context = await visitor();
  await context.clock.install();
  const { page, quiz, close } = await open(quizOf([single("one")]), `mode="test" time-limit="4"`, { context });
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await press(quiz, text.start);
  const left = (...parts) => [`${text.time_left}:`, ...parts].join(" ");
  const minutes = (n) => fill(text.minutes[n === 1 ? "one" : "other"], { n });
  const seconds = (n) => fill(text.seconds.other, { n });
  await checkSoon(() => lastAnnounced(page), left(minutes(4)));
  await page.clock.runFor(30_000);
  await quiz.locator("input").first().focus();
  await page.keyboard.press("t");
  await checkSoon(() => lastAnnounced(page), left(minutes(3), seconds(30)));
  for (const [more, said] of [[90, left(minutes(2))], [60, left(minutes(1))], [50, left(seconds(10))]]) {
    const before = (await announced(page)).length;
    await page.clock.runFor(more * 1_000);
    await checkSoon(async () => (await announced(page)).slice(before), [said]);
  }
  await page.clock.runFor(10_000);
  await checkSoon(() => lastAnnounced(page), text.time_over);
  await close();
});

test("the ends of a scale say what they mean, and a picture is a phrase of its own", async () => {
  const picture = { src: "/icon.svg", alt: "A pencil case" };
  const pictured = single("one", { options: [
    { id: "a", text: "I keep it.", picture, score: 0 }, { id: "b", text: "I give it back.", picture, score: 1 },
  ] });
  const { quiz, close } = await open(quizOf([items.scale, pictured]));
  await quiz.getByRole("radio", { name: /^1 ?, hardly ever$/ }).waitFor();
  await role(quiz, "radio", "3").waitFor();
  await quiz.getByRole("radio", { name: /^5 ?, every day$/ }).waitFor();
  await give(quiz, items.scale);
  await checkIt(quiz);
  await go(quiz);
  await quiz.getByRole("radio", { name: /^A pencil case ?, I keep it\.$/ }).waitFor();
  await close();
});

test("a table in a stem is part of the question that is read", async () => {
  const table = single("one", { stem: "Who paid?\n\n| name | sum |\n|---|---|\n| Dana | 300 |" });
  const { quiz, close } = await open(quizOf([table, single("two")]));
  const name = /Who paid\? .*name sum .*Dana 300/;
  assert.equal(await quiz.getByRole("heading", { name }).count(), 1);
  assert.equal(await quiz.getByRole("radiogroup", { name }).count(), 1);
  await close();
});

// After a question that was skipped, Chromium led the Tab key past all options of the next one.
test("the Tab key reaches the options of a question behind one that was skipped", async () => {
  const { page, quiz, close } = await open(quizOf([single("one"), single("two")]), `mode="test"`);
  await quiz.locator(".go").focus();
  await page.keyboard.press("Shift+Tab");
  await quiz.locator("input").first().focus();
  await press(quiz, text.next);
  await checkSoon(() => quiz.locator(".stem").textContent(), "Which one, two?");
  await quiz.locator(".ask").focus();
  await page.keyboard.press("Tab");
  await checkSoon(() => quiz.locator("input").first().evaluate((input) => input.matches(":focus")), true);
  await close();
});

test("no word of the interface asks to tap or to click", () => {
  const all = JSON.stringify(text);
  assert.doesNotMatch(all, /\b(tap|click)\b/i);
});
