// What pages in several languages and right-to-left scripts have shown: the direction of a text is
// that of its language, tags are the same whatever their region, and `lang` is followed wherever it
// stands above a widget.
import assert from "node:assert/strict";
import { lesson } from "../engines/lesson.mjs";
import { test } from "../engines/test.mjs";
import { button } from "./acts.mjs";
import { checkQuiet, checkSoon, html, quizOf, ready, single, useBrowser, words } from "./page.mjs";
import { openPage, show } from "./stage.mjs";

const browser = useBrowser();
const language = (locator) =>
  locator.evaluate((element) => [getComputedStyle(element).direction, element.closest("[lang]").getAttribute("lang")]);
const option = (text, more) => ({ text, ...more });

const ARABIC = quizOf([
  {
    id: "a", type: "single", stem: { ar: "HTML هي لغة لكتابة صفحات الويب." },
    options: [option({ ar: "DNA (حمض نووي) في الخلية." }, { score: 1 }), option({ ar: "نعم، هذا صحيح." })],
  },
  {
    id: "b", type: "blanks", stem: "أكمل", text: { ar: "HTML تعني {1} ولغة CSS تعني {2}." },
    blanks: [{ accepted: ["البنية"] }, { accepted: ["الشكل"] }],
  },
], { languages: ["ar"], title: "HTML اختبار" });

// An Arabic sentence that began with HTML was laid out from left to right: its full stop stood at
// the wrong end, and words of a text beside other blanks than meant.
test("an Arabic text that begins with a Latin word runs from right to left", async () => {
  const seen = await openPage(browser, { lang: "ar" });
  await show(seen, ARABIC, { mode: "test" });
  for (const place of [".title", ".stem", ".option .text"]) {
    assert.deepEqual(await language(seen.quiz.locator(place).first()), ["rtl", "ar"], place);
  }
  await seen.quiz.locator(".go").click();
  // The first blank stands right of the second one.
  const lefts = await seen.quiz.locator("input.blank").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  assert.ok(lefts[0] > lefts[1], `the first blank at ${lefts[0]}, the second at ${lefts[1]}`);
  for (const mode of ["print", "class"]) {
    await show(seen, { ...ARABIC, items: ARABIC.items.slice(1) }, { mode });
    assert.equal((await language(seen.quiz.locator(".fill").first()))[0], "rtl", mode);
  }
  checkQuiet(seen);
  await seen.close();
});

// The same in an English page; and a text of which nobody says the language runs by its letters.
test("a text runs as its language does in a page of another one", async () => {
  const seen = await openPage(browser, { lang: "en" });
  await show(seen, ARABIC);
  assert.deepEqual(await language(seen.quiz.locator(".stem")), ["rtl", "ar"]);
  const unknown = { ...ARABIC, items: [single("one", { stem: "Yes (نعم)." })], languages: [], title: "A" };
  await show(seen, unknown);
  assert.deepEqual(await language(seen.quiz.locator(".stem")), ["ltr", "en"]);
  await show(seen, { ...unknown, languages: ["kk-Arab"] });
  assert.deepEqual(await language(seen.quiz.locator(".stem")), ["rtl", "kk-Arab"]);
  await seen.close();
});

const tagged = (en, ru, kk) => ({ "en-US": en, "ru-RU": ru, "kk-KZ": kk });
const REGIONS = quizOf([single("a", { stem: tagged("Sky?", "Небо?", "Аспан?") })], { languages: ["en-US", "ru-RU", "kk-KZ"] });

// A file from an editor had its texts under ru-RU and kk-KZ; in pages that say ru or kk the words
// of the quiz were Russian or Kazakh, and its questions English.
test("a text is found whatever the region of its tag or of the page's", async () => {
  const seen = await openPage(browser);
  const expected = {
    ru: ["Небо?", "ru"], kk: ["Аспан?", "kk"], "ru-KZ": ["Небо?", "ru"], "RU-ru": ["Небо?", "ru"], "ru_RU": ["Небо?", "ru"],
    "kk-Cyrl-KZ": ["Аспан?", "kk"], "en-GB": ["Sky?", "en"], pt: ["Sky?", "en"], de: ["Sky?", "de"],
  };
  for (const [lang, [stem, ours]] of Object.entries(expected)) {
    await show(seen, REGIONS, { lang });
    assert.equal(await seen.quiz.locator(".stem").innerText(), stem, lang);
    assert.equal(await seen.quiz.locator(".go").innerText(), words(ours).check_answer, lang);
  }
  const scripts = quizOf([single("a", { stem: { "zh-Hans": "简体", en: "Neither" } })]);
  await show(seen, scripts, { lang: "zh-Hant" });
  assert.equal(await seen.quiz.locator(".stem").innerText(), "Neither", "another script is another text");
  await seen.close();
});

