// The browser's storage, when it is denied, full, spoilt, of another version, or emptied under a
// running widget; two tabs at once; and a clock that was set.
import assert from "node:assert/strict";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { checkSoon, fired, hasState, ready } from "../e2e/page.mjs";
import { note, whole } from "../proof/note.mjs";
import { TABLE, comeAgain, fault, keptBy, open, openFramed, tag, visit } from "./fault.mjs";
import { checkSpoilt } from "./spoil.mjs";
import { GAMES, WIDGETS, tagOf } from "./widgets.mjs";

const [quiz, pledge, video] = WIDGETS;
const [story, board] = GAMES;
const PLACES = ["session", "device"];
/** Where things are kept, for the n-th fault: on every push one place each, else both. */
const places = (n) => (whole ? PLACES : [PLACES[n % 2]]);
const SAID = "the widget, and that nothing is kept";
const WHILE_OPEN = "what was done, for as long as the page is open";
const AS_BEFORE = { sees: "the widget", keeps: "what was done" };
const ANEW = { sees: "the widget", keeps: "nothing, and it begins anew" };

/** A page on which the act was done under the fault. */
const act = async (widget, options) => {
  const seen = await open(widget, options);
  await ready(seen.element);
  await widget.act(seen);
  return seen;
};

// What runs in a page before its own scripts, for each way in which storage fails.
const DENIED = {
  "storage is denied": (name) => Object.defineProperty(window, name, {
    get() {
      throw new DOMException("denied by the user", "SecurityError");
    },
  }),
  "there is no storage": (name) => Object.defineProperty(window, name, { value: null }),
  "storage cannot be written": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "storage is full to its last byte": (name) => {
    for (const size of [2 ** 16, 2 ** 8, 1]) {
      try {
        for (let n = 0; ; n++) window[name].setItem(`other${size}-${n}`, "x".repeat(size));
      } catch {
        // Full for entries of this size; smaller ones follow.
      }
    }
  },
};

/** The same in every document of a site but the one that prepares the storage. */
const inPage = (deny, place) => {
  const name = place === "device" ? "localStorage" : "sessionStorage";
  return { content: `if (location.pathname !== "/blank.html") (${deny})("${name}")` };
};

for (const [n, [name, deny]] of Object.entries(DENIED).entries()) {
  for (const place of places(n)) {
    fault(`${name} (${place})`, { sees: SAID, keeps: WHILE_OPEN }, (widget) =>
      act(widget, { attributes: { storage: place }, init: [inPage(deny, place)] }));
  }
}

fault("storage is denied by the sandbox of a frame", { sees: SAID, keeps: WHILE_OPEN }, async (widget) => {
  const headers = { "access-control-allow-origin": "*" };
  const seen = await openFramed(widget, `sandbox="allow-scripts"`, { headers });
  await widget.act(seen);
  return seen;
});

const THROWS = {
  "storage cannot be read": "getItem", "nothing can be removed from storage": "removeItem",
  "storage cannot be listed": "key",
};
for (const [name, method] of Object.entries(THROWS)) {
  const deny = `() => {
    Storage.prototype.${method} = () => { throw new DOMException("no", "UnknownError"); };
  }`;
  fault(name, { sees: "the widget", keeps: WHILE_OPEN }, (widget) =>
    act(widget, { attributes: { storage: "device" }, init: [inPage(deny, "device")] }));
}

fault("storage is emptied while the widget runs", { sees: "the widget", keeps: WHILE_OPEN }, async (widget) => {
  const seen = await act(widget);
  await seen.page.evaluate(() => sessionStorage.clear());
  return seen;
});

test("a film says once that nothing is kept, however often it would be kept", async () => {
  const seen = await act(video, { init: [inPage(DENIED["storage cannot be written"], "session")] });
  const told = async () => (await fired(seen.page, "storage")).length;
  await checkSoon(async () => (await told()) > 0, true);
  const film = seen.element.locator("video");
  // Played stretches are kept after five seconds of the film.
  await film.evaluate((film) => {
    film.playbackRate = 8;
    return film.play();
  });
  await checkSoon(() => film.evaluate((film) => film.currentTime > 38), true);
  assert.equal(await told(), 1, "a page hears it once");
  await seen.close();
});

