// A page adds a language by a file, without building anything: it is found by `lang` or named by an
// attribute, what it lacks or has wrong stays in the nearest language that ships and is named in
// the console, and nothing is asked for twice or in vain. Who switches the language loses nothing.
import assert from "node:assert/strict";
import { merge, nearest } from "../../src/embed/adil-texts.js";
import { WIDGETS as GUARDED, isKept } from "../faults/widgets.mjs";
import { test } from "../run/test.mjs";
import { checkQuiet, checkSoon, html, quizOf, readJson, ready, single, useBrowser, words } from "./page.mjs";

const browser = useBrowser();
const ADDED = `type="module" data-languages="mn fa"`;
const LOCALES = "/adil/locales";
const quiz = quizOf([single("one"), single("two")], { minutes: 5, intro: "Begin." });

/** A page as a teacher writes it, whose script tag names the languages that the school added. */
const page = (body, { lang, added = ADDED }) =>
  html(body, { lang }).replace(`type="module" src`, `${added} src`);

/** Opens a quiz in a language, beside these files. */
async function open(lang, { files = {}, attributes = "", added } = {}) {
  const bodies = {
    "/page.html": page(`<adil-quiz loading="eager" src="/quiz.json" ${attributes}></adil-quiz>`, { lang, added }),
    "/quiz.json": JSON.stringify(quiz),
  };
  for (const [path, file] of Object.entries(files)) bodies[path] = typeof file === "string" ? file : JSON.stringify(file);
  const { origin } = await browser.site({ bodies });
  const seen = await browser.visit(`${origin}/page.html`);
  await ready(seen.quiz);
  const paths = seen.asked.map((url) => new URL(url).pathname);
  return { ...seen, texts: paths.filter((path) => /locales|adil-texts|\/my\//.test(path)).toSorted() };
}

const go = (quiz) => quiz.locator(".go").innerText();

test("a file beside those that ship speaks where the page does, and English says the rest", async () => {
  const mn = { lang: "mn", start: "Эхлэх", questions: { one: "{n} асуулт", other: "{n} асуулт" } };
  const seen = await open("mn-MN", { files: { [`${LOCALES}/quiz.mn.json`]: mn } });
  assert.equal(await go(seen.quiz), mn.start);
  await seen.quiz.getByText("2 асуулт, 5 minutes").waitFor();
  assert.equal(await seen.quiz.locator(".base").getAttribute("lang"), "mn");
  assert.deepEqual(seen.texts, ["/adil/adil-texts.js", `${LOCALES}/quiz.en.json`, `${LOCALES}/quiz.mn.json`]);
  assert.ok(seen.warned.some((line) => /^quiz\.mn\.json: \d+ texts are missing and stay in en: next, /.test(line)), `${seen.warned}`);
  checkQuiet(seen);
  await seen.close();
});

test("languages that ship cost one file, and those that nobody has cost English alone", async () => {
  for (const [lang, file] of [["ru", "ru"], ["kk-Cyrl-KZ", "kk"], ["de_AT", "de"], ["pt-BR", "en"]]) {
    const seen = await open(lang);
    assert.equal(await go(seen.quiz), words(file).start, lang);
    assert.deepEqual(seen.texts, [`${LOCALES}/quiz.${file}.json`], lang);
    checkQuiet(seen);
    await seen.close();
  }
});

test("an element names a file of its own, and a language from right to left runs so", async () => {
  const files = { "/my/words.json": { lang: "fa", start: "شروع" } };
  const seen = await open("en", { files, attributes: `texts="/my/words.json"` });
  assert.equal(await go(seen.quiz), "شروع");
  assert.equal(await seen.quiz.locator(".base").evaluate((base) => getComputedStyle(base).direction), "rtl");
  await seen.quiz.evaluate((quiz) => (quiz.texts = null));
  await checkSoon(() => go(seen.quiz), words("en").start);
  checkQuiet(seen);
  await seen.close();
});

test("plural forms are those of the language of the file", async () => {
  const minutes = { one: "{n} хвилина", few: "{n} хвилини", many: "{n} хвилин", other: "{n} хвилини" };
  const files = { "/my/uk.json": { lang: "uk", minutes, questions: { one: "{n} питання", few: "{n} питання", many: "{n} питань", other: "{n} питання" } } };
  const seen = await open("uk", { files, attributes: `texts="/my/uk.json"` });
  await seen.quiz.getByText("2 питання, 5 хвилин").waitFor();
  checkQuiet(seen);
  await seen.close();
});

test("a file that is broken is named, and the widget goes on in English", async () => {
  const path = `${LOCALES}/quiz.mn.json`;
  const check = async (file, expected, added) => {
    const seen = await open("mn", { files: file === undefined ? {} : { [path]: file }, added });
    assert.equal(await go(seen.quiz), words("en").start);
    const said = seen.said.filter((line) => !/Failed to load resource/.test(line));
    assert.equal(said.length, 1, `${said}`);
    assert.match(said[0], expected);
    await seen.close();
  };
  await check(`{"lang": "mn", "start": "Эхлэх",}`, /^quiz\.mn\.json: .*JSON.*\(http.*quiz\.mn\.json\)$/);
  await check(undefined, /^quiz\.mn\.json: could not be loaded: 404/);
  await check(`{"lang": "mn", "start": ["Эхлэх"]}`, /^quiz\.mn\.json: start: expected a text, found a list/);
  // One that ships, and that a school has changed.
  const seen = await open("ru", { files: { [`${LOCALES}/quiz.ru.json`]: `{"lang": "ru"` } });
  assert.equal(await go(seen.quiz), words("en").start);
  assert.match(seen.said.join(), /locales\/quiz\.ru\.json: .*JSON/);
  await seen.close();
});

const BASE = {
  lang: "en", next: "Next", of: "{n} of {total}", votes: { one: "{n} vote", other: "{n} votes" },
  informal: { next: "Go on" },
};

test("each mistake in a file is told with its key, and what is right counts", () => {
  const check = (own, expected, { errors = [], notes = [] } = {}) => {
    const made = merge({ lang: "uk", ...own }, BASE);
    assert.deepEqual(made.errors, errors);
    assert.deepEqual(made.notes.filter((note) => !/missing/.test(note)), notes);
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(made.table[key], value, key);
  };
  check({ next: "Далі" }, { lang: "uk", next: "Далі", of: "{n} of {total}", informal: {} });
  check({}, { next: "Next", informal: { next: "Go on" } });
  check({ informal: { next: "Далі!" } }, { next: "Next", informal: { next: "Далі!" } });
  check({ of: "{n} із" }, { of: "{n} of {total}" }, { errors: ["of: expected the places {n} {total}, found {n}"] });
  check({ of: "{total}: {n}" }, { of: "{total}: {n}" });
  check({ next: "Далі {n}" }, { next: "Next" }, { errors: ["next: expected no places, found {n}"] });
  check({ next: " " }, {}, { errors: ["next: expected a text, found an empty text"] });
  check({ next: { other: "x" } }, {}, { errors: ["next: expected a text, found an object"] });
  check({ votes: "{n} голосів" }, { votes: BASE.votes }, { errors: ["votes: expected plural forms (few, many, one, other), found a text"] });
  check({ votes: { one: "один голос", other: "{n} голосу" } }, { votes: { one: "один голос", other: "{n} голосу" } });
  check({ votes: { one: "{n} голос" } }, {}, { errors: ['votes: expected a form "other"'] });
  check({ votes: { other: "{m}" } }, {}, { errors: ["votes: other: expected the places {n}, found {m}"] });
  check({ informal: { next: 4 } }, { informal: { next: "Go on" } }, { errors: ["informal.next: expected a text, found 4"] });
  check({ informal: [] }, {}, { errors: ["informal: expected an object of texts"] });
  check({ nxt: "Далі", _status: "draft" }, {}, { notes: ["nxt: no widget shows a text of this name"] });
  check({ numbers: "ru" }, { numbers: "ru" });
  check({ months: ["січня"] }, { months: undefined }, { errors: ["months: expected the names of twelve months"] });
  check({ date: "{day}" }, {}, { errors: ["date: expected the places {day} {month} {year}, found {day}"] });
  assert.match(merge({ lang: "uk" }, BASE).notes[0], /^3 texts are missing and stay in en: next, of, votes$/);
});

test("the nearest language is the longest beginning of a tag that there is", () => {
  const tags = ["en", "kk", "kk-Latn", "zh"];
  const check = (lang, expected) => assert.equal(nearest(lang, tags), expected, lang);
  check("kk-Latn-KZ", "kk-Latn");
  check("kk-latn", "kk-Latn");
  check("kk-Cyrl-KZ", "kk");
  check("zh-Hant-TW", "zh");
  check("mn", "en");
});

/** A file language of a widget: every text of the English table with a mark before it. */
const marked = (table) => {
  const mark = (value) => typeof value === "string" ? `·${value}` : Object.fromEntries(Object.entries(value).map(([form, text]) => [form, `·${text}`]));
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, key === "lang" ? "mn" : mark(value)]));
};

