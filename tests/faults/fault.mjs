// What the cases of this suite share. A fault says in words what the learner sees and what is kept;
// each of these sentences is a check, which runs after the fault was done to each widget. A
// sentence that no check stands behind ends the run.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { after } from "node:test";
import { checkFails, checkSoon, fired, hasState, html, ready, useBrowser } from "../e2e/page.mjs";
import { note, remark } from "../proof/note.mjs";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { FLAGS } from "./away.mjs";
import { GAMES, WIDGETS, isKept, tagOf } from "./widgets.mjs";

export const TABLE = "Faults, and what a learner sees and keeps";
export const FALLBACK = "The text between the tags.";

const shown = (locator) => locator.first().waitFor();

const isUp = async ({ element }) => {
  await ready(element);
  assert.ok(await hasState(element, "ready"), ":state(ready)");
  assert.ok(!(await hasState(element, "error")), "not :state(error)");
  assert.equal(await element.locator("[part=error]").count(), 0, "no word of an error");
  assert.ok(!(await element.getByText(FALLBACK).isVisible()), "the text between the tags gave way");
};

const noNotice = async ({ element, widget }) => {
  const said = await element.locator(".base").first().innerText();
  for (const key of ["not_kept", "lost"]) {
    assert.ok(!said.includes(widget.words[key] ?? "\0"), `nobody reads “${widget.words[key]}”`);
  }
};

/** What a learner sees, by sentence. */
const SEES = {
  "the widget": async (seen) => {
    await isUp(seen);
    await noNotice(seen);
  },
  "the widget, and that nothing is kept": async (seen) => {
    await isUp(seen);
    await shown(seen.element.getByText(seen.widget.words.not_kept, { exact: true }));
    const told = (await fired(seen.page, "storage")).map(({ detail }) => detail.kept);
    assert.deepEqual([...new Set(told)], [false], "the page hears it, too");
  },
  "the text between the tags, and “Try again”": (seen) => checkFails(seen, seen.code, seen.says ?? /./),
  "the text between the tags": async ({ element, page }) => {
    await shown(element.getByText(FALLBACK));
    assert.deepEqual(await fired(page), [], "no event was fired");
  },
  "the author’s text and pictures, on paper": async ({ paper }) => assert.ok(paper.length > 100, paper),
};

/** Presses "Try again" once what was wrong has been mended. */
const tryAgain = ({ element }) => element.locator("[part=retry]").click();

const checkKept = (seen, expected = true) => checkSoon(() => isKept(seen), expected, "what was done is here");

/** Loads the page anew, as a learner who comes back. */
async function comeBack(seen) {
  await seen.page.reload();
  await isUp(seen);
}

/** What is kept, by sentence. */
const KEEPS = {
  "what was done": async (seen) => {
    await isUp(seen);
    await checkKept(seen);
  },
  "what was done, also over a reload": async (seen) => {
    await isUp(seen);
    await checkKept(seen);
    await comeBack(seen);
    await checkKept(seen);
  },
  "what was done, once tried again": async (seen) => {
    await seen.mend();
    await tryAgain(seen);
    await isUp(seen);
    await checkKept(seen);
  },
  "nothing yet; it runs, once tried again": async (seen) => {
    await seen.mend();
    await tryAgain(seen);
    await isUp(seen);
  },
  "what was done, once the page is loaded anew": async (seen) => {
    await seen.mend();
    await comeBack(seen);
    await checkKept(seen);
  },
  "what was done, for as long as the page is open": async (seen) => {
    await checkKept(seen);
    await takeOutAndBack(seen);
    await isUp(seen);
    await checkKept(seen);
  },
  "nothing, and it begins anew": async (seen) => {
    await isUp(seen);
    await checkKept(seen, false);
  },
};

/** Takes the element out of its page, and puts it back once its view has ended. */
export const takeOutAndBack = ({ element }) => element.evaluate(async (element) => {
  const place = element.parentNode;
  element.remove();
  while (element.shadowRoot.querySelector(".base")) await new Promise((later) => setTimeout(later));
  place.append(element);
});

export const { site, visit } = useBrowser({ args: FLAGS });

const attributesOf = ({ src, mode }, more) => Object.entries({ id: "w", loading: "eager", src, mode, ...more })
  .filter(([, value]) => value !== undefined).map(([name, value]) => `${name}="${value}"`).join(" ");

/** The tags of a widget, as a page's author writes them. */
export const tag = (widget, more = {}) =>
  `<${tagOf(widget)} ${attributesOf(widget, more)}><p>${FALLBACK}</p></${tagOf(widget)}>`;

/**
 * A site with one widget on a page, and a visit to it. What stands in `kept` lies in the browser's
 * storage before: the learner was here already.
 */
