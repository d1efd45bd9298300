// The parts that a page can style: those of the documents and those on the screens are the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { lesson } from "../engines/lesson.mjs";
import { test } from "../run/test.mjs";
import { button, checkIt, go, press } from "./acts.mjs";
import { everyType, items } from "./items.mjs";
import { checkSoon, example, hasState, html, quizOf, readJson, ready, single, useBrowser, words } from "./page.mjs";
import { toPromise } from "./pledges.mjs";
import { find, openPage, show } from "./stage.mjs";

const browser = useBrowser();
const text = words();

/** What the manifest of an element says: its parts, and the words that tell their states. */
function documented(widget) {
  const file = new URL(`../../widgets/${widget}/custom-elements.json`, import.meta.url);
  const [{ declarations: [{ cssParts }] }] = JSON.parse(readFileSync(file, "utf8")).modules;
  const states = ({ description }) =>
    [...description.matchAll(/\balso ([^.;]+)/g)].flatMap(([, list]) => list.split(/, and of a case | or |, |,? or /));
  return { parts: cssParts.map(({ name }) => name), states: new Set(cssParts.flatMap(states)) };
}

/** Runs in the page, on each screen: the words of all `part` attributes. */
const partsOf = ({ root }) => [...root.querySelectorAll("[part]")].flatMap((element) => [...element.part]);

const sources = [{ title: "The United Nations", url: "https://example.test/" }];
const rich = everyType({
  settings: { tries: 2, pass: 0.5 }, intro: "Begin.", bands: [{ min: 0, text: "So far." }],
});
rich.items = rich.items.map((item) => ({ ...item, hints: ["Think."], sources }));
const WALKS = [
  [rich, {}], [rich, { mode: "test" }], [everyType(), { level: "primary-1" }],
  [everyType({ teacherNotes: "Ask twice." }), { mode: "class" }], [everyType(), { mode: "print", versions: "2" }],
];

/** All parts that a quiz shows on its screens, and on those that no walk meets. */
async function partsOfQuiz() {
  const seen = await openPage(browser);
  const all = new Set();
  const add = async () => (await seen.quiz.evaluate(
    (quiz) => [...quiz.shadowRoot.querySelectorAll("[part]")].flatMap((element) => [...element.part]),
  )).forEach((part) => all.add(part));
  for (const [content, attributes] of WALKS) {
    for (const found of await find(seen, partsOf, content, attributes)) all.add(found.split(": ").at(-1));
  }
  await show(seen, quizOf([single("one"), single("two")]), { mode: "test", "time-limit": "5" });
  await press(seen.quiz, text.start);
  await press(seen.quiz, text.pause);
  await seen.quiz.locator(".paused").waitFor();
  await add();
  await press(seen.quiz, text.resume);
  await press(seen.quiz, text.flag);
  await press(seen.quiz, text.not_sure);
  await button(seen.quiz, text.back).waitFor();
  await press(seen.quiz, text.back);
  await checkSoon(() => seen.quiz.locator(".quiet[data-state=chosen]").count(), 1);
  await add();
  await press(seen.quiz, text.finish);
  await seen.quiz.locator(".confirm").waitFor();
  await add();
  await show(seen, quizOf([items.single]), { before: "my-pledge.json" });
  await add();
  await show(seen, quizOf([items.match, items.order], { settings: { tries: 1 } }));
  await seen.quiz.locator(".pair > .option").first().click();
  await checkSoon(() => seen.quiz.locator("[part~=pressed]").count(), 1);
  await add();
  for (const [n, kind] of [[0, "unsure"], [1, "unsure"]]) {
    await press(seen.quiz, text.not_sure);
    await checkSoon(() => seen.quiz.locator(".verdict").getAttribute("data-state"), kind, `item ${n}`);
    await add();
    await go(seen.quiz);
  }
  const picture = { src: "/icon.svg", alt: "A stone" };
  for (const [n, level] of [[0, "secondary"], [1, "secondary"], [1, "primary-1"]]) {
    await show(seen, quizOf([single("one", { picture })], { level, settings: { pass: 0.5, tries: 1 } }));
    await seen.quiz.locator(".option").nth(n).click();
    await checkIt(seen.quiz);
    await add();
    await go(seen.quiz);
    await seen.quiz.locator(".result").waitFor();
    await add();
  }
  // Where an author named several outcomes, each has a bar.
  await show(seen, quizOf([single("fair", { outcome: "Be fair" }), single("ask", { outcome: "Ask" })]));
  for (let n = 0; n < 2; n++) {
    await seen.quiz.locator(".option").first().click();
    await checkIt(seen.quiz);
    await go(seen.quiz);
  }
  await seen.quiz.locator(".result").waitFor();
  await add();
  await seen.quiz.evaluate((quiz) => (quiz.content = {}));
  await seen.quiz.locator("[part=error]").waitFor();
  await add();
  await seen.close();
  return all;
}