// What a newer version may have written.
const parse = ([key, text]) => [key, JSON.parse(text)];
const write = ([key, kept]) => [key, JSON.stringify(kept)];
const change = (kept, place, by) =>
  ({ [place]: kept[place].map(parse).map(([key, entry]) => write([key, by(entry)])) });

/** Adds a field to every object of a tree. */
const withMore = (value) => {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== "object" || !value) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, withMore(inner)]);
  return Object.fromEntries([...fields, ["unheardOf", { since: 9 }]]);
};

for (const place of PLACES) {
  fault(`what is kept has fields of a newer version (${place})`, AS_BEFORE, async (widget) => {
    const kept = change(await keptBy(widget, place), place, withMore);
    return open(widget, { attributes: { storage: place }, kept });
  });

  fault(`what is kept is of a newer version altogether (${place})`, ANEW, async (widget) => {
    const newer = (entry) => ({ day: entry.day, version: 9, packed: "QUJD" });
    const kept = change(await keptBy(widget, place), place, newer);
    const seen = await open(widget, { attributes: { storage: place }, kept });
    await ready(seen.element);
    const found = await seen.page.evaluate((place) =>
      Object.entries(place === "device" ? localStorage : sessionStorage), place);
    assert.deepEqual(found, kept[place], "what only a newer version can read is left for it");
    return seen;
  });
}

// A clock that was set between two visits, or while a learner works.
const DAY = 86_400_000;
const shiftClock = (by) => ({
  content: `(() => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length ? given : [Date.now()])); }
      static now() { return Real.now() + (globalThis.clockIsOff ?? ${by}); }
    };
  })()`,
});
const CLOCKS = { "set back by a day": -DAY, "set ahead by a year": 365 * DAY };
for (const [name, by] of Object.entries(CLOCKS)) {
  for (const place of PLACES) {
    // On the device, a run is forgotten ninety days after its last change: the page's rule.
    const forgets = by > 0 && place === "device";
    const keeps = forgets ? "nothing, and it begins anew" : "what was done, also over a reload";
    fault(`the clock is ${name} between two visits (${place})`, { sees: "the widget", keeps }, (widget) =>
      comeAgain(widget, { place, init: [shiftClock(by)] }));
    // After the reload it is right again.
    fault(`the clock is ${name} while the learner works (${place})`, { sees: "the widget", keeps: "what was done, also over a reload" }, async (widget) => {
      const seen = await open(widget, { attributes: { storage: place }, init: [shiftClock(0)] });
      await ready(seen.element);
      await seen.page.evaluate((by) => (globalThis.clockIsOff = by), by);
      await widget.act(seen);
      return seen;
    });
  }
}

// Two tabs of one device, both open before either does anything.
const atOnce = {
  /** Goes on from the answer of the other tab, and answers the next question. */
  "adil-quiz": async ({ element }) => {
    await element.locator(".verdict").waitFor();
    await element.locator(".go").click();
    await checkSoon(() => element.locator(".verdict").count(), 0);
    await quiz.act({ element });
  },
  "adil-pledge": (seen) => pledge.act(seen),
  "adil-video": ({ element }) =>
    element.getByRole("button", { name: video.words.bookmark, exact: true }).click(),
  /** Goes on from where the other tab is. */
  "adil-story": async ({ element }) => {
    await element.getByText(story.words.elsewhere).waitFor();
    await story.act({ element });
  },
  "adil-board": async ({ element }) => {
    await element.getByText(board.words.elsewhere).waitFor();
    await element.locator("button.go, button.option, button[part~=verdict]").first().click();
  },
};
const both = {
  "adil-quiz": (run) => run.answers.filter(({ checked }) => checked).length === 2,
  "adil-pledge": (run) => run.clauses.length === 6,
  "adil-video": (run) => run.answered.length === 1 && run.bookmarks.length === 1,
  "adil-story": (run) => run.steps.length === 2,
  "adil-board": (run) => run.moves.length === 2,
};
fault("two tabs act one after the other", AS_BEFORE, async (widget) => {
  const first = await open(widget, { attributes: { storage: "device" } });
  const second = await visit(`${first.site.origin}/page.html`, { context: first.context });
  second.element = second.page.locator(tagOf(widget));
  await Promise.all([ready(first.element), ready(second.element)]);
  await first.page.bringToFront();
  await widget.act(first);
  await second.page.bringToFront();
  await atOnce[widget.name](second);
  const run = async () => {
    const entries = await second.page.evaluate(() => Object.entries(localStorage));
    return entries.map(parse).find(([key]) => key.includes("/w") || key.endsWith("w"))[1].run;
  };
  await checkSoon(async () => both[widget.name](await run()), true, "what both tabs did is kept");
  assert.deepEqual(second.said, [], "no error in the second tab's console");
  await first.page.bringToFront();
  await first.page.reload();
  await ready(first.element);
  if (widget === quiz) await first.element.getByRole("button", { name: quiz.words.back, exact: true }).click();
  return first;
});

