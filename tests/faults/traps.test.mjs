// A trap in the code of a widget: wherever it happens, the widgets of that bundle say so and offer
// to try again, all others go on, nothing that was kept is lost, and what is left of the trapped
// instance does no harm to the fresh one.
import assert from "node:assert/strict";
import { after } from "node:test";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { checkSoon, html, readJson, ready } from "../e2e/page.mjs";
import { note, remark, whole } from "../proof/note.mjs";
import { FALLBACK, TABLE, comeAgain, failuresOf, fault, keptBy, open, site, tag, visit } from "./fault.mjs";
import { armAtClick, armedFrom, calls, canTrap, errors, pass, rests, trapped } from "./trap.mjs";
import { GAMES, WIDGETS, isKept, tagOf } from "./widgets.mjs";

const [quiz, pledge, video] = WIDGETS;
const SORRY = "the text between the tags, and “Try again”";
const AGAIN = "what was done, once tried again";
// The trap itself is an error that nobody caught; adil.js hears of it as the page does.
const CRASH = { sees: SORRY, keeps: AGAIN, code: "crash", expected: /^RuntimeError: unreachable/ };

/** A small act of a learner in a widget that was here before; it may end in a trap. */
const touch = {
  "adil-quiz": ({ element }) => element.locator(".go").click(),
  "adil-pledge": ({ element }) => element.locator("details.receipt summary").click(),
  "adil-video": ({ element }) => bookmark(element).click(),
  "adil-story": ({ element }) => element.locator("details.map summary").click(),
  "adil-board": ({ element }) => element.locator(".head button.quiet").click(),
};
const bookmark = (element) => element.getByRole("button", { name: video.words.bookmark, exact: true });

const comeArmed = (widget, ...init) => comeAgain(widget, { init: [canTrap, ...init] });

fault("a trap in the code that an act runs", CRASH, async (widget) => {
  const seen = await comeArmed(widget);
  await ready(seen.element);
  await armAtClick(seen.page, tagOf(widget));
  await touch[widget.name](seen);
  return seen;
});

fault("a trap in the code that makes the first screen", CRASH, async (widget) => {
  const seen = await comeArmed(widget, armedFrom(tagOf(widget), 40));
  await checkSoon(() => trapped(seen.page, tagOf(widget)), 1);
  return seen;
});

// Twenty widgets on one page, of which one traps.
const KINDS = [[quiz, 7], [pledge, 7], [video, 6]];
const idsOf = (widget, count) => Array.from({ length: count }, (_, n) => `${widget.kind}-${n}`);
const kinds = Object.fromEntries(KINDS.map(([widget, count]) => [widget.kind, idsOf(widget, count)]));

for (const [widget, count] of KINDS) {
  test(`of twenty widgets ${count} trap and ${20 - count} go on: ${widget.name}`, async () => {
    const body = KINDS.flatMap(([one, count]) => idsOf(one, count).map((id) => tag(one, { id }))).join("");
    const made = await site({ bodies: { "/page.html": html(body), "/blank.html": "" } });
    const seen = await visit(`${made.origin}/blank.html`, { init: [canTrap] });
    const { session } = await keptBy(widget);
    // The first one of the kind was answered on an earlier visit.
    await seen.page.evaluate(([entries, id]) => {
      for (const [key, text] of entries) sessionStorage.setItem(key.replace(/w$/, id), text);
    }, [session, kinds[widget.kind][0]]);
    await seen.page.goto(`${made.origin}/page.html`);
    const at = (id) => ({ ...seen, element: seen.page.locator(`#${id}`), widget });
    await checkSoon(() => seen.page.locator(":state(ready)").count(), 20);
    await armAtClick(seen.page, tagOf(widget));
    await touch[widget.name](at(kinds[widget.kind][0]));
    await checkSoon(() => seen.page.locator(":state(error)").count(), count);
    await checkSoon(() => seen.page.locator(":state(ready)").count(), 20 - count, "all others stand");
    for (const [other] of KINDS.filter(([other]) => other !== widget)) {
      const seenOther = at(kinds[other.kind][1]);
      await go[other.name](seenOther);
    }
    const started = performance.now();
    for (const id of kinds[widget.kind]) await seen.page.locator(`#${id} [part=retry]`).click();
    await checkSoon(() => seen.page.locator(":state(ready)").count(), 20);
    const took = performance.now() - started;
    assert.deepEqual(new Set(await errors(seen.page)), new Set(["crash"]));
    await checkSoon(() => isKept(at(kinds[widget.kind][0])), true, "what was done is here");
    assert.ok(!(await isKept(at(kinds[widget.kind][1]))), "and in no other");
    note(TABLE, {
      fault: `a trap in one of 20 widgets on a page`,
      "the learner sees": `${count} times “Try again”; ${20 - count} widgets go on`, "kept is": AGAIN,
      passed: `${widget.name}, all ${count} run again after ${Math.round(took)} ms`,
    });
    await seen.close();
  });
}