// `::part()` cannot ask for an attribute, so a state that is seen is a further part; and a part that no
// document names is nobody's.
test("every part on a screen of a quiz is documented, and every documented one is on a screen", async () => {
  const { parts, states } = documented("quiz");
  const shown = await partsOfQuiz();
  const known = (name) => parts.includes(name) || states.has(name) || name === "";
  assert.deepEqual([...shown].filter((name) => !known(name)).toSorted(), [], "not documented");
  // Whoever keeps nothing is told so: `notice` has tests of its own.
  const missing = [...parts, ...states].filter((name) => !shown.has(name) && name !== "notice");
  assert.deepEqual(missing.toSorted(), [], "on no screen");
});

// A page that styles `option` of a quiz had no way to style that of a quiz inside a lesson.
const STOP = { id: "stop", at: 0.2, item: single("one", { explanation: "Because." }) };
const NESTED = {
  "a reminder in a quiz": ["adil-quiz", "adil-pledge", "reminder-", {
    attributes: `src="/adil/examples/small-choices.json" before="/adil/examples/my-pledge.json"`,
  }, async () => {}],
  "a certificate in a pledge": ["adil-pledge", "adil-pledge", "certificate-", {
    attributes: `src="/adil/examples/my-pledge.json"`,
  }, async ({ widget }) => {
    const button = await toPromise(widget);
    // A button that has just come does not act yet.
    await checkSoon(async () => {
      await button.press("Enter").catch(() => {});
      return hasState(widget, "pledged");
    }, true);
    await widget.locator("details.certificate summary").click();
  }],
  "a question in a lesson": ["adil-video", "adil-quiz", "quiz-", {
    attributes: `src="/lesson.json"`, bodies: { "/lesson.json": JSON.stringify(lesson({ checkpoints: [STOP] })) },
  }, async ({ widget }) => {
    await widget.locator("button.start").click();
    const option = widget.locator("adil-quiz .option").first();
    await option.click();
    await widget.locator("adil-quiz .go").click();
    await widget.locator("adil-quiz .verdict").waitFor();
  }],
};
const LESSON = { ...example("integrity-hour-1"), minutes: undefined, blocks: [{
  id: "asks", title: "Asks", minutes: 5, widget: { element: "quiz", src: "/adil/examples/small-choices.json" },
}], variants: [] };
NESTED["a quiz in a lesson plan"] = ["adil-plan", "adil-quiz", "quiz-", {
  attributes: `src="/plan.json"`, bodies: { "/plan.json": JSON.stringify(LESSON) },
}, async ({ widget }) => {
  await button(widget, readJson("locales/plan.en.json").run_it).click();
  await widget.locator("adil-quiz .base").waitFor();
}];
for (const [what, [outer, inner, prefix, { attributes, bodies }, reach]] of Object.entries(NESTED)) {
  test(`a page styles the parts of ${what} by their prefix`, async () => {
    const head = `<style>${outer}::part(${prefix}base) { background: rgb(1, 2, 3) }</style>`;
    const body = `<${outer} loading="eager" ${attributes}></${outer}>`;
    const { origin } = await browser.site({ bodies: { "/page.html": html(body, { head }), ...bodies } });
    const seen = await browser.visit(`${origin}/page.html`);
    const widget = seen.page.locator(outer).first();
    await ready(widget);
    await reach({ widget });
    const nested = widget.locator(inner);
    await nested.locator(".base").waitFor();
    await checkSoon(() => nested.locator(".base").evaluate((base) => getComputedStyle(base).backgroundColor), "rgb(1, 2, 3)");
    const left = await nested.evaluate((element) => {
      const exported = element.getAttribute("exportparts").split(",").map((pair) => pair.split(":")[0]);
      const shown = [...element.shadowRoot.querySelectorAll("[part]")].flatMap((part) => [...part.part]);
      return [...new Set(shown)].filter((name) => name && !exported.includes(name));
    });
    assert.deepEqual(left, [], "not handed on");
    await seen.close();
  });
}