// One text of a Russian file lacked Kazakh, and its author had written English first: a Kazakh page
// showed this one in English, and nobody knew why.
test("where a text lacks the page's language, the file's original is shown and said to be it", async () => {
  const seen = await openPage(browser, { lang: "kk" });
  const item = single("a", { stem: { en: "Sky?", ar: "السماء؟", ru: "Небо?" } });
  item.options[0].text = { en: "HTML", ar: "HTML هي لغة." };
  await show(seen, quizOf([item], { languages: ["ru", "kk"] }));
  assert.equal(await seen.quiz.locator(".stem").innerText(), "Небо?");
  assert.deepEqual(await language(seen.quiz.locator(".stem")), ["ltr", "ru"]);
  await show(seen, quizOf([item], { languages: ["ar"] }));
  assert.deepEqual(await language(seen.quiz.locator(".option .text").first()), ["rtl", "ar"]);
  await seen.close();
});

const NESTED = html(`<div id="wrapper" lang="en"><school-box><template shadowrootmode="open">
  <section><slot></slot><adil-quiz src="/quiz.json" loading="eager" storage="none"></adil-quiz></section></template>
  </school-box></div><div id="other" lang="ru"></div>`);

/** Runs in the page: counts what is observed above the widgets. */
function keepObservers() {
  window.watching = new Set();
  const { observe, disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (node, options) {
    if (options.attributes) window.watching.add(this);
    return observe.call(this, node, options);
  };
  MutationObserver.prototype.disconnect = function () {
    window.watching.delete(this);
    return disconnect.call(this);
  };
}

// A two-language page switches `lang` on a wrapper, not on <html>, and the quiz stood in a component
// of the site: it kept its first language.
test("lang is followed on a wrapper, through shadow roots, and into another place", async () => {
  const bodies = { "/page.html": NESTED, "/quiz.json": JSON.stringify(REGIONS) };
  const { origin } = await browser.site({ bodies });
  const seen = await browser.visit(`${origin}/page.html`, { init: [keepObservers] });
  await ready(seen.quiz);
  const stem = () => seen.quiz.locator(".stem").innerText();
  assert.equal(await stem(), "Sky?");
  await seen.quiz.locator(".option").nth(1).click();
  await seen.page.locator("#wrapper").evaluate((wrapper) => (wrapper.lang = "kk"));
  await checkSoon(stem, "Аспан?");
  assert.ok(await seen.quiz.locator("input").nth(1).isChecked(), "the answer stays");
  assert.equal(await seen.quiz.locator(".go").innerText(), words("kk").check_answer);
  // Of the two, the nearer one counts.
  await seen.page.evaluate(() => (document.documentElement.lang = "ru"));
  await seen.page.locator("section").evaluate((section) => (section.lang = "en"));
  await checkSoon(stem, "Sky?");
  await seen.page.evaluate(() => {
    const box = document.querySelector("school-box");
    box.shadowRoot.querySelector("section").removeAttribute("lang");
    document.querySelector("#other").append(box);
  });
  await checkSoon(stem, "Небо?");
  await checkSoon(() => seen.page.evaluate(() => window.watching.size), 1);
  await seen.page.locator("school-box").evaluate((box) => box.remove());
  await checkSoon(() => seen.page.evaluate(() => window.watching.size), 0);
  checkQuiet(seen);
  await seen.close();
});

const vtt = (...lines) => `WEBVTT\n\n${lines.map((line, n) => `00:0${n}.000 --> 00:0${n + 1}.000\n${line}\n`).join("\n")}`;

// Arabic captions that began with HTML ran from left to right, and a page in ru found no captions
// that the lesson names ru-RU.
test("captions and the text of a lesson run as their language does, and are found by it", async () => {
  const captions = [{ src: "/en.vtt", lang: "en" }, { src: "/ru.vtt", lang: "ru-RU" }, { src: "/ar.vtt", lang: "ar-SA" }];
  const bodies = {
    "/lesson.json": JSON.stringify(lesson({ captions, languages: ["en"] })), "/en.vtt": vtt("Hello"),
    "/ru.vtt": vtt("HTML — язык"), "/ar.vtt": vtt("HTML هي لغة."),
  };
  for (const [lang, words, expected] of [["ru", "HTML — язык", ["ltr", "ru-RU"]], ["ar", "HTML هي لغة.", ["rtl", "ar-SA"]]]) {
    bodies["/page.html"] = html(`<adil-video loading="eager" src="/lesson.json"></adil-video>`, { lang });
    const { origin } = await browser.site({ bodies });
    const seen = await browser.visit(`${origin}/page.html`);
    const video = seen.page.locator("adil-video");
    await video.locator(".transcript summary").click();
    const line = video.locator(".transcript-cue span").nth(1);
    // Lines out of sight are there, and not yet drawn.
    await checkSoon(() => line.textContent(), words);
    assert.deepEqual(await language(line), expected);
    assert.deepEqual((await language(video.locator(".caption"))), expected);
    await seen.close();
  }
});

/** Runs in the page: a device with voices for these languages, which writes down what it says. */
function speaks(languages) {
  window.heard = [];
  const voices = languages.map((lang) => ({ lang, localService: true, name: lang, voiceURI: lang, default: false }));
  const speech = {
    getVoices: () => voices, cancel() {}, addEventListener() {}, removeEventListener() {},
    speak(said) {
      window.heard.push([said.lang, said.text]);
      setTimeout(() => said.onend?.(), 5);
    },
  };
  Object.defineProperty(window, "speechSynthesis", { get: () => speech });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
}

/** What is read aloud of the first item. */
async function heard(seen, content, attributes) {
  await show(seen, content, attributes);
  await button(seen.quiz, words("en").read_aloud).click();
  return seen.page.evaluate(() => window.heard.splice(0));
}

const voiced = async (languages) => {
  const seen = await openPage(browser);
  await seen.page.evaluate(speaks, languages);
  return seen;
};

const one = (item) => quizOf([{ id: "one", stem: "Do it.", ...item }]);
const pair = (left, right) => ({ left, right });
const blanks = (text, ...all) => one({ type: "blanks", text, blanks: all });

// Of most items only the stem was read, of 2.5 kg first "2." and then "5 kg", and options stood in
// another order on the screen than pupils heard.
test("an item is read as it stands on the screen, whole and in its order", async () => {
  const seen = await voiced(["en-US"]);
  const hint = (key) => words("en")[key];
  const texts = async (content) => (await heard(seen, content)).map(([, text]) => text);
  const numbers = quizOf([single("a", { stem: "A bag weighs 2.5 kg. We add 0.75 kg." })]);
  const chosen = hint("choose_one");
  const options = ["the wrong one", "the right one"];
  assert.deepEqual(await texts(numbers), ["A bag weighs 2.5 kg.", "We add 0.75 kg.", chosen, ...options]);
  const marked = quizOf([single("a", { stem: { html: "What is <b>this</b>? <math><mi>x</mi><mo>+</mo><mn>1</mn></math>" } })]);
  assert.deepEqual(await texts(marked), ["What is this?", "x+1", chosen, ...options]);
  const scale = one({ type: "scale", low: "not at all", high: "very" });
  assert.deepEqual(await texts(scale), ["Do it.", hint("scale_hint"), "not at all", "1", "2", "3", "4", "5", "very"]);
  const text = blanks("The sun {1} in the east, not in the {2}.", { accepted: ["rises"] }, { options: ["west", "north"] });
  const gaps = "The sun blank in the east, not in the blank.";
  assert.deepEqual(await texts(text), ["Do it.", hint("blanks_hint"), gaps]);
  await seen.quiz.locator("input.blank").fill("rises");
  await seen.quiz.locator("select.blank").selectOption({ label: "west" });
  await button(seen.quiz, hint("read_aloud")).click();
  const filled = await seen.page.evaluate(() => window.heard.splice(0));
  assert.equal(filled.at(-1)[1], "The sun rises in the east, not in the west.");
  checkQuiet(seen);
  await seen.close();
});

// The order of a shuffled item is that of the screen, for each kind of item that is shuffled.
test("what is shuffled is read in the order in which it stands", async () => {
  const seen = await voiced(["en-US"]);
  const animals = ["cat", "dog", "cow", "hen"];
  const parts = {
    order: { item: { entries: animals }, place: ".words" },
    match: { item: { pairs: [pair("cat", "mouse"), pair("cow", "grass"), pair("hen", "corn")] }, place: ".text, .words:not(:has(*))" },
    single: { item: { options: animals.map((text, n) => option(text, n ? {} : { score: 1 })) }, place: ".text" },
    sort: {
      item: {
        groups: [{ id: "g", text: "fruit" }, { id: "h", text: "tool" }],
        cards: [{ text: "apple", group: "g" }, { text: "saw", group: "h" }, { text: "pear", group: "g" }],
      },
      place: ".card-text .words",
    },
  };
  for (const [type, { item, place }] of Object.entries(parts)) {
    for (const seed of ["7", "8"]) {
      const said = (await heard(seen, one({ type, ...item }), { shuffle: "", seed })).map(([, text]) => text).slice(2);
      const shown = await seen.quiz.locator(".question").locator(place).allInnerTexts();
      const cards = type === "sort" ? said.filter((word) => !["fruit", "tool"].includes(word)) : said;
      assert.deepEqual(cards, shown.map((word) => word.trim()), `${type}, seed ${seed}`);
      if (type === "sort") assert.deepEqual(said.slice(1, 3), ["fruit", "tool"], "the groups, once");
    }
  }
  await seen.close();
});

// A voice of another language is never taken; what it cannot say is left out.
test("each text is read in a voice of its own language, whatever the region", async () => {
  const seen = await voiced(["ru-RU", "en-US"]);
  const item = single("a", { stem: { ru: "Что это?" } });
  item.options[1].text = { kk: "бұл" };
  const said = await heard(seen, quizOf([item]));
  assert.deepEqual(said.map(([lang]) => lang), ["ru-RU", "en-US", "en-US"]);
  assert.ok(!said.some(([, text]) => text === "бұл"));
  await seen.close();
});
