// Plans, checks and records when something fails: storage that is denied, full or spoilt, a trap in
// their code, a line that breaks before what loads later is there, and a lesson in two tabs.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { checkSoon, ready } from "../e2e/page.mjs";
import { inTurn } from "../run/sample.mjs";
import { whole } from "../proof/note.mjs";
import { comeAgain, fault as faultOf, open, tag, visit } from "./fault.mjs";
import { KEEPERS } from "./keepers.mjs";
import { checkSpoilt } from "./spoil.mjs";
import { armAtClick, armedFrom, canTrap, trapped } from "./trap.mjs";
import { isKept, tagOf } from "./widgets.mjs";

const [plan, check, record] = KEEPERS;
const fault = (name, expected, run) => faultOf(`${name} (plans, checks, records)`, { on: KEEPERS, ...expected }, run);
const WHILE_OPEN = { sees: "the widget, and that nothing is kept", keeps: "what was done, for as long as the page is open" };
const AS_BEFORE = { sees: "the widget", keeps: "what was done" };
const CRASH = {
  sees: "the text between the tags, and “Try again”", keeps: "what was done, once tried again",
  code: "crash", expected: /^RuntimeError: unreachable/,
};

/** Runs before a page's own scripts: how storage fails. */
const DENIED = {
  "storage is denied": () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied by the user", "SecurityError"); } });
    }
  },
  "there is no storage": () => {
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: null });
  },
  "storage is full": () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  },
};

for (const [name, deny] of Object.entries(DENIED)) {
  fault(name, WHILE_OPEN, async (widget) => {
    const init = [{ content: `if (location.pathname !== "/blank.html") (${deny})()` }];
    const seen = await open(widget, { attributes: { storage: "device" }, init });
    await ready(seen.element);
    await widget.act(seen);
    return seen;
  });
}

fault("a reload, and the tab that crashed", { sees: "the widget", keeps: "what was done, also over a reload" }, (widget) => comeAgain(widget));

/** A small act in a widget that was here before; it may end in a trap. */
const touch = {
  "adil-plan": ({ element }) => element.locator(".controls .quiet").nth(1).click(),
  "adil-check": ({ element }) => element.locator(".foot .go").click(),
  "adil-record": ({ element }) => element.getByRole("button", { name: record.words.delete, exact: true }).click(),
};

fault("a trap in the code that an act runs", CRASH, async (widget) => {
  const seen = await comeAgain(widget, { init: [canTrap] });
  await ready(seen.element);
  await checkSoon(() => isKept(seen), true);
  await armAtClick(seen.page, tagOf(widget));
  await touch[widget.name](seen);
  return seen;
});

fault("a trap in the code that makes the first screen", CRASH, async (widget) => {
  const seen = await comeAgain(widget, { init: [canTrap, armedFrom(tagOf(widget), 40)] });
  await checkSoon(() => trapped(seen.page, tagOf(widget)), 1);
  return seen;
});

const SPOILT = whole ? 300 : 40;
for (const widget of inTurn("plans, checks and records with spoilt entries", KEEPERS)) {
  test(`of ${SPOILT} spoilt entries none keeps ${widget.name} from starting`, { timeout: 600_000 }, async () => {
    await checkSpoilt(widget, SPOILT);
  });
}

for (const widget of inTurn("what loads later and is lost", KEEPERS)) {
  test(`who needs what ${widget.name} loads later, on a line that broke, is told and may try again`, async () => {
    const seen = await open(widget, { fault: (path) => (path.endsWith(".lazy.wasm") ? { status: 503, body: "" } : undefined) });
    await ready(seen.element);
    const first = { "adil-plan": plan.words.run_it, "adil-check": check.words.start, "adil-record": record.words.add };
    await seen.element.getByRole("button", { name: first[widget.name], exact: true }).click();
    if (widget === check) {
      // The questions are there; their results are not.
      while (await seen.element.locator(".screen .question").count()) {
        for (const group of await seen.element.locator(".question").all()) await group.locator("input[type=radio]").first().check();
        await seen.element.locator(".foot .go").click();
      }
    }
    await seen.element.getByText(widget.words.lost, { exact: true }).first().waitFor();
    seen.mend();
    await seen.element.getByRole("button", { name: widget.words.try_again, exact: true }).first().click();
    await checkSoon(() => seen.element.getByText(widget.words.lost, { exact: true }).count(), 0);
    await seen.close();
  });
}

test("a lesson that runs in two tabs goes on where the last act was, and both stand", async () => {
  const first = await open(plan, { attributes: { storage: "device" } });
  await ready(first.element);
  await plan.act(first);
  const second = await visit(`${first.site.origin}/page.html`, { context: first.context });
  second.element = second.page.locator(tagOf(plan));
  await ready(second.element);
  await checkSoon(() => isKept({ ...second, widget: plan }), true);
  await second.page.bringToFront();
  await second.element.locator(".controls .go").click();
  const done = (seen) => seen.element.locator(".lesson .block[data-state=done]").count();
  await checkSoon(() => done(second), 2);
  await first.page.bringToFront();
  await first.page.reload();
  await ready(first.element);
  await checkSoon(() => done(first), 2);
  assert.deepEqual([first.said, second.said], [[], []]);
  await first.close();
});

fault("the page has a second one with the same content", AS_BEFORE, async (widget) => {
  const seen = await open(widget, { around: (inner) => `${inner}${tag(widget, { id: "twin" })}`, attributes: { storage: "session" } });
  await ready(seen.element);
  await widget.act(seen);
  const twin = seen.page.locator("#twin");
  await ready(twin);
  if (widget !== record) assert.ok(!(await isKept({ element: twin, widget })), "the other one is for itself");
  return seen;
});
