// Stories and games from someone who means harm: every field for a text, as the schemas have them,
// on every screen and on paper: nothing runs, nothing is asked for elsewhere.
import assert from "node:assert/strict";
import { fieldNames, fill } from "../attacks/fields.mjs";
import { sampled } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { pressNext } from "./games.mjs";
import { HOSTILE } from "./hostile-texts.mjs";
import { asksNoMore, checkOwn, example, fired, html, useBrowser } from "./page.mjs";

const { site, visit } = useBrowser();

/** Variables of each type. */
const variables = {
  trust: { start: 1, min: 0, max: 9, label: "Trust" }, told: { start: false, label: "Told" },
  who: { start: "a", words: ["a", "b"], label: "Who" },
};

/** A story in which a scene has all that a scene can have. */
const whole = {
  ...example("lost-mitten"), id: "whole", intro: "Go.", teacherNotes: "For teachers.", debrief: ["Why?"],
  variables,
};
const mitten = whole.scenes[0];
whole.scenes = [{
  ...mitten, speaker: "Maya", feelings: [{ who: "Maya", feels: whole.drawings.feelings[0].id }],
  sound: { src: "rain.wav", text: "Rain." }, picture: { src: "x.svg", alt: "A path" },
  item: { type: "single", stem: "Which?", options: [{ text: "This", score: 1 }, { text: "That", score: 0 }] },
  results: { right: "trust + 1" },
  choices: mitten.choices.length ? mitten.choices : [{ id: "on", text: "On", to: whole.endings[0].id }],
}, ...whole.scenes.slice(1)];
whole.start = mitten.id;

const CONTENTS = {
  story: [whole, example("cash-box"), example("supervisors-favour")],
  board: [{ ...example("climb-together"), variables }], quest: [example("six-stations")], debate: [example("open-grades")],
};
const elementOf = (kind) => (kind === "story" ? "adil-story" : "adil-board");

/** Fields that no learner's screen shows: for catalogues and reviewers. */
const UNSHOWN = /^(Document|Source|Reasons)\./;

for (const [kind, contents] of Object.entries(CONTENTS)) {
  test(`the contents of this file have every field for a text of a ${kind}`, () => {
    const met = new Set();
    for (const content of contents) fill(kind, content, (field) => (met.add(field.name), "x"));
    const missing = fieldNames(kind).filter((name) => !met.has(name) && !UNSHOWN.test(name));
    assert.deepEqual(missing, [], "a test with hostile words reaches each of them");
    assert.ok(met.size > 8, `${met.size} fields`);
  });
}

/** Runs in the page before its scripts: what hostile texts call. */
function mark() {
  window.pwned = [];
  window.xss = (n) => window.pwned.push(n);
}

/** What no text of an author may put into a widget. */
const NEVER = "script:not([type]), style, link, iframe, object, embed, form, [onerror], [onload], [onclick], [ontoggle], "
  + "a[href^='javascript' i], img[src^='x'], [style*='animation']";

/** The contents with a hostile text in each field, in each another one; `turn` moves all on. */
const spoilt = (kind, content, texts, turn) => {
  let at = turn;
  return fill(kind, content, ({ kind: form, name }) => {
    const text = texts[at++ % texts.length];
    if (form === "string") return "x";
    return form === "rich" && at % 3 === 0 ? { html: text } : text;
  });
};

const MODES = { story: ["", "group", "class", "print"], board: [""], quest: [""], debate: [""] };
const cases = Object.entries(CONTENTS).flatMap(([kind, contents]) =>
  contents.flatMap((content) => MODES[kind].map((mode) => ({ kind, content, mode }))));
const texts = HOSTILE.map(({ text }) => text);

for (const { kind, content, mode } of sampled("games with hostile words, by mode", cases, 4)) {
  test(`hostile words in every field of ${content.id} ${mode} are words`, async () => {
    for (const turn of sampled("turns of hostile words in games", [0, 7, 19, 31], 1)) {
      const bodies = {
        "/page.html": html(`<${elementOf(kind)} loading="eager" storage="none" ${mode && `mode="${mode}"`} src="/game.json"><p>A game.</p></${elementOf(kind)}>`),
        "/game.json": JSON.stringify(spoilt(kind, content, texts, turn)),
      };
      const ours = (path) => /^\/(adil\/|page.html|game.json)/.test(path);
      const made = await site({ bodies, fault: (path) => (ours(path) ? undefined : { body: "", type: "image/svg+xml" }) });
      const seen = await visit(`${made.origin}/page.html`, { init: [mark] });
      const element = seen.page.locator(elementOf(kind));
      await element.locator(".base, [part=error]").first().waitFor();
      assert.deepEqual((await fired(seen.page, "error")).map(({ detail }) => detail.message), [], "the content is read");
      for (let n = 0; n < 16 && (await pressNext(element)); n++) {
        assert.equal(await element.locator(NEVER).count(), 0, "nothing of it is markup");
      }
      for (const folded of await element.locator("summary:visible").all()) await folded.click();
      await seen.page.emulateMedia({ media: "print" });
      assert.equal(await element.locator(NEVER).count(), 0, "nothing of it is markup on paper");
      await asksNoMore(seen.page);
      assert.deepEqual(await seen.page.evaluate(() => window.pwned), [], "nothing ran");
      assert.deepEqual(seen.dialogs, []);
      checkOwn(seen, made.origin);
      await seen.close();
    }
  });
}