export async function open(widget, options = {}) {
  const { attributes = {}, around = (tag) => tag, page, kept = {}, enter, ...rest } = options;
  const { bodies, fault, headers, ...more } = rest;
  const body = html(around(tag(widget, attributes)), page);
  const all = { "/page.html": body, "/blank.html": "", ...bodies };
  const made = await site({ bodies: all, fault, headers });
  const seen = await visit(`${made.origin}/blank.html`, more);
  await seen.page.evaluate(([session, device]) => {
    for (const [key, text] of session) sessionStorage.setItem(key, text);
    for (const [key, text] of device) localStorage.setItem(key, text);
  }, [kept.session ?? [], kept.device ?? []]);
  const element = seen.page.locator(tagOf(widget)).first();
  const mend = () => made.faulty(() => undefined);
  // What tests of pages ask of a quiz is asked of this element.
  Object.assign(seen, { site: made, widget, element, quiz: element, mend });
  seen.enter = () => seen.page.goto(`${made.origin}/page.html`);
  if (enter !== false) await seen.enter();
  return seen;
}

/** A page that holds the widget's page in a frame; what is asked of the page is asked of the frame. */
export async function openFramed(widget, frame, options = {}) {
  const seen = await open(widget, { enter: false, ...options });
  const { page } = seen;
  const look = "inline-size: 100%; block-size: 1400px";
  const address = `${seen.site.origin}/page.html`;
  const outer = html(`<iframe ${frame} src="${address}" style="${look}"></iframe>`, { script: "" });
  const around = await site({ bodies: { "/outer.html": outer } });
  await page.goto(`${around.origin}/outer.html`);
  const inner = await page.locator("iframe").elementHandle().then((frame) => frame.contentFrame());
  seen.page = { evaluate: inner.evaluate.bind(inner) };
  seen.element = seen.quiz = inner.locator(tagOf(widget)).first();
  await ready(seen.element);
  return seen;
}

const done = new Map();

/** What lies in the browser's storage once the act of a widget was done; it is done once. */
export async function keptBy(widget, place = "session") {
  const key = `${widget.name} ${place}`;
  if (!done.has(key)) done.set(key, doOnce(widget, place));
  return done.get(key);
}

async function doOnce(widget, place) {
  const seen = await open(widget, { attributes: { storage: place } });
  await ready(seen.element);
  await widget.act(seen);
  const entries = await seen.page.evaluate((place) =>
    Object.entries(place === "device" ? localStorage : sessionStorage), place);
  assert.ok(entries.length > 0, `${widget.name} keeps something`);
  await seen.close();
  return { [place]: entries };
}

/** A visit of a learner who was here before; in a mode that keeps nothing, of anyone. */
export async function comeAgain(widget, { place = "session", attributes, ...options } = {}) {
  const kept = widget.mode ? {} : await keptBy(widget, place);
  return open(widget, { attributes: { storage: place, ...attributes }, kept, ...options });
}

// What a browser writes to its console about a request or a policy by itself, and what a widget
// writes when it cannot run.
const OWN_WORDS = /^(Failed to load|Loading (the |module )|Refused to|Connecting to|Compiling or)/;

/** Nothing went wrong that the fault does not explain. */
function checkNoise({ said, dialogs, code, expected }) {
  const ours = (line) => code && line.startsWith("<adil-") && line.includes(` ${code}: `);
  const known = (line) => OWN_WORDS.test(line) || ours(line)
    || expected?.test(line);
  const unknown = code || expected ? said.filter((line) => !known(line)) : said;
  assert.deepEqual(unknown, [], "no error in the console");
  assert.deepEqual(dialogs, [], "no dialog");
}

/**
 * Does something with each of these, at most `most` at a time: what one of them waits for, another
 * one uses, and each has a window of its own. Gives what failed, in words.
 */
export async function failuresOf(things, act, most = 3) {
  const failures = [];
  const waiting = things.values();
  const lane = async () => {
    for (const thing of waiting) {
      const failed = (error) => failures.push(`${thing.name ?? JSON.stringify(thing)}: ${error.stack}`);
      await act(thing).catch(failed);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  return failures;
}

const counts = { faults: 0, cases: 0, passed: 0 };

/**
 * A fault, done to each widget, or on a push to one of them: `run` does it, and gives the visit in
 * which it can be seen. `sees` and `keeps` are sentences of the tables above; `code` is what the page
 * hears by `adil-error`.
 */
export function fault(name, { sees, keeps, code, says, expected, on: all = [...WIDGETS, ...GAMES] }, run) {
  const on = inTurn("widgets for each fault", all);
  for (const [table, sentence] of [[SEES, sees], [KEEPS, keeps]]) {
    if (!table[sentence]) throw Error(`nothing checks that a learner sees or keeps “${sentence}”`);
  }
  counts.faults++;
  counts.cases += on.length;
  test(name, async () => {
    const failures = await failuresOf(on, async (widget) => {
      const seen = Object.assign(await run(widget), { widget, code, says, expected });
      await SEES[sees](seen);
      await KEEPS[keeps](seen);
      checkNoise(seen);
      await seen.close();
    });
    const passed = on.length - failures.length;
    counts.passed += passed;
    const row = { fault: name, "the learner sees": sees, "kept is": keeps };
    note(TABLE, { ...row, passed: `${passed} of ${on.length}` });
    assert.equal(failures.join("\n\n"), "", `${passed} of ${on.length} widgets`);
  });
}

after(() => {
  if (!counts.cases) return;
  const sum = `${counts.faults} faults, ${counts.cases} cases, ${counts.passed} passed`;
  console.log(sum);
  remark(TABLE, `${basename(process.argv[1], ".test.mjs")}: ${sum}.`);
});
