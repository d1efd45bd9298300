// What learners did stays what they did, whatever its author or the page changes around it; each
// test tells how it once did not.
import assert from "node:assert/strict";
import { lesson, stops, text as lessonText } from "../engines/lesson.mjs";
import { test } from "../run/test.mjs";
import { checkQuiet, checkSoon, html, quizOf, readJson, ready, useBrowser, words } from "./page.mjs";

const { site, visit, visitor } = useBrowser();
const text = words();

const cities = (...names) => ({
  id: "city", type: "single", stem: "Which is the capital?",
  options: names.map((name) => ({ text: name, score: name === "Astana" ? 1 : 0 })),
});
const sum = (...names) => ({
  id: "sum", type: "single", stem: "2 + 2?",
  options: names.map((name) => ({ text: name, score: name === "4" ? 1 : 0 })),
});

/** A page with one element, whose file its author can edit. */
async function openFile(tag, content, { attributes = "", lang = "en" } = {}) {
  const body = `<${tag} loading="eager" storage="device" src="/file.json" ${attributes}></${tag}>`;
  const bodies = { "/page.html": html(body, { lang }), "/file.json": JSON.stringify(content), "/blank.html": "" };
  const made = await site({ bodies });
  const seen = await visit(`${made.origin}/page.html`);
  const element = seen.page.locator(tag).first();
  await ready(element);
  const edit = async (edited) => {
    made.faulty((path) => (path === "/file.json" ? { body: JSON.stringify(edited) } : undefined));
    await seen.page.goto(`${made.origin}/page.html`);
    await ready(element);
  };
  // What is put into the storage while the widget is not there.
  const keep = async (key, run) => {
    await seen.page.goto(`${made.origin}/blank.html`);
    await seen.page.evaluate(([key, run]) => {
      localStorage.setItem(key, JSON.stringify({ day: Math.floor(Date.now() / 864e5), run }));
    }, [key, run]);
  };
  return { ...seen, element, edit, keep };
}

const button = (element, name) => element.getByRole("button", { name, exact: true });
const choose = (element, name) => element.locator("label").filter({ hasText: name }).click();
// A checked option is called by its words and its verdict.
const chosen = (element, name) => element.locator("label").filter({ hasText: name }).locator("input").isChecked();
const speak = (page, lang) => page.evaluate((lang) => (document.documentElement.lang = lang), lang);

// A teacher put one more option before the right one and swapped two others: "Aktau" and "5" were
// shown as chosen, and two right answers were worth nothing.
test("answers stay with their options when a file is edited", async () => {
  const content = quizOf([cities("Astana", "Almaty"), sum("4", "5")]);
  const { element: quiz, edit, ...seen } = await openFile("adil-quiz", content, { attributes: `mode="test"` });
  await choose(quiz, "Astana");
  await button(quiz, text.next).click();
  await choose(quiz, "4");
  await edit(quizOf([cities("Aktau", "Astana", "Almaty"), sum("5", "4")]));
  await checkSoon(() => chosen(quiz, "4"), true);
  assert.equal(await quiz.locator("[part=notice]").count(), 0, "nothing was lost, so nothing is said");
  await button(quiz, text.back).click();
  await checkSoon(() => chosen(quiz, "Astana"), true);
  await button(quiz, text.next).click();
  await button(quiz, text.finish).click();
  await checkSoon(async () => /2 of 2/.test(await quiz.locator(".score").textContent()), true);
  checkQuiet(seen);
  await seen.close();
});

// The same while learning: "Astana – Correct" became "Aktau – Not quite". And a question that was
// added never came to those who had begun.
test("what has no place any more goes alone and is said; what is new comes along", async () => {
  const content = quizOf([cities("Almaty", "Astana", "Oral"), sum("4", "5")]);
  const { element: quiz, edit, ...seen } = await openFile("adil-quiz", content);
  await choose(quiz, "Oral");
  await button(quiz, text.check_answer).click();
  await button(quiz, text.next).click();
  await choose(quiz, "4");
  await button(quiz, text.check_answer).click();
  await checkSoon(() => quiz.locator(".verdict").count(), 1);
  await edit(quizOf([cities("Almaty", "Astana"), sum("5", "4"), { ...sum("4", "22"), id: "new" }]));
  await checkSoon(() => quiz.locator("[part=notice]").innerText(), text.changed);
  assert.ok(await chosen(quiz, "4"));
  assert.match(await quiz.locator(".verdict").innerText(), new RegExp(text.correct));
  assert.match(await quiz.locator("[part=count]").innerText(), /2.*3/);
  await button(quiz, text.back).click();
  await checkSoon(() => quiz.locator("input:checked").count(), 0);
  await choose(quiz, "Astana");
  await button(quiz, text.check_answer).click();
  await checkSoon(async () => (await quiz.locator(".verdict").innerText()).includes(text.correct), true);
  checkQuiet(seen);
  await seen.close();
});

