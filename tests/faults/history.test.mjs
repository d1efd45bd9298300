// Away and back: the browser keeps the page as it was, with everything that runs in it, and hands it
// back. Nothing of ours keeps it from doing so, and what runs goes on where it stood.
import assert from "node:assert/strict";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { LIMIT } from "../run/wait.mjs";
import { checkSoon, html, ready } from "../e2e/page.mjs";
import { note, whole } from "../proof/note.mjs";
import { launchKeeping, servePage } from "./away.mjs";
import { TABLE, failuresOf, tag } from "./fault.mjs";
import { GAMES, WIDGETS, isKept, tagOf } from "./widgets.mjs";

const TIMES = whole ? 50 : 10;

/** Runs in the page: notes how often it was shown, and whether as it had been left. */
function keepShows() {
  window.shows = [];
  addEventListener("pageshow", (event) => window.shows.push(event.persisted));
  const add = window.addEventListener;
  window.addEventListener = function (name, ...given) {
    // Of all listeners, these may keep a page from being kept.
    if (["unload", "beforeunload"].includes(name)) window.shows.push(`listens to ${name}`);
    return add.call(this, name, ...given);
  };
}

/** Leaves a page in which something was done, and comes back, again and again. */
async function leaveAndReturn(browser, widget) {
  const site = await servePage(html(tag(widget, { storage: "none" })));
  const context = await browser.newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(LIMIT);
  await context.addInitScript(keepShows);
  const page = await context.newPage();
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.goto(`${site.origin}/page.html`);
  const element = page.locator(tagOf(widget)).first();
  await ready(element);
  await widget.act({ page, element });
  for (let n = 1; n <= TIMES; n++) {
    await page.goto(`${site.origin}/other.html`);
    await page.goBack({ waitUntil: "commit" });
    await checkSoon(() => page.evaluate(() => window.shows?.length), n + 1);
    await checkSoon(() => isKept({ element, widget }), true, "what was done is here");
  }
  const shows = await page.evaluate(() => window.shows);
  assert.deepEqual(shows, [false, ...Array(TIMES).fill(true)], "the page was kept each time");
  assert.deepEqual(said, []);
  await Promise.all([context.close(), site.close()]);
}

test(`a page is left and comes back ${TIMES} times as it was`, { timeout: 600_000 }, async () => {
  const browser = await launchKeeping();
  const on = inTurn("widgets that are left and come back", [...WIDGETS, ...GAMES]);
  const failures = await failuresOf(on, (widget) => leaveAndReturn(browser, widget));
  await browser.close();
  note(TABLE, {
    fault: `the page is left and comes back ${TIMES} times`,
    "the learner sees": "the widget, as it was left", "kept is": "what was done",
    passed: `${on.length - failures.length} of ${on.length}`,
  });
  assert.equal(failures.join("\n\n"), "");
});
