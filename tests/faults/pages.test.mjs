// What pages and browsers do to an element that is sound in itself: move, copy and remove it, put it
// into places of all kinds, print it, and freeze its tab.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { asksNoMore, checkSoon, ready, settled } from "../e2e/page.mjs";
import { textsOf } from "../e2e/pdf.mjs";
import { note } from "../proof/note.mjs";
import { TABLE, comeAgain, failuresOf, fault, open, openFramed, takeOutAndBack } from "./fault.mjs";
import { MODES, isKept } from "./widgets.mjs";

const WIDGET = "the widget";
const DONE = "what was done";
const STAYS = "what was done, for as long as the page is open";
const RELOAD = "what was done, also over a reload";

/** A visit in which the act was done, and is kept by the element alone. */
const act = async (widget, options = {}) => {
  const seen = await open(widget, { ...options, attributes: { storage: "none", ...options.attributes } });
  await ready(seen.element);
  await widget.act(seen);
  return seen;
};

/** A visit whose module has not come yet; `come` lets it. */
async function whileLoading(widget) {
  let come;
  const wait = new Promise((done) => (come = done));
  const isModule = (path) => path.endsWith("_bg.wasm");
  const seen = await comeAgain(widget, { fault: (path) => (isModule(path) ? { wait } : undefined) });
  await checkSoon(() => seen.site.asked.some(isModule), true);
  return { ...seen, come };
}

const MOVES = {
  "by append()": (element) => document.body.append(element),
  "by moveBefore()": (element) => document.body.moveBefore(element, document.body.firstChild),
  "by innerHTML of a part of the page around it": (element) => {
    const around = element.parentNode;
    around.innerHTML = around.innerHTML;
  },
};

for (const [how, move] of Object.entries(MOVES)) {
  fault(`the element is moved while it loads, ${how}`, { sees: WIDGET, keeps: RELOAD }, async (widget) => {
    const seen = await whileLoading(widget);
    await seen.element.evaluate(move);
    seen.come();
    await ready(seen.element);
    assert.equal(await seen.page.locator(".base").count(), 1, "it stands once");
    return seen;
  });
}

for (const how of ["by append()", "by moveBefore()"]) {
  fault(`the element is moved 50 times, ${how}`, { sees: WIDGET, keeps: STAYS }, async (widget) => {
    const seen = await act(widget);
    const same = await seen.element.evaluate(async (element, [move]) => {
      const base = element.shadowRoot.querySelector(".base");
      for (let n = 0; n < 50; n++) {
        (0, eval)(move)(element);
        await new Promise((later) => setTimeout(later));
      }
      return base.isConnected && base === element.shadowRoot.querySelector(".base");
    }, [MOVES[how].toString()]);
    assert.ok(same, "its view was never made anew");
    return seen;
  });
}

fault("the element is removed while it loads, and put back", { sees: WIDGET, keeps: RELOAD }, async (widget) => {
  const seen = await whileLoading(widget);
  await seen.element.evaluate((element) => {
    window.out = element;
    element.remove();
  });
  // Another one of the kind stands once all has come that the first one waited for.
  await seen.page.evaluate(() =>
    document.querySelector("main").append(Object.assign(window.out.cloneNode(true), { id: "other" })));
  seen.come();
  await ready(seen.page.locator("#other"));
  await seen.page.evaluate(() => document.querySelector("#other").remove());
  const made = await seen.page.evaluate(() => window.out.shadowRoot.querySelectorAll(".base").length);
  assert.equal(made, 0, "nothing is made of what is out of the page");
  await seen.page.evaluate(() => document.querySelector("main").append(window.out));
  return seen;
});

fault("the element is taken out and put back", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await act(widget);
  await takeOutAndBack(seen);
  return seen;
});

fault("the element is cloned", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await act(widget);
  await seen.element.evaluate((element) =>
    element.after(Object.assign(element.cloneNode(true), { id: "clone" })));
  const clone = seen.page.locator("#clone");
  await ready(clone);
  assert.ok(!(await isKept({ element: clone, widget })), "the clone is one of its own");
  return seen;
});

fault("the element is moved into a frame's document and back", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await act(widget);
  await seen.element.evaluate(async (element) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const later = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    frame.contentDocument.body.append(element);
    await later();
    document.querySelector("main").append(element);
    await later();
  });
  await ready(seen.element);
  const base = seen.element.locator(".base").first();
  const isDressed = () => base.evaluate((base) => getComputedStyle(base).paddingTop !== "0px");
  await checkSoon(isDressed, true, "it has its style sheet");
  return seen;
});

fault("200 attributes change while the learner works", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await act(widget, { attributes: { storage: "session" } });
  await seen.element.evaluate(async (element) => {
    for (let n = 0; n < 200; n++) {
      element.setAttribute("lang", ["kk", "ru", "ar", "en"][n % 4]);
      if (n % 3 === 0) await new Promise((later) => setTimeout(later));
    }
  });
  await ready(seen.element);
  return seen;
});

fault("the element stands in a closed shadow root", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await comeAgain(widget);
  await ready(seen.element);
  await seen.element.evaluate((element) => {
    const host = document.querySelector("main").appendChild(document.createElement("div"));
    host.attachShadow({ mode: "closed" }).append(element);
    window.inner = element;
  });
  const inside = (fn) => seen.page.evaluate(`(${fn})(window.inner)`);
  await checkSoon(() => inside((element) => element.matches(":state(ready)")
    && element.shadowRoot.querySelector(".base").checkVisibility()), true);
  await checkSoon(() => seen.page.evaluate(`(${asFunction(widget.keptIn)})(window.inner)`), true);
  // A keyboard reaches what is in it.
  const reached = () => inside((element) => !!element.shadowRoot.activeElement);
  for (let n = 0; n < 10 && !(await reached()); n++) await seen.page.keyboard.press("Tab");
  assert.ok(await reached(), "Tab leads into it");
  // The sentences below look at it outside again.
  await seen.page.evaluate(() => document.querySelector("main").append(window.inner));
  return seen;
});