// In a class of two languages a pupil chose "white", pressed "Русский", and the blank was empty.
test("a word chosen in a blank stays chosen in another language", async () => {
  const snow = {
    id: "snow", type: "blanks", stem: { en: "Fill", ru: "Заполните" }, text: { en: "Snow is {1}.", ru: "Снег {1}." },
    blanks: [{ options: [{ en: "white", ru: "белый" }, { en: "black", ru: "чёрный" }] }],
  };
  const content = quizOf([snow], { languages: ["en", "ru"] });
  const { page, element: quiz, ...seen } = await openFile("adil-quiz", content, { attributes: `mode="test"` });
  await quiz.getByRole("combobox").selectOption("white");
  await speak(page, "ru");
  await checkSoon(() => quiz.getByRole("combobox").locator("option:checked").innerText(), "белый");
  await button(quiz, words("ru").finish).click();
  await checkSoon(async () => /1.*1/.test(await quiz.locator(".score").textContent()), true);
  checkQuiet(seen);
  await seen.close();
});

// One file twice in a page: after a reload both showed what was done in the second.
test("two elements with one file keep their runs apart and warn the author", async () => {
  const tag = `<adil-quiz loading="eager" src="/file.json"></adil-quiz>`;
  const content = JSON.stringify(quizOf([cities("Astana", "Almaty")]));
  const made = await site({ bodies: { "/page.html": html(tag + tag), "/file.json": content } });
  const { page, warned, ...seen } = await visit(`${made.origin}/page.html`);
  const [first, second] = [0, 1].map((n) => page.locator("adil-quiz").nth(n));
  await Promise.all([ready(first), ready(second)]);
  await choose(first, "Astana");
  await button(first, text.check_answer).click();
  await checkSoon(() => first.locator(".verdict").count(), 1);
  await choose(second, "Almaty");
  await page.reload();
  await Promise.all([ready(first), ready(second)]);
  await checkSoon(() => chosen(first, "Astana"), true);
  assert.equal(await first.locator(".verdict").count(), 1);
  await checkSoon(() => chosen(second, "Almaty"), true);
  assert.equal(await second.locator(".verdict").count(), 0);
  assert.match(warned.join("\n"), /file\.json: id: expected another than in the rest of this page/);
  checkQuiet(seen);
  await seen.close();
});

// Maths was made by copying Geography, and its id was not changed: it opened as already answered.
test("a copied file with its old id has a run of its own", async () => {
  const page = (file) => html(`<adil-quiz loading="eager" storage="device" src="/${file}.json"></adil-quiz>`);
  const files = { geography: cities("Almaty", "Astana"), maths: { ...sum("5", "4"), id: "city" } };
  const bodies = Object.entries(files).flatMap(([name, item]) =>
    [[`/${name}.html`, page(name)], [`/${name}.json`, JSON.stringify(quizOf([item]))]]);
  const made = await site({ bodies: Object.fromEntries(bodies) });
  const context = await visitor();
  const { page: tab, ...seen } = await visit(`${made.origin}/geography.html`, { context });
  const quiz = tab.locator("adil-quiz");
  await ready(quiz);
  await choose(quiz, "Almaty");
  await button(quiz, text.check_answer).click();
  await checkSoon(() => quiz.locator(".verdict").count(), 1);
  await tab.goto(`${made.origin}/maths.html`);
  await ready(quiz);
  assert.equal(await quiz.locator("input:checked").count(), 0);
  await choose(quiz, "4");
  await tab.goto(`${made.origin}/geography.html`);
  await ready(quiz);
  await checkSoon(() => chosen(quiz, "Almaty"), true);
  assert.equal(await quiz.locator("[part=notice]").count(), 0);
  checkQuiet(seen);
  await seen.close();
});