/** A first step in a widget that nobody touched, to see that it goes on. */
const go = {
  "adil-quiz": async ({ element }) => {
    await element.locator(".option").first().click();
    await element.locator(".go").click();
    await element.locator(".verdict").waitFor();
  },
  "adil-pledge": async ({ element }) => {
    await element.locator(".go").click();
    await element.locator(".clause-text").waitFor();
  },
  "adil-video": async ({ element }) => {
    await bookmark(element).click();
    await element.locator("details.bookmarks summary").click();
    await element.locator(".bookmark[data-kind=mark]").waitFor();
  },
};

// Every place at which code of ours may trap: at each call out of the bundle, on the way to the
// first screen and in an act. After "Try again" the widget has to stand for as long as old timers
// and listeners may still speak up.
const counts = { places: 0, passed: 0 };

async function checkTrapAt(widget, phase, n) {
  const bundle = tagOf(widget);
  const seen = await (phase === "opening" ? comeArmed(widget, armedFrom(bundle, n)) : comeArmed(widget));
  if (phase === "acting") {
    await ready(seen.element);
    // A lesson calls on after its first screen, for as long as pictures come. Counted in, those
    // calls made the act look longer than it was, and its last places were never reached.
    await rests(seen.page, bundle);
    await armAtClick(seen.page, bundle, n);
    await touch[widget.name](seen);
  }
  await checkSoon(() => trapped(seen.page, bundle), 1);
  await seen.element.locator("[part=retry]").click();
  await ready(seen.element);
  await checkSoon(() => isKept(seen), true);
  // Events that pages and browsers send at any time reach what is left of the old instance, and so
  // does the collection of garbage.
  const session = await seen.context.newCDPSession(seen.page);
  await session.send("HeapProfiler.collectGarbage");
  await seen.page.evaluate(() => {
    const names = ["online", "pagehide", "visibilitychange", "resize", "storage", "pageshow"];
    for (const name of names) dispatchEvent(new Event(name));
    document.dispatchEvent(new Event("visibilitychange"));
  });
  // The longest timer of a view waits for a second.
  await pass(seen.page, 1_000);
  // Whoever traps while it starts has not loaded.
  const code = phase === "opening" && n === 0 ? "bundle-load" : "crash";
  assert.deepEqual(await errors(seen.page), [code], "one crash, and no other after it");
  await ready(seen.element);
  assert.ok(await isKept(seen));
  await seen.close();
}

// How many calls there are differs a little with when pictures and timers come, so the very last
// ones are left alone.
function spread(calls, most) {
  const total = Math.ceil(0.95 * calls);
  if (total <= most) return [...Array(total).keys()];
  return Array.from({ length: most }, (_, n) => Math.floor((n * (total - 1)) / (most - 1)));
}

for (const widget of [...WIDGETS, ...inTurn("games with a trap at each call", GAMES)]) {
  test(`a trap at each call out of ${widget.name} is survived`, { timeout: 1_800_000 }, async (t) => {
    const bundle = tagOf(widget);
    const seen = await comeArmed(widget);
    await ready(seen.element);
    await rests(seen.page, bundle);
    const opening = await calls(seen.page, bundle);
    await touch[widget.name](seen);
    await rests(seen.page, bundle);
    const acting = (await calls(seen.page, bundle)) - opening;
    await seen.close();
    assert.ok(opening > 100 && acting > 3, `${opening} calls to the first screen, ${acting} in an act`);
    const most = whole ? 60 : 3;
    const places = Object.entries({ opening, acting })
      .flatMap(([phase, total]) => spread(total, most).map((n) => ({ phase, n })));
    const failures = await failuresOf(places, ({ phase, n }) => checkTrapAt(widget, phase, n));
    counts.places += places.length;
    counts.passed += places.length - failures.length;
    t.diagnostic(`${places.length} of ${opening + acting} calls trapped`);
    assert.equal(failures.join("\n\n"), "");
  });
}