// Keys that sign receipts lie in a database, which may fail by itself.
const DATABASES = {
  "cannot be opened": `indexedDB.open = () => { throw new DOMException("denied", "SecurityError"); }`,
  "fails": `const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function () { return open.call(this, "adil", -1); }`,
  "is not there": `Object.defineProperty(window, "indexedDB", { value: undefined })`,
  "never answers": `IDBFactory.prototype.open = () => new EventTarget()`,
  "is of a newer version": `indexedDB.open("adil", 9).onupgradeneeded = () => {}`,
};
for (const [name, content] of Object.entries(DATABASES)) {
  fault(`the database of keys ${name}`, { ...AS_BEFORE, on: [pledge] }, async (widget) => {
    const seen = await comeAgain(widget, { place: "device", init: [{ content }] });
    await ready(seen.element);
    await seen.element.locator("details.receipt summary").click();
    await seen.element.locator("details.receipt p").first().waitFor();
    assert.ok(await hasState(seen.element, "pledged"));
    return seen;
  });
}

const SPOILT = whole ? 700 : 100;
for (const widget of [...WIDGETS, ...inTurn("games with spoilt entries", GAMES)]) {
  test(`of ${SPOILT} spoilt entries none keeps ${widget.name} from starting`, { timeout: 600_000 }, async () => {
    await checkSpoilt(widget, SPOILT);
  });
}

/** One more act in a game that goes on. */
const atOnceMore = {
  "adil-story": async ({ element }) => {
    await element.locator(".go").click();
    await story.act({ element });
  },
  "adil-board": ({ element }) => element.locator("button.go, button.option, button[part~=verdict]").first().click(),
};
/** What somebody presses who sees the first screen of a game. */
const firstPress = {
  "adil-story": ({ element }) => element.locator(".option").first().click(),
  "adil-board": ({ element }) => element.getByRole("button", { name: board.words.begin, exact: true }).click(),
};

// A browser lets tabs sleep that nobody sees, and tells them nothing until they wake.
for (const widget of GAMES) {
  test(`a tab of ${widget.name} that slept while another one went on writes nothing over it`, async () => {
    const asleep = () => {
      const { addEventListener } = window;
      // The browser's word of what another tab kept does not come.
      window.addEventListener = function (name, ...given) {
        if (name !== "storage") addEventListener.call(this, name, ...given);
      };
    };
    const first = await open(widget, { attributes: { storage: "device" }, init: [asleep] });
    await ready(first.element);
    const second = await visit(`${first.site.origin}/page.html`, { context: first.context });
    second.element = second.page.locator(tagOf(widget));
    await ready(second.element);
    await widget.act(second);
    await atOnceMore[widget.name](second);
    const kept = () => second.page.evaluate(() => Object.entries(localStorage));
    const before = await kept();
    await first.page.bringToFront();
    await firstPress[widget.name](first);
    await first.element.getByText(widget.words.elsewhere).waitFor();
    assert.deepEqual(await kept(), before, "no move is lost");
    await first.page.reload();
    await ready(first.element);
    await checkSoon(() => first.element.evaluate(widget.keptIn), true, "it goes on where the other one was");
    await first.close();
  });
}