/** All parts that stand in the shadow root of an element now, and of none inside it. */
const shownIn = (element) => element.evaluate(
  (element) => [...element.shadowRoot.querySelectorAll("[part]")].flatMap((part) => [...part.part]),
);

const WAYS = {
  pledge: async (page) => {
    const pledge = page.locator("adil-pledge");
    const all = [...await shownIn(pledge)];
    const button = await toPromise(pledge);
    all.push(...await shownIn(pledge));
    await checkSoon(async () => {
      await button.press("Enter").catch(() => {});
      return hasState(pledge, "pledged");
    }, true);
    return [...all, ...await shownIn(pledge)];
  },
  video: async (page) => {
    const video = page.locator("adil-video");
    const all = [...await shownIn(video)];
    await video.locator("button.start").click();
    await video.locator("adil-quiz .option").first().click();
    await video.locator("adil-quiz .go").click();
    await video.locator("adil-quiz .verdict").waitFor();
    return [...all, ...await shownIn(video)];
  },
};
for (const [widget, walk] of Object.entries(WAYS)) {
  test(`no part on the way through a ${widget} is without a line in its table`, async () => {
    const { parts, states } = documented(widget);
    const content = widget === "video" ? lesson({ checkpoints: [STOP] }) : example("my-pledge");
    const body = `<adil-${widget} src="/content.json" loading="eager"></adil-${widget}>`;
    const { origin } = await browser.site({ bodies: { "/page.html": html(body), "/content.json": JSON.stringify(content) } });
    const seen = await browser.visit(`${origin}/page.html`);
    await ready(seen.page.locator(`adil-${widget}`));
    const shown = new Set(await walk(seen.page));
    assert.deepEqual([...shown].filter((name) => name && !parts.includes(name) && !states.has(name)).toSorted(), []);
    await seen.close();
  });
}

/** Runs in the page: all parts of a widget in each of its states. */
async function partsInStates(tag) {
  const { STATES, show } = await import("/adil/style/look/states.js");
  const main = document.querySelector("main");
  const all = [];
  for (const state of STATES[tag]) {
    main.querySelectorAll(":scope > :not(h1)").forEach((old) => old.remove());
    const widget = await show(main, tag, state, new URL("/adil/examples/", location.href));
    all.push(...[...widget.shadowRoot.querySelectorAll("[part]")].flatMap((element) => [...element.part]));
  }
  return [...new Set(all)].filter(Boolean);
}

/** What a design of these has to reach, and once could not: what is chosen, pressed, on, and drawn. */
const REACHED = {
  story: ["pressed", "meter", "summary", "key", "pick", "cell"],
  board: ["chosen", "now", "question", "square", "slot", "bar", "choice", "point", "verdict", "subheading", "summary"],
  check: ["chosen", "missing", "done", "now", "step", "number", "tick", "summary"],
  record: ["invalid", "input", "summary", "entry", "way", "dot", "last", "option"],
  plan: ["now", "card", "said", "teacher", "label", "bar", "gone", "check"],
};
for (const [widget, reached] of Object.entries(REACHED)) {
  test(`every part of a ${widget} in its states has a line in its table, and states are parts`, async () => {
    const { parts, states } = documented(widget);
    const { origin } = await browser.site({ bodies: { "/page.html": html("") } });
    const seen = await browser.visit(`${origin}/page.html`);
    const shown = await seen.page.evaluate(partsInStates, `adil-${widget}`);
    assert.deepEqual(shown.filter((name) => !parts.includes(name) && !states.has(name)).toSorted(), [], "not documented");
    assert.deepEqual(reached.filter((name) => !shown.includes(name)), [], "not shown");
    await seen.close();
  });
}