after(() => {
  if (!counts.places) return;
  const sum = `Traps at ${counts.places} places of the code, ${counts.passed} survived`;
  console.log(sum);
  remark(TABLE, `${sum}.`);
});

test("what is left of a trapped quiz does not take the fresh one along", async () => {
  // Within the effects that make the next question; the first call of an act traps elsewhere.
  const places = [400, 405, 410, 415, 420, 425].map((n) => ({ n }));
  const failures = await failuresOf(places, ({ n }) => checkTrapAt(quiz, "acting", n));
  assert.equal(failures.join("\n\n"), "");
});

/** Runs in the page: counts how often something is kept. */
function countSaves() {
  window.saves = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...given) {
    window.saves++;
    return setItem.apply(this, given);
  };
}

/** Runs in the page: its clock and its timers go forty times as fast. */
function hurry() {
  const { now } = Performance.prototype;
  Performance.prototype.now = function () {
    return now.call(this) * 40;
  };
  const { setInterval } = window;
  window.setInterval = (act, milliseconds) => setInterval(act, milliseconds / 40);
}

test("the clock of a trapped quiz with a time limit does not run on beside the fresh one", async () => {
  const seen = await open(quiz, { attributes: { "time-limit": 20 }, init: [canTrap, hurry, countSaves] });
  await seen.element.locator(".go").click();
  await quiz.act(seen);
  await armAtClick(seen.page, "adil-quiz");
  await seen.element.locator(".go").click();
  await seen.element.locator("[part=retry]").click();
  await ready(seen.element);
  const verdict = seen.element.locator(".verdict");
  await verdict.waitFor();
  await seen.element.locator(".go").click();
  await checkSoon(() => verdict.count(), 0);
  await quiz.act(seen);
  const answered = () => seen.page.evaluate(() => {
    const [, text] = Object.entries(sessionStorage).find(([key]) => key.startsWith("adil/quiz"));
    return JSON.parse(text).run.answers.filter(({ checked }) => checked).length;
  });
  await checkSoon(answered, 2);
  // A run with a limit is kept every ten seconds.
  const saves = () => seen.page.evaluate(() => window.saves);
  const before = await saves();
  await checkSoon(async () => (await saves()) > before + 3, true);
  assert.equal(await answered(), 2, "what was answered after the trap is still kept");
  assert.deepEqual(await errors(seen.page), ["crash"], "one crash, and no other after it");
  await seen.close();
});

test("after a trap in a lesson the page's own film can be watched", async () => {
  const src = "/adil/examples/scholarship-list/lesson-360.mp4";
  const film = `<video controls preload="none" src="${src}" width="320"></video>`;
  const content = { ...readJson("examples/scholarship-list.json"), files: [], captions: [] };
  const seen = await open({ ...video, src: "/lesson.json" }, {
    init: [canTrap], bodies: { "/lesson.json": JSON.stringify(content) },
    around: (tag) => tag.replace(`<p>${FALLBACK}</p>`, film),
  });
  await ready(seen.element);
  await armAtClick(seen.page, "adil-video");
  await touch["adil-video"](seen);
  await seen.element.locator("[part=retry]").waitFor();
  const own = seen.page.locator("main video");
  await checkSoon(() => own.isVisible(), true, "it is seen");
  await checkSoon(() => own.evaluate((film) => film.controls), true, "with its own controls");
  await seen.close();
});

test("without an armed call nothing traps", async () => {
  const seen = await comeArmed(quiz);
  await ready(seen.element);
  await touch["adil-quiz"](seen);
  assert.equal(await trapped(seen.page, "adil-quiz"), 0);
  assert.ok((await calls(seen.page, "adil-quiz")) > 100, "its calls go through the harness");
  assert.deepEqual(seen.said, []);
  await seen.close();
});