const press = (element, name) => element.getByRole("button", { name, exact: true }).first().click();

/** Each further widget: its content, what a learner does, and how to see in the page that it is still there. */
const FURTHER = [
  {
    kind: "check", src: "coi-check.json",
    async act(check, text) {
      await press(check, text.start);
      await check.getByRole("radio").first().check();
    },
    // It shows its first screen again, and there the way to the answers.
    kept: async ({ shadowRoot }) => {
      const checked = () => shadowRoot.querySelectorAll("input:checked").length;
      if (!checked()) shadowRoot.querySelector(".go").click();
      await new Promise((later) => setTimeout(later));
      return checked() === 1;
    },
  },
  {
    kind: "story", src: "cash-box.json",
    async act(story, text) {
      await story.locator("button").first().click();
      await story.getByRole("button", { name: text.back_step }).first().waitFor();
    },
    kept: ({ shadowRoot }) => [...shadowRoot.querySelectorAll("button")].some((one) => one.textContent.includes("One step back")),
  },
  {
    kind: "plan", src: "integrity-hour-1.json",
    async act(plan, text) {
      await press(plan, text.run_it);
      await press(plan, text.next);
    },
    kept: ({ shadowRoot }) => [...shadowRoot.querySelectorAll("button")].some((one) => one.textContent.includes("One more minute")),
  },
  {
    kind: "board", src: "climb-together.json",
    async act(board, text) {
      await press(board, text.begin);
      await board.getByText("Round 1").first().waitFor();
    },
    // It asks first whether the game goes on.
    kept: ({ shadowRoot }) => /Round 1|Back to the game/.test(shadowRoot.textContent),
  },
  {
    kind: "record", src: "honesty-shop.json",
    async act(record, text) {
      await press(record, text.add);
      const field = (name) => record.getByLabel(name, { exact: true });
      const of = (part) => field(text.of_good.replace("{part}", text[part]).replace("{good}", "Water"));
      await of("out").fill("22");
      await of("back").fill("2");
      for (const { text: role } of readJson("examples/honesty-shop.json").fields[2].by) await field(role.en).fill("3960");
      await press(record, text.save);
      await record.locator(".entry").waitFor();
    },
    kept: ({ shadowRoot }) => shadowRoot.querySelectorAll(".entry").length === 1,
  },
];