// Another edition of a file lay at an address of its own, and whoever had begun the earlier one began
// anew. A copy has the version of what it was copied from, and stays by itself.
test("another edition at another address takes the run over, once", async () => {
  const page = (file) => html(`<adil-quiz loading="eager" mode="test" storage="device" src="/${file}.json"></adil-quiz>`);
  const files = {
    first: quizOf([cities("Astana", "Almaty"), sum("4", "5")], { contentVersion: "1.9" }),
    copy: quizOf([cities("Aktau", "Astana", "Almaty"), sum("5", "4")], { contentVersion: "1.9" }),
    second: quizOf([cities("Aktau", "Astana", "Almaty"), sum("5", "4")], { contentVersion: "1.10" }),
  };
  const bodies = Object.entries(files).flatMap(([name, file]) =>
    [[`/${name}.html`, page(name)], [`/${name}.json`, JSON.stringify(file)]]);
  const made = await site({ bodies: Object.fromEntries(bodies) });
  const { page: tab, quiz, ...seen } = await visit(`${made.origin}/first.html`);
  const visitAgain = async (name) => {
    await tab.goto(`${made.origin}/${name}.html`);
    await ready(quiz);
  };
  await ready(quiz);
  await choose(quiz, "Astana");
  await button(quiz, text.next).click();
  await choose(quiz, "4");
  await visitAgain("copy");
  await quiz.locator("input").first().waitFor();
  assert.equal(await quiz.locator("input:checked").count(), 0);
  await visitAgain("second");
  await checkSoon(() => chosen(quiz, "4"), true);
  assert.equal(await quiz.locator("[part=notice]").count(), 0, "nothing was lost");
  await button(quiz, text.back).click();
  await checkSoon(() => chosen(quiz, "Astana"), true);
  await button(quiz, text.next).click();
  await button(quiz, text.finish).click();
  await checkSoon(async () => /2 of 2/.test(await quiz.locator(".score").textContent()), true);
  // The next pupil at this device finds nothing of it.
  await button(quiz, text.next_pupil).click();
  await visitAgain("second");
  await quiz.locator("input").first().waitFor();
  assert.equal(await quiz.locator("input:checked").count(), 0);
  checkQuiet(seen);
  await seen.close();
});

// A run that an earlier version of Adil kept, by places and without the file's address.
test("what an earlier version kept is taken up once", async () => {
  const content = quizOf([cities("Astana", "Almaty")]);
  const { page, element: quiz, edit, keep, ...seen } = await openFile("adil-quiz", content);
  const answers = [{
    item: "city", response: { c: [1] }, tries: 1, spared: 0, checked: true, best: 0, flagged: false, hints: 0, revision: 2,
  }];
  await keep(`adil/quiz/${content.id}/learn/`, {
    id: 7, seed: 7, at: 0, started: true, finished: false, reminded: false, seconds: 0, answers,
  });
  await edit(content);
  await checkSoon(() => chosen(quiz, "Almaty"), true);
  await button(quiz, text.finish).click();
  await quiz.locator(".result").waitFor();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  assert.equal(keys.length, 1);
  assert.match(keys[0], /@\d+\/learn\/$/);
  checkQuiet(seen);
  await seen.close();
});

const pledge = (...ids) => ({
  format: "adil", formatVersion: 1, kind: "pledge", id: "promises", title: { en: "P", ru: "О" },
  languages: ["en", "ru"], clauses: ids.map((id) => ({ id, text: { en: `I ${id}.`, ru: `Я ${id}.` } })),
});

// Whoever changed the language on the way began the whole pledge anew.
test("a pledge on its way goes on in another language, and says which promises are gone", async () => {
  const [en, ru] = ["en", "ru"].map((lang) => readJson(`locales/pledge.${lang}.json`));
  const { page, element, edit, ...seen } = await openFile("adil-pledge", pledge("help", "ask", "name"));
  for (const takes of [true, true]) {
    if (takes) await element.locator("label.option").click();
    await button(element, en.next).click();
  }
  await speak(page, "ru");
  await checkSoon(() => element.locator(".clause-text").innerText(), "Я name.");
  await button(element, ru.next).click();
  await button(element, ru.next).click();
  await checkSoon(() => element.locator(".promises li").allInnerTexts(), ["Я help.", "Я ask."]);
  const promise = button(element, ru.i_pledge);
  await checkSoon(async () => {
    await promise.click({ timeout: 1_000 }).catch(() => {});
    return page.evaluate(() => localStorage.length);
  }, 1);
  await edit(pledge("ask", "name"));
  await checkSoon(() => element.getByText(en.changed).count(), 1);
  await checkSoon(() => element.locator(".promises li").allInnerTexts(), ["I ask."]);
  checkQuiet(seen);
  await seen.close();
});

// A stop that was answered was taken out of a lesson: what went with it went without a word.
test("a lesson says that answers of stops which are gone are gone", async () => {
  const { element: video, edit, keep, ...seen } = await openFile("adil-video", lesson());
  const answered = ["gone", stops.must.id].map((id) => ({ id, outcome: "right", tries: 1 }));
  await keep("adil/video/short-lesson/learn/", { answered, at: { after: null, offset: 0 } });
  await edit(lesson());
  await checkSoon(() => video.getByText(lessonText().changed).count(), 1);
  checkQuiet(seen);
  await seen.close();
});