/** A method or an arrow, as an expression. */
const asFunction = (fn) =>
  (/^(async )?\w+\(\w+\) \{/.test(fn) ? `${fn}`.replace(/^(async )?\w+/, "$1function") : `${fn}`);

fault("the element stands in a template, and comes out of it", { sees: WIDGET, keeps: DONE }, async (widget) => {
  const seen = await comeAgain(widget, { around: (tag) => `<template>${tag}</template>` });
  await asksNoMore(seen.page);
  const asked = seen.site.asked.filter((path) => path.startsWith("/adil/") && path !== "/adil/adil.js");
  assert.deepEqual(asked, [], "in the template nothing is asked for");
  await seen.page.evaluate(() => {
    const { content } = document.querySelector("template");
    document.querySelector("main").append(content.cloneNode(true));
  });
  await ready(seen.element);
  return seen;
});

for (const [where, around] of Object.entries({
  "in a part of the page that can be edited": (tag) => `<div contenteditable="true">${tag}</div>`,
  "in a document in which all can be edited": (tag) => `${tag}<script>document.designMode = "on"</script>`,
})) {
  fault(`the element stands ${where}`, { sees: WIDGET, keeps: DONE }, async (widget) => {
    const seen = await act(widget, { around });
    const text = () => seen.element.locator(".title").first().textContent();
    const before = await text();
    await seen.element.locator(".title").first().click();
    for (const key of ["x", "y", "Backspace", "Backspace", "Delete"]) await seen.page.keyboard.press(key);
    await settled(seen.page);
    assert.equal(await text(), before, "nobody writes into the card");
    return seen;
  });
}

// Frames, of the same site and of another, and with nothing allowed.
const ASKED = ["autoplay", "fullscreen", "picture-in-picture", "clipboard-write"];
const DENIED = `allow="${ASKED.map((name) => `${name} 'none'`).join("; ")}"`;
const POLICY = { "permissions-policy": ASKED.map((name) => `${name}=()`).join(", ") };
const FRAMES = {
  "with all permissions": [`allow="${ASKED.join("; ")}"`],
  "with no permission": [DENIED, { headers: POLICY }],
  "with a sandbox that lets scripts and storage be": [`sandbox="allow-scripts allow-same-origin"`],
};
for (const [which, [frame, options]] of Object.entries(FRAMES)) {
  // The browser itself says what a page may not.
  const expected = /^Permissions policy violation/;
  fault(`the page stands in a frame ${which}`, { sees: WIDGET, keeps: DONE, expected }, async (widget) => {
    const seen = await openFramed(widget, frame, options);
    await widget.act(seen);
    return seen;
  });
}

// Paper.
const PAPER = "the author’s text and pictures, on paper";
const printed = async (seen) => {
  const title = (await seen.element.locator(".title").first().innerText()).replace(/\s+/g, "");
  const paper = textsOf(await seen.page.pdf({ format: "A4" })).join("").replace(/\s+/g, "");
  assert.ok(paper.includes(title), `${title} is on paper`);
  return { ...seen, paper };
};
fault("the page is printed while the widget is in use", { sees: PAPER, keeps: DONE }, async (widget) =>
  printed(await act(widget)));
test("the page is printed in each mode", async () => {
  // What a class wrote is printed by a test of its own; before that there is nothing to print.
  const modes = MODES.filter(({ name }) => name !== "adil-pledge class");
  const failures = await failuresOf(modes, async (mode) => {
    const seen = await open(mode);
    await ready(seen.element);
    await printed(seen);
    assert.deepEqual(seen.said, []);
    await seen.close();
  });
  note(TABLE, {
    fault: "the page is printed in further modes", "the learner sees": PAPER,
    "kept is": "nothing was done", passed: `${modes.length - failures.length} of ${modes.length}`,
  });
  assert.equal(failures.join("\n\n"), "");
});
const NOT_YET = { sees: "the text between the tags", keeps: "what was done, once the page is loaded anew" };
fault("the page is printed before the widget could start", NOT_YET, async (widget) => {
  const seen = await whileLoading(widget);
  const paper = textsOf(await seen.page.pdf({ format: "A4" })).join("").replace(/\s+/g, "");
  assert.ok(paper.includes("Thetextbetweenthetags."), paper);
  seen.mend = seen.come;
  return seen;
});

// A tab that is frozen, and then thrown away: the browser keeps the storage of its session and
// loads the page anew. Drivers cannot have a tab thrown away; a frozen page that is loaded anew in
// the same session is what is left of it.
fault("the tab is frozen, and thrown away", { sees: WIDGET, keeps: RELOAD }, async (widget) => {
  const seen = await act(widget, { attributes: { storage: "session" } });
  const session = await seen.context.newCDPSession(seen.page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  // For a while: a frozen page answers nothing that a test could wait for.
  await new Promise((later) => setTimeout(later, 200));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await seen.page.reload();
  return seen;
});
fault("the tab is frozen, and wakes up", { sees: WIDGET, keeps: STAYS }, async (widget) => {
  const seen = await act(widget);
  const session = await seen.context.newCDPSession(seen.page);
  for (const state of ["frozen", "active"]) await session.send("Page.setWebLifecycleState", { state });
  return seen;
});