const guarded = GUARDED.map(({ kind, src, act, keptIn }) => ({
  kind, src: src.split("/").pop(), kept: keptIn, act: (element, _, page) => act({ element, page }),
}));

for (const { kind, src, act, kept } of [...guarded, ...FURTHER]) {
  test(`what is done in adil-${kind} stays where the page goes over to a language of its own`, async () => {
    const text = readJson(`locales/${kind}.en.json`);
    const tag = `adil-${kind}`;
    const bodies = {
      "/page.html": page(`<${tag} loading="eager" src="/adil/examples/${src}"></${tag}>`, { lang: "en" }),
      // A plan shows other widgets, a lesson and a story show a quiz.
      ...Object.fromEntries([...new Set([kind, "quiz", "video", "story", "pledge"])].map((one) =>
        [`${LOCALES}/${one}.mn.json`, JSON.stringify(marked(readJson(`locales/${one}.en.json`)))])),
    };
    const { origin } = await browser.site({ bodies });
    const seen = await browser.visit(`${origin}/page.html`);
    const element = seen.page.locator(tag).first();
    await ready(element);
    await act(element, text, seen.page);
    for (const lang of ["mn", "en"]) {
      await seen.page.evaluate((lang) => (document.documentElement.lang = lang), lang);
      await checkSoon(() => element.locator(".base").first().getAttribute("lang"), lang);
      await checkSoon(() => isKept({ element, widget: { keptIn: kept } }), true, `${kind} in ${lang}`);
      assert.equal((await element.evaluate((element) => element.shadowRoot.textContent)).includes("·"), lang === "mn");
    }
    checkQuiet(seen);
    await seen.close();
  });
}

test("a day is written as the language's file says, where browsers do not know it", async () => {
  const dated = `<adil-plan loading="eager" mode="campaign" dates="2026-10-15" src="/adil/examples/integrity-hour-1.json"></adil-plan>`;
  for (const [lang, day] of [["kk", "2026 ж. 15 қазан"], ["kk-Latn", "2026 j. 15 qazan"], ["uz", "2026-yil 15-oktabr"], ["de", "15. Oktober 2026"]]) {
    const { origin } = await browser.site({ bodies: { "/page.html": page(dated, { lang }) } });
    const seen = await browser.visit(`${origin}/page.html`);
    await seen.page.locator("adil-plan").getByText(day).first().waitFor();
    checkQuiet(seen);
    await seen.close();
  }
});
